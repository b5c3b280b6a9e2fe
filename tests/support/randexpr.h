/* SPDX-License-Identifier: MIT */
/*
 * Random expressions over a pack and random records that fit it. Values of both come
 * from the same small pools, so that about half of the comparisons hit; the pools hold
 * accents, case, ligatures, absences, days on both sides of the clock change.
 */
#ifndef TESTS_SUPPORT_RANDEXPR_H
#define TESTS_SUPPORT_RANDEXPR_H

#include "lookback/base/hash.h"
#include "lookback/rules/step.h"

/* The moment and the person of every random expression and record. In London it is
 * already the next day: 2026-07-01 00:30. */
int64_t rand_now(void);
struct expr_env rand_env(const struct pack *p, const struct record_type *t);

/* Text that parses under rand_env (a test says so). */
struct str rand_expr_text(
    struct arena *a, struct dice *d, const struct pack *p, const struct record_type *t);
/* A record of the type with a ref of its own for each serial. */
void rand_facts(struct arena *a, struct dice *d, const struct pack *p,
    const struct record_type *t, int serial, struct facts *out);

#endif
