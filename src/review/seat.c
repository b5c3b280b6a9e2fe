/* SPDX-License-Identifier: MIT */
/* Seats: whose turn it is, what both readers said, when a reader's answers are final. */
#include "review/seat.h"

#include "review/body.h"
#include "review/move.h"

const struct question *seat_question(const struct record_type *t, struct str name)
{
	for (size_t i = 0; i < t->forms.n; i++) {
		const struct question *q = form_question(&t->forms.v[i], name);
		if (q && form_seated(t, t->forms.v[i].name))
			return q;
	}
	return NULL;
}

struct json *seat_value(struct arena *a, const struct question *q, struct str value)
{
	int64_t n;

	return q->spec.type == VT_INT && str_int(value, &n) ? json_int(a, n)
							    : json_str(a, value);
}

const struct seats *seats_here(const struct casefile *c)
{
	const struct state *s = type_state(c->type, c->all.state);

	return s && s->seats.given ? &s->seats : NULL;
}

/* ---- the third person ---- */

bool both_settled(const struct both *b, struct str question)
{
	const struct json *one = json_get_str(b->first, question),
			  *two = json_get_str(b->second, question);

	return !str_has(b->differ, question) && one && two && json_same(one, two);
}

bool both_swapped(const struct casefile *c)
{
	unsigned sum = 0;

	for (size_t i = 0; i < c->all.ref.n; i++)
		sum = sum * 31 + (unsigned char)c->all.ref.p[i];
	return (sum >> 3) % 2 == 1;
}

static void want_reasons(struct arena *a, struct form *f, struct strs differ)
{
	struct question *all = arena_new(a, struct question, f->n + 1);

	for (size_t i = 0; i < f->n; i++) {
		all[i] = f->questions[i];
		if (str_has(differ, all[i].name))
			all[i].reason_if = STR("*");
	}
	f->questions = all;
}

/* The record type as the third person has it. */
static const struct record_type *third_type(
    struct arena *a, const struct record_type *from, struct strs differ)
{
	struct record_type *t = arena_new(a, struct record_type, 1);
	struct form *forms = arena_new(a, struct form, from->forms.n + 1);

	*t = *from;
	for (size_t i = 0; i < t->forms.n; i++) {
		forms[i] = from->forms.v[i];
		if (form_seated(from, forms[i].name))
			want_reasons(a, &forms[i], differ);
	}
	t->forms.v = forms;
	return t;
}

bool both_load(struct desk *d, struct casefile *c, struct err *e)
{
	struct both *b = arena_new(d->arena, struct both, 1);
	struct store *st = d->rv->store;

	if (!seats_here(c) || c->all.seat != SEAT_ADJUDICATOR)
		return true;
	if (!record_seat(st, d->arena, c->all.id, SEAT_ONE, &b->first, &b->why_first, e) ||
	    !record_seat(st, d->arena, c->all.id, SEAT_TWO, &b->second, &b->why_second, e))
		return false;
	seats_differ(d->arena, c->type, type_state(c->type, c->all.state), b->first, b->second,
	    &b->differ);
	c->type = third_type(d->arena, c->type, b->differ);
	c->both = b;
	return true;
}

/* ---- the end of one reader's work ---- */

struct locking {
	enum seat seat, next;
	struct str queue;
	const struct due_rule *due;
	bool compared; /* agreed and differ are in the event */
	bool agreed;
	struct strs differ;
};

static bool write_lock(struct desk *d, struct casefile *c, const struct transition *t,
    struct str reason, const struct locking *k, int64_t *seq, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct facts after = c->view.facts;
	struct arena *a = d->arena;

	after.queue = k->queue;
	after.holder = STR("");
	after.moved = d->now;
	if (!due_with_clocks(d, c, k->due, &after, NULL, &after.due, e))
		return false;
	if (k->compared)
		after.agreed = k->agreed ? STR("yes") : STR("no");
	body_int(a, body, "seat", k->seat);
	body_text(a, body, "transition", t->id);
	body_text(a, body, "reason", reason);
	body_int(a, body, "next", k->next);
	body_some(a, body, "queue", k->queue);
	body_int(a, body, "rank", rank_key(d, c->type, &after));
	body_time(a, body, "due", after.due);
	if (k->compared)
		body_bool(a, body, "agreed", k->agreed);
	body_list(a, body, "differ", k->differ);
	body_text(a, body, "pack", c->pack->id);
	c->view.facts.agreed = after.agreed;
	c->all.seat = k->next;
	return desk_append(d, EVENT_SEAT_LOCKED, c->all.ref, body, seq, e);
}

