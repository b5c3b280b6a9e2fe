/* SPDX-License-Identifier: MIT */
/* What the made-up population is like, as the people who train on it are told. */
#include <check.h>
#include <math.h>
#include <string.h>

#include "csv.h"
#include "demo/slots.h"
#include "demo/story.h"
#include "lookback/base/utf8.h"
#include "lookback/base/when.h"

static struct arena all;
static struct csv_rows rows; /* of both extracts, each application once */

static void make_population(void)
{
	struct csv_rows late;

	csv_cut(&all, csv_extract(&all, 3778, 1, 0), &rows);
	csv_cut(&all, csv_extract(&all, 3778, 1, 1), &late);
	for (size_t i = 0, first = rows.n; i < late.n; i++) {
		bool held = false;
		for (size_t k = 0; k < first && !held; k++)
			held = str_eq(
			    csv_cell(&late, i, "source_ref"), csv_cell(&rows, k, "source_ref"));
		if (!held)
			*arena_push(&all, &rows) = late.v[i];
	}
	ck_assert_uint_eq(rows.n, 3778);
}

static void forget_population(void)
{
	arena_clear(&all);
}

static bool plain(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] & 0x80)
			return false;
	return true;
}

static size_t characters(struct str s)
{
	size_t at = 0, n = 0;
	uint32_t cp;

	while (utf8_next(s, &at, &cp))
		n++;
	return n;
}

START_TEST(a_third_were_told_something)
{
	size_t told = 0;

	for (size_t i = 0; i < rows.n; i++)
		told += csv_disclosed(&rows, i);
	ck_assert(told * 100 >= rows.n * 32 && told * 100 <= rows.n * 36);
}
END_TEST

START_TEST(narratives_have_200_to_1500_characters_and_nothing_left_open)
{
	size_t brief = 0, lengthy = 0;

	for (size_t i = 0; i < rows.n; i++) {
		struct str text = csv_cell(&rows, i, "narrative");
		size_t n = characters(text);
		ck_assert_msg(n >= STORY_LEAST && n <= STORY_MOST, "%zu: %s", n, text.p);
		ck_assert_msg(!strpbrk(text.p, "{}"), "%s", text.p);
		ck_assert_msg(!strstr(text.p, "  ") && !strstr(text.p, ".."), "%s", text.p);
		ck_assert(text.p[text.n - 1] == '.' && utf8_fault(text, true) == NULL);
		brief += n < 400;
		lengthy += n > 1000;
	}
	ck_assert(brief > rows.n / 20 && lengthy > rows.n / 20);
}
END_TEST

/* It must not say who handled it: reviewers do not see that. */
START_TEST(narratives_do_not_name_the_handler)
{
	for (size_t i = 0; i < rows.n; i++)
		ck_assert_ptr_null(
		    strstr(csv_cell(&rows, i, "narrative").p, csv_cell(&rows, i, "handler").p));
}
END_TEST

START_TEST(one_name_in_ten_needs_more_than_ascii)
{
	size_t subjects = 0, any = 0;

	for (size_t i = 0; i < rows.n; i++) {
		bool subject = !plain(csv_cell(&rows, i, "subject_name"));
		subjects += subject;
		any += subject || !plain(csv_cell(&rows, i, "person_name"));
		ck_assert_ptr_null(utf8_fault(csv_cell(&rows, i, "subject_name"), false));
	}
	ck_assert(subjects * 100 > rows.n * 6 && subjects * 100 < rows.n * 14);
	ck_assert(any * 100 > rows.n * 9 && any * 100 < rows.n * 20);
}
END_TEST

START_TEST(dates_run_from_april_2015_to_august_2023_and_grow)
{
	size_t early = 0, late = 0;
	int32_t day, born;

	for (size_t i = 0; i < rows.n; i++) {
		ck_assert(day_read(csv_cell(&rows, i, "received"), &day));
		ck_assert(day >= day_of(2015, 4, 1) && day <= day_of(2023, 8, 31));
		early += day < day_of(2017, 4, 1);
		late += day >= day_of(2021, 9, 1);
		if (day_read(csv_cell(&rows, i, "subject_dob"), &born))
			ck_assert(day - born > 17 * 365);
	}
	ck_assert(late > 3 * early && early > 100);
}
END_TEST

/* Closed when received plus the days taken, wherever all three are there. */
START_TEST(days_taken_are_the_days_between)
{
	size_t seen = 0, over = 0;
	int32_t from, to;
	int64_t days;

	for (size_t i = 0; i < rows.n; i++) {
		if (!day_read(csv_cell(&rows, i, "received"), &from) ||
		    !day_read(csv_cell(&rows, i, "closed"), &to) ||
		    !str_int(csv_cell(&rows, i, "days_taken"), &days))
			continue;
		ck_assert_int_eq(to - from, days);
		over += days > (from < day_of(2023, 4, 5) ? 35 : 28);
		seen++;
	}
	ck_assert(seen > rows.n * 9 / 10);
	ck_assert(over * 100 > seen * 25 && over * 100 < seen * 45);
}
END_TEST

