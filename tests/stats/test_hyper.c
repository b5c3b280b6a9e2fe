/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "help.h"
#include "lookback/stats/hyper.h"
#include "lookback/stats/proportion.h"

Suite *suite_stats_hyper(void);

/* "Not more than X of the pile", 95 %, with 0, 1 or 2 found allowed. */
static const struct {
	int64_t pile;
	double share;
	int64_t n[3];
} needed[] = {
    {3778, 0.05, {58, 93, 123}},
    {3778, 0.02, {145, 229, 303}},
    {3778, 0.01, {285, 448, 590}},
    {3778, 0.005, {550, 854, 1116}},
    {1000, 0.01, {238, 364, 469}},
    {250, 0.01, {158, 216, 246}},
};

START_TEST(the_table_of_sample_sizes_is_as_printed)
{
	static const struct {
		double share;
		int64_t n;
	} endless[] = {{0.05, 59}, {0.02, 149}, {0.01, 299}, {0.005, 598}};

	for (size_t i = 0; i < COUNT(needed); i++)
		for (int c = 0; c < 3; c++) {
			struct sample_size s =
			    sample_needed(needed[i].pile, needed[i].share, 0.95, c);
			ck_assert(s.defined);
			ck_assert_int_eq(s.n, needed[i].n[c]);
		}
	for (size_t i = 0; i < COUNT(endless); i++)
		ck_assert_int_eq(
		    sample_needed_endless(endless[i].share, 0.95, 0).n, endless[i].n);
}
END_TEST

START_TEST(what_a_sample_leaves_is_as_printed)
{
	ck_assert_int_eq(pile_at_most(3745, 300, 0, 0.95).most, 35);
	ck_shows(100 * pile_at_most(3745, 300, 0, 0.95).share, 2, "0.93");
	ck_assert_int_eq(pile_at_most(3745, 370, 0, 0.95).most, 28);
	ck_assert_int_eq(pile_at_most(3745, 370, 1, 0.95).most, 45);
}
END_TEST

/* Per cent that a sample of m finds none at the rate of 33 in 3,778: as the well-known table
 * has it, drawn from an endless flow of that rate; and drawn from the pile itself, where it
 * is a little less. */
START_TEST(a_dip_sample_finds_as_little_as_printed)
{
	static const struct {
		int64_t m;
		const char *flow, *pile;
	} dips[] = {{5, "96", "96"}, {10, "92", "92"}, {20, "84", "84"}, {50, "64", "64"},
	    {100, "42", "41"}, {200, "17", "16"}};

	for (size_t i = 0; i < COUNT(dips); i++) {
		double flow = binomial_at_most(0, dips[i].m, 33 / 3778.0);
		double pile = hyper_none((struct hyper){3778, 33, dips[i].m});
		ck_shows(100 * flow, 0, dips[i].flow);
		ck_shows(100 * pile, 0, dips[i].pile);
		holds(pile < flow);
	}
}
END_TEST

START_TEST(the_closing_sentence_says_what_it_rests_on)
{
	struct arena a = {0};

	ck_str_is(pile_sentence(&a, pile_at_most(3745, 300, 0, 0.95)),
	    "With 95 % confidence no more than 35 of 3,745 remain, provided the second "
	    "reviewers miss nothing (none found in a sample of 300).");
	ck_str_is(pile_sentence(&a, pile_at_most(3745, 370, 1, 0.95)),
	    "With 95 % confidence no more than 45 of 3,745 failed, the 1 found in a sample of "
	    "370 included, provided the second reviewers miss nothing.");
	ck_assert_ptr_nonnull(
	    strstr(pile_sentence(&a, pile_at_most_missing(1000, 300, 0, 0.998, 0.12)).p,
		"With 99.8 % confidence no more than"));
	ck_assert_ptr_nonnull(
	    strstr(pile_sentence(&a, pile_at_most_missing(1000, 300, 0, 0.95, 0.125)).p,
		"remain, if the second reviewers miss 12.5 % of what there is"));
	ck_str_is(pile_sentence(&a, pile_at_most(3745, 0, 0, 0.95)),
	    "Nothing can be said of the pile: nothing was sampled.");
	arena_clear(&a);
}
END_TEST

