/* SPDX-License-Identifier: MIT */
#include "help.h"
#include "lookback/stats/draw.h"

Suite *suite_stats_share(void);

/* Three strata of 47, 16 and 37 per cent share ten as 5, 1, 4 by largest remainders: quotas
 * 4.7, 1.6, 3.7, and the third place over goes to 0.6 last: none. */
START_TEST(shares_go_by_size_and_largest_remainder)
{
	struct draw_part p[] = {{.size = 470}, {.size = 160}, {.size = 370}};

	ck_assert_int_eq(draw_share(p, 3, 10), 10);
	ck_assert(p[0].n == 5 && p[1].n == 1 && p[2].n == 4);
	ck_assert_int_eq(draw_share(p, 3, 1000), 1000);
	ck_assert(p[0].n == 470 && p[1].n == 160 && p[2].n == 370);
	ck_assert_int_eq(draw_share(p, 3, 5000), 1000);
	ck_assert_int_eq(draw_share(p, 3, 0), 0);
	ck_assert_int_eq(draw_share(p, 3, -4), 0);
	ck_assert_int_eq(draw_share(p, 0, 10), 0);
}
END_TEST

START_TEST(of_equal_remainders_the_earlier_comes_first)
{
	struct draw_part p[] = {{.size = 10}, {.size = 10}, {.size = 10}};

	ck_assert_int_eq(draw_share(p, 3, 5), 5);
	ck_assert(p[0].n == 2 && p[1].n == 2 && p[2].n == 1);
}
END_TEST

START_TEST(whole_strata_come_on_top)
{
	struct draw_part p[] = {{.size = 30, .all = true}, {.size = 100}, {.size = 300}};

	ck_assert_int_eq(draw_share(p, 3, 40), 70);
	ck_assert(p[0].n == 30 && p[1].n == 10 && p[2].n == 30);
}
END_TEST

START_TEST(weight_tells_more_until_a_stratum_is_used_up)
{
	struct draw_part p[] = {
	    {.size = 100, .weight = 4}, {.size = 400, .weight = 1}, {.size = 400}};

	ck_assert_int_eq(draw_share(p, 3, 60), 60);
	ck_assert(p[0].n == 20 && p[1].n == 20 && p[2].n == 20);
	ck_assert_int_eq(draw_share(p, 3, 500), 500);
	ck_assert(p[0].n == 100 && p[1].n == 200 && p[2].n == 200);
	ck_assert_int_eq(draw_share(p, 3, 900), 900);
}
END_TEST

START_TEST(a_small_stratum_gets_its_least)
{
	struct draw_part p[] = {
	    {.size = 1000}, {.size = 20, .least = 3}, {.size = 2, .least = 3}};

	ck_assert_int_eq(draw_share(p, 3, 50), 50);
	ck_assert(p[0].n == 45 && p[1].n == 3 && p[2].n == 2);
	/* where leasts ask for more than the total, they get it */
	ck_assert_int_eq(draw_share(p, 3, 4), 5);
	ck_assert(p[0].n == 0 && p[1].n == 3 && p[2].n == 2);
}
END_TEST

/* One stratum raised to its least lowers the others' share, which may put another below its
 * own: 100 shared as 40 and 60 of 1,000 would leave the 60 at 6, above 5; not after. */
START_TEST(leasts_are_met_again_after_each_raise)
{
	struct draw_part p[] = {
	    {.size = 10, .least = 10}, {.size = 60, .least = 6}, {.size = 930, .least = 0}};

	ck_assert_int_eq(draw_share(p, 3, 100), 100);
	ck_assert(p[0].n == 10 && p[1].n == 6 && p[2].n == 84);
}
END_TEST

static int64_t sum_of(const struct draw_part *p, size_t n, bool of_size)
{
	int64_t sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += of_size ? (p[i].all ? 0 : p[i].size) : p[i].n;
	return sum;
}

/* Whatever is asked: nobody gets more than there is or less than the least; the sum is the
 * total unless leasts or sizes forbid; without leasts and weights, a share is its quota to within 1. */
START_TEST(any_shares_keep_the_promises)
{
	struct dice d = dice_seed(31);

	for (int round = 0; round < 3000; round++) {
		struct draw_part p[7];
		size_t n = 1 + dice_below(&d, 7);
		int64_t total = (int64_t)dice_below(&d, 900), leasts = 0, whole = 0, got, open;
		bool bare = round % 2;
		for (size_t i = 0; i < n; i++) {
			p[i] = (struct draw_part){.size = (int64_t)dice_below(&d, 300),
			    .least = bare ? 0 : (int64_t)dice_below(&d, 30),
			    .weight = bare ? 0 : (int64_t)dice_below(&d, 101),
			    .all = dice_below(&d, 6) == 0};
			whole += p[i].all ? p[i].size : 0;
			if (!p[i].all)
				leasts += p[i].least < p[i].size ? p[i].least : p[i].size;
		}
		open = sum_of(p, n, true);
		got = draw_share(p, n, total);
		holds(got == sum_of(p, n, false));
		total = total < open ? total : open;
		holds(got - whole == (total > leasts ? total : leasts));
		for (size_t i = 0; i < n; i++) {
			holds(p[i].n >= 0 && p[i].n <= p[i].size);
			holds(p[i].all ? p[i].n == p[i].size
				       : p[i].n >= p[i].least || p[i].n == p[i].size);
			if (bare && !p[i].all && open)
				holds(p[i].n * open > total * p[i].size - open &&
				      p[i].n * open < total * p[i].size + open);
		}
	}
}
END_TEST

Suite *suite_stats_share(void)
{
	const TTest *const tests[] = {
	    shares_go_by_size_and_largest_remainder,
	    of_equal_remainders_the_earlier_comes_first,
	    whole_strata_come_on_top,
	    weight_tells_more_until_a_stratum_is_used_up,
	    a_small_stratum_gets_its_least,
	    leasts_are_met_again_after_each_raise,
	    any_shares_keep_the_promises,
	};

	return suite_of("stats/share", tests, COUNT(tests));
}
