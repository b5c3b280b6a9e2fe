/* SPDX-License-Identifier: MIT */
/* Two themes: eight colours, and none. */
#include "tui/term/theme.h"

enum { RED = 1, GREEN = 2, YELLOW = 3, CYAN = 6, OWN = -1 };

static const struct style coloured[ROLE_COUNT] = {
    [ROLE_TEXT] = {LOOK_PLAIN, OWN},
    [ROLE_DIM] = {LOOK_DIM, OWN},
    [ROLE_STRONG] = {LOOK_BOLD, OWN},
    [ROLE_LABEL] = {LOOK_PLAIN, CYAN},
    [ROLE_HEADING] = {LOOK_BOLD, CYAN},
    [ROLE_STATUS] = {LOOK_REVERSE, OWN},
    [ROLE_MARKING] = {LOOK_REVERSE | LOOK_BOLD, OWN},
    [ROLE_TRAINING] = {LOOK_REVERSE | LOOK_BOLD, YELLOW},
    [ROLE_HINT] = {LOOK_PLAIN, OWN},
    [ROLE_HINT_KEY] = {LOOK_BOLD, OWN},
    [ROLE_MESSAGE] = {LOOK_BOLD, OWN},
    [ROLE_ERROR] = {LOOK_BOLD, RED},
    [ROLE_COLUMN] = {LOOK_UNDERLINE, OWN},
    [ROLE_CALM] = {LOOK_PLAIN, GREEN},
    [ROLE_CAUTION] = {LOOK_PLAIN, YELLOW},
    [ROLE_DANGER] = {LOOK_BOLD, RED},
    [ROLE_LATE] = {LOOK_BOLD, YELLOW},
    [ROLE_CLOSED] = {LOOK_DIM, OWN},
    [ROLE_INPUT] = {LOOK_UNDERLINE, OWN},
    [ROLE_CHOSEN] = {LOOK_BOLD, GREEN},
    [ROLE_SAVED] = {LOOK_PLAIN, GREEN},
    [ROLE_RULE] = {LOOK_DIM, OWN},
    [ROLE_FOCUS] = {LOOK_PLAIN, OWN}, /* no attribute: fewer bytes with every move */
    [ROLE_MATCH] = {LOOK_BOLD | LOOK_UNDERLINE, YELLOW},
    [ROLE_TERM] = {LOOK_UNDERLINE, OWN},
};

struct style theme_style(enum role role, bool mono)
{
	struct style s = coloured[role];

	if (mono)
		s.colour = OWN;
	return s;
}
