/* SPDX-License-Identifier: MIT */
/*
 * Pages of records. Without a narrow condition a page is read along the index of its
 * order and costs the same among a million; with one it begins with the few records
 * that an index names (driver.c). A condition that is rarer than it seemed is known by the
 * steps it takes along the order; after so many, all that an index names are fetched however
 * many, and without an index all records are read as they lie, which is quicker than in the
 * order.
 */
#include "store/alive.h"
#include "store/fields.h"
#include "store/order.h"
#include "store/rows.h"
#include "store/search.h"
#include "store/where.h"

enum reading { ALONG, AS_THEY_LIE };

static void from(struct query *q, const struct driver *d, enum reading how)
{
	query_sql(q, " FROM ");
	if (d->part) {
		query_sql(q, "(");
		query_join(q, &d->ids);
		query_sql(q, ") d CROSS JOIN record r ON r.id = d.id");
	} else {
		query_sql(q, how == AS_THEY_LIE ? "record r NOT INDEXED" : "record r");
	}
}

static void select_rows(struct query *q, const struct driver *d, enum reading how,
    const struct expr *where, int64_t now)
{
	q->each = d->common && how != AS_THEY_LIE;
	query_sql(q, "SELECT ");
	record_columns(q);
	from(q, d, how);
	query_sql(q, " WHERE ");
	viewer_where(q, "r.id");
	query_sql(q, " AND ");
	where_add(q, where, d->exact ? d->part : NULL, now);
}

static void turn(struct records *r)
{
	for (size_t i = 0; i < r->n / 2; i++) {
		struct record x = r->v[i];
		r->v[i] = r->v[r->n - 1 - i];
		r->v[r->n - 1 - i] = x;
	}
}

struct bounds {
	bool backwards, bounded;
	struct place_in at;
};

static bool bounds_of(const struct page_query *q, struct bounds *out, struct err *e)
{
	*out = (struct bounds){0};
	if (q->order == ORDER_RECEIVED && q->received.n == 0)
		return err_set(e, ERR_USAGE, "the order received needs a field");
	if (q->last) {
		out->backwards = true;
		return true;
	}
	out->backwards = q->before.n > 0;
	out->bounded = q->before.n || q->after.n;
	return !out->bounded || cursor_read(q, q->before.n ? q->before : q->after, &out->at, e);
}

/* One row more than asked tells whether there is a further page on that side; on the
 * other side there is one when a cursor led here. */
static void finish(
    struct arena *a, const struct page_query *q, const struct bounds *b, struct page *out)
{
	bool more = out->rows.n > (size_t)q->limit;

	if (more)
		out->rows.n = (size_t)q->limit;
	if (b->backwards)
		turn(&out->rows);
	out->next = out->prev = (struct str){0};
	if (out->rows.n == 0)
		return;
	if (b->backwards ? b->bounded : more)
		out->next = cursor_of(a, q, &out->rows.v[out->rows.n - 1]);
	if (b->backwards ? more : b->bounded)
		out->prev = cursor_of(a, q, &out->rows.v[0]);
}

struct paging {            /* one page being read */
	struct query base; /* nothing yet but whose it is */
	const struct page_query *p;
	struct bounds bounds;
	struct driver driver;
	int64_t last; /* id of the last record */
};

static bool read_rows(
    const struct paging *g, enum reading how, struct records *out, struct err *e)
{
	struct query q = query_like(&g->base);

	select_rows(&q, &g->driver, how, g->p->where, g->p->now);
	if (g->bounds.bounded)
		order_bound(&q, g->p, &g->bounds.at, g->bounds.backwards);
	order_by(&q, g->p, g->bounds.backwards);
	query_sql(&q, " LIMIT ");
	query_int(&q, (int64_t)g->p->limit + 1);
	return records_read(&q, q.arena, out, e);
}

/* Rows in the order of opening lie as they are ordered. */
static bool may_be_sparse(const struct paging *g)
{
	const struct expr *x = g->p->where;

	return !g->driver.part && x && x->op != EX_ALL && g->p->order != ORDER_OPENED;
}

/* Steps of SQLite's machine after which it is asked whether to go on: some 25 records. */
enum { STEPS = 1000 };
/* A record along the order costs a dozen steps or more, and as much time as 25 that are read as
 * they lie: with one step for every fourth record there is, giving up has cost half of what
 * follows. Words that are gathered before the first row take a few steps for each record that
 * holds them. */
enum { EACH_STEP = 4, STEPS_GATHERED = 4 };

struct patience {
	struct store *st;
	int64_t left;
};

static int64_t patience_for(const struct paging *g)
{
	int64_t steps = g->last / EACH_STEP;

	if (g->driver.gathers)
		steps += g->last * STEPS_GATHERED;
	return 1 + steps / STEPS;
}

static int count_down(void *ctx)
{
	struct patience *p = ctx;

	alive_say(p->st);
	return --p->left <= 0;
}

