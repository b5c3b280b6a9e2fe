/* SPDX-License-Identifier: MIT */
/* A field on the canvas, with the cursor where one writes. */
#include "lookback/base/utf8.h"
#include "tui/widget/field.h"
#include "tui/widget/field_place.h"
#include "tui/wrap.h"

static bool in_rows(const struct field *f)
{
	return f->area || f->wrap;
}

void field_layout(struct field *f, int rows, int cols)
{
	int row, col;

	f->rows = rows;
	f->cols = cols;
	if (!in_rows(f))
		return;
	place_find(field_text(f), f->now.at, cols, &row, &col);
	if (row < f->top)
		f->top = row;
	if (row >= f->top + rows)
		f->top = row - rows + 1;
}

int field_rows(const struct field *f, int cols)
{
	return in_rows(f) ? wrap_count(field_text(f), cols) : 1;
}

/* A piece of the text, and what of it is selected. */
static void draw_piece(
    const struct field *f, struct canvas *c, int y, int x, int cols, struct str part)
{
	struct str chosen = field_selected(f);
	const char *from = chosen.p > part.p ? chosen.p : part.p, *end = part.p + part.n;
	int begin, width;

	canvas_piece(c, y, x, cols, ROLE_INPUT, part);
	if (chosen.n == 0 || from >= end || chosen.p + chosen.n <= part.p)
		return;
	end = chosen.p + chosen.n < end ? chosen.p + chosen.n : end;
	begin = utf8_columns((struct str){part.p, (size_t)(from - part.p)});
	width = utf8_columns((struct str){from, (size_t)(end - from)});
	width = begin + width > cols ? cols - begin : width;
	canvas_invert(c, y, x + begin, width);
}

static void draw_area(const struct field *f, struct canvas *c, struct rect r)
{
	struct str text = field_text(f), part;
	size_t at = 0;
	int row, col;

	for (int i = 0; i < f->top + r.rows && wrap_next(text, &at, r.cols, &part); i++)
		if (i >= f->top)
			draw_piece(f, c, r.y + i - f->top, r.x, r.cols, part);
	place_find(text, f->now.at, r.cols, &row, &col);
	canvas_cursor(c, r.y + row - f->top, r.x + (col < r.cols ? col : r.cols - 1));
}

/* A long line is shown from a place that keeps the cursor in sight; it moves by half a
 * field at a time, so that the text does not run under every key. */
static size_t line_begin(const struct field *f, int cols, int *col)
{
	struct str text = field_text(f);
	size_t from = 0;
	struct glyph g;

	*col = utf8_columns((struct str){text.p, f->now.at});
	while (*col >= cols) {
		int drop = 0;
		while (drop < (cols + 1) / 2 && utf8_glyph(text, &from, &g))
			drop += g.width;
		*col -= drop;
	}
	return from;
}

static void draw_line(const struct field *f, struct canvas *c, struct rect r)
{
	struct str text = field_text(f);
	int col;
	size_t from = line_begin(f, r.cols, &col);

	draw_piece(f, c, r.y, r.x, r.cols, (struct str){text.p + from, text.n - from});
	canvas_cursor(c, r.y, r.x + col);
}

void field_draw(const struct field *f, struct canvas *c, struct rect r)
{
	canvas_fill(c, r, ROLE_INPUT);
	if (in_rows(f))
		draw_area(f, c, r);
	else
		draw_line(f, c, r);
}
