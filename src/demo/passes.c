/* SPDX-License-Identifier: MIT */
/*
 * A quality pass over what was closed at triage: fixed and drawn before the crew goes to work
 * again, ended when they have read it. Whoever reads knows nothing of it.
 */
#include "demo/plan.h"

enum { PASS_OF_FULL = 285 }; /* what shows at most 1 % of 3,778, with none found */

bool pass_begin(struct client *lead, int64_t applications, struct err *e)
{
	struct arena a = {0};
	const struct req_plan_fix fix = {.label = STR("Closed at triage: nothing missed?"),
	    .kind = STR("elusion"),
	    .expr = STR("state:closed_at_triage"),
	    .found = STR("has:proposed not proposed:(n, g)"),
	    .size = (applications * PASS_OF_FULL + DEMO_FULL - 1) / DEMO_FULL,
	    .seed = STR("20240523"),
	    .reason = STR("Before the review is signed off")};
	struct req_plan_draw draw = {0};
	struct rep_plan r;
	bool ok = ask_plan_fix(lead, &a, &fix, &r, e);

	draw.plan = r.plan;
	ok = ok && ask_plan_draw(lead, &a, &draw, &r, e);
	arena_clear(&a);
	return ok || err_add(e, "the quality pass: ");
}

bool pass_end(struct client *lead, struct arena *keep, struct demo_made *made, struct err *e)
{
	struct arena a = {0};
	const struct req_plans open = {.open = true};
	struct rep_plans all;
	bool ok = ask_plans(lead, &a, &open, &all, e);

	for (size_t i = 0; ok && i < all.rows.n; i++) {
		const struct req_plan_close q = {.plan = all.rows.v[i].plan};
		struct rep_plan r;
		ok = ask_plan_close(lead, &a, &q, &r, e);
		if (ok)
			made->pass = arena_str(keep, r.text).p;
	}
	arena_clear(&a);
	return ok || err_add(e, "the end of the quality pass: ");
}
