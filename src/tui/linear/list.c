/* SPDX-License-Identifier: MIT */
/* The start screen and lists, as numbered lines. */
#include <string.h>

#include "tui/linear/linear.h"
#include "tui/words.h"

static const char *const orders[] = {"rank", "ref", "due", "opened", "received"};
enum { ORDERS = sizeof(orders) / sizeof(orders[0]) };

static void also(struct buf *b, struct str text)
{
	if (text.n)
		buf_printf(b, "%s%.*s", b->n ? ", " : "", STR_ARG(text));
}

/* One row as a sentence; what is a sign on a screen is a word here. */
void lines_row(struct lines *l, int64_t number, const struct part_row *r, bool marked)
{
	struct buf b = buf_in(&l->frame);

	also(&b, r->ref);
	if (r->band.n)
		also(&b, words_band(&l->frame, r->band_mark, r->band));
	also(&b, r->state_label.n ? r->state_label : r->state);
	also(&b, r->due_text);
	if (r->mine)
		also(&b, STR("held by you"));
	else if (r->holder.n)
		also(&b, arena_printf(&l->frame, "held by %.*s", STR_ARG(r->holder)));
	if (r->flag.n)
		also(&b, str_is(r->flag, "changed_by_import") ? STR("changed by an import")
							      : r->flag);
	if (marked)
		also(&b, STR("marked"));
	lines_say(
	    l, "%lld. %.*s: %.*s", (long long)number, STR_ARG(buf_str(&b)), STR_ARG(r->title));
}

/* ---- the start screen ---- */
static void say_who(struct lines *l)
{
	const struct rep_welcome *w = l->welcome;

	lines_say(l, "%.*s. You are %.*s (%.*s): %.*s", STR_ARG(w->title),
	    STR_ARG(w->full.n ? w->full : w->user), STR_ARG(w->user),
	    STR_ARG(words_list(&l->frame, w->roles, ", ")));
	if (w->training)
		lines_say(l, "Training: nothing here is real.");
	if (w->marking.n)
		lines_say(l, "Marking: %.*s", STR_ARG(w->marking));
	if (w->handling.n)
		lines_say(l, "%.*s", STR_ARG(w->handling));
	if (w->damage.n)
		lines_say(l, "The database is damaged: %.*s Call the administrator.",
		    STR_ARG(w->damage));
	if (l->read_only)
		lines_say(l, "Only to read: nothing can be changed from here.");
}

static void say_work(struct lines *l, const struct rep_home *h)
{
	struct arena *a = &l->frame;
	int64_t n = 0;

	lines_say(
	    l, "%s", h->mine.n ? "My work:" : "You hold nothing. n brings the next case.");
	for (size_t i = 0; i < h->mine.n; i++)
		lines_row(l, ++n, &h->mine.v[i], false);
	if (h->queues.n)
		lines_say(l, "What waits for me:");
	for (size_t i = 0; i < h->queues.n; i++) {
		const struct part_queue *q = &h->queues.v[i];
		lines_say(l, "%lld. %.*s: %.*s waiting, %.*s late, %.*s held%s%.*s",
		    (long long)++n, STR_ARG(q->label.n ? q->label : q->queue),
		    STR_ARG(words_count(a, q->waiting)), STR_ARG(words_count(a, q->late)),
		    STR_ARG(words_count(a, q->held)), q->bands.n ? "; " : "",
		    STR_ARG(words_list(a, q->bands, ", ")));
	}
}

static void say_review(struct lines *l, const struct rep_home *h)
{
	struct arena *a = &l->frame;

	lines_say(l,
	    "The whole review: %.*s in all, %.*s done, %.*s late, %.*s put aside, %.*s never "
	    "opened.",
	    STR_ARG(words_count(a, h->total)), STR_ARG(words_count(a, h->done)),
	    STR_ARG(words_count(a, h->late)), STR_ARG(words_count(a, h->deferred)),
	    STR_ARG(words_count(a, h->unopened)));
	for (size_t i = 0; i < h->states.n; i++)
		if (h->states.v[i].n)
			lines_say(l, "%.*s: %.*s",
			    STR_ARG(h->states.v[i].label.n ? h->states.v[i].label
							   : h->states.v[i].state),
			    STR_ARG(words_count(a, h->states.v[i].n)));
}

