/* SPDX-License-Identifier: MIT */
/* The screen was concealed or opened again. */
#include "review/desk.h"

bool review_lock(struct desk *d, const struct req_lock *q, struct rep_done *r, struct err *e)
{
	enum event_type type = q->locked ? EVENT_SESSION_LOCKED : EVENT_SESSION_UNLOCKED;
	struct event_row first;
	struct me m;
	bool again;

	*r = (struct rep_done){0};
	if (!desk_me(d, &m, e))
		return false;
	if (d->rv->damage.n)
		return true; /* concealing a screen must never fail */
	if (!desk_again(d, &again, &first, e))
		return false;
	if (again)
		return desk_done_before(d, &first, r);
	return desk_append(d, type, STR(""), json_obj(d->arena), &r->seq, e);
}