static bool read_anyhow(const struct paging *g, struct records *out, struct err *e)
{
	struct paging all = *g;

	return driver_find(
		   &g->base, g->p->where, g->p->now, g->base.st->few, true, &all.driver, e) &&
	       read_rows(&all, AS_THEY_LIE, out, e);
}

static bool read_sparse(const struct paging *g, struct records *out, struct err *e)
{
	struct patience p = {g->base.st, patience_for(g)};
	bool ok;

	sqlite3_progress_handler(p.st->db, STEPS, count_down, &p);
	ok = read_rows(g, ALONG, out, e);
	alive_watch(p.st);
	return ok || (p.left <= 0 && read_anyhow(g, out, e));
}

bool record_page(struct store *st, struct arena *a, const struct viewer *v,
    const struct page_query *p, struct page *out, struct err *e)
{
	struct paging g = {.base = query_seen(st, a, v), .p = p};

	if (!search_flush(st, e) || !bounds_of(p, &g.bounds, e) ||
	    !stmt_number(st, e, 0, &g.last, SQL_record_last, "") ||
	    !driver_find(
		&g.base, p->where, p->now, driver_few(st, g.last), false, &g.driver, e))
		return false;
	if (may_be_sparse(&g) ? !read_sparse(&g, &out->rows, e)
			      : !read_rows(&g, ALONG, &out->rows, e))
		return false;
	finish(a, p, &g.bounds, out);
	return true;
}

/* ---- counting --------------------------------------------------------------- */

/* Counting looks at everything that matches, so any index is better than none. */
static bool count_matching(struct store *st, struct arena *a, const struct viewer *v,
    const struct expr *where, int64_t now, int64_t *out, struct err *e)
{
	struct query q = query_seen(st, a, v);
	struct driver d = {0};
	bool bare;

	if (!search_flush(st, e) || !driver_find(&q, where, now, st->few, true, &d, e))
		return false;
	bare = d.part == where && d.exact; /* the index alone answers */
	query_sql(&q, "SELECT count(*)");
	if (bare) {
		query_sql(&q, " FROM (");
		query_join(&q, &d.ids);
		query_sql(&q, ") d");
	} else {
		from(&q, &d, ALONG);
	}
	query_sql(&q, " WHERE ");
	viewer_where(&q, bare ? "d.id" : "r.id");
	query_sql(&q, " AND ");
	where_add(&q, where, d.exact ? d.part : NULL, now);
	return query_number(&q, out, e);
}

bool record_count(struct store *st, struct arena *a, const struct viewer *v,
    const struct expr *where, int64_t now, int64_t *out, struct err *e)
{
	if (!v->engine && !v->cases) {
		*out = 0;
		return true;
	}
	if (!where || where->op == EX_ALL)
		return count_all(st, a, v, out, e);
	return count_matching(st, a, v, where, now, out, e);
}

/* ---- the next case ------------------------------------------------------------ */

/* Best first within one queue; with few matches from them, else along the queue. */
static bool queue_rows(const struct query *base, const struct driver *d, struct str queue,
    const struct expr *where, int64_t now, int limit, struct records *out, struct err *e)
{
	struct query q = query_like(base);

	select_rows(&q, d, ALONG, where, now);
	query_sql(&q, " AND r.queue IS NOT NULL AND r.holder IS NULL AND r.wake IS NULL AND ");
	query_sql(&q, d->part ? "+r.queue = " : "r.queue = ");
	query_text(&q, queue);
	query_sql(&q, " ORDER BY r.place, r.id LIMIT ");
	query_int(&q, limit);
	return records_read(&q, q.arena, out, e);
}

static bool goes_before(const struct record *x, const struct record *y)
{
	return x->rank != y->rank ? x->rank > y->rank : x->id < y->id;
}

static void merge(struct arena *a, struct records *to, const struct records *more)
{
	struct records all = {0};
	size_t i = 0, j = 0;

	while (i < to->n || j < more->n) {
		bool first = j == more->n || (i < to->n && goes_before(&to->v[i], &more->v[j]));
		*arena_push(a, &all) = first ? to->v[i++] : more->v[j++];
	}
	*to = all;
}

bool record_candidates(struct store *st, struct arena *a, const struct viewer *v,
    const struct strs *queues, const struct expr *where, int64_t now, int skip, int limit,
    struct records *out, struct err *e)
{
	struct query base = query_seen(st, a, v);
	struct records all = {0}, one;
	struct driver d = {0};
	int64_t last;

	if (!search_flush(st, e) || !stmt_number(st, e, 0, &last, SQL_record_last, "") ||
	    !driver_find(&base, where, now, driver_few(st, last), false, &d, e))
		return false;
	for (size_t i = 0; i < queues->n; i++) {
		if (!queue_rows(&base, &d, queues->v[i], where, now, skip + limit, &one, e))
			return false;
		merge(a, &all, &one);
	}
	*out = (struct records){0};
	if (all.n > (size_t)skip) {
		out->v = all.v + skip;
		out->n =
		    all.n - (size_t)skip < (size_t)limit ? all.n - (size_t)skip : (size_t)limit;
		out->cap = out->n;
	}
	return true;
}
