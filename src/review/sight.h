/* SPDX-License-Identifier: MIT */
/* A stored record as values for the rules. */
#ifndef LOOKBACK_REVIEW_SIGHT_H
#define LOOKBACK_REVIEW_SIGHT_H

#include "review/casefile.h"

/* A record as the rules see it. offset: what shown ranks of its type are above stored ones
 * today. */
struct facts sight_facts(
    struct desk *d, const struct pack *p, int64_t offset, const struct record *r);
/* Fills view and seen of a casefile whose records, pack and type are there. p NULL: the
 * engine. */
MUST_USE bool sight_fill(
    struct desk *d, const struct person *p, struct casefile *c, struct err *e);

#endif
