/* SPDX-License-Identifier: MIT */
/*
 * What a word is: a run of letters, digits and marks, folded (utf8_fold rules).
 * Invisible characters inside belong to the run; U+200B, a space without width,
 * ends it. A character that folds to more than letters and digits (a fraction)
 * is part of no word, so the words of a folded word are that word alone.
 * Search in memory and the full-text index of the store both use this one
 * function, so they agree by construction.
 */
#ifndef LOOKBACK_BASE_WORDS_H
#define LOOKBACK_BASE_WORDS_H

#include "lookback/base/str.h"

enum { WORD_MAX = 128 }; /* bytes of a folded word; the rest is dropped */
struct word {
	char text[WORD_MAX + 1]; /* folded, NUL after it */
	size_t n;
	size_t from, to; /* byte range in the source */
};
/* The next word of s from *at on; false when there is none. */
bool words_next(struct str s, size_t *at, struct word *out);
/* Does s hold the phrase (its words side by side, in order)? With `prefix`, the
 * last word of the phrase may go on. An empty phrase is in everything. */
bool words_match(struct str s, struct str phrase, bool prefix);
/* What every list on a screen is narrowed by, written as in expressions: s holds each word and
 * "phrase" of `wanted`, and none behind a minus; a word may go on where a * ends it. */
bool words_narrow(struct str s, struct str wanted);

#endif
