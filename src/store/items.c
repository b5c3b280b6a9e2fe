/* SPDX-License-Identifier: MIT */
/* What was drawn: the items of a pass, the reading that runs on a record, who knows it. */
#include "store/items.h"

#include "lookback/store/quality.h"

static const char item_columns[] =
    "SELECT * FROM (SELECT i.place, i.seq, ifnull(i.closed, 0), r.ref, i.stratum, CASE WHEN "
    "i.closed IS NOT NULL THEN i.result WHEN r.holder IS NOT NULL THEN 'held' WHEN r.seat = 2 "
    "THEN 'to_decide' ELSE 'waits' END AS status, i.author, i.second, i.third, i.differ, "
    "i.came, i.ended FROM item i CROSS JOIN record r ON r.id = i.record WHERE i.plan = ";

static bool read_items(struct query *q, struct item_rows *out, struct err *e)
{
	sqlite3_stmt *s = query_open(q, e);
	struct arena *a = q->arena;
	enum got got = GOT_ERROR;

	*out = (struct item_rows){0};
	while (s && (got = stmt_next(q->st, s, e)) == GOT_ROW)
		*arena_push(a, out) = (struct item_row){.place = sqlite3_column_int64(s, 0),
		    .opened = sqlite3_column_int64(s, 1),
		    .closed = sqlite3_column_int64(s, 2),
		    .ref = col_text(s, 3, a),
		    .stratum = col_text(s, 4, a),
		    .status = col_text(s, 5, a),
		    .first = col_text(s, 6, a),
		    .second = col_text(s, 7, a),
		    .third = col_text(s, 8, a),
		    .differ = list_in(a, col_text(s, 9, a)),
		    .from = col_text(s, 10, a),
		    .at = col_time(s, 11)};
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

bool item_list(struct store *st, struct arena *a, const struct viewer *v, struct str plan,
    struct str status, int64_t after, int limit, struct item_rows *out, struct err *e)
{
	struct query q = query_seen(st, a, v);

	query_sql(&q, item_columns);
	query_text(&q, plan);
	query_sql(&q, " AND i.place > ");
	query_int(&q, after);
	query_sql(&q, " AND ");
	viewer_where(&q, "r.id");
	query_sql(&q, ")");
	if (status.n) {
		query_sql(&q, " WHERE status = ");
		query_text(&q, status);
	}
	query_sql(&q, " ORDER BY place LIMIT ");
	query_int(&q, limit > 0 ? limit : -1);
	return read_items(&q, out, e);
}

bool item_strata(
    struct store *st, struct arena *a, struct str plan, struct stratum_rows *out, struct err *e)
{
	struct query q = query_new(st, a);
	enum got got = GOT_ERROR;
	sqlite3_stmt *s;

	*out = (struct stratum_rows){0};
	query_sql(&q,
	    "SELECT i.stratum, count(*), count(i.closed), "
	    "ifnull(sum(i.result = " ITEM_COUNTS "), 0) FROM item i CROSS JOIN plan p "
	    "ON p.plan = i.plan WHERE i.plan = ");
	query_text(&q, plan);
	query_sql(&q, " GROUP BY i.stratum ORDER BY i.stratum");
	s = query_open(&q, e);
	while (s && (got = stmt_next(st, s, e)) == GOT_ROW)
		*arena_push(a, out) = (struct stratum_row){.name = col_text(s, 0, a),
		    .sample = sqlite3_column_int64(s, 1),
		    .read = sqlite3_column_int64(s, 2),
		    .found = sqlite3_column_int64(s, 3)};
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

bool reading_of(
    struct store *st, struct arena *a, int64_t record, struct reading *out, struct err *e)
{
	struct query q = query_new(st, a);
	enum got got = GOT_ERROR;
	sqlite3_stmt *s;

	*out = (struct reading){0};
	query_sql(&q, "SELECT i.plan, p.kind, i.stratum, i.came, i.author, i.seq, r.blind_from "
		      "FROM item i CROSS JOIN plan p ON p.plan = i.plan CROSS JOIN record r ON "
		      "r.id = i.record WHERE i.closed IS NULL AND i.record = ");
	query_int(&q, record);
	s = query_open(&q, e);
	while (s && (got = stmt_next(st, s, e)) == GOT_ROW)
		*out = (struct reading){.plan = col_text(s, 0, a),
		    .kind = col_text(s, 1, a),
		    .stratum = col_text(s, 2, a),
		    .from = col_text(s, 3, a),
		    .author = col_text(s, 4, a),
		    .opened = sqlite3_column_int64(s, 5),
		    .blind_from = sqlite3_column_int64(s, 6)};
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

/* Whoever was refused something has not seen it. */
bool record_knows(struct store *st, struct str ref, struct str user, int64_t after,
    int64_t before, bool *out, struct err *e)
{
	struct arena scratch = {0};
	struct query q = query_new(st, &scratch);
	int64_t n = 0;
	bool ok;

	query_sql(&q, "SELECT EXISTS (SELECT 1 FROM event w WHERE w.record = ");
	query_text(&q, ref);
	query_sql(&q, " AND w.actor = ");
	query_text(&q, user);
	query_sql(&q, " AND w.seq > ");
	query_int(&q, after);
	query_sql(&q, " AND w.seq < ");
	query_int(&q, before);
	query_sql(&q, " AND w.type <> 'request.refused')");
	ok = query_number(&q, &n, e);
	*out = n > 0;
	arena_clear(&scratch);
	return ok;
}
