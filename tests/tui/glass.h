/* SPDX-License-Identifier: MIT */
/* A terminal that is written to: what stands on its glass is held against a canvas. */
#ifndef LOOKBACK_TESTS_TUI_GLASS_H
#define LOOKBACK_TESTS_TUI_GLASS_H

#include <vterm.h>

#include "lookback/base/str.h"
#include "tui/term/encode.h"

struct glass {
	const char *term;
	struct arena mem;
	struct caps caps;
	struct encoder encoder;
	struct buf sent;
	size_t bytes; /* of the last canvas */
	VTerm *vt;
	VTermScreen *screen;
	int kept; /* rows that scrolled off into what the terminal keeps: always 0 */
};
void glass_open(struct glass *g, const char *term, enum theme theme, int rows, int cols);
void glass_close(struct glass *g);
/* Sends what differs from the last canvas; `all`: everything anew. */
void glass_show(struct glass *g, const struct canvas *c, bool all);
/* Fails unless every cell and the cursor are as on the canvas. */
void glass_check(struct glass *g, const struct canvas *c);

#endif
