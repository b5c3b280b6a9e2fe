/* SPDX-License-Identifier: MIT */
/*
 * A progress bar on stderr for what takes over a second; nothing of it when stderr is no
 * terminal. It redraws at most ten times a second and leaves no trace.
 */
#ifndef LOOKBACK_CLI_BAR_H
#define LOOKBACK_CLI_BAR_H

#include "lookback/base/str.h"

struct bar {
	bool tty, shown;
	int64_t start, last; /* milliseconds of a clock that nobody sets */
};
struct bar bar_open(void);
void bar_show(struct bar *b, struct str what, int64_t done, int64_t total); /* 0: unknown */
void bar_close(struct bar *b);

/* The text of a bar, for tests: "importing      [####....]  50 %  1,500 of 3,000". */
enum { BAR_TEXT = 80 };
void bar_text(char out[BAR_TEXT], struct str what, int64_t done, int64_t total);

#endif
