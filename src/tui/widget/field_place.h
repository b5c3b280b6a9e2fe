/* SPDX-License-Identifier: MIT */
/* Places in a text that is being written: offsets of whole graphemes. */
#ifndef LOOKBACK_TUI_WIDGET_FIELD_PLACE_H
#define LOOKBACK_TUI_WIDGET_FIELD_PLACE_H

#include "lookback/base/str.h"

size_t place_round(struct str text, size_t at); /* the first whole place at or behind */
size_t place_left(struct str text, size_t at);
size_t place_right(struct str text, size_t at);
size_t place_word_left(struct str text, size_t at);
size_t place_word_right(struct str text, size_t at);
size_t place_begin(struct str text, size_t at); /* of the line */
size_t place_end(struct str text, size_t at);
/* The place one row up or down when wrapped, in about the same column. */
size_t place_row(struct str text, size_t at, int cols, int by);
/* Row and column of a place when wrapped. */
void place_find(struct str text, size_t at, int cols, int *row, int *col);

#endif
