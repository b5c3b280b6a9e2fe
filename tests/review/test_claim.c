/* SPDX-License-Identifier: MIT */
#include "review/bench.h"

Suite *suite_review_claim(void);

static const int64_t MINUTE = 60000, DAY = 86400000;

START_TEST(a_held_record_is_named_with_its_holder_and_since_when)
{
	struct bench *b = bench_new(1);
	struct str ref = bench_next(b, "t01").ref;
	struct req_claim q = {.ref = ref};
	struct rep_record r;
	struct err e;

	b->now += 5 * MINUTE;
	ck_assert(!ask_claim(b, "t02", &q, &r, &e));
	ck_assert(says(&e, ERR_CONFLICT, "is held by T. Number 1 (t01) since 16:00"));
	ck_assert(says(&e, ERR_CONFLICT, "ask them or a supervisor to release it"));
	b->now += DAY;
	ck_assert(!ask_claim(b, "t02", &q, &r, &e));
	ck_assert(says(&e, ERR_CONFLICT, "since 24 Nov 2025 16:00"));
	ok(ask_claim(b, "t01", &q, &r, &e)); /* one's own is taken again */
	ck_assert_uint_eq(bench_events(b, "record.claimed", "").n, 1);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(a_record_on_which_one_could_do_nothing_is_not_taken)
{
	struct bench *b = bench_new(1);
	struct str ref = bench_next(b, "t01").ref;
	struct req_release back = {.ref = ref};
	struct req_claim q = {.ref = ref};
	struct rep_record r;
	struct rep_done done;
	struct err e;

	ok(ask_release(b, "t01", &back, &done, &e));
	ck_assert(!ask_claim(b, "r01", &q, &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "nothing r01 could do"));
	ck_assert(says(&e, ERR_REFUSED, "Green"));
	ck_assert(says(&e, ERR_REFUSED, ": only a Triage officer may do this; ask one"));
	bench_close(b);
}
END_TEST

START_TEST(a_silent_claim_ends_and_the_answers_stay)
{
	struct bench *b = bench_new(1);
	struct str ref = bench_next(b, "t01").ref;
	struct req_answer a = {.ref = ref,
	    .form = STR("triage"),
	    .question = STR("outcome_seen"),
	    .value = STR("yes")};
	struct rep_form form;
	struct rep_record r;
	struct err e;

	ok(ask_answer(b, "t01", &a, &form, &e));
	b->now += 719 * MINUTE;
	ok(store_begin(b->rv->store, &e));
	ck_assert_int_eq(review_chores(b->rv, &b->arena, b->now), 0);
	ok(store_commit(b->rv->store, &e));
	b->now += 2 * MINUTE;
	r = bench_next(b, "t02"); /* chores come first */
	ck_assert(str_eq(r.ref, ref));
	ck_assert_uint_eq(r.answers.n, 1);
	ck_assert_str_eq(r.answers.v[0].by.p, "t01");
	ck_assert_uint_eq(bench_events(b, "claim.expired", ref.p).n, 1);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(a_heartbeat_keeps_a_claim)
{
	struct bench *b = bench_new(1);
	struct str ref = bench_next(b, "t01").ref;
	struct req_beat beat = {0};
	struct req_next q = {0};
	struct rep_record r;
	struct rep_done done;
	struct err e;

	for (int i = 0; i < 5; i++) {
		b->now += 700 * MINUTE;
		ok(ask_beat(b, "t01", &beat, &done, &e));
		ck_assert(!ask_next(b, "t02", &q, &r, &e));
	}
	ck_assert(bench_show(b, "t01", ref).mine);
	bench_close(b);
}
END_TEST

START_TEST(a_record_put_aside_wakes_on_its_day)
{
	struct bench *b = bench_new(1);
	struct str ref = bench_next(b, "t01").ref;
	struct req_defer q = {.ref = ref, .until = STR("+3d"), .reason = STR("file asked for")};
	struct req_next next = {0};
	struct rep_record r;
	struct rep_done done;
	struct err e;

	ok(ask_defer(b, "t01", &q, &done, &e));
	ck_assert(has(done.text, "is put aside until 2025-11-27"));
	ck_assert(!ask_next(b, "t02", &next, &r, &e));
	ck_assert(says(&e, ERR_NO, "1 put aside"));
	b->now += 2 * DAY;
	ck_assert(!ask_next(b, "t02", &next, &r, &e));
	b->now += DAY;
	ok(ask_next(b, "t02", &next, &r, &e));
	ck_assert(str_eq(r.ref, ref) && r.wake.n == 0);
	ck_assert_uint_eq(bench_events(b, "record.woken", ref.p).n, 1);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(a_record_put_aside_can_be_taken_before_its_day)
{
	struct bench *b = bench_new(1);
	struct str ref = bench_next(b, "t01").ref;
	struct req_defer q = {.ref = ref, .until = STR("2025-12-24"), .reason = STR("later")};
	struct req_release back = {.ref = ref};
	struct rep_done done;
	struct err e;

	ok(ask_defer(b, "t01", &q, &done, &e));
	bench_claim(b, "t02", ref);
	ok(ask_release(b, "t02", &back, &done, &e));
	ck_assert(str_eq(bench_next(b, "t03").ref, ref));
	bench_verify(b);
	bench_close(b);
}
END_TEST

struct aside {
	const char *until, *reason;
	enum err_kind kind;
	const char *says;
};
static const struct aside asides[] = {
    {"today", "x", ERR_REFUSED, "after today"},
    {"-1d", "x", ERR_REFUSED, "after today"},
    {"soon", "x", ERR_INPUT, "'soon' is not a day"},
    {"+2000d", "x", ERR_REFUSED, "a year at most"},
    {"+3d", "  ", ERR_REFUSED, "needs a reason"},
};

START_TEST(putting_aside_needs_a_later_day_and_a_reason)
{
	struct bench *b = bench_new(1);
	const struct aside *a = &asides[_i];
	struct req_defer q = {.ref = bench_next(b, "t01").ref,
	    .until = str_of(a->until),
	    .reason = str_of(a->reason)};
	struct rep_done done;
	struct err e;

	ck_assert(!ask_defer(b, "t01", &q, &done, &e));
	ck_assert(says(&e, a->kind, a->says));
	ck_assert(!ask_defer(b, "t02", &q, &done, &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	bench_close(b);
}
END_TEST

START_TEST(only_the_holder_or_a_supervisor_gives_back)
{
	struct bench *b = bench_new(1);
	struct str ref = bench_next(b, "t01").ref;
	struct req_release q = {.ref = ref, .reason = STR("on leave")};
	struct rep_done done;
	struct err e;

	ck_assert(!ask_release(b, "t02", &q, &done, &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	ok(ask_release(b, "s01", &q, &done, &e));
	ck_assert(has(done.text, "all answers stay"));
	ck_assert(!ask_release(b, "s01", &q, &done, &e));
	ck_assert(says(&e, ERR_REFUSED, "nobody holds"));
	bench_close(b);
}
END_TEST

START_TEST(a_supervisor_gives_work_to_whoever_could_do_it)
{
	struct bench *b = bench_new(1);
	struct str ref = bench_next(b, "t01").ref;
	struct req_assign q = {.ref = ref, .to = STR("t02"), .reason = STR("balance")};
	struct rep_done done;
	struct err e;
	int64_t head;

	ck_assert(!ask_assign(b, "t03", &q, &done, &e));
	ck_assert(says(&e, ERR_REFUSED, "the right to assign other people's work"));
	ok(ask_assign(b, "s01", &q, &done, &e));
	ck_assert(has(done.text, "is now held by T. Number 2 (t02)"));
	ck_assert(bench_show(b, "t02", ref).mine);
	head = bench_head(b);
	ok(ask_assign(b, "s01", &q, &done, &e)); /* again: nothing */
	ck_assert_int_eq(bench_head(b), head);
	q.to = STR("r01");
	ck_assert(!ask_assign(b, "s01", &q, &done, &e));
	ck_assert(says(&e, ERR_REFUSED, "nothing r01 could do"));
	q.to = STR("a01");
	ck_assert(!ask_assign(b, "s01", &q, &done, &e));
	ck_assert(says(&e, ERR_REFUSED, "no role of a01 may take"));
	q.to = STR("t09");
	ck_assert(!ask_assign(b, "s01", &q, &done, &e));
	ck_assert_int_eq(e.kind, ERR_NOT_FOUND);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(what_was_given_is_not_lost_by_an_evening)
{
	struct bench *b = bench_new(1);
	struct str ref = bench_next(b, "t01").ref;
	struct req_assign q = {.ref = ref, .to = STR("t02")};
	struct rep_done done;
	struct err e;

	ok(ask_assign(b, "s01", &q, &done, &e));
	b->now += 20 * 60 * MINUTE; /* noon of the next day */
	ok(store_begin(b->rv->store, &e));
	ck_assert_int_eq(review_chores(b->rv, &b->arena, b->now), 0);
	b->now += DAY;
	ck_assert_int_eq(review_chores(b->rv, &b->arena, b->now), 1);
	ok(store_commit(b->rv->store, &e));
	bench_close(b);
}
END_TEST

Suite *suite_review_claim(void)
{
	const TTest *const tests[] = {
	    a_held_record_is_named_with_its_holder_and_since_when,
	    a_record_on_which_one_could_do_nothing_is_not_taken,
	    a_silent_claim_ends_and_the_answers_stay,
	    a_heartbeat_keeps_a_claim,
	    a_record_put_aside_wakes_on_its_day,
	    a_record_put_aside_can_be_taken_before_its_day,
	    only_the_holder_or_a_supervisor_gives_back,
	    a_supervisor_gives_work_to_whoever_could_do_it,
	    what_was_given_is_not_lost_by_an_evening,
	};
	Suite *s = bench_suite("review/claim", tests, COUNT(tests));
	TCase *t = tcase_create("loops");

	tcase_add_loop_test(
	    t, putting_aside_needs_a_later_day_and_a_reason, 0, (int)COUNT(asides));
	suite_add_tcase(s, t);
	return s;
}
