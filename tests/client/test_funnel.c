/* SPDX-License-Identifier: MIT */
/* The line of a unit in the funnel. */
#include <check.h>

#include "lookback/client/funnel.h"

Suite *suite_client_funnel(void);

static struct arena mem;

static void end(void)
{
	arena_clear(&mem);
}

static struct part_unit middle(void)
{
	return (struct part_unit){.low998 = STR("10.00"),
	    .low95 = STR("20.00"),
	    .high95 = STR("60.00"),
	    .high998 = STR("70.00"),
	    .rate = STR("50.00")};
}

static struct str line(const struct part_unit *u, int64_t top)
{
	const struct funnel_scale s = {.width = 11, .top = top};

	return funnel_line(&mem, &s, u, STR("40.00"));
}

START_TEST(every_sign_stands_at_its_share_of_the_scale)
{
	struct part_unit u = middle();

	ck_assert_str_eq(line(&u, 10000).p, ".[(-|o)]...");
	u.rate = STR("100.00");
	u.side = STR("above");
	ck_assert_str_eq(line(&u, 10000).p, ".[(-|-)]..X");
}
END_TEST

/* Limits that lie beyond the scale stand at its edge; what is no number stands at 0. */
START_TEST(nothing_leaves_the_line)
{
	struct part_unit u = middle();

	ck_assert_uint_eq(line(&u, 1).n, 11);
	u.rate = STR("not known");
	u.low95 = u.low998 = STR("-3.00");
	ck_assert_str_eq(line(&u, 10000).p, "o---|-)]...");
	u.low95 = STR("80.00");
	u.high95 = STR("20.00");
	ck_assert_uint_eq(line(&u, 10000).n, 11);
}
END_TEST

START_TEST(the_scale_ends_beyond_the_highest_rate_and_never_beyond_all)
{
	struct part_unit units[2] = {middle(), middle()};
	struct rep_funnel r = {.units = {.v = units, .n = 2}};

	units[1].high998 = STR("0.00");
	ck_assert_int_eq(funnel_scale(&r, 40).top, 7700);
	units[1].rate = STR("99.50");
	ck_assert_int_eq(funnel_scale(&r, 40).top, 10000);
	r.units.n = 0;
	ck_assert_int_eq(funnel_scale(&r, 40).top, 1);
}
END_TEST

Suite *suite_client_funnel(void)
{
	Suite *s = suite_create("client funnel");
	TCase *t = tcase_create("funnel");

	tcase_add_checked_fixture(t, NULL, end);
	tcase_add_test(t, every_sign_stands_at_its_share_of_the_scale);
	tcase_add_test(t, nothing_leaves_the_line);
	tcase_add_test(t, the_scale_ends_beyond_the_highest_rate_and_never_beyond_all);
	suite_add_tcase(s, t);
	return s;
}
