/* SPDX-License-Identifier: MIT */
/* review.yaml: what the review is called, who takes part, bands, rules in force. */
#include "conf/tables.h"

#include <stdlib.h>

static const struct word right_words[] = {
    {"read", RIGHT_READ},
    {"take", RIGHT_TAKE},
    {"note", RIGHT_NOTE},
    {"assign", RIGHT_ASSIGN},
    {"import", RIGHT_IMPORT},
    {"users", RIGHT_USERS},
    {"log", RIGHT_LOG},
    {"backup", RIGHT_BACKUP},
    {"pack", RIGHT_PACK},
};
enum { CALM, CAUTION, DANGER };
static const struct word colour_words[] = {
    {"calm", CALM},
    {"caution", CAUTION},
    {"danger", DANGER},
};

/* Themes know the colour by its name. */
static void read_colour(struct reader *r, const struct node *n, void *out)
{
	const struct words words = WORDS(colour_words);
	int colour;

	if (want_word(r, n, &words, &colour))
		*(struct str *)out = str_of(colour_words[colour].name);
}

/* A faulty list takes nothing away: what else is wrong is then still found. */
static void read_denies(struct reader *r, const struct node *n, void *out)
{
	const struct words words = WORDS(right_words);
	unsigned denied = 0;

	if (want_flags(r, n, &words, &denied))
		*(unsigned *)out = denied;
}

static const struct key role_keys[] = {
    {.name = "id", .kind = WANT_NAME, .required = true, .at = offsetof(struct role, id)},
    {.name = "label", .kind = WANT_LINE, .at = offsetof(struct role, label)},
    {.name = "rights",
	.kind = WANT_FLAGS,
	.required = true,
	.at = offsetof(struct role, rights),
	.words = WORDS(right_words)},
    {.name = "denies",
	.kind = WANT_OWN,
	.at = offsetof(struct role, denies),
	.read = read_denies},
};
static void role_done(struct reader *r, const struct node *n, void *owner)
{
	struct role *role = owner;

	(void)n;
	if (role->label.n == 0)
		role->label = label_of(r->a, role->id);
}
const struct key_table role_table = {
    .what = "role",
    TABLE(role_keys),
    .size = sizeof(struct role),
    .place = offsetof(struct role, at),
    .id = offsetof(struct role, id),
    .done = role_done,
};

static const struct key band_keys[] = {
    {.name = "id", .kind = WANT_NAME, .required = true, .at = offsetof(struct band, id)},
    {.name = "label", .kind = WANT_LINE, .at = offsetof(struct band, label)},
    {.name = "mark", .kind = WANT_CHAR, .required = true, .at = offsetof(struct band, mark)},
    {.name = "colour",
	.kind = WANT_OWN,
	.required = true,
	.at = offsetof(struct band, colour),
	.read = read_colour},
};
static void band_done(struct reader *r, const struct node *n, void *owner)
{
	struct band *band = owner;

	(void)n;
	if (band->label.n == 0)
		band->label = label_of(r->a, band->id);
}
const struct key_table band_table = {
    .what = "band",
    TABLE(band_keys),
    .size = sizeof(struct band),
    .place = offsetof(struct band, at),
    .id = offsetof(struct band, id),
    .done = band_done,
};

static const struct key regime_keys[] = {
    {.name = "id", .kind = WANT_NAME, .required = true, .at = offsetof(struct regime, id)},
    {.name = "label",
	.kind = WANT_LINE,
	.required = true,
	.at = offsetof(struct regime, label)},
    {.name = "from", .kind = WANT_DATE, .required = true, .at = offsetof(struct regime, from)},
    {.name = "total_days",
	.kind = WANT_INT,
	.required = true,
	.at = offsetof(struct regime, total_days),
	.min = 1,
	.max = 3650},
    {.name = "verified",
	.kind = WANT_BOOL,
	.at = offsetof(struct regime, verified),
	.dflt = true},
};
const struct key_table regime_table = {
    .what = "regime",
    TABLE(regime_keys),
    .size = sizeof(struct regime),
    .place = offsetof(struct regime, at),
    .id = offsetof(struct regime, id),
};

