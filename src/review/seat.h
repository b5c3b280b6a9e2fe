/* SPDX-License-Identifier: MIT */
/*
 * Seats: two readers who know nothing of each other, and a third person who decides where
 * they differ. The answers that count stand at seat 0, where the first reader writes; when
 * they lock, a copy is kept at seat 1. The second writes at seat 2. The third writes at seat
 * 0 again, in place of the answers that differ.
 */
#ifndef LOOKBACK_REVIEW_SEAT_H
#define LOOKBACK_REVIEW_SEAT_H

#include "review/casefile.h"

/* Where answers are kept; not to be mixed up with whose turn it is (enum seat). */
enum { SEAT_COUNTS = 0, SEAT_ONE = 1, SEAT_TWO = 2 };

/* The question of that name in a form that is worked on under seats, or NULL. */
const struct question *seat_question(const struct record_type *t, struct str name);
/* A stored answer as the rules keep it. */
struct json *seat_value(struct arena *a, const struct question *q, struct str value);
/* The state's seats when it has any, else NULL. */
const struct seats *seats_here(const struct casefile *c);

/* Both readers' answers, for the third person. */
struct both {
	struct json *first, *second;         /* question: value */
	struct json *why_first, *why_second; /* question: reason */
	struct strs differ;
};
/* For a record at the third seat fills c->both, and makes c->type want a reason for every
 * answer to a question on which the readers differ; for any other does nothing. */
MUST_USE bool both_load(struct desk *d, struct casefile *c, struct err *e);
/* Is the answer to this question settled by the readers, so that the third person does not
 * decide it? */
bool both_settled(const struct both *b, struct str question);
/* Which of the two is shown as A: by lot, so that it tells nothing of who sat where. */
bool both_swapped(const struct casefile *c);
/* The step with which the first reader locked. */
struct str seat_first_step(const struct casefile *c);
/* Takes back what others left at a seat of a record that is blind to the asker. */
MUST_USE bool seat_clear_left(struct desk *d, struct casefile *c, int64_t seat, struct err *e);

/* The end of one reader's work. *moves: there is no one to read after, and the step is to be
 * taken; otherwise the event was written and the record waits for the next. */
MUST_USE bool seat_lock(struct desk *d, struct casefile *c, const struct transition *t,
    struct str reason, bool *moves, int64_t *seq, struct err *e);

#endif
