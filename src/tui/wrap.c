/* SPDX-License-Identifier: MIT */
/* Rows of wrapped text. */
#include "tui/wrap.h"

#include "lookback/base/utf8.h"

/* Where a row that begins at `from` ends: behind the last space that fits, or inside
 * a word that is too long for a row of its own. Spaces at the edge hang over it. */
static size_t row_end(struct str text, size_t from, int cols)
{
	size_t at = from, edge = from, space = from;
	struct glyph g;
	int used = 0;

	while (at < text.n && text.p[at] != '\n') {
		if (!utf8_glyph(text, &at, &g))
			break;
		used += g.width;
		if (g.n == 1 && g.bytes[0] == ' ')
			space = at;
		else if (used > cols)
			return space > from ? space : edge > from ? edge : at;
		edge = at;
	}
	return at;
}

bool wrap_next(struct str text, size_t *at, int cols, struct str *row)
{
	size_t from = *at, to;

	if (from > text.n)
		return false;
	to = row_end(text, from, cols > 0 ? cols : 1);
	*row = (struct str){text.p + from, to - from};
	if (to >= text.n)
		*at = text.n + 1;
	else
		*at = text.p[to] == '\n' ? to + 1 : to;
	return true;
}

int wrap_count(struct str text, int cols)
{
	struct str row;
	size_t at = 0;
	int n = 0;

	while (wrap_next(text, &at, cols, &row))
		n++;
	return n;
}
