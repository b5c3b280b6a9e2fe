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

struct str quality_share(struct arena *a, int thousandths)
{
	struct str s = arena_printf(a, "%d.%03d", thousandths / 1000, thousandths % 1000);

	while (s.p[s.n - 1] == '0')
		s.n--;
	s.n -= s.p[s.n - 1] == '.';
	return s;
}

const int *quality_aqls(size_t *n)
{
	static const int aqls[] = {65, 100, 150, 250, 400, 650, 1000, 1500, 2500, 4000, 6500};

	*n = sizeof(aqls) / sizeof(*aqls);
	return aqls;
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
