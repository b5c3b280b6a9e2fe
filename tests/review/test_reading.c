/* SPDX-License-Identifier: MIT */
/*
 * A record that was drawn is read again, and then it is what it was, or it goes on as any
 * case does. Nobody reads it who knows it, and nothing that anybody does leaves it stranded.
 */
#include "review/engine_pack.h"
#include "review/passes.h"

Suite *suite_review_reading(void);

#define SECOND "{\"expr\":\"state:closed\",\"seed\":\"s\",\"size\":%d}"
#define ELUSION                                                                                \
	"{\"expr\":\"state:closed\",\"seed\":\"s\",\"size\":1,\"kind\":\"elusion\","           \
	"\"found\":\"finding:x\"}"

/* C-1, read and signed, and drawn. */
static struct bench *drawn(struct str *ref, struct str *was, const char *answers)
{
	struct bench *b = passes_new();

	*ref = passes_closed(b, 1, answers);
	*was = passes_row(b, *ref);
	b->now += 86400000;
	passes_drawn(b, arena_printf(&b->arena, SECOND, 1).p);
	return b;
}

static void same_row(struct bench *b, struct str ref, struct str was)
{
	struct str is = passes_row(b, ref);

	ck_assert_msg(str_eq(is, was), "%.*s\n--- was\n%.*s", STR_ARG(is), STR_ARG(was));
}

static struct part_item item(struct bench *b)
{
	struct rep_plan r = passes_show(b, STR("q1"));

	ck_assert_uint_eq(r.items.n, 1);
	return r.items.v[0];
}

