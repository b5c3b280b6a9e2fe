/* SPDX-License-Identifier: MIT */
/*
 * A month of the compliance audit: each measure with its numerator, denominator and interval,
 * beside the months before. A measure that nobody took is not measured, which is not zero.
 * Scored items are counted by the expressions that anybody can count by.
 */
#include <stdlib.h>

#include "lookback/stats/proportion.h"
#include "review/figures.h"
#include "review/quality.h"
#include "review/refusals.h"

enum { PAGE = 100, BEFORE = 3 };

/* One month's record. */
struct month {
	struct str month, ref;
	const struct json *answers;
};
/* A measure of one month. */
struct tally_of {
	bool measured, share; /* share: of a denominator, not a plain number */
	int64_t top, of, left_out;
};
struct auditing {
	struct desk *d;
	struct me *m;
	const struct audit_rule *rule;
	double confidence;
	struct {
		struct month *v;
		size_t n, cap;
	} months; /* the latest first */
};

static int latest_first(const void *a, const void *b)
{
	const struct month *x = a, *y = b;
	int order = str_cmp(y->month, x->month);

	return order ? order : str_cmp(x->ref, y->ref);
}

static bool where_of(struct auditing *k, struct str type, struct str text,
    const struct expr **out, struct err *e)
{
	struct expr_env env = {.pack = k->d->rv->pack,
	    .type = pack_type(k->d->rv->pack, type),
	    .me = k->d->user,
	    .now = k->d->now};

	return expr_parse(k->d->arena, text, &env, out, e);
}

static bool find_months(struct auditing *k, struct err *e)
{
	struct arena *a = k->d->arena;
	struct page_query q = {.order = ORDER_REF, .limit = PAGE, .now = k->d->now};
	struct page page = {0};

	if (!where_of(k, k->rule->type, arena_printf(a, "type:%.*s", STR_ARG(k->rule->type)),
		&q.where, e))
		return false;
	do {
		page = (struct page){0};
		if (!record_page(k->d->rv->store, a, &k->m->viewer, &q, &page, e))
			return false;
		for (size_t i = 0; i < page.rows.n; i++) {
			struct str month = json_get_text(
			    page.rows.v[i].fields, arena_str(a, k->rule->month).p);
			if (month.n)
				*arena_push(a, &k->months) =
				    (struct month){.month = month, .ref = page.rows.v[i].ref};
		}
		q.after = page.next;
	} while (page.next.n);
	if (k->months.n)
		qsort(k->months.v, k->months.n, sizeof(*k->months.v), latest_first);
	return true;
}

/* The month asked for stands first then, and those before it behind. */
static bool from_month(struct auditing *k, struct str asked, struct err *e)
{
	size_t at = 0;

	while (at < k->months.n && asked.n && !str_eq(k->months.v[at].month, asked))
		at++;
	if (at == k->months.n)
		return asked.n == 0 ||
		       err_set(e, ERR_NOT_FOUND,
			   "no audit of %.*s is there; open one in the register of months, or "
			   "ask for one of those there are",
			   STR_ARG(asked));
	k->months.v += at;
	k->months.n -= at;
	if (k->months.n > BEFORE + 1)
		k->months.n = BEFORE + 1;
	return true;
}

static bool read_answers(struct auditing *k, struct err *e)
{
	for (size_t i = 0; i < k->months.n; i++) {
		struct record whole;
		if (!record_whole(k->d->rv->store, k->d->arena, &k->m->viewer,
			k->months.v[i].ref, &whole, e))
			return false;
		k->months.v[i].answers = whole.answers;
	}
	return true;
}

/* ---- one measure of one month ---- */

static bool number_in(const struct month *w, struct str question, int64_t *out)
{
	const struct json *j = json_get_str(w->answers, question);

	if (!j)
		return false;
	if (j->kind == J_INT)
		*out = j->i;
	return j->kind == J_INT || (j->kind == J_STR && str_int(j->s, out));
}

