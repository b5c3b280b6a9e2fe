/* SPDX-License-Identifier: MIT */
/* Passing over the rules: two people, a reason each, and never over who may act. */
#include "review/engine.h"

Suite *suite_review_override(void);

#define A "\"kind\":\"a\""

struct plea {
	struct bench *b;
	struct str ref;
	int64_t seq;
};

static bool ask(struct plea *k, const char *who, const char *step, struct err *e)
{
	struct req_override q = {
	    .ref = k->ref, .step = str_of(step), .reason = STR("there is no time")};
	struct rep_done r;
	bool done = ask_override(k->b, who, &q, &r, e);

	k->seq = r.seq;
	return done;
}

static bool judge(struct plea *k, const char *who, bool agree, struct err *e)
{
	struct req_override_judge q = {
	    .override = k->seq, .agree = agree, .reason = STR("so I judge")};
	struct rep_done r;

	return ask_override_judge(k->b, who, &q, &r, e);
}

/* c1 holds a case that nobody called urgent, and asks to make it urgent all the same. */
static struct plea asked_urgent(void)
{
	struct plea k = {.b = engine_new()};
	struct err e;

	k.ref = engine_case(k.b, 1, A);
	bench_claim(k.b, "c1", k.ref);
	ok(ask(&k, "c1", "urgent", &e));
	return k;
}

