/* SPDX-License-Identifier: MIT */
/*
 * The places: what waits, is held or late in each state; what waits for something under it;
 * what was sent back and is still there.
 *
 * A state waits for what is under a record when a step out of it asks what is open there.
 * A step sends back when it makes an earlier one count no more, or leads to a state that the
 * pack names before each of those it is taken in; not when it ends the record.
 */
#include "review/board.h"
#include "review/body.h"
#include "review/words.h"

static struct str place_words(
    struct board *b, const struct record_type *t, const struct state *s)
{
	return arena_printf(b->d->arena, "%.*s: %.*s", STR_ARG(t->label), STR_ARG(s->label));
}

static struct str in_place(struct board *b, const struct record_type *t, const struct state *s)
{
	return arena_printf(
	    b->d->arena, "type:%.*s state:%.*s", STR_ARG(t->name), STR_ARG(s->name));
}

static int64_t group_in(
    const struct group_rows *rows, const struct record_type *t, const struct state *s)
{
	for (size_t i = 0; i < rows->n; i++)
		if (str_eq(rows->v[i].type, t->name) && str_eq(rows->v[i].state, s->name))
			return rows->v[i].n;
	return 0;
}

/* ---- states ------------------------------------------------------------------------------ */

enum standing_column { WAITING, HELD, ASIDE, LATE, SOON, ALERTS, COLUMNS_SHOWN };
static const struct {
	const char *label, *expr;
} states_of[COLUMNS_SHOWN] = {
    [WAITING] = {"Waiting", "-has:holder -has:wake"},
    [HELD] = {"Held", "has:holder"},
    [ASIDE] = {"Put aside", "-has:holder has:wake"},
    [LATE] = {"Late", "late:yes"},
    [SOON] = {"Soon", BOARD_SOON},
    [ALERTS] = {"Alert", "alert:yes"},
};

struct standing_in {
	struct tally_rows kept;
	struct group_rows found[COLUMNS_SHOWN]; /* from LATE on */
};

static bool read_states(struct board *b, struct standing_in *out, struct err *e)
{
	if (!record_tally(b->d->rv->store, b->d->arena, &b->me->viewer, &out->kept, e))
		return false;
	for (int i = LATE; i < COLUMNS_SHOWN; i++)
		if (!board_groups(
			b, states_of[i].expr, CORE_ATTRS, CORE_ATTRS, &out->found[i], e))
			return false;
	return true;
}

/* Counters that are kept, and the few that are looked for. */
static void numbers_in(const struct standing_in *all, const struct record_type *t,
    const struct state *s, int64_t out[COLUMNS_SHOWN])
{
	for (int i = 0; i < COLUMNS_SHOWN; i++)
		out[i] = i < LATE ? 0 : group_in(&all->found[i], t, s);
	for (size_t i = 0; i < all->kept.n; i++) {
		const struct tally_row *w = &all->kept.v[i];
		if (!str_eq(w->type, t->name) || !str_eq(w->state, s->name))
			continue;
		out[WAITING] += w->n - w->held - w->asleep;
		out[HELD] += w->held;
		out[ASIDE] += w->asleep;
	}
}

/* What is at its end waits for nobody; there only what must not be is shown. */
static void put_state(struct board *b, struct part_section *section,
    const struct standing_in *all, const struct record_type *t, const struct state *s)
{
	struct str here = in_place(b, t, s);
	int64_t n[COLUMNS_SHOWN], any = 0;
	struct part_boardrow *row;

	numbers_in(all, t, s, n);
	for (int i = s->final ? LATE : 0; i < COLUMNS_SHOWN; i++)
		any += n[i];
	if (any == 0)
		return;
	row = board_row(b, section, s->name, place_words(b, t, s));
	for (int i = 0; i < COLUMNS_SHOWN; i++)
		board_number(b, row, n[i], board_and(b, here, states_of[i].expr));
}

bool board_states(struct board *b, struct err *e)
{
	const struct pack *p = b->d->rv->pack;
	const char *labels[COLUMNS_SHOWN + 1] = {0};
	struct standing_in all = {0};
	struct part_section *section;

	for (int i = 0; i < COLUMNS_SHOWN; i++)
		labels[i] = states_of[i].label;
	if (!read_states(b, &all, e))
		return false;
	section = board_section(b, "states", "Where work stands", "No work is open.", labels);
	for (size_t i = 0; i < p->types.n; i++)
		for (size_t k = 0; k < p->types.v[i].states.n; k++)
			put_state(b, section, &all, &p->types.v[i], &p->types.v[i].states.v[k]);
	return true;
}

