/* SPDX-License-Identifier: MIT */
/* A record that a person is about to open: its type, and the record it would hang under. */
#ifndef LOOKBACK_REVIEW_OPENING_H
#define LOOKBACK_REVIEW_OPENING_H

#include "lookback/wire/messages.h"
#include "review/casefile.h"

struct opening_at {
	const struct record_type *type;
	const struct casefile *parent; /* NULL: on its own */
	struct casefile above;
};
/* ERR_NOT_FOUND for an unknown type, and for a parent that is absent or hidden. */
MUST_USE bool opening_find(struct desk *d, const struct me *m, struct str type,
    struct str under, struct opening_at *out, struct err *e);
/* Every reason why this person may not, as lines. */
bool opening_allowed(
    struct desk *d, const struct me *m, const struct opening_at *o, struct strs *closed);
/* What is told of a record that was opened; seq is of its first event. */
MUST_USE bool opening_reply(
    struct desk *d, const struct me *m, struct str ref, struct rep_moved *r, struct err *e);
/* The same to a request that comes again. */
MUST_USE bool opening_before(struct desk *d, const struct me *m, const struct event_row *first,
    struct rep_moved *r, struct err *e);

#endif
