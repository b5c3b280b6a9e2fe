/* SPDX-License-Identifier: MIT */
/*
 * Quality passes: what was fixed, drawn and closed, and the readings of single records. While
 * a record is read again it stands where any case stands that is read blind; when nothing
 * comes of it, it is again what it was.
 */
#include "store/project.h"

/* ---- plans ---------------------------------------------------------------------- */

bool project_plan_fixed(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body;

	return stmt_run(st, e, SQL_plan_fix, "issssssssiiiiiiiiiisssio", ev->seq,
	    json_get_text(b, "plan"), json_get_text(b, "rule"), json_get_text(b, "kind"),
	    json_get_text(b, "label"), json_get_text(b, "expr"), json_get_text(b, "always"),
	    json_get_text(b, "found"), json_text(&st->scratch, json_get(b, "strata")),
	    json_get_int(b, "size", 0), json_get_int(b, "percent", 0),
	    json_get_int(b, "least", 0), json_get_int(b, "first", 0),
	    json_get_int(b, "days", 0), json_get_int(b, "share", 0),
	    json_get_int(b, "confidence", 0), json_get_int(b, "allow", 0),
	    json_get_int(b, "aql", 0), (int64_t)json_get_bool(b, "whole"),
	    json_get_text(b, "seed"), json_get_text(b, "reason"), ev->actor, ev->at,
	    json_get_text(b, "of"));
}

/* The frame itself stays in the log alone. */
bool project_sample_drawn(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body;

	return stmt_run(st, e, SQL_plan_draw, "sissiii", json_get_text(b, "plan"), ev->seq,
	    json_get_text(b, "frame"), json_get_text(b, "head"), json_get_int(b, "seq", 0),
	    (int64_t)json_get(b, "refs")->n, (int64_t)json_get(b, "sample")->n);
}

bool project_plan_closed(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body;

	return stmt_run(st, e, SQL_plan_close, "siiso", json_get_text(b, "plan"), ev->seq,
	    (int64_t)json_get_bool(b, "passed"), json_get_text(b, "text"),
	    json_get_text(b, "follow"));
}

/* ---- a reading begins ------------------------------------------------------------- */

static bool put_reading(
    struct store *st, const struct occurrence *ev, const struct subject *r, struct err *e)
{
	const struct json *b = ev->body;
	struct str queue = json_get_text(b, "queue");
	struct str home = json_get(b, "home") ? json_get_text(b, "home") : queue;

	return stmt_run(st, e, SQL_item_add, "iisissis", r->id, ev->seq,
		   json_get_text(b, "plan"), json_get_int(b, "place", 0),
		   json_get_text(b, "stratum"), json_get_text(b, "from"),
		   json_get_int(b, "seat", 0), json_get_text(b, "author")) &&
	       stmt_run(st, e, SQL_reading_open, "isoitioiiiios", r->id, json_get_text(b, "to"),
		   queue, json_get_int(b, "rank", 0), time_in(b, "due"), ev->at, home,
		   json_get_int(b, "seat", 0), json_get_int(b, "blind_from", 0),
		   json_get_int(b, "version", 0), json_get_int(b, "views", 0),
		   json_get_text(b, "author"), json_get_text(b, "plan"));
}

/* The author sits at the first seat, with the answers that stand. */
static bool seat_author(
    struct store *st, const struct occurrence *ev, const struct subject *r, struct err *e)
{
	if (json_get_int(ev->body, "seat", 0) == 0)
		return true;
	return stmt_run(st, e, SQL_answers_lock, "i", r->id) &&
	       stmt_run(st, e, SQL_sat_add, "iisi", r->id, ev->seq,
		   json_get_text(ev->body, "author"), (int64_t)0);
}

