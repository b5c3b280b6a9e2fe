/* SPDX-License-Identifier: MIT */
/* An expression as a condition in SQL. */
#include "store/where.h"

#include "store/fields.h"
#include "store/search.h"
#include "store/words.h"

static void value(struct query *q, const struct expr *x, int64_t now)
{
	bool folded = is_folded(x->attr);

	query_sql(q, folded ? "lb_fold(" : "");
	attr_sql(q, x->attr, now);
	query_sql(q, folded ? ")" : "");
}

/* Any of several codes in "a,b,c"; a code alone is a list of one. */
static void holds_code(struct query *q, const struct expr *x, int64_t now)
{
	for (size_t i = 0; i < x->nvals; i++) {
		query_sql(q, i ? " OR instr(',' || " : "instr(',' || ");
		value(q, x, now);
		query_sql(q, " || ',', ',' || ");
		query_text(q, x->vals[i].s);
		query_sql(q, " || ',') > 0");
	}
}

/* A record without the instant is keyed by the last one there is, which is never meant. */
void range_times(struct query *q, struct value lo, struct value hi)
{
	int64_t from = INT64_MIN, to = INT64_MAX - 1, unused;

	if (lo.kind == V_STR)
		day_bounds(lo.s, &from, &unused);
	if (hi.kind == V_STR)
		day_bounds(hi.s, &unused, &to);
	query_sql(q, " BETWEEN ");
	query_int(q, from);
	query_sql(q, " AND ");
	query_int(q, to);
}

static void between_times(
    struct query *q, const struct expr *x, struct value lo, struct value hi, int64_t now)
{
	value(q, x, now);
	range_times(q, lo, hi);
}

static void on_days(struct query *q, const struct expr *x, int64_t now)
{
	for (size_t i = 0; i < x->nvals; i++) {
		query_sql(q, i ? " OR " : "");
		between_times(q, x, x->vals[i], x->vals[i], now);
	}
}

static void equals(struct query *q, const struct expr *x, int64_t now)
{
	if (x->attr->type == VT_CHOICES) {
		holds_code(q, x, now);
	} else if (x->attr->type == VT_TIME) {
		on_days(q, x, now);
	} else {
		value(q, x, now);
		query_in(q, x->vals, x->nvals);
	}
}

static size_t code_index(const struct choices *c, struct value v, size_t none)
{
	for (size_t i = 0; i < c->n; i++)
		if (str_eq(c->v[i].code, v.s))
			return i;
	return v.kind == V_INT ? (size_t)v.i : none;
}

static void code_range(struct query *q, const struct expr *x, int64_t now)
{
	const struct choices *c = &x->attr->choices;
	size_t lo = code_index(c, x->lo, 0), hi = code_index(c, x->hi, c->n - 1);

	value(q, x, now);
	query_sql(q, " IN (");
	for (size_t i = lo; i <= hi && i < c->n; i++) {
		query_sql(q, i > lo ? "," : "");
		query_text(q, c->v[i].code);
	}
	query_sql(q, ")");
}

/* Text sorts after every number, an absence after every date and an empty text before:
 * with both ends bound no absence is between them. */
struct value range_low(const struct expr *x)
{
	if (x->lo.kind != V_NONE)
		return x->lo;
	return x->attr->type == VT_INT ? value_int(INT64_MIN) : value_str(STR("0"));
}

struct value range_high(const struct expr *x)
{
	if (x->hi.kind != V_NONE)
		return x->hi;
	return x->attr->type == VT_INT ? value_int(INT64_MAX) : value_str(STR(":"));
}

static void plain_range(struct query *q, const struct expr *x, int64_t now)
{
	value(q, x, now);
	query_sql(q, " BETWEEN ");
	query_value(q, range_low(x));
	query_sql(q, " AND ");
	query_value(q, range_high(x));
}

static void range(struct query *q, const struct expr *x, int64_t now)
{
	if (x->attr->type == VT_TIME)
		between_times(q, x, x->lo, x->hi, now);
	else if (x->attr->type == VT_CHOICE)
		code_range(q, x, now);
	else
		plain_range(q, x, now);
}

static void prefix(struct query *q, const struct expr *x, int64_t now)
{
	query_sql(q, "substr(CAST(");
	value(q, x, now);
	query_sql(q, " AS BLOB), 1, ");
	query_int(q, (int64_t)x->vals[0].s.n);
	query_sql(q, ") = CAST(");
	query_text(q, x->vals[0].s);
	query_sql(q, " AS BLOB)");
}

static void has(struct query *q, const struct expr *x, int64_t now)
{
	attr_sql(q, x->attr, now);
	query_sql(q, " <> ''");
}

/* Inside a function SQLite looks at both sides of an OR whatever the first one says, so
 * words, which are never NULL and may be dear, stand outside. */
static void leaf(struct query *q, const struct expr *x, int64_t now)
{
	bool words = x->op == EX_WORDS || x->op == EX_SIMILAR;

	if (!words && attr_is_set(x->attr)) {
		set_sql(q, x, now);
		return;
	}
	query_sql(q, words ? "(" : "ifnull((");
	if (words)
		words_sql(q, x, now);
	else if (x->op == EX_EQ)
		equals(q, x, now);
	else if (x->op == EX_PREFIX)
		prefix(q, x, now);
	else if (x->op == EX_RANGE)
		range(q, x, now);
	else
		has(q, x, now);
	query_sql(q, words ? ")" : "),0)");
}

static void both(
    struct query *q, const struct expr *x, const char *op, const struct expr *but, int64_t now)
{
	query_sql(q, "(");
	where_add(q, x->a, but, now);
	query_sql(q, op);
	where_add(q, x->b, but, now);
	query_sql(q, ")");
}

void where_add(struct query *q, const struct expr *x, const struct expr *but, int64_t now)
{
	if (!x || x == but) {
		query_sql(q, "1");
		return;
	}
	switch (x->op) {
	case EX_ALL:
		query_sql(q, "1");
		return;
	case EX_AND:
		both(q, x, " AND ", but, now);
		return;
	case EX_OR:
		both(q, x, " OR ", but, now);
		return;
	case EX_NOT:
		query_sql(q, "(NOT ");
		where_add(q, x->a, but, now);
		query_sql(q, ")");
		return;
	case EX_EQ:
	case EX_PREFIX:
	case EX_RANGE:
	case EX_HAS:
	case EX_WORDS:
	case EX_SIMILAR:
		leaf(q, x, now);
		return;
	}
}
