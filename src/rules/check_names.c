/* SPDX-License-Identifier: MIT */
/* Names within a record type: each once, none that the language itself uses. */
#include "rules/check.h"
#include "rules/english.h"
#include "rules/possible.h"
#include "rules/template.h"

/* Words with a meaning of their own in expressions. */
static const char *const reserved[] = {"has", "and", "or", "not", "none", "me", "today"};

static bool is_word(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		bool letter = s.p[i] >= 'a' && s.p[i] <= 'z';
		bool digit = (s.p[i] >= '0' && s.p[i] <= '9') || s.p[i] == '_';
		if (!letter && (!digit || i == 0))
			return false;
	}
	return s.n > 0;
}

/* A name that expressions use. */
static void check_name(
    struct check *c, struct place at, const char *what, struct str name, struct strs *seen)
{
	if (!is_word(name))
		check_fault(c, at,
		    "the %s is named '%.*s'; expected a lower-case word of a-z, "
		    "0-9 and _",
		    what, STR_ARG(name));
	for (size_t i = 0; i < sizeof(reserved) / sizeof(*reserved); i++)
		if (str_is(name, reserved[i]))
			check_fault(c, at,
			    "the %s is named '%.*s', a word of the expression "
			    "language; expected another name",
			    what, STR_ARG(name));
	for (size_t i = 0; i < CORE_ATTRS; i++)
		if (str_eq(name, c->pack->core[i].name))
			check_fault(c, at,
			    "the %s is named '%.*s', which every record has "
			    "already; expected another name",
			    what, STR_ARG(name));
	if (str_has(*seen, name))
		check_fault(c, at,
		    "the %s '%.*s' has the name of another field or question; "
		    "expected a name of its own within the record type",
		    what, STR_ARG(name));
	*arena_push(c->arena, seen) = name;
}

/* Besides its fields a child knows what it was opened under, and its number there. */
static bool is_of_child(struct str name)
{
	return str_is(name, "parent") || str_is(name, "n");
}

static void check_template(struct check *c, const char *what, struct str text, bool required)
{
	struct strs known = known_fields(c, false);
	struct str before, name;

	while (template_next(&text, &before, &name)) {
		const struct field *f = type_field(c->type, name);
		if (!f && is_of_child(name))
			continue;
		if (check_known(c, c->type->at, "field in the template", name, known) &&
		    required && f && !f->required)
			check_fault(c, c->type->at,
			    "the %s needs the field '%.*s', which may be "
			    "left out; expected required: true",
			    what, STR_ARG(name));
	}
	for (size_t i = 0; i < before.n; i++)
		if (before.p[i] == '{' || before.p[i] == '}')
			check_fault(c, c->type->at, "the %s has a lone '%c'; expected {field}",
			    what, before.p[i]);
}

/* Does the text name what only a child has? A number has every record: under its parent, or
 * of its type. */
static bool names_parent(struct str text)
{
	struct str before, name;

	while (template_next(&text, &before, &name))
		if (str_is(name, "parent"))
			return true;
	return false;
}

/* Whatever brings a record of it into being alone leaves its reference without a parent. */
static void check_child(struct check *c)
{
	const struct record_type *t = c->type;
	bool under = false;

	if (!names_parent(t->ref))
		return;
	for (size_t i = 0; i < c->pack->types.n; i++)
		under = under || may_be_under(c->pack, t, &c->pack->types.v[i]);
	if (!under)
		check_fault(c, t->at,
		    "the ref needs the record above, and nothing opens a record of type '%.*s' "
		    "under another; "
		    "expected fields only",
		    STR_ARG(t->name));
	if (t->open.given && t->open.under.n == 0)
		check_fault(c, t->open.at,
		    "the ref needs the record above, and a record of type '%.*s' may be opened "
		    "alone; "
		    "expected under",
		    STR_ARG(t->name));
	for (size_t i = 0; i < c->pack->maps.n; i++)
		if (str_eq(c->pack->maps.v[i].type, t->name))
			check_fault(c, c->pack->maps.v[i].at,
			    "the map '%.*s' brings records of type '%.*s' alone, and its ref "
			    "needs the "
			    "record "
			    "above; expected a ref of fields",
			    STR_ARG(c->pack->maps.v[i].name), STR_ARG(t->name));
}

static void check_states(struct check *c)
{
	const struct record_type *t = c->type;
	struct strs seen = {0};

	for (size_t i = 0; i < t->states.n; i++) {
		const struct state *s = &t->states.v[i];
		check_once(c, s->at, "state", s->name, &seen);
		if (s->queue.n && check_known(c, s->at, "role", s->queue, known_roles(c)) &&
		    !role_takes(c->pack, s->queue))
			check_fault(c, s->at,
			    "the queue of '%.*s' is for '%.*s', a role without "
			    "the right to take; expected a role that is served work",
			    STR_ARG(s->name), STR_ARG(s->queue));
		if (s->queue.n && s->final)
			check_fault(c, s->at,
			    "the state '%.*s' is final and has a queue; expected "
			    "one or the other",
			    STR_ARG(s->name));
	}
}

void check_names(struct check *c)
{
	const struct record_type *t = c->type;
	struct strs names = {0}, forms = {0};

	for (size_t i = 0; i < t->fields.n; i++)
		check_name(c, t->fields.v[i].at, "field", t->fields.v[i].name, &names);
	for (size_t i = 0; i < t->forms.n; i++) {
		const struct form *f = &t->forms.v[i];
		check_once(c, f->at, "form", f->name, &forms);
		for (size_t j = 0; j < f->n; j++)
			check_name(
			    c, f->questions[j].at, "question", f->questions[j].name, &names);
	}
	check_states(c);
	if (t->ref.n == 0)
		check_fault(c, t->at,
		    "the record type '%.*s' has no ref; expected a template such "
		    "as CASE-{number}",
		    STR_ARG(t->name));
	check_template(c, "ref", t->ref, true);
	check_template(c, "title", t->title, false);
	check_child(c);
	if (t->received.n &&
	    check_known(c, t->at, "field", t->received, known_fields(c, false)) &&
	    type_field(t, t->received)->spec.type != VT_DATE)
		check_fault(c, t->at,
		    "received names '%.*s', which is of type %s; expected date",
		    STR_ARG(t->received), vtype_name(type_field(t, t->received)->spec.type));
}
