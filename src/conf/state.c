/* SPDX-License-Identifier: MIT */
/* States and their deadlines. */
#include "conf/tables.h"

/* One of the three counts is given; 0 is "not given". */
struct counts {
	int hours, days, working_days;
};
#define COUNT_KEY(word)                                                                        \
	{                                                                                      \
		.name = #word, .kind = WANT_INT, .at = offsetof(struct counts, word),          \
		.min = 1, .max = 9999                                                          \
	}
#define COUNT_KEYS COUNT_KEY(hours), COUNT_KEY(days), COUNT_KEY(working_days)

static const struct key limit_keys[] = {COUNT_KEYS};
const struct key_table limit_table = {
    .what = "limit",
    TABLE(limit_keys),
    .place = NO_ID,
    .id = NO_ID,
};

static void limit_of(
    struct reader *r, const struct node *n, const struct counts *c, struct limit *out)
{
	if (n->keys.n != 1)
		want_fault(r, n, "found %zu limits; expected one of hours, days, working_days",
		    n->keys.n);
	if (c->hours)
		*out = (struct limit){LIMIT_HOURS, c->hours};
	else if (c->days)
		*out = (struct limit){LIMIT_DAYS, c->days};
	else if (c->working_days)
		*out = (struct limit){LIMIT_WORKING_DAYS, c->working_days};
}

struct due_keys {
	struct counts counts;
	struct limit *by_band;
};

static void read_band_limit(
    struct reader *r, const struct node *key, const struct node *n, struct limit *by_band)
{
	const struct pack *p = r->pack;
	struct strs known = {0};
	struct counts c = {0};

	for (size_t i = 0; i < p->bands.n; i++) {
		*arena_push(r->a, &known) = p->bands.v[i].id;
		if (!str_eq(p->bands.v[i].id, key->text))
			continue;
		if (want_map(r, n, &limit_table, &c))
			limit_of(r, n, &c, &by_band[i]);
		return;
	}
	want_fault(r, key, "found %s; expected a band of the review%s", want_found(r, key),
	    want_near(r, key->text, &known));
}

/* A band without a limit would be a case that is never late, so each needs one. */
static void read_by_band(struct reader *r, const struct node *n, void *owner)
{
	const struct pack *p = r->pack;
	struct due_keys *due = owner;
	size_t before;

	if (!want_kind(r, n, NODE_MAP, "a map of band to limit"))
		return;
	before = r->faults->n;
	due->by_band = arena_new(r->a, struct limit, p->bands.n + 1);
	for (size_t i = 0; i < n->items.n; i++)
		read_band_limit(r, n->keys.v[i], n->items.v[i], due->by_band);
	for (size_t i = 0; before == r->faults->n && i < p->bands.n; i++)
		if (!node_get(n, arena_str(r->a, p->bands.v[i].id).p))
			want_fault(r, n,
			    "found no limit for band '%.*s'; expected one for each",
			    STR_ARG(p->bands.v[i].id));
}
static const struct key due_keys[] = {
    COUNT_KEYS,
    {.name = "by_band", .kind = WANT_OWN, .read = read_by_band},
};
const struct key_table due_table = {
    .what = "due",
    TABLE(due_keys),
    .place = NO_ID,
    .id = NO_ID,
};

static void read_due(struct reader *r, const struct node *n, void *out)
{
	struct due_keys keys = {0};
	struct due_rule *due = out;

	if (!want_map(r, n, &due_table, &keys))
		return;
	due->by_band = keys.by_band;
	if (!node_get(n, "by_band"))
		limit_of(r, n, &keys.counts, &due->any);
	else if (n->keys.n > 1)
		want_fault(r, n, "found by_band and another limit; expected one of them");
}

static const struct key state_keys[] = {
    {.name = "label", .kind = WANT_LINE, .at = offsetof(struct state, label)},
    {.name = "queue", .kind = WANT_NAME, .at = offsetof(struct state, queue)},
    {.name = "final", .kind = WANT_BOOL, .at = offsetof(struct state, final)},
    {.name = "due", .kind = WANT_OWN, .at = offsetof(struct state, due), .read = read_due},
};
static void state_done(struct reader *r, const struct node *n, void *owner)
{
	struct state *s = owner;

	if (s->label.n == 0)
		s->label = label_of(r->a, s->name);
	if (s->final && node_get(n, "due"))
		want_fault(
		    r, node_get(n, "due"), "found a limit on a final state; expected none");
}
const struct key_table state_table = {
    .what = "state",
    TABLE(state_keys),
    .size = sizeof(struct state),
    .place = offsetof(struct state, at),
    .id = offsetof(struct state, name),
    .done = state_done,
};
