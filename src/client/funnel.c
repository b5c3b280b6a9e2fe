/* SPDX-License-Identifier: MIT */
/* The funnel as text, a line a unit */
#include "lookback/client/funnel.h"

#include <string.h>

enum { HUNDRED = 10000, LARGEST = 3 };

/* "12.34" per cent in hundredths of it; what is no number is 0. */
static int64_t hundredths(struct str s)
{
	struct str rest = s, whole = {0};
	int64_t n = 0, part = 0;

	if (!str_cut(&rest, '.', &whole) || !str_int(whole, &n))
		return 0;
	if (rest.n > 2)
		rest.n = 2;
	if (rest.n && !str_int(rest, &part))
		part = 0;
	return n * 100 + (rest.n == 1 ? part * 10 : part);
}

struct funnel_scale funnel_scale(const struct rep_funnel *r, int width)
{
	int64_t top = 1;

	for (size_t i = 0; i < r->units.n; i++) {
		const struct part_unit *u = &r->units.v[i];
		int64_t rate = hundredths(u->rate), high = hundredths(u->high998);
		top = rate > top ? rate : top;
		top = i < LARGEST && high > top ? high : top;
	}
	top += top / 10;
	return (struct funnel_scale){width, top < HUNDRED ? top : HUNDRED};
}

struct str funnel_rate(struct arena *a, const struct rep_funnel *r)
{
	return r->n ? arena_printf(a, "%.*s %%", STR_ARG(r->rate)) : STR("no rate of none");
}

bool funnel_outside(const struct part_unit *u)
{
	return str_is(u->side, "above") || str_is(u->side, "below");
}

static size_t column(const struct funnel_scale *s, struct str value)
{
	int64_t x = hundredths(value) * (s->width - 1) / s->top;

	return (size_t)(x < 0 ? 0 : x >= s->width ? s->width - 1 : x);
}

struct str funnel_line(
    struct arena *a, const struct funnel_scale *s, const struct part_unit *u, struct str rate)
{
	size_t width = (size_t)s->width, low = column(s, u->low95), high = column(s, u->high95);
	char *line = arena_alloc(a, width + 1, 1);

	memset(line, '.', width);
	if (high >= low)
		memset(line + low, '-', high - low + 1);
	line[column(s, u->low998)] = '[';
	line[column(s, u->high998)] = ']';
	line[low] = '(';
	line[high] = ')';
	line[column(s, rate)] = '|';
	line[column(s, u->rate)] = funnel_outside(u) ? 'X' : 'o';
	line[width] = 0;
	return (struct str){line, width};
}
