/* SPDX-License-Identifier: MIT */
/*
 * From one screen to the next in as few bytes as the terminal lets one. Pure: a canvas goes
 * in, bytes come out; what the terminal shows once they have come is remembered.
 *
 * What always holds: the cursor is only taken to be where every terminal has it. Behind a
 * grapheme that some count otherwise, and behind the last column, it is placed anew, so that
 * columns stay straight whatever the terminal thinks of a text.
 */
#ifndef LOOKBACK_TUI_TERM_ENCODE_H
#define LOOKBACK_TUI_TERM_ENCODE_H

#include "tui/canvas.h"
#include "tui/term/caps.h"
#include "tui/term/theme.h"

enum { NOWHERE = -1 };
struct encoder {
	const struct caps *caps;
	struct style styles[ROLE_COUNT];
	struct arena mem; /* of the canvas shown */
	struct canvas shown;
	int y, x;        /* of the cursor; x NOWHERE: not known */
	struct style on; /* what is written now looks like this */
	struct buf *out;
};
void encode_init(struct encoder *e, const struct caps *caps, enum theme theme);
void encode_size(struct encoder *e, int rows, int cols); /* and nothing is known of it */
void encode_clear(struct encoder *e);
/* Of the size given. With `all` nothing is taken to be there already. */
void encode_frame(struct encoder *e, const struct canvas *want, bool all, struct buf *out);
/* Every row is blank, with nothing pushed to where a terminal keeps old lines. */
void encode_wipe(struct encoder *e, struct buf *out);

/* ---- its parts ---- */
void move_to(struct encoder *e, int y, int x);     /* encode_move.c */
void look_like(struct encoder *e, struct style s); /* encode_look.c */
struct style style_of(const struct encoder *e, const struct cell *c);
bool looks_same(const struct encoder *e, const struct cell *a, const struct cell *b);
bool is_blank(const struct encoder *e, const struct cell *c);
void scroll_rows(struct encoder *e, const struct canvas *want); /* encode_scroll.c */

#endif
