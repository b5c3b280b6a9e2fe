/* SPDX-License-Identifier: MIT */
/* Small pieces of sentences that several rules share. */
#ifndef LOOKBACK_RULES_ENGLISH_H
#define LOOKBACK_RULES_ENGLISH_H

#include "lookback/base/arena.h"
#include "lookback/base/when.h"

/* "a, b or c"; of more than eight the first eight "and 12 more". */
struct str english_list(struct arena *a, struct strs words, const char *last);
/* "; did you mean 'x'?", or empty when nothing known is near. */
struct str english_near(struct arena *a, struct str word, struct strs known);
/* "3 questions", "1 question" */
struct str english_count(struct arena *a, int64_t n, const char *one, const char *many);
/* "5 Mar 2016" from 2016-03-05; any other text as it is. */
struct str english_day(struct arena *a, struct str day);
const char *english_article(struct str noun); /* "a" or "an" */

#endif
