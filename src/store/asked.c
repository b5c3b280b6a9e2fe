/* SPDX-License-Identifier: MIT */
/* Questions on work as they stand. */
#include "lookback/store/quality.h"
#include "store/viewer.h"

static bool read_queries(struct query *q, struct query_rows *out, struct err *e)
{
	sqlite3_stmt *s = query_open(q, e);
	struct arena *a = q->arena;
	enum got got = GOT_ERROR;

	*out = (struct query_rows){0};
	while (s && (got = stmt_next(q->st, s, e)) == GOT_ROW)
		*arena_push(a, out) = (struct query_row){.seq = sqlite3_column_int64(s, 0),
		    .at = sqlite3_column_int64(s, 1),
		    .answered = col_time(s, 2),
		    .closed = sqlite3_column_int64(s, 3),
		    .record = col_text(s, 4, a),
		    .question = col_text(s, 5, a),
		    .form = col_text(s, 6, a),
		    .text = col_text(s, 7, a),
		    .by = col_text(s, 8, a),
		    .to = col_text(s, 9, a),
		    .transition = col_text(s, 10, a),
		    .answer = col_text(s, 11, a),
		    .outcome = col_text(s, 12, a)};
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

static void columns(struct query *q)
{
	query_sql(q, "SELECT w.seq, w.at, w.answered, w.closed, r.ref, w.question, w.form, "
		     "w.body, w.by, w.who, w.transition, w.answer, w.outcome FROM query w "
		     "CROSS JOIN record r ON r.id = w.record WHERE ");
	viewer_where(q, "r.id");
}

static void equals(struct query *q, const char *column, struct str value)
{
	if (value.n == 0)
		return;
	query_sql(q, column);
	query_text(q, value);
}

bool query_list(struct store *st, struct arena *a, const struct viewer *v,
    const struct query_filter *f, struct query_rows *out, struct err *e)
{
	struct query q = query_seen(st, a, v);

	columns(&q);
	query_sql(&q, f->all ? "" : " AND w.closed IS NULL");
	query_sql(&q, f->to.n ? " AND w.closed IS NULL AND w.answered IS NULL" : "");
	equals(&q, " AND w.who = ", f->to);
	equals(&q, " AND r.ref = ", f->record);
	query_sql(&q, " AND w.seq > ");
	query_int(&q, f->after);
	query_sql(&q, " ORDER BY w.seq LIMIT ");
	query_int(&q, f->limit > 0 ? f->limit : -1);
	return read_queries(&q, out, e);
}

bool query_get(struct store *st, struct arena *a, const struct viewer *v, int64_t seq,
    struct query_row *out, struct err *e)
{
	struct query q = query_seen(st, a, v);
	struct query_rows rows;

	columns(&q);
	query_sql(&q, " AND w.seq = ");
	query_int(&q, seq);
	if (!read_queries(&q, &rows, e))
		return false;
	if (rows.n == 0)
		return err_set(e, ERR_NOT_FOUND, "there is no question %lld", (long long)seq);
	*out = rows.v[0];
	return true;
}
