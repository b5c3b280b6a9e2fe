/* SPDX-License-Identifier: MIT */
/* Where records go that a new pack leaves without their state. */
#ifndef LOOKBACK_REVIEW_PACK_MAPS_H
#define LOOKBACK_REVIEW_PACK_MAPS_H

#include "review/standing.h"

/* Reads "type.old=new" and writes the state to go to into each standing; with `same`, also
 * where both packs have the state. ERR_INPUT for a map that fits nothing, ERR_REFUSED for
 * records that would be stranded; every one of them on a line. */
MUST_USE bool pack_maps(struct desk *d, const struct pack *to, struct strs maps, bool same,
    struct standings *all, struct err *e);
/* Takes the records that go over; the pack is in force by now. */
MUST_USE bool pack_move(
    struct desk *d, const struct standings *all, int64_t *moved, struct err *e);

#endif
