/* SPDX-License-Identifier: MIT */
/* A record as rows of a pane: shared by the case's own screen and the form beside it. */
#ifndef LOOKBACK_TUI_VIEW_CASE_TEXT_H
#define LOOKBACK_TUI_VIEW_CASE_TEXT_H

#include "lookback/wire/messages.h"
#include "tui/widget/pane.h"

void case_fields(struct pane *p, const struct rep_record *r); /* fields, then long texts */
void case_hangs(struct pane *p, const struct rep_record *r);  /* alerts, children, links */
void case_answers(struct pane *p, const struct rep_record *r);
void case_notes(struct pane *p, const struct rep_record *r);
void case_steps(struct pane *p, const struct rep_record *r); /* with a heading */
void case_history(struct pane *p, const struct rep_record *r);
void case_rank(struct pane *p, int64_t rank, const struct part_rankpart *parts, size_t n);

#endif
