/* SPDX-License-Identifier: MIT */
/*
 * What follows by itself: automatic steps, as soon as their guard holds, on a record and on
 * those above it; ranks that were made of what has changed; alerts.
 */
#include "review/body.h"
#include "review/move.h"
#include "review/refusals.h"

bool raise_alert(struct desk *d, struct str ref, struct str name, struct strs to,
    struct str text, struct limit ack, int64_t level, int64_t of, struct err *e)
{
	struct json *body = json_obj(d->arena);

	if (to.n == 0)
		return true;
	body_text(d->arena, body, "name", name);
	body_list(d->arena, body, "to", to);
	body_text(d->arena, body, "text", text);
	body_time(d->arena, body, "due", limit_end(d->rv->pack, ack, d->now));
	body_int(d->arena, body, "level", level);
	if (of)
		body_int(d->arena, body, "of", of);
	return desk_append(d, EVENT_ALERT_RAISED, ref, body, NULL, e);
}

bool type_has_autos(const struct record_type *t)
{
	for (size_t i = 0; i < t->transitions.n; i++)
		if (t->transitions.v[i].automatic)
			return true;
	return false;
}

/* The stored key is that of the facts, whatever they were when it was last written. */
static bool put_rank(struct desk *d, const struct casefile *c, struct err *e)
{
	struct json *body = json_obj(d->arena);
	int64_t key = rank_key(d, c->type, &c->view.facts);

	if (key == c->all.rank)
		return true;
	json_put(d->arena, body, "fields", json_obj(d->arena));
	json_put(d->arena, body, "texts", json_obj(d->arena));
	json_put(d->arena, body, "was", json_obj(d->arena));
	body_list(d->arena, body, "bars", c->all.bars);
	body_int(d->arena, body, "rank", key);
	return desk_append(d, EVENT_RECORD_CHANGED, c->all.ref, body, NULL, e);
}

static bool never_rests(const struct casefile *c, const struct transition *t, struct err *e)
{
	return err_set(
	    e, ERR_REFUSED, REFUSED_AUTOS_LOOP, STR_ARG(c->all.ref), STR_ARG(t->id), AUTO_MAX);
}

/* Everything that is due on one record by itself. *parent: the record above, or empty. */
static bool settle_one(
    struct desk *d, struct str ref, int depth, struct str *parent, struct err *e);

static bool settle_children(struct desk *d, const struct strs *opened, int depth, struct err *e)
{
	struct str parent;

	for (size_t i = 0; i < opened->n; i++)
		if (!settle_one(d, opened->v[i], depth + 1, &parent, e))
			return false;
	return true;
}

static bool settle_one(
    struct desk *d, struct str ref, int depth, struct str *parent, struct err *e)
{
	struct person by = {.name = d->user};

	for (int i = 0;; i++) {
		struct moving mv = {.automatic = true};
		struct strs opened = {0};
		struct casefile c;
		int64_t seq;
		if (!casefile_engine(d, ref, &c, e))
			return false;
		*parent = c.all.parent;
		mv.t = type_has_autos(c.type) ? auto_step(d->arena, &c.view) : NULL;
		if (!mv.t)
			return put_rank(d, &c, e);
		if (i >= AUTO_MAX || depth > AUTO_MAX)
			return never_rests(&c, mv.t, e);
		if (!moving_write(d, &by, &c, &mv, &opened, &seq, e) ||
		    !settle_children(d, &opened, depth, e))
			return false;
	}
}

bool autos_run(struct desk *d, struct str ref, struct err *e)
{
	struct str parent = {0};

	for (int up = 0; ref.n && up < 64; up++) {
		if (!settle_one(d, ref, 0, &parent, e))
			return false;
		ref = parent;
	}
	return true;
}

/* Most records stand alone and have no automatic steps: then there is nothing to look for. */
bool autos_settle(
    struct desk *d, const struct casefile *c, const struct strs *opened, struct err *e)
{
	if (opened->n == 0 && c->all.parent.n == 0 && !type_has_autos(c->type))
		return true;
	return settle_children(d, opened, 0, e) && autos_run(d, c->all.ref, e);
}
