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
/* Rows of lists, with cells by the columns of a record type (NULL: no cells). Returns the
 * bytes of their text. */
size_t view_rows(struct desk *d, const struct me *m, const struct record_type *columns,
    const struct records *from, struct part_rows *out);
/* One line for a record: the title of its type filled in, or empty. */
struct str view_title(struct desk *d, const struct record_type *t, const struct json *fields);
/* The whole record. */
MUST_USE bool view_record(struct desk *d, const struct me *m, const struct casefile *c,
    struct rep_record *r, struct err *e);
/* Notes and the time line, newest first. */
MUST_USE bool view_past(struct desk *d, const struct me *m, const struct casefile *c,
    struct rep_record *r, struct err *e);
/* Children, openings, clocks, alerts, links of a record. */
MUST_USE bool view_hangs(struct desk *d, const struct me *m, const struct casefile *c,
    struct rep_record *r, struct err *e);
/* After its answers and children: what is read before anything else. */
MUST_USE bool view_leads(struct desk *d, const struct me *m, const struct casefile *c,
    struct rep_record *r, struct err *e);
/* The answers that this person is shown, in form order. */
MUST_USE bool view_answers(struct desk *d, const struct me *m, const struct casefile *c,
    struct rep_record *r, struct err *e);
/* Other records of which something was shown are in the log like any list: those for which
 * attr:of holds. */
MUST_USE bool view_log_refs(
    struct desk *d, const char *attr, struct str of, struct strs refs, struct err *e);
void view_alert(
    struct desk *d, const struct me *m, const struct alert_row *w, struct part_alert *out);
void view_link(struct desk *d, const struct link_row *w, struct part_link *out);
/* Shortens history, then notes, then texts until the reply fits a message. */
void view_fit(struct arena *a, struct rep_record *r);
/* What may be chosen, absences last. */
void view_choices(struct desk *d, const struct vspec *spec, struct part_question *out);
/* A form of the record, its questions with answers; editable when one holds the record. */
void view_form(struct desk *d, const struct me *m, const struct casefile *c,
    const struct form *f, struct rep_form *r);

#endif
