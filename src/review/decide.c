/* SPDX-License-Identifier: MIT */
/*
 * Taking a transition. Answers that come along are saved first, in the same transaction:
 * when the step is refused nothing of them stays. All reasons against it are told at once.
 */
#include "review/answering.h"
#include "review/body.h"
#include "review/history.h"
#include "review/rights.h"
#include "review/words.h"

struct move {
	const struct transition *t;
	const struct state *to;
	struct str reason, band;
	struct json *set;   /* fields that the transition sets */
	struct facts after; /* the record as it will be */
	int64_t due, rank;
};

static void no_such_step(struct desk *d, const struct casefile *c, struct str id, struct err *e)
{
	struct str state = state_words(c->type, c->rec.state), near, all;
	struct strs ids = {0};

	for (size_t i = 0; i < c->type->transitions.n; i++)
		if (str_has(c->type->transitions.v[i].from, c->rec.state))
			*arena_push(d->arena, &ids) = c->type->transitions.v[i].id;
	near = say_near(d->arena, id, ids);
	all = say_list(d->arena, ids, "and");
	err_set(e, ERR_NOT_FOUND, "there is no step '%.*s' from the state %.*s%.*s%s%.*s",
	    STR_ARG(id), STR_ARG(state), STR_ARG(near),
	    ids.n ? "\nthe steps are " : "\nno step leads on from there", STR_ARG(all));
}

static bool open_step(struct desk *d, const struct me *m, const struct casefile *c,
    const struct req_decide *q, struct move *mv, struct err *e)
{
	struct step step = {0};

	if (!step_of(d->arena, &c->view, &m->person, q->step, &step)) {
		no_such_step(d, c, q->step, e);
		return false;
	}
	if (!desk_text("reason", q->reason, REASON_MAX, &mv->reason, e))
		return false;
	mv->t = step.t;
	for (size_t i = 0; !step.open && i < step.closed.n; i++)
		err_more(e, ERR_REFUSED, "%.*s", STR_ARG(step.closed.v[i]));
	if (step.t->reason && mv->reason.n == 0)
		return err_more(
		    e, ERR_REFUSED, "%.*s needs a written reason", STR_ARG(step.t->label));
	return step.open ||
	       (e->kind != ERR_NONE ? false : err_set(e, ERR_REFUSED, "this step is closed"));
}

/* The record as it stands behind the step: state, band, fields, and what follows of them. */
static void effects(struct desk *d, const struct casefile *c, struct move *mv)
{
	const struct transition *t = mv->t;

	mv->to = type_state(c->type, t->to);
	mv->band = t->band.n ? t->band : c->rec.band;
	mv->set = json_obj(d->arena);
	mv->after = c->view.facts;
	for (size_t i = 0; i < t->set.n; i++) {
		const struct assign *s = &t->set.v[i];
		json_put_str(d->arena, mv->set, s->name, value_json(d->arena, s->value));
		mv->after.fields = body_with(d->arena, mv->after.fields, s->name,
		    s->value.kind == V_NONE ? NULL : value_json(d->arena, s->value));
	}
	mv->after.state = t->to;
	mv->after.band = mv->band;
	mv->after.queue = mv->to ? mv->to->queue : STR("");
	mv->after.holder = STR("");
	mv->after.moved = d->now;
	mv->due = due_of(d->rv->pack, c->type, t->to, mv->band, d->now);
	mv->after.due = mv->due;
	mv->rank = rank_key(d, c->type, &mv->after);
}

static struct json *move_body(struct desk *d, const struct casefile *c, const struct move *mv)
{
	struct json *body = json_obj(d->arena);
	struct arena *a = d->arena;

	body_text(a, body, "transition", mv->t->id);
	body_text(a, body, "from", c->rec.state);
	body_text(a, body, "to", mv->t->to);
	body_some(a, body, "queue", mv->after.queue);
	body_some(a, body, "band", mv->band);
	body_int(a, body, "rank", mv->rank);
	body_time(a, body, "due", mv->due);
	body_bool(a, body, "final", mv->to && mv->to->final);
	json_put(a, body, "set", mv->set);
	body_text(a, body, "reason", mv->reason);
	body_list(a, body, "alert", mv->t->alert);
	body_text(a, body, "pack", d->rv->pack->id);
	return body;
}

