/* SPDX-License-Identifier: MIT */
/* A record as a row: what every list and page selects, and how they are read. */
#ifndef LOOKBACK_STORE_ROWS_H
#define LOOKBACK_STORE_ROWS_H

#include "store/viewer.h"

/* Adds the columns of record r, as the viewer of the query is shown them. */
void record_columns(struct query *q);
MUST_USE bool record_read(sqlite3_stmt *s, struct arena *a, struct record *out, struct err *e);
/* Runs a query that selects those columns. */
MUST_USE bool records_read(
    struct query *q, struct arena *a, struct records *out, struct err *e);

/* How many records the viewer may see. */
MUST_USE bool count_all(
    struct store *st, struct arena *a, const struct viewer *v, int64_t *out, struct err *e);

#endif