static const struct key scope_keys[] = {
    {.name = "from",
	.kind = WANT_DATE,
	.required = true,
	.at = offsetof(struct pack, scope_from)},
    {.name = "to", .kind = WANT_DATE, .required = true, .at = offsetof(struct pack, scope_to)},
};
static void scope_done(struct reader *r, const struct node *n, void *owner)
{
	const struct pack *p = owner;

	if (p->scope_to != NO_DAY && p->scope_to < p->scope_from)
		want_fault(
		    r, n, "found a scope that ends before it begins; expected from <= to");
}
const struct key_table scope_table = {
    .what = "scope",
    TABLE(scope_keys),
    .place = NO_ID,
    .id = NO_ID,
    .done = scope_done,
};

static const struct key review_keys[] = {
    {.name = "name", .kind = WANT_NAME, .required = true, .at = offsetof(struct pack, name)},
    {.name = "title", .kind = WANT_LINE, .required = true, .at = offsetof(struct pack, title)},
    {.name = "marking",
	.kind = WANT_LINE,
	.required = true,
	.at = offsetof(struct pack, marking)},
    {.name = "handling", .kind = WANT_LINE, .at = offsetof(struct pack, handling)},
    {.name = "scope", .kind = WANT_MAP, .required = true, .of = &scope_table},
    {.name = "claim_minutes",
	.kind = WANT_INT,
	.at = offsetof(struct pack, claim_minutes),
	.min = 1,
	.max = 10080,
	.dflt = 720},
    {.name = "lock_minutes",
	.kind = WANT_INT,
	.at = offsetof(struct pack, lock_minutes),
	.min = 0,
	.max = 240,
	.dflt = 5},
    {.name = "reason_to_open", .kind = WANT_BOOL, .at = offsetof(struct pack, reason_to_open)},
    {.name = "terms", .kind = WANT_LINES, .at = offsetof(struct pack, terms)},
    {.name = "seed", .kind = WANT_LINE, .at = offsetof(struct pack, seed)},
    {.name = "roles",
	.kind = WANT_LIST,
	.required = true,
	.at = offsetof(struct pack, roles),
	.of = &role_table},
    {.name = "bands", .kind = WANT_LIST, .at = offsetof(struct pack, bands), .of = &band_table},
    {.name = "regimes",
	.kind = WANT_LIST,
	.at = offsetof(struct pack, regimes),
	.of = &regime_table},
    {.name = "competences",
	.kind = WANT_LIST,
	.at = offsetof(struct pack, competences),
	.of = &competence_table},
    {.name = "links", .kind = WANT_LIST, .at = offsetof(struct pack, links), .of = &link_table},
    {.name = "alerts",
	.kind = WANT_MAP,
	.at = offsetof(struct pack, alerts),
	.of = &alerts_table},
    {.name = "safeguarding",
	.kind = WANT_MAP,
	.at = offsetof(struct pack, safeguarding),
	.of = &safeguarding_table},
};

static int by_first_day(const void *a, const void *b)
{
	const struct regime *x = a, *y = b;

	return (x->from > y->from) - (x->from < y->from);
}

static void review_done(struct reader *r, const struct node *n, void *owner)
{
	struct pack *p = owner;

	(void)r;
	(void)n;
	if (p->regimes.n)
		qsort(p->regimes.v, p->regimes.n, sizeof *p->regimes.v, by_first_day);
	if (p->safeguarding.ack.kind == LIMIT_NONE)
		p->safeguarding.ack = p->alerts.ack;
}
const struct key_table review_table = {
    .what = "review",
    TABLE(review_keys),
    .place = NO_ID,
    .id = NO_ID,
    .done = review_done,
};

void read_review(struct reader *r, const struct node *n)
{
	(void)want_map(r, n, &review_table, r->pack);
}
