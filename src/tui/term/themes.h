/* SPDX-License-Identifier: MIT */
/* The themes by name. (Apart from theme.h, because settings know no roles of a canvas.) */
#ifndef LOOKBACK_TUI_TERM_THEMES_H
#define LOOKBACK_TUI_TERM_THEMES_H

#include "lookback/base/str.h"

enum theme { THEME_DARK, THEME_LIGHT, THEME_SAFE, THEME_MONO, THEME_COUNT };
const char *theme_name(enum theme t);
bool theme_find(struct str name, enum theme *out);

#endif
