/* SPDX-License-Identifier: MIT */
/*
 * Expressions as SQL over record r. The text holds names from the pack, which are
 * checked, and no values. A condition is true or false, never NULL, so that a negation
 * around an absent value is true as it is in memory.
 */
#ifndef LOOKBACK_STORE_WHERE_H
#define LOOKBACK_STORE_WHERE_H

#include "lookback/rules/expr.h"
#include "store/query.h"

/* Adds the condition; `but` (may be NULL) is a part of it that holds already. */
void where_add(struct query *q, const struct expr *x, const struct expr *but, int64_t now);

/* A part of the expression that names its records through an index: SQL that gives
 * column id. It finds all that the expression does, and with `exact` no others. */
struct driver {
	const struct expr *part; /* NULL: none */
	struct query ids;
	bool exact;
	int64_t n;    /* how many, up to the limit it was counted to */
	bool common;  /* some words are in so many records that it is quicker to look each up
	              * than to gather all that hold them */
	bool gathers; /* some words are in many, but these are gathered */
};
/* The part of a conjunction that finds fewest for the viewer of q, none when all find `limit` or more and
 * `any` is not set. */
MUST_USE bool driver_find(const struct query *q, const struct expr *x, int64_t now, int limit,
    bool any, struct driver *out, struct err *e);
/* The limit for pages: among more records (last: the last one's id) it is worth to fetch more. */
int driver_few(const struct store *st, int64_t last);

/* Attributes that hold several codes and are no value: whether any of x->vals, or any at
 * all, is there; and the records in which one may be. */
bool attr_is_set(const struct attr *at);
void set_sql(struct query *q, const struct expr *x, int64_t now);
bool set_ids(struct query *q, const struct expr *x);
/* Adds a condition: the step w of r is one of the last days and not hidden. */
void lately_steps(struct query *q, int64_t now);

/* The value of an attribute, as SQL; NULL when it has none. */
void attr_sql(struct query *q, const struct attr *at, int64_t now);
/* Both ends of a range of numbers or dates; an open end is the last one there is. */
struct value range_low(const struct expr *x);
struct value range_high(const struct expr *x);
/* BETWEEN the beginning of the one day and the end of the other, as far as they are given. */
void range_times(struct query *q, struct value lo, struct value hi);
/* First and last instant of a London day. */
bool day_bounds(struct str day, int64_t *from, int64_t *to);
bool is_folded(const struct attr *at);

#endif
