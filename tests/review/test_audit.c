/* SPDX-License-Identifier: MIT */
/* The monthly audit: pairs of numbers, months before, and what nobody measured. */
#include <string.h>

#include "review/bench.h"

Suite *suite_review_audit(void);

static const struct bench_user users[] = {
    {"q01", "quality_lead", ""},
};

static struct bench *with_lead(void)
{
	return bench_open((struct bench_how){
	    .applications = 1, .users = users, .nusers = sizeof(users) / sizeof(users[0])});
}

static struct str added(struct bench *b, const char *type, struct str under, const char *fields)
{
	struct req_add q = {.type = str_of(type), .under = under};
	struct json *j = NULL;
	struct rep_moved r;
	struct err e = {0};

	ck_assert_msg(json_parse(&b->arena, str_of(fields), &j, &e), "%s", e.text);
	q.fields = j;
	ck_assert_msg(ask_add(b, "q01", &q, &r, &e), "%s", e.text);
	return r.ref;
}

static void answered(
    struct bench *b, struct str ref, const char *form, const char *question, const char *value)
{
	struct req_claim c = {.ref = ref};
	struct req_answer q = {.ref = ref,
	    .form = str_of(form),
	    .question = str_of(question),
	    .value = str_of(value)};
	struct rep_record rec;
	struct rep_form r;
	struct err e = {0};

	ck_assert_msg(ask_claim(b, "q01", &c, &rec, &e), "%s", e.text);
	ck_assert_msg(ask_answer(b, "q01", &q, &r, &e), "%s", e.text);
}

static const struct part_measure *measure(const struct rep_audit *r, const char *name)
{
	for (size_t i = 0; i < r->rows.n; i++)
		if (str_is(r->rows.v[i].name, name))
			return &r->rows.v[i];
	ck_abort_msg("no measure %s", name);
	return NULL;
}

static struct rep_audit audit(struct bench *b, const char *month)
{
	struct req_audit q = {.month = str_of(month)};
	struct rep_audit r;
	struct err e = {0};

	ck_assert_msg(ask_audit(b, "q01", &q, &r, &e), "%s", e.text);
	return r;
}

static struct bench *two_months(void)
{
	static const char *const flagged[] = {"yes", "no", "not_applicable", NULL};
	struct bench *b = with_lead();
	struct str none = {0}, before, now;

	before = added(b, "audit_month", none,
	    "{\"month\":\"2026-09\",\"incidents\":\"300\",\"frame\":\"all\"}");
	answered(b, before, "measures", "elp_considered", "6");
	answered(b, before, "measures", "elp_of", "10");
	now = added(b, "audit_month", none,
	    "{\"month\":\"2026-10\",\"incidents\":\"310\",\"frame\":\"all\"}");
	answered(b, now, "measures", "elp_considered", "41");
	answered(b, now, "measures", "elp_of", "60");
	answered(b, now, "measures", "notices_granted", "0");
	answered(b, now, "measures", "marac_referred", "not_recorded");
	for (size_t i = 0; i < 4; i++) {
		struct str item = added(b, "audit_item", now, "{\"incident\":\"I\"}");
		if (flagged[i])
			answered(b, item, "scores", "flagged", flagged[i]);
	}
	return b;
}

START_TEST(a_share_has_its_numbers_its_interval_and_the_months_before)
{
	struct bench *b = two_months();
	struct rep_audit r = audit(b, "");
	const struct part_measure *m = measure(&r, "elp");

	ck_assert(str_is(r.month, "2026-10"));
	ck_assert_uint_eq(r.earlier.n, 1);
	ck_assert(m->measured && m->top == 41 && m->of == 60);
	ck_assert_uint_eq(m->figures.n, 1);
	ck_assert_msg(str_is(m->figures.v[0].text, "68.3 (55.0 to 79.7)"), "%.*s",
	    STR_ARG(m->figures.v[0].text));
	ck_assert_msg(
	    str_is(m->earlier.v[0], "60.0 % of 10"), "%.*s", STR_ARG(m->earlier.v[0]));
	bench_close(b);
}
END_TEST

START_TEST(not_measured_is_not_zero)
{
	struct bench *b = two_months();
	struct rep_audit r = audit(b, "2026-10");

	ck_assert(!measure(&r, "marac")->measured);
	ck_assert(!measure(&r, "orders")->measured);
	ck_assert(measure(&r, "notices")->measured && measure(&r, "notices")->top == 0);
	ck_assert(str_is(measure(&r, "notices")->earlier.v[0], "not measured"));
	bench_close(b);
}
END_TEST

START_TEST(what_does_not_apply_is_in_neither_number_and_what_is_not_scored_nowhere)
{
	struct bench *b = two_months();
	struct rep_audit r = audit(b, "");
	const struct part_measure *m = measure(&r, "flagged");

	ck_assert(m->measured);
	ck_assert_int_eq(m->top, 1);
	ck_assert_int_eq(m->of, 2);
	ck_assert_int_eq(m->left_out, 1);
	bench_close(b);
}
END_TEST

START_TEST(a_month_without_an_audit_is_said_to_have_none_and_reviewers_are_refused)
{
	struct bench *b = two_months();
	struct req_audit q = {.month = STR("2026-01")};
	struct rep_audit r;
	struct err e = {0};

	ck_assert(!ask_audit(b, "q01", &q, &r, &e));
	ck_assert_int_eq(e.kind, ERR_NOT_FOUND);
	ck_assert(strstr(e.text, "no audit of 2026-01"));
	e = (struct err){0};
	ck_assert(!ask_audit(b, "r01", &q, &r, &e));
	ck_assert_int_eq(e.kind, ERR_REFUSED);
	ck_assert_uint_eq(audit(b, "2026-09").earlier.n, 0);
	bench_close(b);
}
END_TEST

Suite *suite_review_audit(void)
{
	Suite *s = suite_create("review/audit");
	TCase *t = tcase_create("audit");

	tcase_add_test(t, a_share_has_its_numbers_its_interval_and_the_months_before);
	tcase_add_test(t, not_measured_is_not_zero);
	tcase_add_test(
	    t, what_does_not_apply_is_in_neither_number_and_what_is_not_scored_nowhere);
	tcase_add_test(
	    t, a_month_without_an_audit_is_said_to_have_none_and_reviewers_are_refused);
	suite_add_tcase(s, t);
	return s;
}
