/* SPDX-License-Identifier: MIT */
/* People who look at a random history, each barred from or blind to something else. */
#ifndef LOOKBACK_TESTS_STORE_EYES_H
#define LOOKBACK_TESTS_STORE_EYES_H

#include "history.h"

enum { EYES = 8 };
void eyes_open(struct arena *a, struct viewer out[EYES]);
/* A record as the rules see it, from what a viewer is given. */
struct facts eyes_facts(const struct pack *p, const struct record *r, int64_t now);

#endif
