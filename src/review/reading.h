/* SPDX-License-Identifier: MIT */
/*
 * A record that was drawn is read again: it leaves its end and stands in the seated state of
 * its pack, as any case does, until what was given there is held against what stood. Then it
 * goes back to what it was, or on as its answers lead.
 */
#ifndef LOOKBACK_REVIEW_READING_H
#define LOOKBACK_REVIEW_READING_H

#include "review/move.h"
#include "review/quality.h"

/* Where a record stands in the draw. */
struct drawn_at {
	struct str plan, stratum;
	int64_t place;
	bool unread; /* of an elusion test: nobody has answered the seated form yet */
};
MUST_USE bool reading_open(
    struct desk *d, struct str ref, const struct drawn_at *at, struct err *e);

/* The end of a reader's work on a record that is read again, in place of seat_lock. *moves:
 * the step is to be taken like any other. */
MUST_USE bool reading_lock(struct desk *d, struct casefile *c, const struct transition *t,
    struct str reason, bool *moves, int64_t *seq, struct err *e);

enum reading_result { READING_UPHELD, READING_OVERTURNED, READING_FOUND };
/* The reading ends; back: the record is what it was before. c->reading is none from then on. */
MUST_USE bool reading_close(struct desk *d, struct casefile *c, enum reading_result result,
    struct strs differ, bool back, int64_t *seq, struct err *e);
/* A record that is taken elsewhere while it is read again is not what it was. */
MUST_USE bool reading_left(
    struct desk *d, const struct casefile *c, const struct state *to, struct err *e);

/* ---- known-answer cases (calibrate.c) ---- */
/* What this reader gave is held against the known answers; nobody is told. */
MUST_USE bool reading_score(struct desk *d, struct casefile *c, const struct transition *t,
    struct str reason, int64_t *seq, struct err *e);
/* Is one due to this person before any other work? */
MUST_USE bool known_due(struct desk *d, const struct me *m, bool *yes, struct err *e);
/* Those that wait, in the order of their draws. */
MUST_USE bool known_waiting(struct desk *d, struct strs *refs, struct err *e);
/* ERR_REFUSED when the queue of this account pauses. */
MUST_USE bool not_paused(struct desk *d, const struct me *m, struct err *e);

#endif
