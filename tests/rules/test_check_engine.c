/* SPDX-License-Identifier: MIT */
/* Faults of people, seats, clocks, automatic steps and conditions. */
#include "support/toypack.h"
#include "wreck.h"

Suite *suite_rules_check_engine(void);

static void denied(struct wreck *w)
{
	w->pack->roles.v[1].denies = RIGHT_TAKE;
}
static void apart_from_what_comes_later(struct wreck *w)
{
	wreck_step(w, "ask")->distinct = toy_list(w->arena, "sign_off");
}
static void apart_from_nobody(struct wreck *w)
{
	wreck_step(w, "confirm")->distinct = toy_list(w->arena, "lapse opened");
}
static void apart_from_another_type(struct wreck *w)
{
	wreck_step(w, "ask")->distinct = toy_list(
	    w->arena, "parent.accept cse.answer paper.include enquiry.anwser action.lapse");
}
static void apart_from_no_parent(struct wreck *w)
{
	w->pack->safeguarding.type = STR("");
	wreck_step(w, "ask")->distinct = toy_list(w->arena, "parent.opened");
}
static void apart_twice(struct wreck *w)
{
	wreck_step(w, "finish")->distinct = toy_list(w->arena, "triage_red triage_red");
}
static void more_people_than_steps(struct wreck *w)
{
	wreck_step(w, "triage_red")->people = 2;
	wreck_step(w, "sign_off")->people = 60; /* with research between as many as one likes */
}
static void fewer_seats_than_people(struct wreck *w)
{
	struct record_type *t = wreck_type(w, "paper");

	t->transitions.v[2].to = STR("filed");
	wreck_step(w, "file")->people = 4;
	wreck_step(w, "include")->people = 4;
}

static struct seats *seats(struct wreck *w)
{
	return &wreck_type(w, "paper")->states.v[0].seats;
}
static void seat_of_nobody(struct wreck *w)
{
	seats(w)->second = STR("second_raeder");
	seats(w)->adjudicator = STR("auditor");
}
static void seat_without_end(struct wreck *w)
{
	wreck_step(w, "include")->locks = false;
	wreck_step(w, "exclude")->form = STR("");
}
static void seat_that_compares_nothing(struct wreck *w)
{
	struct form *f = &wreck_type(w, "paper")->forms.v[0];

	for (size_t i = 0; i < 2; i++)
		f->questions[i].spec.type = VT_LINE;
	wreck_step(w, "include")->samples.n = 0;
	seats(w)->when_text = STR("headlin:x");
}
static void seat_that_compares_too_much(struct wreck *w)
{
	seats(w)->compare = toy_list(w->arena, "eligible elegible audit");
}
static void seat_at_the_end(struct wreck *w)
{
	struct state *s = &wreck_type(w, "paper")->states.v[0];

	s->final = true;
	s->queue = STR("");
}
static void lock_without_seats(struct wreck *w)
{
	wreck_step(w, "ask")->locks = true;
}
static void lock_overridden(struct wreck *w)
{
	wreck_step(w, "include")->override = toy_list(w->arena, "supervisor");
}
static void rank_that_tells(struct wreck *w)
{
	struct record_type *t = wreck_type(w, "paper");

	*arena_push(w->arena, &t->ranks) = (struct rank_term){.points = 5,
	    .when = tree(w->arena, w->pack, t, "eligible:unsure"),
	    .when_text = STR("eligible:unsure")};
	*arena_push(w->arena, &t->ranks) =
	    (struct rank_term){.per_day = 1, .because = STR("here"), .since = STR("moved")};
	*arena_push(w->arena, &t->ranks) = (struct rank_term){.points = 1,
	    .when = tree(w->arena, w->pack, t, "did:include or open:action"),
	    .when_text = STR("did:include or open:action")};
}

static void clock_never_started(struct wreck *w)
{
	wreck_step(w, "triage_red")->start = (struct strs){0};
}
static void clock_started_and_stopped(struct wreck *w)
{
	wreck_step(w, "triage_red")->stop = toy_list(w->arena, "answer");
}

