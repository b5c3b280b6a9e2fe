/* SPDX-License-Identifier: MIT */
/*
 * Who may work on a record at all. Guards and forms do not count here: they are what the
 * work is for. A role that is missing or an earlier act on the same record cannot be mended
 * by working, so such a record is not served and not given.
 */
#include "review/casefile.h"
#include "review/words.h"

static bool leaves(const struct transition *t, struct str state)
{
	return str_has(t->from, state);
}

static bool has_role(
    const struct casefile *c, const struct transition *t, const struct person *p)
{
	for (size_t i = 0; i < t->by.n; i++) {
		const struct role *r = pack_role(c->view.pack, t->by.v[i]);
		if (r && (r->rights & RIGHT_TAKE) && str_has(p->roles, r->id))
			return true;
	}
	return false;
}

/* The transition that this person took and that keeps them from t, or empty. */
static struct str took(
    const struct casefile *c, const struct transition *t, const struct person *p)
{
	for (size_t i = 0; i < c->view.ndid; i++)
		if (str_eq(c->view.did[i].by, p->name) &&
		    str_has(t->distinct, c->view.did[i].transition))
			return c->view.did[i].transition;
	return STR("");
}

bool may_work(const struct casefile *c, const struct person *p)
{
	for (size_t i = 0; i < c->type->transitions.n; i++) {
		const struct transition *t = &c->type->transitions.v[i];
		if (leaves(t, c->rec.state) && has_role(c, t, p) && took(c, t, p).n == 0)
			return true;
	}
	return false;
}

static struct str label_of(const struct record_type *type, struct str id)
{
	const struct transition *t = type_transition(type, id);

	return t && t->label.n ? t->label : id;
}

static void why_not(struct desk *d, const struct casefile *c, const struct transition *t,
    const struct person *p, struct err *e)
{
	struct str before = took(c, t, p), roles;

	if (!has_role(c, t, p)) {
		roles = say_list(d->arena, role_labels(d->arena, d->rv->pack, t->by), "or");
		err_more(
		    e, ERR_REFUSED, "%.*s: only as %.*s", STR_ARG(t->label), STR_ARG(roles));
	} else if (before.n) {
		before = label_of(c->type, before);
		err_more(e, ERR_REFUSED,
		    "%.*s: must be another person than who did \"%.*s\" (%.*s)",
		    STR_ARG(t->label), STR_ARG(before), STR_ARG(p->name));
	}
}

bool work_refusal(
    struct desk *d, const struct casefile *c, const struct person *p, struct err *e)
{
	struct str state = state_words(c->type, c->rec.state);
	bool any = false;

	err_set(e, ERR_REFUSED, "there is nothing %.*s could do on %.*s in the state %.*s",
	    STR_ARG(p->name), STR_ARG(c->rec.ref), STR_ARG(state));
	for (size_t i = 0; i < c->type->transitions.n; i++) {
		const struct transition *t = &c->type->transitions.v[i];
		if (!leaves(t, c->rec.state))
			continue;
		any = true;
		why_not(d, c, t, p, e);
	}
	if (!any)
		err_more(e, ERR_REFUSED, "no step leads on from there");
	return false;
}
