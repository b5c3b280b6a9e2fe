/* SPDX-License-Identifier: MIT */
/* What screens are told: columns of the one type that is asked for, words for everything. */
#include "review/engine.h"
#include "review/history.h"

Suite *suite_review_columns(void);

/* Whose columns come with the page; empty: those of the welcome. */
static const struct {
	const char *expr, *type;
} asked[] = {
    {"", ""},
    {"type:failure", "failure"},
    {"type:failure category:harm", "failure"},
    {"category:harm", "failure"},
    {"category:harm or type:failure", "failure"},
    {"category:harm or type:referral", "several"},
    {"state:asked", "check"},
    {"state:asked or state:trace", "check"},
    {"not type:failure", ""},
    {"type:application", ""}, /* the main type: the welcome's */
    {"state:triage band:red", ""},
    {"type:action -state:done", "action"},
    {"band:red", ""},
    {"type:(check, action)", "several"},
    {"parent:\"DVDS-00000\"", "several"},
    {"parent:\"DVDS-00000\" type:check", "check"},
    {"type:(check, action) state:asked", "check"},
    {"type:check \"ppn\"", "check"},
};

START_TEST(a_list_of_one_type_comes_with_its_columns)
{
	struct bench *b = bench_new(1);
	struct req_list q = {.expr = str_of(asked[_i].expr)};
	const struct record_type *t = pack_type(review_rules(b->rv), str_of(asked[_i].type));
	struct rep_page r;
	struct err e;

	ok(ask_list(b, "s01", &q, &r, &e));
	if (str_is(str_of(asked[_i].type), "several")) {
		ck_assert_str_eq(r.columns.v[0].name.p, "ref");
		ck_assert_str_eq(r.columns.v[1].name.p, "type");
		ck_assert_str_eq(r.columns.v[2].name.p, "state");
		bench_close(b);
		return;
	}
	ck_assert_uint_eq(r.columns.n, t ? t->columns.n : 0);
	for (size_t i = 0; t && i < t->columns.n; i++)
		ck_assert(str_eq(r.columns.v[i].name, t->columns.v[i].name));
	bench_close(b);
}
END_TEST

START_TEST(rows_of_several_kinds_say_which_and_how_they_stand)
{
	struct bench *b = bench_new(1);
	struct req_safeguard danger = {.ref = STR("DVDS-00000"), .text = STR("a knife")};
	struct req_list q = {.expr = STR("parent:\"DVDS-00000\"")};
	struct rep_moved m;
	struct rep_page r;
	struct err e;

	ok(ask_safeguard(b, "t01", &danger, &m, &e));
	ok(ask_list(b, "s01", &q, &r, &e));
	ck_assert_uint_eq(r.rows.n, 1);
	ck_assert_uint_eq(r.rows.v[0].cells.n, r.columns.n);
	ck_assert(str_eq(r.rows.v[0].cells.v[0], r.rows.v[0].ref));
	ck_assert(str_eq(
	    r.rows.v[0].cells.v[1], pack_type(review_rules(b->rv), STR("action"))->label));
	ck_assert(str_eq(r.rows.v[0].cells.v[2], r.rows.v[0].state_label));
	bench_close(b);
}
END_TEST

START_TEST(rows_have_a_cell_for_each_of_those_columns)
{
	struct bench *b = bench_new(1);
	struct req_safeguard danger = {.ref = STR("DVDS-00000"), .text = STR("a knife")};
	struct req_list q = {.expr = STR("type:action")};
	struct rep_moved m;
	struct rep_page r;
	struct err e;

	ok(ask_safeguard(b, "t01", &danger, &m, &e));
	ok(ask_list(b, "s01", &q, &r, &e));
	ck_assert_uint_eq(r.rows.n, 1);
	ck_assert_uint_eq(r.rows.v[0].cells.n, r.columns.n);
	for (size_t i = 0; i < r.columns.n; i++)
		if (str_is(r.columns.v[i].name, "danger"))
			ck_assert_str_eq(r.rows.v[0].cells.v[i].p, "a knife");
	bench_close(b);
}
END_TEST

