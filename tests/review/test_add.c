/* SPDX-License-Identifier: MIT */
/* Opening a record by hand: the sheet of its fields, who may, what is refused; safeguarding. */
#include "review/engine.h"

Suite *suite_review_add(void);

static bool add(struct bench *b, const char *who, const char *type, struct str under,
    const char *fields, struct rep_moved *r, struct err *e)
{
	struct req_add q = {.type = str_of(type),
	    .under = under,
	    .fields = fields ? bench_json(b, fields) : NULL};

	return ask_add(b, who, &q, r, e);
}

static bool safeguard(struct bench *b, const char *who, struct str ref, const char *text,
    struct rep_moved *r, struct err *e)
{
	struct req_safeguard q = {.ref = ref, .text = str_of(text)};

	return ask_safeguard(b, who, &q, r, e);
}

START_TEST(a_sheet_asks_for_every_field_and_says_who_may_not)
{
	struct bench *b = engine_new();
	struct req_sheet q = {.type = STR("case")};
	struct rep_form r;
	struct err e;

	ok(ask_sheet(b, "c1", &q, &r, &e));
	ck_assert_str_eq(r.title.p, "Case");
	ck_assert(r.editable && r.why_not.n == 0);
	ck_assert_uint_eq(r.questions.n, 9);
	ck_assert_int_eq(r.missing, 3);
	ck_assert_str_eq(r.questions.v[0].name.p, "number");
	ck_assert(r.questions.v[0].required && r.questions.v[0].shown);
	ck_assert_uint_eq(r.questions.v[4].choices.n, 2);
	ok(ask_sheet(b, "r1", &q, &r, &e));
	ck_assert(!r.editable && has(r.why_not, "Clerk"));
	q.type = STR("cass");
	ck_assert(!ask_sheet(b, "c1", &q, &r, &e));
	ck_assert(says(&e, ERR_NOT_FOUND, "did you mean 'case'?"));
	q = (struct req_sheet){.type = STR("check"), .under = STR("C-9")};
	ck_assert(!ask_sheet(b, "c1", &q, &r, &e) && e.kind == ERR_NOT_FOUND);
	bench_close(b);
}
END_TEST

