/* SPDX-License-Identifier: MIT */
/* Figures about quality as pages: agreement, reviewers, the audit, known-answer cases. */
#include "tui/page/page.h"
#include "tui/words.h"

static struct str number(struct page *p, int64_t n)
{
	return words_count(p->arena, n);
}

/* ---- agreement ---- */

static void put_agree(struct page *p, const struct part_agree *g, bool pair)
{
	static const struct named_figure first[] = {
	    {"raw", "agreement"}, {"kappa", "kappa"}, {NULL, NULL}};
	static const struct named_figure second[] = {
	    {"pabak", "PABAK"}, {"ac1", "AC1"}, {NULL, NULL}};
	static const struct named_figure third[] = {
	    {"positive", "positive agreement"}, {"negative", "negative"}, {NULL, NULL}};
	struct rows_row *r = page_add(p);
	const struct part_figure *f = g->figures.v;
	size_t n = g->figures.n;

	r->cell[0] = pair ? g->pair : g->label.n ? g->label : g->question;
	r->cell[1] = number(p, g->n);
	r->cell[2] = page_value(f, n, "raw");
	r->cell[3] = page_value(f, n, "kappa");
	if (!str_is(r->cell[3], "undefined"))
		r->cell[3] =
		    arena_printf(p->arena, "%.*s, %.*s", STR_ARG(r->cell[3]), STR_ARG(g->word));
	if (!pair)
		r->run = arena_printf(p->arena, "agreement %.*s", STR_ARG(g->question));
	page_figures(p, r, f, n, first);
	page_figures(p, r, f, n, second);
	page_figures(p, r, f, n, third);
	if (!pair)
		page_keys(r, "Enter shows its cells, and every case on which they differ");
}

/* The cells as they are; each case off the diagonal is one key away. */
static void put_cells(struct page *p, const struct part_agree *g)
{
	page_columns(p, "First reader's answer         Second's          Cases");
	for (size_t i = 0; i < g->cells.n; i++) {
		const struct part_cell *c = &g->cells.v[i];
		page_text(p, str_eq(c->first, c->second) ? ROLE_TEXT : ROLE_STRONG,
		    arena_printf(p->arena,
			p->plain ? "first %.*s, second %.*s: %lld" : "%-29.*s %-17.*s %lld",
			STR_ARG(c->first), STR_ARG(c->second), (long long)c->n));
	}
	page_heading(p, "Cases on which they differ");
	for (size_t i = 0; i < g->cells.n; i++) {
		const struct part_cell *c = &g->cells.v[i];
		for (size_t k = 0; k < c->refs.n; k++) {
			struct rows_row *r = page_add(p);
			r->cell[0] = c->refs.v[k];
			r->cell[2] = arena_printf(
			    p->arena, "%.*s / %.*s", STR_ARG(c->first), STR_ARG(c->second));
			r->ref = c->refs.v[k];
		}
	}
}

static bool pairs_of(struct page *p, struct str question, struct err *e)
{
	const struct req_agreement q = {.question = question, .pairs = true};
	struct rep_agreement r;

	if (!call_agreement(p->service, p->arena, &q, &r, e))
		return false;
	page_heading(p, "By pair of readers");
	for (size_t i = 0; i < r.rows.n; i++)
		if (r.rows.v[i].pair.n)
			put_agree(p, &r.rows.v[i], true);
	if (r.left_out)
		page_text(p, ROLE_DIM,
		    arena_printf(p->arena, "%lld pairs who met less often are left out.",
			(long long)r.left_out));
	return true;
}

bool page_agreement(struct page *p, struct err *e)
{
	const struct req_agreement q = {.question = p->with};
	struct rep_agreement r;

	if (!call_agreement(p->service, p->arena, &q, &r, e))
		return false;
	page_text(p, ROLE_TEXT,
	    arena_printf(p->arena,
		"%lld cases were read by two who did not know of each other. Where failures "
		"are rare kappa "
		"is low though people agree: read it beside the cells.",
		(long long)r.contests));
	page_columns(p, "Question                               Cases   Agree     Kappa");
	for (size_t i = 0; i < r.rows.n; i++) {
		put_agree(p, &r.rows.v[i], false);
		if (p->with.n)
			put_cells(p, &r.rows.v[i]);
	}
	return p->with.n == 0 || pairs_of(p, p->with, e);
}

/* ---- reviewers ---- */

