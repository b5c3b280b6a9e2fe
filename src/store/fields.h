/* SPDX-License-Identifier: MIT */
/* Fields of records as SQL: how a value is read, and what an index is over. */
#ifndef LOOKBACK_STORE_FIELDS_H
#define LOOKBACK_STORE_FIELDS_H

#include "store/inner.h"

/* The value of a field of record r; NULL when it has none. */
struct str field_sql(struct arena *a, struct str name);
/* The same as it stands in the index of the field: '~' when it has none, so that
 * records without it come last in its order. */
struct str field_key_sql(struct arena *a, struct str name);
bool field_index_helps(enum vtype t);
bool field_is_indexed(const struct store *st, struct str name);
/* Points that records of a type gain each day (rules: rank_of). */
int64_t type_per_day(const struct record_type *t);

#endif
