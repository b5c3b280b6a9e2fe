/* SPDX-License-Identifier: MIT */
/* Whether a person may bring a record into being, and why not. */
#include "rules/closed.h"
#include "rules/english.h"
#include "rules/refusals.h"

#define CLOSE(o, ...)                                                                          \
	(*arena_push((o)->arena, (o)->closed) = arena_printf((o)->arena, __VA_ARGS__))

struct opener {
	struct arena *arena;
	const struct pack *pack;
	const struct record_type *t;
	const struct case_view *parent;
	const struct person *who;
	struct strs *closed;
};

static struct str label_of(const struct record_type *t)
{
	return t->label.n ? t->label : t->name;
}

/* "a Case or an Enquiry" */
static struct str one_of(const struct opener *o)
{
	struct strs labels = {0};

	for (size_t i = 0; i < o->t->open.under.n; i++) {
		const struct record_type *t = pack_type(o->pack, o->t->open.under.v[i]);
		struct str label = t ? label_of(t) : o->t->open.under.v[i];
		*arena_push(o->arena, &labels) =
		    arena_printf(o->arena, "%s %.*s", english_article(label), STR_ARG(label));
	}
	return english_list(o->arena, labels, "or");
}

static void close_by_role(struct opener *o)
{
	unsigned rights = pack_rights(o->pack, o->who->roles);
	bool held = false;

	for (size_t i = 0; i < o->t->open.by.n; i++)
		held = held || str_has(o->who->roles, o->t->open.by.v[i]);
	if (!held || !(rights & (RIGHT_TAKE | RIGHT_NOTE)))
		*arena_push(o->arena, o->closed) = only_these(o->arena, o->pack, o->t->open.by);
}

static void close_by_place(struct opener *o)
{
	struct str label = label_of(o->t);
	struct strs under = o->t->open.under;

	if (!o->parent && under.n)
		CLOSE(o, REFUSED_NO_PARENT, STR_ARG(label), STR_ARG(one_of(o)));
	else if (o->parent && under.n == 0)
		CLOSE(o, REFUSED_ALONE, STR_ARG(label));
	else if (o->parent && !str_has(under, o->parent->type->name))
		CLOSE(o, REFUSED_OTHER_PARENT, STR_ARG(label), STR_ARG(one_of(o)),
		    english_article(label_of(o->parent->type)),
		    STR_ARG(label_of(o->parent->type)));
}

/* The condition is one of the parent's type, so under another it is not asked. */
static void close_by_parent(struct opener *o)
{
	struct closing barred = {
	    .arena = o->arena, .c = o->parent, .p = o->who, .closed = o->closed};
	const struct opening *open = &o->t->open;

	if (!o->parent)
		return;
	close_by_bars(&barred);
	if (open->when && str_has(open->under, o->parent->type->name) &&
	    !expr_eval(o->arena, open->when, &o->parent->facts))
		*arena_push(o->arena, o->closed) =
		    needs_words(o->arena, open->because, open->when);
}

bool may_open(struct arena *a, const struct pack *p, const struct record_type *t,
    const struct case_view *parent, const struct person *who, struct strs *closed)
{
	struct opener o = {a, p, t, parent, who, closed};
	size_t before = closed->n;

	if (!t->open.given) {
		CLOSE(&o, REFUSED_NOT_BY_HAND, STR_ARG(label_of(t)));
		return false;
	}
	close_by_role(&o);
	close_by_place(&o);
	close_by_parent(&o);
	return closed->n == before;
}
