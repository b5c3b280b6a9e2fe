/* SPDX-License-Identifier: MIT */
/*
 * A database in a folder of its own, for one test. What fails here ends the test. Bodies
 * of events are written with single quotes: {'text':'a note'}.
 */
#ifndef LOOKBACK_TESTS_STORE_RIG_H
#define LOOKBACK_TESTS_STORE_RIG_H

#include <check.h>

#include "lookback/store/people.h"
#include "lookback/store/record.h"
#include "store/inner.h"

#define COUNT(v) (sizeof(v) / sizeof((v)[0]))
/* An assertion for loops: Check writes to a file at each of its own. */
#define holds(claim) ((claim) ? (void)0 : ck_abort_msg("does not hold: %s", #claim))
#define done(call)   ((call) ? (void)0 : ck_abort_msg("%s: %s", #call, rig->err.text))

struct rig {
	struct arena arena;
	struct err err;
	struct store *st;
	char dir[256];
	struct str path;
	int64_t now;
	bool open_round;
};
void rig_open(struct rig *rig); /* a new database, open for writing */
void rig_close(struct rig *rig);
void rig_sweep(struct rig *rig); /* the folder goes, the store stays open: before an abort */
void rig_reopen(struct rig *rig, struct str *damage);
/* Runs SQL on the closed file as a stranger would, with plain SQLite. */
void rig_damage(struct rig *rig, const char *sql);

/* One event in a round of its own, or in the round that is open; its seq. */
int64_t rig_say(struct rig *rig, const char *actor, enum event_type type, const char *record,
    const char *body, ...) PRINTF(5, 6);
int64_t rig_event(struct rig *rig, const char *actor, enum event_type type, struct str record,
    const struct json *body);
void rig_round(struct rig *rig);
void rig_commit(struct rig *rig);
/* A record of type case in state triage, queue officers. */
void rig_record(struct rig *rig, const char *ref, int rank, const char *bars);

struct json *rig_json(struct arena *a, const char *quoted);
/* First column of the first row, as text; "" when there is none. */
struct str rig_ask(struct rig *rig, const char *sql, ...) PRINTF(2, 3);
struct verdict rig_verify(struct rig *rig);
/* "seq table text", a line each. */
struct str rig_findings(struct rig *rig, const struct verdict *v);

/* A small review: three accounts, a batch, four records at work. 29 events. */
void rig_story(struct rig *rig);

extern const struct viewer everything;
Suite *suite_of(const char *name, const TTest *const *tests, size_t n);

#endif
