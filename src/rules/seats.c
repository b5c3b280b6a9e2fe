/* SPDX-License-Identifier: MIT */
/* Two readers and who decides between them: which forms, which roles, where they differ. */
#include "rules/seats.h"

bool state_is_seated(const struct record_type *t, struct str state)
{
	const struct state *s = type_state(t, state);

	return s && s->seats.given;
}

bool form_seated(const struct record_type *t, struct str form)
{
	for (size_t i = 0; i < t->transitions.n; i++) {
		const struct transition *tr = &t->transitions.v[i];
		for (size_t k = 0; tr->locks && str_eq(tr->form, form) && k < tr->from.n; k++)
			if (state_is_seated(t, tr->from.v[k]))
				return form.n > 0;
	}
	return false;
}

bool roles_blind(const struct pack *p, struct strs roles)
{
	for (size_t i = 0; i < p->types.n; i++)
		for (size_t j = 0; j < p->types.v[i].states.n; j++) {
			const struct seats *s = &p->types.v[i].states.v[j].seats;
			if (s->given &&
			    (str_has(roles, s->second) || str_has(roles, s->adjudicator)))
				return true;
		}
	return false;
}

/* Does the condition hang on answers of this form alone? Then the answers say whether the
 * question was asked. */
static bool reads_form_only(const struct form *f, const struct expr *x)
{
	if (!x)
		return true;
	if (x->op == EX_WORDS || x->op == EX_SIMILAR ||
	    (x->attr && !form_question(f, x->attr->name)))
		return false;
	return reads_form_only(f, x->a) && reads_form_only(f, x->b);
}

/* The answers to questions that were asked: an old answer to a hidden one says nothing. */
static const struct json *asked(
    struct arena *a, const struct form *f, const struct json *answers)
{
	struct json *kept = json_obj(a);
	struct facts facts = {.answers = kept, .due = NO_TIME, .wake = NO_DAY};

	for (size_t i = 0; i < f->n; i++) {
		const struct question *q = &f->questions[i];
		const struct json *v = json_get_str(answers, q->name);
		bool hidden = q->show_if && reads_form_only(f, q->show_if) &&
			      !expr_eval(a, q->show_if, &facts);
		if (v && !hidden)
			json_put_str(a, kept, q->name, value_json(a, value_of_json(v)));
	}
	return kept;
}

static bool is_compared(const struct state *s, const struct question *q)
{
	if (s->seats.compare.n)
		return str_has(s->seats.compare, q->name);
	return q->spec.type == VT_CHOICE || q->spec.type == VT_CHOICES;
}

static void form_differs(struct arena *a, const struct state *s, const struct form *f,
    const struct json *first, const struct json *second, struct strs *out)
{
	const struct json *x = asked(a, f, first), *y = asked(a, f, second);

	for (size_t i = 0; i < f->n; i++) {
		struct str name = f->questions[i].name;
		if (is_compared(s, &f->questions[i]) && !str_has(*out, name) &&
		    !value_eq(value_of_json(json_get_str(x, name)),
			value_of_json(json_get_str(y, name))))
			*arena_push(a, out) = name;
	}
}

void seats_differ(struct arena *a, const struct record_type *t, const struct state *s,
    const struct json *first, const struct json *second, struct strs *out)
{
	for (size_t i = 0; i < t->forms.n; i++) {
		bool seated = false;
		for (size_t k = 0; k < t->transitions.n; k++) {
			const struct transition *tr = &t->transitions.v[k];
			seated = seated || (tr->locks && str_has(tr->from, s->name) &&
					       str_eq(tr->form, t->forms.v[i].name));
		}
		if (seated)
			form_differs(a, s, &t->forms.v[i], first, second, out);
	}
}
