/* SPDX-License-Identifier: MIT */
/* A quality pass in words, and as a reply. */
#include "review/plan.h"
#include "review/words.h"

static double confidence_of(const struct plan *p)
{
	return (double)p->row.confidence / ALL_OF_IT;
}

struct str part_says(
    struct desk *d, const struct plan *p, int64_t total, const struct stratum_row *s)
{
	if (p->kind == PLAN_KNOWN || s->sample == 0)
		return STR("");
	if (s->sample == total)
		return arena_printf(d->arena, "All %lld are read: %lld found.",
		    (long long)total, (long long)s->found);
	return pile_sentence(
	    d->arena, pile_at_most(total, s->sample, s->found, confidence_of(p)));
}

const char *plan_status(const struct plan_row *row)
{
	if (row->closed && row->share == 0 && row->aql == 0)
		return "closed"; /* it was to show nothing, so there is nothing to pass */
	if (row->closed)
		return row->passed ? "passed" : "failed";
	return row->drawn ? "drawn" : "fixed";
}

/* ---- before it is drawn ---- */

static struct str if_found(struct desk *d, int64_t allow)
{
	if (allow == 0)
		return STR("If none is found: ");
	return arena_printf(
	    d->arena, "If %lld %s found: ", (long long)allow, allow == 1 ? "is" : "are");
}

static struct stratum_row promised(const struct part *w, int64_t found)
{
	return (struct stratum_row){.name = w->name, .sample = w->n, .found = found};
}

struct str plan_promises(struct desk *d, const struct plan *p, const struct laid *l)
{
	struct buf b = buf_in(d->arena);
	bool plain = l->parts.n == 1 && l->parts.v[0].name.n == 0;
	struct stratum_row all;

	buf_printf(
	    &b, "%lld of %lld would be read.", (long long)l->sample, (long long)l->total);
	if (l->judged)
		buf_printf(&b, " It passes when at most %lld are found.", (long long)l->allow);
	if (plain && l->sample < l->total && p->kind != PLAN_KNOWN) {
		struct str when = if_found(d, l->allow), says;
		all = promised(&l->parts.v[0], l->allow);
		says = part_says(d, p, l->total, &all);
		buf_printf(&b, " %.*s%.*s", STR_ARG(when), STR_ARG(says));
	}
	return buf_str(&b);
}

void plan_put_laid(
    struct desk *d, const struct plan *p, const struct laid *l, struct rep_plan *r)
{
	r->total = l->total;
	r->sample = l->sample;
	r->allow = l->allow;
	for (size_t i = 0; i < l->parts.n; i++) {
		const struct part *w = &l->parts.v[i];
		struct stratum_row none = promised(w, 0);
		bool some = w->n > 0 && w->n < (int64_t)w->refs.n;
		*arena_push(d->arena, &r->strata) = (struct part_stratum){.name = w->name,
		    .total = (int64_t)w->refs.n,
		    .sample = w->n,
		    .all = w->all,
		    .text = some ? part_says(d, p, (int64_t)w->refs.n, &none) : STR("")};
	}
}

/* ---- the reply ---- */

static struct str in_english(struct desk *d, const struct expr *x)
{
	struct buf b = buf_in(d->arena);

	if (x)
		expr_explain(&b, x);
	return buf_str(&b);
}

static struct str found_words(struct desk *d, const struct plan *p)
{
	if (p->found)
		return in_english(d, p->found);
	return p->kind == PLAN_KNOWN
		   ? STR("")
		   : STR("what counts in the end is not what the author gave");
}

void plan_put(struct desk *d, const struct plan *p, struct rep_plan *r)
{
	const struct plan_row *row = &p->row;

	*r = (struct rep_plan){.plan = row->plan,
	    .label = row->label,
	    .rule = row->rule,
	    .kind = row->kind,
	    .status = str_of(plan_status(row)),
	    .expr = row->expr,
	    .explain = in_english(d, p->asked),
	    .found_if = found_words(d, p),
	    .seed = row->seed,
	    .frame = row->frame,
	    .seq = row->seq,
	    .drawn = row->drawn,
	    .head = row->head,
	    .by = row->by,
	    .at = row->seq ? say_instant(d->arena, row->at) : STR(""),
	    .total = row->total,
	    .sample = row->sample,
	    .read = row->read,
	    .found = row->nfound,
	    .allow = row->allow,
	    .share = share_text(d->arena, row->share),
	    .confidence = share_text(d->arena, row->confidence),
	    .whole = row->whole,
	    .follow = row->follow,
	    .text = row->text};
}

static const struct stratum_row *row_named(const struct stratum_rows *rows, struct str name)
{
	for (size_t i = 0; i < rows->n; i++)
		if (str_eq(rows->v[i].name, name))
			return &rows->v[i];
	return NULL;
}

/* What a stratum says is said when all of it is read, not before. */
static void put_stratum(struct desk *d, const struct plan *p, struct str name,
    const struct json *was, const struct stratum_row *now, struct rep_plan *r)
{
	struct part_stratum *out = arena_push(d->arena, &r->strata);

	*out = (struct part_stratum){.name = name,
	    .total = json_get_int(was, "of", 0),
	    .sample = json_get_int(was, "n", 0),
	    .all = json_get_bool(was, "all")};
	if (!now)
		return;
	out->read = now->read;
	out->found = now->found;
	if (now->read == out->sample)
		out->text = part_says(d, p, out->total, now);
}

bool plan_put_drawn(struct desk *d, const struct plan *p, struct rep_plan *r, struct err *e)
{
	struct stratum_rows rows = {0};
	struct frozen frozen = {0};

	if (p->row.drawn == 0)
		return true;
	if (!plan_frozen(d->rv->store, d->arena, p->row.plan, &frozen, e) ||
	    !item_strata(d->rv->store, d->arena, p->row.plan, &rows, e))
		return false;
	for (size_t i = 0; i < frozen.strata->n; i++)
		put_stratum(d, p, frozen.strata->keys[i], frozen.strata->v[i],
		    row_named(&rows, frozen.strata->keys[i]), r);
	return true;
}

static struct str progress_words(struct desk *d, const struct plan_row *row)
{
	return arena_printf(d->arena, "%lld of %lld are read, %lld found.",
	    (long long)row->read, (long long)row->sample, (long long)row->nfound);
}

bool plan_tell(struct desk *d, struct str id, struct rep_plan *r, struct err *e)
{
	struct plan p = {0};

	if (!plan_fixed(d, id, &p, e))
		return false;
	plan_put(d, &p, r);
	if (p.row.drawn && !p.row.closed)
		r->text = progress_words(d, &p.row);
	return plan_put_drawn(d, &p, r, e);
}

bool plan_tell_again(
    struct desk *d, const struct event_row *first, struct rep_plan *r, struct err *e)
{
	struct json *body = NULL;

	return json_parse(d->arena, first->body, &body, e) &&
	       plan_tell(d, json_get_text(body, "plan"), r, e);
}
