/* SPDX-License-Identifier: MIT */
/*
 * The way out to the terminal. Writing never waits: what the line does not take now stays
 * here until it does, and whoever paints looks first whether anything is left (line_busy).
 * It has a description of the terminal of its own, because not waiting is a property of the
 * description and the one that was handed down is shared with whoever started the program.
 */
#ifndef LOOKBACK_TUI_TERM_LINE_H
#define LOOKBACK_TUI_TERM_LINE_H

#include "lookback/base/arena.h"

/* Terminals give up the sequence that they are in, and with a blank at the beginning of a row
 * (all rows are painted anew) the character of which only the first bytes came. */
#define LINE_CANCEL "\030\r "
struct line {
	int fd; /* -1: closed */
	struct arena mem;
	struct buf out; /* not sent yet from `at` on */
	size_t at;
};
void line_open(struct line *l, int tty);
void line_close(struct line *l);
void line_put(struct line *l, struct str bytes); /* sends what the line takes */
bool line_busy(const struct line *l);
void line_pump(struct line *l);
/* What was not sent never is, not even what the system still holds; a sequence that was cut
 * by that is cancelled. Whoever calls it paints everything anew. */
void line_drop(struct line *l);
/* Waits until all is sent, but not for ever: the line may be dead. */
void line_finish(struct line *l, int ms);
/* In a signal handler: these bytes instead of whatever waits. They begin with LINE_CANCEL. */
void line_panic(const struct line *l, const char *bytes, size_t n);

#endif
