/* SPDX-License-Identifier: MIT */
/* The stack of views, messages, and what time asks for. */
#include "tui/app.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "tui/stack.h"
#include "tui/view/views.h"

void app_init(struct app *app, const struct service *s, const struct rep_welcome *w)
{
	*app = (struct app){.service = *s, .welcome = w, .rows = 24, .cols = 80};
	keymap_defaults(&app->life, &app->keymap);
	clip_init(&app->clip, &app->life);
}

void app_end(struct app *app)
{
	app_forget(app);
	while (app->depth)
		app_pop(app);
	app_forget(app);
	arena_clear(&app->looking);
	arena_clear(&app->coaching.mem);
	arena_clear(&app->life);
	arena_clear(&app->frame);
}

bool app_start(struct app *app, struct err *e)
{
	app_live_from(app);
	return app_push(app, &start_ops, NULL, NULL, e) != NULL;
}

struct view *app_top(const struct app *app)
{
	return app->depth ? app->stack[app->depth - 1] : NULL;
}

struct view *app_behind(const struct app *app, const struct view *v)
{
	for (int i = 1; i < app->depth; i++)
		if (app->stack[i] == v)
			return app->stack[i - 1];
	return NULL;
}

int app_room(const struct app *app)
{
	return app->rows - 3 - coach_rows(app);
}

static struct rect place_of(const struct app *app, const struct view *v)
{
	if (v->ops->bare || v->ops->overlay)
		return (struct rect){0, 0, app->rows, app->cols};
	return (struct rect){1, 0, app_room(app), app->cols};
}

void view_layout(struct view *v)
{
	v->rect = place_of(v->app, v);
	arena_clear(&v->frame);
	if (v->ops->layout)
		v->ops->layout(v);
}

/* The old data lives until the new is there, so a failed load leaves the view as it was. */
bool view_load(struct view *v, struct err *e)
{
	struct arena old = v->data;

	v->data = (struct arena){0};
	if (v->ops->load && !v->ops->load(v, e)) {
		arena_clear(&v->data);
		v->data = old;
		return false;
	}
	if (v->ops->load)
		arena_clear(&old);
	else
		v->data = old;
	v->seen = v->app->changes;
	v->known = v->app->mark;
	view_layout(v);
	return true;
}

void view_free(struct view *v)
{
	struct arena life = v->life;

	if (v->ops->closed)
		v->ops->closed(v);
	arena_clear(&v->frame);
	arena_clear(&v->data);
	arena_clear(&life);
}

struct view *app_push(struct app *app, const struct view_ops *ops,
    bool (*set)(struct view *v, const void *with, struct err *e), const void *with,
    struct err *e)
{
	struct arena life = {0};
	struct view *v;

	if (app->depth == APP_DEPTH) {
		err_set(e, ERR_USAGE, "too many screens are open; q closes one");
		return NULL;
	}
	v = arena_new(&life, struct view, 1);
	v->state = arena_alloc(&life, ops->state ? ops->state : 1, alignof(max_align_t));
	v->ops = ops;
	v->app = app;
	v->life = life;
	app->stack[app->depth++] = v;
	if ((set && !set(v, with, e)) || !view_load(v, e)) {
		app_pop(app);
		return NULL;
	}
	return v;
}

/* What Esc closes is kept until the next key. */
void app_pop(struct app *app)
{
	struct view *v = app->depth ? app->stack[--app->depth] : NULL;

	if (v && app->escaping && !app->parted)
		app->parted = v;
	else if (v)
		view_free(v);
}

void app_leaves(struct app *app, struct view *v)
{
	app->left = v;
}

void app_forget(struct app *app)
{
	struct view *v = app->parted;

	app->parted = app->left = NULL;
	app->escaping = false;
	if (v)
		view_free(v);
}

void app_take_back(struct app *app)
{
	if (app->parted && app->depth < APP_DEPTH)
		app->stack[app->depth++] = app->parted;
	else if (app->left && app->left == app_top(app) && app->left->ops->resume)
		app->left->ops->resume(app->left);
	app->parted = app->left = NULL;
	if (app->depth)
		view_layout(app_top(app));
}