/* Is a second reader asked at all? If not, the first one's step is taken like any other. */
static bool lock_first(struct desk *d, struct casefile *c, const struct transition *t,
    struct str reason, bool *moves, int64_t *seq, struct err *e)
{
	const struct state *s = type_state(c->type, c->all.state);
	struct locking k = {
	    .seat = SEAT_FIRST, .next = SEAT_SECOND, .queue = s->seats.second, .due = &s->due};

	*moves = s->seats.when && !expr_eval(d->arena, s->seats.when, &c->view.facts);
	return seat_clear_left(d, c, SEAT_COUNTS, e) &&
	       (*moves || write_lock(d, c, t, reason, &k, seq, e));
}

struct str seat_first_step(const struct casefile *c)
{
	for (size_t i = c->all.did.n; i > 0; i--)
		if (c->all.sat.n && str_eq(c->all.did.v[i - 1].by, c->all.sat.v[0]) &&
		    type_transition(c->type, c->all.did.v[i - 1].transition))
			return c->all.did.v[i - 1].transition;
	return STR("");
}

/* They agree when their answers do, and when both would take the same step. */
static bool lock_second(struct desk *d, struct casefile *c, const struct transition *t,
    struct str reason, bool *moves, int64_t *seq, struct err *e)
{
	const struct state *s = type_state(c->type, c->all.state);
	struct locking k = {.seat = SEAT_SECOND, .queue = s->queue, .compared = true};
	struct both b = {0};

	if (!seat_clear_left(d, c, SEAT_TWO, e) ||
	    !record_seat(
		d->rv->store, d->arena, c->all.id, SEAT_ONE, &b.first, &b.why_first, e))
		return false;
	seats_differ(d->arena, c->type, s, b.first, c->view.facts.answers, &k.differ);
	k.agreed = k.differ.n == 0 && str_eq(seat_first_step(c), t->id);
	k.next = k.agreed ? SEAT_FIRST : SEAT_ADJUDICATOR;
	k.due = k.agreed ? &s->due : &s->seats.due;
	if (!k.agreed)
		k.queue = s->seats.adjudicator;
	*moves = k.agreed;
	return write_lock(d, c, t, reason, &k, seq, e);
}

/* The step is taken in any case; where it leads to another state that is blind, the seat goes
 * back to the first reader of that one. */
static bool lock_third(struct desk *d, struct casefile *c, const struct transition *t,
    struct str reason, int64_t *seq, struct err *e)
{
	const struct state *s = type_state(c->type, c->all.state),
			   *to = type_state(c->type, t->to);
	struct locking k = {.seat = SEAT_ADJUDICATOR, .queue = s->queue, .due = &s->due};

	return !to || (!to->blind && !to->seats.given) ||
	       write_lock(d, c, t, reason, &k, seq, e);
}

static bool lock(struct desk *d, struct casefile *c, const struct transition *t,
    struct str reason, bool *moves, int64_t *seq, struct err *e)
{
	switch ((enum seat)c->all.seat) {
	case SEAT_FIRST:
		return lock_first(d, c, t, reason, moves, seq, e);
	case SEAT_SECOND:
		return lock_second(d, c, t, reason, moves, seq, e);
	case SEAT_ADJUDICATOR:
		*moves = true;
		return lock_third(d, c, t, reason, seq, e);
	}
	return false;
}

bool seat_lock(struct desk *d, struct casefile *c, const struct transition *t,
    struct str reason, bool *moves, int64_t *seq, struct err *e)
{
	if (!lock(d, c, t, reason, moves, seq, e))
		return false;
	if (*moves) { /* from here on it is what counts, not what this reader said */
		c->view.facts.answers = c->all.answers;
		c->view.reasons = c->all.reasons;
	}
	return true;
}
