/* SPDX-License-Identifier: MIT */
/*
 * Who plans, draws and closes quality passes and sees what they find: somebody with a role
 * that the pack names for it who reads no cases blind. Whoever is blind is refused in the
 * same words whatever there is.
 */
#ifndef LOOKBACK_REVIEW_QUALITY_H
#define LOOKBACK_REVIEW_QUALITY_H

#include "lookback/rules/quality.h"
#include "lookback/store/quality.h"
#include "review/desk.h"

/* The asker may; for what only reads. */
MUST_USE bool quality_me(struct desk *d, struct me *out, struct err *e);
/* The same for what acts, as desk_begin. */
MUST_USE bool quality_begin(
    struct desk *d, struct me *out, bool *again, struct event_row *first, struct err *e);
/* ERR_REFUSED, in one sentence, for somebody who reads cases blind. */
MUST_USE bool quality_not_blind(struct desk *d, const struct me *m, struct err *e);
/* The record type that passes are drawn from. */
MUST_USE bool quality_type(struct desk *d, const struct record_type **out, struct err *e);

/* Shares in thousandths of a per cent: "0.65" and "0.65 %" are 650. */
MUST_USE bool share_read(const char *what, struct str text, int64_t *out, struct err *e);
struct str share_text(struct arena *a, int64_t thousandths); /* "0.65"; of 0 nothing */

#endif
