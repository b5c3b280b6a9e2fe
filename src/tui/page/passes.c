/* SPDX-License-Identifier: MIT */
/* Quality passes as pages: all of them, what one would draw, and one as it stands. */
#include "tui/page/page.h"
#include "tui/words.h"

static struct str counted(struct page *p, int64_t n, int64_t of)
{
	return arena_printf(p->arena, "%.*s of %.*s", STR_ARG(words_count(p->arena, n)),
	    STR_ARG(words_count(p->arena, of)));
}

/* ---- all ---- */

static void put_plan(struct page *p, const struct part_plan *plan)
{
	struct rows_row *r = page_add(p);

	r->cell[0] = plan->plan;
	r->cell[1] = plan->kind;
	r->cell[2] = str_is(plan->status, "failed") ? STR("! failed") : plan->status;
	if (!str_is(plan->status, "fixed"))
		r->cell[3] = arena_printf(
		    p->arena, "read %lld/%lld", (long long)plan->read, (long long)plan->sample);
	r->cell[4] = plan->label;
	r->role = str_is(plan->status, "failed") ? ROLE_STRONG : ROLE_TEXT;
	r->run = arena_printf(p->arena, "pass %.*s", STR_ARG(plan->plan));
	page_under(p, r, plan->text);
	page_under(p, r,
	    arena_printf(p->arena, "fixed %.*s by %.*s",
		STR_ARG(words_instant(p->arena, plan->at)), STR_ARG(plan->by)));
}

static void put_rule(struct page *p, const struct part_rule *rule)
{
	struct rows_row *r = page_add(p);

	r->cell[0] = STR("new");
	r->cell[1] = rule->kind;
	r->cell[2] = rule->label;
	r->run = arena_printf(p->arena, "pass preview %.*s", STR_ARG(rule->rule));
	page_under(p, r, rule->explain);
	page_keys(r, "Enter shows what it would draw; nothing is written by that");
}

bool page_passes(struct page *p, struct err *e)
{
	const struct req_plans q = {0};
	struct rep_plans r;

	if (!call_plans(p->service, p->arena, &q, &r, e))
		return false;
	if (r.rows.n)
		page_columns(
		    p, "Pass    Kind      Status    Read              What it is drawn from");
	for (size_t i = 0; i < r.rows.n; i++)
		put_plan(p, &r.rows.v[i]);
	if (r.rules.n)
		page_heading(p, "What the pack proposes");
	for (size_t i = 0; i < r.rules.n; i++)
		put_rule(p, &r.rules.v[i]);
	return true;
}

/* ---- one ---- */

static void say_frame(struct page *p, const struct rep_plan *r)
{
	struct arena *a = p->arena;

	page_text(p, ROLE_STRONG,
	    arena_printf(
		a, "%.*s%s%.*s", STR_ARG(r->plan), r->plan.n ? "  " : "", STR_ARG(r->label)));
	if (str_is(r->status, "fixed")) /* how many there are is known when it is drawn */
		page_text(p, ROLE_TEXT,
		    arena_printf(a, "Of %.*s. Not drawn yet.",
			STR_ARG(r->explain.n ? r->explain : r->expr)));
	else
		page_text(p, ROLE_TEXT,
		    arena_printf(a, "Of %.*s: %.*s. Sample: %.*s.",
			STR_ARG(r->explain.n ? r->explain : r->expr),
			STR_ARG(words_count(a, r->total)), STR_ARG(words_count(a, r->sample))));
	if (r->found_if.n)
		page_text(p, ROLE_TEXT,
		    arena_printf(a, "Counted as found: %.*s.", STR_ARG(r->found_if)));
	if (r->share.n)
		page_text(p, ROLE_TEXT,
		    arena_printf(a,
			"To show, with %.*s %% confidence, that not more than %.*s %% are bad; "
			"allowed: %lld.%s",
			STR_ARG(r->confidence), STR_ARG(r->share), (long long)r->allow,
			r->whole ? " If it fails all the rest is read." : ""));
	if (r->seed.n)
		page_text(p, ROLE_DIM,
		    arena_printf(a, "Seed %.*s%s%.*s", STR_ARG(r->seed),
			r->frame.n ? "; hash of the frame " : "", STR_ARG(r->frame)));
}

static void put_stratum(struct page *p, const struct part_stratum *s, bool drawn)
{
	struct rows_row *r = page_add(p);

	r->cell[0] = s->name.n ? s->name : STR("the whole frame");
	r->cell[1] = words_count(p->arena, s->total);
	r->cell[2] = s->all ? STR("all") : words_count(p->arena, s->sample);
	if (drawn)
		r->cell[3] = arena_printf(
		    p->arena, "read %lld, found %lld", (long long)s->read, (long long)s->found);
	page_under(p, r, s->text);
}

