/* SPDX-License-Identifier: MIT */
/* Names in the lists of steps, states and clocks; deadlines; who may open a record. */
#include "rules/check.h"

#include <stddef.h>

#include "rules/english.h"

struct list_key { /* a list of names within an element */
	const char *what;
	size_t at;
	struct strs (*known)(const struct check *c);
};
static const struct list_key step_lists[] = {
    {"form in approves", offsetof(struct transition, approves), known_forms},
    {"transition in cancels", offsetof(struct transition, cancels), known_transitions},
    {"clock in start", offsetof(struct transition, start), known_clocks},
    {"clock in stop", offsetof(struct transition, stop), known_clocks},
    {"competence", offsetof(struct transition, competence), known_competences},
    {"role in override", offsetof(struct transition, override), known_roles},
    {"role", offsetof(struct transition, alert), known_roles},
};

void check_list(
    struct check *c, struct place at, const char *what, struct strs list, struct strs known)
{
	struct strs seen = {0};

	for (size_t i = 0; i < list.n; i++) {
		check_known(c, at, what, list.v[i], known);
		check_once(c, at, what, list.v[i], &seen);
	}
}

bool role_takes(const struct pack *p, struct str role)
{
	const struct role *r = pack_role(p, role);

	return r && r->rights & RIGHT_TAKE && !(r->denies & RIGHT_TAKE);
}

void check_server(struct check *c, struct place at, const char *what, struct str role)
{
	if (check_known(c, at, what, role, known_roles(c)) && !role_takes(c->pack, role))
		check_fault(c, at,
		    "the %s '%.*s' has not the right to take; expected a role that is served "
		    "work",
		    what, STR_ARG(role));
}

static void check_step(struct check *c, const struct transition *t)
{
	for (size_t i = 0; i < sizeof(step_lists) / sizeof(*step_lists); i++) {
		const struct list_key *k = &step_lists[i];
		const struct strs *list = (const void *)((const char *)t + k->at);
		check_list(c, t->at, k->what, *list, k->known(c));
	}
	for (size_t i = 0; i < t->approves.n; i++)
		if (type_form(c->type, t->approves.v[i]) && t->automatic)
			check_fault(c, t->at,
			    "the automatic step '%.*s' approves a form; expected a step that "
			    "people take",
			    STR_ARG(t->id));
}

static bool has_limit(const struct check *c, const struct due_rule *r, enum limit_kind kind)
{
	for (size_t i = 0; r->by_band && i < c->pack->bands.n; i++)
		if (r->by_band[i].kind == kind)
			return true;
	return r->any.kind == kind;
}

/* Days can be counted from a field or a question that is a day, or from an instant. */
static struct strs known_days(const struct check *c)
{
	const struct record_type *t = c->type;
	struct strs names = {0};

	for (size_t i = 0; i < t->fields.n; i++)
		if (t->fields.v[i].spec.type == VT_DATE)
			*arena_push(c->arena, &names) = t->fields.v[i].name;
	for (size_t i = 0; i < t->forms.n; i++)
		for (size_t j = 0; j < t->forms.v[i].n; j++)
			if (t->forms.v[i].questions[j].spec.type == VT_DATE)
				*arena_push(c->arena, &names) = t->forms.v[i].questions[j].name;
	return names;
}

static void check_due(struct check *c, struct place at, const char *what, struct str name,
    const struct due_rule *r)
{
	if (r->from.n)
		check_known(c, at, "date in from", r->from, known_days(c));
	if (r->from.n && has_limit(c, r, LIMIT_HOURS))
		check_fault(c, at,
		    "the %s '%.*s' counts hours from the day '%.*s'; expected days or "
		    "working_days",
		    what, STR_ARG(name), STR_ARG(r->from));
	if (!has_limit(c, r, LIMIT_REGIME))
		return;
	if (c->type->received.n == 0)
		check_fault(c, at,
		    "the %s '%.*s' is due by the rules in force, and the record type has no "
		    "received; expected the date that decides which rules",
		    what, STR_ARG(name));
	else if (c->pack->regimes.n == 0)
		check_fault(c, at,
		    "the %s '%.*s' is due by the rules in force, and the review has none; "
		    "expected regimes",
		    what, STR_ARG(name));
}

static void check_opening(struct check *c)
{
	const struct opening *o = &c->type->open;
	struct check above = *c;
	bool may = false;

	if (!o->given)
		return;
	check_list(c, o->at, "role", o->by, known_roles(c));
	check_list(c, o->at, "record type in under", o->under, known_types(c));
	for (size_t i = 0; i < o->by.n; i++) {
		const struct role *r = pack_role(c->pack, o->by.v[i]);
		may = may || !r || (r->rights & ~r->denies & (RIGHT_TAKE | RIGHT_NOTE));
	}
	if (!may)
		check_fault(c, o->at,
		    "nobody may open a record of type '%.*s'; expected in by a role with the "
		    "right to take or "
		    "note",
		    STR_ARG(c->type->name));
	if (o->when_text.n == 0)
		return;
	if (o->under.n != 1) {
		check_fault(c, o->at,
		    "the condition of opening speaks of the record above, and under names %zu "
		    "record types; expected one",
		    o->under.n);
		return;
	}
	above.type = pack_type(c->pack, o->under.v[0]);
	if (above.type)
		check_kept(&above, o->at, "when", o->when_text);
}

void check_keys(struct check *c)
{
	const struct record_type *t = c->type;
	struct strs seen = {0};

	for (size_t i = 0; i < t->transitions.n; i++)
		check_step(c, &t->transitions.v[i]);
	for (size_t i = 0; i < t->states.n; i++) {
		const struct state *s = &t->states.v[i];
		check_list(c, s->at, "role in escalate", s->escalate, known_roles(c));
		check_due(c, s->at, "state", s->name, &s->due);
		if (s->seats.given)
			check_due(c, s->seats.at, "adjudication of", s->name, &s->seats.due);
	}
	for (size_t i = 0; i < t->clocks.n; i++) {
		const struct clock *k = &t->clocks.v[i];
		check_once(c, k->at, "clock", k->name, &seen);
		check_list(c, k->at, "role in escalate", k->escalate, known_roles(c));
		check_due(c, k->at, "clock", k->name, &k->due);
	}
	check_opening(c);
}
