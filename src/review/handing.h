/* SPDX-License-Identifier: MIT */
/*
 * Who would get what: a handing is made from what stands in the database now, shown, and made
 * again when it is to be carried out. Only when both are the same, by their digest, is it
 * done, and then it is that handing that is done: nothing is decided twice.
 *
 * Records of one family that are asked for together go to one person. Each goes to whoever
 * of those named may have it and has been given fewest, best rank first.
 */
#ifndef LOOKBACK_REVIEW_HANDING_H
#define LOOKBACK_REVIEW_HANDING_H

#include "review/giving.h"

enum { HANDING_MAX = 300 }; /* records in one */

struct planned {
	struct record rec; /* as the asker may see it */
	struct str to;     /* who is given it; empty: its queue */
	bool along;        /* not asked for: of the family of one that is */
	bool stays;        /* they have it already */
	struct str why;    /* not empty: refused, every reason on a line */
};
struct hand {
	struct str name;
	int64_t before, after;
};
struct handing {
	const struct me *me; /* who asks */
	struct me *to;       /* whom it is given to; none: back to the queues */
	size_t nto;
	struct str reason;
	struct {
		struct planned *v;
		size_t n, cap;
	} rows;
	struct {
		struct hand *v;
		size_t n, cap;
	} hands;
	int64_t moves, stays, refused;
};
/* What is asked for, best rank first; ERR_USAGE unless it is asked in just one way. */
struct wanted {
	struct strs refs;
	struct str expr, from;
};
MUST_USE bool handing_wanted(struct desk *d, const struct me *m, const struct wanted *w,
    struct records *out, struct err *e);
/* Accounts by name: each once, each somebody who can be given work. */
MUST_USE bool handing_people(
    struct desk *d, struct strs names, struct handing *p, struct err *e);
/* Who gets what. */
MUST_USE bool handing_make(
    struct desk *d, struct handing *p, const struct records *wanted, struct err *e);
/* Of all that the reply will say. more: what else is to be done with it. */
struct str handing_digest(struct desk *d, const struct handing *p, struct str more);
MUST_USE bool handing_write(
    struct desk *d, const struct handing *p, int64_t *seq, struct err *e);
/* The reply; rows that were shown are logged. */
MUST_USE bool handing_show(
    struct desk *d, const struct handing *p, struct rep_handing *r, struct err *e);
/* What is to be told when the digest that came is not that of what would be done now. */
MUST_USE bool handing_same(struct str shown, struct str now, struct err *e);

#endif
