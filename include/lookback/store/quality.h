/* SPDX-License-Identifier: MIT */
/*
 * Quality passes as they stand in the tables: plans, what was drawn, what two readers gave,
 * questions on work, known-answer cases. Whoever reads cases blind must not be told of any
 * of it: callers refuse them before they ask; records among the rows obey the viewer even so.
 */
#ifndef LOOKBACK_STORE_QUALITY_H
#define LOOKBACK_STORE_QUALITY_H

#include "lookback/store/record.h"

/* ---- plans ---- */
struct plan_row {
	struct str plan, rule, kind, label, expr, always, found, seed, reason, by, of;
	struct strs strata;
	int64_t size, percent, least, first, days, share, confidence, allow, aql;
	bool whole;
	int64_t seq, at; /* of plan.fixed */
	/* once drawn */
	int64_t drawn;    /* seq of sample.drawn, or 0 */
	struct str frame; /* hash, hex */
	struct str head;  /* of the log before, hex */
	int64_t head_seq; /* its number */
	int64_t total, sample, read, nfound;
	/* once closed */
	int64_t closed; /* seq of plan.closed, or 0 */
	bool passed;
	struct str text, follow;
};
struct plan_rows {
	struct plan_row *v;
	size_t n, cap;
};
MUST_USE bool plan_get(struct store *st, struct arena *a, struct str plan, struct plan_row *out,
    struct err *e); /* ERR_NOT_FOUND */
/* Latest first; open: only those not closed. */
MUST_USE bool plan_all(
    struct store *st, struct arena *a, bool open, struct plan_rows *out, struct err *e);
/* The id of the next one: q1, q2, ... */
MUST_USE bool plan_new_id(struct store *st, struct arena *a, struct str *out, struct err *e);

/* What belongs in a frame: reference, author and moved of every record of this type that
 * matches, whoever looks, oldest `moved` first. `values` holds the value of each attribute
 * of `strata` as text (of a date the year; empty: none). `always` says whether it matches
 * that expression (NULL: false). */
struct frame_row {
	struct str ref, author;
	int64_t id, moved;
	struct str *values;
	bool always;
};
struct frame_rows {
	struct frame_row *v;
	size_t n, cap;
};
MUST_USE bool frame_rows(struct store *st, struct arena *a, struct str type,
    const struct expr *where, const struct expr *always, const struct attr *const *strata,
    size_t nstrata, int64_t now, struct frame_rows *out, struct err *e);
/* One of these references was in the frame of a plan that failed (not counting those that
 * follow it) or is not closed: that plan, else empty. */
MUST_USE bool frame_taken(struct store *st, struct arena *a, struct strs refs,
    struct str *failed, struct str *open, struct err *e);
/* The frame as it was frozen, from the log. */
struct frozen {
	struct strs refs, sample;
	const struct json *strata;
};
MUST_USE bool plan_frozen(
    struct store *st, struct arena *a, struct str plan, struct frozen *out, struct err *e);

struct item_row {
	int64_t place, opened, closed; /* place in the draw; events, or 0 */
	struct str ref, stratum;
	struct str status; /* waits, held, to_decide, upheld, overturned, found */
	struct str first, second, third;
	struct strs differ; /* questions */
	struct str from;    /* state before the reading */
	int64_t at;         /* ms of its end, or NO_TIME */
};
struct item_rows {
	struct item_row *v;
	size_t n, cap;
};
/* Those of a plan that the viewer may see, by place; status empty: all. */
MUST_USE bool item_list(struct store *st, struct arena *a, const struct viewer *v,
    struct str plan, struct str status, int64_t after, int limit, struct item_rows *out,
    struct err *e);
struct stratum_row {
	struct str name;
	int64_t sample, read, found; /* as a pass counts them: found, or overturned */
};
struct stratum_rows {
	struct stratum_row *v;
	size_t n, cap;
};
MUST_USE bool item_strata(struct store *st, struct arena *a, struct str plan,
    struct stratum_rows *out, struct err *e);
/* The reading that runs on a record; plan empty: none. kind is the plan's. */
struct reading {
	struct str plan, kind, stratum, from, author;
	int64_t opened, blind_from;
};
MUST_USE bool reading_of(
    struct store *st, struct arena *a, int64_t record, struct reading *out, struct err *e);
