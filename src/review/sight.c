/* SPDX-License-Identifier: MIT */
/*
 * A stored record as values for the rules: the same record for everybody, but for the
 * answers. Somebody at a blind seat has given only their own; whoever may hold another seat
 * sees nothing of the others' work at all.
 */
#include "review/sight.h"

#include "review/body.h"
#include "review/seat.h"

static const struct json *or_empty(struct arena *a, const struct json *j)
{
	return j ? j : json_obj(a);
}

struct facts sight_facts(
    struct desk *d, const struct pack *p, int64_t offset, const struct record *r)
{
	return (struct facts){.ref = r->ref,
	    .type = r->type,
	    .state = r->state,
	    .band = r->band,
	    .queue = r->queue,
	    .holder = r->holder,
	    .batch = r->batch,
	    .flag = r->flag,
	    .parent = r->parent,
	    .due = r->due,
	    .opened = r->opened,
	    .moved = r->moved,
	    .wake = r->wake,
	    .rank = r->rank + offset,
	    .notes = r->notes,
	    .fields = or_empty(d->arena, r->fields),
	    .texts = or_empty(d->arena, r->texts),
	    .answers = or_empty(d->arena, r->answers),
	    .open = r->open,
	    .child = r->child,
	    .did = r->done,
	    .clocks = r->clocks,
	    .alert = r->alert,
	    .agreed = r->agreed,
	    .held = r->held,
	    .aside = r->aside,
	    .taken = r->taken.v,
	    .ntaken = r->taken.n,
	    .author = r->author,
	    .drawn = r->drawn,
	    .reading = r->reading,
	    .query = r->query,
	    .pack = p,
	    .now = d->now};
}

static struct case_view view_of(
    struct desk *d, const struct casefile *c, const struct record *r)
{
	return (struct case_view){.pack = c->pack,
	    .type = c->type,
	    .facts = sight_facts(d, c->pack, rank_offset(d, c->type), r),
	    .reasons = or_empty(d->arena, r->reasons),
	    .did = c->all.did.v,
	    .ndid = c->all.did.n,
	    .bars = c->all.bars,
	    .seat = (enum seat)c->all.seat,
	    .sat = c->all.sat};
}

/* Without the answers to forms that are worked on under seats. */
static struct json *without_seated(
    struct arena *a, const struct record_type *t, const struct json *from)
{
	struct json *out = json_obj(a);

	for (size_t i = 0; i < from->n; i++)
		if (!seat_question(t, from->keys[i]))
			json_put_str(a, out, from->keys[i], from->v[i]);
	return out;
}

/* What this person gave at a seat, in place of whatever stands there of others. */
static bool own_answers(struct desk *d, const struct casefile *c, struct str who, int64_t seat,
    struct case_view *v, struct err *e)
{
	struct json *answers = without_seated(d->arena, c->type, v->facts.answers),
		    *reasons = without_seated(d->arena, c->type, v->reasons);
	struct answer_rows rows = {0};

	if (!record_answers(d->rv->store, d->arena, c->all.id, &rows, e))
		return false;
	for (size_t i = 0; i < rows.n; i++) {
		const struct answer_row *w = &rows.v[i];
		const struct question *q = seat_question(c->type, w->question);
		if (!q || w->seat != seat || !str_eq(w->by, who) || w->value.n == 0)
			continue;
		json_put_str(d->arena, answers, w->question, seat_value(d->arena, q, w->value));
		if (w->reason.n)
			json_put_str(
			    d->arena, reasons, w->question, json_str(d->arena, w->reason));
	}
	v->facts.answers = answers;
	v->reasons = reasons;
	return true;
}

/* While a record is read again, forms that are nobody's seat are shown as they stood when it
 * was first read: those that were answered since tell that it was. */
static void other_forms_then(struct desk *d, struct casefile *c)
{
	struct json *answers =
			without_seated(d->arena, c->type, or_empty(d->arena, c->rec.answers)),
		    *reasons =
			without_seated(d->arena, c->type, or_empty(d->arena, c->rec.reasons));

	if (c->reading.plan.n == 0)
		return;
	for (size_t i = 0; i < c->view.facts.answers->n; i++)
		if (seat_question(c->type, c->view.facts.answers->keys[i]))
			json_put_str(d->arena, answers, c->view.facts.answers->keys[i],
			    c->view.facts.answers->v[i]);
	for (size_t i = 0; i < c->view.reasons->n; i++)
		if (seat_question(c->type, c->view.reasons->keys[i]))
			json_put_str(
			    d->arena, reasons, c->view.reasons->keys[i], c->view.reasons->v[i]);
	c->view.facts.answers = answers;
	c->view.reasons = reasons;
}

