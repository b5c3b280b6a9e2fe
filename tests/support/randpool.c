/* SPDX-License-Identifier: MIT */
#include "support/randpool.h"

#define POOL(list)                                                                             \
	{                                                                                      \
		list, sizeof(list) / sizeof(*(list))                                           \
	}

static const char *const names[] = {"Müller", "MULLER", "Mu\xcc\x88ller", "Zoë O'Brien-Lee",
    "zoe", "Søren", "李雷", "José \"Pepe\" Díaz", "jose", "a*", "none", "me", "not_recorded",
    "straße", "STRASSE", "x\\y", "and", "-dash", "ﬁnn"};
static const char *const words[] = {"knife", "Knives", "café", "CAFE", "strangled", "strange",
    "no", "naïve", "don't", "e-mail", "10:30", "李雷", "ﬁre", "fire", "Straße", "İstanbul",
    "2016", "x_y", "½", "TOY"};
static const char *const days[] = {"2015-12-31", "2016-01-01", "2016-02-29", "2016-03-01",
    "2016-03-26", "2016-03-27", "2016-10-30", "2016-10-31", "2026-06-28", "2026-06-30",
    "2026-07-01", "2026-07-15"};
static const char *const staff[] = {"PC1234", "DS77", "ÅB3", "PC12"};
static const char *const users[] = {"asmith", "bjones", "çelik"};
static const char *const batches[] = {"extract-1", "Extract-2", "late 196"};
static const char *const passes[] = {"q1", "q2", "q12"};

const struct pool pool_names = POOL(names);
const struct pool pool_words = POOL(words);
const struct pool pool_days = POOL(days);
const struct pool pool_staff = POOL(staff);
const struct pool pool_users = POOL(users);
const struct pool pool_batches = POOL(batches);
const struct pool pool_passes = POOL(passes);

bool chance(struct dice *d, int percent)
{
	return dice_below(d, 100) < (uint64_t)percent;
}

struct str pool_pick(struct dice *d, struct pool p)
{
	return str_of(p.v[dice_below(d, p.n)]);
}

int64_t pool_time(struct dice *d)
{
	static const int64_t minutes[] = {
	    0, 30, 61, 12 * 60, 22 * 60 + 59, 23 * 60, 23 * 60 + 30};
	size_t i = dice_below(d, sizeof(minutes) / sizeof(*minutes));
	int32_t day = 0;

	if (!day_read(pool_pick(d, pool_days), &day))
		BUG("a day of the pool is none");
	return ((int64_t)day * 24 * 60 + minutes[i]) * 60000 +
	       (int64_t)dice_below(d, 2) * 59999;
}

struct str pool_text(struct arena *a, struct dice *d, size_t most)
{
	static const char *const between[] = {" ", " ", ", ", "-", "\n", " \xe2\x80\x94 ", "_"};
	struct buf b = buf_in(a);

	for (size_t i = 1 + dice_below(d, most); i > 0; i--) {
		buf_put(&b, pool_pick(d, pool_words));
		if (i > 1)
			buf_puts(
			    &b, between[dice_below(d, sizeof(between) / sizeof(*between))]);
	}
	return buf_str(&b);
}

/* As value_accept keeps them: in declared order, with commas. */
static struct str some_choices(struct arena *a, struct dice *d, const struct choices *c)
{
	struct buf b = buf_in(a);

	while (b.n == 0)
		for (size_t i = 0; i < c->n; i++)
			if (chance(d, 40))
				buf_printf(&b, "%s%.*s", b.n ? "," : "", STR_ARG(c->v[i].code));
	return buf_str(&b);
}

static struct value present_value(struct arena *a, struct dice *d, const struct attr *at)
{
	switch (at->type) {
	case VT_LINE:
		return value_str(pool_pick(d, pool_names));
	case VT_TEXT:
		return value_str(pool_text(a, d, 12));
	case VT_INT:
		return value_int((int64_t)dice_below(d, 6));
	case VT_DATE:
		return value_str(pool_pick(d, pool_days));
	case VT_CHOICE:
		return value_str(at->choices.v[dice_below(d, at->choices.n)].code);
	case VT_CHOICES:
		return value_str(some_choices(a, d, &at->choices));
	case VT_STAFF:
		return value_str(pool_pick(d, pool_staff));
	case VT_USER:
		return value_str(pool_pick(d, pool_users));
	case VT_TIME:
		return value_int(pool_time(d));
	}
	return value_none();
}

struct value pool_value(struct arena *a, struct dice *d, const struct attr *at)
{
	for (unsigned i = 0; i < 3; i++)
		if (at->absent & 1u << i && chance(d, 10))
			return value_str(absences[i].code);
	return present_value(a, d, at);
}
