/* SPDX-License-Identifier: MIT */
/* One record: its row, and with everything that belongs to it. */
#include "lookback/store/record.h"

#include "store/answers.h"
#include "store/rows.h"

static bool one(
    struct query *q, struct arena *a, struct str ref, struct record *out, struct err *e)
{
	struct records rows;

	if (!records_read(q, a, &rows, e))
		return false;
	if (rows.n == 0)
		return err_set(e, ERR_NOT_FOUND, "there is no record %.*s", STR_ARG(ref));
	*out = rows.v[0];
	return true;
}

bool record_get(struct store *st, struct arena *a, const struct viewer *v, struct str ref,
    struct record *out, struct err *e)
{
	struct query q = query_seen(st, a, v);

	query_sql(&q, "SELECT ");
	record_columns(&q);
	query_sql(&q, " FROM record r WHERE r.ref = ");
	query_text(&q, ref);
	query_sql(&q, " AND ");
	viewer_where(&q, "r.id");
	return one(&q, a, ref, out, e);
}

/* ---- what belongs to it ------------------------------------------------------- */

static bool load_texts(struct store *st, struct arena *a, struct record *r, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_texts_of, "i", r->id);
	struct json *texts = json_obj(a);
	enum got got = GOT_ERROR;

	while (s && (got = stmt_next(st, s, e)) == GOT_ROW)
		json_put_str(a, texts, col_text(s, 0, a), json_str(a, col_text(s, 1, a)));
	if (s)
		stmt_close(s);
	r->texts = texts;
	return got != GOT_ERROR;
}

/* The first column of what a query gives. */
static bool texts_read(struct query *q, struct strs *out, struct err *e)
{
	sqlite3_stmt *s = query_open(q, e);
	enum got got = GOT_ERROR;

	*out = (struct strs){0};
	while (s && (got = stmt_next(q->st, s, e)) == GOT_ROW)
		*arena_push(q->arena, out) = col_text(s, 0, q->arena);
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

static struct query about(const struct query *base, const char *sql, int64_t record)
{
	struct query q = query_like(base);

	query_sql(&q, sql);
	query_int(&q, record);
	return q;
}

/* Readers are not told who else may not see a record that is blind. */
static bool load_bars(const struct query *base, struct record *r, struct err *e)
{
	struct query q = about(base, "SELECT who FROM record_bar WHERE record = ", r->id);

	query_sql(&q, q.sight.blind && r->blind ? " AND who NOT GLOB '@*' ORDER BY who"
						: " ORDER BY who");
	return texts_read(&q, &r->bars, e);
}

static bool load_sat(const struct query *base, struct record *r, struct err *e)
{
	struct query q = about(base,
	    "SELECT w.who FROM sat w CROSS JOIN record r ON r.id = w.record WHERE w.record = ",
	    r->id);

	query_sql(&q, " AND ");
	seen_act(&q, "w.who", "w.seq");
	query_sql(&q, " GROUP BY w.who ORDER BY min(w.seq)");
	return texts_read(&q, &r->sat, e);
}

static bool load_done(const struct query *base, struct record *r, struct err *e)
{
	struct query q = about(base,
	    "SELECT w.transition FROM did w CROSS JOIN record r ON r.id = w.record WHERE "
	    "w.record = ",
	    r->id);

	query_sql(&q, " AND ");
	seen_did(&q);
	query_sql(&q, " GROUP BY w.transition ORDER BY min(w.seq)");
	return texts_read(&q, &r->done, e);
}

static bool load_taken(const struct query *base, struct record *r, struct err *e)
{
	struct query q = about(base,
	    "SELECT w.by, w.at FROM did w CROSS JOIN record r ON r.id = w.record WHERE "
	    "w.record = ",
	    r->id);
	enum got got = GOT_ERROR;
	sqlite3_stmt *s;

	query_sql(&q, " AND ");
	seen_taker(&q);
	query_sql(&q, " ORDER BY w.seq");
	s = query_open(&q, e);
	while (s && (got = stmt_next(q.st, s, e)) == GOT_ROW)
		*arena_push(q.arena, &r->taken) =
		    (struct taken){col_text(s, 0, q.arena), sqlite3_column_int64(s, 1)};
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

static bool load_types(const struct query *base, const struct record *r, bool open,
    struct strs *out, struct err *e)
{
	struct query q = query_like(base);

	query_sql(&q, "SELECT DISTINCT w.type FROM record w WHERE w.parent = ");
	query_text(&q, r->ref);
	query_sql(&q, open ? " AND w.final = 0 AND " : " AND ");
	viewer_where(&q, "w.id");
	query_sql(&q, " ORDER BY w.type");
	return texts_read(&q, out, e);
}

static bool load_clocks(const struct query *base, struct record *r, struct err *e)
{
	struct query q = about(base, "SELECT name FROM clock WHERE record = ", r->id);

	query_sql(&q, " ORDER BY name");
	return texts_read(&q, &r->clocks, e);
}

static bool load_did(struct store *st, struct arena *a, struct record *r, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_dids_of, "iso", r->id, r->ref, r->parent);
	enum got got = GOT_ERROR;

	while (s && (got = stmt_next(st, s, e)) == GOT_ROW)
		*arena_push(a, &r->did) = (struct did){col_text(s, 0, a), col_text(s, 1, a)};
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

bool record_whole(struct store *st, struct arena *a, const struct viewer *v, struct str ref,
    struct record *out, struct err *e)
{
	struct query base = query_seen(st, a, v);
	int64_t seat = v->engine ? out->answers_seat : 0;

	if (!record_get(st, a, v, ref, out, e))
		return false;
	out->answers_seat = seat;
	return load_texts(st, a, out, e) && answers_load(&base, out, e) &&
	       load_bars(&base, out, e) && load_sat(&base, out, e) &&
	       load_done(&base, out, e) && load_taken(&base, out, e) &&
	       load_clocks(&base, out, e) && load_types(&base, out, true, &out->open, e) &&
	       load_types(&base, out, false, &out->child, e) && load_did(st, a, out, e);
}
