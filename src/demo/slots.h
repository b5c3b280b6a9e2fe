/* SPDX-License-Identifier: MIT */
/* One sentence: a phrase with its slots filled from the facts of the row. */
#ifndef LOOKBACK_DEMO_SLOTS_H
#define LOOKBACK_DEMO_SLOTS_H

#include "demo/facts.h"

struct teller {
	struct arena *arena;
	const struct row_facts *facts;
	struct dice dice;
	const char *kin, *town; /* the same all through a narrative */
};
/* Appends the sentence; a slot that opens it, or follows a full stop, gets a capital. */
void slots_fill(struct teller *t, const char *text, struct buf *out);

#endif
