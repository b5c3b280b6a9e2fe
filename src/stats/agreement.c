/* SPDX-License-Identifier: MIT */
/* Agreement of two reviewers from a square table: raw, kappa, PABAK, AC1, by category. */
#include "lookback/stats/agreement.h"

#include <math.h>

#include "lookback/stats/proportion.h"
#include "stats/interval.h"
#include "stats/tail.h"

struct table {
	const int64_t *cells;
	size_t q;
	double n;
};

static double cell(const struct table *t, size_t i, size_t j)
{
	return (double)t->cells[i * t->q + j] / t->n;
}

static double row(const struct table *t, size_t i)
{
	double sum = 0;

	for (size_t j = 0; j < t->q; j++)
		sum += (double)t->cells[i * t->q + j];
	return sum / t->n;
}

static double column(const struct table *t, size_t j)
{
	double sum = 0;

	for (size_t i = 0; i < t->q; i++)
		sum += (double)t->cells[i * t->q + j];
	return sum / t->n;
}

/* All pairs of the table, and those that agree; false when a cell is negative. */
static bool count(const int64_t *cells, size_t q, int64_t *all, int64_t *same)
{
	*all = *same = 0;
	for (size_t i = 0; i < q * q; i++) {
		if (cells[i] < 0)
			return false;
		*all += cells[i];
		*same += i / q == i % q ? cells[i] : 0;
	}
	return true;
}

/* ---- kappa ----------------------------------------------------------------------- */

/* Equation 13 of Fleiss, Cohen and Everitt for weights of 0 and 1, in the form of Fleiss,
 * "Statistical Methods for Rates and Proportions" (2nd ed. 1981), 13.15: (A + B - C) / n. */
static double kappa_error(const struct table *t, double chance, double kappa)
{
	double off = 1 - kappa, a = 0, b = 0, c = pow(kappa - chance * off, 2);

	for (size_t i = 0; i < t->q; i++) {
		a += cell(t, i, i) * pow(1 - (row(t, i) + column(t, i)) * off, 2);
		for (size_t j = 0; j < t->q; j++)
			if (i != j)
				b += cell(t, i, j) * pow(column(t, i) + row(t, j), 2);
	}
	return sqrt(fmax(0, a + b * off * off - c) / t->n) / (1 - chance);
}

static bool is_constant(double share)
{
	return share >= 1;
}

static struct figure kappa_of(
    const struct table *t, struct figure raw, double confidence, bool *constant)
{
	bool one = false, other = false;
	double chance = 0, value;

	for (size_t i = 0; i < t->q; i++) {
		one |= is_constant(row(t, i));
		other |= is_constant(column(t, i));
		chance += row(t, i) * column(t, i);
	}
	*constant = one != other;
	if (chance >= 1) /* both used one category, the same: 0 / 0 */
		return (struct figure){.n = raw.n};
	value = *constant ? 0 : (raw.value - chance) / (1 - chance);
	return interval_normal(raw.n, value, kappa_error(t, chance, value), confidence);
}

/* ---- the others ------------------------------------------------------------------ */

/* The share s moved to (q s - 1) / (q - 1). */
static struct figure pabak(struct figure raw, size_t q)
{
	double k = (double)q;

	raw.value = (k * raw.value - 1) / (k - 1);
	raw.low = (k * raw.low - 1) / (k - 1);
	raw.high = (k * raw.high - 1) / (k - 1);
	return raw;
}

/* Share of category i among the answers of both. */
static double answered(const struct table *t, size_t i)
{
	return (row(t, i) + column(t, i)) / 2;
}

/* The variance of Gwet 2008 for two raters and a pile without end, in terms of the table. */
static double ac1_error(const struct table *t, double same, double chance, double ac1)
{
	double parts = (double)(t->q - 1), off = 1 - ac1, a = 0, b = 0, v;

	for (size_t i = 0; i < t->q; i++) {
		a += cell(t, i, i) * (1 - answered(t, i));
		for (size_t j = 0; j < t->q; j++)
			b += cell(t, i, j) * pow(1 - (answered(t, i) + answered(t, j)) / 2, 2);
	}
	v = same * (1 - same) - 4 * off * (a / parts - same * chance) +
	    4 * off * off * (b / (parts * parts) - chance * chance);
	return sqrt(fmax(0, v) / t->n) / (1 - chance);
}

static struct figure ac1(const struct table *t, struct figure raw, double confidence)
{
	double chance = 0, value;

	for (size_t i = 0; i < t->q; i++)
		chance += answered(t, i) * (1 - answered(t, i)) / (double)(t->q - 1);
	value = (raw.value - chance) / (1 - chance);
	return interval_normal(
	    raw.n, value, ac1_error(t, raw.value, chance, value), confidence);
}

struct agreement agreement_of(const int64_t *cells, size_t categories, double confidence)
{
	struct agreement a = {0};
	struct table t = {cells, categories, 0};
	int64_t same;

	if (categories < 2 || !is_confidence(confidence) ||
	    !count(cells, categories, &a.n, &same) || a.n == 0) {
		a.n = 0;
		return a;
	}
	t.n = (double)a.n;
	a.raw = proportion_exact(same, a.n, confidence);
	a.kappa = kappa_of(&t, a.raw, confidence, &a.constant);
	a.pabak = pabak(a.raw, categories);
	a.ac1 = ac1(&t, a.raw, confidence);
	return a;
}

/* Both said so, of those pairs in which anyone did, as a share of answers. */
static double twice(double t)
{
	return 2 * t / (1 + t);
}

struct figure agreement_on(
    const int64_t *cells, size_t categories, size_t category, double confidence)
{
	struct figure f = {0};
	int64_t all, same, both, anyone = 0;

	if (category >= categories || !count(cells, categories, &all, &same))
		return f;
	both = cells[category * categories + category];
	for (size_t i = 0; i < categories; i++)
		anyone += cells[category * categories + i] + cells[i * categories + category];
	f = proportion_exact(both, anyone - both, confidence);
	f.value = twice(f.value);
	f.low = twice(f.low);
	f.high = twice(f.high);
	return f;
}

/* ---- words ----------------------------------------------------------------------- */

const char *agreement_word(struct figure kappa)
{
	static const struct {
		double most;
		const char *word;
	} bands[] = {
	    {0.20, "slight"},
	    {0.40, "fair"},
	    {0.60, "moderate"},
	    {0.80, "substantial"},
	};

	if (!kappa.defined)
		return "undefined";
	if (kappa.value < 0)
		return "poor";
	for (size_t i = 0; i < sizeof(bands) / sizeof(bands[0]); i++)
		if (kappa.value <= bands[i].most)
			return bands[i].word;
	return "almost perfect";
}
