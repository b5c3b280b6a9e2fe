/* SPDX-License-Identifier: MIT */
/* records/NAME.yaml: one record type each. Keys are read in the order of the table,
 * whatever their order in the file: what comes later may speak of what comes before. */
#include "conf/tables.h"

static const struct key rank_keys[] = {
    {.name = "when",
	.kind = WANT_EXPR,
	.at = offsetof(struct rank_term, when_text),
	.also = offsetof(struct rank_term, when)},
    {.name = "points",
	.kind = WANT_INT,
	.at = offsetof(struct rank_term, points),
	.min = -100000,
	.max = 100000},
    {.name = "per_day",
	.kind = WANT_INT,
	.at = offsetof(struct rank_term, per_day),
	.min = 1,
	.max = 1000},
    {.name = "since", .kind = WANT_NAME, .at = offsetof(struct rank_term, since)},
    {.name = "because",
	.kind = WANT_LINE,
	.required = true,
	.at = offsetof(struct rank_term, because)},
};
static void rank_done(struct reader *r, const struct node *n, void *owner)
{
	bool when = node_get(n, "when"), points = node_get(n, "points");
	bool per_day = node_get(n, "per_day"), since = node_get(n, "since");

	(void)owner;
	if (when != points || per_day != since || when == per_day)
		want_fault(r, n,
		    "found a rank term that is not whole; expected when and points, "
		    "or per_day and since");
}
const struct key_table rank_table = {
    .what = "rank term",
    TABLE(rank_keys),
    .size = sizeof(struct rank_term),
    .place = offsetof(struct rank_term, at),
    .id = NO_ID,
    .done = rank_done,
};

static const struct key column_keys[] = {
    {.name = "name", .kind = WANT_NAME, .required = true, .at = offsetof(struct column, name)},
    {.name = "label", .kind = WANT_LINE, .at = offsetof(struct column, label)},
    {.name = "width",
	.kind = WANT_INT,
	.required = true,
	.at = offsetof(struct column, width),
	.min = 1,
	.max = 80},
    {.name = "priority",
	.kind = WANT_INT,
	.at = offsetof(struct column, priority),
	.min = 1,
	.max = 9,
	.dflt = 5},
};
static void column_done(struct reader *r, const struct node *n, void *owner)
{
	struct column *c = owner;

	(void)n;
	if (c->label.n == 0)
		c->label = label_of(r->a, c->name);
}
const struct key_table column_table = {
    .what = "column",
    TABLE(column_keys),
    .size = sizeof(struct column),
    .place = offsetof(struct column, at),
    .id = offsetof(struct column, name),
    .done = column_done,
};

/* Of the parent, so there is then just one type of it. */
static void read_opening_when(struct reader *r, const struct node *n, void *owner)
{
	struct opening *o = owner;
	size_t before = r->pending.n;

	want_expr(r, n, (struct expr **)&o->when, &o->when_text);
	if (r->pending.n > before)
		r->pending.v[before].under = &o->under;
	if (o->under.n != 1)
		want_fault(r, n,
		    "found 'when' with %zu types under 'under'; expected one, "
		    "whose records it speaks of",
		    o->under.n);
}

static const struct key opening_keys[] = {
    {.name = "by", .kind = WANT_NAMES, .required = true, .at = offsetof(struct opening, by)},
    {.name = "under", .kind = WANT_NAMES, .at = offsetof(struct opening, under)},
    {.name = "when", .kind = WANT_OWN, .read = read_opening_when},
    {.name = "because", .kind = WANT_LINE, .at = offsetof(struct opening, because)},
    {.name = "reason", .kind = WANT_BOOL, .at = offsetof(struct opening, reason)},
};
static void opening_done(struct reader *r, const struct node *n, void *owner)
{
	struct opening *o = owner;

	o->given = true;
	check_because(r, n);
}
const struct key_table opening_table = {
    .what = "opening",
    TABLE(opening_keys),
    .place = offsetof(struct opening, at),
    .id = NO_ID,
    .done = opening_done,
};