static void automatic_with_people(struct wreck *w)
{
	wreck_step(w, "lapse")->by = toy_list(w->arena, "reviewer");
	wreck_step(w, "lapse")->approves = toy_list(w->arena, "outcome");
}
static void automatic_with_reason(struct wreck *w)
{
	*arena_push(w->arena, &wreck_step(w, "lapse")->set) =
	    (struct assign){.name = STR("cause"), .from = STR("reason")};
	wreck_step(w, "lapse")->reason = true;
}
static void automatic_circle(struct wreck *w)
{
	struct transition *ask = wreck_step(w, "ask"), *found = wreck_step(w, "found");

	ask->automatic = found->automatic = true;
	ask->key = found->key = 0;
	ask->by = found->by = found->cancels = (struct strs){0};
	ask->reason = false;
}
static void automatic_always(struct wreck *w)
{
	wreck_step(w, "lapse")->when = tree(
	    w->arena, w->pack, wreck_type(w, "action"), "urgency<=normal or -urgency<=normal");
}
static void automatic_behind(struct wreck *w)
{
	struct transition *accept = wreck_step(w, "accept");

	automatic_always(w);
	accept->automatic = true;
	accept->key = 0;
	accept->by = (struct strs){0};
}
static void automatic_alone(struct wreck *w)
{
	struct transition *redo = wreck_step(w, "redo");

	redo->automatic = true;
	redo->from = toy_list(w->arena, "doing");
	redo->key = 0;
	redo->by = redo->cancels = (struct strs){0};
	redo->reason = false;
}
/* An action opens an enquiry as it lapses, an enquiry an action as it comes. */
static void endless(struct wreck *w)
{
	struct transition *lapse = wreck_step(w, "lapse"), *answer = wreck_step(w, "answer");
	struct opens *o = arena_push(w->arena, &lapse->opens);

	*o = (struct opens){.type = STR("enquiry")};
	*arena_push(w->arena, &o->with) =
	    (struct assign){.name = STR("number"), .from = STR("ref")};
	*arena_push(w->arena, &o->with) =
	    (struct assign){.name = STR("received"), .value = value_str(STR("2016-01-01"))};
	o = arena_push(w->arena, &answer->opens);
	*o = (struct opens){.type = STR("action")};
	*arena_push(w->arena, &o->with) =
	    (struct assign){.name = STR("urgency"), .value = value_str(STR("nil"))};
	answer->automatic = true;
	answer->key = 0;
	answer->by = (struct strs){0};
	answer->reason = false;
}

static void guard(struct wreck *w, const char *step, const char *type, const char *text)
{
	wreck_step(w, step)->when = tree(w->arena, w->pack, wreck_type(w, type), text);
}
static void guards_that_never_hold(struct wreck *w)
{
	guard(w, "ask", "case", "state:research");
	guard(w, "finish", "case", "later:yes later:no");
	guard(w, "accept", "action", "open:paper");
}
static void consequences_that_never_happen(struct wreck *w)
{
	wreck_step(w, "triage_red")->opens.v[0].when =
	    tree(w->arena, w->pack, w->type, "state:triage");
	wreck_step(w, "include")->samples.v[0].when =
	    tree(w->arena, w->pack, wreck_type(w, "paper"), "state:dropped");
	seats(w)->when = tree(w->arena, w->pack, wreck_type(w, "paper"), "state:kept");
	wreck_type(w, "enquiry")->open.when = tree(w->arena, w->pack, w->type, "state:waiting");
}
static void questions_never_asked(struct wreck *w)
{
	w->type->forms.v[0].questions[2].show_if =
	    tree(w->arena, w->pack, w->type, "later:yes -has:later");
	w->type->ranks.v[1].when = tree(w->arena, w->pack, w->type, "visits>20");
}

