/* SPDX-License-Identifier: MIT */
#include "wreck.h"

#include "support/toypack.h"

struct place wreck_here(int line)
{
	return (struct place){STR("toy.yaml"), line, 1};
}

struct str wreck_faults(struct wreck *w)
{
	struct buf b = buf_in(w->arena);
	struct faults f = {0};

	pack_check(w->arena, w->pack, &f);
	for (size_t i = 0; i < f.n; i++)
		buf_printf(
		    &b, "%s%d: %.*s", i ? "\n" : "", f.v[i].at.line, STR_ARG(f.v[i].text));
	return buf_str(&b);
}

struct record_type *wreck_type(struct wreck *w, const char *name)
{
	for (size_t i = 0; i < w->pack->types.n; i++)
		if (str_is(w->pack->types.v[i].name, name))
			return &w->pack->types.v[i];
	BUG("no type %s", name);
}

struct transition *wreck_step(struct wreck *w, const char *id)
{
	for (size_t i = 0; i < w->pack->types.n; i++)
		for (size_t k = 0; k < w->pack->types.v[i].transitions.n; k++)
			if (str_is(w->pack->types.v[i].transitions.v[k].id, id))
				return &w->pack->types.v[i].transitions.v[k];
	BUG("no step %s", id);
}

struct field *wreck_field(struct wreck *w, const char *name)
{
	for (size_t i = 0; i < w->type->fields.n; i++)
		if (str_is(w->type->fields.v[i].name, name))
			return &w->type->fields.v[i];
	BUG("no field %s", name);
}

const struct expr *wreck_expr(struct wreck *w, const char *text)
{
	return tree(w->arena, w->pack, w->type, text);
}

void wreck_claims(const struct damage *d)
{
	struct arena a = {0};
	struct wreck w = {.arena = &a, .pack = toy_pack_open(&a)};
	struct str said;

	w.type = &w.pack->types.v[0];
	wreck_step(&w, "ask")->at = wreck_here(7);
	d->done(&w);
	said = wreck_faults(&w);
	if (!str_is(said, d->said))
		ck_abort_msg("said\n%.*s\nnot\n%s", STR_ARG(said), d->said);
	arena_clear(&a);
}