bool lines_home(struct lines *l, bool reload, struct err *e)
{
	struct lines_start *s = &l->start;
	struct arena fresh = {0};
	struct req_home q = {0};
	struct rep_home home = {0};

	if (!call_home(&l->service, &fresh, &q, &home, e)) {
		arena_clear(&fresh);
		return false;
	}
	arena_clear(&s->mem);
	s->mem = fresh;
	s->home = home;
	s->at = -1;
	if (reload) /* figures are only good fresh; who one is stays */
		say_who(l);
	lines_say(l, "%lld decided today.", (long long)home.today);
	if (home.alerts > 0)
		lines_say(
		    l, "%lld alerts wait for you; alerts shows them.", (long long)home.alerts);
	if (str_has(l->welcome->rights, STR("take")) || home.mine.n)
		say_work(l, &home);
	if (str_has(l->welcome->rights, STR("read")))
		say_review(l, &home);
	else
		lines_say(l, "Your role sees no case data; help says what it may do.");
	return true;
}

bool lines_home_number(struct lines *l, int64_t n, struct err *e)
{
	const struct rep_home *h = &l->start.home;
	size_t at = (size_t)n - 1;

	if (n < 1 || at >= h->mine.n + h->queues.n)
		return err_set(e, ERR_USAGE, "there is no number %lld here", (long long)n);
	if (at < h->mine.n)
		return lines_open(l, h->mine.v[at].ref, (struct str){0}, e);
	return lines_list_open(l,
	    arena_printf(&l->frame, "queue:%.*s", STR_ARG(h->queues.v[at - h->mine.n].queue)),
	    (struct str){0}, e);
}

/* ---- lists ---- */
static void say_page(struct lines *l)
{
	const struct lines_list *s = &l->list;
	const struct rep_page *p = &s->page;

	if (p->explain.n)
		lines_say(l, "Cases: %.*s", STR_ARG(p->explain));
	if (s->total >= 0)
		lines_say(l, "%.*s in all, by %s.", STR_ARG(words_count(&l->frame, s->total)),
		    s->order);
	if (p->rows.n == 0)
		lines_say(l, "There are none. filter shows others.");
	if (p->rows.n == 0 && p->hint.n)
		lines_say(l, "Did you mean %.*s? That is spelt like it.", STR_ARG(p->hint));
	for (size_t i = 0; i < p->rows.n; i++)
		lines_row(l, s->base + (int64_t)i + 1, &p->rows.v[i],
		    str_has(s->marks, p->rows.v[i].ref));
	if (p->next.n)
		lines_say(l, "An empty line shows more%s.",
		    p->prev.n ? ", a minus what was before" : "");
	else if (p->rows.n)
		lines_say(l, "That is the end.");
}

enum turn { TURN_FIRST, TURN_NEXT, TURN_PREV, TURN_LAST };

static bool ask_page(
    struct lines *l, enum turn turn, struct arena *a, struct rep_page *out, struct err *e)
{
	const struct lines_list *s = &l->list;
	struct str after = turn == TURN_NEXT ? s->page.next : (struct str){0};
	struct str before = turn == TURN_PREV ? s->page.prev : (struct str){0};
	struct req_search w = {.words = s->words,
	    .after = after,
	    .before = before,
	    .last = turn == TURN_LAST,
	    .limit = LINES_PAGE};
	struct req_list q = {.expr = s->expr,
	    .order = str_of(s->order),
	    .after = after,
	    .before = before,
	    .last = turn == TURN_LAST,
	    .limit = LINES_PAGE};

	if (s->words.n)
		return call_search(&l->service, a, &w, out, e);
	return call_list(&l->service, a, &q, out, e);
}

