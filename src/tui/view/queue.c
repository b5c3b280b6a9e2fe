/* SPDX-License-Identifier: MIT */
/*
 * The list of cases. Shows: cases that match an expression or hold words, by rank.
 * Rows from: list or search, page by page; count once after the first page.
 * Actions: filter, order, view, mark, choose. Opens: a case.
 */
#include "tui/view/queue.h"

#include <string.h>

#include "tui/marks.h"
#include "tui/words.h"

static const char *const orders[] = {"rank", "ref", "due", "opened", "received"};
enum { ORDERS = sizeof(orders) / sizeof(orders[0]) };

static bool fetch(
    void *ctx, struct arena *a, const struct page_ask *ask, struct rep_page *out, struct err *e)
{
	const struct view *v = ctx;
	const struct queue *q = v->state;
	struct req_search s = {
	    .words = q->words, .after = ask->after, .before = ask->before, .last = ask->last};
	struct req_list l = {.expr = q->expr,
	    .order = str_of(q->order),
	    .after = ask->after,
	    .before = ask->before,
	    .last = ask->last};

	if (q->words.n)
		return call_search(&v->app->service, a, &s, out, e);
	return call_list(&v->app->service, a, &l, out, e);
}

/* In the list, and in the case that is opened from it. */
static void look_for(struct view *v)
{
	struct queue *q = v->state;
	struct str typed = q->words.n ? q->words : q->expr;

	app_look_for(v->app, typed);
	q->found = (struct strs){0};
	marks_phrases(&v->life, typed, &q->found);
	q->says_why = q->words.n || (typed.n && memchr(typed.p, '~', typed.n));
}

static bool set(struct view *v, const void *with, struct err *e)
{
	const struct queue_how *how = with;
	struct queue *q = v->state;

	(void)e;
	q->expr = arena_str(&v->life, how->expr);
	q->words = arena_str(&v->life, how->words);
	q->order = orders[0];
	look_for(v);
	pages_init(&q->pages, fetch, v);
	q->pages.height = app_room(v->app) - 2 - q->says_why;
	return true;
}

bool queue_open(struct app *app, const struct queue_how *how, struct err *e)
{
	return app_push(app, &queue_ops, set, how, e) != NULL;
}

static bool load(struct view *v, struct err *e)
{
	struct queue *q = v->state;

	q->counted = false;
	q->left.n = q->came.n = 0;
	return pages_again(&q->pages, e);
}

/* Shows something else in the same view; the old rows stay when it fails. */
static enum outcome show(
    struct view *v, struct str expr, struct str words, const char *order, struct err *e)
{
	struct queue *q = v->state, was = *q;

	q->expr = arena_str(&v->life, expr);
	q->words = arena_str(&v->life, words);
	q->order = order;
	q->view = (struct str){0};
	if (!pages_first(&q->pages, e)) {
		q->expr = was.expr;
		q->words = was.words;
		q->order = was.order;
		q->view = was.view;
		return OUTCOME_FAILED;
	}
	look_for(v);
	q->left.n = q->came.n = 0;
	q->pages.cursor = q->pages.top = 0;
	q->pages.total = -1;
	q->counted = false;
	return OUTCOME_DONE;
}

/* Asked for by its key, the present filter is offered; the prompt runs `list`, which
 * takes an empty one. */
static enum outcome act_filter(struct view *v, const struct command *c, struct err *e)
{
	const struct queue *q = v->state;

	if (c->arg.n == 0)
		return prompt_open(v->app, ACT_LIST, q->expr, e) ? OUTCOME_DONE
								 : OUTCOME_FAILED;
	return show(v, c->arg, (struct str){0}, q->order, e);
}

static enum outcome act_list(struct view *v, const struct command *c, struct err *e)
{
	const struct queue *q = v->state;

	return show(v, c->arg, (struct str){0}, q->order, e);
}

static enum outcome act_search(struct view *v, const struct command *c, struct err *e)
{
	const struct queue *q = v->state;

	if (c->arg.n == 0)
		return OUTCOME_IGNORED;
	return show(v, (struct str){0}, c->arg, q->order, e);
}

static enum outcome act_order(struct view *v, const struct command *c, struct err *e)
{
	const struct queue *q = v->state;
	size_t now = 0;