START_TEST(chances_sum_to_one_and_mirror)
{
	struct dice d = dice_seed(7);

	for (int i = 0; i < 400; i++) {
		int64_t pile = 1 + (int64_t)dice_below(&d, 400);
		struct hyper h = {pile, (int64_t)dice_below(&d, (uint64_t)pile + 1),
		    (int64_t)dice_below(&d, (uint64_t)pile + 1)};
		struct hyper turned = {pile, h.sample, h.bad};
		struct hyper good = {pile, pile - h.bad, h.sample};
		double sum = 0;
		for (int64_t k = -1; k <= h.sample + 1; k++) {
			double p = exp(hyper_log_pmf(h, k));
			sum += p;
			holds(fabs(hyper_at_most(h, k) - sum) < 1e-12);
			holds(fabs(p - exp(hyper_log_pmf(turned, k))) < 1e-13);
			holds(fabs(p - exp(hyper_log_pmf(good, h.sample - k))) < 1e-13);
		}
		holds(fabs(sum - 1) < 1e-12);
	}
}
END_TEST

/* A large pile is an endless one. */
START_TEST(a_large_pile_nears_the_endless_one)
{
	struct hyper h = {100000000, 1000000, 200};

	for (int64_t k = 0; k < 9; k++)
		holds(fabs(hyper_at_most(h, k) - binomial_at_most(k, 200, 0.01)) < 1e-5);
	ck_assert_int_eq(sample_needed(100000000, 0.01, 0.95, 0).n, 299);
	ck_assert_int_eq(pile_at_most(1000000, 300, 0, 0.95).most / 100, 99);
}
END_TEST

/* The sample needed for X is the least whose bound is X. */
START_TEST(bound_and_size_are_inverse)
{
	static const int64_t piles[] = {20, 137, 1000, 3778};

	for (size_t i = 0; i < COUNT(piles); i++)
		for (double share = 0.004; share < 0.5; share = share * 1.9 + 0.003)
			for (int64_t c = 0; c < 4; c++) {
				struct sample_size s = sample_needed(piles[i], share, 0.95, c);
				if (!s.defined)
					continue;
				holds(s.n > c);
				holds(pile_at_most(piles[i], s.n, c, 0.95).most < s.bad);
				holds(s.n - 1 <= c ||
				      pile_at_most(piles[i], s.n - 1, c, 0.95).most >= s.bad);
			}
}
END_TEST

START_TEST(bounds_move_the_right_way)
{
	for (int64_t n = 1; n < 120; n++) {
		int64_t was = pile_at_most(120, n, 0, 0.95).most;
		holds(pile_at_most(120, n + 1, 0, 0.95).most <= was);
		holds(pile_at_most(120, n, 1, 0.95).most >= was + 1);
		holds(pile_at_most(120, n, 0, 0.99).most >= was);
		holds(pile_at_most_missing(120, n, 0, 0.95, 0.2).most >= was);
		holds(was <= 120 - n);
	}
	ck_assert_int_eq(pile_at_most(120, 120, 7, 0.95).most, 7);
	ck_assert_int_eq(pile_at_most(120, 1, 1, 0.95).most, 120);
}
END_TEST

/* 1 in 20 is exactly 1 - 0.95, which is no binary number. */
START_TEST(ties_are_ties)
{
	ck_assert_int_eq(sample_needed(20, 0, 0.95, 0).n, 19);
	ck_assert_int_eq(sample_needed(10, 0, 0.9, 0).n, 9);
	ck_assert_int_eq(pile_at_most(20, 19, 0, 0.95).most, 0);
	ck_assert_int_eq(pile_at_most(10, 9, 0, 0.9).most, 0);
	ck_assert_int_eq(sample_needed(100, 0.29, 0.9, 0).bad, 30);
}
END_TEST

