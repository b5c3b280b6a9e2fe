/* SPDX-License-Identifier: MIT */
/* What fields and questions accept, and when questions are asked. */
#include "rules/check.h"
#include "rules/choice.h"
#include "rules/english.h"

static void check_code(struct check *c, struct place at, struct str name, struct str code)
{
	if (absence_bit(code))
		check_fault(c, at,
		    "'%.*s' declares the choice '%.*s'; expected it under absent",
		    STR_ARG(name), STR_ARG(code));
	if (str_is(code, "none"))
		check_fault(c, at,
		    "'%.*s' declares the choice 'none', which in expressions asks "
		    "for no value at all; expected another code",
		    STR_ARG(name));
	for (size_t i = 0; i < code.n; i++)
		if (code.p[i] == ',')
			check_fault(c, at,
			    "the choice '%.*s' of '%.*s' has a comma; expected none, "
			    "for several choices are kept with commas between them",
			    STR_ARG(code), STR_ARG(name));
}

static void check_spec(
    struct check *c, struct place at, struct str name, const struct vspec *spec)
{
	bool choice = spec->type == VT_CHOICE || spec->type == VT_CHOICES;
	struct strs seen = {0};

	if (spec->type == VT_TIME || spec->type == VT_USER)
		check_fault(c, at,
		    "'%.*s' is declared as %s, which only the program keeps; expected "
		    "line, text, integer, date, choice, choices or staff",
		    STR_ARG(name), vtype_name(spec->type));
	if (spec->min > spec->max)
		check_fault(c, at, "the range of '%.*s' is %lld to %lld; expected min <= max",
		    STR_ARG(name), (long long)spec->min, (long long)spec->max);
	if (choice && spec->choices.n == 0)
		check_fault(c, at, "'%.*s' has no choices; expected one", STR_ARG(name));
	for (size_t i = 0; i < spec->choices.n; i++) {
		check_once(c, at, "choice", spec->choices.v[i].code, &seen);
		check_code(c, at, name, spec->choices.v[i].code);
	}
}

static void check_field(struct check *c, const struct field *f)
{
	check_spec(c, f->at, f->name, &f->spec);
	if (f->bars && f->spec.type != VT_STAFF)
		check_fault(c, f->at,
		    "the field '%.*s' bars people and is of type %s; expected staff",
		    STR_ARG(f->name), vtype_name(f->spec.type));
	if (f->search && f->spec.type != VT_LINE && f->spec.type != VT_TEXT)
		check_fault(c, f->at,
		    "the field '%.*s' is searched by words and is of type %s; expected "
		    "line or text",
		    STR_ARG(f->name), vtype_name(f->spec.type));
	if (f->names && (!f->search || f->spec.type != VT_LINE))
		check_fault(c, f->at,
		    "the field '%.*s' holds names; expected a line that is searched",
		    STR_ARG(f->name));
}

static void check_reason_if(struct check *c, const struct question *q)
{
	struct strs codes = choice_codes(c->arena, &q->spec.choices);

	if (q->reason_if.n == 0 || str_is(q->reason_if, "*"))
		return;
	for (unsigned i = 0; i < 3; i++)
		if (q->spec.absent & 1u << i)
			*arena_push(c->arena, &codes) = absences[i].code;
	*arena_push(c->arena, &codes) = STR("*");
	check_known(c, q->at, "answer in reason_if", q->reason_if, codes);
}

/* A condition may look back in its form, not forward: what comes later is not yet
 * answered, and two questions could wait for each other. */
static void check_show_if(struct check *c, const struct form *f, size_t at)
{
	const struct question *q = &f->questions[at];
	struct strs names = {0};

	if (!q->show_if)
		return;
	if (q->show_if_text.n)
		check_kept(c, q->at, "show_if", q->show_if_text);
	expr_attrs(c->arena, q->show_if, &names);
	for (size_t i = at; i < f->n; i++)
		if (str_has(names, f->questions[i].name))
			check_fault(c, q->at,
			    "show_if of '%.*s' reads '%.*s', which is not yet "
			    "answered there; expected an earlier question",
			    STR_ARG(q->name), STR_ARG(f->questions[i].name));
}

void check_specs(struct check *c)
{
	const struct record_type *t = c->type;

	for (size_t i = 0; i < t->fields.n; i++)
		check_field(c, &t->fields.v[i]);
	for (size_t i = 0; i < t->forms.n; i++)
		for (size_t j = 0; j < t->forms.v[i].n; j++) {
			const struct question *q = &t->forms.v[i].questions[j];
			check_spec(c, q->at, q->name, &q->spec);
			check_reason_if(c, q);
			check_show_if(c, &t->forms.v[i], j);
		}
}
