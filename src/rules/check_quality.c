/* SPDX-License-Identifier: MIT */
/* What a pack says about quality: that work can be drawn, read again and judged as it says. */
#include "lookback/rules/quality.h"
#include "rules/check.h"
#include "rules/choice.h"
#include "rules/english.h"

/* Whoever reads cases blind must not be told what passes there are or what they find. */
static void check_seers(
    struct check *c, struct place at, const char *what, const struct strs *roles)
{
	check_list(c, at, what, *roles, known_roles(c));
	for (size_t i = 0; i < roles->n; i++) {
		struct strs one = {&roles->v[i], 1, 1};
		if (roles_blind(c->pack, one))
			check_fault(c, at,
			    "the %s '%.*s' takes a second or third seat, and who does must not "
			    "know what is read again; expected a role that reads no case blind",
			    what, STR_ARG(roles->v[i]));
	}
}

/* Values of which there are few enough that records can be divided by them. */
static bool divides(const struct attr *at)
{
	return at->type == VT_CHOICE || at->type == VT_STAFF || at->type == VT_USER ||
	       at->type == VT_DATE || at->type == VT_TIME;
}

static struct strs known_attrs(const struct check *c)
{
	const struct record_type *t = c->type;
	struct strs names = {0};

	for (size_t i = 0; t && i < t->fields.n; i++)
		if (divides(&t->fields.v[i].attr))
			*arena_push(c->arena, &names) = t->fields.v[i].name;
	for (size_t i = 0; t && i < t->forms.n; i++)
		for (size_t k = 0; k < t->forms.v[i].n; k++)
			if (divides(&t->forms.v[i].questions[k].attr))
				*arena_push(c->arena, &names) = t->forms.v[i].questions[k].name;
	for (size_t i = 0; i < CORE_ATTRS; i++)
		if (divides(&c->pack->core[i]))
			*arena_push(c->arena, &names) = c->pack->core[i].name;
	return names;
}

static void check_divider(struct check *c, struct place at, const char *what, struct str name)
{
	const struct attr *attr = attr_find(c->pack, c->type, name);

	if (attr && !divides(attr))
		check_fault(c, at,
		    "the %s '%.*s' is of type %s; expected a choice, a date, a staff code or "
		    "an account",
		    what, STR_ARG(name), vtype_name(attr->type));
	else if (c->type)
		check_known(c, at, what, name, known_attrs(c));
}

static void check_strata(struct check *c, const struct plan_rule *p)
{
	struct strs seen = {0};

	for (size_t i = 0; i < p->strata.n; i++) {
		check_once(c, p->at, "field in strata", p->strata.v[i], &seen);
		check_divider(c, p->at, "field in strata", p->strata.v[i]);
	}
}

static void check_expr(
    struct check *c, struct place at, const char *what, const struct expr *x, struct str text)
{
	if (x && text.n && c->type)
		check_kept(c, at, what, text);
}

static struct str aql_list(struct arena *a)
{
	struct strs names = {0};
	size_t n;
	const int *aqls = quality_aqls(&n);

	for (size_t i = 0; i < n; i++)
		*arena_push(a, &names) = quality_share(a, aqls[i]);
	return english_list(a, names, "or");
}

static void check_aql(struct check *c, const struct plan_rule *p)
{
	size_t n;
	const int *aqls = quality_aqls(&n);

	for (size_t i = 0; i < n; i++)
		if (aqls[i] == p->aql)
			return;
	check_fault(c, p->at, "no lots are laid out for an aql of %.*s; expected %.*s",
	    STR_ARG(quality_share(c->arena, p->aql)), STR_ARG(aql_list(c->arena)));
}

