/* SPDX-License-Identifier: MIT */
/* Lists of cases as numbered lines. */
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

/* "in 3 d" as a sentence has it. */
static struct str due_words(struct arena *a, struct str due)
{
	bool days = due.n > 2 && due.p[due.n - 1] == 'd' && due.p[due.n - 2] == ' ';
	bool one = due.n > 3 && due.p[due.n - 3] == '1' && due.p[due.n - 4] == ' ';

	return arena_printf(a, "%s%.*s%s", str_starts(due, STR("in ")) ? "due " : "",
	    (int)due.n, due.p,
	    !days ? ""
	    : one ? "ay"
		  : "ays");
}

/* One row as a sentence; what is a sign on a screen is a word here. */
void lines_row(struct lines *l, int64_t number, const struct part_row *r, bool marked)
{
	struct buf b = buf_in(&l->frame);

	also(&b, r->ref);
	also(&b, r->band);
	also(&b, r->state_label.n ? r->state_label : r->state);
	if (r->due_text.n)
		also(&b, due_words(&l->frame, r->due_text));
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

/* ---- lists ---- */
static const struct part_row *row_at(const struct lines *l)
{
	const struct rep_page *p = &l->list.page;

	return l->list.at >= 0 && (size_t)l->list.at < p->rows.n ? &p->rows.v[l->list.at]
								 : NULL;
}

/* Columns that the sentence of a row has already. */
static bool is_said(struct str name)
{
	static const char *const said[] = {
	    "ref", "band", "rank", "title", "state", "due", "holder", "subject"};

	for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++)
		if (str_is(name, said[i]))
			return true;
	return false;
}

static struct str columns_of(struct lines *l, const struct part_row *r)
{
	const struct rep_page *p = &l->list.page;
	bool own = p->columns.n > 0;
	size_t n = own ? p->columns.n : l->welcome->columns.n;
	struct buf b = buf_in(&l->frame);

	for (size_t i = 0; i < n && i < r->cells.n; i++) {
		const struct part_column *c =
		    own ? &p->columns.v[i] : &l->welcome->columns.v[i];
		struct str cell = r->cells.v[i];
		if (cell.n && !is_said(c->name) && !str_eq(cell, r->title))
			also(&b, arena_printf(&l->frame, "%.*s %.*s",
				     STR_ARG(c->label.n ? c->label : c->name), STR_ARG(cell)));
	}
	return buf_str(&b);
}

/* What stands in a register is its columns; of a search one wants to know where. */
static void say_row(struct lines *l, size_t i)
{
	const struct lines_list *s = &l->list;
	const struct part_row *r = &s->page.rows.v[i];
	struct str columns = s->page.columns.n ? columns_of(l, r) : (struct str){0};

	lines_row(l, s->base + (int64_t)i + 1, r, str_has(s->marks, r->ref));
	if (columns.n)
		lines_say(l, "%.*s", STR_ARG(columns));
	if (r->why.n)
		lines_say(l, "Found in %.*s", STR_ARG(r->why));
}

void lines_row_whole(struct lines *l)
{
	const struct part_row *r = row_at(l);
	struct str columns = columns_of(l, r);

	say_row(l, (size_t)l->list.at);
	if (columns.n && l->list.page.columns.n == 0)
		lines_say(l, "%.*s", STR_ARG(columns));
}

static const char *empty(const struct lines_list *s)
{
	if (s->words.n)
		return "Nothing is found, nor is a name like it. search asks for other words.";
	if (s->expr.n)
		return "Nothing matches. filter shows others.";
	return "There are no cases that you may see. An import brings them.";
}

static void say_head(struct lines *l)
{
	const struct lines_list *s = &l->list;
	struct str what = s->page.explain;

	if (s->total >= 0)
		lines_say(l, "%.*s, by %s: %.*s.", STR_ARG(words_count(&l->frame, s->total)),
		    s->order, STR_ARG(what.n ? what : STR("all cases")));
	else
		lines_say(l, "Search: %.*s.", STR_ARG(what.n ? what : s->words));
	if (s->marks.n)
		lines_say(l, "%zu marked.", s->marks.n);
}

static void say_page(struct lines *l, bool head)
{
	const struct lines_list *s = &l->list;
	const struct rep_page *p = &s->page;

	if (head)
		say_head(l);
	if (p->rows.n == 0)
		lines_say(l, "%s", empty(s));
	if (p->rows.n == 0 && p->hint.n)
		lines_say(l, "Did you mean %.*s? That is spelt like it.", STR_ARG(p->hint));
	for (size_t i = 0; i < p->rows.n; i++)
		say_row(l, i);
	if (p->next.n)
		lines_say(l, "An empty line says more%s.",
		    p->prev.n ? ", a minus what was before" : "");
	else if (p->rows.n)
		lines_say(l, "That is the end.");
}

enum turn { TURN_FIRST, TURN_NEXT, TURN_PREV, TURN_LAST };