static bool items_that(struct auditing *k, const struct month *w, const char *what,
    struct str question, const char *answer, int64_t *out, struct err *e)
{
	const struct expr *where;
	struct str text = arena_printf(k->d->arena, "type:%.*s parent:\"%.*s\" %s%.*s%s",
	    STR_ARG(k->rule->items), STR_ARG(w->ref), what, STR_ARG(question), answer);

	return where_of(k, k->rule->items, text, &where, e) &&
	       record_count(
		   k->d->rv->store, k->d->arena, &k->m->viewer, where, k->d->now, out, e);
}

static bool from_items(struct auditing *k, const struct month *w, const struct measure *ms,
    struct tally_of *out, struct err *e)
{
	int64_t no = 0, all = 0;

	if (!items_that(k, w, "", ms->item, ":yes", &out->top, e) ||
	    !items_that(k, w, "", ms->item, ":no", &no, e) ||
	    !items_that(k, w, "has:", ms->item, "", &all, e))
		return false;
	out->of = out->top + no;
	out->left_out = all - out->of;
	out->measured = out->of > 0;
	out->share = true;
	return true;
}

static bool take(struct auditing *k, const struct month *w, const struct measure *ms,
    struct tally_of *out, struct err *e)
{
	*out = (struct tally_of){0};
	if (ms->item.n)
		return from_items(k, w, ms, out, e);
	out->share = ms->of.n > 0;
	out->measured = number_in(w, ms->top, &out->top) &&
			(!out->share || (number_in(w, ms->of, &out->of) && out->of > 0));
	if (!out->measured)
		out->top = out->of = 0;
	return true;
}

/* ---- the reply ---- */

static struct figure share_of(const struct auditing *k, const struct tally_of *t)
{
	return proportion_exact(t->top, t->of, k->confidence);
}

/* As people read it beside another month: "68.3 of 60", "9", "not measured". */
static struct str in_short(struct auditing *k, const struct tally_of *t)
{
	struct arena *a = k->d->arena;

	if (!t->measured)
		return STR("not measured");
	if (!t->share)
		return arena_printf(a, "%lld", (long long)t->top);
	return arena_printf(a, "%.1f %% of %lld", 100 * share_of(k, t).value, (long long)t->of);
}

static bool put_measure(
    struct auditing *k, const struct measure *ms, struct rep_audit *r, struct err *e)
{
	struct part_measure row = {.name = ms->id, .label = ms->label};
	struct arena *a = k->d->arena;
	struct tally_of t;

	if (!take(k, &k->months.v[0], ms, &t, e))
		return false;
	row.measured = t.measured;
	row.top = t.top;
	row.of = t.of;
	row.left_out = t.left_out;
	if (t.measured && t.share)
		*arena_push(a, &row.figures) =
		    figure_part(a, "share", share_of(k, &t), PER_CENT);
	for (size_t i = 1; i < k->months.n; i++) {
		if (!take(k, &k->months.v[i], ms, &t, e))
			return false;
		*arena_push(a, &row.earlier) = in_short(k, &t);
	}
	*arena_push(a, &r->rows) = row;
	return true;
}

static bool has_audit(const struct pack *p, struct err *e)
{
	return p->quality->audit.type.n || err_set(e, ERR_REFUSED, REFUSED_NO_AUDIT);
}

bool review_audit(struct desk *d, const struct req_audit *q, struct rep_audit *r, struct err *e)
{
	struct auditing k = {.d = d, .rule = &d->rv->pack->quality->audit};
	struct me m;

	*r = (struct rep_audit){0};
	k.m = &m;
	if (!quality_me(d, &m, e) || !has_audit(d->rv->pack, e) ||
	    !confidence_read(q->confidence, &k.confidence, e) || !find_months(&k, e) ||
	    !from_month(&k, str_trim(q->month), e) || !read_answers(&k, e))
		return false;
	if (k.months.n == 0)
		return true;
	r->month = k.months.v[0].month;
	for (size_t i = 1; i < k.months.n; i++)
		*arena_push(d->arena, &r->earlier) = k.months.v[i].month;
	for (size_t i = 0; i < k.rule->measures.n; i++)
		if (!put_measure(&k, &k.rule->measures.v[i], r, e))
			return false;
	return true;
}
