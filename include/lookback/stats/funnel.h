/* SPDX-License-Identifier: MIT */
/*
 * A funnel plot: units (handlers, teams) of different size against the overall rate.
 * Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in
 * Medicine 24 (2005), with the exact binomial distribution. One unit in 500 lies outside
 * the limits of 99.8 % by chance alone, one in 20 outside those of 95 %: among many units
 * some do. A unit outside stands out; why is for people to find out.
 */
#ifndef LOOKBACK_STATS_FUNNEL_H
#define LOOKBACK_STATS_FUNNEL_H

#include "lookback/stats/figure.h"

#define FUNNEL_WARN  0.95  /* the inner limits */
#define FUNNEL_ALARM 0.998 /* the outer limits */

/* For a unit of n where the overall rate (0..1) holds. Undefined: n of 0 or a rate or
 * level that cannot be. */
struct funnel_limits {
	bool defined;
	int64_t n;
	double rate, level;
	/* Counts inside. One more than `most` would come about with a chance of at most
	 * (1 - level) / 2, and one less than `least` as well. */
	int64_t least, most;
	/* The lines to draw, shares of n: interpolated between counts as in the paper, so
	 * that they run smoothly (0 and 1 are as far as they go). */
	double low, high;
};
struct funnel_limits funnel_limits(int64_t n, double rate, double level);

/* Where k of n lies, by the counts: what is equally judged for every n, however small. */
enum funnel_side { FUNNEL_UNDEFINED, FUNNEL_INSIDE, FUNNEL_BELOW, FUNNEL_ABOVE };
enum funnel_side funnel_side(int64_t k, int64_t n, double rate, double level);

#endif
