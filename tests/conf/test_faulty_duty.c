/* SPDX-License-Identifier: MIT */
/* Faults of training, links, alerts, openings, states and clocks: each at its place. */
#include "help.h"

static const struct faulty review[] = {
    {"a seed that is a list", "review.yaml", "seed: whole-1", "seed: [1]",
	"review.yaml:5:7: found a list; expected a line of text\n"},
    {"a denied word that is no right", "review.yaml", "denies: [take, note]", "denies: [tkae]",
	"review.yaml:11:42: found 'tkae'; expected one of read, take, note, assign, import, "
	"users, log, backup, pack; did you mean 'take'?\n"},
    {"denied rights that are no list", "review.yaml", "denies: [take, note]", "denies: take",
	"review.yaml:11:41: found 'take'; expected a list\n"},
    {"a competence without a name", "review.yaml", "{id: contact, label", "{label",
	"records/action.yaml:14:5: unknown competence 'contact'; expected none, for none is "
	"declared\n"
	"review.yaml:18:5: found no 'id' in a competence; expected one\n"},
    {"a link that leads nowhere", "review.yaml", ", to: case, judged", ", judged",
	"review.yaml:20:5: found no 'to' in a link; expected one\n"},
    {"a link from a name in capitals", "review.yaml", "from: case, to: case",
	"from: Case, to: case",
	"review.yaml:20:29: found 'Case'; expected a name of small letters, digits and _; did "
	"you mean 'case'?\n"},
    {"a link judged in other words", "review.yaml", "judged: true", "judged: yes",
	"review.yaml:20:53: found 'yes'; expected true or false\n"},
    {"a family that is quoted", "review.yaml", "family: true", "family: \"true\"",
	"review.yaml:20:67: found 'true'; expected true or false\n"},
    {"alerts that are a list", "review.yaml",
	"{acknowledge: {hours: 2}, chain: [chief, judge]}", "[chief, judge]",
	"review.yaml:21:9: found a list; expected a rule of alerts as a map\n"},
    {"a limit in minutes", "review.yaml", "{hours: 2}", "{minutes: 90}",
	"review.yaml:21:24: found key 'minutes' in a limit; expected hours, days, "
	"working_days\n"},
    {"two limits for one alert", "review.yaml", "{hours: 2}", "{hours: 2, days: 1}",
	"review.yaml:21:23: found 2 limits; expected one of hours, days, working_days\n"},
    {"no limit where one stands", "review.yaml", "acknowledge: {hours: 2}", "acknowledge: {}",
	"review.yaml:21:23: found 0 limits; expected one of hours, days, working_days\n"},
    {"a chain with one role twice", "review.yaml", "chain: [chief, judge]",
	"chain: [chief, chief]",
	"review.yaml:21:50: found 'chief' again; expected each once\n"},
    {"a slip in the key for safeguarding", "review.yaml", "safeguarding:", "safegarding:",
	"review.yaml:22:1: found key 'safegarding' in a review; expected name, title, marking, "
	"handling, scope, claim_minutes, lock_minutes, reason_to_open, terms, seed, roles, "
	"bands, regimes, competences, links, alerts, safeguarding; did you mean "
	"'safeguarding'?\n"},
    {"safeguarding that opens nothing", "review.yaml", "{type: action, with", "{with",
	"review.yaml:22:15: found no 'type' in a safeguarding action; expected one\n"},
    {"safeguarding that tells nobody", "review.yaml", "alert: chief, acknow", "acknow",
	"review.yaml:22:15: found no 'alert' in a safeguarding action; expected one\n"},
    {"safeguarding with an unknown field", "review.yaml", "{about: ", "{abuot: ",
	"review.yaml:22:37: found 'abuot'; expected a field of 'action'; did you mean "
	"'about'?\n"},
    {"safeguarding with a field that is a list", "review.yaml", "{about: \"{ref}\"}",
	"{about: [a, b]}",
	"review.yaml:22:44: found a list; expected a value, or \"{name}\" in quotes\n"},
    {"safeguarding with no map", "review.yaml", "with: {about: \"{ref}\"}", "with: about",
	"review.yaml:22:36: found 'about'; expected a map of field to value\n"},
};

