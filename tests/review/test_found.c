/* SPDX-License-Identifier: MIT */
/* In which order what a search finds is shown, page by page in both directions. */
#include "review/bench.h"
#include "review/extract.h"

Suite *suite_review_found(void);

enum { ROWS = 40, KINDS = 5 };

/* By turns: a name, a name like it, an address, a word of the narrative, nothing. */
static const char *const kinds[KINDS][2] = {
    {",A,Applicant", ",A,Zebedee Rook"},
    {",A,Applicant", ",A,Zebedea Rook"},
    {"Mill Lane", "Zebedee Lane"},
    {"Rang at", "DVDS-00004 of Zebedee"},
    {"", ""},
};

static struct bench *zebedees(void)
{
	struct arena a = {0};
	struct buf csv = buf_in(&a);
	struct bench *b;

	buf_puts(&csv, bench_heading);
	for (int i = 0; i < ROWS; i++)
		buf_put(&csv, bench_replace(&a, bench_row(&a, i), kinds[i % KINDS][0],
				  kinds[i % KINDS][1]));
	b = bench_open((struct bench_how){.csv = buf_str(&csv).p});
	arena_clear(&a);
	return b;
}

static int kind_of(struct str ref)
{
	return (ref.p[ref.n - 1] - '0') % KINDS;
}

static struct rep_page page(struct bench *b, const struct req_search *q)
{
	struct rep_page r;
	struct err e;

	ok(ask_search(b, "s01", q, &r, &e));
	return r;
}

static struct strs forwards(struct bench *b, const char *words, int limit)
{
	struct req_search q = {.words = str_of(words), .limit = limit};
	struct strs refs = {0};
	struct rep_page r;

	do {
		r = page(b, &q);
		ck_assert_uint_gt(r.rows.n, 0);
		for (size_t i = 0; i < r.rows.n; i++)
			*arena_push(&b->arena, &refs) = r.rows.v[i].ref;
		q.after = r.next;
	} while (r.next.n);
	return refs;
}

START_TEST(names_come_before_names_like_them_and_those_before_other_words)
{
	struct bench *b = zebedees();
	struct strs refs = forwards(b, "zebedee", 100);
	static const int place[KINDS] = {0, 1, 2, 2, 3};

	ck_assert_uint_eq(refs.n, ROWS / KINDS * 4);
	for (size_t i = 1; i < refs.n; i++)
		ck_assert_int_le(place[kind_of(refs.v[i - 1])], place[kind_of(refs.v[i])]);
	ck_assert_int_eq(kind_of(refs.v[0]), 0);
	bench_close(b);
}
END_TEST

START_TEST(within_a_step_the_order_is_that_of_rank)
{
	struct bench *b = zebedees();
	struct req_search q = {.words = STR("zebedee"), .limit = ROWS / KINDS};
	struct rep_page r = page(b, &q);

	for (size_t i = 1; i < r.rows.n; i++)
		ck_assert_int_ge(r.rows.v[i - 1].rank, r.rows.v[i].rank);
	bench_close(b);
}
END_TEST

/* Pages of any size show the same rows in the same order, from either end. */
START_TEST(pages_are_the_same_in_both_directions)
{
	struct bench *b = zebedees();
	struct strs all = forwards(b, "zebedee", 100), some = forwards(b, "zebedee", _i);
	struct req_search q = {.words = STR("zebedee"), .limit = _i, .last = true};
	size_t left = all.n;
	struct rep_page r;

	ck_assert_uint_eq(all.n, some.n);
	for (size_t i = 0; i < all.n; i++)
		ck_assert(str_eq(all.v[i], some.v[i]));
	do {
		struct req_search on = {.words = q.words, .limit = _i};
		r = page(b, &q);
		ck_assert_uint_le(r.rows.n, left);
		for (size_t i = r.rows.n; i > 0; i--)
			ck_assert(str_eq(r.rows.v[i - 1].ref, all.v[--left]));
		ck_assert(q.last == (r.next.n == 0));
		if (r.next.n) {
			on.after = r.next;
			ck_assert(str_eq(page(b, &on).rows.v[0].ref, all.v[left + r.rows.n]));
		}
		q = (struct req_search){.words = q.words, .limit = _i, .before = r.prev};
	} while (r.prev.n);
	ck_assert_uint_eq(left, 0);
	bench_close(b);
}
END_TEST

START_TEST(the_reference_that_was_typed_comes_first)
{
	struct bench *b = zebedees();
	struct strs refs = forwards(b, " DVDS-00004 ", 3);

	ck_assert_uint_eq(refs.n, 1 + ROWS / KINDS);
	ck_assert_str_eq(refs.v[0].p, "DVDS-00004");
	ck_assert_str_eq(forwards(b, "dvds-00004", 3).v[0].p, "DVDS-00004");
	bench_close(b);
}
END_TEST

/* An address is no name, so nothing is like a word of it. */
START_TEST(names_are_what_the_pack_calls_names)
{
	struct bench *b = zebedees();

	ck_assert_uint_eq(forwards(b, "~zebedee", 7).n, ROWS / KINDS * 2);
	ck_assert_uint_eq(forwards(b, "subject_address~zebedee", 7).n, 0 + ROWS / KINDS);
	bench_close(b);
}
END_TEST

START_TEST(a_list_that_finds_nothing_says_what_is_spelt_like_it)
{
	static const char *const hints[][2] = {
	    {"applicant_name:\"zebedea rook 1\" or late:yes",
		"applicant_name~\"zebedea rook 1\""},
	    {"zebedeo", "~\"zebedeo\""},
	    {"applicant_name:nobody", ""},
	    {"-applicant_name:zebedee state:closed", ""},
	    {"state:review", ""},
	};
	struct bench *b = zebedees();

	for (size_t i = 0; i < COUNT(hints); i++) {
		struct req_list q = {.expr = str_of(hints[i][0])};
		struct rep_page r;
		struct err e;
		ok(ask_list(b, "s01", &q, &r, &e));
		ck_assert_msg(str_is(r.hint, r.rows.n ? "" : hints[i][1]), "%s: %.*s",
		    hints[i][0], STR_ARG(r.hint));
	}
	bench_close(b);
}
END_TEST

START_TEST(a_place_that_is_none_is_refused)
{
	static const char *const wrong[] = {"x", "9:", "-1:", "4:x", "1", "0:r5", ":"};
	struct bench *b = zebedees();

	for (size_t i = 0; i < COUNT(wrong); i++) {
		struct req_search q = {.words = STR("zebedee"), .after = str_of(wrong[i])};
		struct rep_page r;
		struct err e;
		ck_assert_msg(!ask_search(b, "s01", &q, &r, &e), "%s", wrong[i]);
		ck_assert_int_eq(e.kind, ERR_USAGE);
	}
	bench_close(b);
}
END_TEST

Suite *suite_review_found(void)
{
	Suite *s = suite_create("review/found");
	TCase *c = tcase_create("found");

	tcase_add_test(c, names_come_before_names_like_them_and_those_before_other_words);
	tcase_add_test(c, within_a_step_the_order_is_that_of_rank);
	tcase_add_loop_test(c, pages_are_the_same_in_both_directions, 1, 12);
	tcase_add_test(c, the_reference_that_was_typed_comes_first);
	tcase_add_test(c, names_are_what_the_pack_calls_names);
	tcase_add_test(c, a_list_that_finds_nothing_says_what_is_spelt_like_it);
	tcase_add_test(c, a_place_that_is_none_is_refused);
	suite_add_tcase(s, c);
	return s;
}
