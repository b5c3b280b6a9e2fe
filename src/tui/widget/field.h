/* SPDX-License-Identifier: MIT */
/*
 * Writing: a line, a line shown in several rows, or a text of several lines; with word moves,
 * a selection, cutting and pasting, undo and redo. The one widget for all that is written.
 * The cursor stands before a whole grapheme, always. What is typed or pasted loses control
 * characters and invalid bytes and ends at the limit; nothing else is changed.
 */
#ifndef LOOKBACK_TUI_WIDGET_FIELD_H
#define LOOKBACK_TUI_WIDGET_FIELD_H

#include "lookback/cmd/cmd.h"
#include "tui/canvas.h"

enum { FIELD_UNDO = 64, FIELD_MAX = 20000, CLIPS = 8 };
struct field_state {
	char *p;
	size_t n, cap, at;
};
struct field_past { /* a ring: the oldest go first */
	struct field_state v[FIELD_UNDO];
	int n, next;
};
struct field {
	struct arena *arena;
	bool area; /* several lines */
	bool wrap; /* one line, shown in rows */
	bool touched;
	bool full;      /* what was typed last did not fit whole */
	bool inserting; /* the last act was typing: one undo takes a word back */
	bool cutting;   /* the last act cut onwards: one more cut adds to it */
	bool selecting; /* from the mark to the cursor */
	bool pasted;    /* the last act put back what was cut, from `mark` to the cursor */
	size_t mark;
	int older; /* which one that was */
	struct field_state now;
	struct field_past undo, redo;
	int top, rows, cols; /* first row in sight, rows and columns of its place */
};
struct clip { /* what was cut, the latest first; shared by all fields */
	struct buf v[CLIPS];
	int n;
};

void clip_init(struct clip *c, struct arena *a);
void field_init(struct field *f, struct arena *a, bool area, struct str text);
struct str field_text(const struct field *f);
void field_type(struct field *f, struct str text);
/* An action of the contexts WRITE and AREA; false when it is none of them. */
bool field_act(struct field *f, enum action act, struct clip *clip);
/* What is selected; empty for nothing. */
struct str field_selected(const struct field *f);
void field_layout(struct field *f, int rows, int cols);
int field_rows(const struct field *f, int cols); /* rows it would take */
void field_draw(const struct field *f, struct canvas *c, struct rect r);

#endif
