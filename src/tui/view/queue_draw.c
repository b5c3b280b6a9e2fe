/* SPDX-License-Identifier: MIT */
/* Drawing the list of cases, and choosing its columns. */
#include "lookback/base/similar.h"
#include "lookback/base/utf8.h"
#include "tui/view/queue.h"
#include "tui/words.h"

static bool is_band(const struct part_column *c)
{
	return str_is(c->name, "band");
}

/* A band is shown as its mark and its word. */
static int wanted(const struct part_column *c)
{
	int width = c->width > 0 && c->width < 200 ? (int)c->width : 10;

	return is_band(c) && width < 8 ? 8 : width;
}

static int taken(const struct queue_heads *h, int64_t upto)
{
	int sum = 0;

	for (size_t i = 0; i < h->n; i++)
		if (h->v[i].priority <= upto)
			sum += wanted(&h->v[i]) + 1;
	return sum;
}

/* The highest priority number that still fits; the most important always stays. */
static int64_t last_priority(const struct queue_heads *h, int cols)
{
	int64_t best = INT64_MAX, least = INT64_MAX;

	for (size_t i = 0; i < h->n; i++)
		if (h->v[i].priority < least)
			least = h->v[i].priority;
	while (best > least && taken(h, best) > cols) {
		int64_t next = least;
		for (size_t i = 0; i < h->n; i++)
			if (h->v[i].priority < best && h->v[i].priority > next)
				next = h->v[i].priority;
		best = next;
	}
	return best;
}

struct queue_heads queue_heads(const struct queue *q, const struct rep_welcome *w)
{
	const struct rep_page *page = q->pages.n ? &q->pages.v[0].rep : NULL;

	if (page && page->columns.n)
		return (struct queue_heads){page->columns.v, page->columns.n};
	return (struct queue_heads){w->columns.v, w->columns.n};
}

void queue_columns(struct queue *q, const struct rep_welcome *w, int cols)
{
	int room = cols - QUEUE_FLAGS, x = QUEUE_FLAGS, widest = 0;
	struct queue_heads h = queue_heads(q, w);
	int64_t upto = last_priority(&h, room);

	q->ncolumns = 0;
	for (size_t i = 0; i < h.n && q->ncolumns < QUEUE_COLUMNS; i++) {
		struct queue_column *c = &q->columns[q->ncolumns];
		if (h.v[i].priority > upto)
			continue;
		*c = (struct queue_column){(int)i, 0, wanted(&h.v[i])};
		if (c->width > q->columns[widest].width)
			widest = q->ncolumns;
		room -= c->width + 1;
		q->ncolumns++;
	}
	if (q->ncolumns && room > 0)
		q->columns[widest].width += room;
	for (int i = 0; i < q->ncolumns; i++) {
		q->columns[i].x = x;
		x += q->columns[i].width + 1;
	}
}

static void draw_above(const struct view *v, struct canvas *c)
{
	const struct queue *q = v->state;
	struct arena *a = &v->app->frame;
	struct str what = pages_explain(&q->pages), left, right;

	if (q->words.n)
		left = arena_printf(a, "Search: %.*s", STR_ARG(what.n ? what : q->words));
	else if (q->expr.n)
		left = arena_printf(a, "%s: %.*s", q->view.n ? "View" : "Filter",
		    STR_ARG(what.n ? what : q->expr));
	else
		left = STR("All cases");
	right = q->words.n ? (struct str){0} : arena_printf(a, "by %s", q->order);
	if (q->marks.n)
		right = arena_printf(a, "%zu marked  %.*s", q->marks.n, STR_ARG(right));
	canvas_put(c, v->rect.y, 1, v->rect.cols - utf8_columns(right) - 4, ROLE_DIM, left);
	canvas_put(c, v->rect.y, v->rect.cols - utf8_columns(right) - 1, v->rect.cols, ROLE_DIM,
	    right);
}

static void draw_headings(const struct view *v, struct canvas *c)
{
	const struct queue *q = v->state;
	struct queue_heads heads = queue_heads(q, v->app->welcome);
	int y = v->rect.y + 1;

	canvas_fill(c, (struct rect){y, 0, 1, v->rect.cols}, ROLE_COLUMN);
	for (int i = 0; i < q->ncolumns; i++) {
		const struct queue_column *col = &q->columns[i];
		const struct part_column *pc = &heads.v[col->index];
		canvas_put(
		    c, y, col->x, col->width, ROLE_COLUMN, pc->label.n ? pc->label : pc->name);
	}
}

/* marked +, mine * or held #, late !, changed by an import ~ */
static void draw_flags(
    const struct queue *q, struct canvas *c, int y, const struct part_row *row)
{
	if (queue_marked(q, row->ref))
		canvas_puts(c, y, 1, ROLE_CHOSEN, "+");
	if (row->mine)
		canvas_puts(c, y, 2, ROLE_STRONG, "*");
	else if (row->holder.n)
		canvas_puts(c, y, 2, ROLE_DIM, "#");
	if (row->late)
		canvas_puts(c, y, 3, ROLE_LATE, "!");
	if (row->flag.n)
		canvas_puts(c, y, 4, ROLE_CAUTION, "~");
}

enum found { NOT_FOUND, LIKE, EXACT };

static enum found found_as(const struct strs *found, const struct word *have)
{
	struct str text = {have->text, have->n};
	enum found best = NOT_FOUND;
	struct word want;

