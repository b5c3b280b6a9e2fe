/* SPDX-License-Identifier: MIT */
/* What belongs in the frame of a quality pass, with the values that divide it. */
#include "lookback/store/quality.h"
#include "store/viewer.h"
#include "store/where.h"

/* Of a date its year, in London for instants. */
static void stratum_sql(struct query *q, const struct attr *at, int64_t now)
{
	query_sql(q, at->type == VT_DATE ? ", substr(" : ", ");
	attr_sql(q, at, now);
	query_sql(q, at->type == VT_DATE ? ", 1, 4)" : "");
}

static void columns(struct query *q, const struct expr *always,
    const struct attr *const *strata, size_t n, int64_t now)
{
	query_sql(q, "SELECT r.id, r.ref, r.author, r.moved, ");
	if (always)
		where_add(q, always, NULL, now);
	else
		query_sql(q, "0");
	for (size_t i = 0; i < n; i++)
		stratum_sql(q, strata[i], now);
}

static bool read_rows(struct query *q, size_t n, struct frame_rows *out, struct err *e)
{
	sqlite3_stmt *s = query_open(q, e);
	struct arena *a = q->arena;
	enum got got = GOT_ERROR;

	while (s && (got = stmt_next(q->st, s, e)) == GOT_ROW) {
		struct frame_row *w = arena_push(a, out);
		*w = (struct frame_row){.id = sqlite3_column_int64(s, 0),
		    .ref = col_text(s, 1, a),
		    .author = col_text(s, 2, a),
		    .moved = sqlite3_column_int64(s, 3),
		    .always = sqlite3_column_int(s, 4) != 0};
		w->values = arena_new(a, struct str, n + 1);
		for (size_t i = 0; i < n; i++)
			w->values[i] = col_text(s, 5 + (int)i, a);
	}
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

bool frame_rows(struct store *st, struct arena *a, struct str type, const struct expr *where,
    const struct expr *always, const struct attr *const *strata, size_t nstrata, int64_t now,
    struct frame_rows *out, struct err *e)
{
	struct query q = query_new(st, a);

	*out = (struct frame_rows){0};
	columns(&q, always, strata, nstrata, now);
	query_sql(&q, " FROM record r WHERE r.type = ");
	query_text(&q, type);
	query_sql(&q, " AND ");
	where_add(&q, where, NULL, now);
	query_sql(&q, " ORDER BY r.moved, r.id");
	return read_rows(&q, nstrata, out, e);
}
