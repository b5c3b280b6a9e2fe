/* SPDX-License-Identifier: MIT */
/*
 * Random people take random steps under random rules. What the rules open is what a plain
 * model allows, at every moment and for everybody; so no walk breaks a rule of the pack.
 */
#include "help.h"
#include "support/randpool.h"
#include "support/toypack.h"

Suite *suite_rules_walk(void);

enum { PEOPLE = 6, WALKS = 150, STEPS = 60, DONE_MAX = 256 };

struct walk {
	struct arena arena;
	struct dice dice;
	struct pack *pack;
	struct record_type *type;
	struct case_view view;
	struct person people[PEOPLE];
	struct did did[DONE_MAX];
	int taken, refused;
};

static const char *const names[PEOPLE] = {"ann", "bob", "cat", "dan", "eve", "fay"};

static struct strs some(struct walk *w, const char *words, int percent)
{
	struct strs all = toy_list(&w->arena, words), out = {0};

	for (size_t i = 0; i < all.n; i++)
		if (chance(&w->dice, percent))
			*arena_push(&w->arena, &out) = all.v[i];
	return out;
}

static void make_people(struct walk *w)
{
	for (int i = 0; i < PEOPLE; i++) {
		struct person *p = &w->people[i];
		*p = (struct person){.name = str_of(names[i]),
		    .staff = chance(&w->dice, 30) ? STR("PC1") : STR("")};
		p->roles =
		    some(w, "triage_officer reviewer supervisor second_reader adjudicator", 60);
		if (chance(&w->dice, 5))
			*arena_push(&w->arena, &p->roles) = STR("observer");
		if (chance(&w->dice, 70))
			*arena_push(&w->arena, &p->skills) = (struct skill){
			    STR("visiting"), day_of(2026, 5, 2 + (int)dice_below(&w->dice, 4))};
	}
}

/* Rules of people only: forms and guards are other tests' matter. */
static void make_rules(struct walk *w)
{
	for (size_t i = 0; i < w->type->transitions.n; i++) {
		struct transition *t = &w->type->transitions.v[i];
		struct buf all = buf_in(&w->arena);
		buf_puts(&all, "opened parent.triage_red action.settle");
		for (size_t k = 0; k < w->type->transitions.n; k++)
			buf_printf(&all, " %.*s", STR_ARG(w->type->transitions.v[k].id));
		t->form = STR("");
		t->when = NULL;
		t->distinct = some(w, buf_str(&all).p, 15);
		t->people = chance(&w->dice, 30) ? 2 + (int)dice_below(&w->dice, 3) : 0;
		t->competence = some(w, "visiting", 15);
	}
}

static void begin(struct walk *w, uint64_t seed)
{
	static const char *const before[] = {"opened", "parent.triage_red", "action.settle"};
	size_t n = dice_below(&w->dice, 2) ? 3 : 0;

	arena_clear(&w->arena);
	w->dice = dice_seed(seed);
	w->pack = toy_pack_open(&w->arena);
	w->type = &w->pack->types.v[seed % 4];
	make_people(w);
	make_rules(w);
	w->view = (struct case_view){.pack = w->pack,
	    .type = w->type,
	    .did = w->did,
	    .bars = some(w, "PC1 PC2 @ann @bob @fay", 15)};
	w->view.facts = (struct facts){.type = w->type->name,
	    .state = w->type->initial,
	    .due = NO_TIME,
	    .wake = NO_DAY,
	    .now = at("2026-05-03T12:00:00.000Z")};
	for (size_t i = 0; i < n; i++)
		w->did[w->view.ndid++] = (struct did){
		    str_of(before[i]), str_of(names[dice_below(&w->dice, PEOPLE)])};
}

/* ---- the model ------------------------------------------------------------- */

static bool did(const struct walk *w, struct str what, struct str who)
{
	for (size_t i = 0; i < w->view.ndid; i++)
		if (str_eq(w->did[i].transition, what) && str_eq(w->did[i].by, who))
			return true;
	return false;
}

/* Somebody counts who took a step of this very record. */
static int people_with(const struct walk *w, struct str who)
{
	int n = 0;

	for (int i = 0; i < PEOPLE; i++) {
		bool acted = str_is(who, names[i]);
		for (size_t k = 0; k < w->type->transitions.n; k++)
			acted = acted || did(w, w->type->transitions.v[k].id, str_of(names[i]));
		n += acted;
	}
	return n;
}

