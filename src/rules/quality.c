/* SPDX-License-Identifier: MIT */
/* What a pack says about quality, looked up. */
#include "lookback/rules/quality.h"

const struct plan_rule *quality_plan(const struct quality *q, struct str id)
{
	for (size_t i = 0; i < q->plans.n; i++)
		if (str_eq(q->plans.v[i].id, id))
			return &q->plans.v[i];
	return NULL;
}

bool quality_by(const struct pack *p, struct strs roles)
{
	bool any = false;

	for (size_t i = 0; i < roles.n; i++)
		any = any || str_has(p->quality->by, roles.v[i]);
	return any && !roles_blind(p, roles);
}

const char *plan_kind_name(enum plan_kind k)
{
	static const char *const names[] = {
	    [PLAN_SECOND] = "second",
	    [PLAN_ELUSION] = "elusion",
	    [PLAN_KNOWN] = "known",
	    [PLAN_LOT] = "lot",
	};

	return names[k];
}
