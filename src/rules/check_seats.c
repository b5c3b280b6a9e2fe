/* SPDX-License-Identifier: MIT */
/* States that two read without knowing of each other: both seats can be taken and ended,
 * what is compared is asked, and nothing gives away what the first one said. */
#include "rules/check.h"
#include "rules/seats.h"

static const enum core_attr telling[] = {
    CORE_QUEUE, CORE_DUE, CORE_MOVED, CORE_DID, CORE_HELD, CORE_ASIDE, CORE_LATELY};

static struct strs seated_questions(struct check *c, const struct state *s, bool choices_only)
{
	const struct record_type *t = c->type;
	struct strs names = {0};

	for (size_t i = 0; i < t->transitions.n; i++) {
		const struct transition *tr = &t->transitions.v[i];
		const struct form *f = type_form(t, tr->form);
		if (!f || !tr->locks || (s && !str_has(tr->from, s->name)) ||
		    !form_seated(t, tr->form))
			continue;
		for (size_t k = 0; k < f->n; k++) {
			enum vtype type = f->questions[k].spec.type;
			bool choice = type == VT_CHOICE || type == VT_CHOICES;
			if ((choice || !choices_only) && !str_has(names, f->questions[k].name))
				*arena_push(c->arena, &names) = f->questions[k].name;
		}
	}
	return names;
}

static void check_compared(struct check *c, const struct state *s)
{
	struct strs asked = seated_questions(c, s, false);

	check_list(c, s->seats.at, "question in compare", s->seats.compare, asked);
	if (s->seats.compare.n == 0 && seated_questions(c, s, true).n == 0)
		check_fault(c, s->seats.at,
		    "nothing is compared in '%.*s': its form has no choice; expected compare "
		    "with questions of the form",
		    STR_ARG(s->name));
}

static void check_state(struct check *c, const struct state *s)
{
	bool ends = false;

	check_server(c, s->seats.at, "role in second", s->seats.second);
	check_server(c, s->seats.at, "role in adjudicator", s->seats.adjudicator);
	if (s->seats.when_text.n)
		check_kept(c, s->seats.at, "when", s->seats.when_text);
	if (s->final)
		check_fault(c, s->at,
		    "the state '%.*s' is final and has seats; expected one or the other",
		    STR_ARG(s->name));
	if (s->queue.n == 0)
		check_fault(c, s->at,
		    "the state '%.*s' has seats and no queue; expected the role that is served "
		    "the first seat",
		    STR_ARG(s->name));
	for (size_t i = 0; i < c->type->transitions.n; i++) {
		const struct transition *t = &c->type->transitions.v[i];
		ends = ends || (t->locks && t->form.n && str_has(t->from, s->name));
	}
	if (!ends)
		check_fault(c, s->seats.at,
		    "no step ends the work of a seat in '%.*s'; expected one from it with a "
		    "form and locks: true",
		    STR_ARG(s->name));
	else
		check_compared(c, s);
}

/* What ends a seat's work. */
static void check_lock(struct check *c, const struct transition *t)
{
	bool seated = t->from.n > 0;

	for (size_t i = 0; i < t->from.n; i++)
		seated = seated && (!type_state(c->type, t->from.v[i]) ||
				       state_is_seated(c->type, t->from.v[i]));
	if (!seated)
		check_fault(c, t->at,
		    "'%.*s' ends the work of a seat and starts from a state without seats; "
		    "expected states with seats only",
		    STR_ARG(t->id));
	if (t->form.n == 0)
		check_fault(c, t->at,
		    "'%.*s' ends the work of a seat and needs no form; expected the form that "
		    "both answer",
		    STR_ARG(t->id));
	if (t->override.n)
		check_fault(c, t->at,
		    "'%.*s' ends the work of a seat and may be overridden; expected no "
		    "override, for nobody else may know of the seat",
		    STR_ARG(t->id));
}

/* A rank is seen in the queue by those who must not know. What the engine keeps tells too,
 * when it changes as a seat is locked. */
static void check_rank(struct check *c, const struct rank_term *r, struct strs asked)
{
	struct strs names = {0};

	if (r->when)
		expr_attrs(c->arena, r->when, &names);
	else
		*arena_push(c->arena, &names) = r->since;
	for (size_t i = 0; i < names.n; i++)
		if (str_has(asked, names.v[i]))
			check_fault(c, r->at,
			    "a rank term reads '%.*s', which one reader must not learn from "
			    "the other; expected what is known before",
			    STR_ARG(names.v[i]));
}

void check_seats(struct check *c)
{
	const struct record_type *t = c->type;
	struct strs asked = seated_questions(c, NULL, false);

	for (size_t i = 0; asked.n && i < sizeof(telling) / sizeof(*telling); i++)
		*arena_push(c->arena, &asked) = c->pack->core[telling[i]].name;
	for (size_t i = 0; i < t->states.n; i++)
		if (t->states.v[i].seats.given)
			check_state(c, &t->states.v[i]);
	for (size_t i = 0; i < t->transitions.n; i++)
		if (t->transitions.v[i].locks)
			check_lock(c, &t->transitions.v[i]);
	for (size_t i = 0; i < t->ranks.n; i++)
		check_rank(c, &t->ranks.v[i], asked);
}