/* Numbers go on from page to page as long as one knows where one is. */
static int64_t base_of(const struct lines_list *s, enum turn turn, const struct rep_page *fresh)
{
	int64_t was = (int64_t)s->page.rows.n, now = (int64_t)fresh->rows.n;

	switch (turn) {
	case TURN_NEXT:
		return s->base + was;
	case TURN_PREV:
		return s->base > now && fresh->prev.n ? s->base - now : 0;
	case TURN_LAST:
		return s->total > now ? s->total - now : 0;
	case TURN_FIRST:
		break;
	}
	return 0;
}

static bool turn_to(struct lines *l, enum turn turn, struct err *e)
{
	struct lines_list *s = &l->list;
	struct arena fresh = {0};
	struct rep_page page = {0};

	if (!ask_page(l, turn, &fresh, &page, e)) {
		arena_clear(&fresh);
		return false;
	}
	s->base = base_of(s, turn, &page);
	arena_clear(&s->mem);
	s->mem = fresh;
	s->page = page;
	s->at = -1;
	say_page(l);
	return true;
}

static void count(struct lines *l)
{
	struct req_count q = {.expr = l->list.expr};
	struct rep_count r;
	struct err e = {0};

	l->list.total = -1;
	if (l->list.words.n == 0 && call_count(&l->service, &l->frame, &q, &r, &e))
		l->list.total = r.count;
}

static bool show(
    struct lines *l, struct str expr, struct str words, const char *order, struct err *e)
{
	struct lines_list *s = &l->list, was = *s;
	struct arena old = s->life;

	s->life = (struct arena){0};
	s->expr = arena_str(&s->life, expr);
	s->words = arena_str(&s->life, words);
	s->order = order;
	s->view = (struct str){0};
	count(l);
	if (!turn_to(l, TURN_FIRST, e)) {
		arena_clear(&s->life);
		*s = was;
		return false;
	}
	s->marks = (struct strs){0};
	arena_clear(&old);
	lines_go(l, PLACE_LIST);
	return true;
}

bool lines_list_open(struct lines *l, struct str expr, struct str words, struct err *e)
{
	bool here = lines_place(l) == PLACE_LIST && l->list.order;

	return show(l, expr, words, here ? l->list.order : orders[0], e);
}

/* The page at hand is asked for again from its beginning. */
bool lines_list_again(struct lines *l, bool reload, struct err *e)
{
	if (!reload) {
		say_page(l);
		return true;
	}
	return turn_to(l, TURN_FIRST, e);
}

bool lines_list_turn(struct lines *l, bool back, struct err *e)
{
	const struct rep_page *p = &l->list.page;

	if (back ? p->prev.n == 0 : p->next.n == 0)
		return err_set(
		    e, ERR_NO, back ? "this is the beginning" : "this is the end of the list");
	return turn_to(l, back ? TURN_PREV : TURN_NEXT, e);
}

bool lines_list_end(struct lines *l, bool last, struct err *e)
{
	return turn_to(l, last ? TURN_LAST : TURN_FIRST, e);
}

static const struct part_row *row_at(const struct lines *l)
{
	const struct rep_page *p = &l->list.page;

	return l->list.at >= 0 && (size_t)l->list.at < p->rows.n ? &p->rows.v[l->list.at]
								 : NULL;
}

/* Opening what one does not hold may have to be explained. */
static bool open_row(struct lines *l, const struct part_row *r, struct err *e)
{
	if (!l->welcome->reason_to_open || r->mine)
		return lines_open(l, r->ref, (struct str){0}, e);
	lines_ask(l, STR("Why do you open this case"),
	    arena_printf(&l->frame, "open %.*s ", STR_ARG(r->ref)));
	return true;
}

bool lines_list_number(struct lines *l, int64_t n, struct err *e)
{
	int64_t at = n - l->list.base - 1;

	if (at < 0 || at >= (int64_t)l->list.page.rows.n)
		return err_set(
		    e, ERR_USAGE, "there is no number %lld on this page", (long long)n);
	l->list.at = (int)at;
	return open_row(l, row_at(l), e);
}

