/* SPDX-License-Identifier: MIT */
/* What a quality pass shall be: a plan of the pack, with what was asked for in its place. */
#include "review/plan.h"

#include <string.h>

#include "review/words.h"
#include "review/refusals.h"

enum { SEED_MAX = 200, LABEL_MAX = 200, COUNT_MAX = 100000000 };

/* ---- from the pack ---- */

static void from_rule(const struct plan_rule *r, struct plan_row *row)
{
	*row = (struct plan_row){.rule = r->id,
	    .kind = str_of(plan_kind_name(r->kind)),
	    .label = r->label,
	    .expr = r->of_text,
	    .always = r->always_text,
	    .found = r->found_text,
	    .strata = r->strata,
	    .size = r->size,
	    .percent = r->percent,
	    .least = r->least,
	    .first = r->first,
	    .days = r->days,
	    .share = r->share,
	    .confidence = r->confidence,
	    .allow = r->allow,
	    .aql = r->aql,
	    .whole = r->whole};
}

static bool start(
    struct desk *d, const struct req_plan_fix *q, struct plan_row *row, struct err *e)
{
	const struct quality *all = d->rv->pack->quality;
	const struct plan_rule *rule = quality_plan(all, q->rule);
	struct strs ids = {0};
	struct str near, list;

	*row = (struct plan_row){.kind = STR("second")};
	if (q->rule.n == 0)
		return true;
	if (rule) {
		from_rule(rule, row);
		return true;
	}
	for (size_t i = 0; i < all->plans.n; i++)
		*arena_push(d->arena, &ids) = all->plans.v[i].id;
	near = say_near(d->arena, q->rule, ids);
	list = say_list(d->arena, ids, "and");
	return err_set(e, ERR_NOT_FOUND, "the pack has no plan '%.*s'%.*s\nits plans are %.*s",
	    STR_ARG(q->rule), STR_ARG(near), STR_ARG(list));
}

/* ---- what is given in its place ---- */

static bool text_of(
    const char *what, struct str given, size_t max, struct str *out, struct err *e)
{
	return given.n == 0 || desk_text(what, given, max, out, e);
}

static bool texts(const struct req_plan_fix *q, struct plan_row *row, struct err *e)
{
	return text_of("label", q->label, LABEL_MAX, &row->label, e) &&
	       text_of("frame", q->expr, EXPR_BYTES_MAX, &row->expr, e) &&
	       text_of("condition", q->always, EXPR_BYTES_MAX, &row->always, e) &&
	       text_of("condition", q->found, EXPR_BYTES_MAX, &row->found, e) &&
	       text_of("seed", q->seed, SEED_MAX, &row->seed, e) &&
	       text_of("kind", q->kind, LABEL_MAX, &row->kind, e) &&
	       desk_text("reason", q->reason, REASON_MAX, &row->reason, e);
}

static bool count_of(const char *what, int64_t given, int64_t *out, struct err *e)
{
	if (given < 0 || given > COUNT_MAX)
		return err_more(
		    e, ERR_INPUT, "%s is %lld; expected 1 or more", what, (long long)given);
	if (given)
		*out = given;
	return true;
}

static bool share_of(const char *what, struct str given, int64_t *out, struct err *e)
{
	return given.n == 0 || share_read(what, given, out, e);
}

/* One way to say how many takes the place of another. */
static void one_way(const struct req_plan_fix *q, struct plan_row *row)
{
	if (q->size == 0 && q->percent.n == 0 && q->share.n == 0)
		return;
	row->size = row->percent = row->share = row->allow = 0;
}

static bool numbers(const struct req_plan_fix *q, struct plan_row *row, struct err *e)
{
	bool ok;

	one_way(q, row);
	ok = count_of("size", q->size, &row->size, e);
	ok &= count_of("least", q->least, &row->least, e);
	ok &= count_of("first", q->first, &row->first, e);
	ok &= count_of("days", q->days, &row->days, e);
	ok &= count_of("allow", q->allow, &row->allow, e);
	return ok && share_of("percent", q->percent, &row->percent, e) &&
	       share_of("share", q->share, &row->share, e) &&
	       share_of("confidence", q->confidence, &row->confidence, e) &&
	       share_of("acceptance quality limit", q->aql, &row->aql, e);
}

/* ---- is it a plan ---- */

static bool kind_named(struct str name, enum plan_kind *out)
{
	static const enum plan_kind kinds[] = {PLAN_SECOND, PLAN_ELUSION, PLAN_KNOWN, PLAN_LOT};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (str_is(name, plan_kind_name(kinds[i]))) {
			*out = kinds[i];
			return true;
		}
	return false;
}

static bool how_many(const struct plan *p, struct err *e)
{
	const struct plan_row *r = &p->row;
	int ways = (r->size > 0) + (r->percent > 0) + (r->share > 0);

	if (p->kind == PLAN_LOT)
		return (lots_plan(100, (int)r->aql, LOTS_NORMAL).defined && ways == 0) ||
		       err_more(e, ERR_INPUT,
			   "a lot has its size from its acceptance quality limit alone: 0.065, "
			   "0.1, 0.15, 0.25, 0.4, 0.65, 1, 1.5, 2.5, 4 or 6.5");
	if (ways > 1)
		return err_more(e, ERR_INPUT,
		    "size, percent and share are three ways to say how many; "
		    "choose one");
	if (ways == 0 && p->kind != PLAN_KNOWN && r->always.n == 0 && r->first == 0)
		return err_more(e, ERR_INPUT,
		    "say how many: a size, a percent of each stratum, or the share of which a "
		    "pass shall show that not more are bad");
	return true;
}

