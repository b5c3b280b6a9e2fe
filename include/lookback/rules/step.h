/* SPDX-License-Identifier: MIT */
/*
 * What may happen next, and why not. A step is a transition seen by one person on
 * one record at one moment. Every reason for a closed step is listed in words that
 * say how to open it. Pure: everything comes in as values.
 */
#ifndef LOOKBACK_RULES_STEP_H
#define LOOKBACK_RULES_STEP_H

#include "lookback/rules/pack.h"

struct person {
	struct str name; /* account */
	struct strs roles;
	struct str staff; /* original staff code, or empty */
	struct {
		struct skill *v;
		size_t n, cap;
	} skills;
};
struct skill { /* a competence and the last day on which it holds */
	struct str competence;
	int32_t until;
};
/* Who took which transition, in order: of this record, cancelled ones too; "opened"; of
 * its parent as parent.NAME, of its children as TYPE.NAME. Automatic ones are not people's
 * and are left out. */
struct did {
	struct str transition, by;
};
enum seat { SEAT_FIRST, SEAT_SECOND, SEAT_ADJUDICATOR }; /* whose turn it is in a record */
struct case_view { /* a record with what steps depend on */
	const struct pack *pack;
	const struct record_type *type;
	struct facts facts;
	const struct json *reasons; /* question -> reason text given with the answer */
	const struct did *did;
	size_t ndid;
	struct strs bars; /* who may never touch it: staff codes, and accounts as @name */
	enum seat seat;
	struct strs sat;            /* accounts that locked a seat in the contest that runs */
	const struct facts *parent; /* for steps with `recheck`; NULL: it has none */
};
struct step {
	const struct transition *t;
	bool open;
	struct strs closed; /* reasons, when not open */
	bool
	    may_override; /* closed by guard or form alone, and the pack lets two pass over it */
};
struct steps {
	struct step *v;
	size_t n, cap;
};
/* All transitions of the record's state in pack order, each open or with reasons. Automatic
 * ones are not people's steps and not among them. In a state with seats the role asked for is
 * that of the seat (beside those of `by`, when the step ends no seat's work and the first
 * reader may take it), and whoever sat in this contest takes no step there. */
void steps_of(
    struct arena *a, const struct case_view *c, const struct person *p, struct steps *out);
/* One of them by id; false when the state has no such transition. */
bool step_of(struct arena *a, const struct case_view *c, const struct person *p, struct str id,
    struct step *out);
/* May this person see the record at all: RIGHT_READ or RIGHT_TAKE, and a staff code that
 * is not, byte for byte, among the bars, nor @ and their name? One predicate: store has the
 * same in SQL, and a test holds them together. */
bool may_see(const struct case_view *c, const struct person *p);

/* A form on a record: which questions are asked, what is missing. Conditions are read
 * against the answers of what is shown so far; a hidden question keeps its old answer,
 * which then asks for nothing. */
struct asked {
	const struct question *q;
	bool shown;         /* its condition holds */
	struct value value; /* V_NONE: unanswered */
	struct str reason;
	bool needs_reason;  /* this answer needs one */
	struct str missing; /* empty, or why the form is not complete here */
};
struct asked_form {
	const struct form *form;
	struct asked *v;
	size_t n, shown, answered, missing;
};
void form_view(
    struct arena *a, const struct case_view *c, const struct form *f, struct asked_form *out);
/* Forms worked on in a state: those its transitions require, each once. */
void state_forms(struct arena *a, const struct record_type *t, struct str state,
    const struct form ***out, size_t *n);

/* Rank is a sum that can be read; the points of the parts add up to `shown`. A waiting
 * term counts from the day the record was opened when its date is absent. `key` orders
 * the queue and does not change as days pass: shown = key + per_day * days since 1970 of
 * today (London). */
struct rank_part {
	struct str because; /* "waiting 31 days" */
	int64_t points;
};
struct rank {
	int64_t key;
	int64_t per_day; /* of the type: the same for all its records */
	int64_t shown;
	struct {
		struct rank_part *v;
		size_t n, cap;
	} parts;
};
void rank_of(struct arena *a, const struct pack *p, const struct record_type *t,
    const struct facts *f, struct rank *out);

/* When a state must be left or a clock ends, from the instant it was entered or started.
 * Hours are exact; days and working days end with the last millisecond of that London day,
 * the day of entry (or the day in `from`) being day 0. NO_TIME: no limit. */
int64_t due_of(const struct pack *p, const struct record_type *t, struct str state,
    struct str band, int64_t entered); /* of a state, by band alone */
int64_t due_at(const struct pack *p, const struct record_type *t, const struct due_rule *rule,
    const struct facts *f, int64_t entered);
int64_t limit_end(const struct pack *p, struct limit l, int64_t from); /* alerts */

/* ---- consequences ---- */
/* The value that an assignment gives, V_NONE when what it is taken from has none. today is a
 * London day, reason what the person wrote. */
struct value assign_value(struct arena *a, const struct assign *s, const struct case_view *c,
    const struct person *p, struct str reason, int32_t today);
/* The automatic transition that is to be taken now, or NULL. */
const struct transition *auto_step(struct arena *a, const struct case_view *c);
/* May this person open a record of type t under this parent (NULL: on its own)? Every
 * reason against it goes to closed, as for a step. */
bool may_open(struct arena *a, const struct pack *p, const struct record_type *t,
    const struct case_view *parent, const struct person *who, struct strs *closed);
/* Questions on which two sets of answers to a state's seated form differ. */
void seats_differ(struct arena *a, const struct record_type *t, const struct state *s,
    const struct json *first, const struct json *second, struct strs *out);

/* "DVDS-{source_ref}" with fields filled; false when a field is missing or empty. */
bool template_fill(
    struct arena *a, struct str text, const struct json *fields, struct str *out);

#endif