static const struct faulty opening[] = {
    {"an opening by nobody", "records/action.yaml", "by: chief, under", "under",
	"records/action.yaml:6:7: found no 'by' in an opening; expected one\n"},
    {"an opening on a condition of no parent", "records/action.yaml", "under: case, when",
	"when",
	"records/action.yaml:6:25: found 'when' with 0 types under 'under'; expected one, "
	"whose records it speaks of\n"},
    {"an opening on a condition of two parents", "records/action.yaml", "under: case,",
	"under: [case, action],",
	"records/action.yaml:6:48: found 'when' with 2 types under 'under'; expected one, "
	"whose records it speaks of\n"},
    {"a condition on a field that the parent lacks", "records/action.yaml", "\"kind:a\"",
	"\"about:x\"", "records/action.yaml:6:39: unknown field 'about'\n"},
    {"a condition on a value that the parent lacks", "records/action.yaml", "\"kind:a\"",
	"\"kind:c\"",
	"records/action.yaml:6:44: 'c' is not a value of 'kind'; expected a or b\n"},
    {"an opening closed without a word", "records/action.yaml", ", because: only of kind a", "",
	"records/action.yaml:6:38: found 'when' without 'because'; expected words that say why "
	"the step is closed\n"},
    {"an opening that explains nothing", "records/action.yaml", "when: \"kind:a\", ", "",
	"records/action.yaml:6:41: found 'because' without 'when'; expected both\n"},
    {"an opening that is only true", "records/action.yaml",
	"open: {by: chief, under: case, when: \"kind:a\", because: only of kind a, reason: "
	"true}",
	"open: true", "records/action.yaml:6:7: found 'true'; expected an opening as a map\n"},
    {"a lead on what nobody is asked", "records/case.yaml", "columns:",
	"lead: {ask: kind, none: x, calm: \"kind:a\", danger: \"kind:b\"}\ncolumns:",
	"records/case.yaml:37:7: unknown question in lead 'kind'; expected finding or why\n"},
    {"a lead with what nobody is asked", "records/case.yaml", "columns:",
	"lead: {ask: why, none: x, calm: \"kind:a\", danger: \"kind:b\", with: "
	"finding2}\ncolumns:",
	"records/case.yaml:37:7: unknown question in lead 'finding2'; expected finding or why; "
	"did you mean 'finding'?\n"},
    {"a lead that is never danger", "records/case.yaml", "columns:",
	"lead: {ask: why, none: x, calm: \"kind:a\", danger: \"kind:a kind:b\"}\ncolumns:",
	"records/case.yaml:37:7: the condition of what is danger in 'lead' can never hold; "
	"expected one that some record can meet\n"},
    {"evidence in other words", "records/action.yaml", "evidence: true", "evidence: yes",
	"records/action.yaml:5:11: found 'yes'; expected true or false\n"},
    {"days from two places", "records/action.yaml", "from: found", "from: [found, about]",
	"records/action.yaml:11:45: found a list; expected a name\n"},
    {"days from somewhere without how many", "records/action.yaml", "{days: 1, from: found}",
	"{from: found}",
	"records/action.yaml:11:29: found 0 limits; expected one of hours, days, working_days, "
	"by_band, regime\n"},
    {"an escalation to a role in capitals", "records/action.yaml", "escalate: judge",
	"escalate: Judge",
	"records/action.yaml:11:63: found 'Judge'; expected a name of small letters, digits "
	"and _; did you mean 'judge'?\n"},
    {"training with an impossible name", "records/action.yaml", "competence: contact",
	"competence: \"safe contact!\"",
	"records/action.yaml:14:71: found 'safe contact!'; expected a name of at most 40 small "
	"letters, digits and _\n"},
    {"a reference with an unknown word", "records/action.yaml", "{parent}/A{n}",
	"{parant}/A{n}",
	"records/action.yaml:1:1: unknown field in the template 'parant'; expected about or "
	"found\n"},
};