	for (size_t i = 0; i < found->n; i++)
		for (size_t at = 0; words_next(found->v[i], &at, &want);) {
			if (str_eq(text, (struct str){want.text, want.n}))
				return EXACT;
			if (similar_words(text, (struct str){want.text, want.n}))
				best = LIKE;
		}
	return best;
}

/* Words that were asked for are marked; one that is only like it has a ~ before it. */
static void draw_found(
    const struct strs *found, struct canvas *c, int y, struct rect r, struct str cell)
{
	struct word w;

	if (!cell.p)
		return;
	for (size_t at = 0; found->n && words_next(cell, &at, &w);) {
		int x = utf8_columns((struct str){cell.p, w.from});
		int wide = utf8_columns((struct str){cell.p + w.from, w.to - w.from});
		enum found as = found_as(found, &w);
		if (as == NOT_FOUND || x + wide > r.cols)
			continue;
		canvas_paint(c, y, r.x + x, wide, ROLE_MATCH);
		if (as == LIKE && (w.from == 0 || cell.p[w.from - 1] == ' '))
			canvas_puts(c, y, r.x + x - 1, ROLE_MATCH, "~");
	}
}

/* Where they stand in the row of the cursor, also when no column shows it. */
static void draw_why(const struct view *v, struct canvas *c)
{
	const struct queue *q = v->state;
	const struct part_row *row = pages_row(&q->pages, q->pages.cursor);
	int y = v->rect.y + v->rect.rows - 1;

	if (!q->says_why || !row)
		return;
	canvas_puts(c, y, 1, ROLE_DIM, "Found in");
	canvas_put(c, y, 10, v->rect.cols - 11, ROLE_TEXT, row->why);
}

static void draw_cell(struct canvas *c, int y, const struct queue_column *col,
    const struct part_column *pc, const struct part_row *row, const struct strs *found)
{
	struct str cell =
	    (size_t)col->index < row->cells.n ? row->cells.v[col->index] : (struct str){0};
	int x = col->x, width = col->width;
	int64_t number;

	if (is_band(pc)) {
		enum role role = words_band_role(row->band_mark);
		if (row->band_mark.n)
			canvas_put(c, y, x, 1, role, row->band_mark);
		canvas_put(c, y, x + 2, width - 2, role, cell);
		return;
	}
	if (str_int(cell, &number) && (int)cell.n < width && cell.n < 10) {
		x += width - (int)cell.n; /* numbers stand on the right */
		width = (int)cell.n;
	}
	canvas_put(
	    c, y, x, width, row->late && str_is(pc->name, "due") ? ROLE_LATE : ROLE_TEXT, cell);
	draw_found(found, c, y, (struct rect){y, x, 1, width}, cell);
}

/* Dimmed in its place, and in words: nothing moves under the hand. */
static void draw_left(const struct view *v, struct canvas *c, int y, const struct part_row *row)
{
	struct str word =
	    app_keys(v->app, c->arena, CTX_QUEUE, " left this list, {reload} shows it anew");
	int x = v->rect.cols - (int)word.n - 1;

	canvas_put(c, y, QUEUE_FLAGS, x - QUEUE_FLAGS - 1, ROLE_DIM,
	    row->title.n
		? arena_printf(c->arena, "%.*s  %.*s", STR_ARG(row->ref), STR_ARG(row->title))
		: row->ref);
	canvas_put(c, y, x, v->rect.cols - x, ROLE_DIM, word);
}

static void draw_empty(const struct view *v, struct canvas *c)
{
	const struct queue *q = v->state;
	struct str hint = pages_hint(&q->pages);
	int y = v->rect.y + 3;

	if (hint.n)
		canvas_put(c, y + 1, 2, v->rect.cols - 3, ROLE_TEXT,
		    arena_printf(
			c->arena, "Did you mean %.*s? That is spelt like it.", STR_ARG(hint)));
	canvas_put(c, y, 2, v->rect.cols - 2, ROLE_TEXT,
	    app_keys(v->app, c->arena, CTX_QUEUE,
		q->words.n ? "Nothing is found, nor is a name like it. {search} searches again."
		: q->expr.n ? "Nothing matches. {filter} changes the filter."
			    : "There are no cases that you may see. An import brings them."));
	canvas_focus(c, y, 0);
	canvas_cursor(c, y, 0);
}

void queue_draw(const struct view *v, struct canvas *c)
{
	const struct queue *q = v->state;
	const struct pages *p = &q->pages;
	struct queue_heads heads = queue_heads(q, v->app->welcome);
	int y = v->rect.y + 2;

	draw_above(v, c);
	draw_headings(v, c);
	for (int i = 0; i < p->height && p->top + i < p->rows; i++) {
		const struct part_row *row = pages_row(p, p->top + i);
		if (str_has(q->left, row->ref)) {
			draw_left(v, c, y + i, row);
			continue;
		}
		draw_flags(q, c, y + i, row);
		for (int k = 0; k < q->ncolumns; k++)
			draw_cell(c, y + i, &q->columns[k], &heads.v[q->columns[k].index], row,
			    &q->found);
	}
	if (p->rows == 0) {
		draw_empty(v, c);
		return;
	}
	draw_why(v, c);
	canvas_select(c, y + p->cursor - p->top, 0, v->rect.cols);
	canvas_cursor(c, y + p->cursor - p->top, 0);
}
