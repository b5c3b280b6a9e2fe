/* SPDX-License-Identifier: MIT */
#include "review/bench.h"

Suite *suite_review_list(void);

static struct strs walk(struct bench *b, const char *who, struct req_list q)
{
	struct strs refs = {0};
	struct rep_page r;
	struct err e;

	do {
		ok(ask_list(b, who, &q, &r, &e));
		for (size_t i = 0; i < r.rows.n; i++)
			*arena_push(&b->arena, &refs) = r.rows.v[i].ref;
		q.after = r.next;
	} while (r.next.n);
	return refs;
}

START_TEST(pages_in_every_order_show_each_record_once)
{
	static const char *const orders[] = {"", "rank", "ref", "due", "opened", "received"};
	struct bench *b = bench_new(57);

	for (size_t i = 0; i < COUNT(orders); i++) {
		struct req_list q = {.order = str_of(orders[i]), .limit = 10};
		struct strs refs = walk(b, "s01", q);
		ck_assert_uint_eq(refs.n, 57);
		for (size_t k = 0; k < refs.n; k++)
			ck_assert(!str_has((struct strs){.v = refs.v, .n = k}, refs.v[k]));
	}
	bench_close(b);
}
END_TEST

START_TEST(what_was_sent_of_a_list_is_logged)
{
	struct bench *b = bench_new(5);
	struct req_list q = {.expr = STR("route:right_to_ask"), .limit = 2};
	struct rep_page r;
	struct event_rows rows;
	struct json *refs;
	struct err e;

	ok(ask_list(b, "r01", &q, &r, &e));
	rows = bench_events(b, "list.read", "");
	ck_assert_uint_eq(rows.n, 1);
	refs = (struct json *)json_get(bench_body(b, &rows.v[0]), "refs");
	ck_assert_uint_eq(refs->n, r.rows.n);
	for (size_t i = 0; i < r.rows.n; i++)
		ck_assert(str_eq(refs->v[i]->s, r.rows.v[i].ref));
	ck_assert(has(rows.v[0].body, "\"expr\":\"route:right_to_ask\""));
	ck_assert(has(r.explain, "Route is Right to Ask") || has(r.explain, "Right to Ask"));
	bench_close(b);
}
END_TEST

START_TEST(a_row_has_a_cell_for_every_column)
{
	struct bench *b = bench_new(3);
	struct req_list q = {.order = STR("ref")};
	struct rep_page r;
	struct err e;

	bench_triage(b, "t01", STR("DVDS-00001"));
	ok(ask_list(b, "r01", &q, &r, &e));
	ck_assert_uint_eq(r.rows.n, 3);
	for (size_t i = 0; i < 3; i++)
		ck_assert_uint_eq(r.rows.v[i].cells.n, 9);
	ck_assert_str_eq(r.rows.v[1].cells.v[0].p, "DVDS-00001");
	ck_assert_str_eq(r.rows.v[1].cells.v[1].p, "Green");
	ck_assert_str_eq(r.rows.v[1].cells.v[5].p, "Full review");
	ck_assert_str_eq(r.rows.v[0].cells.v[7].p, "in 14 d");
	ck_assert(str_eq(r.rows.v[0].cells.v[3], r.rows.v[0].title));
	ck_assert_str_eq(r.rows.v[1].band_mark.p, "-");
	bench_close(b);
}
END_TEST

struct wrong {
	struct req_list q;
	enum err_kind kind;
	const char *says;
};
static const struct wrong wrongs[] = {
    {{.expr = {"state:triaje", 12}}, ERR_INPUT, "triage"},
    {{.expr = {"(route:right_to_ask", 19}}, ERR_INPUT, ""},
    {{.order = {"size", 4}}, ERR_USAGE, "'size' is not an order"},
    {{.limit = 101}, ERR_USAGE, "limit is 1 to 100"},
    {{.limit = -1}, ERR_USAGE, "limit is 1 to 100"},
    {{.after = {"garbage", 7}}, ERR_USAGE, ""},
};

