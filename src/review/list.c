/* SPDX-License-Identifier: MIT */
/* Lists, counts and the spelling of expressions. Which rows were sent is logged. */
#include "review/listing.h"

#include "review/body.h"
#include "review/rights.h"
#include "review/why.h"

static struct str printed(struct desk *d, const struct expr *x)
{
	struct buf b = buf_in(d->arena);

	expr_print(&b, x);
	return buf_str(&b);
}

static struct str explained(struct desk *d, const struct expr *x)
{
	struct buf b = buf_in(d->arena);

	expr_explain(&b, x);
	return buf_str(&b);
}

static bool log_rows(
    struct desk *d, const struct listing *l, const struct part_rows *rows, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct strs refs = {0};

	for (size_t i = 0; i < rows->n; i++)
		*arena_push(d->arena, &refs) = rows->v[i].ref;
	if (l->words.n) {
		body_text(d->arena, body, "words", l->words);
		body_list(d->arena, body, "refs", refs);
		return desk_append(d, EVENT_SEARCH_RUN, STR(""), body, NULL, e);
	}
	body_text(d->arena, body, "expr", printed(d, l->page.where));
	body_text(d->arena, body, "order", str_of(order_name(l->page.order)));
	body_list(d->arena, body, "refs", refs);
	return desk_append(d, EVENT_LIST_READ, STR(""), body, NULL, e);
}

void listing_columns(struct arena *a, const struct record_type *t, struct part_columns *out)
{
	for (size_t i = 0; i < t->columns.n; i++)
		*arena_push(a, out) = (struct part_column){.name = t->columns.v[i].name,
		    .label = t->columns.v[i].label,
		    .width = t->columns.v[i].width,
		    .priority = t->columns.v[i].priority};
}

static bool read_page(struct desk *d, const struct me *m, const struct listing *l,
    struct page *page, struct err *e)
{
	if (l->steps.n)
		return steps_page(d, m, l, page, e);
	return record_page(d->rv->store, d->arena, &m->viewer, &l->page, page, e);
}

/* Half as many rows until they fit a message; the cursors go with what is sent. */
static bool fitting_page(struct desk *d, const struct me *m, struct listing *l,
    struct part_rows *rows, struct page *page, struct err *e)
{
	for (;;) {
		*page = (struct page){0};
		*rows = (struct part_rows){0};
		if (!read_page(d, m, l, page, e))
			return false;
		if (view_rows(d, m, l->columns, &page->rows, rows) +
			    why_rows(d, m, l->page.where, &page->rows, rows) <
			VIEW_ROOM ||
		    l->page.limit == 1)
			return true;
		l->page.limit /= 2;
	}
}

bool listing_send(
    struct desk *d, const struct me *m, struct listing *l, struct rep_page *r, struct err *e)
{
	const struct record_type *first = main_type(d->rv->pack);
	struct part_columns columns = {0};
	struct part_rows rows = {0};
	struct page page = {0};

	if (!l->columns)
		l->columns = first;
	if (!fitting_page(d, m, l, &rows, &page, e) || !log_rows(d, l, &rows, e))
		return false;
	*r = (struct rep_page){
	    .next = page.next, .prev = page.prev, .explain = explained(d, l->page.where)};
	r->rows.v = rows.v;
	r->rows.n = rows.n;
	r->rows.cap = rows.cap;
	if (l->columns == first)
		return true;
	listing_columns(d->arena, l->columns, &columns);
	r->columns.v = columns.v;
	r->columns.n = columns.n;
	r->columns.cap = columns.cap;
	return true;
}

bool listing_limit(int64_t asked, struct listing *l, struct err *e)
{
	if (asked < 0 || asked > LISTING_MAX)
		return err_set(e, ERR_USAGE, "limit is 1 to %d rows", LISTING_MAX);
	l->page.limit = asked ? (int)asked : LISTING_USUAL;
	return true;
}

static bool list_order(struct desk *d, struct str name, struct listing *l, struct err *e)
{
	if (!order_of(name, &l->page.order))
		return err_set(e, ERR_USAGE,
		    "'%.*s' is not an order; expected rank, ref, due, opened or received",
		    STR_ARG(name));
	l->page.received =
	    (l->columns && l->columns->name.n ? l->columns : main_type(d->rv->pack))->received;
	if (l->page.order == ORDER_RECEIVED && l->page.received.n == 0)
		return err_set(
		    e, ERR_USAGE, "the pack says of no field when a record was received");
	return true;
}

bool review_list(struct desk *d, const struct req_list *q, struct rep_page *r, struct err *e)
{
	struct listing l = {
	    .page = {.after = q->after, .before = q->before, .last = q->last, .now = d->now}};
	struct me m;

	if (!desk_need(d, RIGHT_CASES, &m, e) || !desk_writable(d, e) || !desk_reread(d, e) ||
	    !listing_limit(q->limit, &l, e) || !desk_where(d, &m, q->expr, &l.page.where, e))
		return false;
	l.columns = listing_type(d->arena, d->rv->pack, l.page.where);
	if (!list_order(d, q->order, &l, e) || !listing_send(d, &m, &l, r, e))
		return false;
	if (r->rows.n || q->after.n || q->before.n)
		return true;
	return list_hint(d, &m, &l, &r->hint, e);
}

bool review_count(struct desk *d, const struct req_count *q, struct rep_count *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	const struct expr *where;
	struct me m;

	*r = (struct rep_count){0};
	if (!desk_need(d, RIGHT_CASES, &m, e) || !desk_writable(d, e) || !desk_reread(d, e) ||
	    !desk_where(d, &m, q->expr, &where, e) ||
	    !record_count(d->rv->store, d->arena, &m.viewer, where, d->now, &r->count, e))
		return false;
	r->explain = explained(d, where);
	body_text(d->arena, body, "expr", printed(d, where));
	body_int(d->arena, body, "count", r->count);
	return desk_append(d, EVENT_COUNT_READ, STR(""), body, NULL, e);
}

/* The pack's own words alone, so any account may ask. */
bool review_explain(
    struct desk *d, const struct req_explain *q, struct rep_sentence *r, struct err *e)
{
	const struct expr *where;
	struct me m;

	if (!desk_me(d, &m, e) || !(q->search ? desk_search(d, &m, q->expr, &where, e)
					      : desk_where(d, &m, q->expr, &where, e)))
		return false;
	r->text = explained(d, where);
	return true;
}
