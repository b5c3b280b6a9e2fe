/* SPDX-License-Identifier: MIT */
/*
 * Weeks of work in rounds. Everybody's request goes out, then everybody's reply is heard,
 * so the service has all of them at once, as on a full day. It ends when the shares of
 * the work are done, or when nobody finds anything to do any more.
 */
#include "demo/crew.h"

#include "lookback/wire/refusals.h"

const struct activity activities[ACTIVITIES] = {
    [DOING_TRIAGE] = {"state:triage", 600, false},
    [DOING_REVIEW] = {"state:review", 250, false},
    [DOING_SIGN] = {"state:reviewed", 100, true},
};

enum {
	SUPERVISORS = 6,
	CREW = DEMO_REVIEWERS + SUPERVISORS,
	HELD = 12,        /* are left with a form half done */
	REST = 4,         /* rounds to wait when there is nothing */
	STILL_MOST = 300, /* rounds in which no case moves, before it is given up */
};

struct crew {
	const struct demo_options *o;
	struct worker workers[CREW];
	int64_t done[ACTIVITIES], under_way[ACTIVITIES], wanted[ACTIVITIES];
	int64_t held, refused;
	bool closing; /* the shares are done: some begin one more case */
	struct arena mail;
	struct err last;
};

static bool open_worker(struct crew *k, int i, struct err *e)
{
	struct arena a = {0};
	bool reviewer = i < DEMO_REVIEWERS;
	const char *name = reviewer ? arena_printf(&a, "r%02d", i + 1).p
				    : arena_printf(&a, "s%d", i - DEMO_REVIEWERS + 1).p;
	const char *db = arena_printf(&a, "%s/review.db", k->o->dir).p;
	const struct client_options how = {
	    .db = db, .front = "demo", .as = name, .start = k->o->start};
	struct worker *w = &k->workers[i];
	bool ok;

	*w = (struct worker){.supervisor = !reviewer, .seed = k->o->seed, .doing = ACTIVITIES};
	w->luck = draw_at(k->o->seed, STREAM_CREW, (uint64_t)i);
	ok = client_open(&how, &w->client, e);
	arena_clear(&a);
	return ok;
}

/* What is furthest behind its share, of what this person does; ACTIVITIES: nothing is. */
static enum doing choose(const struct crew *k, const struct worker *w)
{
	enum doing best = ACTIVITIES;
	int64_t behind = 0;

	for (enum doing d = DOING_TRIAGE; d < ACTIVITIES; d++) {
		int64_t left = k->wanted[d] - k->done[d] - k->under_way[d];
		int64_t share = left > 0 ? left * 1000 / k->wanted[d] : 0;
		if (activities[d].supervisors != w->supervisor || share <= behind)
			continue;
		if (d == DOING_REVIEW && k->done[DOING_TRIAGE] < 2 * CREW &&
		    k->done[DOING_TRIAGE] < k->wanted[DOING_TRIAGE])
			continue;
		best = d;
		behind = share;
	}
	return best;
}

static void stop_case(struct crew *k, struct worker *w)
{
	if (w->doing < ACTIVITIES)
		k->under_way[w->doing]--;
	w->doing = ACTIVITIES;
	w->busy = false;
	arena_clear(&w->life);
}

/* Gives an idle worker something to ask; false when there is nothing for now. */
static bool occupy(struct crew *k, struct worker *w)
{
	enum doing d;

	if (w->gone || (w->patience > 0 && w->patience--))
		return false;
	if (w->doing < ACTIVITIES)
		return true;
	d = choose(k, w);
	if (d == ACTIVITIES && k->closing && !w->supervisor && k->held < HELD) {
		d = DOING_TRIAGE;
		w->leave = true;
		k->held++;
	}
	if (d == ACTIVITIES) {
		w->gone = k->closing;
		return false;
	}
	k->under_way[d]++;
	worker_start(w, d);
	return true;
}

static void take(struct crew *k, struct worker *w, enum came came, const struct err *why)
{
	enum doing d = w->doing;

	switch (came) {
	case CAME_ON:
		return;
	case CAME_MOVED:
		k->done[d]++;
		break;
	case CAME_NOTHING:
		w->patience = REST;
		k->held -= w->leave && !w->busy;
		w->gone = w->leave;
		break;
	case CAME_BACK: /* refused or overtaken: the case goes back to its queue */
		k->refused++;
		k->last = *why;
		w->patience = REST;
		if (!w->busy || w->msg == MSG_release)
			break;
		worker_give_back(w);
		return;
	case CAME_LEFT:
		w->gone = true;
		break;
	}
	stop_case(k, w);
}

static bool round_of(struct crew *k, struct err *e)
{
	bool out[CREW] = {false};
	struct err why = {0};

	for (int i = 0; i < CREW; i++) {
		struct worker *w = &k->workers[i];
		out[i] = occupy(k, w);
		if (out[i] && !client_send(w->client, w->msg, &w->q, &w->ticket, e))
			return false;
	}
	for (int i = 0; i < CREW; i++) {
		struct worker *w = &k->workers[i];
		enum came came;
		if (!out[i])
			continue;
		came = worker_hear(w, &k->mail, &why);
		arena_clear(&k->mail);
		if (came == CAME_BACK && why.kind == ERR_IO) {
			*e = why;
			return false;
		}
		take(k, w, came, &why);
	}
	return true;
}

static int64_t all_of(const int64_t n[ACTIVITIES])
{
	return n[DOING_TRIAGE] + n[DOING_REVIEW] + n[DOING_SIGN];
}

static void tell(const struct crew *k)
{
	if (k->o->progress)
		k->o->progress(
		    k->o->progress_ctx, "working", all_of(k->done), all_of(k->wanted));
}

/* Everybody went home, or rests with nothing to come. */
static bool over(struct crew *k, int *still, int64_t *before)
{
	bool someone = false;

	*still = all_of(k->done) == *before ? *still + 1 : 0;
	*before = all_of(k->done);
	if (*still > STILL_MOST || all_of(k->done) >= all_of(k->wanted))
		k->closing = true;
	for (int i = 0; i < CREW; i++)
		someone = someone || !k->workers[i].gone;
	return !someone || *still > 2 * STILL_MOST;
}

static bool work(struct crew *k, struct err *e)
{
	int64_t before = -1;
	int still = 0;

	while (!over(k, &still, &before)) {
		if (!round_of(k, e))
			return false;
		tell(k);
	}
	if (all_of(k->done) * 2 > all_of(k->wanted))
		return true;
	err_set(e, ERR_REFUSED, REFUSED_DEMO_STUCK, (long long)all_of(k->done),
	    (long long)all_of(k->wanted));
	return k->last.kind == ERR_NONE ? false : err_more(e, ERR_REFUSED, "%s", k->last.text);
}

static void count(const struct crew *k, struct demo_made *made)
{
	made->triaged = k->done[DOING_TRIAGE];
	made->reviewed = k->done[DOING_REVIEW];
	made->signed_off = k->done[DOING_SIGN];
	made->held = k->held;
}

bool crew_work(const struct demo_options *o, struct demo_made *made, struct err *e)
{
	struct crew k = {.o = o};
	bool ok = true;

	for (int d = 0; d < ACTIVITIES; d++)
		k.wanted[d] = (o->applications * activities[d].share + 500) / 1000;
	for (int i = 0; ok && i < CREW; i++)
		ok = open_worker(&k, i, e);
	ok = ok && work(&k, e);
	for (int i = 0; i < CREW; i++) {
		client_close(k.workers[i].client);
		arena_clear(&k.workers[i].life);
	}
	arena_clear(&k.mail);
	count(&k, made);
	return ok;
}
