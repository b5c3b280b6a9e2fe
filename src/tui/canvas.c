/* SPDX-License-Identifier: MIT */
/* The grid of cells that views draw into. */
#include "tui/canvas.h"

#include <string.h>

#include "lookback/base/utf8.h"

#define GLYPH(id, utf8, ascii) [GLYPH_##id] = {utf8, ascii},
static const struct {
	const char *utf8, *ascii;
} signs[GLYPH_COUNT] = {GLYPHS(GLYPH)};
#undef GLYPH

struct str glyph_text(enum glyph_id g, bool ascii)
{
	return str_of(ascii ? signs[g].ascii : signs[g].utf8);
}

void canvas_init(struct canvas *c, struct arena *a, int rows, int cols, bool ascii)
{
	*c = (struct canvas){.arena = a, .rows = rows, .cols = cols, .ascii = ascii};
	c->cells = arena_new(a, struct cell, (size_t)rows * (size_t)cols);
	canvas_blank(c);
}

void canvas_unclip(struct canvas *c)
{
	c->clip = (struct rect){0, 0, c->rows, c->cols};
}

static const struct cell blank = {.bytes = " ", .n = 1, .width = 1};

void canvas_blank(struct canvas *c)
{
	for (int i = 0; i < c->rows * c->cols; i++)
		c->cells[i] = blank;
	c->cursor_y = c->cursor_x = 0;
	canvas_unclip(c);
}

