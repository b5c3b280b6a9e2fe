/* SPDX-License-Identifier: MIT */
/* A workstation on canned replies: keys go in as they are written, the screen comes out. */
#ifndef LOOKBACK_TESTS_TUI_SCREEN_H
#define LOOKBACK_TESTS_TUI_SCREEN_H

#include "canned.h"
#include "tui/app.h"

struct screen {
	struct canned canned;
	struct app app;
	struct arena mem;
	struct canvas canvas;
	int64_t tick;
};
void screen_init(struct screen *s, int rows, int cols, bool ascii);
void screen_clear(struct screen *s);
/* Written keys ("na<Enter>"), one after the other, a second apart; then what comes later
 * than painting; then it is drawn. */
void screen_keys(struct screen *s, const char *keys);
/* A | is no key: somebody else changes the case. */
void screen_key(struct screen *s, uint32_t key, int64_t ms_later);
void screen_type(struct screen *s, const char *text); /* as pasted */
/* So long nobody touches a key; true: something was to be painted. */
bool screen_idle(struct screen *s, int64_t ms);
void screen_settle(struct screen *s); /* nobody types on: what comes later comes; drawn */
void screen_draw(struct screen *s);
void screen_resize(struct screen *s, int rows, int cols);
struct str screen_row(struct screen *s, int y); /* trimmed on the right */
bool screen_shows(struct screen *s, const char *text);
const char *screen_text(struct screen *s);
/* Rows, then their roles, then the cursor: the form of the golden files. */
struct str screen_golden(struct screen *s);
/* Fails unless it is tests/tui/golden/NAME.txt; with GENERATE=1 it becomes that. */
void screen_is(struct screen *s, const char *name);
/* Fails with a sentence when a cell holds what may not go to a terminal, a wide grapheme is
 * torn, the cursor is not on the focus (a selected row, the marker, what is written into), or drawing again gives something else. */
void screen_check(struct screen *s);

#endif
