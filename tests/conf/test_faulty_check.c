/* SPDX-License-Identifier: MIT */
/* Faults that the files together show: steps, people, clocks and conditions. */
#include "help.h"

static const struct faulty autos[] = {
    {"an automatic step that takes a reason", "records/case.yaml",
	"to: done, when: \"-has:open\"}",
	"to: done, when: \"-has:open\", set: {name: \"{reason}\"}}",
	"records/case.yaml:36:5: the automatic step 'close' sets a {reason}, and nobody gives "
	"one; expected a value\n"},
    {"a circle without anybody in it", "records/case.yaml", "to: done, when: \"-has:open\"}",
	"to: done, when: \"-has:open\"}\n  - {id: around, auto: true, from: waiting, to: "
	"waiting, when: \"kind:a\"}",
	"records/case.yaml:37:5: the automatic step 'around' is part of a circle of automatic "
	"steps; expected a step that a person takes on the way round\n"},
    {"records without end", "records/action.yaml", "competence: contact}",
	"competence: contact}\n  - {id: more, auto: true, from: todo, to: gone, open: [{type: "
	"action, with: {about: x}}]}",
	"records/action.yaml:1:1: a new record of type 'action' opens others without end, by "
	"automatic steps alone; expected a step that a person takes on the way\n"
	"records/action.yaml:14:5: 'finish' is never taken from 'todo': the automatic step "
	"'more' always leaves it at once; expected a condition there\n"},
    {"an automatic step that approves", "records/case.yaml", "auto: true,",
	"auto: true, approves: look,",
	"records/case.yaml:36:5: the automatic step 'close' approves a form; expected a step "
	"that people take\n"},
    {"a clock started and stopped at once", "records/case.yaml", "start: total,",
	"start: total, stop: total,",
	"records/case.yaml:27:5: 'finish' starts and stops the clock 'total'; expected one of "
	"the two\n"},
    {"a clock that nobody starts", "records/case.yaml", "    start: total, set", "    set",
	"records/case.yaml:7:3: no step starts the clock 'total'; expected start in one of "
	"them\n"
	"records/case.yaml:31:5: 'agree' stops the clock 'total', which no step starts; "
	"expected start in a step before it\n"},
    {"a guard that can never hold", "records/case.yaml", "when: \"finding:x\", because",
	"when: \"finding:x and finding:y\", because",
	"records/case.yaml:31:5: the condition of the step 'agree' can never hold; expected "
	"one that some record can meet\n"},
    {"an opening that can never be", "records/action.yaml", "\"kind:a\"",
	"\"kind:a and kind:b\"",
	"records/action.yaml:6:7: the condition of opening 'action' can never hold; expected "
	"one that some record can meet\n"},
    {"a second seat that can never be", "records/case.yaml", "second: second, when: \"kind:a\"",
	"second: second, when: \"kind:a and -has:kind\"",
	"records/case.yaml:21:34: the condition of the seats of 'unread' can never hold; "
	"expected one that some record can meet\n"},
    {"a child that can never be", "records/case.yaml", "\"finding:x\", with",
	"\"state:unread\", with",
	"records/case.yaml:29:12: the condition of opening 'action' can never hold; expected "
	"one that some record can meet\n"},
    {"a sample that can never be", "records/case.yaml", "\"kind:b\", set",
	"\"kind:b and kind:none\", set",
	"records/case.yaml:27:5: the condition of a sample of 'finish' can never hold; "
	"expected one that some record can meet\n"},
    {"an automatic step that can never be", "records/case.yaml", "\"-has:open\"",
	"\"has:open and open:none\"",
	"records/case.yaml:36:5: the condition of the step 'close' can never hold; expected "
	"one that some record can meet\n"},
};

