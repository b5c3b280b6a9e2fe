/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "help.h"
#include "lookback/base/when.h"

Suite *suite_base_when(void);

enum { DAY_MS = 86400000, HOUR_MS = 3600000 };

START_TEST(days_split_and_join_to_the_same)
{
	int y, m, d, was_m = 0, was_d = 0;

	for (int32_t day = day_of(1900, 1, 1); day <= day_of(2100, 12, 31); day++) {
		day_split(day, &y, &m, &d);
		holds(day_of(y, m, d) == day);
		holds(d == was_d + 1 || (d == 1 && m == was_m % 12 + 1));
		was_m = m;
		was_d = d;
	}
	ck_assert_int_eq(day_of(1970, 1, 1), 0);
	ck_assert_int_eq(day_of(2000, 2, 29), 11016);
	ck_assert_int_eq(day_of(0, 1, 1), -719528);
	ck_assert_int_eq(day_of(9999, 12, 31), 2932896);
}
END_TEST

START_TEST(days_agree_with_the_c_library)
{
	for (int64_t day = -719528; day <= 2932896; day += 17) {
		time_t t = (time_t)(day * 86400);
		struct tm tm;
		int y, m, d;
		holds(gmtime_r(&t, &tm) != NULL);
		day_split((int32_t)day, &y, &m, &d);
		holds(y == tm.tm_year + 1900 && m == tm.tm_mon + 1 && d == tm.tm_mday);
		holds(day_weekday((int32_t)day) == (tm.tm_wday + 6) % 7);
	}
}
END_TEST

START_TEST(a_day_has_one_text)
{
	static const char *const bad[] = {"", "2026-1-01", "2026-13-01", "2026-00-10",
	    "2026-02-29", "1900-02-29", "2026-04-31", "2026-01-00", "2026-01-32", "2026-01-01 ",
	    "2026/01/01", "-026-01-01", "2026-01-0a", "02026-01-01"};
	char text[DAY_LEN + 1];
	int32_t day = 5;

	for (size_t i = 0; i < COUNT(bad); i++)
		ck_assert_msg(!day_read(str_of(bad[i]), &day), "%s", bad[i]);
	ck_assert_int_eq(day, 5);
	for (int32_t want = -719528; want <= 2932896; want += 13) {
		day_text(want, text);
		holds(day_read(str_of(text), &day) && day == want);
	}
	day_text(NO_DAY, text);
	ck_assert_str_eq(text, "");
	day_text(INT32_MAX, text);
	ck_assert_str_eq(text, "9999-12-31");
	day_text(NO_DAY + 1, text);
	ck_assert_str_eq(text, "0000-01-01");
}
END_TEST

START_TEST(an_instant_has_one_text)
{
	static const char *const bad[] = {"", "2026-11-21", "2026-11-21T18:04:05Z",
	    "2026-11-21T24:00:00.000Z", "2026-11-21T18:60:05.123Z", "2026-11-21T18:04:60.123Z",
	    "2026-11-21t18:04:05.123Z", "2026-11-21T18:04:05.123z", "2026-02-30T18:04:05.123Z",
	    "2026-11-21T18:04:05.12 Z"};
	struct dice d = dice_seed(14);
	char text[TIME_LEN + 1];
	int64_t ms = 9;

	for (size_t i = 0; i < COUNT(bad); i++)
		ck_assert_msg(!time_read(str_of(bad[i]), &ms), "%s", bad[i]);
	ck_assert(time_read(STR("2026-11-21T18:04:05.123Z"), &ms));
	ck_assert(ms == INT64_C(1795284245123));
	for (int i = 0; i < 20000; i++) {
		int64_t want =
		    INT64_C(-62167219200000) + (int64_t)dice_below(&d, 315569519999999);
		time_text(want, text);
		holds(time_read(str_of(text), &ms) && ms == want);
	}
	time_text(NO_TIME, text);
	ck_assert_str_eq(text, "");
	time_text(-1, text);
	ck_assert_str_eq(text, "1969-12-31T23:59:59.999Z");
	time_text(INT64_MAX, text);
	ck_assert_str_eq(text, "9999-12-31T23:59:59.999Z");
	time_text(NO_TIME + 1, text);
	ck_assert_str_eq(text, "0000-01-01T00:00:00.000Z");
}
END_TEST

START_TEST(the_clock_runs)
{
	int64_t a = now_ms(), b = now_ms();

	ck_assert(a > INT64_C(1600000000000) && b >= a && b - a < 10000);
}
END_TEST

