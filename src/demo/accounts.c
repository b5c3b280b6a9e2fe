/* SPDX-License-Identifier: MIT */
/* Accounts of the training review; whoever does the daily work comes first by name. */
#include "demo/crew.h"
#include "demo/people.h"
#include "lookback/base/when.h"

static const struct post {
	const char *prefix;
	int digits, n;
	const char *roles[2], *trained[2];
} posts[] = {
    {"r", 2, DEMO_REVIEWERS, {"triage_officer", "reviewer"}, {"review_method", NULL}},
    {"s", 1, 6, {"supervisor", NULL}, {"search_systems", NULL}},
    {"sio", 1, 1, {"senior_investigator", NULL}, {NULL, NULL}},
    {"t", 1, 2, {"decision_maker", NULL}, {NULL, NULL}},
    {"u", 1, 2, {"adjudicator", NULL}, {"review_method", NULL}},
    {"v", 1, 1, {"auditor", NULL}, {NULL, NULL}},
    {"w", 1, 3, {"researcher", NULL}, {"search_systems", NULL}},
    {"x", 1, 2, {"contact_officer", NULL}, {"safe_contact", "disclosure_delivery"}},
    {"y", 1, 1, {"intake", NULL}, {NULL, NULL}},
    {"z", 1, 2, {"professional_standards", NULL}, {NULL, NULL}},
    {"zq", 1, 1, {"quality_lead", NULL}, {NULL, NULL}},
};
static const struct post steward = {"zz", 1, 1, {"administrator", NULL}, {NULL, NULL}};
enum { TRAINED_DAYS = 365 }; /* a competence of the team holds for a year from now */

static bool train(
    struct client *owner, struct arena *a, const struct post *p, struct str name, struct err *e)
{
	char until[DAY_LEN + 1];
	struct rep_done r;

	day_text(london_day(now_ms()) + TRAINED_DAYS, until);
	for (int i = 0; i < 2 && p->trained[i]; i++) {
		const struct req_user_train q = {
		    .name = name, .competence = str_of(p->trained[i]), .until = str_of(until)};
		if (!ask_user_train(owner, a, &q, &r, e))
			return false;
	}
	return true;
}

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
	ok = ask_user_add(owner, &a, &q, &r, e) && train(owner, &a, p, q.name, e);
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

bool crew_hand_over(struct client *owner, struct str name, struct err *e)
{
	struct dice d = draw_at(0, STREAM_ACCOUNT, 1);
	struct arena a = {0};
	struct req_user_role q = {.name = name};
	struct rep_done r;
	bool ok;

	*arena_push(&a, &q.roles) = STR("strategic_lead");
	*arena_push(&a, &q.roles) = STR("auditor");
	ok = add(owner, &steward, 1, &d, e) && ask_user_role(owner, &a, &q, &r, e);
	arena_clear(&a);
	return ok;
}
