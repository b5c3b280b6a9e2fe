/* SPDX-License-Identifier: MIT */
/* Quality passes as they stand, what was frozen, and which records are in one already. */
#include <stdlib.h>

#include "lookback/store/quality.h"
#include "store/items.h"

/* ---- rows ---- */

static const char columns[] =
    "SELECT p.plan, p.rule, p.kind, p.label, p.expr, p.always, p.found, p.strata, p.seed, "
    "p.reason, p.by, p.of, p.frame, p.head, p.text, p.follow, p.size, p.percent, p.least, "
    "p.first, p.days, p.share, p.confidence, p.allow, p.aql, p.whole, p.seq, p.at, p.drawn, "
    "p.head_seq, p.total, p.sample, p.closed, p.passed, (SELECT count(*) FROM item i WHERE "
    "i.plan = p.plan AND i.closed IS NOT NULL), (SELECT count(*) FROM item i WHERE i.plan = "
    "p.plan AND i.result = " ITEM_COUNTS ") FROM plan p";

struct strs list_in(struct arena *a, struct str text)
{
	struct strs out = {0};
	struct json *list = NULL;
	struct err none = {0};

	if (!json_parse(a, text, &list, &none))
		return out;
	for (size_t i = 0; i < list->n; i++)
		*arena_push(a, &out) = list->v[i]->s;
	return out;
}

static void read_texts(sqlite3_stmt *s, struct arena *a, struct plan_row *out)
{
	struct str *const texts[] = {&out->plan, &out->rule, &out->kind, &out->label,
	    &out->expr, &out->always, &out->found, NULL, &out->seed, &out->reason, &out->by,
	    &out->of, &out->frame, &out->head, &out->text, &out->follow};

	for (int i = 0; i < (int)(sizeof(texts) / sizeof(*texts)); i++)
		if (texts[i])
			*texts[i] = col_text(s, i, a);
	out->strata = list_in(a, col_text(s, 7, a));
}

static void read_numbers(sqlite3_stmt *s, struct plan_row *out)
{
	int64_t whole = 0, passed = 0;
	int64_t *const numbers[] = {&out->size, &out->percent, &out->least, &out->first,
	    &out->days, &out->share, &out->confidence, &out->allow, &out->aql, &whole,
	    &out->seq, &out->at, &out->drawn, &out->head_seq, &out->total, &out->sample,
	    &out->closed, &passed, &out->read, &out->nfound};

	for (int i = 0; i < (int)(sizeof(numbers) / sizeof(*numbers)); i++)
		*numbers[i] = sqlite3_column_int64(s, 16 + i);
	out->whole = whole != 0;
	out->passed = passed != 0;
}

static bool read_plans(struct query *q, struct plan_rows *out, struct err *e)
{
	sqlite3_stmt *s = query_open(q, e);
	enum got got = GOT_ERROR;

	*out = (struct plan_rows){0};
	while (s && (got = stmt_next(q->st, s, e)) == GOT_ROW) {
		struct plan_row *row = arena_push(q->arena, out);
		*row = (struct plan_row){0};
		read_texts(s, q->arena, row);
		read_numbers(s, row);
	}
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

bool plan_get(
    struct store *st, struct arena *a, struct str plan, struct plan_row *out, struct err *e)
{
	struct query q = query_new(st, a);
	struct plan_rows rows;

	query_sql(&q, columns);
	query_sql(&q, " WHERE p.plan = ");
	query_text(&q, plan);
	if (!read_plans(&q, &rows, e))
		return false;
	if (rows.n == 0)
		return err_set(
		    e, ERR_NOT_FOUND, "there is no quality pass %.*s", STR_ARG(plan));
	*out = rows.v[0];
	return true;
}

bool plan_all(
    struct store *st, struct arena *a, bool open, struct plan_rows *out, struct err *e)
{
	struct query q = query_new(st, a);

	query_sql(&q, columns);
	query_sql(&q, open ? " WHERE p.closed IS NULL" : "");
	query_sql(&q, " ORDER BY p.seq DESC");
	return read_plans(&q, out, e);
}

bool plan_new_id(struct store *st, struct arena *a, struct str *out, struct err *e)
{
	struct query q = query_new(st, a);
	int64_t n = 0;

	query_sql(&q, "SELECT count(*) + 1 FROM plan");
	if (!query_number(&q, &n, e))
		return false;
	*out = arena_printf(a, "q%lld", (long long)n);
	return true;
}

/* ---- what was frozen ---- */

static struct strs texts_in(struct arena *a, const struct json *list)
{
	struct strs out = {0};

	for (size_t i = 0; list && i < list->n; i++)
		*arena_push(a, &out) = list->v[i]->s;
	return out;
}

bool plan_frozen(
    struct store *st, struct arena *a, struct str plan, struct frozen *out, struct err *e)
{
	struct event_filter f = {.type = str_of(event_name(EVENT_SAMPLE_DRAWN)), .limit = 1};
	struct event_rows rows = {0};
	struct plan_row row = {0};
	struct json *body = NULL;

	if (!plan_get(st, a, plan, &row, e))
		return false;
	f.after = row.drawn - 1;
	if (row.drawn == 0 || !store_events(st, a, &f, &rows, e))
		return row.drawn
			   ? false
			   : err_set(e, ERR_NOT_FOUND, "%.*s is not drawn", STR_ARG(plan));
	if (rows.n == 0 || rows.v[0].seq != row.drawn || !rows.v[0].body.p)
		return err_set(
		    e, ERR_CORRUPT, "the draw of %.*s cannot be read", STR_ARG(plan));
	if (!json_parse(a, rows.v[0].body, &body, e))
		return err_add(e, "the draw of %.*s", STR_ARG(plan));
	*out = (struct frozen){.refs = texts_in(a, json_get(body, "refs")),
	    .sample = texts_in(a, json_get(body, "sample")),
	    .strata = json_get(body, "strata")};
	return true;
}

/* ---- which records are in one already ---- */

static int by_bytes(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static struct strs sorted(struct arena *a, struct strs refs)
{
	struct strs out = {.v = arena_new(a, struct str, refs.n + 1), .n = refs.n};

	for (size_t i = 0; i < refs.n; i++)
		out.v[i] = refs.v[i];
	if (out.n)
		qsort(out.v, out.n, sizeof(*out.v), by_bytes);
	return out;
}

static bool shares(struct store *st, struct arena *a, struct str plan, struct strs refs,
    bool *yes, struct err *e)
{
	struct frozen frozen = {0};

	*yes = false;
	if (!plan_frozen(st, a, plan, &frozen, e))
		return false;
	for (size_t i = 0; i < frozen.refs.n && !*yes; i++)
		*yes = bsearch(&frozen.refs.v[i], refs.v, refs.n, sizeof(*refs.v), by_bytes) !=
		       NULL;
	return true;
}

bool frame_taken(struct store *st, struct arena *a, struct strs refs, struct str *failed,
    struct str *open, struct err *e)
{
	struct strs all = sorted(a, refs);
	struct plan_rows rows = {0};

	if (!plan_all(st, a, false, &rows, e))
		return false;
	for (size_t i = 0; i < rows.n; i++) {
		const struct plan_row *w = &rows.v[i];
		struct str *which = w->closed ? failed : open;
		bool yes;
		if (w->drawn == 0 || (w->closed && w->passed) || which->n)
			continue;
		if (!shares(st, a, w->plan, all, &yes, e))
			return false;
		if (yes)
			*which = w->plan;
	}
	return true;
}
