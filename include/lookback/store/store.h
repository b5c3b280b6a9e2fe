/* SPDX-License-Identifier: MIT */
/*
 * The database: the event chain and its projections. The only SQL is in this layer.
 *
 * What always holds:
 *  (1) one process has the file open for writing; the service;
 *  (2) facts enter by store_append alone, which also projects them, in one
 *      transaction with whatever else the round holds;
 *  (3) the event table is append-only (triggers), seq has no gaps, each head is made
 *      from the one before;
 *  (4) projections are a function of the events: store_verify rebuilds and compares;
 *  (5) an error from a commit means "unknown": the store is closed and says so.
 */
#ifndef LOOKBACK_STORE_STORE_H
#define LOOKBACK_STORE_STORE_H

#include "lookback/base/hash.h"
#include "lookback/base/json.h"
#include "lookback/base/when.h"
#include "lookback/store/events.h"

struct store;
struct viewer; /* store/record.h */

/* Makes a new database file (mode 0600) with the schema and no event; refuses to touch
 * an existing file. */
MUST_USE bool store_create(const char *path, struct err *e);
/* Opens for writing; sets the pragmas and reads them back, checks integrity, foreign
 * keys and the chain (all of it up to 100,000 events, else what came since the last good
 * check). Damage does not fail the open: *damage then says what is wrong, and only
 * reading is possible. */
MUST_USE bool store_open(
    struct arena *a, const char *path, struct store **out, struct str *damage, struct err *e);
/* Closes the file while nobody needs it, so that other programs may have it; wake takes it
 * up again before the next round. *changed: somebody wrote to it or replaced it meanwhile,
 * and it stays closed; then it is to be opened anew, with every check. */
void store_rest(struct store *st);
MUST_USE bool store_wake(struct store *st, bool *changed, struct err *e);
void store_close(struct store *st); /* checkpoints; NULL is fine */

/* One round of waiting requests is one transaction; one savepoint a request. */
MUST_USE bool store_begin(struct store *st, struct err *e);
MUST_USE bool store_commit(struct store *st, struct err *e);
void store_rollback(struct store *st);
MUST_USE bool store_save(struct store *st, struct err *e); /* savepoint */
/* The same for what writes very much: what the round did so far is committed, and the save
 * is a transaction of its own. SQLite keeps in memory every page that a savepoint may have
 * to bring back, and walks all of them at each statement; a transaction costs it neither. */
MUST_USE bool store_save_alone(struct store *st, struct err *e);
MUST_USE bool store_keep(struct store *st, struct err *e); /* release it */
void store_undo(struct store *st);                         /* back to it */
/* The writer's checkpoint; called between rounds when nobody waits. */
void store_checkpoint(struct store *st);
/* Called now and then while a statement, a copy or a wait for the disk goes on, for who waits
 * to be told that it does; nothing may be asked of the store meanwhile. NULL: nobody. */
void store_alive(struct store *st, void (*fn)(void *ctx), void *ctx);

/* ---- events ---- */
struct stamp {
	int64_t at;             /* now; clamped to the last event's instant (logged) */
	struct str actor;       /* account; "system" for what the service does itself */
	struct str session;     /* 16 hex digits */
	const uint8_t *request; /* 16 bytes on the first event of a request, else NULL */
};
/* Appends and projects. record may be empty. seq is optional. The body's shape is checked
 * against the table of events: a wrong one is a BUG. */
MUST_USE bool store_append(struct store *st, const struct stamp *by, enum event_type type,
    struct str record, const struct json *body, int64_t *seq, struct err *e);

struct event_row {
	int64_t seq;
	struct str at, actor, session, type, record;
	struct str body; /* canonical JSON; p == NULL when erased */
	struct hash content, head;
};
struct event_rows {
	struct event_row *v;
	size_t n, cap;
};
/* Events of these types on these records. */
struct event_group {
	struct strs records;
	uint64_t types; /* EVENT_BIT of each */
};
#define EVENT_BIT(type) (UINT64_C(1) << (type))
struct event_filter {
	struct str record, actor, type; /* empty: any; a type ending in '.' is a family */
	const struct event_group *groups;
	size_t ngroups;        /* any of these; 0: whatever the record */
	uint64_t types;        /* of these types; 0: any */
	struct str not_during; /* a session whose events are left out, or empty */
	int64_t after, before; /* after < seq < before; before 0: no end */
	int64_t limit;
	bool newest_first;
	/* Whom the rows are for: events of records that they may not see are left out, and of
	 * blind records what others did since. NULL: all of them, for the engine. */
	const struct viewer *viewer;
};
MUST_USE bool store_events(struct store *st, struct arena *a, const struct event_filter *f,
    struct event_rows *out, struct err *e);
struct head {
	int64_t seq; /* 0: no event */
	struct hash head;
	char at[TIME_LEN + 1];
};
MUST_USE bool store_head(struct store *st, struct head *out, struct err *e);
/* The first answer to a request id: seq of the first event that it caused, 0 when never seen. */
MUST_USE bool store_request_seen(
    struct store *st, const uint8_t id[16], int64_t *seq, struct err *e);

/* ---- verification and copies ---- */
struct finding {
	int64_t seq;
	struct str table, text;
};
struct verdict {
	int64_t events, rows;
	struct hash head;
	struct {
		struct finding *v;
		size_t n, cap;
	} findings;
};
typedef void (*progress_fn)(void *ctx, const char *what, int64_t done, int64_t total);
/* Chain, then replay into a fresh database beside the file, then every projected row.
 * anchor_seq 0: no anchor. Findings are listed (at most 100); false only when it could not
 * be carried out. */
MUST_USE bool store_verify(struct store *st, struct arena *a, int64_t anchor_seq,
    const struct hash *anchor, progress_fn progress, void *ctx, struct verdict *out,
    struct err *e);
/* A consistent copy into an open file: made under a temporary name, opened, checked, then
 * copied to fd and synced. */
MUST_USE bool store_backup(struct store *st, int fd, struct head *out, struct err *e);

#endif
