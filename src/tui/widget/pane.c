/* SPDX-License-Identifier: MIT */
/* Building, moving and drawing a pane. */
#include "tui/widget/pane.h"

#include <stdarg.h>
#include <stdio.h>

#include "lookback/base/utf8.h"
#include "tui/wrap.h"

void pane_begin(struct pane *p, struct arena *a, int cols, int height)
{
	p->arena = a;
	p->v = NULL;
	p->n = p->cap = 0;
	p->cols = cols;
	p->height = height > 0 ? height : 1;
	p->items = 0;
	p->of = (struct str){0};
	p->texts = (struct strs){0};
	p->marks = (struct marks){0};
}

void pane_row(struct pane *p)
{
	int item = p->n ? p->v[p->n - 1].item : -1;

	*arena_push(p->arena, p) = (struct pane_row){.item = item, .of = p->of};
}

void pane_item(struct pane *p, int item)
{
	p->v[p->n - 1].item = item;
	if (item >= p->items)
		p->items = item + 1;
}

void pane_put(struct pane *p, int x, enum role role, struct str text)
{
	struct pane_row *row = &p->v[p->n - 1];

	*arena_push(p->arena, row) = (struct span){x, role, text};
}

void pane_puts(struct pane *p, int x, enum role role, const char *text)
{
	pane_put(p, x, role, str_of(text));
}

void pane_printf(struct pane *p, int x, enum role role, const char *fmt, ...)
{
	char text[512];
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	pane_put(p, x, role, arena_cstr(p->arena, text));
}

void pane_wrap(struct pane *p, int x, int cols, enum role role, struct str text)
{
	struct str part;
	size_t at = 0;
	bool first = true;

	if (cols <= 0 || cols > p->cols - x)
		cols = p->cols - x;
	if (role == ROLE_TEXT)
		*arena_push(p->arena, &p->texts) = text;
	while (wrap_next(text, &at, cols, &part)) {
		if (!first)
			pane_row(p);
		pane_put(p, x, role, part);
		first = false;
	}
}

void pane_heading(struct pane *p, const char *text)
{
	if (p->n)
		pane_row(p);
	pane_row(p);
	pane_puts(p, 0, ROLE_HEADING, text);
}

int pane_item_row(const struct pane *p, int item)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].item == item)
			return (int)i;
	return -1;
}

static int item_end(const struct pane *p, int row)
{
	int item = p->v[row].item;

	while (row < (int)p->n && p->v[row].item == item)
		row++;
	return row;
}

static int last_top(const struct pane *p)
{
	return (int)p->n > p->height ? (int)p->n - p->height : 0;
}

static void into_range(struct pane *p)
{
	if (p->top > last_top(p))
		p->top = last_top(p);
	if (p->top < 0)
		p->top = 0;
}

/* All rows of the item, or the first ones when they are too many. */
static void show_item(struct pane *p)
{
	int first = pane_item_row(p, p->item), end;

	if (first < 0)
		return;
	end = item_end(p, first);
	if (p->item == p->items - 1 && (int)p->n - first <= p->height)
		end = (int)p->n; /* what stands below the last item is seen too */
	if (end > p->top + p->height)
		p->top = end - p->height;
	if (first < p->top)
		p->top = first;
	if (p->item == 0 && end <= p->height)
		p->top = 0; /* what stands above the first item is seen again */
}

void pane_end(struct pane *p)
{
	if (p->item >= p->items)
		p->item = p->items - 1;
	if (p->item < 0)
		p->item = 0;
	if (p->items)
		show_item(p);
	else
		pane_line(p, p->line);
	into_range(p);
}

int pane_focus(const struct pane *p)
{
	return (p->items ? pane_item_row(p, p->item) : p->line) - p->top;
}

void pane_hold(struct pane *p, int focus)
{
	p->top += pane_focus(p) - focus;
}

/* FNV-1a. */
uint64_t pane_look(const struct pane *p)
{
	uint64_t h = UINT64_C(14695981039346656037);

	for (size_t i = 0; i < p->n; i++)
		for (size_t k = 0; k < p->v[i].n; k++) {
			const struct span *s = &p->v[i].v[k];
			h = (h ^ (uint64_t)s->x ^ (uint64_t)s->role << 32) * 1099511628211u;
			for (size_t c = 0; c < s->text.n; c++)
				h = (h ^ (unsigned char)s->text.p[c]) * 1099511628211u;
		}
	return h;
}

void pane_line(struct pane *p, int line)
{
	int last = p->n ? (int)p->n - 1 : 0;

	p->line = line > last ? last : line < 0 ? 0 : line;
	if (p->line >= p->top + p->height)
		p->top = p->line - p->height + 1;
	if (p->line < p->top)
		p->top = p->line;
	into_range(p);
}

void pane_mark(struct pane *p, const struct phrases *phrases, enum role role)
{
	for (size_t i = 0; i < p->texts.n; i++)
		marks_find(p->arena, p->texts.v[i], phrases, role, &p->marks);
}

static int step(const struct pane *p, enum motion m, int count)
{
	switch (m) {
	case MOVE_DOWN:
		return count;
	case MOVE_UP:
		return -count;
	case MOVE_PAGE_DOWN:
		return count * (p->height > 2 ? p->height - 1 : 1);
	case MOVE_PAGE_UP:
		return -count * (p->height > 2 ? p->height - 1 : 1);
	case MOVE_HALF_DOWN:
		return count * (p->height > 3 ? p->height / 2 : 1);
	case MOVE_HALF_UP:
		return -count * (p->height > 3 ? p->height / 2 : 1);
	case MOVE_FIRST:
	case MOVE_TOP:
		return -(int)p->n - p->items;
	case MOVE_LAST:
	case MOVE_BOTTOM:
		return (int)p->n + p->items;
	}
	return 0;
}

