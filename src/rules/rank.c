/* SPDX-License-Identifier: MIT */
/* The rank of a record as a sum whose parts can be read. */
#include "lookback/rules/step.h"

/* The day a waiting term counts from; a record without that date waits since it
 * was opened. */
static int32_t since_day(struct arena *a, const struct pack *p, const struct record_type *t,
    const struct facts *f, struct str since)
{
	const struct attr *at = since.n ? attr_find(p, t, since) : NULL;
	struct value v = at ? facts_get(a, f, at) : value_none();
	int32_t day;

	if (v.kind == V_STR && day_read(v.s, &day))
		return day;
	if (at && at->type == VT_TIME && v.kind == V_INT)
		return london_day(v.i);
	return london_day(f->opened != NO_TIME ? f->opened : f->now);
}

static void add_part(struct arena *a, struct rank *out, struct str because, int64_t points)
{
	*arena_push(a, &out->parts) = (struct rank_part){because, points};
}

static void add_waiting(struct arena *a, const struct rank_term *term, int32_t since,
    int32_t today, struct rank *out)
{
	int64_t days = (int64_t)today - since;
	struct str because = term->because.n ? term->because : STR("waiting");

	out->per_day += term->per_day;
	out->key -= (int64_t)term->per_day * since;
	add_part(a, out,
	    arena_printf(
		a, "%.*s %lld day%s", STR_ARG(because), (long long)days, days == 1 ? "" : "s"),
	    term->per_day * days);
}

static void add_points(struct arena *a, const struct rank_term *term, struct rank *out)
{
	struct buf b = buf_in(a);

	out->key += term->points;
	if (term->because.n)
		buf_put(&b, term->because);
	else
		expr_explain(&b, term->when);
	add_part(a, out, buf_str(&b), term->points);
}

void rank_of(struct arena *a, const struct pack *p, const struct record_type *t,
    const struct facts *f, struct rank *out)
{
	int32_t today = london_day(f->now);

	*out = (struct rank){0};
	for (size_t i = 0; i < t->ranks.n; i++) {
		const struct rank_term *term = &t->ranks.v[i];
		if (term->per_day)
			add_waiting(a, term, since_day(a, p, t, f, term->since), today, out);
		else if (term->when && expr_eval(a, term->when, f))
			add_points(a, term, out);
	}
	out->shown = out->key + out->per_day * today;
}
