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
};
MUST_USE bool subject_find(
    struct store *st, const struct occurrence *ev, struct subject *out, struct err *e);
/* Out of its counters, and in again after the change. */
MUST_USE bool tally_leave(struct store *st, int64_t record, struct err *e);
MUST_USE bool tally_join(struct store *st, int64_t record, struct err *e);
/* The open claim, if any, ends with this event; the lease goes with it. */
MUST_USE bool claim_end(
    struct store *st, const struct occurrence *ev, const struct subject *r, struct err *e);
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
PROJECT(note_added);
PROJECT(record_viewed);
PROJECT(review_opened);
PROJECT(pack_applied);
PROJECT(user_added);
PROJECT(user_changed);
PROJECT(user_disabled);
PROJECT(batch_imported);
#undef PROJECT

#endif
