/* SPDX-License-Identifier: MIT */
/* What a terminal can do, as its description says. Kept as a value: curses is asked once. */
#ifndef LOOKBACK_TUI_TERM_CAPS_H
#define LOOKBACK_TUI_TERM_CAPS_H

#include "lookback/base/str.h"

/* clang-format off */
/*     id            name in the description */
#define CAPS(C) \
	C(MOVE,        "cup")   C(RIGHT,     "cuf")  C(LEFT,     "cub")  C(COLUMN,    "hpa") \
	C(ROW,         "vpa")   C(UP,        "cuu1") C(DOWN,     "cud1") C(CR,        "cr") \
	C(CLEAR,       "clear") C(CLEAR_END, "el")   C(BLANKS,   "ech")  C(REGION,    "csr") \
	C(SCROLL,      "ind")   C(SCROLL_N,  "indn") C(BACK,     "ri")   C(BACK_N,    "rin") \
	C(PLAIN,       "sgr0")  C(BOLD,      "bold") C(DIM,      "dim")  C(REVERSE,   "rev") \
	C(UNDERLINE,   "smul")  C(COLOUR,    "setaf") C(ENTER,   "smcup") C(LEAVE,    "rmcup") \
	C(CURSOR,      "cnorm") C(REPEAT,  "rep")
#define CAP(id, name) CAP_##id,
enum cap { CAPS(CAP) CAP_COUNT };
#undef CAP
/* clang-format on */

enum { CAP_BYTES = 128 };
struct caps {
	char text[CAP_COUNT][CAP_BYTES]; /* without padding; "": it cannot */
	int colours;
	int rows, cols;  /* of the description; 0: it does not say */
	bool moves;      /* with attributes on */
	bool scrolls;    /* what is written into the last cell of all scrolls the screen */
	bool ecma;       /* attributes and colours have the numbers of ECMA-48, and ... */
	bool takes_back; /* ... each of them can be taken back alone */
};
/* False: nobody knows a terminal of this name. */
bool caps_load(struct caps *c, const char *name, int fd);
/* The bytes of one for these numbers; 0: it cannot. */
size_t caps_say(const struct caps *c, enum cap cap, int a, int b, char out[CAP_BYTES]);
/* Bytes that the keyboard sends for a capability of this name, or NULL. */
const char *caps_key(const char *name);
void caps_done(void); /* curses forgets the terminal */

#endif
