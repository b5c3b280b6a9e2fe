/* SPDX-License-Identifier: MIT */
/* Views: kept for oneself or a role, read anew each time they are used. */
#include <string.h>

#include "review/bench.h"

Suite *suite_review_views(void);

static bool save(struct bench *b, const char *who, const char *name, const char *expr,
    const char *role, struct err *e)
{
	struct req_view_save q = {
	    .name = str_of(name), .expr = str_of(expr), .role = str_of(role)};
	struct rep_done r;

	return ask_view_save(b, who, &q, &r, e);
}

static bool drop(
    struct bench *b, const char *who, const char *name, const char *role, struct err *e)
{
	struct req_view_drop q = {.name = str_of(name), .role = str_of(role)};
	struct rep_done r;

	return ask_view_drop(b, who, &q, &r, e);
}

/* The first of that name, or one with no name. */
static struct part_view view_of(struct bench *b, const char *who, const char *name)
{
	struct req_view_list q = {0};
	struct rep_views r;
	struct err e = {0};

	ok(ask_view_list(b, who, &q, &r, &e));
	for (size_t i = 0; i < r.rows.n; i++)
		if (str_is(r.rows.v[i].name, name))
			return r.rows.v[i];
	return (struct part_view){0};
}

START_TEST(a_view_is_there_for_whom_it_was_saved)
{
	struct bench *b = bench_new(20);
	struct part_view v;
	struct err e = {0};

	ok(save(b, "r01", "my reds", "band:red holder:me", "", &e));
	v = view_of(b, "r01", "my reds");
	ck_assert(str_is(v.whose, "mine") && str_is(v.expr, "band:red holder:me"));
	ck_assert(str_is(v.explain, "band is Red and holder is r01"));
	ck_assert_uint_eq(view_of(b, "r02", "my reds").name.n, 0);
	ck_assert_uint_eq(view_of(b, "s01", "my reds").name.n, 0);
	ok(save(b, "s01", "reds", "band:red", "reviewer", &e));
	v = view_of(b, "r02", "reds");
	ck_assert(
	    str_is(v.whose, "role") && str_is(v.role_label, "Reviewer") && str_is(v.by, "s01"));
	ck_assert(str_is(view_of(b, "r01", "late").whose, "review"));
	bench_close(b);
}
END_TEST

START_TEST(the_same_name_replaces_and_dropping_takes_away)
{
	struct bench *b = bench_new(5);
	struct err e = {0};

	ok(save(b, "r01", "mine", "band:red", "", &e));
	ok(save(b, "r01", "mine", "band:green", "", &e));
	ck_assert(str_is(view_of(b, "r01", "mine").expr, "band:green"));
	ck_assert_uint_eq(bench_events(b, "view.saved", "").n, 2);
	ck_assert(!drop(b, "r02", "mine", "", &e) && says(&e, ERR_NOT_FOUND, "no view 'mine'"));
	ok(drop(b, "r01", "mine", "", &e));
	ck_assert_uint_eq(view_of(b, "r01", "mine").name.n, 0);
	ck_assert(!drop(b, "r01", "mine", "", &e));
	bench_close(b);
}
END_TEST

static bool rename_it(struct bench *b, const char *who, const char *was, const char *name,
    const char *role, struct err *e)
{
	struct req_view_save q = {
	    .name = str_of(name), .was = str_of(was), .role = str_of(role)};
	struct rep_done r;

	return ask_view_save(b, who, &q, &r, e);
}

START_TEST(a_view_gets_another_name_and_stays_what_it_is)
{
	struct bench *b = bench_new(5);
	struct err e = {0};

	ok(save(b, "r01", "mine", "band:red", "", &e));
	ok(save(b, "r01", "other", "late:yes", "", &e));
	ck_assert(!rename_it(b, "r01", "mine", "other", "", &e) && e.kind == ERR_CONFLICT);
	ck_assert(!rename_it(b, "r01", "none", "new", "", &e) && e.kind == ERR_NOT_FOUND);
	ck_assert(!rename_it(b, "r01", "mine", "rename x", "", &e) && e.kind == ERR_INPUT);
	ck_assert(!rename_it(b, "r02", "mine", "new", "", &e) && e.kind == ERR_NOT_FOUND);
	ok(rename_it(b, "r01", "mine", "my reds", "", &e));
	ck_assert(str_is(view_of(b, "r01", "my reds").expr, "band:red"));
	ck_assert_uint_eq(view_of(b, "r01", "mine").name.n, 0);
	ok(save(b, "s01", "reds", "band:red", "reviewer", &e));
	ck_assert(!rename_it(b, "r01", "reds", "x", "reviewer", &e) && e.kind == ERR_REFUSED);
	ok(rename_it(b, "s01", "reds", "team reds", "reviewer", &e));
	ck_assert(str_is(view_of(b, "r02", "team reds").whose, "role"));
	bench_close(b);
}
END_TEST

