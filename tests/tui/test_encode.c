/* SPDX-License-Identifier: MIT */
/* What is sent makes a terminal show the canvas: any screen after any other. */
#include <check.h>
#include <stdio.h>
#include <string.h>
#include <vterm.h>

#include "lookback/base/hash.h"
#include "lookback/base/utf8.h"
#include "tui/term/encode.h"

Suite *suite_tui_encode(void);

enum { ROWS = 14, COLS = 40, FRAMES = 40 };

static const char *const terms[] = {
    "xterm-256color", "vt100", "linux", "screen", "tmux-256color", "rxvt", "ansi"};
enum { TERMS = sizeof(terms) / sizeof(terms[0]) };

/* A terminal, what is sent to it, and how many rows it has put away. */
struct glass {
	struct arena mem;
	struct caps caps;
	struct encoder encoder;
	struct canvas canvas;
	struct buf sent;
	size_t bytes;
	VTerm *vt;
	VTermScreen *screen;
	int kept;
};

static int on_kept(int cols, const VTermScreenCell *cells, void *user)
{
	struct glass *g = user;

	(void)cols, (void)cells;
	g->kept++;
	return 1;
}

static const VTermScreenCallbacks callbacks = {.sb_pushline = on_kept};

static void glass_open(struct glass *g, const char *term, enum theme theme)
{
	*g = (struct glass){0};
	ck_assert_msg(caps_load(&g->caps, term, 1), "%s is not known", term);
	encode_init(&g->encoder, &g->caps, theme);
	encode_size(&g->encoder, ROWS, COLS);
	canvas_init(&g->canvas, &g->mem, ROWS, COLS, false);
	g->sent = buf_in(&g->mem);
	g->vt = vterm_new(ROWS, COLS);
	vterm_set_utf8(g->vt, 1);
	g->screen = vterm_obtain_screen(g->vt);
	vterm_screen_set_callbacks(g->screen, &callbacks, g);
	vterm_screen_reset(g->screen, 1);
	encode_wipe(&g->encoder, &g->sent);
}

static void glass_close(struct glass *g)
{
	vterm_free(g->vt);
	encode_clear(&g->encoder);
	arena_clear(&g->mem);
	caps_done();
}

static void show(struct glass *g, bool all)
{
	encode_frame(&g->encoder, &g->canvas, all, &g->sent);
	vterm_input_write(g->vt, g->sent.p, g->sent.n);
	g->bytes = g->sent.n;
	g->sent.n = 0;
}

static VTermScreenCell cell_at(struct glass *g, int y, int x)
{
	VTermScreenCell out;

	ck_assert(vterm_screen_get_cell(g->screen, (VTermPos){.row = y, .col = x}, &out));
	return out;
}

/* The base of a grapheme; what is joined to it a terminal may leave out. */
static const char *fault_of(struct glass *g, int y, int x)
{
	const struct cell *c = canvas_at(&g->canvas, y, x);
	VTermScreenCell shown = cell_at(g, y, x);
	struct style s = style_of(&g->encoder, c);
	struct str text = {c->bytes, c->n};
	uint32_t cp = 0, seen = shown.chars[0] ? shown.chars[0] : ' ';
	size_t at = 0;

	if (c->width == 0)
		return NULL;
	(void)utf8_next(text, &at, &cp);
	if (seen != cp)
		return "another character";
	if ((shown.attrs.reverse != 0) != ((s.look & LOOK_REVERSE) != 0) ||
	    (shown.attrs.underline != 0) != ((s.look & LOOK_UNDERLINE) != 0))
		return "another look";
	if (cp != ' ' && (shown.attrs.bold != 0) != ((s.look & LOOK_BOLD) != 0))
		return "another weight";
	if (cp != ' ' && !VTERM_COLOR_IS_DEFAULT_FG(&shown.fg) != (s.colour >= 0))
		return "another colour";
	return NULL;
}

static void check_shown(struct glass *g, const char *term)
{
	VTermPos at;

	for (int y = 0; y < ROWS; y++)
		for (int x = 0; x < COLS; x++) {
			if (g->caps.scrolls && y == ROWS - 1 && x >= COLS - 2)
				continue; /* cannot be written there */
			if (fault_of(g, y, x))
				ck_abort_msg("%s: %s at %d,%d: U+%04X", term, fault_of(g, y, x),
				    y, x, (unsigned)cell_at(g, y, x).chars[0]);
		}
	vterm_state_get_cursorpos(vterm_obtain_state(g->vt), &at);
	ck_assert_int_eq(at.row, g->canvas.cursor_y);
	ck_assert_int_eq(at.col, g->canvas.cursor_x);
	ck_assert_int_eq(g->kept, 0);
}

static const char *const texts[] = {"plain words", "Llŷr Ó Briain", "王小明", "e\xcc\x81x",
    "أحمد", "0123456789012345678901234567890123456789", "x          x                y", "…",
    "山", "__________________"};
enum { TEXTS = sizeof(texts) / sizeof(texts[0]) };

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

static void change(struct glass *g, struct dice *d)
{
	struct canvas *c = &g->canvas;
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
	struct glass g;

	glass_open(&g, term, _i % 2 ? THEME_DARK : THEME_MONO);
	for (int i = 0; i < FRAMES; i++) {
		for (uint64_t n = dice_below(&d, 5); n > 0; n--)
			change(&g, &d);
		show(&g, dice_below(&d, 10) == 0);
		check_shown(&g, term);
	}
	glass_close(&g);
}
END_TEST

static void fill_rows(struct glass *g, int from)
{
	char text[COLS + 1];

	for (int y = 1; y < ROWS - 1; y++) {
		(void)snprintf(
		    text, sizeof(text), "row %d is as long as rows here are", y + from);
		canvas_fill(&g->canvas, (struct rect){y, 0, 1, COLS}, ROLE_TEXT);
		canvas_puts(&g->canvas, y, 0, ROLE_TEXT, text);
	}
	canvas_cursor(&g->canvas, ROWS - 2, 0);
}

/* By a line or some, up or down: what stays in sight is not sent again. */
START_TEST(what_only_moves_is_moved_by_the_terminal)
{
	static const int by[] = {1, 3, -1, -3};
	struct glass g;

	glass_open(&g, terms[_i % 6], THEME_MONO);
	fill_rows(&g, 10);
	show(&g, true);
	fill_rows(&g, 10 + by[_i / 6]);
	show(&g, false);
	check_shown(&g, terms[_i % 6]);
	ck_assert_uint_lt(
	    g.bytes, 60 + COLS * (size_t)(by[_i / 6] < 0 ? -by[_i / 6] : by[_i / 6]));
	glass_close(&g);
}
END_TEST

START_TEST(nothing_new_costs_nothing_and_a_marker_little)
{
	struct glass g;

	glass_open(&g, "xterm-256color", THEME_DARK);
	fill_rows(&g, 1);
	canvas_focus(&g.canvas, 3, 0);
	canvas_cursor(&g.canvas, 3, 0);
	show(&g, true);
	show(&g, false);
	ck_assert_uint_eq(g.bytes, 0);
	fill_rows(&g, 1);
	canvas_focus(&g.canvas, 4, 0);
	canvas_cursor(&g.canvas, 4, 0);
	show(&g, false);
	ck_assert_uint_le(g.bytes, 6);
	check_shown(&g, "marker");
	glass_close(&g);
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
