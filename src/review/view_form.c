/* SPDX-License-Identifier: MIT */
/* A form of a record as a reply, with why it cannot be edited. */
#include "review/seat.h"
#include "review/view.h"
#include "review/words.h"
#include "review/refusals.h"

void view_choices(struct desk *d, const struct vspec *spec, struct part_question *out)
{
	if (spec->type != VT_CHOICE && spec->type != VT_CHOICES && spec->absent == 0)
		return;
	for (size_t i = 0; i < spec->choices.n; i++)
		*arena_push(d->arena, &out->choices) =
		    (struct part_choice){.code = spec->choices.v[i].code,
			.label = say_code(&spec->choices, spec->choices.v[i].code)};
	for (unsigned i = 0; i < 3; i++)
		if (spec->absent & 1u << i)
			*arena_push(d->arena, &out->choices) = (struct part_choice){
			    .code = absences[i].code, .label = absences[i].label};
}

static void put_question(struct desk *d, const struct asked *k, struct rep_form *r)
{
	struct part_question *out = arena_push(d->arena, &r->questions);

	*out = (struct part_question){.name = k->q->name,
	    .label = k->q->label,
	    .help = k->q->help,
	    .kind = str_of(vtype_name(k->q->spec.type)),
	    .required = k->q->required,
	    .shown = k->shown,
	    .value = value_text(d->arena, k->value),
	    .text = say_value(d->arena, k->q->spec.type, &k->q->spec.choices, k->value),
	    .reason = k->reason,
	    .reason_if = k->q->reason_if,
	    .needs_reason = k->needs_reason,
	    .missing = k->missing};
	view_choices(d, &k->q->spec, out);
}

static struct str why_not_editable(
    struct desk *d, const struct me *m, const struct casefile *c, const struct form *f)
{
	struct str state = state_words(c->type, c->all.state);
	const struct form **now = NULL;
	struct err why = {0};
	size_t n = 0;

	if (!casefile_held(d, m, c, &why) ||
	    (!may_work(c, &m->person) && !work_refusal(d, c, &m->person, &why)))
		return arena_cstr(d->arena, why.text);
	state_forms(d->arena, c->type, c->all.state, &now, &n);
	for (size_t i = 0; i < n; i++)
		if (str_eq(now[i]->name, f->name)) /* a type may have been read anew */
			return STR("");
	return arena_printf(d->arena, REFUSED_FORM_NONE, STR_ARG(f->title), STR_ARG(state));
}

static void put_side(struct desk *d, const struct question *q, const char *side,
    const struct json *given, struct part_question *out)
{
	struct value v = value_of_json(json_get_str(given, q->name));
	struct str text = say_value(d->arena, q->spec.type, &q->spec.choices, v);

	*arena_push(d->arena, &out->blind) = (struct part_choice){
	    .code = str_of(side), .label = v.kind == V_NONE ? STR("no answer") : text};
}

/* For the third person: what both readers said, as A and B and not as first and second. */
static void put_both(struct desk *d, const struct casefile *c, struct rep_form *r)
{
	bool swap = both_swapped(c);

	for (size_t i = 0; i < r->questions.n; i++) {
		struct part_question *out = &r->questions.v[i];
		const struct question *q = seat_question(c->type, out->name);
		if (!q)
			continue;
		out->agreed = both_settled(c->both, q->name);
		if (!str_has(c->both->differ, q->name))
			continue;
		put_side(d, q, "A", swap ? c->both->second : c->both->first, out);
		put_side(d, q, "B", swap ? c->both->first : c->both->second, out);
	}
}

void view_form(struct desk *d, const struct me *m, const struct casefile *c,
    const struct form *f, struct rep_form *r)
{
	struct asked_form asked = {0};

	form_view(d->arena, casefile_steps(c), f, &asked);
	*r = (struct rep_form){.ref = c->rec.ref,
	    .form = f->name,
	    .title = f->title,
	    .intro = f->intro,
	    .version = c->rec.version,
	    .why_not = why_not_editable(d, m, c, f),
	    .shown = (int64_t)asked.shown,
	    .answered = (int64_t)asked.answered,
	    .missing = (int64_t)asked.missing};
	r->editable = r->why_not.n == 0;
	for (size_t i = 0; i < asked.n; i++)
		put_question(d, &asked.v[i], r);
	if (c->both && casefile_mine(m, c) && form_seated(c->type, f->name))
		put_both(d, c, r);
}
