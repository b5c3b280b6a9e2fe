/* SPDX-License-Identifier: MIT */
#include "review/bench.h"

#include <string.h>
#include <unistd.h>

Suite *suite_review_import(void);

/* The heading with one column's cell of row 0 changed. */
static struct str with_cell(struct bench *b, const char *column, const char *cell)
{
	struct str heading = str_of(bench_heading), name, row = bench_row(&b->arena, 1), rest;
	struct buf out = buf_in(&b->arena);
	int at = 0, i = 0;
	bool quoted = false;

	heading.n--;
	for (rest = heading; str_cut(&rest, ',', &name) && !str_is(name, column);)
		at++;
	buf_printf(&out, "%s%.*s", bench_heading, STR_ARG(bench_row(&b->arena, 0)));
	for (size_t k = 0; k < row.n; k++) {
		bool comma = row.p[k] == ',' && !quoted;
		quoted ^= row.p[k] == '"';
		i += comma;
		if (comma || k == 0) {
			if (comma)
				buf_char(&out, ',');
			if (i == at)
				buf_puts(&out, cell);
		}
		if (!comma && (i != at || (row.p[k] == '\n' && !quoted)))
			buf_char(&out, row.p[k]);
	}
	return buf_str(&out);
}

struct refused {
	const char *column, *cell, *says;
};
static const struct refused refused[] = {
    {"source_ref", "", "source_ref: is empty; it is required"},
    {"source_ref", "0123456789012345678901234", "at most 24"},
    {"route", "RTB", "'RTB' is not one of the codes RTA or RTK; did you mean 'RT"},
    {"route", "", "route: is empty; it is required"},
    {"received", "05/03/2016", "received: '05/03/2016' is not a day such as 2016-12-31"},
    {"received", "2016-02-30", "'2016-02-30' is not a day"},
    {"received", "today", "'today' is not a day"},
    {"received", "not_recorded", "'not_recorded' is not a day"},
    {"children", "many", "children: 'many' is not a whole number"},
    {"children", "31", "out of range"},
    {"checks", "\"pnc,pmd\"", "did you mean 'pn"},
    {"outcome", "DISCLOSED", "is not one of the codes"},
    {"handler", "", "handler: is empty; it is required"},
    {"applicant_name",
	"A\x01"
	"B",
	"applicant_name: "},
    {"applicant_name",
	"A\xff"
	"B",
	"UTF-8"},
    {"narrative", "a\x1b[2J", "narrative: "},
    {"route", "RTA,extra", "the row has 28 cells; the heading has 27"},
};

START_TEST(a_faulty_row_refuses_the_file_and_is_named_with_line_and_reason)
{
	struct bench *b = bench_new(0);
	struct str csv = with_cell(b, refused[_i].column, refused[_i].cell);
	int64_t head = bench_head(b);
	struct rep_batch r;
	struct err e;

	ok(bench_import(b, csv.p, false, &r, &e));
	ck_assert_int_eq(r.read, 2);
	ck_assert_int_eq(r.added, 1);
	ck_assert_int_eq(r.refused, 1);
	ck_assert_uint_eq(r.refusals.n, 1);
	ck_assert_int_eq(r.refusals.v[0].line, 4); /* the first row has two lines */
	ck_assert(has(r.refusals.v[0].reason, refused[_i].says));
	ck_assert_uint_eq(r.batch.n, 0);
	ck_assert_int_eq(bench_head(b), head);
	ck_assert_int_eq(bench_count(b, "s01", ""), 0);
	bench_close(b);
}
END_TEST

struct broken {
	const char *csv, *says;
};
static const struct broken broken[] = {
    {"", "the file is empty"},
    {"source_ref,route\n", "line 1: the column 'received' is missing"},
    {"source_ref,rout\n", "knows no column 'rout'; did you mean 'route'?"},
    {"source_ref,source_ref\n", "the column 'source_ref' stands twice"},
    {"source_ref;route;received\n", "cells must be separated by commas"},
    {"HEAD", "there is no row below the heading"},
    {"HEADa,\"b\"c\n", "a quote stands inside a cell"},
    {"HEAD\"a\n", "a quote is opened and never closed"},
};