static bool sound(struct plan *p, struct err *e)
{
	struct plan_row *r = &p->row;
	bool ok = true;

	if (!kind_named(r->kind, &p->kind))
		return err_set(e, ERR_INPUT,
		    "'%.*s' is no kind of pass; expected second, elusion, known or lot",
		    STR_ARG(r->kind));
	if (r->expr.n == 0)
		ok = err_more(e, ERR_INPUT,
		    "say which records may be drawn: an expression such as "
		    "`state:closed` for the frame");
	if (memchr(r->seed.p ? r->seed.p : "", '\n', r->seed.n))
		ok = err_more(e, ERR_INPUT, "the seed is one line");
	if (p->kind == PLAN_ELUSION && r->found.n == 0)
		ok = err_more(e, ERR_INPUT,
		    "an elusion test needs to know what it seeks: the condition under which a "
		    "record that is read counts as found");
	if (r->confidence == 0)
		r->confidence = SURE;
	if (r->confidence >= ALL_OF_IT || r->confidence < ALL_OF_IT / 2)
		ok = err_more(e, ERR_INPUT, "the confidence is 50 to 99.999 per cent");
	return how_many(p, e) && ok;
}

/* ---- expressions ---- */

/* As they are kept: what depends on the asker or the day is said out. */
static bool settle(struct desk *d, const struct me *m, struct str *text, struct err *e)
{
	struct buf b = buf_in(d->arena);
	const struct expr *x;

	if (text->n == 0)
		return true;
	if (!desk_where(d, m, *text, &x, e))
		return false;
	expr_print(&b, x);
	*text = buf_str(&b);
	return true;
}

static bool stratum_attr(struct desk *d, const struct me *m, const struct plan *p,
    struct str name, const struct attr **out, struct err *e)
{
	const struct field *f = type_field(p->type, name);

	*out = attr_find(d->rv->pack, p->type, name);
	if (!*out)
		return err_more(e, ERR_INPUT, "there is no field '%.*s' to divide the frame by",
		    STR_ARG(name));
	if (m && f && field_hidden(m, f))
		return err_more(e, ERR_REFUSED, REFUSED_FRAME_FIELD, STR_ARG(f->label));
	if ((*out)->type == VT_CHOICE || (*out)->type == VT_STAFF || (*out)->type == VT_USER ||
	    (*out)->type == VT_DATE)
		return true;
	return err_more(e, ERR_INPUT,
	    "the frame cannot be divided by %.*s; expected choices, staff, accounts or a date "
	    "(by its year)",
	    STR_ARG(name));
}

static bool read_strata(struct desk *d, const struct me *m, struct plan *p, struct err *e)
{
	bool ok = true;

	p->nstrata = p->row.strata.n;
	p->strata = arena_new(d->arena, const struct attr *, p->nstrata + 1);
	for (size_t i = 0; i < p->nstrata; i++)
		ok &= stratum_attr(d, m, p, p->row.strata.v[i], &p->strata[i], e);
	return ok;
}

static bool parse(struct desk *d, struct str text, const struct expr **out, struct err *e)
{
	struct expr_env env = {.pack = d->rv->pack, .me = d->user, .now = d->now};

	*out = NULL;
	return text.n == 0 || expr_parse(d->arena, text, &env, out, e);
}

/* Only what is at its end can be read again: the rest is being worked on. */
static struct str at_its_end(struct desk *d, const struct plan *p)
{
	struct buf b = buf_in(d->arena);
	size_t n = 0;

	buf_puts(&b, "state:(");
	for (size_t i = 0; i < p->type->states.n; i++)
		if (p->type->states.v[i].final)
			buf_printf(
			    &b, "%s%.*s", n++ ? ", " : "", STR_ARG(p->type->states.v[i].name));
	buf_printf(&b, ")");
	if (p->row.expr.n)
		buf_printf(&b, " and (%.*s)", STR_ARG(p->row.expr));
	return buf_str(&b);
}

bool plan_read(struct desk *d, struct plan *p, struct err *e)
{
	if (!kind_named(p->row.kind, &p->kind) || !quality_type(d, &p->type, e))
		return e->kind != ERR_NONE
			   ? false
			   : err_set(e, ERR_CORRUPT, "a pass is of no kind that there is");
	return read_strata(d, NULL, p, e) &&
	       (parse(d, at_its_end(d, p), &p->where, e) || err_add(e, "the frame")) &&
	       parse(d, p->row.expr, &p->asked, e) &&
	       (parse(d, p->row.always, &p->always, e) || err_add(e, "what is always read")) &&
	       (parse(d, p->row.found, &p->found, e) || err_add(e, "what counts as found"));
}

bool plan_wanted(struct desk *d, const struct me *m, const struct req_plan_fix *q,
    struct plan *out, struct err *e)
{
	struct plan_row *r = &out->row;

	*out = (struct plan){0};
	if (!quality_type(d, &out->type, e) || !start(d, q, r, e) || !texts(q, r, e))
		return false;
	if (q->strata.n)
		r->strata = q->strata;
	r->whole = r->whole || q->whole;
	r->by = d->user;
	if (!numbers(q, r, e) || !sound(out, e) || !read_strata(d, m, out, e))
		return false;
	if (r->label.n == 0)
		r->label = r->expr;
	return settle(d, m, &r->expr, e) && settle(d, m, &r->always, e) &&
	       settle(d, m, &r->found, e) && plan_read(d, out, e);
}

bool plan_fixed(struct desk *d, struct str id, struct plan *out, struct err *e)
{
	*out = (struct plan){0};
	return plan_get(d->rv->store, d->arena, str_trim(id), &out->row, e) &&
	       plan_read(d, out, e);
}
