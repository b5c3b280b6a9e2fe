/* SPDX-License-Identifier: MIT */
/* Instants and days: to and from text, and what people type for a date. */
#include "lookback/base/when.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum { DAY_MS = 86400000, FIRST_DAY = -719528, LAST_DAY = 2932896 }; /* 0000 .. 9999 */

int64_t now_ms(void)
{
	struct timespec t;

	if (clock_gettime(CLOCK_REALTIME, &t) != 0)
		die("the clock cannot be read");
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/* Days from civil (Hinnant): years begin in March, so the leap day is the last. */
int32_t day_of(int y, int m, int d)
{
	int64_t year = (int64_t)y - (m <= 2), era = floor_div(year, 400);
	int64_t of_era = year - era * 400;
	int64_t of_year = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	int64_t days = of_era * 365 + of_era / 4 - of_era / 100 + of_year;

	return (int32_t)(era * 146097 + days - 719468);
}

void day_split(int32_t day, int *y, int *m, int *d)
{
	int64_t z = (int64_t)day + 719468, era = floor_div(z, 146097);
	int64_t of_era = z - era * 146097;
	int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
	int64_t month = (5 * of_year + 2) / 153;

	*d = (int)(of_year - (153 * month + 2) / 5 + 1);
	*m = (int)(month < 10 ? month + 3 : month - 9);
	*y = (int)(year + era * 400 + (*m <= 2));
}

int day_weekday(int32_t day)
{
	return (int)((((int64_t)day + 3) % 7 + 7) % 7); /* 1970-01-01 was a Thursday */
}

static void digits(char *out, int width, int v)
{
	while (width-- > 0) {
		out[width] = (char)('0' + v % 10);
		v /= 10;
	}
}

void day_text(int32_t day, char out[DAY_LEN + 1])
{
	int y, m, d;

	out[0] = '\0';
	if (day == NO_DAY)
		return;
	day_split(day < FIRST_DAY ? FIRST_DAY : day > LAST_DAY ? LAST_DAY : day, &y, &m, &d);
	memcpy(out, "0000-00-00", DAY_LEN + 1);
	digits(out, 4, y);
	digits(out + 5, 2, m);
	digits(out + 8, 2, d);
}

void time_text(int64_t ms, char out[TIME_LEN + 1])
{
	const int64_t first = (int64_t)FIRST_DAY * DAY_MS;
	const int64_t last = (int64_t)(LAST_DAY + 1) * DAY_MS - 1;
	int32_t day;
	int rest;

	out[0] = '\0';
	if (ms == NO_TIME)
		return;
	ms = ms < first ? first : ms > last ? last : ms;
	day = (int32_t)floor_div(ms, DAY_MS);
	rest = (int)(ms - (int64_t)day * DAY_MS);
	day_text(day, out);
	memcpy(out + DAY_LEN, "T00:00:00.000Z", TIME_LEN - DAY_LEN + 1);
	digits(out + 11, 2, rest / 3600000);
	digits(out + 14, 2, rest / 60000 % 60);
	digits(out + 17, 2, rest / 1000 % 60);
	digits(out + 20, 3, rest % 1000);
}

/* Reads digits where `form` has 0, in up to 7 runs, and wants all else as it is. */
static bool read_form(struct str s, const char *form, int v[7])
{
	bool within = false;
	int run = -1;

	if (s.n != strlen(form))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (form[i] != '0') {
			if (s.p[i] != form[i])
				return false;
			within = false;
			continue;
		}
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		if (!within)
			v[++run] = 0;
		within = true;
		v[run] = v[run] * 10 + (s.p[i] - '0');
	}
	return true;
}

static bool real_day(int y, int m, int d, int32_t *day)
{
	static const int last[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;

	if (y < 0 || y > 9999 || m < 1 || m > 12 || d < 1 || d > last[m - 1])
		return false;
	if (m == 2 && d == 29 && !leap)
		return false;
	*day = day_of(y, m, d);
	return true;
}

bool day_read(struct str s, int32_t *day)
{
	int v[7];

	return read_form(s, "0000-00-00", v) && real_day(v[0], v[1], v[2], day);
}

bool time_read(struct str s, int64_t *ms)
{
	int32_t day;
	int v[7];

	if (!read_form(s, "0000-00-00T00:00:00.000Z", v) || !real_day(v[0], v[1], v[2], &day))
		return false;
	if (v[3] > 23 || v[4] > 59 || v[5] > 59)
		return false;
	*ms = (int64_t)day * DAY_MS + ((v[3] * 60 + v[4]) * 60 + v[5]) * 1000 + v[6];
	return true;
}

/* ---- what a person types ------------------------------------------------- */

static bool same_letters(struct str s, const char *name)
{
	for (size_t i = 0; i < s.n; i++)
		if (name[i] == '\0' || (s.p[i] | 0x20) != name[i])
			return false;
	return true;
}

static bool month_of(struct str s, int *m)
{
	static const char names[][10] = {"january", "february", "march", "april", "may", "june",
	    "july", "august", "september", "october", "november", "december"};
	int64_t v;

	if (s.n <= 2 && str_int(s, &v)) {
		*m = (int)v;
		return true;
	}
	for (*m = 1; s.n >= 3 && *m <= 12; ++*m)
		if (same_letters(s, names[*m - 1]) || str_is(s, *m == 9 ? "sept" : "?"))
			return true;
	return false;
}

static bool year_of(struct str s, int *y)
{
	int64_t v;

	if ((s.n != 2 && s.n != 4) || !str_int(s, &v) || v < 0)
		return false;
	*y = (int)(s.n == 4 ? v : v < 70 ? 2000 + v : 1900 + v);
	return true;
}

static bool day_month_year(struct str s, char sep, int32_t *day)
{
	struct str part[3];
	int64_t d;
	int m, y;

	for (int i = 0; i < 3; i++) {
		if (!str_cut(&s, sep, &part[i]))
			return false;
		s = str_trim(s); /* several spaces are one */
	}
	if (s.n || part[0].n > 2 || !str_int(part[0], &d))
		return false;
	return month_of(part[1], &m) && year_of(part[2], &y) && real_day(y, m, (int)d, day);
}

/* -3d, +2w */
static bool relative(struct str s, int32_t today, int32_t *day)
{
	int64_t n;
	int unit;

	if (s.n < 3 || s.n > 7 || (s.p[0] != '-' && s.p[0] != '+') || s.p[1] == '-')
		return false;
	unit = (s.p[s.n - 1] | 0x20) == 'd' ? 1 : (s.p[s.n - 1] | 0x20) == 'w' ? 7 : 0;
	if (!unit || !str_int((struct str){s.p + 1, s.n - 2}, &n))
		return false;
	n = today + (s.p[0] == '-' ? -n : n) * unit;
	if (n < FIRST_DAY || n > LAST_DAY)
		return false;
	*day = (int32_t)n;
	return true;
}

static bool named(struct str s, int32_t today, int32_t *day)
{
	static const char words[][10] = {"yesterday", "today", "tomorrow"};

	for (int i = 0; i < 3; i++)
		if (s.n == strlen(words[i]) && same_letters(s, words[i])) {
			*day = today + i - 1;
			return true;
		}
	return false;
}

bool day_understand(struct str s, int32_t today, int32_t *day)
{
	s = str_trim(s);
	return day_read(s, day) || named(s, today, day) || relative(s, today, day) ||
	       day_month_year(s, '/', day) || day_month_year(s, '.', day) ||
	       day_month_year(s, ' ', day);
}
