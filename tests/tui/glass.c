/* SPDX-License-Identifier: MIT */
/* A terminal that is written to, out of libvterm. */
#include "glass.h"

#include <check.h>

#include "lookback/base/utf8.h"

static int on_kept(int cols, const VTermScreenCell *cells, void *user)
{
	struct glass *g = user;

	(void)cols, (void)cells;
	g->kept++;
	return 1;
}

static const VTermScreenCallbacks callbacks = {.sb_pushline = on_kept};

void glass_open(struct glass *g, const char *term, enum theme theme, int rows, int cols)
{
	*g = (struct glass){.term = term};
	ck_assert_msg(caps_load(&g->caps, term, 1), "%s is not known", term);
	encode_init(&g->encoder, &g->caps, theme);
	encode_size(&g->encoder, rows, cols);
	g->sent = buf_in(&g->mem);
	g->vt = vterm_new(rows, cols);
	vterm_set_utf8(g->vt, 1);
	g->screen = vterm_obtain_screen(g->vt);
	vterm_screen_set_callbacks(g->screen, &callbacks, g);
	vterm_screen_reset(g->screen, 1);
	encode_wipe(&g->encoder, &g->sent);
}

void glass_close(struct glass *g)
{
	vterm_free(g->vt);
	encode_clear(&g->encoder);
	arena_clear(&g->mem);
	caps_done();
}

void glass_show(struct glass *g, const struct canvas *c, bool all)
{
	encode_frame(&g->encoder, c, all, &g->sent);
	vterm_input_write(g->vt, g->sent.p, g->sent.n);
	g->bytes = g->sent.n;
	g->sent.n = 0;
}

static VTermScreenCell cell_at(struct glass *g, int y, int x)
{
	VTermScreenCell out = {0}; /* no assertion here: one a cell would take minutes */

	(void)vterm_screen_get_cell(g->screen, (VTermPos){.row = y, .col = x}, &out);
	return out;
}

/* The base of a grapheme; what is joined to it a terminal may leave out. */
static const char *fault_of(struct glass *g, const struct canvas *canvas, int y, int x)
{
	const struct cell *c = canvas_at(canvas, y, x);
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

void glass_check(struct glass *g, const struct canvas *c)
{
	VTermPos at;

	for (int y = 0; y < c->rows; y++)
		for (int x = 0; x < c->cols; x++) {
			if (g->caps.scrolls && y == c->rows - 1 && x >= c->cols - 2)
				continue; /* cannot be written there */
			if (fault_of(g, c, y, x))
				ck_abort_msg("%s: %s at %d,%d: U+%04X", g->term,
				    fault_of(g, c, y, x), y, x,
				    (unsigned)cell_at(g, y, x).chars[0]);
		}
	vterm_state_get_cursorpos(vterm_obtain_state(g->vt), &at);
	ck_assert_int_eq(at.row, c->cursor_y);
	ck_assert_int_eq(at.col, c->cursor_x);
	ck_assert_int_eq(g->kept, 0);
}
