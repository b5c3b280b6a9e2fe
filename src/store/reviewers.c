/* SPDX-License-Identifier: MIT */
/* Work by the account whose answers count: how much, how long, what became of it. */
#include <stdlib.h>

#include "lookback/store/quality.h"
#include "store/viewer.h"

/* Of records r of the type with this author; each is one number by author. */
static const char columns[] =
    "SELECT r.author, sum(r.final), "
    "sum(r.final AND EXISTS (SELECT 1 FROM pair w WHERE w.record = r.id AND w.first_by = "
    "r.author)), "
    "sum(r.final AND EXISTS (SELECT 1 FROM pair w WHERE w.record = r.id AND w.first_by = "
    "r.author AND w.open = 0 AND w.final IS NOT w.first)), "
    "sum((SELECT count(DISTINCT w.cancelled) FROM did w CROSS JOIN event e ON e.seq = "
    "w.cancelled WHERE w.record = r.id AND w.by = r.author AND e.type = 'record.moved' AND "
    "e.actor <> w.by)), "
    "(SELECT count(*) FROM query w WHERE w.who = r.author AND w.closed IS NULL AND w.answered "
    "IS NULL), "
    "max((SELECT max(w.ended) FROM item w WHERE w.record = r.id AND w.author = r.author)) "
    "FROM record r WHERE r.author IS NOT NULL AND r.type = ";

/* From taking a record to the step with which its author gave it on, in minutes. */
static const char times[] =
    "SELECT r.author, CAST(round((d.at - (julianday(e.at) - 2440587.5) * 86400000.0) / "
    "60000.0) "
    "AS INTEGER) FROM record r CROSS JOIN claim c ON c.record = r.id AND c.holder = r.author "
    "CROSS JOIN did d ON d.record = r.id AND d.seq = c.to_seq AND d.by = c.holder "
    "CROSS JOIN event e ON e.seq = c.from_seq WHERE r.author IS NOT NULL AND r.type = ";

static struct query asked(
    struct store *st, struct arena *a, const struct viewer *v, const char *sql, struct str type)
{
	struct query q = query_seen(st, a, v);

	query_sql(&q, sql);
	query_text(&q, type);
	query_sql(&q, " AND ");
	viewer_where(&q, "r.id");
	return q;
}

static bool read_rows(struct query *q, struct reviewer_rows *out, struct err *e)
{
	sqlite3_stmt *s = query_open(q, e);
	enum got got = GOT_ERROR;

	while (s && (got = stmt_next(q->st, s, e)) == GOT_ROW)
		*arena_push(q->arena, out) =
		    (struct reviewer_row){.user = col_text(s, 0, q->arena),
			.closed = sqlite3_column_int64(s, 1),
			.second = sqlite3_column_int64(s, 2),
			.overturned = sqlite3_column_int64(s, 3),
			.returned = sqlite3_column_int64(s, 4),
			.queries = sqlite3_column_int64(s, 5),
			.sampled = col_time(s, 6)};
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

struct minutes {
	struct str user; /* in row order of the reviewers */
	int64_t *v;
	size_t n, cap;
};

/* Times of one account stand together, in rising order: the middle one is taken. */
static void median(struct minutes *m, struct reviewer_rows *rows)
{
	for (size_t i = 0; m->n && i < rows->n; i++)
		if (str_eq(rows->v[i].user, m->user))
			rows->v[i].minutes = (m->v[(m->n - 1) / 2] + m->v[m->n / 2]) / 2;
	m->n = 0;
}

static bool read_minutes(struct query *q, struct reviewer_rows *rows, struct err *e)
{
	sqlite3_stmt *s = query_open(q, e);
	enum got got = GOT_ERROR;
	struct minutes m = {0};

	while (s && (got = stmt_next(q->st, s, e)) == GOT_ROW) {
		if (!str_eq(col_view(s, 0), m.user)) {
			median(&m, rows);
			m.user = col_text(s, 0, q->arena);
		}
		*arena_push(q->arena, &m) = sqlite3_column_int64(s, 1);
	}
	median(&m, rows);
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

bool reviewer_list(struct store *st, struct arena *a, const struct viewer *v, struct str type,
    struct reviewer_rows *out, struct err *e)
{
	struct query rows = asked(st, a, v, columns, type),
		     spent = asked(st, a, v, times, type);

	*out = (struct reviewer_rows){0};
	query_sql(&rows, " GROUP BY r.author ORDER BY r.author");
	query_sql(&spent, " ORDER BY 1, 2");
	return read_rows(&rows, out, e) && read_minutes(&spent, out, e);
}
