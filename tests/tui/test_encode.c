/* SPDX-License-Identifier: MIT */
/* What is sent makes a terminal show the canvas: any screen after any other. */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "glass.h"
#include "lookback/base/hash.h"

Suite *suite_tui_encode(void);

enum { ROWS = 14, COLS = 40, FRAMES = 40 };

static const char *const terms[] = {
    "xterm-256color", "vt100", "linux", "screen", "tmux-256color", "rxvt", "ansi"};
enum { TERMS = sizeof(terms) / sizeof(terms[0]) };

static const char *const texts[] = {"plain words", "Llŷr Ó Briain", "王小明", "e\xcc\x81x",
    "أحمد", "0123456789012345678901234567890123456789", "x          x                y", "…",
    "山", "__________________"};
enum { TEXTS = sizeof(texts) / sizeof(texts[0]) };

struct window { /* a canvas and the glass that shows it */
	struct glass glass;
	struct canvas canvas;
};

static void open_pane(struct window *p, const char *term, enum theme theme)
{
	glass_open(&p->glass, term, theme, ROWS, COLS);
	canvas_init(&p->canvas, &p->glass.mem, ROWS, COLS, false);
}

static void show(struct window *p, bool all)
{
	glass_show(&p->glass, &p->canvas, all);
}

static enum role any_role(struct dice *d)
{
	return (enum role)dice_below(d, ROLE_COUNT);
}

static void move_rows(struct canvas *c, int by)
{
	size_t row = sizeof(struct cell) * COLS;
	int n = by > 0 ? by : -by;

	if (by > 0)
		memmove(
		    &c->cells[COLS], &c->cells[(1 + n) * COLS], row * (size_t)(ROWS - 2 - n));
	else
		memmove(
		    &c->cells[(1 + n) * COLS], &c->cells[COLS], row * (size_t)(ROWS - 2 - n));
}

static void change(struct window *p, struct dice *d)
{
	struct canvas *c = &p->canvas;
	int y = (int)dice_below(d, ROWS), x = (int)dice_below(d, COLS);

	switch (dice_below(d, 6)) {
	case 0:
		canvas_fill(c,
		    (struct rect){y, x, (int)dice_below(d, 4), (int)dice_below(d, COLS)},
		    any_role(d));
		break;
	case 1:
		canvas_invert(c, y, x, (int)dice_below(d, COLS));
		break;
	case 2:
		move_rows(c, (int)dice_below(d, 9) - 4);
		break;
	case 3:
		canvas_rule(c, y, 0, COLS, any_role(d));
		break;
	default:
		for (int i = 0; i < ROWS; i += 1 + (int)dice_below(d, 3))
			canvas_put(c, i, (int)dice_below(d, COLS), COLS, any_role(d),
			    str_of(texts[dice_below(d, TEXTS)]));
	}
	canvas_cursor(c, (int)dice_below(d, ROWS), (int)dice_below(d, COLS));
}

START_TEST(any_screen_follows_any_other)
{
	struct dice d = dice_seed((uint64_t)_i);
	const char *term = terms[_i % TERMS];
	struct window p;

	open_pane(&p, term, _i % 2 ? THEME_DARK : THEME_MONO);
	for (int i = 0; i < FRAMES; i++) {
		for (uint64_t n = dice_below(&d, 5); n > 0; n--)
			change(&p, &d);
		show(&p, dice_below(&d, 10) == 0);
		glass_check(&p.glass, &p.canvas);
	}
	glass_close(&p.glass);
}
END_TEST

static void fill_rows(struct window *p, int from)
{
	char text[COLS + 1];

	for (int y = 1; y < ROWS - 1; y++) {
		(void)snprintf(
		    text, sizeof(text), "row %d is as long as rows here are", y + from);
		canvas_fill(&p->canvas, (struct rect){y, 0, 1, COLS}, ROLE_TEXT);
		canvas_puts(&p->canvas, y, 0, ROLE_TEXT, text);
	}
	canvas_cursor(&p->canvas, ROWS - 2, 0);
}

/* By a line or some, up or down: what stays in sight is not sent again. */
START_TEST(what_only_moves_is_moved_by_the_terminal)
{
	static const int by[] = {1, 3, -1, -3};
	struct window p;

	open_pane(&p, terms[_i % 6], THEME_MONO);
	fill_rows(&p, 10);
	show(&p, true);
	fill_rows(&p, 10 + by[_i / 6]);
	show(&p, false);
	glass_check(&p.glass, &p.canvas);
	ck_assert_uint_lt(
	    p.glass.bytes, 60 + COLS * (size_t)(by[_i / 6] < 0 ? -by[_i / 6] : by[_i / 6]));
	glass_close(&p.glass);
}
END_TEST

START_TEST(nothing_new_costs_nothing_and_a_marker_little)
{
	struct window p;

	open_pane(&p, "xterm-256color", THEME_DARK);
	fill_rows(&p, 1);
	canvas_focus(&p.canvas, 3, 0);
	canvas_cursor(&p.canvas, 3, 0);
	show(&p, true);
	show(&p, false);
	ck_assert_uint_eq(p.glass.bytes, 0);
	fill_rows(&p, 1);
	canvas_focus(&p.canvas, 4, 0);
	canvas_cursor(&p.canvas, 4, 0);
	show(&p, false);
	ck_assert_uint_le(p.glass.bytes, 6);
	glass_check(&p.glass, &p.canvas);
	glass_close(&p.glass);
}
END_TEST

Suite *suite_tui_encode(void)
{
	Suite *s = suite_create("tui encode");
	TCase *t = tcase_create("encode");

	tcase_add_loop_test(t, any_screen_follows_any_other, 0, TERMS * 12);
	tcase_add_loop_test(t, what_only_moves_is_moved_by_the_terminal, 0, 24);
	tcase_add_test(t, nothing_new_costs_nothing_and_a_marker_little);
	suite_add_tcase(s, t);
	return s;
}
