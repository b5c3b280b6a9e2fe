/* SPDX-License-Identifier: MIT */
/* Figures of quality as they are sent: against known tables, and against what lists say. */
#include "review/bench.h"
#include "review/figures.h"
#include "review/quality.h"
#include "review/table.h"
#include "lookback/stats/agreement.h"

Suite *suite_review_figures(void);

/* Cells of a question with two answers, as contests would give them. */
static const struct vector {
	int cells[4];
	const char *raw, *kappa, *pabak, *ac1, *word;
} vectors[] = {
    {{90, 10, 10, 90}, "0.900", "0.800", "0.800", "0.800", "substantial"},
    {{20, 5, 10, 15}, "0.700", "0.400", "0.400", NULL, "fair"},
    /* nearly all are alike: kappa alone would mislead */
    {{2, 2, 2, 372}, "0.989", "0.495", "0.979", "0.989", "moderate"},
    /* one answer throughout: nothing can be said */
    {{0, 0, 0, 40}, "1.000", "", "1.000", "1.000", "undefined"},
};

static struct table filled(struct arena *a, const struct question *q, const int cells[4])
{
	static const char *const codes[] = {"yes", "no"};
	struct table t = table_new(a, q);

	for (int i = 0; i < 4; i++)
		for (int n = 0; n < cells[i]; n++)
			ck_assert(table_add(a, &t, str_of(codes[i / 2]), str_of(codes[i % 2])));
	return t;
}

START_TEST(known_tables_give_known_texts)
{
	struct choice codes[] = {{STR("yes"), STR("Yes")}, {STR("no"), STR("No")}};
	struct question q = {.spec = {.type = VT_CHOICE, .choices = {.v = codes, .n = 2}}};
	const struct vector *v = &vectors[_i];
	struct arena a = {0};
	struct table t = filled(&a, &q, v->cells);
	struct agreement all = agreement_of(t.cells, t.codes.n, 0.95);

	ck_assert_uint_eq(t.codes.n, 2);
	for (size_t i = 0; i < 4; i++)
		ck_assert_int_eq(table_count(&t, i / 2, i % 2), v->cells[i]);
	ck_assert_str_eq(figure_part(&a, "raw", all.raw, AS_IT_IS).value.p, v->raw);
	ck_assert(str_is(figure_part(&a, "kappa", all.kappa, AS_IT_IS).value, v->kappa));
	ck_assert_str_eq(figure_part(&a, "pabak", all.pabak, AS_IT_IS).value.p, v->pabak);
	if (v->ac1)
		ck_assert_str_eq(figure_part(&a, "ac1", all.ac1, AS_IT_IS).value.p, v->ac1);
	ck_assert_str_eq(agreement_word(all.kappa), v->word);
	arena_clear(&a);
}
END_TEST

START_TEST(what_cannot_be_said_is_undefined_and_has_its_n)
{
	struct arena a = {0};
	struct part_figure f = figure_share(&a, "rate", 0, 0, 0.95);

	ck_assert(str_is(f.text, "undefined") && f.value.n == 0 && f.low.n == 0 && f.n == 0);
	f = figure_share(&a, "rate", 0, 72, 0.95);
	ck_assert_str_eq(f.text.p, "0.0 (0.0 to 5.0)");
	ck_assert_int_eq(f.n, 72);
	ck_assert_str_eq(figure_number(&a, -0.0001, AS_IT_IS).p, "0.000");
	arena_clear(&a);
}
END_TEST

/* An absence is an answer like another where somebody gave it, and no answer is no pair. */
START_TEST(a_table_grows_with_what_was_given)
{
	struct choice codes[] = {{STR("yes"), STR("Yes")}, {STR("no"), STR("No")}};
	struct question q = {.spec = {.type = VT_CHOICE, .choices = {.v = codes, .n = 2}}};
	struct arena a = {0};
	struct table t = filled(&a, &q, (const int[]){1, 2, 3, 4});

	ck_assert(!table_add(&a, &t, STR("yes"), STR("")));
	ck_assert(table_add(&a, &t, STR("no"), STR("not_recorded")));
	ck_assert_uint_eq(t.codes.n, 3);
	ck_assert_int_eq(t.n, 11);
	ck_assert_int_eq(table_count(&t, 0, 1), 2);
	ck_assert_int_eq(table_count(&t, 1, 0), 3);
	ck_assert_int_eq(table_count(&t, 1, 2), 1);
	arena_clear(&a);
}
END_TEST

/* ---- the funnel ---- */

static const struct {
	const char *by, *of, *bad;
} funnels[] = {
    {"handler", "type:application", "route:right_to_ask"},
    {"route", "type:application", "handler:h*"},
    {"handler", "route:right_to_ask or has:handler", "-route:right_to_ask"},
    {"received", "type:application", "route:right_to_ask"},
};

