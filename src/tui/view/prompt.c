/* SPDX-License-Identifier: MIT */
/*
 * One line to write a command or what a command needs. Shows, in the last three rows:
 * what is asked, the line, and what the service makes of an expression. What fails is
 * said under the line, with its place, and the line stays.
 */
#include "lookback/base/utf8.h"
#include "tui/stack.h"
#include "tui/view/source.h"
#include "tui/view/views.h"
#include "tui/words.h"

struct prompt_how {
	const char *label;
	struct str prefix, initial;
	enum argument arg;
	bool needs; /* an empty line gives up */
};
struct prompt {
	struct prompt_how how;
	struct field field;
	struct completion found; /* of the last Tab; in data of the view */
	size_t shown;            /* which of them stands in the line */
	int back;                /* entries gone back in history */
	struct str said;         /* under the line */
	bool failed;
	int caret;            /* column of the fault in the line, or -1 */
	struct str explained; /* text that `said` is about */
};

static bool set(struct view *v, const void *with, struct err *e)
{
	struct prompt *p = v->state;

	(void)e;
	p->how = *(const struct prompt_how *)with;
	p->how.label = arena_str(&v->life, str_of(p->how.label)).p;
	p->how.prefix = arena_str(&v->life, p->how.prefix);
	p->caret = -1;
	field_init(&p->field, &v->life, false, p->how.initial);
	return true;
}

static bool show(struct app *app, const struct prompt_how *how, struct err *e)
{
	return app_push(app, &prompt_ops, set, how, e) != NULL;
}

bool prompt_open(struct app *app, enum action act, struct str initial, struct err *e)
{
	const struct action_row *row = action_row(act);
	struct prompt_how how = {.label = "Command", .initial = initial, .needs = true};

	if (act != ACT_COMMAND) {
		how.arg = row->arg;
		how.label = argument_label(row->arg);
		how.prefix = arena_printf(&app->frame, "%s ", row->name);
		how.needs = row->flags & ACTION_NEEDS;
	}
	return show(app, &how, e);
}

bool prompt_for(struct app *app, const char *label, struct str prefix, struct err *e)
{
	struct prompt_how how = {.label = label, .prefix = prefix, .arg = ARG_TEXT};

	return show(app, &how, e);
}

static struct str whole(const struct prompt *p, struct arena *a)
{
	return arena_printf(
	    a, "%.*s%.*s", STR_ARG(p->how.prefix), STR_ARG(field_text(&p->field)));
}

/* The part of the line that is an expression; false when none is written here. */
static bool expression(const struct view *v, struct str *out, enum argument *arg)
{
	const struct prompt *p = v->state;
	struct str text = field_text(&p->field);
	struct command c;
	struct err e;

	if (p->how.prefix.n) {
		*out = text;
		*arg = p->how.arg;
		return *arg == ARG_EXPR || *arg == ARG_FIND;
	}
	if (!command_read(text, app_context_behind(v->app), &c, &e) || c.arg.n == 0)
		return false;
	*out = c.arg;
	*arg = action_row(c.action)->arg;
	return *arg == ARG_EXPR || *arg == ARG_FIND;
}

static void say(struct view *v, struct str text, bool failed)
{
	struct prompt *p = v->state;

	p->said = arena_str(&v->life, text);
	p->failed = failed;
	p->caret = -1;
}

/* Faults are counted in bytes from 1; the caret stands under the character. */
static void point(struct view *v, const struct err *e, struct str in)
{
	struct prompt *p = v->state;
	struct str text = field_text(&p->field);
	size_t at = (size_t)(in.p - text.p) + (size_t)(e->col > 0 ? e->col - 1 : 0);

	if (e->col > 0 && at <= text.n)
		p->caret = utf8_columns((struct str){text.p, at});
}

/* Words to look for in the case behind: how often they stand there is said. */
static bool count_marks(struct view *v)
{
	struct prompt *p = v->state;
	struct view *behind = app_behind(v->app, v);
	struct source *s = source_of(behind);
	struct str line = whole(p, &v->frame);
	struct command c;
	struct err e;
	size_t n;

	if (!s || !command_read(line, app_context_behind(v->app), &c, &e) ||
	    c.action != ACT_LOOK || str_eq(line, p->explained))
		return false;
	p->explained = arena_str(&v->life, line);
	n = source_stands(s, behind, c.arg);
	say(v,
	    c.arg.n == 0 ? (struct str){0}
	    : n == 0     ? STR("in no text of this case")
	    : n == 1     ? STR("once in this case")
			 : arena_printf(&v->frame, "%zu times in this case", n),
	    false);
	return true;
}

