/* SPDX-License-Identifier: MIT */
/*
 * Matching records counted by who has them and where they stand. Each count is that of the
 * same condition with these values beside it, because both are made of the same pieces.
 */
#include "lookback/store/record.h"

#include "store/viewer.h"
#include "store/where.h"

static bool read_groups(struct query *q, struct arena *a, struct group_rows *out, struct err *e)
{
	sqlite3_stmt *s = query_open(q, e);
	enum got got = GOT_ERROR;

	*out = (struct group_rows){0};
	while (s && (got = stmt_next(q->st, s, e)) == GOT_ROW)
		*arena_push(a, out) = (struct group_row){.who = col_text(s, 0, a),
		    .type = col_text(s, 1, a),
		    .state = col_text(s, 2, a),
		    .n = sqlite3_column_int64(s, 3),
		    .least = col_time(s, 4)};
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

/* Everything that matches is looked at, so any index is better than none. */
static bool from_where(struct query *q, const struct expr *where, int64_t now, struct err *e)
{
	struct driver d = {0};

	if (!driver_find(q, where, now, q->st->few, true, &d, e))
		return false;
	query_sql(q, " FROM ");
	if (d.part) {
		query_sql(q, "(");
		query_join(q, &d.ids);
		query_sql(q, ") d CROSS JOIN record r ON r.id = d.id");
	} else {
		query_sql(q, "record r");
	}
	query_sql(q, " WHERE ");
	viewer_where(q, "r.id");
	query_sql(q, " AND ");
	where_add(q, where, d.exact ? d.part : NULL, now);
	return true;
}

bool record_groups(struct store *st, struct arena *a, const struct viewer *v,
    const struct group_query *g, struct group_rows *out, struct err *e)
{
	struct query q = query_seen(st, a, v);

	*out = (struct group_rows){0};
	if (q.sight.nothing)
		return true;
	query_sql(&q, "SELECT ");
	if (g->by)
		attr_sql(&q, g->by, g->now);
	else
		query_sql(&q, "''");
	query_sql(&q, ", r.type, r.state, count(*), ");
	if (g->least) {
		query_sql(&q, "min(");
		attr_sql(&q, g->least, g->now);
		query_sql(&q, ")");
	} else {
		query_sql(&q, "NULL");
	}
	if (!from_where(&q, g->where, g->now, e))
		return false;
	query_sql(&q, " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3");
	return read_groups(&q, a, out, e);
}

bool record_lately(struct store *st, struct arena *a, const struct viewer *v, struct str who,
    int64_t now, int64_t *out, struct err *e)
{
	struct query q = query_seen(st, a, v);

	*out = 0;
	if (q.sight.nothing)
		return true;
	query_sql(&q, "SELECT count(DISTINCT w.record) FROM did w CROSS JOIN record r ON r.id "
		      "= w.record WHERE w.by = ");
	query_text(&q, who);
	query_sql(&q, " AND ");
	lately_steps(&q, now);
	query_sql(&q, " AND ");
	viewer_where(&q, "r.id");
	return query_number(&q, out, e);
}

/* By the children, which are fewer than what they may hang under. who is their type. */
bool record_blocked(struct store *st, struct arena *a, const struct viewer *v,
    struct group_rows *out, struct err *e)
{
	struct query q = query_seen(st, a, v);

	*out = (struct group_rows){0};
	if (q.sight.nothing)
		return true;
	query_sql(&q, "SELECT w.type, r.type, r.state, count(DISTINCT r.id), NULL FROM record "
		      "w CROSS JOIN record r ON r.ref = w.parent WHERE w.parent IS NOT NULL "
		      "AND w.final = 0 AND ");
	viewer_where(&q, "w.id");
	query_sql(&q, " AND ");
	viewer_where(&q, "r.id");
	query_sql(&q, " GROUP BY 1, 2, 3 ORDER BY 2, 3, 1");
	return read_groups(&q, a, out, e);
}
