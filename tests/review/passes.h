/* SPDX-License-Identifier: MIT */
/*
 * Quality passes over the small review: chiefs plan them, what was read is read again in the
 * state "read". With the ways to bring cases to their end, one read and one set aside.
 */
#ifndef TESTS_REVIEW_PASSES_H
#define TESTS_REVIEW_PASSES_H

#include "review/engine.h"

#define Y  "{\"finding\":\"y\"}"
#define XP "{\"finding\":\"x\",\"ground\":\"p\"}"
/* The same from a third person, who says why. */
#define Y3 "{\"finding\":{\"value\":\"y\",\"reason\":\"so\"}}"
#define XP3                                                                                    \
	"{\"finding\":{\"value\":\"x\",\"reason\":\"so\"},"                                    \
	"\"ground\":{\"value\":\"p\",\"reason\":\"so\"}}"

/* Known-answer cases come first for two cases; nine in ten must be right. A chief may set a
 * case aside unread. */
struct bench *passes_new(void);
/* Again after the pack was read anew. */
void passes_on(struct bench *b);

/* C-<number> waits to be read, by one reader. */
struct str passes_to_read(struct bench *b, int number, const char *fields);
/* C-<number>, read by r1 and signed by b1: it stands in "closed". */
struct str passes_closed(struct bench *b, int number, const char *answers);
/* C-<number>, set aside by b1 without being read. */
struct str passes_aside(struct bench *b, int number);

/* A pass that is fixed and drawn by b2: JSON of plan_fix. Its id. */
struct str passes_drawn(struct bench *b, const char *fix);
struct rep_plan passes_fix(struct bench *b, const char *fix);
struct err passes_refused(struct bench *b, const char *fix);
struct rep_plan passes_show(struct bench *b, struct str plan);
struct rep_plan passes_close(struct bench *b, struct str plan);
/* Takes it and locks. */
void passes_read(struct bench *b, const char *who, struct str ref, const char *answers);
/* The row of the record and its answers as text, without what every act changes. */
struct str passes_row(struct bench *b, struct str ref);

#endif
