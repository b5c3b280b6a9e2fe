/* SPDX-License-Identifier: MIT */
/* The load: what each person has in hand, by person, or of one person by state. */
#include "review/board.h"
#include "review/body.h"
#include "review/view.h"
#include "review/words.h"

/* Conditions beside "it is theirs", in the order of the columns; since and the last stand
 * for themselves. */
enum load { LOAD_HELD, LOAD_LATE, LOAD_SOON, LOAD_ASIDE, LOADS };
static const struct {
	const char *expr, *beside;
	enum core_attr by;
} loads[LOADS] = {
    [LOAD_HELD] = {"has:holder", "", CORE_HOLDER},
    [LOAD_LATE] = {"has:holder late:yes", "late:yes", CORE_HOLDER},
    [LOAD_SOON] = {"has:holder " BOARD_SOON, BOARD_SOON, CORE_HOLDER},
    [LOAD_ASIDE] = {"has:aside", "", CORE_ASIDE},
};
static const char *const columns[] = {
    "Held", "Since", "Late", "Soon", "Put aside", "Last 7 days", NULL};
/* Of one person, by state: where they took steps is not where those records are now. */
static const char *const columns_of[] = {"Held", "Since", "Late", "Soon", "Put aside", NULL};

struct load_rows {
	struct group_rows v[LOADS];
};

static bool read_load(struct board *b, struct load_rows *out, struct err *e)
{
	for (int i = 0; i < LOADS; i++)
		if (!board_groups(b, loads[i].expr, loads[i].by,
			i == LOAD_HELD ? CORE_HELD : CORE_ATTRS, &out->v[i], e))
			return false;
	return true;
}

/* whose they are, and where; type and state empty: wherever. */
struct whose {
	struct str who, type, state;
};

static bool is_there(const struct group_row *g, const struct whose *at)
{
	return str_eq(g->who, at->who) &&
	       (at->type.n == 0 || (str_eq(g->type, at->type) && str_eq(g->state, at->state)));
}

static int64_t sum(const struct group_rows *rows, const struct whose *at)
{
	int64_t n = 0;

	for (size_t i = 0; i < rows->n; i++)
		n += is_there(&rows->v[i], at) ? rows->v[i].n : 0;
	return n;
}

static int64_t least(const struct group_rows *rows, const struct whose *at)
{
	int64_t ms = NO_TIME;

	for (size_t i = 0; i < rows->n; i++)
		if (is_there(&rows->v[i], at) && (ms == NO_TIME || rows->v[i].least < ms))
			ms = rows->v[i].least;
	return ms;
}

static struct str theirs(struct board *b, enum load what, const struct whose *at)
{
	struct str x = board_is(b, loads[what].by == CORE_HOLDER ? "holder" : "aside", at->who);

	if (at->type.n)
		x = arena_printf(b->d->arena, "type:%.*s state:%.*s %.*s", STR_ARG(at->type),
		    STR_ARG(at->state), STR_ARG(x));
	return *loads[what].beside ? board_and(b, x, loads[what].beside) : x;
}

/* The day since when the longest held is held, and how many are held since then. */
static bool put_since(struct board *b, struct part_boardrow *row, const struct load_rows *l,
    const struct whose *at, struct err *e)
{
	int64_t ms = least(&l->v[LOAD_HELD], at), n = 0;
	struct str day, expr;

	if (ms == NO_TIME) {
		board_number(b, row, 0, STR(""));
		return true;
	}
	day = say_day(b->d->arena, london_day(ms));
	expr = board_and(b, theirs(b, LOAD_HELD, at),
	    arena_printf(b->d->arena, "held:%.*s", STR_ARG(day)).p);
	if (!board_count(b, expr, &n, e))
		return false;
	board_number(b, row, n, expr);
	row->numbers.v[row->numbers.n - 1].text = say_long_day(b->d->arena, london_day(ms));
	return true;
}

static bool put_numbers(struct board *b, struct part_boardrow *row, const struct load_rows *l,
    const struct whose *at, struct err *e)
{
	for (int i = 0; i < LOADS; i++) {
		board_number(b, row, sum(&l->v[i], at), theirs(b, (enum load)i, at));
		if (i == LOAD_HELD && !put_since(b, row, l, at, e))
			return false;
	}
	return true;
}