START_TEST(the_expressions_of_a_unit_list_exactly_its_records)
{
	struct bench *b = bench_new(57);
	struct req_funnel q = {.by = str_of(funnels[_i].by),
	    .of = str_of(funnels[_i].of),
	    .bad = str_of(funnels[_i].bad)};
	int64_t n = 0, bad = 0;
	struct rep_funnel r;
	struct err e;

	ok(ask_funnel(b, "s01", &q, &r, &e));
	ck_assert_uint_gt(r.units.n, 1);
	for (size_t i = 0; i < r.units.n; i++) {
		const struct part_unit *u = &r.units.v[i];
		ck_assert_int_eq(bench_count(b, "s01", u->expr.p), u->n);
		if (u->bad_expr.n)
			ck_assert_int_eq(bench_count(b, "s01", u->bad_expr.p), u->bad);
		else
			ck_assert_int_eq(u->bad, 0);
		ck_assert(i == 0 || u->n <= r.units.v[i - 1].n);
		n += u->n;
		bad += u->bad;
	}
	ck_assert_int_eq(n, r.n);
	ck_assert_int_eq(bad, r.bad_n);
	bench_close(b);
}
END_TEST

START_TEST(a_funnel_of_what_is_no_value_is_refused)
{
	static const char *const faults[] = {
	    "child", "narrative", "nothing_such", "route or x"};
	struct bench *b = bench_new(1);
	struct rep_funnel r;
	struct err e;

	for (size_t i = 0; i < COUNT(faults); i++) {
		struct req_funnel q = {
		    .by = str_of(faults[i]), .bad = STR("route:right_to_ask")};
		ck_assert(!ask_funnel(b, "s01", &q, &r, &e));
		ck_assert(e.kind == ERR_USAGE || e.kind == ERR_INPUT);
	}
	bench_close(b);
}
END_TEST

/* ---- who may ---- */

START_TEST(figures_are_refused_with_a_sentence_that_says_who_may)
{
	static const char *const people[] = {"t01", "r01", "i01"};
	struct bench *b = bench_new(1);
	struct rep_agreement agreement;
	struct rep_reviewers reviewers;
	struct rep_funnel funnel;
	struct rep_audit audit;
	struct err e;

	for (size_t i = 0; i < COUNT(people); i++) {
		const char *who = people[i];
		ck_assert(!ask_agreement(b, who, &(struct req_agreement){0}, &agreement, &e));
		ck_assert_int_eq(e.kind, ERR_REFUSED);
		ck_assert(!ask_reviewers(b, who, &(struct req_reviewers){0}, &reviewers, &e));
		ck_assert_int_eq(e.kind, ERR_REFUSED);
		ck_assert(!ask_funnel(b, who, &(struct req_funnel){0}, &funnel, &e));
		ck_assert_int_eq(e.kind, ERR_REFUSED);
		ck_assert(!ask_audit(b, who, &(struct req_audit){0}, &audit, &e));
		ck_assert_int_eq(e.kind, ERR_REFUSED);
	}
	bench_close(b);
}
END_TEST

/* Nothing has been read twice: every question is there, and nothing is said of it. */
START_TEST(before_anything_is_read_twice_nothing_is_said)
{
	struct bench *b = bench_new(3);
	struct rep_agreement r;
	struct rep_reviewers team;
	struct rep_finals mine;
	struct rep_audit audit;
	struct err e;

	ok(ask_agreement(b, "s01", &(struct req_agreement){0}, &r, &e));
	ck_assert_int_eq(r.contests, 0);
	ck_assert_uint_gt(r.rows.n, 3);
	for (size_t i = 0; i < r.rows.n; i++) {
		ck_assert_int_eq(r.rows.v[i].n, 0);
		ck_assert_str_eq(r.rows.v[i].word.p, "undefined");
		for (size_t k = 0; k < r.rows.v[i].figures.n; k++)
			ck_assert_str_eq(r.rows.v[i].figures.v[k].text.p, "undefined");
	}
	ok(ask_reviewers(b, "s01", &(struct req_reviewers){0}, &team, &e));
	ck_assert_uint_eq(team.rows.n, 1);
	ck_assert_uint_eq(team.rows.v[0].user.n, 0);
	ok(ask_final(b, "r01", &(struct req_final){0}, &mine, &e));
	ck_assert_uint_eq(mine.rows.n, 0);
	ok(ask_audit(b, "s01", &(struct req_audit){0}, &audit, &e));
	ck_assert_uint_eq(audit.month.n, 0);
	bench_close(b);
}
END_TEST

Suite *suite_review_figures(void)
{
	const TTest *const tests[] = {what_cannot_be_said_is_undefined_and_has_its_n,
	    a_table_grows_with_what_was_given, a_funnel_of_what_is_no_value_is_refused,
	    figures_are_refused_with_a_sentence_that_says_who_may,
	    before_anything_is_read_twice_nothing_is_said};
	Suite *s = bench_suite("review/figures", tests, COUNT(tests));
	TCase *c = tcase_create("loops");

	tcase_add_loop_test(c, known_tables_give_known_texts, 0, COUNT(vectors));
	tcase_add_loop_test(
	    c, the_expressions_of_a_unit_list_exactly_its_records, 0, COUNT(funnels));
	suite_add_tcase(s, c);
	return s;
}
