/* SPDX-License-Identifier: MIT */
/*
 * Fixing a pass: what it shall be goes into the log, with its seed, before anything is drawn.
 * A preview says what it would draw and could show, and writes nothing.
 */
#include "review/body.h"
#include "review/plan.h"
#include "review/words.h"
#include "review/refusals.h"

/* ---- what forbids it ---- */

static void own_words(const struct plan *p, int64_t n, struct err *e)
{
	if (p->kind == PLAN_ELUSION)
		err_more(e, ERR_REFUSED, REFUSED_PLAN_READ, (long long)n);
	else
		err_more(e, ERR_REFUSED, REFUSED_PLAN_UNANSWERED, (long long)n);
}

static bool right_kind(const struct plan *p, const struct laid *l, struct err *e)
{
	int64_t wrong = 0;

	for (size_t i = 0; i < l->rows.n; i++)
		wrong += (l->rows.v[i].author.n > 0) == (p->kind == PLAN_ELUSION);
	if (wrong)
		own_words(p, wrong, e);
	return wrong == 0;
}

/* A sample is not enlarged until it passes. */
static bool not_taken(struct desk *d, const struct plan *p, const struct laid *l, struct err *e)
{
	struct str failed = {0}, open = {0};

	if (p->row.of.n)
		return true;
	if (!frame_taken(d->rv->store, d->arena, l->refs, &failed, &open, e))
		return false;
	if (failed.n)
		err_more(e, ERR_REFUSED, REFUSED_PLAN_AFTER_FAIL, STR_ARG(failed));
	if (open.n)
		err_more(e, ERR_REFUSED, REFUSED_PLAN_SHARED, STR_ARG(open));
	return failed.n == 0 && open.n == 0;
}

static bool something(struct desk *d, const struct plan *p, const struct laid *l, struct err *e)
{
	struct str plural = p->type->plural.n ? p->type->plural : p->type->label;
	struct buf b = buf_in(d->arena);

	if (l->total == 0) {
		expr_explain(&b, p->where);
		return err_more(
		    e, ERR_REFUSED, REFUSED_PLAN_EMPTY, STR_ARG(plural), STR_ARG(buf_str(&b)));
	}
	return l->sample > 0 ||
	       err_more(e, ERR_REFUSED, REFUSED_PLAN_NONE, (long long)l->total);
}

bool plan_allowed(struct desk *d, const struct plan *p, const struct laid *l, struct err *e)
{
	bool ok = something(d, p, l, e);

	ok &= right_kind(p, l, e);
	return not_taken(d, p, l, e) && ok;
}

/* ---- the event ---- */

static void put_numbers(struct arena *a, struct json *body, const struct plan_row *r)
{
	body_int(a, body, "size", r->size);
	body_int(a, body, "percent", r->percent);
	body_int(a, body, "least", r->least);
	body_int(a, body, "first", r->first);
	body_int(a, body, "days", r->days);
	body_int(a, body, "share", r->share);
	body_int(a, body, "confidence", r->confidence);
	body_int(a, body, "allow", r->allow);
	body_int(a, body, "aql", r->aql);
}

static struct json *fixed_body(struct arena *a, const struct plan_row *r)
{
	struct json *body = json_obj(a);

	body_text(a, body, "plan", r->plan);
	body_text(a, body, "rule", r->rule);
	body_text(a, body, "kind", r->kind);
	body_text(a, body, "label", r->label);
	body_text(a, body, "expr", r->expr);
	body_text(a, body, "always", r->always);
	body_text(a, body, "found", r->found);
	body_list(a, body, "strata", r->strata);
	put_numbers(a, body, r);
	body_bool(a, body, "whole", r->whole);
	body_text(a, body, "seed", r->seed);
	body_text(a, body, "reason", r->reason);
	body_some(a, body, "of", r->of);
	return body;
}

/* Nobody can know it beforehand, and everybody can read it afterwards. */
static struct str new_seed(struct desk *d)
{
	uint8_t bytes[8];
	char hex[2 * sizeof(bytes) + 1];

	random_bytes(bytes, sizeof(bytes));
	hex_of(bytes, sizeof(bytes), hex);
	return arena_cstr(d->arena, hex);
}

bool plan_write(struct desk *d, struct plan *p, int64_t *seq, struct err *e)
{
	if (!plan_new_id(d->rv->store, d->arena, &p->row.plan, e))
		return false;
	if (p->row.seed.n == 0)
		p->row.seed = new_seed(d);
	return desk_append(d, EVENT_PLAN_FIXED, STR(""), fixed_body(d->arena, &p->row), seq, e);
}

/* ---- the request ---- */

static bool preview(
    struct desk *d, const struct plan *p, const struct laid *l, struct rep_plan *r)
{
	plan_put(d, p, r);
	plan_put_laid(d, p, l, r);
	r->status = STR("preview");
	r->text = plan_promises(d, p, l);
	return true;
}

bool review_plan_fix(
    struct desk *d, const struct req_plan_fix *q, struct rep_plan *r, struct err *e)
{
	struct event_row first;
	struct laid l = {0};
	struct plan p = {0};
	struct me m;
	bool again;

	*r = (struct rep_plan){0};
	if (!quality_begin(d, &m, &again, &first, e))
		return false;
	if (again)
		return plan_tell_again(d, &first, r, e);
	if (!plan_wanted(d, &m, q, &p, e) || !plan_lay(d, &p, &l, e) ||
	    !plan_allowed(d, &p, &l, e))
		return false;
	if (q->dry_run)
		return preview(d, &p, &l, r);
	if (!plan_write(d, &p, NULL, e) || !plan_tell(d, p.row.plan, r, e))
		return false;
	plan_put_laid(d, &p, &l, r);
	r->text = plan_promises(d, &p, &l);
	return true;
}