void app_replace(struct app *app, const struct view_ops *ops)
{
	struct view *top = app_top(app);
	int from = 0;

	while (from < app->depth - 1 && app->stack[from]->ops != ops)
		from++;
	for (int i = from; i < app->depth - 1; i++)
		view_free(app->stack[i]);
	app->stack[from] = top;
	app->depth = from + 1;
}

void app_back_to(struct app *app, const struct view_ops *ops)
{
	int at = app->depth - 1;

	while (at >= 0 && app->stack[at]->ops != ops)
		at--;
	while (at >= 0 && app->depth > at + 1)
		app_pop(app);
}

bool app_fresh(struct app *app, struct err *e)
{
	struct view *v = app_top(app);

	return v->seen == app->changes || view_load(v, e);
}

bool app_reload(struct app *app, struct err *e)
{
	return view_load(app_top(app), e);
}

bool app_too_small(const struct app *app)
{
	return app->rows < APP_MIN_ROWS || app->cols < APP_MIN_COLS;
}

void app_resize(struct app *app, int rows, int cols)
{
	app->rows = rows;
	app->cols = cols;
	if (app_too_small(app))
		return; /* places and scrolls stay as they were */
	for (int i = 0; i < app->depth; i++)
		view_layout(app->stack[i]);
}

bool app_later(struct app *app)
{
	struct view *v = app_top(app);
	bool may = v && v->ops->later && (!v->ops->pauses || app->paused);

	return (may && v->ops->later(v)) || coach_later(app);
}

static struct message *new_message(struct app *app, bool error)
{
	struct message *m = &app->messages[app->nmessages++ % APP_MESSAGES];

	m->error = error;
	app->message = true;
	app->live = false;
	return m;
}

void app_say(struct app *app, const char *fmt, ...)
{
	struct message *m = new_message(app, false);
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(m->text, sizeof(m->text), fmt, ap);
	va_end(ap);
}

void app_fail(struct app *app, const struct err *e)
{
	struct message *m = new_message(app, true);

	memcpy(m->text, e->text, sizeof(m->text));
}

bool app_has_right(const struct app *app, const char *right)
{
	return str_has(app->welcome->rights, str_of(right));
}

void app_decided(struct app *app, struct str ref, struct str what)
{
	app->sitting.decided++;
	*arena_push(&app->life, &app->sitting.lines) =
	    arena_printf(&app->life, "%.*s: %.*s", STR_ARG(ref), STR_ARG(what));
}

void app_hang_up(struct app *app)
{
	for (int i = 0; i < app->depth; i++)
		if (app->stack[i]->ops->hang_up)
			app->stack[i]->ops->hang_up(app->stack[i]);
}

void app_lock(struct app *app)
{
	struct err e = {0};

	if (app->locked)
		return;
	if (app->depth == APP_DEPTH)
		app_pop(app); /* an overlay; concealing cannot be refused */
	app->locked = locked_open(app, &e);
	app->message = false;
	app->repaint = true;
}

static int64_t sooner(int64_t a, int64_t b)
{
	return a < 0 || (b >= 0 && b < a) ? b : a;
}

/* Milliseconds until the person has paused; -1 when nobody waits for that. */
static int64_t to_pause(struct app *app, int64_t tick)
{
	const struct view *v = app_top(app);

	if (app->paused || !v || !v->ops->pauses)
		return -1;
	app->paused = tick - app->tick >= APP_PAUSE_MS;
	return app->paused ? 0 : APP_PAUSE_MS - (tick - app->tick);
}

int64_t app_time(struct app *app, int64_t tick)
{
	int64_t limit = app->welcome->lock_minutes * 60000, left = -1;
	struct req_beat q = {0};
	struct rep_done r;
	struct err e = {0};

	if (limit > 0 && !app->locked) {
		if (tick - app->tick >= limit)
			app_lock(app);
		else
			left = limit - (tick - app->tick);
	}
	arena_clear(&app->frame);
	if (tick - app->last_beat >= APP_BEAT_MS) {
		app->last_beat = tick;
		if (!call_beat(&app->service, &app->frame, &q, &r, &e))
			app_fail(app, &e);
	}
	left = sooner(left, app_live(app, tick));
	left = sooner(left, to_pause(app, tick));
	return sooner(left, APP_BEAT_MS - (tick - app->last_beat));
}
