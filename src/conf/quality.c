/* SPDX-License-Identifier: MIT */
/* quality.yaml: how work is looked at a second time. Expressions in it are kept, and are of the
 * record type that passes are drawn from. */
#include <stddef.h>

#include "conf/tables.h"
#include "lookback/rules/quality.h"

enum { SHARE_ALL = 100000, SHARE_DIGITS = 3, DAYS_MAX = 3650, RECORDS_MAX = 1000000 };

/* 20 or 0.5: per cent, with at most three places behind the point. */
static bool share_of(struct str s, int *out)
{
	int64_t whole, part = 0;
	struct str rest = s, left = {0};
	bool point = str_cut(&rest, '.', &left) && left.n < s.n;

	if (!str_int(left, &whole) || whole < 0 || whole > 100)
		return false;
	if (point &&
	    (rest.n == 0 || rest.n > SHARE_DIGITS || !str_int(rest, &part) || part < 0))
		return false;
	for (size_t i = rest.n; point && i < SHARE_DIGITS; i++)
		part *= 10;
	whole = whole * 1000 + part;
	*out = (int)whole;
	return whole > 0 && whole <= SHARE_ALL;
}

static void read_share(struct reader *r, const struct node *n, void *out)
{
	int share;

	if (n->kind == NODE_TEXT && share_of(n->text, &share))
		*(int *)out = share;
	else
		want_fault(
		    r, n, "found %s; expected per cent, from 0.001 to 100", want_found(r, n));
}

static const struct word kind_words[] = {
    {"second", PLAN_SECOND},
    {"elusion", PLAN_ELUSION},
    {"known", PLAN_KNOWN},
    {"lot", PLAN_LOT},
};

#define PLAN(member) offsetof(struct plan_rule, member)
#define SHARE(key, member)                                                                     \
	{                                                                                      \
		.name = key, .kind = WANT_OWN, .at = PLAN(member), .read = read_share          \
	}
static const struct key plan_keys[] = {
    {.name = "id", .kind = WANT_NAME, .required = true, .at = PLAN(id)},
    {.name = "label", .kind = WANT_LINE, .at = PLAN(label)},
    {.name = "kind", .kind = WANT_WORD, .at = PLAN(kind), .words = WORDS(kind_words)},
    {.name = "of", .kind = WANT_EXPR, .required = true, .at = PLAN(of_text), .also = PLAN(of)},
    {.name = "always", .kind = WANT_EXPR, .at = PLAN(always_text), .also = PLAN(always)},
    {.name = "found", .kind = WANT_EXPR, .at = PLAN(found_text), .also = PLAN(found)},
    {.name = "strata", .kind = WANT_NAMES, .at = PLAN(strata)},
    SHARE("percent", percent),
    {.name = "size", .kind = WANT_INT, .at = PLAN(size), .min = 1, .max = RECORDS_MAX},
    {.name = "least", .kind = WANT_INT, .at = PLAN(least), .min = 1, .max = RECORDS_MAX},
    {.name = "first", .kind = WANT_INT, .at = PLAN(first), .min = 1, .max = RECORDS_MAX},
    {.name = "days", .kind = WANT_INT, .at = PLAN(days), .min = 1, .max = DAYS_MAX},
    SHARE("share", share),
    SHARE("confidence", confidence),
    {.name = "allow", .kind = WANT_INT, .at = PLAN(allow), .min = 0, .max = RECORDS_MAX},
    SHARE("aql", aql),
    {.name = "whole", .kind = WANT_BOOL, .at = PLAN(whole)},
};
static void plan_done(struct reader *r, const struct node *n, void *owner)
{
	struct plan_rule *p = owner;

	(void)n;
	if (p->label.n == 0)
		p->label = label_of(r->a, p->id);
	if (p->share && !p->confidence)
		p->confidence = QUALITY_CONFIDENCE;
}
const struct key_table plan_table = {
    .what = "plan",
    TABLE(plan_keys),
    .size = sizeof(struct plan_rule),
    .place = PLAN(at),
    .id = PLAN(id),
    .done = plan_done,
};

#define CASES(member) offsetof(struct calibration, member)
static const struct key calibration_keys[] = {
    {.name = "first", .kind = WANT_INT, .at = CASES(first), .min = 0, .max = 1000},
    {.name = "every", .kind = WANT_INT, .at = CASES(every), .min = 0, .max = 10000},
    {.name = "pass", .kind = WANT_OWN, .required = true, .at = CASES(pass), .read = read_share},
    {.name = "alert", .kind = WANT_NAMES, .at = CASES(alert)},
};
const struct key_table calibration_table = {
    .what = "calibration",
    TABLE(calibration_keys),
    .size = sizeof(struct calibration),
    .place = CASES(at),
    .id = NO_ID,
};

