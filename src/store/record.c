/* SPDX-License-Identifier: MIT */
/* One record: its row, and with everything that belongs to it. */
#include "lookback/store/record.h"

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
	struct query q = query_new(st, a);

	query_sql(&q, "SELECT ");
	query_sql(&q, record_columns);
	query_sql(&q, " FROM record r WHERE r.ref = ");
	query_text(&q, ref);
	query_sql(&q, " AND ");
	viewer_where(&q, v, "r.id");
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

static bool load_bars(struct store *st, struct arena *a, struct record *r, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_bars_of, "i", r->id);
	enum got got = GOT_ERROR;

	while (s && (got = stmt_next(st, s, e)) == GOT_ROW)
		*arena_push(a, &r->bars) = col_text(s, 0, a);
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

static bool load_did(struct store *st, struct arena *a, struct record *r, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_dids_of, "i", r->id);
	enum got got = GOT_ERROR;

	while (s && (got = stmt_next(st, s, e)) == GOT_ROW)
		*arena_push(a, &r->did) = (struct did){col_text(s, 0, a), col_text(s, 1, a)};
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

/* Events give answers as text; rules compare those of number questions as numbers. */
static struct json *answer_value(
    struct store *st, struct arena *a, const struct record *r, const struct answer_row *w)
{
	const struct record_type *t = st->pack ? pack_type(st->pack, r->type) : NULL;
	const struct attr *at = t ? attr_find(st->pack, t, w->question) : NULL;
	int64_t i;

	if (at && at->home == AT_ANSWER && at->type == VT_INT && str_int(w->value, &i))
		return json_int(a, i);
	return json_str(a, w->value);
}

static bool load_answers(struct store *st, struct arena *a, struct record *r, struct err *e)
{
	struct json *answers = json_obj(a), *reasons = json_obj(a);
	struct answer_rows rows;

	if (!record_answers(st, a, r->id, &rows, e))
		return false;
	for (size_t i = 0; i < rows.n; i++) {
		const struct answer_row *w = &rows.v[i];
		if (w->seat != 0)
			continue;
		json_put_str(a, answers, w->question, answer_value(st, a, r, w));
		if (w->reason.n)
			json_put_str(a, reasons, w->question, json_str(a, w->reason));
	}
	r->answers = answers;
	r->reasons = reasons;
	return true;
}

bool record_whole(struct store *st, struct arena *a, const struct viewer *v, struct str ref,
    struct record *out, struct err *e)
{
	return record_get(st, a, v, ref, out, e) && load_texts(st, a, out, e) &&
	       load_answers(st, a, out, e) && load_bars(st, a, out, e) &&
	       load_did(st, a, out, e);
}

bool record_answers(
    struct store *st, struct arena *a, int64_t record, struct answer_rows *out, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_answers_of, "i", record);
	enum got got = GOT_ERROR;

	*out = (struct answer_rows){0};
	while (s && (got = stmt_next(st, s, e)) == GOT_ROW)
		*arena_push(a, out) = (struct answer_row){.form = col_text(s, 0, a),
		    .question = col_text(s, 1, a),
		    .value = col_text(s, 2, a),
		    .reason = col_text(s, 3, a),
		    .by = col_text(s, 4, a),
		    .at = col_text(s, 5, a),
		    .pack = col_text(s, 6, a),
		    .seat = sqlite3_column_int64(s, 7),
		    .seq = sqlite3_column_int64(s, 8)};
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

bool record_notes(
    struct store *st, struct arena *a, int64_t record, struct note_rows *out, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_notes_of, "i", record);
	enum got got = GOT_ERROR;

	*out = (struct note_rows){0};
	while (s && (got = stmt_next(st, s, e)) == GOT_ROW)
		*arena_push(a, out) = (struct note_row){.seq = sqlite3_column_int64(s, 0),
		    .by = col_text(s, 1, a),
		    .at = col_text(s, 2, a),
		    .text = col_text(s, 3, a)};
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}