static bool role_is_right(
    const struct walk *w, const struct person *p, const struct transition *t)
{
	const struct state *s = type_state(w->type, w->view.facts.state);

	if (str_has(p->roles, STR("observer")))
		return false;
	if (t->locks && s->seats.given && w->view.seat == SEAT_SECOND)
		return str_has(p->roles, STR("second_reader"));
	if (t->locks && s->seats.given && w->view.seat == SEAT_ADJUDICATOR)
		return str_has(p->roles, STR("adjudicator"));
	for (size_t i = 0; i < t->by.n; i++)
		if (str_has(p->roles, t->by.v[i]))
			return true;
	return false;
}

static bool is_allowed(const struct walk *w, const struct person *p, const struct transition *t)
{
	const struct state *s = type_state(w->type, w->view.facts.state);
	struct arena a = {0};
	bool barred = (p->staff.n && str_has(w->view.bars, p->staff)) ||
		      str_has(w->view.bars, arena_printf(&a, "@%.*s", STR_ARG(p->name)));

	arena_clear(&a);
	for (size_t i = 0; i < t->distinct.n; i++)
		if (did(w, t->distinct.v[i], p->name))
			return false;
	if (t->competence.n && (p->skills.n == 0 || p->skills.v[0].until < day_of(2026, 5, 3)))
		return false;
	if (s->seats.given && str_has(w->view.sat, p->name))
		return false;
	return !barred && role_is_right(w, p, t) && people_with(w, p->name) >= t->people;
}

/* ---- walking --------------------------------------------------------------- */

static void enter(struct walk *w, struct str state)
{
	const struct state *to = type_state(w->type, state);
	const struct state *was = type_state(w->type, w->view.facts.state);

	if (to->seats.given && !was->blind) {
		w->view.seat = SEAT_FIRST;
		w->view.sat = (struct strs){0};
	}
	w->view.facts.state = state;
}

/* Every second pair of readers agrees. */
static void take(struct walk *w, const struct person *p, const struct transition *t)
{
	const struct state *s = type_state(w->type, w->view.facts.state);
	bool contested = t->locks && s->seats.given;

	w->did[w->view.ndid++] = (struct did){t->id, p->name};
	if (contested) {
		holds(!str_has(w->view.sat, p->name));
		*arena_push(&w->arena, &w->view.sat) = p->name;
	}
	if (contested && w->view.seat == SEAT_FIRST)
		w->view.seat = SEAT_SECOND;
	else if (contested && w->view.seat == SEAT_SECOND && chance(&w->dice, 50))
		w->view.seat = SEAT_ADJUDICATOR;
	else
		enter(w, t->to);
}

/* All people before all steps: open is what the model allows. */
static void look_around(struct walk *w)
{
	for (int i = 0; i < PEOPLE; i++) {
		struct arena a = {0};
		struct steps steps;
		steps_of(&a, &w->view, &w->people[i], &steps);
		for (size_t k = 0; k < steps.n; k++) {
			bool allowed = is_allowed(w, &w->people[i], steps.v[k].t);
			if (steps.v[k].open != allowed)
				ck_abort_msg("%.*s: %s may%s", STR_ARG(steps.v[k].t->id),
				    names[i], allowed ? "" : " not");
			w->refused += !allowed;
		}
		arena_clear(&a);
	}
}

static void try_one(struct walk *w)
{
	const struct person *p = &w->people[dice_below(&w->dice, PEOPLE)];
	struct steps steps;
	const struct step *s;

	steps_of(&w->arena, &w->view, p, &steps);
	if (steps.n == 0)
		return;
	s = &steps.v[dice_below(&w->dice, steps.n)];
	if (!s->open)
		return;
	take(w, p, s->t);
	w->taken++;
}

START_TEST(what_is_open_is_what_the_rules_of_people_allow)
{
	struct walk w = {0};

	for (uint64_t seed = 0; seed < WALKS; seed++) {
		begin(&w, seed * 4 + (uint64_t)_i);
		for (int i = 0; i < STEPS && w.view.ndid < DONE_MAX; i++) {
			look_around(&w);
			try_one(&w);
		}
	}
	ck_assert_int_gt(w.taken, WALKS / 4);
	ck_assert_int_gt(w.refused, WALKS);
	arena_clear(&w.arena);
}
END_TEST

Suite *suite_rules_walk(void)
{
	Suite *s = suite_create("rules/walk");
	TCase *c = tcase_create("walk");

	tcase_add_loop_test(c, what_is_open_is_what_the_rules_of_people_allow, 0, 4);
	suite_add_tcase(s, c);
	return s;
}
