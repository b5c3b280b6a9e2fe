/* SPDX-License-Identifier: MIT */
/*
 * Writing: a line or a text of several lines, with word moves, cut and paste, and undo.
 * The cursor stands before a whole grapheme, always. What is typed or pasted loses control
 * characters and invalid bytes; nothing else is changed.
 */
#ifndef LOOKBACK_TUI_WIDGET_FIELD_H
#define LOOKBACK_TUI_WIDGET_FIELD_H

#include "lookback/cmd/cmd.h"
#include "tui/canvas.h"

enum { FIELD_UNDO = 32, FIELD_MAX = 20000 };
struct field_state {
	char *p;
	size_t n, cap, at;
};
struct field {
	struct arena *arena;
	bool area; /* several lines */
	bool touched;
	bool full;      /* what was typed last did not fit whole */
	bool inserting; /* the last act was typing: one undo takes a word back */
	struct field_state now;
	struct field_state undo[FIELD_UNDO];
	int undos, next_undo;
	int top, cols; /* area: first row in sight, columns it is wrapped to */
};
struct clip { /* what was cut last; shared by all fields */
	struct buf text;
};

void field_init(struct field *f, struct arena *a, bool area, struct str text);
struct str field_text(const struct field *f);
void field_type(struct field *f, struct str text);
/* An action of the contexts WRITE and AREA; false when it is none of them. */
bool field_act(struct field *f, enum action act, struct clip *clip);
void field_layout(struct field *f, int rows, int cols);
int field_rows(const struct field *f, int cols); /* rows it would take */
void field_draw(const struct field *f, struct canvas *c, struct rect r);

#endif
