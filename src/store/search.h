/* SPDX-License-Identifier: MIT */
/*
 * The full-text index: one row a text, so that words are found in one field and not
 * across two. It is no fact: it follows the projections and can be made again. In it
 * are the reference of each record, and of its type every text and every line that is
 * searched or indexed.
 */
#ifndef LOOKBACK_STORE_SEARCH_H
#define LOOKBACK_STORE_SEARCH_H

#include "store/inner.h"

/* Reads which texts are indexed. */
MUST_USE bool search_load(struct store *st, struct err *e);
/* The slot of a field; 0 (which is the reference's) when it is not in the index. */
int64_t search_slot(const struct store *st, struct str type, struct str name);
/* A record was opened: its reference and all that stands in fields and texts. */
MUST_USE bool search_open(struct store *st, int64_t record, struct str type, struct str ref,
    const struct json *fields, const struct json *texts, struct err *e);
/* A value was replaced; either side may be empty. */
MUST_USE bool search_change(struct store *st, int64_t record, struct str type, struct str name,
    struct str was, struct str is, struct err *e);
/* Puts every text of the pack into the index that is not there yet. */
MUST_USE bool search_follow(struct store *st, const struct pack *p, struct err *e);

#endif