struct handled {
	double n, told, narrow, quick;
};

static void by_handler(struct handled *h)
{
	for (size_t i = 0; i < rows.n; i++) {
		struct str code = csv_cell(&rows, i, "handler");
		int64_t no, days;
		ck_assert(code.n == 3 && str_int((struct str){code.p + 1, 2}, &no));
		ck_assert(no >= 1 && no <= 24);
		h[no].n++;
		h[no].told += csv_disclosed(&rows, i);
		h[no].narrow += str_is(csv_cell(&rows, i, "checks"), "pnc");
		h[no].quick += str_int(csv_cell(&rows, i, "days_taken"), &days) && days <= 6;
	}
}

/* The funnel plot of domain work: an outcome's share against the whole, in sigmas. */
START_TEST(one_handler_stands_outside_three_sigma_and_no_other)
{
	struct handled h[25] = {{0}};
	double n = 0, told = 0, share;

	by_handler(h);
	for (int i = 1; i <= 24; i++) {
		n += h[i].n;
		told += h[i].told;
	}
	share = told / n;
	for (int i = 1; i <= 24; i++) {
		double sigma = sqrt(share * (1 - share) / h[i].n);
		double off = (h[i].told / h[i].n - share) / sigma;
		if (i == 7)
			ck_assert_msg(off < -3, "H07 is at %.1f", off);
		else
			ck_assert_msg(fabs(off) < 3, "H%02d is at %.1f", i, off);
	}
	ck_assert(h[7].narrow > h[7].n * 0.8 && h[7].quick > h[7].n * 0.9);
	ck_assert(h[1].n > 4 * h[24].n); /* loads are unequal */
}
END_TEST

START_TEST(subjects_come_back_under_other_spellings_and_birth_dates)
{
	size_t again = 0, renamed = 0, reborn = 0, swapped = 0;

	for (uint64_t i = 0; i < 3778; i++) {
		struct arena a = {0};
		struct row_facts f, old;
		int y, m, d, y2, m2, d2;
		facts_make(&a, 1, i, &f);
		facts_make(&a, 1, f.subject_serial, &old);
		ck_assert(f.subject_serial <= i && old.subject_serial == f.subject_serial);
		if (f.subject_serial < i) {
			again++;
			renamed += !str_eq(people_name(&a, &f.b), people_name(&a, &old.b));
			reborn += f.b.born != old.b.born;
			if (f.b.born != NO_DAY && old.b.born != NO_DAY) {
				day_split(f.b.born, &y, &m, &d);
				day_split(old.b.born, &y2, &m2, &d2);
				swapped += y == y2 && m == d2 && d == m2 && m != d;
			}
		}
		arena_clear(&a);
	}
	ck_assert(again * 100 > 3778 * 7 && again * 100 < 3778 * 11);
	ck_assert(renamed * 10 > again * 5 && renamed < again);
	ck_assert(reborn > again / 5 && reborn < again);
	ck_assert_uint_gt(swapped, 5);
}
END_TEST

/* Nobody's telephone, nobody's house. */
START_TEST(telephones_are_those_set_aside_for_drama)
{
	for (size_t i = 0; i < rows.n; i++) {
		struct str phone = csv_cell(&rows, i, "applicant_phone");
		struct str address = csv_cell(&rows, i, "subject_address");
		ck_assert(phone.n == 0 || str_starts(phone, STR("07700 900")) ||
			  str_starts(phone, STR("01632 960")));
		ck_assert(address.n == 0 || strstr(address.p, ", XW") != NULL);
	}
}
END_TEST

Suite *suite_demo_population(void);
Suite *suite_demo_population(void)
{
	Suite *s = suite_create("demo population");
	TCase *t = tcase_create("population");

	tcase_add_unchecked_fixture(t, make_population, forget_population);
	tcase_add_test(t, a_third_were_told_something);
	tcase_add_test(t, narratives_have_200_to_1500_characters_and_nothing_left_open);
	tcase_add_test(t, narratives_do_not_name_the_handler);
	tcase_add_test(t, one_name_in_ten_needs_more_than_ascii);
	tcase_add_test(t, dates_run_from_april_2015_to_august_2023_and_grow);
	tcase_add_test(t, days_taken_are_the_days_between);
	tcase_add_test(t, one_handler_stands_outside_three_sigma_and_no_other);
	tcase_add_test(t, subjects_come_back_under_other_spellings_and_birth_dates);
	tcase_add_test(t, telephones_are_those_set_aside_for_drama);
	suite_add_tcase(s, t);
	return s;
}
