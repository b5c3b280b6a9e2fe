/* SPDX-License-Identifier: MIT */
/*
 * Pages: alerts, registers, overrides, what can be opened, and all about quality. Each asks the
 * service and puts down rows, whatever shows them: the screen makes a short list of them
 * (tui/view/rows.h), the line mode says them.
 */
#ifndef LOOKBACK_TUI_QUALITY_PAGE_H
#define LOOKBACK_TUI_QUALITY_PAGE_H

#include "lookback/cmd/cmd.h"
#include "tui/service.h"
#include "tui/view/rows.h"

struct page {
	const struct service *service;
	const struct rep_welcome *welcome;
	struct arena *arena;
	int cols;        /* that there are for a row */
	bool plain;      /* for lines: nothing is drawn with characters */
	struct str with; /* the command's argument */
	struct {
		struct rows_row *v;
		size_t n, cap;
	} rows;
};
struct page_row {
	enum action action;
	enum context context;
	const char *title, *empty;
	int stops[ROWS_CELLS];
	const char *says[ROWS_CELLS]; /* in lines, before a cell: "bad" 3 */
	bool (*fill)(struct page *p, struct err *e);
	const char *about; /* as in the request `changes`; NULL: it stays as it is */
	bool of_with;      /* it is about the record that `with` names */
};
/* The page that an action shows; NULL: none. */
const struct page_row *page_find(enum action a);

struct rows_row *page_add(struct page *p);
/* Words between the rows, which the cursor passes over. */
void page_text(struct page *p, enum role role, struct str text);
void page_heading(struct page *p, const char *text);
/* The names of the columns, in their places: the line mode says its own. */
void page_columns(struct page *p, const char *text);
/* A line below a row that is shown while the cursor is on it. */
void page_under(struct page *p, struct rows_row *r, struct str text);
/* The last of them, which tells keys of the screen. */
void page_keys(struct rows_row *r, const char *text);
/* "value (low to high)", or undefined, of the figure of that name; empty: it is not there. */
struct str page_figure(const struct part_figure *v, size_t n, const char *name);
/* The value alone. */
struct str page_value(const struct part_figure *v, size_t n, const char *name);
/* Below a row: those of these figures that are there, up to one without a name. */
struct named_figure {
	const char *name, *says;
};
void page_figures(struct page *p, struct rows_row *r, const struct part_figure *v, size_t n,
    const struct named_figure *named);

bool page_alerts(struct page *p, struct err *e);
bool page_registers(struct page *p, struct err *e);
bool page_overrides(struct page *p, struct err *e);
bool page_openings(struct page *p, struct err *e); /* under the record `with` */
bool page_views(struct page *p, struct err *e);
bool page_quality(struct page *p, struct err *e);
bool page_passes(struct page *p, struct err *e);
bool page_preview(struct page *p, struct err *e);
bool page_pass(struct page *p, struct err *e);
bool page_agreement(struct page *p, struct err *e);
bool page_reviewers(struct page *p, struct err *e);
bool page_funnel(struct page *p, struct err *e);
bool page_audit(struct page *p, struct err *e);
bool page_questions(struct page *p, struct err *e);
bool page_calibration(struct page *p, struct err *e);
bool page_finals(struct page *p, struct err *e);

/* What can be done about quality: the command's argument in, a sentence out. */
struct doing {
	const struct service *service;
	struct arena *arena;
	struct str arg, ref; /* ref: the one case at hand, or empty */
	struct str said;     /* out */
	struct str pass;     /* out: a pass that it was done to */
};
bool doing_known(enum action a);
bool doing_run(struct doing *d, enum action a, struct err *e);

#endif
