/* SPDX-License-Identifier: MIT */
/* Which steps are open to whom, and why not. */
#include "help.h"
#include "support/randexpr.h"
#include "support/toypack.h"

Suite *suite_rules_step(void);

struct scene {
	struct arena arena;
	const struct pack *pack;
	struct case_view view;
	struct did did[8];
	struct person who;
};

static struct scene scene_open(const char *state, const char *roles)
{
	struct scene s = {0};

	s.pack = toy_pack(&s.arena);
	s.view = (struct case_view){.pack = s.pack,
	    .type = &s.pack->types.v[0],
	    .facts = {.type = STR("case"),
		.due = NO_TIME,
		.opened = NO_TIME,
		.moved = NO_TIME,
		.wake = NO_DAY}};
	s.view.facts.state = str_of(state);
	s.who = (struct person){.name = STR("asmith"), .roles = toy_list(&s.arena, roles)};
	return s;
}

static void remember(struct scene *s, const char *transition, const char *by)
{
	s->did[s->view.ndid++] = (struct did){str_of(transition), str_of(by)};
}

/* The reasons against a step, each with a '|' behind it; empty when it is open. */
static struct str against(struct scene *s, const char *id)
{
	struct buf b = buf_in(&s->arena);
	struct step step;

	s->view.did = s->did;
	if (!step_of(&s->arena, &s->view, &s->who, str_of(id), &step))
		return STR("no such step");
	holds(step.open == (step.closed.n == 0));
	for (size_t i = 0; i < step.closed.n; i++)
		buf_printf(&b, "%.*s|", STR_ARG(step.closed.v[i]));
	return buf_str(&b);
}

START_TEST(a_state_shows_all_its_steps_in_pack_order)
{
	struct scene s = scene_open("triage", "");
	struct steps steps;

	steps_of(&s.arena, &s.view, &s.who, &steps);
	ck_assert_uint_eq(steps.n, 2);
	ck_str_is(steps.v[0].t->id, "triage_red");
	ck_str_is(steps.v[1].t->id, "triage_green");
	s.view.facts.state = STR("closed");
	steps_of(&s.arena, &s.view, &s.who, &steps);
	ck_assert_uint_eq(steps.n, 0);
	ck_str_is(against(&s, "triage_red"), "no such step");
	ck_str_is(against(&s, "nothing"), "no such step");
	arena_clear(&s.arena);
}
END_TEST

START_TEST(a_step_is_open_to_its_roles)
{
	struct scene s = scene_open("review", "reviewer");

	ck_str_is(against(&s, "ask"), "");
	s.who.roles = toy_list(&s.arena, "supervisor");
	ck_str_is(against(&s, "ask"), "only a Reviewer may do this; ask one of them|");
	s.who.roles = toy_list(&s.arena, "supervisor reviewer");
	ck_str_is(against(&s, "ask"), "");
	s.view.facts.state = STR("research");
	s.who.roles = toy_list(&s.arena, "auditor");
	ck_str_is(against(&s, "found"),
	    "only a Reviewer or a Triage officer may do this; ask one of them|");
	arena_clear(&s.arena);
}
END_TEST

START_TEST(a_role_without_the_right_to_take_opens_nothing)
{
	struct scene s = scene_open("review", "auditor");
	struct pack *p = toy_pack_open(&s.arena);

	s.view.pack = p;
	s.view.type = &p->types.v[0];
	for (size_t i = 0; i < p->types.v[0].transitions.n; i++)
		p->types.v[0].transitions.v[i].by = toy_list(&s.arena, "auditor");
	ck_str_is(against(&s, "ask"), "only an Auditor may do this; ask one of them|");
	for (size_t i = 0; i < p->types.v[0].transitions.n; i++)
		p->types.v[0].transitions.v[i].by = toy_list(&s.arena, "");
	ck_str_is(against(&s, "ask"), "nobody may do this; no role of this review is given it, "
				      "who keeps the pack can add one|");
	arena_clear(&s.arena);
}
END_TEST

START_TEST(who_did_one_step_may_not_do_another)
{
	struct scene s = scene_open("reviewed", "supervisor");

	s.view.facts.texts = object(&s.arena, "{\"narrative\":\"x\"}");
	remember(&s, "triage_red", "bjones");
	remember(&s, "finish", "cdoe");
	ck_str_is(against(&s, "sign_off"), "");
	remember(&s, "triage_red", "asmith");
	remember(&s, "triage_red", "asmith");
	ck_str_is(against(&s, "sign_off"),
	    "you did 'Red' on this record; another person must do this step|");
	remember(&s, "finish", "asmith");
	ck_str_is(against(&s, "sign_off"),
	    "you did 'Red' on this record; another person must do this step|"
	    "you did 'Finish' on this record; another person must do this step|");
	s.who.name = STR("Asmith"); /* account names are exact */
	ck_str_is(against(&s, "sign_off"), "");
	arena_clear(&s.arena);
}
END_TEST

START_TEST(the_original_handler_is_barred)
{
	struct scene s = scene_open("review", "reviewer");
	struct str bars[] = {STR("PC9"), STR("PC1")};

	s.view.bars = (struct strs){bars, 2, 2};
	ck_str_is(against(&s, "ask"), "");
	ck_assert(may_see(&s.view, &s.who));
	s.who.staff = STR("PC1");
	ck_str_is(against(&s, "ask"),
	    "you handled the original case; another person must do this step|");
	ck_assert(!may_see(&s.view, &s.who));
	s.who.staff = STR("PC12");
	ck_assert(may_see(&s.view, &s.who));
	/* No staff code is no bar, even when a record has an empty one. */
	bars[0] = STR("");
	s.who.staff = STR("");
	ck_assert(may_see(&s.view, &s.who));
	arena_clear(&s.arena);
}
END_TEST

