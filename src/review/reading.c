/* SPDX-License-Identifier: MIT */
/* The end of a reading: what was given is held against what stood. */
#include "review/reading.h"

#include "review/body.h"
#include "review/plan.h"
#include "review/seat.h"

/* ---- the event ---- */

/* The record as it was: its end, with nobody's turn. */
static bool put_back(struct desk *d, const struct casefile *c, struct json *body, struct err *e)
{
	const struct state *s = type_state(c->type, c->reading.from);
	struct facts f = c->view.facts;

	f.state = c->reading.from;
	f.queue = s ? s->queue : STR("");
	f.holder = STR("");
	if (!due_with_clocks(d, c, s && !s->final ? &s->due : NULL, &f, NULL, &f.due, e))
		return false;
	body_text(d->arena, body, "to", c->reading.from);
	body_some(d->arena, body, "queue", f.queue);
	body_int(d->arena, body, "rank", rank_key(d, c->type, &f));
	body_time(d->arena, body, "due", f.due);
	body_bool(d->arena, body, "final", !s || s->final);
	return true;
}

bool reading_close(struct desk *d, struct casefile *c, enum reading_result result,
    struct strs differ, bool back, int64_t *seq, struct err *e)
{
	static const char *const results[] = {
	    [READING_UPHELD] = "upheld",
	    [READING_OVERTURNED] = "overturned",
	    [READING_FOUND] = "found",
	};
	struct json *body = json_obj(d->arena);

	body_text(d->arena, body, "plan", c->reading.plan);
	body_text(d->arena, body, "result", str_of(results[result]));
	body_list(d->arena, body, "differ", differ);
	body_bool(d->arena, body, "back", back);
	body_text(d->arena, body, "pack", c->pack->id);
	if (back && !put_back(d, c, body, e))
		return false;
	if (!back) {
		body_int(d->arena, body, "rank", c->all.rank);
		body_bool(d->arena, body, "final", false);
	}
	c->reading = (struct reading){0};
	return desk_append(d, EVENT_READING_CLOSED, c->all.ref, body, seq, e);
}

bool reading_left(
    struct desk *d, const struct casefile *c, const struct state *to, struct err *e)
{
	struct casefile gone = *c;
	struct strs none = {0};

	if (c->reading.plan.n == 0 || (to && (to->blind || to->seats.given)))
		return true;
	return reading_close(d, &gone, READING_OVERTURNED, none, false, NULL, e);
}

/* ---- what was found ---- */

/* Does the record with these answers count as found? An empty condition: `otherwise`. */
static bool is_found(
    struct desk *d, const struct casefile *c, bool otherwise, bool *yes, struct err *e)
{
	struct plan p = {0};

	if (!plan_fixed(d, c->reading.plan, &p, e))
		return false;
	*yes = p.found ? expr_eval(d->arena, p.found, &c->view.facts) : otherwise;
	return true;
}

/* Whatever the pass was looking for: would a second reader be asked about these answers? Then
 * the case was not rightly set aside. */
static bool calls_for_another(struct desk *d, const struct casefile *c)
{
	const struct state *s = type_state(c->type, c->all.state);

	return s && s->seats.when && expr_eval(d->arena, s->seats.when, &c->view.facts);
}

/* Set aside unread and now read: either that was right, or the case is an ordinary one. */
static bool lock_unread(struct desk *d, struct casefile *c, const struct transition *t,
    struct str reason, bool *moves, int64_t *seq, struct err *e)
{
	struct strs none = {0};
	int64_t locked = 0;
	bool found;

	*moves = false;
	if (!is_found(d, c, false, &found, e) || !seat_clear_left(d, c, SEAT_COUNTS, e))
		return false;
	if (!found && !calls_for_another(d, c))
		return reading_close(d, c, READING_UPHELD, none, true, seq, e);
	return reading_close(d, c, READING_FOUND, none, false, seq, e) &&
	       seat_lock(d, c, t, reason, moves, &locked, e);
}

/* Alike: it goes back at once. Else the third person decides, and the record waits. */
static bool lock_again(struct desk *d, struct casefile *c, const struct transition *t,
    struct str reason, bool *moves, int64_t *seq, struct err *e)
{
	struct strs none = {0};
	bool alike = false;

	*moves = false;
	if (!seat_lock(d, c, t, reason, &alike, seq, e))
		return false;
	return !alike || reading_close(d, c, READING_UPHELD, none, true, NULL, e);
}

/* What counts now, against what the author gave. */
static bool lock_decided(struct desk *d, struct casefile *c, const struct transition *t,
    struct str reason, bool *moves, int64_t *seq, struct err *e)
{
	struct strs differ = {0};
	int64_t locked = 0;
	bool found;

	*moves = false;
	seats_differ(d->arena, c->type, type_state(c->type, c->all.state), c->both->first,
	    c->view.facts.answers, &differ);
	if (differ.n == 0 && str_eq(seat_first_step(c), t->id))
		return reading_close(d, c, READING_UPHELD, differ, true, seq, e);
	return is_found(d, c, false, &found, e) &&
	       reading_close(
		   d, c, found ? READING_FOUND : READING_OVERTURNED, differ, false, seq, e) &&
	       seat_lock(d, c, t, reason, moves, &locked, e);
}

bool reading_lock(struct desk *d, struct casefile *c, const struct transition *t,
    struct str reason, bool *moves, int64_t *seq, struct err *e)
{
	bool known = str_is(c->reading.kind, plan_kind_name(PLAN_KNOWN));

	switch ((enum seat)c->all.seat) {
	case SEAT_FIRST:
		return lock_unread(d, c, t, reason, moves, seq, e);
	case SEAT_SECOND:
		*moves = false;
		return known ? reading_score(d, c, t, reason, seq, e)
			     : lock_again(d, c, t, reason, moves, seq, e);
	case SEAT_ADJUDICATOR:
		return lock_decided(d, c, t, reason, moves, seq, e);
	}
	return false;
}
