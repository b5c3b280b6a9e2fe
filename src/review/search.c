/* SPDX-License-Identifier: MIT */
/*
 * One field to search in: references, words, names that may be misspelt, and expressions.
 * What it means is said by the rules (expr_search); here it is asked and logged.
 */
#include "review/listing.h"
#include "review/rights.h"

bool review_search(
    struct desk *d, const struct req_search *q, struct rep_page *r, struct err *e)
{
	struct listing l = {.words = str_trim(q->words),
	    .page = {.after = q->after, .before = q->before, .last = q->last, .now = d->now}};
	struct me m;

	if (!desk_need(d, RIGHT_CASES, &m, e) || !desk_writable(d, e) || !desk_reread(d, e) ||
	    !listing_limit(q->limit, &l, e) ||
	    !desk_search(d, &m, q->words, &l.page.where, e) ||
	    !desk_search_steps(d, q->words, &l.steps, e))
		return false;
	l.columns = listing_type(d->arena, d->rv->pack, l.page.where);
	return listing_send(d, &m, &l, r, e);
}
