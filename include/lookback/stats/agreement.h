/* SPDX-License-Identifier: MIT */
/*
 * How far reviewers agree. Tables of two reviewers are square, row by row: the row is the
 * first reviewer's answer, the column the second's; categories are those of the question,
 * used or not. When nearly all answers are the same, kappa is low though people agree: so
 * it never stands alone, and the four cells belong beside it.
 */
#ifndef LOOKBACK_STATS_AGREEMENT_H
#define LOOKBACK_STATS_AGREEMENT_H

#include <stddef.h>

#include "lookback/stats/figure.h"

struct agreement {
	int64_t n; /* pairs */
	/* Share of pairs that agree, with the interval of Clopper and Pearson. */
	struct figure raw;
	/* Cohen, "A coefficient of agreement for nominal scales" (1960), -1 to 1. Interval by
	 * the standard error of Fleiss, Cohen and Everitt, "Large sample standard errors of
	 * kappa and weighted kappa" (1969) and the normal distribution. Undefined when both
	 * used one and the same category throughout. */
	struct figure kappa;
	/* Kappa with chance agreement as if all categories were as likely: for two, 2 * raw - 1
	 * (Byrt, Bishop and Carlin, "Bias, prevalence and kappa", 1993); for more, Brennan and
	 * Prediger (1981). Interval: that of `raw`, moved and stretched likewise. */
	struct figure pabak;
	/* Gwet, "Computing inter-rater reliability and its variance in the presence of high
	 * agreement" (2008), AC1 for two reviewers; interval by its variance for an endless
	 * pile and the normal distribution. */
	struct figure ac1;
	/* A reviewer gave one answer throughout, the other did not: kappa is then 0 whatever
	 * the other said, and says nothing. */
	bool constant;
};
/* Large-sample intervals (kappa, ac1) are cut at -1 and 1; there is none when all pairs agree
 * or the error is 0 otherwise, for it would have no width. Everything is undefined for less
 * than one pair or two categories, or a negative cell. */
struct agreement agreement_of(const int64_t *cells, size_t categories, double confidence);

/* Agreement on one category: of the answers "it is this one", the share that the other
 * reviewer gave too. For two categories these are positive and negative agreement, 2a/(2a+b+c)
 * and 2d/(2d+b+c) (Cicchetti and Feinstein, "High agreement but low kappa: II", 1990).
 * With m = a+b+c pairs in which anyone said so, it is 2t/(1+t) of t = a/m; its interval is
 * that of Clopper and Pearson for t, taken the same way. n is m; undefined when m is 0. */
struct figure agreement_on(
    const int64_t *cells, size_t categories, size_t category, double confidence);

/* More than two reviewers. `counts` holds, item by item, how many put the item into each
 * category. Intervals by the jackknife over items (Tukey 1958; Efron and Stein 1981) and
 * the normal distribution, cut at -1 and 1; none where leaving out an item leaves nothing
 * to be said, or where the error is 0. */

/* Krippendorff's alpha for nominal data, with answers missing ("Content Analysis", 2nd ed.
 * 2004, chapter 11). Items with less than two answers do not count. n is the number of
 * items that do. Undefined when there are none or all answers are of one category. */
struct figure agreement_alpha(
    const int64_t *counts, size_t items, size_t categories, double confidence);
/* Fleiss, "Measuring nominal scale agreement among many raters" (1971). Undefined also when
 * items do not all have the same number of answers, at least two. n: items. */
struct figure agreement_fleiss(
    const int64_t *counts, size_t items, size_t categories, double confidence);

/* Landis and Koch, "The measurement of observer agreement for categorical data" (1977):
 * below 0 "poor", to 0.20 "slight", to 0.40 "fair", to 0.60 "moderate", to 0.80
 * "substantial", above "almost perfect"; "undefined" for a figure that is. */
const char *agreement_word(struct figure kappa);

#endif