static bool scroll(struct pane *p, int by)
{
	int was = p->top;

	p->top += by;
	into_range(p);
	return p->top != was;
}

/* A screenful of rows, not of items; at the last item the rest scrolls into sight. */
static bool move_item(struct pane *p, enum motion m, int by)
{
	int was = p->item, row = pane_item_row(p, was), to;

	if (m == MOVE_DOWN || m == MOVE_UP || m == MOVE_FIRST || m == MOVE_LAST ||
	    m == MOVE_TOP || m == MOVE_BOTTOM) {
		to = was + by;
	} else {
		row += by;
		row = row < 0 ? 0 : row >= (int)p->n ? (int)p->n - 1 : row;
		while (row > 0 && p->v[row].item < 0)
			row--;
		to = p->v[row].item < 0 ? 0 : p->v[row].item;
		if (to == was)
			to += by > 0 ? 1 : -1;
	}
	p->item = to < 0 ? 0 : to >= p->items ? p->items - 1 : to;
	if (p->item != was) {
		show_item(p);
		into_range(p);
		return true;
	}
	return scroll(p, by);
}

/* Screenfuls move the text under the cursor, lines the cursor in the text. */
static bool move_line(struct pane *p, enum motion m, int by)
{
	int was = p->line, top = p->top;

	if (m == MOVE_TOP || m == MOVE_BOTTOM)
		by = p->top + (m == MOVE_BOTTOM ? p->height - 1 : 0) - p->line;
	else if (m != MOVE_DOWN && m != MOVE_UP && m != MOVE_FIRST && m != MOVE_LAST)
		(void)scroll(p, by);
	pane_line(p, p->line + by);
	return p->line != was || p->top != top;
}

bool pane_move(struct pane *p, enum motion m, int count)
{
	int by = step(p, m, count > 0 ? count : 1);

	return p->items ? move_item(p, m, by) : move_line(p, m, by);
}

static const struct mark *row_mark(const struct pane *p, int line)
{
	const struct mark *best = NULL, *m;

	for (size_t i = 0; i < p->v[line].n; i++) {
		m = marks_on(&p->marks, p->v[line].v[i].text);
		if (m && (!best || m->role < best->role))
			best = m;
	}
	return best;
}

int pane_marked(const struct pane *p, enum role role, int from, int by)
{
	for (int i = from + by; i >= 0 && i < (int)p->n; i += by) {
		const struct mark *m = row_mark(p, i);
		if (m && m->role <= role)
			return i;
	}
	return -1;
}

struct str pane_text(const struct pane *p, int line, struct arena *a)
{
	struct buf b = buf_in(a);

	for (size_t i = 0; line < (int)p->n && i < p->v[line].n; i++) {
		struct str part = str_trim(p->v[line].v[i].text);
		if (b.n && part.n)
			buf_char(&b, ' ');
		buf_put(&b, part);
	}
	return buf_str(&b);
}

/* A wrapped row may end in the spaces it was cut at. */
static struct str without_tail(struct str s)
{
	while (s.n && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\n'))
		s.n--;
	return s;
}

/* Grapheme by grapheme, as far as the text was put. */
static void draw_marks(
    const struct pane *p, const struct span *s, struct canvas *c, int y, int x, int cols)
{
	size_t at = 0, from = 0;
	struct glyph g;
	int col = 0;

	if (!marks_on(&p->marks, s->text))
		return;
	for (; at < s->text.n && s->text.p[at] != '\n' && utf8_glyph(s->text, &at, &g) &&
	       col + g.width <= cols;
	     from = at) {
		const struct mark *m =
		    marks_on(&p->marks, (struct str){s->text.p + from, at - from});
		if (m)
			canvas_paint(c, y, x + col, g.width, m->role);
		col += g.width;
	}
}

static void draw_row(
    const struct pane *p, const struct pane_row *row, struct canvas *c, int y, struct rect r)
{
	for (size_t i = 0; i < row->n; i++) {
		const struct span *s = &row->v[i];
		int room = r.cols - s->x, used;
		if (i + 1 < row->n && row->v[i + 1].x > s->x &&
		    row->v[i + 1].x - s->x - 1 < room)
			room = row->v[i + 1].x - s->x - 1;
		used = canvas_put(c, y, r.x + s->x, room, s->role, without_tail(s->text));
		if (p->marks.n)
			draw_marks(p, s, c, y, r.x + s->x, used);
	}
}

/* The marker stands left of the text, so that no word changes its look. */
static void draw_cursor(const struct pane *p, struct canvas *c, struct rect r)
{
	int focus = p->items ? pane_item_row(p, p->item) : p->line;
	int y = r.y + (focus > p->top ? focus - p->top : 0);
	bool row = p->items && focus >= p->top && focus < p->top + r.rows;

	if (row)
		canvas_select(c, y, r.x, r.cols);
	else
		canvas_focus(c, y, r.x - 1);
	canvas_cursor(c, y, row ? r.x : r.x - 1);
}

void pane_draw(const struct pane *p, struct canvas *c, struct rect r)
{
	const struct mark *m;

	for (int i = p->top < 0 ? -p->top : 0; i < r.rows && p->top + i < (int)p->n; i++) {
		draw_row(p, &p->v[p->top + i], c, r.y + i, r);
		m = p->marks.n ? row_mark(p, p->top + i) : NULL;
		if (m)
			canvas_puts(c, r.y + i, r.x - 1, m->role, "*");
	}
	if (!p->quiet)
		draw_cursor(p, c, r);
}
