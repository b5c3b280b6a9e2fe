/* SPDX-License-Identifier: MIT */
/*
 * A screen as a value: a grid of cells, each a grapheme and a role, and the place of the
 * cursor. Views draw into it; the terminal sends what differs from the one before.
 *
 * What always holds: every byte in a cell went through utf8_glyph, so nothing of a record
 * can act on a terminal; nothing is written outside the grid or the clip; a wide grapheme
 * never stands with only one of its halves. Views name roles, never colours.
 */
#ifndef LOOKBACK_TUI_CANVAS_H
#define LOOKBACK_TUI_CANVAS_H

#include "lookback/base/arena.h"
#include "lookback/base/str.h"

/* clang-format off */
/*       id        letter in golden screens */
#define ROLES(R) \
	R(TEXT,     '.') R(DIM,      'd') R(STRONG,   'b') R(LABEL,    'l') R(HEADING,  'H') \
	R(STATUS,   's') R(MARKING,  'k') R(TRAINING, 'y') R(HINT,     'h') R(HINT_KEY, 'K') \
	R(MESSAGE,  'm') R(ERROR,    'e') R(COLUMN,   'c') R(CALM,     'g') R(CAUTION,  'a') \
	R(DANGER,   'r') R(LATE,     'L') R(CLOSED,   'x') R(INPUT,    'i') R(CHOSEN,   'C') \
	R(SAVED,    'v') R(RULE,     '-') R(FOCUS,    'F') R(MATCH,    'M') R(TERM,     'T')
#define ROLE(id, letter) ROLE_##id,
enum role { ROLES(ROLE) ROLE_COUNT };
#undef ROLE

/* Own signs, one column each, in both character sets. */
#define GLYPHS(G) \
	G(MORE,   "…", "~") G(DOT,    "·", "-") G(HLINE,  "─", "-") G(VLINE,  "│", "|") \
	G(ARROW,  "→", ">") G(DONE,   "✓", "x") G(BULLET, "•", "*")
#define GLYPH(id, utf8, ascii) GLYPH_##id,
enum glyph_id { GLYPHS(GLYPH) GLYPH_COUNT };
#undef GLYPH
/* clang-format on */

enum { CELL_BYTES = 20 };
struct cell {
	char bytes[CELL_BYTES];
	uint8_t n;        /* bytes; 0 in the right half of a wide grapheme */
	uint8_t width;    /* 1 or 2; 0 in the right half */
	uint8_t role;     /* enum role */
	uint8_t selected; /* the row of the cursor */
};
struct rect {
	int y, x, rows, cols;
};
struct canvas {
	struct arena *arena; /* of the cells; scratch while putting */
	struct cell *cells;  /* rows * cols */
	int rows, cols;
	int cursor_y, cursor_x;
	bool ascii; /* the terminal knows no UTF-8 */
	bool calm;  /* a marker instead of an inverse row */
	struct rect clip;
};

/* A blank grid in the arena. */
void canvas_init(struct canvas *c, struct arena *a, int rows, int cols, bool ascii);
void canvas_blank(struct canvas *c);
/* Until the next call nothing is written outside; the whole grid at first. */
void canvas_clip(struct canvas *c, struct rect r);
void canvas_unclip(struct canvas *c);
const struct cell *canvas_at(const struct canvas *c, int y, int x); /* inside the grid */

/* Puts text from (y, x), at most `cols` columns; longer text ends in the sign for more.
 * Newlines are spaces. Returns the columns taken. */
int canvas_put(struct canvas *c, int y, int x, int cols, enum role role, struct str text);
int canvas_puts(struct canvas *c, int y, int x, enum role role, const char *text);
/* The same without a sign when it is cut: for text that is already wrapped. */
int canvas_piece(struct canvas *c, int y, int x, int cols, enum role role, struct str text);
int canvas_glyph(struct canvas *c, int y, int x, enum role role, enum glyph_id g);
/* Blanks of a role; a rule of glyphs. */
void canvas_fill(struct canvas *c, struct rect r, enum role role);
void canvas_rule(struct canvas *c, int y, int x, int cols, enum role role);
/* Gives cells another role: what stands there stays. */
void canvas_paint(struct canvas *c, int y, int x, int cols, enum role role);
void canvas_invert(struct canvas *c, int y, int x, int cols); /* a selection in a text */
/* Shows columns of a row as selected: inverse, or a marker at x when calm. */
void canvas_select(struct canvas *c, int y, int x, int cols);
/* The marker alone, where a line of a text has the focus. */
void canvas_focus(struct canvas *c, int y, int x);
void canvas_cursor(struct canvas *c, int y, int x); /* kept inside the grid */
bool cell_same(const struct cell *a, const struct cell *b);

struct str glyph_text(enum glyph_id g, bool ascii);

#endif
