/* SPDX-License-Identifier: MIT */
/* Linked records are taken together. */
#include "review/family.h"

#include "review/body.h"

static const struct viewer engine = {.engine = true};

static bool binds(const struct pack *p, const struct link_row *l)
{
	const struct link_kind *k = pack_link(p, l->kind);

	return k && k->family && l->counts && !l->removed;
}

static bool any_family(const struct pack *p)
{
	for (size_t i = 0; i < p->links.n; i++)
		if (p->links.v[i].family)
			return true;
	return false;
}

/* Everything that hangs together, this record first. */
static bool gather(struct desk *d, struct str ref, struct strs *all, struct err *e)
{
	*arena_push(d->arena, all) = ref;
	for (size_t i = 0; i < all->n && all->n < FAMILY_MAX; i++) {
		struct link_rows rows = {0};
		if (!link_list(
			d->rv->store, d->arena, &engine, all->v[i], FAMILY_MAX, &rows, e))
			return false;
		for (size_t k = 0; k < rows.n && all->n < FAMILY_MAX; k++) {
			const struct link_row *l = &rows.v[k];
			struct str other = str_eq(l->from, all->v[i]) ? l->to : l->from;
			if (binds(d->rv->pack, l) && !str_has(*all, other))
				*arena_push(d->arena, all) = other;
		}
	}
	return true;
}

bool family_of(struct desk *d, const struct casefile *c, struct records *out, struct err *e)
{
	struct strs all = {0};

	*out = (struct records){0};
	if (!any_family(d->rv->pack))
		return true;
	if (!gather(d, c->all.ref, &all, e))
		return false;
	for (size_t i = 1; i < all.n; i++) {
		struct record r = {0};
		if (!record_get(d->rv->store, d->arena, &engine, all.v[i], &r, e))
			return false;
		if (str_eq(r.type, c->all.type) && str_eq(r.state, c->all.state))
			*arena_push(d->arena, out) = r;
	}
	return true;
}

bool family_apart(const struct records *family, struct str who)
{
	for (size_t i = 0; i < family->n; i++)
		if (family->v[i].holder.n && !str_eq(family->v[i].holder, who))
			return true;
	return false;
}

bool family_together(struct desk *d, const struct me *m, const struct casefile *c,
    const struct records *family, struct str who, struct err *e)
{
	for (size_t i = 0; i < family->n; i++) {
		const struct record *r = &family->v[i];
		struct err hidden = {0};
		struct record seen = {0};
		struct str holder;
		if (r->holder.n == 0 || str_eq(r->holder, who))
			continue;
		if (c->blind ||
		    !record_get(d->rv->store, d->arena, &m->viewer, r->ref, &seen, &hidden))
			return err_set(e, ERR_CONFLICT,
			    "%.*s is taken together with a record that somebody else holds; "
			    "ask a supervisor",
			    STR_ARG(c->all.ref));
		holder = me_words(d, r->holder);
		return err_set(e, ERR_CONFLICT,
		    "%.*s is taken together with %.*s, which %.*s holds; both go to one person",
		    STR_ARG(c->all.ref), STR_ARG(r->ref), STR_ARG(holder));
	}
	return true;
}

bool family_fit(struct desk *d, const struct me *to, const struct record *r, struct casefile *c,
    bool *yes, struct err *e)
{
	struct err why = {0};

	*yes = false;
	if (r->holder.n || r->wake != NO_DAY)
		return true;
	if (casefile_load(d, to, r->ref, c, &why)) {
		*yes = may_work(c, &to->person);
		return true;
	}
	if (why.kind == ERR_NOT_FOUND)
		return true;
	*e = why;
	return false;
}

static bool take_one(struct desk *d, const struct me *to, const struct casefile *c,
    const struct str *reason, int64_t lease, struct err *e)
{
	struct json *body = json_obj(d->arena);

	if (reason) {
		body_text(d->arena, body, "to", to->person.name);
		body_text(d->arena, body, "reason", *reason);
	} else {
		body_text(d->arena, body, "how", STR("family"));
	}
	return desk_append(d, reason ? EVENT_RECORD_ASSIGNED : EVENT_RECORD_CLAIMED, c->all.ref,
		   body, NULL, e) &&
	       lease_set(d->rv->store, c->all.id, to->person.name, lease, e);
}

bool family_take(struct desk *d, const struct me *to, const struct records *family,
    const struct str *reason, int64_t lease, struct err *e)
{
	for (size_t i = 0; i < family->n; i++) {
		struct casefile c;
		bool yes;
		if (!family_fit(d, to, &family->v[i], &c, &yes, e) ||
		    (yes && !take_one(d, to, &c, reason, lease, e)))
			return false;
	}
	return true;
}
