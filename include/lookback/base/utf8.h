/* SPDX-License-Identifier: MIT */
/*
 * Text of strangers. Stored bytes are kept as they came when they are valid
 * UTF-8; what is shown is masked: control characters, escape sequences, bidi
 * controls, zero-width and tag characters become visible marks such as
 * <U+202E>, so no byte of a record can act on a terminal. One cell grid rule:
 * a grapheme takes the width of its base (1 or 2); what has no width joins the
 * base before it, and without one it is shown as <U+0301>.
 * Folding and widths come from utf8proc.
 */
#ifndef LOOKBACK_BASE_UTF8_H
#define LOOKBACK_BASE_UTF8_H

#include "lookback/base/arena.h"
#include "lookback/base/str.h"

/* Reads one code point at s.p[*at] and moves *at; U+FFFD and one byte on
 * malformed input. False at the end. */
bool utf8_next(struct str s, size_t *at, uint32_t *cp);
bool utf8_valid(struct str s); /* no overlongs, surrogates, > U+10FFFF, NUL */
size_t utf8_put(char out[4], uint32_t cp);
int utf8_width(uint32_t cp); /* columns: 0, 1 or 2 */
bool utf8_safe(uint32_t cp); /* may go to a terminal as it is */

/* One grapheme to show: bytes to send (already masked) and columns. A mark such
 * as <U+202E> is one glyph, ASCII, as wide as it has bytes (up to 10); all other
 * glyphs are 1 or 2 wide. A tab is a space. A cluster of more than 8 code points
 * is cut there. *at moves past it. False at the end. */
struct glyph {
	char bytes[40];
	uint8_t n, width;
};
bool utf8_glyph(struct str s, size_t *at, struct glyph *out);
int utf8_columns(struct str s); /* sum of glyph widths */

/* The text with unsafe code points and invalid bytes as <U+XXXX> / <0xNN>. With
 * `lines`, '\n' stays; a tab becomes a space. For pipes, errors and logs. */
struct str utf8_mask(struct arena *a, struct str s, bool lines);
/* ASCII stand-in of each non-ASCII code point ('?' when none) for old terminals;
 * control characters other than '\n' are '?' too. May be longer than s. */
struct str utf8_ascii(struct arena *a, struct str s);
/* Case and accents folded away (NFKD, marks and invisible characters dropped,
 * case fold): for comparing. Folding twice changes nothing. */
struct str utf8_fold(struct arena *a, struct str s);
/* Why text may not be stored as a single line (or, with `lines`, as text):
 * NULL when it may. Control characters and invalid UTF-8 may not; with `lines`,
 * '\n' and a tab may. Reads after a name: "is not valid UTF-8". */
const char *utf8_fault(struct str s, bool lines);

#endif
