/* SPDX-License-Identifier: MIT */
/* A step is taken: its events in their order, and the reply. */
#include "review/move.h"

#include "review/body.h"
#include "review/reading.h"
#include "review/seat.h"
#include "review/words.h"

static struct json *move_body(struct desk *d, const struct casefile *c, const struct moving *mv)
{
	const struct state *to = mv->to;
	struct json *body = json_obj(d->arena);
	struct arena *a = d->arena;

	body_text(a, body, "transition", mv->t->id);
	body_text(a, body, "from", c->all.state);
	body_text(a, body, "to", mv->t->to);
	body_some(a, body, "queue", mv->after.facts.queue);
	body_some(a, body, "band", mv->after.facts.band);
	body_int(a, body, "rank", mv->rank);
	body_time(a, body, "due", mv->due);
	body_bool(a, body, "final", to && to->final);
	json_put(a, body, "set", mv->set);
	body_text(a, body, "reason", mv->reason);
	body_list(a, body, "alert", mv->t->alert);
	body_text(a, body, "pack", c->pack->id);
	if (to && (to->blind || to->seats.given))
		body_bool(a, body, "blind", true);
	if (mv->clocks->n)
		json_put(a, body, "clocks", mv->clocks);
	if (mv->cancels.n)
		body_list(a, body, "cancels", mv->cancels);
	if (mv->automatic)
		body_bool(a, body, "auto", true);
	if (mv->over)
		body_int(a, body, "override", mv->over);
	return body;
}

/* The record behind the step, as its children's openings read it. */
static struct casefile behind(const struct casefile *c, const struct moving *mv)
{
	struct casefile now = *c;

	now.view = mv->after;
	now.all.state = mv->t->to;
	return now;
}

static bool open_child(struct desk *d, const struct person *by, const struct casefile *now,
    const struct moving *mv, const struct opens *o, struct strs *opened, struct err *e)
{
	const struct record_type *t = pack_type(now->pack, o->type);
	struct json *fields = json_obj(d->arena);
	struct str ref;

	if (!t)
		return err_set(
		    e, ERR_CORRUPT, "the pack has no record type %.*s", STR_ARG(o->type));
	for (size_t i = 0; i < o->with.n; i++) {
		struct value v = assign_value(
		    d->arena, &o->with.v[i], &now->view, by, mv->reason, desk_today(d));
		if (v.kind != V_NONE)
			json_put_str(d->arena, fields, o->with.v[i].name,
			    json_str(d->arena, value_text(d->arena, v)));
	}
	if (!open_record(d, t, now, fields, mv->t->id, STR(""), &ref, e)) {
		if (e->kind == ERR_INPUT)
			e->kind = ERR_REFUSED;
		return err_add(e, "%.*s", STR_ARG(mv->t->label));
	}
	*arena_push(d->arena, opened) = ref;
	return true;
}

static bool step_alert(
    struct desk *d, const struct casefile *c, const struct moving *mv, struct err *e)
{
	struct str to = state_words(c->type, mv->t->to);

	return mv->t->alert.n == 0 || raise_alert(d, c->all.ref, mv->t->id, mv->t->alert,
					  arena_printf(d->arena, "%.*s: now in %.*s",
					      STR_ARG(mv->t->label), STR_ARG(to)),
					  c->pack->alerts.ack, 0, 0, e);
}

bool moving_write(struct desk *d, const struct person *by, const struct casefile *c,
    struct moving *mv, struct strs *opened, int64_t *seq, struct err *e)
{
	struct casefile now;

	if (!moving_effects(d, by, c, mv, e) || !reading_left(d, c, mv->to, e) ||
	    !desk_append(d, EVENT_RECORD_MOVED, c->all.ref, move_body(d, c, mv), seq, e))
		return false;
	now = behind(c, mv);
	for (size_t i = 0; i < mv->t->opens.n; i++) {
		const struct opens *o = &mv->t->opens.v[i];
		if ((!o->when || expr_eval(d->arena, o->when, &now.view.facts)) &&
		    !open_child(d, by, &now, mv, o, opened, e))
			return false;
	}
	return step_alert(d, c, mv, e);
}

/* ---- the reply ---- */

/* "DVDS-17 is now in Full review, red, due 22 Nov 2026 18:00" */
static struct str moved_words(
    struct desk *d, const struct casefile *c, struct str state, struct str band, int64_t due)
{
	struct buf b = buf_in(d->arena);
	char text[32];

	state = state_words(c->type, state);
	band = band_words(c->pack, band);
	buf_printf(&b, "%.*s is now in %.*s", STR_ARG(c->all.ref), STR_ARG(state));
	if (band.n)
		buf_printf(&b, ", %.*s", STR_ARG(band));
	if (due != NO_TIME) {
		london_text(due, text);
		buf_printf(&b, ", due %s", text);
	}
	return buf_str(&b);
}

static struct str locked_words(struct desk *d, const struct casefile *c)
{
	return arena_printf(d->arena,
	    "%.*s: your answers are locked and the record has gone on", STR_ARG(c->all.ref));
}

void moved_reply(struct desk *d, const struct me *who, const struct casefile *c,
    const struct moved_was *w, struct rep_moved *r)
{
	*r = (struct rep_moved){.ref = c->all.ref, .step = w->step, .seq = w->seq};
	r->text = w->locked ? locked_words(d, c) : moved_words(d, c, w->to, w->band, w->due);
	if (w->locked && who->viewer.blind)
		return;
	r->from = w->from;
	r->to = w->to;
	r->band = w->band;
	r->version = w->version;
}

static bool reply(struct desk *d, const struct me *who, const struct casefile *c,
    struct moved_was *w, struct rep_moved *r, struct err *e)
{
	struct record now;

	if (!record_get(d->rv->store, d->arena, &who->viewer, c->all.ref, &now, e))
		return false;
	w->version = now.version;
	moved_reply(d, who, c, w, r);
	return true;
}

/* The end of a reader's work, whether the record is read for the first time or again. */
static bool lock(struct desk *d, struct casefile *c, const struct transition *t,
    struct str reason, bool *moves, int64_t *seq, struct err *e)
{
	return c->reading.plan.n ? reading_lock(d, c, t, reason, moves, seq, e)
				 : seat_lock(d, c, t, reason, moves, seq, e);
}

bool take_step(struct desk *d, const struct me *who, struct casefile *c,
    const struct transition *t, struct str reason, int64_t over, struct rep_moved *r,
    struct err *e)
{
	struct moving mv = {.t = t, .reason = reason, .over = over};
	struct moved_was w = {.step = t->id, .from = c->all.state, .due = NO_TIME};
	struct strs opened = {0};
	bool moves = true;
	int64_t seq = 0;

	w.locked = t->locks && seats_here(c);
	if (w.locked && !lock(d, c, t, reason, &moves, &w.seq, e))
		return false;
	w.to = moves ? t->to : c->all.state;
	w.band = c->all.band;
	if (moves && !moving_write(d, &who->person, c, &mv, &opened, &seq, e))
		return false;
	if (moves) {
		w.band = mv.after.facts.band;
		w.due = mv.due;
	}
	if (w.seq == 0)
		w.seq = seq;
	return autos_settle(d, c, &opened, e) && reply(d, who, c, &w, r, e);
}
