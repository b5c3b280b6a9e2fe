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
	struct strs came;  /* records that would stand here if it were loaded, as was told */
	struct str view;   /* name of the saved view that is shown, or empty */
	struct strs found; /* words and names that were asked for */
	bool says_why;     /* the last line says where they stand in the row of the cursor */
	bool counted;
	struct queue_column columns[QUEUE_COLUMNS];
	int ncolumns;
};

bool queue_marked(const struct queue *q, struct str ref);
/* Which columns fit into so many, and where: dropped from the highest priority number on,
 * what is left over goes to the widest. */
struct queue_heads queue_heads(const struct queue *q, const struct rep_welcome *w);
void queue_columns(struct queue *q, const struct rep_welcome *w, int cols);
/* Shows something else in this list; an order that is none leaves the one there is. */
bool queue_show(struct view *v, struct str expr, struct str order, struct err *e);
enum outcome queue_view(struct view *v, const struct command *c, struct err *e);
enum outcome queue_view_save(struct view *v, const struct command *c, struct err *e);
enum outcome queue_view_rename(struct view *v, const struct command *c, struct err *e);
enum outcome queue_view_drop(struct view *v, const struct command *c, struct err *e);
enum outcome queue_view_share(struct view *v, const struct command *c, struct err *e);
void queue_draw(const struct view *v, struct canvas *c);

#endif
