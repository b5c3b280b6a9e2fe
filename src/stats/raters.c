/* SPDX-License-Identifier: MIT */
/*
 * Agreement of more than two reviewers: Krippendorff's alpha and Fleiss' kappa, each a
 * function of sums over items, so that leaving out an item (the jackknife) is a
 * subtraction and not another pass.
 */
#include <math.h>

#include "lookback/base/arena.h"
#include "lookback/stats/agreement.h"
#include "stats/interval.h"
#include "stats/tail.h"

struct sums {
	int64_t items;    /* with two answers or more */
	int64_t each;     /* answers to every item; -1 when they are not as many */
	double answers;   /* to those items */
	double apart;     /* pairs of unlike answers within an item, per other answer */
	double *category; /* answers by category */
	size_t q;
};

struct item {
	double answers, apart;
	const int64_t *counts;
};

static struct item item_at(const int64_t *counts, size_t i, size_t q)
{
	struct item it = {.counts = counts + i * q};
	double squares = 0;

	for (size_t c = 0; c < q; c++) {
		double k = (double)it.counts[c];
		it.answers += k;
		squares += k * k;
	}
	if (it.answers > 1)
		it.apart = (it.answers * it.answers - squares) / (it.answers - 1);
	return it;
}

static void sums_move(struct sums *s, const struct item *it, int sign)
{
	s->items += sign;
	s->answers += sign * it->answers;
	s->apart += sign * it->apart;
	for (size_t c = 0; c < s->q; c++)
		s->category[c] += sign * (double)it->counts[c];
}

static double squares_of(const struct sums *s)
{
	double sum = 0;

	for (size_t c = 0; c < s->q; c++)
		sum += s->category[c] * s->category[c];
	return sum;
}

/* ---- the two coefficients; false: undefined -------------------------------------- */

static bool alpha_of(const struct sums *s, double *out)
{
	double unlike = s->answers * s->answers - squares_of(s);

	if (s->items < 1 || unlike <= 0)
		return false;
	*out = 1 - (s->answers - 1) * s->apart / unlike;
	return true;
}

static bool fleiss_of(const struct sums *s, double *out)
{
	double chance = squares_of(s) / (s->answers * s->answers);

	if (s->items < 1 || s->each < 2 || chance >= 1)
		return false;
	*out = 1 - s->apart / s->answers / (1 - chance);
	return true;
}

typedef bool (*coefficient_fn)(const struct sums *s, double *out);

/* The jackknife: how far the coefficient moves when each item in turn is left out. */
static double jackknife(struct sums *s, coefficient_fn of, const int64_t *counts, size_t items)
{
	double sum = 0, squares = 0, n = (double)s->items, mid = 0, x;
	bool first = true;

	for (size_t i = 0; i < items; i++) {
		struct item it = item_at(counts, i, s->q);
		bool ok;
		if (it.answers < 2)
			continue;
		sums_move(s, &it, -1);
		ok = of(s, &x);
		sums_move(s, &it, 1);
		if (!ok)
			return 0;
		if (first)
			mid = x;
		first = false;
		sum += x - mid;
		squares += (x - mid) * (x - mid);
	}
	return sqrt(fmax(0, squares - sum * sum / n) * (n - 1) / n);
}

static struct figure agreement_many(coefficient_fn of, const int64_t *counts, size_t items,
    size_t categories, double confidence)
{
	struct arena a = {0};
	struct sums s = {.q = categories};
	struct figure f = {0};
	double value;

	s.category = arena_new(&a, double, categories);
	for (size_t i = 0; i < items; i++) {
		struct item it = item_at(counts, i, categories);
		if (i == 0)
			s.each = (int64_t)it.answers;
		else if (s.each != (int64_t)it.answers)
			s.each = -1;
		if (it.answers >= 2)
			sums_move(&s, &it, 1);
	}
	f.n = s.items;
	if (is_confidence(confidence) && of(&s, &value))
		f = interval_normal(
		    s.items, value, jackknife(&s, of, counts, items), confidence);
	arena_clear(&a);
	return f;
}

struct figure agreement_alpha(
    const int64_t *counts, size_t items, size_t categories, double confidence)
{
	return agreement_many(alpha_of, counts, items, categories, confidence);
}

struct figure agreement_fleiss(
    const int64_t *counts, size_t items, size_t categories, double confidence)
{
	return agreement_many(fleiss_of, counts, items, categories, confidence);
}