START_TEST(what_is_opened_by_hand_is_there_with_its_fields)
{
	struct bench *b = engine_new();
	struct str ref = engine_case(b, 7, "\"kind\":\"A\",\"received\":\"3/4/2017\"");
	struct rep_record r = bench_show(b, "c2", ref);
	struct rep_moved m;
	struct err e;

	ck_assert_str_eq(ref.p, "C-7");
	ck_assert_str_eq(r.state.p, "sort");
	ck_assert(has(r.history.v[r.history.n - 1].text, "was opened, in state To sort"));
	ok(add(b, "c2", "check", ref, "{\"about\":\"a\"}", &m, &e));
	ck_assert_str_eq(m.ref.p, "C-7/K1");
	ck_assert_str_eq(m.step.p, "opened");
	ck_assert(m.seq > 0 && m.version == 1);
	ck_assert(has(m.text, "C-7/K1 (Check) was opened under C-7"));
	ok(add(b, "c2", "check", ref, "{\"about\":\"b\"}", &m, &e));
	ck_assert_str_eq(m.ref.p, "C-7/K2");
	r = bench_show(b, "c2", m.ref);
	ck_assert_str_eq(r.parent.p, "C-7");
	r = bench_show(b, "c2", ref);
	ck_assert_uint_eq(r.children.n, 2);
	ck_assert_str_eq(r.children.v[0].ref.p, "C-7/K1");
	ck_assert_str_eq(r.children.v[1].title.p, "b");
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(every_reason_against_opening_is_told_at_once)
{
	struct bench *b = engine_new();
	struct str ref = engine_case(b, 1, "\"kind\":\"a\"");
	struct rep_moved r;
	struct err e;
	int64_t before = bench_head(b);

	ck_assert(!add(b, "c1", "case", STR(""), "{\"kind\":\"c\",\"numbr\":\"1\"}", &r, &e));
	ck_assert(says(&e, ERR_INPUT, "did you mean 'number'?"));
	ck_assert(says(&e, ERR_INPUT, "Kind: 'c' is not one of the choices"));
	ck_assert(says(&e, ERR_INPUT, "its field Name has no value"));
	ck_assert_int_eq(bench_head(b), before);
	ck_assert(!add(b, "r1", "contact", ref, NULL, &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "Clerk"));
	ck_assert(
	    says(&e, ERR_REFUSED, "it is not known to be safe; it opens when Safe is Yes"));
	ck_assert(!add(b, "c1", "check", STR(""), NULL, &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "is opened under"));
	ck_assert(!add(b, "c1", "action", ref, NULL, &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "is not opened by hand"));
	ck_assert(!add(b, "c1", "case", STR(""),
	    "{\"number\":\"1\",\"name\":\"n\",\"kind\":\"a\"}", &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "C-1 is in use"));
	bench_close(b);
}
END_TEST

START_TEST(the_record_says_what_can_be_opened_under_it_and_why_not)
{
	struct bench *b = engine_new();
	struct str ref = engine_case(b, 1, "\"kind\":\"a\"");
	struct rep_record r = bench_show(b, "c1", ref);

	ck_assert_uint_eq(r.openings.n, 2); /* check, contact; an action is nobody's to open */
	ck_assert_str_eq(r.openings.v[0].type.p, "check");
	ck_assert(r.openings.v[0].open && !r.openings.v[1].open);
	ck_assert_str_eq(r.openings.v[1].closed.v[0].p,
	    "it is not known to be safe; it opens when Safe is Yes");
	r = bench_show(b, "r1", ref);
	ck_assert(!r.openings.v[0].open && r.openings.v[0].closed.n == 1);
	bench_close(b);
}
END_TEST

START_TEST(a_request_that_comes_again_opens_one_record_and_says_the_same)
{
	struct bench *b = engine_new();
	static const uint8_t id[16] = {7};
	struct rep_moved one, two;
	struct str ref = engine_case(b, 1, "\"kind\":\"a\"");
	struct err e;

	b->id = id;
	ok(add(b, "c1", "check", ref, "{\"about\":\"a\"}", &one, &e));
	b->id = id;
	ok(add(b, "c1", "check", ref, "{\"about\":\"a\"}", &two, &e));
	ck_assert(str_eq(one.ref, two.ref) && str_eq(one.text, two.text));
	ck_assert_int_eq(one.seq, two.seq);
	ck_assert_uint_eq(bench_events(b, "record.opened", "").n, 2);
	bench_close(b);
}
END_TEST

/* ---- safeguarding now ---- */

START_TEST(safeguarding_opens_an_action_and_tells_the_chief_whoever_holds_the_record)
{
	struct bench *b = engine_new();
	struct str ref = engine_to_read(b, 1, "\"kind\":\"a\"");
	struct event_rows rows;
	struct rep_moved r;
	struct err e;

	bench_claim(b, "r1", ref);
	ok(safeguard(b, "r2", ref, "he is at her door\nnow", &r, &e)); /* r2 does not hold it */
	ck_assert_str_eq(r.ref.p, "C-1/A1");
	ok(safeguard(b, "r2", ref, "and again", &r, &e));
	ck_assert_str_eq(r.ref.p, "C-1/A2");
	rows = bench_events(b, "alert.raised", "C-1/A1");
	ck_assert_uint_eq(rows.n, 1);
	ck_assert(has(rows.v[0].body, "\"name\":\"safeguarding\""));
	ck_assert(has(rows.v[0].body, "he is at her door"));
	ck_assert_str_eq(engine_record(b, ref).holder.p, "r1");
	b->now += 3600 * 1000 + 1000; /* its own limit: an hour, not the pack's two */
	bench_begin(b, "system");
	ck_assert_int_gt(review_chores(b->rv, &b->arena, b->now), 0);
	bench_end(b);
	ck_assert_uint_eq(bench_events(b, "alert.raised", "C-1/A1").n, 2);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(safeguarding_from_a_child_hangs_the_action_where_it_may_hang)
{
	struct bench *b = engine_new();
	struct str ref = engine_case(b, 1, "\"kind\":\"a\"");
	struct rep_moved r;
	struct err e;

	ok(add(b, "c2", "check", ref, "{\"about\":\"a\"}", &r, &e));
	ok(safeguard(b, "c1", r.ref, "a danger", &r, &e));
	ck_assert_str_eq(r.ref.p, "C-1/A1");
	ok(safeguard(b, "c1", r.ref, "another, seen on the action", &r, &e));
	ck_assert_str_eq(r.ref.p, "C-1/A2");
	ck_assert(!safeguard(b, "c1", ref, "  ", &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "what the danger is"));
	ck_assert(!safeguard(b, "c1", STR("C-5"), "x", &r, &e) && e.kind == ERR_NOT_FOUND);
	ck_assert(!safeguard(b, "admin", ref, "x", &r, &e) && e.kind == ERR_REFUSED);
	bench_close(b);
}
END_TEST

START_TEST(nothing_one_writes_in_danger_keeps_the_action_from_being_opened)
{
	struct bench *b = bench_new(1);
	struct buf text = buf_in(&b->arena);
	struct rep_moved r;
	struct rep_record rec;
	struct err e;

	for (int i = 0; i < 180; i++)
		buf_puts(&text, "he is\tthere\n");
	ok(safeguard(b, "r01", STR("DVDS-00000"),
	    arena_printf(&b->arena, "%.*s", 1990, text.p).p, &r, &e));
	rec = bench_show(b, "s01", r.ref);
	ck_assert_str_eq(rec.type.p, "action");
	ck_assert_uint_eq(rec.alerts.n, 1);
	ck_assert(rec.alerts.v[0].mine);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(the_welcome_names_the_types_and_the_one_key)
{
	struct bench *b = engine_new();
	struct req_hello q = {.front = STR("cli")};
	struct rep_welcome r;
	struct err e;

	engine_case(b, 1, "\"kind\":\"a\"");
	ok(ask_hello(b, "c1", &q, &r, &e));
	ck_assert_str_eq(r.safeguarding.p, "Action");
	ck_assert_uint_eq(r.types.n, 4);
	for (size_t i = 0; i < r.types.n; i++) {
		bool is_case = str_is(r.types.v[i].type, "case");
		ck_assert_int_eq(r.types.v[i].n, is_case);
		ck_assert(r.types.v[i].opens == is_case);
	}
	ok(ask_hello(b, "admin", &q, &r, &e));
	ck_assert(r.safeguarding.n == 0 && r.types.v[1].n == 0 && !r.types.v[1].opens);
	bench_close(b);
}
END_TEST

Suite *suite_review_add(void)
{
	const TTest *const tests[] = {
	    a_sheet_asks_for_every_field_and_says_who_may_not,
	    what_is_opened_by_hand_is_there_with_its_fields,
	    every_reason_against_opening_is_told_at_once,
	    the_record_says_what_can_be_opened_under_it_and_why_not,
	    a_request_that_comes_again_opens_one_record_and_says_the_same,
	    safeguarding_opens_an_action_and_tells_the_chief_whoever_holds_the_record,
	    safeguarding_from_a_child_hangs_the_action_where_it_may_hang,
	    nothing_one_writes_in_danger_keeps_the_action_from_being_opened,
	    the_welcome_names_the_types_and_the_one_key,
	};
	return bench_suite("review/add", tests, COUNT(tests));
}
