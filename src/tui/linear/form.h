/* SPDX-License-Identifier: MIT */
/* What saying a form and answering it share. */
#ifndef LOOKBACK_TUI_LINEAR_FORM_H
#define LOOKBACK_TUI_LINEAR_FORM_H

#include "tui/linear/linear.h"
#include "tui/view/form.h"

/* The question one is at; NULL when the form asks none. */
const struct part_question *lines_question(const struct lines *l);
/* Behind it: first one without an answer, then one that keeps the form incomplete. */
bool lines_form_next_open(struct lines_form *f);
bool lines_form_step(struct lines_form *f, bool down); /* the next one that is asked */
/* Says the question one is at, or with false that the form has come to its end. */
void lines_form_ask(struct lines *l, bool found);
void lines_form_help(struct lines *l);
/* What is expected where there is nothing to choose from: " A date." */
const char *lines_expected(const struct part_question *q);
void lines_choices(struct lines *l, const struct part_question *q);
/* What is stored for a line that answers: the code of a choice, or the text itself. */
MUST_USE bool lines_answer_value(struct lines *l, const struct part_question *q,
    struct str line, struct str *value, struct err *e);
MUST_USE bool lines_form_fetch(
    struct lines *l, struct arena *a, struct rep_form *rep, struct err *e);
void lines_form_keep(struct lines *l, struct arena fresh, const struct rep_form *rep);

#endif
