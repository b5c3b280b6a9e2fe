/* SPDX-License-Identifier: MIT */
/*
 * What others do, while one only looks. The service is asked now and then what changed on the
 * records of the top screen; that screen takes it over where it stands. Whoever types, writes,
 * chooses or is asked something is left alone, and hears of it afterwards. When nothing changed,
 * nothing is painted.
 */
#include "tui/stack.h"
#include "tui/view/views.h"
#include "tui/words.h"

void app_live_from(struct app *app)
{
	struct req_changes q = {0};
	struct rep_changes r;
	struct err e = {0};

	if (call_changes(&app->service, &app->frame, &q, &r, &e))
		app->mark = r.seq;
	app->last_live = app->tick;
}

static bool disturbed(const struct app *app)
{
	enum context at;

	if (!app_top(app) || app->locked || app_too_small(app) || app->typed.n ||
	    app->typed.count || app_top(app)->ops->overlay)
		return true;
	at = app_context(app);
	return context_reaches(at, CTX_WRITE) || context_reaches(at, CTX_CONFIRM) ||
	       at == CTX_PICK;
}

/* "10:42" of "21 Nov 2026 10:42". */
static struct str clock_of(struct arena *a, struct str utc)
{
	struct str all = words_instant(a, utc);

	return all.n > 5 ? (struct str){all.p + all.n - 5, 5} : all;
}

void app_tell(struct app *app, const struct part_change *c, size_t others)
{
	struct str at = clock_of(&app->frame, c->at);

	if (c->by.n)
		app_say(app, "%.*s: %.*s %.*s, %.*s%s", STR_ARG(c->record), STR_ARG(c->by),
		    STR_ARG(c->text), STR_ARG(at), others || c->n > 1 ? ", and more" : "");
	else
		app_say(app, "%.*s: the service %.*s, %.*s%s", STR_ARG(c->record),
		    STR_ARG(c->text), STR_ARG(at), others || c->n > 1 ? ", and more" : "");
	app->live = true;
}

static void tell_alerts(struct app *app, const struct rep_changes *r)
{
	const struct part_alert *first = r->alerts.v;
	size_t n = r->alerts.n;

	if (n == 0)
		return;
	if (n == 1)
		app_say(app, "! New alert on %.*s: ga shows it", STR_ARG(first->record));
	else
		app_say(app, "! %zu new alerts, the first on %.*s: ga shows them", n,
		    STR_ARG(first->record));
	app->live = app->anew = true;
}

/* What is gone closes, and so does what rested on it. */
static void close_gone(struct app *app)
{
	struct err e = {0};

	do
		app_pop(app);
	while (app->depth > 1 && !view_load(app_top(app), &e));
	app_say(app, "it is no longer there for you: the screen closed");
	app->live = true;
}

static void take_over(struct app *app, struct view *v, const struct rep_changes *r)
{
	enum heard heard = v->ops->hear ? v->ops->hear(v, r) : HEARD_NOTHING;

	if (heard == HEARD_GONE)
		close_gone(app);
	if (heard != HEARD_NOTHING)
		app->anew = true;
}

static void ask(struct app *app)
{
	struct view *v = app_top(app);
	struct req_changes q = {.after = v->known, .heard = app->mark};
	struct arena a = {0};
	struct rep_changes r;
	struct err e = {0};

	if (v->ops->watch)
		v->ops->watch(v, &a, &q);
	if (q.after == 0)
		q.after = app->mark;
	if (call_changes(&app->service, &a, &q, &r, &e)) {
		app->mark = v->known = r.seq;
		take_over(app, v, &r);
		tell_alerts(app, &r);
	}
	arena_clear(&a);
}

int64_t app_live(struct app *app, int64_t tick)
{
	int64_t idle = tick - app->tick,
		wait = app->message && !app->live ? APP_READ_MS : APP_IDLE_MS,
		since = tick - app->last_live;

	if (app->mark == 0 || app->cut || disturbed(app))
		return -1; /* the next key brings it here again */
	if (idle < wait)
		return wait - idle;
	if (since < APP_LIVE_MS)
		return APP_LIVE_MS - since;
	app->last_live = tick;
	ask(app);
	return APP_LIVE_MS;
}
