/* SPDX-License-Identifier: MIT */
/* The supervisor at the command line: the board, work for many at once, absence. */
#include <check.h>
#include <string.h>

#include "lookback/base/json.h"
#include "run.h"

Suite *suite_cli_board(void);

static struct arena life;

static void end(void)
{
	arena_clear(&life);
	run_end();
}

static struct ran good(struct ran r)
{
	ck_assert_msg(r.code == 0, "%d: %s", r.code, r.err.p);
	return r;
}

static void number_of(const struct json *x)
{
	int64_t n = json_get_int(x, "n", -1);
	struct str expr = json_get_text(x, "expr");
	struct ran r;

	if (n == 0)
		return;
	r = good(RUN(&life, "--as", "s1", "count", arena_str(&life, expr).p));
	ck_assert_str_eq(r.out.p, arena_printf(&life, "%lld\n", (long long)n).p);
}

START_TEST(each_number_of_the_board_can_be_counted_again)
{
	struct ran r = good(RUN(&life, "--as", "s1", "--json", "board"));
	const struct json *all = json_get(run_json(&life, r.out).v[0], "sections");

	ck_assert_uint_eq(all->n, 4);
	for (size_t i = 0; i < all->n; i++) {
		const struct json *rows = json_get(all->v[i], "rows");
		for (size_t k = 0; rows && k < rows->n && k < 3; k++) {
			const struct json *numbers = json_get(rows->v[k], "numbers");
			for (size_t c = 0; c < numbers->n; c++)
				number_of(numbers->v[c]);
		}
	}
	r = good(RUN(&life, "--as", "s1", "board"));
	ck_assert(strstr(r.out.p, "People") && strstr(r.out.p, "Where work stands"));
	ck_assert_int_eq(RUN(&life, "--as", "r01", "board").code, 3);
}
END_TEST

START_TEST(what_a_dry_run_shows_is_done_without_it)
{
	struct ran r = good(RUN(&life, "--as", "s1", "assign", "--expr", "state:triage", "--to",
	    "r01,r02", "--dry-run"));

	ck_assert(strstr(r.out.p, "r01") && strstr(r.out.p, "Held now"));
	ck_assert_ptr_nonnull(strstr(r.err.p, "go to r01 and r02"));
	ck_assert_str_eq(good(RUN(&life, "--as", "s1", "count", "has:holder")).out.p, "0\n");
	good(RUN(&life, "--as", "s1", "assign", "--expr", "state:triage", "--to", "r01,r02"));
	ck_assert_str_ne(good(RUN(&life, "--as", "s1", "count", "holder:r02")).out.p, "0\n");
	good(RUN(&life, "--as", "s1", "assign", "--from", "r02", "--queue"));
	ck_assert_str_eq(good(RUN(&life, "--as", "s1", "count", "holder:r02")).out.p, "0\n");
	ck_assert_int_eq(RUN(&life, "--as", "s1", "assign", "--from", "r01").code, 2);
	ck_assert_int_eq(
	    RUN(&life, "--as", "r01", "assign", "--from", "r01", "--to", "r03").code, 3);
}
END_TEST

START_TEST(an_absence_is_noted_shown_and_ended)
{
	struct ran r;

	ck_assert_int_eq(RUN(&life, "--as", "s1", "user", "absent", "r05").code, 2);
	good(RUN(&life, "--as", "s1", "user", "absent", "r05", "--until", "+3d", "--reason",
	    "leave"));
	r = good(RUN(&life, "user", "list"));
	ck_assert_ptr_nonnull(strstr(r.out.p, "absent until"));
	r = RUN(&life, "--as", "r05", "next");
	ck_assert_int_eq(r.code, 3);
	ck_assert_ptr_nonnull(strstr(r.err.p, "leave"));
	good(RUN(&life, "--as", "r05", "user", "back"));
	good(RUN(&life, "--as", "r05", "next"));
}
END_TEST

Suite *suite_cli_board(void)
{
	Suite *s = suite_create("board");
	TCase *c = tcase_create("board");

	tcase_add_checked_fixture(c, run_begin, end);
	tcase_set_timeout(c, 120);
	tcase_add_test(c, each_number_of_the_board_can_be_counted_again);
	tcase_add_test(c, what_a_dry_run_shows_is_done_without_it);
	tcase_add_test(c, an_absence_is_noted_shown_and_ended);
	suite_add_tcase(s, c);
	return s;
}
