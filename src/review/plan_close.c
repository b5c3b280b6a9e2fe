/* SPDX-License-Identifier: MIT */
/*
 * The end of a pass: what it found, the bound, the verdict, and what follows of a failure:
 * never a larger sample, but a pass that reads all the rest.
 */
#include "review/body.h"
#include "review/move.h"
#include "review/plan.h"
#include "review/reading.h"
#include "review/refusals.h"

#include <stdlib.h>

enum { PAGE = 100 };

static const struct viewer engine = {.engine = true};

/* What the pass comes to. */
struct end {
	struct frozen frozen;
	struct stratum_rows strata;
	int64_t read, found;
	int64_t judged, allow; /* found where a sample was taken; so many may be */
	bool verdict, passed;
	struct str text;
	struct str first; /* one that was found */
};

/* ---- lots ---- */

static int by_closing(const void *a, const void *b)
{
	const struct plan_row *x = a, *y = b;

	return x->closed < y->closed ? -1 : x->closed > y->closed;
}

/* A stopped line goes on when everything was read and nothing was found. */
static struct lots_state after_lot(struct lots_state s, const struct plan_row *lot)
{
	bool clean = lot->sample == lot->total && lot->nfound == 0;

	if (s.severity == LOTS_STOPPED)
		return clean ? lots_resume(s) : s;
	return lots_next(s, lot->passed);
}

bool plan_severity(
    struct desk *d, struct str rule, int64_t before, enum lots_severity *out, struct err *e)
{
	struct plan_rows rows = {0};
	struct lots_state s = {0};

	if (!plan_all(d->rv->store, d->arena, false, &rows, e))
		return false;
	if (rows.n)
		qsort(rows.v, rows.n, sizeof(*rows.v), by_closing);
	for (size_t i = 0; i < rows.n; i++)
		if (rows.v[i].closed && rows.v[i].closed < before &&
		    str_is(rows.v[i].kind, plan_kind_name(PLAN_LOT)) &&
		    str_eq(rows.v[i].rule, rule))
			s = after_lot(s, &rows.v[i]);
	*out = s.severity;
	return true;
}

/* ---- is everything read ---- */

static bool is_known(const struct plan *p)
{
	return p->kind == PLAN_KNOWN;
}

static bool may_end(const struct plan *p, struct err *e)
{
	const struct plan_row *r = &p->row;
	long long left = (long long)(r->sample - r->read);

	if (r->closed)
		return err_set(e, ERR_REFUSED, REFUSED_PLAN_ENDED, STR_ARG(r->plan));
	if (r->drawn == 0)
		return err_set(e, ERR_REFUSED, REFUSED_PLAN_NOT_DRAWN, STR_ARG(r->plan));
	if (left && !is_known(p))
		return err_set(e, ERR_REFUSED, REFUSED_PLAN_UNREAD, left, (long long)r->sample,
		    STR_ARG(r->plan));
	return true;
}

static bool end_known(struct desk *d, struct str ref, struct err *e)
{
	struct strs none = {0};
	struct casefile c;

	if (!casefile_engine(d, ref, &c, e))
		return false;
	if (c.all.holder.n)
		return err_more(
		    e, ERR_REFUSED, REFUSED_PLAN_BUSY, STR_ARG(ref), STR_ARG(c.all.holder));
	return reading_close(d, &c, READING_UPHELD, none, true, NULL, e) &&
	       autos_settle(d, &c, &none, e);
}

/* Known-answer cases wait for one reader after another; now they go back. */
static bool end_all_known(struct desk *d, const struct plan *p, struct err *e)
{
	struct item_rows rows = {0};
	int64_t after = 0;
	bool ok = true;

	do {
		rows = (struct item_rows){0};
		if (!item_list(d->rv->store, d->arena, &engine, p->row.plan, STR(""), after,
			PAGE, &rows, e))
			return false;
		for (size_t i = 0; i < rows.n; i++) {
			after = rows.v[i].place;
			ok = (rows.v[i].closed || end_known(d, rows.v[i].ref, e)) && ok;
		}
	} while (rows.n == PAGE);
	return ok;
}

