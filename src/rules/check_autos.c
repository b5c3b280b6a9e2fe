/* SPDX-License-Identifier: MIT */
/* Steps that take themselves: nobody is asked for anything, and they come to an end. */
#include "rules/check.h"
#include "rules/possible.h"

/* Names of what only people can give, as far as the step asks for it. */
static struct str asks(const struct transition *t)
{
	return t->by.n           ? STR("by")
	       : t->key          ? STR("key")
	       : t->form.n       ? STR("form")
	       : t->reason       ? STR("reason")
	       : t->distinct.n   ? STR("distinct")
	       : t->people       ? STR("people")
	       : t->competence.n ? STR("competence")
	       : t->override.n   ? STR("override")
	       : t->locks        ? STR("locks")
				 : STR("");
}

static bool takes_reason(const struct assigns *set)
{
	for (size_t i = 0; i < set->n; i++)
		if (str_is(set->v[i].from, "reason"))
			return true;
	return false;
}

static void check_auto(struct check *c, const struct transition *t)
{
	bool reason = takes_reason(&t->set);

	for (size_t i = 0; i < t->opens.n; i++)
		reason = reason || takes_reason(&t->opens.v[i].with);
	if (asks(t).n)
		check_fault(c, t->at,
		    "the automatic step '%.*s' has '%.*s'; expected none, for nobody takes it",
		    STR_ARG(t->id), STR_ARG(asks(t)));
	if (reason)
		check_fault(c, t->at,
		    "the automatic step '%.*s' sets a {reason}, and nobody gives one; expected "
		    "a value",
		    STR_ARG(t->id));
}

static bool starts_from_marked(
    const struct record_type *t, const struct transition *tr, const bool *marked)
{
	for (size_t i = 0; i < tr->from.n; i++) {
		const struct state *s = type_state(t, tr->from.v[i]);
		if (s && marked[s - t->states.v])
			return true;
	}
	return false;
}

/* One fault for each step that closes a circle. */
static void check_circle(struct check *c, const struct transition *t)
{
	const struct state *to = type_state(c->type, t->to);
	bool *marked = arena_new(c->arena, bool, c->type->states.n);

	if (!to)
		return;
	marked[to - c->type->states.v] = true;
	states_spread(c->type, marked, SPREAD_AUTO);
	if (starts_from_marked(c->type, t, marked))
		check_fault(c, t->at,
		    "the automatic step '%.*s' is part of a circle of automatic steps; "
		    "expected "
		    "a step that a person takes on the way round",
		    STR_ARG(t->id));
}

/* Is the step taken as soon as a record comes to the state, whatever the record? */
static bool leaves_at_once(
    const struct check *c, const struct transition *t, const struct state *from)
{
	struct expr no = {.op = EX_NOT, .a = t->when};
	struct strs here = {0};

	if (!t->automatic || !str_has(t->from, from->name))
		return false;
	*arena_push(c->arena, &here) = from->name;
	return !t->when || expr_possible(c->arena, c->pack, c->type, here, &no) == IMPOSSIBLE;
}

/* Nobody comes to take any step behind one that is always taken first. */
static void check_passed(struct check *c, const struct state *s)
{
	const struct record_type *t = c->type;
	const struct transition *first = NULL;

	for (size_t i = 0; i < t->transitions.n && !first; i++)
		if (leaves_at_once(c, &t->transitions.v[i], s))
			first = &t->transitions.v[i];
	for (size_t i = 0; first && i < t->transitions.n; i++) {
		const struct transition *o = &t->transitions.v[i];
		if (o != first && str_has(o->from, s->name) && (!o->automatic || o > first))
			check_fault(c, o->at,
			    "'%.*s' is never taken from '%.*s': the automatic step '%.*s' "
			    "always leaves it at once; expected a condition there",
			    STR_ARG(o->id), STR_ARG(s->name), STR_ARG(first->id));
	}
}

void check_autos(struct check *c)
{
	for (size_t i = 0; i < c->type->states.n; i++)
		check_passed(c, &c->type->states.v[i]);
	for (size_t i = 0; i < c->type->transitions.n; i++) {
		const struct transition *t = &c->type->transitions.v[i];
		if (!t->automatic)
			continue;
		check_auto(c, t);
		check_circle(c, t);
	}
}

/* Does a new record of this type open one of that type before anybody does anything? */
static bool opens_at_once(
    struct check *c, const struct record_type *t, const struct record_type *child)
{
	const struct state *initial = type_state(t, t->initial);
	bool *marked = arena_new(c->arena, bool, t->states.n);

	if (!initial)
		return false;
	marked[initial - t->states.v] = true;
	states_spread(t, marked, SPREAD_AUTO);
	for (size_t i = 0; i < t->transitions.n; i++) {
		const struct transition *tr = &t->transitions.v[i];
		for (size_t k = 0; tr->automatic && k < tr->opens.n; k++)
			if (str_eq(tr->opens.v[k].type, child->name) &&
			    starts_from_marked(t, tr, marked))
				return true;
	}
	return false;
}

/* Types that a new record of the first brings into being, and those theirs, and so on. */
void check_endless(struct check *c)
{
	const struct pack *p = c->pack;

	for (size_t i = 0; i < p->types.n; i++) {
		bool *brought = arena_new(c->arena, bool, p->types.n), again = true;
		for (size_t k = 0; k < p->types.n; k++)
			brought[k] = opens_at_once(c, &p->types.v[i], &p->types.v[k]);
		while (again) {
			again = false;
			for (size_t x = 0; x < p->types.n; x++)
				for (size_t y = 0; brought[x] && y < p->types.n; y++)
					if (!brought[y] &&
					    opens_at_once(c, &p->types.v[x], &p->types.v[y]))
						brought[y] = again = true;
		}
		if (brought[i])
			check_fault(c, p->types.v[i].at,
			    "a new record of type '%.*s' opens others without end, by "
			    "automatic steps alone; "
			    "expected a step that a person takes on the way",
			    STR_ARG(p->types.v[i].name));
	}
}
