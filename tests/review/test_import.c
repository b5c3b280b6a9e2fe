/* SPDX-License-Identifier: MIT */
#include "review/bench.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

Suite *suite_review_import(void);

struct refused {
	const char *column, *cell, *says;
};
static const struct refused refused[] = {
    {"source_ref", "", "source_ref: is empty; it is required"},
    {"source_ref", "0123456789012345678901234", "at most 24"},
    {"source_ref", "16-1\u200b38061", "holds more than plain letters"},
    {"source_ref", "\u0410-138061", "holds more than plain letters"},
    {"source_ref", "16 138061", "holds more than plain letters"},
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
	struct str csv = extract_with(&b->arena, refused[_i].column, refused[_i].cell);
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
	ck_assert_str_eq(r.by.p, "admin");
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

START_TEST(known_columns_that_are_not_kept_may_stand_anywhere)
{
	struct bench *b = bench_new(0);
	struct buf csv = buf_in(&b->arena);
	struct rep_batch r;
	struct err e;

	buf_printf(&csv, "row_number,%.*s,extract_run\n", (int)strlen(bench_heading) - 1,
	    bench_heading);
	for (int i = 0; i < 3; i++) {
		struct str row = bench_row(&b->arena, i);
		buf_printf(&csv, "%d,%.*s,run 7\n", i, (int)row.n - 1, row.p);
	}
	ok(bench_import(b, buf_str(&csv).p, false, &r, &e));
	ck_assert_int_eq(r.added, 3);
	ck_assert_str_eq(bench_show(b, "s01", STR("DVDS-00002")).ref.p, "DVDS-00002");
	bench_close(b);
}
END_TEST

struct dated {
	const char *day, *kept; /* NULL: refused */
};
static const struct dated dateds[] = {
    {"31/12/2016", "2016-12-31"},
    {"1/2/2016", "2016-02-01"},
    {"01/02/2016", "2016-02-01"},
    {"29/02/2016", "2016-02-29"},
    {"29/02/2017", NULL},
    {"12/31/2016", NULL},
    {"1/2/16", NULL},
    {"2016-12-31", NULL},
    {"31.12.2016", NULL},
    {"31/12/2016/1", NULL},
};

START_TEST(a_file_says_days_in_its_one_form)
{
	struct bench *b = bench_open((struct bench_how){.file = "import/extract.yaml",
	    .find = "{csv: received, field: received, date: iso}",
	    .replace = "{csv: received, field: received, date: dmy}"});
	const struct dated *d = &dateds[_i];
	struct str row = bench_row(&b->arena, 0), rest = row, part;
	struct rep_batch r;
	struct err e;

	for (int i = 0; i < 4; i++) /* the fourth cell is the day */
		ck_assert(str_cut(&rest, ',', &part));
	row = bench_replace(&b->arena, row, arena_str(&b->arena, part).p, d->day);
	ok(bench_import(b, arena_printf(&b->arena, "%s%.*s", bench_heading, STR_ARG(row)).p,
	    false, &r, &e));
	ck_assert_int_eq(r.added, d->kept ? 1 : 0);
	if (d->kept)
		ck_assert_int_eq(
		    bench_count(b, "s01", arena_printf(&b->arena, "received:%s", d->kept).p),
		    1);
	else
		ck_assert(has(r.refusals.v[0].reason, "is not a day such as 31/12/2016"));
	bench_close(b);
}
END_TEST

START_TEST(an_optional_column_may_be_missing_and_then_changes_nothing)
{
	struct bench *b = bench_open((struct bench_how){.applications = 2,
	    .file = "import/extract.yaml",
	    .find = "{csv: safe_contact, field: safe_contact}",
	    .replace = "{csv: safe_contact, field: safe_contact, optional: true}"});
	struct str csv = bench_csv(&b->arena, 0, 2);
	struct rep_batch r;
	struct err e;

	csv = bench_replace(&b->arena, csv, ",safe_contact", "");
	csv = bench_replace(&b->arena, csv, ",after six", "");
	csv = bench_replace(&b->arena, csv, ",after six", "");
	ok(bench_import(b, csv.p, false, &r, &e));
	ck_assert(r.same == 2 && r.changed == 0);
	ck_assert_int_eq(bench_count(b, "s01", "has:safe_contact"), 2);
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

/* ---- progress, and a file that does not hold still ---- */

static void change_a_byte(void *ctx, const char *what, int64_t done, int64_t total)
{
	struct bench *b = ctx;

	ck_assert(done > 0 && total >= done);
	if (strcmp(what, "checking") == 0)
		ck_assert_int_eq(pwrite(b->fd, "#", 1, (off_t)strlen(bench_heading) + 30), 1);
}

START_TEST(a_file_that_changes_while_it_is_read_is_not_imported)
{
	struct bench *b = bench_new(0);
	int64_t head = bench_head(b);
	struct rep_batch r;
	struct err e;

	b->progress = change_a_byte;
	ck_assert(!bench_import(b, bench_csv(&b->arena, 0, 2000).p, false, &r, &e));
	ck_assert(says(&e, ERR_INPUT, "the file changed while it was read"));
	ck_assert_int_eq(bench_head(b), head);
	ck_assert_int_eq(bench_count(b, "s01", ""), 0);
	bench_verify(b);
	bench_close(b);
}
END_TEST

/* Somebody who goes on writing would keep everybody waiting for as long as they like. */
static void write_on(void *ctx, const char *what, int64_t done, int64_t total)
{
	struct bench *b = ctx;
	struct str more = bench_row(&b->kept, (int)done);
	struct stat st;

	(void)total;
	ck_assert(strcmp(what, "checking") == 0 && fstat(b->fd, &st) == 0);
	ck_assert(pwrite(b->fd, more.p, more.n, st.st_size) == (ssize_t)more.n);
}

START_TEST(a_file_that_grows_while_it_is_read_is_left_at_once)
{
	struct bench *b = bench_new(0);
	struct rep_batch r;
	struct err e;

	b->progress = write_on;
	ck_assert(!bench_import(b, bench_csv(&b->arena, 0, 2000).p, false, &r, &e));
	ck_assert(says(&e, ERR_INPUT, "the file grew while it was read"));
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
	ck_assert(!ask_import(b, "admin", &q, &r, &e));
	ck_assert(says(&e, ERR_USAGE, "open regular file"));
	q.map = STR("extrakt");
	ck_assert(!ask_import(b, "admin", &q, &r, &e));
	ck_assert(says(&e, ERR_USAGE, "did you mean 'extract'?"));
	q.map = STR("extract");
	q.source = STR(" ");
	ck_assert(!ask_import(b, "admin", &q, &r, &e));
	ck_assert(says(&e, ERR_USAGE, "needs the source"));
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
	ok(ask_batch_show(b, "admin", &show, &one, &e));
	ck_assert(one.added == 4 && one.read == 4);
	show.batch = STR("b2");
	ck_assert(!ask_batch_show(b, "admin", &show, &one, &e));
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
	    known_columns_that_are_not_kept_may_stand_anywhere,
	    an_optional_column_may_be_missing_and_then_changes_nothing,
	    a_dry_run_counts_the_same_and_writes_nothing,
	    a_reference_named_twice_is_refused,
	    a_file_that_changes_while_it_is_read_is_not_imported,
	    a_file_that_grows_while_it_is_read_is_left_at_once,
	    importing_is_for_who_may_and_needs_a_known_map,
	    refusals_are_all_counted_and_the_first_listed,
	    imports_are_listed_and_shown,
	    the_balance_always_adds_up,
	};
	Suite *s = bench_suite("review/import", tests, COUNT(tests));
	TCase *t = tcase_create("loops");

	tcase_add_loop_test(t, a_faulty_row_refuses_the_file_and_is_named_with_line_and_reason,
	    0, (int)COUNT(refused));
	tcase_add_loop_test(t, a_file_says_days_in_its_one_form, 0, (int)COUNT(dateds));
	tcase_add_loop_test(t, a_file_without_form_is_refused_whole, 0, (int)COUNT(broken));
	suite_add_tcase(s, t);
	return s;
}
