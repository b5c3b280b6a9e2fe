/* SPDX-License-Identifier: MIT */
/* Saved views in lines: shown by name, kept, shared and dropped. */
#include "tui/kept.h"
#include "tui/linear/linear.h"

bool lines_view(struct lines *l, struct str arg, struct err *e)
{
	struct part_view v;

	if (!kept_find(&l->service, &l->frame, arg, &v, e) ||
	    !lines_list_in(l, v.expr, v.order, e))
		return false;
	l->list.view = arena_str(&l->list.life, v.name);
	return true;
}

static bool save(struct lines *l, struct str name, struct str role, struct err *e)
{
	struct lines_list *s = &l->list;
	struct kept_list what = {s->expr, s->words, str_of(s->order)};
	struct rep_done r;

	if (!kept_save(&l->service, &l->frame, &what, name, role, &r, e))
		return false;
	s->view = arena_str(&s->life, name);
	lines_told(l, "%.*s", STR_ARG(r.text));
	return true;
}

bool lines_view_save(struct lines *l, struct str arg, struct err *e)
{
	return save(l, arg, (struct str){0}, e);
}

bool lines_view_share(struct lines *l, struct str arg, struct err *e)
{
	if (l->list.view.n)
		return save(l, l->list.view, arg, e);
	return err_set(
	    e, ERR_USAGE, "it has no name yet: view save NAME keeps this list, then share it");
}

bool lines_view_rename(struct lines *l, struct str arg, struct err *e)
{
	struct rep_done r;

	if (l->list.view.n == 0)
		return err_set(e, ERR_USAGE,
		    "no saved view is shown: view NAME shows one, then rename it");
	if (!kept_rename(&l->service, &l->frame, l->list.view, arg, &r, e))
		return false;
	l->list.view = arena_str(&l->list.life, arg);
	lines_told(l, "%.*s", STR_ARG(r.text));
	return true;
}

bool lines_view_drop(struct lines *l, struct str arg, struct err *e)
{
	struct str name = arg.n ? arg : l->list.view;
	struct rep_done r;

	if (name.n == 0)
		return err_set(
		    e, ERR_USAGE, "no saved view is shown; say which: view drop NAME");
	if (!kept_drop(&l->service, &l->frame, name, &r, e))
		return false;
	lines_told(l, "%.*s", STR_ARG(r.text));
	return true;
}
