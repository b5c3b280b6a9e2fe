/* SPDX-License-Identifier: MIT */
/*
 * Which part of a conjunction to begin with. A page in some order is read along the
 * index of the order until it is full, which is quick when much matches; when little
 * does, it is quicker to begin with the few records that an index names. Both give the
 * same rows; how many there are is counted up to a limit before choosing.
 */
#include "store/fields.h"
#include "store/viewer.h"
#include "store/where.h"
#include "store/words.h"

static bool by_column(struct query *q, const struct expr *x, const char *sql)
{
	if (x->op != EX_EQ)
		return false;
	query_sql(q, sql);
	query_in(q, x->vals, x->nvals);
	return true;
}

static bool late(struct query *q, const struct expr *x, int64_t now)
{
	if (x->op != EX_EQ || x->nvals != 1 || !str_is(x->vals[0].s, "yes"))
		return false;
	query_sql(q, q->sight.blind ? "SELECT id FROM record WHERE home_key < "
				    : "SELECT id FROM record WHERE due_key < ");
	query_int(q, now);
	return true;
}

static bool due(struct query *q, const struct expr *x)
{
	if (x->op != EX_RANGE)
		return false;
	query_sql(q, q->sight.blind ? "SELECT id FROM record WHERE home_key"
				    : "SELECT id FROM record WHERE due_key");
	range_times(q, x->lo, x->hi);
	return true;
}

/* To readers an alert that others acknowledged may be open still. */
static bool alerted(struct query *q, const struct expr *x)
{
	if (x->op != EX_EQ || x->nvals != 1 || !str_is(x->vals[0].s, "yes"))
		return false;
	query_sql(q, q->sight.blind ? "SELECT DISTINCT record AS id FROM alert"
				    : "SELECT id FROM record WHERE alerts > 0");
	return true;
}

/* Where an index finds the records that have a value at all, and these by it. */
static const char *const found_by[CORE_ATTRS] = {
    [CORE_STATE] = "SELECT id FROM record WHERE state",
    [CORE_BAND] = "SELECT id FROM record WHERE band IS NOT NULL AND band",
    [CORE_FLAG] = "SELECT id FROM record WHERE flag IS NOT NULL AND flag",
    [CORE_AGREED] = "SELECT id FROM record WHERE agreed IS NOT NULL AND agreed",
    [CORE_READING] = "SELECT id FROM record WHERE reading IS NOT NULL AND reading",
    [CORE_QUERY] = "SELECT id FROM record WHERE query IS NOT NULL AND query",
    [CORE_HOLDER] = "SELECT id FROM record WHERE holder IS NOT NULL",
    [CORE_HELD] = "SELECT id FROM record WHERE holder IS NOT NULL",
    [CORE_WAKE] = "SELECT id FROM record WHERE wake IS NOT NULL",
    [CORE_ASIDE] = "SELECT id FROM record WHERE wake IS NOT NULL",
    [CORE_DRAWN] = "SELECT id FROM record WHERE drawn IS NOT NULL",
};

/* *exact says whether the condition need not be looked at again. */
static bool core_ids(struct query *q, const struct expr *x, int64_t now, bool *exact)
{
	*exact = true;
	switch (x->attr->core) {
	case CORE_STATE:
	case CORE_BAND:
	case CORE_FLAG:
		return by_column(q, x, found_by[x->attr->core]);
	case CORE_AGREED:
	case CORE_READING:
	case CORE_QUERY:
		*exact = !q->sight.blind;
		return by_column(q, x, found_by[x->attr->core]);
	case CORE_HOLDER:
	case CORE_HELD:
	case CORE_WAKE:
	case CORE_ASIDE:
	case CORE_DRAWN:
		*exact = x->op == EX_HAS && !q->sight.blind;
		query_sql(q, found_by[x->attr->core]);
		return true;
	case CORE_LATE:
		return late(q, x, now);
	case CORE_DUE:
		return due(q, x);
	case CORE_ALERT:
		*exact = !q->sight.blind;
		return alerted(q, x);
	case CORE_OPEN:
	case CORE_CHILD:
	case CORE_DID:
	case CORE_CLOCK:
		*exact = x->attr->core == CORE_CLOCK;
		return set_ids(q, x);
	case CORE_REF:
		*exact = false;
		return (x->op == EX_EQ || x->op == EX_PREFIX) && line_ids(q, x);
	case CORE_TYPE:
	case CORE_QUEUE:
	case CORE_BATCH:
	case CORE_OPENED:
	case CORE_MOVED:
	case CORE_RANK:
	case CORE_NOTES:
	case CORE_PARENT:
	case CORE_REGIME:
	case CORE_SCOPE:
	case CORE_LATELY:
	case CORE_AUTHOR:
	case CORE_ATTRS:
		break;
	}
	return false;
}

