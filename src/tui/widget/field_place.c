/* SPDX-License-Identifier: MIT */
/* Where the cursor of a field may stand and where it goes. */
#include "tui/widget/field_place.h"

#include "lookback/base/utf8.h"
#include "tui/wrap.h"

/* A newline is a place of its own; all else goes by what is shown as one. */
static bool next(struct str text, size_t *at, int *width)
{
	struct glyph g;

	if (*at < text.n && text.p[*at] == '\n') {
		++*at;
		*width = 0;
		return true;
	}
	if (!utf8_glyph(text, at, &g))
		return false;
	*width = g.width;
	return true;
}

size_t place_begin(struct str text, size_t at)
{
	while (at > 0 && text.p[at - 1] != '\n')
		at--;
	return at;
}

size_t place_end(struct str text, size_t at)
{
	while (at < text.n && text.p[at] != '\n')
		at++;
	return at;
}

size_t place_round(struct str text, size_t at)
{
	size_t p = place_begin(text, at);
	int width;

	while (p < at && next(text, &p, &width))
		;
	return p;
}

size_t place_left(struct str text, size_t at)
{
	size_t p, last;
	int width;

	if (at > 0 && text.p[at - 1] == '\n')
		return at - 1;
	for (p = last = place_begin(text, at); p < at && next(text, &p, &width);)
		if (p < at)
			last = p;
	return last;
}

size_t place_right(struct str text, size_t at)
{
	int width;

	(void)next(text, &at, &width);
	return at;
}

static bool blank(char c)
{
	return c == ' ' || c == '\n';
}

/* A mark may stand on a space, so the edge of a word may be inside a grapheme. */
static size_t before(struct str text, size_t at)
{
	return place_round(text, at) == at ? at : place_left(text, at);
}

size_t place_word_left(struct str text, size_t at)
{
	while (at > 0 && blank(text.p[at - 1]))
		at--;
	while (at > 0 && !blank(text.p[at - 1]))
		at--;
	return before(text, at);
}

size_t place_word_right(struct str text, size_t at)
{
	while (at < text.n && !blank(text.p[at]))
		at++;
	while (at < text.n && blank(text.p[at]))
		at++;
	return place_round(text, at);
}

static int columns_to(struct str text, size_t from, size_t at)
{
	int col = 0, width;

	while (from < at && next(text, &from, &width))
		col += width;
	return col;
}

void place_find(struct str text, size_t at, int cols, int *row, int *col)
{
	struct str part = {text.p, 0};
	size_t next_at = 0, from = 0;

	*row = -1;
	while (next_at <= at && wrap_next(text, &next_at, cols, &part)) {
		from = (size_t)(part.p - text.p);
		++*row;
	}
	*col = columns_to(text, from, at);
}

size_t place_row(struct str text, size_t at, int cols, int by)
{
	struct str part;
	size_t next_at = 0, p;
	int row, col, width, used = 0;

	place_find(text, at, cols, &row, &col);
	row += by;
	if (row < 0)
		return at;
	for (int i = 0; i <= row; i++)
		if (!wrap_next(text, &next_at, cols, &part))
			return at;
	p = (size_t)(part.p - text.p);
	while (p < (size_t)(part.p - text.p) + part.n) {
		size_t to = p;
		if (!next(text, &to, &width) || used + width > col)
			break;
		used += width;
		p = to;
	}
	/* the place behind a row's last space is the beginning of the next row */
	if (p == next_at && p > (size_t)(part.p - text.p))
		p = place_left(text, p);
	return before(text, p);
}
