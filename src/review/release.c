/* SPDX-License-Identifier: MIT */
/* Giving a record back, at once or put aside until a day. Answers stay with it. */
#include "review/body.h"
#include "review/casefile.h"
#include "review/rights.h"
#include "review/words.h"
#include "review/refusals.h"

enum { DEFER_DAYS_MAX = 366 };

/* One's own hold, or anybody's with the right to assign. */
static bool may_release(
    struct desk *d, const struct me *m, const struct casefile *c, struct err *e)
{
	if (c->all.holder.n == 0)
		return err_set(e, ERR_REFUSED, REFUSED_RELEASE_FREE, STR_ARG(c->rec.ref));
	return casefile_mine(m, c) || (m->rights & RIGHT_ASSIGN) || casefile_free(d, m, c, e);
}

bool review_release(
    struct desk *d, const struct req_release *q, struct rep_done *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct event_row first;
	struct casefile c;
	struct str reason;
	struct me m;
	bool again;

	*r = (struct rep_done){0};
	if (!desk_begin(d, RIGHT_TAKE | RIGHT_ASSIGN, &m, &again, &first, e))
		return false;
	if (again)
		return desk_done_before(d, &first, r);
	if (!casefile_load(d, &m, q->ref, &c, e) || !may_release(d, &m, &c, e) ||
	    !desk_text("reason", q->reason, REASON_MAX, &reason, e))
		return false;
	body_text(d->arena, body, "reason", reason);
	r->text = arena_printf(
	    d->arena, "%.*s is back in its queue; all answers stay", STR_ARG(c.rec.ref));
	return desk_append(d, EVENT_RECORD_RELEASED, c.rec.ref, body, &r->seq, e);
}

static bool until_day(struct desk *d, struct str given, int32_t *day, struct err *e)
{
	int32_t today = desk_today(d);

	if (!day_understand(str_trim(given), today, day))
		return err_set(e, ERR_INPUT,
		    "'%.*s' is not a day; expected one such as 2026-12-01, 1/12/2026 or +3d",
		    STR_ARG(given));
	if (*day <= today)
		return err_set(e, ERR_REFUSED, REFUSED_DEFER_DAY, STR_ARG(given));
	if (*day - today > DEFER_DAYS_MAX)
		return err_set(e, ERR_REFUSED, REFUSED_DEFER_YEAR);
	return true;
}

bool review_defer(struct desk *d, const struct req_defer *q, struct rep_done *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct event_row first;
	struct casefile c;
	struct str reason, until;
	struct me m;
	int32_t day;
	bool again;

	*r = (struct rep_done){0};
	if (!desk_begin(d, RIGHT_TAKE, &m, &again, &first, e))
		return false;
	if (again)
		return desk_done_before(d, &first, r);
	if (!casefile_load(d, &m, q->ref, &c, e) || !casefile_held(d, &m, &c, e) ||
	    !desk_text("reason", q->reason, REASON_MAX, &reason, e) ||
	    !until_day(d, q->until, &day, e))
		return false;
	if (reason.n == 0)
		return err_set(e, ERR_REFUSED, REFUSED_DEFER_REASON);
	until = say_day(d->arena, day);
	body_text(d->arena, body, "until", until);
	body_text(d->arena, body, "reason", reason);
	r->text = arena_printf(
	    d->arena, "%.*s is put aside until %.*s", STR_ARG(c.rec.ref), STR_ARG(until));
	return desk_append(d, EVENT_RECORD_DEFERRED, c.rec.ref, body, &r->seq, e);
}
