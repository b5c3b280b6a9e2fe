/* SPDX-License-Identifier: MIT */
/* The record as it stands behind a step: state, band, fields, clocks, and what follows. */
#include "lookback/stats/draw.h"
#include "review/body.h"
#include "review/move.h"

static void set_field(struct desk *d, struct moving *mv, struct str name, struct value v)
{
	struct json *j = value_json(d->arena, v);

	json_put_str(d->arena, mv->set, name, j);
	mv->after.facts.fields =
	    body_with(d->arena, mv->after.facts.fields, name, v.kind == V_NONE ? NULL : j);
}

static void assign_all(struct desk *d, const struct person *by, const struct case_view *from,
    const struct assigns *set, struct moving *mv)
{
	for (size_t i = 0; i < set->n; i++)
		set_field(d, mv, set->v[i].name,
		    assign_value(d->arena, &set->v[i], from, by, mv->reason, desk_today(d)));
}

/* Drawn by lot, so that anybody can draw it again and nobody can choose. */
static void draw_samples(
    struct desk *d, const struct person *by, const struct casefile *c, struct moving *mv)
{
	struct str seed = c->pack->seed.n ? c->pack->seed : c->pack->name;

	for (size_t i = 0; i < mv->t->samples.n; i++) {
		const struct sample *s = &mv->t->samples.v[i];
		if ((!s->when || expr_eval(d->arena, s->when, &mv->after.facts)) &&
		    draw_chance(seed, c->all.ref, mv->t->id, s->percent))
			assign_all(d, by, &c->view, &s->set, mv);
	}
}

static void stop_clock(
    struct desk *d, const struct casefile *c, struct moving *mv, struct str name)
{
	if (str_has(c->all.clocks, name))
		json_put_str(d->arena, mv->clocks, name, json_none(d->arena));
}

/* One that would end at no time, because the day it counts from is not known, is not
 * started. */
static void start_clock(
    struct desk *d, const struct casefile *c, struct moving *mv, struct str name)
{
	const struct clock *k = type_clock(c->type, name);
	char text[TIME_LEN + 1];
	int64_t due;

	if (!k)
		return;
	due = due_at(c->pack, c->type, &k->due, &mv->after.facts, d->now);
	if (due == NO_TIME) {
		stop_clock(d, c, mv, name);
		return;
	}
	time_text(due, text);
	json_put_str(
	    d->arena, mv->clocks, name, json_str(d->arena, arena_cstr(d->arena, text)));
}

static void wind_clocks(struct desk *d, const struct casefile *c, struct moving *mv)
{
	struct strs running = {0};
	const struct json *j;

	mv->clocks = json_obj(d->arena);
	for (size_t i = 0; i < mv->t->stop.n; i++)
		stop_clock(d, c, mv, mv->t->stop.v[i]);
	for (size_t i = 0; i < c->all.clocks.n && mv->to && mv->to->final; i++)
		stop_clock(d, c, mv, c->all.clocks.v[i]);
	for (size_t i = 0; i < mv->t->start.n && !(mv->to && mv->to->final); i++)
		start_clock(d, c, mv, mv->t->start.v[i]);
	for (size_t i = 0; i < c->all.clocks.n; i++)
		if (!json_get_str(mv->clocks, c->all.clocks.v[i]))
			*arena_push(d->arena, &running) = c->all.clocks.v[i];
	for (size_t i = 0; i < mv->clocks->n; i++) {
		j = mv->clocks->v[i];
		if (j->kind == J_STR)
			*arena_push(d->arena, &running) = mv->clocks->keys[i];
	}
	mv->after.facts.clocks = running;
}

static int64_t earlier(int64_t one, int64_t two)
{
	if (one == NO_TIME || two == NO_TIME)
		return one == NO_TIME ? two : one;
	return one < two ? one : two;
}

bool due_with_clocks(struct desk *d, const struct casefile *c, const struct due_rule *rule,
    const struct facts *f, const struct json *changed, int64_t *due, struct err *e)
{
	struct clock_rows rows = {0};
	int64_t at;

	*due = rule ? due_at(c->pack, c->type, rule, f, d->now) : NO_TIME;
	if (c->all.clocks.n && !record_clocks(d->rv->store, d->arena, c->all.id, &rows, e))
		return false;
	for (size_t i = 0; i < rows.n; i++)
		if (!changed || !json_get_str(changed, rows.v[i].name))
			*due = earlier(*due, rows.v[i].due);
	for (size_t i = 0; changed && i < changed->n; i++)
		if (changed->v[i]->kind == J_STR && time_read(changed->v[i]->s, &at))
			*due = earlier(*due, at);
	return true;
}

/* What has been done and still counts. An automatic step is nobody's and is not among it. */
static struct strs did_after(struct desk *d, const struct casefile *c, const struct moving *mv)
{
	struct strs did = {0};

	for (size_t i = 0; i < c->all.done.n; i++)
		if (!str_has(mv->cancels, c->all.done.v[i]) &&
		    !str_eq(c->all.done.v[i], mv->t->id))
			*arena_push(d->arena, &did) = c->all.done.v[i];
	if (!mv->automatic)
		*arena_push(d->arena, &did) = mv->t->id;
	return did;
}

/* Where the record waits and until when. A contest that was left for a while in a blind state
 * goes on with the reader whose turn it was. */
static const struct due_rule *place(const struct casefile *c, struct moving *mv)
{
	const struct state *to = mv->to;
	bool goes_on = to && to->seats.given && c->all.blind;

	mv->after.facts.queue = to ? to->queue : STR("");
	if (goes_on && c->all.seat == SEAT_SECOND)
		mv->after.facts.queue = to->seats.second;
	if (goes_on && c->all.seat == SEAT_ADJUDICATOR) {
		mv->after.facts.queue = to->seats.adjudicator;
		return &to->seats.due;
	}
	return to && !to->final ? &to->due : NULL;
}

bool moving_effects(struct desk *d, const struct person *by, const struct casefile *c,
    struct moving *mv, struct err *e)
{
	const struct transition *t = mv->t;
	struct facts *f = &mv->after.facts;
	const struct due_rule *rule;

	mv->to = type_state(c->type, t->to);
	mv->set = json_obj(d->arena);
	mv->after = c->view;
	for (size_t i = 0; i < t->cancels.n; i++)
		if (str_has(c->all.done, t->cancels.v[i]))
			*arena_push(d->arena, &mv->cancels) = t->cancels.v[i];
	f->state = t->to;
	f->band = t->band.n ? t->band : c->all.band;
	rule = place(c, mv);
	f->holder = STR("");
	f->moved = d->now;
	f->wake = NO_DAY;
	f->did = did_after(d, c, mv);
	f->alert = f->alert || t->alert.n > 0;
	assign_all(d, by, &c->view, &t->set, mv);
	draw_samples(d, by, c, mv);
	wind_clocks(d, c, mv);
	if (!due_with_clocks(d, c, rule, f, mv->clocks, &mv->due, e))
		return false;
	f->due = mv->due;
	mv->rank = rank_key(d, c->type, f);
	return true;
}
