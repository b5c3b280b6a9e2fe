/* SPDX-License-Identifier: MIT */
/*
 * Quality by reviewer and by question. A reviewer's agreement is said of contests: both gave
 * the same on every question that is compared. Kappa and its kin are said of the first of
 * these questions, the one the pack names first: a table of several questions is no table.
 */
#include "lookback/rules/step.h"
#include "lookback/stats/agreement.h"
#include "review/figures.h"
#include "review/quality.h"
#include "review/table.h"
#include "review/words.h"

struct rating {
	struct desk *d;
	const struct me *m;
	struct compareds questions;
	const struct question *main; /* NULL: none is compared */
	struct pair_rows pairs;      /* over, by question and then by contest */
	struct unit_rows found;      /* by author */
	double confidence;
};

/* ---- agreement ---- */

static bool is_theirs(const struct pair_row *p, struct str user)
{
	return user.n == 0 || str_eq(p->first_by, user) || str_eq(p->second_by, user);
}

static bool is_asked(const struct rating *g, struct str question)
{
	for (size_t i = 0; i < g->questions.n; i++)
		if (str_eq(g->questions.v[i].question->name, question))
			return true;
	return false;
}

struct contests {
	struct contest {
		int64_t seq;
		bool differs;
	} * v;
	size_t n, cap;
};

static struct contest *contest_of(struct arena *a, struct contests *all, int64_t seq)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].seq == seq)
			return &all->v[i];
	*arena_push(a, all) = (struct contest){.seq = seq};
	return &all->v[all->n - 1];
}

static struct part_figure agreed(const struct rating *g, struct str user)
{
	struct arena *a = g->d->arena;
	struct contests all = {0};
	int64_t same = 0;

	for (size_t i = 0; i < g->pairs.n; i++) {
		const struct pair_row *p = &g->pairs.v[i];
		if (is_theirs(p, user) && is_asked(g, p->question))
			contest_of(a, &all, p->seq)->differs |= !str_eq(p->first, p->second);
	}
	for (size_t i = 0; i < all.n; i++)
		same += !all.v[i].differs;
	return figure_share(a, "agreement", same, (int64_t)all.n, g->confidence);
}

static void put_kappas(const struct rating *g, struct str user, struct part_reviewer *row)
{
	struct arena *a = g->d->arena;
	struct agreement all;
	struct table t;

	if (!g->main)
		return;
	t = table_new(a, g->main);
	for (size_t i = 0; i < g->pairs.n; i++) {
		const struct pair_row *p = &g->pairs.v[i];
		if (is_theirs(p, user) && str_eq(p->question, g->main->name))
			table_add(a, &t, p->first, p->second);
	}
	all = agreement_of(t.cells, t.codes.n, g->confidence);
	*arena_push(a, &row->figures) = figure_part(a, "kappa", all.kappa, AS_IT_IS);
	*arena_push(a, &row->figures) = figure_part(a, "pabak", all.pabak, AS_IT_IS);
	*arena_push(a, &row->figures) = figure_part(a, "ac1", all.ac1, AS_IT_IS);
}

/* ---- rows ---- */

static void put_figures(const struct rating *g, struct part_reviewer *row)
{
	struct arena *a = g->d->arena;
	int64_t n = 0, bad = 0;

	*arena_push(a, &row->figures) = agreed(g, row->user);
	put_kappas(g, row->user, row);
	*arena_push(a, &row->figures) =
	    figure_share(a, "overturned", row->overturned, row->second, g->confidence);
	for (size_t i = 0; i < g->found.n; i++)
		if (g->found.v[i].value.n &&
		    (row->user.n == 0 || str_eq(g->found.v[i].value, row->user))) {
			n += g->found.v[i].n;
			bad += g->found.v[i].bad;
		}
	*arena_push(a, &row->figures) = figure_share(a, "found", bad, n, g->confidence);
}

static bool put_reviewer(const struct rating *g, const struct reviewer_row *w,
    struct rep_reviewers *r, struct err *e)
{
	struct part_reviewer row = {.user = w->user,
	    .closed = w->closed,
	    .minutes = w->minutes,
	    .second = w->second,
	    .overturned = w->overturned,
	    .returned = w->returned,
	    .queries = w->queries,
	    .sampled = say_instant(g->d->arena, w->sampled)};
	struct user_row account;
	struct trainee_row trained;

