/* SPDX-License-Identifier: MIT */
/*
 * tutorial.yaml: a lesson for newcomers. It is read behind all other files, so every name in
 * it is held against the pack where it stands. Its expressions are checked like those of
 * views; names of actions in {braces} are the front end's, which knows its keys.
 */
#include "lookback/conf/lesson.h"

#include <string.h>

#include "conf/tables.h"

enum { SAY_BYTES = 400, HINT_BYTES = 300, END_BYTES = 800, ROW_BYTES = 4000 };

const struct lesson_case *lesson_case(const struct lesson *l, struct str id)
{
	for (size_t i = 0; i < l->cases.n; i++)
		if (str_eq(l->cases.v[i].id, id))
			return &l->cases.v[i];
	return NULL;
}

/* ---- names, held against what there is ---- */
static void one_of(struct reader *r, const struct node *n, struct str name,
    const struct strs *known, const char *what)
{
	if (n && name.n && !str_has(*known, name))
		want_fault(r, n, "found '%.*s'; expected %s%s", STR_ARG(name), what,
		    want_near(r, name, known));
}

static void all_of(struct reader *r, const struct node *n, struct strs names,
    const struct strs *known, const char *what)
{
	for (size_t i = 0; i < names.n; i++)
		one_of(r, n, names.v[i], known, what);
}

static struct strs known_roles(struct reader *r)
{
	struct strs out = {0};

	for (size_t i = 0; i < r->pack->roles.n; i++)
		*arena_push(r->a, &out) = r->pack->roles.v[i].id;
	return out;
}

static struct strs known_competences(struct reader *r)
{
	struct strs out = {0};

	for (size_t i = 0; i < r->pack->competences.n; i++)
		*arena_push(r->a, &out) = r->pack->competences.v[i].id;
	return out;
}

static struct strs known_maps(struct reader *r)
{
	struct strs out = {0};

	for (size_t i = 0; i < r->pack->maps.n; i++)
		*arena_push(r->a, &out) = r->pack->maps.v[i].name;
	return out;
}

static struct strs known_types(struct reader *r)
{
	struct strs out = {0};

	for (size_t i = 0; i < r->pack->types.n; i++)
		*arena_push(r->a, &out) = r->pack->types.v[i].name;
	return out;
}

static struct strs known_steps(struct reader *r)
{
	struct strs out = {0};

	for (size_t i = 0; i < r->pack->types.n; i++) {
		const struct record_type *t = &r->pack->types.v[i];
		for (size_t k = 0; k < t->transitions.n; k++)
			if (!t->transitions.v[k].automatic)
				*arena_push(r->a, &out) = t->transitions.v[k].id;
	}
	return out;
}

/* ---- name: value ---- */
static void read_pairs(struct reader *r, const struct node *n, void *out)
{
	struct pairs *pairs = out;

	if (!want_kind(r, n, NODE_MAP, "a map of name to value"))
		return;
	for (size_t i = 0; i < n->items.n; i++) {
		struct pair p = {.name = n->keys.v[i]->text};
		if (n->items.v[i]->kind == NODE_TEXT && n->items.v[i]->text.n == 0)
			p.value = (struct str){0};
		else if (!want_text(r, n->items.v[i], ROW_BYTES, &p.value))
			continue;
		*arena_push(r->a, pairs) = p;
	}
}

static void keys_of(
    struct reader *r, const struct node *map, const struct strs *known, const char *what)
{
	for (size_t i = 0; map && map->kind == NODE_MAP && i < map->keys.n; i++)
		one_of(r, map->keys.v[i], map->keys.v[i]->text, known, what);
}

