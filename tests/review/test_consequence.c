/* SPDX-License-Identifier: MIT */
/* What a step brings about, in the order in which it is written. */
#include <string.h>

#include "lookback/stats/draw.h"
#include "review/engine.h"

Suite *suite_review_consequence(void);

#define A       "\"kind\":\"a\""
#define URGENT  "{\"urgent\":\"yes\"}"
#define CALM    "{\"urgent\":\"no\"}"
#define HOUR_MS (int64_t)3600000

START_TEST(a_step_its_children_and_its_alert_follow_each_other)
{
	struct bench *b = engine_new();
	struct str ref = engine_case(b, 1, A);
	int64_t head = bench_head(b);
	struct event_rows rows;

	engine_step(b, "c1", ref, "urgent", URGENT);
	ck_assert_str_eq(engine_story(b, head).p,
	    "record.moved C-1, record.opened C-1/K1, alert.raised C-1");
	rows = bench_events(b, "record.opened", "C-1/K1");
	ck_assert(has(rows.v[0].body, "\"how\":\"urgent\""));
	ck_assert(has(rows.v[0].body, "\"parent\":\"C-1\""));
	ck_assert(has(rows.v[0].body, "\"fields\":{\"about\":\"Case 1\"}"));
	rows = bench_events(b, "alert.raised", "C-1");
	ck_assert(has(rows.v[0].body, "\"to\":[\"chief\"]"));
	ck_assert(has(rows.v[0].body, "\"due\":\"2025-11-24T18:00:00.000Z\""));
	ck_assert(engine_record(b, ref).alert);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(values_come_from_the_record_and_from_who_takes_the_step)
{
	struct bench *b = engine_new();
	struct str ref = engine_to_read(b, 1, A ",\"safe\":\"yes\"");
	struct record r = engine_record(b, ref);

	ck_assert_str_eq(json_get_text(r.fields, "told").p, "c2");
	ck_assert_str_eq(json_get_text(r.fields, "safe").p, "yes");
	ref = engine_case(b, 2, A ",\"safe\":\"yes\"");
	engine_step(b, "c1", ref, "urgent", URGENT);
	ck_assert_str_eq(json_get_text(engine_record(b, ref).fields, "safe").p, "no");
	bench_close(b);
}
END_TEST

START_TEST(a_deadline_is_the_earliest_of_the_state_and_the_clocks)
{
	struct bench *b = engine_new();
	struct str ref = engine_case(b, 1, A), calm = engine_case(b, 2, A);
	int64_t start = b->now;

	engine_step(b, "c1", ref, "urgent", URGENT);
	ck_assert_int_eq(engine_record(b, ref).due, start + 4 * HOUR_MS);
	ck_assert_int_eq(engine_clock(b, ref, "quick")->due, start + 4 * HOUR_MS);
	/* three days end on Thursday, five working days on Monday after */
	ck_assert_int_eq(
	    engine_clock(b, ref, "total")->due, london_end_of_day(london_day(start) + 3) - 1);
	engine_step(b, "c1", calm, "calm", CALM);
	ck_assert_int_eq(engine_record(b, calm).due, engine_clock(b, calm, "total")->due);
	ck_assert_ptr_null(engine_clock(b, calm, "quick"));
	bench_close(b);
}
END_TEST

START_TEST(a_stopped_clock_no_longer_counts_and_the_end_stops_all)
{
	struct bench *b = engine_new();
	struct str ref = engine_case(b, 1, A);
	struct req_decide q = {.ref = ref, .step = STR("searched"), .reason = STR("r")};
	int64_t total;

	engine_step(b, "c1", ref, "urgent", URGENT);
	total = engine_clock(b, ref, "total")->due;
	engine_step(b, "c2", STR("C-1/K1"), "done", NULL);
	b->now += HOUR_MS;
	engine_step(b, "c2", ref, q.step.p, NULL);
	ck_assert_ptr_null(engine_clock(b, ref, "quick"));
	ck_assert_int_eq(engine_record(b, ref).due, total);
	engine_step(b, "r1", ref, "lock", "{\"finding\":\"y\"}");
	engine_step(b, "s1", ref, "lock", "{\"finding\":\"y\"}");
	engine_step(b, "b1", ref, "sign", "{\"lesson\":\"none\"}");
	ck_assert_str_eq(engine_record(b, ref).state.p, "closed");
	ck_assert_int_eq(engine_record(b, ref).due, NO_TIME);
	ck_assert_uint_eq(engine_record(b, ref).clocks.n, 0);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(a_step_whose_child_cannot_be_opened_is_refused_whole)
{
	struct bench *b = engine_new();
	struct str ref = engine_case(b, 1, "\"kind\":\"b\"");
	int64_t head;
	struct err e;

	bench_claim(b, "c1", ref);
	head = bench_head(b);
	e = engine_closed(b, "c1", ref, "calm", CALM);
	ck_assert(says(
	    &e, ERR_REFUSED, "Calm: Check cannot be opened: its field About has no value"));
	ck_assert_int_eq(bench_head(b), head + 1);
	ck_assert_uint_eq(bench_events(b, "record.moved", "").n, 0);
	ck_assert_uint_eq(bench_events(b, "record.opened", "C-1/K1").n, 0);
	ck_assert_str_eq(engine_record(b, ref).state.p, "sort");
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(a_child_is_opened_only_when_its_condition_holds)
{
	struct bench *b = engine_new();
	struct str both = engine_case(b, 1, "\"kind\":\"b\",\"told\":\"more\"");

	engine_step(b, "c1", both, "calm", CALM);
	ck_assert_str_eq(
	    json_get_text(engine_record(b, STR("C-1/K2")).fields, "about").p, "more");
	engine_step(b, "c1", engine_case(b, 2, A), "calm", CALM);
	ck_assert_uint_eq(bench_events(b, "record.opened", "C-2/K1").n, 1);
	ck_assert_uint_eq(bench_events(b, "record.opened", "C-2/K2").n, 0);
	bench_close(b);
}
END_TEST

START_TEST(children_inherit_who_is_barred)
{
	struct bench *b = engine_new();
	struct str ref = engine_case(b, 1, A ",\"handler\":\"H1\"");
	struct req_show q = {.ref = STR("C-1/K1")};
	struct rep_record r;
	struct err e;

	engine_step(b, "c1", ref, "calm", CALM);
	ck_assert(!ask_show(b, "h1", &q, &r, &e));
	ck_assert_int_eq(e.kind, ERR_NOT_FOUND);
	ck_assert_int_eq(bench_count(b, "h1", ""), 0);
	ck_assert_int_eq(bench_count(b, "c2", ""), 2);
	bench_close(b);
}
END_TEST

START_TEST(samples_are_those_that_anybody_can_draw_again)
{
	struct bench *b = engine_new();
	int drawn = 0;

	for (int i = 1; i <= 12; i++) {
		struct str ref = engine_case(b, i, A);
		bool expected = draw_chance(STR("small-1"), ref, STR("calm"), 50), is;
		engine_step(b, "c1", ref, "calm", CALM);
		is = str_is(json_get_text(engine_record(b, ref).fields, "lot"), "yes");
		ck_assert_int_eq(is, expected);
		drawn += is;
	}
	ck_assert(drawn > 0 && drawn < 12);
	bench_close(b);
}
END_TEST

START_TEST(automatic_steps_are_taken_at_once_and_are_nobodys)
{
	struct bench *b = engine_new();
	struct str ref = engine_to_read(b, 1, A);
	struct event_rows rows;
	struct record r;
	int64_t head;

	engine_step(b, "r1", ref, "lock", "{\"finding\":\"y\"}");
	head = bench_head(b);
	engine_step(b, "s1", ref, "lock", "{\"finding\":\"y\"}");
	ck_assert_str_eq(
	    engine_story(b, head).p, "seat.locked C-1, record.moved C-1, record.moved C-1");
	r = engine_record(b, ref);
	ck_assert_str_eq(r.state.p, "sign");
	ck_assert(!str_has(r.done, STR("weigh_y")) && str_has(r.done, STR("lock")));
	rows = bench_events(b, "record.moved", ref.p);
	ck_assert(has(rows.v[rows.n - 1].body, "\"auto\":true"));
	ck_assert_str_eq(arena_str(&b->arena, rows.v[rows.n - 1].actor).p, "s1");
	bench_verify(b);
	bench_close(b);
}
END_TEST

/* The last child's end is what the parent waits for. */
START_TEST(what_happens_to_a_child_moves_its_parent)
{
	struct bench *b = engine_new();
	struct str ref = engine_to_read(b, 1, A ",\"safe\":\"yes\"");
	struct req_add q = {.type = STR("contact"), .under = ref};
	struct rep_moved r;
	struct err e;
	int64_t head;

	engine_step(b, "r1", ref, "lock", "{\"finding\":\"y\"}");
	engine_step(b, "s1", ref, "lock", "{\"finding\":\"y\"}");
	ok(ask_add(b, "c1", &q, &r, &e));
	engine_step(b, "b1", ref, "hold", NULL);
	ck_assert_str_eq(engine_record(b, ref).state.p, "waiting");
	head = bench_head(b);
	engine_step(b, "c2", r.ref, "make", NULL);
	ck_assert_str_eq(engine_story(b, head).p, "record.moved C-1/P1, record.moved C-1");
	ck_assert_str_eq(engine_record(b, ref).state.p, "sign");
	bench_verify(b);
	bench_close(b);
}
END_TEST

static struct str approved(struct bench *b)
{
	struct str ref = engine_to_read(b, 1, A);
	const char *x = "{\"finding\":\"x\",\"ground\":\"p\"}";

	engine_step(b, "r1", ref, "lock", x);
	engine_step(b, "s1", ref, "lock", x);
	engine_step(b, "b1", ref, "approve", "{\"lesson\":\"one\"}");
	ck_assert_str_eq(engine_record(b, ref).state.p, "sign");
	return ref;
}

START_TEST(an_edit_undoes_the_approval_of_what_it_changes)
{
	struct bench *b = engine_new();
	struct str ref = approved(b);
	struct event_rows rows;
	struct err e;

	bench_claim(b, "b2", ref);
	ck_assert(str_has(engine_record(b, ref).done, STR("approve")));
	e = engine_closed(b, "b2", ref, "sign", "{\"lesson\":\"another\"}");
	ck_assert(says(&e, ERR_REFUSED, "it is not approved as it stands"));
	ck_assert(str_has(engine_record(b, ref).done, STR("approve"))); /* nothing stays */
	{
		struct req_answer q = {.ref = ref,
		    .form = STR("closing"),
		    .question = STR("lesson"),
		    .value = STR("another")};
		struct rep_form f;
		ok(ask_answer(b, "b2", &q, &f, &e));
	}
	ck_assert(!str_has(engine_record(b, ref).done, STR("approve")));
	rows = bench_events(b, "answer.given", ref.p);
	ck_assert(has(rows.v[rows.n - 1].body, "\"cancels\":[\"approve\"]"));
	e = engine_closed(b, "b2", ref, "sign", NULL);
	ck_assert(says(&e, ERR_REFUSED, "it is not approved as it stands"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(an_answer_given_again_undoes_nothing)
{
	struct bench *b = engine_new();
	struct str ref = approved(b);

	engine_step(b, "b2", ref, "sign", "{\"lesson\":\"one\"}");
	ck_assert_str_eq(engine_record(b, ref).state.p, "closed");
	bench_close(b);
}
END_TEST

/* A step that no longer counts was still somebody's. */
START_TEST(what_is_cancelled_still_keeps_its_people_away)
{
	struct bench *b = engine_new();
	struct str ref = approved(b);
	const char *y = "{\"finding\":\"y\"}";
	struct record r;
	struct err e;

	engine_step(b, "b2", ref, "back", NULL);
	r = engine_record(b, ref);
	ck_assert(!str_has(r.done, STR("approve")) && !str_has(r.done, STR("lock")));
	engine_step(b, "r2", ref, "lock", y);
	engine_step(b, "s2", ref, "lock", y);
	ck_assert_str_eq(engine_record(b, ref).state.p, "sign");
	bench_claim(b, "b1", ref);
	e = engine_closed(b, "b1", ref, "sign", NULL);
	ck_assert(says(&e, ERR_REFUSED, "you did 'Approve' on this record"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(four_people_are_four_people)
{
	struct bench *b = engine_new();
	struct str ref = engine_case(b, 1, "\"kind\":\"b\",\"told\":\"x\"");
	struct err e;

	engine_step(b, "c1", ref, "calm", CALM);
	engine_step(b, "c2", STR("C-1/K1"), "done", NULL);
	engine_step(b, "c2", STR("C-1/K2"), "done", NULL);
	engine_step(b, "c1", ref, "searched", NULL);
	engine_step(b, "r1", ref, "lock", "{\"finding\":\"y\"}");
	bench_claim(b, "b1", ref);
	e = engine_closed(b, "b1", ref, "sign", "{\"lesson\":\"one\"}");
	ck_assert(says(&e, ERR_REFUSED, "needs 4 different people to have acted"));
	bench_decide(b, "b1", ref, "back", NULL);
	engine_step(b, "r1", ref, "lock", "{\"finding\":\"y\"}");
	engine_step(b, "b2", ref, "sign", "{\"lesson\":\"one\"}");
	ck_assert_str_eq(engine_record(b, ref).state.p, "closed");
	bench_close(b);
}
END_TEST

START_TEST(a_repeated_step_brings_everything_about_once)
{
	struct bench *b = engine_new();
	struct str ref = engine_case(b, 1, A);
	struct req_decide q = {
	    .ref = ref, .step = STR("urgent"), .answers = bench_json(b, URGENT)};
	const uint8_t id[16] = {7, 7};
	struct rep_moved one, two;
	struct err e;
	int64_t head;

	bench_claim(b, "c1", ref);
	b->id = id;
	ok(ask_decide(b, "c1", &q, &one, &e));
	head = bench_head(b);
	b->id = id;
	ok(ask_decide(b, "c1", &q, &two, &e));
	ck_assert_int_eq(bench_head(b), head);
	ck_assert(str_eq(one.text, two.text) && one.seq == two.seq);
	bench_close(b);
}
END_TEST

/* What an extract brings may open an automatic step, at first or by other values. */
START_TEST(imported_values_bring_automatic_steps_about)
{
	struct bench *b = bench_open((struct bench_how){.applications = 3,
	    .file = "records/application.yaml",
	    .find = "transitions:\n",
	    .replace = "transitions:\n  - {id: straight, auto: true, from: triage,\n"
		       "    to: out_of_scope, when: \"route:right_to_know\"}\n"});
	int64_t out = bench_count(b, "t01", "state:out_of_scope"), in;
	struct str row = bench_row(&b->arena, 0);
	struct rep_batch r;
	struct err e;

	ck_assert_int_eq(out, bench_count(b, "t01", "route:right_to_know"));
	in = bench_count(b, "t01", "route:right_to_ask");
	for (int i = 0; i < 3 && !strstr(row.p, "RTA"); i++)
		row = bench_row(&b->arena, i);
	row = bench_replace(&b->arena, row, "RTA", "RTK");
	ok(bench_import(b, arena_printf(&b->arena, "%s%.*s", bench_heading, STR_ARG(row)).p,
	    false, &r, &e));
	ck_assert_int_eq(r.changed, 1);
	ck_assert_int_eq(bench_count(b, "t01", "state:out_of_scope"), out + 1);
	ck_assert_int_eq(bench_count(b, "t01", "route:right_to_ask"), in - 1);
	bench_verify(b);
	bench_close(b);
}
END_TEST

Suite *suite_review_consequence(void)
{
	const TTest *const tests[] = {
	    a_step_its_children_and_its_alert_follow_each_other,
	    values_come_from_the_record_and_from_who_takes_the_step,
	    a_deadline_is_the_earliest_of_the_state_and_the_clocks,
	    a_stopped_clock_no_longer_counts_and_the_end_stops_all,
	    a_step_whose_child_cannot_be_opened_is_refused_whole,
	    a_child_is_opened_only_when_its_condition_holds,
	    children_inherit_who_is_barred,
	    samples_are_those_that_anybody_can_draw_again,
	    automatic_steps_are_taken_at_once_and_are_nobodys,
	    what_happens_to_a_child_moves_its_parent,
	    an_edit_undoes_the_approval_of_what_it_changes,
	    an_answer_given_again_undoes_nothing,
	    what_is_cancelled_still_keeps_its_people_away,
	    four_people_are_four_people,
	    a_repeated_step_brings_everything_about_once,
	    imported_values_bring_automatic_steps_about,
	};

	return bench_suite("review/consequence", tests, COUNT(tests));
}
