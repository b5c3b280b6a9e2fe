/* SPDX-License-Identifier: MIT */
/* The fields to fill in when a record is opened by hand, shown as a form. */
#include "review/opening.h"
#include "review/rights.h"
#include "review/view.h"
#include "review/words.h"

static void put_field(struct desk *d, const struct field *f, struct rep_form *r)
{
	struct part_question *out = arena_push(d->arena, &r->questions);

	*out = (struct part_question){.name = f->name,
	    .label = f->label,
	    .kind = str_of(vtype_name(f->spec.type)),
	    .required = f->required,
	    .shown = true,
	    .missing = f->required ? STR("a value is needed") : STR("")};
	view_choices(d, &f->spec, out);
	r->shown++;
	r->missing += f->required;
}

static struct str title_of(struct desk *d, const struct opening_at *o)
{
	if (!o->parent)
		return o->type->label;
	return arena_printf(
	    d->arena, "%.*s under %.*s", STR_ARG(o->type->label), STR_ARG(o->parent->rec.ref));
}

bool review_sheet(struct desk *d, const struct req_sheet *q, struct rep_form *r, struct err *e)
{
	struct opening_at o;
	struct strs closed = {0};
	struct me m;

	*r = (struct rep_form){0};
	if (!desk_need(d, RIGHT_CASES, &m, e) || !opening_find(d, &m, q->type, q->under, &o, e))
		return false;
	*r = (struct rep_form){
	    .ref = o.parent ? o.parent->rec.ref : STR(""), .form = o.type->name};
	r->title = title_of(d, &o);
	r->reason = o.type->open.reason;
	r->editable = opening_allowed(d, &m, &o, &closed);
	r->why_not = say_list(d->arena, closed, "and");
	r->version = o.parent ? o.parent->rec.version : 0;
	for (size_t i = 0; i < o.type->fields.n; i++)
		if (!field_hidden(&m, &o.type->fields.v[i]))
			put_field(d, &o.type->fields.v[i], r);
	return true;
}
