/* SPDX-License-Identifier: MIT */
/* A record as a row: the columns every list and page selects, and how they are read. */
#ifndef LOOKBACK_STORE_ROWS_H
#define LOOKBACK_STORE_ROWS_H

#include "store/viewer.h"

extern const char record_columns[]; /* of record r */
MUST_USE bool record_read(sqlite3_stmt *s, struct arena *a, struct record *out, struct err *e);
/* Runs a query that selects record_columns. */
MUST_USE bool records_read(
    struct query *q, struct arena *a, struct records *out, struct err *e);

#endif