static bool field_range(struct query *q, const struct expr *x)
{
	if (x->attr->type != VT_INT && x->attr->type != VT_DATE)
		return false;
	query_sql(q, " BETWEEN ");
	query_value(q, range_low(x));
	query_sql(q, " AND ");
	query_value(q, range_high(x));
	return true;
}

static bool field_ids(struct query *q, const struct expr *x, bool *exact)
{
	*exact = false;
	if (is_folded(x->attr))
		return (x->op == EX_EQ || x->op == EX_PREFIX) && line_ids(q, x);
	if (!field_index_helps(x->attr->type) || !field_is_indexed(q->st, x->attr->name))
		return false;
	*exact = true;
	query_sql(q, "SELECT r.id FROM record r WHERE ");
	query_str(q, field_key_sql(q->arena, x->attr->name));
	if (x->op == EX_RANGE)
		return field_range(q, x);
	if (x->op != EX_EQ)
		return false;
	query_in(q, x->vals, x->nvals);
	return true;
}

enum { SHORT_ANSWER = 40 }; /* as in the index */

static void answered(struct query *q, const struct expr *x, const char *sql)
{
	query_sql(q, sql);
	query_sql(q, " AND question = ");
	query_text(q, x->attr->name);
	query_sql(q, " AND value");
	query_in(q, x->vals, x->nvals);
}

/* Readers have their own answers at the seat they had. */
static bool answer_ids(struct query *q, const struct expr *x, bool *exact)
{
	*exact = !q->sight.blind;
	if (x->op != EX_EQ || x->attr->type != VT_CHOICE)
		return false;
	for (size_t i = 0; i < x->nvals; i++)
		if (x->vals[i].s.n > SHORT_ANSWER)
			return false;
	answered(
	    q, x, "SELECT record AS id FROM answer WHERE seat = 0 AND length(value) <= 40");
	if (q->sight.blind)
		answered(q, x, " UNION SELECT record FROM answer WHERE seat <> 0");
	return true;
}

static bool by_words(const struct expr *x)
{
	return x->op == EX_WORDS || x->op == EX_SIMILAR;
}

static bool leaf_ids(struct query *q, const struct expr *x, int64_t now, bool *exact)
{
	*exact = true;
	if (by_words(x))
		return words_ids(q, x, exact);
	if (x->op != EX_EQ && x->op != EX_PREFIX && x->op != EX_RANGE && x->op != EX_HAS)
		return false;
	switch (x->attr->home) {
	case AT_CORE:
		return core_ids(q, x, now, exact);
	case AT_FIELD:
		return field_ids(q, x, exact);
	case AT_ANSWER:
		return answer_ids(q, x, exact);
	case AT_TEXT:
		break;
	}
	return false;
}

struct search_for { /* the best driver so far */
	const struct query *q;
	int64_t now;
	int limit;
	bool any, common, gathers;
	struct driver *best;
	struct err *err;
};

/* One number over the first `limit` records that a part finds. */
static bool of_first(const char *what, const struct query *ids, struct arena *a, int limit,
    int64_t *out, struct err *e)
{
	struct query q = query_new(ids->st, a);

	query_sql(&q, what);
	query_join(&q, ids);
	query_sql(&q, " LIMIT ");
	query_int(&q, limit);
	query_sql(&q, ")");
	return query_number(&q, out, e);
}

static bool count_first(const struct search_for *s, const struct query *ids, int64_t *out)
{
	return of_first("SELECT count(*) FROM (", ids, s->q->arena, s->limit, out, s->err);
}

/* Looking one record up in the index of words costs as much as reading on through hundreds
 * that hold the word: it is worth it where nearly every second record does, and a page is full
 * after a few. The index gives them in the order of records, so the first `limit` tell. */
