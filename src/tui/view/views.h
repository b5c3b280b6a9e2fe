/* SPDX-License-Identifier: MIT */
/* The screens and how one opens another. Each function that can fail leaves everything
 * as it was when it does. */
#ifndef LOOKBACK_TUI_VIEW_VIEWS_H
#define LOOKBACK_TUI_VIEW_VIEWS_H

#include "tui/app.h"
#include "tui/timeline.h"

extern const struct view_ops start_ops, queue_ops, record_ops, form_ops, steps_ops, note_ops,
    text_ops, prompt_ops, palette_ops, past_ops, differ_ops, locked_ops, rows_ops, sheet_ops,
    board_ops, handing_ops;

/* ---- screens ---- */
struct queue_how {
	struct str expr;  /* filter */
	struct str words; /* or a search */
};
bool queue_open(struct app *app, const struct queue_how *how, struct err *e);

/* A record: asked for by reference, or as it came with next or claim. */
bool record_open(struct app *app, struct str ref, struct str reason, struct err *e);
bool record_next(struct app *app, struct str expr, struct err *e);
/* A record, at a section and at the first line there that begins so (empty: at its top). */
bool record_open_at(
    struct app *app, struct str ref, const struct record_place *at, struct err *e);
/* The time line, of all kinds but looks, or of those named. */
bool past_open(struct app *app, struct str ref, struct str kinds, struct err *e);
bool record_take(struct app *app, struct str ref, struct str reason, struct err *e);
/* The record shown; NULL when the view is none. */
const struct rep_record *record_of(const struct view *v);
/* It was decided: it is shown as it was, with what happened above it. */
void record_moved(struct view *v, struct str said);

bool form_open(struct app *app, const struct rep_record *rec, struct str form, struct err *e);
/* With a step's id (and a reason), that step is asked for at once. */
bool steps_open(struct app *app, struct str ref, struct str step, struct err *e);
bool note_open(struct app *app, struct str ref, struct err *e);
/* The supervisor's board, or (user not empty) of one person by state. */
bool board_open(struct app *app, struct str user, struct err *e);
/* What would change hands, to be looked at before it is done. */
bool share_open(struct app *app, const struct req_share *q, struct err *e);
bool absent_open(struct app *app, const struct req_absent *q, struct err *e);
/* The sheet of one type of record, to be opened under another or on its own. */
bool sheet_open(struct app *app, struct str type, struct str under, struct err *e);

/* ---- overlays ---- */
/* A prompt for what a command needs, or with ACT_COMMAND for a whole command. */
bool prompt_open(struct app *app, enum action act, struct str initial, struct err *e);
/* A prompt whose text goes behind `prefix`: "decide triage_red ". */
bool prompt_for(struct app *app, const char *label, struct str prefix, struct err *e);
bool locked_open(struct app *app, struct err *e);
bool palette_open(struct app *app, struct err *e);

/* ---- texts ---- */
struct text_line {
	enum role role;
	struct str cell[3]; /* put at the view's stops */
};
struct text_how {
	struct str title;
	int stops[3]; /* columns of the cells; the last cell of a line is wrapped there */
	bool at_end;  /* begin with the last lines */
	bool slow;    /* fill takes a while: first the title is painted */
	/* Adds the lines (text_add), now and on reload. */
	bool (*fill)(struct view *v, const struct text_how *how, struct err *e);
	struct str with; /* what fill needs to know; copied */
	enum context from;
};
bool text_open(struct app *app, const struct text_how *how, struct err *e);
void text_add(struct view *v, enum role role, struct str a, struct str b, struct str c);
/* Only lines that hold the words; empty: all. */
void text_find(struct view *v, struct str words);
bool help_open(struct app *app, enum context from, struct str topic, struct err *e);
bool messages_open(struct app *app, struct err *e);
bool log_open(struct app *app, struct str ref, struct err *e);
bool verify_open(struct app *app, struct err *e);
bool rank_open(struct app *app, struct str ref, struct err *e);
/* Any text of the service. */
bool said_open(struct app *app, const char *title, struct str text, struct err *e);

#endif