static const struct key lead_keys[] = {
    {.name = "ask", .kind = WANT_NAME, .required = true, .at = offsetof(struct lead, ask)},
    {.name = "none", .kind = WANT_LINE, .required = true, .at = offsetof(struct lead, none)},
    {.name = "calm",
	.kind = WANT_EXPR,
	.required = true,
	.at = offsetof(struct lead, calm_text),
	.also = offsetof(struct lead, calm)},
    {.name = "danger",
	.kind = WANT_EXPR,
	.required = true,
	.at = offsetof(struct lead, danger_text),
	.also = offsetof(struct lead, danger)},
    {.name = "with", .kind = WANT_NAMES, .at = offsetof(struct lead, with)},
};
const struct key_table lead_table = {
    .what = "lead",
    TABLE(lead_keys),
    .place = offsetof(struct lead, at),
    .id = NO_ID,
};

static const struct word timelines[] = {
    {"contacts", TIMELINE_CONTACTS}, {"quality", TIMELINE_QUALITY}};
static const struct key record_keys[] = {
    {.name = "record",
	.kind = WANT_NAME,
	.required = true,
	.at = offsetof(struct record_type, name)},
    {.name = "label", .kind = WANT_LINE, .at = offsetof(struct record_type, label)},
    {.name = "plural", .kind = WANT_LINE, .at = offsetof(struct record_type, plural)},
    {.name = "ref",
	.kind = WANT_LINE,
	.required = true,
	.at = offsetof(struct record_type, ref)},
    {.name = "title",
	.kind = WANT_LINE,
	.required = true,
	.at = offsetof(struct record_type, title)},
    {.name = "initial",
	.kind = WANT_NAME,
	.required = true,
	.at = offsetof(struct record_type, initial)},
    {.name = "received", .kind = WANT_NAME, .at = offsetof(struct record_type, received)},
    {.name = "evidence", .kind = WANT_BOOL, .at = offsetof(struct record_type, evidence)},
    {.name = "timeline",
	.kind = WANT_WORD,
	.at = offsetof(struct record_type, timeline),
	.words = WORDS(timelines)},
    {.name = "open",
	.kind = WANT_MAP,
	.at = offsetof(struct record_type, open),
	.of = &opening_table},
    {.name = "clocks",
	.kind = WANT_NAMED,
	.at = offsetof(struct record_type, clocks),
	.of = &clock_table},
    {.name = "fields",
	.kind = WANT_NAMED,
	.required = true,
	.at = offsetof(struct record_type, fields),
	.of = &field_table},
    {.name = "forms",
	.kind = WANT_NAMED,
	.at = offsetof(struct record_type, forms),
	.of = &form_table},
    {.name = "states",
	.kind = WANT_NAMED,
	.required = true,
	.at = offsetof(struct record_type, states),
	.of = &state_table},
    {.name = "transitions",
	.kind = WANT_LIST,
	.required = true,
	.at = offsetof(struct record_type, transitions),
	.of = &transition_table},
    {.name = "lead",
	.kind = WANT_MAP,
	.at = offsetof(struct record_type, lead),
	.of = &lead_table},
    {.name = "rank",
	.kind = WANT_LIST,
	.at = offsetof(struct record_type, ranks),
	.of = &rank_table},
    {.name = "columns",
	.kind = WANT_LIST,
	.required = true,
	.at = offsetof(struct record_type, columns),
	.of = &column_table},
};

static void record_done(struct reader *r, const struct node *n, void *owner)
{
	struct record_type *t = owner;

	(void)n;
	if (t->label.n == 0)
		t->label = label_of(r->a, t->name);
	if (t->plural.n == 0)
		t->plural = arena_printf(r->a, "%.*ss", STR_ARG(t->label));
}
const struct key_table record_table = {
    .what = "record",
    TABLE(record_keys),
    .size = sizeof(struct record_type),
    .place = offsetof(struct record_type, at),
    .id = offsetof(struct record_type, name),
    .done = record_done,
};

void read_record(struct reader *r, const struct node *n)
{
	struct pack *p = r->pack;

	r->type = &p->types.v[p->types.n];
	if (want_map(r, n, &record_table, r->type))
		p->types.n++;
	r->type = NULL;
}
