/* SPDX-License-Identifier: MIT */
/*
 * The draw: the frame is frozen with its hash and the head of the log before it, the sample
 * follows from seed and frame alone (docs/SAMPLING.md), and everything drawn is read again.
 * All of it is one transaction.
 */
#include "review/body.h"
#include "review/plan.h"
#include "review/reading.h"
#include "review/refusals.h"

static struct json *strata_json(struct arena *a, const struct laid *l)
{
	struct json *out = json_obj(a);

	for (size_t i = 0; i < l->parts.n; i++) {
		const struct part *w = &l->parts.v[i];
		struct json *one = json_obj(a);
		body_int(a, one, "of", (int64_t)w->refs.n);
		body_int(a, one, "n", w->n);
		body_bool(a, one, "all", w->all);
		json_put_str(a, out, w->name, one);
	}
	return out;
}

static bool draw(
    struct desk *d, const struct plan *p, const struct laid *l, struct draw *out, struct err *e)
{
	struct draw_stratum *strata = arena_new(d->arena, struct draw_stratum, l->parts.n + 1);

	for (size_t i = 0; i < l->parts.n; i++)
		strata[i] = (struct draw_stratum){.name = l->parts.v[i].name,
		    .frame = l->parts.v[i].refs,
		    .n = (size_t)l->parts.v[i].n};
	return draw_strata(d->arena, p->row.seed, strata, l->parts.n, out, e);
}

static bool freeze(struct desk *d, const struct plan *p, const struct laid *l,
    const struct draw *sample, int64_t *seq, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct strs refs = {0};
	char hex[HASH_HEX + 1];
	struct hash hash;
	struct head head;

	if (!draw_frame_hash(d->arena, l->refs, &hash, e) ||
	    !store_head(d->rv->store, &head, e))
		return false;
	for (size_t i = 0; i < sample->n; i++)
		*arena_push(d->arena, &refs) = sample->v[i].ref;
	hex_of(hash.b, HASH_LEN, hex);
	body_text(d->arena, body, "plan", p->row.plan);
	body_text(d->arena, body, "frame", arena_cstr(d->arena, hex));
	body_list(d->arena, body, "refs", l->refs);
	json_put(d->arena, body, "strata", strata_json(d->arena, l));
	body_list(d->arena, body, "sample", refs);
	body_int(d->arena, body, "seq", head.seq);
	hex_of(head.head.b, HASH_LEN, hex);
	body_text(d->arena, body, "head", arena_cstr(d->arena, hex));
	return desk_append(d, EVENT_SAMPLE_DRAWN, STR(""), body, seq, e);
}

bool plan_take(
    struct desk *d, const struct plan *p, const struct laid *l, int64_t *seq, struct err *e)
{
	struct draw sample = {0};

	if (!draw(d, p, l, &sample, e) || !freeze(d, p, l, &sample, seq, e))
		return false;
	for (size_t i = 0; i < sample.n; i++) {
		struct arena_mark mark = arena_mark(d->arena);
		struct drawn_at at = {.plan = p->row.plan,
		    .stratum = l->parts.v[sample.v[i].stratum].name,
		    .place = (int64_t)i + 1,
		    .unread = p->kind == PLAN_ELUSION};
		if (!reading_open(d, sample.v[i].ref, &at, e))
			return false;
		arena_back(d->arena, mark);
		if (d->progress)
			d->progress(d->progress_ctx, "putting them before readers",
			    (int64_t)i + 1, (int64_t)sample.n);
	}
	return true;
}

static bool not_drawn(const struct plan *p, struct err *e)
{
	return p->row.drawn == 0 ||
	       err_set(e, ERR_REFUSED, REFUSED_PLAN_DRAWN, STR_ARG(p->row.plan));
}

bool review_plan_draw(
    struct desk *d, const struct req_plan_draw *q, struct rep_plan *r, struct err *e)
{
	struct event_row first;
	struct laid l = {0};
	struct plan p = {0};
	struct me m;
	bool again;

	*r = (struct rep_plan){0};
	if (!quality_begin(d, &m, &again, &first, e))
		return false;
	if (again)
		return plan_tell_again(d, &first, r, e);
	return plan_fixed(d, q->plan, &p, e) && not_drawn(&p, e) && plan_lay(d, &p, &l, e) &&
	       plan_allowed(d, &p, &l, e) && plan_take(d, &p, &l, NULL, e) &&
	       plan_tell(d, p.row.plan, r, e);
}
