/* SPDX-License-Identifier: MIT */
/* Deadlines: so many hours or days, for all, by band or by the rules in force; and the
 * clocks that run on while a record moves. */
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

static void limit_of(const struct counts *c, struct limit *out)
{
	if (c->hours)
		*out = (struct limit){LIMIT_HOURS, c->hours};
	else if (c->days)
		*out = (struct limit){LIMIT_DAYS, c->days};
	else if (c->working_days)
		*out = (struct limit){LIMIT_WORKING_DAYS, c->working_days};
}

void read_limit(struct reader *r, const struct node *n, void *out)
{
	struct counts c = {0};

	if (!want_map(r, n, &limit_table, &c))
		return;
	if (n->keys.n != 1)
		want_fault(r, n, "found %zu limits; expected one of hours, days, working_days",
		    n->keys.n);
	limit_of(&c, out);
}

struct due_keys {
	struct counts counts;
	struct limit *by_band;
	int regime;
	struct str from;
};

static void read_band_limit(
    struct reader *r, const struct node *key, const struct node *n, struct limit *by_band)
{
	const struct pack *p = r->pack;
	struct strs known = {0};

	for (size_t i = 0; i < p->bands.n; i++) {
		*arena_push(r->a, &known) = p->bands.v[i].id;
		if (!str_eq(p->bands.v[i].id, key->text))
			continue;
		read_limit(r, n, &by_band[i]);
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
static const struct word regime_words[] = {{"total", LIMIT_REGIME}};
static const struct key due_keys[] = {
    COUNT_KEYS,
    {.name = "by_band", .kind = WANT_OWN, .read = read_by_band},
    {.name = "regime",
	.kind = WANT_WORD,
	.at = offsetof(struct due_keys, regime),
	.words = WORDS(regime_words)},
    {.name = "from", .kind = WANT_NAME, .at = offsetof(struct due_keys, from)},
};
const struct key_table due_table = {
    .what = "due",
    TABLE(due_keys),
    .place = NO_ID,
    .id = NO_ID,
};

void read_due(struct reader *r, const struct node *n, void *out)
{
	struct due_keys keys = {0};
	struct due_rule *due = out;
	size_t limits;

	if (!want_map(r, n, &due_table, &keys))
		return;
	due->by_band = keys.by_band;
	due->from = keys.from;
	limits = n->keys.n - (node_get(n, "from") != NULL);
	if (limits != 1)
		want_fault(r, n,
		    "found %zu limits; expected one of hours, days, working_days, by_band, "
		    "regime",
		    limits);
	if (keys.regime)
		due->any = (struct limit){.kind = LIMIT_REGIME};
	else
		limit_of(&keys.counts, &due->any);
}

static const struct key clock_keys[] = {
    {.name = "label", .kind = WANT_LINE, .at = offsetof(struct clock, label)},
    {.name = "due",
	.kind = WANT_OWN,
	.required = true,
	.at = offsetof(struct clock, due),
	.read = read_due},
    {.name = "escalate", .kind = WANT_NAMES, .at = offsetof(struct clock, escalate)},
};
static void clock_done(struct reader *r, const struct node *n, void *owner)
{
	struct clock *c = owner;

	(void)n;
	if (c->label.n == 0)
		c->label = label_of(r->a, c->name);
}
const struct key_table clock_table = {
    .what = "clock",
    TABLE(clock_keys),
    .size = sizeof(struct clock),
    .place = offsetof(struct clock, at),
    .id = offsetof(struct clock, name),
    .done = clock_done,
};
