/* SPDX-License-Identifier: MIT */
/* Faults of steps and their consequences: each at its place. */
#include "help.h"

#include <string.h>

static const struct faulty steps[] = {
    {"an automatic step in other words", "records/case.yaml", "auto: true", "auto: yes",
	"records/case.yaml:36:23: found 'yes'; expected true or false\n"},
    {"an automatic step with a key", "records/case.yaml", "auto: true,", "auto: true, key: c,",
	"records/case.yaml:36:34: found 'key' on an automatic step; expected none\n"},
    {"an automatic step by people", "records/case.yaml", "auto: true,",
	"auto: true, by: chief, form: look, reason: true,",
	"records/case.yaml:36:33: found 'by' on an automatic step; expected none\n"
	"records/case.yaml:36:46: found 'form' on an automatic step; expected none\n"
	"records/case.yaml:36:60: found 'reason' on an automatic step; expected none\n"},
    {"an automatic step that explains itself", "records/case.yaml", "auto: true,",
	"auto: true, because: it is so,",
	"records/case.yaml:36:38: found 'because' on an automatic step; expected none\n"},
    {"an automatic step of different people", "records/case.yaml", "auto: true,",
	"auto: true, distinct: finish, people: 2,",
	"records/case.yaml:36:39: found 'distinct' on an automatic step; expected none\n"
	"records/case.yaml:36:55: found 'people' on an automatic step; expected none\n"},
    {"a step without a key", "records/case.yaml", "{id: back, key: b,", "{id: back,",
	"records/case.yaml:35:5: found no 'key' in a transition; expected one\n"},
    {"a step by nobody", "records/case.yaml", "to: unread, by: chief,", "to: unread,",
	"records/case.yaml:35:5: found no 'by' in a transition; expected one\n"},
    {"a step of one person", "records/case.yaml", "people: 2", "people: 1",
	"records/case.yaml:31:69: found '1'; expected a whole number from 2 to 9\n"},
    {"a step of people in words", "records/case.yaml", "people: 2", "people: two",
	"records/case.yaml:31:69: found 'two'; expected a whole number from 2 to 9\n"},
    {"a step of a record of a record", "records/case.yaml", "action.finish",
	"action.finish.again",
	"records/case.yaml:32:32: found 'action.finish.again'; expected a name, or one such as "
	"parent.name\n"},
    {"a step of nobody's record", "records/case.yaml", "action.finish", ".finish",
	"records/case.yaml:32:32: found '.finish'; expected a name, or one such as "
	"parent.name\n"},
    {"a step of a record in capitals", "records/case.yaml", "action.finish", "Action.finish",
	"records/case.yaml:32:32: found 'Action.finish'; expected a name, or one such as "
	"parent.name\n"},
    {"a step that is different twice", "records/case.yaml", "opened, action.finish",
	"finish, action.finish",
	"records/case.yaml:32:24: found 'finish' again; expected each once\n"},
    {"a lock in other words", "records/case.yaml", "locks: true", "locks: 1",
	"records/case.yaml:21:34: no step ends the work of a seat in 'unread'; expected one "
	"from it with a form and locks: true\n"
	"records/case.yaml:27:81: found '1'; expected true or false\n"},
    {"a clock started in capitals", "records/case.yaml", "start: total", "start: Total",
	"records/case.yaml:28:12: found 'Total'; expected a name of small letters, digits and "
	"_; did you mean 'total'?\n"},
    {"an override by a map", "records/case.yaml", "override: chief", "override: {chief: 1}",
	"records/case.yaml:32:58: found a map; expected a name or a list of names\n"},
};

