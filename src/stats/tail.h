/* SPDX-License-Identifier: MIT */
/*
 * Tail probabilities that the layer rests on: binomial, beta, normal. Relative errors stay
 * near 1e-13 for counts to a million, since nothing subtracts large logarithms.
 */
#ifndef LOOKBACK_SRC_STATS_TAIL_H
#define LOOKBACK_SRC_STATS_TAIL_H

#include <stdbool.h>
#include <stdint.h>

/* ln of the chance of k among n, each with chance p = 1 - q (both given: neither is lost
 * by rounding when it is small). -INFINITY where it cannot be. */
double binomial_log_pmf(int64_t k, int64_t n, double p, double q);

/* The beta distribution with whole a, b > 0: the chances on both sides of x. */
struct tails {
	double below, above;
};
struct tails beta_tails(double x, int64_t a, int64_t b);
/* The x with below = p; 0 < p < 1. */
double beta_quantile(double p, int64_t a, int64_t b);

/* z with P(normal < z) = p; 0 < p < 1. */
double normal_quantile(double p);

bool is_confidence(double c); /* strictly between 0 and 1 */

/* p <= limit, where equal to nine digits is equal: whether 1 - 0.95 rounds up or down in
 * binary must decide nothing. */
bool at_most_limit(double p, double limit);

#endif