static const struct faulty states[] = {
    {"a clock without an end", "records/case.yaml", "due: {regime: total}, ", "",
	"records/case.yaml:7:10: found no 'due' in a clock; expected one\n"},
    {"a clock that is a number", "records/case.yaml",
	"{label: The whole, due: {regime: total}, escalate: chief}", "35",
	"records/case.yaml:7:10: found '35'; expected a clock as a map\n"},
    {"a regime of another word", "records/case.yaml", "{regime: total}", "{regime: whole}",
	"records/case.yaml:7:43: found 'whole'; expected one of total\n"},
    {"a regime and another limit", "records/case.yaml", "{regime: total}",
	"{regime: total, days: 3}",
	"records/case.yaml:7:34: found 2 limits; expected one of hours, days, working_days, "
	"by_band, regime\n"},
    {"a limit by band and another", "records/case.yaml", "{regime: total}",
	"{by_band: {low: {days: 1}, high: {days: 1}}, days: 3}",
	"records/case.yaml:7:34: found 2 limits; expected one of hours, days, working_days, "
	"by_band, regime\n"},
    {"a limit that lacks a band", "records/case.yaml", "{regime: total}",
	"{by_band: {low: {days: 1}}}",
	"records/case.yaml:7:44: found no limit for band 'high'; expected one for each\n"},
    {"clocks that are a list", "records/case.yaml",
	"clocks:\n  total: {label: The whole, due: {regime: total}, escalate: chief}",
	"clocks: [total]",
	"records/case.yaml:6:9: found a list; expected a map of names\n"
	"records/case.yaml:26:5: unknown clock in start 'total'; expected none, for none is "
	"declared\n"
	"records/case.yaml:30:5: unknown clock in stop 'total'; expected none, for none is "
	"declared\n"},
    {"seats without a second", "records/case.yaml", "second: second, when", "when",
	"records/case.yaml:21:34: found no 'second' in a seating; expected one\n"},
    {"seats without an adjudicator", "records/case.yaml", "adjudicator: judge,\n", "\n",
	"records/case.yaml:21:34: found no 'adjudicator' in a seating; expected one\n"},
    {"a slip in seats", "records/case.yaml", "second: second", "secnd: second",
	"records/case.yaml:21:35: found key 'secnd' in a seating; expected second, when, "
	"adjudicator, compare, due; did you mean 'second'?\n"},
    {"seats that are only true", "records/case.yaml",
	"seats: {second: second, when: \"kind:a\", adjudicator: judge,\n    compare: finding, "
	"due: {hours: 4}}",
	"seats: true",
	"records/case.yaml:21:34: found 'true'; expected a seating as a map\n"
	"records/case.yaml:26:5: 'finish' ends the work of a seat and starts from a state "
	"without seats; expected states with seats only\n"},
    {"a second seat on an unknown field", "records/case.yaml",
	"second: second, when: \"kind:a\"", "second: second, when: \"knid:a\"",
	"records/case.yaml:21:58: unknown field 'knid'; did you mean 'kind'?\n"},
    {"a second seat on a day that moves", "records/case.yaml",
	"second: second, when: \"kind:a\"", "second: second, when: \"received:today\"",
	"records/case.yaml:21:67: 'today' moves with the days and cannot be kept in a pack\n"},
    {"an adjudication with two limits", "records/case.yaml", "{hours: 4}",
	"{hours: 4, days: 1}",
	"records/case.yaml:22:28: found 2 limits; expected one of hours, days, working_days, "
	"by_band, regime\n"},
    {"a comparison of one thing twice", "records/case.yaml", "compare: finding",
	"compare: [finding, finding]",
	"records/case.yaml:22:24: found 'finding' again; expected each once\n"},
    {"blindness in other words", "records/case.yaml", "waiting: {}", "waiting: {blind: yes}",
	"records/case.yaml:24:20: found 'yes'; expected true or false\n"},
};

START_TEST(each_fault_of_training_links_and_alerts_is_told)
{
	each_is_told(whole_pack, review, COUNT(review));
}
END_TEST

START_TEST(each_fault_of_a_child_is_told)
{
	each_is_told(whole_pack, opening, COUNT(opening));
}
END_TEST

START_TEST(each_fault_of_states_seats_and_clocks_is_told)
{
	each_is_told(whole_pack, states, COUNT(states));
}
END_TEST

Suite *suite_conf_faulty_duty(void);
Suite *suite_conf_faulty_duty(void)
{
	const TTest *const tests[] = {
	    each_fault_of_training_links_and_alerts_is_told,
	    each_fault_of_a_child_is_told,
	    each_fault_of_states_seats_and_clocks_is_told,
	};

	return suite_of("conf/faulty_duty", tests, COUNT(tests));
}
