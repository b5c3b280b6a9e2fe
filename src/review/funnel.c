/* SPDX-License-Identifier: MIT */
/*
 * Units against the limits of chance. Which side a unit is on is judged by counts, which hold
 * for the smallest; the limits that are sent are lines to draw. A unit outside stands out;
 * its records are one expression away, because why is for people to find out.
 */
#include "lookback/stats/funnel.h"

#include <stdlib.h>

#include "lookback/base/utf8.h"
#include "review/body.h"
#include "review/figures.h"
#include "review/quality.h"
#include "review/words.h"
#include "review/refusals.h"

enum { UNITS_ROOM = 52000, UNIT_BYTES = 220 };

struct funnelling {
	struct desk *d;
	const struct expr *of, *bad;
	const struct attr *by;
};

/* ---- which ---- */

/* A name that people may see: it is read as an expression would be. */
static bool read_by(
    struct desk *d, const struct me *m, struct str name, const struct attr **out, struct err *e)
{
	struct str has = arena_printf(d->arena, "has:%.*s", STR_ARG(name));
	const struct expr *x;

	if (!desk_where(d, m, has, &x, e))
		return false;
	*out = x->attr;
	if (x->op != EX_HAS || attr_is_many(x->attr) || x->attr->type == VT_TEXT ||
	    x->attr->type == VT_TIME)
		return err_set(e, ERR_USAGE,
		    "'%.*s' makes no units; expected a field with one value, such as handler",
		    STR_ARG(name));
	return true;
}

static bool read_rule(struct desk *d, const struct me *m, const struct req_funnel *q,
    struct funnelling *f, struct err *e)
{
	const struct funnel_rule *rule = &d->rv->pack->quality->funnel;
	struct str by = q->by.n ? q->by : rule->by, of = q->of.n ? q->of : rule->of_text,
		   bad = q->bad.n ? q->bad : rule->bad_text;

	if (by.n == 0 || bad.n == 0) {
		err_set(e, ERR_USAGE,
		    "the pack has no funnel; say by which field, of which records, and which "
		    "of them are bad");
		return false;
	}
	return desk_where(d, m, of, &f->of, e) && desk_where(d, m, bad, &f->bad, e) &&
	       read_by(d, m, by, &f->by, e);
}

/* ---- one unit ---- */

static const struct expr *both(struct arena *a, const struct expr *x, const struct expr *y)
{
	struct expr *out = arena_new(a, struct expr, 1);

	if (x->op == EX_ALL)
		return y;
	if (y->op == EX_ALL)
		return x;
	*out = (struct expr){.op = EX_AND, .a = x, .b = y, .pack = x->pack};
	return out;
}

/* The condition that the value is this one. */
static const struct expr *is_value(const struct funnelling *f, struct str value)
{
	struct arena *a = f->d->arena;
	struct expr *x = arena_new(a, struct expr, 1), *no = arena_new(a, struct expr, 1);
	bool folded =
	    f->by->type == VT_LINE || f->by->type == VT_STAFF || f->by->type == VT_USER;
	int64_t n;

	*x = (struct expr){
	    .op = value.n ? EX_EQ : EX_HAS, .attr = f->by, .pack = f->d->rv->pack};
	if (value.n == 0) {
		*no = (struct expr){.op = EX_NOT, .a = x};
		return no;
	}
	x->vals = arena_new(a, struct value, 1);
	x->nvals = 1;
	x->vals[0] = f->by->type == VT_INT && str_int(value, &n)
			 ? value_int(n)
			 : value_str(folded ? utf8_fold(a, value) : value);
	return x;
}

static struct str printed(struct arena *a, const struct expr *x)
{
	struct buf b = buf_in(a);

	expr_print(&b, x);
	return buf_str(&b);
}

static struct str side_of(int64_t k, int64_t n, double rate)
{
	enum funnel_side alarm = funnel_side(k, n, rate, FUNNEL_ALARM),
			 warn = funnel_side(k, n, rate, FUNNEL_WARN);

	if (alarm == FUNNEL_ABOVE || alarm == FUNNEL_BELOW)
		return alarm == FUNNEL_ABOVE ? STR("above") : STR("below");
	if (warn == FUNNEL_ABOVE || warn == FUNNEL_BELOW)
		return warn == FUNNEL_ABOVE ? STR("warn_above") : STR("warn_below");
	return STR("inside");
}

