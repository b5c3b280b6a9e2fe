/* SPDX-License-Identifier: MIT */
/* Who is there: the account, what it may do, and what every screen needs to know. */
#include "review/body.h"
#include "review/listing.h"
#include "review/rights.h"
#include "review/words.h"
#include "review/refusals.h"

/* Acting as somebody else is for the owner of the database alone; the act is logged. */
static bool act_as(struct desk *d, struct str as, struct err *e)
{
	if (as.n == 0 || str_eq(as, d->user))
		return true;
	if (!d->owner)
		return err_set(e, ERR_REFUSED, REFUSED_AS_OWNER);
	d->as_by = d->user;
	d->user = arena_str(d->arena, as);
	return true;
}

static bool known_front(struct str front, struct err *e)
{
	if (str_is(front, "tui") || str_is(front, "cli") || str_is(front, "demo"))
		return true;
	return err_set(e, ERR_USAGE, "front is tui, cli or demo");
}

static bool session_opened(struct desk *d, const struct req_hello *q, struct err *e)
{
	struct json *body = json_obj(d->arena);

	if (d->rv->damage.n)
		return true;
	body_text(d->arena, body, "front", q->front);
	body_some(d->arena, body, "as", d->as_by);
	return desk_append(d, EVENT_SESSION_OPENED, STR(""), body, NULL, e);
}

static void put_columns(struct desk *d, struct rep_welcome *r)
{
	struct part_columns columns = {0};

	listing_columns(d->arena, main_type(d->rv->pack), &columns);
	r->columns.v = columns.v;
	r->columns.n = columns.n;
	r->columns.cap = columns.cap;
}

/* Counts come from the kept counters, less what the person may not see. */
static bool put_types(struct desk *d, const struct me *m, struct rep_welcome *r, struct err *e)
{
	const struct pack *p = d->rv->pack;
	struct tally_rows all = {0};
	struct strs closed = {0};

	if (m->viewer.cases && d->rv->damage.n == 0 &&
	    !record_tally(d->rv->store, d->arena, &m->viewer, &all, e))
		return false;
	for (size_t i = 0; i < p->types.n; i++) {
		const struct record_type *t = &p->types.v[i];
		struct part_type *out = arena_push(d->arena, &r->types);
		*out =
		    (struct part_type){.type = t->name, .label = t->label, .plural = t->plural};
		out->opens = t->open.given && t->open.under.n == 0 &&
			     may_open(d->arena, p, t, NULL, &m->person, &closed);
		for (size_t k = 0; k < all.n; k++)
			if (str_eq(all.v[k].type, t->name))
				out->n += all.v[k].n;
	}
	return true;
}

/* The one key is for those who may write on a case. */
static void put_safeguarding(struct desk *d, const struct me *m, struct rep_welcome *r)
{
	const struct pack *p = d->rv->pack;
	const struct record_type *t = pack_type(p, p->safeguarding.type);

	if (t && (m->rights & (RIGHT_TAKE | RIGHT_NOTE)))
		r->safeguarding = t->label.n ? t->label : t->name;
}

static void put_views(struct desk *d, const struct me *m, struct rep_welcome *r)
{
	const struct pack *p = d->rv->pack;

	for (size_t i = 0; m->viewer.cases && i < p->views.n; i++)
		if (view_is_for(&p->views.v[i], m->account.roles))
			*arena_push(d->arena, &r->views) =
			    (struct part_view){.name = p->views.v[i].name,
				.label = p->views.v[i].label,
				.expr = p->views.v[i].text};
}

static void welcome(struct desk *d, const struct me *m, struct rep_welcome *r)
{
	const struct pack *p = d->rv->pack;

	*r = (struct rep_welcome){.user = m->account.name,
	    .full = m->account.full,
	    .roles = role_labels(d->arena, p, m->account.roles),
	    .title = d->rv->row.title,
	    .marking = p->marking,
	    .handling = p->handling,
	    .pack = p->id,
	    .training = d->rv->row.training,
	    .lock_minutes = p->lock_minutes,
	    .reason_to_open = p->reason_to_open,
	    .terms = p->terms,
	    .damage = d->rv->damage};
	for (size_t i = 0; i < RIGHT_ROWS; i++)
		if (m->rights & right_rows[i].right)
			*arena_push(d->arena, &r->rights) = str_of(right_rows[i].name);
	put_columns(d, r);
	put_views(d, m, r);
	put_safeguarding(d, m, r);
}

bool review_hello(
    struct desk *d, const struct req_hello *q, struct rep_welcome *r, struct err *e)
{
	struct str user = d->user, by = d->as_by;
	struct me m;

	if (known_front(q->front, e) && act_as(d, q->as, e) && desk_reread(d, e) &&
	    desk_me(d, &m, e) && session_opened(d, q, e)) {
		welcome(d, &m, r);
		if (put_types(d, &m, r, e))
			return true;
	}
	d->user = user;
	d->as_by = by;
	return false;
}

void review_left(struct desk *d)
{
	struct err none = {0};

	d->request = NULL;
	if (d->user.n && d->rv->damage.n == 0 &&
	    !desk_append(d, EVENT_SESSION_CLOSED, STR(""), json_obj(d->arena), NULL, &none))
		return; /* the session's end is not worth an error: the next start shows it */
}

bool review_beat(struct desk *d, const struct req_beat *q, struct rep_done *r, struct err *e)
{
	struct me m;

	(void)q;
	*r = (struct rep_done){0};
	return desk_me(d, &m, e) &&
	       (d->rv->damage.n || lease_extend(d->rv->store, m.person.name, desk_lease(d), e));
}