/* ---- what it says ---- */

static const struct json *drawn_of(const struct end *x, struct str stratum)
{
	return json_get_str(x->frozen.strata, stratum);
}

static bool count(struct desk *d, const struct plan *p, struct end *x, struct err *e)
{
	enum lots_severity severity;
	int64_t lot = 0;

	for (size_t i = 0; i < x->strata.n; i++) {
		const struct stratum_row *s = &x->strata.v[i];
		x->read += s->read;
		x->found += s->found;
		if (!json_get_bool(drawn_of(x, s->name), "all"))
			x->judged += s->found;
	}
	for (size_t i = 0; i < x->frozen.strata->n; i++)
		if (!json_get_bool(x->frozen.strata->v[i], "all"))
			lot += json_get_int(x->frozen.strata->v[i], "of", 0);
	x->allow = p->row.allow;
	x->verdict = p->row.share > 0 || p->kind == PLAN_LOT;
	if (p->kind == PLAN_LOT) {
		if (!plan_severity(d, p->row.rule, p->row.drawn, &severity, e))
			return false;
		x->allow = plan_lot(lot, p->row.aql, severity).accept;
	}
	x->passed = !x->verdict || x->judged <= x->allow;
	return true;
}

/* A plain sample of the whole frame says one thing; strata say one each. */
static void say(struct desk *d, const struct plan *p, struct end *x)
{
	struct buf b = buf_in(d->arena);

	if (x->verdict)
		buf_printf(&b, "%s: %lld found, at most %lld allowed.",
		    x->passed ? "Passed" : "Failed", (long long)x->judged, (long long)x->allow);
	for (size_t i = 0; i < x->strata.n; i++) {
		const struct stratum_row *s = &x->strata.v[i];
		struct str says =
		    part_says(d, p, json_get_int(drawn_of(x, s->name), "of", 0), s);
		if (says.n)
			buf_printf(&b, "%s%.*s%s%.*s", b.n ? " " : "", STR_ARG(s->name),
			    s->name.n ? ": " : "", STR_ARG(says));
	}
	if (is_known(p))
		buf_printf(
		    &b, "%lld known-answer cases are out of use.", (long long)p->row.sample);
	x->text = buf_str(&b);
}

static bool first_found(struct desk *d, const struct plan *p, struct end *x, struct err *e)
{
	static const char *const status[] = {"found", "overturned"};

	for (size_t i = 0; i < 2 && x->first.n == 0; i++) {
		struct item_rows rows = {0};
		if (!item_list(d->rv->store, d->arena, &engine, p->row.plan, str_of(status[i]),
			0, 1, &rows, e))
			return false;
		if (rows.n)
			x->first = rows.v[0].ref;
	}
	return true;
}

/* ---- what follows ---- */