/* When the person pauses, the service puts the expression into English. */
static bool later(struct view *v)
{
	struct prompt *p = v->state;
	struct rep_sentence r;
	struct err e = {0};
	struct req_explain q;
	enum argument arg;
	struct str expr;

	if (!expression(v, &expr, &arg))
		return count_marks(v);
	if (str_eq(expr, p->explained))
		return false;
	p->explained = arena_str(&v->life, expr);
	q = (struct req_explain){.expr = expr, .search = arg == ARG_FIND};
	if (expr.n == 0) {
		say(v, (struct str){0}, false);
	} else if (call_explain(&v->app->service, &v->frame, &q, &r, &e)) {
		say(v, r.text, false);
	} else {
		say(v, words_first_line(str_of(e.text)), false);
		point(v, &e, expr);
	}
	return true;
}

static void remember(struct app *app, struct str line)
{
	for (size_t i = 0; i < app->history.n; i++)
		if (str_eq(app->history.v[i], line)) {
			for (; i + 1 < app->history.n; i++)
				app->history.v[i] = app->history.v[i + 1];
			app->history.v[i] = line;
			return;
		}
	if (app->history.n == APP_HISTORY) {
		for (size_t i = 0; i + 1 < app->history.n; i++)
			app->history.v[i] = app->history.v[i + 1];
		app->history.n--;
	}
	*arena_push(&app->life, &app->history) = line;
}

static enum outcome act_accept(struct view *v, const struct command *c, struct err *e)
{
	struct prompt *p = v->state;
	struct app *app = v->app;
	struct str line = whole(p, &app->frame), expr;
	struct err why = {0};
	enum argument arg;

	(void)c, (void)e;
	if (p->how.needs && str_trim(field_text(&p->field)).n == 0)
		return OUTCOME_POP;
	remember(app, arena_str(&app->life, line));
	if (app_run_behind(app, line, &why))
		return OUTCOME_DONE;
	say(v, words_first_line(str_of(why.text)), true);
	p->explained = arena_str(&v->life, line);
	if (expression(v, &expr, &arg)) {
		p->explained = arena_str(&v->life, expr);
		point(v, &why, expr);
	}
	return OUTCOME_DONE;
}

/* Pressed again while it is asked already, the key asks nothing else. */
static enum outcome act_danger(struct view *v, const struct command *c, struct err *e)
{
	const struct prompt *p = v->state;

	(void)e;
	return p->how.arg == ARG_DANGER && c->arg.n == 0 ? OUTCOME_DONE : OUTCOME_IGNORED;
}

static void replace(struct prompt *p, struct view *v, struct str from_start, struct str with)
{
	struct str line =
	    arena_printf(&v->life, "%.*s%.*s", STR_ARG(from_start), STR_ARG(with));

	field_init(&p->field, &v->life, false, line);
}

void app_offer(void *ctx, struct arena *a, enum argument arg, struct strs *out)
{
	const struct app *app = ctx;
	const struct rep_welcome *w = app->welcome;
	const struct view *v = NULL;
	struct req_view_list q = {0};
	struct rep_views views;
	struct err e = {0};

	for (int i = app->depth - 1; i >= 0 && !v; i--)
		if (!app->stack[i]->ops->overlay)
			v = app->stack[i];
	if (v && v->ops->offer)
		v->ops->offer(v, a, arg, out);
	if (arg == ARG_VIEW && call_view_list(&app->service, a, &q, &views, &e))
		for (size_t i = 0; i < views.rows.n; i++)
			*arena_push(a, out) = views.rows.v[i].name;
	if (arg == ARG_EXPR || arg == ARG_FIND)
		for (size_t i = 0; i < w->columns.n; i++)
			*arena_push(a, out) =
			    arena_printf(a, "%.*s:", STR_ARG(w->columns.v[i].name));
}

/* The first Tab finds, each further one goes to the next candidate. */
static enum outcome act_complete(struct view *v, const struct command *c, struct err *e)
{
	struct prompt *p = v->state;
	struct str line = whole(p, &v->life), candidate;
	size_t skip = p->how.prefix.n;

