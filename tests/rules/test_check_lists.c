/* SPDX-License-Identifier: MIT */
/* Faults of lists, deadlines, openings, what is set and what belongs to the whole pack. */
#include "support/toypack.h"
#include "wreck.h"

Suite *suite_rules_check_lists(void);

static void unknown_names(struct wreck *w)
{
	struct transition *t = wreck_step(w, "ask");

	t->approves = toy_list(w->arena, "reveiw");
	t->cancels = toy_list(w->arena, "finsh");
	t->start = toy_list(w->arena, "anser");
	t->stop = toy_list(w->arena, "answer total");
	t->competence = toy_list(w->arena, "visitting visiting");
	t->override = toy_list(w->arena, "supervisor bishop");
}
static void unknown_escalations(struct wreck *w)
{
	w->type->states.v[0].escalate = toy_list(w->arena, "supervisr");
	w->type->clocks.v[0].escalate = toy_list(w->arena, "auditer");
	w->pack->alerts.chain = toy_list(w->arena, "supervisor chief");
}
static void twice_in_a_list(struct wreck *w)
{
	wreck_step(w, "ask")->start = toy_list(w->arena, "answer answer");
}
static void same_clock(struct wreck *w)
{
	struct clock again = w->type->clocks.v[0];

	*arena_push(w->arena, &w->type->clocks) = again;
}
static void days_from_nothing(struct wreck *w)
{
	w->type->clocks.v[0].due = (struct due_rule){{LIMIT_DAYS, 3}, NULL, STR("recieved")};
	w->type->states.v[0].due = (struct due_rule){{LIMIT_DAYS, 3}, NULL, STR("route")};
}
static void hours_from_a_day(struct wreck *w)
{
	w->type->states.v[0].due = (struct due_rule){{LIMIT_HOURS, 3}, NULL, STR("received")};
}
static void rules_without_a_day(struct wreck *w)
{
	w->type->received = STR("");
	w->type->ranks.n = 0;
}
static void rules_without_rules(struct wreck *w)
{
	w->pack->regimes.n = 0;
}
static void opening_of_nobody(struct wreck *w)
{
	w->type->open.by = toy_list(w->arena, "auditor observer");
	wreck_type(w, "action")->open.under = toy_list(w->arena, "csae");
	wreck_type(w, "enquiry")->open.by = toy_list(w->arena, "reviewr");
}
static void opening_under_two(struct wreck *w)
{
	wreck_type(w, "enquiry")->open.under = toy_list(w->arena, "case paper");
}
static void opening_of_another_type(struct wreck *w)
{
	wreck_type(w, "enquiry")->open.when_text = STR("eligible:yes");
	wreck_type(w, "enquiry")->open.when = NULL;
}
static void child_alone(struct wreck *w)
{
	wreck_type(w, "action")->open.under = (struct strs){0};
	wreck_type(w, "paper")->ref = STR("{parent}/{n}");
	w->pack->safeguarding.type = STR("");
	w->pack->maps.v[0].type = STR("action");
	w->pack->maps.v[0].columns.n = 0;
}

