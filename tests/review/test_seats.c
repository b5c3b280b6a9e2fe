/* SPDX-License-Identifier: MIT */
/* Two who read without knowing of each other, and a third who decides where they differ. */
#include <string.h>

#include "review/engine.h"

Suite *suite_review_seats(void);

#define A  "\"kind\":\"a\""
#define XP "{\"finding\":\"x\",\"ground\":\"p\"}"
#define XQ "{\"finding\":\"x\",\"ground\":\"q\",\"why\":\"so\"}"
#define Y  "{\"finding\":\"y\"}"

static struct str seat_answer(struct bench *b, struct str ref, int seat, const char *question)
{
	struct json *answers = NULL, *reasons = NULL;
	struct err e = {0};

	ok(record_seat(
	    b->rv->store, &b->arena, engine_record(b, ref).id, seat, &answers, &reasons, &e));
	return value_text(&b->arena, value_of_json(json_get(answers, question)));
}

START_TEST(readers_who_agree_move_the_record_and_both_answers_stay)
{
	struct bench *b = engine_new();
	struct str ref = engine_to_read(b, 1, A);
	struct record r;

	engine_step(b, "r1", ref, "lock", XP);
	r = engine_record(b, ref);
	ck_assert(str_is(r.state, "read") && str_is(r.queue, "second") && r.holder.n == 0);
	ck_assert_int_eq(r.seat, SEAT_SECOND);
	engine_step(b, "s1", ref, "lock", XP);
	r = engine_record(b, ref);
	ck_assert_str_eq(r.state.p, "approve");
	ck_assert_str_eq(r.agreed.p, "yes");
	ck_assert_str_eq(json_get_text(r.fields, "outcome").p, "x");
	ck_assert(str_is(seat_answer(b, ref, 1, "ground"), "p"));
	ck_assert(str_is(seat_answer(b, ref, 2, "ground"), "p"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(what_is_not_compared_may_differ)
{
	struct bench *b = engine_new();
	struct str ref = engine_to_read(b, 1, A);

	engine_step(b, "r1", ref, "lock", "{\"finding\":\"y\",\"why\":\"one word\"}");
	engine_step(b, "s1", ref, "lock", "{\"finding\":\"y\",\"why\":\"another\"}");
	ck_assert_str_eq(engine_record(b, ref).state.p, "sign");
	ck_assert(str_is(seat_answer(b, ref, 0, "why"), "one word"));
	ck_assert(str_is(seat_answer(b, ref, 2, "why"), "another"));
	bench_close(b);
}
END_TEST

START_TEST(where_they_differ_a_third_decides_with_reasons)
{
	struct bench *b = engine_new();
	struct str ref = engine_to_read(b, 1, A);
	struct record r;
	struct err e;

	engine_step(b, "r1", ref, "lock", XP);
	engine_step(b, "s1", ref, "lock", XQ);
	r = engine_record(b, ref);
	ck_assert(str_is(r.state, "read") && str_is(r.queue, "judge"));
	ck_assert_int_eq(r.seat, SEAT_ADJUDICATOR);
	ck_assert_str_eq(r.agreed.p, "no");
	ck_assert_int_eq(r.due, b->now + 8 * 3600000);
	ck_assert_uint_eq(seat_answer(b, ref, 0, "ground").n, 0); /* counts no more */
	ck_assert(str_is(seat_answer(b, ref, 0, "finding"), "x"));
	bench_claim(b, "j1", ref);
	e = engine_closed(b, "j1", ref, "lock", NULL);
	ck_assert(says(&e, ERR_REFUSED, "1 question is unanswered"));
	e = engine_closed(b, "j1", ref, "lock", "{\"ground\":\"q\"}");
	ck_assert(says(&e, ERR_REFUSED, "1 answer needs a reason"));
	e = engine_closed(b, "j1", ref, "lock", "{\"finding\":\"y\"}");
	ck_assert(says(&e, ERR_REFUSED, "both readers gave this answer"));
	bench_decide(b, "j1", ref, "lock",
	    "{\"ground\":{\"value\":\"q\",\"reason\":\"the file says so\"}}");
	r = engine_record(b, ref);
	ck_assert(str_is(r.state, "approve") && str_is(r.agreed, "no"));
	ck_assert(str_is(seat_answer(b, ref, 0, "ground"), "q"));
	ck_assert(str_is(seat_answer(b, ref, 1, "ground"), "p"));
	ck_assert(str_is(seat_answer(b, ref, 2, "ground"), "q"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(the_third_reader_may_fill_the_form_and_sees_both_answers)
{
	const struct req_form q = {.ref = STR("C-1"), .form = STR("look")};
	struct bench *b = engine_new();
	struct str ref = engine_to_read(b, 1, A);
	struct rep_form r;
	struct err e = {0};

	engine_step(b, "r1", ref, "lock", XP);
	engine_step(b, "s1", ref, "lock", XQ);
	bench_claim(b, "j1", ref);
	ok(ask_form(b, "j1", &q, &r, &e));
	ck_assert_msg(r.editable, "%.*s", STR_ARG(r.why_not));
	for (size_t i = 0; i < r.questions.n; i++) {
		bool differs = str_is(r.questions.v[i].name, "ground"),
		     same = str_is(r.questions.v[i].name, "finding");
		ck_assert_uint_eq(r.questions.v[i].blind.n, differs ? 2 : 0);
		ck_assert(r.questions.v[i].agreed == same);
	}
	bench_close(b);
}
END_TEST

START_TEST(the_reply_to_a_reader_tells_nothing_of_the_other)
{
	struct bench *b = engine_new();
	struct str one = engine_to_read(b, 1, A), two = engine_to_read(b, 2, A);
	struct rep_moved agreed, differed, first;

	first = engine_step(b, "w1", one, "lock", XP);
	engine_step(b, "r1", two, "lock", Y);
	agreed = engine_step(b, "s1", one, "lock", XP);
	differed = engine_step(b, "s1", two, "lock", XP);
	ck_assert_str_eq(
	    agreed.text.p, "C-1: your answers are locked and the record has gone on");
	ck_assert_str_eq(
	    differed.text.p, "C-2: your answers are locked and the record has gone on");
	ck_assert_str_eq(first.text.p, agreed.text.p);
	ck_assert(agreed.to.n == 0 && differed.to.n == 0 && first.to.n == 0);
	ck_assert(agreed.from.n == 0 && differed.from.n == 0);
	ck_assert(agreed.version == 0 && differed.version == 0);
	bench_close(b);
}
END_TEST

START_TEST(a_reader_is_not_helped_by_the_others_answers)
{
	struct bench *b = engine_new();
	struct str ref = engine_to_read(b, 1, A);
	struct rep_record r;
	struct err e;

	engine_step(b, "r1", ref, "lock", XP);
	bench_claim(b, "s1", ref);
	e = engine_closed(b, "s1", ref, "lock", NULL);
	ck_assert(says(&e, ERR_REFUSED, "question"));
	r = bench_show(b, "s1", ref);
	for (size_t i = 0; i < r.answers.n; i++)
		ck_assert(!str_is(r.answers.v[i].form, "look"));
	for (size_t i = 0; i < r.history.n; i++)
		ck_assert(!str_is(r.history.v[i].actor, "r1"));
	bench_close(b);
}
END_TEST

START_TEST(nobody_sits_twice)
{
	struct bench *b = engine_new();
	struct str ref = engine_to_read(b, 1, A);
	struct req_next n = {0};
	struct req_claim q = {.ref = ref};
	struct rep_record r;
	struct err e;

	engine_step(b, "w1", ref, "lock", XP);
	ck_assert(!ask_next(b, "w1", &n, &r, &e));
	ck_assert_int_eq(e.kind, ERR_NO);
	ck_assert(!ask_claim(b, "w1", &q, &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "another person must do this step"));
	ck_assert_str_eq(bench_next(b, "s1").ref.p, ref.p);
	bench_close(b);
}
END_TEST

START_TEST(without_a_second_reader_the_first_moves_it)
{
	struct bench *b = engine_new();
	struct str ref = engine_case(b, 1, "\"kind\":\"b\",\"told\":\"x\"");
	struct rep_moved r;

	engine_step(b, "c1", ref, "calm", "{\"urgent\":\"no\"}");
	engine_step(b, "c2", STR("C-1/K1"), "done", NULL);
	engine_step(b, "c2", STR("C-1/K2"), "done", NULL);
	engine_step(b, "c2", ref, "searched", NULL);
	r = engine_step(b, "r1", ref, "lock", Y);
	ck_assert_str_eq(r.text.p, "C-1: your answers are locked and the record has gone on");
	ck_assert_str_eq(engine_record(b, ref).state.p, "sign");
	ck_assert_uint_eq(engine_record(b, ref).agreed.n, 0);
	ck_assert_uint_eq(bench_events(b, "seat.locked", "").n, 0);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(a_contest_anew_forgets_the_one_before)
{
	struct bench *b = engine_new();
	struct str ref = engine_to_read(b, 1, A);
	struct record r;

	engine_step(b, "r1", ref, "lock", Y);
	engine_step(b, "s1", ref, "lock", Y);
	engine_step(b, "b1", ref, "back", NULL);
	r = engine_record(b, ref);
	ck_assert(r.seat == SEAT_FIRST && r.sat.n == 0 && r.agreed.n == 0);
	ck_assert_str_eq(r.queue.p, "reader");
	engine_step(b, "r1", ref, "lock", XP);
	ck_assert(str_is(seat_answer(b, ref, 1, "finding"), "x"));
	ck_assert_uint_eq(seat_answer(b, ref, 2, "finding").n, 0);
	engine_step(b, "s2", ref, "lock", XP);
	ck_assert_str_eq(engine_record(b, ref).state.p, "approve");
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(a_repeated_lock_acts_once_and_says_the_same)
{
	struct bench *b = engine_new();
	struct str ref = engine_to_read(b, 1, A);
	struct req_decide q = {.ref = ref, .step = STR("lock"), .answers = bench_json(b, XP)};
	const uint8_t id[16] = {9};
	struct rep_moved one, two;
	struct err e;
	int64_t head;

	bench_claim(b, "w1", ref);
	b->id = id;
	ok(ask_decide(b, "w1", &q, &one, &e));
	head = bench_head(b);
	b->id = id;
	ok(ask_decide(b, "w1", &q, &two, &e));
	ck_assert_int_eq(bench_head(b), head);
	ck_assert(str_eq(one.text, two.text) && one.seq == two.seq && two.to.n == 0);
	bench_close(b);
}
END_TEST

/* Who gives a seat back leaves nothing that the next one there would lock unseen. */
START_TEST(a_seat_taken_over_begins_anew)
{
	struct bench *b = engine_new();
	struct str ref = engine_to_read(b, 1, A);
	struct req_answer q = {.ref = ref, .form = STR("look"), .question = STR("finding")};
	struct req_release back = {.ref = ref};
	struct rep_form f;
	struct rep_done done;
	struct err e;

	engine_step(b, "r1", ref, "lock", Y);
	bench_claim(b, "s1", ref);
	q.value = STR("x");
	ok(ask_answer(b, "s1", &q, &f, &e));
	q.question = q.value = STR("why");
	ok(ask_answer(b, "s1", &q, &f, &e));
	ok(ask_release(b, "s1", &back, &done, &e));
	bench_claim(b, "s2", ref);
	e = engine_closed(b, "s2", ref, "lock", NULL);
	ck_assert(says(&e, ERR_REFUSED, "1 question is unanswered"));
	bench_decide(b, "s2", ref, "lock", Y);
	ck_assert_str_eq(engine_record(b, ref).state.p, "sign");
	ck_assert_uint_eq(seat_answer(b, ref, 2, "why").n, 0);
	bench_verify(b);
	bench_close(b);
}
END_TEST

/* A blind state beside the readers' one: the contest waits there and goes on. */
START_TEST(a_contest_that_was_put_aside_goes_on_where_it_was)
{
	struct bench *b = engine_with("records/case.yaml", "transitions:\n",
	    "  aside: {label: Aside, blind: true, queue: clerk}\n"
	    "transitions:\n"
	    "  - {id: put_aside, key: p, from: read, to: aside, by: [reader, second]}\n"
	    "  - {id: go_on_reading, key: g, from: aside, to: read, by: clerk}\n");
	struct str ref = engine_to_read(b, 1, A);
	struct req_claim q = {.ref = ref};
	struct rep_record rep;
	struct record r;
	struct err e;

	engine_step(b, "r1", ref, "lock", XP);
	ck_assert(!ask_claim(b, "r2", &q, &rep, &e)); /* it waits for a second reader */
	bench_claim(b, "s1", ref);
	bench_decide(b, "s1", ref, "put_aside", XQ);
	engine_step(b, "c1", ref, "go_on_reading", NULL);
	r = engine_record(b, ref);
	ck_assert(r.seat == SEAT_SECOND && str_is(r.queue, "second") && r.sat.n == 1);
	ck_assert(!ask_claim(b, "r1", &q, &rep, &e));
	engine_step(b, "s1", ref, "lock", NULL); /* what was answered is still there */
	r = engine_record(b, ref);
	ck_assert(r.seat == SEAT_ADJUDICATOR && str_is(r.queue, "judge"));
	ck_assert(!ask_claim(b, "r2", &q, &rep, &e));
	bench_claim(b, "j2", ref);
	bench_verify(b);
	bench_close(b);
}
END_TEST

Suite *suite_review_seats(void)
{
	const TTest *const tests[] = {
	    readers_who_agree_move_the_record_and_both_answers_stay,
	    what_is_not_compared_may_differ,
	    where_they_differ_a_third_decides_with_reasons,
	    the_third_reader_may_fill_the_form_and_sees_both_answers,
	    the_reply_to_a_reader_tells_nothing_of_the_other,
	    a_reader_is_not_helped_by_the_others_answers,
	    nobody_sits_twice,
	    without_a_second_reader_the_first_moves_it,
	    a_contest_anew_forgets_the_one_before,
	    a_repeated_lock_acts_once_and_says_the_same,
	    a_seat_taken_over_begins_anew,
	    a_contest_that_was_put_aside_goes_on_where_it_was,
	};

	return bench_suite("review/seats", tests, COUNT(tests));
}
