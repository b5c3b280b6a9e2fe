/* SPDX-License-Identifier: MIT */
/* Saved views are asked for each time: others save and drop them meanwhile. */
#include "tui/kept.h"

#include "lookback/base/arena.h"

static bool find(const struct service *s, struct arena *a, struct str name, bool saved,
    struct part_view *out, struct err *e)
{
	struct req_view_list q = {0};
	struct strs names = {0};
	struct rep_views r;
	struct str near;

	if (!call_view_list(s, a, &q, &r, e))
		return false;
	for (size_t i = 0; i < r.rows.n; i++) {
		if (saved && str_is(r.rows.v[i].whose, "review"))
			continue;
		*out = r.rows.v[i];
		if (str_eq(out->name, name))
			return true;
		*arena_push(a, &names) = out->name;
	}
	near = str_nearest(name, names.v, names.n);
	if (near.n)
		return err_set(e, ERR_USAGE, "no view '%.*s'; did you mean '%.*s'?",
		    STR_ARG(name), STR_ARG(near));
	return err_set(e, ERR_USAGE, "no view '%.*s'; v lists them", STR_ARG(name));
}

bool kept_find(const struct service *s, struct arena *a, struct str name, struct part_view *out,
    struct err *e)
{
	if (!find(s, a, name, false, out, e))
		return false;
	return out->fault.n == 0 ||
	       err_set(e, ERR_USAGE, "the view '%.*s' cannot be used: %.*s", STR_ARG(name),
		   STR_ARG(out->fault));
}

bool kept_save(const struct service *s, struct arena *a, const struct kept_list *what,
    struct str name, struct str role, struct rep_done *r, struct err *e)
{
	struct req_view_save q = {.name = name,
	    .expr = what->words.n ? what->words : what->expr,
	    .search = what->words.n > 0,
	    .order = what->order,
	    .role = role};

	return call_view_save(s, a, &q, r, e);
}

bool kept_rename(const struct service *s, struct arena *a, struct str name, struct str to,
    struct rep_done *r, struct err *e)
{
	struct req_view_save q = {.name = to, .was = name};
	struct part_view v;

	if (!find(s, a, name, true, &v, e))
		return false;
	q.role = v.role;
	return call_view_save(s, a, &q, r, e);
}

bool kept_drop(const struct service *s, struct arena *a, struct str name, struct rep_done *r,
    struct err *e)
{
	struct req_view_drop q = {.name = name};
	struct part_view v;

	if (!find(s, a, name, true, &v, e))
		return false;
	q.role = v.role;
	return call_view_drop(s, a, &q, r, e);
}

struct str kept_whose(const struct part_view *v)
{
	if (str_is(v->whose, "mine"))
		return v->whose;
	if (str_is(v->whose, "role"))
		return v->role_label.n ? v->role_label : v->role;
	return STR("the review");
}
