/* SPDX-License-Identifier: MIT */
/* Which steps are open, and every reason why a step is closed. */
#include "lookback/rules/step.h"

#include "rules/closed.h"
#include "rules/english.h"
#include "rules/refusals.h"

enum { WHEN_MOST = 100 }; /* bytes of a condition behind the words for it */

bool may_see(const struct case_view *c, const struct person *p)
{
	return (pack_rights(c->pack, p->roles) & (RIGHT_READ | RIGHT_TAKE)) &&
	       !person_is_barred(c, p);
}

static bool holds_role(const struct pack *p, const struct person *who, struct strs roles)
{
	for (size_t i = 0; i < roles.n; i++) {
		const struct role *r = pack_role(p, roles.v[i]);
		if (r && r->rights & RIGHT_TAKE && str_has(who->roles, roles.v[i]))
			return true;
	}
	return false;
}

bool person_takes(const struct pack *p, const struct person *who, struct strs roles)
{
	return holds_role(p, who, roles) && pack_rights(p, who->roles) & RIGHT_TAKE;
}

struct str only_these(struct arena *a, const struct pack *p, struct strs roles)
{
	struct strs labels = {0};

	for (size_t i = 0; i < roles.n; i++) {
		const struct role *r = pack_role(p, roles.v[i]);
		struct str label = r && r->label.n ? r->label : roles.v[i];
		label = arena_printf(a, "%s %.*s", english_article(label), STR_ARG(label));
		if (!str_has(labels, label)) /* a role may stand for itself and for a seat */
			*arena_push(a, &labels) = label;
	}
	if (labels.n == 0)
		return str_of(REFUSED_NOBODY);
	return arena_printf(a, REFUSED_ONLY, STR_ARG(english_list(a, labels, "or")));
}

/* Whose turn it is: a step that ends a seat's work is the seat's alone; what else the first
 * reader might do there, whoever has the turn may do too. */
static struct strs roles_asked(struct closing *s)
{
	const struct state *state = type_state(s->c->type, s->c->facts.state);
	struct strs asked = {0};

	if (!state || !state->seats.given || s->c->seat == SEAT_FIRST ||
	    !(s->t->locks || str_has(s->t->by, state->queue)))
		return s->t->by;
	for (size_t i = 0; !s->t->locks && i < s->t->by.n; i++)
		*arena_push(s->arena, &asked) = s->t->by.v[i];
	*arena_push(s->arena, &asked) =
	    s->c->seat == SEAT_SECOND ? state->seats.second : state->seats.adjudicator;
	return asked;
}

/* Roles of theirs that take the right away, whatever others would give. */
static struct strs denying(struct closing *s)
{
	struct strs labels = {0};

	for (size_t i = 0; i < s->p->roles.n; i++) {
		const struct role *r = pack_role(s->c->pack, s->p->roles.v[i]);
		if (r && r->denies & RIGHT_TAKE)
			*arena_push(s->arena, &labels) = r->label.n ? r->label : r->id;
	}
	return labels;
}

static struct str denied(struct closing *s)
{
	return arena_printf(
	    s->arena, REFUSED_DENIED, STR_ARG(english_list(s->arena, denying(s), "and")));
}

/* Somebody who may not know how far a record has come reads the same in every seat. */
static void close_by_role(struct closing *s)
{
	struct strs asked = roles_asked(s);

	if (person_takes(s->c->pack, s->p, asked))
		return;
	if (holds_role(s->c->pack, s->p, asked))
		*arena_push(s->arena, s->closed) = denied(s);
	else
		*arena_push(s->arena, s->closed) = only_these(s->arena, s->c->pack,
		    roles_blind(s->c->pack, s->p->roles) ? s->t->by : asked);
}

/* Says nothing of which seat it was. */
static void close_by_seat(struct closing *s)
{
	const struct state *state = type_state(s->c->type, s->c->facts.state);

	if (state && state->seats.given && str_has(s->c->sat, s->p->name))
		*arena_push(s->arena, s->closed) = str_of(REFUSED_SAT);
}