START_TEST(what_cannot_be_is_undefined)
{
	ck_assert(!pile_at_most(10, 0, 0, 0.95).defined);
	ck_assert(!pile_at_most(10, 11, 0, 0.95).defined);
	ck_assert(!pile_at_most(10, 5, 6, 0.95).defined);
	ck_assert(!pile_at_most(10, 5, -1, 0.95).defined);
	ck_assert(!pile_at_most(10, 5, 0, 1).defined);
	ck_assert(!pile_at_most_missing(10, 5, 0, 0.95, 1).defined);
	ck_assert(!sample_needed(250, 0.01, 0.95, 3).defined);
	ck_assert(!sample_needed(0, 0.01, 0.95, 0).defined);
	ck_assert(!sample_needed(10, 1, 0.95, 0).defined);
	ck_assert(!sample_needed(10, 0.5, 0.95, -1).defined);
	ck_assert(!sample_needed_endless(0, 0.95, 0).defined);
	ck_assert(isinf(hyper_log_pmf((struct hyper){5, 6, 1}, 0)));
	ck_assert(isinf(hyper_log_pmf((struct hyper){5, 2, 1}, 2)));
}
END_TEST

/* ---- how often the bound holds --------------------------------------------------- */

static int64_t found_in(struct dice *d, struct hyper h)
{
	int64_t found = 0;

	for (int64_t i = 0; i < h.sample; i++)
		found += (int64_t)dice_below(d, (uint64_t)(h.pile - i)) < h.bad - found;
	return found;
}

START_TEST(the_bound_holds_the_truth)
{
	static const struct hyper worlds[] = {{378, 33, 60}, {378, 4, 120}, {378, 0, 20}};
	struct hyper h = worlds[_i];
	struct dice d = dice_seed(99 + (uint64_t)_i);
	int64_t most[121];
	int held = 0;

	for (int64_t k = 0; k <= h.sample; k++)
		most[k] = pile_at_most(h.pile, h.sample, k, 0.95).most;
	for (int i = 0; i < 10000; i++)
		held += h.bad <= most[found_in(&d, h)];
	ck_assert_int_ge(held, 9450);
}
END_TEST

/* For every possible truth, summed and not thrown: never less than it says. */
START_TEST(the_bound_holds_for_every_truth)
{
	enum { PILE = 120, SAMPLE = 30 };
	int64_t most[SAMPLE + 1];

	for (int64_t k = 0; k <= SAMPLE; k++)
		most[k] = pile_at_most(PILE, SAMPLE, k, 0.95).most;
	for (int64_t bad = 0; bad <= PILE; bad++) {
		double sum = 0;
		for (int64_t k = 0; k <= SAMPLE; k++)
			if (bad <= most[k])
				sum += exp(hyper_log_pmf((struct hyper){PILE, bad, SAMPLE}, k));
		holds(sum >= 0.95 - 1e-9);
	}
}
END_TEST

Suite *suite_stats_hyper(void)
{
	const TTest *const tests[] = {
	    the_table_of_sample_sizes_is_as_printed,
	    what_a_sample_leaves_is_as_printed,
	    a_dip_sample_finds_as_little_as_printed,
	    the_closing_sentence_says_what_it_rests_on,
	    chances_sum_to_one_and_mirror,
	    a_large_pile_nears_the_endless_one,
	    bound_and_size_are_inverse,
	    bounds_move_the_right_way,
	    ties_are_ties,
	    what_cannot_be_is_undefined,
	    the_bound_holds_for_every_truth,
	};
	Suite *s = suite_of("stats/hyper", tests, COUNT(tests));
	TCase *tc = tcase_create("coverage");

	tcase_add_loop_test(tc, the_bound_holds_the_truth, 0, 3);
	suite_add_tcase(s, tc);
	return s;
}
