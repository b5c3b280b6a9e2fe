/* SPDX-License-Identifier: MIT */
/*
 * The terminal: its folder is the only place that knows curses. It shows a canvas by sending
 * what differs from the one before, and gives everything back at the end, whatever ends. It
 * never waits for the line: when that does not take what was sent, nothing more is painted
 * until it does, and then what is to be seen by that time.
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
/* Clears, leaves the alternate screen, and leaves this text behind; harmless twice. */
void term_close(struct str last);
bool term_ascii(void); /* no UTF-8: by choice or by the locale */
void term_size(int *rows, int *cols);
void term_resize(void); /* asks the kernel for the size and takes it on */
/* Shows it. Not while the line is busy, but with `all`: then what was not sent never is, and
 * everything is sent again. */
void term_flush(const struct canvas *c, bool all);
bool term_busy(void);       /* something is left to be sent */
int term_line(void);        /* descriptor to poll for that */
void term_pump(void);       /* sends what the line takes now */
void term_drop_input(void); /* bytes typed but not yet read */
/* Safe in a signal handler: the screen is cleared and the line is as it was. */
void term_panic(void);

#endif