static void put_lines(
    struct arena *a, struct funnel_limits l, struct str *low, struct str *high)
{
	if (!l.defined)
		return;
	*low = figure_number(a, l.low, PER_HUNDRED);
	*high = figure_number(a, l.high, PER_HUNDRED);
}

static struct part_unit unit_part(
    const struct funnelling *f, const struct unit_row *u, double rate)
{
	struct arena *a = f->d->arena;
	const struct expr *one = both(a, f->of, is_value(f, u->value));
	struct part_unit out = {.unit = u->value.n ? u->value : STR("(none)"),
	    .n = u->n,
	    .bad = u->bad,
	    .rate = figure_number(a, (double)u->bad / (double)u->n, PER_HUNDRED),
	    .side = side_of(u->bad, u->n, rate),
	    .expr = printed(a, one)};

	put_lines(a, funnel_limits(u->n, rate, FUNNEL_WARN), &out.low95, &out.high95);
	put_lines(a, funnel_limits(u->n, rate, FUNNEL_ALARM), &out.low998, &out.high998);
	if (u->bad)
		out.bad_expr = printed(a, both(a, one, f->bad));
	return out;
}

/* ---- the reply ---- */

static int by_size(const void *x, const void *y)
{
	const struct unit_row *a = x, *b = y;

	if (a->n != b->n)
		return a->n < b->n ? 1 : -1;
	return str_cmp(a->value, b->value);
}

/* All of them or none: a unit that is left out might be the one that stands out. */
static bool put_units(const struct funnelling *f, const struct unit_rows *rows,
    struct rep_funnel *r, struct err *e)
{
	double rate = (double)r->bad_n / (double)r->n;
	size_t room = UNITS_ROOM;

	for (size_t i = 0; i < rows->n; i++) {
		struct part_unit u = unit_part(f, &rows->v[i], rate);
		size_t bytes = UNIT_BYTES + u.unit.n + u.expr.n + u.bad_expr.n;
		if (bytes > room)
			return err_set(e, ERR_REFUSED, REFUSED_FUNNEL_LARGE, rows->n);
		room -= bytes;
		*arena_push(f->d->arena, &r->units) = u;
	}
	return true;
}

static bool log_count(const struct funnelling *f, int64_t n, struct err *e)
{
	struct json *body = json_obj(f->d->arena);

	body_text(f->d->arena, body, "expr", printed(f->d->arena, f->of));
	body_int(f->d->arena, body, "count", n);
	return desk_append(f->d, EVENT_COUNT_READ, STR(""), body, NULL, e);
}

static struct str explained(struct arena *a, const struct expr *x)
{
	struct buf b = buf_in(a);

	expr_explain(&b, x);
	return buf_str(&b);
}

bool review_funnel(
    struct desk *d, const struct req_funnel *q, struct rep_funnel *r, struct err *e)
{
	struct funnelling f = {.d = d};
	struct unit_rows rows;
	struct me m;

	*r = (struct rep_funnel){0};
	if (!quality_me(d, &m, e) || !desk_writable(d, e) || !desk_reread(d, e) ||
	    !read_rule(d, &m, q, &f, e) ||
	    !record_units(
		d->rv->store, d->arena, &m.viewer, f.of, f.bad, f.by, d->now, &rows, e))
		return false;
	for (size_t i = 0; i < rows.n; i++) {
		r->n += rows.v[i].n;
		r->bad_n += rows.v[i].bad;
	}
	r->by = f.by->label.n ? f.by->label : f.by->name;
	r->of = explained(d->arena, f.of);
	r->bad = explained(d->arena, f.bad);
	r->expected = 2 * (int64_t)rows.n; /* one in 500, in thousandths */
	if (rows.n == 0)
		return log_count(&f, 0, e);
	r->rate = figure_number(d->arena, (double)r->bad_n / (double)r->n, PER_HUNDRED);
	qsort(rows.v, rows.n, sizeof(*rows.v), by_size);
	return put_units(&f, &rows, r, e) && log_count(&f, r->n, e);
}
