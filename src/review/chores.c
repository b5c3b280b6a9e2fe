/* SPDX-License-Identifier: MIT */
/*
 * What time alone brings about: silence ends claims, the day of put-aside records comes, what
 * is late is told, and told one step higher when nobody answers.
 */
#include "review/body.h"
#include "review/late.h"

enum { LATE_REST_MS = 60000 };

struct chores {
	struct review *rv;
	struct arena *a;
	struct stamp by;
	int done;
};

static bool expire(struct chores *k, const struct record *r, struct err *e)
{
	struct json *body = json_obj(k->a);

	body_text(k->a, body, "holder", r->holder);
	k->done++;
	return store_append(k->rv->store, &k->by, EVENT_CLAIM_EXPIRED, r->ref, body, NULL, e);
}

static bool wake(struct chores *k, const struct record *r, struct err *e)
{
	k->done++;
	return store_append(
	    k->rv->store, &k->by, EVENT_RECORD_WOKEN, r->ref, json_obj(k->a), NULL, e);
}

/* A pack whose automatic steps go wrong must not keep claims from ending: what is late waits
 * a while then, and the rest goes on. */
static bool tell_late(struct chores *k, struct err *e)
{
	struct desk d = {.rv = k->rv,
	    .arena = k->a,
	    .now = k->by.at,
	    .user = k->by.actor,
	    .session = k->by.session,
	    .fd = -1};

	if (k->by.at < k->rv->late_rest)
		return true;
	if (late_tell(&d, &k->done, e))
		return true;
	k->rv->late_rest = k->by.at + LATE_REST_MS;
	return false;
}

int review_chores(struct review *rv, struct arena *a, int64_t now)
{
	struct chores k = {.rv = rv, .a = a};
	struct records over = {0}, awake = {0};
	struct err e = {0};

	if (rv->damage.n)
		return 0;
	k.by = (struct stamp){
	    .at = now, .actor = STR("system"), .session = STR("0000000000000000")};
	if (!lease_over(rv->store, a, now, &over, &e) ||
	    !wake_over(rv->store, a, london_day(now), &awake, &e))
		return -1;
	for (size_t i = 0; i < over.n; i++)
		if (!expire(&k, &over.v[i], &e))
			return -1;
	for (size_t i = 0; i < awake.n; i++)
		if (!wake(&k, &awake.v[i], &e))
			return -1;
	return tell_late(&k, &e) ? k.done : -1;
}