START_TEST(a_file_without_form_is_refused_whole)
{
	struct bench *b = bench_new(0);
	const char *csv = broken[_i].csv;
	int64_t head = bench_head(b);
	struct rep_batch r;
	struct err e;

	if (strncmp(csv, "HEAD", 4) == 0)
		csv = arena_printf(&b->arena, "%s%s", bench_heading, csv + 4).p;
	ck_assert(!bench_import(b, csv, false, &r, &e));
	ck_assert(says(&e, ERR_INPUT, broken[_i].says));
	ck_assert(has(str_of(e.text), "extract.csv"));
	ck_assert_int_eq(bench_head(b), head);
	bench_close(b);
}
END_TEST

START_TEST(rows_become_records_word_for_word)
{
	struct bench *b = bench_new(0);
	struct rep_batch r;
	struct rep_record rec;
	struct err e;

	ok(bench_import(b, bench_csv(&b->arena, 0, 30).p, false, &r, &e));
	ck_assert_str_eq(r.batch.p, "b1");
	ck_assert_str_eq(r.by.p, "i01");
	ck_assert(r.read == 30 && r.added == 30 && r.same == 0 && r.changed == 0);
	ck_assert_uint_eq(r.sha256.n, 64);
	rec = bench_show(b, "s01", STR("DVDS-00012"));
	ck_assert(has(rec.texts.v[0].text, "Rang at 12. He said \"no\".\nSecond line."));
	ck_assert_uint_eq(bench_events(b, "record.opened", "").n, 30);
	ck_assert(
	    has(bench_events(b, "record.opened", "DVDS-00012").v[0].body, "\"line\":26,"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

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

START_TEST(a_dry_run_counts_the_same_and_writes_nothing)
{
	struct bench *b = bench_new(10);
	int64_t head = bench_head(b);
	struct rep_batch dry, real;
	struct err e;

	ok(bench_import(b, bench_csv(&b->arena, 5, 10).p, true, &dry, &e));
	ck_assert(dry.dry_run && dry.batch.n == 0);
	ck_assert_int_eq(bench_head(b), head);
	ok(bench_import(b, bench_csv(&b->arena, 5, 10).p, false, &real, &e));
	ck_assert(dry.added == real.added && dry.same == real.same && dry.read == real.read);
	ck_assert(str_eq(dry.sha256, real.sha256));
	bench_close(b);
}
END_TEST

START_TEST(a_reference_named_twice_is_refused)
{
	struct bench *b = bench_new(0);
	struct str csv = arena_printf(&b->arena, "%.*s%.*s",
	    STR_ARG(bench_csv(&b->arena, 0, 3)), STR_ARG(bench_row(&b->arena, 1)));
	struct rep_batch r;
	struct err e;

	ok(bench_import(b, csv.p, false, &r, &e));
	ck_assert(r.read == 4 && r.added == 3 && r.refused == 1);
	ck_assert_int_eq(r.refusals.v[0].line, 8);
	ck_assert_str_eq(r.refusals.v[0].ref.p, "DVDS-00001");
	ck_assert(has(r.refusals.v[0].reason, "stands on line 4 already"));
	bench_close(b);
}
END_TEST

/* Row 1 as before but with another applicant and narrative. */
static struct str changed_csv(struct bench *b)
{
	return bench_replace(&b->arena, with_cell(b, "narrative", "new words"), ",Applicant 1,",
	    ",Applicant One,");
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
	ok(bench_import(b, with_cell(b, "handler", "h07").p, false, &batch, &e));
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

START_TEST(importing_is_for_who_may_and_needs_a_known_map)
{
	struct bench *b = bench_new(0);
	struct req_import q = {.name = STR("a.csv"), .source = STR("x"), .map = STR("extract")};
	struct rep_batch r;
	struct err e;

	ck_assert(!ask_import(b, "r01", &q, &r, &e));
	ck_assert(says(&e, ERR_REFUSED,
	    "this needs the right to import, which your role (Reviewer) has not"));
	ck_assert(!ask_import(b, "i01", &q, &r, &e));
	ck_assert(says(&e, ERR_USAGE, "open regular file"));
	q.map = STR("extrakt");
	ck_assert(!ask_import(b, "i01", &q, &r, &e));
	ck_assert(says(&e, ERR_USAGE, "did you mean 'extract'?"));
	q.map = STR("extract");
	q.source = STR(" ");
	ck_assert(!ask_import(b, "i01", &q, &r, &e));
	ck_assert(says(&e, ERR_USAGE, "needs the source"));
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

START_TEST(refusals_are_all_counted_and_the_first_listed)
{
	struct bench *b = bench_new(0);
	struct buf csv = buf_in(&b->arena);
	struct rep_batch r;
	struct str packet;
	struct err e;
	const uint8_t id[16] = {1};

	buf_puts(&csv, bench_heading);
	for (int i = 0; i < 1000; i++)
		buf_printf(&csv, "only%d\n", i);
	ok(bench_import(b, buf_str(&csv).p, false, &r, &e));
	ck_assert(r.read == 1000 && r.refused == 1000 && r.added == 0);
	ck_assert_uint_eq(r.refusals.n, 200);
	ok(wire_packet(&b->arena, MSG_R_batch, id, &r, &packet, &e));
	bench_close(b);
}
END_TEST

START_TEST(imports_are_listed_and_shown)
{
	struct bench *b = bench_new(4);
	struct req_batch_list list = {0};
	struct req_batch_show show = {.batch = STR("b1")};
	struct rep_batches all;
	struct rep_batch one;
	struct err e;

	ok(ask_batch_list(b, "a01", &list, &all, &e));
	ck_assert_uint_eq(all.rows.n, 1);
	ok(ask_batch_show(b, "i01", &show, &one, &e));
	ck_assert(one.added == 4 && one.read == 4);
	show.batch = STR("b2");
	ck_assert(!ask_batch_show(b, "i01", &show, &one, &e));
	ck_assert_int_eq(e.kind, ERR_NOT_FOUND);
	bench_close(b);
}
END_TEST

/* Whatever the file: the balance adds up, and a refused file leaves no event. */
START_TEST(the_balance_always_adds_up)
{
	struct bench *b = bench_new(0);
	struct dice d = dice_seed(3);

	for (int round = 0; round < 25; round++) {
		struct buf csv = buf_in(&b->arena);
		int64_t head = bench_head(b), held = bench_count(b, "s01", ""), after;
		struct rep_batch r;
		struct err e;
		buf_puts(&csv, bench_heading);
		for (int i = 0; i < 12; i++) {
			struct str row = bench_row(&b->arena, (int)dice_below(&d, 200));
			if (dice_below(&d, 40) == 0)
				row.n -= 30; /* cut short: the next row is drawn in */
			buf_put(&csv, row);
		}
		head = bench_head(b);
		if (!bench_import(b, buf_str(&csv).p, false, &r, &e)) {
			ck_assert_int_eq(e.kind, ERR_INPUT);
			ck_assert_int_eq(bench_head(b), head);
			continue;
		}
		ck_assert_int_eq(r.read, r.added + r.same + r.changed + r.refused);
		if (r.refused)
			ck_assert_int_eq(bench_head(b), head);
		after = bench_count(b, "s01", "");
		ck_assert_int_eq(after, held + (r.refused ? 0 : r.added));
	}
	bench_verify(b);
	bench_close(b);
}
END_TEST

Suite *suite_review_import(void)
{
	const TTest *const tests[] = {
	    rows_become_records_word_for_word,
	    the_same_file_again_adds_nothing,
	    a_dry_run_counts_the_same_and_writes_nothing,
	    a_reference_named_twice_is_refused,
	    values_of_an_untouched_record_are_replaced_and_flagged,
	    a_decided_record_is_flagged_and_never_overwritten,
	    a_held_record_is_not_changed_under_the_hand,
	    a_changed_handler_bars_at_once_whatever_the_state,
	    importing_is_for_who_may_and_needs_a_known_map,
	    a_repeated_import_acts_once,
	    refusals_are_all_counted_and_the_first_listed,
	    imports_are_listed_and_shown,
	    the_balance_always_adds_up,
	};
	Suite *s = bench_suite("review/import", tests, COUNT(tests));
	TCase *t = tcase_create("loops");

	tcase_add_loop_test(t, a_faulty_row_refuses_the_file_and_is_named_with_line_and_reason,
	    0, (int)COUNT(refused));
	tcase_add_loop_test(t, a_file_without_form_is_refused_whole, 0, (int)COUNT(broken));
	suite_add_tcase(s, t);
	return s;
}
