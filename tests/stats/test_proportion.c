/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "help.h"
#include "lookback/stats/proportion.h"
#include "stats/tail.h"

Suite *suite_stats_proportion(void);

/* Per cent, as a report prints them. */
static const struct {
	int64_t k, n;
	const char *rate, *exact[2], *wilson[2];
	int digits;
} printed[] = {
    {33, 3778, "0.8735", {"0.6020", "1.2245"}, {"0.6226", "1.2241"}, 4},
    {25, 3582, "0.6979", {"0.4522", "1.0286"}, {"0.4732", "1.0283"}, 4},
    {2, 3778, "0.0529", {"0.0064", "0.1911"}, {"0.0145", "0.1928"}, 4},
    {7, 50, "14.0000", {"5.8192", "26.7396"}, {"6.9508", "26.1862"}, 4},
    {0, 300, "0.0000", {"0.0000", "1.2221"}, {"0.0000", "1.2643"}, 4},
    {1, 300, "0.3333", {"0.0084", "1.8431"}, {"0.0589", "1.8637"}, 4},
    {33, 3778, "0.873", {"0.602", "1.225"}, {"0.623", "1.224"}, 3},
};

START_TEST(intervals_are_as_printed)
{
	int64_t k = printed[_i].k, n = printed[_i].n;
	struct figure exact = proportion_exact(k, n, 0.95);
	struct figure wilson = proportion_wilson(k, n, 0.95);
	int d = printed[_i].digits;

	ck_assert(exact.defined && exact.bounded && exact.n == n);
	ck_shows(100 * exact.value, d, printed[_i].rate);
	ck_shows(100 * exact.low, d, printed[_i].exact[0]);
	ck_shows(100 * exact.high, d, printed[_i].exact[1]);
	ck_shows(100 * wilson.low, d, printed[_i].wilson[0]);
	ck_shows(100 * wilson.high, d, printed[_i].wilson[1]);
}
END_TEST

START_TEST(published_digits_are_reached)
{
	struct figure f = proportion_exact(7, 50, 0.95);

	ck_shows(f.low, 10, "0.0581917003");
	ck_shows(f.high, 10, "0.2673960025");
	ck_shows(100 * proportion_at_most(0, 300, 0.95).high, 4, "0.9936");
	ck_shows(normal_quantile(0.975), 12, "1.959963984540");
	ck_shows(normal_quantile(0.999), 12, "3.090232306168");
	ck_assert(normal_quantile(0.5) == 0 || fabs(normal_quantile(0.5)) < 1e-15);
}
END_TEST

/* Zero in n: the bound is 1 - 0.05^(1/n), near 3/n. */
START_TEST(the_rule_of_three_holds)
{
	for (int64_t n = 10; n < 100000; n = n * 3 + 1) {
		double high = proportion_at_most(0, n, 0.95).high;
		holds(fabs(high - (1 - pow(0.05, 1 / (double)n))) < 1e-12);
		holds(high < 3 / (double)n && high > 2.5 / (double)n);
	}
}
END_TEST

START_TEST(nothing_is_said_of_nothing)
{
	static const struct {
		int64_t k, n;
		double confidence;
	} senseless[] = {{0, 0, 0.95}, {1, 0, 0.95}, {-1, 5, 0.95}, {6, 5, 0.95}, {1, 5, 0},
	    {1, 5, 1}, {1, 5, 95}, {0, -1, 0.95}};

	for (size_t i = 0; i < COUNT(senseless); i++) {
		int64_t k = senseless[i].k, n = senseless[i].n;
		double c = senseless[i].confidence;
		holds(
		    !proportion_exact(k, n, c).defined && !proportion_wilson(k, n, c).bounded);
		holds(!proportion_at_most(k, n, c).defined);
		holds(!proportion_at_least(k, n, c).defined);
		holds(proportion_exact(k, n, c).n == (n > 0 ? n : 0));
	}
	ck_assert(!proportion_exact(1, 5, (double)NAN).defined);
}
END_TEST

/* Failures seen as successes give the mirrored interval; more found moves both limits up;
 * more confidence widens; the value lies within. */
START_TEST(intervals_are_mirrored_and_rise)
{
	for (int64_t n = 1; n < 60; n += 3)
		for (int64_t k = 0; k <= n; k++) {
			struct figure e = proportion_exact(k, n, 0.95), w, m, up;
			w = proportion_wilson(k, n, 0.95);
			m = proportion_exact(n - k, n, 0.95);
			holds(fabs(e.low - (1 - m.high)) < 1e-13);
			m = proportion_wilson(n - k, n, 0.95);
			holds(fabs(w.low - (1 - m.high)) < 1e-13);
			holds(e.low <= e.value && e.value <= e.high);
			holds(w.low <= w.value && w.value <= w.high);
			up = proportion_exact(k, n, 0.99);
			holds(up.low <= e.low && up.high >= e.high);
			holds(proportion_at_most(k, n, 0.975).high == e.high ||
			      fabs(proportion_at_most(k, n, 0.975).high - e.high) < 1e-13);
			up = proportion_exact(k < n ? k + 1 : k, n, 0.95);
			holds(k == n || (up.low > e.low && up.high > e.high - 1e-15));
		}
}
END_TEST

