/* SPDX-License-Identifier: MIT */
/*
 * Dice with a place: what is drawn at (seed, stream, serial) depends on these three
 * alone. So any row, any person and any sentence can be made again without making
 * the ones before, and a population of a million needs no memory of itself.
 */
#ifndef LOOKBACK_DEMO_DRAW_H
#define LOOKBACK_DEMO_DRAW_H

#include "lookback/base/hash.h"

/* One stream for each purpose. The number is part of what a seed means: add at the end. */
enum stream {
	STREAM_KIN = 1, /* whose application a row is: a new subject or an old one */
	STREAM_ROW,     /* the facts of a row */
	STREAM_SUBJECT, /* a person, as a subject */
	STREAM_AT_RISK, /* a person at risk */
	STREAM_THIRD,   /* a third party who applies */
	STREAM_STORY,   /* the narrative of a row */
	STREAM_RUN,     /* which held rows the second extract repeats */
	STREAM_RIGHT,   /* what it puts right in them */
	STREAM_ACCOUNT, /* names of the review's own people */
	STREAM_CREW,    /* what reviewers answer and decide */
	STREAM_PLAN,    /* which applications failed, and what is done about it */
};
struct dice draw_at(uint64_t seed, enum stream stream, uint64_t serial);

bool draw_happens(struct dice *d, unsigned per_mille);
int draw_between(struct dice *d, int low, int high); /* both may come */
size_t draw_index(struct dice *d, size_t n);
size_t draw_early(struct dice *d, size_t n); /* an index; the first come more often */

struct weighted { /* one row of a table of codes */
	const char *code;
	unsigned weight;
};
size_t draw_weighted(struct dice *d, const struct weighted *rows, size_t n);

#endif