static const struct damage damages[] = {
    {denied, "0: the queue of 'review' is for 'reviewer', a role without the right to take; "
	     "expected a role that is served work\n"
	     "7: nobody can do the transition 'ask'; expected in by a role with the right to "
	     "take\n"
	     "0: nobody can do the transition 'finish'; expected in by a role with the right "
	     "to take\n"
	     "0: the queue of 'waiting' is for 'reviewer', a role without the right to take; "
	     "expected a role that is served work\n"
	     "0: nobody can do the transition 'answer'; expected in by a role with the right "
	     "to take\n"
	     "0: the queue of 'todo' is for 'reviewer', a role without the right to take; "
	     "expected a role that is served work\n"
	     "0: the queue of 'doing' is for 'reviewer', a role without the right to take; "
	     "expected a role that is served work\n"
	     "0: the queue of 'screening' is for 'reviewer', a role without the right to "
	     "take; expected a role that is served work\n"
	     "0: nobody can do the transition 'include'; expected in by a role with the right "
	     "to take\n"
	     "0: nobody can do the transition 'exclude'; expected in by a role with the right "
	     "to take"},
    {apart_from_what_comes_later,
	"7: 'ask' is kept apart from 'sign_off', which never comes before it; expected a "
	"step that leads there"},
    {apart_from_nobody,
	"0: 'confirm' is kept apart from 'lapse', which nobody takes: it is automatic; "
	"expected a step of people"},
    {apart_from_another_type,
	"7: 'ask' is kept apart from a step of the record above, and a record of type "
	"'case' stands under none; expected a step of its own\n"
	"7: unknown record type before the dot 'cse'; expected enquiry or action\n"
	"7: unknown record type before the dot 'paper'; expected enquiry or action\n"
	"7: unknown transition of another record in distinct 'anwser'; expected opened "
	"or answer; did you mean 'answer'?\n"
	"7: unknown transition of another record in distinct 'lapse'; expected opened, "
	"accept, settle, redo or confirm"},
    {apart_from_no_parent,
	"7: 'ask' is kept apart from a step of the record above, and a record of type "
	"'case' stands under none; expected a step of its own"},
    {apart_twice,
	"0: the transition in distinct 'triage_red' is there twice; expected each once"},
    {more_people_than_steps,
	"0: 'triage_red' needs 2 different people, and no more than 1 can have acted; "
	"expected more steps before it or a smaller number"},
    {fewer_seats_than_people,
	"0: 'include' needs 4 different people, and no more than 3 can have acted; "
	"expected more steps before it or a smaller number"},
    {seat_of_nobody,
	"0: unknown role in second 'second_raeder'; expected " TOY_ROLES
	"; did you mean 'second_reader'?\n"
	"0: the role in adjudicator 'auditor' has not the right to take; expected a role "
	"that is served work"},
    {seat_without_end,
	"0: no step ends the work of a seat in 'screening'; expected one from it with a "
	"form and locks: true\n"
	"0: 'exclude' ends the work of a seat and needs no form; expected the form that "
	"both answer"},
    {seat_that_compares_nothing,
	"0: when: unknown field 'headlin' at column 1; did you mean 'headline'?\n"
	"0: nothing is compared in 'screening': its form has no choice; expected compare "
	"with questions of the form"},
    {seat_that_compares_too_much,
	"0: unknown question in compare 'elegible'; expected eligible, ground or "
	"thought; did you mean 'eligible'?\n"
	"0: unknown question in compare 'audit'; expected eligible, ground or thought"},
    {seat_at_the_end,
	"0: the state 'screening' is final and has seats; expected one or the other\n"
	"0: the state 'screening' has seats and no queue; expected the role that is "
	"served the first seat"},
    {lock_without_seats,
	"7: 'ask' ends the work of a seat and starts from a state without seats; "
	"expected states with seats only\n"
	"7: 'ask' ends the work of a seat and needs no form; expected the form that both "
	"answer"},
    {lock_overridden, "0: 'include' ends the work of a seat and may be overridden; expected no "
		      "override, for nobody else may know of the seat"},
    {rank_that_tells,
	"0: a rank term reads 'eligible', which one reader must not learn from the "
	"other; expected what is known before\n"
	"0: a rank term reads 'moved', which one reader must not learn from the other; "
	"expected what is known before\n"
	"0: a rank term reads 'did', which one reader must not learn from the other; "
	"expected what is known before\n"
	"0: a rank term reads 'open', which changes by itself or with every claim; expected a "
	"field, an answer, the state or the band"},
    {clock_never_started,
	"0: no step starts the clock 'answer'; expected start in one of them\n"
	"0: 'finish' stops the clock 'answer', which no step starts; expected start in a "
	"step before it"},
    {clock_started_and_stopped,
	"0: 'triage_red' starts and stops the clock 'answer'; expected one of the two"},
    {automatic_with_people,
	"0: the automatic step 'lapse' approves a form; expected a step that people "
	"take\n"
	"0: the automatic step 'lapse' has 'by'; expected none, for nobody takes it"},
    {automatic_with_reason,
	"0: the automatic step 'lapse' has 'reason'; expected none, for nobody takes "
	"it\n"
	"0: the automatic step 'lapse' sets a {reason}, and nobody gives one; expected a "
	"value"},
    {automatic_circle,
	"0: 'finish' is never taken from 'review': the automatic step 'ask' always leaves it "
	"at "
	"once; expected a condition there\n"
	"7: the automatic step 'ask' is part of a circle of automatic steps; expected a "
	"step that a person takes on the way round\n"
	"0: the automatic step 'found' is part of a circle of automatic steps; expected "
	"a step that a person takes on the way round"},
    {automatic_always, "0: 'accept' is never taken from 'todo': the automatic step 'lapse' "
		       "always leaves it at "
		       "once; expected a condition there"},
    {automatic_behind, "0: 'accept' is never taken from 'todo': the automatic step 'lapse' "
		       "always leaves it at "
		       "once; expected a condition there"},
    {automatic_alone,
	"0: 'settle' is never taken from 'doing': the automatic step 'redo' always leaves it "
	"at "
	"once; expected a condition there\n"
	"0: the automatic step 'redo' is part of a circle of automatic steps; expected a "
	"step that a person takes on the way round"},
    {endless, "0: a new record of type 'enquiry' opens others without end, by automatic steps "
	      "alone; expected a step that a person takes on the way\n"
	      "0: a new record of type 'action' opens others without end, by automatic steps "
	      "alone; expected a step that a person takes on the way"},
    {guards_that_never_hold,
	"7: the condition of the step 'ask' can never hold; expected one that some "
	"record can meet\n"
	"0: the condition of the step 'finish' can never hold; expected one that some "
	"record can meet\n"
	"0: the condition of the step 'accept' can never hold; expected one that some "
	"record can meet"},
    {consequences_that_never_happen,
	"0: the condition of opening 'action' can never hold; expected one that some "
	"record can meet\n"
	"0: the condition of opening 'enquiry' can never hold; expected one that some "
	"record can meet\n"
	"0: the condition of a sample of 'include' can never hold; expected one that "
	"some record can meet\n"
	"0: the condition of the seats of 'screening' can never hold; expected one that "
	"some record can meet"},
    {questions_never_asked,
	"0: the condition of the question 'later_on' can never hold; expected one that "
	"some record can meet\n"
	"0: the condition of the rank term 'severity>=medium' can never hold; expected "
	"one that some record can meet"},
};

START_TEST(every_damage_is_named_and_nothing_else)
{
	wreck_claims(&damages[_i]);
}
END_TEST

Suite *suite_rules_check_engine(void)
{
	Suite *s = suite_create("rules/check_engine");
	TCase *c = tcase_create("check_engine");

	tcase_add_loop_test(c, every_damage_is_named_and_nothing_else, 0, COUNT(damages));
	suite_add_tcase(s, c);
	return s;
}
