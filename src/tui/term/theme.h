/* SPDX-License-Identifier: MIT */
/* How roles look: attributes and at most eight colours. A screen without colour says the
 * same, because no role is told by colour alone. */
#ifndef LOOKBACK_TUI_TERM_THEME_H
#define LOOKBACK_TUI_TERM_THEME_H

#include "tui/canvas.h"

enum look { LOOK_PLAIN, LOOK_BOLD = 1, LOOK_DIM = 2, LOOK_REVERSE = 4, LOOK_UNDERLINE = 8 };
struct style {
	unsigned look; /* enum look */
	int colour;    /* 0 to 7 as in ECMA-48, -1: as the terminal has it */
};
struct style theme_style(enum role role, bool mono);

#endif
