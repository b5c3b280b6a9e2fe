/* SPDX-License-Identifier: MIT */
/*
 * A quality pass on its way: what it shall be (struct plan), the frame divided into its
 * strata with how many of each (struct laid), the draw, the end. What is fixed is an event
 * before anything is drawn; frames are seen with the engine's eyes, so that no figure
 * depends on who asks.
 */
#ifndef LOOKBACK_REVIEW_PLAN_H
#define LOOKBACK_REVIEW_PLAN_H

#include "lookback/stats/draw.h"
#include "lookback/stats/hyper.h"
#include "lookback/stats/lots.h"
#include "lookback/wire/messages.h"
#include "review/quality.h"

enum { ALL_OF_IT = 100000, SURE = 95000 }; /* shares: 100 %, and 95 % */

struct plan {
	struct plan_row row; /* as in the log; `plan` empty before it is fixed */
	enum plan_kind kind;
	const struct record_type *type;
	const struct expr *where; /* the frame: of the type, at its end, and what was asked */
	const struct expr *asked; /* of that, what was asked */
	const struct expr *always, *found; /* NULL: none */
	const struct attr **strata;
	size_t nstrata;
	struct strs only; /* of the frame, these alone; in byte order; NULL: all */
};
/* A part of the frame with a sample of its own. */
struct part {
	struct str name; /* "outcome=withdrawn, received=2017", "always", "first of r07" */
	struct strs refs;
	bool all;  /* taken whole, on top of the rest */
	int64_t n; /* to be drawn */
};
struct laid {
	struct frame_rows rows;
	struct strs refs;
	struct {
		struct part *v;
		size_t n, cap;
	} parts;
	int64_t total, sample;
	int64_t allow; /* so many may be found */
	bool judged;   /* a pass or a failure comes of it */
};

/* What is asked for, a plan of the pack behind it. ERR_INPUT, ERR_REFUSED with all reasons. */
MUST_USE bool plan_wanted(struct desk *d, const struct me *m, const struct req_plan_fix *q,
    struct plan *out, struct err *e);
/* One that was fixed, with its expressions read again. */
MUST_USE bool plan_fixed(struct desk *d, struct str id, struct plan *out, struct err *e);
MUST_USE bool plan_read(struct desk *d, struct plan *p, struct err *e);
/* Its frame as it is now. */
MUST_USE bool plan_lay(struct desk *d, const struct plan *p, struct laid *out, struct err *e);
/* ERR_REFUSED with every reason for which it may not be drawn from. */
MUST_USE bool plan_allowed(
    struct desk *d, const struct plan *p, const struct laid *l, struct err *e);
/* Writes plan.fixed, making an id. */
MUST_USE bool plan_write(struct desk *d, struct plan *p, int64_t *seq, struct err *e);
/* Freezes and draws: sample.drawn, and a reading of each record. */
MUST_USE bool plan_take(
    struct desk *d, const struct plan *p, const struct laid *l, int64_t *seq, struct err *e);

/* How strictly the next lot of a rule is looked at, after those closed before an event. */
MUST_USE bool plan_severity(
    struct desk *d, struct str rule, int64_t before, enum lots_severity *out, struct err *e);
/* Size and acceptance number of a lot; everything, and none, when the line is stopped. */
struct lots_plan plan_lot(int64_t lot, int64_t aql, enum lots_severity severity);

/* ---- words ---- */
/* What a sample says of its part. bound: it is a plain sample, of which so many would be or
 * were found. */
struct str part_says(
    struct desk *d, const struct plan *p, int64_t total, const struct stratum_row *s);
/* What a preview says. */
struct str plan_promises(struct desk *d, const struct plan *p, const struct laid *l);
const char *plan_status(const struct plan_row *row); /* fixed, drawn, passed, failed */
/* The plan as a reply without strata and items. */
void plan_put(struct desk *d, const struct plan *p, struct rep_plan *r);
/* Its strata: as laid, or as they were drawn with what was found. */
void plan_put_laid(
    struct desk *d, const struct plan *p, const struct laid *l, struct rep_plan *r);
MUST_USE bool plan_put_drawn(
    struct desk *d, const struct plan *p, struct rep_plan *r, struct err *e);
/* The whole reply about a plan that is in the log. */
MUST_USE bool plan_tell(struct desk *d, struct str id, struct rep_plan *r, struct err *e);
/* The same when a request comes again: its first event names the plan. */
MUST_USE bool plan_tell_again(
    struct desk *d, const struct event_row *first, struct rep_plan *r, struct err *e);

#endif
