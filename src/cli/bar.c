/* SPDX-License-Identifier: MIT */
/* The progress bar. */
#include "cli/bar.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lookback/base/io.h"

enum { PATIENCE_MS = 1000, REDRAW_MS = 100, WIDTH = 24 };

static int64_t clock_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

struct bar bar_open(void)
{
	return (struct bar){.tty = isatty(STDERR_FILENO) == 1, .start = clock_ms()};
}

void bar_text(char out[BAR_TEXT], struct str what, int64_t done, int64_t total)
{
	char filled[WIDTH + 1];
	int64_t part;

	if (total <= 0) {
		(void)snprintf(out, BAR_TEXT, "%-16.*s %" PRId64, (int)what.n, what.p, done);
		return;
	}
	done = done > total ? total : done;
	part = done * WIDTH / total;
	memset(filled, '.', WIDTH);
	memset(filled, '#', (size_t)part);
	filled[WIDTH] = '\0';
	(void)snprintf(out, BAR_TEXT, "%-16.*s [%s] %3" PRId64 " %%  %" PRId64 " of %" PRId64,
	    (int)(what.n < 16 ? what.n : 16), what.p, filled, done * 100 / total, done, total);
}

void bar_show(struct bar *b, struct str what, int64_t done, int64_t total)
{
	int64_t now;
	char text[BAR_TEXT];

	if (!b->tty)
		return;
	now = clock_ms();
	if (now - b->start < PATIENCE_MS || now - b->last < REDRAW_MS)
		return;
	bar_text(text, what, done, total);
	for (char *p = text; *p; p++)
		if ((unsigned char)*p < 0x20 || (unsigned char)*p >= 0x7f)
			*p = '?';
	b->last = now;
	b->shown =
	    io_all(STDERR_FILENO, "\r\033[K", 4) && io_all(STDERR_FILENO, text, strlen(text));
}

void bar_close(struct bar *b)
{
	if (b->shown)
		(void)io_all(STDERR_FILENO, "\r\033[K", 4);
	b->shown = false;
}
