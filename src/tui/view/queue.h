/* SPDX-License-Identifier: MIT */
/* The list of cases: state shared by its logic and its drawing. */
#ifndef LOOKBACK_TUI_VIEW_QUEUE_H
#define LOOKBACK_TUI_VIEW_QUEUE_H

#include "tui/view/views.h"
#include "tui/widget/pages.h"

enum { QUEUE_COLUMNS = 16, QUEUE_FLAGS = 6 };
struct queue_column {
	int index; /* in queue_heads */
	int x, width;
};
struct queue_heads { /* of the rows: their register's own, else those of the welcome */
	const struct part_column *v;
	size_t n;
};
struct queue {
	struct str expr, words; /* one of them, or neither: everything */
	const char *order;
	struct pages pages;
	struct strs marks; /* references */
	struct strs left;  /* rows that no longer belong here, shown until it is loaded again */
	bool counted;
	struct queue_column columns[QUEUE_COLUMNS];
	int ncolumns;
};

bool queue_marked(const struct queue *q, struct str ref);
/* Which columns fit into so many, and where: dropped from the highest priority number on,
 * what is left over goes to the widest. */
struct queue_heads queue_heads(const struct queue *q, const struct rep_welcome *w);
void queue_columns(struct queue *q, const struct rep_welcome *w, int cols);
void queue_draw(const struct view *v, struct canvas *c);

#endif
