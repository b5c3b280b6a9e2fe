/* SPDX-License-Identifier: MIT */
/* Seats, other versions of the pack, limits that have passed. */
#include "store/project.h"

/* The first reader's answers are kept as they were; what two gave differently counts no
 * more until it is decided. */
static bool seat_answers(
    struct store *st, const struct occurrence *ev, const struct subject *r, struct err *e)
{
	const struct json *differ = json_get(ev->body, "differ");

	if (json_get_int(ev->body, "seat", 0) == 0 &&
	    !stmt_run(st, e, SQL_answers_lock, "i", r->id))
		return false;
	for (size_t i = 0; differ && i < differ->n; i++)
		if (!stmt_run(
			st, e, SQL_answer_drop, "iis", r->id, (int64_t)0, differ->v[i]->s))
			return false;
	return true;
}

static struct str agreed_in(const struct json *body)
{
	const struct json *j = json_get(body, "agreed");

	if (!j)
		return (struct str){0};
	return json_get_bool(body, "agreed") ? STR("yes") : STR("no");
}

/* What a pass and the figures of agreement keep of it. Before the seat is noted: of what was
 * given since the last second reader locked, pairs are made. */
static bool keep_seat(
    struct store *st, const struct occurrence *ev, const struct subject *r, struct err *e)
{
	const struct json *b = ev->body, *differ = json_get(b, "differ");
	int64_t seat = json_get_int(b, "seat", 0);

	if (seat == 1 &&
	    !stmt_run(st, e, SQL_pair_add, "iisi", r->id, ev->seq, ev->actor, ev->at))
		return false;
	if (seat == 0 && !stmt_run(st, e, SQL_record_author, "is", r->id, ev->actor))
		return false;
	if (seat == 2)
		return stmt_run(st, e, SQL_item_third, "is", r->id, ev->actor);
	return stmt_run(st, e, SQL_item_second, "iss", r->id, ev->actor,
	    differ ? json_text(&st->scratch, differ) : STR("[]"));
}

bool project_seat_locked(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body;
	struct subject r;

	return subject_find(st, ev, &r, e) && tally_leave(st, r.id, e) &&
	       claim_end(st, ev, &r, e) &&
	       (json_get_int(b, "seat", 0) == 1 || contest_ends(st, &r, e)) &&
	       keep_seat(st, ev, &r, e) && seat_answers(st, ev, &r, e) &&
	       stmt_run(st, e, SQL_seat_lock, "iiotio", r.id, json_get_int(b, "next", 0),
		   json_get_text(b, "queue"), time_in(b, "due"), ev->at, agreed_in(b)) &&
	       stmt_run(st, e, SQL_sat_add, "iisi", r.id, ev->seq, ev->actor,
		   json_get_int(b, "seat", 0)) &&
	       stmt_run(st, e, SQL_did_add, "iissi", r.id, ev->seq,
		   json_get_text(b, "transition"), ev->actor, ev->at) &&
	       part_add(st, ev, &r, 1, 0, e) && tally_join(st, r.id, e);
}

/* A claim goes on: nothing was done to the record itself. */
bool project_record_mapped(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body;
	bool blind = json_get_bool(b, "blind"), final = json_get_bool(b, "final");
	struct subject r;

	return subject_find(st, ev, &r, e) && tally_leave(st, r.id, e) &&
	       stmt_run(st, e, SQL_record_map, "isoitiiis", r.id, json_get_text(b, "to"),
		   json_get_text(b, "queue"), json_get_int(b, "rank", 0), time_in(b, "due"),
		   (int64_t) final, (int64_t)blind, ev->seq, json_get_text(b, "pack")) &&
	       contest_begins(st, &r, blind, e) &&
	       (blind || !r.blind || contest_ends(st, &r, e)) &&
	       (!final || stmt_run(st, e, SQL_clock_stop_all, "i", r.id)) &&
	       tally_join(st, r.id, e);
}

bool project_record_late(struct store *st, const struct occurrence *ev, struct err *e)
{
	struct str clock = json_get_text(ev->body, "clock");
	struct subject r;

	if (!subject_find(st, ev, &r, e))
		return false;
	return clock.n ? stmt_run(st, e, SQL_clock_late_seen, "is", r.id, clock)
		       : stmt_run(st, e, SQL_record_late_seen, "i", r.id);
}
