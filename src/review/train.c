/* SPDX-License-Identifier: MIT */
/* Until when an account holds a competence, as who manages accounts records it. */
#include "review/body.h"
#include "review/desk.h"
#include "review/rights.h"
#include "review/words.h"
#include "review/refusals.h"

static bool known_competence(
    struct desk *d, struct str id, const struct competence **out, struct err *e)
{
	const struct pack *p = d->rv->pack;
	struct strs ids = {0};
	struct str near, all;

	*out = pack_competence(p, id);
	if (*out)
		return true;
	for (size_t i = 0; i < p->competences.n; i++)
		*arena_push(d->arena, &ids) = p->competences.v[i].id;
	near = say_near(d->arena, id, ids);
	all = ids.n ? say_list(d->arena, ids, "and") : STR("none");
	return err_set(e, ERR_NOT_FOUND,
	    "the pack knows no competence '%.*s'%.*s\nits competences are %.*s", STR_ARG(id),
	    STR_ARG(near), STR_ARG(all));
}

static bool last_day(struct desk *d, struct str given, int32_t *day, struct err *e)
{
	if (day_understand(str_trim(given), desk_today(d), day))
		return true;
	return err_set(e, ERR_INPUT,
	    "'%.*s' is not a day; expected the last one on which it holds, such as 2026-12-01 "
	    "or 1/12/2026",
	    STR_ARG(given));
}

static bool record_training(struct desk *d, const struct user_row *u,
    const struct competence *c, int32_t day, struct rep_done *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct str until = say_day(d->arena, day), last = say_long_day(d->arena, day);
	bool ends = day < desk_today(d);

	body_text(d->arena, body, "name", u->name);
	body_text(d->arena, body, "competence", c->id);
	body_text(d->arena, body, "until", until);
	r->text = arena_printf(d->arena, "%.*s %s %.*s %s %.*s", STR_ARG(u->name),
	    ends ? "no longer holds" : "holds", STR_ARG(c->label),
	    ends ? "since" : "up to and including", STR_ARG(last));
	return desk_append(d, EVENT_USER_TRAINED, STR(""), body, &r->seq, e);
}

bool review_user_train(
    struct desk *d, const struct req_user_train *q, struct rep_done *r, struct err *e)
{
	const struct competence *c;
	struct user_row u = {0};
	struct event_row first;
	struct me m;
	int32_t day;
	bool again;

	*r = (struct rep_done){0};
	if (!desk_begin(d, RIGHT_USERS, &m, &again, &first, e))
		return false;
	if (again)
		return desk_done_before(d, &first, r);
	if (!user_get(d->rv->store, d->arena, q->name, &u, e) ||
	    !known_competence(d, q->competence, &c, e) || !last_day(d, q->until, &day, e))
		return false;
	if (u.disabled)
		return err_set(e, ERR_REFUSED, REFUSED_TRAIN_CLOSED, STR_ARG(u.name));
	return record_training(d, &u, c, day, r, e);
}
