/* SPDX-License-Identifier: MIT */
/* Text cut into rows of so many columns, at spaces where there are any. */
#ifndef LOOKBACK_TUI_WRAP_H
#define LOOKBACK_TUI_WRAP_H

#include "lookback/base/str.h"

/* The next row of text from *at on: *row has no newline at its end but may end in the
 * spaces it was cut at; *at moves behind them. Every byte is in exactly one row or is a
 * newline between two. A text that ends in a newline has an empty last row; an empty
 * text has one empty row. False when there is no more (then *at is text.n + 1). */
bool wrap_next(struct str text, size_t *at, int cols, struct str *row);
int wrap_count(struct str text, int cols);

#endif
