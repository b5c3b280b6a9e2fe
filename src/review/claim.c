/* SPDX-License-Identifier: MIT */
/* Taking this very record. */
#include "review/body.h"
#include "review/family.h"
#include "review/rights.h"
#include "review/view.h"

/* A record that was put aside is woken by whoever takes it before its day. */
static bool wake(struct desk *d, const struct casefile *c, struct err *e)
{
	return c->all.wake == NO_DAY ||
	       desk_append(d, EVENT_RECORD_WOKEN, c->all.ref, json_obj(d->arena), NULL, e);
}

static bool take(struct desk *d, const struct casefile *c, struct err *e)
{
	struct json *body = json_obj(d->arena);

	body_text(d->arena, body, "how", STR("ref"));
	return wake(d, c, e) && desk_append(d, EVENT_RECORD_CLAIMED, c->all.ref, body, NULL, e);
}

/* To somebody who must not know how far the readers are, whether it is held is told last. */
static bool may_claim(struct desk *d, const struct me *m, const struct casefile *c,
    struct records *family, struct err *e)
{
	bool fit = may_work(c, &m->person);

	if (!fit && c->blind)
		return work_refusal(d, c, &m->person, e);
	if (!casefile_free(d, m, c, e))
		return false;
	return (fit || work_refusal(d, c, &m->person, e)) && family_of(d, c, family, e) &&
	       family_together(d, m, c, family, m->person.name, e);
}

/* One's own is taken again without an event; only the view is new. */
static bool claim(struct desk *d, const struct me *m, const struct req_claim *q,
    struct casefile *c, struct err *e)
{
	struct records family = {0};
	struct str reason;

	return may_claim(d, m, c, &family, e) &&
	       casefile_reason(d, m, c, q->reason, &reason, e) &&
	       (casefile_mine(m, c) || take(d, c, e)) &&
	       desk_viewed(d, c->all.ref, "ref", reason, e) &&
	       lease_set(d->rv->store, c->all.id, m->person.name, desk_lease(d), e) &&
	       family_take(d, m, &family, NULL, desk_lease(d), e) &&
	       casefile_load(d, m, q->ref, c, e);
}

bool review_claim(
    struct desk *d, const struct req_claim *q, struct rep_record *r, struct err *e)
{
	struct event_row first;
	struct casefile c;
	struct me m;
	bool again;

	if (!desk_begin(d, RIGHT_TAKE, &m, &again, &first, e) ||
	    !casefile_load(d, &m, q->ref, &c, e))
		return false;
	if (again) {
		if (!casefile_mine(&m, &c) && !desk_viewed(d, c.rec.ref, "ref", STR(""), e))
			return false;
	} else if (!claim(d, &m, q, &c, e)) {
		return false;
	}
	return view_record(d, &m, &c, r, e);
}
