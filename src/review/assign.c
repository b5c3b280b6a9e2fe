/* SPDX-License-Identifier: MIT */
/* A supervisor gives a record to a person, who then holds it. */
#include "review/giving.h"

static bool assign(struct desk *d, const struct casefile *c, const struct me *to,
    struct str reason, const struct records *family, struct rep_done *r, struct err *e)
{
	struct str who = me_words(d, to->person.name);

	r->text = arena_printf(
	    d->arena, "%.*s is now held by %.*s", STR_ARG(c->rec.ref), STR_ARG(who));
	return giving_write(d, c->rec.ref, c->all.id, to->person.name, reason, &r->seq, e) &&
	       family_take(d, to, family, &reason, giving_lease(d), e);
}

bool review_assign(
    struct desk *d, const struct req_assign *q, struct rep_done *r, struct err *e)
{
	struct records family = {0};
	struct event_row first;
	struct casefile c;
	struct str reason;
	struct me m, to;
	bool again;

	*r = (struct rep_done){0};
	if (!desk_begin(d, RIGHT_ASSIGN, &m, &again, &first, e))
		return false;
	if (again)
		return desk_done_before(d, &first, r);
	if (!casefile_load(d, &m, q->ref, &c, e) || !giving_person(d, q->to, &to, e) ||
	    !giving_may(d, &c, &to, e) ||
	    !desk_text("reason", q->reason, REASON_MAX, &reason, e))
		return false;
	if (str_eq(c.all.holder, to.person.name)) {
		r->text = arena_printf(d->arena, "%.*s holds it already", STR_ARG(q->to));
		return true;
	}
	return family_of(d, &c, &family, e) &&
	       family_together(d, &m, &c, &family, to.person.name, e) &&
	       assign(d, &c, &to, reason, &family, r, e);
}