static bool ask_page(struct lines *l, const struct lines_list *s, enum turn turn,
    struct arena *a, struct rep_page *out, struct err *e)
{
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

static bool turn_to(struct lines *l, struct lines_list *s, enum turn turn, struct err *e)
{
	struct arena fresh = {0};
	struct rep_page page = {0};

	if (!ask_page(l, s, turn, &fresh, &page, e)) {
		arena_clear(&fresh);
		return false;
	}
	s->base = base_of(s, turn, &page);
	arena_clear(&s->mem);
	s->mem = fresh;
	s->page = page;
	s->at = -1;
	l->fresh = true;
	return true;
}

static bool turn_here(struct lines *l, enum turn turn, bool head, struct err *e)
{
	if (!turn_to(l, &l->list, turn, e))
		return false;
	say_page(l, head);
	return true;
}

static void count(struct lines *l, struct lines_list *s)
{
	struct req_count q = {.expr = s->expr};
	struct rep_count r;
	struct err e = {0};

	s->total = -1;
	if (s->words.n == 0 && call_count(&l->service, &l->frame, &q, &r, &e))
		s->total = r.count;
}

/* In the place of the list that one is at, or on what one is at. */
static bool show(
    struct lines *l, struct str expr, struct str words, const char *order, struct err *e)
{
	struct lines_list s = {.order = order ? order : orders[0], .at = -1};

	s.expr = arena_str(&s.life, expr);
	s.words = arena_str(&s.life, words);
	if (!turn_to(l, &s, TURN_FIRST, e)) {
		arena_clear(&s.life);
		return false;
	}
	count(l, &s);
	if (lines_place(l) == PLACE_LIST)
		lines_forget(l, PLACE_LIST);
	else
		lines_enter(l, PLACE_LIST);
	l->list = s;
	say_page(l, true);
	return true;
}

struct str lines_list_prompt(struct lines *l)
{
	const struct lines_list *s = &l->list;
	size_t n = s->page.rows.n;

	if (s->total <= 0 || n == 0)
		return STR("List: ");
	return arena_printf(&l->frame, "List %lld to %lld of %.*s: ", (long long)s->base + 1,
	    (long long)s->base + (long long)n, STR_ARG(words_count(&l->frame, s->total)));
}

bool lines_list_open(struct lines *l, struct str expr, struct str words, struct err *e)
{
	bool here = lines_place(l) == PLACE_LIST && l->list.order;

	return show(l, expr, words, here ? l->list.order : orders[0], e);
}

/* Anew from its beginning; or what it is, and the row that one was at. */
bool lines_list_again(struct lines *l, bool reload, struct err *e)
{
	if (reload) {
		count(l, &l->list);
		return turn_here(l, TURN_FIRST, true, e);
	}
	say_head(l);
	if (row_at(l))
		say_row(l, (size_t)l->list.at);
	lines_say(l, "'go down' goes on, R says it anew.");
	return true;
}

bool lines_list_turn(struct lines *l, bool back, struct err *e)
{
	const struct rep_page *p = &l->list.page;

	if (back ? p->prev.n == 0 : p->next.n == 0)
		return err_set(
		    e, ERR_NO, back ? "this is the beginning" : "this is the end of the list");
	return turn_here(l, back ? TURN_PREV : TURN_NEXT, false, e);
}

bool lines_list_end(struct lines *l, bool last, struct err *e)
{
	return turn_here(l, last ? TURN_LAST : TURN_FIRST, false, e);
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

bool lines_list_number(struct lines *l, int64_t n, struct str rest, struct err *e)
{
	int64_t at = n - l->list.base - 1;

	if (at < 0 || at >= (int64_t)l->list.page.rows.n)
		return err_set(
		    e, ERR_USAGE, "there is no number %lld on this page", (long long)n);
	l->list.at = (int)at;
	if (str_is(rest, "?"))
		lines_row_whole(l);
	if (rest.n)
		return str_is(rest, "?") || lines_command(l, rest, e);
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
		if (!l->called)
			*refs = l->list.marks;
		if (refs->n)
			return true;
		if (row_at(l))
			one = row_at(l)->ref;
		break;
	case PLACE_ROWS:
		if (lines_rows_at(l))
			one = lines_rows_at(l)->ref;
		if (one.n == 0 && l->rows.where == CTX_PAST)
			one = l->rows.ref;
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
		    "which case? open it first, or say its number before the command: 3 mark");
	*arena_push(&l->frame, refs) = one;
	return true;
}

/* ---- actions ---- */
static bool act_choose(struct lines *l, struct str arg, struct err *e)
{
	(void)arg;
	if (lines_place(l) == PLACE_START)
		return lines_home_number(l, l->start.at + 1, (struct str){0}, e);
	if (lines_place(l) == PLACE_ROWS && l->rows.at >= 0)
		return lines_rows_number(
		    l, lines_rows_numbered(l, l->rows.at), (struct str){0}, e);
	if (lines_place(l) == PLACE_LIST && row_at(l))
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
		return err_set(e, ERR_USAGE, "which one? say its number first: 3 mark");
	if (!str_has(s->marks, r->ref)) {
		*arena_push(&s->life, &s->marks) = arena_str(&s->life, r->ref);
		lines_say(l, "Marked: %.*s, %zu in all%s.", STR_ARG(r->ref), s->marks.n,
		    s->marks.n == 2 ? "; assign, defer and others act on all" : "");
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
    {ACT_VIEW_SAVE, lines_view_save},
    {ACT_VIEW_DROP, lines_view_drop},
    {ACT_VIEW_SHARE, lines_view_share},
    {ACT_VIEW_RENAME, lines_view_rename},
    {ACT_MARK, act_mark},
    {ACT_UNMARK, act_unmark},
    {ACT_NONE, NULL},
};
