/* SPDX-License-Identifier: MIT */
/*
 * An answer was not saved, because the case changed while it was given. Shows: one's own answer
 * beside what stands there now, and what was done since, by whom and when. Rows from: past.
 * Actions: keep mine, take theirs, choose. Opens: the time line.
 */
#include "tui/stack.h"
#include "tui/view/form.h"
#include "tui/words.h"

enum { INDENT = 2, LABEL = 14 };

struct differ {
	struct form_mine mine;
	struct rep_past past;
	struct pane pane;
};

static bool set(struct view *v, const void *with, struct err *e)
{
	const struct form_mine *how = with;
	struct differ *s = v->state;

	(void)e;
	s->mine = *how;
	s->mine.ref = arena_str(&v->life, how->ref);
	s->mine.question = arena_str(&v->life, how->question);
	s->mine.value = arena_str(&v->life, how->value);
	s->mine.reason = arena_str(&v->life, how->reason);
	return true;
}

bool differ_open(struct app *app, const struct form_mine *mine, struct err *e)
{
	return app_push(app, &differ_ops, set, mine, e) != NULL;
}

static bool load(struct view *v, struct err *e)
{
	struct differ *s = v->state;
	struct rep_past past = {0};

	if (!timeline_others(&v->app->service, &v->data, s->mine.ref, s->mine.since, &past, e))
		return false;
	s->past = past;
	return true;
}

static const struct part_question *question(const struct view *v)
{
	const struct differ *s = v->state;
	const struct view *behind = app_behind(v->app, v);
	const struct form *f = behind && behind->ops == &form_ops ? behind->state : NULL;

	return f ? form_called(&f->rep, s->mine.question) : NULL;
}

static void put_side(
    struct pane *p, const char *label, enum role role, struct str value, struct str reason)
{
	pane_row(p);
	pane_puts(p, INDENT, ROLE_LABEL, label);
	pane_wrap(p, LABEL, 0, role, value.n ? value : STR("nothing"));
	if (reason.n == 0)
		return;
	pane_row(p);
	pane_wrap(
	    p, LABEL, 0, ROLE_DIM, arena_printf(p->arena, "because: %.*s", STR_ARG(reason)));
}

static void put_event(struct pane *p, const struct part_past *ev)
{
	pane_row(p);
	pane_put(p, INDENT, ROLE_DIM, words_instant(p->arena, ev->at));
	pane_put(p, INDENT + 19, ROLE_LABEL, ev->actor);
	pane_wrap(p, INDENT + 30, 0, ROLE_TEXT, ev->text.n ? ev->text : ev->type);
	for (size_t i = 0; i < ev->values.n && ev->form.n == 0; i++) {
		pane_row(p);
		pane_wrap(
		    p, INDENT + 30, 0, ROLE_DIM, timeline_change(p->arena, &ev->values.v[i]));
	}
}

static void layout(struct view *v)
{
	struct differ *s = v->state;
	const struct part_question *q = question(v);
	struct pane *p = &s->pane;

	pane_begin(p, &v->frame, v->rect.cols - 2, v->rect.rows - 2);
	if (q) {
		pane_row(p);
		pane_wrap(p, 0, 0, ROLE_HEADING, q->label.n ? q->label : q->name);
		put_side(p, "Yours", ROLE_STRONG, form_words(&v->frame, q, s->mine.value),
		    s->mine.reason);
		put_side(
		    p, "There now", ROLE_TEXT, form_words(&v->frame, q, q->value), q->reason);
	}
	pane_heading(p, "What others did since you read it");
	for (size_t i = 0; i < s->past.rows.n; i++)
		put_event(p, &s->past.rows.v[i]);
	if (s->past.rows.n == 0) {
		pane_row(p);
		pane_puts(p, INDENT, ROLE_DIM, "Nothing that you may see.");
	}
	pane_row(p);
	pane_row(p);
	pane_wrap(p, 0, 0, ROLE_TEXT,
	    STR("m keeps yours: it is sent again. t takes what stands there and drops yours. "
		"Enter reads the time line first; q leaves both as they are."));
	pane_end(p);
}

static void draw(const struct view *v, struct canvas *c)
{
	const struct differ *s = v->state;
	struct str title = arena_printf(&v->app->frame,
	    "%.*s changed while you answered: nothing was saved", STR_ARG(s->mine.ref));

	canvas_put(c, v->rect.y, 1, v->rect.cols - 2, ROLE_STRONG, title);
	canvas_rule(c, v->rect.y + 1, 0, v->rect.cols, ROLE_RULE);
	pane_draw(
	    &s->pane, c, (struct rect){v->rect.y + 2, 1, v->rect.rows - 2, v->rect.cols - 2});
}

static bool move(struct view *v, enum motion m, int count, struct err *e)
{
	struct differ *s = v->state;

	(void)e;
	(void)pane_move(&s->pane, m, count);
	return true;
}

/* The screen goes first: when somebody was quicker once more, another one comes. */
static enum outcome act_keep(struct view *v, const struct command *c, struct err *e)
{
	const struct differ *s = v->state;
	struct arena *a = &v->app->frame;
	struct form_mine mine = {.question = arena_str(a, s->mine.question),
	    .value = arena_str(a, s->mine.value),
	    .reason = arena_str(a, s->mine.reason)};
	struct app *app = v->app;

	(void)c;
	app_pop(app);
	if (app_top(app)->ops != &form_ops)
		return OUTCOME_DONE;
	if (!form_send_mine(app_top(app), &mine, e))
		return OUTCOME_FAILED;
	app_say(app, "saved as you answered it");
	return OUTCOME_DONE;
}

/* M still shows it. */
static enum outcome act_take(struct view *v, const struct command *c, struct err *e)
{
	const struct differ *s = v->state;
	struct app *app = v->app;
	struct arena *a = &app->frame;
	struct str question = arena_str(a, s->mine.question),
		   value = arena_str(a, s->mine.value);

	(void)c, (void)e;
	app_pop(app);
	if (app_top(app)->ops == &form_ops)
		form_drop_mine(app_top(app), question);
	app_say(app, "yours was dropped: %.*s", STR_ARG(value));
	return OUTCOME_DONE;
}

static enum outcome act_read(struct view *v, const struct command *c, struct err *e)
{
	const struct differ *s = v->state;

	(void)c;
	return past_open(v->app, s->mine.ref, (struct str){0}, e) ? OUTCOME_DONE
								  : OUTCOME_FAILED;
}

static void status(const struct view *v, struct status *s)
{
	(void)v;
	s->view = STR("Yours and theirs");
}

static const struct act acts[] = {
    {ACT_KEEP_MINE, act_keep},
    {ACT_TAKE_THEIRS, act_take},
    {ACT_CHOOSE, act_read},
    {ACT_NONE, NULL},
};
const struct view_ops differ_ops = {
    .name = "differ",
    .context = CTX_DIFFER,
    .state = sizeof(struct differ),
    .acts = acts,
    .load = load,
    .layout = layout,
    .draw = draw,
    .move = move,
    .status = status,
};
