/* SPDX-License-Identifier: MIT */
#include "review/bench.h"

Suite *suite_review_decide(void);

START_TEST(a_decision_moves_the_record_and_says_where)
{
	struct bench *b = bench_new(2);
	struct str ref = bench_next(b, "t01").ref;
	struct rep_moved r = bench_decide(b, "t01", ref, "triage_green", bench_low);
	struct rep_record rec;

	ck_assert(has(r.text, " is now in Full review, Green, due "));
	ck_assert_str_eq(r.from.p, "triage");
	ck_assert_str_eq(r.to.p, "review");
	rec = bench_show(b, "r01", ref);
	ck_assert_str_eq(rec.state.p, "review");
	ck_assert_str_eq(rec.band.p, "green");
	ck_assert_str_eq(rec.queue.p, "reviewer");
	ck_assert(rec.holder.n == 0 && rec.answers.n == 12);
	ck_assert_int_eq(rec.version, r.version);
	/* what brought it there only who did it is told, among those who read blind */
	ck_assert(!has(rec.history.v[0].text, "Green: moved"));
	rec = bench_show(b, "t01", ref);
	ck_assert(
	    has(rec.history.v[0].text, "Green: moved from Triage to Full review (Green)"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(red_is_due_within_a_day_and_alerts_the_senior_investigator)
{
	struct bench *b = bench_new(1);
	struct str ref = bench_next(b, "t01").ref;
	int64_t before = bench_show(b, "t01", ref).rank;
	struct rep_moved r = bench_decide(b, "t01", ref, "triage_red", bench_low);
	struct rep_record rec = bench_show(b, "r01", ref);
	int64_t sum = 0;
	struct event_rows rows = bench_events(b, "record.moved", ref.p);

	for (size_t i = 0; i < rec.ranks.n; i++)
		sum += rec.ranks.v[i].points;
	ck_assert_int_eq(rec.rank, sum);
	ck_assert_int_ge(rec.rank, before + 100);
	ck_assert(has(r.text, "Red, due 25 Nov 2025 16:00"));
	ck_assert(has(rows.v[0].body, "\"alert\":[\"senior_investigator\"]"));
	ck_assert(has(rows.v[0].body, "\"due\":\"2025-11-25T16:00:00.000Z\""));
	bench_close(b);
}
END_TEST

START_TEST(a_closed_step_tells_every_reason)
{
	struct bench *b = bench_new(1);
	struct str ref = bench_next(b, "t01").ref;
	struct req_decide q = {.ref = ref, .step = STR("triage_green")};
	struct rep_moved r;
	struct err e;

	q.answers = bench_json(b, "{\"urgent\":{\"value\":\"yes\",\"reason\":\"threat\"}}");
	ck_assert(!ask_decide(b, "t01", &q, &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "11 questions are unanswered"));
	ck_assert(says(&e, ERR_REFUSED,
	    "urgent harm, serious abuse or a later incident is at least amber"));
	ck_assert_uint_eq(bench_show(b, "t01", ref).answers.n, 0); /* nothing of it stays */
	ck_assert_uint_eq(bench_events(b, "request.refused", "").n, 1);
	ck_assert(has(bench_events(b, "request.refused", ref.p).v[0].body, "unanswered"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(a_step_that_asks_a_reason_is_not_taken_without)
{
	struct bench *b = bench_new(1);
	struct str ref = bench_next(b, "t01").ref;
	struct req_decide q = {.ref = ref, .step = STR("propose_duplicate")};
	struct rep_moved r;
	struct err e;

	ck_assert(!ask_decide(b, "t01", &q, &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "Propose duplicate needs a written reason"));
	q.reason = STR("the same as DVDS-00002");
	ok(ask_decide(b, "t01", &q, &r, &e));
	ck_assert(has(r.text, "is now in Duplicate?"));
	bench_close(b);
}
END_TEST

struct wrong {
	const char *who, *step, *answers;
	int64_t version;
	enum err_kind kind;
	const char *says;
};
static const struct wrong wrongs[] = {
    {"t01", "triage_gren", NULL, 0, ERR_NOT_FOUND, "did you mean 'triage_green'?"},
    {"t01", "sign_off", NULL, 0, ERR_NOT_FOUND, "no step 'sign_off' from the state Triage"},
    {"t01", "triage_green", NULL, 7, ERR_CONFLICT, "version 7, now 1"},
    {"t02", "triage_green", NULL, 0, ERR_CONFLICT, "is held by"},
    {"a01", "triage_green", NULL, 0, ERR_REFUSED, "Auditor"},
    {"t01", "triage_green", "{\"urgnt\":\"no\"}", 0, ERR_INPUT, "did you mean 'urgent'?"},
    {"t01", "triage_green", "{\"urgent\":[1]}", 0, ERR_INPUT, "urgent: expected an answer"},
    {"t01", "triage_green", "{\"urgent\":\"perhaps\"}", 0, ERR_INPUT, "perhaps"},
    {"t01", "triage_green", "[]", 0, ERR_INPUT, "{question: answer}"},
};

START_TEST(a_wrong_decision_changes_nothing)
{
	struct bench *b = bench_new(1);
	const struct wrong *w = &wrongs[_i];
	struct req_decide q = {.ref = bench_next(b, "t01").ref,
	    .step = str_of(w->step),
	    .version = w->version,
	    .answers = w->answers ? bench_json(b, w->answers) : NULL};
	struct rep_moved r;
	struct err e;

	ck_assert(!ask_decide(b, w->who, &q, &r, &e));
	ck_assert(says(&e, w->kind, w->says));
	ck_assert_uint_eq(bench_events(b, "record.moved", "").n, 0);
	ck_assert_uint_eq(bench_events(b, "answer.given", "").n, 0);
	ck_assert_str_eq(bench_show(b, "t01", q.ref).state.p, "triage");
	bench_close(b);
}
END_TEST

/* Proposed by m01, who is supervisor too and may only put it back. */
START_TEST(one_person_cannot_take_all_steps)
{
	struct bench *b = bench_new(1);
	struct str ref = bench_next(b, "m01").ref;
	struct req_decide q = {
	    .ref = ref, .step = STR("confirm_out_of_scope"), .reason = STR("x")};
	struct rep_moved r;
	struct err e;

	bench_decide(b, "m01", ref, "propose_out_of_scope", NULL);
	bench_claim(b, "m01", ref);
	ck_assert(!ask_decide(b, "m01", &q, &r, &e));
	ck_assert(says(&e, ERR_REFUSED,
	    "you did 'Propose out of scope' on this record; another person must"));
	bench_close(b);
}
END_TEST

START_TEST(a_repeated_decision_acts_once_and_answers_the_same)
{
	struct bench *b = bench_new(1);
	struct str ref = bench_next(b, "t01").ref;
	struct req_decide q = {
	    .ref = ref, .step = STR("triage_green"), .answers = bench_json(b, bench_low)};
	const uint8_t id[16] = {4, 4};
	struct rep_moved one, two;
	struct err e;
	int64_t head;

	b->id = id;
	ok(ask_decide(b, "t01", &q, &one, &e));
	head = bench_head(b);
	b->id = id;
	ok(ask_decide(b, "t01", &q, &two, &e));
	ck_assert_int_eq(bench_head(b), head);
	ck_assert(str_eq(one.text, two.text) && one.seq == two.seq);
	ck_assert(str_eq(one.to, two.to) && one.version == two.version);
	bench_close(b);
}
END_TEST

START_TEST(a_refused_decision_that_is_repeated_stays_refused)
{
	struct bench *b = bench_new(1);
	struct req_decide q = {.ref = bench_next(b, "t01").ref,
	    .step = STR("triage_amber"),
	    .answers = bench_json(b, "{\"serious\":\"no\"}")};
	const uint8_t id[16] = {6};
	struct rep_moved r;
	struct err one, two;

	b->id = id;
	ck_assert(!ask_decide(b, "t01", &q, &r, &one));
	b->id = id;
	ck_assert(!ask_decide(b, "t01", &q, &r, &two));
	ck_assert_str_eq(one.text, two.text);
	ck_assert_uint_eq(bench_events(b, "request.refused", "").n, 1);
	bench_close(b);
}
END_TEST

START_TEST(numbers_and_truth_values_are_answers_too)
{
	struct bench *b = bench_new(1);
	struct str ref = bench_next(b, "t01").ref;
	struct req_decide q = {.ref = ref,
	    .step = STR("triage_red"),
	    .answers = bench_json(b, "{\"urgent\":true,\"serious\":false,\"told\":null}")};
	struct rep_moved r;
	struct err e;

	ck_assert(!ask_decide(b, "t01", &q, &r, &e));
	ck_assert_int_eq(e.kind, ERR_REFUSED); /* incomplete; but the answers were read */
	bench_close(b);
}
END_TEST

Suite *suite_review_decide(void)
{
	const TTest *const tests[] = {
	    a_decision_moves_the_record_and_says_where,
	    red_is_due_within_a_day_and_alerts_the_senior_investigator,
	    a_closed_step_tells_every_reason,
	    a_step_that_asks_a_reason_is_not_taken_without,
	    one_person_cannot_take_all_steps,
	    a_repeated_decision_acts_once_and_answers_the_same,
	    a_refused_decision_that_is_repeated_stays_refused,
	    numbers_and_truth_values_are_answers_too,
	};
	Suite *s = bench_suite("review/decide", tests, COUNT(tests));
	TCase *t = tcase_create("loops");

	tcase_add_loop_test(t, a_wrong_decision_changes_nothing, 0, (int)COUNT(wrongs));
	suite_add_tcase(s, t);
	return s;
}
