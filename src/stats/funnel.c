/* SPDX-License-Identifier: MIT */
/* Funnel limits by the exact binomial distribution (Spiegelhalter 2005). */
#include "lookback/stats/funnel.h"

#include <math.h>

#include "lookback/stats/proportion.h"
#include "stats/tail.h"

static bool is_rate(double rate)
{
	return rate >= 0 && rate <= 1;
}

/* The least r with P(at most r) >= p. */
static int64_t count_at(int64_t n, double rate, double p)
{
	int64_t low = -1, high = n;

	while (high - low > 1) {
		int64_t mid = low + (high - low) / 2;
		if (binomial_at_most(mid, n, rate) >= p)
			high = mid;
		else
			low = mid;
	}
	return high;
}

/* P(at least k), without taking a small number from 1. */
static double at_least(int64_t k, int64_t n, double rate)
{
	if (k <= 0)
		return 1;
	return k > n ? 0 : beta_tails(rate, k, n - k + 1).below;
}

/* Within its step from r - 1 to r, the probability p lies so far; the line runs there. */
static double line_at(int64_t n, double rate, double p)
{
	int64_t r = count_at(n, rate, p);
	double here = binomial_at_most(r, n, rate), before = binomial_at_most(r - 1, n, rate);
	double over = here > before ? (here - p) / (here - before) : 0;
	double x = ((double)r - over) / (double)n;

	return x < 0 ? 0 : x;
}

enum funnel_side funnel_side(int64_t k, int64_t n, double rate, double level)
{
	double tail = (1 - level) / 2;

	if (n <= 0 || k < 0 || k > n || !is_rate(rate) || !is_confidence(level))
		return FUNNEL_UNDEFINED;
	if (at_most_limit(at_least(k, n, rate), tail))
		return FUNNEL_ABOVE;
	if (at_most_limit(binomial_at_most(k, n, rate), tail))
		return FUNNEL_BELOW;
	return FUNNEL_INSIDE;
}

/* The count on the edge: from r, which is at most one off, to the last inside. */
static int64_t last_inside(int64_t r, int step, int64_t n, double rate, double level)
{
	while (r + step >= 0 && r + step <= n &&
	       funnel_side(r + step, n, rate, level) == FUNNEL_INSIDE)
		r += step;
	while (funnel_side(r, n, rate, level) != FUNNEL_INSIDE)
		r -= step;
	return r;
}

struct funnel_limits funnel_limits(int64_t n, double rate, double level)
{
	struct funnel_limits f = {.n = n > 0 ? n : 0, .rate = rate, .level = level};
	double tail = (1 - level) / 2;

	if (n <= 0 || !is_rate(rate) || !is_confidence(level))
		return f;
	f.defined = true;
	f.least = last_inside(count_at(n, rate, tail), -1, n, rate, level);
	f.most = last_inside(count_at(n, rate, 1 - tail), 1, n, rate, level);
	f.low = line_at(n, rate, tail);
	f.high = line_at(n, rate, 1 - tail);
	return f;
}
