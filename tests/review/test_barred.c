/* SPDX-License-Identifier: MIT */
/*
 * Who handled an original never learns that it is in the review. Two databases, one with
 * such records and one without, give this person the same bytes.
 */
#include "review/bench.h"

Suite *suite_review_barred(void);

enum { SEEN = 18 };
#define HIDDEN_NAME "Quentin Ravenscroft" /* in no record that they may see */

/* Rows of other handlers first, so that line and event numbers of both are the same. */
static struct str rows_of(struct arena *a, bool with_own)
{
	struct buf csv = buf_in(a);

	buf_puts(&csv, bench_heading);
	for (int i = 0; i < 20; i++)
		if (i % 10 != 7)
			buf_put(&csv, bench_row(a, i));
	for (int i = 7; i < 20 && with_own; i += 10)
		buf_put(&csv, bench_replace(a, bench_row(a, i), ",,19", "," HIDDEN_NAME ",19"));
	return buf_str(&csv);
}

struct pair {
	struct arena a;
	struct bench *with, *without;
};

static struct pair pair_open(void)
{
	struct pair p = {0};

	p.with = bench_open((struct bench_how){.csv = rows_of(&p.a, true).p});
	p.without = bench_open((struct bench_how){.csv = rows_of(&p.a, false).p});
	ck_assert_int_eq(bench_count(p.with, "s01", ""), SEEN + 2);
	return p;
}

static void pair_close(struct pair *p)
{
	bench_close(p->with);
	bench_close(p->without);
	arena_clear(&p->a);
}

static struct str bytes(struct bench *b, enum msg msg, const void *reply)
{
	struct buf out = buf_in(&b->arena);

	wire_body(&b->arena, msg, reply, &out);
	return buf_str(&out);
}

/* Asks both and compares: the reply, or the refusal. */
#define SAME(both, name, reply_msg, reply, ...)                                                \
	do {                                                                                   \
		struct req_##name q_ = {__VA_ARGS__};                                          \
		struct rep_##reply one_, two_;                                                 \
		struct err e1_, e2_;                                                           \
		bool ok1_ = ask_##name((both)->with, "h07", &q_, &one_, &e1_);                 \
		bool ok2_ = ask_##name((both)->without, "h07", &q_, &two_, &e2_);              \
		ck_assert_int_eq(ok1_, ok2_);                                                  \
		if (ok1_)                                                                      \
			ck_assert_str_eq(bytes((both)->with, reply_msg, &one_).p,              \
			    bytes((both)->without, reply_msg, &two_).p);                       \
		else                                                                           \
			ck_assert_str_eq(e1_.text, e2_.text);                                  \
	} while (0)

START_TEST(lists_counts_searches_and_the_start_screen_are_the_same)
{
	static const char *const orders[] = {"rank", "ref", "due", "opened", "received"};
	static const char *const exprs[] = {
	    "", "route:right_to_ask", "-has:holder", "children>=1", "not outcome:withdrawn"};
	/* hidden names as they are and misspelt, and others that are there */
	static const char *const names[] = {"Ravenscroft", "ravenscraft", "~quentn",
	    "subject_alias~\"ravnscroft quentin\"", "-~ravenscraft", "okora",
	    "~\"okoro chidl\""};
	struct pair p = pair_open();

	ck_assert_int_eq(bench_count(p.with, "s01", "~\"ravnscroft quentn\""), 2);
	for (size_t i = 0; i < COUNT(orders); i++) {
		SAME(&p, list, MSG_R_page, page, .order = str_of(orders[i]), .limit = 100);
		SAME(&p, list, MSG_R_page, page, .order = str_of(orders[i]), .limit = 3);
		SAME(&p, list, MSG_R_page, page, .order = str_of(orders[i]), .limit = 3,
		    .last = true);
	}
	for (size_t i = 0; i < COUNT(exprs); i++)
		SAME(&p, count, MSG_R_count, count, .expr = str_of(exprs[i]));
	SAME(&p, search, MSG_R_page, page, .words = STR("rang"), .limit = 100);
	SAME(&p, search, MSG_R_page, page, .words = STR("\"rang at 7\""));
	SAME(&p, search, MSG_R_page, page, .words = STR("DVDS-00017"));
	for (size_t i = 0; i < COUNT(names); i++)
		SAME(&p, search, MSG_R_page, page, .words = str_of(names[i]), .limit = 100);
	for (size_t i = 0; i < COUNT(names); i++)
		SAME(&p, explain, MSG_R_sentence, sentence, .expr = str_of(names[i]),
		    .search = true);
	SAME(&p, home, MSG_R_home, home, .wire_ = 0);
	SAME(&p, home, MSG_R_home, home, .numbers = true);
	ck_assert_int_eq(bench_count(p.with, "h07", ""), SEEN);
	pair_close(&p);
}
END_TEST

