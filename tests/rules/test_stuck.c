/* SPDX-License-Identifier: MIT */
/* No record gets stuck where the checker found no fault: over random ways between random
 * states, taken by whoever may. */
#include "help.h"
#include "support/randpool.h"
#include "support/toypack.h"

Suite *suite_rules_stuck(void);

enum { PACKS = 3000, STATES_MAX = 5, STEPS_MAX = 9 };

struct maze {
	struct arena arena;
	struct dice dice;
	struct pack *pack;
	struct record_type *type;
};

static const char *const states[STATES_MAX] = {"a", "b", "c", "d", "e"};

static struct str pick_state(struct maze *m)
{
	return m->type->states.v[dice_below(&m->dice, m->type->states.n)].name;
}

/* Roles of which some may not take, and one denies it. */
static struct strs pick_roles(struct maze *m)
{
	static const char *const roles[] = {
	    "reviewer", "supervisor", "reviewer auditor", "reviewer observer", "auditor"};
	size_t n = chance(&m->dice, 10) ? COUNT(roles) : COUNT(roles) - 1;

	return toy_list(&m->arena, roles[dice_below(&m->dice, n)]);
}

/* A type of its own in the place of enquiries, which nothing else hangs on. */
static void make(struct maze *m)
{
	size_t n;

	arena_clear(&m->arena);
	m->pack = toy_pack_open(&m->arena);
	m->type = &m->pack->types.v[1];
	m->type->states.n = m->type->transitions.n = 0;
	m->type->open.when = NULL;
	m->type->open.when_text = STR("");
	n = 2 + dice_below(&m->dice, STATES_MAX - 1);
	for (size_t i = 0; i < n; i++)
		*arena_push(&m->arena, &m->type->states) = (struct state){
		    .name = str_of(states[i]), .final = i > 0 && chance(&m->dice, 30)};
	m->type->initial = m->type->states.v[0].name;
	n = m->type->states.n + dice_below(&m->dice, STEPS_MAX - m->type->states.n);
	for (size_t i = 0; i < n; i++) {
		struct transition *t = arena_push(&m->arena, &m->type->transitions);
		*t = (struct transition){.id = arena_printf(&m->arena, "step%zu", i),
		    .key = (char)('a' + i),
		    .to = pick_state(m)};
		*arena_push(&m->arena, &t->from) = pick_state(m);
		if (chance(&m->dice, 10)) {
			t->automatic = true;
			t->key = 0;
		} else {
			t->by = pick_roles(m);
		}
	}
	pack_finish(&m->arena, m->pack);
}

/* The states in which a record can come to stand, with people of any one role at hand. */
static void go_on(struct maze *m, struct str state, struct strs *seen)
{
	struct case_view c = {.pack = m->pack,
	    .type = m->type,
	    .facts = {.type = m->type->name, .state = state, .due = NO_TIME, .wake = NO_DAY}};
	const struct transition *automatic = auto_step(&m->arena, &c);

	if (str_has(*seen, state))
		return;
	*arena_push(&m->arena, seen) = state;
	if (automatic) {
		go_on(m, automatic->to, seen);
		return;
	}
	for (size_t r = 0; r < m->pack->roles.n; r++) {
		struct strs roles = {&m->pack->roles.v[r].id, 1, 1};
		struct person who = {.name = STR("ann"), .roles = roles};
		struct steps steps;
		steps_of(&m->arena, &c, &who, &steps);
		for (size_t i = 0; i < steps.n; i++)
			if (steps.v[i].open)
				go_on(m, steps.v[i].t->to, seen);
	}
}

static bool reaches_an_end(struct maze *m, struct str from)
{
	struct strs seen = {0};

	go_on(m, from, &seen);
	for (size_t i = 0; i < seen.n; i++)
		if (type_state(m->type, seen.v[i])->final)
			return true;
	return false;
}

static bool has_end(const struct record_type *t)
{
	for (size_t i = 0; i < t->states.n; i++)
		if (t->states.v[i].final)
			return true;
	return false;
}

START_TEST(where_the_checker_finds_no_fault_every_record_can_come_to_an_end)
{
	struct maze m = {.dice = dice_seed(5)};
	int sound = 0;

	for (int i = 0; i < PACKS; i++) {
		struct faults faults = {0};
		struct strs seen = {0};
		make(&m);
		pack_check(&m.arena, m.pack, &faults);
		if (faults.n || !has_end(m.type))
			continue;
		sound++;
		go_on(&m, m.type->initial, &seen);
		for (size_t k = 0; k < seen.n; k++)
			if (!type_state(m.type, seen.v[k])->final &&
			    !reaches_an_end(&m, seen.v[k]))
				ck_abort_msg("pack %d: stuck in %.*s", i, STR_ARG(seen.v[k]));
	}
	ck_assert_int_gt(sound, 50);
	arena_clear(&m.arena);
}
END_TEST

Suite *suite_rules_stuck(void)
{
	const TTest *const tests[] = {
	    where_the_checker_finds_no_fault_every_record_can_come_to_an_end};

	return suite_of("rules/stuck", tests, COUNT(tests));
}