static const struct faulty limits[] = {
    {"hours from a day", "records/action.yaml", "{days: 1, from: found}",
	"{hours: 1, from: found}",
	"records/action.yaml:11:3: the state 'todo' counts hours from the day 'found'; "
	"expected days or working_days\n"},
    {"days from a text", "records/action.yaml", "from: found", "from: about",
	"records/action.yaml:11:3: unknown date in from 'about'; expected found\n"},
    {"days from a slip", "records/action.yaml", "from: found", "from: fuond",
	"records/action.yaml:11:3: unknown date in from 'fuond'; expected found; did you mean "
	"'found'?\n"},
    {"the rules of no day", "records/case.yaml", "received: received\n", "",
	"records/case.yaml:6:3: the clock 'total' is due by the rules in force, and the record "
	"type has no received; expected the date that decides which rules\n"},
    {"the rules of no review", "review.yaml",
	"regimes:\n  - {id: old, label: Old rules, from: 2014-01-01, total_days: 35}\n", "",
	"records/case.yaml:7:3: the clock 'total' is due by the rules in force, and the review "
	"has none; expected regimes\n"},
    {"a clock that is not there", "records/case.yaml", "start: total", "start: totl",
	"records/case.yaml:7:3: no step starts the clock 'total'; expected start in one of "
	"them\n"
	"records/case.yaml:27:5: unknown clock in start 'totl'; expected total; did you mean "
	"'total'?\n"
	"records/case.yaml:31:5: 'agree' stops the clock 'total', which no step starts; "
	"expected start in a step before it\n"},
    {"a clock stopped that is not there", "records/case.yaml", "stop: total", "stop: totl",
	"records/case.yaml:31:5: unknown clock in stop 'totl'; expected total; did you mean "
	"'total'?\n"},
    {"an escalation to nobody", "records/case.yaml", "escalate: chief", "escalate: cheif",
	"records/case.yaml:7:3: unknown role in escalate 'cheif'; expected reader, second, "
	"judge, chief or guest; did you mean 'chief'?\n"},
    {"an escalation of a state to nobody", "records/action.yaml", "escalate: judge",
	"escalate: jugde",
	"records/action.yaml:11:3: unknown role in escalate 'jugde'; expected reader, second, "
	"judge, chief or guest; did you mean 'judge'?\n"},
    {"a chain to nobody", "review.yaml", "[chief, judge]", "[chief, jugde]",
	"review.yaml:21:42: found 'jugde'; expected a role of the review; did you mean "
	"'judge'?\n"},
    {"a limit on the way and none at the end", "records/case.yaml", "waiting: {}",
	"waiting: {due: {regime: total, from: name}}",
	"records/case.yaml:24:3: unknown date in from 'name'; expected received\n"},
};

