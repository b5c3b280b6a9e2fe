/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "help.h"
#include "lookback/stats/agreement.h"

Suite *suite_stats_agreement(void);

static struct agreement of_four(int64_t a, int64_t b, int64_t c, int64_t d)
{
	return agreement_of((int64_t[]){a, b, c, d}, 2, 0.95);
}

START_TEST(worked_examples_are_as_printed)
{
	struct agreement a = of_four(90, 10, 10, 90);

	ck_shows(a.kappa.value, 3, "0.800");
	a = of_four(20, 5, 10, 15);
	ck_shows(a.raw.value, 2, "0.70");
	ck_shows(a.kappa.value, 3, "0.400");
	a = of_four(2, 2, 2, 372);
	ck_assert_int_eq(a.n, 378);
	ck_shows(100 * a.raw.value, 1, "98.9");
	ck_shows(a.kappa.value, 3, "0.495");
	ck_shows(a.pabak.value, 3, "0.979");
	ck_shows(a.ac1.value, 3, "0.989");
}
END_TEST

/* Three abstractors' table as published with the R package irrCAC: AC1 0.84933; its interval
 * 0.76358 to 0.93508 uses t for 99 degrees (1.98422) where we use the normal 1.95996. */
START_TEST(ac1_and_its_error_are_as_published)
{
	static const int64_t cells[] = {13, 0, 0, 0, 20, 7, 0, 4, 56};
	struct figure f = agreement_of(cells, 3, 0.95).ac1;

	ck_shows(f.value, 5, "0.84933");
	ck_shows(f.value + (f.high - f.value) * 1.98422 / 1.95996, 4, "0.9351");
	ck_shows(f.value + (f.low - f.value) * 1.98422 / 1.95996, 4, "0.7636");
}
END_TEST

/* The examples of Fleiss 1971 and of Krippendorff's "Computing ..." (2011). */
START_TEST(many_reviewers_are_as_published)
{
	static const int64_t fleiss[] = {0, 0, 0, 0, 14, 0, 2, 6, 4, 2, 0, 0, 3, 5, 6, 0, 3, 9,
	    2, 0, 2, 2, 8, 1, 1, 7, 7, 0, 0, 0, 3, 2, 6, 3, 0, 2, 5, 3, 2, 2, 6, 5, 2, 1, 0, 0,
	    2, 2, 3, 7};
	static const int64_t missing[] = {3, 0, 0, 0, 0, 0, 3, 1, 0, 0, 0, 0, 4, 0, 0, 0, 0, 4,
	    0, 0, 0, 4, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 4, 0, 3, 1, 0, 0, 0, 0, 4, 0, 0, 0, 0,
	    0, 0, 0, 3, 2, 0, 0, 0, 0, 0, 0, 1, 0, 0};

	ck_shows(agreement_fleiss(fleiss, 10, 5, 0.95).value, 3, "0.210");
	ck_shows(agreement_alpha(missing, 12, 5, 0.95).value, 3, "0.743");
	ck_assert_int_eq(agreement_alpha(missing, 12, 5, 0.95).n, 11);
	ck_assert(!agreement_fleiss(missing, 12, 5, 0.95).defined);
}
END_TEST

START_TEST(an_unused_category_leaves_kappa_undefined)
{
	struct agreement a = of_four(0, 0, 0, 378);

	ck_assert(a.raw.defined && a.raw.value == 1 && a.raw.low < 1);
	ck_assert(!a.kappa.defined && !a.kappa.bounded && a.kappa.n == 378);
	ck_assert_str_eq(agreement_word(a.kappa), "undefined");
	ck_assert(a.ac1.defined && a.ac1.value == 1 && !a.ac1.bounded);
	ck_assert(!a.constant);
	ck_assert(!agreement_on((int64_t[]){0, 0, 0, 378}, 2, 0, 0.95).defined);
	ck_assert(agreement_on((int64_t[]){0, 0, 0, 378}, 2, 1, 0.95).value == 1);
	a = of_four(0, 0, 5, 95);
	ck_assert(a.constant && a.kappa.defined && a.kappa.value == 0);
	a = of_four(0, 0, 0, 0);
	ck_assert(!a.raw.defined && !a.kappa.defined && !a.pabak.defined && !a.ac1.defined);
	ck_assert(!agreement_of((int64_t[]){5}, 1, 0.95).raw.defined);
	ck_assert(!of_four(-1, 5, 5, 5).raw.defined);
	ck_assert(!agreement_of((int64_t[]){1, 2, 3, 4}, 2, 95).raw.defined);
	ck_assert(!agreement_alpha((int64_t[]){3, 0, 3, 0}, 2, 2, 0.95).defined);
	ck_assert(!agreement_alpha((int64_t[]){1, 0, 0, 1}, 2, 2, 0.95).defined);
	ck_assert(!agreement_alpha(NULL, 0, 2, 0.95).defined);
	ck_assert(!agreement_fleiss(NULL, 0, 2, 0.95).defined);
}
END_TEST

