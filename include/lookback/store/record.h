/* SPDX-License-Identifier: MIT */
/*
 * Reading records. Every query takes the viewer, and one predicate (who may see what)
 * is part of each of them: lists, counts, searches and the queue all obey it.
 */
#ifndef LOOKBACK_STORE_RECORD_H
#define LOOKBACK_STORE_RECORD_H

#include "lookback/rules/expr.h"
#include "lookback/rules/step.h"
#include "lookback/store/store.h"

struct viewer {
	struct str user;
	struct str staff; /* their original staff code: records it bars do not exist for them */
	bool cases;       /* may read case data at all; false sees nothing */
	bool engine;      /* the service itself: sees everything */
};

struct record {
	int64_t id;
	struct str ref, type, state, queue, band, holder, batch, flag, parent, pack;
	int64_t rank; /* ordering key, not as shown (rules/step.h, struct rank) */
	int64_t due, opened, moved, held; /* ms or NO_TIME */
	int32_t wake;                     /* or NO_DAY */
	int64_t version, notes, views;
	bool final;
	const struct json *fields;  /* object; never NULL */
	const struct json *texts;   /* loaded by record_whole only */
	const struct json *answers; /* question -> value, seat 0; record_whole only */
	const struct json *reasons; /* question -> reason; record_whole only */
	struct strs bars;           /* record_whole only */
	struct {
		struct did *v;
		size_t n, cap;
	} did; /* record_whole only */
};
struct records {
	struct record *v;
	size_t n, cap;
};

/* Tells the store the pack in force, after opening and whenever it changes: which texts
 * are searched, which fields have an index, how ranks grow. The pack must outlive the
 * store or the next call. Makes missing indexes, in the round or in one of its own. */
MUST_USE bool store_use_pack(struct store *st, const struct pack *p, struct err *e);

/* ERR_NOT_FOUND with the same sentence whether it is absent or hidden. */
MUST_USE bool record_get(struct store *st, struct arena *a, const struct viewer *v,
    struct str ref, struct record *out, struct err *e);
MUST_USE bool record_whole(struct store *st, struct arena *a, const struct viewer *v,
    struct str ref, struct record *out, struct err *e);

struct answer_row {
	struct str form, question, value, reason, by, at, pack;
	int64_t seat, seq;
};
struct answer_rows {
	struct answer_row *v;
	size_t n, cap;
};
MUST_USE bool record_answers(
    struct store *st, struct arena *a, int64_t record, struct answer_rows *out, struct err *e);
struct note_row {
	int64_t seq;
	struct str by, at, text;
};
struct note_rows {
	struct note_row *v;
	size_t n, cap;
};
MUST_USE bool record_notes(
    struct store *st, struct arena *a, int64_t record, struct note_rows *out, struct err *e);

/* Pages go by key, never by offset: one page costs the same among a million. */
enum order { ORDER_RANK, ORDER_REF, ORDER_DUE, ORDER_OPENED, ORDER_RECEIVED, ORDERS };
const char *order_name(enum order o);
bool order_of(struct str name, enum order *out); /* empty is rank */
struct page_query {
	const struct expr *where; /* NULL or EX_ALL: everything */
	enum order order;
	struct str received;      /* ORDER_RECEIVED: name of the date field it means */
	struct str after, before; /* cursors, opaque text made by record_page */
	bool last;                /* the last page */
	int limit;
	int64_t now;
};
struct page {
	struct records rows;
	struct str next, prev; /* cursors; empty at that end */
};
/* A cursor that is not one of ours is ERR_USAGE. */
MUST_USE bool record_page(struct store *st, struct arena *a, const struct viewer *v,
    const struct page_query *q, struct page *out, struct err *e);
MUST_USE bool record_count(struct store *st, struct arena *a, const struct viewer *v,
    const struct expr *where, int64_t now, int64_t *out, struct err *e);

/* Candidates for the next case: free, awake, in one of the queues, best rank first, matching
 * `where`; `skip` of them passed over. The caller checks the rules and claims one. */
MUST_USE bool record_candidates(struct store *st, struct arena *a, const struct viewer *v,
    const struct strs *queues, const struct expr *where, int64_t now, int skip, int limit,
    struct records *out, struct err *e);
MUST_USE bool record_held_by(struct store *st, struct arena *a, const struct viewer *v,
    struct str user, struct records *out, struct err *e);

/* Kept counters (projection `tally`), less what the viewer may not see. */
struct tally_row {
	struct str type, state, queue, band;
	bool final;
	int64_t n, held, asleep, unopened;
};
struct tally_rows {
	struct tally_row *v;
	size_t n, cap;
};
MUST_USE bool record_tally(struct store *st, struct arena *a, const struct viewer *v,
    struct tally_rows *out, struct err *e);
/* How many are past their date in a queue (empty: in all). */
MUST_USE bool record_late(struct store *st, const struct viewer *v, struct str queue,
    int64_t now, int64_t *out, struct err *e);
/* Transitions this user has taken since an instant. */
MUST_USE bool record_moves_since(
    struct store *st, struct str user, int64_t since, int64_t *out, struct err *e);

/* Leases are not facts: a claim's heartbeat. */
MUST_USE bool lease_set(
    struct store *st, int64_t record, struct str user, int64_t ends, struct err *e);
MUST_USE bool lease_extend(struct store *st, struct str user, int64_t ends, struct err *e);
/* Held records whose lease has ended (or is missing), and put-aside ones whose day has
 * come: at most 100 a call. The caller writes the events. */
MUST_USE bool lease_over(
    struct store *st, struct arena *a, int64_t now, struct records *out, struct err *e);
MUST_USE bool wake_over(
    struct store *st, struct arena *a, int32_t today, struct records *out, struct err *e);

#endif
