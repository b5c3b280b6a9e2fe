/* SPDX-License-Identifier: MIT */
#include "review/bench.h"

Suite *suite_review_next(void);

START_TEST(the_highest_rank_is_served_first)
{
	struct bench *b = bench_new(25);
	struct req_list q = {.expr = STR("queue:triage_officer"), .order = STR("rank")};
	struct rep_page page;
	struct err e;

	ok(ask_list(b, "s01", &q, &page, &e));
	ck_assert_uint_eq(page.rows.n, 25);
	for (size_t i = 0; i < page.rows.n; i++) {
		struct rep_record r = bench_next(b, i % 2 ? "t01" : "t02");
		ck_assert(str_eq(r.ref, page.rows.v[i].ref));
		ck_assert_int_eq(r.rank, page.rows.v[i].rank);
		ck_assert(r.mine);
	}
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(a_rank_is_the_sum_of_its_parts)
{
	struct bench *b = bench_new(8);

	for (int i = 0; i < 8; i++) {
		struct rep_record r = bench_next(b, "t01");
		int64_t sum = 0;
		ck_assert(r.ranks.n > 0);
		for (size_t k = 0; k < r.ranks.n; k++)
			sum += r.ranks.v[k].points;
		ck_assert_int_eq(sum, r.rank);
	}
	bench_close(b);
}
END_TEST

START_TEST(five_people_empty_the_queue_and_nothing_is_served_twice)
{
	static const char *const who[] = {"t01", "t02", "t03", "t04", "t05"};
	struct bench *b = bench_new(60);
	struct strs served = {0};
	struct req_next q = {0};
	struct rep_record r;
	struct err e;

	for (size_t i = 0; ask_next(b, who[i % 5], &q, &r, &e); i++) {
		ck_assert(!str_has(served, r.ref));
		*arena_push(&b->arena, &served) = r.ref;
	}
	ck_assert_uint_eq(served.n, 60);
	ck_assert(says(&e, ERR_NO, "nothing waits for you"));
	ck_assert(says(&e, ERR_NO, "60 held by somebody"));
	ck_assert_uint_eq(bench_events(b, "record.claimed", "").n, 60);
	ck_assert_int_eq(bench_count(b, "s01", "has:holder"), 60);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(an_expression_narrows_what_is_served)
{
	struct bench *b = bench_new(40);
	int64_t n = bench_count(b, "t01", "outcome:withdrawn");
	struct req_next q = {.expr = STR("outcome:withdrawn")};
	struct rep_record r;
	struct err e;

	ck_assert(n > 2 && n < 38);
	for (int64_t i = 0; i < n; i++)
		ok(ask_next(b, "t01", &q, &r, &e));
	ck_assert(!ask_next(b, "t01", &q, &r, &e));
	ck_assert(says(&e, ERR_NO, "does not match your expression"));
	q.expr = STR("outcum:withdrawn");
	ck_assert(!ask_next(b, "t01", &q, &r, &e));
	ck_assert(says(&e, ERR_INPUT, "outcome"));
	bench_close(b);
}
END_TEST

START_TEST(who_has_no_queue_is_told_so)
{
	struct bench *b = bench_new(3);
	struct req_user_add add = {.name = STR("l01")};
	struct req_next q = {0};
	struct rep_record r;
	struct rep_done done;
	struct err e;

	*arena_push(&b->arena, &add.roles) = STR("strategic_lead");
	ok(ask_user_add(b, "admin", &add, &done, &e));
	ck_assert(!ask_next(b, "l01", &q, &r, &e));
	ck_assert(says(&e, ERR_NO, "no queue is served to any of your roles"));
	ck_assert(!ask_next(b, "r01", &q, &r, &e));
	ck_assert(says(&e, ERR_NO, "the queue for Reviewer is empty"));
	ck_assert(!ask_next(b, "admin", &q, &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "the right to take and decide records"));
	ck_assert(says(&e, ERR_REFUSED, "Administrator"));
	bench_close(b);
}
END_TEST

/* m01 is triage officer and reviewer; every step of a review of one's own triage is barred. */
START_TEST(who_did_the_triage_is_not_served_the_review)
{
	struct bench *b = bench_new(1);
	struct req_next q = {0};
	struct rep_record r = bench_next(b, "m01");
	struct err e;

	bench_decide(b, "m01", r.ref, "triage_green", bench_low);
	ck_assert(!ask_next(b, "m01", &q, &r, &e));
	ck_assert(says(&e, ERR_NO, "1 must be done by somebody else than you"));
	bench_close(b);
}
END_TEST

/* m01 is reviewer and supervisor, and the first of two readers. All steps from there on want
 * another person than who finished the review, so m01 is not even served it. */
START_TEST(who_finished_the_review_is_not_served_the_sign_off)
{
	struct bench *b = bench_new(1);
	struct str ref = bench_next(b, "t01").ref;
	struct req_decide q = {.ref = ref, .step = STR("finish_review")};
	struct req_claim claim = {.ref = ref};
	struct req_assign give = {.ref = ref, .to = STR("m01")};
	struct req_next next = {0};
	struct rep_moved moved;
	struct rep_record r;
	struct rep_done done;
	struct err e;

	bench_decide(b, "t01", ref, "triage_green", bench_low);
	bench_claim(b, "m01", ref);
	q.answers = bench_answers(b, STR("review"));
	ok(ask_decide(b, "m01", &q, &moved, &e));
	bench_claim(b, "r01", ref);
	ok(ask_decide(b, "r01", &q, &moved, &e));
	ck_assert(!ask_next(b, "m01", &next, &r, &e));
	ck_assert(says(&e, ERR_NO, "1 must be done by somebody else than you"));
	ck_assert(!ask_claim(b, "m01", &claim, &r, &e));
	ck_assert(
	    says(&e, ERR_REFUSED, "you did 'Finish review' on this record; another person"));
	ck_assert(!ask_assign(b, "s01", &give, &done, &e));
	ck_assert(says(&e, ERR_REFUSED, "nothing m01 could do"));
	ck_assert(str_eq(bench_next(b, "s01").ref, ref));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(what_one_proposed_one_may_still_send_back)
{
	struct bench *b = bench_new(2);
	struct req_next q = {.expr = STR("state:scope_proposed")};
	struct str first = bench_next(b, "m01").ref, second = bench_next(b, "t01").ref;
	struct rep_record r;
	struct err e;

	bench_decide(b, "m01", first, "propose_out_of_scope", NULL);
	bench_decide(b, "t01", second, "propose_out_of_scope", NULL);
	ok(ask_next(b, "m01", &q, &r, &e));
	ok(ask_next(b, "s01", &q, &r, &e));
	ck_assert(!ask_next(b, "s02", &q, &r, &e));
	bench_close(b);
}
END_TEST

START_TEST(a_repeated_request_is_served_the_same_and_claims_once)
{
	struct bench *b = bench_new(5);
	const uint8_t id[16] = {1, 2, 3};
	struct req_next q = {0};
	struct rep_record one, two;
	struct err e;
	int64_t head;

	b->id = id;
	ok(ask_next(b, "t01", &q, &one, &e));
	head = bench_head(b);
	b->id = id;
	ok(ask_next(b, "t01", &q, &two, &e));
	ck_assert(str_eq(one.ref, two.ref));
	ck_assert_int_eq(one.version, two.version);
	ck_assert_int_eq(bench_head(b), head);
	ck_assert_int_eq(bench_count(b, "s01", "has:holder"), 1);
	b->id = id;
	ck_assert(!ask_next(b, "t02", &q, &two, &e));
	ck_assert(says(&e, ERR_USAGE, "somebody else"));
	bench_close(b);
}
END_TEST

START_TEST(a_repeated_refusal_is_refused_in_the_same_words)
{
	struct bench *b = bench_new(1);
	const uint8_t id[16] = {9};
	struct req_next q = {0};
	struct rep_record r;
	struct err one, two;
	int64_t head;

	b->id = id;
	ck_assert(!ask_next(b, "admin", &q, &r, &one));
	head = bench_head(b);
	b->id = id;
	ck_assert(!ask_next(b, "admin", &q, &r, &two));
	ck_assert_int_eq(two.kind, ERR_REFUSED);
	ck_assert_str_eq(one.text, two.text);
	ck_assert_int_eq(bench_head(b), head);
	bench_close(b);
}
END_TEST

Suite *suite_review_next(void)
{
	const TTest *const tests[] = {
	    the_highest_rank_is_served_first,
	    a_rank_is_the_sum_of_its_parts,
	    five_people_empty_the_queue_and_nothing_is_served_twice,
	    an_expression_narrows_what_is_served,
	    who_has_no_queue_is_told_so,
	    who_did_the_triage_is_not_served_the_review,
	    who_finished_the_review_is_not_served_the_sign_off,
	    what_one_proposed_one_may_still_send_back,
	    a_repeated_request_is_served_the_same_and_claims_once,
	    a_repeated_refusal_is_refused_in_the_same_words,
	};
	return bench_suite("review/next", tests, COUNT(tests));
}
