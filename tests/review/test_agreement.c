/* SPDX-License-Identifier: MIT */
/* Agreement of two, quality by reviewer, one's own answers: of a pass that was read, against
 * what the log tells. */
#include <string.h>

#include "lookback/base/utf8.h"
#include "lookback/stats/agreement.h"
#include "review/figures.h"
#include "review/passes.h"

Suite *suite_review_agreement(void);

/* What the author gave, the second reader, and the third where they differ. */
static const struct way {
	const char *first, *second, *third;
	const char *ends; /* how the reading ends */
} ways[] = {
    {Y, Y, NULL, "upheld"},
    {Y, XP, Y3, "upheld"},
    {Y, XP, XP3, "overturned"},
    {XP, XP, NULL, "upheld"},
    {XP, Y, XP3, "upheld"},
    {Y, Y, NULL, "upheld"},
};
enum { WAYS = sizeof(ways) / sizeof(ways[0]), FIRST_NUMBER = 1 };

static struct str ref_of(struct bench *b, int i)
{
	return arena_printf(&b->arena, "C-%d", FIRST_NUMBER + i);
}

static void read_one(struct bench *b, int i)
{
	struct str ref = ref_of(b, i);

	passes_read(b, "s1", ref, ways[i].second);
	if (ways[i].third)
		passes_read(b, "j1", ref, ways[i].third);
	ck_assert_str_eq(engine_record(b, ref).reading.p, ways[i].ends);
	if (strcmp(ways[i].ends, "overturned") == 0) {
		engine_step(b, "x1", ref, "approve", "{\"lesson\":\"two\"}");
		engine_step(b, "b1", ref, "sign", NULL);
	}
}

static struct bench *drawn(void)
{
	struct bench *b = passes_new();

	for (int i = 0; i < WAYS; i++)
		passes_closed(b, FIRST_NUMBER + i, ways[i].first);
	b->now += 86400000;
	passes_drawn(b, arena_printf(&b->arena,
			    "{\"expr\":\"state:closed\",\"seed\":\"s\",\"size\":%d}", WAYS)
			    .p);
	return b;
}

static struct bench *read_through(void)
{
	struct bench *b = drawn();

	for (int i = 0; i < WAYS; i++)
		read_one(b, i);
	return b;
}

static struct rep_agreement agreement(struct bench *b, const struct req_agreement *q)
{
	struct rep_agreement r;
	struct err e;

	ok(ask_agreement(b, "b2", q, &r, &e));
	return r;
}

/* ---- the log's own table ---- */

/* The last answer to "finding" that this account gave on the record. */
static struct str given(struct bench *b, struct str ref, const char *by)
{
	struct event_rows rows = bench_events(b, "answer.given", ref.p);
	struct str value = {0};

	for (size_t i = 0; i < rows.n; i++) {
		struct json *body = bench_body(b, &rows.v[i]);
		if (str_is(rows.v[i].actor, by) &&
		    str_is(json_get_text(body, "question"), "finding"))
			value = json_get_text(body, "value");
	}
	return value;
}

static void logged(struct bench *b, int64_t cells[4])
{
	for (int i = 0; i < WAYS; i++) {
		bool first = str_is(given(b, ref_of(b, i), "r1"), "y"),
		     second = str_is(given(b, ref_of(b, i), "s1"), "y");
		cells[2 * first + second]++;
	}
}

static const struct part_agree *row_of(const struct rep_agreement *r, const char *question)
{
	for (size_t i = 0; i < r->rows.n; i++)
		if (str_is(r->rows.v[i].question, question))
			return &r->rows.v[i];
	ck_abort_msg("no row of %s", question);
}

static const struct part_figure *figure_of(const struct part_agree *row, const char *name)
{
	for (size_t i = 0; i < row->figures.n; i++)
		if (str_is(row->figures.v[i].name, name))
			return &row->figures.v[i];
	ck_abort_msg("no figure %s", name);
}

static void same_figures(
    struct bench *b, const struct part_agree *row, const struct agreement *all)
{
	const struct {
		const char *name;
		struct figure f;
	} wanted[] = {
	    {"raw", all->raw}, {"kappa", all->kappa}, {"pabak", all->pabak}, {"ac1", all->ac1}};

	for (size_t i = 0; i < COUNT(wanted); i++) {
		struct part_figure f =
		    figure_part(&b->arena, wanted[i].name, wanted[i].f, AS_IT_IS);
		ck_assert(str_eq(figure_of(row, wanted[i].name)->text, f.text));
		ck_assert_int_eq(figure_of(row, wanted[i].name)->n, f.n);
	}
}

/* Labels of this pack are its codes in capitals. */
static struct str code(struct bench *b, struct str label)
{
	return utf8_fold(&b->arena, label);
}

