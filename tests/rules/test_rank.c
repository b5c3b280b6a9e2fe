/* SPDX-License-Identifier: MIT */
/* Ranks that add up, and deadlines. */
#include "help.h"
#include "support/randexpr.h"
#include "support/toypack.h"

Suite *suite_rules_rank(void);

static struct rank ranked(struct arena *a, const struct pack *p, const struct facts *f)
{
	struct rank r;

	rank_of(a, p, &p->types.v[0], f, &r);
	return r;
}

START_TEST(a_rank_is_a_sum_that_can_be_read)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	struct facts f = {.band = STR("red"),
	    .fields =
		object(&a, "{\"received\":\"2026-05-31\",\"severity\":\"high\",\"visits\":3}"),
	    .opened = NO_TIME,
	    .now = rand_now()}; /* 2026-07-01 in London */
	struct rank r = ranked(&a, p, &f);

	ck_assert_uint_eq(r.parts.n, 4);
	ck_str_is(r.parts.v[0].because, "risk red");
	ck_assert_int_eq(r.parts.v[0].points, 100);
	ck_str_is(r.parts.v[1].because, "Severity is Medium or more");
	ck_assert_int_eq(r.parts.v[1].points, 20);
	ck_str_is(r.parts.v[2].because, "many visits");
	ck_assert_int_eq(r.parts.v[2].points, -5);
	ck_str_is(r.parts.v[3].because, "waiting 31 days");
	ck_assert_int_eq(r.parts.v[3].points, 62);
	ck_assert_int_eq(r.shown, 177);
	ck_assert_int_eq(r.per_day, 2);
	f.now -= 60 * 60 * 1000; /* half past eleven the day before */
	ck_assert_int_eq(ranked(&a, p, &f).shown, 175);
	arena_clear(&a);
}
END_TEST

START_TEST(one_day_is_not_days)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	struct facts f = {
	    .fields = object(&a, "{\"received\":\"2026-06-30\"}"), .now = rand_now()};
	struct rank r = ranked(&a, p, &f);

	ck_str_is(r.parts.v[0].because, "waiting 1 day");
	arena_clear(&a);
}
END_TEST

START_TEST(without_its_date_a_record_waits_since_it_was_opened)
{
	static const char *const fields[] = {"{}", "{\"received\":\"not_recorded\"}"};
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);

	for (size_t i = 0; i < COUNT(fields); i++) {
		struct facts f = {.fields = object(&a, fields[i]),
		    .opened = at("2026-06-20T23:30:00.000Z"), /* the 21st in London */
		    .now = rand_now()};
		struct rank r = ranked(&a, p, &f);
		ck_str_is(r.parts.v[0].because, "waiting 10 days");
		f.opened = NO_TIME;
		ck_assert_int_eq(ranked(&a, p, &f).shown, 0);
	}
	arena_clear(&a);
}
END_TEST

/* The queue is ordered by key: it must not move while days pass, and between two
 * records the order by key must be the order by what is shown. */
START_TEST(keys_hold_still_while_days_pass)
{
	enum { DAY_MS = 86400000 };
	struct arena pack_arena = {0}, a = {0};
	const struct pack *p = toy_pack(&pack_arena);
	struct dice d = dice_seed(9);

	for (int i = 0; i < 3000; i++) {
		struct facts f, g;
		struct rank rf, rg, later;
		int64_t sum = 0;
		rand_facts(&a, &d, p, &p->types.v[0], i, &f);
		rand_facts(&a, &d, p, &p->types.v[0], i, &g);
		rf = ranked(&a, p, &f);
		rg = ranked(&a, p, &g);
		for (size_t k = 0; k < rf.parts.n; k++)
			sum += rf.parts.v[k].points;
		holds(sum == rf.shown);
		holds((rf.key < rg.key) == (rf.shown < rg.shown));
		holds(rf.shown == rf.key + rf.per_day * london_day(f.now));
		f.now += (int64_t)(1 + dice_below(&d, 400)) * DAY_MS;
		later = ranked(&a, p, &f);
		holds(later.key == rf.key && later.per_day == rf.per_day);
		holds(later.shown > rf.shown);
		arena_clear(&a);
	}
	arena_clear(&pack_arena);
}
END_TEST

struct limit_row {
	const char *state, *band, *entered, *due;
};
static const struct limit_row limits[] = {
    /* Working days: 24 December is a Thursday, 25 and 28 December are holidays. */
    {"triage", "", "2026-12-24T10:00:00.000Z", "2027-01-11T23:59:59.999Z"},
    {"triage", "red", "2026-12-24T10:00:00.000Z", "2027-01-11T23:59:59.999Z"},
    /* By band: green 30 and amber 10 working days, red 24 hours to the millisecond. */
    {"review", "red", "2026-07-03T10:20:30.456Z", "2026-07-04T10:20:30.456Z"},
    {"review", "amber", "2026-07-03T10:20:30.456Z", "2026-07-17T22:59:59.999Z"},
    {"review", "green", "2026-07-03T10:20:30.456Z", "2026-08-14T22:59:59.999Z"},
    {"review", "", "2026-07-03T10:20:30.456Z", NULL},
    /* Days: entered at half past midnight in London, which is the day before in UTC. */
    {"research", "", "2026-06-30T23:30:00.000Z", "2026-07-06T22:59:59.999Z"},
    {"research", "", "2026-06-30T22:30:00.000Z", "2026-07-05T22:59:59.999Z"},
    /* Across the end of summer time. */
    {"research", "", "2026-10-23T12:00:00.000Z", "2026-10-28T23:59:59.999Z"},
    {"reviewed", "red", "2026-07-03T10:20:30.456Z", NULL},
    {"closed", "red", "2026-07-03T10:20:30.456Z", NULL},
    {"no such state", "red", "2026-07-03T10:20:30.456Z", NULL},
};

START_TEST(a_state_is_due_when_its_limit_ends)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);

	for (size_t i = 0; i < COUNT(limits); i++) {
		const struct limit_row *l = &limits[i];
		int64_t due = due_of(
		    p, &p->types.v[0], str_of(l->state), str_of(l->band), at(l->entered));
		char text[TIME_LEN + 1];
		time_text(due, text);
		if (due != (l->due ? at(l->due) : NO_TIME))
			ck_abort_msg("%s %s %s: %s", l->state, l->band, l->entered, text);
	}
	ck_assert_int_eq(due_of(p, &p->types.v[0], STR("triage"), STR(""), NO_TIME), NO_TIME);
	arena_clear(&a);
}
END_TEST

Suite *suite_rules_rank(void)
{
	const TTest *const tests[] = {
	    a_rank_is_a_sum_that_can_be_read,
	    one_day_is_not_days,
	    without_its_date_a_record_waits_since_it_was_opened,
	    keys_hold_still_while_days_pass,
	    a_state_is_due_when_its_limit_ends,
	};

	return suite_of("rules/rank", tests, COUNT(tests));
}
