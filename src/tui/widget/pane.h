/* SPDX-License-Identifier: MIT */
/*
 * A pane is text in rows, built anew whenever something changed, scrolled and drawn.
 * Rows may belong to items (a question, a case, a step): then the cursor goes from item
 * to item and all rows of one are kept in sight; without items it goes from line to line,
 * with its marker in the column left of the text.
 */
#ifndef LOOKBACK_TUI_WIDGET_PANE_H
#define LOOKBACK_TUI_WIDGET_PANE_H

#include "tui/marks.h"

struct span {
	int x;
	enum role role;
	struct str text;
};
struct pane_row {
	struct span *v;
	size_t n, cap;
	int item;      /* -1: none */
	struct str of; /* what the row is taken from: "Narrative" */
};
struct pane {
	struct arena *arena; /* of the rows; texts are not copied */
	struct pane_row *v;
	size_t n, cap;
	int cols, height;   /* of the place it is shown in */
	int top;            /* first row in sight */
	int items;          /* how many there are */
	int item;           /* the cursor's */
	int line;           /* the cursor's row where there are no items */
	struct str of;      /* of the rows that follow */
	struct strs texts;  /* what was wrapped as plain text, whole */
	struct marks marks; /* in them */
	bool quiet;         /* the focus is elsewhere: no cursor, nothing selected */
};

enum motion {
	MOVE_DOWN,
	MOVE_UP,
	MOVE_PAGE_DOWN,
	MOVE_PAGE_UP,
	MOVE_HALF_DOWN,
	MOVE_HALF_UP,
	MOVE_FIRST,
	MOVE_LAST,
	MOVE_TOP,
	MOVE_BOTTOM,
};

/* Begins anew; place of cursor and scroll are kept. */
void pane_begin(struct pane *p, struct arena *a, int cols, int height);
/* A new last row. Rows that follow belong to item n until told otherwise (-1: none). */
void pane_row(struct pane *p);
void pane_item(struct pane *p, int item);
/* Into the last row, from column x, as wide as there is room or as `cols`. */
void pane_put(struct pane *p, int x, enum role role, struct str text);
void pane_puts(struct pane *p, int x, enum role role, const char *text);
void pane_printf(struct pane *p, int x, enum role role, const char *fmt, ...) PRINTF(4, 5);
/* Wrapped at x: the last row first, then new ones. cols 0: to the right edge. */
void pane_wrap(struct pane *p, int x, int cols, enum role role, struct str text);
/* A row of its own: a heading with a blank row before it, unless it is the first. */
void pane_heading(struct pane *p, const char *text);
/* After building: cursor and scroll into range, the item of the cursor in sight. */
void pane_end(struct pane *p);

/* The row of the focus, counted from the first in sight; and, built anew, it is there again,
 * with rows left blank above or below where there are none. */
int pane_focus(const struct pane *p);
void pane_hold(struct pane *p, int focus);
/* All its text as a number that another text hardly has. */
uint64_t pane_look(const struct pane *p);

/* Marks the phrases in all wrapped plain text, also where a row ends within one. */
void pane_mark(struct pane *p, const struct phrases *phrases, enum role role);
/* Puts the cursor on a row and that into sight. */
void pane_line(struct pane *p, int line);
/* The next row with a mark of the role behind (or before) the cursor's; -1 for none. */
int pane_marked(const struct pane *p, enum role role, int from, int by);
/* The words of a row. */
struct str pane_text(const struct pane *p, int line, struct arena *a);
/* False when there was nowhere to go. */
bool pane_move(struct pane *p, enum motion m, int count);
int pane_item_row(const struct pane *p, int item); /* its first row, or -1 */
void pane_draw(const struct pane *p, struct canvas *c, struct rect r);

#endif
