/* SPDX-License-Identifier: MIT */
/*
 * The next case is served, not hunted: the best-ranked free record of the person's queues
 * on which they could take a step. Held ones do not stand in the way of a new one.
 */
#include "review/body.h"
#include "review/giving.h"
#include "review/family.h"
#include "review/reading.h"
#include "review/rights.h"
#include "review/view.h"
#include "review/words.h"
#include "review/refusals.h"

enum { PAGE = 50 };

struct search {
	const struct me *me;
	const struct expr *where;
	struct strs queues;
	struct records family; /* of the one that was found */
	bool known;            /* known-answer cases are sought, and nothing else */
	int64_t passed;        /* free ones that this person could do nothing on */
};

static void add_queue(struct desk *d, const struct me *m, struct str queue, struct strs *out)
{
	if (queue.n && str_has(m->account.roles, queue) && !str_has(*out, queue))
		*arena_push(d->arena, out) = queue;
}

static struct strs queues_of(struct desk *d, const struct me *m)
{
	const struct pack *p = d->rv->pack;
	struct strs out = {0};

	for (size_t i = 0; i < p->types.n; i++)
		for (size_t k = 0; k < p->types.v[i].states.n; k++) {
			const struct state *s = &p->types.v[i].states.v[k];
			add_queue(d, m, s->queue, &out);
			add_queue(d, m, s->seats.second, &out);
			add_queue(d, m, s->seats.adjudicator, &out);
		}
	return out;
}

/* Known-answer cases are served when one is due, and at no other time. */
static bool is_known(const struct casefile *c)
{
	return c->reading.plan.n && str_is(c->reading.kind, plan_kind_name(PLAN_KNOWN));
}

/* One that this person could do something on and whose family nobody else has. */
static bool servable(struct desk *d, struct search *s, struct str ref, struct casefile *out,
    bool *yes, struct err *e)
{
	s->family = (struct records){0};
	if (!casefile_load(d, s->me, ref, out, e))
		return false;
	*yes = may_work(out, &s->me->person) && is_known(out) == s->known;
	if (!*yes)
		return true;
	if (!family_of(d, out, &s->family, e))
		return false;
	*yes = !family_apart(&s->family, s->me->person.name);
	return true;
}

/* The first of these that the person may work on; *found false when there is none. */
static bool first_of(struct desk *d, struct search *s, const struct records *page,
    struct casefile *out, bool *found, struct err *e)
{
	for (size_t i = 0; i < page->n && !*found; i++) {
		struct arena_mark mark = arena_mark(d->arena);
		if (!servable(d, s, page->v[i].ref, out, found, e))
			return false;
		if (*found)
			return true;
		s->passed++;
		arena_back(d->arena, mark);
	}
	return true;
}

static bool find(
    struct desk *d, struct search *s, struct casefile *out, bool *found, struct err *e)
{
	int skip = 0;

	*found = false;
	for (;;) {
		struct records page = {0};
		if (!record_candidates(d->rv->store, d->arena, &s->me->viewer, &s->queues,
			s->where, d->now, skip, skip ? PAGE : 1, &page, e) ||
		    !first_of(d, s, &page, out, found, e))
			return false;
		if (*found || page.n == 0)
			return true;
		skip += (int)page.n;
	}
}

/* A known-answer case, when one is due that the person may take; *found false otherwise. */
static bool find_known(
    struct desk *d, struct search *s, struct casefile *out, bool *found, struct err *e)
{
	struct strs refs = {0};
	bool due;

	*found = false;
	if (!known_due(d, s->me, &due, e) || (due && !known_waiting(d, &refs, e)))
		return false;
	s->known = true;
	for (size_t i = 0; i < refs.n && !*found; i++) {
		struct record seen;
		struct err hidden = {0};
		if (record_get(
			d->rv->store, d->arena, &s->me->viewer, refs.v[i], &seen, &hidden) &&
		    !servable(d, s, refs.v[i], out, found, e))
			return false;
		*found = *found && out->all.holder.n == 0 && out->all.wake == NO_DAY &&
			 expr_eval(d->arena, s->where, &out->seen.facts);
	}
	s->known = false;
	return true;
}