/* ---- people ---- */
static const struct key person_keys[] = {
    {.name = "account",
	.kind = WANT_NAME,
	.required = true,
	.at = offsetof(struct lesson_person, account)},
    {.name = "full", .kind = WANT_LINE, .at = offsetof(struct lesson_person, full)},
    {.name = "roles",
	.kind = WANT_NAMES,
	.required = true,
	.at = offsetof(struct lesson_person, roles)},
    {.name = "trained", .kind = WANT_NAMES, .at = offsetof(struct lesson_person, trained)},
};
static void person_done(struct reader *r, const struct node *n, void *owner)
{
	struct lesson_person *p = owner;
	struct strs roles = known_roles(r), trained = known_competences(r);

	all_of(r, node_get(n, "roles"), p->roles, &roles, "a role of the review");
	all_of(r, node_get(n, "trained"), p->trained, &trained, "a competence of the review");
	if (p->full.n == 0)
		p->full = label_of(r->a, p->account);
}
const struct key_table person_table = {
    .what = "person",
    TABLE(person_keys),
    .size = sizeof(struct lesson_person),
    .place = offsetof(struct lesson_person, at),
    .id = offsetof(struct lesson_person, account),
    .done = person_done,
};

/* ---- cases ---- */
static const struct key case_keys[] = {
    {.name = "id", .kind = WANT_NAME, .required = true, .at = offsetof(struct lesson_case, id)},
    {.name = "map",
	.kind = WANT_NAME,
	.required = true,
	.at = offsetof(struct lesson_case, map)},
    {.name = "row",
	.kind = WANT_OWN,
	.required = true,
	.at = offsetof(struct lesson_case, row),
	.read = read_pairs},
};
static void case_done(struct reader *r, const struct node *n, void *owner)
{
	const struct lesson_case *c = owner;
	const struct import_map *m = pack_map(r->pack, c->map);
	struct strs maps = known_maps(r), columns = {0};

	one_of(r, node_get(n, "map"), c->map, &maps, "a map of the pack");
	for (size_t i = 0; m && i < m->columns.n; i++)
		*arena_push(r->a, &columns) = m->columns.v[i].header;
	if (m)
		keys_of(r, node_get(n, "row"), &columns, "a column of the map");
}
const struct key_table training_case_table = {
    .what = "training case",
    TABLE(case_keys),
    .size = sizeof(struct lesson_case),
    .place = offsetof(struct lesson_case, at),
    .id = offsetof(struct lesson_case, id),
    .done = case_done,
};

/* ---- what others do ---- */
static const struct key act_keys[] = {
    {.name = "as", .kind = WANT_NAME, .required = true, .at = offsetof(struct lesson_act, as)},
    {.name = "bring", .kind = WANT_NAME, .at = offsetof(struct lesson_act, bring)},
    {.name = "decide", .kind = WANT_NAME, .at = offsetof(struct lesson_act, decide)},
    {.name = "on", .kind = WANT_LINE, .at = offsetof(struct lesson_act, on)},
    {.name = "open", .kind = WANT_NAME, .at = offsetof(struct lesson_act, open)},
    {.name = "under", .kind = WANT_LINE, .at = offsetof(struct lesson_act, under)},
    {.name = "reason", .kind = WANT_LINE, .at = offsetof(struct lesson_act, reason)},
    {.name = "answers",
	.kind = WANT_OWN,
	.at = offsetof(struct lesson_act, answers),
	.read = read_pairs},
    {.name = "with",
	.kind = WANT_OWN,
	.at = offsetof(struct lesson_act, with),
	.read = read_pairs},
};

/* Questions of every form that a step of this name asks to be filled. */
static struct strs questions_of(struct reader *r, struct str step)
{
	struct strs out = {0};

	for (size_t i = 0; i < r->pack->types.n; i++) {
		const struct record_type *t = &r->pack->types.v[i];
		const struct transition *tr = type_transition(t, step);
		const struct form *f = tr ? type_form(t, tr->form) : NULL;
		for (size_t k = 0; f && k < f->n; k++)
			*arena_push(r->a, &out) = f->questions[k].name;
	}
	return out;
}

static struct strs fields_of(struct reader *r, struct str type)
{
	const struct record_type *t = pack_type(r->pack, type);
	struct strs out = {0};

	for (size_t i = 0; t && i < t->fields.n; i++)
		*arena_push(r->a, &out) = t->fields.v[i].name;
	return out;
}

