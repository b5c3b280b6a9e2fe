/* SPDX-License-Identifier: MIT */
/*
 * Instants are int64_t milliseconds since 1970-01-01T00:00Z. Days are int32_t
 * days since 1970-01-01 in the proleptic Gregorian calendar. NO_DAY / NO_TIME
 * mean "none" and have an empty text. Years run from 0 to 9999. Nothing here asks the clock but now_ms, which only the service
 * loop, the terminal loop and tests call.
 */
#ifndef LOOKBACK_BASE_WHEN_H
#define LOOKBACK_BASE_WHEN_H

#include "lookback/base/str.h"

#define NO_DAY  INT32_MIN
#define NO_TIME INT64_MIN
enum { TIME_LEN = 24, DAY_LEN = 10 };

int64_t now_ms(void);
void time_text(int64_t ms, char out[TIME_LEN + 1]); /* 2026-11-21T18:04:05.123Z */
bool time_read(struct str s, int64_t *ms);          /* that form only */
void day_text(int32_t day, char out[DAY_LEN + 1]);  /* 2026-11-21 */
bool day_read(struct str s, int32_t *day);          /* that form, a real date */
int32_t day_of(int y, int m, int d);
void day_split(int32_t day, int *y, int *m, int *d);
int day_weekday(int32_t day); /* 0 Monday .. 6 Sunday */

/* What a person types for a date: 2017-04-03, 3/4/17, 3.4.2017, 3 apr 2017,
 * today, yesterday, tomorrow, -3d, +2w. Day first. Two-digit years: 00-69 are 2000s. */
bool day_understand(struct str s, int32_t today, int32_t *day);

/* Europe/London by the rule in force since 1996 (last Sundays of March and
 * October, 01:00 UTC): minutes ahead of UTC, the local day, a local text. */
int london_offset(int64_t ms);
int32_t london_day(int64_t ms);
int64_t london_end_of_day(int32_t day);     /* the instant the next local day begins */
void london_text(int64_t ms, char out[32]); /* "21 Nov 2026 18:04" */

/* Working days: Monday to Friday without the holidays given (sorted days). */
struct holidays {
	const int32_t *v;
	size_t n;
};
bool day_is_working(int32_t day, struct holidays h);
/* The nth working day after `day`; with 0, `day` itself or the first one after. */
int32_t day_add_working(int32_t day, int n, struct holidays h);

#endif
