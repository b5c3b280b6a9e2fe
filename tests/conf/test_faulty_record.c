/* SPDX-License-Identifier: MIT */
/* The same for the file of a record type. */
#include "help.h"

static const struct faulty rows[] = {
    {"an unknown key with nothing near", "records/case.yaml", "received: received\n",
	"received: received\nzzzzzzz: 1\n",
	"records/case.yaml:6:1: found key 'zzzzzzz' in a record; expected record, label, "
	"plural, ref, title, initial, received, evidence, timeline, open, clocks, fields, "
	"forms, states, "
	"transitions, lead, rank, "
	"columns\n"},
    {"a type that is none", "records/case.yaml", "{type: date}", "{type: day}",
	"records/case.yaml:1:1: received names 'received', which is of type line; expected "
	"date\n"
	"records/case.yaml:9:20: found 'day'; expected one of line, text, integer, date, "
	"choice, yes_no, yes_no_unknown, choices, staff\n"},
    {"a field without a type", "records/case.yaml", "received: {type: date}", "received: {}",
	"records/case.yaml:1:1: received names 'received', which is of type line; expected "
	"date\n"
	"records/case.yaml:9:13: found no 'type' in a field; expected one\n"},
    {"codes with a date", "records/case.yaml", "{type: date}", "{type: date, of: [a]}",
	"records/case.yaml:9:30: found codes; expected them only with type choice or "
	"choices\n"},
    {"a choice without codes", "records/case.yaml", "type: choice, of: [a, b]", "type: choice",
	"records/case.yaml:10:9: found a choice without codes; expected them under 'of'\n"},
    {"a code twice", "records/case.yaml", "of: [a, b]", "of: [a, a, b]",
	"records/case.yaml:10:32: found code 'a' again; expected each once\n"},
    {"a code that means absence", "records/case.yaml", "of: [a, b]", "of: [a, b, not_recorded]",
	"records/case.yaml:10:35: found 'not_recorded' as a code; expected another word (say "
	"that a value may be missing with 'absent')\n"},
    {"the code none", "records/case.yaml", "of: [a, b]", "of: [a, b, none]",
	"records/case.yaml:10:35: found 'none' as a code; expected another word (say that a "
	"value may be missing with 'absent')\n"},
    {"an absence that is none", "records/case.yaml", "{type: date}",
	"{type: date, absent: [not_record]}",
	"records/case.yaml:9:35: found 'not_record'; expected one of not_applicable, "
	"not_recorded, not_checked; did you mean 'not_recorded'?\n"},
    {"a least above the greatest", "records/case.yaml", "min: 0, max: 9", "min: 10, max: 9",
	"records/case.yaml:11:30: found min greater than max; expected min <= max\n"},
    {"a least alone", "records/case.yaml", "min: 0, max: 9", "min: 3",
	"records/case.yaml:11:30: found 'min' without 'max'; expected both\n"},
    {"a length of a date", "records/case.yaml", "{type: date}", "{type: date, max: 9}",
	"records/case.yaml:9:31: found a greatest value; expected it only with type integer, "
	"line or text\n"},
    {"bars on a line", "records/case.yaml", "type: staff, bars: true", "type: line, bars: true",
	"records/case.yaml:12:30: found bars on a line; expected it only with type staff\n"},
    {"search on a date", "records/case.yaml", "{type: date}", "{type: date, search: true}",
	"records/case.yaml:9:34: found search on a date; expected it only with type line or "
	"text\n"},
    {"an order of words", "records/case.yaml", "{type: date}", "{type: date, ordered: true}",
	"records/case.yaml:9:35: found an order; expected it only with type choice\n"},
    {"a field with the name of the program", "records/case.yaml", "  size: {", "  band: {",
	"records/case.yaml:11:3: the field is named 'band', which every record has already; "
	"expected another name\n"},
    {"a question with the name of a field", "records/case.yaml", "ask: what", "ask: kind",
	"records/case.yaml:17:9: the question 'kind' has the name of another field or "
	"question; expected a name of its own within the record type\n"},
    {"a reason for no answer", "records/case.yaml", "reason_if: \"no\"", "reason_if: noo",
	"records/case.yaml:16:46: found reason_if 'noo'; expected a code of the question or "
	"'*'; did you mean 'no'?\n"},
    {"an expression on an unknown question", "records/case.yaml", "seen:yes", "sen:yes",
	"records/case.yaml:17:43: unknown field 'sen'; did you mean 'seen'?\n"},
    {"an expression with an impossible value", "records/case.yaml", "when: \"kind:a\"",
	"when: \"kind:c\"",
	"records/case.yaml:26:18: 'c' is not a value of 'kind'; expected a or b\n"},
    {"an expression that breaks off", "records/case.yaml", "when: \"kind:a\"",
	"when: (kind:a or",
	"records/case.yaml:26:22: expected a condition, but the expression ends\n"},
    {"an expression about today in a rank", "records/case.yaml", "when: \"kind:a\"",
	"when: \"received:today\"",
	"records/case.yaml:26:22: 'today' moves with the days and cannot be kept in a pack\n"},
    {"an expression about me in a guard", "records/case.yaml", "form: look,",
	"form: look, when: \"holder:me\", because: mine only,",
	"records/case.yaml:23:86: 'me' is nobody in an expression of a pack\n"},
    {"a question that waits for itself", "records/case.yaml", "seen:yes", "what:x",
	"records/case.yaml:17:9: show_if of 'what' reads 'what', which is not yet answered "
	"there; expected an earlier question\n"},
    {"a guard without because", "records/case.yaml", "form: look,",
	"form: look, when: \"kind:a\",",
	"records/case.yaml:23:78: found 'when' without 'because'; expected words that say why "
	"the step is closed\n"},
    {"because without a guard", "records/case.yaml", "form: look,",
	"form: look, because: it is so,",
	"records/case.yaml:23:81: found 'because' without 'when'; expected both\n"},
    {"a transition to nowhere", "records/case.yaml", "to: read", "to: raed",
	"records/case.yaml:19:3: no final state can be reached from 'open'; expected a way to "
	"an end\n"
	"records/case.yaml:20:3: the state 'read' is never reached from 'open'; expected a "
	"transition to it\n"
	"records/case.yaml:21:3: the state 'done' is never reached from 'open'; expected a "
	"transition to it\n"
	"records/case.yaml:23:5: unknown state 'raed'; expected open, read or done; did you "
	"mean 'read'?\n"},
    {"a transition by nobody known", "records/case.yaml", "by: chief", "by: chef",
	"records/case.yaml:24:5: unknown role 'chef'; expected reader or chief; did you mean "
	"'chief'?\n"},
    {"a form that is not there", "records/case.yaml", "form: look", "form: lok",
	"records/case.yaml:23:5: unknown form 'lok'; expected look or check; did you mean "
	"'look'?\n"},
    {"a band that is not there", "records/case.yaml", "band: high", "band: hihg",
	"records/case.yaml:23:5: unknown band 'hihg'; expected low or high; did you mean "
	"'high'?\n"},
    {"two keys in one state", "records/case.yaml", "distinct: finish}",
	"distinct: finish}\n  - {id: drop, key: A, from: read, to: done, by: chief}",
	"records/case.yaml:25:5: the key 'A' does 'agree' and 'drop' in the state 'read'; "
	"expected a key of its own\n"},
    {"a state that is never reached", "records/case.yaml", "  done: {final: true}",
	"  done: {final: true}\n  lost: {final: true}",
	"records/case.yaml:22:3: the state 'lost' is never reached from 'open'; expected a "
	"transition to it\n"},
    {"a state without a way out", "records/case.yaml",
	"  - {id: agree, key: A, from: read, to: done, by: chief, distinct: finish}\n", "",
	"records/case.yaml:19:3: no final state can be reached from 'open'; expected a way to "
	"an end\n"
	"records/case.yaml:20:3: the state 'read' has no way out; expected a transition from "
	"it, or final: true\n"
	"records/case.yaml:21:3: the state 'done' is never reached from 'open'; expected a "
	"transition to it\n"},
    {"distinct from a step that is none", "records/case.yaml", "distinct: finish",
	"distinct: finsh",
	"records/case.yaml:24:5: unknown transition in distinct 'finsh'; expected finish, "
	"agree or opened; did you mean 'finish'?\n"},
    {"a set of an unknown field", "records/case.yaml", "form: look,",
	"form: look, set: {knid: a},",
	"records/case.yaml:23:78: found 'knid'; expected a field of 'case'; did you mean "
	"'kind'?\n"},
    {"a set to an impossible value", "records/case.yaml", "form: look,",
	"form: look, set: {kind: z},",
	"records/case.yaml:23:84: 'z' is not one of the choices; expected a or b\n"},
    {"a set to a day that moves", "records/case.yaml", "form: look,",
	"form: look, set: {received: today},",
	"records/case.yaml:23:88: found 'today'; expected a date such as 2023-04-05\n"},
    {"two limits at once", "records/case.yaml", "{days: 3}", "{days: 3, hours: 1}",
	"records/case.yaml:19:46: found 2 limits; expected one of hours, days, working_days\n"},
    {"a limit by a band that is none", "records/case.yaml", "low: {days: 3}", "lwo: {days: 3}",
	"records/case.yaml:19:41: found 'lwo'; expected a band of the review; did you mean "
	"'low'?\n"},
    {"a limit on a final state", "records/case.yaml", "{final: true}",
	"{final: true, due: {days: 1}}",
	"records/case.yaml:21:28: found a limit on a final state; expected none\n"},
    {"a queue of no role", "records/case.yaml", "queue: chief", "queue: boss",
	"records/case.yaml:20:3: unknown role 'boss'; expected reader or chief\n"},
    {"a rank term that is half", "records/case.yaml", ", points: 5", "",
	"records/case.yaml:26:5: found a rank term that is not whole; expected when and "
	"points, or per_day and since\n"},
    {"a rank since no date", "records/case.yaml",
	"- {when: \"kind:a\", points: 5, because: an a}",
	"- {per_day: 1, since: name, because: waiting}",
	"records/case.yaml:26:5: unknown date in since 'name'; expected opened, moved or "
	"received\n"},
    {"a template with an unknown field", "records/case.yaml", "C-{number}", "C-{nubmer}",
	"records/case.yaml:1:1: unknown field in the template 'nubmer'; expected number, name, "
	"received, kind, size or worker; did you mean 'number'?\n"},
    {"a reference that may be missing", "records/case.yaml", "C-{number}", "C-{kind}",
	"records/case.yaml:1:1: the ref needs the field 'kind', which may be left out; "
	"expected required: true\n"},
    {"a column of nothing", "records/case.yaml", "name: ref, width", "name: reff, width",
	"records/case.yaml:28:5: unknown field in columns 'reff'; expected number, name, "
	"received, kind, size, worker, ref, type or 32 more; did you mean 'ref'?\n"},
    {"a column of no width", "records/case.yaml", "width: 8", "width: 0",
	"records/case.yaml:28:24: found '0'; expected a whole number from 1 to 80\n"},
    {"two faults at once, by place", "records/case.yaml", "to: read, by: reader",
	"to: raed, by: redaer",
	"records/case.yaml:19:3: no final state can be reached from 'open'; expected a way to "
	"an end\n"
	"records/case.yaml:20:3: the state 'read' is never reached from 'open'; expected a "
	"transition to it\n"
	"records/case.yaml:21:3: the state 'done' is never reached from 'open'; expected a "
	"transition to it\n"
	"records/case.yaml:23:5: unknown role 'redaer'; expected reader or chief; did you mean "
	"'reader'?\n"
	"records/case.yaml:23:5: unknown state 'raed'; expected open, read or done; did you "
	"mean 'read'?\n"},
    {"bad yaml in one file", "records/case.yaml", "fields:", "fields: [",
	"records/case.yaml:8:3: found a fault of form: while parsing a flow sequence did not "
	"find expected ',' or ']'; expected YAML\n"},
};

START_TEST(each_fault_of_a_record_is_told_at_its_place)
{
	each_is_told(small_pack, rows, COUNT(rows));
}
END_TEST

Suite *suite_conf_faulty_record(void);
Suite *suite_conf_faulty_record(void)
{
	const TTest *const tests[] = {each_fault_of_a_record_is_told_at_its_place};

	return suite_of("conf/faulty_record", tests, COUNT(tests));
}
