/* SPDX-License-Identifier: MIT */
/*
 * Records as replies. Nothing here decides who may see: what is put in came through the
 * store with a viewer; only restricted fields are left out here. Text stays as it was
 * written. Every reply is kept within one message: the least needed is shortened first.
 */
#ifndef LOOKBACK_REVIEW_VIEW_H
#define LOOKBACK_REVIEW_VIEW_H

#include "lookback/wire/messages.h"
#include "review/casefile.h"

enum { VIEW_ROOM = 44 << 10 }; /* bytes of text that fit a message whatever the escapes */

struct part_rows {
	struct part_row *v;
	size_t n, cap;
};
/* Rows of lists, with cells by the columns of the pack's first record type. Returns the
 * bytes of their text. */
size_t view_rows(
    struct desk *d, const struct me *m, const struct records *from, struct part_rows *out);
/* The whole record. */
MUST_USE bool view_record(struct desk *d, const struct me *m, const struct casefile *c,
    struct rep_record *r, struct err *e);
/* Shortens history, then notes, then texts until the reply fits a message. */
void view_fit(struct arena *a, struct rep_record *r);
/* A form of the record, its questions with answers; editable when one holds the record. */
void view_form(struct desk *d, const struct me *m, const struct casefile *c,
    const struct form *f, struct rep_form *r);

#endif