bool lines_meant(struct lines *l, struct strs *refs, struct err *e)
{
	const struct lines_start *s = &l->start;
	struct str one = {0};

	switch (lines_place(l)) {
	case PLACE_START:
		if (s->at >= 0 && (size_t)s->at < s->home.mine.n)
			one = s->home.mine.v[s->at].ref;
		break;
	case PLACE_LIST:
		*refs = l->list.marks;
		if (refs->n)
			return true;
		if (row_at(l))
			one = row_at(l)->ref;
		break;
	case PLACE_CASE:
		one = l->kase.rec.ref;
		break;
	case PLACE_FORM:
		one = l->form.ref;
		break;
	case PLACE_STEPS:
		one = l->steps.rec.ref;
		break;
	case PLACE_COUNT:
		break;
	}
	if (one.n == 0)
		return err_set(e, ERR_USAGE,
		    "which case? open one by its number, or 'go down' to it first");
	*arena_push(&l->frame, refs) = one;
	return true;
}

/* ---- actions ---- */
static bool act_choose(struct lines *l, struct str arg, struct err *e)
{
	(void)arg;
	if (lines_place(l) == PLACE_START)
		return lines_home_number(l, l->start.at + 1, e);
	if (row_at(l))
		return open_row(l, row_at(l), e);
	return err_set(e, ERR_USAGE, "type the number of what is to be opened");
}

static bool act_filter(struct lines *l, struct str arg, struct err *e)
{
	return show(l, arg, (struct str){0}, l->list.order, e);
}

static bool act_order(struct lines *l, struct str arg, struct err *e)
{
	size_t now = 0;

	if (l->list.words.n)
		return err_set(e, ERR_USAGE, "what a search finds has an order of its own");
	for (size_t i = 0; i < ORDERS; i++) {
		if (str_is(arg, orders[i]))
			return show(l, l->list.expr, (struct str){0}, orders[i], e);
		if (l->list.order == orders[i])
			now = i;
	}
	if (arg.n == 0)
		return show(l, l->list.expr, (struct str){0}, orders[(now + 1) % ORDERS], e);
	return err_set(e, ERR_USAGE,
	    "no order '%.*s'; there are rank, ref, due, opened and received", STR_ARG(arg));
}

bool lines_list_in(struct lines *l, struct str expr, struct str order, struct err *e)
{
	const char *in = l->list.order;

	for (size_t i = 0; i < ORDERS; i++)
		if (str_is(order, orders[i]))
			in = orders[i];
	return show(l, expr, (struct str){0}, in, e);
}

static bool act_mark(struct lines *l, struct str arg, struct err *e)
{
	struct lines_list *s = &l->list;
	const struct part_row *r = row_at(l);

	(void)arg;
	if (!r)
		return err_set(e, ERR_USAGE, "'go down' goes to a case, then mark marks it");
	if (!str_has(s->marks, r->ref)) {
		*arena_push(&s->life, &s->marks) = arena_str(&s->life, r->ref);
		lines_say(l, "Marked: %.*s, %zu in all.", STR_ARG(r->ref), s->marks.n);
		return true;
	}
	for (size_t i = 0; i < s->marks.n; i++)
		if (str_eq(s->marks.v[i], r->ref))
			s->marks.v[i] = s->marks.v[--s->marks.n];
	lines_say(l, "No longer marked: %.*s.", STR_ARG(r->ref));
	return true;
}

static bool act_unmark(struct lines *l, struct str arg, struct err *e)
{
	(void)arg, (void)e;
	l->list.marks.n = 0;
	lines_say(l, "No case is marked.");
	return true;
}

const struct lines_act lines_list_acts[] = {
    {ACT_CHOOSE, act_choose},
    {ACT_FILTER, act_filter},
    {ACT_ORDER, act_order},
    {ACT_VIEW, lines_view},
    {ACT_VIEW_SAVE, lines_view_save},
    {ACT_VIEW_DROP, lines_view_drop},
    {ACT_VIEW_SHARE, lines_view_share},
    {ACT_VIEW_RENAME, lines_view_rename},
    {ACT_MARK, act_mark},
    {ACT_UNMARK, act_unmark},
    {ACT_NONE, NULL},
};
