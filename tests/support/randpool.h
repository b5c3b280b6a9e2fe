/* SPDX-License-Identifier: MIT */
/* The pools that random records and random expressions share. */
#ifndef TESTS_SUPPORT_RANDPOOL_H
#define TESTS_SUPPORT_RANDPOOL_H

#include "lookback/base/hash.h"
#include "lookback/rules/pack.h"

struct pool {
	const char *const *v;
	size_t n;
};
extern const struct pool pool_names, pool_words, pool_days, pool_staff, pool_users,
    pool_batches, pool_passes;

bool chance(struct dice *d, int percent);
struct str pool_pick(struct dice *d, struct pool p);
/* A value of an attribute as records keep it: present, of the declared kind. */
struct value pool_value(struct arena *a, struct dice *d, const struct attr *at);
/* An instant on or near a day of the pool. */
int64_t pool_time(struct dice *d);
/* Some words, with what people put between them. */
struct str pool_text(struct arena *a, struct dice *d, size_t most);

#endif
