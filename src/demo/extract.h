/* SPDX-License-Identifier: MIT */
/*
 * The two extracts of the training review as CSV (RFC 4180, UTF-8, LF): the first holds
 * most of the applications, the second brings the late ones among rows that are already
 * held, of which some come with a value put right. Which is what a force meets when it
 * asks its source systems twice.
 */
#ifndef LOOKBACK_DEMO_EXTRACT_H
#define LOOKBACK_DEMO_EXTRACT_H

#include "demo/facts.h"

struct extract_plan {
	uint64_t seed;
	uint64_t first; /* rows 0 .. first-1 are in the first extract */
	uint64_t all;   /* rows first .. all-1 come late */
};
/* 3,778 are 3,582 and 196 late; other numbers in proportion. */
struct extract_plan extract_plan(uint64_t applications, uint64_t seed);

typedef void (*extract_progress_fn)(void *ctx, uint64_t done, uint64_t total);
struct extract_watch { /* all of it may be zero */
	extract_progress_fn progress;
	void *ctx;
};
MUST_USE bool extract_first(
    const struct extract_plan *p, int fd, const struct extract_watch *watch, struct err *e);
MUST_USE bool extract_second(
    const struct extract_plan *p, int fd, const struct extract_watch *watch, struct err *e);

/* One row, and the heading, as a line of CSV. */
void extract_row(struct arena *a, uint64_t seed, const struct row_facts *f, struct buf *out);
void extract_heading(struct buf *out);

#endif