static void act_done(struct reader *r, const struct node *n, void *owner)
{
	const struct lesson_act *a = owner;
	struct strs steps = known_steps(r), types = known_types(r), names;
	int kinds = (a->bring.n > 0) + (a->decide.n > 0) + (a->open.n > 0);

	if (kinds != 1)
		want_fault(
		    r, n, "found %d things to do; expected one of bring, decide, open", kinds);
	if ((a->decide.n > 0) != (a->on.n > 0))
		want_fault(r, n, "found %s; expected both",
		    a->on.n ? "'on' without 'decide'" : "'decide' without 'on'");
	one_of(r, node_get(n, "decide"), a->decide, &steps, "a step of the pack");
	one_of(r, node_get(n, "open"), a->open, &types, "a record type");
	names = questions_of(r, a->decide);
	keys_of(r, node_get(n, "answers"), &names, "a question of the step's form");
	names = fields_of(r, a->open);
	keys_of(r, node_get(n, "with"), &names, "a field of the type");
}
const struct key_table act_table = {
    .what = "act of another person",
    TABLE(act_keys),
    .size = sizeof(struct lesson_act),
    .place = offsetof(struct lesson_act, at),
    .id = NO_ID,
    .done = act_done,
};

/* ---- steps ---- */
static const struct word deed_words[] = {
    {"viewed", DEED_VIEWED},
    {"reasoned", DEED_REASONED},
    {"answered", DEED_ANSWERED},
    {"noted", DEED_NOTED},
    {"unlocked", DEED_UNLOCKED},
    {"returned", DEED_RETURNED},
};

static void read_check(struct reader *r, const struct node *n, void *out)
{
	want_expr(r, n, NULL, out);
}

static const struct key step_keys[] = {
    {.name = "id", .kind = WANT_NAME, .required = true, .at = offsetof(struct lesson_step, id)},
    {.name = "part",
	.kind = WANT_LINE,
	.required = true,
	.max = 30,
	.at = offsetof(struct lesson_step, part)},
    {.name = "say",
	.kind = WANT_LINE,
	.required = true,
	.max = SAY_BYTES,
	.at = offsetof(struct lesson_step, say)},
    {.name = "check",
	.kind = WANT_OWN,
	.at = offsetof(struct lesson_step, check),
	.read = read_check},
    {.name = "deed",
	.kind = WANT_WORD,
	.at = offsetof(struct lesson_step, deed),
	.words = WORDS(deed_words)},
    {.name = "of", .kind = WANT_LINE, .at = offsetof(struct lesson_step, of)},
    {.name = "missing",
	.kind = WANT_LINE,
	.required = true,
	.max = HINT_BYTES,
	.at = offsetof(struct lesson_step, missing)},
    {.name = "hint",
	.kind = WANT_LINE,
	.required = true,
	.max = HINT_BYTES,
	.at = offsetof(struct lesson_step, hint)},
    {.name = "first",
	.kind = WANT_LIST,
	.at = offsetof(struct lesson_step, first),
	.of = &act_table},
};

/* {step NAME} is the key of a step of the pack. */
static void check_keys_named(struct reader *r, const struct node *n, struct str text)
{
	struct strs steps = known_steps(r);
	struct str part;

	while (n && str_cut(&text, '{', &part)) {
		struct str rest = text, name;
		if (!str_cut(&rest, '}', &name) || !str_starts(name, STR("step ")))
			continue;
		one_of(
		    r, n, (struct str){name.p + 5, name.n - 5}, &steps, "a step of the pack");
	}
}

static void step_done(struct reader *r, const struct node *n, void *owner)
{
	const struct lesson_step *s = owner;

	if (!node_get(n, "check") && !node_get(n, "deed"))
		want_fault(r, n,
		    "found neither 'check' nor 'deed'; expected one, which tells "
		    "that the step was done");
	if (node_get(n, "of") && !node_get(n, "deed"))
		want_fault(r, node_get(n, "of"), "found 'of' without 'deed'; expected both");
	check_keys_named(r, node_get(n, "say"), s->say);
	check_keys_named(r, node_get(n, "hint"), s->hint);
	check_keys_named(r, node_get(n, "missing"), s->missing);
}
const struct key_table step_table = {
    .what = "step of a tutorial",
    TABLE(step_keys),
    .size = sizeof(struct lesson_step),
    .place = offsetof(struct lesson_step, at),
    .id = offsetof(struct lesson_step, id),
    .done = step_done,
};