/* A lot's size follows from its aql; of all others just one key says it. */
static void check_size(struct check *c, const struct plan_rule *p)
{
	int ways = (p->percent != 0) + (p->size != 0) + (p->share != 0) + (p->aql != 0);

	if (p->kind == PLAN_LOT) {
		if (p->aql == 0 || ways != 1)
			check_fault(c, p->at,
			    "the size of the lot '%.*s' is given by %s; expected aql alone",
			    STR_ARG(p->id), ways ? "percent, size or share" : "nothing");
		else
			check_aql(c, p);
	} else if (p->aql) {
		check_fault(c, p->at,
		    "the plan '%.*s' has an aql and is no lot; expected kind: lot, or "
		    "percent, size or share",
		    STR_ARG(p->id));
	} else if (ways != 1) {
		check_fault(c, p->at,
		    "the plan '%.*s' says in %s how much it draws; expected one of percent, "
		    "size and share",
		    STR_ARG(p->id), ways ? "several ways" : "no way");
	}
}

/* What belongs to a key that is not there. */
static void check_needs(struct check *c, const struct plan_rule *p)
{
	const struct {
		bool wrong;
		const char *has, *expected;
	} rows[] = {
	    {p->least && !p->percent && !p->size, "least without percent or size",
		"both or neither"},
	    {p->confidence && !p->share, "confidence without share", "both or neither"},
	    {p->allow && !p->share, "allow without share", "both or neither"},
	    {p->whole && !p->share && !p->aql, "whole, and never fails",
		"share or aql, by which alone a pass fails"},
	    {p->first && p->kind == PLAN_ELUSION, "first, and what was set aside has no author",
		"another kind than elusion"},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (rows[i].wrong)
			check_fault(c, p->at, "the plan '%.*s' has %s; expected %s",
			    STR_ARG(p->id), rows[i].has, rows[i].expected);
}

static void check_plan(struct check *c, const struct plan_rule *p)
{
	check_expr(c, p->at, "of", p->of, p->of_text);
	check_expr(c, p->at, "always", p->always, p->always_text);
	check_expr(c, p->at, "found", p->found, p->found_text);
	check_strata(c, p);
	check_size(c, p);
	check_needs(c, p);
}

static void check_calibration(struct check *c, const struct quality *q)
{
	const struct calibration *k = &q->calibration;
	bool known = false;

	if (k->at.line == 0 && k->first == 0 && k->every == 0)
		return;
	for (size_t i = 0; i < q->plans.n; i++)
		known = known || q->plans.v[i].kind == PLAN_KNOWN;
	if (k->first == 0 && k->every == 0)
		check_fault(
		    c, k->at, "the calibration serves no case; expected first or every");
	if (!known)
		check_fault(c, k->at,
		    "the calibration has no cases of which the answers are known; expected a "
		    "plan of kind: known");
	check_seers(c, k->at, "role in alert", &k->alert);
}

static void check_funnel(struct check *c, const struct funnel_rule *f)
{
	if (f->by.n == 0)
		return;
	check_divider(c, f->at, "field in by", f->by);
	check_expr(c, f->at, "of", f->of, f->of_text);
	check_expr(c, f->at, "bad", f->bad, f->bad_text);
}

/* ---- audits -------------------------------------------------------------- */

static struct strs known_questions(const struct check *c, enum vtype type)
{
	const struct record_type *t = c->type;
	struct strs names = {0};

	for (size_t i = 0; i < t->forms.n; i++)
		for (size_t k = 0; k < t->forms.v[i].n; k++) {
			const struct question *q = &t->forms.v[i].questions[k];
			bool yes = type != VT_CHOICE ||
				   choice_index(&q->spec.choices, STR("yes")) >= 0;
			if (q->spec.type == type && yes)
				*arena_push(c->arena, &names) = q->name;
		}
	return names;
}

static void check_question(struct check *c, const struct record_type *t, struct place at,
    const char *what, struct str name, enum vtype type)
{
	struct check of = *c;

	of.type = t;
	if (t && name.n)
		check_known(&of, at, what, name, known_questions(&of, type));
}

static void check_measure(
    struct check *c, const struct record_type *items, const struct measure *m)
{
	if ((m->top.n != 0) == (m->item.n != 0))
		check_fault(c, m->at,
		    "the measure '%.*s' has %s; expected top, with of or without, or item",
		    STR_ARG(m->id), m->top.n ? "both top and item" : "neither top nor item");
	if (m->of.n && !m->top.n)
		check_fault(c, m->at, "the measure '%.*s' has of without top; expected both",
		    STR_ARG(m->id));
	check_question(c, c->type, m->at, "number in top", m->top, VT_INT);
	check_question(c, c->type, m->at, "number in of", m->of, VT_INT);
	check_question(c, items, m->at, "yes-or-no question in item", m->item, VT_CHOICE);
}

static void check_month(struct check *c, const struct audit_rule *a)
{
	const struct field *f = type_field(c->type, a->month);

	if (check_known(c, a->at, "field in month", a->month, known_fields(c, false)) &&
	    f->spec.type != VT_LINE)
		check_fault(c, a->at,
		    "the month '%.*s' is of type %s; expected line, which holds 2026-11",
		    STR_ARG(a->month), vtype_name(f->spec.type));
	check_question(c, c->type, a->at, "question in comment", a->comment, VT_TEXT);
}

/* One fault is enough for all of them. */
static void check_items(struct check *c, const struct audit_rule *a)
{
	for (size_t i = 0; i < a->measures.n && a->items.n == 0; i++)
		if (a->measures.v[i].item.n) {
			check_fault(c, a->at,
			    "the measure '%.*s' counts items, and the audit has none; "
			    "expected items",
			    STR_ARG(a->measures.v[i].id));
			return;
		}
}

static void check_audit(struct check *c, const struct audit_rule *a)
{
	const struct record_type *items = NULL;
	struct check of = *c;
	struct strs seen = {0};

	if (a->type.n == 0)
		return;
	of.type = pack_type(c->pack, a->type);
	check_known(c, a->at, "record type of the audit", a->type, known_types(c));
	if (a->items.n &&
	    check_known(c, a->at, "record type in items", a->items, known_types(c)))
		items = pack_type(c->pack, a->items);
	if (!of.type)
		return;
	check_month(&of, a);
	check_items(&of, a);
	for (size_t i = 0; i < a->measures.n; i++) {
		check_once(&of, a->measures.v[i].at, "measure", a->measures.v[i].id, &seen);
		check_measure(&of, items, &a->measures.v[i]);
	}
}

static void check_state(struct check *c, const struct quality *q)
{
	const struct state *s = type_state(c->type, q->state);
	struct strs seated = {0};

	for (size_t i = 0; i < c->type->states.n; i++)
		if (c->type->states.v[i].seats.given)
			*arena_push(c->arena, &seated) = c->type->states.v[i].name;
	if (s && !s->seats.given)
		check_fault(c, q->at,
		    "work is read again in '%.*s', which has no seats; expected a state that "
		    "two read without knowing of each other",
		    STR_ARG(q->state));
	else
		check_known(c, q->at, "state", q->state, seated);
}

void check_quality(struct check *c)
{
	const struct quality *q = c->pack->quality;
	struct check of = *c;
	struct strs seen = {0};

	if (!q || !q->given)
		return;
	of.type = pack_type(c->pack, q->type);
	check_known(c, q->at, "record type", q->type, known_types(c));
	if (of.type)
		check_state(&of, q);
	check_seers(c, q->at, "role in by", &q->by);
	check_seers(c, q->at, "role in alert", &q->alert);
	for (size_t i = 0; i < q->plans.n; i++) {
		check_once(c, q->plans.v[i].at, "plan", q->plans.v[i].id, &seen);
		check_plan(&of, &q->plans.v[i]);
	}
	check_calibration(c, q);
	check_funnel(&of, &q->funnel);
	check_audit(c, &q->audit);
}
