/* SPDX-License-Identifier: MIT */
/*
 * A view is loaded again because of what others did, and nothing moves under the hand: the row
 * of the cursor stays in its row of the screen, and a row that is gone stays in its place and
 * says so, until the person loads the list.
 */
#include <stdio.h>
#include <string.h>

#include "tui/stack.h"
#include "tui/view/views.h"

static bool load_held(struct view *v, struct pane *p, struct err *e)
{
	int focus = pane_focus(p);
	bool ok;

	v->holds = true;
	v->came.n = 0;
	ok = view_load(v, e);
	v->holds = false;
	if (ok)
		pane_hold(p, focus);
	return ok;
}

/* What came stands above the first row in sight. */
static void tell_above(struct app *app)
{
	struct message *m = &app->messages[(app->nmessages - 1) % APP_MESSAGES];
	size_t n = strlen(m->text);

	(void)snprintf(m->text + n, sizeof(m->text) - n, ", above");
}

static void tell(struct view *v, const struct rep_changes *r)
{
	struct app *app = v->app;

	if (r->changes.n) {
		app_tell(app, &r->changes.v[0], r->changes.n - 1);
		return;
	}
	if (v->came.n == 0)
		return;
	if (v->came.n == 1)
		app_say(app, "New here: %.*s", STR_ARG(v->came.first));
	else
		app_say(
		    app, "%zu new here, the first: %.*s", v->came.n, STR_ARG(v->came.first));
	app->live = true;
}

enum heard view_again(struct view *v, const struct rep_changes *r)
{
	struct pane *p = v->ops->pane(v);
	uint64_t look = pane_look(p);
	int top = p->top, said = v->app->nmessages;
	struct err e = {0};

	if (r->left.n)
		return HEARD_GONE;
	if (!r->other && r->changes.n == 0)
		return HEARD_NOTHING;
	if (!load_held(v, p, &e))
		return e.kind == ERR_NOT_FOUND ? HEARD_GONE : HEARD_NOTHING;
	if (pane_look(p) == look)
		return HEARD_NOTHING;
	tell(v, r);
	if (v->app->nmessages > said && p->top > top)
		tell_above(v->app);
	return HEARD_SHOWN;
}