/* At its upper limit, k or less comes about with the chance 0.025, and no other. */
START_TEST(limits_are_where_the_tails_say)
{
	static const int64_t ns[] = {1, 2, 17, 300, 3778, 100000};

	for (size_t i = 0; i < COUNT(ns); i++)
		for (int64_t k = 0; k <= ns[i]; k += 1 + ns[i] / 7) {
			struct figure f = proportion_exact(k, ns[i], 0.95);
			double high = binomial_at_most(k, ns[i], f.high);
			double low = 1 - binomial_at_most(k - 1, ns[i], f.low);
			holds(k == ns[i] || fabs(high - 0.025) < 1e-11);
			holds(k == 0 || fabs(low - 0.025) < 1e-11);
		}
}
END_TEST

START_TEST(what_is_sure_is_sure)
{
	ck_assert(binomial_log_pmf(0, 5, 0, 1) == 0 && binomial_log_pmf(5, 5, 1, 0) == 0);
	ck_assert(isinf(binomial_log_pmf(1, 5, 0, 1)) && isinf(binomial_log_pmf(4, 5, 1, 0)));
	ck_assert(isinf(binomial_log_pmf(-1, 5, 0.5, 0.5)));
	ck_assert(isinf(binomial_log_pmf(6, 5, 0.5, 0.5)));
	ck_assert(binomial_at_most(3, 5, 0) == 1 && binomial_at_most(3, 5, 1) == 0);
}
END_TEST

START_TEST(quantiles_undo_probabilities)
{
	for (int64_t a = 1; a < 2000; a = a * 4 + 1)
		for (int64_t b = 1; b < 2000; b = b * 5 + 2)
			for (double p = 0.001; p < 1; p += 0.0713) {
				double x = beta_quantile(p, a, b);
				struct tails t = beta_tails(x, a, b);
				holds(fabs(t.below - p) < 1e-12);
				holds(fabs(t.below + t.above - 1) < 1e-15);
				holds(fabs(beta_tails(1 - x, b, a).above - p) < 1e-11);
			}
	for (double p = 1e-9; p < 1; p += 0.0137)
		holds(fabs(erfc(-normal_quantile(p) / sqrt(2)) / 2 - p) < 1e-14);
}
END_TEST

/* ---- how often intervals hold ---------------------------------------------------- */

static int64_t binomial_throw(struct dice *d, int64_t n, double p)
{
	uint64_t limit = (uint64_t)(p * 18446744073709551616.0);
	int64_t k = 0;

	for (int64_t i = 0; i < n; i++)
		k += dice_next(d) < limit;
	return k;
}

static const struct {
	int64_t n;
	double p;
} worlds[] = {{378, 0.01}, {378, 0.0087}, {20, 0.5}, {50, 0.14}, {300, 0.003}, {100, 0.93}};

enum { DRAWS = 10000 };

/* Of 10,000 draws at least 94.5 % must be held. */
START_TEST(exact_intervals_hold_the_truth)
{
	struct dice d = dice_seed(2024 + (uint64_t)_i);
	int64_t n = worlds[_i].n;
	double p = worlds[_i].p;
	int held = 0, below = 0;

	for (int i = 0; i < DRAWS; i++) {
		int64_t k = binomial_throw(&d, n, p);
		struct figure f = proportion_exact(k, n, 0.95);
		held += f.low <= p && p <= f.high;
		below += p <= proportion_at_most(k, n, 0.95).high;
	}
	ck_assert_int_ge(held, DRAWS * 945 / 1000);
	ck_assert_int_ge(below, DRAWS * 945 / 1000);
}
END_TEST

/* The chance that an interval holds p, summed over all outcomes. */
static double coverage(
    struct figure of(int64_t k, int64_t n, double confidence), int64_t n, double p)
{
	double sum = 0;

	for (int64_t k = 0; k <= n; k++) {
		struct figure f = of(k, n, 0.95);
		if (f.low <= p && p <= f.high)
			sum += exp(binomial_log_pmf(k, n, p, 1 - p));
	}
	return sum;
}

/* What holds of Wilson: the average over all shares is right, single shares are not; near
 * 0 and 1 it falls below 0.9. The exact interval is never below, and so above on average. */
START_TEST(wilson_is_right_on_average_and_exact_is_right_always)
{
	enum { N = 40, STEPS = 400 };
	double wilson = 0, exact = 0, worst = 1, least = 1;

	for (int i = 0; i < STEPS; i++) {
		double p = (i + 0.5) / STEPS, w = coverage(proportion_wilson, N, p);
		double e = coverage(proportion_exact, N, p);
		wilson += w / STEPS;
		exact += e / STEPS;
		worst = fmin(worst, w);
		least = fmin(least, e);
	}
	ck_assert(wilson > 0.945 && wilson < 0.955);
	ck_assert(worst < 0.90 && worst > 0.80);
	ck_assert(least >= 0.95);
	ck_assert(exact > wilson);
}
END_TEST

Suite *suite_stats_proportion(void)
{
	const TTest *const tests[] = {
	    published_digits_are_reached,
	    the_rule_of_three_holds,
	    nothing_is_said_of_nothing,
	    intervals_are_mirrored_and_rise,
	    limits_are_where_the_tails_say,
	    what_is_sure_is_sure,
	    quantiles_undo_probabilities,
	    wilson_is_right_on_average_and_exact_is_right_always,
	};
	Suite *s = suite_of("stats/proportion", tests, COUNT(tests));
	TCase *tc = tcase_create("tables");

	tcase_add_loop_test(tc, intervals_are_as_printed, 0, COUNT(printed));
	tcase_add_loop_test(tc, exact_intervals_hold_the_truth, 0, COUNT(worlds));
	suite_add_tcase(s, tc);
	return s;
}
