/* SPDX-License-Identifier: MIT */
/* The hypergeometric distribution: point probabilities and sums of them. */
#include "lookback/stats/hyper.h"

#include <math.h>

#include "stats/tail.h"

static bool is_hyper(struct hyper h)
{
	return h.pile >= 0 && h.bad >= 0 && h.bad <= h.pile && h.sample >= 0 &&
	       h.sample <= h.pile;
}

static int64_t least(struct hyper h)
{
	int64_t forced = h.sample - (h.pile - h.bad);

	return forced > 0 ? forced : 0;
}

static int64_t most(struct hyper h)
{
	return h.bad < h.sample ? h.bad : h.sample;
}

/* As three binomials with one chance, which cancels (Loader 2000, section 4). */
double hyper_log_pmf(struct hyper h, int64_t k)
{
	double p, q;

	if (!is_hyper(h) || k < least(h) || k > most(h))
		return -INFINITY;
	if (h.sample == 0 || h.sample == h.pile)
		return 0;
	p = (double)h.sample / (double)h.pile;
	q = (double)(h.pile - h.sample) / (double)h.pile;
	return binomial_log_pmf(k, h.bad, p, q) +
	       binomial_log_pmf(h.sample - k, h.pile - h.bad, p, q) -
	       binomial_log_pmf(h.sample, h.pile, p, q);
}

/* The sum from k away from the middle, each term from the one before, until it no longer
 * adds anything. */
static double sum_down(struct hyper h, int64_t k)
{
	double term = exp(hyper_log_pmf(h, k)), sum = term;

	for (int64_t j = k; j > least(h) && term > sum * 1e-18; j--) {
		term *= (double)j * (double)(h.pile - h.bad - h.sample + j) /
			((double)(h.bad - j + 1) * (double)(h.sample - j + 1));
		sum += term;
	}
	return sum;
}

static double sum_up(struct hyper h, int64_t k)
{
	double term = exp(hyper_log_pmf(h, k)), sum = term;

	for (int64_t j = k; j < most(h) && term > sum * 1e-18; j++) {
		term *= (double)(h.bad - j) * (double)(h.sample - j) /
			((double)(j + 1) * (double)(h.pile - h.bad - h.sample + j + 1));
		sum += term;
	}
	return sum;
}

double hyper_at_most(struct hyper h, int64_t k)
{
	if (!is_hyper(h) || k < least(h))
		return 0;
	if (k >= most(h))
		return 1;
	if ((double)k * (double)h.pile < (double)h.bad * (double)h.sample)
		return sum_down(h, k);
	return 1 - sum_up(h, k + 1);
}

double hyper_none(struct hyper h)
{
	return is_hyper(h) ? exp(hyper_log_pmf(h, 0)) : 0;
}
