/* SPDX-License-Identifier: MIT */
/* Tables and wrapped text for people. */
#include "cli/table.h"

#include <inttypes.h>

#include "lookback/base/utf8.h"

void table_head(struct table *t, const char *name, bool right)
{
	if (t->columns == TABLE_COLUMNS)
		return;
	t->heads[t->columns] = utf8_mask(t->arena, str_of(name), false);
	t->right[t->columns++] = right;
}

void table_cell(struct table *t, struct str text)
{
	*arena_push(t->arena, &t->cells) = utf8_mask(t->arena, text, false);
}

void table_number(struct table *t, int64_t n)
{
	table_cell(t, arena_printf(t->arena, "%" PRId64, n));
}

static void pad(struct buf *out, int n)
{
	while (n-- > 0)
		buf_char(out, ' ');
}

static void put_row(const struct table *t, const struct str *cells, struct buf *out)
{
	for (size_t i = 0; i < t->columns; i++) {
		int gap = t->width[i] - utf8_columns(cells[i]);
		if (i)
			buf_puts(out, "  ");
		if (t->right[i])
			pad(out, gap);
		buf_put(out, cells[i]);
		if (!t->right[i] && i + 1 < t->columns)
			pad(out, gap);
	}
	while (out->n && out->p[out->n - 1] == ' ')
		out->n--;
	buf_char(out, '\n');
}

static void widen(struct table *t, size_t column, struct str cell)
{
	int w = utf8_columns(cell);

	if (w > t->width[column])
		t->width[column] = w;
}

void table_flush(struct table *t, struct buf *out)
{
	size_t n = t->columns ? t->cells.n - t->cells.n % t->columns : 0;

	if (!n)
		return;
	if (!t->headed) {
		for (size_t i = 0; i < t->columns; i++)
			widen(t, i, t->heads[i]);
		for (size_t i = 0; i < n; i++)
			widen(t, i % t->columns, t->cells.v[i]);
		put_row(t, t->heads, out);
		t->headed = true;
	}
	for (size_t i = 0; i < n; i += t->columns)
		put_row(t, t->cells.v + i, out);
	t->cells.n = 0;
}

static void wrap_line(struct buf *out, struct str line, int indent, int width)
{
	struct str word;
	int at = 0;

	pad(out, indent);
	while (str_cut(&line, ' ', &word)) {
		int w = utf8_columns(word);
		if (at && at + 1 + w > width - indent) {
			buf_char(out, '\n');
			pad(out, indent);
			at = 0;
		} else if (at) {
			buf_char(out, ' ');
			at++;
		}
		buf_put(out, word);
		at += w;
	}
	buf_char(out, '\n');
}

void wrap(struct buf *out, struct str text, int indent, int width)
{
	struct str line;

	text = utf8_mask(out->arena, text, true);
	while (str_cut(&text, '\n', &line))
		wrap_line(out, line, indent, width);
}
