/* SPDX-License-Identifier: MIT */
/* Quality passes as they stand: the list, one with its strata and items, its frozen frame. */
#include "review/plan.h"

#include <stdlib.h>

#include "lookback/base/io.h"
#include "review/body.h"
#include "review/view.h"
#include "review/words.h"
#include "review/refusals.h"

enum { ITEMS_USUAL = 40, ITEMS_MOST = 100 };

/* ---- the list ---- */

static void put_rules(struct desk *d, struct rep_plans *r)
{
	const struct quality *q = d->rv->pack->quality;

	for (size_t i = 0; i < q->plans.n; i++) {
		const struct plan_rule *w = &q->plans.v[i];
		struct buf b = buf_in(d->arena);
		if (w->of)
			expr_explain(&b, w->of);
		*arena_push(d->arena, &r->rules) = (struct part_rule){.rule = w->id,
		    .label = w->label,
		    .kind = str_of(plan_kind_name(w->kind)),
		    .explain = buf_str(&b)};
	}
}

bool review_plans(struct desk *d, const struct req_plans *q, struct rep_plans *r, struct err *e)
{
	struct plan_rows rows = {0};
	struct me m;

	*r = (struct rep_plans){0};
	if (!quality_me(d, &m, e) || !desk_reread(d, e) ||
	    !plan_all(d->rv->store, d->arena, q->open, &rows, e))
		return false;
	for (size_t i = 0; i < rows.n; i++) {
		const struct plan_row *w = &rows.v[i];
		*arena_push(d->arena, &r->rows) = (struct part_plan){.plan = w->plan,
		    .label = w->label,
		    .kind = w->kind,
		    .status = str_of(plan_status(w)),
		    .at = say_instant(d->arena, w->at),
		    .by = w->by,
		    .total = w->total,
		    .sample = w->sample,
		    .read = w->read,
		    .found = w->nfound,
		    .text = w->text};
	}
	put_rules(d, r);
	return true;
}

/* ---- one of them ---- */

static struct strs labels_of(struct desk *d, const struct plan *p, struct strs questions)
{
	struct strs out = {0};

	for (size_t i = 0; i < questions.n; i++) {
		const struct question *q = NULL;
		for (size_t k = 0; k < p->type->forms.n && !q; k++)
			q = form_question(&p->type->forms.v[k], questions.v[i]);
		*arena_push(d->arena, &out) = q ? q->label : questions.v[i];
	}
	return out;
}

static void put_item(struct desk *d, const struct me *m, const struct plan *p,
    const struct item_row *w, struct rep_plan *r)
{
	struct record rec = {0};
	struct err none = {0};
	struct str title = {0};

	if (record_get(d->rv->store, d->arena, &m->viewer, w->ref, &rec, &none))
		title = view_title(d, pack_type(d->rv->pack, rec.type), rec.fields);
	*arena_push(d->arena, &r->items) = (struct part_item){.place = w->place,
	    .ref = w->ref,
	    .title = title,
	    .stratum = w->stratum,
	    .status = w->status,
	    .first = w->first,
	    .second = w->second,
	    .third = w->third,
	    .differ = labels_of(d, p, w->differ),
	    .at = say_instant(d->arena, w->at)};
}

/* Rows name people, so they are logged like any list. */
static bool log_items(
    struct desk *d, const struct plan *p, const struct rep_plan *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct strs refs = {0};

	for (size_t i = 0; i < r->items.n; i++)
		*arena_push(d->arena, &refs) = r->items.v[i].ref;
	if (refs.n == 0)
		return true;
	body_text(
	    d->arena, body, "expr", arena_printf(d->arena, "drawn:%.*s", STR_ARG(p->row.plan)));
	body_text(d->arena, body, "order", STR("draw"));
	body_list(d->arena, body, "refs", refs);
	return desk_append(d, EVENT_LIST_READ, STR(""), body, NULL, e);
}

