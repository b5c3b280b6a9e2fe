/* SPDX-License-Identifier: MIT */
/*
 * Words that are alike though they are not spelt alike. The distance of two folded words
 * is that of optimal string alignment: a letter more, a letter less, another letter, two
 * neighbours swapped. Up to 3 letters a word is like itself alone; where the longer of two
 * has 4 to 7 letters one difference is allowed, with 8 and more two. A word with a digit,
 * and one of more than 32 letters, is like itself alone.
 *
 * To find such words without comparing with all of them, each has keys: its first seven
 * letters without none, one or two of them. Words that are alike share a key, because
 * each difference costs either of them one letter of these at most.
 */
#ifndef LOOKBACK_BASE_SIMILAR_H
#define LOOKBACK_BASE_SIMILAR_H

#include "lookback/base/words.h"

enum {
	SIMILAR_LETTERS = 32,
	SIMILAR_HEAD = 7,
	SIMILAR_KEYS = 29, /* 1 + 7 + 21 */
	SIMILAR_KEY_BYTES = SIMILAR_HEAD * 4,
};
struct similar_key {
	char text[SIMILAR_KEY_BYTES];
	size_t n;
};
/* Both folded, as words_next gives them. */
bool similar_words(struct str a, struct str b);
/* Is each word of the phrase like some word of the text, in whatever order? A phrase
 * without a word is like nothing. */
bool similar_phrase(struct str text, struct str phrase);
/* The next word of a phrase that counts: one letter beside longer words (the O of O'Brien,
 * an initial) does not. */
bool similar_next(struct str phrase, size_t *at, struct word *out);
/* Can a word be like another one at all? */
bool similar_varies(struct str word);
/* The keys of a folded word, some of them twice; how many. */
size_t similar_keys(struct str word, struct similar_key out[SIMILAR_KEYS]);

/* The number of differences; more than `most` is said as most + 1. Up to 64 letters each,
 * beyond that most + 1. */
int letters_distance(const uint32_t *a, size_t na, const uint32_t *b, size_t nb, int most);

#endif
