/* SPDX-License-Identifier: MIT */
/* Figures about quality: agreement, reviewers, known answers, the audit, one's own answers. */
#include <inttypes.h>

#include "cli/cli.h"
#include "cli/table.h"

static struct str text(const struct cli *c, int i)
{
	return c->given[i].given ? c->given[i].text : STR("");
}

/* A figure has no meaning without the number it is said of. */
static void put_figure(struct cli *c, struct buf *b, const struct part_figure *f)
{
	buf_printf(b, "    %-10s %s", cli_safe(c, f->name),
	    f->text.n    ? cli_safe(c, f->text)
	    : f->value.n ? cli_safe(c, f->value)
			 : "undefined");
	buf_printf(b, "  (n = %" PRId64 ")\n", f->n);
}

/* ---- agreement ----------------------------------------------------------- */

static void put_cells(struct cli *c, struct buf *b, const struct part_agree *a)
{
	for (size_t i = 0; i < a->cells.n; i++) {
		const struct part_cell *w = &a->cells.v[i];
		buf_printf(b, "  %6" PRId64 "  %s / %s", w->n, cli_safe(c, w->first),
		    cli_safe(c, w->second));
		for (size_t k = 0; k < w->refs.n; k++)
			buf_printf(b, "%s%s", k ? ", " : ": ", cli_safe(c, w->refs.v[k]));
		buf_char(b, '\n');
	}
}

bool verb_agreement(struct cli *c, struct err *e)
{
	const struct req_agreement q = {.expr = cli_words(c, 0),
	    .plan = text(c, AGREE_PLAN),
	    .question = text(c, AGREE_QUESTION),
	    .pairs = c->given[AGREE_BY_PAIR].given,
	    .confidence = text(c, AGREE_CONFIDENCE)};
	struct buf b = buf_in(c->arena);
	struct rep_agreement r;

	if (!cli_ask(c, MSG_agreement, &q, &r, e))
		return false;
	if (c->json)
		return true;
	buf_printf(&b, "%" PRId64 " records that two have read without knowing of each other",
	    r.contests);
	buf_printf(&b, "%s%s\n", r.explain.n ? ": " : "", cli_safe(c, r.explain));
	for (size_t i = 0; i < r.rows.n; i++) {
		const struct part_agree *a = &r.rows.v[i];
		buf_printf(&b, "\n%s", cli_safe(c, a->label.n ? a->label : a->question));
		buf_printf(&b, "%s%s (n = %" PRId64 ")\n", a->pair.n ? ", " : "",
		    cli_safe(c, a->pair), a->n);
		put_cells(c, &b, a);
		for (size_t k = 0; k < a->figures.n; k++)
			put_figure(c, &b, &a->figures.v[k]);
		if (a->word.n)
			buf_printf(&b, "    kappa is %s\n", cli_safe(c, a->word));
	}
	return cli_put(c, buf_str(&b), e);
}

/* ---- reviewers ----------------------------------------------------------- */

static void put_reviewers(struct cli *c, const struct rep_reviewers *r, struct buf *b)
{
	struct table t = {.arena = c->arena};

	table_head(&t, "Account", false);
	table_head(&t, "Closed", true);
	table_head(&t, "Minutes", true);
	table_head(&t, "Read again", true);
	table_head(&t, "Overturned", true);
	table_head(&t, "Returned", true);
	table_head(&t, "To answer", true);
	table_head(&t, "Last sampled", false);
	table_head(&t, "", false);
	for (size_t i = 0; i < r->rows.n; i++) {
		const struct part_reviewer *v = &r->rows.v[i];
		table_cell(&t, v->user.n ? v->user : STR("the team"));
		table_number(&t, v->closed);
		table_cell(&t, v->minutes ? arena_printf(c->arena, "%" PRId64, v->minutes)
					  : STR("not known"));
		table_number(&t, v->second);
		table_number(&t, v->overturned);
		table_number(&t, v->returned);
		table_number(&t, v->queries);
		table_cell(&t, v->sampled.n ? v->sampled : STR("never"));
		table_cell(&t, v->paused ? STR("queue pauses") : STR(""));
	}
	table_flush(&t, b);
	for (size_t i = 0; i < r->rows.n; i++) {
		const struct part_reviewer *v = &r->rows.v[i];
		if (v->figures.n)
			buf_printf(b, "\n%s\n", v->user.n ? cli_safe(c, v->user) : "the team");
		for (size_t k = 0; k < v->figures.n; k++)
			put_figure(c, b, &v->figures.v[k]);
	}
}

static void put_overturns(struct cli *c, const struct rep_reviewers *r, struct buf *b)
{
	struct table t = {.arena = c->arena};

	if (r->questions.n == 0)
		return;
	table_head(&t, "Read by two", true);
	table_head(&t, "Overturned", true);
	table_head(&t, "Rate", false);
	table_head(&t, "Question", false);
	for (size_t i = 0; i < r->questions.n; i++) {
		const struct part_overturn *o = &r->questions.v[i];
		table_number(&t, o->n);
		table_number(&t, o->overturned);
		table_cell(&t, o->figures.n ? o->figures.v[0].text : STR("undefined"));
		table_cell(&t, o->label.n ? o->label : o->question);
	}
	buf_char(b, '\n');
	table_flush(&t, b);
}