static bool put_items(struct desk *d, const struct me *m, const struct plan *p,
    const struct req_plan_show *q, struct rep_plan *r, struct err *e)
{
	int limit = q->limit ? (int)q->limit : ITEMS_USUAL;
	struct item_rows rows = {0};
	size_t bytes = 0;

	if (q->limit < 0 || q->limit > ITEMS_MOST)
		return err_set(e, ERR_USAGE, "limit is 1 to %d items", ITEMS_MOST);
	if (!item_list(d->rv->store, d->arena, &m->viewer, p->row.plan, q->status, q->after,
		limit, &rows, e))
		return false;
	for (size_t i = 0; i < r->strata.n; i++)
		bytes += 160 + r->strata.v[i].name.n + r->strata.v[i].text.n;
	for (size_t i = 0; i < rows.n && bytes < VIEW_ROOM; i++) {
		put_item(d, m, p, &rows.v[i], r);
		bytes +=
		    300 + rows.v[i].stratum.n + r->items.v[i].title.n + 80 * rows.v[i].differ.n;
	}
	if (r->items.n && (r->items.n < rows.n || rows.n == (size_t)limit))
		r->next = rows.v[r->items.n - 1].place;
	return log_items(d, p, r, e);
}

bool review_plan_show(
    struct desk *d, const struct req_plan_show *q, struct rep_plan *r, struct err *e)
{
	struct plan p = {0};
	struct me m;

	*r = (struct rep_plan){0};
	return quality_me(d, &m, e) && desk_writable(d, e) && desk_reread(d, e) &&
	       plan_fixed(d, q->plan, &p, e) && plan_tell(d, p.row.plan, r, e) &&
	       put_items(d, &m, &p, q, r, e);
}

/* ---- its frame ---- */

static int by_bytes(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

/* A reference tells that there is such a record: whoever is barred from one of them does not
 * get the list, and a part of it would not be the frame. */
static bool sees_all(struct desk *d, const struct me *m, struct strs refs, struct err *e)
{
	static const struct viewer engine = {.engine = true};
	int64_t seen = 0, all = 0;
	struct record rec;
	struct err hidden = {0};
	bool every = true;

	if (!record_count(d->rv->store, d->arena, &m->viewer, NULL, d->now, &seen, e) ||
	    !record_count(d->rv->store, d->arena, &engine, NULL, d->now, &all, e))
		return false;
	for (size_t i = 0; i < refs.n && seen != all && every; i++)
		every =
		    record_get(d->rv->store, d->arena, &m->viewer, refs.v[i], &rec, &hidden);
	return every || err_set(e, ERR_REFUSED, REFUSED_FRAME_HIDDEN);
}

static bool send_lines(struct desk *d, struct strs refs, struct rep_sentence *r, struct err *e)
{
	struct buf b = buf_in(d->arena);

	if (refs.n)
		qsort(refs.v, refs.n, sizeof(*refs.v), by_bytes);
	for (size_t i = 0; i < refs.n; i++)
		buf_printf(&b, "%.*s\n", STR_ARG(refs.v[i]));
	if (d->fd < 0 && b.n > VIEW_ROOM / 2)
		return err_set(e, ERR_USAGE,
		    "the frame has %zu references, more than a message holds: send an open "
		    "file along to have them written into it",
		    refs.n);
	if (d->fd < 0) {
		r->text = buf_str(&b);
		return true;
	}
	r->text = arena_printf(d->arena, "%zu references were written", refs.n);
	return io_all(d->fd, b.p, b.n) ||
	       err_set(e, ERR_IO, "the frame cannot be written into the file");
}

bool review_plan_frame(
    struct desk *d, const struct req_plan_frame *q, struct rep_sentence *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct plan_row row = {0};
	struct frozen frozen = {0};
	struct strs none = {0};
	struct me m;

	*r = (struct rep_sentence){0};
	if (!quality_me(d, &m, e) || !desk_writable(d, e) || !desk_reread(d, e) ||
	    !plan_get(d->rv->store, d->arena, str_trim(q->plan), &row, e))
		return false;
	if (row.drawn == 0)
		return err_set(e, ERR_REFUSED, REFUSED_FRAME_NONE, STR_ARG(row.plan));
	if (!plan_frozen(d->rv->store, d->arena, row.plan, &frozen, e) ||
	    !sees_all(d, &m, frozen.refs, e))
		return false;
	body_text(
	    d->arena, body, "expr", arena_printf(d->arena, "frame of %.*s", STR_ARG(row.plan)));
	body_text(d->arena, body, "order", STR("ref"));
	body_list(d->arena, body, "refs", none);
	return desk_append(d, EVENT_LIST_READ, STR(""), body, NULL, e) &&
	       send_lines(d, frozen.refs, r, e);
}