START_TEST(cells_and_figures_are_those_of_the_log)
{
	struct bench *b = read_through();
	struct rep_agreement r = agreement(b, &(struct req_agreement){0});
	const struct part_agree *row = row_of(&r, "finding");
	int64_t cells[4] = {0}, sum = 0;
	struct agreement all;

	logged(b, cells);
	all = agreement_of(cells, 2, 0.95);
	ck_assert_int_eq(r.contests, WAYS);
	ck_assert_int_eq(row->n, WAYS);
	same_figures(b, row, &all);
	for (size_t i = 0; i < row->cells.n; i++) {
		const struct part_cell *c = &row->cells.v[i];
		struct str first = code(b, c->first), second = code(b, c->second);
		bool differ = !str_eq(first, second);
		ck_assert_int_eq(c->n, cells[2 * str_is(first, "y") + str_is(second, "y")]);
		ck_assert_uint_eq(c->refs.n, differ ? (size_t)c->n : 0);
		for (size_t k = 0; k < c->refs.n; k++)
			ck_assert(str_eq(given(b, c->refs.v[k], "r1"), first));
		sum += c->n;
	}
	ck_assert_int_eq(sum, WAYS);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(it_is_said_of_a_plan_of_a_question_and_by_pair)
{
	struct bench *b = read_through();
	struct rep_agreement r = agreement(b, &(struct req_agreement){.plan = STR("q1")});
	struct err e;

	ck_assert_int_eq(r.contests, WAYS);
	r = agreement(b, &(struct req_agreement){.plan = STR("q9")});
	ck_assert_int_eq(r.contests, 0);
	r = agreement(b, &(struct req_agreement){.expr = STR("ref:C-3")});
	ck_assert_int_eq(r.contests, 1);
	r = agreement(b, &(struct req_agreement){.question = STR("finding"), .pairs = true});
	ck_assert_uint_eq(r.rows.n, 1);
	ck_assert_str_eq(r.rows.v[0].pair.p, "r1, s1");
	ck_assert(!ask_agreement(
	    b, "b2", &(struct req_agreement){.question = STR("nothing")}, &r, &e));
	ck_assert_int_eq(e.kind, ERR_NOT_FOUND);
	bench_close(b);
}
END_TEST

START_TEST(a_reviewer_is_told_of_by_what_became_of_their_work)
{
	struct bench *b = read_through();
	struct rep_reviewers r;
	struct err e;

	ok(ask_reviewers(b, "b2", &(struct req_reviewers){0}, &r, &e));
	ck_assert_uint_eq(r.rows.n, 2);
	for (size_t i = 0; i < r.rows.n; i++) {
		const struct part_reviewer *w = &r.rows.v[i];
		ck_assert(i == 1 ? w->user.n == 0 : str_is(w->user, "r1"));
		ck_assert_int_eq(w->closed, WAYS);
		ck_assert_int_eq(w->second, WAYS);
		ck_assert_int_eq(w->overturned, 1);
		ck_assert_int_eq(w->figures.v[0].n, WAYS);
		ck_assert_str_eq(w->figures.v[0].value.p, "50.0");
		ck_assert(w->sampled.n > 0);
	}
	for (size_t i = 0; i < r.questions.n; i++)
		if (str_is(r.questions.v[i].question, "finding"))
			ck_assert_int_eq(r.questions.v[i].overturned, 1);
	bench_close(b);
}
END_TEST

/* Mine against final: when it is over, not before. */
START_TEST(ones_own_answers_are_shown_beside_what_counts_when_it_is_over)
{
	struct bench *b = drawn();
	struct req_final of = {.ref = STR("C-3")};
	struct rep_finals r;
	struct err e;

	passes_read(b, "s1", STR("C-3"), XP);
	ok(ask_final(b, "r1", &of, &r, &e));
	ck_assert_uint_eq(r.rows.n, 0);
	ok(ask_final(b, "s1", &of, &r, &e));
	ck_assert_uint_eq(r.rows.n, 0);
	passes_read(b, "j1", STR("C-3"), XP3);
	ok(ask_final(b, "r1", &of, &r, &e));
	ck_assert_uint_ge(r.rows.n, 1);
	ck_assert_str_eq(r.rows.v[0].question.p, "finding");
	ck_assert(str_is(code(b, r.rows.v[0].mine), "y"));
	ck_assert(str_is(code(b, r.rows.v[0].final), "x"));
	ck_assert_str_eq(r.rows.v[0].reason.p, "so");
	ok(ask_final(b, "s1", &of, &r, &e));
	ck_assert(str_eq(r.rows.v[0].mine, r.rows.v[0].final));
	ok(ask_final(b, "r2", &of, &r, &e));
	ck_assert_uint_eq(r.rows.n, 0);
	bench_close(b);
}
END_TEST

/* Page by page it is the same, each contest once. */
START_TEST(ones_own_answers_come_page_by_page)
{
	struct bench *b = read_through();
	struct req_final q = {.limit = 1};
	struct strs refs = {0};
	struct rep_finals r;
	struct err e;

	do {
		ok(ask_final(b, "r1", &q, &r, &e));
		for (size_t i = 0; i < r.rows.n; i++) {
			ck_assert(str_eq(r.rows.v[i].ref, r.rows.v[0].ref));
			ck_assert(!str_has(refs, r.rows.v[i].ref));
		}
		if (r.rows.n)
			*arena_push(&b->arena, &refs) = r.rows.v[0].ref;
		ck_assert(r.next == 0 || q.after == 0 || r.next < q.after);
		q.after = r.next;
	} while (r.next);
	ck_assert_uint_eq(refs.n, WAYS);
	bench_close(b);
}
END_TEST

Suite *suite_review_agreement(void)
{
	const TTest *const tests[] = {cells_and_figures_are_those_of_the_log,
	    it_is_said_of_a_plan_of_a_question_and_by_pair,
	    a_reviewer_is_told_of_by_what_became_of_their_work,
	    ones_own_answers_are_shown_beside_what_counts_when_it_is_over,
	    ones_own_answers_come_page_by_page};

	return bench_suite("review/agreement", tests, COUNT(tests));
}
