/* SPDX-License-Identifier: MIT */
/* Europe/London: the offset by the rule since 1996, local days and texts. */
#include <stdio.h>

#include "lookback/base/when.h"

static const int64_t day_ms = 86400000, hour_ms = 3600000;

/* 01:00 UTC on the last Sunday of a month of 31 days. */
static int64_t change(int year, int month)
{
	int32_t last = day_of(year, month, 31);

	return (last - (day_weekday(last) + 1) % 7) * day_ms + hour_ms;
}

static int32_t utc_day(int64_t ms)
{
	return (int32_t)(ms / day_ms - (ms % day_ms < 0));
}

int london_offset(int64_t ms)
{
	int y, m, d;

	day_split(utc_day(ms), &y, &m, &d);
	return ms >= change(y, 3) && ms < change(y, 10) ? 60 : 0;
}

static int64_t local(int64_t ms)
{
	return ms + london_offset(ms) * (hour_ms / 60);
}

int32_t london_day(int64_t ms)
{
	return utc_day(local(ms));
}

/* No change falls between 23:00 and midnight UTC, so local midnight is unique:
 * an hour before UTC midnight if it is summer then, and UTC midnight if not. */
int64_t london_end_of_day(int32_t day)
{
	int64_t midnight = ((int64_t)day + 1) * day_ms;

	return london_offset(midnight - hour_ms) ? midnight - hour_ms : midnight;
}

void london_text(int64_t ms, char out[32])
{
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	int64_t at, minute;
	int y, m, d;

	out[0] = '\0';
	if (ms == NO_TIME)
		return;
	at = local(ms);
	day_split(utc_day(at), &y, &m, &d);
	minute = (at - utc_day(at) * day_ms) / 60000;
	snprintf(out, 32, "%d %.3s %04d %02d:%02d", d, months + 3 * (m - 1), y,
	    (int)minute / 60, (int)minute % 60);
}