/* An error of zero is ignorance: no interval of no width. */
START_TEST(perfect_agreement_has_no_interval_of_no_width)
{
	struct agreement a = of_four(5, 0, 0, 95);

	ck_assert(a.kappa.defined && a.kappa.value == 1 && !a.kappa.bounded);
	ck_assert(a.raw.bounded && a.raw.low < 0.97 && a.pabak.bounded && a.pabak.low < 0.95);
}
END_TEST

enum { Q = 3 };

static void any_table(struct dice *d, int64_t *cells)
{
	for (int i = 0; i < Q * Q; i++)
		cells[i] =
		    (int64_t)dice_below(d, 30) * (int64_t)dice_below(d, 2) + (i % 4 == 0);
}

static bool alike(struct figure a, struct figure b)
{
	return a.defined == b.defined && a.bounded == b.bounded && a.n == b.n &&
	       fabs(a.value - b.value) < 1e-12 && fabs(a.low - b.low) < 1e-12 &&
	       fabs(a.high - b.high) < 1e-12;
}

static bool alike_all(struct agreement a, struct agreement b)
{
	return alike(a.raw, b.raw) && alike(a.kappa, b.kappa) && alike(a.pabak, b.pabak) &&
	       alike(a.ac1, b.ac1) && a.constant == b.constant;
}

START_TEST(neither_reviewer_comes_first_and_no_category)
{
	struct dice d = dice_seed(17);

	for (int i = 0; i < 300; i++) {
		int64_t t[Q * Q], swapped[Q * Q], renamed[Q * Q];
		struct agreement a;
		any_table(&d, t);
		for (int r = 0; r < Q; r++)
			for (int c = 0; c < Q; c++) {
				swapped[c * Q + r] = t[r * Q + c];
				renamed[(r + 1) % Q * Q + (c + 1) % Q] = t[r * Q + c];
			}
		a = agreement_of(t, Q, 0.95);
		holds(alike_all(a, agreement_of(swapped, Q, 0.95)));
		holds(alike_all(a, agreement_of(renamed, Q, 0.95)));
		holds(alike(agreement_on(t, Q, 0, 0.95), agreement_on(swapped, Q, 0, 0.95)));
		holds(alike(agreement_on(t, Q, 0, 0.95), agreement_on(renamed, Q, 1, 0.95)));
		holds(
		    a.kappa.value <= a.raw.value + 1e-12 && a.ac1.value <= a.raw.value + 1e-12);
		holds(!a.kappa.bounded ||
		      (a.kappa.low <= a.kappa.value && a.kappa.value <= a.kappa.high));
	}
}
END_TEST

/* For two categories: PABAK is 2 raw - 1, and positive agreement is 2a / (2a + b + c). */
START_TEST(two_by_two_is_as_the_formulas_say)
{
	struct dice d = dice_seed(18);

	for (int i = 0; i < 300; i++) {
		int64_t t[4];
		struct figure p, n;
		for (int j = 0; j < 4; j++)
			t[j] = 1 + (int64_t)dice_below(&d, 60);
		p = agreement_on(t, 2, 0, 0.95);
		n = agreement_on(t, 2, 1, 0.95);
		holds(fabs(agreement_of(t, 2, 0.95).pabak.value + 1 -
			   2 * agreement_of(t, 2, 0.95).raw.value) < 1e-12);
		holds(fabs(p.value - 2.0 * (double)t[0] / (double)(2 * t[0] + t[1] + t[2])) <
		      1e-12);
		holds(fabs(n.value - 2.0 * (double)t[3] / (double)(2 * t[3] + t[1] + t[2])) <
		      1e-12);
		holds(p.low < p.value && p.value < p.high && p.n == t[0] + t[1] + t[2]);
	}
}
END_TEST

/* With two answers to each of many items, alpha is kappa of the pooled answers: near
 * Fleiss' kappa, to which it is (1 - alpha) = (1 - kappa) (n - 1) / n. */
START_TEST(alpha_and_fleiss_agree_where_they_should)
{
	struct dice d = dice_seed(19);
	int64_t counts[200 * 2];

	for (int i = 0; i < 200; i++) {
		counts[2 * i] = (int64_t)dice_below(&d, 3);
		counts[2 * i + 1] = 2 - counts[2 * i];
	}
	ck_assert(fabs((1 - agreement_alpha(counts, 200, 2, 0.95).value) -
		       (1 - agreement_fleiss(counts, 200, 2, 0.95).value) * 399 / 400) < 1e-12);
}
END_TEST

