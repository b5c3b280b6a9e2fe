/* SPDX-License-Identifier: MIT */
/* Which steps are open, and every reason why a step is closed. */
#include "lookback/rules/step.h"
#include "rules/english.h"

static bool is_barred(const struct case_view *c, const struct person *p)
{
	return p->staff.n && str_has(c->bars, p->staff);
}

bool may_see(const struct case_view *c, const struct person *p)
{
	return (pack_rights(c->pack, p->roles) & (RIGHT_READ | RIGHT_TAKE)) && !is_barred(c, p);
}

static bool takes(const struct pack *p, struct str role)
{
	const struct role *r = pack_role(p, role);

	return r && r->rights & RIGHT_TAKE;
}

static bool has_role(
    const struct case_view *c, const struct person *p, const struct transition *t)
{
	for (size_t i = 0; i < t->by.n; i++)
		if (str_has(p->roles, t->by.v[i]) && takes(c->pack, t->by.v[i]))
			return true;
	return false;
}

static void check_role(
    struct arena *a, const struct case_view *c, const struct person *p, struct step *s)
{
	struct strs labels = {0};

	if (has_role(c, p, s->t))
		return;
	for (size_t i = 0; i < s->t->by.n; i++) {
		const struct role *r = pack_role(c->pack, s->t->by.v[i]);
		struct str label = r && r->label.n ? r->label : s->t->by.v[i];
		*arena_push(a, &labels) =
		    arena_printf(a, "%s %.*s", english_article(label), STR_ARG(label));
	}
	*arena_push(a, &s->closed) = labels.n ? arena_printf(a, "only %.*s may do this",
						    STR_ARG(english_list(a, labels, "or")))
					      : STR("nobody may do this");
}

static bool did(const struct case_view *c, const struct person *p, struct str transition)
{
	for (size_t i = 0; i < c->ndid; i++)
		if (str_eq(c->did[i].transition, transition) && str_eq(c->did[i].by, p->name))
			return true;
	return false;
}

static void check_distinct(
    struct arena *a, const struct case_view *c, const struct person *p, struct step *s)
{
	for (size_t i = 0; i < s->t->distinct.n; i++) {
		struct str id = s->t->distinct.v[i];
		const struct transition *other = type_transition(c->type, id);
		struct str label = other && other->label.n ? other->label : id;
		if (did(c, p, id))
			*arena_push(a, &s->closed) = arena_printf(a,
			    "you did '%.*s' on this record; another person must do this step",
			    STR_ARG(label));
	}
}

static void check_bars(
    struct arena *a, const struct case_view *c, const struct person *p, struct step *s)
{
	struct str label = c->type->label.n ? c->type->label : c->type->name;
	char first = label.n ? label.p[0] : ' ';

	if (!is_barred(c, p))
		return;
	if (first >= 'A' && first <= 'Z')
		first = (char)(first | 0x20);
	*arena_push(a, &s->closed) = arena_printf(a, "you handled the original %c%.*s", first,
	    label.n ? (int)label.n - 1 : 0, label.n ? label.p + 1 : "");
}

static void check_form(struct arena *a, const struct case_view *c, struct step *s)
{
	const struct form *f = type_form(c->type, s->t->form);
	struct asked_form view;
	int64_t blank = 0, bare = 0;
	struct strs parts = {0};

	if (!f)
		return;
	form_view(a, c, f, &view);
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
	*arena_push(a, &s->closed) = arena_printf(a, "the form %.*s is not complete: %.*s",
	    STR_ARG(f->title.n ? f->title : f->name), STR_ARG(english_list(a, parts, "and")));
}

static void check_guard(struct arena *a, const struct case_view *c, struct step *s)
{
	struct buf b = buf_in(a);

	if (!s->t->when || expr_eval(a, s->t->when, &c->facts))
		return;
	if (s->t->because.n) {
		*arena_push(a, &s->closed) = s->t->because;
		return;
	}
	buf_puts(&b, "needs: ");
	expr_explain(&b, s->t->when);
	*arena_push(a, &s->closed) = buf_str(&b);
}

static struct step look(struct arena *a, const struct case_view *c, const struct person *p,
    const struct transition *t)
{
	struct step s = {.t = t};

	check_role(a, c, p, &s);
	check_bars(a, c, p, &s);
	check_distinct(a, c, p, &s);
	check_form(a, c, &s);
	check_guard(a, c, &s);
	s.open = s.closed.n == 0;
	return s;
}

void steps_of(
    struct arena *a, const struct case_view *c, const struct person *p, struct steps *out)
{
	*out = (struct steps){0};
	for (size_t i = 0; i < c->type->transitions.n; i++) {
		const struct transition *t = &c->type->transitions.v[i];
		if (str_has(t->from, c->facts.state))
			*arena_push(a, out) = look(a, c, p, t);
	}
}

bool step_of(struct arena *a, const struct case_view *c, const struct person *p, struct str id,
    struct step *out)
{
	const struct transition *t = type_transition(c->type, id);

	if (!t || !str_has(t->from, c->facts.state))
		return false;
	*out = look(a, c, p, t);
	return true;
}
