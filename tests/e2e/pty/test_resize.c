/* SPDX-License-Identifier: MIT */
/* A window that changes its size at any moment shows, in the end, what a new one would. */
#include <stdio.h>
#include <string.h>

#include "e2e/pty/scene.h"
#include "lookback/base/hash.h"

enum { SIZES = 200, MOVES = 5 };

/* The cursor is in the row of a case. */
static bool selects(struct pty *p, const void *ref)
{
	int row, col;
	char text[1024];

	pty_cursor(p, &row, &col);
	pty_row(p, row, text, sizeof text);
	return strstr(text, ref) != NULL;
}

/* The case in the row of the cursor. */
static const char *selected(struct scene *s, struct pty *p)
{
	int row, col;
	char text[1024];
	const char *at;

	pty_until(p, selects, "DVDS-", "the cursor to be on a case");
	pty_cursor(p, &row, &col);
	pty_row(p, row, text, sizeof text);
	at = strstr(text, "DVDS-");
	return arena_str(&s->arena, (struct str){at, strcspn(at, " ")}).p;
}

/* Sizes at random, keys between them, without ever waiting. */
static void storm(struct pty *p, const char *keys, uint64_t seed)
{
	struct dice d = dice_seed(seed);
	size_t n = strlen(keys);

	for (int i = 0; i < SIZES; i++) {
		int rows = 5 + (int)dice_below(&d, 56), cols = 20 + (int)dice_below(&d, 181);
		pty_resize(p, rows, cols);
		if (dice_below(&d, 2))
			pty_type_bytes(p, keys + dice_below(&d, n), 1);
	}
}

/* A full screen of the size that it should have. One of more rows that came to a terminal of
 * fewer has lost its first. */
static bool is_whole(struct pty *p, const void *with)
{
	static const char first[] = " OFFICIAL-SENSITIVE";
	char row[256];
	size_t n;

	(void)with;
	pty_row(p, 0, row, sizeof row);
	if (strncmp(row, first, sizeof(first) - 1) != 0)
		return false;
	pty_row(p, 23, row, sizeof row);
	n = strlen(row);
	return n == 79 && strcmp(row + n - 18, "OFFICIAL-SENSITIVE") == 0;
}

/* By keys that the storm does not hold: what that one left may still be on the screen. The
 * first may be read before the last size is heard of; whoever reads the second has heard. */
static void settle(struct pty *p)
{
	pty_type(p, "W");
	pty_expect(p, "W does nothing here");
	pty_type(p, "E");
	pty_expect(p, "E does nothing here");
}

/* What is on the screen is what a fresh painting puts there. */
static void equals_fresh(struct scene *s, struct pty *p)
{
	struct str now, fresh;

	settle(p);
	now = scene_screen(s, p);
	pty_type(p, "\014");
	pty_expect_gone(p, "does nothing here");
	settle(p);
	fresh = scene_screen(s, p);
	ck_assert_msg(str_eq(now, fresh), "it was:\n%s\nand painted anew:\n%s", now.p, fresh.p);
}

static struct pty *in_list(struct scene *s)
{
	struct pty *p = scene_desk(s, "r01", NULL);

	pty_expect(p, "TRAINING");
	pty_type(p, "l");
	pty_expect(p, "All cases");
	pty_expect(p, "1/60");
	return p;
}

START_TEST(after_a_storm_of_sizes_the_screen_is_right_and_the_same_case_selected)
{
	struct scene s = scene_open();
	struct pty *p = in_list(&s);
	const char *before;
	struct str whole;

	for (int i = 0; i < MOVES; i++)
		pty_type(p, "j");
	pty_expect(p, "6/60");
	settle(p);
	before = selected(&s, p);
	whole = scene_screen(&s, p);
	storm(p, "ZR\014Z", (uint64_t)_i);
	pty_resize(p, 24, 80);
	pty_until(p, is_whole, NULL, "a whole screen");
	equals_fresh(&s, p);
	scene_expect(p, whole);
	pty_until(p, selects, before, before);
	pty_type(p, "Q");
	ck_assert_int_eq(pty_wait_exit(p), 0);
	pty_end(p);
}
END_TEST

/* Moves, screens opened and closed: where one is afterwards is nobody's guess, but the
 * picture is that of it. */
START_TEST(after_a_storm_of_sizes_and_keys_the_screen_is_what_a_fresh_one_is)
{
	struct scene s = scene_open();
	struct pty *p = in_list(&s);

	storm(p, "jkGHLjk\004\025?\r=R\014", 100 + (uint64_t)_i);
	pty_resize(p, 24, 80);
	pty_until(p, is_whole, NULL, "a whole screen");
	equals_fresh(&s, p);
	pty_type(p, "Q");
	ck_assert_int_eq(pty_wait_exit(p), 0);
	ck_assert(pty_tty_restored(p));
	pty_end(p);
}
END_TEST

START_TEST(a_window_too_small_says_so_and_loses_nothing)
{
	struct scene s = scene_open();
	struct pty *p = in_list(&s);
	const char *before;

	pty_type(p, "jj");
	pty_expect(p, "3/60");
	scene_settle(p);
	before = selected(&s, p);
	pty_resize(p, 15, 59);
	pty_expect(p, "59 x 15");
	ck_assert(!pty_shows(p, before));
	pty_resize(p, 16, 60);
	pty_expect(p, before);
	pty_until(p, selects, before, before);
	pty_end(p);
}
END_TEST

Suite *suite_pty_resize(void);
Suite *suite_pty_resize(void)
{
	Suite *s = suite_create("pty resize");
	TCase *t = scene_case(s, "resize");

	tcase_add_loop_test(
	    t, after_a_storm_of_sizes_the_screen_is_right_and_the_same_case_selected, 0, 2);
	tcase_add_loop_test(
	    t, after_a_storm_of_sizes_and_keys_the_screen_is_what_a_fresh_one_is, 0, 4);
	tcase_add_test(t, a_window_too_small_says_so_and_loses_nothing);
	return s;
}
