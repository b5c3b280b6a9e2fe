/* SPDX-License-Identifier: MIT */
/*
 * Short lists that are no lists of cases: alerts, registers, overrides, what can be opened
 * under a case. A row may lead to a case, to a list or to a sheet, and may take a word of
 * yes and of no.
 */
#ifndef LOOKBACK_TUI_VIEW_ROWS_H
#define LOOKBACK_TUI_VIEW_ROWS_H

#include "tui/view/views.h"

enum { ROWS_CELLS = 6 };
struct rows_row {
	struct str cell[ROWS_CELLS];
	struct strs under; /* lines below it while the cursor is on it */
	enum role role;
	bool heading;   /* words between the rows: the first cell, across; no item */
	bool columns;   /* such that name the columns */
	bool late;      /* the second cell says so, with a mark */
	struct str run; /* where Enter leads: command text */
	struct str ref, expr, type; /* where Enter leads: a case, a list, a sheet */
	int section;                /* of that case, from 0 */
	int64_t number;             /* by which it is called in commands; 0: none */
	struct str back;    /* or command text for the screen behind this one, which closes */
	struct str keys;    /* the last line below it: keys of the screen */
	struct str yes, no; /* command text that waits for a sentence, or empty */
	const char *yes_label; /* what the sentence is; NULL: the usual */
	struct str key; /* by which it is found again; empty: by where it leads, or its words */
};
/* A page (tui/page/page.h), and what it is about. */
bool rows_open(struct app *app, enum action page, struct str with, struct err *e);

#endif
