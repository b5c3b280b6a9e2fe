/* SPDX-License-Identifier: MIT */
/* The bank holidays of England and Wales in the pack, against the rule that makes
 * them: written down here a second time and from the other end. */
#include "help.h"

enum { FIRST_YEAR = 2015, LAST_YEAR = 2027, MONDAY = 0, FRIDAY = 4, SATURDAY = 5 };

/* Easter Sunday by Gauss: the full moon, then the Sunday after it. */
static int32_t easter(int y)
{
	int a = y % 19, b = y % 4, c = y % 7;
	int k = y / 100, p = (13 + 8 * k) / 25, q = k / 4;
	int m = (15 - p + k - q) % 30, n = (4 + k - q) % 7;
	int d = (19 * a + m) % 30, e = (2 * b + 4 * c + 6 * d + n) % 7;

	if (d == 29 && e == 6)
		return day_of(y, 4, 19);
	if (d == 28 && e == 6 && (11 * m + 11) % 30 < 19)
		return day_of(y, 4, 18);
	return day_of(y, 3, 22) + d + e;
}

static int32_t monday_from(int32_t day)
{
	while (day_weekday(day) != MONDAY)
		day++;
	return day;
}

/* Days proclaimed for one year, and what they took the place of. */
static const struct {
	int y, m, d;
	bool on; /* a holiday; else an ordinary day after all */
} proclaimed[] = {
    {2020, 5, 4, false},
    {2020, 5, 8, true},
    {2022, 5, 30, false},
    {2022, 6, 2, true},
    {2022, 6, 3, true},
    {2022, 9, 19, true},
    {2023, 5, 8, true},
};

/* Is it a bank holiday, or the day that one of this name moved to? */
static bool is_fixed(int32_t day, int y)
{
	int32_t new_year = day_of(y, 1, 1), christmas = day_of(y, 12, 25);
	int weekday = day_weekday(day);

	if (weekday >= SATURDAY)
		return false;
	if (day == new_year || (weekday == MONDAY && day > new_year && day <= new_year + 2))
		return true;
	/* Two days from Christmas on; those at a weekend move to the next ones free. */
	if (day == christmas || day == christmas + 1)
		return true;
	if (day_weekday(christmas) == FRIDAY) /* Boxing Day on Saturday */
		return day == christmas + 3;
	if (day_weekday(christmas) == SATURDAY)
		return day == christmas + 2 || day == christmas + 3;
	return day_weekday(christmas) == SATURDAY + 1 && day == christmas + 2;
}

static bool is_holiday(int32_t day)
{
	int y, m, d;

	day_split(day, &y, &m, &d);
	for (size_t i = 0; i < COUNT(proclaimed); i++)
		if (day == day_of(proclaimed[i].y, proclaimed[i].m, proclaimed[i].d))
			return proclaimed[i].on;
	return is_fixed(day, y) || day == easter(y) - 2 || day == easter(y) + 1 ||
	       day == monday_from(day_of(y, 5, 1)) || day == monday_from(day_of(y, 5, 25)) ||
	       day == monday_from(day_of(y, 8, 25));
}

START_TEST(the_calendar_of_the_pack_is_the_rule)
{
	struct source s = real_pack();
	const struct pack *p = loaded(&s);
	int32_t last = day_of(LAST_YEAR, 12, 31);
	size_t count = 0;

	for (int32_t day = day_of(FIRST_YEAR, 1, 1); day <= last; day++) {
		bool weekday = day_weekday(day) < SATURDAY, holiday = is_holiday(day);
		char text[DAY_LEN + 1];
		day_text(day, text);
		count += holiday;
		if (day_is_working(day, p->holidays) != (weekday && !holiday))
			ck_abort_msg("%s %s a holiday", text, holiday ? "is" : "is not");
	}
	ck_assert_uint_eq(p->holidays.n, count);
}
END_TEST

/* A few known from memory of those years, so that the rule itself is held to fact. */
START_TEST(the_rule_knows_days_that_people_remember)
{
	holds(easter(2016) == day_of(2016, 3, 27) && easter(2018) == day_of(2018, 4, 1));
	holds(easter(2019) == day_of(2019, 4, 21) && easter(2024) == day_of(2024, 3, 31));
	holds(is_holiday(day_of(2016, 12, 26)) && is_holiday(day_of(2016, 12, 27)));
	holds(is_holiday(day_of(2021, 12, 27)) && is_holiday(day_of(2021, 12, 28)));
	holds(is_holiday(day_of(2022, 1, 3)) && !is_holiday(day_of(2022, 1, 4)));
	holds(is_holiday(day_of(2022, 9, 19)) && !is_holiday(day_of(2022, 5, 30)));
}
END_TEST

Suite *suite_conf_calendar(void);
Suite *suite_conf_calendar(void)
{
	const TTest *const tests[] = {
	    the_calendar_of_the_pack_is_the_rule,
	    the_rule_knows_days_that_people_remember,
	};

	return suite_of("conf/calendar", tests, COUNT(tests));
}
