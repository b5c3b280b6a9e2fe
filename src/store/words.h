/* SPDX-License-Identifier: MIT */
/* Words and phrases as SQL: through the full-text index where it holds the text, by
 * reading the text where it does not. */
#ifndef LOOKBACK_STORE_WORDS_H
#define LOOKBACK_STORE_WORDS_H

#include "store/where.h"

/* An EX_WORDS or EX_SIMILAR condition over record r. */
void words_sql(struct query *q, const struct expr *x, int64_t now);
/* Records whose indexed texts hold the words (column id), and with !*exact some more;
 * false when some of the texts meant are not in the index. */
bool words_ids(struct query *q, const struct expr *x, bool *exact);
/* Records where a folded line attribute holds the words of a value: all that it equals or
 * begins, and some more. False when the line is not in the index or the value no word. */
bool line_ids(struct query *q, const struct expr *x);

#endif
