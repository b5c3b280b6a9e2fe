/* SPDX-License-Identifier: MIT */
/* A transaction that writes very much goes past the log; see direct.c. */
#ifndef LOOKBACK_STORE_DIRECT_H
#define LOOKBACK_STORE_DIRECT_H

#include "store/inner.h"

/* Before such a transaction; where it cannot be, the log takes it after all. */
void direct_begin(struct store *st);
/* After it, as soon as possible: at its end if the disk lets us, */
void direct_leave(struct store *st);
/* else before the next transaction, which is refused when even that fails. */
MUST_USE bool direct_end(struct store *st, struct err *e);
/* After each event. What was written is brought to the disk in small passes, lest the end be
 * one long wait. */
MUST_USE bool direct_flow(struct store *st, struct err *e);

#endif
