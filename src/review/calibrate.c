/* SPDX-License-Identifier: MIT */
/*
 * Known-answer cases: served unmarked when somebody begins and now and then by lot, scored
 * without a word. Who falls below the pass mark is served nothing more until a supervisor
 * has spoken to them.
 */
#include "lookback/stats/draw.h"
#include "review/body.h"
#include "review/reading.h"
#include "review/seat.h"
#include "review/refusals.h"

enum { ITEMS_PAGE = 100, ALL = 100000 };

static const struct viewer engine = {.engine = true};

static const struct calibration *rules_of(const struct desk *d)
{
	return &d->rv->pack->quality->calibration;
}

/* ---- scoring ---- */

/* Compared questions that one of the two has answered. */
static int64_t asked_of(const struct casefile *c, const struct json *known)
{
	const struct state *s = type_state(c->type, c->all.state);
	struct strs compare = s->seats.compare;
	int64_t n = 0;

	for (size_t i = 0; i < compare.n; i++)
		n += json_get_str(known, compare.v[i]) ||
		     json_get_str(c->view.facts.answers, compare.v[i]);
	for (size_t i = 0; compare.n == 0 && i < known->n; i++) {
		const struct question *q = seat_question(c->type, known->keys[i]);
		n += q && (q->spec.type == VT_CHOICE || q->spec.type == VT_CHOICES);
	}
	return n;
}

/* Below the mark over the last so many; too few say nothing yet. */
static bool below(const struct calibration *k, int64_t cases, int64_t right, int64_t of)
{
	return k->first > 0 && cases >= k->first && of > 0 && right * ALL < of * k->pass;
}

/* Written by the service, so that it stands nowhere as an act of the reader. */
static bool pause_queue(
    struct desk *d, struct str ref, int64_t right, int64_t of, int64_t cases, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct desk service = *d;
	struct strs to = rules_of(d)->alert;
	struct str text =
	    arena_printf(d->arena, "%lld of %lld known answers right over the last %lld cases",
		(long long)right, (long long)of, (long long)cases);
	struct limit ack = d->rv->pack->alerts.ack;

	service.user = STR("system");
	service.request = NULL;
	body_text(d->arena, body, "user", d->user);
	body_text(d->arena, body, "text", text);
	text = arena_printf(d->arena,
	    "the queue of %.*s pauses: %.*s; speak to them, then let "
	    "them go on",
	    STR_ARG(d->user), STR_ARG(text));
	return desk_append(&service, EVENT_REVIEWER_PAUSED, STR(""), body, NULL, e) &&
	       raise_alert(&service, ref, STR("calibration"),
		   to.n ? to : d->rv->pack->quality->by, text, ack, 0, 0, e);
}

static bool judge(struct desk *d, struct str ref, struct err *e)
{
	const struct calibration *k = rules_of(d);
	int64_t cases = 0, right = 0, of = 0;
	struct trainee_row row = {0};

	if (k->first == 0)
		return true;
	if (!trainee_get(d->rv->store, d->arena, d->user, &row, e) ||
	    !trainee_last(d->rv->store, d->user, k->first, &cases, &right, &of, e))
		return false;
	return row.paused || !below(k, cases, right, of) ||
	       pause_queue(d, ref, right, of, cases, e);
}

bool reading_score(struct desk *d, struct casefile *c, const struct transition *t,
    struct str reason, int64_t *seq, struct err *e)
{
	struct json *known = NULL, *why = NULL, *body = json_obj(d->arena);
	struct arena *a = d->arena;
	struct strs differ = {0};
	int64_t of, wrong;

	(void)t;
	if (!seat_clear_left(d, c, SEAT_TWO, e) ||
	    !record_seat(d->rv->store, a, c->all.id, SEAT_ONE, &known, &why, e))
		return false;
	seats_differ(a, c->type, type_state(c->type, c->all.state), known,
	    c->view.facts.answers, &differ);
	of = asked_of(c, known);
	wrong = (int64_t)differ.n < of ? (int64_t)differ.n : of;
	body_text(a, body, "plan", c->reading.plan);
	body_text(a, body, "reason", reason);
	body_list(a, body, "differ", differ);
	body_int(a, body, "right", of - wrong);
	body_int(a, body, "of", of);
	body_int(a, body, "rank", c->all.rank);
	return desk_append(d, EVENT_READING_SCORED, c->all.ref, body, seq, e) &&
	       judge(d, c->all.ref, e);
}

/* ---- serving ---- */

bool not_paused(struct desk *d, const struct me *m, struct err *e)
{
	struct trainee_row row = {0};

	if (!d->rv->pack->quality->given)
		return true;
	if (!trainee_get(d->rv->store, d->arena, m->person.name, &row, e))
		return false;
	return !row.paused || err_set(e, ERR_REFUSED, REFUSED_PAUSED);
}

bool known_due(struct desk *d, const struct me *m, bool *yes, struct err *e)
{
	const struct calibration *k = rules_of(d);
	struct trainee_row row = {0};
	struct str seed = d->rv->pack->seed.n ? d->rv->pack->seed : d->rv->pack->name, what;
	int64_t moves = 0;

	*yes = false;
	if (!d->rv->pack->quality->given || (k->first == 0 && k->every == 0))
		return true;
	if (!trainee_get(d->rv->store, d->arena, m->person.name, &row, e) ||
	    !record_moves_since(d->rv->store, m->person.name, 0, &moves, e))
		return false;
	moves += row.cases;
	what = arena_printf(d->arena, "known %lld", (long long)moves);
	*yes = row.cases < k->first || (k->every > 0 && draw_chance(seed, m->person.name, what,
							    (100 + k->every - 1) / k->every));
	return true;
}

static bool add_waiting(struct desk *d, struct str plan, struct strs *refs, struct err *e)
{
	int64_t after = 0;

	for (;;) {
		struct item_rows rows = {0};
		if (!item_list(d->rv->store, d->arena, &engine, plan, STR("waits"), after,
			ITEMS_PAGE, &rows, e))
			return false;
		for (size_t i = 0; i < rows.n; i++)
			*arena_push(d->arena, refs) = rows.v[i].ref;
		if (rows.n < ITEMS_PAGE)
			return true;
		after = rows.v[rows.n - 1].place;
	}
}

bool known_waiting(struct desk *d, struct strs *refs, struct err *e)
{
	struct plan_rows plans = {0};

	if (!plan_all(d->rv->store, d->arena, true, &plans, e))
		return false;
	for (size_t i = 0; i < plans.n; i++)
		if (plans.v[i].drawn && str_is(plans.v[i].kind, plan_kind_name(PLAN_KNOWN)) &&
		    !add_waiting(d, plans.v[i].plan, refs, e))
			return false;
	return true;
}
