/* SPDX-License-Identifier: MIT */
/*
 * What others do, while one only looks. The service is asked now and then what changed of what
 * the top screen shows; that screen takes it over where it stands. Whoever types, writes,
 * chooses or is asked something is left alone, and hears of it afterwards: but for the number
 * of alerts that wait. When nothing changed, nothing is painted.
 */
#include <stdio.h>

#include "tui/stack.h"
#include "tui/view/views.h"
#include "tui/words.h"

void app_live_from(struct app *app)
{
	struct req_changes q = {0};
	struct rep_changes r;
	struct err e = {0};

	if (call_changes(&app->service, &app->frame, &q, &r, &e)) {
		app->mark = r.seq;
		app->alerts = r.waiting;
	}
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

void app_tell(struct app *app, const struct part_change *c, size_t others)
{
	app_say(app, "%.*s", STR_ARG(words_change(&app->frame, c, others)));
	app->live = true;
}

/* Said at once, or when whoever writes or is asked has done with it. */
static void hear_alerts(struct app *app, const struct rep_changes *r)
{
	const struct part_alert *first = r->alerts.v;
	struct arena *a = &app->frame;
	struct str text;

	if (app->alerts != r->waiting)
		app->anew = true;
	app->alerts = r->waiting;
	if (r->alerts.n == 0)
		return;
	if (r->alerts.n == 1)
		text =
		    arena_printf(a, "! New alert on %.*s: ga shows it", STR_ARG(first->record));
	else
		text = arena_printf(a, "! %zu new alerts, the first on %.*s: ga shows them",
		    r->alerts.n, STR_ARG(first->record));
	(void)snprintf(app->owed.text, sizeof(app->owed.text), "%.*s", STR_ARG(text));
}

static void say_owed(struct app *app)
{
	if (app->owed.text[0] == '\0')
		return;
	app_say(app, "%s", app->owed.text);
	app->owed.text[0] = '\0';
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

/* What is loaded whole is not loaded every few seconds, however much others do. */
static bool rests(const struct view *v, int64_t tick)
{
	return v->ops->pane && v->again && tick - v->again < APP_AGAIN_MS;
}

static void take_over(struct app *app, struct view *v, const struct rep_changes *r)
{
	enum heard heard = HEARD_NOTHING;

	if (v->ops->hear)
		heard = v->ops->hear(v, r);
	else if (v->ops->pane)
		heard = view_again(v, r);
	if (heard == HEARD_GONE)
		close_gone(app);
	if (heard != HEARD_NOTHING)
		app->anew = true;
}

static void ask(struct app *app, int64_t tick)
{
	struct view *v = app_top(app);
	struct req_changes q = {.after = v->known, .heard = app->mark};
	struct arena a = {0};
	struct rep_changes r;
	struct err e = {0};

	if (v->ops->watch && !rests(v, tick))
		v->ops->watch(v, &a, &q);
	if (q.after == 0)
		q.after = app->mark;
	if (call_changes(&app->service, &a, &q, &r, &e)) {
		app->mark = r.seq;
		if (!rests(v, tick)) {
			v->known = r.seq;
			if (r.other || r.changes.n)
				v->again = tick;
			take_over(app, v, &r);
		}
		hear_alerts(app, &r);
		say_owed(app);
	}
	arena_clear(&a);
}

/* Of whoever writes or is asked: the number in the status row grows, no more. */
static void call(struct app *app)
{
	struct req_changes q = {.after = app->mark, .heard = app->mark};
	struct arena a = {0};
	struct rep_changes r;
	struct err e = {0};

	if (call_changes(&app->service, &a, &q, &r, &e)) {
		app->mark = r.seq;
		hear_alerts(app, &r);
	}
	arena_clear(&a);
}

static int64_t call_only(struct app *app, int64_t tick)
{
	int64_t pause = APP_IDLE_MS - (tick - app->tick),
		rest = APP_CALL_MS - (tick - app->last_live);

	if (app->locked || app_too_small(app))
		return -1; /* the next key brings it here again */
	if (pause > 0 || rest > 0)
		return pause > rest ? pause : rest;
	app->last_live = tick;
	call(app);
	return APP_CALL_MS;
}

int64_t app_live(struct app *app, int64_t tick)
{
	int64_t idle = tick - app->tick,
		wait = app->message && !app->live ? APP_READ_MS : APP_IDLE_MS,
		since = tick - app->last_live;

	if (app->mark == 0 || app->cut || !app_top(app))
		return -1;
	if (disturbed(app))
		return call_only(app, tick);
	if (idle < wait)
		return wait - idle;
	say_owed(app);
	if (since < APP_LIVE_MS)
		return APP_LIVE_MS - since;
	app->last_live = tick;
	ask(app, tick);
	return APP_LIVE_MS;
}
