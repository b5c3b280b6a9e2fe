/* SPDX-License-Identifier: MIT */
/*
 * A share k of n and what it says of the share behind it. Shares are 0..1, confidence lies
 * between 0 and 1 (0.95). Undefined: n of 0, k outside 0..n, a confidence outside.
 * Counts up to 10^9.
 */
#ifndef LOOKBACK_STATS_PROPORTION_H
#define LOOKBACK_STATS_PROPORTION_H

#include "lookback/stats/figure.h"

/* Clopper and Pearson, "The use of confidence or fiducial limits illustrated in the case
 * of the binomial", Biometrika 26 (1934): holds at least as often as it says, for every
 * true share. The interval to print. */
struct figure proportion_exact(int64_t k, int64_t n, double confidence);
/* The same on one side: with this confidence at most `high` (low is 0). */
struct figure proportion_at_most(int64_t k, int64_t n, double confidence);
/* At least `low` (high is 1). */
struct figure proportion_at_least(int64_t k, int64_t n, double confidence);

/* Wilson, "Probable inference, the law of succession, and statistical inference", Journal
 * of the American Statistical Association 22 (1927), without continuity correction. It
 * holds as often as it says on average over all shares, for some of them less often. */
struct figure proportion_wilson(int64_t k, int64_t n, double confidence);

/* P(at most k of n) where each has the chance p; 0 for k < 0, 1 for k >= n. */
double binomial_at_most(int64_t k, int64_t n, double p);

#endif
