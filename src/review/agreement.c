/* SPDX-License-Identifier: MIT */
/*
 * How far two readers agree who did not know of each other, question by question: n, the
 * cells with every record on which they differ, and kappa never alone.
 */
#include <stdlib.h>

#include "lookback/stats/agreement.h"

#include "review/body.h"
#include "review/figures.h"
#include "review/quality.h"
#include "review/table.h"
#include "review/words.h"
#include "review/refusals.h"

enum { REFS_MAX = 100, REFS_ROOM = 24000, ROWS_ROOM = 30000, ROW_BYTES = 800, CELL_BYTES = 90 };

struct agreeing {
	struct desk *d;
	const struct pair_rows *pairs;
	double confidence;
	struct rep_agreement *r;
	struct strs refs; /* that are sent */
	size_t room;      /* bytes left for references, */
	size_t rows;      /* and for the rest */
};

/* Which of the pairs: of a question, and of two accounts when by is not NULL. */
struct chosen {
	const struct question *q;
	const struct strs *by; /* the two, in name order */
};

static bool is_chosen(const struct chosen *c, const struct pair_row *p)
{
	return str_eq(p->question, c->q->name) && p->first.n && p->second.n &&
	       (!c->by ||
		   (str_eq(p->first_by, c->by->v[0]) && str_eq(p->second_by, c->by->v[1])) ||
		   (str_eq(p->first_by, c->by->v[1]) && str_eq(p->second_by, c->by->v[0])));
}

/* By pair, rows are of the one whose name comes first, whoever read first. */
static void answers_of(const struct chosen *c, const struct pair_row *p, struct str out[2])
{
	bool turned = c->by && !str_eq(p->first_by, c->by->v[0]);

	out[turned] = p->first;
	out[!turned] = p->second;
}

static void put_refs(struct agreeing *g, const struct chosen *c, struct str first,
    struct str second, struct part_cell *cell)
{
	struct arena *a = g->d->arena;

	for (size_t i = 0; i < g->pairs->n && cell->refs.n < REFS_MAX; i++) {
		const struct pair_row *p = &g->pairs->v[i];
		struct str both[2];
		if (!is_chosen(c, p) || g->room < p->ref.n + 4)
			continue;
		answers_of(c, p, both);
		if (!str_eq(both[0], first) || !str_eq(both[1], second) ||
		    str_has(cell->refs, p->ref))
			continue;
		g->room -= p->ref.n + 4;
		*arena_push(a, &cell->refs) = p->ref;
		*arena_push(a, &g->refs) = p->ref;
	}
}

static struct str code_words(struct arena *a, const struct question *q, struct str code)
{
	return say_cut(
	    a, say_value(a, q->spec.type, &q->spec.choices, value_str(code)), CELL_BYTES / 2);
}

static void put_cells(
    struct agreeing *g, const struct chosen *c, const struct table *t, struct part_agree *row)
{
	struct arena *a = g->d->arena;

	for (size_t i = 0; i < t->codes.n; i++)
		for (size_t k = 0; k < t->codes.n; k++) {
			struct part_cell cell = {.first = code_words(a, c->q, t->codes.v[i]),
			    .second = code_words(a, c->q, t->codes.v[k]),
			    .n = table_count(t, i, k)};
			if (cell.n == 0)
				continue;
			if (i != k)
				put_refs(g, c, t->codes.v[i], t->codes.v[k], &cell);
			*arena_push(a, &row->cells) = cell;
		}
}

/* Positive and negative are said of questions with two answers. */
static void put_figures(
    struct agreeing *g, const struct chosen *c, const struct table *t, struct part_agree *row)
{
	struct agreement all = agreement_of(t->cells, t->codes.n, g->confidence);
	const struct {
		const char *name;
		struct figure f;
	} figures[] = {
	    {"raw", all.raw}, {"kappa", all.kappa}, {"pabak", all.pabak}, {"ac1", all.ac1}};
	struct arena *a = g->d->arena;

	for (size_t i = 0; i < sizeof(figures) / sizeof(*figures); i++)
		*arena_push(a, &row->figures) =
		    figure_part(a, figures[i].name, figures[i].f, AS_IT_IS);
	for (size_t i = 0; c->q->spec.choices.n == 2 && i < 2; i++)
		*arena_push(a, &row->figures) = figure_part(a, i ? "negative" : "positive",
		    agreement_on(t->cells, t->codes.n, i, g->confidence), AS_IT_IS);
	row->word = str_of(agreement_word(all.kappa));
}

static bool put_row(struct agreeing *g, const struct chosen *c, struct err *e)
{
	struct arena *a = g->d->arena;
	struct table t = table_new(a, c->q);
	struct part_agree row = {.question = c->q->name, .label = c->q->label};
	size_t bytes;

	for (size_t i = 0; i < g->pairs->n; i++) {
		struct str both[2];
		if (!is_chosen(c, &g->pairs->v[i]))
			continue;
		answers_of(c, &g->pairs->v[i], both);
		table_add(a, &t, both[0], both[1]);
	}
	row.n = t.n;
	if (c->by)
		row.pair =
		    arena_printf(a, "%.*s, %.*s", STR_ARG(c->by->v[0]), STR_ARG(c->by->v[1]));
	put_cells(g, c, &t, &row);
	put_figures(g, c, &t, &row);
	bytes = ROW_BYTES + row.label.n + row.cells.n * CELL_BYTES;
	if (bytes > g->rows && c->by) {
		g->r->left_out++;
		return true;
	}
	if (bytes > g->rows)
		return err_set(e, ERR_REFUSED, REFUSED_AGREEMENT_LARGE);
	g->rows -= bytes;
	*arena_push(a, &g->r->rows) = row;
	return true;
}

