/* SPDX-License-Identifier: MIT */
/* Opening a record to read it. The view is logged in the transaction that sends it. */
#include "review/rights.h"
#include "review/view.h"

bool review_show(struct desk *d, const struct req_show *q, struct rep_record *r, struct err *e)
{
	struct casefile c;
	struct str reason;
	struct me m;

	return desk_need(d, RIGHT_CASES, &m, e) && desk_writable(d, e) && desk_reread(d, e) &&
	       casefile_load(d, &m, q->ref, &c, e) &&
	       casefile_reason(d, &m, &c, q->reason, &reason, e) &&
	       desk_viewed(d, c.rec.ref, "show", reason, e) &&
	       casefile_load(d, &m, q->ref, &c, e) && view_record(d, &m, &c, r, e);
}

/* Why a record stands where it stands. */
bool review_rank(struct desk *d, const struct req_rank *q, struct rep_rank *r, struct err *e)
{
	struct rank rank = {0};
	struct casefile c;
	struct str reason;
	struct me m;

	if (!desk_need(d, RIGHT_CASES, &m, e) || !desk_writable(d, e) || !desk_reread(d, e) ||
	    !casefile_load(d, &m, q->ref, &c, e) ||
	    !casefile_reason(d, &m, &c, STR(""), &reason, e))
		return false;
	rank_of(d->arena, d->rv->pack, c.type, &c.view.facts, &rank);
	*r = (struct rep_rank){.ref = c.rec.ref, .rank = c.view.facts.rank};
	for (size_t i = 0; i < rank.parts.n; i++)
		*arena_push(d->arena, &r->parts) = (struct part_rankpart){
		    .because = rank.parts.v[i].because, .points = rank.parts.v[i].points};
	return desk_viewed(d, c.rec.ref, "rank", STR(""), e);
}