	if (q->words.n) {
		err_set(e, ERR_USAGE, "what a search finds has an order of its own");
		return OUTCOME_FAILED;
	}
	for (size_t i = 0; i < ORDERS; i++) {
		if (str_is(c->arg, orders[i]))
			return show(v, q->expr, (struct str){0}, orders[i], e);
		if (q->order == orders[i])
			now = i;
	}
	if (c->arg.n == 0)
		return show(v, q->expr, (struct str){0}, orders[(now + 1) % ORDERS], e);
	err_set(e, ERR_USAGE, "no order '%.*s'; there are rank, ref, due, opened and received",
	    STR_ARG(c->arg));
	return OUTCOME_FAILED;
}

bool queue_show(struct view *v, struct str expr, struct str order, struct err *e)
{
	struct queue *q = v->state;
	const char *in = q->order;

	for (size_t i = 0; i < ORDERS; i++)
		if (str_is(order, orders[i]))
			in = orders[i];
	return show(v, expr, (struct str){0}, in, e) == OUTCOME_DONE;
}

bool queue_marked(const struct queue *q, struct str ref)
{
	return str_has(q->marks, ref);
}

static enum outcome act_mark(struct view *v, const struct command *c, struct err *e)
{
	struct queue *q = v->state;
	const struct part_row *row = pages_row(&q->pages, q->pages.cursor);

	(void)c;
	if (!row) {
		app_say(v->app, "there is nothing to mark: this list is empty");
		return OUTCOME_DONE;
	}
	if (!queue_marked(q, row->ref)) {
		*arena_push(&v->life, &q->marks) = arena_str(&v->life, row->ref);
	} else {
		for (size_t i = 0; i < q->marks.n; i++)
			if (str_eq(q->marks.v[i], row->ref))
				q->marks.v[i] = q->marks.v[--q->marks.n];
	}
	return pages_move(&q->pages, MOVE_DOWN, 1, e) ? OUTCOME_DONE : OUTCOME_FAILED;
}

static enum outcome act_unmark(struct view *v, const struct command *c, struct err *e)
{
	struct queue *q = v->state;

	(void)c, (void)e;
	q->marks.n = 0;
	return OUTCOME_DONE;
}

static enum outcome act_choose(struct view *v, const struct command *c, struct err *e)
{
	const struct queue *q = v->state;
	const struct part_row *row = pages_row(&q->pages, q->pages.cursor);
	struct err why = {0};

	(void)c;
	if (!row) {
		err_set(&why, ERR_USAGE, "%.*s",
		    STR_ARG(app_keys(v->app, &v->app->frame, CTX_QUEUE,
			"there is no case here; {filter} changes the filter")));
		*e = why;
		return OUTCOME_FAILED;
	}
	if (v->app->welcome->reason_to_open && !row->mine)
		return prompt_for(v->app, "Why do you open this case",
			   arena_printf(&v->app->frame, "open %.*s ", STR_ARG(row->ref)), e)
			   ? OUTCOME_DONE
			   : OUTCOME_FAILED;
	return record_open(v->app, row->ref, (struct str){0}, e) ? OUTCOME_DONE
								 : OUTCOME_FAILED;
}

static bool move(struct view *v, enum motion m, int count, struct err *e)
{
	struct queue *q = v->state;

	return pages_move(&q->pages, m, count, e);
}

static void layout(struct view *v)
{
	struct queue *q = v->state;

	pages_layout(&q->pages, v->rect.rows - 2 - q->says_why);
	queue_columns(q, v->app->welcome, v->rect.cols);
}

/* The count comes after the page is on the screen; what a search finds is counted only when
 * all of it is there. */
static bool later(struct view *v)
{
	struct queue *q = v->state;
	struct req_count ask = {.expr = q->expr};
	struct rep_count r;
	struct err e = {0};

	if (q->counted)
		return false;
	q->counted = true;
	if (q->words.n && pages_whole(&q->pages))
		pages_count(&q->pages, q->pages.rows);
	if (q->words.n)
		return q->pages.total >= 0;
	if (!call_count(&v->app->service, &v->frame, &ask, &r, &e))
		return false;
	pages_count(&q->pages, r.count);
	return true;
}

static void status(const struct view *v, struct status *s)
{
	const struct queue *q = v->state;
	const struct pages *p = &q->pages;
	struct arena *a = &v->app->frame;

	s->view = q->view.n    ? arena_printf(a, "View %.*s", STR_ARG(q->view))
		  : q->words.n ? STR("Search")
		  : q->expr.n  ? STR("Cases, filtered")
			       : STR("Cases");
	if (p->rows == 0)
		s->place = STR("0");
	else if (v->app->calm) /* nothing that ticks on a slow line */
		s->place = p->total >= 0 ? words_count(a, p->total) : (struct str){0};
	else if (p->base >= 0 && p->total >= 0)
		s->place = arena_printf(a, "%.*s/%.*s",
		    STR_ARG(words_count(a, p->base + p->cursor + 1)),
		    STR_ARG(words_count(a, p->total)));
	else if (p->base >= 0)
		s->place = words_count(a, p->base + p->cursor + 1);
}