static void close_by_form(struct closing *s)
{
	struct arena *a = s->arena;
	const struct form *f = type_form(s->c->type, s->t->form);
	struct asked_form view;
	int64_t blank = 0, bare = 0;
	struct strs parts = {0};

	if (!f)
		return;
	form_view(a, s->c, f, &view);
	if (view.missing == 0)
		return;
	for (size_t i = 0; i < view.n; i++) {
		bool misses = view.v[i].missing.n > 0;
		blank += misses && view.v[i].value.kind == V_NONE;
		bare += misses && view.v[i].value.kind != V_NONE;
	}
	if (blank)
		*arena_push(a, &parts) = english_count(
		    a, blank, "question is unanswered", "questions are unanswered");
	if (bare)
		*arena_push(a, &parts) =
		    english_count(a, bare, "answer needs a reason", "answers need a reason");
	*arena_push(a, s->closed) = arena_printf(a, REFUSED_FORM,
	    STR_ARG(f->title.n ? f->title : f->name), STR_ARG(english_list(a, parts, "and")));
}

/* A pack's own words that say what to do, behind a semicolon, stand as they are. */
static bool says_way(struct str because)
{
	for (size_t i = 0; i < because.n; i++)
		if (because.p[i] == ';')
			return true;
	return false;
}

struct str needs_words(struct arena *a, struct str because, const struct expr *x)
{
	struct buf b = buf_in(a);
	struct str when;

	if (says_way(because))
		return because;
	expr_explain(&b, x);
	when = buf_str(&b);
	if (because.n == 0)
		return arena_printf(a, REFUSED_NEEDS, STR_ARG(when));
	if (when.n > WHEN_MOST)
		return arena_printf(a, REFUSED_BECAUSE_LONG, STR_ARG(because));
	return arena_printf(a, REFUSED_BECAUSE, STR_ARG(because), STR_ARG(when));
}

static void close_by_guard(struct closing *s)
{
	if (s->t->when && !expr_eval(s->arena, s->t->when, &s->c->facts))
		*arena_push(s->arena, s->closed) =
		    needs_words(s->arena, s->t->because, s->t->when);
}

/* What made it right to open the record may have ceased since. */
static void close_by_opening(struct closing *s)
{
	const struct opening *o = &s->c->type->open;

	if (s->t->recheck && s->c->parent && o->when &&
	    !expr_eval(s->arena, o->when, s->c->parent))
		*arena_push(s->arena, s->closed) = needs_words(s->arena, o->because, o->when);
}

/* The same for everybody, or of this person: only causes of the first kind give way. */
static const struct {
	void (*close)(struct closing *);
	enum { OF_ROLE, OF_PERSON, OF_CASE } kind;
} causes[] = {
    {close_by_role, OF_ROLE},
    {close_by_seat, OF_PERSON},
    {close_by_bars, OF_PERSON},
    {close_by_distinct, OF_PERSON},
    {close_by_people, OF_PERSON},
    {close_by_competence, OF_PERSON},
    {close_by_opening, OF_PERSON},
    {close_by_form, OF_CASE},
    {close_by_guard, OF_CASE},
};

/* Asking to pass over a rule is for those who could take the step but for it, and for those
 * whom the pack names. What ends a seat's work has nobody to ask. */
static bool may_ask(struct closing *s)
{
	const struct state *state = type_state(s->c->type, s->c->facts.state);

	if (s->t->override.n == 0 || (s->t->locks && state && state->seats.given) ||
	    denying(s).n)
		return false;
	for (size_t i = 0; i < s->t->override.n; i++)
		if (str_has(s->p->roles, s->t->override.v[i]))
			return true;
	return person_takes(s->c->pack, s->p, s->t->by);
}

static struct step look(struct arena *a, const struct case_view *c, const struct person *p,
    const struct transition *t)
{
	struct step s = {.t = t};
	struct closing closing = {.arena = a, .c = c, .p = p, .t = t, .closed = &s.closed};
	size_t of[OF_CASE + 1] = {0};

	for (size_t i = 0; i < sizeof(causes) / sizeof(*causes); i++) {
		size_t before = s.closed.n;
		causes[i].close(&closing);
		of[causes[i].kind] += s.closed.n - before;
	}
	s.open = s.closed.n == 0;
	s.may_override = of[OF_CASE] && !of[OF_PERSON] && may_ask(&closing);
	return s;
}

void steps_of(
    struct arena *a, const struct case_view *c, const struct person *p, struct steps *out)
{
	*out = (struct steps){0};
	for (size_t i = 0; i < c->type->transitions.n; i++) {
		const struct transition *t = &c->type->transitions.v[i];
		if (!t->automatic && str_has(t->from, c->facts.state))
			*arena_push(a, out) = look(a, c, p, t);
	}
}

bool step_of(struct arena *a, const struct case_view *c, const struct person *p, struct str id,
    struct step *out)
{
	const struct transition *t = type_transition(c->type, id);

	if (!t || t->automatic || !str_has(t->from, c->facts.state))
		return false;
	*out = look(a, c, p, t);
	return true;
}
