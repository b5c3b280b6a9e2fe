/* SPDX-License-Identifier: MIT */
/* Taking this very record. */
#include "review/body.h"
#include "review/rights.h"
#include "review/view.h"

/* A record that was put aside is woken by whoever takes it before its day. */
static bool wake(struct desk *d, const struct casefile *c, struct err *e)
{
	return c->rec.wake == NO_DAY ||
	       desk_append(d, EVENT_RECORD_WOKEN, c->rec.ref, json_obj(d->arena), NULL, e);
}

static bool take(struct desk *d, const struct casefile *c, struct err *e)
{
	struct json *body = json_obj(d->arena);

	body_text(d->arena, body, "how", STR("ref"));
	return wake(d, c, e) && desk_append(d, EVENT_RECORD_CLAIMED, c->rec.ref, body, NULL, e);
}

/* One's own is taken again without an event; only the view is new. */
static bool claim(struct desk *d, const struct me *m, const struct req_claim *q,
    struct casefile *c, struct err *e)
{
	struct str reason;

	if (!casefile_free(d, m, c, e))
		return false;
	if (!may_work(c, &m->person))
		return work_refusal(d, c, &m->person, e);
	return casefile_reason(d, m, c, q->reason, &reason, e) &&
	       (casefile_mine(m, c) || take(d, c, e)) &&
	       desk_viewed(d, c->rec.ref, "ref", reason, e) &&
	       lease_set(d->rv->store, c->rec.id, m->person.name, desk_lease(d), e) &&
	       casefile_load(d, m, q->ref, c, e);
}

bool review_claim(
    struct desk *d, const struct req_claim *q, struct rep_record *r, struct err *e)
{
	struct event_row first;
	struct casefile c;
	struct me m;
	bool again;

	if (!desk_need(d, RIGHT_TAKE, &m, e) || !desk_writable(d, e) ||
	    !desk_again(d, &again, &first, e) || !casefile_load(d, &m, q->ref, &c, e))
		return false;
	if (again) {
		if (!casefile_mine(&m, &c) && !desk_viewed(d, c.rec.ref, "ref", STR(""), e))
			return false;
	} else if (!claim(d, &m, q, &c, e)) {
		return false;
	}
	return view_record(d, &m, &c, r, e);
}
