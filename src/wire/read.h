/* SPDX-License-Identifier: MIT */
/*
 * Two readers of a body. The careful one parses JSON and looks at the tree; it knows what is
 * allowed and says what is not. The quick one takes bodies as our own encoder writes them,
 * without a tree, ten times as fast; whatever it does not take, faulty or only unusual, it
 * leaves to the careful one. So what it takes must be what the careful one would take, and
 * mean the same: a test holds the two against each other.
 */
#ifndef LOOKBACK_WIRE_READ_H
#define LOOKBACK_WIRE_READ_H

#include "lookback/wire/wire.h"

/* out is zeroed by the caller; after false it may hold anything. */
MUST_USE bool quick_read(
    struct arena *a, const struct wire_shape *s, struct str body, void *out);
MUST_USE bool careful_read(
    struct arena *a, const struct wire_shape *s, struct str body, void *out, struct err *e);

#endif