START_TEST(errors_are_the_same_whatever_one_tries)
{
	struct pair p = pair_open();
	struct str ref = STR("DVDS-00007");

	bench_claim(p.with, "t01", ref); /* held, noted, put aside: it is not there */
	SAME(&p, show, MSG_R_record, record, .ref = ref);
	SAME(&p, claim, MSG_R_record, record, .ref = ref);
	SAME(&p, release, MSG_R_done, done, .ref = ref);
	SAME(&p, defer, MSG_R_done, done, .ref = ref, .until = STR("+3d"), .reason = STR("x"));
	SAME(&p, form, MSG_R_form, form, .ref = ref, .form = STR("triage"));
	SAME(&p, answer, MSG_R_form, form, .ref = ref, .form = STR("triage"),
	    .question = STR("urgent"), .value = STR("no"));
	SAME(&p, decide, MSG_R_moved, moved, .ref = ref, .step = STR("triage_red"));
	SAME(&p, note, MSG_R_done, done, .ref = ref, .text = STR("x"));
	SAME(&p, rank, MSG_R_rank, rank, .ref = ref);
	SAME(&p, past, MSG_R_past, past, .ref = ref);
	SAME(&p, past, MSG_R_past, past, .ref = STR("DVDS-00008"));
	pair_close(&p);
}
END_TEST

START_TEST(the_queue_is_the_same_and_ends_the_same)
{
	struct pair p = pair_open();
	struct req_next q = {0};
	struct rep_record one, two;
	struct err e1, e2;

	for (int i = 0; i < SEEN; i++) {
		ck_assert(ask_next(p.with, "h07", &q, &one, &e1));
		ck_assert(ask_next(p.without, "h07", &q, &two, &e2));
		ck_assert(str_eq(one.ref, two.ref) && one.rank == two.rank);
	}
	ck_assert(!ask_next(p.with, "h07", &q, &one, &e1));
	ck_assert(!ask_next(p.without, "h07", &q, &two, &e2));
	ck_assert_int_eq(e1.kind, ERR_NO);
	ck_assert_str_eq(e1.text, e2.text);
	ck_assert(str_is(bench_next(p.with, "t01").state, "triage")); /* two are left */
	pair_close(&p);
}
END_TEST

START_TEST(nobody_can_give_it_to_them)
{
	struct pair p = pair_open();
	struct req_assign q = {.ref = STR("DVDS-00007"), .to = STR("h07")};
	struct rep_done r;
	struct err e;

	ck_assert(!ask_assign(p.with, "s01", &q, &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "may not be given to h07"));
	pair_close(&p);
}
END_TEST

Suite *suite_review_barred(void)
{
	const TTest *const tests[] = {
	    lists_counts_searches_and_the_start_screen_are_the_same,
	    errors_are_the_same_whatever_one_tries,
	    the_queue_is_the_same_and_ends_the_same,
	    nobody_can_give_it_to_them,
	};
	return bench_suite("review/barred", tests, COUNT(tests));
}
