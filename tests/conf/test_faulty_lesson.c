/* SPDX-License-Identifier: MIT */
/* Faults of a tutorial: each at its place, and with the name that was meant. */
#include "help.h"
#include "lookback/conf/lesson.h"

static struct source taught(void)
{
	struct source s = small_pack();

	add_file(&s, "tutorial.yaml",
	    STR("learner: you\n"
		"watcher: chief\n"
		"people:\n"
		"  - {account: you, roles: reader}\n"
		"  - {account: kim, full: Kim Garth, roles: [chief]}\n"
		"cases:\n"
		"  - {id: one, map: list, row: {No: \"1\", Name: A thing}}\n"
		"steps:\n"
		"  - id: served\n"
		"    part: Reading\n"
		"    say: Press {next}, then {step finish}.\n"
		"    check: ref:C-1 state:open\n"
		"    missing: you hold nothing\n"
		"    hint: Press {next}.\n"
		"    first:\n"
		"      - {as: kim, bring: one}\n"
		"      - {as: kim, decide: finish, on: C-1, answers: {seen: yes}}\n"
		"  - {id: seen, part: Reading, say: Look, deed: viewed, of: C-1, missing: m, "
		"hint: h}\n"
		"end: All.\n"));
	return s;
}

static const struct faulty lesson[] = {
    {"a learner who is nobody", "tutorial.yaml", "learner: you", "learner: yuo",
	"tutorial.yaml:1:10: found 'yuo'; expected an account of the tutorial; did you mean "
	"'you'?\n"},
    {"a watcher without a role", "tutorial.yaml", "watcher: chief", "watcher: cheif",
	"tutorial.yaml:2:10: found 'cheif'; expected a role of the review; did you mean "
	"'chief'?\n"},
    {"a person of no role", "tutorial.yaml", "roles: reader", "roles: reeder",
	"tutorial.yaml:4:27: found 'reeder'; expected a role of the review; did you mean "
	"'reader'?\n"},
    {"a person with training that is none", "tutorial.yaml", "roles: [chief]",
	"roles: [chief], trained: driving",
	"tutorial.yaml:5:62: found 'driving'; expected a competence of the review\n"},
    {"a case of no map", "tutorial.yaml", "map: list", "map: lists",
	"tutorial.yaml:7:20: found 'lists'; expected a map of the pack; did you mean "
	"'list'?\n"},
    {"a cell of no column", "tutorial.yaml", "Name: A thing", "Nmae: A thing",
	"tutorial.yaml:7:41: found 'Nmae'; expected a column of the map; did you mean "
	"'Name'?\n"},
    {"a key of no step", "tutorial.yaml", "{step finish}", "{step finnish}",
	"tutorial.yaml:11:10: found 'finnish'; expected a step of the pack; did you mean "
	"'finish'?\n"},
    {"a check on a state that there is not", "tutorial.yaml", "state:open", "state:opne",
	"tutorial.yaml:12:26: 'opne' is not a value of 'state'; expected open, read or done; "
	"did you mean 'open'?\n"},
    {"a check on an attribute that there is not", "tutorial.yaml", "state:open", "stat:open",
	"tutorial.yaml:12:20: unknown field 'stat'; did you mean 'state'?\n"},
    {"an act by nobody", "tutorial.yaml", "as: kim, bring", "as: kmi, bring",
	"tutorial.yaml:16:14: found 'kmi'; expected an account of the tutorial; did you mean "
	"'kim'?\n"},
    {"a case that is none", "tutorial.yaml", "bring: one", "bring: oen",
	"tutorial.yaml:16:26: found 'oen'; expected a case of the tutorial; did you mean "
	"'one'?\n"},
    {"an act that is two", "tutorial.yaml", "bring: one", "bring: one, open: case",
	"tutorial.yaml:16:9: found 2 things to do; expected one of bring, decide, open\n"},
    {"a step on nothing", "tutorial.yaml", "on: C-1, ", "",
	"tutorial.yaml:17:9: found 'decide' without 'on'; expected both\n"},
    {"a step that is none", "tutorial.yaml", "decide: finish", "decide: finsh",
	"tutorial.yaml:17:27: found 'finsh'; expected a step of the pack; did you mean "
	"'finish'?\n"
	"tutorial.yaml:17:53: found 'seen'; expected a question of the step's form\n"},
    {"an answer to no question", "tutorial.yaml", "{seen: yes}", "{sean: yes}",
	"tutorial.yaml:17:54: found 'sean'; expected a question of the step's form; did you "
	"mean 'seen'?\n"},
    {"a step that nothing shows", "tutorial.yaml", "deed: viewed, of: C-1, ", "",
	"tutorial.yaml:18:5: found neither 'check' nor 'deed'; expected one, which tells that "
	"the step was done\n"},
    {"a deed in other words", "tutorial.yaml", "deed: viewed", "deed: viewd",
	"tutorial.yaml:18:48: found 'viewd'; expected one of viewed, reasoned, answered, "
	"noted, "
	"unlocked, returned; did you mean 'viewed'?\n"},
    {"a step twice", "tutorial.yaml", "{id: seen, part", "{id: served, part",
	"tutorial.yaml:18:10: found the step 'served' twice; expected each once\n"},
    {"no last word", "tutorial.yaml", "end: All.\n", "",
	"tutorial.yaml:1:1: found no 'end' in a tutorial; expected one\n"},
};

START_TEST(each_fault_of_a_tutorial_is_told_at_its_place)
{
	each_is_told(taught, lesson, COUNT(lesson));
}
END_TEST

START_TEST(what_a_tutorial_says_lands_where_the_program_looks)
{
	struct source s = taught();
	const struct lesson *l = loaded(&s)->lesson;

	holds(l && str_is(l->learner, "you") && l->people.n == 2 && l->cases.n == 1);
	holds(str_is(l->people.v[0].full, "You"));
	holds(l->steps.n == 2 && l->steps.v[0].first.n == 2);
	holds(str_is(l->steps.v[0].check, "ref:C-1 state:open"));
	holds(l->steps.v[1].deed == DEED_VIEWED && str_is(l->steps.v[1].of, "C-1"));
	holds(str_is(l->steps.v[0].first.v[1].answers.v[0].name, "seen"));
	holds(lesson_case(l, STR("one")) && !lesson_case(l, STR("two")));
}
END_TEST

START_TEST(a_pack_needs_no_tutorial)
{
	struct source s = small_pack();

	holds(loaded(&s)->lesson == NULL);
}
END_TEST

Suite *suite_conf_faulty_lesson(void);
Suite *suite_conf_faulty_lesson(void)
{
	const TTest *const tests[] = {
	    each_fault_of_a_tutorial_is_told_at_its_place,
	    what_a_tutorial_says_lands_where_the_program_looks,
	    a_pack_needs_no_tutorial,
	};

	return suite_of("conf/faulty lesson", tests, COUNT(tests));
}
