/* SPDX-License-Identifier: MIT */
/* Why a step is closed to a person: the causes that lie in the person. Each adds its
 * reasons, or nothing. */
#ifndef LOOKBACK_RULES_CLOSED_H
#define LOOKBACK_RULES_CLOSED_H

#include "lookback/rules/step.h"

struct closing { /* one step before one person */
	struct arena *arena;
	const struct case_view *c;
	const struct person *p;
	const struct transition *t;
	struct strs *closed;
};
void close_by_bars(struct closing *s);
void close_by_distinct(struct closing *s);
void close_by_people(struct closing *s);
void close_by_competence(struct closing *s);

bool person_is_barred(const struct case_view *c, const struct person *p);
/* Does the person hold one of the roles, and may anybody of it and they themselves take? */
bool person_takes(const struct pack *p, const struct person *who, struct strs roles);
/* "only a Reviewer or a Supervisor may do this", or that nobody may. */
struct str only_these(struct arena *a, const struct pack *p, struct strs roles);
/* The reason of a condition that does not hold: its own words, or the condition's. */
struct str needs_words(struct arena *a, struct str because, const struct expr *x);

#endif
