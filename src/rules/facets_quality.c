/* SPDX-License-Identifier: MIT */
/* Facets of what a pack says about quality. */
#include "lookback/rules/quality.h"
#include "rules/facets.h"

static void facet_share(struct listing *l, const char *key, int share)
{
	if (share)
		facet(l, key, quality_share(l->arena, share));
}

void list_quality(struct listing *l)
{
	const struct quality *q = l->pack->quality;

	if (!q || !q->given)
		return;
	element(l, q->type);
	facet(l, "read again in", q->state);
	facet_list(l, "by", q->by);
	facet_list(l, "alerts", q->alert);
	facet_int(l, "calibration first", q->calibration.first);
	facet_int(l, "calibration every", q->calibration.every);
	facet_share(l, "calibration pass", q->calibration.pass);
	facet_list(l, "calibration alerts", q->calibration.alert);
	facet(l, "funnel by", q->funnel.by);
	facet(l, "funnel of", q->funnel.of_text);
	facet(l, "funnel bad", q->funnel.bad_text);
	facet(l, "audit of", q->audit.type);
	facet(l, "audit month", q->audit.month);
	facet(l, "audit items", q->audit.items);
	facet(l, "audit comment", q->audit.comment);
}

void list_plans(struct listing *l)
{
	const struct quality *q = l->pack->quality;

	for (size_t i = 0; q && i < q->plans.n; i++) {
		const struct plan_rule *p = &q->plans.v[i];
		element(l, p->id);
		facet(l, "label", p->label);
		facet(l, "kind", str_of(plan_kind_name(p->kind)));
		facet(l, "of", p->of_text);
		facet(l, "always", p->always_text);
		facet(l, "found", p->found_text);
		facet_list(l, "strata", p->strata);
		facet_share(l, "percent", p->percent);
		facet_int(l, "size", p->size);
		facet_int(l, "least", p->least);
		facet_int(l, "first", p->first);
		facet_int(l, "days", p->days);
		facet_share(l, "share", p->share);
		facet_share(l, "confidence", p->confidence);
		facet_int(l, "allow", p->allow);
		facet_share(l, "aql", p->aql);
		facet_yes(l, "whole", p->whole);
	}
}

void list_measures(struct listing *l)
{
	const struct quality *q = l->pack->quality;

	for (size_t i = 0; q && i < q->audit.measures.n; i++) {
		const struct measure *m = &q->audit.measures.v[i];
		element(l, m->id);
		facet(l, "label", m->label);
		facet(l, "top", m->top);
		facet(l, "of", m->of);
		facet(l, "item", m->item);
	}
}