/* What the engine keeps of a record is in a cell what it is in an expression. */
START_TEST(a_column_may_be_a_word_of_the_program)
{
	struct bench *b = bench_new(1);
	struct req_safeguard danger = {.ref = STR("DVDS-00000"), .text = STR("a knife")};
	struct req_list q = {.expr = STR("type:action alert:yes")};
	struct rep_moved m;
	struct rep_page r;
	struct err e;
	int cells = 0;

	ok(ask_safeguard(b, "t01", &danger, &m, &e));
	ok(ask_list(b, "s01", &q, &r, &e));
	ck_assert_uint_eq(r.rows.n, 1);
	for (size_t i = 0; i < r.columns.n; i++)
		cells += str_is(r.columns.v[i].name, "alert") &&
			 str_is(r.rows.v[0].cells.v[i], "yes");
	ck_assert_int_eq(cells, 1);
	bench_close(b);
}
END_TEST

START_TEST(a_column_may_be_a_question)
{
	struct bench *b = bench_new(1);
	struct req_safeguard danger = {.ref = STR("DVDS-00000"), .text = STR("a knife")};
	struct req_list q = {.expr = STR("type:action")};
	struct req_answer said = {.form = STR("plan_action"),
	    .question = STR("action_owner"),
	    .value = STR("the sergeant")};
	struct rep_moved m;
	struct rep_form f;
	struct rep_page r;
	struct err e;
	int cells = 0;

	ok(ask_safeguard(b, "t01", &danger, &m, &e));
	bench_claim(b, "s01", m.ref);
	said.ref = m.ref;
	ok(ask_answer(b, "s01", &said, &f, &e));
	ok(ask_list(b, "s01", &q, &r, &e));
	for (size_t i = 0; i < r.columns.n; i++)
		cells += str_is(r.columns.v[i].name, "action_owner") &&
			 str_is(r.rows.v[0].cells.v[i], "the sergeant");
	ck_assert_int_eq(cells, 1);
	bench_close(b);
}
END_TEST

static struct str second_cell(struct bench *b, const char *who)
{
	const struct req_list q = {.expr = STR("type:case")};
	struct rep_page r;
	struct err e;

	ok(ask_list(b, who, &q, &r, &e));
	ck_assert(r.rows.n == 1 && r.rows.v[0].cells.n == 2);
	return r.rows.v[0].cells.v[1];
}

START_TEST(nor_does_it_tell_a_reader_what_the_other_answered)
{
	struct bench *b = engine_with("records/case.yaml", "  - {name: ref, width: 8}\n",
	    "  - {name: ref, width: 8}\n  - {name: finding, width: 8}\n");
	struct str ref = engine_to_read(b, 1, "\"kind\":\"a\"");

	engine_step(b, "r1", ref, "lock", "{\"finding\":\"y\"}");
	ck_assert_str_eq(second_cell(b, "c1").p, "Y");
	ck_assert_str_eq(second_cell(b, "r1").p, "Y");
	ck_assert_uint_eq(second_cell(b, "s1").n, 0); /* who is to read next */
	bench_close(b);
}
END_TEST

/* 35 calendar days from 3 April 2017; 28 from 5 June 2023. */
START_TEST(the_rules_of_a_records_day_are_told_with_their_last_day)
{
	struct arena a = {0};
	struct bench *b = bench_open((struct bench_how){
	    .csv = extract_with(&a, "received", _i ? "2023-06-05" : "2017-04-03").p});
	struct rep_record rec = bench_show(b, "s01", STR("DVDS-00001"));

	ck_assert(has(
	    rec.regime, _i ? "28 days, to 3 Jul 2023 (unverified)" : "35 days, to 8 May 2017"));
	bench_close(b);
	arena_clear(&a);
}
END_TEST

/* Whatever happens has words, also with a body that holds nothing. */
START_TEST(every_event_has_words)
{
	struct bench *b = engine_new();

	for (int t = 0; t < EVENT_TYPES; t++) {
		struct event_row ev = {
		    .type = str_of(event_name((enum event_type)t)), .body = STR("{}")};
		struct str words = event_words(&b->arena, review_rules(b->rv), &ev);
		ck_assert_msg(words.n > 2, "%s", ev.type.p);
		ck_assert(!str_eq(words, ev.type));
	}
	bench_close(b);
}
END_TEST

