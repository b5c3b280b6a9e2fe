/* SPDX-License-Identifier: MIT */
/* Faults that the files together show: seats, values and names. */
#include "help.h"

static const struct faulty seating[] = {
    {"a second who may not take", "records/case.yaml", "second: second", "second: guest",
	"records/case.yaml:21:34: the role in second 'guest' has not the right to take; "
	"expected a role that is served work\n"},
    {"an adjudicator who is none", "records/case.yaml", "adjudicator: judge",
	"adjudicator: jugde",
	"records/case.yaml:21:34: unknown role in adjudicator 'jugde'; expected reader, "
	"second, judge, chief or guest; did you mean 'judge'?\n"},
    {"a comparison of what is not asked", "records/case.yaml", "compare: finding",
	"compare: fnding",
	"records/case.yaml:21:34: unknown question in compare 'fnding'; expected finding or "
	"why; did you mean 'finding'?\n"},
    {"a comparison of nothing", "records/case.yaml",
	"type: choice, of: [x, y]}\n      - {ask: why, type: line, required: false}\nstates:\n "
	" unread: {queue: reader, seats: {second: second, when: \"kind:a\", adjudicator: "
	"judge,\n    compare: finding, due",
	"type: line}\n      - {ask: why, type: line, required: false}\nstates:\n  unread: "
	"{queue: reader, seats: {second: second, when: \"kind:a\", adjudicator: judge,\n    "
	"due",
	"records/case.yaml:21:34: nothing is compared in 'unread': its form has no choice; "
	"expected compare with questions of the form\n"
	"records/case.yaml:27:5: set of 'outcome' takes 'finding', which is of type line; "
	"expected choice\n"},
    {"seats at the end", "records/case.yaml", "done: {final: true}",
	"done: {final: true, seats: {second: second, adjudicator: judge}}",
	"records/case.yaml:25:3: the state 'done' has seats and no queue; expected the role "
	"that is served the first seat\n"
	"records/case.yaml:25:3: the state 'done' is final and has seats; expected one or the "
	"other\n"
	"records/case.yaml:25:30: no step ends the work of a seat in 'done'; expected one from "
	"it with a form and locks: true\n"},
    {"seats that nobody is served", "records/case.yaml", "unread: {queue: reader, seats",
	"unread: {seats",
	"records/case.yaml:21:3: the state 'unread' has seats and no queue; expected the role "
	"that is served the first seat\n"},
    {"seats without an end", "records/case.yaml", "form: look, locks: true,", "form: look,",
	"records/case.yaml:21:34: no step ends the work of a seat in 'unread'; expected one "
	"from it with a form and locks: true\n"},
    {"an end of no seat", "records/case.yaml", "people: 2,", "people: 2, locks: true,",
	"records/case.yaml:31:5: 'agree' ends the work of a seat and may be overridden; "
	"expected no override, for nobody else may know of the seat\n"
	"records/case.yaml:31:5: 'agree' ends the work of a seat and needs no form; expected "
	"the form that both answer\n"
	"records/case.yaml:31:5: 'agree' ends the work of a seat and starts from a state "
	"without seats; expected states with seats only\n"},
    {"an end of a seat without a form", "records/case.yaml", "by: reader, form: look, locks",
	"by: reader, locks",
	"records/case.yaml:21:34: no step ends the work of a seat in 'unread'; expected one "
	"from it with a form and locks: true\n"
	"records/case.yaml:27:5: 'finish' ends the work of a seat and needs no form; expected "
	"the form that both answer\n"},
    {"a rank that gives the first answer away", "records/case.yaml",
	"columns:", "rank:\n  - {when: \"finding:x\", points: 5, because: found}\ncolumns:",
	"records/case.yaml:38:5: a rank term reads 'finding', which one reader must not learn "
	"from the other; expected what is known before\n"},
    {"hours of adjudication from a day", "records/case.yaml", "{hours: 4}",
	"{hours: 4, from: received}",
	"records/case.yaml:21:34: the adjudication of 'unread' counts hours from the day "
	"'received'; expected days or working_days\n"},
};

