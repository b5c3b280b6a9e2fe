/* SPDX-License-Identifier: MIT */
/* Known-answer cases: each reader reads each, nothing is told, and who falls below pauses. */
#include "review/passes.h"

Suite *suite_review_known(void);

static const char pass[] =
    "{\"expr\":\"state:closed\",\"seed\":\"s\",\"kind\":\"known\",\"label\":\"Known\"}";

static struct bench *three_known(void)
{
	struct bench *b = passes_new();

	for (int i = 1; i <= 3; i++)
		passes_closed(b, i, Y);
	passes_drawn(b, pass);
	return b;
}

static struct str serve(struct bench *b, const char *who, const char *answers)
{
	struct str ref = bench_next(b, who).ref;

	bench_decide(b, who, ref, "lock", answers);
	return ref;
}

static struct rep_calibration table(struct bench *b)
{
	struct req_calibration q = {0};
	struct rep_calibration r;
	struct err e = {0};

	ok(ask_calibration(b, "b1", &q, &r, &e));
	return r;
}

START_TEST(they_come_first_and_wait_for_the_next_reader)
{
	struct bench *b = three_known();
	struct str first = serve(b, "s1", Y), second = serve(b, "s1", Y);
	struct rep_calibration r;
	struct req_next q = {0};
	struct rep_record none;
	struct err e = {0};

	ck_assert(!str_eq(first, second));
	ck_assert(!ask_next(b, "s1", &q, &none, &e)); /* two are enough */
	ck_assert_int_eq(e.kind, ERR_NO);
	ck_assert(str_eq(serve(b, "s2", Y), first));
	ck_assert(str_is(engine_record(b, first).state, "read"));
	r = table(b);
	ck_assert_int_eq(r.cases, 3);
	ck_assert_int_eq(r.pass, 90);
	ck_assert_uint_eq(r.rows.n, 2);
	ck_assert(str_is(r.rows.v[0].user, "s1") && str_is(r.rows.v[0].status, "passed"));
	ck_assert_int_eq(r.rows.v[0].right, r.rows.v[0].of);
	ck_assert(str_is(r.rows.v[1].status, "new"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(nobody_is_told_that_it_was_one)
{
	struct bench *b = three_known();
	struct str ref = serve(b, "s1", XP);
	struct rep_record r = bench_show(b, "s1", ref);

	for (size_t i = 0; i < r.history.n; i++)
		ck_assert(!str_starts(r.history.v[i].type, STR("reading.")));
	for (size_t i = 0; i < r.steps.n; i++)
		ck_assert(!r.steps.v[i].open);
	bench_close(b);
}
END_TEST

START_TEST(who_falls_below_the_mark_pauses_until_let_go_on)
{
	struct bench *b = three_known();
	struct req_resume resume = {.user = STR("s1"), .reason = STR("we spoke")};
	struct req_alerts alerts = {0};
	struct rep_alerts told;
	struct req_next q = {0};
	struct rep_record none;
	struct rep_done done;
	struct err e = {0};

	serve(b, "s1", XP);
	ck_assert(bench_events(b, "reviewer.paused", NULL).n == 0); /* too few to say */
	serve(b, "s1", XP);
	ck_assert(bench_events(b, "reviewer.paused", NULL).n == 1);
	ck_assert(!ask_next(b, "s1", &q, &none, &e));
	ck_assert(says(&e, ERR_REFUSED, "a supervisor will speak to you"));
	e = (struct err){0};
	ok(ask_alerts(b, "b1", &alerts, &told, &e));
	ck_assert_uint_eq(told.rows.n, 1);
	ck_assert(has(told.rows.v[0].text, "the queue of s1 pauses"));
	ck_assert(str_is(table(b).rows.v[0].status, "paused"));
	ok(ask_resume(b, "b1", &resume, &done, &e));
	ck_assert(!ask_resume(b, "b1", &resume, &done, &e));
	ck_assert(says(&e, ERR_REFUSED, "does not pause"));
	serve(b, "s1", Y); /* the third; its calibration begins anew */
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(when_the_pass_ends_they_are_what_they_were)
{
	struct bench *b = passes_new();
	struct str ref = passes_closed(b, 1, Y), was = passes_row(b, ref);
	struct req_plan_close q = {.plan = STR("q1")};
	struct req_release back = {.ref = ref};
	struct rep_plan r;
	struct rep_done done;
	struct err e = {0};

	passes_drawn(b, pass);
	serve(b, "s1", XP);
	bench_claim(b, "s2", ref);
	ck_assert(!ask_plan_close(b, "b1", &q, &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "is being read by s2"));
	e = (struct err){0};
	ok(ask_release(b, "s2", &back, &done, &e));
	r = passes_close(b, STR("q1"));
	ck_assert(has(r.text, "1 known-answer cases are out of use"));
	ck_assert(str_eq(passes_row(b, ref), was));
	bench_verify(b);
	bench_close(b);
}
END_TEST

Suite *suite_review_known(void)
{
	const TTest *const tests[] = {they_come_first_and_wait_for_the_next_reader,
	    nobody_is_told_that_it_was_one, who_falls_below_the_mark_pauses_until_let_go_on,
	    when_the_pass_ends_they_are_what_they_were};

	return bench_suite("review/known", tests, COUNT(tests));
}
