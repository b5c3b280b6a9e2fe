/* SPDX-License-Identifier: MIT */
/* Folding of one code point, for words.c. */
#ifndef LOOKBACK_BASE_UTF8_FOLD_H
#define LOOKBACK_BASE_UTF8_FOLD_H

#include "lookback/base/str.h"

/* U+FDFA folds to 18 code points, the longest of all. */
enum { UTF8_FOLD_CPS = 32, UTF8_FOLD_MAX = UTF8_FOLD_CPS * 4 };

/* The fold of cp in out; its bytes (0 for marks and what is invisible). */
size_t utf8_fold_one(uint32_t cp, char out[UTF8_FOLD_MAX]);
/* Is cp part of a word? Then its fold is in out and its length in *n. */
bool utf8_in_word(uint32_t cp, char out[UTF8_FOLD_MAX], size_t *n);

#endif
