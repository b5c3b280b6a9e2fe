/* SPDX-License-Identifier: MIT */
/* Rank terms, which must hold still while nothing happens; list columns; and what leads. */
#include "rules/check.h"
#include "rules/english.h"

/* The queue is kept in order between events of the record, so what changes without one, or
 * with every claim, cannot count. */
static const enum core_attr restless[] = {CORE_RANK, CORE_LATE, CORE_HOLDER, CORE_WAKE,
    CORE_ALERT, CORE_OPEN, CORE_CHILD, CORE_AGREED, CORE_HELD, CORE_ASIDE, CORE_LATELY,
    CORE_AUTHOR, CORE_DRAWN, CORE_READING, CORE_QUERY};

static void check_still(struct check *c, const struct rank_term *r)
{
	struct strs names = {0};

	expr_attrs(c->arena, r->when, &names);
	for (size_t i = 0; i < sizeof(restless) / sizeof(*restless); i++)
		if (str_has(names, c->pack->core[restless[i]].name))
			check_fault(c, r->at,
			    "a rank term reads '%.*s', which changes by itself or "
			    "with every claim; expected a field, an answer, the state or the "
			    "band",
			    STR_ARG(c->pack->core[restless[i]].name));
}

static void check_since(struct check *c, const struct rank_term *r)
{
	const struct attr *at = attr_find(c->pack, c->type, r->since);
	bool core = at && at->home == AT_CORE;
	bool day = at && at->home == AT_FIELD && at->type == VT_DATE;
	struct strs dates = {0};

	*arena_push(c->arena, &dates) = STR("opened");
	*arena_push(c->arena, &dates) = STR("moved");
	if (day || (core && str_has(dates, r->since)))
		return;
	for (size_t i = 0; i < c->type->fields.n; i++)
		if (c->type->fields.v[i].spec.type == VT_DATE)
			*arena_push(c->arena, &dates) = c->type->fields.v[i].name;
	check_known(c, r->at, "date in since", r->since, dates);
}

static void check_term(struct check *c, const struct rank_term *r)
{
	bool points = r->points != 0 || r->when_text.n != 0;

	if (points == (r->per_day != 0))
		check_fault(c, r->at,
		    "a rank term has %s; expected when with points, or per_day "
		    "with since",
		    points ? "both points and per_day" : "neither points nor per_day");
	if (r->per_day)
		check_since(c, r);
	if (!r->when)
		return;
	if (r->when_text.n)
		check_kept(c, r->at, "when", r->when_text);
	check_still(c, r);
}

static void check_column(struct check *c, const struct column *col)
{
	struct strs names = known_fields(c, false);

	for (size_t i = 0; i < CORE_ATTRS; i++)
		*arena_push(c->arena, &names) = c->pack->core[i].name;
	for (size_t i = 0; i < c->type->forms.n; i++)
		for (size_t j = 0; j < c->type->forms.v[i].n; j++)
			*arena_push(c->arena, &names) = c->type->forms.v[i].questions[j].name;
	check_known(c, col->at, "field in columns", col->name, names);
	if (col->width < 1)
		check_fault(c, col->at, "the column '%.*s' is %d wide; expected 1 or more",
		    STR_ARG(col->name), col->width);
}

/* Who reads it before anything else must not meet a name without an answer behind it. */
static void check_lead(struct check *c)
{
	const struct lead *l = &c->type->lead;
	struct strs asked = {0};

	if (l->ask.n == 0)
		return;
	for (size_t i = 0; i < c->type->forms.n; i++)
		for (size_t j = 0; j < c->type->forms.v[i].n; j++)
			*arena_push(c->arena, &asked) = c->type->forms.v[i].questions[j].name;
	check_known(c, l->at, "question in lead", l->ask, asked);
	for (size_t i = 0; i < l->with.n; i++)
		check_known(c, l->at, "question in lead", l->with.v[i], asked);
}

void check_ranks(struct check *c)
{
	const struct record_type *t = c->type;
	struct strs seen = {0};

	for (size_t i = 0; i < t->ranks.n; i++)
		check_term(c, &t->ranks.v[i]);
	for (size_t i = 0; i < t->columns.n; i++) {
		check_once(c, t->columns.v[i].at, "column", t->columns.v[i].name, &seen);
		check_column(c, &t->columns.v[i]);
	}
	check_lead(c);
}
