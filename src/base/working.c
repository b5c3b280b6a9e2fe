/* SPDX-License-Identifier: MIT */
/* Working days: Monday to Friday without the holidays given. */
#include <stdlib.h>

#include "lookback/base/when.h"

enum { LAST_DAY = 2932896 }; /* 9999-12-31 */

static int by_day(const void *x, const void *y)
{
	int32_t a = *(const int32_t *)x, b = *(const int32_t *)y;

	return (a > b) - (a < b);
}

bool day_is_working(int32_t day, struct holidays h)
{
	if (day_weekday(day) >= 5)
		return false;
	return h.n == 0 || !bsearch(&day, h.v, h.n, sizeof(*h.v), by_day);
}

int32_t day_add_working(int32_t day, int n, struct holidays h)
{
	if (n == 0 && day_is_working(day, h))
		return day;
	for (int left = n > 0 ? n : 1; left > 0 && day < LAST_DAY;)
		left -= day_is_working(++day, h);
	return day;
}
