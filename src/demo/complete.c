/* SPDX-License-Identifier: MIT */
/*
 * A whole review, from triage to its figures. Everybody is served from what their role does,
 * in turn; each round sends one request of each and hears one reply of each. It ends when
 * everybody has asked for everything since the last case moved and nothing was there.
 */
#include "demo/plan.h"

enum {
	EXPRESSIONS = 8,
	TEAM_MOST = 80,
	REST = 3,          /* rounds to wait when there is nothing, ... */
	REST_MOST = 40,    /* ... longer each time */
	LOOK = 48,         /* rounds between two looks at the alerts */
	STILL_MOST = 2000, /* rounds in which nothing moves, before it is given up */
	ALERTS = 100,
};

static const struct duty {
	const char *prefix;
	int digits, n;
	const char *exprs[EXPRESSIONS];
} duties[] = {
    {"r", 2, DEMO_REVIEWERS, {"state:triage", "state:review"}},
    {"s", 1, 6,
	{"state:reviewed", "state:closing_proposed", "state:no_access", "state:to_classify",
	    "type:harm state:to_record", "type:action -state:done"}},
    {"sio", 1, 1,
	{"state:no_referral_proposed", "state:decided",
	    "type:failure state:putting_right -did:refer -open:harm",
	    "state:failure_found -open:(failure, contact_card, decision, action, check)",
	    "state:proposed", "state:to_verify", "state:to_agree"}},
    {"t", 1, 2, {"state:to_decide"}},
    {"u", 1, 2, {""}},
    {"w", 1, 3, {"state:asked"}},
    {"x", 1, 2,
	{"state:planned_attempt", "type:contact_card state:to_check",
	    "type:contact_card state:planned -open:contact_attempt", "state:to_deliver",
	    "type:decision state:delivery -open:disclosure", "state:to_answer"}},
    {"y", 1, 1, {"state:unread"}},
    {"z", 1, 2, {"state:referral_decision", "state:draft", "state:sent", "state:acknowledged"}},
    {"zq", 1, 1, {"state:to_score", "state:collecting -open:audit_item", "state:accepted"}},
};
enum { DUTIES = sizeof(duties) / sizeof(duties[0]) };

struct member {
	struct worker w;
	const struct duty *duty;
	bool busy; /* a request is on its way or the next one is ready */
	int at;    /* of the duty's expressions */
	int empty; /* times that nothing was there since something moved */
};
struct team {
	const struct demo_options *o;
	struct plan plan;
	struct member members[TEAM_MOST];
	int n;
	int64_t moved, refused, total;
	int still;
	struct arena mail;
	struct err last;
};

static bool join(struct team *t, const struct duty *duty, int number, struct err *e)
{
	struct arena a = {0};
	struct member *m = &t->members[t->n];
	const char *db = arena_printf(&a, "%s/review.db", t->o->dir).p;
	const struct client_options how = {.db = db,
	    .front = "demo",
	    .as = arena_printf(&a, "%s%0*d", duty->prefix, duty->digits, number).p,
	    .start = t->o->start};
	bool ok;

	*m = (struct member){.duty = duty, .at = number % 2};
	m->w.seed = t->o->seed;
	m->w.plan = &t->plan;
	m->w.number = ++t->n;
	m->w.doing = ACTIVITIES;
	m->w.luck = draw_at(t->o->seed, STREAM_CREW, (uint64_t)t->n);
	ok = client_open(&how, &m->w.client, e);
	arena_clear(&a);
	return ok;
}

static int expressions(const struct duty *d)
{
	int n = 1;

	while (n < EXPRESSIONS && d->exprs[n])
		n++;
	return n;
}

/* Gives an idle member something to ask; false when it is not time for it. */
static bool occupy(struct member *m)
{
	if (m->busy)
		return true;
	if (m->w.patience > 0 && m->w.patience--)
		return false;
	m->at++;
	if (m->at >= EXPRESSIONS || !m->duty->exprs[m->at])
		m->at = 0;
	worker_serve(&m->w, m->duty->exprs[m->at]);
	m->busy = true;
	return true;
}

static void progress(struct team *t)
{
	t->moved++;
	t->still = 0;
	for (int i = 0; i < t->n; i++)
		t->members[i].empty = 0;
}

/* Somebody who found nothing rests, the longer the more often; who is out of one kind of
 * work looks for the next at once. */
static void found_nothing(struct member *m)
{
	int all = expressions(m->duty), rest = REST;

	m->busy = false;
	m->w.busy = false;
	if (++m->empty % all)
		return;
	for (int i = all; i < m->empty && rest < REST_MOST; i += all)
		rest += REST;
	m->w.patience = rest;
}

static void take(struct team *t, struct member *m, enum came came, const struct err *why)
{
	if (m->w.opened)
		progress(t);
	switch (came) {
	case CAME_ON:
		return;
	case CAME_MOVED:
		progress(t);
		m->busy = m->w.busy = false;
		return;
	case CAME_NOTHING:
	case CAME_LEFT:
		found_nothing(m);
		return;
	case CAME_BACK: /* refused or overtaken: the case goes back to its queue */
		t->refused++;
		t->last = *why;
		if (m->w.busy && m->w.msg != MSG_release)
			worker_give_back(&m->w);
		else
			found_nothing(m);
		return;
	}
}

