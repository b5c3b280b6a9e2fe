/* SPDX-License-Identifier: MIT */
/*
 * Samples without replacement from a finite pile: what a sample says of the pile, and how
 * large one must be. All by the hypergeometric distribution itself, no approximation:
 * Johnson, Kotz and Kemp, "Univariate Discrete Distributions" (2nd ed. 1992), chapter 6;
 * point probabilities by Loader, "Fast and Accurate Computation of Binomial Probabilities"
 * (2000). The pile is below 10^9. A probability that equals a limit to nine digits counts as
 * equal to it, so that 0.95 written in binary decides nothing.
 */
#ifndef LOOKBACK_STATS_HYPER_H
#define LOOKBACK_STATS_HYPER_H

#include "lookback/base/arena.h"
#include "lookback/stats/figure.h"

/* A sample drawn from a pile, of which so many are bad. */
struct hyper {
	int64_t pile, bad, sample;
};
/* ln P(the sample holds exactly k of the bad); -INFINITY where that cannot be. */
double hyper_log_pmf(struct hyper h, int64_t k);
double hyper_at_most(struct hyper h, int64_t k);
/* The chance that a dip sample finds none. */
double hyper_none(struct hyper h);

/* What a sample says of the pile: with this confidence no more than `most` of it are bad,
 * those found in the sample included. It is the largest number D for which finding so few
 * is more likely than 1 - confidence (Wright, "Exact Confidence Bounds when Sampling from
 * Small Finite Universes", 1991). Undefined: a sample of 0, or counts that cannot be. */
struct pile_bound {
	bool defined;
	int64_t pile, sample, found;
	double confidence; /* between 0 and 1 */
	double missed;     /* share of bad items that the second reviewers overlook, 0 to <1 */
	int64_t most;
	double share; /* most / pile */
};
struct pile_bound pile_at_most(int64_t pile, int64_t sample, int64_t found, double confidence);
/* The same when a bad item in the sample is overlooked with the chance `missed`: each is
 * found or not by itself. The rate is taken as known; its own doubt is the caller's to add. */
struct pile_bound pile_at_most_missing(
    int64_t pile, int64_t sample, int64_t found, double confidence, double missed);
/* The closing sentence, with the sample it rests on. */
struct str pile_sentence(struct arena *a, struct pile_bound b);

/* The sample needed to say with this confidence that not more than `share` of the pile is
 * bad, when `allow` bad ones in the sample shall still do: the least n for which
 * P(at most `allow` found | `bad` are bad) <= 1 - confidence, where `bad` is the first
 * number too many, floor(pile * share) + 1. Undefined: no n is enough (a pile in which the
 * first number too many is allowed), or arguments that make no sense. */
struct sample_size {
	bool defined;
	int64_t n;
	int64_t bad; /* 0 for an endless pile */
};
struct sample_size sample_needed(int64_t pile, double share, double confidence, int64_t allow);
/* The same for an endless pile (binomial); share between 0 and 1. */
struct sample_size sample_needed_endless(double share, double confidence, int64_t allow);

#endif
