/* SPDX-License-Identifier: MIT */
/* The start screen: what I hold, what waits, what is late. Counts are kept, not scanned. */
#include "review/body.h"
#include "review/listing.h"
#include "review/rights.h"
#include "review/words.h"

enum {
	MINE_MAX = 50, /* more do not fit a message with the rest */
	ALERTS_COUNTED = 1000
};

static int64_t waiting(const struct tally_row *t)
{
	int64_t n = t->n - t->held - t->asleep;

	return n > 0 && !t->final ? n : 0;
}

/* "red 12", most urgent first. */
static void put_bands(struct desk *d, const struct tally_rows *all, struct part_queue *out)
{
	const struct pack *p = d->rv->pack;

	for (size_t i = p->bands.n; i-- > 0;) {
		int64_t n = 0;
		for (size_t k = 0; k < all->n; k++)
			if (str_eq(all->v[k].queue, out->queue) &&
			    str_eq(all->v[k].band, p->bands.v[i].id))
				n += waiting(&all->v[k]);
		if (n)
			*arena_push(d->arena, &out->bands) = arena_printf(
			    d->arena, "%.*s %lld", STR_ARG(p->bands.v[i].label), (long long)n);
	}
}

static bool is_queue(const struct pack *p, struct str role)
{
	for (size_t i = 0; i < p->types.n; i++)
		for (size_t k = 0; k < p->types.v[i].states.n; k++)
			if (str_eq(p->types.v[i].states.v[k].queue, role))
				return true;
	return false;
}

static bool put_queue(struct desk *d, const struct me *m, struct str role,
    const struct tally_rows *all, struct rep_home *r, struct err *e)
{
	struct part_queue *q = arena_push(d->arena, &r->queues);

	*q = (struct part_queue){.queue = role, .label = role_words(d->rv->pack, role)};
	for (size_t i = 0; i < all->n; i++)
		if (str_eq(all->v[i].queue, role)) {
			q->waiting += waiting(&all->v[i]);
			q->held += all->v[i].held;
		}
	put_bands(d, all, q);
	return record_late(d->rv->store, &m->viewer, role, d->now, &q->late, e);
}

static bool put_queues(struct desk *d, const struct me *m, const struct tally_rows *all,
    struct rep_home *r, struct err *e)
{
	for (size_t i = 0; (m->rights & RIGHT_TAKE) && i < m->account.roles.n; i++)
		if (is_queue(d->rv->pack, m->account.roles.v[i]) &&
		    !put_queue(d, m, m->account.roles.v[i], all, r, e))
			return false;
	return true;
}

static void put_state(struct desk *d, const struct record_type *t, const struct state *s,
    const struct tally_rows *all, struct rep_home *r)
{
	struct part_tally row = {.state = s->name, .label = state_words(t, s->name)};

	for (size_t i = 0; i < all->n; i++)
		if (str_eq(all->v[i].type, t->name) && str_eq(all->v[i].state, s->name))
			row.n += all->v[i].n;
	*arena_push(d->arena, &r->states) = row;
}

static void put_totals(struct desk *d, const struct tally_rows *all, struct rep_home *r)
{
	const struct pack *p = d->rv->pack;

	for (size_t i = 0; i < p->types.n; i++)
		for (size_t k = 0; k < p->types.v[i].states.n; k++)
			put_state(d, &p->types.v[i], &p->types.v[i].states.v[k], all, r);
	for (size_t i = 0; i < all->n; i++) {
		r->total += all->v[i].n;
		r->deferred += all->v[i].asleep;
		r->done += all->v[i].final ? all->v[i].n : 0;
		r->unopened += all->v[i].unopened;
	}
}

static bool put_alerts(struct desk *d, const struct me *m, struct rep_home *r, struct err *e)
{
	struct alert_query q = {
	    .roles = &m->account.roles, .open = true, .limit = ALERTS_COUNTED};
	struct alert_rows rows = {0};

	if (!alert_list(d->rv->store, d->arena, &m->viewer, &q, &rows, e))
		return false;
	r->alerts = (int64_t)rows.n;
	return true;
}

/* Rows show names, so they are logged like any list. */
static bool put_mine(struct desk *d, const struct me *m, struct rep_home *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct records held = {0};
	struct part_rows rows = {0};
	struct strs refs = {0};

	if (!record_held_by(d->rv->store, d->arena, &m->viewer, m->person.name, &held, e))
		return false;
	if (held.n > MINE_MAX)
		held.n = MINE_MAX;
	view_rows(d, m, main_type(d->rv->pack), &held, &rows);
	r->mine.v = rows.v;
	r->mine.n = rows.n;
	r->mine.cap = rows.cap;
	if (rows.n == 0)
		return true;
	for (size_t i = 0; i < rows.n; i++)
		*arena_push(d->arena, &refs) = rows.v[i].ref;
	body_text(d->arena, body, "expr",
	    arena_printf(d->arena, "holder:%.*s", STR_ARG(m->person.name)));
	body_text(d->arena, body, "order", STR("held"));
	body_list(d->arena, body, "refs", refs);
	return desk_append(d, EVENT_LIST_READ, STR(""), body, NULL, e);
}

bool review_home(struct desk *d, const struct req_home *q, struct rep_home *r, struct err *e)
{
	struct tally_rows all = {0};
	struct me m;
	int64_t midnight;

	*r = (struct rep_home){0};
	if (!desk_me(d, &m, e))
		return false;
	if (!m.viewer.cases)
		return true;
	if (!desk_writable(d, e) || !desk_reread(d, e))
		return false;
	midnight = london_end_of_day(desk_today(d) - 1);
	if (!record_tally(d->rv->store, d->arena, &m.viewer, &all, e) ||
	    !put_queues(d, &m, &all, r, e) ||
	    !record_late(d->rv->store, &m.viewer, STR(""), d->now, &r->late, e) ||
	    !record_moves_since(d->rv->store, m.person.name, midnight, &r->today, e))
		return false;
	put_totals(d, &all, r);
	return put_alerts(d, &m, r, e) && (q->numbers || put_mine(d, &m, r, e));
}
