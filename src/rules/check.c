/* SPDX-License-Identifier: MIT */
/* Faults of a whole pack: the parts in order, and what several of them say. */
#include "rules/check.h"

#include <stdarg.h>
#include <stdio.h>

#include "rules/english.h"

void fault_add(struct arena *a, struct faults *f, struct place at, const char *fmt, ...)
{
	struct fault *fault = arena_push(a, f);
	char *text;
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	text = arena_alloc(a, (size_t)(n > 0 ? n : 0) + 1, 1);
	va_start(ap, fmt);
	vsnprintf(text, (size_t)(n > 0 ? n : 0) + 1, fmt, ap);
	va_end(ap);
	/* What is quoted may have several lines; a fault is one. */
	for (char *p = text; *p; p++)
		if ((unsigned char)*p < ' ')
			*p = ' ';
	fault->at = at;
	fault->text = str_of(text);
}

bool check_known(
    struct check *c, struct place at, const char *what, struct str name, struct strs known)
{
	struct str list, near;

	if (str_has(known, name))
		return true;
	list =
	    known.n ? english_list(c->arena, known, "or") : STR("none, for none is declared");
	near = english_near(c->arena, name, known);
	check_fault(c, at, "unknown %s '%.*s'; expected %.*s%.*s", what, STR_ARG(name),
	    STR_ARG(list), STR_ARG(near));
	return false;
}

void check_once(
    struct check *c, struct place at, const char *what, struct str name, struct strs *seen)
{
	if (str_has(*seen, name))
		check_fault(c, at, "the %s '%.*s' is there twice; expected each once", what,
		    STR_ARG(name));
	*arena_push(c->arena, seen) = name;
}

void check_kept(struct check *c, struct place at, const char *what, struct str text)
{
	struct expr_env env = {.pack = c->pack, .type = c->type, .now = NO_TIME};
	const struct expr *x;
	struct err e = {0};

	if (!expr_parse(c->arena, text, &env, &x, &e))
		check_fault(c, at, "%s: %s", what, e.text);
}

static void check_roles(struct check *c)
{
	struct strs roles = {0}, bands = {0}, regimes = {0}, types = {0};
	const struct pack *p = c->pack;

	for (size_t i = 0; i < p->roles.n; i++)
		check_once(c, p->roles.v[i].at, "role", p->roles.v[i].id, &roles);
	for (size_t i = 0; i < p->bands.n; i++)
		check_once(c, p->bands.v[i].at, "band", p->bands.v[i].id, &bands);
	for (size_t i = 0; i < p->types.n; i++)
		check_once(c, p->types.v[i].at, "record type", p->types.v[i].name, &types);
	for (size_t i = 0; i < p->regimes.n; i++) {
		const struct regime *r = &p->regimes.v[i];
		check_once(c, r->at, "regime", r->id, &regimes);
		if (i > 0 && r->from <= r[-1].from)
			check_fault(c, r->at,
			    "the regime '%.*s' begins no later than the one before it; "
			    "expected "
			    "regimes in the order of their days",
			    STR_ARG(r->id));
	}
}

/* An expression over all types has one meaning of each name. */
static void check_across(struct check *c)
{
	const struct pack *p = c->pack;

	for (size_t i = 1; i < p->types.n; i++)
		for (size_t j = 0; j < p->types.v[i].fields.n; j++) {
			const struct field *f = &p->types.v[i].fields.v[j];
			const struct attr *other = attr_find(p, NULL, f->name);
			if (other && other->home != AT_CORE && other->type != f->attr.type)
				check_fault(c, f->at,
				    "the field '%.*s' is of type %s here and %s in another "
				    "record "
				    "type; "
				    "expected one kind under one name",
				    STR_ARG(f->name), vtype_name(f->attr.type),
				    vtype_name(other->type));
		}
}

static void (*const of_type[])(struct check *) = {check_names, check_specs, check_steps,
    check_keys, check_sets, check_people, check_seats, check_clocks, check_autos, check_graph,
    check_guards, check_ranks};

void pack_check(struct arena *a, const struct pack *p, struct faults *out)
{
	struct check c = {.arena = a, .pack = p, .out = out};

	if (p->types.n == 0)
		check_fault(&c, (struct place){0}, "the pack has no record type; expected one");
	if (p->roles.n == 0)
		check_fault(&c, (struct place){0}, "the pack has no role; expected one");
	if (p->scope_from != NO_DAY && p->scope_to != NO_DAY && p->scope_from > p->scope_to)
		check_fault(&c, (struct place){0},
		    "the scope ends before it begins; expected from <= to");
	check_roles(&c);
	check_across(&c);
	for (size_t i = 0; i < p->types.n; i++) {
		c.type = &p->types.v[i];
		for (size_t k = 0; k < sizeof(of_type) / sizeof(*of_type); k++)
			of_type[k](&c);
	}
	c.type = NULL;
	check_endless(&c);
	check_whole(&c);
	check_maps(&c);
	check_quality(&c);
}