START_TEST(words_are_landis_and_kochs)
{
	static const struct {
		double kappa;
		const char *word;
	} words[] = {{-0.01, "poor"}, {0, "slight"}, {0.2, "slight"}, {0.21, "fair"},
	    {0.4, "fair"}, {0.41, "moderate"}, {0.6, "moderate"}, {0.61, "substantial"},
	    {0.8, "substantial"}, {0.81, "almost perfect"}, {1, "almost perfect"}};

	for (size_t i = 0; i < COUNT(words); i++)
		ck_assert_str_eq(
		    agreement_word((struct figure){true, 9, words[i].kappa, false, 0, 0}),
		    words[i].word);
}
END_TEST

/* ---- how often intervals hold ---------------------------------------------------- */

/* Two reviewers who see a true answer with the chance `right` each, in a pile of which a
 * share is positive; what kappa and AC1 are in the long run is in the table by its cells. */
static void world(double share, double right, double cells[4])
{
	double wrong = 1 - right;

	cells[0] = share * right * right + (1 - share) * wrong * wrong;
	cells[1] = cells[2] = right * wrong;
	cells[3] = share * wrong * wrong + (1 - share) * right * right;
}

static void throw_table(struct dice *d, const double cells[4], int n, int64_t t[4])
{
	t[0] = t[1] = t[2] = t[3] = 0;
	for (int i = 0; i < n; i++) {
		double x = (double)(dice_next(d) >> 11) * 0x1p-53;
		int c = 0;
		while (c < 3 && x >= cells[c])
			x -= cells[c++];
		t[c]++;
	}
}

static bool holds_truth(struct figure f, double truth)
{
	return f.bounded && f.low <= truth && truth <= f.high;
}

/* At a common answer both intervals hold as often as they say, within what a large-sample
 * formula gives at n = 378. */
START_TEST(intervals_hold_the_truth_where_answers_are_mixed)
{
	double cells[4], both, chance;
	struct dice d = dice_seed(20);
	int kappa = 0, ac1 = 0, draws = 10000;

	world(0.4, 0.9, cells);
	both = cells[0] + cells[1];
	chance = both * both + (1 - both) * (1 - both);
	for (int i = 0; i < draws; i++) {
		struct agreement a;
		int64_t t[4];
		throw_table(&d, cells, 378, t);
		a = agreement_of(t, 2, 0.95);
		kappa += holds_truth(a.kappa, (cells[0] + cells[3] - chance) / (1 - chance));
		chance = 1 - chance;
		ac1 += holds_truth(a.ac1, (cells[0] + cells[3] - chance) / (1 - chance));
		chance = 1 - chance;
	}
	ck_assert_int_ge(kappa, draws * 945 / 1000);
	ck_assert_int_ge(ac1, draws * 945 / 1000);
}
END_TEST

/* At one failure in a hundred, what rests on exact intervals still holds. Kappa's large-sample
 * interval then holds the truth in nine of ten, no more: a reason why it never stands alone. */
START_TEST(exact_intervals_hold_where_failures_are_rare)
{
	double cells[4], both, chance;
	struct dice d = dice_seed(21);
	int raw = 0, pabak = 0, on = 0, off = 0, kappa = 0, draws = 10000;

	world(0.01, 0.98, cells);
	both = cells[0] + cells[1];
	chance = both * both + (1 - both) * (1 - both);
	for (int i = 0; i < draws; i++) {
		struct agreement a;
		struct figure f;
		int64_t t[4];
		throw_table(&d, cells, 378, t);
		a = agreement_of(t, 2, 0.95);
		raw += holds_truth(a.raw, cells[0] + cells[3]);
		pabak += holds_truth(a.pabak, 2 * (cells[0] + cells[3]) - 1);
		kappa += holds_truth(a.kappa, (cells[0] + cells[3] - chance) / (1 - chance));
		f = agreement_on(t, 2, 0, 0.95);
		on += !f.defined || holds_truth(f, cells[0] / both);
		f = agreement_on(t, 2, 1, 0.95);
		off += holds_truth(f, cells[3] / (1 - both));
	}
	ck_assert_int_ge(raw, draws * 945 / 1000);
	ck_assert_int_ge(pabak, draws * 945 / 1000);
	ck_assert_int_ge(on, draws * 945 / 1000);
	ck_assert_int_ge(off, draws * 945 / 1000);
	ck_assert_int_ge(kappa, draws * 88 / 100);
}
END_TEST

Suite *suite_stats_agreement(void)
{
	const TTest *const tests[] = {
	    worked_examples_are_as_printed,
	    ac1_and_its_error_are_as_published,
	    many_reviewers_are_as_published,
	    an_unused_category_leaves_kappa_undefined,
	    perfect_agreement_has_no_interval_of_no_width,
	    neither_reviewer_comes_first_and_no_category,
	    two_by_two_is_as_the_formulas_say,
	    alpha_and_fleiss_agree_where_they_should,
	    words_are_landis_and_kochs,
	    intervals_hold_the_truth_where_answers_are_mixed,
	    exact_intervals_hold_where_failures_are_rare,
	};

	return suite_of("stats/agreement", tests, COUNT(tests));
}
