/* SPDX-License-Identifier: MIT */
/* Kept counters, who holds what, leases. */
#include "lookback/store/record.h"

#include "store/rows.h"

/* ---- counters -------------------------------------------------------------------- */

/* Rows of the counters that stand under `who`, as the viewer is shown them. */
static void kept(struct query *q, struct str who, const char *sign)
{
	bool blind = q->sight.blind;

	query_sql(q, "SELECT t.type, t.state, ");
	if (blind) {
		query_sql(q, "CASE WHEN t.blind = 0 OR t.queue IN (''");
		for (size_t i = 0; i < q->sight.v->roles.n; i++) {
			query_sql(q, ",");
			query_text(q, q->sight.v->roles.v[i]);
		}
		query_sql(q, ") AND t.queue <> '' THEN t.queue ELSE t.home END AS queue");
	} else {
		query_sql(q, "t.queue AS queue");
	}
	query_sql(q, ", t.band, t.final, ");
	query_sql(q, sign);
	query_sql(q, "t.n AS n, ");
	query_sql(q, sign);
	query_sql(q, blind ? "(t.blind = 0) * t.held AS held, " : "t.held AS held, ");
	query_sql(q, sign);
	query_sql(q, blind ? "(t.blind = 0) * t.asleep AS asleep, " : "t.asleep AS asleep, ");
	query_sql(q, sign);
	query_sql(q, blind
			 ? "(CASE t.blind WHEN 0 THEN t.unopened ELSE t.fresh END) AS unopened"
			 : "t.unopened AS unopened");
	query_sql(q, " FROM tally t WHERE t.who = ");
	query_text(q, who);
}

static void place_of(struct query *q)
{
	query_sql(q, " UNION ALL SELECT r.type, r.state, coalesce(");
	seen(q, SEEN_QUEUE);
	query_sql(q, ", ''), coalesce(r.band, ''), r.final, ");
}

/* Those hidden by something else than a staff code, unless the staff code hides them too. */
static void less_lost(struct query *q)
{
	place_of(q);
	if (q->sight.blind)
		query_sql(q, "-1, -(r.blind = 0 AND r.holder IS NOT NULL), -(r.blind = 0 AND "
			     "r.holder IS NULL AND r.wake IS NOT NULL), -(CASE r.blind WHEN 0 "
			     "THEN r.views = 0 ELSE r.base_views = 0 END)");
	else
		query_sql(q,
		    "-1, -(r.holder IS NOT NULL), -(r.holder IS NULL AND r.wake IS NOT "
		    "NULL), -(r.views = 0)");
	query_sql(q, " FROM record r WHERE r.id IN ");
	viewer_lost(q);
	query_sql(q, " AND NOT EXISTS (SELECT 1 FROM record_bar b WHERE b.record = r.id AND "
		     "b.who = ");
	query_text(q, q->sight.v->staff);
	query_sql(q, ")");
}

/* What readers themselves did on blind records they are shown. */
static void and_own(struct query *q)
{
	struct str me = q->sight.v->user;

	place_of(q);
	query_sql(q, "0, (r.holder IS NOT NULL AND r.holder = ");
	query_text(q, me);
	query_sql(q, "), (");
	seen(q, SEEN_HOLDER);
	query_sql(q, ") IS NULL AND (");
	seen(q, SEEN_WAKE);
	query_sql(q, ") IS NOT NULL, -(r.base_views = 0 AND ");
	seen(q, SEEN_VIEWS);
	query_sql(q, " > 0) FROM record r WHERE r.blind = 1 AND r.id IN (SELECT id FROM record "
		     "WHERE holder IS NOT NULL AND holder = ");
	query_text(q, me);
	query_sql(q, " UNION SELECT id FROM record WHERE wake IS NOT NULL AND aside = ");
	query_text(q, me);
	query_sql(q, " UNION SELECT record FROM part WHERE user = ");
	query_text(q, me);
	query_sql(q, ") AND ");
	viewer_where(q, "r.id");
}

static void counters(struct query *q)
{
	const struct sight *s = &q->sight;

	kept(q, (struct str){0}, "");
	if (s->barred[0]) {
		query_sql(q, " UNION ALL ");
		kept(q, s->v->staff, "-");
	}
	if (s->barred[1] || s->shade)
		less_lost(q);
	if (s->blind)
		and_own(q);
}

bool record_tally(struct store *st, struct arena *a, const struct viewer *v,
    struct tally_rows *out, struct err *e)
{
	struct query q = query_seen(st, a, v);
	enum got got = GOT_ERROR;
	sqlite3_stmt *s;

	*out = (struct tally_rows){0};
	if (q.sight.nothing)
		return true;
	query_sql(&q, "SELECT type, state, queue, band, final, sum(n), sum(held), sum(asleep), "
		      "sum(unopened) FROM ");
	if (q.sight.blind || q.sight.barred[0] || q.sight.barred[1]) {
		query_sql(&q, "(");
		counters(&q);
		query_sql(&q, ")");
	} else {
		query_sql(&q, "tally WHERE who = ''"); /* in the order of its key */
	}
	query_sql(&q, " GROUP BY 1, 2, 3, 4, 5 HAVING sum(n) > 0 ORDER BY 1, 2, 3, 4, 5");
	s = query_open(&q, e);
	while (s && (got = stmt_next(st, s, e)) == GOT_ROW)
		*arena_push(a, out) = (struct tally_row){.type = col_text(s, 0, a),
		    .state = col_text(s, 1, a),
		    .queue = col_text(s, 2, a),
		    .band = col_text(s, 3, a),
		    .final = sqlite3_column_int(s, 4) != 0,
		    .n = sqlite3_column_int64(s, 5),
		    .held = sqlite3_column_int64(s, 6),
		    .asleep = sqlite3_column_int64(s, 7),
		    .unopened = sqlite3_column_int64(s, 8)};
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

bool count_all(
    struct store *st, struct arena *a, const struct viewer *v, int64_t *out, struct err *e)
{
	struct query q = query_seen(st, a, v);

