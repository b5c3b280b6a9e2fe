/* SPDX-License-Identifier: MIT */
/*
 * Neat tables for people: columns as wide as their widest cell, two spaces between, the
 * last one ragged. Cells are masked here. Long listings are printed a page at a time with
 * the widths of the first page, so a million rows cost one page.
 */
#ifndef LOOKBACK_CLI_TABLE_H
#define LOOKBACK_CLI_TABLE_H

#include "lookback/base/arena.h"

enum { TABLE_COLUMNS = 24 };
struct table {
	struct arena *arena;
	size_t columns;
	struct str heads[TABLE_COLUMNS];
	int width[TABLE_COLUMNS];
	bool right[TABLE_COLUMNS]; /* numbers stand to the right */
	bool headed;
	struct strs cells;
};
void table_head(struct table *t, const char *name, bool right);
void table_cell(struct table *t, struct str text); /* row by row, left to right */
void table_number(struct table *t, int64_t n);
/* Moves what there is into the text, with the heads the first time, and forgets it. */
void table_flush(struct table *t, struct buf *out);

/* Text broken at spaces so that no line is wider; every line after `indent` spaces. */
void wrap(struct buf *out, struct str text, int indent, int width);

#endif
