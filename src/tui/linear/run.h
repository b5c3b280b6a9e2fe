/* SPDX-License-Identifier: MIT */
/* The line mode as a whole, for tui_run. */
#ifndef LOOKBACK_TUI_LINEAR_RUN_H
#define LOOKBACK_TUI_LINEAR_RUN_H

#include "lookback/tui/tui.h"
#include "tui/settings.h"

int linear_run(const struct tui_options *o, const struct preferences *with);

#endif