static const struct faulty consequences[] = {
    {"a set of an unknown field", "records/case.yaml", "set: {outcome:", "set: {outcom:",
	"records/case.yaml:28:25: found 'outcom'; expected a field of 'case'; did you mean "
	"'outcome'?\n"},
    {"a set with words around a name", "records/case.yaml", "set: {outcome: \"{finding}\"}",
	"set: {outcome: \"{finding} now\"}",
	"records/case.yaml:28:34: found '{finding} now'; expected a value, or \"{name}\" and "
	"nothing beside it\n"},
    {"a set from nothing", "records/case.yaml", "set: {outcome: \"{finding}\"}",
	"set: {outcome: \"{}\"}",
	"records/case.yaml:28:34: found '{}'; expected a value, or \"{name}\" and nothing "
	"beside it\n"},
    {"a set from a name in capitals", "records/case.yaml", "set: {outcome: \"{finding}\"}",
	"set: {outcome: \"{Finding}\"}",
	"records/case.yaml:28:34: found 'Finding'; expected a name of small letters, digits "
	"and _; did you mean 'finding'?\n"},
    {"a set from a name without quotes", "records/case.yaml", "set: {outcome: \"{finding}\"}",
	"set: {outcome: {finding}}",
	"records/case.yaml:28:34: found a map; expected a value, or \"{name}\" in quotes\n"},
    {"a set to a lone brace", "records/case.yaml", "set: {outcome: \"{finding}\"}",
	"set: {outcome: \"x}\"}",
	"records/case.yaml:28:34: found 'x}'; expected a value, or \"{name}\" and nothing "
	"beside it\n"},
    {"a set that is a text", "records/case.yaml", "set: {outcome: \"{finding}\"}",
	"set: outcome",
	"records/case.yaml:28:24: found 'outcome'; expected a map of field to value\n"},
    {"a child with an unknown field", "records/case.yaml", "with: {about:", "with: {abuot:",
	"records/case.yaml:29:53: found 'abuot'; expected a field of 'action'; did you mean "
	"'about'?\n"},
    {"a child with an impossible date", "records/case.yaml", "{about: \"{name}\"}",
	"{about: \"{name}\", found: soon}",
	"records/case.yaml:29:77: found 'soon'; expected a date such as 2023-04-05\n"},
    {"a child with a day that moves", "records/case.yaml", "{about: \"{name}\"}",
	"{about: \"{name}\", found: today}",
	"records/case.yaml:29:77: found 'today'; expected a date such as 2023-04-05\n"},
    {"a child with a field of its parent", "records/case.yaml", "{about: \"{name}\"}",
	"{about: \"{name}\", kind: a}",
	"records/case.yaml:29:70: found 'kind'; expected a field of 'action'\n"},
    {"a child of no type", "records/case.yaml", "{type: action, when", "{when",
	"records/case.yaml:29:12: found no 'type' in a record to open; expected one\n"},
    {"a child on an unknown question", "records/case.yaml", "\"finding:x\", with",
	"\"fnding:x\", with",
	"records/case.yaml:29:34: unknown field 'fnding'; did you mean 'finding'?\n"},
    {"a child on what only the child has", "records/case.yaml", "\"finding:x\", with",
	"\"about:x\", with", "records/case.yaml:29:34: unknown field 'about'\n"},
    {"children that are no list", "records/case.yaml",
	"open: [{type: action, when: \"finding:x\", with: {about: \"{name}\"}}]",
	"open: action", "records/case.yaml:29:11: found 'action'; expected a list\n"},
    {"a slip in a child", "records/case.yaml", "{type: action, when: \"finding:x\", with",
	"{type: action, when: \"finding:x\", wiht",
	"records/case.yaml:29:46: found key 'wiht' in a record to open; expected type, when, "
	"with; did you mean 'with'?\n"},
    {"a sample of nobody", "records/case.yaml", "percent: 10", "percent: 0",
	"records/case.yaml:30:24: found '0'; expected a whole number from 1 to 100\n"},
    {"a sample of more than all", "records/case.yaml", "percent: 10", "percent: 101",
	"records/case.yaml:30:24: found '101'; expected a whole number from 1 to 100\n"},
    {"a sample without a share", "records/case.yaml", "{percent: 10, when", "{when",
	"records/case.yaml:30:14: found no 'percent' in a sample; expected one\n"},
    {"a sample without a consequence", "records/case.yaml", ", set: {looked_at: yes}", "",
	"records/case.yaml:30:14: found no 'set' in a sample; expected one\n"},
    {"a sample on an impossible value", "records/case.yaml", "\"kind:b\", set",
	"\"kind:z\", set",
	"records/case.yaml:30:40: 'z' is not a value of 'kind'; expected a or b\n"},
    {"a sample to an impossible value", "records/case.yaml", "looked_at: yes",
	"looked_at: maybe",
	"records/case.yaml:30:61: 'maybe' is not one of the choices; expected yes or no\n"},
    {"a set to a text of two lines", "records/case.yaml", "\"{finding}\"", "\"x\\n  y\"",
	"records/case.yaml:28:34: 'x   y' is not one of the choices; expected x or y\n"},
};

