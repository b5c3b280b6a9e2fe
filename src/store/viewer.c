/* SPDX-License-Identifier: MIT */
/* Who may see which records: the one place that says it. */
#include "store/viewer.h"

/* Only what may hide something is looked at: most people are barred from nothing, and in most
 * reviews nothing is blind. When that cannot be told it is looked at. */
static bool any(struct store *st, enum sql_id id, const char *kinds, struct str s)
{
	struct err e;
	int64_t n;

	return !stmt_number(st, &e, 0, &n, id, kinds, s) || n > 0;
}

static struct sight sight_of(struct store *st, struct arena *a, const struct viewer *v)
{
	struct sight s = {0};

	if (!v || v->engine)
		return s;
	s.v = v;
	s.nothing = !v->cases;
	s.account = arena_printf(a, "@%.*s", STR_ARG(v->user));
	s.barred[0] = v->staff.n && any(st, SQL_bar_any, "s", v->staff);
	s.barred[1] = any(st, SQL_bar_any, "s", s.account);
	s.blind = v->blind && any(st, SQL_blind_any, "", v->user);
	s.shade = s.blind && any(st, SQL_shade_any, "", v->user);
	return s;
}

struct query query_seen(struct store *st, struct arena *a, const struct viewer *v)
{
	struct query q = query_new(st, a);

	q.sight = sight_of(st, a, v);
	return q;
}

/* The same as may_see of the rules, once rights have said that case data may be read
 * at all: a record does not exist for whom it bars. */
static void not_barred(struct query *q, const char *id)
{
	const struct sight *s = &q->sight;

	query_sql(q, "NOT EXISTS (SELECT 1 FROM record_bar b WHERE b.record = ");
	query_sql(q, id);
	query_sql(q, " AND b.who IN (");
	if (s->barred[0])
		query_text(q, s->v->staff);
	query_sql(q, s->barred[0] && s->barred[1] ? "," : "");
	if (s->barred[1])
		query_text(q, s->account);
	query_sql(q, "))");
}

void viewer_where(struct query *q, const char *id)
{
	const struct sight *s = &q->sight;
	bool barred = s->barred[0] || s->barred[1];

	if (s->nothing || !(barred || s->shade)) {
		query_sql(q, s->nothing ? "0" : "1");
		return;
	}
	if (barred)
		not_barred(q, id);
	query_sql(q, barred && s->shade ? " AND " : "");
	if (s->shade) {
		query_sql(q, "NOT ");
		seen_shade(q, id, false);
	}
}

void viewer_lost(struct query *q)
{
	query_sql(q, "(SELECT record AS id FROM record_bar WHERE who = ");
	query_text(q, q->sight.account);
	if (q->sight.shade) {
		query_sql(q, " UNION SELECT s.record FROM shade s WHERE ");
		seen_shade(q, "s.record", false);
	}
	query_sql(q, ")");
}
