/* SPDX-License-Identifier: MIT */
/* Quality on every screen: its pages as short lists, and what is done about it. */
#include "tui/page/page.h"
#include "tui/view/rows.h"
#include "tui/view/views.h"

static struct str ref_at_hand(struct app *app)
{
	struct view *v = app_top(app);
	struct strs refs = {0};

	if (v->ops->refs)
		v->ops->refs(v, &app->frame, &refs);
	return refs.n == 1 ? refs.v[0] : (struct str){0};
}

/* A pass that was fixed is shown in place of what it was fixed from; drawn or closed it is
 * loaded again. */
static enum outcome done(struct app *app, enum action a, const struct doing *d, struct err *e)
{
	app_say(app, "%.*s", STR_ARG(d->said));
	if (a == ACT_PASS_FIX) {
		if (app_context(app) == CTX_PREVIEW)
			app_pop(app);
		return app_run(
		    app, arena_printf(&app->frame, "pass %.*s", STR_ARG(d->pass)), 0, e);
	}
	return app_top(app)->ops->load ? OUTCOME_RELOAD : OUTCOME_DONE;
}

enum outcome quality_act(struct app *app, const struct command *c, struct err *e)
{
	struct doing d = {.service = &app->service, .arena = &app->frame, .arg = c->arg};

	if (page_find(c->action))
		return rows_open(app, c->action, c->arg, e) ? OUTCOME_DONE : OUTCOME_FAILED;
	if (!doing_known(c->action))
		return OUTCOME_IGNORED;
	d.ref = ref_at_hand(app);
	return doing_run(&d, c->action, e) ? done(app, c->action, &d, e) : OUTCOME_FAILED;
}
