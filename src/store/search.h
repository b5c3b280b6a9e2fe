/* SPDX-License-Identifier: MIT */
/*
 * The full-text index: one row a record, one column a text, so that words are found in
 * one field and not across two. It is no fact: it follows the projections and can be
 * made again. In it are the reference of each record, and of its type every text and
 * every line that is searched or indexed.
 */
#ifndef LOOKBACK_STORE_SEARCH_H
#define LOOKBACK_STORE_SEARCH_H

#include "store/inner.h"

/* Reads which texts are indexed. */
MUST_USE bool search_load(struct store *st, struct err *e);
/* The column of a field; 0 (which is the reference's) when it is not in the index. */
int search_column(const struct store *st, struct str type, struct str name);
/* A record was opened. */
MUST_USE bool search_open(struct store *st, int64_t record, struct str type, struct str ref,
    const struct json *fields, const struct json *texts, struct err *e);
/* What waits goes in: before a savepoint or commit and before the index is read. */
MUST_USE bool search_flush(struct store *st, struct err *e);
/* Forgets what waits: its records were taken back. */
void search_forget(struct store *st);
/* Around a change of its fields and texts: out with what stands there now, in again. */
MUST_USE bool search_leave(struct store *st, int64_t record, struct err *e);
MUST_USE bool search_join(struct store *st, int64_t record, struct err *e);
/* Would this patch change the index? */
bool search_touched(const struct store *st, struct str type, const struct json *patch);
/* Puts every text of the pack into the index that is not there yet. */
MUST_USE bool search_follow(struct store *st, const struct pack *p, struct err *e);

#endif
