/* SPDX-License-Identifier: MIT */
/* What can be done on every screen. */
#include "tui/view/views.h"

static enum outcome told(bool ok)
{
	return ok ? OUTCOME_DONE : OUTCOME_FAILED;
}

static enum outcome act_lock(struct app *app, const struct command *c, struct err *e)
{
	(void)c, (void)e;
	app_lock(app);
	return OUTCOME_DONE;
}

static enum outcome act_other(struct app *app, const struct command *c, struct err *e)
{
	(void)app, (void)c;
	err_set(e, ERR_USAGE, "only a case with its form open has another side");
	return OUTCOME_FAILED;
}

/* On a slow line the picture may be broken: it is sent whole. */
static enum outcome act_redraw(struct app *app, const struct command *c, struct err *e)
{
	(void)c;
	app->repaint = true;
	return told(app_reload(app, e));
}

static enum outcome act_reload(struct app *app, const struct command *c, struct err *e)
{
	(void)c;
	if (!app_reload(app, e))
		return OUTCOME_FAILED;
	if (!app->message)
		app_say(app, "this is how it stands now");
	return OUTCOME_DONE;
}

void app_stays(struct app *app)
{
	struct str close = keymap_key(&app->frame, &app->keymap, app_context(app), ACT_CLOSE);

	if (close.n)
		app_say(app,
		    "nothing to leave here; %.*s closes the screen, Esc Esc conceals it",
		    STR_ARG(close));
}

static enum outcome act_cancel(struct app *app, const struct command *c, struct err *e)
{
	(void)c, (void)e;
	if (app_top(app)->ops->overlay)
		app_pop(app);
	else
		app_stays(app);
	return OUTCOME_DONE;
}

static enum outcome act_next(struct app *app, const struct command *c, struct err *e)
{
	return told(record_next(app, c->arg, e));
}

/* Text that was typed and not saved is not lost by one key. */
static enum outcome act_quit(struct app *app, const struct command *c, struct err *e)
{
	if (c->arg.n && !str_is(c->arg, "!")) {
		err_set(e, ERR_USAGE, "'quit' takes nothing but '!'");
		return OUTCOME_FAILED;
	}
	if (app->drafts.n && c->arg.n == 0) {
		err_set(e, ERR_USAGE, "a text is not saved yet; :quit ! gives it up");
		for (size_t i = 0; i < app->drafts.n; i++)
			err_more(e, ERR_USAGE, "it is %.*s", STR_ARG(app->drafts.v[i].key));
		return OUTCOME_FAILED;
	}
	app->quit = true;
	return OUTCOME_DONE;
}

static enum outcome act_close(struct app *app, const struct command *c, struct err *e)
{
	(void)c;
	if (app->depth == 1) {
		app_say(app, "%.*s",
		    STR_ARG(app_keys(app, &app->frame, CTX_START,
			"this is the start screen; {quit} leaves the program")));
		return OUTCOME_DONE;
	}
	app_pop(app);
	return told(app_fresh(app, e));
}

static enum outcome act_help(struct app *app, const struct command *c, struct err *e)
{
	return told(help_open(app, app_context(app), c->arg, e));
}

static enum outcome act_command(struct app *app, const struct command *c, struct err *e)
{
	(void)c;
	return told(prompt_open(app, ACT_COMMAND, (struct str){0}, e));
}

static enum outcome act_palette(struct app *app, const struct command *c, struct err *e)
{
	(void)c;
	return told(palette_open(app, e));
}

static enum outcome act_list(struct app *app, const struct command *c, struct err *e)
{
	return told(queue_open(app, &(struct queue_how){.expr = c->arg}, e));
}

static enum outcome act_search(struct app *app, const struct command *c, struct err *e)
{
	return told(queue_open(app, &(struct queue_how){.words = c->arg}, e));
}

static enum outcome act_open(struct app *app, const struct command *c, struct err *e)
{
	struct str reason = c->arg, ref = command_word(&reason);

	return told(record_open(app, ref, reason, e));
}

static enum outcome act_start(struct app *app, const struct command *c, struct err *e)
{
	(void)c;
	while (app->depth > 1)
		app_pop(app);
	return told(app_reload(app, e));
}

static enum outcome act_messages(struct app *app, const struct command *c, struct err *e)
{
	(void)c;
	return told(messages_open(app, e));
}

static enum outcome act_log(struct app *app, const struct command *c, struct err *e)
{
	return told(log_open(app, c->arg, e));
}

static enum outcome act_verify(struct app *app, const struct command *c, struct err *e)
{
	(void)c;
	return told(verify_open(app, e));
}

static enum outcome act_head(struct app *app, const struct command *c, struct err *e)
{
	struct req_head q = {0};
	struct rep_head r;

	(void)c;
	if (!call_head(&app->service, &app->frame, &q, &r, e))
		return OUTCOME_FAILED;
	app_say(
	    app, "event %lld, %.*s: %.*s", (long long)r.seq, STR_ARG(r.at), STR_ARG(r.words));
	return OUTCOME_DONE;
}

static enum outcome act_pack(struct app *app, const struct command *c, struct err *e)
{
	struct req_pack q = {0};
	struct rep_sentence r;

	(void)c;
	return told(call_pack(&app->service, &app->frame, &q, &r, e) &&
		    said_open(app, "Rules in force", r.text, e));
}

static const struct {
	enum action action;
	enum outcome (*run)(struct app *app, const struct command *c, struct err *e);
} acts[] = {
    {ACT_LOCK, act_lock},
    {ACT_OTHER, act_other},
    {ACT_REDRAW, act_redraw},
    {ACT_RELOAD, act_reload},
    {ACT_CANCEL, act_cancel},
    {ACT_NEXT, act_next},
    {ACT_QUIT, act_quit},
    {ACT_CLOSE, act_close},
    {ACT_HELP, act_help},
    {ACT_COMMAND, act_command},
    {ACT_PALETTE, act_palette},
    {ACT_LIST, act_list},
    {ACT_SEARCH, act_search},
    {ACT_OPEN, act_open},
    {ACT_START, act_start},
    {ACT_MESSAGES, act_messages},
    {ACT_LOG, act_log},
    {ACT_VERIFY, act_verify},
    {ACT_HEAD, act_head},
    {ACT_PACK, act_pack},
};

enum outcome app_act(struct app *app, const struct command *c, struct err *e)
{
	for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++)
		if (acts[i].action == c->action)
			return acts[i].run(app, c, e);
	return OUTCOME_IGNORED;
}
