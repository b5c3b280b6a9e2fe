/* SPDX-License-Identifier: MIT */
/* Extracts that bring records already held: the same, changed, decided, in somebody's hand. */
#include "review/bench.h"

#include <string.h>

Suite *suite_review_import_again(void);

START_TEST(the_same_file_again_adds_nothing)
{
	struct bench *b = bench_new(25);
	struct rep_batch r;
	struct err e;

	ok(bench_import(b, bench_csv(&b->arena, 0, 25).p, false, &r, &e));
	ck_assert(r.read == 25 && r.added == 0 && r.same == 25 && r.changed == 0);
	ck_assert_str_eq(r.batch.p, "b2");
	ok(bench_import(b, bench_csv(&b->arena, 20, 10).p, false, &r, &e));
	ck_assert(r.read == 10 && r.added == 5 && r.same == 5);
	ck_assert_int_eq(bench_count(b, "s01", ""), 30);
	ck_assert_int_eq(bench_count(b, "s01", "batch:b3"), 5);
	bench_verify(b);
	bench_close(b);
}
END_TEST

/* Row 1 as before but with another applicant and narrative. */
static struct str changed_csv(struct bench *b)
{
	return bench_replace(&b->arena, extract_with(&b->arena, "narrative", "new words"),
	    ",Applicant 1,", ",Applicant One,");
}

START_TEST(values_of_an_untouched_record_are_replaced_and_flagged)
{
	struct bench *b = bench_new(2);
	struct event_rows rows;
	struct rep_record r;
	struct rep_batch batch;
	struct err e;

	ok(bench_import(b, changed_csv(b).p, false, &batch, &e));
	ck_assert(batch.read == 2 && batch.same == 1 && batch.changed == 1);
	r = bench_show(b, "s01", STR("DVDS-00001"));
	ck_assert_str_eq(r.flag.p, "changed_by_import");
	ck_assert_str_eq(r.texts.v[0].text.p, "new words");
	ck_assert_int_eq(r.version, 2);
	rows = bench_events(b, "record.changed", "DVDS-00001");
	ck_assert(has(rows.v[0].body, "\"was\":{\"applicant_name\":\"Applicant 1\""));
	ck_assert(has(rows.v[0].body, "\"fields\":{\"applicant_name\":\"Applicant One\"}"));
	ck_assert(has(r.history.v[0].text, "import b2 changed Applicant and Narrative"));
	ck_assert_int_eq(bench_count(b, "s01", "flag:changed_by_import"), 1);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(a_decided_record_is_flagged_and_never_overwritten)
{
	struct bench *b = bench_new(2);
	struct rep_record before, r;
	struct rep_batch batch;
	struct err e;
	int64_t notes;

	bench_triage(b, "t01", STR("DVDS-00001"));
	before = bench_show(b, "s01", STR("DVDS-00001"));
	ok(bench_import(b, changed_csv(b).p, false, &batch, &e));
	ck_assert(batch.same == 1 && batch.changed == 1);
	r = bench_show(b, "s01", STR("DVDS-00001"));
	ck_assert_str_eq(r.flag.p, "changed_by_import");
	ck_assert(str_eq(r.texts.v[0].text, before.texts.v[0].text));
	ck_assert_int_eq(r.rank, before.rank);
	ck_assert_uint_eq(r.notes.n, 1);
	ck_assert(has(r.notes.v[0].text, "nothing was overwritten"));
	ck_assert(has(r.notes.v[0].text, "Applicant: Applicant One (here Applicant 1)"));
	ck_assert(has(r.notes.v[0].text, "(import b2, line 4)"));
	notes = (int64_t)bench_events(b, "note.added", "").n;
	ok(bench_import(b, changed_csv(b).p, false, &batch, &e)); /* said already */
	ck_assert(batch.same == 2 && batch.changed == 0);
	ck_assert_uint_eq(bench_events(b, "note.added", "").n, (size_t)notes);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(a_held_record_is_not_changed_under_the_hand)
{
	struct bench *b = bench_new(2);
	struct rep_batch batch;
	struct rep_record r;
	struct err e;

	bench_claim(b, "t01", STR("DVDS-00001"));
	ok(bench_import(b, changed_csv(b).p, false, &batch, &e));
	r = bench_show(b, "t01", STR("DVDS-00001"));
	ck_assert(r.mine && r.notes.n == 1);
	ck_assert(has(r.texts.v[0].text, "He said"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

/* The handler of row 1 becomes H07: whoever was barred stays so, the new one is too. */
START_TEST(a_changed_handler_bars_at_once_whatever_the_state)
{
	struct bench *b = bench_new(2);
	struct req_show q = {.ref = STR("DVDS-00001")};
	struct rep_batch batch;
	struct rep_record r;
	struct err e;

	bench_triage(b, "t01", STR("DVDS-00001"));
	ok(ask_show(b, "h07", &q, &r, &e));
	ok(bench_import(b, extract_with(&b->arena, "handler", "h07").p, false, &batch, &e));
	ck_assert_int_eq(batch.changed, 1);
	ck_assert(!ask_show(b, "h07", &q, &r, &e));
	ck_assert_int_eq(e.kind, ERR_NOT_FOUND);
	ck_assert(has(bench_events(b, "record.changed", "").v[0].body,
	    "\"bars\":[\"H01\",\"S01\",\"H07\"]"));
	ck_assert(!strstr(bench_show(b, "s01", q.ref).notes.v[0].text.p, "H07"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

/* Nobody has worked on row 1 yet, so its values are replaced; its bars only grow. */
START_TEST(no_extract_lets_in_whom_another_one_barred)
{
	struct bench *b = bench_new(2);
	struct str barred = extract_with(&b->arena, "handler", "h07");
	struct req_show q = {.ref = STR("DVDS-00001")};
	struct rep_batch batch;
	struct rep_record r;
	struct err e;

	ok(bench_import(b, barred.p, false, &batch, &e));
	ck_assert(!ask_show(b, "h07", &q, &r, &e));
	ok(bench_import(b, extract_with(&b->arena, "handler", "h08").p, false, &batch, &e));
	ck_assert_int_eq(batch.changed, 1);
	ck_assert(!ask_show(b, "h07", &q, &r, &e));
	ck_assert_int_eq(e.kind, ERR_NOT_FOUND);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(a_repeated_import_acts_once)
{
	struct bench *b = bench_new(0);
	const uint8_t id[16] = {8};
	struct rep_batch one, two;
	struct err e;
	int64_t head;

	b->id = id;
	ok(bench_import(b, bench_csv(&b->arena, 0, 5).p, false, &one, &e));
	head = bench_head(b);
	b->id = id;
	ok(bench_import(b, bench_csv(&b->arena, 0, 5).p, false, &two, &e));
	ck_assert(str_eq(one.batch, two.batch) && two.added == 5 && two.read == 5);
	ck_assert_int_eq(bench_head(b), head);
	bench_close(b);
}
END_TEST

Suite *suite_review_import_again(void)
{
	const TTest *const tests[] = {
	    the_same_file_again_adds_nothing,
	    values_of_an_untouched_record_are_replaced_and_flagged,
	    a_decided_record_is_flagged_and_never_overwritten,
	    a_held_record_is_not_changed_under_the_hand,
	    a_changed_handler_bars_at_once_whatever_the_state,
	    no_extract_lets_in_whom_another_one_barred,
	    a_repeated_import_acts_once,
	};
	return bench_suite("review/import_again", tests, COUNT(tests));
}
