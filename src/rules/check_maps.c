/* SPDX-License-Identifier: MIT */
/* Import maps and saved views: what they name is there and what they give is accepted. */
#include "rules/check.h"
#include "rules/english.h"

static void check_codes(struct check *c, const struct map_column *col, const struct field *f)
{
	struct strs seen = {0};

	for (size_t i = 0; i < col->codes.n; i++) {
		const struct choice *code = &col->codes.v[i];
		struct value v;
		struct err e = {0};
		check_once(c, col->at, "code", code->code, &seen);
		if (!value_accept(c->arena, &f->spec, code->label, 0, &v, &e))
			check_fault(c, col->at, "the code '%.*s' of '%.*s': %s",
			    STR_ARG(code->code), STR_ARG(col->header), e.text);
	}
}

static void check_map_column(struct check *c, const struct map_column *col)
{
	const struct field *f = type_field(c->type, col->field);

	if (!check_known(c, col->at, "field", col->field, known_fields(c, true)))
		return;
	check_codes(c, col, f);
	if (col->date_format.n && f->spec.type != VT_DATE)
		check_fault(c, col->at,
		    "the column '%.*s' has a date format and '%.*s' is of type "
		    "%s; expected date",
		    STR_ARG(col->header), STR_ARG(f->name), vtype_name(f->spec.type));
	if (col->date_format.n && !str_is(col->date_format, "iso") &&
	    !str_is(col->date_format, "dmy"))
		check_fault(c, col->at, "unknown date format '%.*s'; expected iso or dmy",
		    STR_ARG(col->date_format));
}

static void check_map(struct check *c, const struct import_map *m)
{
	struct strs headers = {0}, fields = {0};

	for (size_t i = 0; i < m->columns.n; i++) {
		const struct map_column *col = &m->columns.v[i];
		check_once(c, col->at, "header", col->header, &headers);
		check_once(c, col->at, "field", col->field, &fields);
		check_map_column(c, col);
	}
	for (size_t i = 0; i < m->ignore.n; i++)
		check_once(c, m->at, "header", m->ignore.v[i], &headers);
	for (size_t i = 0; i < c->type->fields.n; i++) {
		const struct field *f = &c->type->fields.v[i];
		if (f->required && !str_has(fields, f->name))
			check_fault(c, m->at,
			    "the map '%.*s' has no column for the required field "
			    "'%.*s'; expected one",
			    STR_ARG(m->name), STR_ARG(f->name));
	}
}

/* A view is read when it is used, so it may say me and today. */
static void check_view(struct check *c, const struct view *v)
{
	struct expr_env env = {.pack = c->pack, .me = STR("someone"), .now = 0};
	const struct expr *x;
	struct err e = {0};

	if (!expr_parse(c->arena, v->text, &env, &x, &e))
		check_fault(c, v->at, "the view '%.*s': %s", STR_ARG(v->name), e.text);
	for (size_t i = 0; i < v->roles.n; i++)
		check_known(c, v->at, "role", v->roles.v[i], known_roles(c));
}

void check_maps(struct check *c)
{
	const struct pack *p = c->pack;
	struct strs maps = {0}, views = {0}, types = {0};

	for (size_t i = 0; i < p->types.n; i++)
		*arena_push(c->arena, &types) = p->types.v[i].name;
	for (size_t i = 0; i < p->maps.n; i++) {
		const struct import_map *m = &p->maps.v[i];
		check_once(c, m->at, "map", m->name, &maps);
		c->type = pack_type(p, m->type);
		if (check_known(c, m->at, "record type", m->type, types))
			check_map(c, m);
	}
	c->type = NULL;
	for (size_t i = 0; i < p->views.n; i++) {
		check_once(c, p->views.v[i].at, "view", p->views.v[i].name, &views);
		check_view(c, &p->views.v[i]);
	}
}