static int by_bytes(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

/* What was in the frame and not in the sample. */
static struct strs rest_of(struct arena *a, const struct frozen *f)
{
	struct strs sample = f->sample, out = {0};

	sample.v = arena_new(a, struct str, sample.n + 1);
	for (size_t i = 0; i < sample.n; i++)
		sample.v[i] = f->sample.v[i];
	qsort(sample.v, sample.n, sizeof(*sample.v), by_bytes);
	for (size_t i = 0; i < f->refs.n; i++)
		if (!bsearch(&f->refs.v[i], sample.v, sample.n, sizeof(*sample.v), by_bytes))
			*arena_push(a, &out) = f->refs.v[i];
	if (out.n)
		qsort(out.v, out.n, sizeof(*out.v), by_bytes);
	return out;
}

/* The pass that reads all the rest; *follow stays empty when there is none. */
static bool read_the_rest(struct desk *d, const struct plan *p, const struct end *x,
    struct str *follow, struct err *e)
{
	struct plan next = {.only = rest_of(d->arena, &x->frozen)};
	struct laid l = {0};

	next.row = (struct plan_row){.rule = p->row.rule,
	    .kind = p->kind == PLAN_LOT ? str_of(plan_kind_name(PLAN_SECOND)) : p->row.kind,
	    .label = arena_printf(d->arena, "The rest of %.*s", STR_ARG(p->row.label)),
	    .expr = arena_printf(d->arena, "(%.*s) and not drawn:%.*s", STR_ARG(p->row.expr),
		STR_ARG(p->row.plan)),
	    .found = p->row.found,
	    .percent = ALL_OF_IT,
	    .confidence = p->row.confidence,
	    .seed = p->row.seed,
	    .reason = arena_printf(d->arena, "%.*s failed", STR_ARG(p->row.plan)),
	    .of = p->row.plan,
	    .by = d->user};
	if (next.only.n == 0)
		return true;
	if (!plan_read(d, &next, e) || !plan_lay(d, &next, &l, e))
		return false;
	if (l.total == 0)
		return true;
	if (!plan_write(d, &next, NULL, e) || !plan_take(d, &next, &l, NULL, e))
		return err_add(e, "reading the rest");
	*follow = next.row.plan;
	return true;
}

static bool tell(
    struct desk *d, const struct plan *p, const struct end *x, struct str follow, struct err *e)
{
	struct str text = arena_printf(d->arena, "quality pass %.*s, %.*s: %.*s%s%.*s",
	    STR_ARG(p->row.plan), STR_ARG(p->row.label), STR_ARG(x->text),
	    follow.n ? " All the rest is read in " : "", STR_ARG(follow));

	if (x->first.n == 0)
		return true;
	return raise_alert(d, x->first, STR("quality"), d->rv->pack->quality->alert, text,
		   d->rv->pack->alerts.ack, 0, 0, e) &&
	       autos_run(d, x->first, e);
}

/* ---- the event ---- */

static bool write_end(struct desk *d, const struct plan *p, const struct end *x,
    struct str follow, struct str reason, struct err *e)
{
	struct json *body = json_obj(d->arena);

	body_text(d->arena, body, "plan", p->row.plan);
	body_int(d->arena, body, "read", x->read);
	body_int(d->arena, body, "found", x->found);
	body_bool(d->arena, body, "passed", x->passed);
	body_text(d->arena, body, "text", x->text);
	body_some(d->arena, body, "follow", follow);
	body_text(d->arena, body, "reason", reason);
	return desk_append(d, EVENT_PLAN_CLOSED, STR(""), body, NULL, e);
}

static bool end(struct desk *d, const struct plan *p, struct str reason, struct err *e)
{
	struct str follow = {0};
	struct end x = {0};

	if ((is_known(p) && !end_all_known(d, p, e)) ||
	    !plan_frozen(d->rv->store, d->arena, p->row.plan, &x.frozen, e) ||
	    !item_strata(d->rv->store, d->arena, p->row.plan, &x.strata, e) ||
	    !count(d, p, &x, e))
		return false;
	say(d, p, &x);
	if (!x.passed && ((p->row.whole && !read_the_rest(d, p, &x, &follow, e)) ||
			     !first_found(d, p, &x, e)))
		return false;
	return write_end(d, p, &x, follow, reason, e) &&
	       (x.passed || tell(d, p, &x, follow, e));
}

bool review_plan_close(
    struct desk *d, const struct req_plan_close *q, struct rep_plan *r, struct err *e)
{
	struct event_row first;
	struct plan p = {0};
	struct str reason;
	struct me m;
	bool again;

	*r = (struct rep_plan){0};
	if (!quality_begin(d, &m, &again, &first, e))
		return false;
	if (again)
		return plan_tell_again(d, &first, r, e);
	return desk_text("reason", q->reason, REASON_MAX, &reason, e) &&
	       plan_fixed(d, q->plan, &p, e) && may_end(&p, e) && end(d, &p, reason, e) &&
	       plan_tell(d, p.row.plan, r, e);
}