bool verb_reviewers(struct cli *c, struct err *e)
{
	const struct req_reviewers q = {.user = c->words.n ? c->words.v[0] : STR(""),
	    .confidence = text(c, FIGURES_CONFIDENCE)};
	struct buf b = buf_in(c->arena);
	struct rep_reviewers r;

	if (!cli_ask(c, MSG_reviewers, &q, &r, e))
		return false;
	put_reviewers(c, &r, &b);
	put_overturns(c, &r, &b);
	return c->json || cli_put(c, buf_str(&b), e);
}

/* ---- known answers, audit, one's own ------------------------------------- */

bool verb_calibration(struct cli *c, struct err *e)
{
	const struct req_calibration q = {0};
	struct table t = {.arena = c->arena};
	struct buf b = buf_in(c->arena);
	struct rep_calibration r;

	if (!cli_ask(c, MSG_calibration, &q, &r, e))
		return false;
	buf_printf(&b, "%" PRId64 " known-answer cases in use; %" PRId64 " %% must be right\n",
	    r.cases, r.pass);
	table_head(&t, "Account", false);
	table_head(&t, "Cases", true);
	table_head(&t, "Right", true);
	table_head(&t, "Of", true);
	table_head(&t, "Share", false);
	table_head(&t, "Status", false);
	table_head(&t, "Last", false);
	for (size_t i = 0; i < r.rows.n; i++) {
		const struct part_trainee *w = &r.rows.v[i];
		table_cell(&t, w->user);
		table_number(&t, w->cases);
		table_number(&t, w->right);
		table_number(&t, w->of);
		table_cell(&t, w->figures.n ? w->figures.v[0].text : STR("undefined"));
		table_cell(&t, w->status);
		table_cell(&t, w->at);
	}
	if (r.rows.n)
		table_flush(&t, &b);
	return c->json || cli_put(c, buf_str(&b), e);
}

bool verb_resume(struct cli *c, struct err *e)
{
	const struct req_resume q = {.user = c->words.v[0], .reason = c->given[REASON].text};

	if (!q.reason.n)
		return err_set(e, ERR_USAGE, "why may they go on? expected a --reason");
	return cli_do(c, MSG_resume, &q, e);
}

static struct str measured(struct cli *c, const struct part_measure *m)
{
	if (!m->measured)
		return STR("not measured");
	if (!m->of)
		return arena_printf(c->arena, "%" PRId64, m->top);
	return arena_printf(c->arena, "%" PRId64 " of %" PRId64 ", %s", m->top, m->of,
	    m->figures.n ? cli_safe(c, m->figures.v[0].text) : "undefined");
}

bool verb_audit(struct cli *c, struct err *e)
{
	const struct req_audit q = {.month = c->words.n ? c->words.v[0] : STR(""),
	    .confidence = text(c, FIGURES_CONFIDENCE)};
	struct table t = {.arena = c->arena};
	struct buf b = buf_in(c->arena);
	struct rep_audit r;

	if (!cli_ask(c, MSG_audit, &q, &r, e))
		return false;
	table_head(&t, "Measure", false);
	table_head(&t, r.month.n ? cli_safe(c, r.month) : "no month", false);
	table_head(&t, "Left out", true);
	for (size_t i = 0; i < r.earlier.n; i++)
		table_head(&t, cli_safe(c, r.earlier.v[i]), false);
	for (size_t i = 0; i < r.rows.n; i++) {
		const struct part_measure *m = &r.rows.v[i];
		table_cell(&t, m->label.n ? m->label : m->name);
		table_cell(&t, measured(c, m));
		table_number(&t, m->left_out);
		for (size_t k = 0; k < r.earlier.n; k++)
			table_cell(&t, k < m->earlier.n ? m->earlier.v[k] : STR(""));
	}
	table_flush(&t, &b);
	for (size_t i = 0; i < r.rows.n; i++)
		if (r.rows.v[i].comment.n)
			wrap(&b, r.rows.v[i].comment, 0, 78);
	return c->json || cli_put(c, buf_str(&b), e);
}

bool verb_final(struct cli *c, struct err *e)
{
	struct req_final q = {.ref = c->words.n ? c->words.v[0] : STR(""), .limit = 100};
	struct table t = {.arena = c->arena};
	struct buf b = buf_in(c->arena);
	struct rep_finals r;

	table_head(&t, "Case", false);
	table_head(&t, "Question", false);
	table_head(&t, "Mine", false);
	table_head(&t, "Final", false);
	table_head(&t, "Why", false);
	do {
		if (!cli_ask_list(c, MSG_final, &q, &r, "rows", e))
			return false;
		for (size_t i = 0; i < r.rows.n; i++) {
			const struct part_final *f = &r.rows.v[i];
			table_cell(&t, f->ref);
			table_cell(&t, f->label.n ? f->label : f->question);
			table_cell(&t, f->mine);
			table_cell(&t, f->final);
			table_cell(&t, f->reason);
		}
		q.after = r.next;
	} while (r.next);
	table_flush(&t, &b);
	return c->json || cli_put(c, buf_str(&b), e);
}
