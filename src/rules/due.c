/* SPDX-License-Identifier: MIT */
/* When a state must be left, a clock ends, an alert grows. */
#include "lookback/rules/step.h"

enum { HOUR_MS = 3600 * 1000 };

static struct limit limit_of(const struct pack *p, const struct due_rule *rule, struct str band)
{
	for (size_t i = 0; rule->by_band && i < p->bands.n; i++)
		if (str_eq(p->bands.v[i].id, band))
			return rule->by_band[i];
	return rule->any;
}

/* The last millisecond of the day, so that the day shown is the day meant. */
static int64_t day_end(int32_t day)
{
	return london_end_of_day(day) - 1;
}

/* The day of a field or question; an absence is no day. */
static int32_t day_in(
    const struct pack *p, const struct record_type *t, const struct facts *f, struct str name)
{
	struct arena scratch = {0};
	const struct attr *at = name.n ? attr_find(p, t, name) : NULL;
	struct value v = at ? facts_get(&scratch, f, at) : value_none();
	int32_t day = NO_DAY;

	if (at && at->type == VT_TIME && v.kind == V_INT)
		day = london_day(v.i);
	else if (v.kind != V_STR || !day_read(v.s, &day))
		day = NO_DAY;
	arena_clear(&scratch);
	return day;
}

static int64_t end_of(const struct pack *p, struct limit l, int32_t day, int64_t start)
{
	switch (l.kind) {
	case LIMIT_NONE:
		return NO_TIME;
	case LIMIT_HOURS:
		return start + (int64_t)l.n * HOUR_MS;
	case LIMIT_DAYS:
		return day_end(day + l.n);
	case LIMIT_WORKING_DAYS:
		return day_end(day_add_working(day, l.n, p->holidays));
	case LIMIT_REGIME:
		break;
	}
	return NO_TIME;
}

/* By the rules in force when it was received, from that day unless another is named. */
static int64_t regime_end(const struct pack *p, const struct record_type *t,
    const struct due_rule *rule, const struct facts *f)
{
	int32_t received = day_in(p, t, f, t->received);
	int32_t from = rule->from.n ? day_in(p, t, f, rule->from) : received;
	const struct regime *r = pack_regime(p, received);

	if (!r || r->total_days <= 0 || from == NO_DAY)
		return NO_TIME;
	return day_end(from + r->total_days);
}

int64_t due_at(const struct pack *p, const struct record_type *t, const struct due_rule *rule,
    const struct facts *f, int64_t entered)
{
	struct limit l = limit_of(p, rule, f->band);
	int32_t day;

	if (l.kind == LIMIT_REGIME)
		return regime_end(p, t, rule, f);
	if (rule->from.n) {
		day = day_in(p, t, f, rule->from);
		return day == NO_DAY ? NO_TIME : end_of(p, l, day, london_end_of_day(day - 1));
	}
	return entered == NO_TIME ? NO_TIME : end_of(p, l, london_day(entered), entered);
}

int64_t limit_end(const struct pack *p, struct limit l, int64_t from)
{
	return from == NO_TIME ? NO_TIME : end_of(p, l, london_day(from), from);
}

int64_t due_of(const struct pack *p, const struct record_type *t, struct str state,
    struct str band, int64_t entered)
{
	const struct state *s = type_state(t, state);
	struct facts f = {.type = t->name, .band = band, .pack = p};

	return !s || s->final ? NO_TIME : due_at(p, t, &s->due, &f, entered);
}
