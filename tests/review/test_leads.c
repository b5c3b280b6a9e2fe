/* SPDX-License-Identifier: MIT */
/* What is read before anything else of a record, its parent and its children. */
#include <string.h>

#include "review/engine.h"

Suite *suite_review_leads(void);

#define A "\"kind\":\"a\""

static struct bench *with_lead(const char *lead)
{
	struct arena a = {0};
	struct bench *b = engine_with("records/case.yaml", "rank:\n",
	    arena_printf(&a, "lead: {%s, none: nobody has asked}\nrank:\n", lead).p);

	arena_clear(&a);
	return b;
}

static struct bench *urgent_leads(void)
{
	return with_lead("ask: urgent, calm: \"urgent:no state:search\", "
			 "danger: \"urgent:yes\", with: [remark, urgent]");
}

static struct part_lead lead_of(struct bench *b, const char *who, struct str ref)
{
	struct rep_record r = bench_show(b, who, ref);

	ck_assert_uint_eq(r.leads.n, 1);
	return r.leads.v[0];
}

static void answer(struct bench *b, const char *who, struct str ref, const char *value)
{
	struct req_answer q = {.ref = ref,
	    .form = STR("sorting"),
	    .question = STR("urgent"),
	    .value = str_of(value)};
	struct rep_form r;
	struct err e;

	ck_assert_msg(ask_answer(b, who, &q, &r, &e), "%s", e.text);
}

START_TEST(nothing_said_is_caution_and_an_answer_without_its_step_as_well)
{
	struct bench *b = urgent_leads();
	struct str ref = engine_case(b, 1, A);
	struct part_lead l = lead_of(b, "c1", ref);

	ck_assert_str_eq(l.says.p, "nobody has asked");
	ck_assert_str_eq(l.tone.p, "caution");
	ck_assert_uint_eq(l.by.n, 0);
	bench_claim(b, "c1", ref);
	answer(b, "c1", ref, "no");
	l = lead_of(b, "c2", ref);
	ck_assert_str_eq(l.says.p, "No (To sort)");
	ck_assert_str_eq(l.tone.p, "caution");
	bench_close(b);
}
END_TEST

START_TEST(who_said_it_and_what_belongs_to_it_stand_with_it)
{
	struct bench *b = urgent_leads();
	struct str ref = engine_case(b, 1, A);
	struct part_lead l;

	engine_step(b, "c1", ref, "calm", "{\"urgent\":\"no\",\"remark\":\"rang her\"}");
	l = lead_of(b, "c2", ref);
	ck_assert_str_eq(l.tone.p, "calm");
	ck_assert_str_eq(l.says.p, "No");
	ck_assert_str_eq(l.by.p, "c1");
	ck_assert_uint_gt(l.at.n, 0);
	ck_assert_uint_eq(l.under.n, 2);
	ck_assert_str_eq(l.under.v[0].text.p, "rang her");
	ref = engine_case(b, 2, A);
	engine_step(b, "c1", ref, "urgent", "{\"urgent\":\"yes\"}");
	ck_assert_str_eq(lead_of(b, "c2", ref).tone.p, "danger");
	bench_close(b);
}
END_TEST

START_TEST(it_stands_on_what_hangs_under_it_and_that_it_was_read_is_in_the_log)
{
	struct bench *b = urgent_leads();
	struct str ref = engine_case(b, 1, A);
	struct part_lead l;
	struct event_rows rows;

	engine_step(b, "c1", ref, "urgent", "{\"urgent\":\"yes\"}");
	l = lead_of(b, "c2", STR("C-1/K1"));
	ck_assert_str_eq(l.ref.p, "C-1");
	ck_assert_str_eq(l.tone.p, "danger");
	rows = bench_events(b, "list.read", NULL);
	ck_assert_uint_gt(rows.n, 0);
	ck_assert(has(rows.v[rows.n - 1].body, "\"refs\":[\"C-1\"]"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(it_stands_on_what_it_hangs_under)
{
	struct bench *b = engine_with("records/check.yaml", "states:\n",
	    "lead: {ask: trace, none: not searched, calm: \"state:done\", danger: "
	    "\"trace:yes\"}\n"
	    "forms:\n  found:\n    questions:\n      - {ask: trace, type: yes_no}\n"
	    "states:\n");
	struct str ref = engine_case(b, 1, A);
	struct event_rows rows;
	struct part_lead l;

	engine_step(b, "c1", ref, "urgent", "{\"urgent\":\"yes\"}");
	l = lead_of(b, "c2", ref);
	ck_assert_str_eq(l.ref.p, "C-1/K1");
	ck_assert_str_eq(l.says.p, "not searched");
	(void)lead_of(b, "c2", STR("C-1/K1"));
	rows = bench_events(b, "list.read", NULL);
	for (size_t k = 0; k < rows.n; k++) /* nothing of the case was shown with its check */
		ck_assert(!strstr(rows.v[k].body.p, "ref:C-1\""));
	bench_close(b);
}
END_TEST

START_TEST(who_reads_blind_is_told_nothing_of_what_the_first_reader_said)
{
	struct bench *b = with_lead("ask: finding, calm: \"finding:y\", danger: \"finding:x\"");
	struct str ref = engine_to_read(b, 1, A);

	engine_step(b, "r1", ref, "lock", "{\"finding\":\"x\",\"ground\":\"p\"}");
	ck_assert_str_eq(lead_of(b, "s1", ref).says.p, "nobody has asked");
	ck_assert_str_eq(lead_of(b, "s1", ref).tone.p, "caution");
	ck_assert_str_eq(lead_of(b, "r1", ref).says.p, "X");
	bench_close(b);
}
END_TEST

Suite *suite_review_leads(void)
{
	Suite *s = suite_create("leads");
	TCase *t = tcase_create("leads");

	tcase_add_test(t, nothing_said_is_caution_and_an_answer_without_its_step_as_well);
	tcase_add_test(t, who_said_it_and_what_belongs_to_it_stand_with_it);
	tcase_add_test(t, it_stands_on_what_hangs_under_it_and_that_it_was_read_is_in_the_log);
	tcase_add_test(t, it_stands_on_what_it_hangs_under);
	tcase_add_test(t, who_reads_blind_is_told_nothing_of_what_the_first_reader_said);
	suite_add_tcase(s, t);
	return s;
}