	query_sql(&q, "SELECT coalesce(sum(n), 0) FROM (");
	counters(&q);
	query_sql(&q, ")");
	return query_number(&q, out, e);
}

/* ---- late ------------------------------------------------------------------------- */

/* Late ones that the viewer may not see; readers' late ones are others, and all are looked
 * at. */
static void late_rows(struct query *q, struct str queue, int64_t now)
{
	const struct sight *s = &q->sight;

	query_sql(q, "SELECT count(*) FROM ");
	if (s->blind) {
		query_sql(q, "record r WHERE r.home_key < ");
	} else {
		query_sql(q, "(SELECT record AS id FROM record_bar WHERE who = ");
		query_text(q, s->v->staff);
		query_sql(q, " UNION SELECT record FROM record_bar WHERE who = ");
		query_text(q, s->account);
		query_sql(q, ") b CROSS JOIN record r ON r.id = b.id WHERE r.due < ");
	}
	query_int(q, now);
	if (queue.n) {
		query_sql(q, " AND +");
		seen(q, SEEN_QUEUE);
		query_sql(q, " = ");
		query_text(q, queue);
	}
	if (s->blind) {
		query_sql(q, " AND ");
		viewer_where(q, "r.id");
	}
}

bool record_late(struct store *st, const struct viewer *v, struct str queue, int64_t now,
    int64_t *out, struct err *e)
{
	struct arena_mark m = arena_mark(&st->calls);
	struct query q = query_seen(st, &st->calls, v);
	int64_t all = 0, less = 0;
	bool ok = true, looked = q.sight.blind || q.sight.barred[0] || q.sight.barred[1];

	*out = 0;
	if (!q.sight.nothing && !q.sight.blind)
		ok = queue.n ? stmt_number(st, e, 0, &all, SQL_late_in, "is", now, queue)
			     : stmt_number(st, e, 0, &all, SQL_late_all, "i", now);
	if (ok && !q.sight.nothing && looked) {
		late_rows(&q, queue, now);
		ok = query_number(&q, &less, e);
	}
	*out = q.sight.blind ? less : all - less;
	arena_back(&st->calls, m);
	return ok;
}

bool record_moves_since(
    struct store *st, struct str user, int64_t since, int64_t *out, struct err *e)
{
	return stmt_number(st, e, 0, out, SQL_moves_since, "si", user, since);
}

/* ---- claims and leases -------------------------------------------------------------- */

static struct query select_from(
    struct store *st, struct arena *a, const struct viewer *v, const char *rest)
{
	struct query q = query_seen(st, a, v);

	query_sql(&q, "SELECT ");
	record_columns(&q);
	query_sql(&q, rest);
	return q;
}

bool record_held_by(struct store *st, struct arena *a, const struct viewer *v, struct str user,
    struct records *out, struct err *e)
{
	struct query q =
	    select_from(st, a, v, " FROM record r WHERE r.holder IS NOT NULL AND r.holder = ");

	query_text(&q, user);
	if (q.sight.blind) {
		query_sql(&q, " AND (");
		seen(&q, SEEN_HOLDER);
		query_sql(&q, ") IS NOT NULL");
	}
	query_sql(&q, " AND ");
	viewer_where(&q, "r.id");
	query_sql(&q, " ORDER BY r.held, r.id");
	return records_read(&q, a, out, e);
}

bool lease_set(struct store *st, int64_t record, struct str user, int64_t ends, struct err *e)
{
	return stmt_run(st, e, SQL_lease_put, "isi", record, user, ends);
}

bool lease_extend(struct store *st, struct str user, int64_t ends, struct err *e)
{
	return stmt_run(st, e, SQL_lease_extend, "si", user, ends);
}

/* One call is one round's worth. */
bool lease_over(
    struct store *st, struct arena *a, int64_t now, struct records *out, struct err *e)
{
	struct query q = select_from(st, a, NULL,
	    " FROM record r LEFT JOIN lease l ON l.record = r.id AND l.user = r.holder"
	    " WHERE r.holder IS NOT NULL AND (l.ends IS NULL OR l.ends <= ");

	query_int(&q, now);
	query_sql(&q, ") LIMIT 100");
	return records_read(&q, a, out, e);
}

bool wake_over(
    struct store *st, struct arena *a, int32_t today, struct records *out, struct err *e)
{
	struct query q =
	    select_from(st, a, NULL, " FROM record r WHERE r.wake IS NOT NULL AND r.wake <= ");
	char day[DAY_LEN + 1];

	day_text(today, day);
	query_text(&q, (struct str){day, DAY_LEN});
	query_sql(&q, " ORDER BY r.wake, r.id LIMIT 100");
	return records_read(&q, a, out, e);
}
