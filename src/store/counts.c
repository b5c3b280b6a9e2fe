/* SPDX-License-Identifier: MIT */
/* Kept counters, who holds what, leases. */
#include "lookback/store/record.h"

#include "store/rows.h"

bool record_tally(struct store *st, struct arena *a, const struct viewer *v,
    struct tally_rows *out, struct err *e)
{
	struct str staff = v->engine ? (struct str){0} : v->staff;
	enum got got = GOT_ERROR;
	sqlite3_stmt *s;

	*out = (struct tally_rows){0};
	if (!v->engine && !v->cases)
		return true;
	s = stmt_open(st, e, SQL_tally_list, "s", staff);
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

bool record_late(struct store *st, const struct viewer *v, struct str queue, int64_t now,
    int64_t *out, struct err *e)
{
	int64_t all = 0, barred = 0;
	bool ok;

	*out = 0;
	if (!v->engine && !v->cases)
		return true;
	ok = queue.n ? stmt_number(st, e, 0, &all, SQL_late_in, "is", now, queue)
		     : stmt_number(st, e, 0, &all, SQL_late_all, "i", now);
	if (ok && !v->engine && v->staff.n)
		ok = stmt_number(
		    st, e, 0, &barred, SQL_late_barred, "iss", now, queue, v->staff);
	*out = all - barred;
	return ok;
}

bool record_moves_since(
    struct store *st, struct str user, int64_t since, int64_t *out, struct err *e)
{
	return stmt_number(st, e, 0, out, SQL_moves_since, "si", user, since);
}

static struct query select_from(struct store *st, struct arena *a, const char *rest)
{
	struct query q = query_new(st, a);

	query_sql(&q, "SELECT ");
	query_sql(&q, record_columns);
	query_sql(&q, rest);
	return q;
}

bool record_held_by(struct store *st, struct arena *a, const struct viewer *v, struct str user,
    struct records *out, struct err *e)
{
	struct query q =
	    select_from(st, a, " FROM record r WHERE r.holder IS NOT NULL AND r.holder = ");

	query_text(&q, user);
	query_sql(&q, " AND ");
	viewer_where(&q, v, "r.id");
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
	struct query q = select_from(st, a,
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
	    select_from(st, a, " FROM record r WHERE r.wake IS NOT NULL AND r.wake <= ");
	char day[DAY_LEN + 1];

	day_text(today, day);
	query_text(&q, (struct str){day, DAY_LEN});
	query_sql(&q, " ORDER BY r.wake, r.id LIMIT 100");
	return records_read(&q, a, out, e);
}