static int most(int a, int b)
{
	return a > b ? a : b;
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

void canvas_clip(struct canvas *c, struct rect r)
{
	int bottom = least(r.y + r.rows, c->rows), right = least(r.x + r.cols, c->cols);

	c->clip.y = most(r.y, 0);
	c->clip.x = most(r.x, 0);
	c->clip.rows = most(bottom - c->clip.y, 0);
	c->clip.cols = most(right - c->clip.x, 0);
}

const struct cell *canvas_at(const struct canvas *c, int y, int x)
{
	return &c->cells[y * c->cols + x];
}

static bool inside(const struct canvas *c, int y, int x)
{
	return y >= c->clip.y && y < c->clip.y + c->clip.rows && x >= c->clip.x &&
	       x < c->clip.x + c->clip.cols;
}

/* A half of a wide grapheme is about to go: the other half becomes a blank. */
static void part(struct canvas *c, int y, int x)
{
	struct cell *at = &c->cells[y * c->cols + x];

	if (at->width == 2 && x + 1 < c->cols) {
		at[1] = (struct cell){" ", 1, 1, at->role, at->selected};
	} else if (at->width == 0 && x > 0) {
		at[-1] = (struct cell){" ", 1, 1, at->role, at->selected};
	}
}

static void put_cell(
    struct canvas *c, int y, int x, enum role role, const char *p, size_t n, int width)
{
	struct cell *at;

	if (!inside(c, y, x) || (width == 2 && !inside(c, y, x + 1)))
		return;
	at = &c->cells[y * c->cols + x];
	part(c, y, x);
	if (width == 2)
		part(c, y, x + 1);
	*at = (struct cell){.n = (uint8_t)n, .width = (uint8_t)width, .role = (uint8_t)role};
	memcpy(at->bytes, p, n);
	if (width == 2)
		at[1] = (struct cell){.role = (uint8_t)role};
}

/* Marks beyond what a cell holds are left out, whole code points at a time. */
static size_t fit(const struct glyph *g)
{
	struct str s = {g->bytes, g->n};
	size_t at = 0, whole = 0;
	uint32_t cp;

	while (utf8_next(s, &at, &cp) && at <= CELL_BYTES)
		whole = at;
	return whole;
}

/* A grapheme for a terminal without UTF-8: as many ASCII characters as columns. */
static void put_ascii(struct canvas *c, int y, int x, enum role role, const struct glyph *g)
{
	struct arena_mark m = arena_mark(c->arena);
	struct str plain = utf8_ascii(c->arena, (struct str){g->bytes, g->n});

	for (int i = 0; i < g->width; i++) {
		char ch = (size_t)i < plain.n ? plain.p[i] : ' ';
		put_cell(c, y, x + i, role, ch >= 0x20 && ch < 0x7f ? &ch : "?", 1, 1);
	}
	arena_back(c->arena, m);
}

static void put_glyph(struct canvas *c, int y, int x, enum role role, const struct glyph *g)
{
	if (g->width > 2 || (g->n == 1 && g->width == 1)) {
		for (int i = 0; i < g->width; i++)
			put_cell(c, y, x + i, role, g->bytes + i, 1, 1);
	} else if (c->ascii) {
		put_ascii(c, y, x, role, g);
	} else {
		put_cell(c, y, x, role, g->bytes, fit(g), g->width);
	}
}

/* A newline in one row of text is a space, not a mark. */
static bool next_glyph(struct str text, size_t *at, struct glyph *g)
{
	if (*at < text.n && text.p[*at] == '\n') {
		*g = (struct glyph){.bytes = " ", .n = 1, .width = 1};
		++*at;
		return true;
	}
	return utf8_glyph(text, at, g);
}

int canvas_piece(struct canvas *c, int y, int x, int cols, enum role role, struct str text)
{
	struct glyph g;
	size_t at = 0;
	int used = 0;

	while (next_glyph(text, &at, &g) && used + g.width <= cols) {
		put_glyph(c, y, x + used, role, &g);
		used += g.width;
	}
	return used;
}

/* How many bytes fit, and whether that is all. */
static bool fits(struct str text, int cols, size_t *bytes)
{
	struct glyph g;
	size_t at = 0;
	int used = 0;

	*bytes = 0;
	while (next_glyph(text, &at, &g)) {
		used += g.width;
		if (used > cols)
			return false;
		if (used < cols)
			*bytes = at;
	}
	*bytes = text.n;
	return true;
}

int canvas_put(struct canvas *c, int y, int x, int cols, enum role role, struct str text)
{
	size_t bytes;
	int used;

	if (cols <= 0)
		return 0;
	if (fits(text, cols, &bytes))
		return canvas_piece(c, y, x, cols, role, text);
	used = canvas_piece(c, y, x, cols - 1, role, (struct str){text.p, bytes});
	return used + canvas_glyph(c, y, x + used, role, GLYPH_MORE);
}

int canvas_puts(struct canvas *c, int y, int x, enum role role, const char *text)
{
	return canvas_put(c, y, x, c->cols, role, str_of(text));
}

int canvas_glyph(struct canvas *c, int y, int x, enum role role, enum glyph_id g)
{
	struct str s = glyph_text(g, c->ascii);

	put_cell(c, y, x, role, s.p, s.n, 1);
	return 1;
}

void canvas_fill(struct canvas *c, struct rect r, enum role role)
{
	for (int y = most(r.y, 0); y < least(r.y + r.rows, c->rows); y++)
		for (int x = most(r.x, 0); x < least(r.x + r.cols, c->cols); x++)
			put_cell(c, y, x, role, " ", 1, 1);
}

void canvas_rule(struct canvas *c, int y, int x, int cols, enum role role)
{
	if (!c->calm)
		for (int i = 0; i < cols; i++)
			canvas_glyph(c, y, x + i, role, GLYPH_HLINE);
}

void canvas_paint(struct canvas *c, int y, int x, int cols, enum role role)
{
	for (int i = 0; i < cols; i++)
		if (inside(c, y, x + i))
			c->cells[y * c->cols + x + i].role = (uint8_t)role;
}

void canvas_focus(struct canvas *c, int y, int x)
{
	put_cell(c, y, x, ROLE_FOCUS, ">", 1, 1);
}

void canvas_invert(struct canvas *c, int y, int x, int cols)
{
	for (int i = 0; i < cols; i++)
		if (inside(c, y, x + i))
			c->cells[y * c->cols + x + i].selected = 1;
}

void canvas_select(struct canvas *c, int y, int x, int cols)
{
	if (c->calm)
		canvas_focus(c, y, x);
	else
		canvas_invert(c, y, x, cols);
}

void canvas_cursor(struct canvas *c, int y, int x)
{
	c->cursor_y = least(most(y, 0), most(c->rows - 1, 0));
	c->cursor_x = least(most(x, 0), most(c->cols - 1, 0));
}

bool cell_same(const struct cell *a, const struct cell *b)
{
	return memcmp(a, b, sizeof(*a)) == 0;
}