static const struct faulty values[] = {
    {"a set from what is not there", "records/case.yaml", "\"{finding}\"", "\"{fnding}\"",
	"records/case.yaml:27:5: unknown name in braces 'fnding'; expected today, me, reason, "
	"number, name, received, kind, looked_at or 34 more; did you mean 'finding'?\n"},
    {"a set from another type", "records/case.yaml", "\"{finding}\"", "\"{received}\"",
	"records/case.yaml:27:5: set of 'outcome' takes 'received', which is of type date; "
	"expected choice\n"},
    {"a set from today to a choice", "records/case.yaml", "\"{finding}\"", "\"{today}\"",
	"records/case.yaml:27:5: set of 'outcome' takes 'today', which is of type date; "
	"expected choice\n"},
    {"a set from other codes", "records/case.yaml", "\"{finding}\"", "\"{kind}\"",
	"records/case.yaml:27:5: set of 'outcome' takes 'kind', which may be a or b; expected "
	"values that 'outcome' accepts\n"},
    {"a set from what may be absent", "records/case.yaml",
	"{ask: finding, type: choice, of: [x, y]}",
	"{ask: finding, type: choice, of: [x, y], absent: [not_recorded]}",
	"records/case.yaml:27:5: set of 'outcome' takes 'finding', which may be not_recorded; "
	"expected values that 'outcome' accepts\n"},
    {"a child without what it needs", "records/case.yaml", "with: {about: \"{name}\"}",
	"with: {found: 2020-01-01}",
	"records/case.yaml:29:12: a record of type 'action' is opened without its required "
	"field 'about'; expected it under with\n"},
    {"a child with nothing", "records/case.yaml", ", with: {about: \"{name}\"}", "",
	"records/case.yaml:29:12: a record of type 'action' is opened without its required "
	"field 'about'; expected it under with\n"},
    {"a child of an unknown type", "records/case.yaml", "[{type: action", "[{type: acton",
	"records/case.yaml:29:12: unknown record type 'acton'; expected action or case; did "
	"you mean 'action'?\n"},
    {"a child from what is not there", "records/case.yaml", "{about: \"{name}\"}",
	"{about: \"{nmae}\"}",
	"records/case.yaml:29:12: unknown name in braces 'nmae'; expected today, me, reason, "
	"number, name, received, kind, looked_at or 34 more; did you mean 'name'?\n"},
    {"a sample that sets nothing", "records/case.yaml", "{looked_at: yes}", "{}",
	"records/case.yaml:27:5: a sample of 'finish' sets nothing; expected fields under "
	"set\n"},
    {"a sample from what is not there", "records/case.yaml", "{looked_at: yes}",
	"{looked_at: \"{nothing}\"}",
	"records/case.yaml:27:5: unknown name in braces 'nothing'; expected today, me, reason, "
	"number, name, received, kind, looked_at or 34 more\n"},
    {"a link to an unknown type", "review.yaml", "to: case, judged", "to: csae, judged",
	"review.yaml:20:5: unknown record type in to 'csae'; expected action or case; did you "
	"mean 'case'?\n"},
    {"a link from nothing", "review.yaml", "from: case, to: case", "from: [], to: case",
	"review.yaml:20:5: the link 'same_person' has nothing to link; expected record types "
	"in from and to\n"},
    {"a link twice", "review.yaml", "judged: true, family: true}",
	"judged: true, family: true}\n  - {id: same_person, from: case, to: action}",
	"review.yaml:21:5: the link 'same_person' is there twice; expected each once\n"},
    {"a competence twice", "review.yaml", "label: Safe contact}",
	"label: Safe contact}\n  - {id: contact, label: Again}",
	"review.yaml:19:5: the competence 'contact' is there twice; expected each once\n"},
    {"safeguarding of an unknown type", "review.yaml", "{type: action, with",
	"{type: acton, with",
	"review.yaml:22:15: unknown record type 'acton'; expected action or case; did you mean "
	"'action'?\n"},
    {"safeguarding to nobody known", "review.yaml", "alert: chief, acknow",
	"alert: cheif, acknow",
	"review.yaml:22:15: unknown role in alert 'cheif'; expected reader, second, judge, "
	"chief or guest; did you mean 'chief'?\n"},
    {"safeguarding to nobody at all", "review.yaml", "alert: chief, acknow",
	"alert: [], acknow",
	"review.yaml:22:15: safeguarding tells nobody; expected roles in alert\n"},
    {"safeguarding without what the action needs", "review.yaml", "{about: \"{ref}\"}",
	"{found: \"{today}\"}",
	"review.yaml:22:15: a record of type 'action' is opened without its required field "
	"'about'; expected it under with\n"},
    {"safeguarding from what some records lack", "review.yaml", "{about: \"{ref}\"}",
	"{about: \"{name}\"}",
	"review.yaml:22:15: the required field 'about' of 'action' is taken from 'name', which "
	"records of type 'action' have not; expected what every record has\n"},
    {"safeguarding from what no record has", "review.yaml", "{about: \"{ref}\"}",
	"{about: \"{nmae}\"}",
	"review.yaml:22:15: the required field 'about' of 'action' is taken from 'nmae', which "
	"records of type 'action' have not; expected what every record has\n"
	"review.yaml:22:15: the required field 'about' of 'action' is taken from 'nmae', which "
	"records of type 'case' have not; expected what every record has\n"
	"review.yaml:22:15: unknown name in braces 'nmae'; expected today, me, reason, ref, "
	"type, state, band, queue or 26 more\n"},
};

