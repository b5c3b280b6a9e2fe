/* SPDX-License-Identifier: MIT */
/* Themes as tables of roles: for dark and light grounds, for colour blindness, and none. */
#include "tui/term/theme.h"

enum { RED = 1, GREEN = 2, YELLOW = 3, BLUE = 4, MAGENTA = 5, CYAN = 6, OWN = -1 };

/* Roles look alike in every theme; only what colour adds differs. */
static const unsigned looks[ROLE_COUNT] = {
    [ROLE_TEXT] = LOOK_PLAIN,
    [ROLE_DIM] = LOOK_DIM,
    [ROLE_STRONG] = LOOK_BOLD,
    [ROLE_LABEL] = LOOK_PLAIN,
    [ROLE_HEADING] = LOOK_BOLD,
    [ROLE_STATUS] = LOOK_REVERSE,
    [ROLE_MARKING] = LOOK_REVERSE | LOOK_BOLD,
    [ROLE_TRAINING] = LOOK_REVERSE | LOOK_BOLD,
    [ROLE_HINT] = LOOK_PLAIN,
    [ROLE_HINT_KEY] = LOOK_BOLD,
    [ROLE_MESSAGE] = LOOK_BOLD,
    [ROLE_ERROR] = LOOK_BOLD,
    [ROLE_COLUMN] = LOOK_UNDERLINE,
    [ROLE_CALM] = LOOK_PLAIN,
    [ROLE_CAUTION] = LOOK_PLAIN,
    [ROLE_DANGER] = LOOK_BOLD,
    [ROLE_LATE] = LOOK_BOLD,
    [ROLE_CLOSED] = LOOK_DIM,
    [ROLE_INPUT] = LOOK_UNDERLINE,
    [ROLE_CHOSEN] = LOOK_BOLD,
    [ROLE_SAVED] = LOOK_PLAIN,
    [ROLE_RULE] = LOOK_DIM,
    [ROLE_FOCUS] = LOOK_PLAIN, /* no attribute: fewer bytes with every move */
    [ROLE_MATCH] = LOOK_BOLD | LOOK_UNDERLINE,
    [ROLE_TERM] = LOOK_UNDERLINE,
};

/* One column a theme; a role that is not here has the terminal's own colour in all. Yellow and
 * cyan are not seen on a light ground; red beside green is not told apart by many. */
static const struct {
	enum role role;
	int dark, light, safe;
} colours[] = {
    {ROLE_LABEL, CYAN, BLUE, CYAN},
    {ROLE_HEADING, CYAN, BLUE, CYAN},
    {ROLE_TRAINING, YELLOW, BLUE, YELLOW},
    {ROLE_ERROR, RED, RED, YELLOW},
    {ROLE_CALM, GREEN, GREEN, CYAN},
    {ROLE_CAUTION, YELLOW, MAGENTA, YELLOW},
    {ROLE_DANGER, RED, RED, MAGENTA},
    {ROLE_LATE, YELLOW, MAGENTA, YELLOW},
    {ROLE_CHOSEN, GREEN, GREEN, CYAN},
    {ROLE_SAVED, GREEN, GREEN, CYAN},
    {ROLE_MATCH, YELLOW, MAGENTA, YELLOW},
};

/* What stands on the screen where colour says something: one of the signs at the beginning or
 * the end, one of the words, or (WORDS) a sentence that says it all. */
static const struct theme_mark marks[ROLE_COUNT] = {
    [ROLE_ERROR] = {"^", MARK_SENTENCE},
    [ROLE_CALM] = {"-", 0},
    [ROLE_CAUTION] = {"+ ! ~", MARK_SENTENCE},
    [ROLE_DANGER] = {"!", 0},
    [ROLE_LATE] = {"! late", 0},
    [ROLE_CHOSEN] = {"* [x] =", MARK_SENTENCE | MARK_LOOK},
    [ROLE_SAVED] = {"✓ x saved", MARK_SENTENCE},
};

static const char *const names[THEME_COUNT] = {
    [THEME_DARK] = "dark",
    [THEME_LIGHT] = "light",
    [THEME_SAFE] = "safe",
    [THEME_MONO] = "mono",
};

const char *theme_name(enum theme t)
{
	return names[t];
}

bool theme_find(struct str name, enum theme *out)
{
	for (int t = 0; t < THEME_COUNT; t++)
		if (str_is(name, names[t])) {
			*out = (enum theme)t;
			return true;
		}
	return false;
}

struct style theme_style(enum theme t, enum role role)
{
	struct style s = {looks[role], OWN};

	for (size_t i = 0; i < sizeof(colours) / sizeof(colours[0]); i++) {
		if (colours[i].role != role)
			continue;
		switch (t) {
		case THEME_DARK:
			s.colour = colours[i].dark;
			break;
		case THEME_LIGHT:
			s.colour = colours[i].light;
			break;
		case THEME_SAFE:
			s.colour = colours[i].safe;
			break;
		case THEME_MONO:
		case THEME_COUNT:
			break;
		}
	}
	return s;
}

const struct theme_mark *theme_mark(enum role role)
{
	return &marks[role];
}