enum { COMMON_OF = 5, COMMON_HOLD = 2 };

static bool try_common(struct search_for *s, const struct driver *d)
{
	int64_t spread;
	bool common;

	if (s->any || !by_words(d->part) || d->n < s->limit)
		return true;
	if (!of_first("SELECT max(id) - min(id) FROM (", &d->ids, s->q->arena, s->limit,
		&spread, s->err))
		return false;
	common = spread <= (int64_t)s->limit * COMMON_OF / COMMON_HOLD;
	s->common |= common;
	s->gathers |= !common;
	return true;
}

/* Either side of an alternative, when an index names both. Before it is known that they are
 * few, nothing is sorted to take out what both name. */
static bool part_ids(
    struct query *q, const struct expr *x, int64_t now, const char *join, bool *exact)
{
	bool one = false, two = false;

	if (x->op != EX_OR)
		return leaf_ids(q, x, now, exact);
	query_sql(q, "SELECT id FROM (");
	if (!part_ids(q, x->a, now, join, &one))
		return false;
	query_sql(q, join);
	if (!part_ids(q, x->b, now, join, &two))
		return false;
	query_sql(q, ")");
	*exact = one && two;
	return true;
}

static struct driver driver_of(const struct search_for *s, const struct expr *x)
{
	struct driver d = {.part = x, .ids = query_new(s->q->st, s->q->arena)};

	d.ids.sight = s->q->sight;
	return d;
}

/* Too many for a beginning; one of the words by itself may be common. */
static bool try_sides(struct search_for *s, const struct expr *x)
{
	struct driver d = driver_of(s, x);

	if (x->op == EX_OR)
		return try_sides(s, x->a) && try_sides(s, x->b);
	if (!by_words(x) || !words_ids(&d.ids, x, &d.exact))
		return true;
	return count_first(s, &d.ids, &d.n) && try_common(s, &d);
}

static bool try_either(struct search_for *s, const struct expr *x)
{
	struct driver all = driver_of(s, x), d = driver_of(s, x);

	if (!part_ids(&all.ids, x, s->now, ") UNION ALL SELECT id FROM (", &d.exact) ||
	    !part_ids(&d.ids, x, s->now, ") UNION SELECT id FROM (", &d.exact))
		return true;
	if (!count_first(s, s->any ? &d.ids : &all.ids, &d.n))
		return false;
	if ((d.n < s->limit || s->any) && (!s->best->part || d.n < s->best->n))
		*s->best = d;
	return d.n < s->limit || s->any || try_sides(s, x);
}

static bool try_leaf(struct search_for *s, const struct expr *x)
{
	struct driver d = driver_of(s, x);

	if (!leaf_ids(&d.ids, x, s->now, &d.exact))
		return true;
	if (!count_first(s, &d.ids, &d.n) || !try_common(s, &d))
		return false;
	if ((d.n < s->limit || s->any) && (!s->best->part || d.n < s->best->n))
		*s->best = d;
	return true;
}

static bool try_all(struct search_for *s, const struct expr *x)
{
	if (x->op == EX_AND)
		return try_all(s, x->a) && try_all(s, x->b);
	if (x->op == EX_OR)
		return try_either(s, x);
	return try_leaf(s, x);
}

bool driver_find(const struct query *q, const struct expr *x, int64_t now, int limit, bool any,
    struct driver *out, struct err *e)
{
	struct search_for s = {
	    .q = q, .now = now, .limit = limit, .any = any, .best = out, .err = e};

	*out = (struct driver){0};
	if (x && x->op != EX_ALL && !try_all(&s, x))
		return false;
	out->common = s.common;
	out->gathers = s.gathers;
	return true;
}

/* Fetching all that match costs as many steps as there are; going along the order until a page
 * is full costs the more the fewer they are, and the more records there are. Where the two
 * meet grows with the root of the records. */
enum { FEW_AMONG = 100000, FEW_MOST = 4 };

int driver_few(const struct store *st, int64_t last)
{
	int times = 1;

	while (times < FEW_MOST && last > (int64_t)FEW_AMONG * times * times)
		times++;
	return st->few * times;
}
