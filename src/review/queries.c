/* SPDX-License-Identifier: MIT */
/* Questions on work that wait, oldest first. */
#include "review/body.h"
#include "review/quality.h"
#include "review/rights.h"
#include "review/view.h"
#include "review/words.h"
#include "review/refusals.h"

enum { QUERIES_USUAL = 40, QUERIES_MOST = 100, HOUR = 3600000, DAY = 24 * HOUR };

/* Everybody has their own; those of others are for who leads the work. */
static bool whose(struct desk *d, const struct me *m, const struct req_queries *q,
    struct query_filter *f, struct err *e)
{
	struct record rec;

	if (q->limit < 0 || q->limit > QUERIES_MOST)
		return err_set(e, ERR_USAGE, "limit is 1 to %d questions", QUERIES_MOST);
	*f = (struct query_filter){.all = q->all,
	    .to = q->mine ? m->person.name : STR(""),
	    .record = q->ref,
	    .after = q->after,
	    .limit = q->limit ? (int)q->limit : QUERIES_USUAL};
	if (!q->mine && !quality_not_blind(d, m, e))
		return false;
	if (!q->mine && !(m->rights & RIGHT_ASSIGN) &&
	    !quality_by(d->rv->pack, m->account.roles))
		return err_set(e, ERR_REFUSED, REFUSED_QUERIES_OTHER);
	return q->ref.n == 0 || record_get(d->rv->store, d->arena, &m->viewer, q->ref, &rec, e);
}

static struct str age_words(struct arena *a, int64_t at, int64_t now)
{
	int64_t ms = now > at ? now - at : 0, n = ms < 2 * (int64_t)DAY ? ms / HOUR : ms / DAY;

	if (ms < HOUR)
		return STR("less than an hour");
	return arena_printf(
	    a, "%lld %s%s", (long long)n, ms < 2 * (int64_t)DAY ? "hour" : "day", plural(n));
}

static const char *status_of(const struct query_row *w)
{
	if (w->closed)
		return "closed";
	return w->answered == NO_TIME ? "open" : "answered";
}

static void put_names(struct desk *d, const struct me *m, struct part_query *out)
{
	const struct record_type *t;
	struct err none = {0};
	struct record rec;

	if (!record_get(d->rv->store, d->arena, &m->viewer, out->record, &rec, &none))
		return;
	t = pack_type(d->rv->pack, rec.type);
	out->title = view_title(d, t, rec.fields);
	for (size_t i = 0; t && i < t->forms.n; i++) {
		const struct question *q = form_question(&t->forms.v[i], out->question);
		if (q)
			out->label = q->label;
	}
}

static void put_row(
    struct desk *d, const struct me *m, const struct query_row *w, struct part_query *out)
{
	*out = (struct part_query){.query = w->seq,
	    .record = w->record,
	    .question = w->question,
	    .label = w->question,
	    .text = w->text,
	    .by = w->by,
	    .to = w->to,
	    .at = say_instant(d->arena, w->at),
	    .age_text = age_words(d->arena, w->at, d->now),
	    .status = str_of(status_of(w)),
	    .answer = w->answer,
	    .answered = say_instant(d->arena, w->answered),
	    .outcome = w->outcome,
	    .mine = !w->closed && w->answered == NO_TIME && str_eq(w->to, m->person.name)};
	put_names(d, m, out);
}

static bool log_rows(struct desk *d, const struct rep_queries *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct strs refs = {0};

	if (r->rows.n == 0)
		return true;
	for (size_t i = 0; i < r->rows.n; i++)
		*arena_push(d->arena, &refs) = r->rows.v[i].record;
	body_text(d->arena, body, "expr", STR("queries"));
	body_text(d->arena, body, "order", STR("raised"));
	body_list(d->arena, body, "refs", refs);
	return desk_append(d, EVENT_LIST_READ, STR(""), body, NULL, e);
}

/* As many as fit a message; next is where to go on. */
bool review_queries(
    struct desk *d, const struct req_queries *q, struct rep_queries *r, struct err *e)
{
	struct query_rows rows = {0};
	struct query_filter f = {0};
	size_t bytes = 0, i = 0;
	struct me m;

	*r = (struct rep_queries){0};
	if (!desk_need(d, RIGHT_CASES, &m, e) || !desk_writable(d, e) || !desk_reread(d, e) ||
	    !whose(d, &m, q, &f, e) ||
	    !query_list(d->rv->store, d->arena, &m.viewer, &f, &rows, e))
		return false;
	for (; i < rows.n && (i == 0 || bytes < VIEW_ROOM); i++) {
		const struct query_row *w = &rows.v[i];
		put_row(d, &m, w, arena_push(d->arena, &r->rows));
		bytes += 700 + w->text.n + w->answer.n + w->outcome.n;
	}
	if (i && (i < rows.n || rows.n == (size_t)f.limit))
		r->next = rows.v[i - 1].seq;
	return log_rows(d, r, e);
}
