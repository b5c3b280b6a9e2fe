/* SPDX-License-Identifier: MIT */
/* Links of a record, or those that wait for a second person's word. */
#include "review/body.h"
#include "review/rights.h"
#include "review/view.h"

enum { LINKS_MOST = 60 }; /* more do not fit a message */

static bool log_rows(struct desk *d, struct str ref, const struct rep_links *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct strs refs = {0};

	for (size_t i = 0; i < r->rows.n; i++) {
		if (!str_has(refs, r->rows.v[i].from))
			*arena_push(d->arena, &refs) = r->rows.v[i].from;
		if (!str_has(refs, r->rows.v[i].to))
			*arena_push(d->arena, &refs) = r->rows.v[i].to;
	}
	body_text(d->arena, body, "expr",
	    ref.n ? arena_printf(d->arena, "links of %.*s", STR_ARG(ref))
		  : STR("links that wait for a judgement"));
	body_text(d->arena, body, "order", STR("proposed"));
	body_list(d->arena, body, "refs", refs);
	return desk_append(d, EVENT_LIST_READ, STR(""), body, NULL, e);
}

bool review_links(struct desk *d, const struct req_links *q, struct rep_links *r, struct err *e)
{
	struct link_rows rows = {0};
	struct record rec;
	struct me m;

	*r = (struct rep_links){0};
	if (!desk_need(d, RIGHT_CASES, &m, e) || !desk_writable(d, e) || !desk_reread(d, e))
		return false;
	if (q->ref.n && !record_get(d->rv->store, d->arena, &m.viewer, q->ref, &rec, e))
		return false;
	if (!link_list(d->rv->store, d->arena, &m.viewer, q->ref, LINKS_MOST, &rows, e))
		return false;
	for (size_t i = 0; i < rows.n; i++)
		view_link(d, &rows.v[i], arena_push(d->arena, &r->rows));
	return rows.n == 0 || log_rows(d, q->ref, r, e);
}