/* ---- the whole ---- */
static const struct key lesson_keys[] = {
    {.name = "learner",
	.kind = WANT_NAME,
	.required = true,
	.at = offsetof(struct lesson, learner)},
    {.name = "watcher",
	.kind = WANT_NAMES,
	.required = true,
	.at = offsetof(struct lesson, watcher)},
    {.name = "people",
	.kind = WANT_LIST,
	.required = true,
	.at = offsetof(struct lesson, people),
	.of = &person_table},
    {.name = "cases",
	.kind = WANT_LIST,
	.required = true,
	.at = offsetof(struct lesson, cases),
	.of = &training_case_table},
    {.name = "steps",
	.kind = WANT_LIST,
	.required = true,
	.at = offsetof(struct lesson, steps),
	.of = &step_table},
    {.name = "end",
	.kind = WANT_TEXT,
	.required = true,
	.max = END_BYTES,
	.at = offsetof(struct lesson, end)},
};

/* Who acts, and on which case, is known when people and cases are. */
static void check_acts(struct reader *r, const struct node *step, const struct lesson *l)
{
	const struct node *acts = node_get(step, "first");
	struct strs people = {0}, cases = {0};

	for (size_t i = 0; i < l->people.n; i++)
		*arena_push(r->a, &people) = l->people.v[i].account;
	for (size_t i = 0; i < l->cases.n; i++)
		*arena_push(r->a, &cases) = l->cases.v[i].id;
	for (size_t i = 0; acts && acts->kind == NODE_LIST && i < acts->items.n; i++) {
		const struct node *as = node_get(acts->items.v[i], "as");
		const struct node *bring = node_get(acts->items.v[i], "bring");
		if (as)
			one_of(r, as, as->text, &people, "an account of the tutorial");
		if (bring)
			one_of(r, bring, bring->text, &cases, "a case of the tutorial");
	}
}

static bool said_before(struct str id, const struct node *steps, size_t before)
{
	for (size_t i = 0; i < before; i++) {
		const struct node *n = steps->items.v[i]->kind == NODE_MAP
					   ? node_get(steps->items.v[i], "id")
					   : NULL;
		if (n && str_eq(n->text, id))
			return true;
	}
	return false;
}

static void check_steps(struct reader *r, const struct node *steps, const struct lesson *l)
{
	for (size_t i = 0; steps && steps->kind == NODE_LIST && i < steps->items.n; i++) {
		const struct node *step = steps->items.v[i];
		const struct node *id = step->kind == NODE_MAP ? node_get(step, "id") : NULL;
		if (id && said_before(id->text, steps, i))
			want_fault(r, id, "found the step '%.*s' twice; expected each once",
			    STR_ARG(id->text));
		if (step->kind == NODE_MAP)
			check_acts(r, step, l);
	}
}

static void lesson_done(struct reader *r, const struct node *n, void *owner)
{
	const struct lesson *l = owner;
	struct strs roles = known_roles(r), people = {0};

	for (size_t i = 0; i < l->people.n; i++)
		*arena_push(r->a, &people) = l->people.v[i].account;
	one_of(r, node_get(n, "learner"), l->learner, &people, "an account of the tutorial");
	all_of(r, node_get(n, "watcher"), l->watcher, &roles, "a role of the review");
	check_steps(r, node_get(n, "steps"), l);
}
const struct key_table lesson_table = {
    .what = "tutorial",
    TABLE(lesson_keys),
    .place = NO_ID,
    .id = NO_ID,
    .done = lesson_done,
};

void read_lesson(struct reader *r, const struct node *n)
{
	struct lesson *l = arena_new(r->a, struct lesson, 1);

	if (want_map(r, n, &lesson_table, l))
		r->pack->lesson = l;
}
