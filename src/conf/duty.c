/* SPDX-License-Identifier: MIT */
/* Of review.yaml: what people must have been trained in, how records belong together,
 * who is told and must say so, and the one key for somebody in danger. */
#include "conf/tables.h"

static const struct key competence_keys[] = {
    {.name = "id", .kind = WANT_NAME, .required = true, .at = offsetof(struct competence, id)},
    {.name = "label", .kind = WANT_LINE, .at = offsetof(struct competence, label)},
};
static void competence_done(struct reader *r, const struct node *n, void *owner)
{
	struct competence *c = owner;

	(void)n;
	if (c->label.n == 0)
		c->label = label_of(r->a, c->id);
}
const struct key_table competence_table = {
    .what = "competence",
    TABLE(competence_keys),
    .size = sizeof(struct competence),
    .place = offsetof(struct competence, at),
    .id = offsetof(struct competence, id),
    .done = competence_done,
};

static const struct key link_keys[] = {
    {.name = "id", .kind = WANT_NAME, .required = true, .at = offsetof(struct link_kind, id)},
    {.name = "label", .kind = WANT_LINE, .at = offsetof(struct link_kind, label)},
    {.name = "from",
	.kind = WANT_NAMES,
	.required = true,
	.at = offsetof(struct link_kind, from)},
    {.name = "to", .kind = WANT_NAMES, .required = true, .at = offsetof(struct link_kind, to)},
    {.name = "judged", .kind = WANT_BOOL, .at = offsetof(struct link_kind, judged)},
    {.name = "family", .kind = WANT_BOOL, .at = offsetof(struct link_kind, family)},
};
static void link_done(struct reader *r, const struct node *n, void *owner)
{
	struct link_kind *l = owner;

	(void)n;
	if (l->label.n == 0)
		l->label = label_of(r->a, l->id);
}
const struct key_table link_table = {
    .what = "link",
    TABLE(link_keys),
    .size = sizeof(struct link_kind),
    .place = offsetof(struct link_kind, at),
    .id = offsetof(struct link_kind, id),
    .done = link_done,
};

/* The rule has no place of its own that a later check could name. */
static void read_chain(struct reader *r, const struct node *n, void *out)
{
	struct strs *chain = out, known = {0};

	want_names(r, n, chain);
	for (size_t i = 0; i < r->pack->roles.n; i++)
		*arena_push(r->a, &known) = r->pack->roles.v[i].id;
	for (size_t i = 0; i < chain->n; i++)
		if (!str_has(known, chain->v[i]))
			want_fault(r, n, "found '%.*s'; expected a role of the review%s",
			    STR_ARG(chain->v[i]), want_near(r, chain->v[i], &known));
}

static const struct key alerts_keys[] = {
    {.name = "acknowledge",
	.kind = WANT_OWN,
	.at = offsetof(struct alert_rule, ack),
	.read = read_limit},
    {.name = "chain",
	.kind = WANT_OWN,
	.at = offsetof(struct alert_rule, chain),
	.read = read_chain},
};
const struct key_table alerts_table = {
    .what = "rule of alerts",
    TABLE(alerts_keys),
    .place = NO_ID,
    .id = NO_ID,
};

static void read_with(struct reader *r, const struct node *n, void *owner)
{
	struct safeguarding *s = owner;

	keep_filling(r, n, &s->type, &s->with);
}

static const struct key safeguarding_keys[] = {
    {.name = "type",
	.kind = WANT_NAME,
	.required = true,
	.at = offsetof(struct safeguarding, type)},
    {.name = "with", .kind = WANT_OWN, .read = read_with},
    {.name = "alert",
	.kind = WANT_NAMES,
	.required = true,
	.at = offsetof(struct safeguarding, alert)},
    {.name = "acknowledge",
	.kind = WANT_OWN,
	.at = offsetof(struct safeguarding, ack),
	.read = read_limit},
};
const struct key_table safeguarding_table = {
    .what = "safeguarding action",
    TABLE(safeguarding_keys),
    .place = offsetof(struct safeguarding, at),
    .id = NO_ID,
};
