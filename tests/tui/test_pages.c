/* SPDX-License-Identifier: MIT */
/* Paging against an oracle: a list that is held whole. */
#include <check.h>

#include "canned.h"
#include "lookback/base/hash.h"
#include "tui/widget/pages.h"

Suite *suite_tui_pages(void);

static struct canned canned;
static struct service service;
static struct err e;

static bool fetch(void *ctx, struct arena *a, const struct page_ask *ask, struct rep_page *out,
    struct err *err)
{
	struct req_list q = {.after = ask->after, .before = ask->before, .last = ask->last};

	(void)ctx;
	return call_list(&service, a, &q, out, err);
}

static void set_up(void)
{
	canned_init(&canned);
	service = canned_service(&canned);
}

static void tear_down(void)
{
	canned_clear(&canned);
}

static int64_t clamp(int64_t i, int64_t n)
{
	return i < 0 ? 0 : i >= n ? n - 1 : i;
}

/* What the cursor's row should be after a move; the last page knows its place when the
 * total is known. */
static int64_t moved(int64_t at, int64_t top, enum motion m, int count, int height, int64_t n)
{
	int screen = height > 2 ? height - 1 : 1, half = height > 3 ? height / 2 : 1;

	switch (m) {
	case MOVE_DOWN:
		return clamp(at + count, n);
	case MOVE_UP:
		return clamp(at - count, n);
	case MOVE_PAGE_DOWN:
		return clamp(at + (int64_t)count * screen, n);
	case MOVE_PAGE_UP:
		return clamp(at - (int64_t)count * screen, n);
	case MOVE_HALF_DOWN:
		return clamp(at + (int64_t)count * half, n);
	case MOVE_HALF_UP:
		return clamp(at - (int64_t)count * half, n);
	case MOVE_FIRST:
		return 0;
	case MOVE_LAST:
		return n - 1;
	case MOVE_TOP:
		return top;
	case MOVE_BOTTOM:
		return clamp(top + height - 1, n);
	}
	return at;
}

static void check_window(const struct pages *p, int64_t at)
{
	struct arena a = {0};
	const struct part_row *row = pages_row(p, p->cursor);
	struct part_row want = canned_row(&a, at);

	ck_assert_ptr_nonnull(row);
	ck_assert_msg(str_eq(row->ref, want.ref), "at %lld: %.*s instead of %.*s",
	    (long long)at, STR_ARG(row->ref), STR_ARG(want.ref));
	ck_assert_int_ge(p->cursor, p->top);
	ck_assert_int_lt(p->cursor, p->top + p->height);
	ck_assert(p->rows >= p->top + p->height || canned.rows - (at - p->cursor) == p->rows);
	ck_assert_int_le(p->n, PAGES_HELD);
	if (p->base >= 0)
		ck_assert_int_eq(p->base + p->cursor, at);
	arena_clear(&a);
}

START_TEST(moving_in_pages_is_moving_in_the_whole_list)
{
	struct dice d = dice_seed((uint64_t)_i);
	struct pages p;
	int64_t at = 0;

	set_up();
	canned.rows = 1 + (int64_t)dice_below(&d, _i % 3 ? 700 : 30);
	canned.page = 20 + (int)dice_below(&d, 30);
	pages_init(&p, fetch, NULL);
	pages_layout(&p, 1 + (int)dice_below(&d, 40));
	ck_assert(pages_first(&p, &e));
	pages_count(&p, canned.rows);
	for (int n = 0; n < 200; n++) {
		enum motion m = (enum motion)dice_below(&d, MOVE_BOTTOM + 1);
		int count = 1 + (int)dice_below(&d, dice_below(&d, 5) ? 3 : 150);
		int64_t top = at - (p.cursor - p.top);
		at = moved(at, top, m, count, p.height, canned.rows);
		ck_assert(pages_move(&p, m, count, &e));
		check_window(&p, at);
		if (dice_below(&d, 10) == 0) {
			ck_assert(pages_again(&p, &e));
			check_window(&p, at);
		}
		if (dice_below(&d, 20) == 0) {
			pages_layout(&p, 1 + (int)dice_below(&d, 40));
			ck_assert(pages_move(&p, MOVE_UP, 1, &e));
			at = moved(at, 0, MOVE_UP, 1, p.height, canned.rows);
			check_window(&p, at);
		}
	}
	pages_clear(&p);
	tear_down();
}
END_TEST