bool page_preview(struct page *p, struct err *e)
{
	struct str rest = p->with, rule = command_word(&rest);
	const struct req_plan_fix q = {.rule = rule, .seed = rest, .dry_run = true};
	struct rep_plan r;
	struct rows_row *row;

	if (!call_plan_fix(p->service, p->arena, &q, &r, e))
		return false;
	say_frame(p, &r);
	if (r.text.n)
		page_text(p, ROLE_TEXT, r.text);
	page_columns(p, "Part of the frame                Records   Drawn");
	for (size_t i = 0; i < r.strata.n; i++)
		put_stratum(p, &r.strata.v[i], false);
	page_heading(p, "Next");
	row = page_add(p);
	row->cell[0] = STR("Fix this pass");
	row->yes = arena_printf(p->arena, "pass fix %.*s ", STR_ARG(rule));
	row->yes_label = "Seed of the draw (empty: one is made); Enter fixes the pass";
	page_keys(row, "a fixes it, with its seed, for good: nothing is drawn before, and it "
		       "cannot be made larger afterwards");
	return true;
}

/* What can be done with it now. */
static void put_next(struct page *p, const struct rep_plan *r)
{
	struct rows_row *row;
	bool fixed = str_is(r->status, "fixed");

	if (!fixed && !str_is(r->status, "drawn"))
		return;
	page_heading(p, "Next");
	row = page_add(p);
	row->cell[0] = fixed ? STR("Draw") : STR("Close");
	row->yes =
	    arena_printf(p->arena, "pass %s %.*s ", fixed ? "draw" : "close", STR_ARG(r->plan));
	row->yes_label = fixed ? "Enter draws; the frame is frozen then"
			       : "Comment (may be empty); Enter closes the pass";
	row->keys =
	    fixed
		? STR("a freezes the frame and draws; what is drawn is read again, blind")
		: arena_printf(p->arena,
		      "a closes it, once all are read (%lld of %lld so far): count, bound and "
		      "verdict",
		      (long long)r->read, (long long)r->sample);
}

static void put_item(struct page *p, const struct part_item *it)
{
	struct rows_row *r = page_add(p);
	bool bad = str_is(it->status, "overturned") || str_is(it->status, "found");

	r->cell[0] = arena_printf(p->arena, "%lld", (long long)it->place);
	r->cell[1] = it->ref;
	r->cell[2] = bad ? arena_printf(p->arena, "! %.*s", STR_ARG(it->status)) : it->status;
	r->cell[3] = it->second;
	r->cell[4] = it->title;
	r->ref = it->ref;
	r->role = bad ? ROLE_STRONG : ROLE_TEXT;
	if (it->first.n)
		page_under(p, r,
		    arena_printf(p->arena, "first %.*s%s%.*s%s%.*s", STR_ARG(it->first),
			it->second.n ? ", second " : "", STR_ARG(it->second),
			it->third.n ? ", decided by " : "", STR_ARG(it->third)));
	if (it->differ.n)
		page_under(p, r,
		    arena_printf(p->arena, "they differ on: %.*s",
			STR_ARG(words_list(p->arena, it->differ, ", "))));
	page_under(p, r, it->stratum);
}

/* All that was drawn: an auditor looks for one, and a page of forty would hide it. */
static bool put_items(
    struct page *p, struct req_plan_show *q, struct rep_plan *r, struct err *e)
{
	while (r->items.n) {
		for (size_t i = 0; i < r->items.n; i++)
			put_item(p, &r->items.v[i]);
		if (r->next == 0)
			break;
		q->after = r->next;
		if (!call_plan_show(p->service, p->arena, q, r, e))
			return false;
	}
	return true;
}

bool page_pass(struct page *p, struct err *e)
{
	struct req_plan_show q = {.plan = p->with, .limit = 100};
	struct rep_plan r;

	if (!call_plan_show(p->service, p->arena, &q, &r, e))
		return false;
	if (str_is(r.status, "drawn"))
		r.text = (struct str){0}; /* the numbers beside it say the same */
	say_frame(p, &r);
	if (!str_is(r.status, "fixed"))
		page_text(p, ROLE_STRONG,
		    arena_printf(p->arena, "%s%.*s: read %.*s, found %lld.%s%.*s",
			str_is(r.status, "failed") ? "! " : "", STR_ARG(r.status),
			STR_ARG(counted(p, r.read, r.sample)), (long long)r.found,
			r.text.n ? " " : "", STR_ARG(r.text)));
	else if (r.text.n)
		page_text(p, ROLE_TEXT, r.text);
	if (r.follow.n)
		page_text(p, ROLE_TEXT,
		    arena_printf(p->arena, "All the rest is read in %.*s.", STR_ARG(r.follow)));
	put_next(p, &r);
	if (r.strata.n > 1) {
		page_heading(p, "Parts of the frame");
		for (size_t i = 0; i < r.strata.n; i++) {
			const struct part_stratum *s = &r.strata.v[i];
			page_text(p, ROLE_TEXT,
			    arena_printf(p->arena,
				"%.*s: %lld of %lld drawn, read %lld, found %lld. %.*s",
				STR_ARG(s->name), (long long)s->sample, (long long)s->total,
				(long long)s->read, (long long)s->found, STR_ARG(s->text)));
		}
	}
	if (r.items.n)
		page_heading(p, "Drawn, in this order");
	return put_items(p, &q, &r, e);
}
