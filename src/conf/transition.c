/* SPDX-License-Identifier: MIT */
/* Transitions: from where to where, who may, under what, with which consequences. */
#include "conf/tables.h"

static void read_with(struct reader *r, const struct node *n, void *owner)
{
	struct opens *o = owner;

	keep_filling(r, n, &o->type, &o->with);
}

static const struct key opens_keys[] = {
    {.name = "type", .kind = WANT_NAME, .required = true, .at = offsetof(struct opens, type)},
    {.name = "when",
	.kind = WANT_EXPR,
	.at = offsetof(struct opens, when_text),
	.also = offsetof(struct opens, when)},
    {.name = "with", .kind = WANT_OWN, .read = read_with},
};
const struct key_table opens_table = {
    .what = "record to open",
    TABLE(opens_keys),
    .size = sizeof(struct opens),
    .place = offsetof(struct opens, at),
    .id = NO_ID,
};

static const struct key sample_keys[] = {
    {.name = "percent",
	.kind = WANT_INT,
	.required = true,
	.at = offsetof(struct sample, percent),
	.min = 1,
	.max = 100},
    {.name = "when",
	.kind = WANT_EXPR,
	.at = offsetof(struct sample, when_text),
	.also = offsetof(struct sample, when)},
    {.name = "set",
	.kind = WANT_OWN,
	.required = true,
	.at = offsetof(struct sample, set),
	.read = read_set},
};
const struct key_table sample_table = {
    .what = "sample",
    TABLE(sample_keys),
    .size = sizeof(struct sample),
    .place = offsetof(struct sample, at),
    .id = NO_ID,
    .part = true,
};

static const struct key transition_keys[] = {
    {.name = "id", .kind = WANT_NAME, .required = true, .at = offsetof(struct transition, id)},
    {.name = "auto", .kind = WANT_BOOL, .at = offsetof(struct transition, automatic)},
    {.name = "key", .kind = WANT_CHAR, .at = offsetof(struct transition, key)},
    {.name = "label", .kind = WANT_LINE, .at = offsetof(struct transition, label)},
    {.name = "help", .kind = WANT_TEXT, .at = offsetof(struct transition, help)},
    {.name = "from",
	.kind = WANT_NAMES,
	.required = true,
	.at = offsetof(struct transition, from)},
    {.name = "to", .kind = WANT_NAME, .required = true, .at = offsetof(struct transition, to)},
    {.name = "by", .kind = WANT_NAMES, .at = offsetof(struct transition, by)},
    {.name = "form", .kind = WANT_NAME, .at = offsetof(struct transition, form)},
    {.name = "when",
	.kind = WANT_EXPR,
	.at = offsetof(struct transition, when_text),
	.also = offsetof(struct transition, when)},
    {.name = "because", .kind = WANT_LINE, .at = offsetof(struct transition, because)},
    {.name = "distinct", .kind = WANT_STEPS, .at = offsetof(struct transition, distinct)},
    {.name = "people",
	.kind = WANT_INT,
	.at = offsetof(struct transition, people),
	.min = 2,
	.max = 9},
    {.name = "competence", .kind = WANT_NAMES, .at = offsetof(struct transition, competence)},
    {.name = "override", .kind = WANT_NAMES, .at = offsetof(struct transition, override)},
    {.name = "reason", .kind = WANT_BOOL, .at = offsetof(struct transition, reason)},
    {.name = "locks", .kind = WANT_BOOL, .at = offsetof(struct transition, locks)},
    {.name = "recheck", .kind = WANT_BOOL, .at = offsetof(struct transition, recheck)},
    {.name = "set", .kind = WANT_OWN, .at = offsetof(struct transition, set), .read = read_set},
    {.name = "band", .kind = WANT_NAME, .at = offsetof(struct transition, band)},
    {.name = "open",
	.kind = WANT_LIST,
	.at = offsetof(struct transition, opens),
	.of = &opens_table},
    {.name = "sample",
	.kind = WANT_LIST,
	.at = offsetof(struct transition, samples),
	.of = &sample_table},
    {.name = "start", .kind = WANT_NAMES, .at = offsetof(struct transition, start)},
    {.name = "stop", .kind = WANT_NAMES, .at = offsetof(struct transition, stop)},
    {.name = "approves", .kind = WANT_NAMES, .at = offsetof(struct transition, approves)},
    {.name = "cancels", .kind = WANT_NAMES, .at = offsetof(struct transition, cancels)},
    {.name = "alert", .kind = WANT_NAMES, .at = offsetof(struct transition, alert)},
};

/* What only a person needs or does. */
static const char *const of_people[] = {"key", "by", "form", "because", "distinct", "people",
    "competence", "override", "reason", "locks", "recheck"};

static void check_automatic(struct reader *r, const struct node *n)
{
	for (size_t i = 0; i < sizeof of_people / sizeof *of_people; i++) {
		const struct node *given = node_get(n, of_people[i]);
		if (given)
			want_fault(r, given, "found '%s' on an automatic step; expected none",
			    of_people[i]);
	}
}

/* Whoever meets the closed step reads `because`, so a guard without it is no help. */
static void check_manual(struct reader *r, const struct node *n)
{
	static const char *const needed[] = {"key", "by"};

	for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
		if (!node_get(n, needed[i]))
			want_fault(
			    r, n, "found no '%s' in a transition; expected one", needed[i]);
	check_because(r, n);
}

void check_because(struct reader *r, const struct node *n)
{
	const struct node *when = node_get(n, "when"), *because = node_get(n, "because");

	if (when && !because)
		want_fault(r, when,
		    "found 'when' without 'because'; expected words that say "
		    "why the step is closed");
	if (because && !when)
		want_fault(r, because, "found 'because' without 'when'; expected both");
}

/* Neither when `auto` is a word that is none: that is told, and what follows is not. */
static bool is_manual(const struct node *n)
{
	return !n || (n->kind == NODE_TEXT && str_is(n->text, "false"));
}

static void transition_done(struct reader *r, const struct node *n, void *owner)
{
	struct transition *t = owner;

	if (t->label.n == 0)
		t->label = label_of(r->a, t->id);
	if (t->automatic)
		check_automatic(r, n);
	else if (is_manual(node_get(n, "auto")))
		check_manual(r, n);
}
const struct key_table transition_table = {
    .what = "transition",
    TABLE(transition_keys),
    .size = sizeof(struct transition),
    .place = offsetof(struct transition, at),
    .id = offsetof(struct transition, id),
    .done = transition_done,
};
