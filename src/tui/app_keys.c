/* SPDX-License-Identifier: MIT */
/* From a key to what it does: the focus, the keymap, the command, the outcome. */
#include <stdio.h>
#include <string.h>

#include "lookback/base/utf8.h"
#include "tui/stack.h"
#include "tui/view/views.h"

static enum context context_of(const struct view *v)
{
	return v->ops->where ? v->ops->where(v) : v->ops->context;
}

enum context app_context(const struct app *app)
{
	return context_of(app_top(app));
}

enum context app_context_behind(const struct app *app)
{
	return context_of(app->stack[app->depth - 2]);
}

struct str app_keys(const struct app *app, struct arena *a, enum context from, const char *text)
{
	return keymap_says(a, &app->keymap, from, text);
}

static const struct {
	enum action act;
	enum motion motion;
} motions[] = {
    {ACT_GO_DOWN, MOVE_DOWN},
    {ACT_GO_UP, MOVE_UP},
    {ACT_GO_PAGE_DOWN, MOVE_PAGE_DOWN},
    {ACT_GO_PAGE_UP, MOVE_PAGE_UP},
    {ACT_GO_HALF_DOWN, MOVE_HALF_DOWN},
    {ACT_GO_HALF_UP, MOVE_HALF_UP},
    {ACT_GO_FIRST, MOVE_FIRST},
    {ACT_GO_LAST, MOVE_LAST},
    {ACT_GO_TOP, MOVE_TOP},
    {ACT_GO_BOTTOM, MOVE_BOTTOM},
};

/* A count may be typed before the key or behind the name. */
static enum outcome move(struct view *v, const struct command *c, struct err *e)
{
	int64_t n = c->count;

	for (size_t i = 0; i < sizeof(motions) / sizeof(motions[0]); i++) {
		if (motions[i].act != c->action || !v->ops->move)
			continue;
		if (c->arg.n && (!str_int(c->arg, &n) || n < 1 || n > 99999)) {
			err_set(e, ERR_USAGE, "'%.*s' is not a number from 1 to 99999",
			    STR_ARG(c->arg));
			return OUTCOME_FAILED;
		}
		return v->ops->move(v, motions[i].motion, (int)n, e) ? OUTCOME_DONE
								     : OUTCOME_FAILED;
	}
	return OUTCOME_IGNORED;
}

static enum outcome own_act(struct view *v, const struct command *c, struct err *e)
{
	for (size_t i = 0; v->ops->acts && v->ops->acts[i].run; i++)
		if (v->ops->acts[i].action == c->action)
			return v->ops->acts[i].run(v, c, e);
	return OUTCOME_IGNORED;
}

static void say_full(struct app *app, struct field *field)
{
	if (field->full)
		app_say(
		    app, "%d bytes are the most here; what is behind was left out", FIELD_MAX);
	field->full = false;
}

/* The view, then what can be done with a case, then what can be done anywhere. */
static enum outcome dispatch(struct view *v, const struct command *c, struct err *e)
{
	const struct action_row *row = action_row(c->action);
	struct field *field;
	enum outcome out;

	if (!action_open(c->action, v->app->read_only, v->app->welcome->damage, e))
		return OUTCOME_FAILED;
	field = c->action == ACT_CANCEL && v->ops->field ? v->ops->field(v) : NULL;
	if (field && field->selecting) {
		field->selecting = false; /* the innermost thing */
		return OUTCOME_DONE;
	}
	out = own_act(v, c, e);
	if (out != OUTCOME_IGNORED)
		return out; /* the view may be gone */
	field = v->ops->field ? v->ops->field(v) : NULL;
	if (field && field_act(field, c->action, &v->app->clip)) {
		say_full(v->app, field);
		return OUTCOME_DONE;
	}
	if (c->action == ACT_SAFEGUARD)
		return danger_act(v, c, e);
	if (row->flags & ACTION_NEEDS && c->arg.n == 0)
		return prompt_open(v->app, c->action, (struct str){0}, e) ? OUTCOME_DONE
									  : OUTCOME_FAILED;
	if (v->ops->refs)
		out = case_act(v, c, e);
	if (out == OUTCOME_IGNORED)
		out = app_act(v->app, c, e);
	if (out == OUTCOME_IGNORED)
		out = engine_act(v->app, c, e);
	if (out == OUTCOME_IGNORED)
		out = quality_act(v->app, c, e);
	if (out == OUTCOME_IGNORED)
		out = coach_act(v->app, c, e);
	if (out == OUTCOME_IGNORED)
		out = move(v, c, e);
	if (out == OUTCOME_IGNORED) {
		err_set(e, ERR_USAGE, "'%s' has no meaning here", row->name);
		out = OUTCOME_FAILED;
	}
	return out;
}

static bool still_open(const struct app *app, const struct view *v)
{
	for (int i = 0; i < app->depth; i++)
		if (app->stack[i] == v)
			return true;
	return false;
}

static enum outcome settle(struct app *app, struct view *v, enum outcome out, struct err *e)
{
	struct view *again = v;

	if (out == OUTCOME_POP || out == OUTCOME_POP_RELOAD) {
		if (app_top(app) == v)
			app_pop(app);
		again = out == OUTCOME_POP_RELOAD ? app_top(app) : NULL;
	} else if (out != OUTCOME_RELOAD) {
		again = NULL;
	}
	if (again && still_open(app, again) && !view_load(again, e))
		return OUTCOME_FAILED;
	if (still_open(app, v))
		view_layout(v);
	if (app_top(app) && app_top(app) != v)
		view_layout(app_top(app));
	return out == OUTCOME_FAILED ? out : OUTCOME_DONE;
}