/* "DVDS-17 is now in Full review, red, due 22 Nov 2026 18:00" */
static struct str moved_words(
    struct desk *d, const struct casefile *c, struct str state, struct str band, int64_t due)
{
	struct buf b = buf_in(d->arena);
	char text[32];

	state = state_words(c->type, state);
	band = band_words(d->rv->pack, band);
	buf_printf(&b, "%.*s is now in %.*s", STR_ARG(c->rec.ref), STR_ARG(state));
	if (band.n)
		buf_printf(&b, ", %.*s", STR_ARG(band));
	if (due != NO_TIME) {
		london_text(due, text);
		buf_printf(&b, ", due %s", text);
	}
	return buf_str(&b);
}

static bool move(struct desk *d, const struct me *m, const struct casefile *c,
    const struct move *mv, struct rep_moved *r, struct err *e)
{
	struct record now;
	int64_t seq = 0;

	if (!desk_append(d, EVENT_RECORD_MOVED, c->rec.ref, move_body(d, c, mv), &seq, e) ||
	    !record_get(d->rv->store, d->arena, &m->viewer, c->rec.ref, &now, e))
		return false;
	*r = (struct rep_moved){.ref = c->rec.ref,
	    .step = mv->t->id,
	    .from = c->rec.state,
	    .to = mv->t->to,
	    .band = mv->band,
	    .version = now.version,
	    .seq = seq,
	    .text = moved_words(d, c, mv->t->to, mv->band, mv->due)};
	return true;
}

/* The first answer again: the first event may be one of the answers that came along, the
 * move stands behind them. */
static bool moved_before(struct desk *d, const struct me *m, const struct event_row *first,
    struct rep_moved *r, struct err *e)
{
	struct event_filter f = {.record = first->record,
	    .actor = d->user,
	    .type = STR("record.moved"),
	    .after = first->seq - 1,
	    .limit = 1};
	struct event_rows rows = {0};
	struct json *body = NULL;
	struct casefile c;
	int64_t due = NO_TIME;

	if (!store_events(d->rv->store, d->arena, &f, &rows, e) ||
	    !casefile_load(d, m, first->record, &c, e))
		return false;
	if (rows.n == 0 || !json_parse(d->arena, rows.v[0].body, &body, e))
		return err_set(e, ERR_CORRUPT, "what this request did cannot be read");
	if (!time_read(json_get_text(body, "due"), &due))
		due = NO_TIME;
	*r = (struct rep_moved){.ref = c.rec.ref,
	    .step = json_get_text(body, "transition"),
	    .from = json_get_text(body, "from"),
	    .to = json_get_text(body, "to"),
	    .band = json_get_text(body, "band"),
	    .version = c.rec.version,
	    .seq = rows.v[0].seq};
	r->text = moved_words(d, &c, r->to, r->band, due);
	return true;
}

bool review_decide(
    struct desk *d, const struct req_decide *q, struct rep_moved *r, struct err *e)
{
	struct move mv = {0};
	struct event_row first;
	struct casefile c;
	struct me m;
	bool again;

	if (!desk_need(d, RIGHT_TAKE, &m, e) || !desk_writable(d, e) ||
	    !desk_again(d, &again, &first, e))
		return false;
	if (again)
		return moved_before(d, &m, &first, r, e);
	if (!casefile_load(d, &m, q->ref, &c, e) || !casefile_held(d, &m, &c, e) ||
	    !casefile_version(d, &c, q->version, e))
		return false;
	if ((q->answers && !answers_save(d, &c, q->answers, e)) ||
	    !open_step(d, &m, &c, q, &mv, e))
		return false;
	effects(d, &c, &mv);
	return move(d, &m, &c, &mv, r, e);
}