static bool round_of(struct team *t, struct err *e)
{
	bool out[TEAM_MOST] = {false};
	struct err why = {0};

	for (int i = 0; i < t->n; i++) {
		struct worker *w = &t->members[i].w;
		out[i] = occupy(&t->members[i]);
		if (out[i] && !client_send(w->client, w->msg, &w->q, &w->ticket, e))
			return false;
	}
	for (int i = 0; i < t->n; i++) {
		enum came came;
		if (!out[i])
			continue;
		came = worker_hear(&t->members[i].w, &t->mail, &why);
		arena_clear(&t->mail);
		if (came == CAME_BACK && why.kind == ERR_IO) {
			*e = why;
			return false;
		}
		take(t, &t->members[i], came, &why);
	}
	return true;
}

/* ---- alerts ---- */

static const char *const heard[] = {
    "Seen; looked at with the person who raised it.",
    "Seen; on this morning's list.",
    "Seen; the next step is taken today.",
};

static bool acknowledge(struct client *c, int64_t alert, struct err *e)
{
	struct arena a = {0};
	const struct req_acknowledge q = {
	    .alert = alert, .text = str_of(heard[(size_t)alert % 3])};
	struct rep_done r;
	/* somebody of another role may have been faster: then it is done */
	bool ok = ask_acknowledge(c, &a, &q, &r, e) || e->kind == ERR_REFUSED ||
		  e->kind == ERR_CONFLICT;

	if (ok)
		*e = (struct err){0};
	arena_clear(&a);
	return ok;
}

static bool look(struct client *c, struct err *e)
{
	struct arena a = {0};
	struct req_alerts q = {.limit = ALERTS};
	struct rep_alerts r;
	bool ok;

	do {
		ok = ask_alerts(c, &a, &q, &r, e);
		for (size_t i = 0; ok && i < r.rows.n; i++)
			if (!r.rows.v[i].acked_by.n)
				ok = acknowledge(c, r.rows.v[i].alert, e);
		q.after = ok ? r.next : 0;
	} while (q.after);
	arena_clear(&a);
	return ok;
}

/* The first of every kind; alerts go to a role, not to a person. */
static bool look_all(struct team *t, struct err *e)
{
	for (int i = 0; i < t->n; i++)
		if ((i == 0 || t->members[i].duty != t->members[i - 1].duty) &&
		    !look(t->members[i].w.client, e))
			return false;
	return true;
}

/* ---- the whole ---- */

static bool over(const struct team *t)
{
	for (int i = 0; i < t->n; i++)
		if (t->members[i].busy ||
		    t->members[i].empty < 2 * expressions(t->members[i].duty))
			return false;
	return true;
}

static bool work(struct team *t, struct err *e)
{
	for (int round = 1; !over(t) && t->still++ < STILL_MOST; round++) {
		if (!round_of(t, e) || (round % LOOK == 0 && !look_all(t, e)))
			return false;
		if (t->o->progress)
			t->o->progress(t->o->progress_ctx, "reviewing",
			    t->moved < t->total ? t->moved : t->total, t->total);
	}
	return look_all(t, e);
}

static struct client *first_of(const struct team *t, const char *prefix)
{
	for (int i = 0; i < t->n; i++)
		if (str_is(str_of(t->members[i].duty->prefix), prefix))
			return t->members[i].w.client;
	BUG("nobody of the team is called %s", prefix);
}

static bool assemble(struct team *t, struct err *e)
{
	for (size_t i = 0; i < DUTIES; i++)
		for (int k = 1; k <= duties[i].n; k++)
			if (!join(t, &duties[i], k, e))
				return false;
	return true;
}

static void dismiss(struct team *t)
{
	for (int i = 0; i < t->n; i++) {
		client_close(t->members[i].w.client);
		arena_clear(&t->members[i].w.life);
	}
	arena_clear(&t->mail);
	arena_clear(&t->plan.arena);
}

/* What closed the last case that was given back tells more than the figure that is wrong. */
static bool figures(struct team *t, struct demo_made *made, struct err *e)
{
	if (figures_count(first_of(t, "s"), t->o->applications, made, e))
		return true;
	return t->last.kind == ERR_NONE
		   ? false
		   : err_more(e, e->kind, "the last refusal: %s", t->last.text);
}

/* The crew goes to work again, on what the pass has brought back; what the review came to
 * stays as it was told. */
static bool pass(struct team *t, struct arena *keep, struct demo_made *made, struct err *e)
{
	struct client *lead = first_of(t, "zq");

	if (!pass_begin(lead, t->o->applications, e))
		return false;
	for (int i = 0; i < t->n; i++)
		t->members[i].empty = t->members[i].w.patience = 0;
	t->still = 0;
	return work(t, e) && pass_end(lead, keep, made, e) && figures(t, made, e);
}

bool crew_complete(
    const struct demo_options *o, struct arena *keep, struct demo_made *made, struct err *e)
{
	struct team t = {.o = o, .total = o->applications * 3};
	bool ok;

	t.plan.seed = o->seed;
	ok = assemble(&t, e) && plan_make(&t.plan, first_of(&t, "s"), e);
	ok = ok && by_hand(first_of(&t, "sio"), first_of(&t, "y"), first_of(&t, "zq"), e) &&
	     work(&t, e) && figures(&t, made, e) &&
	     (o->stage != DEMO_QUALITY || pass(&t, keep, made, e));
	dismiss(&t);
	return ok;
}
