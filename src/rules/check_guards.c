/* SPDX-License-Identifier: MIT */
/* Conditions that no record can ever meet: what hangs on them would never happen. */
#include "rules/check.h"
#include "rules/possible.h"

static void check_possible(struct check *c, struct place at, const char *what, struct str name,
    struct strs states, const struct expr *x)
{
	if (x && c->type && expr_possible(c->arena, c->pack, c->type, states, x) == IMPOSSIBLE)
		check_fault(c, at,
		    "the condition of %s '%.*s' can never hold; expected one that some record "
		    "can meet",
		    what, STR_ARG(name));
}

/* A guard is read in the states that the step leaves, a consequence in the one it leads to. */
static void check_step(struct check *c, const struct transition *t)
{
	struct strs to = {0};

	*arena_push(c->arena, &to) = t->to;
	check_possible(c, t->at, "the step", t->id, t->from, t->when);
	for (size_t i = 0; i < t->opens.n; i++)
		check_possible(
		    c, t->opens.v[i].at, "opening", t->opens.v[i].type, to, t->opens.v[i].when);
	for (size_t i = 0; i < t->samples.n; i++)
		check_possible(c, t->at, "a sample of", t->id, to, t->samples.v[i].when);
}

static void check_form(struct check *c, const struct form *f)
{
	for (size_t i = 0; i < f->n; i++)
		check_possible(c, f->questions[i].at, "the question", f->questions[i].name,
		    (struct strs){0}, f->questions[i].show_if);
}

static void check_opening(struct check *c)
{
	const struct opening *o = &c->type->open;
	struct check above = *c;

	if (o->under.n != 1)
		return;
	above.type = pack_type(c->pack, o->under.v[0]);
	check_possible(&above, o->at, "opening", c->type->name, (struct strs){0}, o->when);
}

void check_guards(struct check *c)
{
	const struct record_type *t = c->type;

	for (size_t i = 0; i < t->transitions.n; i++)
		check_step(c, &t->transitions.v[i]);
	for (size_t i = 0; i < t->forms.n; i++)
		check_form(c, &t->forms.v[i]);
	for (size_t i = 0; i < t->states.n; i++) {
		struct strs here = {0};
		*arena_push(c->arena, &here) = t->states.v[i].name;
		check_possible(c, t->states.v[i].seats.at, "the seats of", here.v[0], here,
		    t->states.v[i].seats.when);
	}
	for (size_t i = 0; i < t->ranks.n; i++)
		check_possible(c, t->ranks.v[i].at, "the rank term",
		    t->ranks.v[i].because.n ? t->ranks.v[i].because : t->ranks.v[i].when_text,
		    (struct strs){0}, t->ranks.v[i].when);
	check_possible(
	    c, t->lead.at, "what is calm in", STR("lead"), (struct strs){0}, t->lead.calm);
	check_possible(
	    c, t->lead.at, "what is danger in", STR("lead"), (struct strs){0}, t->lead.danger);
	check_opening(c);
}