/* The answers that count for this person while the readers know nothing of each other. */
static bool at_seat(struct desk *d, const struct person *p, struct casefile *c, struct err *e)
{
	if (!p || !c->blind || !seats_here(c))
		return true;
	other_forms_then(d, c);
	if (c->all.seat == SEAT_SECOND)
		return own_answers(d, c, p->name, SEAT_TWO, &c->view, e);
	if (c->all.seat == SEAT_FIRST)
		return own_answers(d, c, p->name, SEAT_COUNTS, &c->view, e);
	return true;
}

static void own_did(struct desk *d, const struct person *p, struct casefile *c)
{
	struct did *own = arena_new(d->arena, struct did, c->all.did.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < c->all.did.n; i++)
		if (str_eq(c->all.did.v[i].by, p->name))
			own[n++] = c->all.did.v[i];
	c->seen.did = own;
	c->seen.ndid = n;
}

/* To somebody who must not know how far the readers are, a record that they have no seat in
 * looks as if the first were still to come. */
static void hide(struct desk *d, const struct person *p, struct casefile *c)
{
	struct rank rank = {0};

	c->sits = c->all.holder.n && str_eq(c->all.holder, p->name);
	if (c->sits) {
		c->seen.facts.answers = c->view.facts.answers;
		c->seen.reasons = c->view.reasons;
	} else {
		own_did(d, p, c);
		if (!str_has(p->roles, c->all.queue))
			c->seen.seat = SEAT_FIRST;
		if (!str_has(c->all.sat, p->name))
			c->seen.sat = (struct strs){0};
	}
	rank_of(d->arena, c->pack, c->type, &c->seen.facts, &rank);
	c->seen.facts.rank = rank.shown;
}

/* A reader whose own answers are locked must not see in the form that there is a third. */
static bool may_compare(const struct person *p, const struct casefile *c)
{
	return !p || !c->blind || (c->all.holder.n && str_eq(c->all.holder, p->name));
}

static bool looks_up(const struct record_type *t)
{
	for (size_t i = 0; i < t->transitions.n; i++)
		if (t->transitions.v[i].recheck)
			return true;
	return false;
}

/* The parent as it is: what some steps ask of it is asked with the engine's eyes. */
static bool add_parent(struct desk *d, struct casefile *c, struct err *e)
{
	struct casefile *parent;

	if (c->all.parent.n == 0 || !looks_up(c->type))
		return true;
	parent = arena_new(d->arena, struct casefile, 1);
	if (!casefile_engine(d, c->all.parent, parent, e))
		return false;
	c->view.parent = c->seen.parent = &parent->view.facts;
	return true;
}

/* Who took part in a record since it was first blind cannot read it as if for the first time:
 * they are as one who has sat in it already. */
static bool knows(struct desk *d, struct str who, struct casefile *c, struct err *e)
{
	const struct reading *rd = &c->reading;
	struct event_filter scored = {.record = c->all.ref,
	    .actor = who,
	    .type = str_of(event_name(EVENT_READING_SCORED)),
	    .after = rd->opened,
	    .limit = 1};
	struct event_rows rows = {0};

	if (!record_knows(
		d->rv->store, c->all.ref, who, rd->blind_from - 1, rd->opened, &c->known, e) ||
	    !store_events(d->rv->store, d->arena, &scored, &rows, e))
		return false;
	c->known = c->known || rows.n > 0;
	if (c->known)
		*arena_push(d->arena, &c->all.sat) = who;
	return true;
}

static bool add_reading(
    struct desk *d, const struct person *p, struct casefile *c, struct err *e)
{
	if (!c->all.blind)
		return true;
	return reading_of(d->rv->store, d->arena, c->all.id, &c->reading, e) &&
	       (!p || c->reading.plan.n == 0 || !seats_here(c) || knows(d, p->name, c, e));
}

bool sight_fill(struct desk *d, const struct person *p, struct casefile *c, struct err *e)
{
	if (!add_reading(d, p, c, e) || (may_compare(p, c) && !both_load(d, c, e)))
		return false;
	c->all.answers = or_empty(d->arena, c->all.answers);
	c->all.reasons = or_empty(d->arena, c->all.reasons);
	c->view = view_of(d, c, &c->all);
	c->seen = view_of(d, c, &c->rec);
	if (!at_seat(d, p, c, e))
		return false;
	if (p && c->blind)
		hide(d, p, c);
	else
		c->seen = c->view;
	return add_parent(d, c, e);
}
