/* SPDX-License-Identifier: MIT */
/* When a state must be left: hours, days or working days from its entry. */
#include "lookback/rules/step.h"

enum { HOUR_MS = 3600 * 1000 };

static struct limit limit_of(const struct pack *p, const struct state *s, struct str band)
{
	for (size_t i = 0; s->due.by_band && i < p->bands.n; i++)
		if (str_eq(p->bands.v[i].id, band))
			return s->due.by_band[i];
	return s->due.any;
}

/* The last millisecond of the day, so that the day shown is the day meant. */
static int64_t day_end(int32_t day)
{
	return london_end_of_day(day) - 1;
}

int64_t due_of(const struct pack *p, const struct record_type *t, struct str state,
    struct str band, int64_t entered)
{
	const struct state *s = type_state(t, state);
	struct limit limit;

	if (!s || s->final || entered == NO_TIME)
		return NO_TIME;
	limit = limit_of(p, s, band);
	switch (limit.kind) {
	case LIMIT_NONE:
		return NO_TIME;
	case LIMIT_HOURS:
		return entered + (int64_t)limit.n * HOUR_MS;
	case LIMIT_DAYS:
		return day_end(london_day(entered) + limit.n);
	case LIMIT_WORKING_DAYS:
		return day_end(day_add_working(london_day(entered), limit.n, p->holidays));
	case LIMIT_REGIME:
		break;
	}
	return NO_TIME;
}
