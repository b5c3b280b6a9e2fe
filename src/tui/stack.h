/* SPDX-License-Identifier: MIT */
/* What only the app's own files do with views. */
#ifndef LOOKBACK_TUI_STACK_H
#define LOOKBACK_TUI_STACK_H

#include "tui/app.h"

void view_layout(struct view *v);
bool view_load(struct view *v, struct err *e);
void view_free(struct view *v);
/* The view is loaded again because of what others did: its rows stay where they are, and what
 * came is said once. Nothing is shown when nothing is different. */
enum heard view_again(struct view *v, const struct rep_changes *r);
/* What the last key cancelled is given up, or is there again. */
void app_forget(struct app *app);
void app_take_back(struct app *app);

#endif
