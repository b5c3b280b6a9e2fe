/* SPDX-License-Identifier: MIT */
/* Links between records, and overrides. Whether a link holds follows from what was said of
 * it, so that a reader from whom a judgement is hidden is shown the link as it was. */
#include "store/viewer.h"

/* Not hidden, seen from either end. The second end takes the name r in turn. */
static void act_on_both(struct query *q, const char *by, const char *seq)
{
	seen_act(q, by, seq);
	if (!q->sight.blind)
		return;
	query_sql(q, " AND EXISTS (SELECT 1 FROM record r WHERE r.id = w.other AND ");
	seen_act(q, by, seq);
	query_sql(q, ")");
}

static void link_columns(struct query *q)
{
	query_sql(q, "SELECT w.seq, r.ref, o.ref, w.kind, w.reason, ");
	seen_by(q, "w.by");
	query_sql(q, ", w.at, w.at_once, CASE WHEN ");
	act_on_both(q, "w.judged_by", "w.judged");
	query_sql(
	    q, " THEN w.verdict END AS judgement, w.judged_by, w.removed IS NOT NULL AND ");
	act_on_both(q, "w.removed_by", "w.removed");
	query_sql(q, " AS gone FROM link w CROSS JOIN record r ON r.id = w.record CROSS JOIN "
		     "record o ON o.id = w.other WHERE ");
	viewer_where(q, "r.id");
	query_sql(q, " AND ");
	viewer_where(q, "o.id");
	query_sql(q, " AND ");
	act_on_both(q, "w.by", "w.seq");
}

static void read_link(sqlite3_stmt *s, struct arena *a, struct link_row *out)
{
	*out = (struct link_row){.seq = sqlite3_column_int64(s, 0),
	    .from = col_text(s, 1, a),
	    .to = col_text(s, 2, a),
	    .kind = col_text(s, 3, a),
	    .reason = col_text(s, 4, a),
	    .by = col_text(s, 5, a),
	    .at = col_time(s, 6),
	    .counts = sqlite3_column_int(s, 7) != 0,
	    .verdict = col_text(s, 8, a),
	    .removed = sqlite3_column_int(s, 10) != 0};
	if (out->verdict.n) {
		out->judged_by = col_text(s, 9, a);
		out->counts = str_is(out->verdict, "same");
	}
	out->counts = out->counts && !out->removed;
}

static bool read_links(struct query *q, struct link_rows *out, struct err *e)
{
	sqlite3_stmt *s = query_open(q, e);
	enum got got = GOT_ERROR;

	*out = (struct link_rows){0};
	while (s && (got = stmt_next(q->st, s, e)) == GOT_ROW)
		read_link(s, q->arena, arena_push(q->arena, out));
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

bool link_list(struct store *st, struct arena *a, const struct viewer *v, struct str ref,
    int limit, struct link_rows *out, struct err *e)
{
	struct query q = query_seen(st, a, v);

	link_columns(&q);
	if (ref.n) {
		query_sql(&q,
		    " AND w.seq IN (SELECT l.seq FROM record x JOIN link l ON l.record "
		    "= x.id WHERE x.ref = ");
		query_text(&q, ref);
		query_sql(&q, " UNION SELECT l.seq FROM record x JOIN link l ON l.other = x.id "
			      "WHERE x.ref = ");
		query_text(&q, ref);
		query_sql(&q, ")");
	} else {
		query_sql(&q, q.sight.blind
				  ? " AND w.at_once = 0 AND judgement IS NULL AND NOT gone"
				  : " AND w.at_once = 0 AND w.verdict IS NULL AND "
				    "w.removed IS NULL");
	}
	query_sql(&q, " ORDER BY w.seq LIMIT ");
	query_int(&q, limit > 0 ? limit : -1);
	return read_links(&q, out, e);
}

bool link_get(struct store *st, struct arena *a, const struct viewer *v, int64_t seq,
    struct link_row *out, struct err *e)
{
	struct query q = query_seen(st, a, v);
	struct link_rows rows;

	link_columns(&q);
	query_sql(&q, " AND w.seq = ");
	query_int(&q, seq);
	if (!read_links(&q, &rows, e))
		return false;
	if (rows.n == 0)
		return err_set(e, ERR_NOT_FOUND, "there is no link %lld", (long long)seq);
	*out = rows.v[0];
	return true;
}

/* ---- overrides ---------------------------------------------------------------------- */

static void override_columns(struct query *q)
{
	query_sql(q, "SELECT w.seq, r.ref, w.transition, w.state, w.reason, w.closed, ");
	seen_by(q, "w.by");
	query_sql(q, ", w.at, CASE WHEN ");
	seen_act(q, "w.second", "w.judged");
	query_sql(q, " THEN w.agreed END AS verdict, w.second, w.second_reason FROM override w "
		     "CROSS JOIN record r ON r.id = w.record WHERE ");
	seen_act(q, "w.by", "w.seq");
	query_sql(q, " AND ");
	viewer_where(q, "r.id");
}

static bool read_override(
    sqlite3_stmt *s, struct arena *a, struct override_row *out, struct err *e)
{
	struct json *closed;

	*out = (struct override_row){.seq = sqlite3_column_int64(s, 0),
	    .record = col_text(s, 1, a),
	    .transition = col_text(s, 2, a),
	    .state = col_text(s, 3, a),
	    .reason = col_text(s, 4, a),
	    .first = col_text(s, 6, a),
	    .at = col_time(s, 7)};
	if (!json_parse(a, col_text(s, 5, a), &closed, e))
		return err_add(e, "override %lld", (long long)out->seq);
	for (size_t i = 0; i < closed->n; i++)
		*arena_push(a, &out->closed) = closed->v[i]->s;
	if (sqlite3_column_type(s, 8) == SQLITE_NULL)
		return true;
	out->verdict = sqlite3_column_int(s, 8) ? STR("agreed") : STR("refused");
	out->second = col_text(s, 9, a);
	out->second_reason = col_text(s, 10, a);
	return true;
}

static bool read_overrides(struct query *q, struct override_rows *out, struct err *e)
{
	sqlite3_stmt *s = query_open(q, e);
	enum got got = GOT_ERROR;

	*out = (struct override_rows){0};
	while (s && (got = stmt_next(q->st, s, e)) == GOT_ROW)
		if (!read_override(s, q->arena, arena_push(q->arena, out), e)) {
			got = GOT_ERROR;
			break;
		}
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

bool override_list(struct store *st, struct arena *a, const struct viewer *v, bool waiting,
    int64_t after, int limit, struct override_rows *out, struct err *e)
{
	struct query q = query_seen(st, a, v);

	override_columns(&q);
	query_sql(&q, " AND w.seq > ");
	query_int(&q, after);
	if (waiting)
		query_sql(&q, q.sight.blind ? " AND verdict IS NULL" : " AND w.agreed IS NULL");
	query_sql(&q, " ORDER BY w.seq LIMIT ");
	query_int(&q, limit > 0 ? limit : -1);
	return read_overrides(&q, out, e);
}

bool override_get(struct store *st, struct arena *a, const struct viewer *v, int64_t seq,
    struct override_row *out, struct err *e)
{
	struct query q = query_seen(st, a, v);
	struct override_rows rows;

	override_columns(&q);
	query_sql(&q, " AND w.seq = ");
	query_int(&q, seq);
	if (!read_overrides(&q, &rows, e))
		return false;
	if (rows.n == 0)
		return err_set(e, ERR_NOT_FOUND, "there is no override %lld", (long long)seq);
	*out = rows.v[0];
	return true;
}
