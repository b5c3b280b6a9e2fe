/* SPDX-License-Identifier: MIT */
/* Clocks of a record type: each is started somewhere, and only what runs is stopped. */
#include "rules/check.h"

static bool is_started(const struct record_type *t, struct str clock)
{
	for (size_t i = 0; i < t->transitions.n; i++)
		if (str_has(t->transitions.v[i].start, clock))
			return true;
	return false;
}

static void check_stops(struct check *c, const struct transition *t)
{
	for (size_t i = 0; i < t->stop.n; i++) {
		struct str name = t->stop.v[i];
		if (!type_clock(c->type, name))
			continue;
		if (str_has(t->start, name))
			check_fault(c, t->at,
			    "'%.*s' starts and stops the clock '%.*s'; expected one of the two",
			    STR_ARG(t->id), STR_ARG(name));
		else if (!is_started(c->type, name))
			check_fault(c, t->at,
			    "'%.*s' stops the clock '%.*s', which no step starts; expected "
			    "start in a step before it",
			    STR_ARG(t->id), STR_ARG(name));
	}
}

void check_clocks(struct check *c)
{
	const struct record_type *t = c->type;

	for (size_t i = 0; i < t->clocks.n; i++)
		if (!is_started(t, t->clocks.v[i].name))
			check_fault(c, t->clocks.v[i].at,
			    "no step starts the clock '%.*s'; expected start in one of them",
			    STR_ARG(t->clocks.v[i].name));
	for (size_t i = 0; i < t->transitions.n; i++)
		check_stops(c, &t->transitions.v[i]);
}
