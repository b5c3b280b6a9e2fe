/* SPDX-License-Identifier: MIT */
/*
 * Units of a funnel: matching records by the value of an attribute. Values that an expression
 * does not tell apart are one unit, so that the expression of a unit lists its records.
 */
#include "lookback/store/quality.h"
#include "store/search.h"
#include "store/viewer.h"
#include "store/where.h"

static void unit_value(struct query *q, const struct attr *by, int64_t now)
{
	query_sql(q, is_folded(by) ? "lb_fold(" : "(");
	attr_sql(q, by, now);
	query_sql(q, ")");
}

static void count_bad(struct query *q, const struct expr *bad, int64_t now)
{
	if (!bad) {
		query_sql(q, ", 0");
		return;
	}
	query_sql(q, ", sum(CASE WHEN ");
	where_add(q, bad, NULL, now);
	query_sql(q, " THEN 1 ELSE 0 END)");
}

bool record_units(struct store *st, struct arena *a, const struct viewer *v,
    const struct expr *of, const struct expr *bad, const struct attr *by, int64_t now,
    struct unit_rows *out, struct err *e)
{
	struct query q = query_seen(st, a, v);
	enum got got = GOT_ERROR;
	sqlite3_stmt *s;

	*out = (struct unit_rows){0};
	if (!search_flush(st, e))
		return false;
	query_sql(&q, "SELECT min(");
	attr_sql(&q, by, now);
	query_sql(&q, "), count(*)");
	count_bad(&q, bad, now);
	query_sql(&q, " FROM record r WHERE ");
	viewer_where(&q, "r.id");
	query_sql(&q, " AND ");
	where_add(&q, of, NULL, now);
	query_sql(&q, " GROUP BY ");
	unit_value(&q, by, now);
	query_sql(&q, " ORDER BY 1");
	s = query_open(&q, e);
	while (s && (got = stmt_next(st, s, e)) == GOT_ROW)
		*arena_push(a, out) = (struct unit_row){.value = col_text(s, 0, a),
		    .n = sqlite3_column_int64(s, 1),
		    .bad = sqlite3_column_int64(s, 2)};
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}
