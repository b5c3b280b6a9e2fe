/* SPDX-License-Identifier: MIT */
/* Orders and the places in them: what a cursor says and how a page is bounded by it. */
#ifndef LOOKBACK_STORE_ORDER_H
#define LOOKBACK_STORE_ORDER_H

#include "store/viewer.h"

struct place_in { /* a place in an order: key and id, or the key alone */
	bool text;
	int64_t i, id;
	struct str s;
};
bool order_has_id(enum order o); /* ties are broken by id */
/* The place of a row, as a cursor; and back. */
struct str cursor_of(struct arena *a, const struct page_query *q, const struct record *r);
MUST_USE bool cursor_read(
    const struct page_query *q, struct str cursor, struct place_in *out, struct err *e);
/* " AND (key, id) > (?, ?)", or < when going backwards. */
void order_bound(
    struct query *q, const struct page_query *p, const struct place_in *at, bool backwards);
/* " ORDER BY key, id" */
void order_by(struct query *q, const struct page_query *p, bool backwards);

#endif