START_TEST(moves_inside_fetched_rows_ask_nothing)
{
	struct pages p;
	int before;

	canned.rows = 1000000;
	pages_init(&p, fetch, NULL);
	pages_layout(&p, 19);
	ck_assert(pages_first(&p, &e));
	before = canned_count(&canned, "list");
	for (int i = 0; i < 15; i++)
		ck_assert(pages_move(&p, MOVE_DOWN, 1, &e) && pages_move(&p, MOVE_UP, 1, &e));
	ck_assert_int_eq(canned_count(&canned, "list"), before);
	ck_assert_int_eq(before, 1);
	pages_clear(&p);
}
END_TEST

START_TEST(the_end_of_a_million_rows_is_one_page_away)
{
	struct pages p;

	canned.rows = 1000000;
	pages_init(&p, fetch, NULL);
	pages_layout(&p, 19);
	ck_assert(pages_first(&p, &e));
	pages_count(&p, canned.rows);
	ck_assert(pages_move(&p, MOVE_LAST, 1, &e));
	check_window(&p, 999999);
	ck_assert_int_le(canned_count(&canned, "list"), 2);
	ck_assert(pages_move(&p, MOVE_FIRST, 1, &e));
	check_window(&p, 0);
	pages_clear(&p);
}
END_TEST

START_TEST(a_failed_page_changes_nothing)
{
	struct pages p;

	canned.rows = 200;
	pages_init(&p, fetch, NULL);
	pages_layout(&p, 19);
	ck_assert(pages_first(&p, &e));
	canned.fails = MSG_list;
	err_set(&canned.why, ERR_IO, "the line is cut");
	ck_assert(!pages_move(&p, MOVE_LAST, 1, &e));
	check_window(&p, 0);
	ck_assert(!pages_again(&p, &e));
	check_window(&p, 0);
	canned.fails = 0;
	pages_clear(&p);
}
END_TEST

START_TEST(the_cursor_stays_on_its_record_when_rows_come_and_go)
{
	struct pages p;

	canned.rows = 200;
	pages_init(&p, fetch, NULL);
	pages_layout(&p, 10);
	ck_assert(pages_first(&p, &e));
	ck_assert(pages_move(&p, MOVE_DOWN, 150, &e));
	check_window(&p, 150);
	canned.rows = 155;
	ck_assert(pages_again(&p, &e));
	check_window(&p, 150);
	canned.rows = 20; /* the record itself has gone */
	ck_assert(pages_again(&p, &e));
	ck_assert_ptr_nonnull(pages_row(&p, p.cursor));
	canned.rows = 0;
	ck_assert(pages_again(&p, &e));
	ck_assert_int_eq(p.rows, 0);
	ck_assert(pages_move(&p, MOVE_PAGE_DOWN, 1, &e));
	pages_clear(&p);
}
END_TEST

Suite *suite_tui_pages(void)
{
	Suite *s = suite_create("tui pages");
	TCase *t = tcase_create("one list"), *many = tcase_create("many lists");

	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_add_loop_test(many, moving_in_pages_is_moving_in_the_whole_list, 0, 60);
	tcase_add_test(t, moves_inside_fetched_rows_ask_nothing);
	tcase_add_test(t, the_end_of_a_million_rows_is_one_page_away);
	tcase_add_test(t, a_failed_page_changes_nothing);
	tcase_add_test(t, the_cursor_stays_on_its_record_when_rows_come_and_go);
	suite_add_tcase(s, t);
	suite_add_tcase(s, many);
	return s;
}
