/* SPDX-License-Identifier: MIT */
/* What the engine offers on every screen: the board, who is back, the word of a second person. */
#include "tui/view/views.h"

static enum outcome told(bool ok)
{
	return ok ? OUTCOME_DONE : OUTCOME_FAILED;
}

static enum outcome act_board(struct app *app, const struct command *c, struct err *e)
{
	return told(board_open(app, c->arg, e));
}

/* Nothing changes hands when somebody comes back, so it is done at once. */
static enum outcome act_present(struct app *app, const struct command *c, struct err *e)
{
	struct req_absent q = {.name = c->arg};
	struct rep_handing r;

	if (!call_absent(&app->service, &app->frame, &q, &r, e))
		return OUTCOME_FAILED;
	q.digest = r.digest;
	if (!call_absent(&app->service, &app->frame, &q, &r, e))
		return OUTCOME_FAILED;
	app_say(app, "%.*s", STR_ARG(r.text));
	return app_top(app)->ops->load ? OUTCOME_RELOAD : OUTCOME_DONE;
}

/* "12 what is done": the number and the rest. */
static bool numbered(struct str arg, int64_t *n, struct str *rest, struct err *e)
{
	struct str word;

	*rest = arg;
	word = command_word(rest);
	if (str_int(word, n) && *n > 0 && rest->n)
		return true;
	return err_set(e, ERR_USAGE, "give the number, and a sentence behind it");
}

static enum outcome said(struct app *app, const struct rep_done *r)
{
	app_say(app, "%.*s", STR_ARG(r->text));
	return app_top(app)->ops->load ? OUTCOME_RELOAD : OUTCOME_DONE;
}

static enum outcome act_acknowledge(struct app *app, const struct command *c, struct err *e)
{
	struct req_acknowledge q = {0};
	struct rep_done r;

	if (!numbered(c->arg, &q.alert, &q.text, e) ||
	    !call_acknowledge(&app->service, &app->frame, &q, &r, e))
		return OUTCOME_FAILED;
	return said(app, &r);
}

static enum outcome judge(struct app *app, struct str arg, bool agree, struct err *e)
{
	struct req_override_judge q = {.agree = agree};
	struct rep_done r;

	if (!numbered(arg, &q.override, &q.reason, e) ||
	    !call_override_judge(&app->service, &app->frame, &q, &r, e))
		return OUTCOME_FAILED;
	return said(app, &r);
}

static enum outcome act_agree(struct app *app, const struct command *c, struct err *e)
{
	return judge(app, c->arg, true, e);
}

static enum outcome act_refuse(struct app *app, const struct command *c, struct err *e)
{
	return judge(app, c->arg, false, e);
}

static const struct {
	enum action action;
	enum outcome (*run)(struct app *app, const struct command *c, struct err *e);
} acts[] = {
    {ACT_BOARD, act_board},
    {ACT_PRESENT, act_present},
    {ACT_ACKNOWLEDGE, act_acknowledge},
    {ACT_OVERRIDE_AGREE, act_agree},
    {ACT_OVERRIDE_REFUSE, act_refuse},
};

enum outcome engine_act(struct app *app, const struct command *c, struct err *e)
{
	for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++)
		if (acts[i].action == c->action)
			return acts[i].run(app, c, e);
	return OUTCOME_IGNORED;
}