START_TEST(each_fault_of_a_step_is_told)
{
	each_is_told(whole_pack, steps, COUNT(steps));
}
END_TEST

START_TEST(each_fault_of_a_consequence_is_told)
{
	each_is_told(whole_pack, consequences, COUNT(consequences));
}
END_TEST

/* One pack, one slip in each of six places, in three files. */
START_TEST(a_pack_with_several_faults_lists_them_all_by_place)
{
	struct source s = whole_pack();
	const char *told;

	spoil(&s, "review.yaml", "denies: [take, note]", "denies: take");
	spoil(&s, "review.yaml", "{hours: 2}", "{minutes: 90}");
	spoil(&s, "records/action.yaml", "{days: 1, from: found}", "{from: found}");
	spoil(&s, "records/case.yaml", "second: second, when", "when");
	spoil(&s, "records/case.yaml", "percent: 10", "percent: 0");
	spoil(&s, "records/case.yaml", "auto: true,", "auto: true, key: c,");
	told = faults_of(&s);
	ck_assert_str_eq(told,
	    "records/action.yaml:11:29: found 0 limits; expected one of hours, days, "
	    "working_days, by_band, regime\n"
	    "records/case.yaml:21:34: found no 'second' in a seating; expected one\n"
	    "records/case.yaml:30:24: found '0'; expected a whole number from 1 to 100\n"
	    "records/case.yaml:36:34: found 'key' on an automatic step; expected none\n"
	    "review.yaml:11:41: found 'take'; expected a list\n"
	    "review.yaml:21:24: found key 'minutes' in a limit; expected hours, days, "
	    "working_days\n");
}
END_TEST

static const char *text_of(const struct source *s, const char *file)
{
	for (size_t i = 0; i < s->files.n; i++)
		if (str_is(s->files.v[i].name, file))
			return s->files.v[i].text.p;
	return "";
}

static size_t line_of(const struct source *s, const struct faulty *f)
{
	const char *text = text_of(s, f->file), *at = strstr(text, f->from);
	size_t line = 1;

	for (const char *c = text; c < at; c++)
		line += *c == '\n';
	return line;
}

static void holds_all(const char *told, const char *lines)
{
	struct str rest = str_of(lines), line;

	while (str_cut(&rest, '\n', &line))
		if (!strstr(told, arena_str(&arena, line).p))
			ck_abort_msg("%.*s\nis not in\n%s", STR_ARG(line), told);
}

/* False when the two are in one line, where the first would move the second. */
static bool try_both(const struct faulty *a, const struct faulty *b)
{
	struct source s = whole_pack();

	if (line_of(&s, a) == line_of(&s, b))
		return false;
	spoil(&s, a->file, a->from, a->to);
	spoil(&s, b->file, b->from, b->to);
	holds_all(faults_of(&s), a->told);
	holds_all(faults_of(&s), b->told);
	arena_clear(&arena);
	return true;
}

START_TEST(no_fault_of_a_step_hides_one_of_its_consequences)
{
	size_t pairs = 0;

	for (size_t i = 0; i < COUNT(steps); i++)
		for (size_t k = 0; k < COUNT(consequences); k++)
			pairs += try_both(&steps[i], &consequences[k]);
	ck_assert_uint_gt(pairs, 200);
}
END_TEST

Suite *suite_conf_faulty_step(void);
Suite *suite_conf_faulty_step(void)
{
	const TTest *const tests[] = {
	    each_fault_of_a_step_is_told,
	    each_fault_of_a_consequence_is_told,
	    a_pack_with_several_faults_lists_them_all_by_place,
	    no_fault_of_a_step_hides_one_of_its_consequences,
	};

	return suite_of("conf/faulty_step", tests, COUNT(tests));
}
