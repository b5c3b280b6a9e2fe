/* SPDX-License-Identifier: MIT */
/* What two readers have given, question by question. */
#include "lookback/store/quality.h"
#include "store/search.h"
#include "store/viewer.h"
#include "store/where.h"

enum {
	P_REF,
	P_QUESTION,
	P_FIRST_BY,
	P_SECOND_BY,
	P_THIRD_BY,
	P_PLAN,
	P_FIRST,
	P_SECOND,
	P_FINAL,
	P_REASON,
	P_OPEN,
	P_SEQ,
	P_AT
};

static void read_pair(sqlite3_stmt *s, struct arena *a, struct pair_row *out)
{
	*out = (struct pair_row){.ref = col_text(s, P_REF, a),
	    .question = col_text(s, P_QUESTION, a),
	    .first_by = col_text(s, P_FIRST_BY, a),
	    .second_by = col_text(s, P_SECOND_BY, a),
	    .third_by = col_text(s, P_THIRD_BY, a),
	    .plan = col_text(s, P_PLAN, a),
	    .first = col_text(s, P_FIRST, a),
	    .second = col_text(s, P_SECOND, a),
	    .final = col_text(s, P_FINAL, a),
	    .reason = col_text(s, P_REASON, a),
	    .open = sqlite3_column_int(s, P_OPEN) != 0,
	    .seq = sqlite3_column_int64(s, P_SEQ),
	    .at = sqlite3_column_int64(s, P_AT)};
}

static void equals(struct query *q, const char *sql, struct str s)
{
	if (s.n == 0)
		return;
	query_sql(q, sql);
	query_text(q, s);
}

/* Of a record that is blind nobody who is blind has any, not even their own: that there is
 * one says that there were two. */
static void compose(struct query *q, const struct pair_query *f)
{
	query_sql(q, "SELECT r.ref, w.question, w.first_by, w.second_by, w.third_by, w.plan, "
		     "w.first, w.second, w.final, w.reason, w.open, w.seq, w.at FROM pair w "
		     "CROSS JOIN record r ON r.id = w.record WHERE ");
	viewer_where(q, "r.id");
	query_sql(q, q->sight.blind ? " AND r.blind = 0 AND w.seq > " : " AND w.seq > ");
	query_int(q, f->after);
	equals(q, " AND w.question = ", f->question);
	equals(q, " AND w.plan = ", f->plan);
	if (f->user.n) {
		query_sql(q, " AND ");
		query_text(q, f->user);
		query_sql(q, " IN (w.first_by, w.second_by)");
	}
	if (f->where && f->where->op != EX_ALL) {
		query_sql(q, " AND ");
		where_add(q, f->where, NULL, f->now);
	}
	query_sql(q, " ORDER BY w.question, w.seq LIMIT ");
	query_int(q, f->limit > 0 ? f->limit : -1);
}

bool pair_list(struct store *st, struct arena *a, const struct viewer *v,
    const struct pair_query *f, struct pair_rows *out, struct err *e)
{
	struct query q = query_seen(st, a, v);
	enum got got = GOT_ERROR;
	sqlite3_stmt *s;

	*out = (struct pair_rows){0};
	if (!search_flush(st, e))
		return false;
	compose(&q, f);
	s = query_open(&q, e);
	while (s && (got = stmt_next(st, s, e)) == GOT_ROW)
		read_pair(s, a, arena_push(a, out));
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}
