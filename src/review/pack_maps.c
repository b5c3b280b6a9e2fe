/* SPDX-License-Identifier: MIT */
/* Where records go that a new pack leaves without their state. */
#include "review/pack_maps.h"

#include "review/words.h"
#include "review/refusals.h"

struct map_given {
	struct str type, old, new;
};

static bool read_map(struct str text, struct map_given *m, struct err *e)
{
	struct str rest = text;

	if (str_cut(&rest, '.', &m->type) && str_cut(&rest, '=', &m->old) && rest.n &&
	    m->type.n && m->old.n) {
		m->new = rest;
		return true;
	}
	return err_more(
	    e, ERR_INPUT, "'%.*s' is not a map; expected type.old=new", STR_ARG(text));
}

static bool known_target(
    struct desk *d, const struct pack *to, const struct map_given *m, struct err *e)
{
	const struct record_type *t = pack_type(to, m->type);
	struct strs states = {0};
	struct str near;

	if (!t)
		return err_more(
		    e, ERR_INPUT, "the new pack has no record type '%.*s'", STR_ARG(m->type));
	if (type_state(t, m->new))
		return true;
	for (size_t i = 0; i < t->states.n; i++)
		*arena_push(d->arena, &states) = t->states.v[i].name;
	near = say_near(d->arena, m->new, states);
	return err_more(e, ERR_INPUT, "%.*s has no state '%.*s' in the new pack%.*s",
	    STR_ARG(m->type), STR_ARG(m->new), STR_ARG(near));
}

/* A state that no record stands in needs no map; one is no fault. */
static bool known_source(
    struct desk *d, const struct map_given *m, const struct standings *all, struct err *e)
{
	const struct record_type *t = pack_type(d->rv->pack, m->type);
	struct strs states = {0};
	struct str near;

	if (t && type_state(t, m->old))
		return true;
	for (size_t i = 0; i < all->n; i++)
		if (str_eq(all->v[i].type, m->type) && str_eq(all->v[i].state, m->old))
			return true;
	for (size_t i = 0; t && i < t->states.n; i++)
		*arena_push(d->arena, &states) = t->states.v[i].name;
	near = say_near(d->arena, m->old, states);
	return err_more(e, ERR_INPUT, "%.*s has no state '%.*s'%.*s", STR_ARG(m->type),
	    STR_ARG(m->old), STR_ARG(near));
}

static bool put_map(const struct map_given *m, struct standings *all, struct err *e)
{
	bool ok = true;

	for (size_t i = 0; i < all->n; i++) {
		struct standing *s = &all->v[i];
		if (!str_eq(s->type, m->type) || !str_eq(s->state, m->old))
			continue;
		if (s->to.n && !str_eq(s->to, m->new))
			ok = err_more(e, ERR_INPUT, "%.*s.%.*s is mapped twice",
			    STR_ARG(m->type), STR_ARG(m->old));
		s->to = m->new;
	}
	return ok;
}

static bool not_covered(struct desk *d, const struct standings *all, struct err *e)
{
	bool ok = true;

	(void)d;
	for (size_t i = 0; i < all->n; i++) {
		const struct standing *s = &all->v[i];
		if (s->fit == FIT_SAME || s->to.n)
			continue;
		ok = err_more(e, ERR_REFUSED, REFUSED_PACK_STRANDS, (long long)s->n,
		    plural(s->n), STR_ARG(s->type), STR_ARG(s->state),
		    s->fit == FIT_LACKS ? "has no such state"
					: "has other seats or another end there",
		    STR_ARG(s->type), STR_ARG(s->state));
	}
	return ok;
}

bool pack_maps(struct desk *d, const struct pack *to, struct strs maps, bool same,
    struct standings *all, struct err *e)
{
	bool ok = true;

	for (size_t i = 0; i < maps.n; i++) {
		struct map_given m = {0};
		ok &= read_map(maps.v[i], &m, e) && known_target(d, to, &m, e) &&
		      known_source(d, &m, all, e) && put_map(&m, all, e);
	}
	if (!ok)
		return false;
	for (size_t i = 0; same && i < all->n; i++)
		if (all->v[i].fit == FIT_SAME && all->v[i].to.n == 0)
			all->v[i].to = all->v[i].state;
	return not_covered(d, all, e);
}
