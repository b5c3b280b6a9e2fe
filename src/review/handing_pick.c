/* SPDX-License-Identifier: MIT */
/* What a handing is about: records by reference, by condition, or all that somebody holds. */
#include "review/handing.h"

#include "review/refusals.h"

#include <stdlib.h>

static int by_rank(const void *x, const void *y)
{
	const struct record *a = x, *b = y;

	if (a->rank != b->rank)
		return a->rank > b->rank ? -1 : 1;
	return (a->id > b->id) - (a->id < b->id);
}

static bool too_many(struct err *e)
{
	return err_set(e, ERR_REFUSED, REFUSED_HAND_MANY, HANDING_MAX);
}

static bool by_refs(
    struct desk *d, const struct me *m, struct strs refs, struct records *out, struct err *e)
{
	struct strs seen = {0};

	if (refs.n > HANDING_MAX)
		return too_many(e);
	for (size_t i = 0; i < refs.n; i++) {
		struct str ref = str_trim(refs.v[i]);
		struct record r;
		if (str_has(seen, ref))
			continue;
		if (!record_get(d->rv->store, d->arena, &m->viewer, ref, &r, e))
			return false;
		*arena_push(d->arena, &seen) = ref;
		*arena_push(d->arena, out) = r;
	}
	if (out->n > 1)
		qsort(out->v, out->n, sizeof(*out->v), by_rank);
	return true;
}

static bool by_expr(
    struct desk *d, const struct me *m, struct str text, struct records *out, struct err *e)
{
	struct page_query q = {.order = ORDER_RANK, .limit = HANDING_MAX, .now = d->now};
	struct page page = {0};

	if (!desk_where(d, m, text, &q.where, e) ||
	    !record_page(d->rv->store, d->arena, &m->viewer, &q, &page, e))
		return false;
	*out = page.rows;
	return page.next.n == 0 || too_many(e);
}

static bool by_holder(
    struct desk *d, const struct me *m, struct str name, struct records *out, struct err *e)
{
	struct user_row u = {0};

	name = str_trim(name);
	if (!user_get(d->rv->store, d->arena, name, &u, e))
		return false;
	return by_expr(d, m, arena_printf(d->arena, "holder:\"%.*s\"", STR_ARG(name)), out, e);
}

bool handing_wanted(struct desk *d, const struct me *m, const struct wanted *w,
    struct records *out, struct err *e)
{
	*out = (struct records){0};
	if ((w->refs.n > 0) + (w->expr.n > 0) + (w->from.n > 0) != 1)
		return err_set(e, ERR_USAGE,
		    "which records are meant is said in one way: by their references, by an "
		    "expression, or by who holds them");
	if (w->refs.n)
		return by_refs(d, m, w->refs, out, e);
	return w->expr.n ? by_expr(d, m, w->expr, out, e) : by_holder(d, m, w->from, out, e);
}

bool handing_people(struct desk *d, struct strs names, struct handing *p, struct err *e)
{
	struct strs seen = {0};

	p->to = arena_new(d->arena, struct me, names.n + 1);
	for (size_t i = 0; i < names.n; i++) {
		struct str name = str_trim(names.v[i]);
		if (str_has(seen, name))
			continue;
		if (!giving_person(d, name, &p->to[p->nto], e))
			return false;
		*arena_push(d->arena, &seen) = name;
		p->nto++;
	}
	return true;
}