START_TEST(nothing_moves_until_a_second_person_agrees)
{
	struct plea k = asked_urgent();
	struct bench *b = k.b;
	int64_t head = bench_head(b);
	struct event_rows rows;
	struct record r;
	struct err e;

	ck_assert_str_eq(engine_record(b, k.ref).state.p, "sort");
	ok(judge(&k, "b1", true, &e));
	ck_assert_str_eq(engine_story(b, head).p,
	    "override.judged C-1, record.moved C-1, record.opened C-1/K1, alert.raised C-1");
	r = engine_record(b, k.ref);
	ck_assert(str_is(r.state, "search") && r.holder.n == 0);
	rows = bench_events(b, "record.moved", k.ref.p);
	ck_assert(has(
	    rows.v[0].body, arena_printf(&b->arena, "\"override\":%lld", (long long)k.seq).p));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(both_people_have_taken_the_step)
{
	struct plea k = asked_urgent();
	struct str check = STR("C-1/K1");
	struct bench *b = k.b;
	struct req_claim q = {.ref = check};
	struct rep_record r;
	struct err e;

	ok(judge(&k, "x1", true, &e));
	ck_assert(!ask_claim(b, "c1", &q, &r, &e)); /* distinct: parent.urgent */
	bench_claim(b, "x1", check);                /* as chief it may be dropped */
	e = engine_closed(b, "x1", check, "done", NULL);
	ck_assert(says(&e, ERR_REFUSED, "another person must do this step"));
	bench_decide(b, "x1", check, "drop", NULL);
	bench_close(b);
}
END_TEST

START_TEST(one_person_is_not_two)
{
	struct plea k = {.b = engine_new()};
	struct bench *b = k.b;
	struct err e;

	k.ref = engine_case(b, 1, A);
	bench_claim(b, "x1", k.ref);
	ok(ask(&k, "x1", "urgent", &e));
	ck_assert(!judge(&k, "x1", true, &e));
	ck_assert(says(&e, ERR_REFUSED, "you asked for this yourself"));
	ck_assert(!judge(&k, "c2", true, &e));
	ck_assert(says(&e, ERR_REFUSED, "only a Chief may judge this"));
	ck_assert_str_eq(engine_record(b, k.ref).state.p, "sort");
	bench_close(b);
}
END_TEST

START_TEST(a_no_is_final_and_moves_nothing)
{
	struct plea k = asked_urgent();
	struct bench *b = k.b;
	struct err e;

	ok(judge(&k, "b1", false, &e));
	ck_assert_str_eq(engine_record(b, k.ref).state.p, "sort");
	ck_assert_str_eq(engine_record(b, k.ref).holder.p, "c1");
	ck_assert(!judge(&k, "b2", true, &e));
	ck_assert(says(&e, ERR_REFUSED, "has judged this already"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(an_open_step_needs_no_override)
{
	struct plea k = {.b = engine_new()};
	struct bench *b = k.b;
	struct req_answer q = {
	    .form = STR("sorting"), .question = STR("urgent"), .value = STR("yes")};
	struct rep_form f;
	struct err e;

	q.ref = k.ref = engine_case(b, 1, A);
	bench_claim(b, "c1", k.ref);
	ok(ask_answer(b, "c1", &q, &f, &e));
	ck_assert(!ask(&k, "c1", "urgent", &e));
	ck_assert(says(&e, ERR_REFUSED, "there is nothing to pass over"));
	ck_assert(!ask(&k, "c1", "calm", &e));
	bench_close(b);
}
END_TEST

START_TEST(only_the_holder_or_a_named_role_asks)
{
	struct plea k = {.b = engine_new()};
	struct bench *b = k.b;
	struct err e;

	k.ref = engine_case(b, 1, A);
	ck_assert(!ask(&k, "c2", "urgent", &e));
	ck_assert(says(&e, ERR_REFUSED, "only who holds C-1, or a Chief, may ask"));
	ck_assert(!ask(&k, "r1", "urgent", &e));
	ok(ask(&k, "b2", "urgent", &e));
	ok(judge(&k, "b1", true, &e));
	ck_assert_str_eq(engine_record(b, k.ref).state.p, "search");
	bench_close(b);
}
END_TEST

START_TEST(who_may_act_is_never_passed_over)
{
	struct plea k = {.b = engine_new()};
	struct bench *b = k.b;
	struct err e;

	k.ref = engine_case(b, 1, A);
	engine_step(b, "c1", k.ref, "calm", "{\"urgent\":\"no\"}");
	/* c3 is not trained; the check is open */
	ck_assert(!ask(&k, "c3", "searched", &e));
	ck_assert(says(&e, ERR_REFUSED, "training"));
	ck_assert(says(&e, ERR_REFUSED, "a check is open"));
	bench_claim(b, "c2", k.ref);
	ok(ask(&k, "c2", "searched", &e));
	ck_assert(!judge(&k, "b1", true, &e)); /* nor is the second person */
	ck_assert(says(&e, ERR_REFUSED, "training"));
	ok(judge(&k, "x1", true, &e));
	ck_assert_str_eq(engine_record(b, k.ref).state.p, "read");
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(a_conflict_that_came_up_ends_it)
{
	struct plea k = asked_urgent();
	struct bench *b = k.b;
	struct req_conflict q = {.ref = k.ref, .reason = STR("a neighbour")};
	struct rep_done r;
	struct err e;

	ok(ask_conflict(b, "c1", &q, &r, &e));
	ck_assert(!judge(&k, "b1", true, &e));
	ck_assert(says(&e, ERR_REFUSED, "conflict of interest"));
	ck_assert_str_eq(engine_record(b, k.ref).state.p, "sort");
	bench_close(b);
}
END_TEST

START_TEST(what_has_moved_on_must_be_asked_anew)
{
	struct plea k = asked_urgent();
	struct bench *b = k.b;
	struct err e;

	bench_decide(b, "c1", k.ref, "calm", "{\"urgent\":\"no\"}");
	ck_assert(!judge(&k, "b1", true, &e));
	ck_assert(says(&e, ERR_REFUSED, "has moved on since this was asked"));
	bench_close(b);
}
END_TEST

START_TEST(nobodys_work_is_taken_from_under_their_hands)
{
	struct plea k = asked_urgent();
	struct bench *b = k.b;
	struct req_release q = {.ref = k.ref};
	struct rep_done r;
	struct err e;

	ok(ask_release(b, "c1", &q, &r, &e));
	bench_claim(b, "c2", k.ref);
	ck_assert(!judge(&k, "b1", true, &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	bench_close(b);
}
END_TEST

START_TEST(overrides_have_their_own_list)
{
	struct plea k = asked_urgent();
	struct bench *b = k.b;
	struct req_overrides q = {.waiting = true};
	struct rep_overrides r;
	struct err e;

	ok(ask_overrides(b, "b1", &q, &r, &e));
	ck_assert_uint_eq(r.rows.n, 1);
	ck_assert(r.rows.v[0].override == k.seq && str_is(r.rows.v[0].first, "c1"));
	ck_assert(str_is(r.rows.v[0].label, "Urgent") && r.rows.v[0].verdict.n == 0);
	ck_assert(has(r.rows.v[0].closed.v[r.rows.v[0].closed.n - 1], "nobody said"));
	ok(judge(&k, "b1", true, &e));
	ok(ask_overrides(b, "b2", &q, &r, &e));
	ck_assert_uint_eq(r.rows.n, 0);
	q.waiting = false;
	ok(ask_overrides(b, "b2", &q, &r, &e));
	ck_assert_uint_eq(r.rows.n, 1);
	ck_assert(str_is(r.rows.v[0].second, "b1") && str_is(r.rows.v[0].verdict, "agreed"));
	ck_assert_str_eq(r.rows.v[0].second_reason.p, "so I judge");
	bench_close(b);
}
END_TEST

START_TEST(judging_twice_by_accident_acts_once)
{
	struct plea k = asked_urgent();
	struct bench *b = k.b;
	const uint8_t id[16] = {3, 1};
	int64_t head;
	struct err e;

	b->id = id;
	ok(judge(&k, "b1", true, &e));
	head = bench_head(b);
	b->id = id;
	ok(judge(&k, "b1", true, &e));
	ck_assert_int_eq(bench_head(b), head);
	bench_close(b);
}
END_TEST

Suite *suite_review_override(void)
{
	const TTest *const tests[] = {
	    nothing_moves_until_a_second_person_agrees,
	    both_people_have_taken_the_step,
	    one_person_is_not_two,
	    a_no_is_final_and_moves_nothing,
	    an_open_step_needs_no_override,
	    only_the_holder_or_a_named_role_asks,
	    who_may_act_is_never_passed_over,
	    a_conflict_that_came_up_ends_it,
	    what_has_moved_on_must_be_asked_anew,
	    nobodys_work_is_taken_from_under_their_hands,
	    overrides_have_their_own_list,
	    judging_twice_by_accident_acts_once,
	};

	return bench_suite("review/override", tests, COUNT(tests));
}
