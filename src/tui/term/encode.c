/* SPDX-License-Identifier: MIT */
/* What differs between two screens, row by row; see encode.h. */
#include "tui/term/encode.h"

#include <string.h>

#include "lookback/base/utf8.h"

/* Blanks that cost no more than what does without them; columns near the last. */
enum { FEW = 3, SHORT_GAP = 8, EDGE = 2 };

void encode_init(struct encoder *e, const struct caps *caps, enum theme theme)
{
	bool colour = theme != THEME_MONO && caps->colours;
	unsigned can = (caps->text[CAP_BOLD][0] ? LOOK_BOLD : 0) |
		       (caps->text[CAP_DIM][0] ? LOOK_DIM : 0) |
		       (caps->text[CAP_REVERSE][0] ? LOOK_REVERSE : 0) |
		       (caps->text[CAP_UNDERLINE][0] ? LOOK_UNDERLINE : 0);

	*e = (struct encoder){.caps = caps, .x = NOWHERE};
	if (!caps->text[CAP_PLAIN][0])
		can = 0; /* what cannot be ended is not begun */
	for (int r = 0; r < ROLE_COUNT; r++) {
		e->styles[r] = theme_style(colour ? theme : THEME_MONO, (enum role)r);
		e->styles[r].look &= can;
	}
}

void encode_size(struct encoder *e, int rows, int cols)
{
	arena_clear(&e->mem);
	canvas_init(&e->shown, &e->mem, rows, cols, false);
	e->x = NOWHERE;
}

void encode_clear(struct encoder *e)
{
	arena_clear(&e->mem);
}

/* A grapheme that terminals agree on: one character of a script that is as old as they are. */
static bool is_agreed(const struct cell *c)
{
	struct str s = {c->bytes, c->n};
	size_t at = 0;
	uint32_t cp = 0;

	if (c->n == 1)
		return true;
	if (!utf8_next(s, &at, &cp) || at != s.n)
		return false;
	return c->width == 2 ? cp >= 0x3041 && cp <= 0xd7a3
			     : cp < 0x2e80 && utf8_width(cp) == 1;
}

static void put(struct encoder *e, int y, int x, const struct cell *c)
{
	move_to(e, y, x);
	look_like(e, style_of(e, c));
	buf_put(e->out, (struct str){c->bytes, c->n});
	e->x = x + c->width;
	if (e->x >= e->shown.cols || !is_agreed(c))
		e->x = NOWHERE;
}

static void copy(struct encoder *e, const struct canvas *want, int y, int x, int n)
{
	memcpy(&e->shown.cells[y * e->shown.cols + x], canvas_at(want, y, x),
	    sizeof(struct cell) * (size_t)n);
}

/* Of a wide grapheme both halves. */
static bool differs(const struct encoder *e, const struct canvas *want, int y, int x)
{
	const struct cell *to = canvas_at(want, y, x), *from = canvas_at(&e->shown, y, x);

	if (e->caps->scrolls && y == want->rows - 1 && x + to->width >= want->cols)
		return false; /* it would scroll the screen */
	return !looks_same(e, from, to) || (to->width == 2 && !looks_same(e, from + 1, to + 1));
}

/* Blanks from x on, and how many of them there are up to the last that differs. */
static int blanks(const struct encoder *e, const struct canvas *want, int y, int x, int *need)
{
	int n = 0;

	for (*need = 0; x + n < want->cols && is_blank(e, canvas_at(want, y, x + n)); n++)
		if (differs(e, want, y, x + n))
			*need = n + 1;
	return n;
}

/* By one capability, up to the end of the row or as many as are needed; 0: it is not worth it,
 * or cannot be done. */
static int put_blanks(struct encoder *e, const struct canvas *want, int y, int x)
{
	int need, n = blanks(e, want, y, x, &need);
	bool to_end = x + n == want->cols;
	char bytes[CAP_BYTES];
	size_t len;

	if (need <= (to_end ? FEW : SHORT_GAP))
		return 0;
	if (!to_end)
		n = need;
	len = caps_say(e->caps, to_end ? CAP_CLEAR_END : CAP_BLANKS, n, 0, bytes);
	if (len == 0)
		return 0;
	move_to(e, y, x);
	look_like(e, (struct style){0, -1});
	buf_put(e->out, (struct str){bytes, len});
	copy(e, want, y, x, n);
	return n;
}

/* A character again and again, but not close to the last column, where terminals differ; 0: it is
 * not worth it. */
static int put_repeated(struct encoder *e, const struct canvas *want, int y, int x)
{
	const struct cell *c = canvas_at(want, y, x);
	char bytes[CAP_BYTES];
	size_t len;
	int n = 1;

	if (c->n != 1)
		return 0;
	while (x + n < want->cols - EDGE && differs(e, want, y, x + n) &&
	       looks_same(e, c, canvas_at(want, y, x + n)))
		n++;
	len = n > SHORT_GAP ? caps_say(e->caps, CAP_REPEAT, c->bytes[0], n, bytes) : 0;
	if (len == 0)
		return 0;
	move_to(e, y, x);
	look_like(e, style_of(e, c));
	buf_put(e->out, (struct str){bytes, len});
	copy(e, want, y, x, n);
	e->x = x + n;
	return n;
}

static void put_row(struct encoder *e, const struct canvas *want, int y)
{
	int x = 0, n;

	while (x < want->cols) {
		const struct cell *c = canvas_at(want, y, x);
		if (!differs(e, want, y, x)) {
			x += c->width ? c->width : 1;
			continue;
		}
		n = put_blanks(e, want, y, x);
		if (n == 0)
			n = put_repeated(e, want, y, x);
		if (n == 0) {
			put(e, y, x, c);
			n = c->width;
			copy(e, want, y, x, n);
		}
		x += n;
	}
}

static void say(struct encoder *e, enum cap cap)
{
	buf_puts(e->out, e->caps->text[cap]);
}

/* In the screen that programs have for themselves nothing is kept of what is cleared; where
 * there is none, rows are emptied one by one, which no terminal takes for old lines. */
static void wipe(struct encoder *e)
{
	canvas_blank(&e->shown);
	say(e, CAP_PLAIN);
	e->on = (struct style){0, -1};
	e->x = NOWHERE;
	if (e->caps->text[CAP_ENTER][0] || !e->caps->text[CAP_CLEAR_END][0]) {
		say(e, CAP_CLEAR);
		return;
	}
	for (int y = 0; y < e->shown.rows; y++) {
		e->x = NOWHERE;
		move_to(e, y, 0);
		say(e, CAP_CLEAR_END);
	}
}

void encode_wipe(struct encoder *e, struct buf *out)
{
	e->out = out;
	wipe(e);
	e->x = NOWHERE;
	move_to(e, 0, 0);
}

void encode_frame(struct encoder *e, const struct canvas *want, bool all, struct buf *out)
{
	size_t row = sizeof(struct cell) * (size_t)want->cols;

	e->out = out;
	if (all)
		wipe(e);
	else
		scroll_rows(e, want);
	for (int y = 0; y < want->rows; y++) {
		const struct cell *to = canvas_at(want, y, 0);
		struct cell *from = &e->shown.cells[y * want->cols];
		if (memcmp(to, from, row) == 0)
			continue;
		put_row(e, want, y);
		memcpy(from, to, row);
	}
	move_to(e, want->cursor_y, want->cursor_x);
}
