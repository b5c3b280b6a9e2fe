/* SPDX-License-Identifier: MIT */
/* Transitions: from where to where, who may, under what, with which consequences. */
#include "conf/tables.h"

static const struct field *field_named(struct reader *r, const struct node *key)
{
	struct strs known = {0};
	const struct field *f = type_field(r->type, key->text);

	if (f)
		return f;
	for (size_t i = 0; i < r->type->fields.n; i++)
		*arena_push(r->a, &known) = r->type->fields.v[i].name;
	want_fault(r, key, "found %s; expected a field of the record%s", want_found(r, key),
	    want_near(r, key->text, &known));
	return NULL;
}

/* A day relative to today would be fixed on the day the pack was read. */
static bool is_relative(const struct field *f, struct str text)
{
	int32_t day;

	return f->spec.type == VT_DATE && !day_read(text, &day) &&
	       !spec_has_code(&f->spec, text);
}

static void read_assign(
    struct reader *r, const struct node *key, const struct node *n, struct transition *t)
{
	const struct field *f = field_named(r, key);
	struct value v = value_none();
	struct err e = {0};

	if (!f || !want_kind(r, n, NODE_TEXT, "a value"))
		return;
	if (is_relative(f, n->text)) {
		want_fault(
		    r, n, "found %s; expected a date such as 2023-04-05", want_found(r, n));
		return;
	}
	if (!value_accept(r->a, &f->spec, n->text, 0, &v, &e)) {
		want_fault(r, n, "%s", e.text);
		return;
	}
	*arena_push(r->a, &t->set) = (struct assign){.name = f->name, .value = v};
}

static void read_set(struct reader *r, const struct node *n, void *owner)
{
	if (!want_kind(r, n, NODE_MAP, "a map of field to value"))
		return;
	for (size_t i = 0; i < n->items.n; i++)
		read_assign(r, n->keys.v[i], n->items.v[i], owner);
}

static const struct key transition_keys[] = {
    {.name = "id", .kind = WANT_NAME, .required = true, .at = offsetof(struct transition, id)},
    {.name = "key",
	.kind = WANT_CHAR,
	.required = true,
	.at = offsetof(struct transition, key)},
    {.name = "label", .kind = WANT_LINE, .at = offsetof(struct transition, label)},
    {.name = "help", .kind = WANT_TEXT, .at = offsetof(struct transition, help)},
    {.name = "from",
	.kind = WANT_NAMES,
	.required = true,
	.at = offsetof(struct transition, from)},
    {.name = "to", .kind = WANT_NAME, .required = true, .at = offsetof(struct transition, to)},
    {.name = "by", .kind = WANT_NAMES, .required = true, .at = offsetof(struct transition, by)},
    {.name = "form", .kind = WANT_NAME, .at = offsetof(struct transition, form)},
    {.name = "when",
	.kind = WANT_EXPR,
	.at = offsetof(struct transition, when_text),
	.also = offsetof(struct transition, when)},
    {.name = "because", .kind = WANT_LINE, .at = offsetof(struct transition, because)},
    {.name = "distinct", .kind = WANT_NAMES, .at = offsetof(struct transition, distinct)},
    {.name = "reason", .kind = WANT_BOOL, .at = offsetof(struct transition, reason)},
    {.name = "set", .kind = WANT_OWN, .read = read_set},
    {.name = "band", .kind = WANT_NAME, .at = offsetof(struct transition, band)},
    {.name = "alert", .kind = WANT_NAMES, .at = offsetof(struct transition, alert)},
};

/* Whoever meets the closed step reads `because`, so a guard without it is no help. */
static void transition_done(struct reader *r, const struct node *n, void *owner)
{
	struct transition *t = owner;
	const struct node *when = node_get(n, "when"), *because = node_get(n, "because");

	if (t->label.n == 0)
		t->label = label_of(r->a, t->id);
	if (when && !because)
		want_fault(r, when,
		    "found 'when' without 'because'; expected words that say "
		    "why the step is closed");
	if (because && !when)
		want_fault(r, because, "found 'because' without 'when'; expected both");
}
const struct key_table transition_table = {
    .what = "transition",
    TABLE(transition_keys),
    .size = sizeof(struct transition),
    .place = offsetof(struct transition, at),
    .id = offsetof(struct transition, id),
    .done = transition_done,
};