	if (!trainee_get(g->d->rv->store, g->d->arena, w->user, &trained, e) ||
	    !user_get(g->d->rv->store, g->d->arena, w->user, &account, e))
		return false;
	row.full = account.full;
	row.paused = trained.paused;
	put_figures(g, &row);
	*arena_push(g->d->arena, &r->rows) = row;
	return true;
}

/* The team: of all of them, whoever is asked about. */
static void put_team(
    const struct rating *g, const struct reviewer_rows *rows, struct rep_reviewers *r)
{
	struct part_reviewer team = {0};
	int64_t latest = NO_TIME;

	for (size_t i = 0; i < rows->n; i++) {
		const struct reviewer_row *w = &rows->v[i];
		team.closed += w->closed;
		team.second += w->second;
		team.overturned += w->overturned;
		team.returned += w->returned;
		team.queries += w->queries;
		if (w->sampled != NO_TIME && (latest == NO_TIME || w->sampled > latest))
			latest = w->sampled;
	}
	team.sampled = say_instant(g->d->arena, latest);
	put_figures(g, &team);
	*arena_push(g->d->arena, &r->rows) = team;
}

/* How often what counts in the end is not what the first reader gave. */
static void put_overturns(const struct rating *g, struct str user, struct rep_reviewers *r)
{
	struct arena *a = g->d->arena;

	for (size_t i = 0; i < g->questions.n; i++) {
		const struct question *q = g->questions.v[i].question;
		struct part_overturn row = {.question = q->name, .label = q->label};
		for (size_t k = 0; k < g->pairs.n; k++) {
			const struct pair_row *p = &g->pairs.v[k];
			if (p->open || !str_eq(p->question, q->name) || p->first.n == 0 ||
			    p->second.n == 0 || (user.n && !str_eq(p->first_by, user)))
				continue;
			row.n++;
			row.overturned += !str_eq(p->final, p->first);
		}
		*arena_push(a, &row.figures) =
		    figure_share(a, "rate", row.overturned, row.n, g->confidence);
		*arena_push(a, &r->questions) = row;
	}
}

/* ---- the reply ---- */

static void find_main(struct rating *g, const struct record_type *t)
{
	for (size_t i = 0; i < t->states.n && !g->main; i++) {
		const struct seats *s = &t->states.v[i].seats;
		for (size_t k = 0; s->given && k < g->questions.n && !g->main; k++) {
			const struct question *q = g->questions.v[k].question;
			if (q && g->questions.v[k].type == t &&
			    (s->compare.n == 0 || str_eq(s->compare.v[0], q->name)))
				g->main = q;
		}
	}
}

/* What was found in their closed records, as the funnel of the pack says what is bad. */
static bool read_found(struct rating *g, struct err *e)
{
	const struct quality *q = g->d->rv->pack->quality;
	const struct attr *author = attr_find(g->d->rv->pack, NULL, STR("author"));

	return !q->funnel.of || !author ||
	       record_units(g->d->rv->store, g->d->arena, &g->m->viewer, q->funnel.of,
		   q->funnel.bad, author, g->d->now, &g->found, e);
}

bool review_reviewers(
    struct desk *d, const struct req_reviewers *q, struct rep_reviewers *r, struct err *e)
{
	struct pair_query every = {.now = d->now};
	struct reviewer_rows rows;
	struct rating g = {.d = d};
	const struct record_type *type;
	struct me m;

	*r = (struct rep_reviewers){0};
	if (!quality_me(d, &m, e) || !desk_writable(d, e) || !desk_reread(d, e) ||
	    !confidence_read(q->confidence, &g.confidence, e) || !quality_type(d, &type, e))
		return false;
	g.m = &m;
	g.questions = compared_questions(d->arena, d->rv->pack);
	find_main(&g, type);
	if (!pair_list(d->rv->store, d->arena, &m.viewer, &every, &g.pairs, e) ||
	    !reviewer_list(d->rv->store, d->arena, &m.viewer, type->name, &rows, e) ||
	    !read_found(&g, e))
		return false;
	for (size_t i = 0; i < rows.n; i++)
		if ((q->user.n == 0 || str_eq(q->user, rows.v[i].user)) &&
		    !put_reviewer(&g, &rows.v[i], r, e))
			return false;
	if (q->user.n && r->rows.n == 0)
		return err_set(
		    e, ERR_NOT_FOUND, "no work of %.*s has been locked yet", STR_ARG(q->user));
	put_team(&g, &rows, r);
	put_overturns(&g, q->user, r);
	return true;
}
