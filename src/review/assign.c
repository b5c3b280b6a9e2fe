/* SPDX-License-Identifier: MIT */
/* A supervisor gives a record to a person, who then holds it. */
#include "review/body.h"
#include "review/rights.h"
#include "review/family.h"
#include "review/words.h"

/* Whom it is given to: an open account that takes records, sees this one and could take a
 * step on it. Why a record is hidden from them is not told. */
static bool assignee(
    struct desk *d, struct str name, const struct casefile *c, struct me *to, struct err *e)
{
	struct user_row u = {0};
	struct record seen;
	struct err hidden = {0};

	if (!user_get(d->rv->store, d->arena, str_trim(name), &u, e))
		return false;
	me_of(d, &u, to);
	if (u.disabled)
		return err_set(e, ERR_REFUSED, "the account %.*s is closed", STR_ARG(u.name));
	if (!(to->rights & RIGHT_TAKE))
		return err_set(e, ERR_REFUSED, "no role of %.*s may take and decide records",
		    STR_ARG(u.name));
	if (!record_get(d->rv->store, d->arena, &to->viewer, c->rec.ref, &seen, &hidden))
		return err_set(e, ERR_REFUSED,
		    "%.*s may not be given to %.*s: they had a part in the original work "
		    "or a conflict of interest",
		    STR_ARG(c->rec.ref), STR_ARG(u.name));
	return may_work(c, &to->person) || work_refusal(d, c, &to->person, e);
}

/* Silence ends a claim, but a person who was given one need not be at the desk: it lasts
 * at least to the end of the next working day. */
static int64_t lease_of(const struct desk *d)
{
	int32_t day = day_add_working(desk_today(d), 1, d->rv->pack->holidays);
	int64_t end = london_end_of_day(day);

	return end > desk_lease(d) ? end : desk_lease(d);
}

static bool assign(struct desk *d, const struct casefile *c, const struct me *to,
    struct str reason, const struct records *family, struct rep_done *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct str who = me_words(d, to->person.name);

	body_text(d->arena, body, "to", to->person.name);
	body_text(d->arena, body, "reason", reason);
	r->text = arena_printf(
	    d->arena, "%.*s is now held by %.*s", STR_ARG(c->rec.ref), STR_ARG(who));
	return desk_append(d, EVENT_RECORD_ASSIGNED, c->rec.ref, body, &r->seq, e) &&
	       lease_set(d->rv->store, c->all.id, to->person.name, lease_of(d), e) &&
	       family_take(d, to, family, &reason, lease_of(d), e);
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
	if (!casefile_load(d, &m, q->ref, &c, e) || !assignee(d, q->to, &c, &to, e) ||
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
