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
	/* Holds a role that may take a second or third seat: of a record that is blind they see
	 * nothing that others did on it since it first became so: no answer to a seated form, no
	 * note, no event, no child but of the types in `evidence`, nothing of them in version,
	 * counts, `did`, `agreed`, and its home queue. */
	bool blind;
	struct strs evidence;
	/* Roles held: of these queues, and of no others, they see what of a blind record waits in
	 * them now; else its home queue. May be left empty. */
	struct strs roles;
};

struct record {
	int64_t id;
	struct str ref, type, state, queue, band, holder, batch, flag, parent, pack;
	struct str author, drawn, reading, query; /* as in struct facts */
	int64_t rank; /* ordering key, not as shown (rules/step.h, struct rank) */
	int64_t due, opened, moved, held; /* ms or NO_TIME */
	int32_t wake;                     /* or NO_DAY */
	int64_t version, notes, views;
	int64_t seat; /* enum seat: whose turn it is */
	bool blind, final;
	bool late_seen;                  /* its lateness has been escalated */
	struct str aside;                /* who put it aside */
	struct str agreed;               /* yes, no or empty, as the last two seats left it */
	bool alert;                      /* one that nobody has acknowledged */
	struct strs open, child, clocks; /* as in struct facts; record_whole only */
	const struct json *fields;       /* object; never NULL */
	const struct json *texts;        /* loaded by record_whole only */
	int64_t answers_seat;            /* in: see record_whole */
	const struct json *answers;      /* question -> value; record_whole only */
	const struct json *reasons;      /* question -> reason; record_whole only */
	struct strs bars; /* staff codes, and accounts as @name; record_whole only */
	struct strs sat;  /* who locked a seat in the contest that runs; record_whole only */
	struct strs done; /* `did` of struct facts: not cancelled; record_whole only */
	struct {
		struct taken *v;
		size_t n, cap;
	} taken; /* steps that the viewer sees were taken; record_whole only */
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
/* What the viewer may see of it. `did` holds every transition for the rules, with those of
 * parent and children (rules/step.h), whoever looks: it is not to be shown. With the engine
 * as viewer `answers` are those of seat `answers_seat` where there are any, else of seat 0. */
MUST_USE bool record_whole(struct store *st, struct arena *a, const struct viewer *v,
    struct str ref, struct record *out, struct err *e);
/* Answers and notes that the viewer may see of a record; of an evidence record whose finder
 * is hidden `by` is empty. */
struct answer_rows;
struct note_rows;
MUST_USE bool record_answers_seen(struct store *st, struct arena *a, const struct viewer *v,
    int64_t record, struct answer_rows *out, struct err *e);
MUST_USE bool record_notes_seen(struct store *st, struct arena *a, const struct viewer *v,
    int64_t record, struct note_rows *out, struct err *e);
/* The answers as one seat gave them (0 counts, 1 the first's as locked, 2 the second's):
 * objects question -> value and question -> reason. */
MUST_USE bool record_seat(struct store *st, struct arena *a, int64_t record, int64_t seat,
    struct json **answers, struct json **reasons, struct err *e);

/* ---- what hangs on a record; each obeys the viewer ---- */
MUST_USE bool record_children(struct store *st, struct arena *a, const struct viewer *v,
    struct str parent, int limit, struct records *out, struct err *e); /* oldest first */
/* The record and all under it, at any depth, that the viewer may see; itself first, then as
 * they were opened. */
MUST_USE bool record_below(struct store *st, struct arena *a, const struct viewer *v,
    struct str ref, int limit, struct records *out, struct err *e);
/* Those of the references that stand for records the viewer may see, in no order. */
MUST_USE bool record_seen_of(struct store *st, struct arena *a, const struct viewer *v,
    const struct strs *refs, struct strs *out, struct err *e);
/* One more than the records of this type under this parent (empty: on their own). */
MUST_USE bool record_number(
    struct store *st, struct str type, struct str parent, int64_t *out, struct err *e);
struct clock_row {
	struct str name;
	int64_t due, started; /* ms */
	bool late_seen;
};
struct clock_rows {
	struct clock_row *v;
	size_t n, cap;
};
MUST_USE bool record_clocks(
    struct store *st, struct arena *a, int64_t record, struct clock_rows *out, struct err *e);

struct alert_row {
	int64_t seq, level, of; /* of: the alert it grew from, or 0 */
	struct str record, name, text;
	struct strs to;                  /* roles */
	int64_t raised, due;             /* ms; due may be NO_TIME */
	struct str by;                   /* who caused it */
	struct str acked_by, acked_text; /* empty: nobody yet */
	int64_t acked;
};
struct alert_rows {
	struct alert_row *v;
	size_t n, cap;
};
/* roles NULL: whoever they are for; record empty: of all; open: only those that nobody has
 * acknowledged. An alert that grew from another stands for it too: acknowledging one
 * acknowledges the whole line. Oldest first, seq > after. */
struct alert_query {
	const struct strs *roles;
	struct str record;
	bool open;
	int64_t after;
	int limit;
};
MUST_USE bool alert_list(struct store *st, struct arena *a, const struct viewer *v,
    const struct alert_query *q, struct alert_rows *out, struct err *e);
MUST_USE bool alert_get(struct store *st, struct arena *a, const struct viewer *v, int64_t seq,
    struct alert_row *out, struct err *e); /* ERR_NOT_FOUND */

struct link_row {
	int64_t seq;
	struct str from, to, kind, reason, by, verdict, judged_by; /* verdict empty: proposed */
	bool counts; /* holds now: not removed, and judged where its kind asks it */
	bool removed;
	int64_t at;
};
struct link_rows {
	struct link_row *v;
	size_t n, cap;
};
/* Of one record, either side (empty: all that wait for a judgement). A link of which the
 * viewer may not see both ends does not exist. */
MUST_USE bool link_list(struct store *st, struct arena *a, const struct viewer *v,
    struct str ref, int limit, struct link_rows *out, struct err *e);
MUST_USE bool link_get(struct store *st, struct arena *a, const struct viewer *v, int64_t seq,
    struct link_row *out, struct err *e);

struct override_row {
	int64_t seq;
	struct str record, transition, state, reason, first, second, second_reason;
	struct strs closed;
	struct str verdict; /* empty: waits; agreed or refused */
	int64_t at;
};
struct override_rows {
	struct override_row *v;
	size_t n, cap;
};
MUST_USE bool override_list(struct store *st, struct arena *a, const struct viewer *v,
    bool waiting, int64_t after, int limit, struct override_rows *out, struct err *e);
MUST_USE bool override_get(struct store *st, struct arena *a, const struct viewer *v,
    int64_t seq, struct override_row *out, struct err *e);

/* Chores: not final, limit of the state or of a clock passed and not yet escalated; alerts
 * that nobody acknowledged in time and that have not grown. At most 100 a call. */
struct late_row {
	struct str ref, clock; /* clock empty: the state's limit */
	int64_t due;
};
struct late_rows {
	struct late_row *v;
	size_t n, cap;
};
MUST_USE bool late_over(
    struct store *st, struct arena *a, int64_t now, struct late_rows *out, struct err *e);
MUST_USE bool alerts_over(
    struct store *st, struct arena *a, int64_t now, struct alert_rows *out, struct err *e);
/* How many records of a type stand in each state, and under which version of the pack. */
struct standing_row {
	struct str type, state, pack;
	int64_t n;
};
struct standing_rows {
	struct standing_row *v;
	size_t n, cap;
};
MUST_USE bool record_standing(
    struct store *st, struct arena *a, struct standing_rows *out, struct err *e);

struct answer_row {
	struct str form, question, value, reason, by, at, pack;
	int64_t seat, seq;
};
struct answer_rows {
	struct answer_row *v;
	size_t n, cap;
};
/* All of them: for the engine, see record_answers_seen. */
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
/* All of them: for the engine, see record_notes_seen. */
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

/* Matching records by the account that `by` gives (NULL: nobody), type and state, and the
 * least instant of `least` among them. */
struct group_row {
	struct str who, type, state;
	int64_t n, least; /* ms or NO_TIME */
};
struct group_rows {
	struct group_row *v;
	size_t n, cap;
};
struct group_query {
	const struct expr *where;
	const struct attr *by, *least; /* either may be NULL; by is an account, least VT_TIME */
	int64_t now;
};
MUST_USE bool record_groups(struct store *st, struct arena *a, const struct viewer *v,
    const struct group_query *q, struct group_rows *out, struct err *e);
/* Records with which this account took a step in the last LATELY_DAYS days. */
MUST_USE bool record_lately(struct store *st, struct arena *a, const struct viewer *v,
    struct str who, int64_t now, int64_t *out, struct err *e);
/* Records under which something is open, by its type (who), their own type and state. */
MUST_USE bool record_blocked(struct store *st, struct arena *a, const struct viewer *v,
    struct group_rows *out, struct err *e);

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
