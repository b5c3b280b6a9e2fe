/* SPDX-License-Identifier: MIT */
/* Accounts of the training review; whoever does the daily work comes first by name. */
#include "demo/crew.h"
#include "demo/people.h"

static const struct post {
	const char *prefix;
	int digits, n;
	const char *roles[2];
} posts[] = {
    {"r", 2, DEMO_REVIEWERS, {"triage_officer", "reviewer"}},
    {"s", 1, 6, {"supervisor", NULL}},
    {"sio", 1, 1, {"senior_investigator", NULL}},
    {"v", 1, 1, {"auditor", NULL}},
    {"w", 1, 3, {"researcher", NULL}},
    {"x", 1, 2, {"contact_officer", NULL}},
    {"y", 1, 1, {"intake", NULL}},
};

static bool add(
    struct client *owner, const struct post *p, int number, struct dice *d, struct err *e)
{
	struct arena a = {0};
	struct req_user_add q = {
	    .name = arena_printf(&a, "%s%0*d", p->prefix, p->digits, number)};
	struct rep_done r;
	struct made who;
	bool ok;

	people_anybody(&a, d, &who);
	q.full = people_name(&a, &who);
	for (int i = 0; i < 2 && p->roles[i]; i++)
		*arena_push(&a, &q.roles) = str_of(p->roles[i]);
	ok = ask_user_add(owner, &a, &q, &r, e);
	arena_clear(&a);
	return ok;
}

bool crew_accounts(struct client *owner, uint64_t seed, struct err *e)
{
	struct dice d = draw_at(seed, STREAM_ACCOUNT, 0);

	for (size_t i = 0; i < sizeof(posts) / sizeof(posts[0]); i++)
		for (int k = 1; k <= posts[i].n; k++)
			if (!add(owner, &posts[i], k, &d, e))
				return false;
	return true;
}
