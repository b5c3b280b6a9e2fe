/* SPDX-License-Identifier: MIT */
/*
 * Which columns a list shows: those of the type that the review is about, or of the only type
 * whose records an expression admits. Types are bits here; what cannot be told from the tree
 * admits all of them.
 */
#include "review/listing.h"

enum { TYPES_MOST = 64 };

static uint64_t all_types(const struct pack *p)
{
	return p->types.n >= TYPES_MOST ? ~UINT64_C(0) : (UINT64_C(1) << p->types.n) - 1;
}

static bool has_value(const struct expr *x, struct str code)
{
	for (size_t i = 0; i < x->nvals; i++)
		if (x->vals[i].kind == V_STR && str_eq(x->vals[i].s, code))
			return true;
	return false;
}

static bool has_state(const struct expr *x, const struct record_type *t)
{
	for (size_t i = 0; i < t->states.n; i++)
		if (has_value(x, t->states.v[i].name))
			return true;
	return false;
}

static bool has_question(const struct record_type *t, struct str name)
{
	for (size_t i = 0; i < t->forms.n; i++)
		if (form_question(&t->forms.v[i], name))
			return true;
	return false;
}

/* What imports bring is what a review is about. */
const struct record_type *main_type(const struct pack *p)
{
	const struct record_type *t = p->maps.n ? pack_type(p, p->maps.v[0].type) : NULL;

	return t ? t : &p->types.v[0];
}

/* Columns of a list whose rows may be of several types, none of them the main one. */
static const struct column several_columns[] = {
    {.name = STR_INIT("ref"), .label = STR_INIT("Reference"), .width = 22, .priority = 0},
    {.name = STR_INIT("type"), .label = STR_INIT("Kind"), .width = 18, .priority = 1},
    {.name = STR_INIT("state"), .label = STR_INIT("State"), .width = 20, .priority = 1},
    {.name = STR_INIT("due"), .label = STR_INIT("Due"), .width = 10, .priority = 2},
    {.name = STR_INIT("holder"), .label = STR_INIT("Held by"), .width = 10, .priority = 3},
};

/* A value of a field is only where the field is. */
static bool admits(const struct pack *p, const struct expr *x, const struct record_type *t)
{
	switch (x->attr->home) {
	case AT_CORE:
		if (x->op == EX_EQ && x->attr->core == CORE_TYPE)
			return has_value(x, t->name);
		if (x->op == EX_EQ && x->attr->core == CORE_PARENT)
			return t != main_type(p); /* which hangs under nothing */
		return x->op != EX_EQ || x->attr->core != CORE_STATE || has_state(x, t);
	case AT_FIELD:
	case AT_TEXT:
		return type_field(t, x->attr->name) != NULL;
	case AT_ANSWER:
		return has_question(t, x->attr->name);
	}
	return true;
}

static uint64_t admitted(const struct pack *p, const struct expr *x)
{
	uint64_t out = 0;

	if (x->op == EX_AND)
		return admitted(p, x->a) & admitted(p, x->b);
	if (x->op == EX_OR)
		return admitted(p, x->a) | admitted(p, x->b);
	if (x->op == EX_ALL || x->op == EX_NOT || !x->attr)
		return all_types(p);
	for (size_t i = 0; i < p->types.n && i < TYPES_MOST; i++)
		if (admits(p, x, &p->types.v[i]))
			out |= UINT64_C(1) << i;
	return out;
}

static const struct record_type *several(struct arena *a)
{
	struct record_type *t = arena_new(a, struct record_type, 1);

	for (size_t i = 0; i < sizeof(several_columns) / sizeof(several_columns[0]); i++)
		*arena_push(a, &t->columns) = several_columns[i];
	return t;
}

const struct record_type *listing_type(
    struct arena *a, const struct pack *p, const struct expr *x)
{
	uint64_t bits = x && p->types.n <= TYPES_MOST ? admitted(p, x) : 0;

	for (size_t i = 0; i < p->types.n && bits; i++) {
		if (bits == UINT64_C(1) << i)
			return &p->types.v[i];
		if (bits & UINT64_C(1) << i && &p->types.v[i] == main_type(p))
			return NULL;
	}
	return bits ? several(a) : NULL;
}