static void set(struct wreck *w, struct assigns *to, const char *name, const char *from)
{
	*arena_push(w->arena, to) = (struct assign){.name = str_of(name), .from = str_of(from)};
}
static void set_of_another_kind(struct wreck *w)
{
	struct assigns *to = &wreck_step(w, "ask")->set;

	set(w, to, "visits", "place");
	set(w, to, "closed_on", "today");
	set(w, to, "place", "me");
	set(w, to, "remarks", "reason");
	set(w, to, "subject_name", "narrative");
	set(w, to, "handler", "me");
}
static void set_of_other_codes(struct wreck *w)
{
	struct assigns *to = &wreck_step(w, "ask")->set;

	set(w, to, "route", "severity");
	set(w, to, "closed_on", "later_on");
	set(w, to, "received", "closed_on");
}
static void set_from_nothing(struct wreck *w)
{
	set(w, &wreck_step(w, "ask")->set, "place", "plaice");
}
static void set_twice(struct wreck *w)
{
	set(w, &wreck_step(w, "ask")->set, "closed_on", "today");
	set(w, &wreck_step(w, "ask")->set, "closed_on", "received");
}
static void child_of_nothing(struct wreck *w)
{
	wreck_step(w, "triage_red")->opens.v[0].type = STR("acton");
}
static void child_incomplete(struct wreck *w)
{
	struct opens *o = &wreck_step(w, "triage_red")->opens.v[0];

	o->with.n = 1;
	o->with.v[0].name = STR("subject");
	o->when_text = STR("holder:me");
	wreck_type(w, "case")->transitions.v[0].at = wreck_here(3);
}
static void child_of_wrong_values(struct wreck *w)
{
	struct opens *o = &wreck_step(w, "triage_red")->opens.v[0];

	o->with.v[2].value = value_str(STR("dire"));
}
static void sample_of_nothing(struct wreck *w)
{
	struct sample *s = &wreck_step(w, "include")->samples.v[0];

	s->percent = 0;
	s->set.n = 0;
	s->when_text = STR("eligable:yes");
}
static void links_of_nothing(struct wreck *w)
{
	w->pack->links.v[0].from = toy_list(w->arena, "cse");
	w->pack->links.v[1].to = (struct strs){0};
	w->pack->links.v[1].id = STR("same_person");
}
static void same_training(struct wreck *w)
{
	struct competence again = w->pack->competences.v[0];

	*arena_push(w->arena, &w->pack->competences) = again;
}
static void key_without_type(struct wreck *w)
{
	w->pack->safeguarding.type = STR("actoin");
	w->pack->safeguarding.alert = (struct strs){0};
}
static void key_without_values(struct wreck *w)
{
	w->pack->safeguarding.with.n = 0;
	w->pack->safeguarding.alert = toy_list(w->arena, "supervisr");
}
static void key_of_one_type_only(struct wreck *w)
{
	struct record_type *t = wreck_type(w, "action");

	t->fields.v[0].required = true;
}

