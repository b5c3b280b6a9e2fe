/* SPDX-License-Identifier: MIT */
/*
 * What a step brings about, and what brings a record into being. Whoever calls these has
 * checked the rules already; here the events are written, in this order and in the one
 * transaction of the request: the move itself, the children it opens, its alert, automatic
 * steps of the children, of the record, of its parent and so on up to the root. When a
 * child cannot be opened nothing of the step stays.
 */
#ifndef LOOKBACK_REVIEW_MOVE_H
#define LOOKBACK_REVIEW_MOVE_H

#include "lookback/wire/messages.h"
#include "review/casefile.h"

/* Automatic steps in a row on one record, after which the pack is at fault. */
enum { AUTO_MAX = 8 };

/* A step on its way: the record as it will stand behind it. */
struct moving {
	const struct transition *t;
	const struct state *to;
	struct str reason;
	int64_t over;   /* number of the override that was agreed to, or 0 */
	bool automatic; /* taken by the engine in the name of whoever caused it */
	struct json *set;
	struct json *clocks; /* name: when it ends, null when stopped */
	struct strs cancels;
	struct case_view after;
	int64_t due, rank;
};
/* Fills the rest from what is set above. */
MUST_USE bool moving_effects(struct desk *d, const struct person *by, const struct casefile *c,
    struct moving *mv, struct err *e);
/* The step itself with all that follows on this record: record.moved, children, alert. The
 * children are not settled yet: their references go to `opened`. */
MUST_USE bool moving_write(struct desk *d, const struct person *by, const struct casefile *c,
    struct moving *mv, struct strs *opened, int64_t *seq, struct err *e);
/* Automatic steps of the children that a step opened, then of the record itself and up. c:
 * as it was before. */
MUST_USE bool autos_settle(
    struct desk *d, const struct casefile *c, const struct strs *opened, struct err *e);

/* Takes a step, whoever's turn it is: in a state with seats a step that locks answers may
 * only pass the record on to the next reader. over: number of the override, or 0. The
 * reply is worded for the person. c is not brought up to date. */
MUST_USE bool take_step(struct desk *d, const struct me *who, struct casefile *c,
    const struct transition *t, struct str reason, int64_t over, struct rep_moved *r,
    struct err *e);
/* What is told of a step that was taken, the first time and again. A reader's step (locked)
 * is told of in the same words whatever came of it, and to the blind nothing more. */
struct moved_was {
	struct str step, from, to, band;
	int64_t due, version, seq;
	bool locked;
};
void moved_reply(struct desk *d, const struct me *who, const struct casefile *c,
    const struct moved_was *w, struct rep_moved *r);

/* Opens a record of type t, under a parent or on its own (NULL). fields: {field: value}, as
 * people type them or as the engine keeps them; each is checked against its field, required
 * ones must be there. how is hand, safeguarding or a transition. Bars of the parent hold
 * for it. Automatic steps are the caller's to run (autos_run) once everything is written. */
MUST_USE bool open_record(struct desk *d, const struct record_type *t,
    const struct casefile *parent, const struct json *fields, struct str how, struct str reason,
    struct str *ref, struct err *e);

/* Somebody of the roles `to` must acknowledge; nothing happens when there is no role. of is
 * the alert it grew from, or 0. `alert` of the record has changed: autos_run afterwards. */
MUST_USE bool raise_alert(struct desk *d, struct str ref, struct str name, struct strs to,
    struct str text, struct limit ack, int64_t level, int64_t of, struct err *e);

/* To be called after anything that a guard or a rank may read has changed on a record: takes
 * its automatic steps until none is open, puts its rank right, and does the same for its
 * parent and so on, because what hangs under them has changed. */
MUST_USE bool autos_run(struct desk *d, struct str ref, struct err *e);

bool type_has_autos(const struct record_type *t);

/* The earliest of a state's own limit, from now on, and the ends of the clocks that run
 * (but for those in `changed`, which end as it says; NULL: none). */
MUST_USE bool due_with_clocks(struct desk *d, const struct casefile *c,
    const struct due_rule *rule, const struct facts *f, const struct json *changed,
    int64_t *due, struct err *e);

#endif