START_TEST(a_wrong_list_says_what_is_wrong)
{
	struct bench *b = bench_new(1);
	struct rep_page r;
	struct err e;

	ck_assert(!ask_list(b, "r01", &wrongs[_i].q, &r, &e));
	ck_assert(says(&e, wrongs[_i].kind, wrongs[_i].says));
	ck_assert_uint_eq(bench_events(b, "list.read", "").n, 0);
	bench_close(b);
}
END_TEST

START_TEST(a_page_of_long_rows_fits_a_message)
{
	struct arena a = {0};
	struct buf csv = buf_in(&a);
	struct bench *b;
	struct req_list q = {.limit = 100, .order = STR("ref")};
	struct rep_page r;
	struct strs refs;
	struct str packet;
	struct err e;
	const uint8_t id[16] = {1};

	buf_puts(&csv, bench_heading);
	for (int i = 0; i < 120; i++)
		buf_put(
		    &csv, bench_replace(&a, bench_row(&a, i), ",Person ",
			      ",Long longer longest name of a person at risk who has a very "
			      "long name indeed and more of it still until the cell is "
			      "as long as it may get "));
	b = bench_open((struct bench_how){.csv = buf_str(&csv).p});
	ok(ask_list(b, "r01", &q, &r, &e));
	ok(wire_packet(&b->arena, MSG_R_page, id, &r, &packet, &e));
	refs = walk(b, "r01", q);
	ck_assert_uint_eq(refs.n, 120);
	bench_close(b);
	arena_clear(&a);
}
END_TEST

struct sought {
	const char *words;
	int64_t n; /* of the 20 made-up records; -1: refused */
};
static const struct sought soughts[] = {
    {"DVDS-00004", 1},
    {"\"rang at 4\"", 1},
    {"Rang", 20},
    {"ran*", 20},
    {"ran", 0},
    {"\"second li\"*", 20},
    {"no rang second", 20},
    {"DVDS-0001", 10},    /* a reference may go on */
    {"state:triage", 20}, /* a field: an expression */
    {"\"state:triage\"", 0},
    {"\"Zajac\"", -2}, /* folded: as many as the exact spelling */
    {"zajak", -2},     /* misspelt */
    {"Zajac, Ewa", -2},
    {"~\"zaajc ewa\"", -2},
    {"state:triage -~zajak ewa", 0},
    {" ** ", -1},
    {"\"", -1},
};

START_TEST(a_search_is_for_words_whatever_they_look_like)
{
	struct bench *b = bench_new(20);
	const struct sought *w = &soughts[_i];
	struct req_search q = {.words = str_of(w->words)};
	struct rep_page r;
	struct err e;

	if (w->n == -1) {
		ck_assert(!ask_search(b, "r01", &q, &r, &e));
		ck_assert(says(&e, ERR_INPUT, "no word"));
	} else {
		ok(ask_search(b, "r01", &q, &r, &e));
		ck_assert_int_eq((int64_t)r.rows.n,
		    w->n >= 0 ? w->n : bench_count(b, "r01", "subject_name:\"Ewa Zając\""));
		ck_assert(has(bench_events(b, "search.run", "").v[0].body, "\"words\":"));
	}
	bench_close(b);
}
END_TEST

static struct str why_of(struct bench *b, const char *words)
{
	struct req_search q = {.words = str_of(words)};
	struct rep_page r;
	struct err e;

	ok(ask_search(b, "r01", &q, &r, &e));
	ck_assert_uint_gt(r.rows.n, 0);
	return r.rows.v[0].why;
}

START_TEST(a_row_that_was_found_says_why)
{
	static const char *const whys[][2] = {
	    {"zajac", "Subject: Ewa Zając"},
	    {"zajak", "Subject: ~Ewa Zając"},
	    {"ewa zajak", "Subject: Ewa Zając"},
	    {"DVDS-00004", "Reference: DVDS-00004"},
	    {"rang", "Narrative"},
	    {"rang zajak", "Subject: ~Ewa Zając; Narrative"},
	    {"subject_name~zajak state:triage", "Subject: ~Ewa Zając"},
	    {"narrative:rang", "Narrative"},
	    {"state:triage", ""},
	    {"state:triage -nowhere", ""},
	};
	struct bench *b = bench_new(20);

	for (size_t i = 0; i < COUNT(whys); i++)
		ck_assert_msg(str_is(why_of(b, whys[i][0]), whys[i][1]), "%s: %.*s", whys[i][0],
		    STR_ARG(why_of(b, whys[i][0])));
	bench_close(b);
}
END_TEST

