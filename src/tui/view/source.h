/* SPDX-License-Identifier: MIT */
/*
 * What there is to read about a case: its head and four sections, each with its own place.
 * The case's own screen and the form beside it (or before it) show the same one, so that
 * opening and closing a form moves nothing.
 */
#ifndef LOOKBACK_TUI_VIEW_SOURCE_H
#define LOOKBACK_TUI_VIEW_SOURCE_H

#include "tui/view/views.h"

enum { SOURCE_SECTIONS = 4, SOURCE_HEAD = 3, SOURCE_WIDE = 100 };
struct source {
	const struct rep_record *rec; /* of the view that owns it */
	struct str said;              /* it was decided: what happened */
	int section;
	bool looking; /* n and N go from mark to mark */
	struct pane panes[SOURCE_SECTIONS];
	struct arena rows; /* of the panes, renewed when it is laid out */
};

/* The one that a view shows: a case's own, a form's from the case behind it; or NULL. */
struct source *source_of(const struct view *v);
/* Does a screen so wide show case and form side by side? Then the source has so many columns
 * from the left edge to the rule between both. */
bool source_wide(const struct view *v);
int source_cols(const struct view *v);

void source_clear(struct source *s);
/* In a view's place; quiet: the form has the focus. */
void source_layout(struct source *s, const struct view *v, bool quiet);
void source_draw(const struct source *s, const struct view *v, struct canvas *c);
struct pane *source_pane(struct source *s);
/* Sections, looking for words, going from mark to mark; OUTCOME_IGNORED for other actions. */
enum outcome source_act(struct view *v, const struct command *c, struct err *e);
/* How often words, or words that begin so, stand in the texts of its sections. */
size_t source_stands(struct source *s, const struct view *v, struct str words);
/* The line under the cursor as it is quoted: see narrative: "..."; empty for a blank one. */
struct str source_quote(const struct source *s, struct arena *a);

/* To a section, and there to the first line that begins so. */
void source_go(struct view *v, int section, struct str line);
/* Loads a record's view again in its place: the same line stays at the top. */
bool source_again(struct view *v, struct err *e);

#endif
