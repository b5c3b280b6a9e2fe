/* SPDX-License-Identifier: MIT */
/* Finding things in a pack by name. Lists are short, so a walk is enough. */
#include "lookback/rules/pack.h"

#define FIND(list, count, member, name)                                                        \
	do {                                                                                   \
		for (size_t i_ = 0; i_ < (count); i_++)                                        \
			if (str_eq((list)[i_].member, (name)))                                 \
				return &(list)[i_];                                            \
		return NULL;                                                                   \
	} while (0)

const struct role *pack_role(const struct pack *p, struct str id)
{
	FIND(p->roles.v, p->roles.n, id, id);
}

const struct band *pack_band(const struct pack *p, struct str id)
{
	FIND(p->bands.v, p->bands.n, id, id);
}

/* The last one that began on or before the day; before the first there is none. */
const struct regime *pack_regime(const struct pack *p, int32_t day)
{
	const struct regime *found = NULL;

	for (size_t i = 0; day != NO_DAY && i < p->regimes.n; i++)
		if (p->regimes.v[i].from <= day)
			found = &p->regimes.v[i];
	return found;
}

const struct record_type *pack_type(const struct pack *p, struct str name)
{
	FIND(p->types.v, p->types.n, name, name);
}

const struct import_map *pack_map(const struct pack *p, struct str name)
{
	FIND(p->maps.v, p->maps.n, name, name);
}

const struct link_kind *pack_link(const struct pack *p, struct str id)
{
	FIND(p->links.v, p->links.n, id, id);
}

const struct competence *pack_competence(const struct pack *p, struct str id)
{
	FIND(p->competences.v, p->competences.n, id, id);
}

const struct clock *type_clock(const struct record_type *t, struct str name)
{
	FIND(t->clocks.v, t->clocks.n, name, name);
}

const struct field *type_field(const struct record_type *t, struct str name)
{
	FIND(t->fields.v, t->fields.n, name, name);
}

const struct form *type_form(const struct record_type *t, struct str name)
{
	FIND(t->forms.v, t->forms.n, name, name);
}

const struct state *type_state(const struct record_type *t, struct str name)
{
	FIND(t->states.v, t->states.n, name, name);
}

const struct transition *type_transition(const struct record_type *t, struct str id)
{
	FIND(t->transitions.v, t->transitions.n, id, id);
}

const struct question *form_question(const struct form *f, struct str name)
{
	FIND(f->questions, f->n, name, name);
}

/* What one role takes away no other gives back. */
unsigned pack_rights(const struct pack *p, struct strs roles)
{
	unsigned rights = 0, denied = 0;

	for (size_t i = 0; i < roles.n; i++) {
		const struct role *r = pack_role(p, roles.v[i]);
		rights |= r ? r->rights : 0;
		denied |= r ? r->denies : 0;
	}
	return rights & ~denied;
}
