/* SPDX-License-Identifier: MIT */
/*
 * A lesson beside the work, on the screen and in lines. Every request of the workstation goes
 * through here, so that the lesson is asked to look after something may have been done, and
 * never because of a key.
 */
#ifndef LOOKBACK_TUI_COACH_H
#define LOOKBACK_TUI_COACH_H

#include "lookback/client/coach.h"
#include "lookback/cmd/keymap.h"
#include "tui/service.h"

enum { COACH_ROWS = 3, COACH_COLS = 80 }; /* one more where the screen is narrower */
struct app;
struct canvas;
struct coaching {
	struct coach lesson; /* without a function there is none */
	struct service inner;
	int asked, looked; /* requests made; those that the lesson has looked at */
	bool acted;        /* one of them was more than reading or answering */
	struct arena mem;  /* of what is said now */
	struct coach_says now;
};

/* From now on the service is asked through the lesson. */
void coaching_begin(struct coaching *k, const struct coach *lesson, struct service *service);
/* Looks: was done what was asked for? *fresh: something else is said now. */
MUST_USE bool coaching_look(struct coaching *k, bool *fresh, struct err *e);
MUST_USE bool coaching_ask(
    struct coaching *k, enum coach_wish wish, bool *fresh, struct err *e);
bool coaching_stale(const struct coaching *k); /* requests were made since it looked */
void coaching_skim(struct coaching *k);        /* they were none of the learner's */
/* The words with the keys that run what they name; `typed`: what is typed in a line. */
struct str coaching_words(struct arena *a, const struct keymap *m, struct str text, bool typed);
/* The action that a lesson's words name in braces at `at`; *end is behind it. */
enum action coaching_named(struct str text, size_t at, size_t *end);

/* ---- on the screen ---- */
int coach_rows(const struct app *app); /* that are taken from the views */
void coach_draw(const struct app *app, struct canvas *c);
bool coach_later(struct app *app); /* looks; true: paint again */

#endif