START_TEST(it_stands_again_where_it_was_read)
{
	struct str ref, was;
	struct bench *b = drawn(&ref, &was, Y);
	struct record r = engine_record(b, ref);

	ck_assert(str_is(r.state, "read") && str_is(r.queue, "second") && r.blind && !r.final);
	ck_assert_int_eq(r.seat, SEAT_SECOND);
	ck_assert_int_ne(r.due, NO_TIME);
	ck_assert(str_is(r.drawn, "q1") && str_is(r.reading, "open"));
	ck_assert(str_eq(bench_next(b, "s1").ref, ref));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(two_who_agree_leave_it_as_it_was)
{
	struct str ref, was;
	struct bench *b = drawn(&ref, &was, Y);
	struct rep_plan r;

	passes_read(b, "s1", ref, Y);
	same_row(b, ref, was);
	ck_assert(str_is(engine_record(b, ref).reading, "upheld"));
	ck_assert(str_is(item(b).status, "upheld") && str_is(item(b).second, "s1"));
	r = passes_close(b, STR("q1"));
	ck_assert(str_is(r.status, "closed"));
	ck_assert(has(r.text, "All 1 are read: 0 found"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(a_third_person_may_uphold_the_author)
{
	struct str ref, was;
	struct bench *b = drawn(&ref, &was, Y);

	passes_read(b, "s1", ref, XP);
	ck_assert(str_is(item(b).status, "to_decide"));
	passes_read(b, "j1", ref, Y3);
	same_row(b, ref, was);
	ck_assert(str_is(item(b).status, "upheld") && str_is(item(b).third, "j1"));
	ck_assert_uint_ge(item(b).differ.n, 1);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(what_the_third_person_overturns_goes_on_like_any_case)
{
	struct str ref, was;
	struct bench *b = drawn(&ref, &was, Y);
	struct rep_plan r;

	passes_read(b, "s1", ref, XP);
	passes_read(b, "j1", ref, XP3);
	ck_assert(str_is(engine_record(b, ref).state, "approve"));
	ck_assert(str_is(engine_record(b, ref).reading, "overturned"));
	engine_step(b, "x1", ref, "approve", "{\"lesson\":\"two\"}");
	engine_step(b, "b1", ref, "sign", NULL);
	r = passes_close(b, STR("q1"));
	ck_assert_int_eq(r.found, 1);
	ck_assert(has(r.text, "All 1 are read: 1 found"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(what_was_set_aside_rightly_goes_back)
{
	struct bench *b = passes_new();
	struct str ref = passes_aside(b, 1), was = passes_row(b, ref);

	passes_drawn(b, ELUSION);
	ck_assert_int_eq(engine_record(b, ref).seat, SEAT_FIRST);
	ck_assert(str_is(engine_record(b, ref).queue, "reader"));
	passes_read(b, "r1", ref, Y);
	same_row(b, ref, was);
	ck_assert(str_is(item(b).status, "upheld") && str_is(item(b).second, "r1"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(what_was_set_aside_wrongly_is_found_and_goes_on)
{
	struct bench *b = passes_new();
	struct str ref = passes_aside(b, 1);

	passes_drawn(b, ELUSION);
	passes_read(b, "r1", ref, XP);
	ck_assert(str_is(engine_record(b, ref).state, "approve"));
	ck_assert(str_is(item(b).status, "found"));
	ck_assert_int_eq(passes_close(b, STR("q1")).found, 1);
	bench_verify(b);
	bench_close(b);
}
END_TEST

/* Of kind a each case has two readers: whatever the pass looks for, one of them is no end. */
START_TEST(what_calls_for_a_second_reader_is_not_thrown_away)
{
	struct bench *b = passes_new();
	struct str ref = engine_case(b, 1, "\"kind\":\"a\",\"told\":\"t\"");

	engine_step(b, "c1", ref, "calm", "{\"urgent\":\"no\"}");
	engine_step(b, "b1", ref, "aside", NULL);
	passes_drawn(b, "{\"expr\":\"state:closed\",\"seed\":\"s\",\"size\":1,"
			"\"kind\":\"elusion\",\"found\":\"state:waiting\"}");
	passes_read(b, "r1", ref, XP);
	ck_assert(str_is(item(b).status, "found"));
	ck_assert_int_eq(engine_record(b, ref).seat, SEAT_SECOND);
	bench_verify(b);
	bench_close(b);
}
END_TEST

/* ---- who may ---- */

static struct err claim_refused(struct bench *b, const char *who, struct str ref)
{
	struct req_claim q = {.ref = ref};
	struct rep_record r;
	struct err e = {0};

	ck_assert_msg(!ask_claim(b, who, &q, &r, &e), "%s took it", who);
	return e;
}

/* w1 may read first and second: he opened the case when it was closed. */
START_TEST(nobody_reads_what_they_know)
{
	struct bench *b = passes_new();
	struct str ref = passes_closed(b, 1, Y);
	struct req_next next = {0};
	struct rep_record r;
	struct err e = {0};

	bench_show(b, "w1", ref);
	passes_drawn(b, arena_printf(&b->arena, SECOND, 1).p);
	e = claim_refused(b, "w1", ref);
	ck_assert(says(&e, ERR_REFUSED, "another person must do this step"));
	e = (struct err){0};
	ck_assert(!ask_next(b, "w1", &next, &r, &e));
	ck_assert_int_eq(e.kind, ERR_NO);
	passes_read(b, "s1", ref, XP);
	e = claim_refused(b, "s1", ref);
	bench_claim(b, "j1", ref);
	bench_close(b);
}
END_TEST

/* Who read it in one pass does not read it in the next. */
START_TEST(a_second_pass_needs_other_readers)
{
	struct str ref, was;
	struct bench *b = drawn(&ref, &was, Y);
	struct err e;

	passes_read(b, "s1", ref, Y);
	passes_close(b, STR("q1"));
	passes_drawn(b, arena_printf(&b->arena, SECOND, 1).p);
	e = claim_refused(b, "s1", ref);
	ck_assert(says(&e, ERR_REFUSED, "another person"));
	passes_read(b, "s2", ref, Y);
	same_row(b, ref, was);
	ck_assert(str_is(engine_record(b, ref).drawn, "q2"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

/* ---- nothing strands it ---- */

START_TEST(a_reading_outlives_claims_that_end)
{
	struct str ref, was;
	struct bench *b = drawn(&ref, &was, Y);
	struct req_defer defer = {.ref = ref, .until = STR("+1d"), .reason = STR("ill")};
	struct req_assign assign = {.ref = ref, .to = STR("s2"), .reason = STR("to you")};
	struct rep_done done;
	struct err e = {0};

	bench_claim(b, "s1", ref);
	ok(ask_defer(b, "s1", &defer, &done, &e));
	b->now += 30 * 3600000;
	ok(ask_assign(b, "b1", &assign, &done, &e));
	b->now += 90 * 86400000LL;
	bench_begin(b, "system");
	ck_assert_int_ge(review_chores(b->rv, &b->arena, b->now), 1);
	bench_end(b);
	ck_assert_uint_eq(engine_record(b, ref).holder.n, 0);
	passes_read(b, "s2", ref, Y);
	same_row(b, ref, was);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(a_pass_ends_when_everything_is_read)
{
	struct bench *b = passes_new();
	struct req_plan_close q = {.plan = STR("q1")};
	struct rep_plan r;
	struct err e = {0};

	passes_closed(b, 1, Y);
	passes_closed(b, 2, Y);
	passes_drawn(b, arena_printf(&b->arena, SECOND, 2).p);
	passes_read(b, "s1", STR("C-2"), Y);
	ck_assert(!ask_plan_close(b, "b2", &q, &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "1 of 2 are still to be read to their end"));
	ck_assert(has(str_of(e.text), "`drawn:q1 reading:open`"));
	passes_read(b, "s1", STR("C-1"), Y);
	r = passes_close(b, STR("q1"));
	ck_assert_int_eq(r.read, 2);
	e = (struct err){0};
	ck_assert(!ask_plan_close(b, "b2", &q, &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "has ended already"));
	bench_close(b);
}
END_TEST

/* One that rests in another blind state meanwhile comes back to whose turn it was. */
static void with_rest(struct arena *a, struct source *out)
{
	static const char *const changes[][2] = {
	    {"  weigh: {label: Weighed}\n", "  weigh: {label: Weighed}\n  rest: {label: Rest, "
					    "blind: true, queue: chief}\n"},
	    {"  - {id: weigh_x,",
		"  - {id: rest, key: R, label: Rest, from: read, to: rest, by: [reader, "
		"second]}\n"
		"  - {id: wake, key: W, label: Wake, from: rest, to: read, by: chief}\n"
		"  - {id: weigh_x,"},
	};

	engine_files(a, out);
	for (size_t i = 0; i < out->files.n; i++)
		for (size_t k = 0; k < COUNT(changes); k++)
			if (str_is(out->files.v[i].name, "records/case.yaml"))
				out->files.v[i].text = bench_replace(
				    a, out->files.v[i].text, changes[k][0], changes[k][1]);
}

START_TEST(a_detour_through_another_blind_state_keeps_the_turn)
{
	static const struct bench_user users[] = {{"c1", "clerk", ""}, {"c2", "clerk", ""},
	    {"r1", "reader", ""}, {"s1", "second", ""}, {"s2", "second", ""},
	    {"j1", "judge", ""}, {"b1", "chief", ""}, {"b2", "chief", ""}};
	struct bench *b = bench_open(
	    (struct bench_how){.files = with_rest, .users = users, .nusers = COUNT(users)});
	struct req_user_train train = {
	    .name = STR("c2"), .competence = STR("method"), .until = STR("2030-01-01")};
	struct rep_done done;
	struct str ref, was;
	struct err e = {0};

	passes_on(b);
	ok(ask_user_train(b, "admin", &train, &done, &e));
	ref = passes_closed(b, 1, Y);
	was = passes_row(b, ref);
	passes_drawn(b, arena_printf(&b->arena, SECOND, 1).p);
	engine_step(b, "s1", ref, "rest", NULL);
	ck_assert(str_is(engine_record(b, ref).reading, "open"));
	engine_step(b, "b2", ref, "wake", NULL);
	ck_assert_int_eq(engine_record(b, ref).seat, SEAT_SECOND);
	ck_assert(str_is(engine_record(b, ref).queue, "second"));
	passes_read(b, "s1", ref, XP);
	passes_read(b, "j1", ref, Y3);
	same_row(b, ref, was);
	bench_verify(b);
	bench_close(b);
}
END_TEST

/* ---- what follows ---- */

START_TEST(after_a_failure_all_the_rest_is_read)
{
	static const char fix[] =
	    "{\"expr\":\"state:closed\",\"seed\":\"s\",\"share\":\"40\",\"whole\":true}";
	struct bench *b = passes_new();
	struct rep_plan r, rest;
	struct err e;

	for (int i = 1; i <= 6; i++)
		passes_closed(b, i, Y);
	r = passes_show(b, passes_drawn(b, fix));
	ck_assert(r.items.n >= 2 && r.items.n < 6);
	for (size_t i = 0; i < r.items.n; i++) {
		passes_read(b, "s1", r.items.v[i].ref, i ? Y : XP);
		if (i == 0)
			passes_read(b, "j1", r.items.v[i].ref, XP3);
	}
	r = passes_close(b, STR("q1"));
	ck_assert(str_is(r.status, "failed") && str_is(r.follow, "q2"));
	ck_assert(has(r.text, "Failed: 1 found, at most 0 allowed"));
	rest = passes_show(b, STR("q2"));
	ck_assert_uint_eq(rest.items.n, 6 - r.sample);
	ck_assert(str_is(rest.status, "drawn"));
	ck_assert_int_eq((int64_t)bench_events(b, "alert.raised", NULL).n, 1);
	for (size_t i = 0; i < rest.items.n; i++)
		passes_read(b, "s1", rest.items.v[i].ref, Y);
	ck_assert(has(passes_close(b, STR("q2")).text, "are read: 0 found"));
	e = passes_refused(b, fix);
	ck_assert(says(&e, ERR_REFUSED, "shares records with q1, which failed"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

/* The same request again does nothing and is told the same. */
START_TEST(a_repeated_request_is_answered_and_done_once)
{
	static const uint8_t id[16] = {7};
	struct str ref, was;
	struct bench *b = drawn(&ref, &was, Y);
	struct req_decide q = {.ref = ref, .step = STR("lock")};
	struct rep_moved one, two;
	struct err e = {0};
	int64_t head;

	bench_claim(b, "s1", ref);
	q.answers = bench_json(b, Y);
	b->id = id;
	ok(ask_decide(b, "s1", &q, &one, &e));
	head = bench_head(b);
	b->id = id;
	ok(ask_decide(b, "s1", &q, &two, &e));
	ck_assert_int_eq(bench_head(b), head);
	ck_assert(str_eq(one.text, two.text) && one.seq == two.seq);
	ck_assert(has(one.text, "your answers are locked and the record has gone on"));
	bench_close(b);
}
END_TEST

Suite *suite_review_reading(void)
{
	const TTest *const tests[] = {it_stands_again_where_it_was_read,
	    two_who_agree_leave_it_as_it_was, a_third_person_may_uphold_the_author,
	    what_the_third_person_overturns_goes_on_like_any_case,
	    what_was_set_aside_rightly_goes_back,
	    what_was_set_aside_wrongly_is_found_and_goes_on,
	    what_calls_for_a_second_reader_is_not_thrown_away, nobody_reads_what_they_know,
	    a_second_pass_needs_other_readers, a_reading_outlives_claims_that_end,
	    a_detour_through_another_blind_state_keeps_the_turn,
	    a_pass_ends_when_everything_is_read, after_a_failure_all_the_rest_is_read,
	    a_repeated_request_is_answered_and_done_once};

	return bench_suite("review/reading", tests, COUNT(tests));
}
