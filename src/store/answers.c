/* SPDX-License-Identifier: MIT */
/* Answers and notes: all of them, one seat's, what a viewer is shown. */
#include "store/answers.h"

/* Events give answers as text; rules compare those of number questions as numbers. */
static struct json *value_of(
    struct store *st, struct arena *a, struct str type, struct str question, struct str value)
{
	const struct record_type *t = st->pack ? pack_type(st->pack, type) : NULL;
	const struct attr *at = t ? attr_find(st->pack, t, question) : NULL;
	int64_t i;

	if (at && at->home == AT_ANSWER && at->type == VT_INT && str_int(value, &i))
		return json_int(a, i);
	return json_str(a, value);
}

/* Rows of question, value, reason; of a question that comes twice the first one counts. */
static bool read_objects(struct query *q, sqlite3_stmt *s, struct str type,
    struct json *answers, struct json *reasons, struct err *e)
{
	struct arena *a = q->arena;
	enum got got = GOT_ERROR;

	while (s && (got = stmt_next(q->st, s, e)) == GOT_ROW) {
		struct str question = col_text(s, 0, a), reason = col_text(s, 2, a);
		if (json_get_str(answers, question))
			continue;
		json_put_str(a, answers, question,
		    value_of(q->st, a, type, question, col_text(s, 1, a)));
		if (reason.n)
			json_put_str(a, reasons, question, json_str(a, reason));
	}
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

/* A second reader's form is empty where they have not answered, whatever the first said. */
static void of_seat(struct query *q, int64_t seat)
{
	query_sql(q, "(w.seat = ");
	query_int(q, seat);
	query_sql(q, " OR (w.seat = 0 AND w.blind = 0))");
}

bool answers_load(const struct query *base, struct record *r, struct err *e)
{
	struct json *answers = json_obj(base->arena), *reasons = json_obj(base->arena);
	struct query q = query_like(base);

	query_sql(&q,
	    "SELECT w.question, w.value, w.reason FROM answer w CROSS JOIN record r ON "
	    "r.id = w.record WHERE w.record = ");
	query_int(&q, r->id);
	query_sql(&q, " AND ");
	if (q.sight.blind) {
		query_sql(&q, "(w.seat = 0 OR (r.blind = 1 AND (w.seat = -1 OR w.by = ");
		query_text(&q, q.sight.v->user);
		query_sql(&q, "))) AND ");
		seen_answer(&q);
	} else if (r->answers_seat) {
		of_seat(&q, r->answers_seat);
	} else {
		query_sql(&q, "w.seat = 0");
	}
	query_sql(&q, q.sight.blind ? " ORDER BY w.seq DESC" : " ORDER BY w.seat DESC, w.seq");
	r->answers = answers;
	r->reasons = reasons;
	return read_objects(&q, query_open(&q, e), r->type, answers, reasons, e);
}

bool record_seat(struct store *st, struct arena *a, int64_t record, int64_t seat,
    struct json **answers, struct json **reasons, struct err *e)
{
	struct query q = query_new(st, a);
	struct str type = {0};
	sqlite3_stmt *s = stmt_open(st, e, SQL_search_source, "i", record);

	*answers = json_obj(a);
	*reasons = json_obj(a);
	if (!s)
		return false;
	if (stmt_next(st, s, e) == GOT_ROW)
		type = col_text(s, 1, a);
	stmt_close(s);
	return read_objects(
	    &q, stmt_open(st, e, SQL_seat_of, "ii", record, seat), type, *answers, *reasons, e);
}

/* Readers are shown one answer to a question: the last one of what is not hidden. The first's,
 * once locked, stands at seat 1 too. */
static void shown_once(struct query *q)
{
	query_sql(q, " AND (r.blind = 0 OR NOT EXISTS (SELECT 1 FROM answer x WHERE x.record = "
		     "w.record AND x.question = w.question AND (x.by = ");
	query_text(q, q->sight.v->user);
	query_sql(q,
	    " OR (x.blind = 0 AND x.seat <= 0)) AND (x.seq > w.seq OR (x.seq = w.seq AND "
	    "x.seat < w.seat)))) AND (w.seat >= 0 OR r.blind = 1)");
}

/* ---- lists ------------------------------------------------------------------------ */

static bool read_answers(
    struct store *st, struct arena *a, sqlite3_stmt *s, struct answer_rows *out, struct err *e)
{
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

bool record_answers(
    struct store *st, struct arena *a, int64_t record, struct answer_rows *out, struct err *e)
{
	return read_answers(st, a, stmt_open(st, e, SQL_answers_of, "i", record), out, e);
}

bool record_answers_seen(struct store *st, struct arena *a, const struct viewer *v,
    int64_t record, struct answer_rows *out, struct err *e)
{
	struct query q = query_seen(st, a, v);
	bool blind = q.sight.blind;

	query_sql(&q, "SELECT w.form, w.question, w.value, w.reason, ");
	seen_by(&q, "w.by");
	query_sql(&q, ", w.at, w.pack, ");
	query_sql(
	    &q, blind ? "CASE WHEN r.blind AND w.seat <> 2 THEN 0 ELSE w.seat END" : "w.seat");
	query_sql(&q, ", w.seq FROM answer w CROSS JOIN record r ON r.id = w.record WHERE "
		      "w.record = ");
	query_int(&q, record);
	query_sql(&q, " AND ");
	seen_answer(&q);
	if (blind)
		shown_once(&q);
	else
		query_sql(&q, " AND w.seat >= 0");
	query_sql(&q, " AND ");
	viewer_where(&q, "r.id");
	query_sql(&q, " ORDER BY 8, w.seq");
	return read_answers(st, a, query_open(&q, e), out, e);
}

static bool read_notes(
    struct store *st, struct arena *a, sqlite3_stmt *s, struct note_rows *out, struct err *e)
{
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

bool record_notes(
    struct store *st, struct arena *a, int64_t record, struct note_rows *out, struct err *e)
{
	return read_notes(st, a, stmt_open(st, e, SQL_notes_of, "i", record), out, e);
}

bool record_notes_seen(struct store *st, struct arena *a, const struct viewer *v,
    int64_t record, struct note_rows *out, struct err *e)
{
	struct query q = query_seen(st, a, v);

	query_sql(&q, "SELECT w.seq, ");
	seen_by(&q, "w.by");
	query_sql(&q, ", w.at, w.body FROM note w CROSS JOIN record r ON r.id = w.record WHERE "
		      "w.record = ");
	query_int(&q, record);
	query_sql(&q, " AND ");
	seen_act(&q, "w.by", "w.seq");
	query_sql(&q, " AND ");
	seen_note(&q, "w.by", "w.seq");
	query_sql(&q, " AND ");
	viewer_where(&q, "r.id");
	query_sql(&q, " ORDER BY w.seq");
	return read_notes(st, a, query_open(&q, e), out, e);
}
