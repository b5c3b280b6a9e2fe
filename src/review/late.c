/* SPDX-License-Identifier: MIT */
/*
 * Work that is late, and alerts that nobody answers. A limit that has passed is told to the
 * first role of its chain; an alert that nobody acknowledges in time goes to the next role,
 * one at a time, until the chain is at its end. Every step of it is an event.
 */
#include "review/late.h"

#include "review/body.h"
#include "review/move.h"
#include "review/words.h"

enum { LINE_MAX = 1000, TOLD_TEXT_MAX = 400 };

static const struct viewer engine = {.engine = true};

/* ---- limits ---- */

static struct strs chain_or(const struct pack *p, struct strs own)
{
	return own.n ? own : p->alerts.chain;
}

/* Who is told of a state, or of a clock. */
static struct strs chain_of(const struct casefile *c, struct str clock)
{
	const struct state *s = type_state(c->type, c->all.state);
	const struct clock *k = clock.n ? type_clock(c->type, clock) : NULL;
	struct strs none = {0};

	if (clock.n)
		return chain_or(c->pack, k ? k->escalate : none);
	return chain_or(c->pack, s ? s->escalate : none);
}

static struct strs just(struct desk *d, struct str role)
{
	struct strs out = {0};

	*arena_push(d->arena, &out) = role;
	return out;
}

/* "Full review was to be left by 12 May 2017 23:59" */
static struct str late_words(struct desk *d, const struct casefile *c, const struct late_row *w)
{
	const struct clock *k = w->clock.n ? type_clock(c->type, w->clock) : NULL;
	struct str state = state_words(c->type, c->all.state), name = w->clock;
	char text[32];

	london_text(w->due, text);
	if (k && k->label.n)
		name = k->label;
	if (name.n)
		return arena_printf(d->arena, "late: %.*s ended at %s", STR_ARG(name), text);
	return arena_printf(d->arena, "late: %.*s was to be left by %s", STR_ARG(state), text);
}

static bool tell_limit(struct desk *d, const struct late_row *w, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct casefile c;
	struct strs chain;

	if (!casefile_engine(d, w->ref, &c, e))
		return false;
	body_text(d->arena, body, "clock", w->clock);
	body_text(d->arena, body, "due", say_instant(d->arena, w->due));
	if (!desk_append(d, EVENT_RECORD_LATE, w->ref, body, NULL, e))
		return false;
	chain = chain_of(&c, w->clock);
	if (chain.n == 0)
		return true;
	return raise_alert(d, w->ref, STR("late"), just(d, chain.v[0]), late_words(d, &c, w),
		   c.pack->alerts.ack, 0, 0, e) &&
	       autos_run(d, w->ref, e);
}

/* ---- alerts ---- */

static const struct alert_row *row_of(const struct alert_rows *all, int64_t seq)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].seq == seq)
			return &all->v[i];
	return NULL;
}

/* Every role that the alert and those it grew from went to. */
static struct strs told_so_far(
    struct desk *d, const struct alert_rows *all, const struct alert_row *w)
{
	struct strs out = {0};

	for (; w; w = w->of ? row_of(all, w->of) : NULL)
		for (size_t i = 0; i < w->to.n; i++)
			*arena_push(d->arena, &out) = w->to.v[i];
	return out;
}

static bool in_chain(struct strs chain, struct strs told)
{
	for (size_t i = 0; i < told.n; i++)
		if (str_has(chain, told.v[i]))
			return true;
	return false;
}

/* A late alert goes up the chain that it began in; all others go up the pack's. */
static struct strs chain_for(
    const struct casefile *c, const struct alert_row *w, struct strs told)
{
	const struct state *s = type_state(c->type, c->all.state);

	if (!str_is(w->name, "late"))
		return c->pack->alerts.chain;
	if (s && in_chain(s->escalate, told))
		return s->escalate;
	for (size_t i = 0; i < c->type->clocks.n; i++)
		if (in_chain(c->type->clocks.v[i].escalate, told))
			return c->type->clocks.v[i].escalate;
	return c->pack->alerts.chain;
}

/* The first role of the chain above all that were told; empty at its end. */
static struct str next_up(struct strs chain, struct strs told)
{
	size_t from = 0;

	for (size_t i = 0; i < chain.n; i++)
		if (str_has(told, chain.v[i]))
			from = i + 1;
	return from < chain.n ? chain.v[from] : STR("");
}

/* Alerts that began at the end of their chain stay overdue, and are not looked at again. */
static bool at_the_end(struct review *rv, int64_t seq)
{
	*arena_push(&rv->arena, &rv->ended) = seq;
	return true;
}

static bool is_at_the_end(const struct review *rv, int64_t seq)
{
	for (size_t i = 0; i < rv->ended.n; i++)
		if (rv->ended.v[i] == seq)
			return true;
	return false;
}

/* Whoever is told last is given no time limit: nothing would follow from it. */
static bool grow(struct desk *d, const struct alert_row *w, int *n, struct err *e)
{
	struct alert_query q = {.record = w->record, .limit = LINE_MAX};
	struct alert_rows all = {0};
	struct limit none = {LIMIT_NONE, 0};
	struct strs told, chain;
	struct casefile c;
	struct str to, text;

	if (is_at_the_end(d->rv, w->seq))
		return true;
	if (!casefile_engine(d, w->record, &c, e) ||
	    !alert_list(d->rv->store, d->arena, &engine, &q, &all, e))
		return false;
	told = told_so_far(d, &all, w);
	chain = chain_for(&c, w, told);
	to = next_up(chain, told);
	if (to.n == 0)
		return at_the_end(d->rv, w->seq);
	*arena_push(d->arena, &told) = to;
	++*n;
	text = say_cut(d->arena, w->text, TOLD_TEXT_MAX);
	if (w->level == 0)
		text = arena_printf(d->arena, "not acknowledged in time: %.*s", STR_ARG(text));
	return raise_alert(d, w->record, w->name, just(d, to), text,
		   next_up(chain, told).n ? c.pack->alerts.ack : none, w->level + 1, w->seq,
		   e) &&
	       autos_run(d, w->record, e);
}

static bool grow_all(struct desk *d, const struct alert_rows *rows, int *n, struct err *e)
{
	for (size_t i = 0; i < rows->n; i++)
		if (!grow(d, &rows->v[i], n, e))
			return false;
	return true;
}

bool late_tell(struct desk *d, int *n, struct err *e)
{
	struct late_rows late = {0};
	struct alert_rows over = {0};

	if (!late_over(d->rv->store, d->arena, d->now, &late, e) ||
	    !alerts_over(d->rv->store, d->arena, d->now, &over, e))
		return false;
	for (size_t i = 0; i < late.n; i++, ++*n)
		if (!tell_limit(d, &late.v[i], e))
			return false;
	return grow_all(d, &over, n, e);
}
