/* SPDX-License-Identifier: MIT */
/*
 * Values for fields, as set, with and a sample's set give them: read when every record
 * type is known, for they may be those of a type in a file yet to come. {name} alone is
 * not a value but where to take it from.
 */
#include "conf/tables.h"

#include <string.h>

static void keep(struct reader *r, const struct node *n, const struct record_type *type,
    const struct str *of, struct assigns *out)
{
	if (want_kind(r, n, NODE_MAP, "a map of field to value"))
		*arena_push(r->a, &r->fillings) = (struct filling){.file = r->file,
		    .map = n,
		    .type = type,
		    .of = of,
		    .out = out,
		    .owner = r->element};
}

void read_set(struct reader *r, const struct node *n, void *out)
{
	keep(r, n, r->type, NULL, out);
}

void keep_filling(
    struct reader *r, const struct node *n, const struct str *type, struct assigns *out)
{
	keep(r, n, NULL, type, out);
}

static const struct field *field_named(
    struct reader *r, const struct node *key, const struct record_type *type)
{
	struct strs known = {0};
	const struct field *f = type_field(type, key->text);

	if (f)
		return f;
	for (size_t i = 0; i < type->fields.n; i++)
		*arena_push(r->a, &known) = type->fields.v[i].name;
	want_fault(r, key, "found %s; expected a field of '%.*s'%s", want_found(r, key),
	    STR_ARG(type->name), want_near(r, key->text, &known));
	return NULL;
}

static bool has_brace(struct str s)
{
	return s.n && (memchr(s.p, '{', s.n) || memchr(s.p, '}', s.n));
}

/* {name} alone. What has a brace elsewhere was meant to be one. */
static bool read_from(struct reader *r, const struct node *n, struct str *from)
{
	struct str s = n->text, name;

	if (s.n > 2 && s.p[0] == '{' && s.p[s.n - 1] == '}') {
		struct node inner = *n;
		inner.text = (struct str){s.p + 1, s.n - 2};
		if (!has_brace(inner.text) && want_name(r, &inner, &name)) {
			*from = name;
			return true;
		}
		if (!has_brace(inner.text))
			return false;
	}
	want_fault(r, n, "found %s; expected a value, or \"{name}\" and nothing beside it",
	    want_found(r, n));
	return false;
}

/* A day relative to today would be fixed on the day the pack was read. */
static bool is_relative(const struct field *f, struct str text)
{
	int32_t day;

	return f->spec.type == VT_DATE && !day_read(text, &day) &&
	       !spec_has_code(&f->spec, text);
}

static bool read_value(
    struct reader *r, const struct node *n, const struct field *f, struct value *out)
{
	struct err e = {0};

	if (is_relative(f, n->text)) {
		want_fault(
		    r, n, "found %s; expected a date such as 2023-04-05", want_found(r, n));
		return false;
	}
	if (value_accept(r->a, &f->spec, n->text, 0, out, &e))
		return true;
	want_fault(r, n, "%s", e.text);
	return false;
}

static void fill_one(
    struct reader *r, const struct filling *f, const struct node *key, const struct node *n)
{
	const struct field *field = field_named(r, key, f->type);
	struct assign a = {.value = value_none()};
	bool ok;

	if (!field)
		return;
	a.name = field->name;
	if (n->kind != NODE_TEXT) {
		want_fault(r, n, "found %s; expected a value, or \"{name}\" in quotes",
		    want_found(r, n));
		return;
	}
	ok = has_brace(n->text) ? read_from(r, n, &a.from) : read_value(r, n, field, &a.value);
	if (ok)
		*arena_push(r->a, f->out) = a;
}

/* A type that is not there is told where it is named, not for each of its fields. */
void fill_all(struct reader *r)
{
	for (size_t i = 0; i < r->fillings.n; i++) {
		struct filling *f = &r->fillings.v[i];
		size_t before = r->faults->n;
		r->file = f->file;
		if (!f->type)
			f->type = pack_type(r->pack, *f->of);
		for (size_t k = 0; f->type && k < f->map->items.n; k++)
			fill_one(r, f, f->map->keys.v[k], f->map->items.v[k]);
		if (r->faults->n > before)
			*arena_push(r->a, &r->spoilt) = f->owner;
	}
}
