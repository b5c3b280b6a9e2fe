/* SPDX-License-Identifier: MIT */
/*
 * A frame divided: what is read in any case, the first of each author, and the strata that
 * the rest falls into, each with how many are to be drawn of it.
 */
#include "review/plan.h"

#include "review/refusals.h"

#include <stdlib.h>

struct laying {
	struct desk *d;
	const struct plan *p;
	struct laid *l;
	size_t last; /* part that the row before fell into */
};

/* ---- which rows ---- */

static int by_bytes(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static bool in_sorted(struct strs list, struct str s)
{
	return bsearch(&s, list.v, list.n, sizeof(*list.v), by_bytes) != NULL;
}

/* Has this author fewer than so many before this one? Rows come by age, so these are the
 * first of their work, whenever the frame begins. */
static bool among_first(struct arena *a, struct strs *authors, int64_t **counts, size_t *cap,
    const struct frame_row *w, int64_t first)
{
	size_t i = 0;

	while (i < authors->n && !str_eq(authors->v[i], w->author))
		i++;
	if (i == authors->n) {
		*arena_push(a, authors) = w->author;
		*counts = arena_room(a, *counts, i, cap, sizeof(**counts));
		(*counts)[i] = 0;
	}
	return (*counts)[i]++ < first;
}

static bool in_days(const struct laying *k, const struct frame_row *w)
{
	int64_t days = k->p->row.days;

	return days == 0 || london_day(w->moved) > desk_today(k->d) - days;
}

/* ---- into which part ---- */

static struct str stratum_name(const struct laying *k, const struct frame_row *w)
{
	struct buf b = buf_in(k->d->arena);

	for (size_t i = 0; i < k->p->nstrata; i++) {
		struct str value = w->values[i].n ? w->values[i] : STR("none");
		buf_printf(&b, "%s%.*s=%.*s", i ? ", " : "", STR_ARG(k->p->strata[i]->name),
		    STR_ARG(value));
	}
	return b.n ? buf_str(&b) : STR("");
}

static struct part *part_named(struct laying *k, struct str name, bool all)
{
	struct laid *l = k->l;

	if (k->last < l->parts.n && str_eq(l->parts.v[k->last].name, name))
		return &l->parts.v[k->last];
	for (size_t i = 0; i < l->parts.n; i++)
		if (str_eq(l->parts.v[i].name, name)) {
			k->last = i;
			return &l->parts.v[i];
		}
	k->last = l->parts.n;
	*arena_push(k->d->arena, &l->parts) = (struct part){.name = name, .all = all};
	return &l->parts.v[k->last];
}

static void put_row(struct laying *k, const struct frame_row *w, bool first)
{
	struct arena *a = k->d->arena;
	struct str name;

	if (w->always)
		name = STR("always");
	else if (first)
		name = arena_printf(a, "first of %.*s", STR_ARG(w->author));
	else
		name = stratum_name(k, w);
	*arena_push(a, &part_named(k, name, w->always || first)->refs) = w->ref;
	*arena_push(a, &k->l->refs) = w->ref;
}

/* Keeps of the rows what belongs in the frame, and divides it. */
static void divide(struct laying *k)
{
	struct frame_rows *rows = &k->l->rows;
	struct strs authors = {0};
	int64_t *counts = NULL;
	size_t cap = 0, n = 0;

	for (size_t i = 0; i < rows->n; i++) {
		const struct frame_row *w = &rows->v[i];
		bool first =
		    k->p->row.first && w->author.n &&
		    among_first(k->d->arena, &authors, &counts, &cap, w, k->p->row.first);
		if (!in_days(k, w) || (k->p->only.n && !in_sorted(k->p->only, w->ref)))
			continue;
		put_row(k, w, first);
		rows->v[n++] = *w;
	}
	rows->n = n;
	k->l->total = (int64_t)n;
}

/* Strata by name; what is taken whole stands behind them. */
static int by_name(const void *a, const void *b)
{
	const struct part *x = a, *y = b;

	if (x->all != y->all)
		return x->all ? 1 : -1;
	return str_cmp(x->name, y->name);
}

/* ---- how many ---- */

static int64_t rest_of(const struct laid *l)
{
	int64_t n = 0;

	for (size_t i = 0; i < l->parts.n; i++)
		n += l->parts.v[i].all ? 0 : (int64_t)l->parts.v[i].refs.n;
	return n;
}

static void share_out(struct desk *d, const struct plan *p, struct laid *l, int64_t total)
{
	struct draw_part *parts = arena_new(d->arena, struct draw_part, l->parts.n + 1);

	for (size_t i = 0; i < l->parts.n; i++)
		parts[i] = (struct draw_part){.size = (int64_t)l->parts.v[i].refs.n,
		    .least = p->row.least,
		    .all = l->parts.v[i].all};
	draw_share(parts, l->parts.n, total);
	for (size_t i = 0; i < l->parts.n; i++)
		l->parts.v[i].n = parts[i].n;
}

static int64_t of_percent(int64_t size, int64_t percent, int64_t least)
{
	int64_t n = (size * percent + ALL_OF_IT - 1) / ALL_OF_IT;

	if (n < least)
		n = least;
	return n < size ? n : size;
}

static void share_percent(const struct plan *p, struct laid *l)
{
	for (size_t i = 0; i < l->parts.n; i++) {
		struct part *w = &l->parts.v[i];
		int64_t size = (int64_t)w->refs.n;
		w->n = w->all ? size : of_percent(size, p->row.percent, p->row.least);
	}
}

static bool to_show(const struct plan *p, const struct laid *l, int64_t *total, struct err *e)
{
	const struct plan_row *r = &p->row;
	int64_t rest = rest_of(l);
	struct sample_size s = sample_needed(
	    rest, (double)r->share / ALL_OF_IT, (double)r->confidence / ALL_OF_IT, r->allow);

	*total = s.n;
	return s.defined || rest == 0 ||
	       err_set(e, ERR_REFUSED, REFUSED_PLAN_TOO_SMALL, (long long)rest,
		   (long long)r->allow);
}

struct lots_plan plan_lot(int64_t lot, int64_t aql, enum lots_severity severity)
{
	struct lots_plan s = lots_plan(lot, (int)aql, severity);

	if (!s.defined)
		s = (struct lots_plan){.defined = true, .n = lot};
	return s;
}

static bool of_lot(
    struct desk *d, const struct plan *p, struct laid *l, int64_t *total, struct err *e)
{
	enum lots_severity severity;
	struct lots_plan s;

	if (!plan_severity(d, p->row.rule, INT64_MAX, &severity, e))
		return false;
	s = plan_lot(rest_of(l), p->row.aql, severity);
	*total = s.n;
	l->allow = s.accept;
	return true;
}

static bool how_many(struct desk *d, const struct plan *p, struct laid *l, struct err *e)
{
	const struct plan_row *r = &p->row;
	int64_t total = r->size;

	l->allow = r->allow;
	l->judged = r->share > 0 || p->kind == PLAN_LOT;
	if (p->kind == PLAN_LOT && !of_lot(d, p, l, &total, e))
		return false;
	if (r->share > 0 && !to_show(p, l, &total, e))
		return false;
	if (r->percent > 0)
		share_percent(p, l);
	else
		share_out(d, p, l, p->kind == PLAN_KNOWN && total == 0 ? rest_of(l) : total);
	l->sample = 0;
	for (size_t i = 0; i < l->parts.n; i++)
		l->sample += l->parts.v[i].n;
	return true;
}

bool plan_lay(struct desk *d, const struct plan *p, struct laid *out, struct err *e)
{
	struct laying k = {.d = d, .p = p, .l = out};

	*out = (struct laid){0};
	if (!frame_rows(d->rv->store, d->arena, p->type->name, p->where, p->always, p->strata,
		p->nstrata, d->now, &out->rows, e))
		return false;
	divide(&k);
	if (out->parts.n)
		qsort(out->parts.v, out->parts.n, sizeof(*out->parts.v), by_name);
	return how_many(d, p, out, e);
}
