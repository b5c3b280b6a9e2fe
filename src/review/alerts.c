/* SPDX-License-Identifier: MIT */
/* Alerts that wait for somebody of one's roles, and those of a record. */
#include "review/body.h"
#include "review/rights.h"
#include "review/view.h"

enum { ALERTS_USUAL = 40, ALERTS_MOST = 100 };

static bool read_query(
    const struct me *m, const struct req_alerts *q, struct alert_query *out, struct err *e)
{
	if (q->limit < 0 || q->limit > ALERTS_MOST)
		return err_set(e, ERR_USAGE, "limit is 1 to %d alerts", ALERTS_MOST);
	if (q->after < 0)
		return err_set(e, ERR_USAGE, "after is the number of an alert");
	*out = (struct alert_query){.roles = q->all ? NULL : &m->account.roles,
	    .record = q->ref,
	    .open = !q->all,
	    .after = q->after,
	    .limit = q->limit ? (int)q->limit : ALERTS_USUAL};
	return true;
}

static struct str title_of(struct desk *d, const struct me *m, struct str ref)
{
	struct record rec;
	struct err none = {0};

	if (!record_get(d->rv->store, d->arena, &m->viewer, ref, &rec, &none))
		return STR("");
	return view_title(d, pack_type(d->rv->pack, rec.type), rec.fields);
}

/* As many as fit a message; next is where to go on. */
static void put_rows(struct desk *d, const struct me *m, const struct alert_rows *rows,
    int limit, struct rep_alerts *r)
{
	size_t bytes = 0;

	for (size_t i = 0; i < rows->n; i++) {
		struct part_alert row;
		view_alert(d, m, &rows->v[i], &row);
		row.title = title_of(d, m, row.record);
		bytes += 500 + row.text.n + row.title.n + row.acked_text.n;
		if (i > 0 && bytes > VIEW_ROOM) {
			r->next = rows->v[i - 1].seq;
			return;
		}
		*arena_push(d->arena, &r->rows) = row;
	}
	if (rows->n && rows->n == (size_t)limit)
		r->next = rows->v[rows->n - 1].seq;
}

/* Rows show names, so they are logged like any list. */
static bool log_rows(struct desk *d, const struct rep_alerts *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct strs refs = {0};

	if (r->rows.n == 0)
		return true;
	for (size_t i = 0; i < r->rows.n; i++)
		*arena_push(d->arena, &refs) = r->rows.v[i].record;
	body_text(d->arena, body, "expr", STR("alerts"));
	body_text(d->arena, body, "order", STR("raised"));
	body_list(d->arena, body, "refs", refs);
	return desk_append(d, EVENT_LIST_READ, STR(""), body, NULL, e);
}

bool review_alerts(
    struct desk *d, const struct req_alerts *q, struct rep_alerts *r, struct err *e)
{
	struct alert_rows rows = {0};
	struct alert_query query = {0};
	struct record rec;
	struct me m;

	*r = (struct rep_alerts){0};
	if (!desk_need(d, RIGHT_CASES, &m, e) || !desk_writable(d, e) || !desk_reread(d, e) ||
	    !read_query(&m, q, &query, e))
		return false;
	if (q->ref.n && !record_get(d->rv->store, d->arena, &m.viewer, q->ref, &rec, e))
		return false;
	if (!alert_list(d->rv->store, d->arena, &m.viewer, &query, &rows, e))
		return false;
	put_rows(d, &m, &rows, query.limit, r);
	return log_rows(d, r, e);
}
