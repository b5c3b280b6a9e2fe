/* SPDX-License-Identifier: MIT */
/* Rules about people: steps kept apart are there and come in that order, and as many people
 * as are asked for can act. */
#include "rules/check.h"
#include "rules/english.h"
#include "rules/possible.h"

enum { ENDLESS = 1000000 };

static bool is_marked_from(
    const struct record_type *t, const struct transition *step, const bool *marked)
{
	for (size_t i = 0; i < step->from.n; i++) {
		const struct state *s = type_state(t, step->from.v[i]);
		if (s && marked[s - t->states.v])
			return true;
	}
	return false;
}

/* Can the other step have been taken when this one is? */
static bool comes_before(
    struct check *c, const struct transition *other, const struct transition *step)
{
	const struct record_type *t = c->type;
	const struct state *to = type_state(t, other->to);
	bool *marked = arena_new(c->arena, bool, t->states.n);

	if (!to)
		return true; /* a fault of its own */
	states_after(t, to, marked);
	marked[to - t->states.v] = true;
	return is_marked_from(t, step, marked);
}

static void check_own(struct check *c, const struct transition *t, struct str name)
{
	const struct transition *other = type_transition(c->type, name);
	struct strs known = known_transitions(c);

	*arena_push(c->arena, &known) = STR("opened");
	if (str_is(name, "opened") ||
	    !check_known(c, t->at, "transition in distinct", name, known))
		return;
	if (other->automatic)
		check_fault(c, t->at,
		    "'%.*s' is kept apart from '%.*s', which nobody takes: it is automatic; "
		    "expected a step of people",
		    STR_ARG(t->id), STR_ARG(name));
	else if (!comes_before(c, other, t))
		check_fault(c, t->at,
		    "'%.*s' is kept apart from '%.*s', which never comes before it; expected "
		    "a step that leads there",
		    STR_ARG(t->id), STR_ARG(name));
}

/* The name behind the dot, in one of the types that it can be of. */
static void check_elsewhere(struct check *c, const struct transition *t, struct str name,
    const struct record_type *const *types, size_t n)
{
	struct strs known = {0};

	*arena_push(c->arena, &known) = STR("opened");
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < types[i]->transitions.n; k++)
			if (!types[i]->transitions.v[k].automatic)
				*arena_push(c->arena, &known) = types[i]->transitions.v[k].id;
	check_known(c, t->at, "transition of another record in distinct", name, known);
}

static void check_dotted(
    struct check *c, const struct transition *t, struct str head, struct str name)
{
	const struct pack *p = c->pack;
	const struct record_type **types =
	    arena_new(c->arena, const struct record_type *, p->types.n);
	bool up = str_is(head, "parent");
	struct strs known = {0};
	size_t n = 0;

	for (size_t i = 0; i < p->types.n; i++) {
		const struct record_type *other = &p->types.v[i];
		if (may_be_under(p, c->type, other) && !str_has(known, STR("parent")))
			*arena_push(c->arena, &known) = STR("parent");
		if (may_be_under(p, other, c->type))
			*arena_push(c->arena, &known) = other->name;
		if (up ? may_be_under(p, c->type, other)
		       : str_eq(other->name, head) && may_be_under(p, other, c->type))
			types[n++] = other;
	}
	if (up && n == 0)
		check_fault(c, t->at,
		    "'%.*s' is kept apart from a step of the record above, and a record of "
		    "type '%.*s' stands "
		    "under none; expected a step of its own",
		    STR_ARG(t->id), STR_ARG(c->type->name));
	else if (n || check_known(c, t->at, "record type before the dot", head, known))
		check_elsewhere(c, t, name, types, n);
}

static void check_distinct(struct check *c, const struct transition *t)
{
	struct strs seen = {0};

	for (size_t i = 0; i < t->distinct.n; i++) {
		struct str name = t->distinct.v[i], rest = name, head;
		check_once(c, t->at, "transition in distinct", name, &seen);
		if (str_cut(&rest, '.', &head) && head.n < name.n)
			check_dotted(c, t, head, rest);
		else
			check_own(c, t, name);
	}
}

/* How many people can take this one step: each seat of a state that two read is another's. */
static int takers(const struct check *c, const struct transition *t)
{
	if (t->recheck && !c->type->open.when)
		check_fault(c, t->at,
		    "transition '%.*s' asks again what made it right to open the record; "
		    "expected 'open' with a condition on the parent",
		    STR_ARG(t->id));
	for (size_t i = 0; t->locks && i < t->from.n; i++) {
		const struct state *s = type_state(c->type, t->from.v[i]);
		if (s && s->seats.given)
			return 3;
	}
	return t->automatic ? 0 : 1;
}

/* One more step on every way: the most people that can have acted on reaching each state, -1
 * where nothing leads. */
static bool count_further(const struct check *c, int *most)
{
	const struct record_type *t = c->type;
	bool grew = false;

	for (size_t i = 0; i < t->transitions.n; i++) {
		const struct transition *tr = &t->transitions.v[i];
		const struct state *to = type_state(t, tr->to);
		for (size_t k = 0; to && k < tr->from.n; k++) {
			const struct state *from = type_state(t, tr->from.v[k]);
			int acted = from ? most[from - t->states.v] : -1;
			if (acted < 0 || most[to - t->states.v] >= acted + takers(c, tr))
				continue;
			most[to - t->states.v] = acted + takers(c, tr);
			grew = true;
		}
	}
	return grew;
}

/* What still grows after as many rounds as there are states is on a circle or behind one, and
 * there as many can have acted as one likes. */
static int most_before(const struct check *c, const struct transition *step)
{
	const struct record_type *t = c->type;
	const struct state *initial = type_state(t, t->initial);
	int *most = arena_new(c->arena, int, t->states.n);
	int *later = arena_new(c->arena, int, t->states.n), best = 0;

	if (!initial)
		return ENDLESS;
	for (size_t i = 0; i < t->states.n; i++)
		most[i] = &t->states.v[i] == initial ? 0 : -1;
	for (size_t round = 0; round < t->states.n && count_further(c, most); round++)
		;
	for (size_t i = 0; i < t->states.n; i++)
		later[i] = most[i];
	for (size_t round = 0; round < t->states.n && count_further(c, later); round++)
		;
	for (size_t i = 0; i < t->states.n; i++) {
		if (!str_has(step->from, t->states.v[i].name))
			continue;
		if (later[i] > most[i])
			return ENDLESS;
		best = most[i] > best ? most[i] : best;
	}
	return best;
}

static void check_enough(struct check *c, const struct transition *t)
{
	int most;

	if (t->people < 2)
		return;
	most = most_before(c, t) + takers(c, t);
	if (most < t->people)
		check_fault(c, t->at,
		    "'%.*s' needs %d different people, and no more than %d can have acted; "
		    "expected more steps before it or a smaller number",
		    STR_ARG(t->id), t->people, most);
}

void check_people(struct check *c)
{
	for (size_t i = 0; i < c->type->transitions.n; i++) {
		check_distinct(c, &c->type->transitions.v[i]);
		check_enough(c, &c->type->transitions.v[i]);
	}
}
