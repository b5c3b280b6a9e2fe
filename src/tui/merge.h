/* SPDX-License-Identifier: MIT */
/*
 * Rows that were shown beside rows that came instead: what stood there stays where it stands,
 * and what is new goes where it belongs between them.
 */
#ifndef LOOKBACK_TUI_MERGE_H
#define LOOKBACK_TUI_MERGE_H

#include "lookback/base/arena.h"
#include "lookback/base/str.h"

enum { MERGE_NONE = -1 };
struct merged_row {
	int was, is; /* indices of old and new; MERGE_NONE: it is gone, or it came */
};
struct merged {
	struct merged_row *v;
	size_t n, cap;
};
/* Rows are told apart by their keys; of equal ones the first meets the first. */
void merge_rows(
    struct arena *a, const struct strs *was, const struct strs *is, struct merged *out);

#endif
