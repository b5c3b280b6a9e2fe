/* SPDX-License-Identifier: MIT */
/*
 * From events to tables. What a function here does depends on the event and on the
 * tables alone, never on pack or clock, so replaying a chain gives the same tables.
 * Projections are written by these functions and nothing else.
 */
#ifndef LOOKBACK_STORE_PROJECT_H
#define LOOKBACK_STORE_PROJECT_H

#include "store/inner.h"

struct occurrence { /* an event on its way into the tables */
	int64_t seq, at;
	struct str at_text, actor, record;
	enum event_type type;
	const struct json *body;
};
MUST_USE bool project(struct store *st, const struct occurrence *ev, struct err *e);

/* The record an event is about, as it stands. */
struct subject {
	int64_t id, views;
	struct str type, holder, fields; /* in st->scratch */
	bool blind, was_blind;           /* now; now or at any time before */
};
MUST_USE bool subject_find(
    struct store *st, const struct occurrence *ev, struct subject *out, struct err *e);
MUST_USE bool subject_of(struct store *st, struct str ref, struct subject *out, struct err *e);
/* An instant in a body; NO_TIME when it is not there. */
int64_t time_in(const struct json *body, const char *key);
/* What readers see of their own work on a record that is or was blind. */
MUST_USE bool part_add(struct store *st, const struct occurrence *ev, const struct subject *r,
    int64_t versions, int64_t views, struct err *e);
/* Steps of these names no longer count as done. */
MUST_USE bool did_cancel(
    struct store *st, const struct occurrence *ev, const struct subject *r, struct err *e);
/* Out of its counters, and in again after the change. */
MUST_USE bool tally_leave(struct store *st, int64_t record, struct err *e);
MUST_USE bool tally_join(struct store *st, int64_t record, struct err *e);
/* The open claim, if any, ends with this event; the lease goes with it. */
MUST_USE bool claim_end(
    struct store *st, const struct occurrence *ev, const struct subject *r, struct err *e);
/* A record that comes into a blind state from one that is not is contested anew. */
MUST_USE bool contest_begins(
    struct store *st, const struct subject *r, bool blind, struct err *e);
/* What two have given is settled: seat 0 counts. */
MUST_USE bool contest_ends(struct store *st, const struct subject *r, struct err *e);
#define PROJECT(name)                                                                          \
	MUST_USE bool project_##name(                                                          \
	    struct store *st, const struct occurrence *ev, struct err *e)
PROJECT(record_opened);
PROJECT(record_changed);
PROJECT(record_moved);
PROJECT(record_claimed);
PROJECT(record_released);
PROJECT(record_deferred);
PROJECT(record_woken);
PROJECT(record_assigned);
PROJECT(answer_given);
PROJECT(seat_locked);
PROJECT(record_mapped);
PROJECT(record_late);
PROJECT(alert_raised);
PROJECT(alert_acknowledged);
PROJECT(conflict_declared);
PROJECT(conflict_lifted);
PROJECT(link_proposed);
PROJECT(link_judged);
PROJECT(link_removed);
PROJECT(override_asked);
PROJECT(override_judged);
PROJECT(plan_fixed);
PROJECT(sample_drawn);
PROJECT(reading_opened);
PROJECT(reading_closed);
PROJECT(reading_scored);
PROJECT(plan_closed);
PROJECT(reviewer_paused);
PROJECT(reviewer_resumed);
PROJECT(query_raised);
PROJECT(query_answered);
PROJECT(query_closed);
PROJECT(note_added);
PROJECT(record_viewed);
PROJECT(review_opened);
PROJECT(pack_applied);
PROJECT(user_added);
PROJECT(user_changed);
PROJECT(user_trained);
PROJECT(user_disabled);
PROJECT(user_absent);
PROJECT(user_back);
PROJECT(batch_imported);
PROJECT(view_saved);
PROJECT(view_dropped);
#undef PROJECT

#endif
