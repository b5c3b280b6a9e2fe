/* SPDX-License-Identifier: MIT */
/*
 * The locked screen. Shows: nothing of anybody. The account's name opens it again, with
 * the same view and the same cursor; this conceals, it does not prove who is there (the
 * system's own log-on did that). Reports both to the log.
 */
#include "tui/view/views.h"

struct locked {
	struct field field;
	bool reported, wrong;
};

static bool set(struct view *v, const void *with, struct err *e)
{
	struct locked *l = v->state;

	(void)with, (void)e;
	field_init(&l->field, &v->life, false, (struct str){0});
	return true;
}

bool locked_open(struct app *app, struct err *e)
{
	return app_push(app, &locked_ops, set, NULL, e) != NULL;
}

static bool report(struct view *v, bool locked, struct err *e)
{
	struct req_lock q = {.locked = locked};
	struct rep_done r;

	return call_lock(&v->app->service, &v->app->frame, &q, &r, e);
}

/* First the screen is blank, then the service hears of it: when nobody types, or before it
 * hears that the name was typed. */
static bool later(struct view *v)
{
	struct locked *l = v->state;
	struct err e = {0};

	if (l->reported)
		return false;
	l->reported = true;
	(void)report(v, true, &e); /* a lost service must not show the case again */
	return false;
}

static enum outcome act_accept(struct view *v, const struct command *c, struct err *e)
{
	struct locked *l = v->state;
	struct app *app = v->app;

	(void)c;
	l->wrong = !str_eq(str_trim(field_text(&l->field)), app->welcome->user);
	field_init(&l->field, &v->life, false, (struct str){0});
	if (l->wrong)
		return OUTCOME_DONE;
	(void)later(v);
	app->locked = false;
	app->repaint = true;
	if (!report(v, false, e))
		app_fail(app, e);
	return OUTCOME_POP;
}

static enum outcome act_nothing(struct view *v, const struct command *c, struct err *e)
{
	struct locked *l = v->state;

	(void)c, (void)e;
	field_init(&l->field, &v->life, false, (struct str){0});
	return OUTCOME_DONE;
}

static struct field *field(struct view *v)
{
	struct locked *l = v->state;

	return &l->field;
}

static void draw(const struct view *v, struct canvas *c)
{
	const struct locked *l = v->state;
	int y = v->rect.rows / 2 - 1;

	canvas_puts(c, y, 4, ROLE_TEXT, "Locked. Your work is kept.");
	canvas_puts(c, y + 1, 4, ROLE_TEXT, "Type your account name and Enter to go on: ");
	if (l->wrong)
		canvas_puts(c, y + 2, 4, ROLE_ERROR, "That is not the account at work here.");
	field_draw(&l->field, c, (struct rect){y + 1, 47, 1, v->rect.cols - 48});
}

static const struct act acts[] = {
    {ACT_ACCEPT, act_accept},
    {ACT_CANCEL, act_nothing},
    {ACT_LOCK, act_nothing},
    {ACT_SAFEGUARD, act_nothing},
    {ACT_NONE, NULL},
};
const struct view_ops locked_ops = {
    .name = "locked",
    .context = CTX_LOCKED,
    .state = sizeof(struct locked),
    .bare = true,
    .acts = acts,
    .draw = draw,
    .field = field,
    .later = later,
};
