/* SPDX-License-Identifier: MIT */
/* How roles look: attributes and at most eight colours. A screen without colour says the
 * same, because no role is told by colour alone: what a colour says, a mark says too. */
#ifndef LOOKBACK_TUI_TERM_THEME_H
#define LOOKBACK_TUI_TERM_THEME_H

#include "tui/canvas.h"
#include "tui/term/themes.h"

enum look { LOOK_PLAIN, LOOK_BOLD = 1, LOOK_DIM = 2, LOOK_REVERSE = 4, LOOK_UNDERLINE = 8 };
struct style {
	unsigned look; /* enum look; the same in every theme */
	int colour;    /* 0 to 7 as in ECMA-48, -1: as the terminal has it */
};
struct style theme_style(enum theme t, enum role role);

/* What says without colour what the colour of a role says. */
enum mark_flag {
	MARK_SENTENCE = 1, /* or it is a sentence of its own */
	MARK_LOOK = 2,     /* or what is beside it has another look */
};
struct theme_mark {
	const char
	    *any; /* signs and words, one of which stands there; NULL: colour adds nothing */
	unsigned flags;
};
const struct theme_mark *theme_mark(enum role role);

#endif
