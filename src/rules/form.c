/* SPDX-License-Identifier: MIT */
/* A form over a record: what is asked, what is missing. */
#include "lookback/rules/step.h"
#include "rules/choice.h"

static struct json *without(struct arena *a, const struct json *obj, struct str key)
{
	struct json *copy = json_obj(a);

	for (size_t i = 0; i < obj->n; i++)
		if (!str_eq(obj->keys[i], key))
			json_put_str(a, copy, obj->keys[i], obj->v[i]);
	return copy;
}

static bool asks_reason(const struct question *q, struct value v)
{
	if (v.kind == V_NONE || q->reason_if.n == 0)
		return false;
	if (str_is(q->reason_if, "*"))
		return true;
	return v.kind == V_STR &&
	       (str_eq(v.s, q->reason_if) ||
		   (q->spec.type == VT_CHOICES && choices_hold(v.s, q->reason_if)));
}

static struct str missing(const struct asked *q)
{
	if (!q->shown)
		return STR("");
	if (q->value.kind == V_NONE)
		return q->q->required ? STR("not answered") : STR("");
	return q->needs_reason && q->reason.n == 0 ? STR("this answer needs a reason")
						   : STR("");
}

static void count(struct asked_form *out, const struct asked *q)
{
	out->shown += q->shown;
	out->answered += q->shown && q->value.kind != V_NONE;
	out->missing += q->missing.n > 0;
}

/* A hidden question's old answer must not bring up the questions that hang on it,
 * so conditions are read against the answers of what has been shown so far. */
void form_view(
    struct arena *a, const struct case_view *c, const struct form *f, struct asked_form *out)
{
	struct facts seen = c->facts;

	*out = (struct asked_form){.form = f, .v = arena_new(a, struct asked, f->n), .n = f->n};
	for (size_t i = 0; i < f->n; i++) {
		const struct question *q = &f->questions[i];
		struct asked *v = &out->v[i];
		v->q = q;
		v->shown = !q->show_if || expr_eval(a, q->show_if, &seen);
		v->value = facts_get(a, &c->facts, &q->attr);
		v->reason = value_of_json(json_get_str(c->reasons, q->name)).s;
		v->needs_reason = asks_reason(q, v->value);
		v->missing = missing(v);
		if (!v->shown && v->value.kind != V_NONE)
			seen.answers = without(a, seen.answers, q->name);
		count(out, v);
	}
}

void state_forms(struct arena *a, const struct record_type *t, struct str state,
    const struct form ***out, size_t *n)
{
	const struct form **list = arena_new(a, const struct form *, t->forms.n);

	*n = 0;
	*out = list;
	for (size_t i = 0; i < t->transitions.n; i++) {
		const struct transition *tr = &t->transitions.v[i];
		const struct form *f = str_has(tr->from, state) ? type_form(t, tr->form) : NULL;
		bool known = false;
		for (size_t k = 0; k < *n; k++)
			known = known || list[k] == f;
		if (f && !known)
			list[(*n)++] = f;
	}
}
