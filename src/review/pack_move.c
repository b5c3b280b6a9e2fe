/* SPDX-License-Identifier: MIT */
/* Records go over to the pack that has just come into force, one event each. */
#include "review/body.h"
#include "review/move.h"
#include "review/pack_maps.h"
#include "review/reading.h"

enum { PAGE = 100 };

static const struct viewer engine = {.engine = true};

static const struct expr *is_one(struct desk *d, enum core_attr core, struct str code)
{
	struct expr *x = arena_new(d->arena, struct expr, 1);

	x->op = EX_EQ;
	x->col = 1;
	x->pack = d->rv->pack;
	x->attr = &d->rv->pack->core[core];
	x->vals = arena_new(d->arena, struct value, 1);
	x->vals[0] = value_str(code);
	x->nvals = 1;
	return x;
}

/* Before the first one moves, so that nothing is met twice. */
static bool refs_of(struct desk *d, const struct standing *s, struct strs *out, struct err *e)
{
	struct expr both = {.op = EX_AND, .col = 1, .pack = d->rv->pack};
	struct page_query q = {
	    .where = &both, .order = ORDER_REF, .limit = PAGE, .now = d->now};

	both.a = is_one(d, CORE_TYPE, s->type);
	both.b = is_one(d, CORE_STATE, s->state);
	do {
		struct page page = {0};
		if (!record_page(d->rv->store, d->arena, &engine, &q, &page, e))
			return false;
		for (size_t i = 0; i < page.rows.n; i++)
			if (str_eq(page.rows.v[i].pack, s->pack))
				*arena_push(d->arena, out) = page.rows.v[i].ref;
		q.after = page.next;
	} while (q.after.n);
	return true;
}

/* What its limits are by the new rules; somebody's turn at a seat stays as it was. */
static bool due_now(struct desk *d, const struct casefile *c, const struct record_type *t,
    const struct state *s, struct facts *f, struct err *e)
{
	struct clock_rows clocks = {0};

	if (s->final) {
		f->due = NO_TIME;
		return true;
	}
	if (s->seats.given && c->all.seat != SEAT_FIRST)
		return true;
	f->due = due_at(d->rv->pack, t, &s->due, f, f->moved != NO_TIME ? f->moved : f->opened);
	if (!record_clocks(d->rv->store, d->arena, c->all.id, &clocks, e))
		return false;
	for (size_t i = 0; i < clocks.n; i++)
		if (f->due == NO_TIME || clocks.v[i].due < f->due)
			f->due = clocks.v[i].due;
	return true;
}

static struct json *mapped_body(struct desk *d, const struct casefile *c,
    const struct record_type *t, const struct state *s, const struct facts *f)
{
	struct json *body = json_obj(d->arena);
	struct arena *a = d->arena;
	struct rank rank = {0};

	rank_of(a, d->rv->pack, t, f, &rank);
	body_text(a, body, "from", c->all.state);
	body_text(a, body, "to", s->name);
	body_some(a, body, "queue", f->queue);
	body_int(a, body, "rank", rank.key);
	body_time(a, body, "due", f->due);
	body_bool(a, body, "final", s->final);
	if (s->blind || s->seats.given)
		body_bool(a, body, "blind", true);
	body_text(a, body, "pack", d->rv->pack->id);
	return body;
}

/* Who works in a state that goes away holds it no longer. */
static bool let_go(
    struct desk *d, const struct casefile *c, const struct state *s, struct err *e)
{
	struct json *body = json_obj(d->arena);

	if (c->all.holder.n == 0 || str_eq(c->all.state, s->name))
		return true;
	body_text(d->arena, body, "reason", STR("the record went over to a new pack"));
	return desk_append(d, EVENT_RECORD_RELEASED, c->all.ref, body, NULL, e);
}

static bool move_one(struct desk *d, struct str ref, struct str to, struct err *e)
{
	const struct record_type *t;
	const struct state *s;
	struct casefile c;
	struct facts f;
	bool stays;

	if (!casefile_engine(d, ref, &c, e))
		return false;
	t = pack_type(d->rv->pack, c.all.type);
	s = t ? type_state(t, to) : NULL;
	if (!s)
		return err_set(e, ERR_CORRUPT, "%.*s cannot go over", STR_ARG(ref));
	stays = s->seats.given && c.all.seat != SEAT_FIRST;
	f = c.view.facts;
	f.state = s->name;
	f.pack = d->rv->pack;
	f.queue = stays ? c.all.queue : s->queue;
	return let_go(d, &c, s, e) && reading_left(d, &c, s, e) &&
	       due_now(d, &c, t, s, &f, e) &&
	       desk_append(
		   d, EVENT_RECORD_MAPPED, ref, mapped_body(d, &c, t, s, &f), NULL, e) &&
	       autos_run(d, ref, e);
}

static bool move_all(struct desk *d, struct strs refs, struct str to, int64_t *moved,
    int64_t total, struct err *e)
{
	for (size_t i = 0; i < refs.n; i++) {
		struct arena_mark m = arena_mark(d->arena);
		if (!move_one(d, refs.v[i], to, e))
			return false;
		arena_back(d->arena, m);
		++*moved;
		if (d->progress)
			d->progress(d->progress_ctx, "taking records over", *moved, total);
	}
	return true;
}

bool pack_move(struct desk *d, const struct standings *all, int64_t *moved, struct err *e)
{
	struct strs *refs = arena_new(d->arena, struct strs, all->n + 1);
	int64_t total = 0;

	*moved = 0;
	for (size_t i = 0; i < all->n; i++) {
		if (all->v[i].to.n && !refs_of(d, &all->v[i], &refs[i], e))
			return false;
		total += (int64_t)refs[i].n;
	}
	for (size_t i = 0; i < all->n; i++)
		if (!move_all(d, refs[i], all->v[i].to, moved, total, e))
			return false;
	return true;
}
