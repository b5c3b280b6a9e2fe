/* SPDX-License-Identifier: MIT */
/*
 * Pages of a search: the reference that was typed, then names as they were typed, then names
 * like them, then everything else; within each of these steps by rank. A cursor is the number
 * of a step and a place in it; without a place it is between that step and the one before.
 */
#include "review/listing.h"

struct stepping {
	struct desk *d;
	const struct me *me;
	const struct listing *l;
	size_t want; /* rows */
	struct page *out;
};
struct spot { /* in front of step `at`, or within it */
	size_t at;
	struct str within;
};

static bool read_spot(const struct listing *l, struct str cursor, struct spot *p, struct err *e)
{
	struct str rest = cursor, number;
	int64_t at;

	if (!str_cut(&rest, ':', &number) || number.n == cursor.n || !str_int(number, &at) ||
	    at < 0 || at > (int64_t)l->steps.n || (at == (int64_t)l->steps.n && rest.n))
		return err_set(e, ERR_USAGE,
		    "'%.*s' is no place in a search; take one from a page", STR_ARG(cursor));
	*p = (struct spot){(size_t)at, rest};
	return true;
}

static struct str cursor(struct stepping *s, size_t at, struct str within)
{
	return arena_printf(s->d->arena, "%zu:%.*s", at, STR_ARG(within));
}

static bool read_step(struct stepping *s, size_t at, const struct page_query *how,
    struct page *out, struct err *e)
{
	struct page_query q = *how;

	*out = (struct page){0};
	q.where = s->l->steps.v[at];
	q.now = s->l->page.now;
	return record_page(s->d->rv->store, s->d->arena, &s->me->viewer, &q, out, e);
}

/* Has any step in a range a record at all? The first (or the last) such one. */
static bool any(struct stepping *s, size_t from, size_t to, bool *yes, struct err *e)
{
	struct page one;

	*yes = false;
	for (size_t at = from; at < to && !*yes; at++) {
		if (!read_step(s, at, &(struct page_query){.limit = 1}, &one, e))
			return false;
		*yes = one.rows.n > 0;
	}
	return true;
}

static void put(struct stepping *s, const struct records *rows, bool before)
{
	struct records all = {0};
	const struct records *first = before ? rows : &s->out->rows,
			     *then = before ? &s->out->rows : rows;

	for (size_t i = 0; i < first->n; i++)
		*arena_push(s->d->arena, &all) = first->v[i];
	for (size_t i = 0; i < then->n; i++)
		*arena_push(s->d->arena, &all) = then->v[i];
	s->out->rows = all;
}

static bool onwards(struct stepping *s, struct spot from, struct err *e)
{
	bool more = false;
	size_t at = from.at;

	for (; at < s->l->steps.n && s->out->rows.n < s->want; at++) {
		struct page page;
		struct page_query q = {.after = at == from.at ? from.within : (struct str){0},
		    .limit = (int)(s->want - s->out->rows.n)};
		if (!read_step(s, at, &q, &page, e))
			return false;
		if (at == from.at && page.prev.n)
			s->out->prev = cursor(s, at, page.prev);
		put(s, &page.rows, false);
		if (page.next.n) {
			s->out->next = cursor(s, at, page.next);
			break;
		}
	}
	if (s->out->next.n == 0 && !any(s, at, s->l->steps.n, &more, e))
		return false;
	if (more)
		s->out->next = cursor(s, at, (struct str){0});
	if (s->out->prev.n == 0 && from.at > 0)
		s->out->prev = cursor(s, from.at, (struct str){0});
	return true;
}

/* Step from.at counts only as far as a place within it goes. */
static bool backwards(struct stepping *s, struct spot from, bool last, struct err *e)
{
	bool more = false;
	size_t at = from.within.n ? from.at + 1 : from.at;

	while (at > 0 && s->out->rows.n < s->want) {
		struct page page;
		struct page_query q = {.limit = (int)(s->want - s->out->rows.n)};
		bool within = --at == from.at && from.within.n;
		if (within)
			q.before = from.within;
		else
			q.last = true;
		if (!read_step(s, at, &q, &page, e))
			return false;
		if (within && page.next.n)
			s->out->next = cursor(s, at, page.next);
		put(s, &page.rows, true);
		if (page.prev.n) {
			s->out->prev = cursor(s, at, page.prev);
			break;
		}
	}
	if (s->out->prev.n == 0 && !any(s, 0, at, &more, e))
		return false;
	if (more)
		s->out->prev = cursor(s, at, (struct str){0});
	if (s->out->next.n == 0 && !last)
		s->out->next = cursor(s, from.at, (struct str){0});
	return true;
}

bool steps_page(struct desk *d, const struct me *m, const struct listing *l, struct page *out,
    struct err *e)
{
	struct stepping s = {
	    .d = d, .me = m, .l = l, .want = (size_t)l->page.limit, .out = out};
	const struct page_query *q = &l->page;
	struct spot from = {0};

	*out = (struct page){0};
	if (q->last)
		return backwards(&s, (struct spot){.at = l->steps.n}, true, e);
	if (q->before.n)
		return read_spot(l, q->before, &from, e) && backwards(&s, from, false, e);
	return (q->after.n == 0 || read_spot(l, q->after, &from, e)) && onwards(&s, from, e);
}