static const struct faulty people[] = {
    {"apart from what nobody takes", "records/case.yaml", "distinct: [finish, ",
	"distinct: [close, ",
	"records/case.yaml:31:5: 'agree' is kept apart from 'close', which nobody takes: it is "
	"automatic; expected a step of people\n"},
    {"apart from what comes later", "records/case.yaml", "form: look, locks",
	"form: look, distinct: agree, locks",
	"records/case.yaml:27:5: 'finish' is kept apart from 'agree', which never comes before "
	"it; expected a step that leads there\n"},
    {"apart from a parent that is none", "records/case.yaml", "distinct: [finish, ",
	"distinct: [parent.finish, ",
	"records/case.yaml:31:5: 'agree' is kept apart from a step of the record above, and a "
	"record of type 'case' stands under none; expected a step of its own\n"},
    {"apart from a type that is none", "records/case.yaml", "action.finish", "acton.finish",
	"records/case.yaml:31:5: unknown record type before the dot 'acton'; expected action; "
	"did you mean 'action'?\n"},
    {"apart from a step of a child that is none", "records/case.yaml", "action.finish",
	"action.finsh",
	"records/case.yaml:31:5: unknown transition of another record in distinct 'finsh'; "
	"expected opened or finish; did you mean 'finish'?\n"},
    {"more people than there are", "records/action.yaml", "by: chief, competence",
	"by: chief, people: 2, competence",
	"records/action.yaml:14:5: 'finish' needs 2 different people, and no more than 1 can "
	"have acted; expected more steps before it or a smaller number\n"},
    {"training that is not there", "records/action.yaml", "competence: contact",
	"competence: contacts",
	"records/action.yaml:14:5: unknown competence 'contacts'; expected contact; did you "
	"mean 'contact'?\n"},
    {"an override by nobody", "records/case.yaml", "override: chief", "override: cheif",
	"records/case.yaml:31:5: unknown role in override 'cheif'; expected reader, second, "
	"judge, chief or guest; did you mean 'chief'?\n"},
    {"an alert to nobody", "records/case.yaml", "alert: chief}", "alert: cheif}",
	"records/case.yaml:31:5: unknown role 'cheif'; expected reader, second, judge, chief "
	"or guest; did you mean 'chief'?\n"},
    {"an approval of no form", "records/case.yaml", "approves: look", "approves: lok",
	"records/case.yaml:31:5: unknown form in approves 'lok'; expected look; did you mean "
	"'look'?\n"},
    {"a step that undoes none", "records/case.yaml", "cancels: finish", "cancels: finsh",
	"records/case.yaml:35:5: unknown transition in cancels 'finsh'; expected finish, "
	"agree, back or close; did you mean 'finish'?\n"},
    {"a step for those who may not take", "records/action.yaml", "to: gone, by: chief",
	"to: gone, by: guest",
	"records/action.yaml:14:5: nobody can do the transition 'finish'; expected in by a "
	"role with the right to take\n"},
    {"a step from nowhere", "records/action.yaml", "from: todo, to: gone", "from: [], to: gone",
	"records/action.yaml:11:3: the state 'todo' has no way out; expected a transition from "
	"it, or final: true\n"
	"records/action.yaml:12:3: the state 'gone' is never reached from 'todo'; expected a "
	"transition to it\n"
	"records/action.yaml:14:5: the transition 'finish' starts nowhere; expected from\n"},
    {"an opening by those who may only read", "records/action.yaml", "open: {by: chief",
	"open: {by: guest",
	"records/action.yaml:6:7: nobody may open a record of type 'action'; expected in by a "
	"role with the right to take or note\n"},
    {"an opening by nobody known", "records/action.yaml", "open: {by: chief",
	"open: {by: cheif",
	"records/action.yaml:6:7: unknown role 'cheif'; expected reader, second, judge, chief "
	"or guest; did you mean 'chief'?\n"},
    {"an opening under no type", "records/action.yaml",
	"under: case, when: \"kind:a\", because: only of kind a,", "under: cas,",
	"records/action.yaml:6:7: unknown record type in under 'cas'; expected action or case; "
	"did you mean 'case'?\n"},
    {"a step of the same name", "records/case.yaml", "{id: back,", "{id: agree,",
	"records/case.yaml:35:5: the transition 'agree' is there twice; expected each once\n"},
};

START_TEST(each_circle_and_each_impossible_condition_is_told)
{
	each_is_told(whole_pack, autos, COUNT(autos));
}
END_TEST

START_TEST(each_limit_that_cannot_be_counted_is_told)
{
	each_is_told(whole_pack, limits, COUNT(limits));
}
END_TEST

START_TEST(each_step_that_the_people_cannot_take_is_told)
{
	each_is_told(whole_pack, people, COUNT(people));
}
END_TEST

Suite *suite_conf_faulty_check(void);
Suite *suite_conf_faulty_check(void)
{
	const TTest *const tests[] = {
	    each_circle_and_each_impossible_condition_is_told,
	    each_limit_that_cannot_be_counted_is_told,
	    each_step_that_the_people_cannot_take_is_told,
	};

	return suite_of("conf/faulty_check", tests, COUNT(tests));
}
