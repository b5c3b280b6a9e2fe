/* SPDX-License-Identifier: MIT */
/* Alerts: who must take note of what. Those of a record that the viewer may not see do not
 * exist for them. */
#include "store/viewer.h"

static const char from_alerts[] = " FROM alert w CROSS JOIN record r ON r.id = w.record WHERE ";

/* An acknowledgement by others of what a reader was told before is hidden too. */
static void columns(struct query *q)
{
	query_sql(q, "SELECT w.seq, w.level, w.grew, r.ref, w.name, w.body, w.at, w.due, ");
	seen_by(q, "w.by");
	query_sql(q, ", CASE WHEN ");
	seen_act(q, "w.acked_by", "w.acked");
	query_sql(q, " THEN w.acked END AS ack, w.acked_by, w.acked_text, w.acked_at");
	query_sql(q, from_alerts);
	seen_act(q, "w.by", "w.seq");
	query_sql(q, " AND ");
	viewer_where(q, "r.id");
}

static bool load_roles(struct store *st, struct arena *a, struct alert_row *r, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_alert_roles_of, "i", r->seq);
	enum got got = GOT_ERROR;

	while (s && (got = stmt_next(st, s, e)) == GOT_ROW)
		*arena_push(a, &r->to) = col_text(s, 0, a);
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

static void read_alert(sqlite3_stmt *s, struct arena *a, struct alert_row *out)
{
	*out = (struct alert_row){.seq = sqlite3_column_int64(s, 0),
	    .level = sqlite3_column_int64(s, 1),
	    .of = sqlite3_column_int64(s, 2),
	    .record = col_text(s, 3, a),
	    .name = col_text(s, 4, a),
	    .text = col_text(s, 5, a),
	    .raised = col_time(s, 6),
	    .due = col_time(s, 7),
	    .by = col_text(s, 8, a),
	    .acked = NO_TIME};
	if (sqlite3_column_type(s, 9) == SQLITE_NULL)
		return;
	out->acked_by = col_text(s, 10, a);
	out->acked_text = col_text(s, 11, a);
	out->acked = col_time(s, 12);
}

static bool read_alerts(struct query *q, struct alert_rows *out, struct err *e)
{
	sqlite3_stmt *s = query_open(q, e);
	enum got got = GOT_ERROR;

	*out = (struct alert_rows){0};
	while (s && (got = stmt_next(q->st, s, e)) == GOT_ROW)
		read_alert(s, q->arena, arena_push(q->arena, out));
	if (s)
		stmt_close(s);
	for (size_t i = 0; got == GOT_END && i < out->n; i++)
		if (!load_roles(q->st, q->arena, &out->v[i], e))
			return false;
	return got != GOT_ERROR;
}

static void for_roles(struct query *q, const struct strs *roles)
{
	query_sql(q, " AND EXISTS (SELECT 1 FROM alert_role a WHERE a.alert = w.seq AND a.role "
		     "IN (");
	for (size_t i = 0; i < roles->n; i++) {
		query_sql(q, i ? "," : "");
		query_text(q, roles->v[i]);
	}
	query_sql(q, "))");
}

/* Readers may be shown as open what is not. */
static void only_open(struct query *q)
{
	query_sql(q, q->sight.blind ? " AND (w.acked IS NULL OR NOT " : " AND w.acked IS NULL");
	if (!q->sight.blind)
		return;
	seen_act(q, "w.acked_by", "w.acked");
	query_sql(q, ")");
}

bool alert_list(struct store *st, struct arena *a, const struct viewer *v,
    const struct alert_query *ask, struct alert_rows *out, struct err *e)
{
	struct query q = query_seen(st, a, v);

	columns(&q);
	query_sql(&q, " AND w.seq > ");
	query_int(&q, ask->after);
	if (ask->record.n) {
		query_sql(&q, " AND w.record = (SELECT id FROM record WHERE ref = ");
		query_text(&q, ask->record);
		query_sql(&q, ")");
	}
	if (ask->open)
		only_open(&q);
	if (ask->roles)
		for_roles(&q, ask->roles);
	query_sql(&q, " ORDER BY w.seq LIMIT ");
	query_int(&q, ask->limit > 0 ? ask->limit : -1);
	return read_alerts(&q, out, e);
}

bool alert_get(struct store *st, struct arena *a, const struct viewer *v, int64_t seq,
    struct alert_row *out, struct err *e)
{
	struct query q = query_seen(st, a, v);
	struct alert_rows rows;

	columns(&q);
	query_sql(&q, " AND w.seq = ");
	query_int(&q, seq);
	if (!read_alerts(&q, &rows, e))
		return false;
	if (rows.n == 0)
		return err_set(e, ERR_NOT_FOUND, "there is no alert %lld", (long long)seq);
	*out = rows.v[0];
	return true;
}

bool alerts_over(
    struct store *st, struct arena *a, int64_t now, struct alert_rows *out, struct err *e)
{
	struct query q = query_new(st, a);

	columns(&q);
	query_sql(
	    &q, " AND w.acked IS NULL AND w.grown = 0 AND w.due IS NOT NULL AND w.due < ");
	query_int(&q, now);
	query_sql(&q, " ORDER BY w.due, w.seq LIMIT 100");
	return read_alerts(&q, out, e);
}
