/* SPDX-License-Identifier: MIT */
/* The narrative of a row: 200 to 1,500 characters that say nothing its facts deny. */
#ifndef LOOKBACK_DEMO_STORY_H
#define LOOKBACK_DEMO_STORY_H

#include "demo/facts.h"

enum { STORY_LEAST = 200, STORY_MOST = 1500 };
struct str story_of(struct arena *a, uint64_t seed, const struct row_facts *f);

#endif