static void put_reviewer(struct page *p, const struct part_reviewer *v)
{
	static const struct named_figure named[] = {{"agreement", "agreement"},
	    {"kappa", "kappa"}, {"pabak", "PABAK"}, {"ac1", "AC1"},
	    {"found", "failures found per 100"}, {NULL, NULL}};
	struct rows_row *r = page_add(p);
	const struct part_figure *f = v->figures.v;
	size_t n = v->figures.n;

	r->cell[0] = v->user.n ? v->user : STR("team");
	r->cell[1] = number(p, v->closed);
	r->cell[2] = number(p, v->second);
	r->cell[3] = number(p, v->overturned);
	r->cell[4] = page_figure(f, n, "overturned");
	if (v->user.n)
		r->expr = arena_printf(p->arena, "author:%.*s", STR_ARG(v->user));
	else
		r->role = ROLE_STRONG;
	if (v->paused) {
		r->role = ROLE_STRONG;
		r->cell[5] = STR("! queue pauses");
		r->yes = arena_printf(p->arena, "resume %.*s ", STR_ARG(v->user));
		r->yes_label = "Why may they go on?";
	}
	page_under(p, r, v->full);
	page_figures(p, r, f, n, named);
	page_under(p, r,
	    arena_printf(p->arena,
		"returned %lld; open questions %lld; median minutes %s%.*s; last read again "
		"%.*s",
		(long long)v->returned, (long long)v->queries, v->minutes ? "" : "not known",
		STR_ARG(v->minutes ? number(p, v->minutes) : (struct str){0}),
		STR_ARG(v->sampled.n ? words_instant(p->arena, v->sampled) : STR("never"))));
}

bool page_reviewers(struct page *p, struct err *e)
{
	const struct req_reviewers q = {0};
	struct rep_reviewers r;

	if (!call_reviewers(p->service, p->arena, &q, &r, e))
		return false;
	page_columns(p, "Reviewer   Closed  Read    Over-     Share of those overturned");
	page_columns(p, "                   again   turned    (95 % interval)");
	for (size_t i = 0; i < r.rows.n; i++)
		put_reviewer(p, &r.rows.v[i]);
	if (r.questions.n)
		page_heading(p, "Overturned by question");
	for (size_t i = 0; i < r.questions.n; i++) {
		const struct part_overturn *o = &r.questions.v[i];
		page_text(p, ROLE_TEXT,
		    arena_printf(p->arena, "%.*s: %lld of %lld, %.*s",
			STR_ARG(o->label.n ? o->label : o->question), (long long)o->overturned,
			(long long)o->n,
			STR_ARG(page_figure(o->figures.v, o->figures.n, "rate"))));
	}
	return true;
}

/* ---- the audit ---- */

static void put_measure(struct page *p, const struct part_measure *m)
{
	struct rows_row *r = page_add(p);

	r->cell[0] = m->label.n ? m->label : m->name;
	if (!m->measured) {
		r->cell[1] = STR("not measured");
		r->role = ROLE_DIM;
	} else if (m->of) {
		r->cell[1] =
		    arena_printf(p->arena, "%lld of %lld", (long long)m->top, (long long)m->of);
		r->cell[3] = page_figure(m->figures.v, m->figures.n, "share");
	} else {
		r->cell[1] = number(p, m->top);
	}
	if (m->left_out)
		page_under(p, r,
		    arena_printf(p->arena,
			"%lld not applicable or not recorded, in neither number",
			(long long)m->left_out));
	if (m->earlier.n)
		page_under(p, r,
		    arena_printf(p->arena, "months before: %.*s",
			STR_ARG(words_list(p->arena, m->earlier, "; "))));
	page_under(p, r, m->comment);
}

bool page_audit(struct page *p, struct err *e)
{
	const struct req_audit q = {.month = p->with};
	struct rep_audit r;

	if (!call_audit(p->service, p->arena, &q, &r, e))
		return false;
	if (r.month.n)
		page_text(p, ROLE_STRONG,
		    arena_printf(p->arena, "%.*s%s%.*s", STR_ARG(r.month),
			r.earlier.n ? "; beside " : "",
			STR_ARG(words_list(p->arena, r.earlier, ", "))));
	for (size_t i = 0; i < r.rows.n; i++)
		put_measure(p, &r.rows.v[i]);
	return true;
}

/* ---- known-answer cases ---- */

static void put_trainee(struct page *p, const struct part_trainee *t)
{
	struct rows_row *r = page_add(p);

	r->cell[0] = t->user;
	r->cell[1] = arena_printf(p->arena, "%lld read", (long long)t->cases);
	r->cell[2] = t->status;
	r->cell[3] = arena_printf(p->arena, "right %lld of %lld, %.*s", (long long)t->right,
	    (long long)t->of, STR_ARG(page_figure(t->figures.v, t->figures.n, "share")));
	page_under(p, r, t->full);
	if (!str_is(t->status, "paused"))
		return;
	r->role = ROLE_STRONG;
	r->cell[2] = STR("! paused");
	r->yes = arena_printf(p->arena, "resume %.*s ", STR_ARG(t->user));
	r->yes_label = "Why may they go on?";
	page_keys(r, "a lets them go on, with a reason; their cases begin anew");
}

bool page_calibration(struct page *p, struct err *e)
{
	const struct req_calibration q = {0};
	struct rep_calibration r;

	if (!call_calibration(p->service, p->arena, &q, &r, e))
		return false;
	page_text(p, ROLE_TEXT,
	    arena_printf(p->arena,
		"%lld known-answer cases are in use; of the answers %lld %% must be right.",
		(long long)r.cases, (long long)r.pass));
	for (size_t i = 0; i < r.rows.n; i++)
		put_trainee(p, &r.rows.v[i]);
	return true;
}
