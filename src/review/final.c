/* SPDX-License-Identifier: MIT */
/*
 * One's own answers beside what came to count. Only of what is over: while a record is blind
 * nobody learns here that there was a second reader. Known-answer cases are never among them.
 */
#include <stdlib.h>

#include "review/body.h"
#include "review/quality.h"
#include "review/rights.h"
#include "review/view.h"
#include "review/words.h"

enum { FINALS_USUAL = 40, FINALS_MAX = 100, SHOWN_MAX = 300 };

static int latest_first(const void *x, const void *y)
{
	const struct pair_row *a = x, *b = y;

	if (a->seq != b->seq)
		return a->seq < b->seq ? 1 : -1;
	return str_cmp(a->question, b->question);
}

static const struct question *question_of(const struct record_type *t, struct str name)
{
	const struct question *q = NULL;

	for (size_t i = 0; t && !q && i < t->forms.n; i++)
		q = form_question(&t->forms.v[i], name);
	return q;
}

static struct str answer_words(struct arena *a, const struct question *q, struct str value)
{
	if (value.n && q)
		value = say_value(a, q->spec.type, &q->spec.choices, value_str(value));
	return say_cut(a, value, SHOWN_MAX);
}

static void put_row(struct desk *d, const struct me *m, const struct record *rec,
    const struct pair_row *p, struct rep_finals *r)
{
	const struct record_type *t = pack_type(d->rv->pack, rec->type);
	const struct question *q = question_of(t, p->question);
	bool first = str_eq(p->first_by, m->person.name);

	*arena_push(d->arena, &r->rows) = (struct part_final){.seq = p->seq,
	    .ref = p->ref,
	    .title = t ? view_title(d, t, rec->fields) : STR(""),
	    .at = say_instant(d->arena, p->at),
	    .question = p->question,
	    .label = q ? q->label : p->question,
	    .mine = answer_words(d->arena, q, first ? p->first : p->second),
	    .final = answer_words(d->arena, q, p->final),
	    .reason = p->third_by.n ? say_cut(d->arena, p->reason, SHOWN_MAX) : STR("")};
}

/* Whole contests, so that the next page begins with one. */
static bool put_rows(struct desk *d, const struct me *m, struct pair_rows *pairs,
    const struct req_final *q, struct rep_finals *r, struct err *e)
{
	size_t limit = q->limit ? (size_t)q->limit : FINALS_USUAL;
	struct record rec = {0};

	if (pairs->n)
		qsort(pairs->v, pairs->n, sizeof(*pairs->v), latest_first);
	for (size_t i = 0; i < pairs->n; i++) {
		const struct pair_row *p = &pairs->v[i];
		bool begins = r->rows.n == 0 || r->rows.v[r->rows.n - 1].seq != p->seq;
		if (p->open || (q->after && p->seq >= q->after) ||
		    (q->ref.n && !str_eq(q->ref, p->ref)))
			continue;
		if (begins && r->rows.n >= limit) {
			r->next = r->rows.v[r->rows.n - 1].seq;
			break;
		}
		if (begins && !record_get(d->rv->store, d->arena, &m->viewer, p->ref, &rec, e))
			return false;
		if (!rec.blind)
			put_row(d, m, &rec, p, r);
	}
	return true;
}

static bool log_rows(struct desk *d, const struct rep_finals *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct strs refs = {0};

	if (r->rows.n == 0)
		return true;
	for (size_t i = 0; i < r->rows.n; i++)
		if (!str_has(refs, r->rows.v[i].ref))
			*arena_push(d->arena, &refs) = r->rows.v[i].ref;
	body_text(d->arena, body, "expr", STR(""));
	body_text(d->arena, body, "order", STR("final"));
	body_list(d->arena, body, "refs", refs);
	return desk_append(d, EVENT_LIST_READ, STR(""), body, NULL, e);
}

bool review_final(
    struct desk *d, const struct req_final *q, struct rep_finals *r, struct err *e)
{
	struct pair_query f = {.now = d->now};
	struct pair_rows pairs;
	struct me m;

	*r = (struct rep_finals){0};
	if (q->limit < 0 || q->limit > FINALS_MAX)
		return err_set(e, ERR_USAGE, "limit is 1 to %d rows", FINALS_MAX);
	if (!desk_need(d, RIGHT_CASES, &m, e) || !desk_writable(d, e) || !desk_reread(d, e))
		return false;
	f.user = m.person.name;
	return pair_list(d->rv->store, d->arena, &m.viewer, &f, &pairs, e) &&
	       put_rows(d, &m, &pairs, q, r, e) && log_rows(d, r, e);
}
