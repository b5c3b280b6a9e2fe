/* SPDX-License-Identifier: MIT */
/* States as a graph: every one can be reached, and from every one there is an end. */
#include "rules/check.h"

void states_spread(const struct record_type *t, bool *marked, enum spread how)
{
	bool backwards = how == SPREAD_BACK, again = true;

	while (again) {
		again = false;
		for (size_t i = 0; i < t->transitions.n; i++) {
			const struct transition *tr = &t->transitions.v[i];
			const struct state *to = type_state(t, tr->to);
			if (how == SPREAD_AUTO && !tr->automatic)
				continue;
			for (size_t k = 0; to && k < tr->from.n; k++) {
				const struct state *from = type_state(t, tr->from.v[k]);
				const struct state *here = backwards ? to : from;
				const struct state *next = backwards ? from : to;
				if (!here || !next || !marked[here - t->states.v] ||
				    marked[next - t->states.v])
					continue;
				marked[next - t->states.v] = true;
				again = true;
			}
		}
	}
}

void states_after(const struct record_type *t, const struct state *from, bool *marked)
{
	for (size_t i = 0; i < t->transitions.n; i++) {
		const struct state *to = type_state(t, t->transitions.v[i].to);
		if (to && str_has(t->transitions.v[i].from, from->name))
			marked[to - t->states.v] = true;
	}
	states_spread(t, marked, SPREAD_ON);
}

static bool has_way_out(const struct record_type *t, const struct state *s)
{
	for (size_t i = 0; i < t->transitions.n; i++)
		if (str_has(t->transitions.v[i].from, s->name))
			return true;
	return false;
}

static void check_reached(struct check *c, const struct state *initial)
{
	const struct record_type *t = c->type;
	bool *reached = arena_new(c->arena, bool, t->states.n);

	reached[initial - t->states.v] = true;
	states_spread(t, reached, SPREAD_ON);
	for (size_t i = 0; i < t->states.n; i++)
		if (!reached[i])
			check_fault(c, t->states.v[i].at,
			    "the state '%.*s' is never reached from "
			    "'%.*s'; expected a transition to it",
			    STR_ARG(t->states.v[i].name), STR_ARG(initial->name));
}

static void check_ends(struct check *c)
{
	const struct record_type *t = c->type;
	bool *ends = arena_new(c->arena, bool, t->states.n), any = false;

	for (size_t i = 0; i < t->states.n; i++)
		any = (ends[i] = t->states.v[i].final) || any;
	states_spread(t, ends, SPREAD_BACK);
	for (size_t i = 0; i < t->states.n; i++) {
		const struct state *s = &t->states.v[i];
		if (!s->final && !has_way_out(t, s))
			check_fault(c, s->at,
			    "the state '%.*s' has no way out; expected a "
			    "transition from it, or final: true",
			    STR_ARG(s->name));
		else if (any && !ends[i])
			check_fault(c, s->at,
			    "no final state can be reached from '%.*s'; expected "
			    "a way to an end",
			    STR_ARG(s->name));
	}
}

void check_graph(struct check *c)
{
	const struct record_type *t = c->type;
	const struct state *initial = type_state(t, t->initial);

	if (check_known(c, t->at, "initial state", t->initial, known_states(c)))
		check_reached(c, initial);
	check_ends(c);
}
