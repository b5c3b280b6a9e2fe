/* SPDX-License-Identifier: MIT */
/* Transitions: everything they name is there, and their keys can be told apart. */
#include "rules/check.h"

#include "rules/english.h"

static void check_by(struct check *c, const struct transition *t)
{
	bool known = true, taken = false;

	for (size_t i = 0; i < t->by.n; i++) {
		known = check_known(c, t->at, "role", t->by.v[i], known_roles(c)) && known;
		taken = taken || role_takes(c->pack, t->by.v[i]);
	}
	if (known && !taken)
		check_fault(c, t->at,
		    "nobody can do the transition '%.*s'; expected in by a role "
		    "with the right to take",
		    STR_ARG(t->id));
}

static void check_ends(struct check *c, const struct transition *t)
{
	struct strs states = known_states(c);

	if (t->from.n == 0)
		check_fault(c, t->at, "the transition '%.*s' starts nowhere; expected from",
		    STR_ARG(t->id));
	for (size_t i = 0; i < t->from.n; i++)
		check_known(c, t->at, "state", t->from.v[i], states);
	check_known(c, t->at, "state", t->to, states);
}

static void check_key(struct check *c, size_t at)
{
	const struct transition *t = &c->type->transitions.v[at];

	if (t->automatic)
		return;
	if (t->key <= ' ' || t->key >= 0x7f)
		check_fault(c, t->at,
		    "the key of '%.*s' is not one printable ASCII character; "
		    "expected one such as r or S",
		    STR_ARG(t->id));
	for (size_t i = 0; i < at; i++) {
		const struct transition *o = &c->type->transitions.v[i];
		for (size_t k = 0; o->key == t->key && k < t->from.n; k++)
			if (str_has(o->from, t->from.v[k]))
				check_fault(c, t->at,
				    "the key '%c' does '%.*s' and '%.*s' in the "
				    "state '%.*s'; expected a key of its own",
				    t->key, STR_ARG(o->id), STR_ARG(t->id),
				    STR_ARG(t->from.v[k]));
	}
}

static void check_transition(struct check *c, const struct transition *t)
{
	check_ends(c, t);
	if (!t->automatic)
		check_by(c, t);
	if (t->form.n)
		check_known(c, t->at, "form", t->form, known_forms(c));
	if (t->band.n)
		check_known(c, t->at, "band", t->band, known_bands(c));
	if (t->when && t->when_text.n)
		check_kept(c, t->at, "when", t->when_text);
}

void check_steps(struct check *c)
{
	struct strs seen = {0};

	for (size_t i = 0; i < c->type->transitions.n; i++) {
		const struct transition *t = &c->type->transitions.v[i];
		check_once(c, t->at, "transition", t->id, &seen);
		check_key(c, i);
		check_transition(c, t);
	}
}
