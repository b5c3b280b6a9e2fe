/* SPDX-License-Identifier: MIT */
/* What the list of cases does with saved views: choose, keep, share and drop one. */
#include "tui/kept.h"
#include "tui/view/queue.h"
#include "tui/view/rows.h"

enum outcome queue_view(struct view *v, const struct command *c, struct err *e)
{
	struct queue *q = v->state;
	struct part_view kept;

	if (c->arg.n == 0)
		return rows_open(v->app, ACT_VIEW, c->arg, e) ? OUTCOME_DONE : OUTCOME_FAILED;
	if (!kept_find(&v->app->service, &v->app->frame, c->arg, &kept, e) ||
	    !queue_show(v, kept.expr, kept.order, e))
		return OUTCOME_FAILED;
	q->view = arena_str(&v->life, kept.name);
	return OUTCOME_DONE;
}

static enum outcome save(struct view *v, struct str name, struct str role, struct err *e)
{
	struct queue *q = v->state;
	struct kept_list what = {q->expr, q->words, str_of(q->order)};
	struct rep_done r;

	if (!kept_save(&v->app->service, &v->app->frame, &what, name, role, &r, e))
		return OUTCOME_FAILED;
	app_say(v->app, "%.*s; %.*s brings it back", STR_ARG(r.text),
	    STR_ARG(app_keys(v->app, &v->app->frame, CTX_QUEUE, "{view}")));
	q->view = arena_str(&v->life, name);
	return OUTCOME_DONE;
}

enum outcome queue_view_save(struct view *v, const struct command *c, struct err *e)
{
	if (c->arg.n == 0)
		return OUTCOME_IGNORED; /* a prompt asks for it */
	return save(v, c->arg, (struct str){0}, e);
}

/* What is shown, under the name that it has. */
enum outcome queue_view_share(struct view *v, const struct command *c, struct err *e)
{
	struct queue *q = v->state;

	if (c->arg.n == 0 && q->view.n)
		return OUTCOME_IGNORED;
	if (q->view.n)
		return save(v, q->view, c->arg, e);
	err_set(e, ERR_USAGE, "it has no name yet: V saves this list under one, then share it");
	return OUTCOME_FAILED;
}

enum outcome queue_view_rename(struct view *v, const struct command *c, struct err *e)
{
	struct queue *q = v->state;
	struct rep_done r;

	if (q->view.n == 0) {
		err_set(e, ERR_USAGE, "no saved view is shown: v chooses one, then rename it");
		return OUTCOME_FAILED;
	}
	if (c->arg.n == 0)
		return OUTCOME_IGNORED;
	if (!kept_rename(&v->app->service, &v->app->frame, q->view, c->arg, &r, e))
		return OUTCOME_FAILED;
	app_say(v->app, "%.*s", STR_ARG(r.text));
	q->view = arena_str(&v->life, c->arg);
	return OUTCOME_DONE;
}

enum outcome queue_view_drop(struct view *v, const struct command *c, struct err *e)
{
	struct queue *q = v->state;
	struct str name = c->arg.n ? c->arg : q->view;
	struct rep_done r;

	if (name.n == 0) {
		err_set(e, ERR_USAGE, "no saved view is shown; say which: view drop NAME");
		return OUTCOME_FAILED;
	}
	if (!kept_drop(&v->app->service, &v->app->frame, name, &r, e))
		return OUTCOME_FAILED;
	app_say(v->app, "%.*s", STR_ARG(r.text));
	if (str_eq(name, q->view))
		q->view = (struct str){0};
	return OUTCOME_DONE;
}
