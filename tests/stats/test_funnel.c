/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "help.h"
#include "lookback/stats/funnel.h"
#include "lookback/stats/proportion.h"

Suite *suite_stats_funnel(void);

/* Inside by the limits is inside by the side, for every count; and the chance of what lies
 * outside is at most what the level leaves. */
START_TEST(limits_and_sides_say_the_same)
{
	static const double rates[] = {0, 0.0087, 0.2, 0.5, 0.97, 1};
	static const int64_t ns[] = {1, 2, 20, 117, 400};

	for (size_t i = 0; i < COUNT(ns); i++)
		for (size_t r = 0; r < COUNT(rates); r++) {
			int64_t n = ns[i];
			struct funnel_limits f = funnel_limits(n, rates[r], FUNNEL_ALARM);
			for (int64_t k = 0; k <= n; k++) {
				enum funnel_side want = k < f.least  ? FUNNEL_BELOW
							: k > f.most ? FUNNEL_ABOVE
								     : FUNNEL_INSIDE;
				holds(funnel_side(k, n, rates[r], FUNNEL_ALARM) == want);
			}
			holds(1 - binomial_at_most(f.most, n, rates[r]) <= 0.001 + 1e-12);
			holds(binomial_at_most(f.least - 1, n, rates[r]) <= 0.001 + 1e-12);
			holds(f.low <= f.high && f.low >= 0 && f.high <= 1);
			holds(fabs(f.high * (double)n - (double)f.most) <= 1 + 1e-9);
			holds(fabs(f.low * (double)n - (double)f.least) <= 1 + 1e-9);
		}
}
END_TEST

START_TEST(the_inner_limits_lie_within_the_outer)
{
	for (int64_t n = 1; n < 2000; n = n * 2 + 3) {
		struct funnel_limits in = funnel_limits(n, 0.05, FUNNEL_WARN);
		struct funnel_limits out = funnel_limits(n, 0.05, FUNNEL_ALARM);
		holds(out.least <= in.least && in.most <= out.most);
		holds(out.low <= in.low && in.high <= out.high);
		holds(in.low <= 0.05 && 0.05 <= in.high);
	}
}
END_TEST

/* A small unit with one failure does not stand out, a large one with the same rate does. */
START_TEST(the_funnel_narrows)
{
	double was = 2;

	ck_assert_int_eq(funnel_side(1, 10, 0.0087, FUNNEL_ALARM), FUNNEL_INSIDE);
	ck_assert_int_eq(funnel_side(30, 300, 0.0087, FUNNEL_ALARM), FUNNEL_ABOVE);
	ck_assert_int_eq(funnel_side(0, 2000, 0.0087, FUNNEL_ALARM), FUNNEL_BELOW);
	for (int64_t n = 50; n < 50000; n *= 3) {
		struct funnel_limits f = funnel_limits(n, 0.2, FUNNEL_ALARM);
		holds(f.high - f.low < was);
		was = f.high - f.low;
	}
	ck_assert(was < 0.02);
}
END_TEST

/* Failures turned into successes turn the funnel over. */
START_TEST(above_and_below_are_mirrored)
{
	for (int64_t n = 1; n < 150; n += 4)
		for (int64_t k = 0; k <= n; k++) {
			enum funnel_side a = funnel_side(k, n, 0.3, FUNNEL_WARN);
			enum funnel_side b = funnel_side(n - k, n, 0.7, FUNNEL_WARN);
			holds((a == FUNNEL_ABOVE) == (b == FUNNEL_BELOW));
			holds((a == FUNNEL_INSIDE) == (b == FUNNEL_INSIDE));
		}
}
END_TEST

START_TEST(no_cases_no_limits)
{
	ck_assert(!funnel_limits(0, 0.1, FUNNEL_WARN).defined);
	ck_assert(!funnel_limits(10, -0.1, FUNNEL_WARN).defined);
	ck_assert(!funnel_limits(10, (double)NAN, FUNNEL_WARN).defined);
	ck_assert(!funnel_limits(10, 0.1, 95).defined);
	ck_assert_int_eq(funnel_side(0, 0, 0.1, FUNNEL_WARN), FUNNEL_UNDEFINED);
	ck_assert_int_eq(funnel_side(3, 2, 0.1, FUNNEL_WARN), FUNNEL_UNDEFINED);
	ck_assert_int_eq(funnel_side(-1, 2, 0.1, FUNNEL_WARN), FUNNEL_UNDEFINED);
}
END_TEST

Suite *suite_stats_funnel(void)
{
	const TTest *const tests[] = {
	    limits_and_sides_say_the_same,
	    the_inner_limits_lie_within_the_outer,
	    the_funnel_narrows,
	    above_and_below_are_mirrored,
	    no_cases_no_limits,
	};

	return suite_of("stats/funnel", tests, COUNT(tests));
}
