/* SPDX-License-Identifier: MIT */
/* Forms and their questions, within a record file or in a file of their own. */
#include "conf/tables.h"

static const struct key question_keys[] = {
    {.name = "ask", .kind = WANT_NAME, .required = true, .at = offsetof(struct question, name)},
    SPEC_KEYS(struct question),
    {.name = "label", .kind = WANT_LINE, .at = offsetof(struct question, label)},
    {.name = "help", .kind = WANT_TEXT, .at = offsetof(struct question, help)},
    {.name = "required",
	.kind = WANT_BOOL,
	.at = offsetof(struct question, required),
	.dflt = true},
    {.name = "show_if",
	.kind = WANT_EXPR,
	.at = offsetof(struct question, show_if_text),
	.also = offsetof(struct question, show_if)},
    {.name = "reason_if", .kind = WANT_LINE, .at = offsetof(struct question, reason_if)},
};

static void check_reason(struct reader *r, const struct node *n, const struct question *q)
{
	struct strs codes = {0};

	if (q->reason_if.n == 0 || str_is(q->reason_if, "*") ||
	    spec_has_code(&q->spec, q->reason_if))
		return;
	for (size_t i = 0; i < q->spec.choices.n; i++)
		*arena_push(r->a, &codes) = q->spec.choices.v[i].code;
	want_fault(r, n, "found reason_if %s; expected a code of the question or '*'%s",
	    want_found(r, n), want_near(r, q->reason_if, &codes));
}

static void question_done(struct reader *r, const struct node *n, void *owner)
{
	struct question *q = owner;

	spec_done(r, n, &q->spec);
	if (q->label.n == 0)
		q->label = label_of(r->a, q->name);
	check_reason(r, node_get(n, "reason_if"), q);
}
const struct key_table question_table = {
    .what = "question",
    TABLE(question_keys),
    .size = sizeof(struct question),
    .place = offsetof(struct question, at),
    .id = offsetof(struct question, name),
    .done = question_done,
};

/* questions, n and cap of a form are laid out as a vector. */
#define FORM_KEYS                                                                              \
	{.name = "title", .kind = WANT_LINE, .at = offsetof(struct form, title)},              \
	    {.name = "intro", .kind = WANT_TEXT, .at = offsetof(struct form, intro)},          \
	{                                                                                      \
		.name = "questions", .kind = WANT_LIST, .required = true,                      \
		.at = offsetof(struct form, questions), .of = &question_table                  \
	}

static void form_done(struct reader *r, const struct node *n, void *owner)
{
	struct form *f = owner;
	const struct node *q = node_get(n, "questions");

	if (f->title.n == 0)
		f->title = label_of(r->a, f->name);
	if (q && q->kind == NODE_LIST && q->items.n == 0)
		want_fault(r, q, "found no question; expected at least one");
}

static const struct key form_keys[] = {FORM_KEYS};
const struct key_table form_table = {
    .what = "form",
    TABLE(form_keys),
    .size = sizeof(struct form),
    .place = offsetof(struct form, at),
    .id = offsetof(struct form, name),
    .done = form_done,
};

/* A form on its own says whose it is; the form comes first, so one pointer is both. */
struct form_file {
	struct form form;
	struct str type;
};
static void read_form_type(struct reader *r, const struct node *n, void *owner)
{
	struct form_file *file = owner;
	struct strs known = {0};

	if (!want_name(r, n, &file->type))
		return;
	r->type = NULL;
	for (size_t i = 0; i < r->pack->types.n; i++) {
		*arena_push(r->a, &known) = r->pack->types.v[i].name;
		if (str_eq(r->pack->types.v[i].name, file->type))
			r->type = &r->pack->types.v[i];
	}
	if (!r->type && r->whole)
		want_fault(r, n, "found %s; expected a record type of this pack%s",
		    want_found(r, n), want_near(r, file->type, &known));
}
static const struct key form_file_keys[] = {
    {.name = "form", .kind = WANT_NAME, .required = true, .at = offsetof(struct form, name)},
    {.name = "type", .kind = WANT_OWN, .required = true, .read = read_form_type},
    FORM_KEYS,
};
const struct key_table form_file_table = {
    .what = "form file",
    TABLE(form_file_keys),
    .size = sizeof(struct form_file),
    .place = offsetof(struct form, at),
    .id = NO_ID,
    .done = form_done,
};

void read_form_file(struct reader *r, const struct node *n)
{
	struct form_file *file = arena_new(r->a, struct form_file, 1);

	r->type = NULL;
	if (want_map(r, n, &form_file_table, file) && r->type)
		*arena_push(r->a, &r->type->forms) = file->form;
	r->type = NULL;
}
