/* SPDX-License-Identifier: MIT */
/* A lesson on the screen: rows above the hints that views leave to it, and its commands. */
#include "tui/coach.h"

#include <string.h>

#include "lookback/base/utf8.h"
#include "tui/app.h"
#include "tui/wrap.h"

/* ---- asking ---- */
/* Reading is no mistake, nor is an answer: after these a lesson says what is still missing. */
static bool is_act(enum msg msg)
{
	static const enum msg acts[] = {MSG_next, MSG_claim, MSG_release, MSG_defer, MSG_assign,
	    MSG_decide, MSG_note, MSG_add, MSG_safeguard, MSG_conflict, MSG_link, MSG_override};

	for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++)
		if (acts[i] == msg)
			return true;
	return false;
}

static bool call(
    void *ctx, struct arena *a, enum msg msg, const void *q, void *r, struct err *e)
{
	struct coaching *k = ctx;

	/* these the workstation asks by itself, while nobody does anything */
	if (msg == MSG_beat || msg == MSG_changes || msg == MSG_head)
		return k->inner.call(k->inner.ctx, a, msg, q, r, e);
	k->asked++;
	k->acted = k->acted || is_act(msg);
	return k->inner.call(k->inner.ctx, a, msg, q, r, e);
}

void coaching_begin(struct coaching *k, const struct coach *lesson, struct service *service)
{
	k->lesson = *lesson;
	k->inner = *service;
	*service = (struct service){.call = call, .ctx = k};
}

bool coaching_stale(const struct coaching *k)
{
	return k->lesson.ask && k->asked != k->looked;
}

void coaching_skim(struct coaching *k)
{
	k->looked = k->asked;
	k->acted = false;
}

bool coaching_look(struct coaching *k, bool *fresh, struct err *e)
{
	return coaching_ask(k, k->acted ? COACH_TELL : COACH_LOOK, fresh, e);
}

bool coaching_ask(struct coaching *k, enum coach_wish wish, bool *fresh, struct err *e)
{
	struct arena mem = {0};
	struct coach_says now = {0};

	*fresh = false;
	if (!k->lesson.ask)
		return err_set(e, ERR_USAGE,
		    "no tutorial is going on here; 'lookback tutorial' on the command line "
		    "begins one");
	coaching_skim(k);
	if (!k->lesson.ask(k->lesson.ctx, wish, &now, e))
		return false;
	*fresh = now.number != k->now.number || now.over != k->now.over ||
		 !str_eq(now.note, k->now.note) || !str_eq(now.say, k->now.say);
	now.part = arena_str(&mem, now.part);
	now.say = arena_str(&mem, now.say);
	now.note = arena_str(&mem, now.note);
	arena_clear(&k->mem);
	k->mem = mem;
	k->now = now;
	return true;
}

/* ---- words ---- */
static enum action action_named(struct str name)
{
	for (int a = ACT_NONE + 1; a < ACT_COUNT; a++)
		if (str_is(name, action_row((enum action)a)->name))
			return (enum action)a;
	return ACT_NONE;
}

enum action coaching_named(struct str text, size_t at, size_t *end)
{
	struct str rest = {text.p + at + 1, text.n - at - 1}, name = {0};
	const char *close = memchr(rest.p, '}', rest.n);

	if (text.p[at] != '{' || !close)
		return ACT_NONE;
	name = (struct str){rest.p, (size_t)(close - rest.p)};
	*end = at + name.n + 2;
	return action_named(name);
}

/* <Enter> as people say it; letters stay as they are. */
static void put_key(struct buf *b, struct str key)
{
	if (key.n < 3 || key.p[0] != '<' || key.p[key.n - 1] != '>') {
		buf_put(b, key);
		return;
	}
	key = (struct str){key.p + 1, key.n - 2};
	if (str_starts(key, STR("C-")) || str_starts(key, STR("S-"))) {
		buf_puts(b, key.p[0] == 'C' ? "Ctrl-" : "Shift-");
		key = (struct str){key.p + 2, key.n - 2};
	}
	buf_put(b, key);
}

/* What is typed in a line for what is a key alone on the screen. */
static const char *line_word(enum action act)
{
	if (act == ACT_CONFIRM)
		return "yes";
	return act == ACT_ACCEPT ? "Enter" : action_row(act)->name;
}

/* In a line keys without a character cannot be typed; names can, everywhere but where only a
 * key works. */