#define FUNNEL(member) offsetof(struct funnel_rule, member)
static const struct key funnel_keys[] = {
    {.name = "by", .kind = WANT_NAME, .required = true, .at = FUNNEL(by)},
    {.name = "of",
	.kind = WANT_EXPR,
	.required = true,
	.at = FUNNEL(of_text),
	.also = FUNNEL(of)},
    {.name = "bad",
	.kind = WANT_EXPR,
	.required = true,
	.at = FUNNEL(bad_text),
	.also = FUNNEL(bad)},
};
const struct key_table funnel_table = {
    .what = "funnel",
    TABLE(funnel_keys),
    .size = sizeof(struct funnel_rule),
    .place = FUNNEL(at),
    .id = NO_ID,
};

#define MEASURE(member) offsetof(struct measure, member)
static const struct key measure_keys[] = {
    {.name = "id", .kind = WANT_NAME, .required = true, .at = MEASURE(id)},
    {.name = "label", .kind = WANT_LINE, .at = MEASURE(label)},
    {.name = "top", .kind = WANT_NAME, .at = MEASURE(top)},
    {.name = "of", .kind = WANT_NAME, .at = MEASURE(of)},
    {.name = "item", .kind = WANT_NAME, .at = MEASURE(item)},
};
static void measure_done(struct reader *r, const struct node *n, void *owner)
{
	struct measure *m = owner;

	(void)n;
	if (m->label.n == 0)
		m->label = label_of(r->a, m->id);
}
const struct key_table measure_table = {
    .what = "measure",
    TABLE(measure_keys),
    .size = sizeof(struct measure),
    .place = MEASURE(at),
    .id = MEASURE(id),
    .done = measure_done,
};

#define AUDIT(member) offsetof(struct audit_rule, member)
static const struct key audit_keys[] = {
    {.name = "type", .kind = WANT_NAME, .required = true, .at = AUDIT(type)},
    {.name = "month", .kind = WANT_NAME, .required = true, .at = AUDIT(month)},
    {.name = "items", .kind = WANT_NAME, .at = AUDIT(items)},
    {.name = "comment", .kind = WANT_NAME, .at = AUDIT(comment)},
    {.name = "measures",
	.kind = WANT_LIST,
	.required = true,
	.at = AUDIT(measures),
	.of = &measure_table},
};
const struct key_table audit_table = {
    .what = "audit",
    TABLE(audit_keys),
    .size = sizeof(struct audit_rule),
    .place = AUDIT(at),
    .id = NO_ID,
};

/* It stands first in the table, so that expressions behind it know their type. */
static void read_drawn_type(struct reader *r, const struct node *n, void *out)
{
	struct str *type = out;

	if (want_name(r, n, type))
		r->type = (struct record_type *)pack_type(r->pack, *type);
}

#define QUALITY(member) offsetof(struct quality, member)
static const struct key quality_keys[] = {
    {.name = "type",
	.kind = WANT_OWN,
	.required = true,
	.at = QUALITY(type),
	.read = read_drawn_type},
    {.name = "state", .kind = WANT_NAME, .required = true, .at = QUALITY(state)},
    {.name = "by", .kind = WANT_NAMES, .required = true, .at = QUALITY(by)},
    {.name = "alert", .kind = WANT_NAMES, .at = QUALITY(alert)},
    {.name = "plans", .kind = WANT_LIST, .at = QUALITY(plans), .of = &plan_table},
    {.name = "calibration",
	.kind = WANT_MAP,
	.at = QUALITY(calibration),
	.of = &calibration_table},
    {.name = "funnel", .kind = WANT_MAP, .at = QUALITY(funnel), .of = &funnel_table},
    {.name = "audit", .kind = WANT_MAP, .at = QUALITY(audit), .of = &audit_table},
};
const struct key_table quality_table = {
    .what = "quality file",
    TABLE(quality_keys),
    .size = sizeof(struct quality),
    .place = QUALITY(at),
    .id = NO_ID,
};

void read_quality(struct reader *r, const struct node *n)
{
	struct quality *q = arena_new(r->a, struct quality, 1);

	r->type = NULL;
	if (want_map(r, n, &quality_table, q)) {
		q->given = true;
		r->pack->quality = q;
	}
}
