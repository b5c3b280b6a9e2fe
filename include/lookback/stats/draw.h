/* SPDX-License-Identifier: MIT */
/*
 * Random samples that a stranger can draw again, from the seed and the frame alone
 * (docs/SAMPLING.md has vectors and a shell script that does it).
 *
 *   key   = SHA-256("lookback-draw-1\n" seed "\n" ref "\n")
 *   frame = SHA-256("lookback-frame-1\n" then each ref, sorted by bytes, with "\n")
 *
 * The n smallest keys, compared byte by byte, are the sample. To whoever cannot choose the
 * seed it is a simple random sample without replacement: every set of n items is as likely
 * as every other. The order of the frame is of no matter, and a smaller sample of the same
 * seed and frame is the beginning of a larger one. An item's key is the same in every
 * frame, so two plans that shall be independent need two seeds.
 *
 * Seed and references are not empty and hold no line break; a reference stands once.
 */
#ifndef LOOKBACK_STATS_DRAW_H
#define LOOKBACK_STATS_DRAW_H

#include "lookback/base/hash.h"

struct hash draw_key(struct str seed, struct str ref);

struct drawn {
	struct str ref;
	struct hash key;
	size_t stratum; /* place of its stratum in the list given; 0 without strata */
};
struct draw {
	struct drawn *v; /* by rising key: the order in which they were drawn */
	size_t n;
};

/* n of the frame. ERR_USAGE, saying which, when the frame has fewer than n references, or
 * one of them twice, or when a reference or the seed is empty or holds a line break. */
MUST_USE bool draw_sample(struct arena *a, struct str seed, struct strs frame, size_t n,
    struct draw *out, struct err *e);

/* Stratified: each stratum is a frame with its own n. A reference stands in one stratum
 * only. The sample is the union of the strata's own samples, mixed by key. */
struct draw_stratum {
	struct str name; /* for the sentence of an error */
	struct strs frame;
	size_t n; /* 0 to all of it */
};
MUST_USE bool draw_strata(struct arena *a, struct str seed, const struct draw_stratum *strata,
    size_t n, struct draw *out, struct err *e);

/* The hash that freezes a frame; the same for every order of the list. Fails as
 * draw_sample does. `scratch` is given back. */
MUST_USE bool draw_frame_hash(
    struct arena *scratch, struct strs frame, struct hash *out, struct err *e);

/* Whether one record falls into a share of `percent` (0 never to 100 always; outside is
 * taken as the nearer end), decided by itself and again the same whenever it is asked:
 *
 *   x = the first 8 bytes, big-endian, of
 *       SHA-256("lookback-chance-1\n" seed "\n" what "\n" ref "\n")
 *   falls in when floor(x * 100 / 2^64) < percent
 *
 * `what` names the decision ("second_review amber"), so that two decisions on one record
 * are independent. Who falls into 10 % also falls into 20 %. No part holds a line break. */
bool draw_chance(struct str seed, struct str ref, struct str what, int percent);

/* How many of each stratum, for a sample of `total`. Strata marked `all` are taken whole
 * and on top of the total. The others share it in proportion to size times weight, by
 * largest remainders (of equal remainders the earlier stratum's first); one whose share is
 * below its least gets the least (or all it has), one whose share is more than it has gets
 * all it has, and the rest is shared among the others again. The sum is the total, unless the
 * leasts need more or the strata hold less. Sizes sum to less than 2^26.
 * The share goes to `n` of each; returns their sum. */
struct draw_part {
	int64_t size;
	int64_t least;
	int64_t weight; /* 1 to 100; 0 is 1: risk-weighted strata are looked at more */
	bool all;
	int64_t n; /* out */
};
int64_t draw_share(struct draw_part *parts, size_t n, int64_t total);

#endif
