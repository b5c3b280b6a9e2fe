/* SPDX-License-Identifier: MIT */
/* Made-up extracts as texts of CSV. */
#ifndef TESTS_REVIEW_EXTRACT_H
#define TESTS_REVIEW_EXTRACT_H

#include "lookback/base/arena.h"

extern const char *const bench_heading;
/* One made-up row of two lines; the same for the same number. */
struct str bench_row(struct arena *a, int number);
/* The heading and n rows. */
struct str bench_csv(struct arena *a, int from, int n);
/* The text with the first `find` in it replaced; it must be there. */
struct str bench_replace(struct arena *a, struct str text, const char *find, const char *with);
/* Rows 0 and 1, with another cell in one column of row 1. */
struct str extract_with(struct arena *a, const char *column, const char *cell);

#endif