	(void)c, (void)e;
	if (p->found.with.n > 1) {
		p->shown = (p->shown + 1) % p->found.with.n;
	} else {
		command_complete(
		    &v->life, line, app_context_behind(v->app), app_offer, v->app, &p->found);
		p->shown = 0;
	}
	if (p->found.with.n == 0 || p->found.from < skip) {
		say(v, STR("nothing to complete"), false);
		return OUTCOME_DONE;
	}
	candidate = p->found.with.v[p->shown];
	replace(p, v, (struct str){line.p + skip, p->found.from - skip}, candidate);
	return OUTCOME_DONE;
}

/* Lines of the same kind only, latest first. */
static enum outcome go_back(struct view *v, int by)
{
	struct prompt *p = v->state;
	const struct strs *h = &v->app->history;
	int want = p->back + by, at = 0;

	if (want <= 0) {
		p->back = 0;
		field_init(&p->field, &v->life, false, (struct str){0});
		return OUTCOME_DONE;
	}
	for (size_t i = h->n; i-- > 0;)
		if (str_starts(h->v[i], p->how.prefix) && ++at == want) {
			struct str line = {
			    h->v[i].p + p->how.prefix.n, h->v[i].n - p->how.prefix.n};
			p->back = want;
			field_init(&p->field, &v->life, false, line);
			break;
		}
	return OUTCOME_DONE;
}

static enum outcome act_earlier(struct view *v, const struct command *c, struct err *e)
{
	(void)c, (void)e;
	return go_back(v, 1);
}

static enum outcome act_later(struct view *v, const struct command *c, struct err *e)
{
	(void)c, (void)e;
	return go_back(v, -1);
}

static struct field *field(struct view *v)
{
	struct prompt *p = v->state;

	p->found.with.n = 0; /* any other key ends the round of candidates */
	return &p->field;
}

/* Under the line, from the fault on or from its beginning; what has no room there stands
 * above the line. */
static void draw_said(const struct view *v, struct canvas *c, int y)
{
	const struct prompt *p = v->state;
	int room = app_foot_room(v->app), columns = utf8_columns(p->said), x = 2;
	enum role role = p->failed ? ROLE_ERROR : ROLE_DIM;

	if (v->app->message && !p->failed)
		return; /* the answer to the last key comes first */
	if (p->caret >= 0 && p->caret + 2 < room) {
		canvas_puts(c, y + 2, x + p->caret, role, "^");
		x += p->caret + 2;
	}
	if (x + columns > room && p->said.n) {
		canvas_fill(c, (struct rect){y, 0, 1, v->rect.cols}, ROLE_TEXT);
		canvas_put(c, y, 0, v->rect.cols, role, p->said);
	} else {
		canvas_put(c, y + 2, x, room - x, role, p->said);
	}
}

static void draw(const struct view *v, struct canvas *c)
{
	const struct prompt *p = v->state;
	int y = v->rect.rows - 3;

	canvas_fill(c, (struct rect){y, 0, 2, v->rect.cols}, ROLE_TEXT);
	if (p->failed || !v->app->message) /* what just failed beside the line stays in sight */
		canvas_fill(c, (struct rect){y + 2, 0, 1, app_foot_room(v->app)}, ROLE_TEXT);
	canvas_puts(c, y, 0, ROLE_LABEL, p->how.label);
	if (p->found.with.n > 1)
		canvas_put(c, y, v->rect.cols / 2, v->rect.cols / 2, ROLE_DIM,
		    words_list(&v->app->frame, p->found.with, "  "));
	canvas_puts(c, y + 1, 0, ROLE_HINT_KEY, p->how.prefix.n ? ">" : ":");
	draw_said(v, c, y);
	field_draw(&p->field, c, (struct rect){y + 1, 2, 1, v->rect.cols - 3});
}

static const struct act acts[] = {
    {ACT_ACCEPT, act_accept},
    {ACT_COMPLETE, act_complete},
    {ACT_EARLIER, act_earlier},
    {ACT_LATER, act_later},
    {ACT_SAFEGUARD, act_danger},
    {ACT_NONE, NULL},
};
const struct view_ops prompt_ops = {
    .name = "prompt",
    .context = CTX_PROMPT,
    .state = sizeof(struct prompt),
    .overlay = true,
    .acts = acts,
    .draw = draw,
    .field = field,
    .later = later,
    .pauses = true,
};
