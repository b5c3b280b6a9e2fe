/* SPDX-License-Identifier: MIT */
/*
 * Comma-separated values (RFC 4180), read strictly and in one pass from an open file; libcsv
 * is used here and nowhere else. A file that breaks the form is refused whole, with the line
 * on which the faulty row begins: behind a stray quote nothing can be trusted. Memory does
 * not grow with the file.
 */
#ifndef LOOKBACK_REVIEW_CSV_H
#define LOOKBACK_REVIEW_CSV_H

#include "lookback/base/hash.h"

enum { CSV_CELLS_MAX = 256, CSV_CELL_MAX = 64 << 10, CSV_ROW_MAX = 1 << 20 };

struct csv_row {
	int64_t line;  /* physical line on which the row begins, from 1 */
	int64_t bytes; /* of the file read so far */
	const struct str
	    *cells; /* as in the file, unquoted; NUL after each; until the call ends */
	size_t n;
};
typedef bool (*csv_row_fn)(void *ctx, const struct csv_row *row, struct err *e);
/* Calls each for every row (the heading is the first; empty lines are none) and gives the
 * SHA-256 of the file. Stops at the first false. A byte order mark is passed over. */
MUST_USE bool csv_rows(
    struct arena *a, int fd, csv_row_fn each, void *ctx, struct hash *sum, struct err *e);

#endif
