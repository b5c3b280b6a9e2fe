/* SPDX-License-Identifier: MIT */
/* The parts of verification: the chain, the replay, the rows. */
#ifndef LOOKBACK_STORE_VERIFY_H
#define LOOKBACK_STORE_VERIFY_H

#include "store/inner.h"

enum { FINDINGS_MAX = 100 };
/* False when there are enough. */
bool finding_add(struct arena *a, struct verdict *v, int64_t seq, const char *table,
    const char *fmt, ...) PRINTF(5, 6);

/* Walks the chain after *from, which moves to the last event. `fresh` (may be NULL) gets
 * every event projected. */
struct walk {
	progress_fn progress;
	void *ctx;
	struct store *fresh;
	int64_t anchor_seq;
	const struct hash *anchor;
};
MUST_USE bool verify_chain(struct store *st, struct arena *a, struct chain_end *from,
    const struct walk *w, struct verdict *out, struct err *e);
/* Compares every projected row of two stores. */
MUST_USE bool verify_rows(struct store *st, struct store *fresh, struct arena *a,
    const struct walk *w, struct verdict *out, struct err *e);

/* Compares the chain with the last good check. */
MUST_USE bool verify_mark(
    struct store *st, struct arena *a, struct verdict *out, struct err *e);
/* The ith projection's table, NULL after the last. */
const char *projection_table(size_t i);
/* An empty file of mode 0600 beside the database, under a name of its own. */
MUST_USE bool temp_beside(struct store *st, struct arena *a, struct str *path, struct err *e);

MUST_USE bool mark_read(struct store *st, struct chain_end *out, struct err *e);
/* Integrity and foreign keys: what is wrong, or nothing. */
MUST_USE bool store_sound(struct store *st, struct str *says, struct err *e);

#endif