START_TEST(what_a_person_types_is_understood_day_first)
{
	static const struct {
		const char *typed, *day;
	} t[] = {
	    {"2017-04-03", "2017-04-03"},
	    {"3/4/17", "2017-04-03"},
	    {"3.4.2017", "2017-04-03"},
	    {"3 apr 2017", "2017-04-03"},
	    {"03 April 17", "2017-04-03"},
	    {"3  APR  2017", "2017-04-03"},
	    {" 3/4/17 ", "2017-04-03"},
	    {"3/apr/2017", "2017-04-03"},
	    {"30 sept 69", "2069-09-30"},
	    {"1/1/70", "1970-01-01"},
	    {"29/2/00", "2000-02-29"},
	    {"31 dec 99", "1999-12-31"},
	    {"today", "2026-03-01"},
	    {"Yesterday", "2026-02-28"},
	    {"tomorrow", "2026-03-02"},
	    {"-3d", "2026-02-26"},
	    {"+2w", "2026-03-15"},
	    {"+2W", "2026-03-15"},
	    {"-0d", "2026-03-01"},
	    {"+365d", "2027-03-01"},
	};
	char text[DAY_LEN + 1];

	for (size_t i = 0; i < COUNT(t); i++) {
		int32_t day = 0;
		ck_assert_msg(day_understand(str_of(t[i].typed), day_of(2026, 3, 1), &day),
		    "%s", t[i].typed);
		day_text(day, text);
		ck_assert_str_eq(text, t[i].day);
	}
}
END_TEST

START_TEST(what_is_no_date_is_not_guessed)
{
	static const char *const bad[] = {"", " ", "3/4", "3/4/2017/1", "31/4/2017",
	    "29/2/2017", "0/4/2017", "3/13/2017", "3/0/2017", "3/4/017", "3/4/20170", "3/4/-7",
	    "-3/4/17", "3/-4/17", "3 ap 2017", "3 aprilx 2017", "3 xyz 2017", "003/4/17",
	    "3/004/17", "tod", "todayx", "d", "+d", "3d", "+-3d", "--3d", "+3m", "+3",
	    "+1000000d", "3/4.17", "2017-4-3", "3//4/17", "may 3 2017", "3/4/17x", "3 ? 17",
	    "3 ??? 17"};

	for (size_t i = 0; i < COUNT(bad); i++) {
		int32_t day = 77;
		ck_assert_msg(!day_understand(str_of(bad[i]), 0, &day), "%s", bad[i]);
		ck_assert_int_eq(day, 77);
	}
}
END_TEST

START_TEST(every_day_is_understood_in_every_form)
{
	static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";

	for (int32_t day = day_of(1970, 1, 1); day < day_of(2070, 1, 1); day += 3) {
		char text[4][64];
		int y, m, d;
		day_split(day, &y, &m, &d);
		day_text(day, text[0]);
		snprintf(text[1], 64, "%d/%d/%02d", d, m, y % 100);
		snprintf(text[2], 64, "%02d.%02d.%d", d, m, y);
		snprintf(text[3], 64, "%d %.3s %d", d, months + 3 * (m - 1), y);
		for (int i = 0; i < 4; i++) {
			int32_t got = 0;
			holds(day_understand(str_of(text[i]), 0, &got) && got == day);
		}
	}
}
END_TEST

/* The days on which the clocks went forward and back, from the gazette. */
static const int changes[][5] = {{2015, 3, 29, 10, 25}, {2016, 3, 27, 10, 30},
    {2017, 3, 26, 10, 29}, {2018, 3, 25, 10, 28}, {2019, 3, 31, 10, 27}, {2020, 3, 29, 10, 25},
    {2021, 3, 28, 10, 31}, {2022, 3, 27, 10, 30}, {2023, 3, 26, 10, 29}, {2024, 3, 31, 10, 27},
    {2025, 3, 30, 10, 26}, {2026, 3, 29, 10, 25}, {2027, 3, 28, 10, 31}};

static int64_t utc(int y, int m, int d, int hour)
{
	return (int64_t)day_of(y, m, d) * DAY_MS + (int64_t)hour * HOUR_MS;
}

START_TEST(london_changes_its_clocks_at_one_utc)
{
	for (size_t i = 0; i < COUNT(changes); i++) {
		const int *c = changes[i];
		int64_t forward = utc(c[0], c[1], c[2], 1), back = utc(c[0], c[3], c[4], 1);
		ck_assert_int_eq(london_offset(forward - 1), 0);
		ck_assert_int_eq(london_offset(forward), 60);
		ck_assert_int_eq(london_offset(back - 1), 60);
		ck_assert_int_eq(london_offset(back), 0);
	}
}
END_TEST

START_TEST(days_with_a_change_are_23_and_25_hours_long)
{
	for (size_t i = 0; i < COUNT(changes); i++) {
		const int *c = changes[i];
		int32_t spring = day_of(c[0], c[1], c[2]), autumn = day_of(c[0], c[3], c[4]);
		ck_assert(
		    london_end_of_day(spring) - london_end_of_day(spring - 1) == 23 * HOUR_MS);
		ck_assert(
		    london_end_of_day(autumn) - london_end_of_day(autumn - 1) == 25 * HOUR_MS);
	}
}
END_TEST

