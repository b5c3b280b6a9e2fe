/* SPDX-License-Identifier: MIT */
/*
 * Signals set a flag and write a byte into a pipe; the loop acts. A fatal one restores the
 * terminal by what was prepared for it (term_panic) and then kills as it would have.
 */
#ifndef LOOKBACK_TUI_SIGNALS_H
#define LOOKBACK_TUI_SIGNALS_H

#include "lookback/base/err.h"

struct signals_seen {
	bool resized;
	bool suspend; /* stopping was asked for; only the line mode has an answer */
	int stop;     /* the signal that asks to leave, or 0 */
};
/* Returns the descriptor to poll, or -1. `panic` must be safe in a handler. */
int signals_start(void (*panic)(void), struct err *e);
struct signals_seen signals_take(void); /* and empties the pipe */
void signals_forget(void);              /* the one that asked to leave was answered otherwise */
void signals_end(void);

#endif