static void put_action(struct buf *b, const struct keymap *m, enum action act, bool typed)
{
	const struct action_row *row = action_row(act);
	struct str key = keymap_key(b->arena, m, row->where, act);

	if (key.n && !(typed && key.p[0] == '<'))
		put_key(b, key);
	else
		buf_printf(b, "%s%s", typed ? "" : ":", typed ? line_word(act) : row->name);
}

struct str coaching_words(struct arena *a, const struct keymap *m, struct str text, bool typed)
{
	struct buf b = buf_in(a);

	for (size_t i = 0; i < text.n;) {
		size_t end = i + 1;
		enum action act = text.p[i] == '{' ? coaching_named(text, i, &end) : ACT_NONE;
		if (act != ACT_NONE) {
			put_action(&b, m, act, typed);
			i = end;
		} else {
			buf_char(&b, text.p[i++]);
		}
	}
	return buf_str(&b);
}

/* ---- on the screen ---- */
int coach_rows(const struct app *app)
{
	if (!app->coaching.lesson.ask)
		return 0;
	return COACH_ROWS + (app->cols < COACH_COLS);
}

static struct str heading(const struct app *app, struct arena *a)
{
	const struct coach_says *now = &app->coaching.now;
	struct str hint =
	    coaching_words(a, &app->keymap, STR("{lesson hint} shows how"), false);

	return arena_printf(a, "Tutorial %d of %d, %.*s. %.*s; :lesson skip goes on.",
	    now->number, now->of, STR_ARG(now->part), STR_ARG(hint));
}

/* What does not fit ends in the sign for more. */
static void put_rows(struct canvas *c, int y, int rows, int cols, struct str text)
{
	struct str row;
	size_t at = 0;

	for (int i = 0; i < rows && wrap_next(text, &at, cols, &row); i++) {
		if (i < rows - 1)
			canvas_piece(c, y + i, 1, cols, ROLE_STRONG, row);
		else
			canvas_put(c, y + i, 1, cols, ROLE_STRONG,
			    (struct str){row.p, text.n - (size_t)(row.p - text.p)});
	}
}

/* What to do in all rows but the last; there what is missing, a hint, or where one is. */
void coach_draw(const struct app *app, struct canvas *c)
{
	const struct coach_says *now = &app->coaching.now;
	int rows = coach_rows(app), y = app->rows - 2 - rows, cols = app->cols - 2;
	struct arena_mark m = arena_mark(c->arena);
	struct str note;

	if (!rows)
		return;
	canvas_fill(c, (struct rect){y, 0, rows, app->cols}, ROLE_TEXT);
	put_rows(c, y, now->over ? rows : rows - 1, cols,
	    coaching_words(c->arena, &app->keymap, now->say, false));
	note = now->note.n ? coaching_words(c->arena, &app->keymap, now->note, false)
			   : heading(app, c->arena);
	if (!now->over)
		canvas_put(
		    c, y + rows - 1, 1, cols, now->note.n ? ROLE_MESSAGE : ROLE_TRAINING, note);
	arena_back(c->arena, m);
}

/* What others did before a new step is seen at once where lists of work are shown. */
static void show_work(struct app *app)
{
	enum context at = app_context(app);
	struct err none = {0};

	if (at == CTX_START || at == CTX_QUEUE)
		(void)app_reload(app, &none);
	coaching_skim(&app->coaching);
}

bool coach_later(struct app *app)
{
	struct coaching *k = &app->coaching;
	int was = k->now.number;
	struct err e = {0};
	bool fresh;

	if (!coaching_stale(k) || app->locked)
		return false;
	if (!coaching_look(k, &fresh, &e)) {
		app_fail(app, &e);
		return true;
	}
	if (fresh && app_top(app) && k->now.number != was)
		show_work(app);
	return fresh;
}

static const struct {
	enum action action;
	enum coach_wish wish;
} wishes[] = {
    {ACT_LESSON, COACH_AGAIN},
    {ACT_LESSON_HINT, COACH_HINT},
    {ACT_LESSON_SKIP, COACH_SKIP},
    {ACT_LESSON_BACK, COACH_BACK},
};

enum outcome coach_act(struct app *app, const struct command *c, struct err *e)
{
	bool fresh;

	for (size_t i = 0; i < sizeof(wishes) / sizeof(wishes[0]); i++) {
		if (wishes[i].action != c->action)
			continue;
		if (!coaching_ask(&app->coaching, wishes[i].wish, &fresh, e))
			return OUTCOME_FAILED;
		if (c->action == ACT_LESSON_SKIP)
			show_work(app);
		return OUTCOME_DONE;
	}
	return OUTCOME_IGNORED;
}
