/* SPDX-License-Identifier: MIT */
/* Overrides asked and given: their own list, so that none is lost among the records. */
#include "review/body.h"
#include "review/casefile.h"
#include "review/rights.h"

enum { OVERRIDES_USUAL = 40, OVERRIDES_MAX = 100 };

static bool put_row(struct desk *d, const struct me *m, const struct override_row *o,
    struct rep_overrides *r, struct err *e)
{
	const struct transition *t;
	const struct pack *p;
	const struct record_type *type;
	struct record rec = {0};

	if (!record_get(d->rv->store, d->arena, &m->viewer, o->record, &rec, e))
		return false;
	if (m->viewer.blind && rec.blind && !str_eq(o->first, m->person.name))
		return true; /* it would tell that somebody worked on it */
	p = review_pack_of(d->rv, rec.pack);
	type = p ? pack_type(p, rec.type) : NULL;
	t = type ? type_transition(type, o->transition) : NULL;
	*arena_push(d->arena, &r->rows) = (struct part_override){.override = o->seq,
	    .record = o->record,
	    .step = o->transition,
	    .label = t ? t->label : o->transition,
	    .closed = o->closed,
	    .reason = o->reason,
	    .first = o->first,
	    .second = o->second,
	    .second_reason = o->second_reason,
	    .verdict = o->verdict};
	if (o->at != NO_TIME) {
		char text[TIME_LEN + 1];
		time_text(o->at, text);
		r->rows.v[r->rows.n - 1].at = arena_cstr(d->arena, text);
	}
	return true;
}

/* Reasons are long; what does not fit a message comes with the next page. */
static size_t row_bytes(const struct override_row *o)
{
	size_t n = 300 + o->reason.n + o->second_reason.n;

	for (size_t i = 0; i < o->closed.n; i++)
		n += o->closed.v[i].n + 3;
	return n;
}

static bool log_list(struct desk *d, const struct rep_overrides *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct strs refs = {0};

	if (r->rows.n == 0)
		return true;
	for (size_t i = 0; i < r->rows.n; i++)
		if (!str_has(refs, r->rows.v[i].record))
			*arena_push(d->arena, &refs) = r->rows.v[i].record;
	body_text(d->arena, body, "expr", STR("overrides"));
	body_text(d->arena, body, "order", STR("opened"));
	body_list(d->arena, body, "refs", refs);
	return desk_append(d, EVENT_LIST_READ, STR(""), body, NULL, e);
}

bool review_overrides(
    struct desk *d, const struct req_overrides *q, struct rep_overrides *r, struct err *e)
{
	int limit = q->limit ? (int)q->limit : OVERRIDES_USUAL;
	struct override_rows rows = {0};
	size_t bytes = 0;
	struct me m;

	*r = (struct rep_overrides){0};
	if (!desk_need(d, RIGHT_CASES, &m, e) || !desk_writable(d, e) || !desk_reread(d, e))
		return false;
	if (q->limit < 0 || q->limit > OVERRIDES_MAX)
		return err_set(e, ERR_USAGE, "a page has 1 to %d rows", OVERRIDES_MAX);
	if (!override_list(
		d->rv->store, d->arena, &m.viewer, q->waiting, q->after, limit, &rows, e))
		return false;
	for (size_t i = 0; i < rows.n; i++) {
		bytes += row_bytes(&rows.v[i]);
		if (i > 0 && bytes > 40 << 10) {
			r->next = rows.v[i - 1].seq;
			return log_list(d, r, e);
		}
		if (!put_row(d, &m, &rows.v[i], r, e))
			return false;
	}
	if (rows.n == (size_t)limit)
		r->next = rows.v[rows.n - 1].seq;
	return log_list(d, r, e);
}
