/* SPDX-License-Identifier: MIT */
/* Records under records, clocks, limits that have passed, where records stand. */
#include "store/rows.h"

bool record_children(struct store *st, struct arena *a, const struct viewer *v,
    struct str parent, int limit, struct records *out, struct err *e)
{
	struct query q = query_seen(st, a, v);

	query_sql(&q, "SELECT ");
	record_columns(&q);
	query_sql(&q, " FROM record r WHERE r.parent = ");
	query_text(&q, parent);
	query_sql(&q, " AND ");
	viewer_where(&q, "r.id");
	query_sql(&q, " ORDER BY r.id LIMIT ");
	query_int(&q, limit > 0 ? limit : -1);
	return records_read(&q, a, out, e);
}

/* What hangs under a hidden record is hidden with it only where it is hidden itself. */
bool record_below(struct store *st, struct arena *a, const struct viewer *v, struct str ref,
    int limit, struct records *out, struct err *e)
{
	struct query q = query_seen(st, a, v);

	query_sql(&q, "WITH RECURSIVE below(ref) AS (SELECT ");
	query_text(&q, ref);
	query_sql(&q, " UNION SELECT c.ref FROM below b JOIN record c ON c.parent = b.ref) "
		      "SELECT ");
	record_columns(&q);
	query_sql(&q, " FROM below b CROSS JOIN record r ON r.ref = b.ref WHERE ");
	viewer_where(&q, "r.id");
	query_sql(&q, " ORDER BY r.id LIMIT ");
	query_int(&q, limit > 0 ? limit : -1);
	return records_read(&q, a, out, e);
}

bool record_seen_of(struct store *st, struct arena *a, const struct viewer *v,
    const struct strs *refs, struct strs *out, struct err *e)
{
	struct query q = query_seen(st, a, v);
	enum got got = GOT_ERROR;
	sqlite3_stmt *s;

	*out = (struct strs){0};
	query_sql(&q, "SELECT r.ref FROM record r WHERE r.ref IN (");
	for (size_t i = 0; i < refs->n; i++) {
		query_sql(&q, i ? "," : "");
		query_text(&q, refs->v[i]);
	}
	query_sql(&q, ") AND ");
	viewer_where(&q, "r.id");
	s = query_open(&q, e);
	while (s && (got = stmt_next(st, s, e)) == GOT_ROW)
		*arena_push(a, out) = col_text(s, 0, a);
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

bool record_number(
    struct store *st, struct str type, struct str parent, int64_t *out, struct err *e)
{
	int64_t all = 0, under = 0;
	bool ok;

	if (parent.n)
		ok = stmt_number(st, e, 0, &all, SQL_type_under, "ss", type, parent);
	else
		ok = stmt_number(st, e, 0, &all, SQL_type_total, "s", type) &&
		     stmt_number(st, e, 0, &under, SQL_type_children, "s", type);
	*out = all - under + 1;
	return ok;
}

bool record_clocks(
    struct store *st, struct arena *a, int64_t record, struct clock_rows *out, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_clocks_of, "i", record);
	enum got got = GOT_ERROR;

	*out = (struct clock_rows){0};
	while (s && (got = stmt_next(st, s, e)) == GOT_ROW)
		*arena_push(a, out) = (struct clock_row){.name = col_text(s, 0, a),
		    .due = col_time(s, 1),
		    .started = col_time(s, 2),
		    .late_seen = sqlite3_column_int(s, 3) != 0};
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

bool late_over(
    struct store *st, struct arena *a, int64_t now, struct late_rows *out, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_late_over, "i", now);
	enum got got = GOT_ERROR;

	*out = (struct late_rows){0};
	while (s && (got = stmt_next(st, s, e)) == GOT_ROW)
		*arena_push(a, out) = (struct late_row){.ref = col_text(s, 0, a),
		    .clock = col_text(s, 1, a),
		    .due = col_time(s, 2)};
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

bool record_standing(
    struct store *st, struct arena *a, struct standing_rows *out, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_standing, "");
	enum got got = GOT_ERROR;

	*out = (struct standing_rows){0};
	while (s && (got = stmt_next(st, s, e)) == GOT_ROW)
		*arena_push(a, out) = (struct standing_row){.type = col_text(s, 0, a),
		    .state = col_text(s, 1, a),
		    .pack = col_text(s, 2, a),
		    .n = sqlite3_column_int64(s, 3)};
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}
