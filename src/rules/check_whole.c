/* SPDX-License-Identifier: MIT */
/* What belongs to no record type: training, links, alerts, the key for somebody in danger. */
#include "rules/check.h"
#include "rules/possible.h"

static void check_competences(struct check *c)
{
	struct strs seen = {0};

	for (size_t i = 0; i < c->pack->competences.n; i++)
		check_once(c, c->pack->competences.v[i].at, "competence",
		    c->pack->competences.v[i].id, &seen);
}

static void check_links(struct check *c)
{
	struct strs seen = {0};

	for (size_t i = 0; i < c->pack->links.n; i++) {
		const struct link_kind *k = &c->pack->links.v[i];
		check_once(c, k->at, "link", k->id, &seen);
		check_list(c, k->at, "record type in from", k->from, known_types(c));
		check_list(c, k->at, "record type in to", k->to, known_types(c));
		if (k->from.n == 0 || k->to.n == 0)
			check_fault(c, k->at,
			    "the link '%.*s' has nothing to link; expected record types in "
			    "from and to",
			    STR_ARG(k->id));
	}
}

/* A required field of the action must have its value wherever the key is pressed. */
static void check_everywhere(struct check *c, const struct record_type *action)
{
	const struct safeguarding *s = &c->pack->safeguarding;

	for (size_t i = 0; i < s->with.n; i++) {
		const struct assign *w = &s->with.v[i];
		const struct field *f = type_field(action, w->name);
		bool word = str_is(w->from, "today") || str_is(w->from, "me") ||
			    str_is(w->from, "reason");
		for (size_t k = 0;
		     f && f->required && w->from.n && !word && k < c->pack->types.n; k++)
			if (!attr_find(c->pack, &c->pack->types.v[k], w->from))
				check_fault(c, s->at,
				    "the required field '%.*s' of '%.*s' is taken from '%.*s', "
				    "which records of type '%.*s' have not; expected what "
				    "every record has",
				    STR_ARG(w->name), STR_ARG(action->name), STR_ARG(w->from),
				    STR_ARG(c->pack->types.v[k].name));
	}
}

static void check_safeguarding(struct check *c)
{
	const struct safeguarding *s = &c->pack->safeguarding;
	const struct record_type *action = pack_type(c->pack, s->type);

	if (s->type.n == 0)
		return;
	check_list(c, s->at, "role in alert", s->alert, known_roles(c));
	if (s->alert.n == 0)
		check_fault(c, s->at, "safeguarding tells nobody; expected roles in alert");
	if (!check_known(c, s->at, "record type", s->type, known_types(c)))
		return;
	check_assigns(c, s->at, "with", action, NULL, &s->with);
	check_filled(c, s->at, action, &s->with);
	check_everywhere(c, action);
}

void check_whole(struct check *c)
{
	check_competences(c);
	check_links(c);
	check_list(
	    c, (struct place){0}, "role in chain", c->pack->alerts.chain, known_roles(c));
	check_safeguarding(c);
}