/* ---- blocked ------------------------------------------------------------------------------ */

static bool asks_below(struct arena *a, const struct expr *x)
{
	struct strs names = {0};

	if (x)
		expr_attrs(a, x, &names);
	return str_has(names, STR("open"));
}

static bool waits_below(struct board *b, const struct record_type *t, const struct state *s)
{
	for (size_t i = 0; i < t->transitions.n; i++)
		if (str_has(t->transitions.v[i].from, s->name) &&
		    asks_below(b->d->arena, t->transitions.v[i].when))
			return true;
	return false;
}

static void put_blocked(
    struct board *b, struct part_section *section, const struct group_row *g)
{
	const struct record_type *t = pack_type(b->d->rv->pack, g->type),
				 *under = pack_type(b->d->rv->pack, g->who);
	const struct state *s = t ? type_state(t, g->state) : NULL;
	struct part_boardrow *row;
	struct str place;

	if (!s || !under || s->final || !waits_below(b, t, s))
		return;
	place = place_words(b, t, s);
	row = board_row(b, section, s->name,
	    arena_printf(
		b->d->arena, "%.*s waits for %.*s", STR_ARG(place), STR_ARG(under->label)));
	board_number(
	    b, row, g->n, board_and(b, in_place(b, t, s), board_is(b, "open", under->name).p));
}

bool board_blocked(struct board *b, struct err *e)
{
	static const char *const columns[] = {"Records", NULL};
	struct part_section *section = board_section(b, "blocked", "Blocked, and on what",
	    "Nothing waits for what is open under it.", columns);
	struct group_rows rows;

	if (!record_blocked(b->d->rv->store, b->d->arena, &b->me->viewer, &rows, e))
		return false;
	for (size_t i = 0; i < rows.n; i++)
		put_blocked(b, section, &rows.v[i]);
	return true;
}

/* ---- returned ------------------------------------------------------------------------------- */

static size_t place_of(const struct record_type *t, struct str state)
{
	size_t i = 0;

	while (i < t->states.n && !str_eq(t->states.v[i].name, state))
		i++;
	return i;
}

static bool sends_back(const struct record_type *t, const struct transition *tr)
{
	const struct state *to = type_state(t, tr->to);
	bool back = tr->from.n > 0;

	if (!to || to->final || tr->automatic)
		return false;
	for (size_t i = 0; i < tr->from.n; i++)
		back &= place_of(t, tr->to) < place_of(t, tr->from.v[i]);
	return back || tr->cancels.n > 0;
}

static bool put_returned(struct board *b, struct part_section *section,
    const struct record_type *t, const struct transition *tr, struct err *e)
{
	static const char *const since[] = {"", "moved<=-3d", "moved<=-7d"};
	const struct state *to = type_state(t, tr->to);
	struct str here = board_and(b, in_place(b, t, to), board_is(b, "did", tr->id).p);
	struct part_boardrow *row;
	int64_t n;

	if (!board_count(b, here, &n, e))
		return false;
	if (n == 0)
		return true;
	row = board_row(b, section, tr->id,
	    arena_printf(b->d->arena, "%.*s, by '%.*s'", STR_ARG(place_words(b, t, to)),
		STR_ARG(tr->label)));
	for (size_t i = 0; i < sizeof(since) / sizeof(*since); i++) {
		struct str expr = i ? board_and(b, here, since[i]) : here;
		if (!board_count(b, expr, &n, e))
			return false;
		board_number(b, row, n, expr);
	}
	return true;
}

bool board_returned(struct board *b, struct err *e)
{
	static const char *const columns[] = {"Records", "3 days", "7 days", NULL};
	struct part_section *section = board_section(b, "returned",
	    "Sent back, and still there", "Nothing that was sent back waits.", columns);
	const struct pack *p = b->d->rv->pack;

	for (size_t i = 0; i < p->types.n; i++)
		for (size_t k = 0; k < p->types.v[i].transitions.n; k++) {
			const struct transition *tr = &p->types.v[i].transitions.v[k];
			if (sends_back(&p->types.v[i], tr) &&
			    !put_returned(b, section, &p->types.v[i], tr, e))
				return false;
		}
	return true;
}
