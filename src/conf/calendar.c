/* SPDX-License-Identifier: MIT */
/* calendar.yaml: days that are not working days although they fall on Monday to Friday. */
#include "conf/tables.h"

#include <stdlib.h>

static int by_day(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;

	return (x > y) - (x < y);
}

/* In any order in the file, sorted in memory; the same day twice is a slip. */
static void read_holidays(struct reader *r, const struct node *n, void *out)
{
	struct holidays *h = out;
	int32_t *days;

	if (!want_kind(r, n, NODE_LIST, "a list of dates"))
		return;
	days = arena_new(r->a, int32_t, n->items.n + 1);
	for (size_t i = 0; i < n->items.n; i++)
		if (want_date(r, n->items.v[i], &days[h->n]))
			h->n++;
	qsort(days, h->n, sizeof *days, by_day);
	for (size_t i = 1; i < h->n; i++) {
		char text[DAY_LEN + 1];
		day_text(days[i], text);
		if (days[i] == days[i - 1])
			want_fault(r, n, "found %s twice; expected each day once", text);
	}
	h->v = days;
}

static const struct key calendar_keys[] = {
    {.name = "holidays",
	.kind = WANT_OWN,
	.required = true,
	.at = offsetof(struct pack, holidays),
	.read = read_holidays},
};
const struct key_table calendar_table = {
    .what = "calendar",
    TABLE(calendar_keys),
    .place = NO_ID,
    .id = NO_ID,
};

void read_calendar(struct reader *r, const struct node *n)
{
	(void)want_map(r, n, &calendar_table, r->pack);
}
