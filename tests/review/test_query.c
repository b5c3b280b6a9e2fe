/* SPDX-License-Identifier: MIT */
/* Questions on work: asked, answered, closed; with a return or without. */
#include "review/passes.h"

Suite *suite_review_query(void);

static int64_t asked(struct bench *b, const char *who, const char *body)
{
	struct req_query q = {0};
	struct rep_done r;
	struct err e = {0};

	ok(wire_read(&b->arena, MSG_query, str_of(body), &q, &e));
	ok(ask_query(b, who, &q, &r, &e));
	return r.seq;
}

static struct err not_asked(struct bench *b, const char *who, const char *body)
{
	struct req_query q = {0};
	struct rep_done r;
	struct err e = {0};

	ok(wire_read(&b->arena, MSG_query, str_of(body), &q, &e));
	ck_assert_msg(!ask_query(b, who, &q, &r, &e), "%s", body);
	return e;
}

static struct rep_queries list(struct bench *b, const char *who, bool mine)
{
	struct req_queries q = {.mine = mine};
	struct rep_queries r;
	struct err e = {0};

	ok(ask_queries(b, who, &q, &r, &e));
	return r;
}

START_TEST(the_author_is_asked_answers_and_whoever_asked_closes_it)
{
	struct bench *b = passes_new();
	struct str ref = passes_closed(b, 1, Y);
	struct req_query_answer answer = {.text = STR("the file says so")};
	struct req_query_close close = {.text = STR("fine")};
	struct rep_queries r;
	struct rep_done done;
	struct err e = {0};

	answer.query = close.query =
	    asked(b, "b1", "{\"ref\":\"C-1\",\"questions\":{\"finding\":\"why y?\"}}");
	r = list(b, "r1", true);
	ck_assert_uint_eq(r.rows.n, 1);
	ck_assert(r.rows.v[0].mine && str_is(r.rows.v[0].label, "What is found?"));
	ck_assert(str_is(r.rows.v[0].text, "why y?") && str_is(r.rows.v[0].status, "open"));
	ck_assert(str_is(engine_record(b, ref).query, "open"));
	ck_assert(!ask_query_answer(b, "r2", &answer, &done, &e));
	ck_assert(says(&e, ERR_NOT_FOUND, "that waits for your answer"));
	e = (struct err){0};
	ok(ask_query_answer(b, "r1", &answer, &done, &e));
	ck_assert(!ask_query_answer(b, "r1", &answer, &done, &e));
	ck_assert(says(&e, ERR_REFUSED, "answered already"));
	ck_assert_uint_eq(list(b, "r1", true).rows.n, 0);
	ck_assert(str_is(list(b, "b2", false).rows.v[0].answer, "the file says so"));
	e = (struct err){0};
	ok(ask_query_close(b, "b1", &close, &done, &e));
	ck_assert_uint_eq(list(b, "b2", false).rows.n, 0);
	ck_assert_uint_eq(engine_record(b, ref).query.n, 0);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(work_is_returned_with_its_questions_in_one_act)
{
	struct bench *b = passes_new();
	struct str ref = passes_to_read(b, 1, "");
	struct err e;

	engine_step(b, "r1", ref, "lock", Y);
	e = not_asked(b, "b1",
	    "{\"ref\":\"C-1\",\"questions\":{\"finding\":\"why?\"},\"step\":\"back\","
	    "\"reason\":\"see there\"}");
	ck_assert(says(&e, ERR_REFUSED, "take it first"));
	bench_claim(b, "b1", ref);
	e = not_asked(b, "b1",
	    "{\"ref\":\"C-1\",\"questions\":{\"finding\":\"why?\"},\"step\":\"back\"}");
	ck_assert(says(&e, ERR_REFUSED, "needs a written reason"));
	asked(b, "b1",
	    "{\"ref\":\"C-1\",\"questions\":{\"finding\":\"why?\",\"why\":\"say more\"},"
	    "\"step\":\"back\",\"reason\":\"see there\"}");
	ck_assert(str_is(engine_record(b, ref).state, "read"));
	ck_assert_uint_eq(list(b, "r1", true).rows.n, 2);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(what_is_no_question_is_refused)
{
	static const struct {
		const char *who, *body, *part;
		enum err_kind kind;
	} rows[] = {
	    {"b1", "{\"ref\":\"C-1\",\"questions\":{}}", "questions come as", ERR_INPUT},
	    {"b1", "{\"ref\":\"C-1\",\"questions\":{\"findin\":\"x\"}}",
		"no question 'findin'; did you mean 'finding'", ERR_INPUT},
	    {"b1", "{\"ref\":\"C-1\",\"questions\":{\"finding\":\" \"}}", "say what is asked",
		ERR_INPUT},
	    {"b1", "{\"ref\":\"C-2\",\"questions\":{\"finding\":\"x\"}}", "nobody to ask",
		ERR_REFUSED},
	    {"b1", "{\"ref\":\"C-1\",\"questions\":{\"finding\":\"x\"},\"to\":\"h1\"}",
		"may not see C-1", ERR_REFUSED},
	    {"c1", "{\"ref\":\"C-1\",\"questions\":{\"finding\":\"x\"}}",
		"needs the right to assign", ERR_REFUSED},
	    {"s1", "{\"ref\":\"C-1\",\"questions\":{\"finding\":\"x\"}}",
		"is not told of quality passes", ERR_REFUSED},
	};
	struct bench *b = passes_new();
	struct str ref = passes_to_read(b, 1, "\"handler\":\"H1\"");

	engine_step(b, "r1", ref, "lock", Y);
	passes_aside(b, 2);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct err e = not_asked(b, rows[i].who, rows[i].body);
		ck_assert_msg(says(&e, rows[i].kind, rows[i].part), "%s", rows[i].body);
	}
	bench_close(b);
}
END_TEST

START_TEST(nothing_is_asked_while_readers_are_at_it)
{
	struct bench *b = passes_new();
	struct err e;

	passes_closed(b, 1, Y);
	passes_drawn(b, "{\"expr\":\"state:closed\",\"seed\":\"s\",\"size\":1}");
	e = not_asked(b, "b1", "{\"ref\":\"C-1\",\"questions\":{\"finding\":\"x\"}}");
	ck_assert(says(&e, ERR_REFUSED, "ask when they are done"));
	bench_close(b);
}
END_TEST

Suite *suite_review_query(void)
{
	const TTest *const tests[] = {the_author_is_asked_answers_and_whoever_asked_closes_it,
	    work_is_returned_with_its_questions_in_one_act, what_is_no_question_is_refused,
	    nothing_is_asked_while_readers_are_at_it};

	return bench_suite("review/query", tests, COUNT(tests));
}
