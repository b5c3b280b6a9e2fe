/* SPDX-License-Identifier: MIT */
/* Extracts as tests read them: written to memory, cut into rows and cells by RFC 4180. */
#ifndef LOOKBACK_TESTS_DEMO_CSV_H
#define LOOKBACK_TESTS_DEMO_CSV_H

#include "demo/extract.h"

enum { CELLS_MAX = 40 };
struct csv_rows {
	struct strs head;
	struct strs *v;
	size_t n, cap;
};
/* The whole text of the first (0) or second (1) extract. */
struct str csv_extract(struct arena *a, uint64_t applications, uint64_t seed, int which);
/* Fails the test on a row that has not as many cells as the head. */
void csv_cut(struct arena *a, struct str text, struct csv_rows *out);
/* The cell of that name; no such column fails the test. */
struct str csv_cell(const struct csv_rows *rows, size_t row, const char *name);
size_t csv_column(const struct csv_rows *rows, const char *name);
bool csv_disclosed(const struct csv_rows *rows, size_t row);

#endif