/* ---- by person ------------------------------------------------------------------------- */

static bool put_person(struct board *b, struct part_section *s, const struct user_row *u,
    const struct load_rows *l, struct err *e)
{
	struct part_boardrow *row = board_row(b, s, u->name, STR(""));
	struct whose at = {.who = u->name};
	int64_t lately;

	/* the account first: it is what one types, and stands there when the name is cut */
	row->label = arena_printf(b->d->arena, "%.*s %.*s", STR_ARG(u->name), STR_ARG(u->full));
	if (u->disabled)
		row->mark = STR("closed");
	else if (is_away(b->d, u))
		row->mark = arena_printf(b->d->arena, "absent until %.*s",
		    STR_ARG(say_long_day(b->d->arena, u->away)));
	if (!put_numbers(b, row, l, &at, e) ||
	    !record_lately(
		b->d->rv->store, b->d->arena, &b->me->viewer, u->name, b->d->now, &lately, e))
		return false;
	board_number(b, row, lately, board_is(b, "lately", u->name));
	return true;
}

/* Who takes records, and whoever has something in hand for another reason. */
static bool belongs(struct board *b, const struct user_row *u, const struct load_rows *l)
{
	struct whose at = {.who = u->name};

	return (!u->disabled && (pack_rights(b->d->rv->pack, u->roles) & RIGHT_TAKE)) ||
	       sum(&l->v[LOAD_HELD], &at) || sum(&l->v[LOAD_ASIDE], &at);
}

static void say_cut_off(struct board *b, struct part_section *s, const struct user_rows *all,
    const struct load_rows *l)
{
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		n += belongs(b, &all->v[i], l);
	if (n > s->rows.n)
		s->label = arena_printf(b->d->arena,
		    "People: %zu of %zu fit here; board ACCOUNT shows one of the others",
		    s->rows.n, n);
}

/* Half of what fits a message is for people; that there are more is said. */
bool board_load(struct board *b, struct err *e)
{
	struct part_section *s = board_section(
	    b, "load", "People", "Nobody has an account that takes records.", columns);
	struct load_rows l = {0};
	struct user_rows all;

	if (!read_load(b, &l, e) || !user_all(b->d->rv->store, b->d->arena, &all, e))
		return false;
	for (size_t i = 0; i < all.n && b->bytes < VIEW_ROOM / 2; i++)
		if (belongs(b, &all.v[i], &l) && !put_person(b, s, &all.v[i], &l, e))
			return false;
	say_cut_off(b, s, &all, &l);
	return true;
}

/* ---- of one person, by state -------------------------------------------------------------- */

static bool put_place(struct board *b, struct part_section *s, const struct load_rows *l,
    const struct record_type *t, const struct state *state, struct str who, struct err *e)
{
	struct whose at = {.who = who, .type = t->name, .state = state->name};
	struct part_boardrow *row;

	if (sum(&l->v[LOAD_HELD], &at) + sum(&l->v[LOAD_ASIDE], &at) == 0)
		return true;
	row = board_row(b, s, state->name, STR(""));
	row->label =
	    arena_printf(b->d->arena, "%.*s: %.*s", STR_ARG(t->label), STR_ARG(state->label));
	return put_numbers(b, row, l, &at, e);
}

bool board_load_of(struct board *b, struct str user, struct err *e)
{
	const struct pack *p = b->d->rv->pack;
	struct part_section *s;
	struct load_rows l = {0};
	struct user_row u = {0};

	if (!user_get(b->d->rv->store, b->d->arena, user, &u, e) || !read_load(b, &l, e))
		return false;
	s = board_section(b, "load", "", "Nothing is in hand.", columns_of);
	s->label = me_words(b->d, u.name);
	for (size_t i = 0; i < p->types.n; i++)
		for (size_t k = 0; k < p->types.v[i].states.n; k++)
			if (!put_place(b, s, &l, &p->types.v[i], &p->types.v[i].states.v[k],
				u.name, e))
				return false;
	return true;
}
