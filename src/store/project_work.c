/* SPDX-License-Identifier: MIT */
/* Working on a record: claims, answers, notes, views. */
#include "store/project.h"

bool claim_end(
    struct store *st, const struct occurrence *ev, const struct subject *r, struct err *e)
{
	if (r->holder.n == 0)
		return true;
	return stmt_run(st, e, SQL_claim_end, "ii", r->id, ev->seq) &&
	       stmt_run(st, e, SQL_lease_drop, "i", r->id);
}

bool project_record_claimed(struct store *st, const struct occurrence *ev, struct err *e)
{
	struct subject r;

	if (!subject_find(st, ev, &r, e))
		return false;
	if (!stmt_run(st, e, SQL_claim_begin, "iis", r.id, ev->seq, ev->actor)) {
		if (e->kind == ERR_CONFLICT)
			err_set(e, ERR_CONFLICT, "%.*s is already held by %.*s",
			    STR_ARG(ev->record), STR_ARG(r.holder));
		return false;
	}
	return tally_leave(st, r.id, e) &&
	       stmt_run(st, e, SQL_record_hold, "isi", r.id, ev->actor, ev->at) &&
	       tally_join(st, r.id, e);
}

/* Given back or expired: either way nobody holds it. */
bool project_record_released(struct store *st, const struct occurrence *ev, struct err *e)
{
	struct subject r;

	return subject_find(st, ev, &r, e) && tally_leave(st, r.id, e) &&
	       claim_end(st, ev, &r, e) && stmt_run(st, e, SQL_record_free, "i", r.id) &&
	       tally_join(st, r.id, e);
}

bool project_record_deferred(struct store *st, const struct occurrence *ev, struct err *e)
{
	struct subject r;

	return subject_find(st, ev, &r, e) && tally_leave(st, r.id, e) &&
	       claim_end(st, ev, &r, e) &&
	       stmt_run(st, e, SQL_record_defer, "ios", r.id, json_get_text(ev->body, "until"),
		   ev->actor) &&
	       part_add(st, ev, &r, 1, 0, e) && tally_join(st, r.id, e);
}

bool project_record_woken(struct store *st, const struct occurrence *ev, struct err *e)
{
	struct subject r;

	return subject_find(st, ev, &r, e) && tally_leave(st, r.id, e) &&
	       stmt_run(st, e, SQL_record_wake, "i", r.id) && tally_join(st, r.id, e);
}

bool project_record_assigned(struct store *st, const struct occurrence *ev, struct err *e)
{
	struct str to = json_get_text(ev->body, "to");
	struct subject r;

	return subject_find(st, ev, &r, e) && tally_leave(st, r.id, e) &&
	       claim_end(st, ev, &r, e) &&
	       stmt_run(st, e, SQL_claim_begin, "iis", r.id, ev->seq, to) &&
	       stmt_run(st, e, SQL_record_assign, "isi", r.id, to, ev->at) &&
	       part_add(st, ev, &r, 1, 0, e) && tally_join(st, r.id, e);
}

/* No value clears the answer. Counters do not look at answers. */
bool project_answer_given(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body, *value = json_get(b, "value");
	struct str question = json_get_text(b, "question");
	int64_t seat = json_get_int(b, "seat", 0), blind = json_get_bool(b, "blind");
	struct subject r;
	bool ok;

	if (!subject_find(st, ev, &r, e))
		return false;
	if (blind && seat == 0 && !stmt_run(st, e, SQL_answer_keep, "is", r.id, question))
		return false;
	if (value)
		ok = stmt_run(st, e, SQL_answer_put, "iissssssisi", r.id, seat, question,
		    json_get_text(b, "form"), value->s, json_get_text(b, "reason"), ev->actor,
		    ev->at_text, ev->seq, json_get_text(b, "pack"), blind);
	else
		ok = stmt_run(st, e, SQL_answer_drop, "iis", r.id, seat, question);
	return ok &&
	       stmt_run(
		   st, e, SQL_record_rank, "iii", r.id, json_get_int(b, "rank", 0), blind) &&
	       part_add(st, ev, &r, 1, 0, e) && did_cancel(st, ev, &r, e);
}

bool project_note_added(struct store *st, const struct occurrence *ev, struct err *e)
{
	struct subject r;

	return subject_find(st, ev, &r, e) &&
	       stmt_run(st, e, SQL_note_add, "iisss", r.id, ev->seq, ev->actor, ev->at_text,
		   json_get_text(ev->body, "text")) &&
	       stmt_run(st, e, SQL_record_noted, "i", r.id);
}

/* Only the first view moves a counter. */
bool project_record_viewed(struct store *st, const struct occurrence *ev, struct err *e)
{
	struct subject r;

	if (!subject_find(st, ev, &r, e) || !part_add(st, ev, &r, 0, 1, e))
		return false;
	if (r.views > 0)
		return stmt_run(st, e, SQL_record_seen, "i", r.id);
	return tally_leave(st, r.id, e) && stmt_run(st, e, SQL_record_seen, "i", r.id) &&
	       tally_join(st, r.id, e);
}
