/* SPDX-License-Identifier: MIT */
/* Holding a window of pages and moving in it. */
#include "tui/widget/pages.h"

#include <string.h>

void pages_init(struct pages *p, page_fetch_fn fetch, void *ctx)
{
	*p = (struct pages){.fetch = fetch, .ctx = ctx, .total = -1, .height = 1};
}

void pages_clear(struct pages *p)
{
	for (int i = 0; i < p->n; i++)
		arena_clear(&p->v[i].mem);
	p->n = p->rows = p->cursor = p->top = 0;
}

const struct part_row *pages_row(const struct pages *p, int i)
{
	for (int k = 0; k < p->n && i >= 0; k++) {
		int n = (int)p->v[k].rep.rows.n;
		if (i < n)
			return &p->v[k].rep.rows.v[i];
		i -= n;
	}
	return NULL;
}

struct str pages_hint(const struct pages *p)
{
	return p->n && p->rows == 0 ? p->v[0].rep.hint : (struct str){0};
}

struct str pages_explain(const struct pages *p)
{
	return p->n ? p->v[0].rep.explain : (struct str){0};
}

/* The ask is copied: it points into a page that may go. */
static bool fetch(
    struct pages *p, const struct page_ask *ask, struct page_held *out, struct err *e)
{
	*out = (struct page_held){0};
	out->ask.after = arena_str(&out->mem, ask->after);
	out->ask.before = arena_str(&out->mem, ask->before);
	out->ask.last = ask->last;
	if (p->fetch(p->ctx, &out->mem, &out->ask, &out->rep, e))
		return true;
	arena_clear(&out->mem);
	return false;
}

static bool at_begin(const struct pages *p)
{
	return p->n == 0 || p->v[0].rep.prev.n == 0;
}

static bool at_end(const struct pages *p)
{
	return p->n == 0 || p->v[p->n - 1].rep.next.n == 0;
}

static void know_base(struct pages *p)
{
	if (at_begin(p))
		p->base = 0;
	else if (p->total >= 0 && at_end(p))
		p->base = p->total - p->rows;
}

static void only(struct pages *p, const struct page_held *page)
{
	pages_clear(p);
	p->v[0] = *page;
	p->n = 1;
	p->rows = (int)page->rep.rows.n;
}

static void drop_first(struct pages *p)
{
	int n = (int)p->v[0].rep.rows.n;

	arena_clear(&p->v[0].mem);
	memmove(&p->v[0], &p->v[1], (size_t)(p->n - 1) * sizeof(p->v[0]));
	p->n--;
	p->rows -= n;
	p->cursor -= n;
	p->top -= n;
	if (p->base >= 0)
		p->base += n;
}

static void drop_last(struct pages *p)
{
	p->n--;
	p->rows -= (int)p->v[p->n].rep.rows.n;
	arena_clear(&p->v[p->n].mem);
}

/* One more page behind; an empty one means that what was behind has gone. */
static bool append(struct pages *p, struct err *e)
{
	struct page_ask ask = {.after = p->v[p->n - 1].rep.next};
	struct page_held page;

	if (!fetch(p, &ask, &page, e))
		return false;
	if (page.rep.rows.n == 0) {
		arena_clear(&page.mem);
		p->v[p->n - 1].rep.next.n = 0;
		return true;
	}
	if (p->n == PAGES_HELD)
		drop_first(p);
	p->v[p->n++] = page;
	p->rows += (int)page.rep.rows.n;
	return true;
}

static bool prepend(struct pages *p, struct err *e)
{
	struct page_ask ask = {.before = p->v[0].rep.prev};
	struct page_held page;
	int n;

	if (!fetch(p, &ask, &page, e))
		return false;
	n = (int)page.rep.rows.n;
	if (n == 0) {
		arena_clear(&page.mem);
		p->v[0].rep.prev.n = 0;
		return true;
	}
	if (p->n == PAGES_HELD)
		drop_last(p);
	memmove(&p->v[1], &p->v[0], (size_t)p->n * sizeof(p->v[0]));
	p->v[0] = page;
	p->n++;
	p->rows += n;
	p->cursor += n;
	p->top += n;
	if (p->base >= 0)
		p->base -= n;
	return true;
}

static void into_range(struct pages *p)
{
	int last_top = p->rows > p->height ? p->rows - p->height : 0;

	if (p->cursor >= p->rows)
		p->cursor = p->rows - 1;
	if (p->cursor < 0)
		p->cursor = 0;
	if (p->top > p->cursor)
		p->top = p->cursor;
	if (p->top <= p->cursor - p->height)
		p->top = p->cursor - p->height + 1;
	if (p->top > last_top)
		p->top = last_top;
	if (p->top < 0)
		p->top = 0;
	know_base(p);
}

/* Rows for a whole screen around the cursor, if there are any. */
static bool fill(struct pages *p, struct err *e)
{
	for (int i = 0; i < PAGES_HELD && !at_end(p) && p->rows < p->top + p->height; i++)
		if (!append(p, e))
			return false;
	for (int i = 0; i < PAGES_HELD && !at_begin(p) && p->rows < p->height; i++)
		if (!prepend(p, e))
			return false;
	into_range(p);
	return true;
}

