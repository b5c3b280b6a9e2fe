/* SPDX-License-Identifier: MIT */
/*
 * The terminal: the only place that knows curses. It shows a canvas by sending what differs
 * from the one before, reads bytes, and gives everything back at the end, whatever ends.
 */
#ifndef LOOKBACK_TUI_TERM_TERM_H
#define LOOKBACK_TUI_TERM_TERM_H

#include "tui/canvas.h"
#include "tui/decode.h"
#include "tui/term/themes.h"

struct term_options {
	bool ascii;
	enum theme theme;
};
/* ERR_USAGE names TERM when it cannot do what is needed. Adds the terminal's own keys. */
MUST_USE bool term_open(const struct term_options *o, struct decoder *keys, struct err *e);
void term_close(void); /* clears, leaves the alternate screen; harmless twice */
bool term_ascii(void); /* no UTF-8: by choice or by the locale */
void term_size(int *rows, int *cols);
void term_resize(void); /* asks the kernel for the size and takes it on */
/* Shows it; with `all`, everything is sent again. */
void term_flush(const struct canvas *c, bool all);
void term_drop_input(void); /* bytes typed but not yet read */
/* Safe in a signal handler: the screen is cleared and the line is as it was. */
void term_panic(void);

#endif
