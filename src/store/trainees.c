/* SPDX-License-Identifier: MIT */
/* Accounts and the known-answer cases they have read, since they were last let go on. */
#include "lookback/store/quality.h"
#include "store/query.h"

static const char columns[] =
    "SELECT u.user, count(w.seq), ifnull(sum(w.correct), 0), ifnull(sum(w.known), 0), "
    "max(w.at), ifnull(t.paused, 0) FROM (SELECT user FROM score UNION SELECT user FROM "
    "trainee) u LEFT JOIN trainee t ON t.user = u.user LEFT JOIN score w ON w.user = u.user "
    "AND w.seq > ifnull(t.since, 0)";

static bool read_trainees(struct query *q, struct trainee_rows *out, struct err *e)
{
	sqlite3_stmt *s = query_open(q, e);
	enum got got = GOT_ERROR;

	*out = (struct trainee_rows){0};
	while (s && (got = stmt_next(q->st, s, e)) == GOT_ROW)
		*arena_push(q->arena, out) =
		    (struct trainee_row){.user = col_text(s, 0, q->arena),
			.cases = sqlite3_column_int64(s, 1),
			.right = sqlite3_column_int64(s, 2),
			.of = sqlite3_column_int64(s, 3),
			.last = col_time(s, 4),
			.paused = sqlite3_column_int(s, 5) != 0};
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

bool trainee_list(struct store *st, struct arena *a, struct trainee_rows *out, struct err *e)
{
	struct query q = query_new(st, a);

	query_sql(&q, columns);
	query_sql(&q, " GROUP BY u.user ORDER BY u.user");
	return read_trainees(&q, out, e);
}

/* Somebody who has read none is there all the same. */
bool trainee_get(
    struct store *st, struct arena *a, struct str user, struct trainee_row *out, struct err *e)
{
	struct query q = query_new(st, a);
	struct trainee_rows rows;

	query_sql(&q, columns);
	query_sql(&q, " WHERE u.user = ");
	query_text(&q, user);
	query_sql(&q, " GROUP BY u.user");
	if (!read_trainees(&q, &rows, e))
		return false;
	*out = rows.n ? rows.v[0] : (struct trainee_row){.user = user, .last = NO_TIME};
	return true;
}

bool trainee_last(struct store *st, struct str user, int n, int64_t *cases, int64_t *right,
    int64_t *of, struct err *e)
{
	struct arena scratch = {0};
	struct query q = query_new(st, &scratch);
	enum got got = GOT_ERROR;
	sqlite3_stmt *s;

	query_sql(&q, "SELECT count(*), ifnull(sum(correct), 0), ifnull(sum(known), 0) FROM "
		      "(SELECT w.correct, w.known FROM score w WHERE w.user = ");
	query_text(&q, user);
	query_sql(&q,
	    " AND w.seq > ifnull((SELECT since FROM trainee t WHERE t.user = w.user), "
	    "0) ORDER BY w.seq DESC LIMIT ");
	query_int(&q, n);
	query_sql(&q, ")");
	s = query_open(&q, e);
	while (s && (got = stmt_next(st, s, e)) == GOT_ROW) {
		*cases = sqlite3_column_int64(s, 0);
		*right = sqlite3_column_int64(s, 1);
		*of = sqlite3_column_int64(s, 2);
	}
	if (s)
		stmt_close(s);
	arena_clear(&scratch);
	return got != GOT_ERROR;
}
