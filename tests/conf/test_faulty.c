/* SPDX-License-Identifier: MIT */
/* A small pack with one fault: each is told in full and at its place. */
#include "help.h"

static const struct faulty rows[] = {
    {"an unknown key has a near one", "review.yaml", "marking:", "marknig:",
	"review.yaml:3:1: found key 'marknig' in a review; expected name, title, marking, "
	"handling, scope, claim_minutes, lock_minutes, reason_to_open, terms, seed, roles, "
	"bands, regimes, competences, links, alerts, safeguarding; did you mean 'marking'?\n"},
    {"a list where a map stands", "review.yaml", "scope: {from: 2020-01-01, to: 2020-12-31}",
	"scope: [2020-01-01]", "review.yaml:4:8: found a list; expected a scope as a map\n"},
    {"a text where a list stands", "review.yaml", "rights: [read, take]}", "rights: read}",
	"review.yaml:6:26: found 'read'; expected a list\n"},
    {"a word that is no right", "review.yaml", "[read, take, note]", "[read, tkae, note]",
	"review.yaml:7:32: found 'tkae'; expected one of read, take, note, assign, import, "
	"users, log, backup, pack; did you mean 'take'?\n"},
    {"a name in capitals", "review.yaml", "id: reader", "id: Reader",
	"review.yaml:6:10: found 'Reader'; expected a name of small letters, digits and _; did "
	"you mean 'reader'?\n"},
    {"a name of other letters", "review.yaml", "name: small", "name: sm\303\244ll",
	"review.yaml:1:7: found 'sm\303\244ll'; expected a name of at most 40 small letters, "
	"digits and _\n"},
    {"a date that does not exist", "review.yaml", "2020-12-31", "2020-02-30",
	"review.yaml:4:31: found '2020-02-30'; expected a date such as 2023-04-05\n"},
    {"a scope that ends first", "review.yaml", "to: 2020-12-31", "to: 2019-12-31",
	"review.yaml:4:8: found a scope that ends before it begins; expected from <= to\n"},
    {"a mark of two characters", "review.yaml", "mark: \"!\"", "mark: \"!!\"",
	"review.yaml:10:22: found '!!'; expected one printable ASCII character\n"},
    {"a colour that no theme has", "review.yaml", "colour: danger", "colour: dangerous",
	"review.yaml:10:35: found 'dangerous'; expected one of calm, caution, danger; did you "
	"mean 'danger'?\n"},
    {"a number out of range", "review.yaml", "marking: OFFICIAL",
	"marking: OFFICIAL\nclaim_minutes: 0",
	"review.yaml:4:16: found '0'; expected a whole number from 1 to 10080\n"},
    {"a number in words", "review.yaml", "total_days: 35", "total_days: many",
	"review.yaml:12:63: found 'many'; expected a whole number from 1 to 3650\n"},
    {"a truth in other words", "review.yaml", "marking: OFFICIAL",
	"marking: OFFICIAL\nreason_to_open: yes",
	"review.yaml:4:17: found 'yes'; expected true or false\n"},
    {"nothing where text stands", "review.yaml", "title: A small review",
	"title:", "review.yaml:2:7: found nothing; expected a line of text\n"},
    {"several lines in a label", "review.yaml", "title: A small review", "title: |\n  A\n  B",
	"review.yaml:2:8: found several lines; expected one\n"},
    {"a missing key", "review.yaml", "title: A small review\n", "",
	"review.yaml:1:1: found no 'title' in a review; expected one\n"},
    {"a role twice", "review.yaml", "id: chief", "id: reader",
	"records/case.yaml:20:3: unknown role 'chief'; expected reader or reader\n"
	"records/case.yaml:24:5: unknown role 'chief'; expected reader or reader\n"
	"review.yaml:7:5: the role 'reader' is there twice; expected each once\n"},
    {"a holiday that is none", "calendar.yaml", "2020-12-25", "Christmas",
	"calendar.yaml:1:24: found 'Christmas'; expected a date such as 2023-04-05\n"},
    {"a holiday twice", "calendar.yaml", "2020-12-25", "2020-01-01",
	"calendar.yaml:1:24: found '2020-01-01' again; expected each day once\n"},
    {"a form without questions", "forms/check.yaml",
	"questions:\n  - {ask: accord, type: yes_no}", "questions: []",
	"forms/check.yaml:3:12: found no question; expected at least one\n"},
    {"a form for nobody", "forms/check.yaml", "type: case", "type: cases",
	"forms/check.yaml:2:7: found 'cases'; expected a record type of this pack; did you "
	"mean 'case'?\n"},
    {"a map for no type", "import/list.yaml", "type: case", "type: csae",
	"import/list.yaml:1:1: unknown record type 'csae'; expected case; did you mean "
	"'case'?\n"},
    {"a map to an unknown field", "import/list.yaml", "field: name", "field: nmae",
	"import/list.yaml:1:1: the map 'list' has no column for the required field 'name'; "
	"expected one\n"
	"import/list.yaml:5:5: unknown field 'nmae'; expected number, name, received, kind, "
	"size or worker; did you mean 'name'?\n"},
    {"a map without a required field", "import/list.yaml", "  - {csv: No, field: number}\n", "",
	"import/list.yaml:1:1: the map 'list' has no column for the required field 'number'; "
	"expected one\n"},
    {"a map code to an impossible value", "import/list.yaml", "Y: b", "Y: c",
	"import/list.yaml:6:5: the code 'Y' of 'Kind': 'c' is not one of the choices; expected "
	"a or b\n"},
    {"a date format that is none", "import/list.yaml", "field: name", "field: name, date: us",
	"import/list.yaml:5:36: found 'us'; expected one of iso, dmy\n"},
    {"a view with a misspelt field", "views.yaml", "state:open", "stat:open",
	"views.yaml:1:26: unknown field 'stat'; did you mean 'state'?\n"},
    {"a view for no role", "views.yaml", "\"state:open\"",
	"\"state:open\", roles: [chief, redaer]",
	"views.yaml:1:3: unknown role 'redaer'; expected reader or chief; did you mean "
	"'reader'?\n"},
    {"a view twice", "views.yaml", "", "- {name: waiting, expr: \"kind:a\"}\n",
	"views.yaml:2:3: the view 'waiting' is there twice; expected each once\n"},
};

START_TEST(each_fault_of_a_review_is_told_at_its_place)
{
	each_is_told(small_pack, rows, COUNT(rows));
}
END_TEST

Suite *suite_conf_faulty(void);
Suite *suite_conf_faulty(void)
{
	const TTest *const tests[] = {each_fault_of_a_review_is_told_at_its_place};

	return suite_of("conf/faulty", tests, COUNT(tests));
}
