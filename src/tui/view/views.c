/* SPDX-License-Identifier: MIT */
/*
 * Saved views of the list of cases. Shows: one's own, those of one's roles, the review's.
 * Rows from: view_list. Actions: choose. Goes back to the list with the view chosen.
 */
#include "tui/kept.h"
#include "tui/view/queue.h"
#include "tui/view/rows.h"

static void put_view(struct view *v, const struct part_view *kept)
{
	struct arena *a = &v->data;
	struct rows_row *r = rows_add(v);

	r->key = arena_printf(a, "%.*s/%.*s/%.*s", STR_ARG(kept->whose), STR_ARG(kept->role),
	    STR_ARG(kept->name));
	r->cell[0] = kept_whose(kept);
	r->cell[1] = kept->name;
	r->cell[2] = kept->label.n ? kept->label : kept->explain;
	r->back = arena_printf(a, "view %.*s", STR_ARG(kept->name));
	if (kept->fault.n) {
		r->role = ROLE_CLOSED;
		r->cell[2] = STR("cannot be used now");
		*arena_push(a, &r->under) = kept->fault;
	}
	if (kept->label.n && kept->explain.n)
		*arena_push(a, &r->under) = kept->explain;
	*arena_push(a, &r->under) = kept->expr;
	if (kept->role.n)
		*arena_push(a, &r->under) =
		    arena_printf(a, "shared by %.*s", STR_ARG(kept->by));
}

static bool fill(struct view *v, struct str with, struct err *e)
{
	struct req_view_list q = {0};
	struct rep_views r;

	(void)with;
	if (!call_view_list(&v->app->service, &v->data, &q, &r, e))
		return false;
	for (size_t i = 0; i < r.rows.n; i++)
		put_view(v, &r.rows.v[i]);
	return true;
}

static bool choose_view(struct app *app, struct err *e)
{
	static const struct rows_how how = {.context = CTX_VIEWS,
	    .title = "Saved views",
	    .empty = "There is no view. V on a list keeps it under a name.",
	    .stops = {1, 20, 44},
	    .fill = fill,
	    .about = "views"};

	return rows_open(app, &how, e);
}

enum outcome queue_view(struct view *v, const struct command *c, struct err *e)
{
	struct queue *q = v->state;
	struct part_view kept;

	if (c->arg.n == 0)
		return choose_view(v->app, e) ? OUTCOME_DONE : OUTCOME_FAILED;
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
	app_say(v->app, "%.*s; v brings it back", STR_ARG(r.text));
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
