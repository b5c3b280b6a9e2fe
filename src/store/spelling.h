/* SPDX-License-Identifier: MIT */
/*
 * How words in fields are spelt: so that a name which is only like one that was typed is
 * found without looking at every record. The table knows words, not records; which records
 * hold them says the full-text index, and who may see these the query around.
 */
#ifndef LOOKBACK_STORE_SPELLING_H
#define LOOKBACK_STORE_SPELLING_H

#include "store/query.h"

/* Projects the words of these fields of a record. */
MUST_USE bool spelling_add(struct store *st, const struct json *fields, struct err *e);
/* Forgets what is known to stand there: it may have been taken back. */
void spelling_forget(struct store *st);
/* A full-text query, as a bound value: the columns hold, for each word of the phrase, one that
 * is like it. Of several words each may stand in another column; then the lines are to be read
 * once more. When the words cannot be read the query has failed. */
bool spelling_is_exact(struct str phrase);
void spelling_match(struct query *q, uint32_t columns, struct str phrase);

#endif