START_TEST(a_london_day_begins_where_the_last_one_ends)
{
	for (int32_t day = day_of(2015, 1, 1); day < day_of(2028, 1, 1); day++) {
		int64_t end = london_end_of_day(day);
		holds(london_day(end - 1) == day && london_day(end) == day + 1);
	}
}
END_TEST

START_TEST(the_offset_is_0_or_60_and_days_never_step_back)
{
	int32_t was = INT32_MIN;

	for (int64_t ms = utc(2014, 12, 30, 0); ms < utc(2028, 1, 3, 0); ms += 20 * 60000 - 1) {
		int offset = london_offset(ms);
		holds(offset == 0 || offset == 60);
		holds(london_day(ms) >= was);
		was = london_day(ms);
	}
	ck_assert_int_eq(london_offset(-1), 0);
}
END_TEST

START_TEST(london_agrees_with_the_c_library)
{
	struct dice d = dice_seed(15);

	setenv("TZ", "GMT0BST,M3.5.0/1,M10.5.0/2", 1);
	tzset();
	for (int i = 0; i < 100000; i++) {
		int64_t s = (int64_t)dice_below(&d, INT64_C(4102444800));
		time_t t = (time_t)s;
		struct tm tm;
		holds(localtime_r(&t, &tm) != NULL);
		holds(london_offset(s * 1000) == (tm.tm_isdst ? 60 : 0));
		holds(london_day(s * 1000) ==
		      day_of(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday));
	}
	setenv("TZ", "UTC", 1);
	tzset();
}
END_TEST

START_TEST(a_london_text_is_for_people)
{
	char text[32];

	london_text(INT64_C(1795284245123), text);
	ck_assert_str_eq(text, "21 Nov 2026 18:04");
	london_text(utc(2026, 6, 30, 23), text);
	ck_assert_str_eq(text, "1 Jul 2026 00:00");
	london_text(NO_TIME, text);
	ck_assert_str_eq(text, "");
	london_text(-1, text);
	ck_assert_str_eq(text, "31 Dec 1969 23:59");
}
END_TEST

START_TEST(working_days_skip_weekends_and_holidays)
{
	int32_t v[] = {day_of(2026, 4, 3), day_of(2026, 4, 6)}; /* Good Friday, Easter Monday */
	struct holidays easter = {v, 2}, none = {0};
	int32_t thursday = day_of(2026, 4, 2);

	ck_assert(day_is_working(thursday, easter));
	ck_assert(!day_is_working(v[0], easter) && day_is_working(v[0], none));
	ck_assert(!day_is_working(day_of(2026, 4, 4), none));
	ck_assert_int_eq(day_add_working(thursday, 0, easter), thursday);
	ck_assert_int_eq(day_add_working(thursday, 1, easter), day_of(2026, 4, 7));
	ck_assert_int_eq(day_add_working(thursday, 1, none), v[0]);
	ck_assert_int_eq(day_add_working(day_of(2026, 4, 4), 0, easter), day_of(2026, 4, 7));
	ck_assert_int_eq(day_add_working(day_of(2026, 4, 4), 1, easter), day_of(2026, 4, 7));
	ck_assert_int_eq(day_add_working(thursday, 10, none), day_of(2026, 4, 16));
	ck_assert_int_eq(day_add_working(thursday, INT32_MAX, none), day_of(9999, 12, 31));
}
END_TEST

START_TEST(the_nth_working_day_has_n_behind_it)
{
	struct dice d = dice_seed(16);

	for (int i = 0; i < 2000; i++) {
		int32_t v[20], from = day_of(2016, 1, 1) + (int32_t)dice_below(&d, 4000);
		struct holidays h = {v, COUNT(v)};
		int n = 1 + (int)dice_below(&d, 60), count = 0;
		for (size_t k = 0; k < COUNT(v); k++)
			v[k] = (k ? v[k - 1] : from) + 1 + (int32_t)dice_below(&d, 9);
		int32_t to = day_add_working(from, n, h);
		for (int32_t day = from + 1; day <= to; day++)
			count += day_is_working(day, h);
		holds(count == n && day_is_working(to, h));
	}
}
END_TEST

Suite *suite_base_when(void)
{
	const TTest *const tests[] = {
	    days_split_and_join_to_the_same,
	    days_agree_with_the_c_library,
	    a_day_has_one_text,
	    an_instant_has_one_text,
	    the_clock_runs,
	    what_a_person_types_is_understood_day_first,
	    what_is_no_date_is_not_guessed,
	    every_day_is_understood_in_every_form,
	    london_changes_its_clocks_at_one_utc,
	    days_with_a_change_are_23_and_25_hours_long,
	    a_london_day_begins_where_the_last_one_ends,
	    the_offset_is_0_or_60_and_days_never_step_back,
	    london_agrees_with_the_c_library,
	    a_london_text_is_for_people,
	    working_days_skip_weekends_and_holidays,
	    the_nth_working_day_has_n_behind_it,
	};

	return suite_of("base/when", tests, COUNT(tests));
}
