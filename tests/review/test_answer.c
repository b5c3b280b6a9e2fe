/* SPDX-License-Identifier: MIT */
#include "review/bench.h"

Suite *suite_review_answer(void);

static struct req_answer giving(
    struct str ref, const char *question, const char *value, const char *reason)
{
	return (struct req_answer){.ref = ref,
	    .form = STR("triage"),
	    .question = str_of(question),
	    .value = str_of(value),
	    .reason = str_of(reason)};
}

static struct part_question question(const struct rep_form *f, const char *name)
{
	for (size_t i = 0; i < f->questions.n; i++)
		if (str_is(f->questions.v[i].name, name))
			return f->questions.v[i];
	ck_abort_msg("no question %s", name);
}

START_TEST(an_answer_is_saved_as_it_is_left)
{
	struct bench *b = bench_new(1);
	struct rep_record rec = bench_next(b, "t01");
	struct req_answer q = giving(rec.ref, "outcome_seen", "No", "nothing but a date");
	struct rep_form f;
	struct event_rows rows;
	struct err e;

	ok(ask_answer(b, "t01", &q, &f, &e));
	ck_assert_str_eq(question(&f, "outcome_seen").value.p, "no");
	ck_assert_str_eq(question(&f, "outcome_seen").text.p, "No");
	ck_assert_str_eq(question(&f, "outcome_seen").reason.p, "nothing but a date");
	ck_assert(f.editable && f.answered == 1 && f.missing == 11);
	ck_assert_int_eq(f.version, rec.version + 1);
	rows = bench_events(b, "answer.given", rec.ref.p);
	ck_assert_uint_eq(rows.n, 1);
	ck_assert(has(rows.v[0].body, "\"value\":\"no\""));
	bench_reopen(b);
	ck_assert_uint_eq(bench_show(b, "t01", rec.ref).answers.n, 1);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(an_unchanged_answer_writes_nothing_and_a_new_reason_does)
{
	struct bench *b = bench_new(1);
	struct str ref = bench_next(b, "t01").ref;
	struct req_answer q = giving(ref, "outcome_seen", "no", "");
	struct rep_form f;
	struct err e;
	int64_t head;

	ok(ask_answer(b, "t01", &q, &f, &e));
	ck_assert(question(&f, "outcome_seen").needs_reason);
	ck_assert_str_eq(question(&f, "outcome_seen").missing.p, "this answer needs a reason");
	head = bench_head(b);
	ok(ask_answer(b, "t01", &q, &f, &e));
	ck_assert_int_eq(bench_head(b), head);
	q.reason = STR("file is empty");
	ok(ask_answer(b, "t01", &q, &f, &e));
	ck_assert_int_eq(bench_head(b), head + 1);
	ck_assert_str_eq(question(&f, "outcome_seen").missing.p, "");
	ok(ask_answer(b, "t01", &q, &f, &e)); /* the same reason again */
	q.reason = STR("");
	ok(ask_answer(b, "t01", &q, &f, &e));
	ck_assert_int_eq(bench_head(b), head + 1);
	ck_assert_str_eq(question(&f, "outcome_seen").reason.p, "file is empty");
	bench_close(b);
}
END_TEST

START_TEST(an_empty_answer_clears)
{
	struct bench *b = bench_new(1);
	struct str ref = bench_next(b, "t01").ref;
	struct req_answer q = giving(ref, "identified", "yes", "");
	struct rep_form f;
	struct err e;

	ok(ask_answer(b, "t01", &q, &f, &e));
	q.value = STR("");
	ok(ask_answer(b, "t01", &q, &f, &e));
	ck_assert(f.answered == 0 && question(&f, "identified").value.n == 0);
	ck_assert(has(bench_show(b, "t01", ref).history.v[0].text, "took back the answer"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(a_stale_answer_is_refused_and_not_merged)
{
	struct bench *b = bench_new(1);
	struct rep_record rec = bench_next(b, "t01");
	struct req_answer q = giving(rec.ref, "identified", "yes", "");
	struct rep_form f;
	struct err e;

	q.version = rec.version;
	ok(ask_answer(b, "t01", &q, &f, &e));
	q.question = STR("urgent");
	q.value = STR("no");
	ck_assert(!ask_answer(b, "t01", &q, &f, &e));
	ck_assert(says(&e, ERR_CONFLICT, "changed since you read it (version 1, now 2)"));
	ck_assert(says(&e, ERR_CONFLICT, "t01 answered \"Was the subject identified"));
	q.version = 2;
	ok(ask_answer(b, "t01", &q, &f, &e));
	bench_close(b);
}
END_TEST

START_TEST(a_question_is_answered_only_while_it_is_asked)
{
	struct bench *b = bench_new(1);
	struct str ref = bench_next(b, "t01").ref;
	struct req_answer q = giving(ref, "strangulation", "yes", "");
	struct rep_form f;
	struct err e;

	ck_assert(!ask_answer(b, "t01", &q, &f, &e));
	ck_assert(
	    says(&e, ERR_REFUSED, "\"Strangulation or suffocation?\" is asked only when"));
	q = giving(ref, "serious", "yes", "");
	ok(ask_answer(b, "t01", &q, &f, &e));
	ck_assert(question(&f, "strangulation").shown);
	q = giving(ref, "strangulation", "yes", "");
	ok(ask_answer(b, "t01", &q, &f, &e));
	bench_close(b);
}
END_TEST

struct wrong {
	const char *who, *form, *question, *value;
	enum err_kind kind;
	const char *says;
};
static const struct wrong wrongs[] = {
    {"t01", "triage", "identified", "maybe", ERR_INPUT, "Was the subject identified"},
    {"t01", "triage", "identified", "yess", ERR_INPUT, "yes"},
    {"t01", "triage", "later_dat", "2020-01-01", ERR_INPUT, "did you mean 'later_date'?"},
    {"t01", "triaje", "identified", "yes", ERR_NOT_FOUND, "did you mean 'triage'?"},
    {"t01", "review", "proposed", "n", ERR_REFUSED, "not worked on in the state Triage"},
    {"t02", "triage", "identified", "yes", ERR_CONFLICT, "is held by T. Number 1 (t01)"},
    {"a01", "triage", "identified", "yes", ERR_REFUSED, "Auditor"},
};

START_TEST(a_wrong_answer_says_what_was_expected)
{
	struct bench *b = bench_new(1);
	const struct wrong *w = &wrongs[_i];
	struct req_answer q = giving(bench_next(b, "t01").ref, w->question, w->value, "");
	struct rep_form f;
	struct err e;

	q.form = str_of(w->form);
	ck_assert(!ask_answer(b, w->who, &q, &f, &e));
	ck_assert(says(&e, w->kind, w->says));
	ck_assert_uint_eq(bench_events(b, "answer.given", "").n, 0);
	bench_close(b);
}
END_TEST

START_TEST(who_holds_nothing_answers_nothing)
{
	struct bench *b = bench_new(1);
	struct req_answer q = giving(STR("DVDS-00000"), "identified", "yes", "");
	struct rep_form f;
	struct err e;

	ck_assert(!ask_answer(b, "t01", &q, &f, &e));
	ck_assert(says(&e, ERR_REFUSED, "you do not hold DVDS-00000; take it first"));
	bench_close(b);
}
END_TEST

/* What they wrote while they might stays; not a word comes after it. */
START_TEST(who_lost_the_role_while_holding_answers_no_more)
{
	struct bench *b = bench_new(1);
	struct rep_record rec = bench_next(b, "t01");
	struct req_answer q = giving(rec.ref, "outcome_seen", "no", "");
	struct req_form look = {.ref = rec.ref, .form = STR("triage")};
	struct req_user_role role = {.name = STR("t01")};
	struct rep_done r;
	struct rep_form f;
	struct err e;

	ok(ask_answer(b, "t01", &q, &f, &e));
	*arena_push(&b->arena, &role.roles) = STR("reviewer");
	ok(ask_user_role(b, "admin", &role, &r, &e));
	q.value = STR("yes");
	ck_assert(!ask_answer(b, "t01", &q, &f, &e));
	ck_assert(says(&e, ERR_REFUSED, "only a Triage officer may do this"));
	ck_assert_uint_eq(bench_events(b, "answer.given", "").n, 1);
	ok(ask_form(b, "t01", &look, &f, &e));
	ck_assert(!f.editable && has(f.why_not, "only a Triage officer may do this"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(an_answer_moves_the_record_in_the_queue)
{
	struct bench *b = bench_new(1);
	struct rep_record rec = bench_next(b, "t01");
	struct req_answer q = giving(rec.ref, "urgent", "yes", "threats today");
	struct rep_form f;
	struct err e;

	ok(ask_answer(b, "t01", &q, &f, &e));
	ck_assert_int_eq(bench_show(b, "t01", rec.ref).rank, rec.rank + 60);
	bench_close(b);
}
END_TEST

START_TEST(a_repeated_answer_acts_once)
{
	struct bench *b = bench_new(1);
	struct str ref = bench_next(b, "t01").ref;
	struct req_answer q = giving(ref, "identified", "yes", "");
	const uint8_t id[16] = {5};
	struct rep_form one, two;
	struct err e;

	b->id = id;
	ok(ask_answer(b, "t01", &q, &one, &e));
	q.value = STR("no"); /* even if the packet were changed */
	b->id = id;
	ok(ask_answer(b, "t01", &q, &two, &e));
	ck_assert_int_eq(one.version, two.version);
	ck_assert_str_eq(question(&two, "identified").value.p, "yes");
	bench_close(b);
}
END_TEST

START_TEST(a_form_shows_why_it_cannot_be_edited)
{
	struct bench *b = bench_new(2);
	struct req_form q = {.ref = STR("DVDS-00000"), .form = STR("triage")};
	struct rep_form f;
	struct err e;

	ok(ask_form(b, "t01", &q, &f, &e));
	ck_assert(!f.editable && has(f.why_not, "take it first"));
	ck_assert_uint_eq(bench_events(b, "record.viewed", "DVDS-00000").n, 1);
	bench_claim(b, "t01", q.ref);
	ok(ask_form(b, "t01", &q, &f, &e));
	ck_assert(f.editable && f.why_not.n == 0);
	ok(ask_form(b, "t02", &q, &f, &e));
	ck_assert(!f.editable && has(f.why_not, "held by T. Number 1"));
	q.form = STR("review");
	ok(ask_form(b, "t01", &q, &f, &e));
	ck_assert(!f.editable && has(f.why_not, "not worked on in the state Triage"));
	bench_close(b);
}
END_TEST

Suite *suite_review_answer(void)
{
	const TTest *const tests[] = {
	    an_answer_is_saved_as_it_is_left,
	    an_unchanged_answer_writes_nothing_and_a_new_reason_does,
	    an_empty_answer_clears,
	    a_stale_answer_is_refused_and_not_merged,
	    a_question_is_answered_only_while_it_is_asked,
	    who_holds_nothing_answers_nothing,
	    who_lost_the_role_while_holding_answers_no_more,
	    an_answer_moves_the_record_in_the_queue,
	    a_repeated_answer_acts_once,
	    a_form_shows_why_it_cannot_be_edited,
	};
	Suite *s = bench_suite("review/answer", tests, COUNT(tests));
	TCase *t = tcase_create("loops");

	tcase_add_loop_test(t, a_wrong_answer_says_what_was_expected, 0, (int)COUNT(wrongs));
	suite_add_tcase(s, t);
	return s;
}