static bool find_any(
    struct desk *d, struct search *s, struct casefile *out, bool *found, struct err *e)
{
	return find_known(d, s, out, found, e) && (*found || find(d, s, out, found, e));
}

/* Says why nothing is served: no queue, all held, all asleep, nothing matches. */
static bool nothing(struct desk *d, const struct search *s, bool narrowed, struct err *e)
{
	struct tally_rows all = {0};
	int64_t held = 0, asleep = 0, n = 0;
	struct str queues =
	    say_list(d->arena, role_labels(d->arena, d->rv->pack, s->queues), "and");

	if (s->queues.n == 0)
		return err_set(e, ERR_NO,
		    "nothing waits for you: no queue is served to any of your roles");
	if (!record_tally(d->rv->store, d->arena, &s->me->viewer, &all, e))
		return false;
	for (size_t i = 0; i < all.n; i++)
		if (str_has(s->queues, all.v[i].queue)) {
			n += all.v[i].n;
			held += all.v[i].held;
			asleep += all.v[i].asleep;
		}
	if (n == 0)
		return err_set(e, ERR_NO, "nothing waits for you: the queue for %.*s is empty",
		    STR_ARG(queues));
	err_set(e, ERR_NO, "nothing waits for you: of %lld in the queue for %.*s", (long long)n,
	    STR_ARG(queues));
	if (held)
		err_more(e, ERR_NO, "%lld held by somebody", (long long)held);
	if (asleep)
		err_more(e, ERR_NO, "%lld put aside", (long long)asleep);
	if (s->passed)
		err_more(e, ERR_NO, "%lld must be done by somebody else than you",
		    (long long)s->passed);
	if (narrowed && n > held + asleep + s->passed)
		err_more(e, ERR_NO, "the rest does not match your expression");
	return false;
}

static bool claim(struct desk *d, const struct search *s, struct casefile *c,
    struct rep_record *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	const struct me *m = s->me;
	struct str ref = c->all.ref;

	body_text(d->arena, body, "how", STR("next"));
	return desk_append(d, EVENT_RECORD_CLAIMED, ref, body, NULL, e) &&
	       desk_viewed(d, ref, "next", STR(""), e) &&
	       lease_set(d->rv->store, c->all.id, m->person.name, desk_lease(d), e) &&
	       family_take(d, m, &s->family, NULL, desk_lease(d), e) &&
	       casefile_load(d, m, ref, c, e) && view_record(d, m, c, r, e);
}

/* The same record as the first time; its view was logged then, unless it was lost since. */
static bool served_before(
    struct desk *d, const struct me *m, struct str ref, struct rep_record *r, struct err *e)
{
	struct casefile c;

	if (!casefile_load(d, m, ref, &c, e))
		return false;
	if (!casefile_mine(m, &c) && !desk_viewed(d, ref, "next", STR(""), e))
		return false;
	return view_record(d, m, &c, r, e);
}

bool review_next(struct desk *d, const struct req_next *q, struct rep_record *r, struct err *e)
{
	struct search s = {0};
	struct event_row first;
	struct casefile c;
	struct me m;
	bool again, found;

	s.me = &m;
	if (!desk_begin(d, RIGHT_TAKE, &m, &again, &first, e))
		return false;
	if (again)
		return served_before(d, &m, first.record, r, e);
	if (review_chores(d->rv, d->arena, d->now) < 0)
		return err_set(
		    e, ERR_IO, "claims that have ended could not be given back; try again");
	if (is_away(d, &m.account)) {
		struct str until = away_words(d, &m.account);
		return err_set(e, ERR_REFUSED, REFUSED_YOU_ABSENT, STR_ARG(until));
	}
	s.queues = queues_of(d, &m);
	if (!desk_where(d, &m, q->expr, &s.where, e) || !not_paused(d, &m, e) ||
	    (s.queues.n && !find_any(d, &s, &c, &found, e)))
		return false;
	if (s.queues.n == 0 || !found)
		return nothing(d, &s, s.where->op != EX_ALL, e);
	return claim(d, &s, &c, r, e);
}