bool pages_first(struct pages *p, struct err *e)
{
	struct page_held page;

	if (!fetch(p, &(struct page_ask){0}, &page, e))
		return false;
	only(p, &page);
	return fill(p, e);
}

static bool last(struct pages *p, struct err *e)
{
	struct page_held page;

	if (!fetch(p, &(struct page_ask){.last = true}, &page, e))
		return false;
	only(p, &page);
	p->base = -1;
	p->cursor = p->top = p->rows;
	return fill(p, e);
}

static int find(const struct page_held *page, struct str ref)
{
	for (size_t i = 0; i < page->rep.rows.n; i++)
		if (str_eq(page->rep.rows.v[i].ref, ref))
			return (int)i;
	return -1;
}

void row_copy(struct arena *a, const struct part_row *from, struct part_row *to)
{
	struct str *texts[] = {&to->ref, &to->type, &to->state, &to->state_label, &to->band,
	    &to->band_mark, &to->title, &to->due, &to->due_text, &to->holder, &to->flag,
	    &to->why};

	*to = *from;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		*texts[i] = arena_str(a, *texts[i]);
	to->cells = (struct strs){0};
	for (size_t i = 0; i < from->cells.n; i++)
		*arena_push(a, &to->cells) = arena_str(a, from->cells.v[i]);
}

bool pages_again(struct pages *p, struct err *e)
{
	const struct part_row *row = pages_row(p, p->cursor);
	struct page_held page;
	int k = 0, before = 0, at, shift = p->cursor - p->top;
	int64_t base;

	if (!row)
		return pages_first(p, e);
	while (p->cursor >= before + (int)p->v[k].rep.rows.n)
		before += (int)p->v[k++].rep.rows.n;
	if (!fetch(p, &p->v[k].ask, &page, e))
		return false;
	at = find(&page, row->ref);
	at = at < 0 ? p->cursor - before : at;
	base = p->base < 0 ? -1 : p->base + before;
	if (page.rep.rows.n == 0) {
		arena_clear(&page.mem);
		return pages_first(p, e);
	}
	only(p, &page);
	p->base = base;
	p->cursor = at;
	p->top = at - shift;
	for (int i = 0; i < PAGES_HELD && p->top < 0 && !at_begin(p); i++)
		if (!prepend(p, e))
			return false;
	return fill(p, e);
}

/* Goes to a row of the window or beyond it, as far as there are rows. */
static bool go(struct pages *p, int to, struct err *e)
{
	while (to >= p->rows && !at_end(p)) {
		int rows = p->rows, cursor = p->cursor;
		if (!append(p, e))
			return false;
		to += p->cursor - cursor; /* the window may have moved */
		if (p->rows == rows && p->cursor == cursor)
			break;
	}
	while (to < 0 && !at_begin(p)) {
		int cursor = p->cursor;
		if (!prepend(p, e))
			return false;
		to += p->cursor - cursor;
	}
	p->cursor = to;
	return true;
}

static bool by_page(struct pages *p, int rows, struct err *e)
{
	int shift = p->cursor - p->top;

	if (!go(p, p->cursor + rows, e))
		return false;
	p->top = p->cursor - shift;
	return fill(p, e);
}

static bool by_row(struct pages *p, int rows, struct err *e)
{
	if (!go(p, p->cursor + rows, e))
		return false;
	into_range(p);
	return fill(p, e);
}

bool pages_move(struct pages *p, enum motion m, int count, struct err *e)
{
	int screen = p->height > 2 ? p->height - 1 : 1,
	    half = p->height > 3 ? p->height / 2 : 1;

	count = count > 0 ? count : 1;
	switch (m) {
	case MOVE_DOWN:
		return by_row(p, count, e);
	case MOVE_UP:
		return by_row(p, -count, e);
	case MOVE_PAGE_DOWN:
		return by_page(p, count * screen, e);
	case MOVE_PAGE_UP:
		return by_page(p, -count * screen, e);
	case MOVE_HALF_DOWN:
		return by_page(p, count * half, e);
	case MOVE_HALF_UP:
		return by_page(p, -count * half, e);
	case MOVE_FIRST:
		return at_begin(p) ? by_row(p, -p->rows, e) : pages_first(p, e);
	case MOVE_LAST:
		return at_end(p) ? by_row(p, p->rows, e) : last(p, e);
	case MOVE_TOP:
		return by_row(p, p->top - p->cursor, e);
	case MOVE_BOTTOM:
		return by_row(p, p->top + p->height - 1 - p->cursor, e);
	}
	return true;
}

/* What was there stays in the memory of its page until that goes. */
bool pages_put(struct pages *p, const struct part_row *row)
{
	for (int k = 0; k < p->n; k++) {
		int i = find(&p->v[k], row->ref);
		if (i < 0)
			continue;
		row_copy(&p->v[k].mem, row, &p->v[k].rep.rows.v[i]);
		return true;
	}
	return false;
}

bool pages_whole(const struct pages *p)
{
	return p->n == 1 && p->v[0].rep.prev.n == 0 && p->v[0].rep.next.n == 0;
}

void pages_layout(struct pages *p, int height)
{
	p->height = height > 0 ? height : 1;
	into_range(p);
}

void pages_count(struct pages *p, int64_t total)
{
	p->total = total;
	know_base(p);
}
