/* SPDX-License-Identifier: MIT */
/* Messages with random contents, made and compared by the tables alone. */
#ifndef LOOKBACK_TESTS_WIRE_RANDOM_H
#define LOOKBACK_TESTS_WIRE_RANDOM_H

#include "lookback/base/hash.h"
#include "lookback/wire/wire.h"

struct str random_text(struct arena *a, struct dice *d, size_t most);
void random_struct(struct arena *a, struct dice *d, const struct wire_shape *s, void *out);
/* The name of the first member that differs, or NULL. */
const char *first_difference(const struct wire_shape *s, const void *x, const void *y);

#endif