static const struct damage damages[] = {
    {unknown_names,
	"7: unknown form in approves 'reveiw'; expected triage or review; did you mean "
	"'review'?\n"
	"7: unknown transition in cancels 'finsh'; expected triage_red, triage_green, "
	"ask, found, finish or sign_off; did you mean 'finish'?\n"
	"7: unknown clock in start 'anser'; expected answer; did you mean 'answer'?\n"
	"7: unknown clock in stop 'total'; expected answer\n"
	"7: unknown competence 'visitting'; expected visiting; did you mean "
	"'visiting'?\n"
	"7: unknown role in override 'bishop'; expected " TOY_ROLES},
    {unknown_escalations, "0: unknown role in escalate 'supervisr'; expected " TOY_ROLES
			  "; did you mean 'supervisor'?\n"
			  "0: unknown role in escalate 'auditer'; expected " TOY_ROLES
			  "; did you mean 'auditor'?\n"
			  "0: unknown role in chain 'chief'; expected " TOY_ROLES},
    {twice_in_a_list, "7: the clock in start 'answer' is there twice; expected each once"},
    {same_clock, "0: the clock 'answer' is there twice; expected each once"},
    {days_from_nothing,
	"0: unknown date in from 'route'; expected received, closed_on or later_on\n"
	"0: unknown date in from 'recieved'; expected received, closed_on or later_on; "
	"did you mean 'received'?"},
    {hours_from_a_day,
	"0: the state 'triage' counts hours from the day 'received'; expected days or "
	"working_days"},
    {rules_without_a_day,
	"0: the clock 'answer' is due by the rules in force, and the record type has no "
	"received; expected the date that decides which rules"},
    {rules_without_rules,
	"0: the clock 'answer' is due by the rules in force, and the review has none; "
	"expected regimes"},
    {opening_of_nobody,
	"0: nobody may open a record of type 'case'; expected in by a role with the "
	"right to take or note\n"
	"0: unknown role 'reviewr'; expected " TOY_ROLES "; did you mean 'reviewer'?\n"
	"0: unknown record type in under 'csae'; expected case, enquiry, action or "
	"paper; did you mean 'case'?"},
    {opening_under_two,
	"0: the condition of opening speaks of the record above, and under names 2 "
	"record types; expected one"},
    {opening_of_another_type, "0: when: unknown field 'eligible' at column 1"},
    {child_alone,
	"0: the ref needs the record above, and a record of type 'action' may be opened "
	"alone; expected under\n"
	"0: the map 'extract' brings records of type 'action' alone, and its ref needs "
	"the record above; expected a ref of fields\n"
	"0: the ref needs the record above, and nothing opens a record of type 'paper' "
	"under another; expected fields only\n"
	"0: the map 'extract' has no column for the required field 'urgency'; expected "
	"one"},
    {set_of_another_kind,
	"7: set of 'visits' takes 'place', which is of type line; expected integer\n"
	"7: set of 'subject_name' takes 'narrative', which is of type text; expected "
	"line\n"
	"7: set of 'handler' takes 'me', which is of type user; expected staff"},
    {set_of_other_codes,
	"7: set of 'route' takes 'severity', which may be low, medium, high or "
	"not_recorded; expected values that 'route' accepts\n"
	"7: set of 'received' takes 'closed_on', which may be not_applicable or "
	"not_recorded; expected values that 'received' accepts"},
    {set_from_nothing,
	"7: unknown name in braces 'plaice'; expected today, me, reason, source_ref, "
	"received, closed_on, route, severity or 47 more; did you mean 'place'?"},
    {set_twice, "7: the field 'closed_on' is there twice; expected each once"},
    {child_of_nothing,
	"0: unknown record type 'acton'; expected case, enquiry, action or paper; did "
	"you mean 'action'?"},
    {child_incomplete,
	"0: when: 'me' at column 8 is nobody in an expression of a pack\n"
	"0: unknown field in with 'subject'; expected subject_name, urgency, "
	"became_clear, cause or settled_by\n"
	"0: a record of type 'action' is opened without its required field 'urgency'; "
	"expected it under with"},
    {child_of_wrong_values,
	"0: with of 'urgency': 'dire' is not one of the choices; expected nil, normal or "
	"urgent"},
    {sample_of_nothing,
	"0: a sample of 'include' is of 0 percent; expected 1 to 100\n"
	"0: a sample of 'include' sets nothing; expected fields under set\n"
	"0: when: unknown field 'eligable' at column 1; did you mean 'eligible'?"},
    {links_of_nothing,
	"0: unknown record type in from 'cse'; expected case, enquiry, action or paper; "
	"did you mean 'case'?\n"
	"0: the link 'same_person' is there twice; expected each once\n"
	"0: the link 'same_person' has nothing to link; expected record types in from "
	"and to"},
    {same_training, "0: the competence 'visiting' is there twice; expected each once"},
    {key_without_type,
	"0: safeguarding tells nobody; expected roles in alert\n"
	"0: unknown record type 'actoin'; expected case, enquiry, action or paper; did "
	"you mean 'action'?"},
    {key_without_values,
	"0: unknown role in alert 'supervisr'; expected " TOY_ROLES
	"; did you mean 'supervisor'?\n"
	"0: a record of type 'action' is opened without its required field 'urgency'; "
	"expected it under with"},
    {key_of_one_type_only,
	"0: the required field 'subject_name' of 'action' is taken from 'subject_name', "
	"which records of type 'enquiry' have not; expected what every record has\n"
	"0: the required field 'subject_name' of 'action' is taken from 'subject_name', "
	"which records of type 'paper' have not; expected what every record has"},
};

START_TEST(every_damage_is_named_and_nothing_else)
{
	wreck_claims(&damages[_i]);
}
END_TEST

Suite *suite_rules_check_lists(void)
{
	Suite *s = suite_create("rules/check_lists");
	TCase *c = tcase_create("check_lists");

	tcase_add_loop_test(c, every_damage_is_named_and_nothing_else, 0, COUNT(damages));
	suite_add_tcase(s, c);
	return s;
}