static enum outcome run_from(
    struct app *app, enum context from, struct str text, int count, struct err *e)
{
	struct view *v = app_top(app);
	struct command c;
	enum outcome out;

	if (!command_read(text, from, &c, e))
		return OUTCOME_FAILED;
	c.count = count;
	out = dispatch(v, &c, e);
	if (out != OUTCOME_FAILED && action_row(c.action)->flags & ACTION_WRITES) {
		app->changes++;
		if (still_open(app, v))
			v->seen = app->changes;
	}
	return settle(app, v, out, e);
}

enum outcome app_run(struct app *app, struct str text, int count, struct err *e)
{
	return run_from(app, app_context(app), text, count, e);
}

bool app_run_behind(struct app *app, struct str text, struct err *e)
{
	struct view *overlay = app_top(app);

	app->depth--;
	if (app_run(app, text, 0, e) == OUTCOME_FAILED) {
		app->stack[app->depth++] = overlay;
		return false;
	}
	view_free(overlay);
	return true;
}

static void run(struct app *app, enum context from, struct str text, int count)
{
	struct err e = {0};
	struct arena_mark m = arena_mark(&app->frame);
	struct str copy = arena_str(&app->frame, text);

	if (run_from(app, from, copy, count, &e) == OUTCOME_FAILED)
		app_fail(app, &e);
	arena_back(&app->frame, m);
}

static void type(struct app *app, struct str text)
{
	struct view *v = app_top(app);
	struct err e = {0};
	struct field *field = v->ops->field ? v->ops->field(v) : NULL;
	enum outcome out = v->ops->typed ? v->ops->typed(v, text, &e) : OUTCOME_IGNORED;

	if (out == OUTCOME_IGNORED && field) {
		field_type(field, text);
		say_full(app, field);
	}
	if (settle(app, v, out, &e) == OUTCOME_FAILED)
		app_fail(app, &e);
}

/* A key is never met with silence: what it is elsewhere is said, or where the keys stand. */
static void say_unbound(struct app *app, const struct typed *typed)
{
	struct str says,
	    help = keymap_key(&app->frame, &app->keymap, app_context(app), ACT_HELP);

	if (context_reaches(app_context(app), CTX_CONFIRM)) {
		app_say(app, "nothing is done yet: press the key that is asked for, or Esc");
		return;
	}
	(void)keymap_elsewhere(
	    &app->frame, &app->keymap, app_context(app), typed->keys, typed->n, &says);
	if (help.n)
		app_say(app, "%.*s; %.*s shows what works", STR_ARG(says), STR_ARG(help));
	else
		app_say(app, "%.*s; Esc leaves", STR_ARG(says));
}

static void unbound(struct app *app, const struct typed *typed)
{
	uint32_t key = typed->keys[typed->n - 1];
	char bytes[4];

	if (context_reaches(app_context(app), CTX_WRITE) && key_is_text(key))
		type(app, (struct str){bytes, utf8_put(bytes, key)});
	else
		say_unbound(app, typed);
}

static void look_up(struct app *app, uint32_t key)
{
	struct view *v = app_top(app);
	struct str command;
	struct typed typed = app->typed;
	int count = 0;

	if (typed.n == 0 && v->ops->hot && v->ops->hot(v, key, &app->frame, &command)) {
		app->typed = (struct typed){0};
		run(app, v->ops->context, command,
		    0); /* the view's own, whatever it asks now */
		return;
	}
	switch (
	    keymap_type(&app->keymap, app_context(app), &app->typed, key, &command, &count)) {
	case MATCH_MORE:
		break;
	case MATCH_FULL:
		run(app, app_context(app), command, count);
		break;
	case MATCH_NONE:
		typed.n = typed.n < KEYS_MAX ? typed.n : 0;
		typed.keys[typed.n++] = key;
		unbound(app, &typed);
		break;
	}
}

/* Two of the same within a moment: Esc conceals, C-c leaves. True when it was that. */
static bool twice(struct app *app, uint32_t key, int64_t tick)
{
	bool esc = app->last_esc && tick - app->last_esc <= APP_TWICE_MS;
	bool cancel = app->last_cancel && tick - app->last_cancel <= APP_TWICE_MS;

	app->last_esc = key == K_ESC && !esc ? tick : 0;
	app->last_cancel = key == K_CTRL('c') && !cancel ? tick : 0;
	if (key == K_ESC && esc) {
		app_take_back(app);
		app_lock(app);
		return true;
	}
	app_forget(app);
	if (key == K_CTRL('c') && cancel)
		run(app, CTX_ANY, STR("quit"), 0);
	return key == K_CTRL('c') && cancel;
}

void app_key(struct app *app, uint32_t key, int64_t tick)
{
	bool pending = app->typed.n || app->typed.count;

	app->tick = tick;
	app->paused = false;
	arena_clear(&app->frame);
	if (twice(app, key, tick))
		return;
	app->message = false;
	app->escaping = key == K_ESC;
	if (app_too_small(app)) {
		if (key == 'Q')
			app->quit = true;
		return;
	}
	if (pending && (key == K_ESC || key == K_CTRL('c')))
		app->typed = (struct typed){0};
	else
		look_up(app, key);
	app->escaping = false;
}

/* Pasted text is text: it never is a key, and where nothing is written it is dropped. */
void app_paste(struct app *app, struct str text)
{
	app->last_esc = app->last_cancel = 0;
	app->paused = false;
	app_forget(app);
	app->message = false;
	arena_clear(&app->frame);
	if (app_too_small(app))
		return;
	if (context_reaches(app_context(app), CTX_WRITE))
		type(app, text);
	else
		app_say(app, "pasted text has no place here");
}