/* A reviewer may not read who handled the original, so that is no reason either. */
START_TEST(a_restricted_field_is_no_reason)
{
	struct bench *b = bench_new(20);
	struct req_search q = {.words = STR("handler:h04")};
	struct rep_page r;
	struct err e;

	ck_assert(!ask_search(b, "r01", &q, &r, &e) && says(&e, ERR_REFUSED, "restricted"));
	q.words = STR("h04");
	ok(ask_search(b, "r01", &q, &r, &e));
	ck_assert_uint_eq(r.rows.n, 0);
	bench_close(b);
}
END_TEST

START_TEST(a_search_for_any_number_of_words_is_answered_or_refused_in_words)
{
	struct bench *b = bench_new(1);
	struct buf words = buf_in(&b->arena);
	struct req_search q = {0};
	struct rep_page r;
	struct err e;

	for (int i = 1; i <= 120; i++) {
		buf_printf(&words, " w%d", i);
		q.words = arena_str(&b->arena, buf_str(&words));
		if (i <= 32)
			ok(ask_search(b, "r01", &q, &r, &e));
		else
			ck_assert(!ask_search(b, "r01", &q, &r, &e) &&
				  says(&e, ERR_INPUT, "at most"));
	}
	bench_close(b);
}
END_TEST

START_TEST(a_count_is_the_number_of_rows_and_is_logged)
{
	struct bench *b = bench_new(30);
	struct req_list q = {.expr = STR("living_together:yes children>=2"), .limit = 100};

	ck_assert_int_eq(bench_count(b, "r01", "living_together:yes children>=2"),
	    (int64_t)walk(b, "r01", q).n);
	ck_assert_uint_eq(bench_events(b, "count.read", "").n, 1);
	ck_assert_int_eq(bench_count(b, "r01", "holder:me"), 0);
	bench_next(b, "t01");
	ck_assert_int_eq(bench_count(b, "t01", "holder:me"), 1);
	ck_assert_int_eq(bench_count(b, "r01", "holder:me"), 0);
	bench_close(b);
}
END_TEST

START_TEST(an_expression_is_explained_to_any_account)
{
	struct bench *b = bench_new(0);
	struct req_explain q = {.expr = STR("state:triage band>=amber")};
	struct rep_sentence r;
	struct err e;

	ok(ask_explain(b, "admin", &q, &r, &e));
	ck_assert(has(r.text, "Triage") && has(r.text, "Amber"));
	q.expr = STR("stat:triage");
	ck_assert(!ask_explain(b, "admin", &q, &r, &e));
	ck_assert(says(&e, ERR_INPUT, "state") && e.col == 1);
	bench_close(b);
}
END_TEST

Suite *suite_review_list(void)
{
	const TTest *const tests[] = {
	    pages_in_every_order_show_each_record_once,
	    what_was_sent_of_a_list_is_logged,
	    a_row_has_a_cell_for_every_column,
	    a_page_of_long_rows_fits_a_message,
	    a_row_that_was_found_says_why,
	    a_restricted_field_is_no_reason,
	    a_search_for_any_number_of_words_is_answered_or_refused_in_words,
	    a_count_is_the_number_of_rows_and_is_logged,
	    an_expression_is_explained_to_any_account,
	};
	Suite *s = bench_suite("review/list", tests, COUNT(tests));
	TCase *t = tcase_create("loops");

	tcase_add_loop_test(t, a_wrong_list_says_what_is_wrong, 0, (int)COUNT(wrongs));
	tcase_add_loop_test(
	    t, a_search_is_for_words_whatever_they_look_like, 0, (int)COUNT(soughts));
	suite_add_tcase(s, t);
	return s;
}
