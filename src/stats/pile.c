/* SPDX-License-Identifier: MIT */
/* What a sample says of a finite pile, and how large a sample must be: searches over the
 * exact distribution, which falls with every further bad item and every further look. */
#include <inttypes.h>
#include <math.h>

#include "lookback/stats/hyper.h"
#include "lookback/stats/proportion.h"
#include "stats/tail.h"

/* ---- what a sample says -------------------------------------------------------- */

/* P(at most b->found are found) when `bad` are bad and each is overlooked by chance. Once
 * there are terms, they rise and fall once, so a negligible one ends the sum. */
static double found_at_most(const struct pile_bound *b, int64_t bad)
{
	struct hyper h = {b->pile, bad, b->sample};
	double sum = hyper_at_most(h, b->found), term;
	int64_t end = bad < b->sample ? bad : b->sample;

	for (int64_t j = b->found + 1; b->missed > 0 && j <= end; j++) {
		term = exp(hyper_log_pmf(h, j)) * binomial_at_most(b->found, j, 1 - b->missed);
		sum += term;
		if (term < sum * 1e-18)
			break;
	}
	return sum;
}

struct pile_bound pile_at_most_missing(
    int64_t pile, int64_t sample, int64_t found, double confidence, double missed)
{
	struct pile_bound b = {false, pile, sample, found, confidence, missed, 0, 0};
	int64_t low = found, high = pile + 1;

	if (sample <= 0 || sample > pile || found < 0 || found > sample)
		return b;
	if (!is_confidence(confidence) || !(missed >= 0 && missed < 1))
		return b;
	/* low is always possible; high never, for even with none overlooked the sound ones
	 * in the sample are not bad */
	if (missed <= 0)
		high = pile - (sample - found) + 1;
	while (high - low > 1) {
		int64_t mid = low + (high - low) / 2;
		if (at_most_limit(found_at_most(&b, mid), 1 - confidence))
			high = mid;
		else
			low = mid;
	}
	b.defined = true;
	b.most = low;
	b.share = (double)low / (double)pile;
	return b;
}

struct pile_bound pile_at_most(int64_t pile, int64_t sample, int64_t found, double confidence)
{
	return pile_at_most_missing(pile, sample, found, confidence, 0);
}

/* 3,745 */
static struct str grouped(struct arena *a, int64_t n)
{
	if (n < 1000)
		return arena_printf(a, "%" PRId64, n);
	return arena_printf(a, "%.*s,%03" PRId64, STR_ARG(grouped(a, n / 1000)), n % 1000);
}

static struct str sure_of(struct arena *a, struct pile_bound b)
{
	if (b.missed > 0)
		return arena_printf(
		    a, "if the second reviewers miss %.3g %% of what there is", 100 * b.missed);
	return STR("provided the second reviewers miss nothing");
}

struct str pile_sentence(struct arena *a, struct pile_bound b)
{
	struct str most = grouped(a, b.most), pile = grouped(a, b.pile), sure = sure_of(a, b),
		   sample = grouped(a, b.sample), found = grouped(a, b.found);

	if (!b.defined)
		return STR("Nothing can be said of the pile: nothing was sampled.");
	if (b.found == 0)
		return arena_printf(a,
		    "With %.10g %% confidence no more than %.*s of %.*s remain, %.*s "
		    "(none found in a sample of %.*s).",
		    100 * b.confidence, STR_ARG(most), STR_ARG(pile), STR_ARG(sure),
		    STR_ARG(sample));
	return arena_printf(a,
	    "With %.10g %% confidence no more than %.*s of %.*s failed, the %.*s found in a "
	    "sample of %.*s included, %.*s.",
	    100 * b.confidence, STR_ARG(most), STR_ARG(pile), STR_ARG(found), STR_ARG(sample),
	    STR_ARG(sure));
}

/* ---- how large a sample must be ------------------------------------------------ */

struct sample_size sample_needed(int64_t pile, double share, double confidence, int64_t allow)
{
	struct sample_size s = {0};
	int64_t low = 0, high = pile;

	if (pile <= 0 || !(share >= 0 && share < 1) || !is_confidence(confidence) || allow < 0)
		return s;
	/* a share such as 0.29 is a little less in binary */
	s.bad = (int64_t)floor((double)pile * share + 1e-9) + 1;
	if (s.bad <= allow || s.bad > pile)
		return (struct sample_size){0};
	while (high - low > 1) {
		int64_t mid = low + (high - low) / 2;
		struct hyper h = {pile, s.bad, mid};
		if (at_most_limit(hyper_at_most(h, allow), 1 - confidence))
			high = mid;
		else
			low = mid;
	}
	s.defined = true;
	s.n = high;
	return s;
}

struct sample_size sample_needed_endless(double share, double confidence, int64_t allow)
{
	int64_t low = allow, high;

	if (!is_confidence(share) || !is_confidence(confidence) || allow < 0)
		return (struct sample_size){0};
	for (high = allow + 1; high < INT64_C(1) << 40; high *= 2)
		if (at_most_limit(binomial_at_most(allow, high, share), 1 - confidence))
			break;
	while (high - low > 1) {
		int64_t mid = low + (high - low) / 2;
		if (at_most_limit(binomial_at_most(allow, mid, share), 1 - confidence))
			high = mid;
		else
			low = mid;
	}
	return (struct sample_size){true, high, 0};
}
