/* SPDX-License-Identifier: MIT */
/*
 * The supervisor's board is tables of numbers. What always holds: a number that is not 0
 * comes with the expression of exactly its cases, for this person and at this moment.
 */
#ifndef LOOKBACK_REVIEW_BOARD_H
#define LOOKBACK_REVIEW_BOARD_H

#include "review/giving.h"

/* Expressions that make a number of a place: it stands beside that of the place. */
#define BOARD_SOON "late:no due<=+2d"

struct board {
	struct desk *d;
	const struct me *me;
	struct rep_board *reply;
	size_t bytes; /* of rows so far */
};
/* A section with these columns (NULL-terminated); rows are added to it before the next. */
struct part_section *board_section(struct board *b, const char *name, const char *label,
    const char *empty, const char *const *columns);
struct part_boardrow *board_row(
    struct board *b, struct part_section *s, struct str name, struct str label);
void board_number(struct board *b, struct part_boardrow *row, int64_t n, struct str expr);
/* `holder:ann`, quoted where the language needs it. */
struct str board_is(struct board *b, const char *name, struct str value);
struct str board_and(struct board *b, struct str x, const char *y);

/* Groups of what matches, by holder or by who put it aside (CORE_ATTRS: by place alone). */
MUST_USE bool board_groups(struct board *b, const char *expr, enum core_attr by,
    enum core_attr least, struct group_rows *out, struct err *e);
MUST_USE bool board_count(struct board *b, struct str expr, int64_t *out, struct err *e);

/* The sections, each in its file. */
MUST_USE bool board_load(struct board *b, struct err *e);
MUST_USE bool board_load_of(struct board *b, struct str user, struct err *e);
MUST_USE bool board_states(struct board *b, struct err *e);
MUST_USE bool board_blocked(struct board *b, struct err *e);
MUST_USE bool board_returned(struct board *b, struct err *e);

#endif