START_TEST(seeing_takes_a_right_to_read_or_take)
{
	struct scene s = scene_open("review", "administrator");

	ck_assert(!may_see(&s.view, &s.who));
	s.who.roles = toy_list(&s.arena, "");
	ck_assert(!may_see(&s.view, &s.who));
	s.who.roles = toy_list(&s.arena, "administrator auditor");
	ck_assert(may_see(&s.view, &s.who));
	arena_clear(&s.arena);
}
END_TEST

START_TEST(an_incomplete_form_says_what_it_misses)
{
	struct scene s = scene_open("triage", "triage_officer");

	ck_str_is(against(&s, "triage_red"), "the form triage is not complete: 2 questions are "
					     "unanswered; answer what is missing first|");
	s.view.facts.answers = object(&s.arena, "{\"later\":\"yes\"}");
	ck_str_is(against(&s, "triage_red"),
	    "the form triage is not complete: 2 questions are "
	    "unanswered and 1 answer needs a reason; answer what is missing first|");
	s.view.facts.answers = object(
	    &s.arena, "{\"identified\":\"no\",\"later\":\"yes\",\"later_on\":\"2016-01-01\"}");
	ck_str_is(against(&s, "triage_red"), "the form triage is not complete: 1 answer needs "
					     "a reason; answer what is missing first|");
	s.view.reasons = object(&s.arena, "{\"later\":\"seen\"}");
	ck_str_is(against(&s, "triage_red"), "");
	arena_clear(&s.arena);
}
END_TEST

START_TEST(a_closed_guard_says_why_in_its_own_words_or_in_english)
{
	struct scene s = scene_open("triage", "triage_officer");

	s.view.facts.answers = object(
	    &s.arena, "{\"identified\":\"no\",\"later\":\"yes\",\"later_on\":\"2016-01-01\"}");
	s.view.reasons = object(&s.arena, "{\"later\":\"seen\"}");
	ck_str_is(against(&s, "triage_green"),
	    "a later incident is at least amber; it opens when Later incident? is not Yes|");
	s.view.facts.state = STR("reviewed");
	s.who.roles = toy_list(&s.arena, "supervisor");
	ck_str_is(against(&s, "sign_off"), "needs: Severity is Medium or less or Narrative is "
					   "filled in; it opens when that is so|");
	arena_clear(&s.arena);
}
END_TEST

START_TEST(every_reason_is_given_at_once)
{
	struct scene s = scene_open("triage", "reviewer");
	struct str bars[] = {STR("PC1")};

	s.view.bars = (struct strs){bars, 1, 1};
	s.who.staff = STR("PC1");
	s.view.facts.answers = object(&s.arena, "{\"later\":\"yes\"}");
	ck_str_is(against(&s, "triage_green"),
	    "only a Triage officer or a Supervisor may do this; ask one of them|"
	    "you handled the original case; another person must do this step|"
	    "the form triage is not complete: 2 questions are unanswered and 1 answer needs a "
	    "reason; answer what is missing first|"
	    "a later incident is at least amber; it opens when Later incident? is not Yes|");
	arena_clear(&s.arena);
}
END_TEST

/* Over random records and people: open means no reason, one step alone is as in the
 * list, and a person who may not see a record has no open step on it. */
START_TEST(openness_is_the_absence_of_reasons)
{
	static const char *const roles[] = {"", "reviewer", "supervisor", "triage_officer",
	    "auditor", "administrator", "reviewer supervisor triage_officer"};
	struct arena pack_arena = {0}, a = {0};
	const struct pack *p = toy_pack(&pack_arena);
	struct dice d = dice_seed(8);
	int open = 0, closed = 0;

	for (int i = 0; i < 5000; i++) {
		const struct record_type *t = &p->types.v[dice_below(&d, 2)];
		struct case_view c = {.pack = p, .type = t};
		struct person who = {.name = STR("asmith"),
		    .roles = toy_list(&a, roles[dice_below(&d, COUNT(roles))])};
		struct str bar = STR("PC1");
		struct steps steps;
		rand_facts(&a, &d, p, t, i, &c.facts);
		c.bars = (struct strs){&bar, dice_below(&d, 2), 1};
		who.staff = dice_below(&d, 3) ? STR("") : bar;
		steps_of(&a, &c, &who, &steps);
		for (size_t k = 0; k < steps.n; k++) {
			struct step one;
			holds(steps.v[k].open == (steps.v[k].closed.n == 0));
			holds(step_of(&a, &c, &who, steps.v[k].t->id, &one));
			holds(
			    one.open == steps.v[k].open && one.closed.n == steps.v[k].closed.n);
			holds(may_see(&c, &who) || !one.open);
			open += one.open;
			closed += !one.open;
		}
		arena_clear(&a);
	}
	ck_assert_int_gt(open, 200);
	ck_assert_int_gt(closed, 200);
	arena_clear(&pack_arena);
}
END_TEST

Suite *suite_rules_step(void)
{
	const TTest *const tests[] = {
	    a_state_shows_all_its_steps_in_pack_order,
	    a_step_is_open_to_its_roles,
	    a_role_without_the_right_to_take_opens_nothing,
	    who_did_one_step_may_not_do_another,
	    the_original_handler_is_barred,
	    seeing_takes_a_right_to_read_or_take,
	    an_incomplete_form_says_what_it_misses,
	    a_closed_guard_says_why_in_its_own_words_or_in_english,
	    every_reason_is_given_at_once,
	    openness_is_the_absence_of_reasons,
	};

	return suite_of("rules/step", tests, COUNT(tests));
}
