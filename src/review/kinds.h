/* SPDX-License-Identifier: MIT */
/*
 * Events by kind: under which filter of a time line each stands, and what it is called where
 * nothing of its content may be said. The one table of both. What has no kind is no event of a
 * record, or the log's alone to tell.
 */
#ifndef LOOKBACK_REVIEW_KINDS_H
#define LOOKBACK_REVIEW_KINDS_H

#include "lookback/rules/pack.h"
#include "lookback/store/store.h"

enum kind {
	KIND_NONE,
	KIND_DATA,
	KIND_DECISIONS,
	KIND_NOTES,
	KIND_VIEWS,
	KIND_CONTACTS,
	KIND_QUALITY,
	KINDS
};

const char *kind_name(enum kind kind);
/* KIND_NONE when there is none of that name. */
enum kind kind_named(struct str name);
/* The kind of an event of that type on a record of that type. */
enum kind kind_of(enum event_type ev, const struct record_type *t);
/* EVENT_BIT of every event that has that kind on a record of that type. */
uint64_t kind_events(enum kind kind, const struct record_type *t);
/* Events that change something of a record, for whoever has it on the screen. */
uint64_t kind_changes(void);
/* Events that change something on a screen about this: alerts, board, overrides, quality,
 * questions, registers, views; 0 when there is no such screen. */
uint64_t kind_about(struct str what);
/* Events that make its version grow. */
uint64_t kind_versions(void);
/* "added a note": behind a name, or alone when the engine did it. */
const char *kind_says(enum event_type ev);

#endif
