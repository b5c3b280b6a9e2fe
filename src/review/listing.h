/* SPDX-License-Identifier: MIT */
/* What list and search share: a page of rows, sent and logged. */
#ifndef LOOKBACK_REVIEW_LISTING_H
#define LOOKBACK_REVIEW_LISTING_H

#include "review/view.h"

enum { LISTING_USUAL = 40, LISTING_MAX = 100 };

struct part_columns {
	struct part_column *v;
	size_t n, cap;
};
struct listing {
	struct page_query page;
	struct str words;                  /* of a search; empty for a list */
	struct search_steps steps;         /* of a search: which of it comes first */
	const struct record_type *columns; /* NULL: those of the main type */
};
/* Is a view of the pack for everybody, or for one of these roles? */
bool view_is_for(const struct view *v, struct strs roles);
/* What a list shows as columns: the only type of which a record can match; when there are several
 * without the main one, columns that say of which kind each is; NULL when it may be the main. */
const struct record_type *listing_type(
    struct arena *a, const struct pack *p, const struct expr *x);
/* The type whose columns lists show when nothing else is asked: the one that imports bring. */
const struct record_type *main_type(const struct pack *p);
void listing_columns(struct arena *a, const struct record_type *t, struct part_columns *out);
/* A page of what the steps find, one step after the other. */
MUST_USE bool steps_page(struct desk *d, const struct me *m, const struct listing *l,
    struct page *out, struct err *e);
/* Another spelling that would be found where this finds nothing, or empty. */
MUST_USE bool list_hint(
    struct desk *d, const struct me *m, struct listing *l, struct str *out, struct err *e);
MUST_USE bool listing_limit(int64_t asked, struct listing *l, struct err *e);
MUST_USE bool listing_send(
    struct desk *d, const struct me *m, struct listing *l, struct rep_page *r, struct err *e);

#endif