START_TEST(sharing_needs_the_right_to_assign)
{
	struct bench *b = bench_new(5);
	struct err e = {0};

	ck_assert(!save(b, "r01", "x", "band:red", "reviewer", &e) &&
		  says(&e, ERR_REFUSED, "assign"));
	ok(save(b, "s01", "x", "band:red", "reviewer", &e));
	ck_assert(!drop(b, "r01", "x", "reviewer", &e) && says(&e, ERR_REFUSED, "assign"));
	ck_assert(!save(b, "s01", "x", "band:red", "reviewr", &e) &&
		  says(&e, ERR_INPUT, "did you mean 'reviewer'?"));
	ok(drop(b, "s01", "x", "reviewer", &e));
	bench_close(b);
}
END_TEST

START_TEST(what_cannot_be_read_is_not_saved)
{
	static const char *const faults[][3] = {
	    {"", "band:red", "needs a name"},
	    {"late", "band:red", "of its own"},
	    {"save me", "band:red", "begins a command"},
	    {"two\nlines", "band:red", "one line"},
	    {"x", "bnd:red", "did you mean 'band'?"},
	};
	struct bench *b = bench_new(5);

	for (size_t i = 0; i < COUNT(faults); i++) {
		struct err e = {0};
		ck_assert(!save(b, "r01", faults[i][0], faults[i][1], "", &e));
		ck_assert_msg(strstr(e.text, faults[i][2]), "%s", e.text);
	}
	ck_assert_uint_eq(bench_events(b, "view.saved", "").n, 0);
	bench_close(b);
}
END_TEST

/* Who may read a field may save and share a view on it; it shows the others nothing. */
START_TEST(a_shared_view_opens_no_field_that_is_closed)
{
	struct bench *b = bench_new(20);
	struct part_view v;
	struct req_list q = {0};
	struct rep_page r;
	struct err e = {0};

	ck_assert(!save(b, "r01", "theirs", "handler:h04", "", &e) &&
		  says(&e, ERR_REFUSED, "restricted"));
	ok(save(b, "s01", "theirs", "handler:h04", "reviewer", &e));
	v = view_of(b, "r01", "theirs");
	ck_assert(v.explain.n == 0 && has(v.fault, "restricted"));
	q.expr = v.expr;
	ck_assert(!ask_list(b, "r01", &q, &r, &e) && says(&e, ERR_REFUSED, "restricted"));
	bench_close(b);
}
END_TEST

START_TEST(a_search_is_kept_as_what_it_means)
{
	struct bench *b = bench_new(20);
	struct req_view_save q = {.name = STR("z"), .expr = STR("zajak"), .search = true};
	struct req_search s = {.words = q.expr, .limit = 100};
	struct rep_done done;
	struct rep_page page;
	struct err e = {0};

	ok(ask_view_save(b, "r01", &q, &done, &e));
	ck_assert(str_is(view_of(b, "r01", "z").expr, "zajak or ~zajak"));
	ok(ask_search(b, "r01", &s, &page, &e));
	ck_assert_uint_gt(page.rows.n, 0);
	ck_assert_int_eq(bench_count(b, "r01", "zajak or ~zajak"), (int64_t)page.rows.n);
	q.expr = STR("holder:me zajak");
	ok(ask_view_save(b, "r01", &q, &done, &e));
	ck_assert(str_is(view_of(b, "r01", "z").expr, "holder:me zajak"));
	bench_close(b);
}
END_TEST

Suite *suite_review_views(void)
{
	const TTest *const tests[] = {
	    a_view_is_there_for_whom_it_was_saved,
	    the_same_name_replaces_and_dropping_takes_away,
	    a_view_gets_another_name_and_stays_what_it_is,
	    sharing_needs_the_right_to_assign,
	    what_cannot_be_read_is_not_saved,
	    a_shared_view_opens_no_field_that_is_closed,
	    a_search_is_kept_as_what_it_means,
	};

	return bench_suite("review/views", tests, COUNT(tests));
}
