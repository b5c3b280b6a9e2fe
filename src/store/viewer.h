/* SPDX-License-Identifier: MIT */
/*
 * Who may see what, as SQL: the one place. A query is made for a viewer and carries their
 * sight; lists, counts, searches and whatever hangs on a record ask it.
 *
 * Two things hide: a bar hides a record; blindness hides, of a record that is blind, what
 * others did on it since it first became so, and records opened under it since.
 */
#ifndef LOOKBACK_STORE_VIEWER_H
#define LOOKBACK_STORE_VIEWER_H

#include "lookback/store/record.h"
#include "store/query.h"

/* A query of this viewer; NULL sees all. */
struct query query_seen(struct store *st, struct arena *a, const struct viewer *v);

/* Adds a condition on the record whose id the constant SQL `id` names. */
void viewer_where(struct query *q, const char *id);
/* Adds "(SELECT id ...)": records hidden from the viewer by anything but their staff code. */
void viewer_lost(struct query *q);

/* ---- blindness (blind.c): of record r, as the viewer is shown it ---- */
enum seen {
	SEEN_QUEUE,
	SEEN_DUE,
	SEEN_DUE_KEY,
	SEEN_MOVED,
	SEEN_HOLDER,
	SEEN_HELD,
	SEEN_WAKE,
	SEEN_VERSION,
	SEEN_NOTES,
	SEEN_VIEWS,
	SEEN_ALERT, /* 1: one that nobody has acknowledged */
	SEEN_LATE,  /* late_seen */
	SEEN_SEAT,
	SEEN_AGREED,
	SEEN_ASIDE,
	SEEN_AUTHOR,
	SEEN_DRAWN,
	SEEN_READING,
	SEEN_QUERY,
	SEENS
};
void seen(struct query *q, enum seen what);
/* Adds a condition: what `by` did at `seq` (constant SQL) on r is not hidden. */
void seen_act(struct query *q, const char *by, const char *seq);
/* A note on a check or another fact of the case is an opinion still: readers see none that
 * others wrote while the record r belongs to was blind. */
void seen_note(struct query *q, const char *by, const char *seq);
/* Adds a condition: the step w of r counts as done, and is not hidden. */
void seen_did(struct query *q);
/* Adds a condition: who took the step w is not hidden. Who is busy where would tell readers
 * of each other, so each is told of their own steps alone. */
void seen_taker(struct query *q);
/* Adds a condition: the answer w of r is not hidden. */
void seen_answer(struct query *q);
/* Adds who did it, empty when that is hidden: r was opened under a blind record. */
void seen_by(struct query *q, const char *by);
/* Adds a condition: r was opened, by somebody else, under a record that is blind. */
void seen_shade(struct query *q, const char *id, bool evidence);

#endif