static const struct faulty names[] = {
    {"a reference of a parent that may be missing", "records/action.yaml",
	"open: {by: chief, under: case, when: \"kind:a\", because: only of kind a, reason: "
	"true}",
	"open: {by: chief}",
	"records/action.yaml:6:7: the ref needs the record above, and a record of type "
	"'action' may be opened alone; expected under\n"},
    {"a reference of a parent that never is", "records/case.yaml", "ref: C-{number}",
	"ref: \"{parent}-C{n}\"",
	"records/case.yaml:1:1: the ref needs the record above, and nothing opens a record of "
	"type 'case' under another; expected fields only\n"},
    {"a lone brace", "records/case.yaml", "ref: C-{number}", "ref: C-{number}}",
	"records/case.yaml:1:1: the ref has a lone '}'; expected {field}\n"},
    {"one name of two kinds", "records/action.yaml", "  found: {type: date}",
	"  kind: {type: line}\n  found: {type: date}",
	"records/case.yaml:12:3: the field 'kind' is of type choice here and line in another "
	"record type; expected one kind under one name\n"},
    {"a field that is a word of the language", "records/action.yaml", "  found: {type: date}",
	"  not: {type: line}\n  found: {type: date}",
	"records/action.yaml:9:3: the field is named 'not', a word of the expression language; "
	"expected another name\n"},
    {"a field that is a new word of the program", "records/action.yaml",
	"  found: {type: date}", "  agreed: {type: line}\n  found: {type: date}",
	"records/action.yaml:9:3: the field is named 'agreed', which every record has already; "
	"expected another name\n"},
    {"a queue at the end", "records/action.yaml", "gone: {final: true}",
	"gone: {final: true, queue: chief}",
	"records/action.yaml:12:3: the state 'gone' is final and has a queue; expected one or "
	"the other\n"},
    {"two types of one name", "records/action.yaml", "record: action", "record: case",
	"records/action.yaml:6:39: unknown field 'kind'; did you mean 'band'?\n"
	"records/case.yaml:1:1: the record type 'case' is there twice; expected each once\n"
	"records/case.yaml:29:12: unknown record type 'action'; expected case or case\n"
	"records/case.yaml:31:5: unknown record type before the dot 'action'; expected case\n"
	"review.yaml:22:15: unknown record type 'action'; expected case or case\n"},
    {"a regime on a day taken", "review.yaml", "total_days: 35}",
	"total_days: 35}\n  - {id: new, label: New rules, from: 2014-01-01, total_days: 28}",
	"review.yaml:17:5: the regime 'new' begins no later than the one before it; expected "
	"regimes in the order of their days\n"},
    {"a band twice", "review.yaml", "colour: danger}",
	"colour: danger}\n  - {id: high, mark: h, colour: danger}",
	"review.yaml:15:5: the band 'high' is there twice; expected each once\n"},
    {"a rank that does not hold still", "records/case.yaml",
	"columns:", "rank:\n  - {when: \"late:yes\", points: 5, because: late}\ncolumns:",
	"records/case.yaml:38:5: a rank term reads 'late', which changes by itself or with "
	"every claim; expected a field, an answer, the state or the band\n"},
    {"a start that is no state", "records/action.yaml", "initial: todo", "initial: tood",
	"records/action.yaml:1:1: unknown initial state 'tood'; expected todo or gone; did you "
	"mean 'todo'?\n"},
};

START_TEST(each_fault_of_a_contest_is_told)
{
	each_is_told(whole_pack, seating, COUNT(seating));
}
END_TEST

START_TEST(each_value_that_does_not_fit_is_told)
{
	each_is_told(whole_pack, values, COUNT(values));
}
END_TEST

START_TEST(each_name_that_is_taken_or_missing_is_told)
{
	each_is_told(whole_pack, names, COUNT(names));
}
END_TEST

Suite *suite_conf_faulty_parts(void);
Suite *suite_conf_faulty_parts(void)
{
	const TTest *const tests[] = {
	    each_fault_of_a_contest_is_told,
	    each_value_that_does_not_fit_is_told,
	    each_name_that_is_taken_or_missing_is_told,
	};

	return suite_of("conf/faulty_parts", tests, COUNT(tests));
}
