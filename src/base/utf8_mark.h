/* SPDX-License-Identifier: MIT */
/* How one unit of hostile text is shown: the part that errors, masks and glyphs share. */
#ifndef LOOKBACK_BASE_UTF8_MARK_H
#define LOOKBACK_BASE_UTF8_MARK_H

#include "lookback/base/str.h"

enum { UTF8_MARK_MAX = 16 };

/* Moves *at past one code point or bad byte of s (there must be one) and writes
 * what may be shown for it; returns its bytes. A tab is a space; '\n' stays with
 * `lines`; what is unsafe is <U+XXXX>, what is no UTF-8 <0xNN>. */
size_t utf8_shown(struct str s, size_t *at, bool lines, char out[UTF8_MARK_MAX]);
/* <U+XXXX> of a code point; returns its bytes. */
size_t utf8_mark(char out[UTF8_MARK_MAX], uint32_t cp);
/* As utf8_next, and tells a bad byte from a U+FFFD that was really there. */
bool utf8_step(struct str s, size_t *at, uint32_t *cp, bool *bad);

#endif
