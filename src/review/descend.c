/* SPDX-License-Identifier: MIT */
/* A record with all that hangs under it, and bars that hold for all of it. */
#include "review/descend.h"

#include "review/body.h"

enum { CHILDREN_MOST = 100000, DESCENDANTS_MOST = 100000 };

static bool add_children(
    struct desk *d, struct arena *a, struct str ref, struct records *out, struct err *e)
{
	struct viewer all = {.engine = true};
	struct records found = {0};

	if (!record_children(d->rv->store, a, &all, ref, CHILDREN_MOST, &found, e))
		return false;
	for (size_t i = 0; i < found.n; i++)
		*arena_push(a, out) = found.v[i];
	return true;
}

bool descendants(
    struct desk *d, struct arena *a, struct str ref, struct records *out, struct err *e)
{
	*out = (struct records){0};
	if (!add_children(d, a, ref, out, e))
		return false;
	for (size_t i = 0; i < out->n && out->n < DESCENDANTS_MOST; i++)
		if (!add_children(d, a, out->v[i].ref, out, e))
			return false;
	return true;
}

bool bars_of(struct desk *d, struct arena *a, struct str ref, struct strs *out, struct err *e)
{
	struct viewer all = {.engine = true};
	struct record rec;

	if (!record_whole(d->rv->store, a, &all, ref, &rec, e))
		return false;
	*out = rec.bars;
	return true;
}

static bool add_bars(
    struct desk *d, struct arena *a, const struct record *r, struct strs more, struct err *e)
{
	struct json *body = json_obj(a);
	struct strs bars = {0}, all = {0};

	if (!bars_of(d, a, r->ref, &bars, e))
		return false;
	for (size_t i = 0; i < bars.n; i++)
		*arena_push(a, &all) = bars.v[i];
	for (size_t i = 0; i < more.n; i++)
		if (!str_has(all, more.v[i]))
			*arena_push(a, &all) = more.v[i];
	if (all.n == bars.n)
		return true;
	json_put(a, body, "fields", json_obj(a));
	json_put(a, body, "texts", json_obj(a));
	json_put(a, body, "was", json_obj(a));
	body_list(a, body, "bars", all);
	body_int(a, body, "rank", r->rank);
	return desk_append(d, EVENT_RECORD_CHANGED, r->ref, body, NULL, e);
}

bool bars_descend(
    struct desk *d, struct arena *a, struct str ref, struct strs bars, struct err *e)
{
	struct records under;

	if (bars.n == 0)
		return true;
	if (!descendants(d, a, ref, &under, e))
		return false;
	for (size_t i = 0; i < under.n; i++)
		if (!add_bars(d, a, &under.v[i], bars, e))
			return false;
	return true;
}