/* ---- by pair ---- */

/* Two readers, whichever sat first, and on how many records they met. */
struct couple {
	struct strs two;
	int64_t n;
};
struct couples {
	struct couple *v;
	size_t n, cap;
};

static struct couple *couple_of(
    struct arena *a, struct couples *all, struct str x, struct str y)
{
	struct couple *c;

	for (size_t i = 0; i < all->n; i++)
		if (str_eq(all->v[i].two.v[0], x) && str_eq(all->v[i].two.v[1], y))
			return &all->v[i];
	c = arena_push(a, all);
	*c = (struct couple){0};
	*arena_push(a, &c->two) = x;
	*arena_push(a, &c->two) = y;
	return c;
}

static int most_first(const void *a, const void *b)
{
	const struct couple *x = a, *y = b;
	int order = str_cmp(x->two.v[0], y->two.v[0]);

	if (x->n != y->n)
		return x->n > y->n ? -1 : 1;
	return order ? order : str_cmp(x->two.v[1], y->two.v[1]);
}

/* Those who met most stand first; who met least is left out where there is no room. */
static bool put_pairs(struct agreeing *g, const struct question *q, struct err *e)
{
	struct arena *a = g->d->arena;
	struct chosen every = {.q = q};
	struct couples all = {0};

	for (size_t i = 0; i < g->pairs->n; i++) {
		const struct pair_row *p = &g->pairs->v[i];
		bool turned = str_cmp(p->first_by, p->second_by) > 0;
		if (is_chosen(&every, p))
			couple_of(a, &all, turned ? p->second_by : p->first_by,
			    turned ? p->first_by : p->second_by)
			    ->n++;
	}
	if (all.n)
		qsort(all.v, all.n, sizeof(*all.v), most_first);
	for (size_t i = 0; i < all.n; i++)
		if (!put_row(g, &(struct chosen){.q = q, .by = &all.v[i].two}, e))
			return false;
	return true;
}

/* ---- the reply ---- */

static int64_t contests(struct arena *a, const struct pair_rows *pairs)
{
	struct strs refs = {0};
	int64_t n = 0;

	for (size_t i = 0; i < pairs->n; i++) {
		struct str key = arena_printf(a, "%lld", (long long)pairs->v[i].seq);
		if (str_has(refs, key))
			continue;
		*arena_push(a, &refs) = key;
		n++;
	}
	return n;
}

static bool asked_question(
    const struct compareds *all, struct str name, bool *any, struct err *e)
{
	*any = name.n == 0;
	for (size_t i = 0; i < all->n; i++)
		*any = *any || str_eq(all->v[i].question->name, name);
	return *any ||
	       err_set(e, ERR_NOT_FOUND,
		   "'%.*s' is no question on which two readers are compared", STR_ARG(name));
}

static bool log_refs(struct desk *d, const struct expr *where, struct strs refs, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct buf b = buf_in(d->arena);

	if (refs.n == 0)
		return true;
	expr_print(&b, where);
	body_text(d->arena, body, "expr", buf_str(&b));
	body_text(d->arena, body, "order", STR("agreement"));
	body_list(d->arena, body, "refs", refs);
	return desk_append(d, EVENT_LIST_READ, STR(""), body, NULL, e);
}

bool review_agreement(
    struct desk *d, const struct req_agreement *q, struct rep_agreement *r, struct err *e)
{
	struct compareds all = compared_questions(d->arena, d->rv->pack);
	struct pair_query f = {.plan = q->plan, .question = q->question, .now = d->now};
	struct agreeing g = {.d = d, .r = r, .room = REFS_ROOM, .rows = ROWS_ROOM};
	struct buf explain = buf_in(d->arena);
	struct pair_rows pairs;
	struct me m;
	bool any;

	*r = (struct rep_agreement){0};
	if (!quality_me(d, &m, e) || !desk_writable(d, e) || !desk_reread(d, e) ||
	    !confidence_read(q->confidence, &g.confidence, e) ||
	    !desk_where(d, &m, q->expr, &f.where, e) ||
	    !asked_question(&all, q->question, &any, e) ||
	    !pair_list(d->rv->store, d->arena, &m.viewer, &f, &pairs, e))
		return false;
	expr_explain(&explain, f.where);
	r->explain = buf_str(&explain);
	r->contests = contests(d->arena, &pairs);
	g.pairs = &pairs;
	for (size_t i = 0; i < all.n; i++) {
		const struct question *one = all.v[i].question;
		if (q->question.n && !str_eq(q->question, one->name))
			continue;
		if (q->pairs ? !put_pairs(&g, one, e)
			     : !put_row(&g, &(struct chosen){.q = one}, e))
			return false;
	}
	return log_refs(d, f.where, g.refs, e);
}