static void offer(const struct view *v, struct arena *a, enum argument arg, struct strs *out)
{
	const struct queue *q = v->state;

	if (arg == ARG_ORDER)
		for (size_t i = 0; i < ORDERS; i++)
			*arena_push(a, out) = str_of(orders[i]);
	if (arg == ARG_REF || arg == ARG_REFLOG)
		for (int i = 0; i < q->pages.rows; i++)
			*arena_push(a, out) = pages_row(&q->pages, i)->ref;
}

static void refs(const struct view *v, struct arena *a, struct strs *out)
{
	const struct queue *q = v->state;
	const struct part_row *row = pages_row(&q->pages, q->pages.cursor);

	for (size_t i = 0; i < q->marks.n; i++)
		*arena_push(a, out) = q->marks.v[i];
	if (q->marks.n == 0 && row)
		*arena_push(a, out) = row->ref;
}

static void watch(const struct view *v, struct arena *a, struct req_changes *r)
{
	const struct queue *q = v->state;

	r->rows = true;
	r->expr = q->expr;
	r->whole = q->words.n == 0 && pages_whole(&q->pages);
	for (int i = 0; i < q->pages.rows; i++)
		*arena_push(a, &r->refs) = pages_row(&q->pages, i)->ref;
}

static void forget(struct strs *list, struct str ref)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_eq(list->v[i], ref))
			list->v[i] = list->v[--list->n];
}

/* Where they would stand is not known before the list is loaded: each is told of once. */
static bool tell_came(struct view *v, const struct strs *came)
{
	struct queue *q = v->state;
	struct str first = {0};
	size_t n = 0;

	for (size_t i = 0; i < came->n; i++) {
		if (str_has(q->came, came->v[i]))
			continue;
		*arena_push(&v->life, &q->came) = arena_str(&v->life, came->v[i]);
		if (n++ == 0)
			first = came->v[i];
	}
	if (n == 0)
		return false;
	if (n == 1)
		app_say(v->app, "New in this list: %.*s; R shows it", STR_ARG(first));
	else
		app_say(v->app, "%zu new in this list, the first %.*s; R shows them", n,
		    STR_ARG(first));
	v->app->live = true;
	return true;
}

/* Rows stay where they are, whatever the order would be now. */
static enum heard hear(struct view *v, const struct rep_changes *r)
{
	struct queue *q = v->state;
	bool shown = false;

	for (size_t i = 0; i < r->rows.n; i++) {
		forget(&q->left, r->rows.v[i].ref);
		shown |= pages_put(&q->pages, &r->rows.v[i]);
	}
	for (size_t i = 0; i < r->left.n; i++)
		if (!str_has(q->left, r->left.v[i])) {
			*arena_push(&v->life, &q->left) = arena_str(&v->life, r->left.v[i]);
			shown = true;
		}
	return tell_came(v, &r->came) || shown ? HEARD_SHOWN : HEARD_NOTHING;
}

static void closed(struct view *v)
{
	struct queue *q = v->state;

	pages_clear(&q->pages);
}

static const struct act acts[] = {
    {ACT_FILTER, act_filter},
    {ACT_LIST, act_list},
    {ACT_SEARCH, act_search},
    {ACT_ORDER, act_order},
    {ACT_VIEW, queue_view},
    {ACT_VIEW_SAVE, queue_view_save},
    {ACT_VIEW_RENAME, queue_view_rename},
    {ACT_VIEW_DROP, queue_view_drop},
    {ACT_VIEW_SHARE, queue_view_share},
    {ACT_MARK, act_mark},
    {ACT_UNMARK, act_unmark},
    {ACT_CHOOSE, act_choose},
    {ACT_NONE, NULL},
};
const struct view_ops queue_ops = {
    .name = "queue",
    .context = CTX_QUEUE,
    .state = sizeof(struct queue),
    .acts = acts,
    .load = load,
    .layout = layout,
    .draw = queue_draw,
    .move = move,
    .status = status,
    .later = later,
    .offer = offer,
    .refs = refs,
    .watch = watch,
    .hear = hear,
    .closed = closed,
};