bool project_reading_opened(struct store *st, const struct occurrence *ev, struct err *e)
{
	int64_t from = json_get_int(ev->body, "blind_from", 0);
	struct subject r;

	return subject_find(st, ev, &r, e) && tally_leave(st, r.id, e) &&
	       claim_end(st, ev, &r, e) && put_reading(st, ev, &r, e) &&
	       contest_begins(st, &r, true, e) && seat_author(st, ev, &r, e) &&
	       stmt_run(st, e, SQL_answers_cover, "ii", r.id, from) &&
	       (r.was_blind ||
		   stmt_run(st, e, SQL_shade_below, "isi", r.id, ev->record, from)) &&
	       tally_join(st, r.id, e);
}

/* ---- a reading ends ----------------------------------------------------------------- */

/* The reading that runs on a record; seq 0: none. */
struct running {
	int64_t seq, seat;
};

static bool running_of(struct store *st, int64_t record, struct running *out, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_item_current, "i", record);
	enum got got;

	*out = (struct running){0};
	if (!s)
		return false;
	got = stmt_next(st, s, e);
	if (got == GOT_ROW) {
		out->seq = sqlite3_column_int64(s, 0);
		out->seat = sqlite3_column_int64(s, 1);
	}
	stmt_close(s);
	return got != GOT_ERROR;
}

/* What counted before counts again. What a first reader gave goes to the second seat. */
static bool answers_back(
    struct store *st, const struct subject *r, const struct running *was, struct err *e)
{
	if (!stmt_run(st, e, SQL_answers_recall, "ii", r->id, was->seq))
		return false;
	if (was->seat == 0) {
		if (!stmt_run(st, e, SQL_answers_unseat, "i", r->id) ||
		    !stmt_run(st, e, SQL_answers_aside, "i", r->id))
			return false;
	} else if (!stmt_run(st, e, SQL_answers_drop_blind, "i", r->id) ||
		   !stmt_run(st, e, SQL_answers_stand_again, "i", r->id)) {
		return false;
	}
	return stmt_run(st, e, SQL_answers_recalled, "i", r->id) &&
	       stmt_run(st, e, SQL_answers_uncover, "i", r->id);
}

static bool go_back(struct store *st, const struct occurrence *ev, const struct subject *r,
    const struct running *was, struct err *e)
{
	const struct json *b = ev->body;

	return tally_leave(st, r->id, e) && claim_end(st, ev, r, e) &&
	       answers_back(st, r, was, e) &&
	       stmt_run(st, e, SQL_did_undo, "iii", r->id, was->seq, ev->seq) &&
	       stmt_run(st, e, SQL_reading_back, "isoitii", r->id, json_get_text(b, "to"),
		   json_get_text(b, "queue"), json_get_int(b, "rank", 0), time_in(b, "due"),
		   (int64_t)json_get_bool(b, "final"), was->seq) &&
	       tally_join(st, r->id, e);
}

/* Pairs first: what the third person gave is at seat 0 until the record goes back. When it
 * does not, it stays blind until its step is taken. */
bool project_reading_closed(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body;
	struct str result = json_get_text(b, "result");
	struct running was;
	struct subject r;

	return subject_find(st, ev, &r, e) && running_of(st, r.id, &was, e) &&
	       contest_ends(st, &r, e) &&
	       stmt_run(st, e, SQL_item_close, "iiisss", r.id, ev->seq, ev->at, result,
		   json_text(&st->scratch, json_get(b, "differ")), ev->actor) &&
	       stmt_run(st, e, SQL_record_reading, "is", r.id, result) &&
	       (!json_get_bool(b, "back") || go_back(st, ev, &r, &was, e));
}

/* The seat is free for the next reader, as if nobody had sat there. */
bool project_reading_scored(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body;
	struct subject r;

	return subject_find(st, ev, &r, e) && tally_leave(st, r.id, e) &&
	       claim_end(st, ev, &r, e) &&
	       stmt_run(st, e, SQL_score_add, "isisiii", ev->seq, ev->actor, r.id,
		   json_get_text(b, "plan"), json_get_int(b, "right", 0),
		   json_get_int(b, "of", 0), ev->at) &&
	       stmt_run(st, e, SQL_answers_second_drop, "i", r.id) &&
	       stmt_run(st, e, SQL_reading_scored, "i", r.id) && tally_join(st, r.id, e);
}