START_TEST(the_time_line_tells_what_came_of_a_step)
{
	struct bench *b = engine_new();
	struct str ref = engine_to_read(b, 1, "\"kind\":\"a\"");
	struct rep_record r;
	struct buf all = buf_in(&b->arena);

	engine_step(b, "r1", ref, "lock", "{\"finding\":\"y\"}");
	engine_step(b, "s1", ref, "lock", "{\"finding\":\"y\"}");
	r = bench_show(b, "b1", ref);
	for (size_t i = 0; i < r.history.n; i++)
		buf_printf(&all, "%.*s\n", STR_ARG(r.history.v[i].text));
	ck_assert(has(buf_str(&all), "by itself"));
	ck_assert(has(buf_str(&all), "Lock: moved from To read to Weighed"));
	ck_assert(has(buf_str(&all), "was opened, in state To sort"));
	ck_assert(str_has(r.did, STR("calm")) && str_has(r.did, STR("lock")));
	bench_close(b);
}
END_TEST

/* ---- training ---- */

START_TEST(training_is_recorded_until_a_day_and_shown)
{
	struct bench *b = engine_new();
	struct req_user_train q = {
	    .name = STR("c3"), .competence = STR("method"), .until = STR("1/12/2025")};
	struct req_user_list list = {0};
	struct rep_users users;
	struct rep_done r;
	struct err e;

	ok(ask_user_train(b, "admin", &q, &r, &e));
	ck_assert_str_eq(r.text.p, "c3 holds the method up to and including 1 Dec 2025");
	ok(ask_user_list(b, "admin", &list, &users, &e));
	for (size_t i = 0; i < users.rows.n; i++)
		if (str_is(users.rows.v[i].name, "c3")) {
			ck_assert_uint_eq(users.rows.v[i].skills.n, 1);
			ck_assert_str_eq(users.rows.v[i].skills.v[0].until.p, "2025-12-01");
			ck_assert(!users.rows.v[i].skills.v[0].ended);
		}
	b->now += 10LL * 24 * 3600 * 1000;
	ok(ask_user_list(b, "admin", &list, &users, &e));
	for (size_t i = 0; i < users.rows.n; i++)
		if (str_is(users.rows.v[i].name, "c3"))
			ck_assert(users.rows.v[i].skills.v[0].ended);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(training_that_cannot_be_is_refused)
{
	static const struct {
		const char *who, *name, *competence, *until;
		enum err_kind kind;
		const char *says;
	} wrongs[] = {
	    {"b1", "c3", "method", "+9d", ERR_REFUSED, "the right to manage accounts"},
	    {"admin", "c9", "method", "+9d", ERR_NOT_FOUND, "c9"},
	    {"admin", "c3", "methode", "+9d", ERR_NOT_FOUND, "did you mean 'method'?"},
	    {"admin", "c3", "method", "soon", ERR_INPUT, "'soon' is not a day"},
	    {"admin", "c3", "method", "", ERR_INPUT, "is not a day"},
	};
	struct bench *b = engine_new();
	size_t before = bench_events(b, "user.trained", "").n;

	for (size_t i = 0; i < COUNT(wrongs); i++) {
		struct req_user_train q = {.name = str_of(wrongs[i].name),
		    .competence = str_of(wrongs[i].competence),
		    .until = str_of(wrongs[i].until)};
		struct rep_done r;
		struct err e;
		ck_assert(!ask_user_train(b, wrongs[i].who, &q, &r, &e));
		ck_assert(says(&e, wrongs[i].kind, wrongs[i].says));
	}
	ck_assert_uint_eq(bench_events(b, "user.trained", "").n, before);
	bench_close(b);
}
END_TEST

Suite *suite_review_columns(void)
{
	const TTest *const tests[] = {
	    rows_of_several_kinds_say_which_and_how_they_stand,
	    rows_have_a_cell_for_each_of_those_columns,
	    a_column_may_be_a_question,
	    a_column_may_be_a_word_of_the_program,
	    nor_does_it_tell_a_reader_what_the_other_answered,
	    every_event_has_words,
	    the_time_line_tells_what_came_of_a_step,
	    training_is_recorded_until_a_day_and_shown,
	    training_that_cannot_be_is_refused,
	};
	Suite *s = bench_suite("review/columns", tests, COUNT(tests));
	TCase *c = tcase_create("loops");

	tcase_add_loop_test(c, a_list_of_one_type_comes_with_its_columns, 0, (int)COUNT(asked));
	tcase_add_loop_test(c, the_rules_of_a_records_day_are_told_with_their_last_day, 0, 2);
	suite_add_tcase(s, c);
	return s;
}
