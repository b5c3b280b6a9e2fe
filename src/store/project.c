/* SPDX-License-Identifier: MIT */
/* From an event type to the function that projects it. */
#include "store/project.h"

typedef bool (*project_fn)(struct store *st, const struct occurrence *ev, struct err *e);

/* What is not here leaves no trace in a table: it is in the log. */
static const project_fn projectors[EVENT_TYPES] = {
    [EVENT_REVIEW_OPENED] = project_review_opened,
    [EVENT_PACK_APPLIED] = project_pack_applied,
    [EVENT_USER_ADDED] = project_user_added,
    [EVENT_USER_CHANGED] = project_user_changed,
    [EVENT_USER_TRAINED] = project_user_trained,
    [EVENT_USER_DISABLED] = project_user_disabled,
    [EVENT_USER_ABSENT] = project_user_absent,
    [EVENT_USER_BACK] = project_user_back,
    [EVENT_BATCH_IMPORTED] = project_batch_imported,
    [EVENT_VIEW_SAVED] = project_view_saved,
    [EVENT_VIEW_DROPPED] = project_view_dropped,
    [EVENT_RECORD_OPENED] = project_record_opened,
    [EVENT_RECORD_CHANGED] = project_record_changed,
    [EVENT_RECORD_CLAIMED] = project_record_claimed,
    [EVENT_RECORD_RELEASED] = project_record_released,
    [EVENT_RECORD_DEFERRED] = project_record_deferred,
    [EVENT_RECORD_WOKEN] = project_record_woken,
    [EVENT_RECORD_ASSIGNED] = project_record_assigned,
    [EVENT_CLAIM_EXPIRED] = project_record_released,
    [EVENT_ANSWER_GIVEN] = project_answer_given,
    [EVENT_RECORD_MOVED] = project_record_moved,
    [EVENT_SEAT_LOCKED] = project_seat_locked,
    [EVENT_RECORD_MAPPED] = project_record_mapped,
    [EVENT_RECORD_LATE] = project_record_late,
    [EVENT_ALERT_RAISED] = project_alert_raised,
    [EVENT_ALERT_ACKNOWLEDGED] = project_alert_acknowledged,
    [EVENT_CONFLICT_DECLARED] = project_conflict_declared,
    [EVENT_CONFLICT_LIFTED] = project_conflict_lifted,
    [EVENT_LINK_PROPOSED] = project_link_proposed,
    [EVENT_LINK_JUDGED] = project_link_judged,
    [EVENT_LINK_REMOVED] = project_link_removed,
    [EVENT_OVERRIDE_ASKED] = project_override_asked,
    [EVENT_OVERRIDE_JUDGED] = project_override_judged,
    [EVENT_PLAN_FIXED] = project_plan_fixed,
    [EVENT_SAMPLE_DRAWN] = project_sample_drawn,
    [EVENT_READING_OPENED] = project_reading_opened,
    [EVENT_READING_CLOSED] = project_reading_closed,
    [EVENT_READING_SCORED] = project_reading_scored,
    [EVENT_PLAN_CLOSED] = project_plan_closed,
    [EVENT_REVIEWER_PAUSED] = project_reviewer_paused,
    [EVENT_REVIEWER_RESUMED] = project_reviewer_resumed,
    [EVENT_QUERY_RAISED] = project_query_raised,
    [EVENT_QUERY_ANSWERED] = project_query_answered,
    [EVENT_QUERY_CLOSED] = project_query_closed,
    [EVENT_NOTE_ADDED] = project_note_added,
    [EVENT_RECORD_VIEWED] = project_record_viewed,
};

bool project(struct store *st, const struct occurrence *ev, struct err *e)
{
	return !projectors[ev->type] || projectors[ev->type](st, ev, e);
}

int64_t time_in(const struct json *body, const char *key)
{
	int64_t ms;

	return time_read(json_get_text(body, key), &ms) ? ms : NO_TIME;
}

bool subject_of(struct store *st, struct str ref, struct subject *out, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_record_key, "s", ref);
	enum got got;

	if (!s)
		return false;
	got = stmt_next(st, s, e);
	if (got == GOT_ROW) {
		out->id = sqlite3_column_int64(s, 0);
		out->type = col_text(s, 1, &st->scratch);
		out->holder = col_text(s, 2, &st->scratch);
		out->fields = col_text(s, 3, &st->scratch);
		out->views = sqlite3_column_int64(s, 4);
		out->blind = sqlite3_column_int(s, 5) != 0;
		out->was_blind = sqlite3_column_int(s, 6) != 0;
	}
	stmt_close(s);
	if (got == GOT_END)
		err_set(e, ERR_NOT_FOUND, "there is no record %.*s", STR_ARG(ref));
	return got == GOT_ROW;
}

bool subject_find(
    struct store *st, const struct occurrence *ev, struct subject *out, struct err *e)
{
	return subject_of(st, ev->record, out, e);
}

bool part_add(struct store *st, const struct occurrence *ev, const struct subject *r,
    int64_t versions, int64_t views, struct err *e)
{
	return !r->was_blind ||
	       stmt_run(st, e, SQL_part_add, "isii", r->id, ev->actor, versions, views);
}

bool did_cancel(
    struct store *st, const struct occurrence *ev, const struct subject *r, struct err *e)
{
	const struct json *ids = json_get(ev->body, "cancels");

	for (size_t i = 0; ids && i < ids->n; i++)
		if (!stmt_run(st, e, SQL_did_cancel, "isi", r->id, ids->v[i]->s, ev->seq))
			return false;
	return true;
}

bool tally_leave(struct store *st, int64_t record, struct err *e)
{
	return stmt_run(st, e, SQL_tally_shift, "ii", record, (int64_t)-1);
}

bool tally_join(struct store *st, int64_t record, struct err *e)
{
	return stmt_run(st, e, SQL_tally_shift, "ii", record, (int64_t)1);
}
