/* SPDX-License-Identifier: MIT */
/* The toy pack damaged, and what the checker says of it. */
#ifndef LOOKBACK_TESTS_RULES_WRECK_H
#define LOOKBACK_TESTS_RULES_WRECK_H

#include "help.h"

#define TOY_ROLES                                                                              \
	"triage_officer, reviewer, supervisor, second_reader, adjudicator, observer, auditor " \
	"or "                                                                                  \
	"administrator"

struct wreck {
	struct arena *arena;
	struct pack *pack;
	struct record_type *type; /* the first: case */
};
struct damage {
	void (*done)(struct wreck *w);
	const char *said; /* "line: text" of each fault, one a line */
};
/* Does the damage and compares. The step `ask` stands at line 7, all else at 0. */
void wreck_claims(const struct damage *d);
struct str wreck_faults(struct wreck *w);

struct record_type *wreck_type(struct wreck *w, const char *name);
struct transition *wreck_step(struct wreck *w, const char *id); /* of any type */
struct field *wreck_field(struct wreck *w, const char *name);   /* of a case */
const struct expr *wreck_expr(struct wreck *w, const char *text);
struct place wreck_here(int line);

#endif
