/* SPDX-License-Identifier: MIT */
/* Intervals for a proportion: Clopper-Pearson by beta quantiles, and Wilson. */
#include "lookback/stats/proportion.h"

#include <math.h>

#include "stats/tail.h"

static struct figure share(int64_t k, int64_t n, double confidence)
{
	struct figure f = {.n = n > 0 ? n : 0};

	if (n <= 0 || k < 0 || k > n || !is_confidence(confidence))
		return f;
	f.defined = f.bounded = true;
	f.value = (double)k / (double)n;
	f.high = 1;
	return f;
}

/* The share for which k or more would come about with the chance `tail`. */
static double lower(int64_t k, int64_t n, double tail)
{
	return k == 0 ? 0 : beta_quantile(tail, k, n - k + 1);
}

static double upper(int64_t k, int64_t n, double tail)
{
	return k == n ? 1 : beta_quantile(1 - tail, k + 1, n - k);
}

struct figure proportion_exact(int64_t k, int64_t n, double confidence)
{
	struct figure f = share(k, n, confidence);

	if (f.defined) {
		f.low = lower(k, n, (1 - confidence) / 2);
		f.high = upper(k, n, (1 - confidence) / 2);
	}
	return f;
}

struct figure proportion_at_most(int64_t k, int64_t n, double confidence)
{
	struct figure f = share(k, n, confidence);

	if (f.defined)
		f.high = upper(k, n, 1 - confidence);
	return f;
}

struct figure proportion_at_least(int64_t k, int64_t n, double confidence)
{
	struct figure f = share(k, n, confidence);

	if (f.defined)
		f.low = lower(k, n, 1 - confidence);
	return f;
}

struct figure proportion_wilson(int64_t k, int64_t n, double confidence)
{
	struct figure f = share(k, n, confidence);
	double z2, all, middle, half;

	if (!f.defined)
		return f;
	z2 = pow(normal_quantile(1 - (1 - confidence) / 2), 2);
	all = (double)n;
	middle = f.value + z2 / (2 * all);
	half = sqrt(z2 * (f.value * (1 - f.value) / all + z2 / (4 * all * all)));
	/* at the ends the limit is the end itself, and rounding shall not pass it */
	f.low = k == 0 ? 0 : (middle - half) / (1 + z2 / all);
	f.high = k == n ? 1 : (middle + half) / (1 + z2 / all);
	return f;
}

double binomial_at_most(int64_t k, int64_t n, double p)
{
	if (k < 0)
		return 0;
	return k >= n ? 1 : beta_tails(p, k + 1, n - k).above;
}
