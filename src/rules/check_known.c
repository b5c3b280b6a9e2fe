/* SPDX-License-Identifier: MIT */
/* Names that a pack declares, for faults to say what was expected. */
#include "rules/check.h"

struct strs known_roles(const struct check *c)
{
	struct strs names = {0};

	for (size_t i = 0; i < c->pack->roles.n; i++)
		*arena_push(c->arena, &names) = c->pack->roles.v[i].id;
	return names;
}

struct strs known_bands(const struct check *c)
{
	struct strs names = {0};

	for (size_t i = 0; i < c->pack->bands.n; i++)
		*arena_push(c->arena, &names) = c->pack->bands.v[i].id;
	return names;
}

struct strs known_states(const struct check *c)
{
	struct strs names = {0};

	for (size_t i = 0; i < c->type->states.n; i++)
		*arena_push(c->arena, &names) = c->type->states.v[i].name;
	return names;
}

struct strs known_fields(const struct check *c, bool text_too)
{
	struct strs names = {0};

	for (size_t i = 0; i < c->type->fields.n; i++)
		if (text_too || c->type->fields.v[i].spec.type != VT_TEXT)
			*arena_push(c->arena, &names) = c->type->fields.v[i].name;
	return names;
}

struct strs known_types(const struct check *c)
{
	struct strs names = {0};

	for (size_t i = 0; i < c->pack->types.n; i++)
		*arena_push(c->arena, &names) = c->pack->types.v[i].name;
	return names;
}

struct strs known_forms(const struct check *c)
{
	struct strs names = {0};

	for (size_t i = 0; i < c->type->forms.n; i++)
		*arena_push(c->arena, &names) = c->type->forms.v[i].name;
	return names;
}

struct strs known_clocks(const struct check *c)
{
	struct strs names = {0};

	for (size_t i = 0; i < c->type->clocks.n; i++)
		*arena_push(c->arena, &names) = c->type->clocks.v[i].name;
	return names;
}

struct strs known_transitions(const struct check *c)
{
	struct strs names = {0};

	for (size_t i = 0; i < c->type->transitions.n; i++)
		*arena_push(c->arena, &names) = c->type->transitions.v[i].id;
	return names;
}

struct strs known_competences(const struct check *c)
{
	struct strs names = {0};

	for (size_t i = 0; i < c->pack->competences.n; i++)
		*arena_push(c->arena, &names) = c->pack->competences.v[i].id;
	return names;
}