/* Has this account had to do with the record, as event tells, between two numbers (both
 * left out)? Then it cannot read it as if for the first time. */
MUST_USE bool record_knows(struct store *st, struct str ref, struct str user, int64_t after,
    int64_t before, bool *out, struct err *e);
/* The first event by which the record came into this state, or 0. */
MUST_USE bool record_entered(
    struct store *st, struct str ref, struct str state, int64_t *seq, struct err *e);

/* ---- what two have said (table pair: written when a second reader locks) ---- */
struct pair_row {
	struct str ref, question, first_by, second_by, third_by, plan;
	struct str first, second; /* as stored; empty: unanswered */
	struct str final;         /* what counted in the end; while open as far as both agree */
	struct str reason;        /* of the final answer */
	bool open;                /* still to be decided */
	int64_t seq, at;          /* of the lock */
};
struct pair_rows {
	struct pair_row *v;
	size_t n, cap;
};
/* All of them that the viewer may see, by question in name order and then seq. question, plan:
 * empty is all; where: NULL is all; known-answer readings are not among them. */
struct pair_query {
	const struct expr *where;
	struct str plan, question, user; /* user: one of the two */
	int64_t now, after;              /* after: only with a higher seq */
	int limit;                       /* 0: all */
};
MUST_USE bool pair_list(struct store *st, struct arena *a, const struct viewer *v,
    const struct pair_query *q, struct pair_rows *out, struct err *e);

/* ---- by reviewer ---- */
struct reviewer_row {
	struct str user;
	int64_t closed, second, overturned, returned, queries;
	int64_t minutes; /* median from claim to the step that ends the work; 0: none */
	int64_t sampled; /* ms, or NO_TIME */
};
struct reviewer_rows {
	struct reviewer_row *v;
	size_t n, cap;
};
/* Authors of the type's seated work, by name. second, overturned: of their closed records, those
 * that two have read, and those where what counts is not what they gave. returned: moves of
 * others that cancel a step of theirs. */
MUST_USE bool reviewer_list(struct store *st, struct arena *a, const struct viewer *v,
    struct str type, struct reviewer_rows *out, struct err *e);

/* ---- units: of a funnel ---- */
struct unit_row {
	struct str value; /* empty: none */
	int64_t n, bad;
};
struct unit_rows {
	struct unit_row *v;
	size_t n, cap;
};
/* Records that match `of` by the value of an attribute, and how many of them match `bad`
 * (NULL: 0). By rising value. */
MUST_USE bool record_units(struct store *st, struct arena *a, const struct viewer *v,
    const struct expr *of, const struct expr *bad, const struct attr *by, int64_t now,
    struct unit_rows *out, struct err *e);

/* ---- questions on work ---- */
struct query_row {
	int64_t seq, at, answered, closed; /* event; ms; ms or NO_TIME; seq or 0 */
	struct str record, question, form, text, by, to, transition;
	struct str answer, outcome;
};
struct query_rows {
	struct query_row *v;
	size_t n, cap;
};
struct query_filter {
	bool all;          /* closed ones too */
	struct str to;     /* that wait for this account's answer; empty: whoever */
	struct str record; /* empty: of all */
	int64_t after;
	int limit;
};
MUST_USE bool query_list(struct store *st, struct arena *a, const struct viewer *v,
    const struct query_filter *f, struct query_rows *out, struct err *e);
MUST_USE bool query_get(struct store *st, struct arena *a, const struct viewer *v, int64_t seq,
    struct query_row *out, struct err *e);

/* ---- known-answer cases ---- */
struct trainee_row {
	struct str user;
	int64_t cases, right, of; /* since they were last resumed */
	int64_t last;             /* ms, or NO_TIME */
	bool paused;
};
struct trainee_rows {
	struct trainee_row *v;
	size_t n, cap;
};
MUST_USE bool trainee_list(
    struct store *st, struct arena *a, struct trainee_rows *out, struct err *e);
MUST_USE bool trainee_get(
    struct store *st, struct arena *a, struct str user, struct trainee_row *out, struct err *e);
/* Right and number of known answers of an account's last n cases since it was resumed. */
MUST_USE bool trainee_last(struct store *st, struct str user, int n, int64_t *cases,
    int64_t *right, int64_t *of, struct err *e);

#endif
