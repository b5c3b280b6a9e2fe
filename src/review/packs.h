/* SPDX-License-Identifier: MIT */
/* Versions of the pack: read from their files, and kept. */
#ifndef LOOKBACK_REVIEW_PACKS_H
#define LOOKBACK_REVIEW_PACKS_H

#include "review/desk.h"

/* The files as a pack; ERR_INPUT with every fault. */
MUST_USE bool pack_read(
    struct arena *a, const struct source *s, const struct pack **out, struct err *e);
/* One that was read already, in the review's own memory. */
void packs_keep(struct review *rv, struct str id, const struct pack *p);
/* After opening: reads every version that was ever in force. */
MUST_USE bool packs_open(struct review *rv, struct err *e);
/* Has one of the roles another seat than the first in any version? Records may be under each
 * of them, and blind to whoever was blind by it. */
bool packs_blind(const struct review *rv, struct strs roles);

#endif
