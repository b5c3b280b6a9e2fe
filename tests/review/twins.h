/* SPDX-License-Identifier: MIT */
/*
 * Two reviews that must look the same to one person: every request is put to both and the
 * replies are compared byte by byte. What is left out of the comparison is named here, with
 * the reason why it may differ.
 */
#ifndef TESTS_REVIEW_TWINS_H
#define TESTS_REVIEW_TWINS_H

#include "review/bench.h"

struct twins {
	struct bench *one, *two;
	const char *who;
	bool asked[256]; /* by message number */
};
/* A request by its name, with its body as JSON; both refuse in the same words, or both answer
 * with the same bytes, but for:
 *   seq, alert, link, override, next: numbers of events; the chain is one, and whatever
 *	anybody writes anywhere makes the next number higher;
 *   next, prev: cursors of lists, in which a record stands by the number of its first event;
 *   head, words, sha256: hashes, which stand for the whole chain, and a file of it. */
struct ask {
	const char *request, *body;
};
void twins_ask(struct twins *t, const struct ask *asks, size_t n);
/* Whatever reads, on C-1 and what may hang under it; and lists and counts by every name of the
 * language. */
void twins_ask_reads(struct twins *t);
void twins_ask_counts(struct twins *t);
/* Every request about quality, on C-1 and C-9. */
void twins_ask_quality(struct twins *t);
/* Every request of the protocol was put to them, but for these. */
void twins_all_asked(const struct twins *t, const char *const *but, size_t n);

#endif
