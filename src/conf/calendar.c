/* SPDX-License-Identifier: MIT */
/* calendar.yaml: days that are not working days although they fall on Monday to Friday. */
#include "conf/tables.h"

#include <stdlib.h>

static int by_day(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;

	return (x > y) - (x < y);
}

static bool has_day(const struct holidays *h, int32_t day)
{
	for (size_t i = 0; i < h->n; i++)
		if (h->v[i] == day)
			return true;
	return false;
}

/* In any order in the file, sorted in memory; the same day twice is a slip. */
static void read_holidays(struct reader *r, const struct node *n, void *out)
{
	struct holidays *h = out;
	int32_t *days;

	if (!want_kind(r, n, NODE_LIST, "a list of dates"))
		return;
	h->v = days = arena_new(r->a, int32_t, n->items.n + 1);
	for (size_t i = 0; i < n->items.n; i++) {
		const struct node *item = n->items.v[i];
		int32_t day;
		if (!want_date(r, item, &day))
			continue;
		if (has_day(h, day))
			want_fault(r, item, "found %s again; expected each day once",
			    want_found(r, item));
		days[h->n++] = day;
	}
	if (h->n)
		qsort(days, h->n, sizeof *days, by_day);
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
