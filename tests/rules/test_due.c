/* SPDX-License-Identifier: MIT */
/* When limits end: exact hours, whole London days, the rules in force, the day it became
 * clear. */
#include "help.h"
#include "lookback/base/hash.h"
#include "support/toypack.h"

Suite *suite_rules_due(void);

enum { HOUR = 3600 * 1000, DAY = 24 * HOUR };

static int64_t noon(int32_t day)
{
	return (int64_t)day * DAY + 12 * HOUR;
}

static int32_t last_sunday(int year, int month)
{
	int32_t day = day_of(year, month, 31);

	while (day_weekday(day) != 6)
		day--;
	return day;
}

static int64_t after(const struct pack *p, enum limit_kind kind, int n, int64_t from)
{
	return limit_end(p, (struct limit){kind, n}, from);
}

/* The day on which clocks change is an hour short in March and an hour long in October;
 * hours do not know of it. */
START_TEST(days_end_in_london_on_both_sides_of_every_change)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);

	for (int year = 2015; year <= 2027; year++) {
		int32_t spring = last_sunday(year, 3), autumn = last_sunday(year, 10);
		int64_t start = (int64_t)spring * DAY, end = (int64_t)autumn * DAY;
		holds(after(p, LIMIT_DAYS, 1, noon(spring - 2)) == start - 1);
		holds(after(p, LIMIT_DAYS, 1, noon(spring - 1)) == start + 23 * HOUR - 1);
		holds(after(p, LIMIT_DAYS, 2, noon(spring - 2)) == start + 23 * HOUR - 1);
		holds(after(p, LIMIT_DAYS, 1, noon(autumn - 2)) == end - HOUR - 1);
		holds(after(p, LIMIT_DAYS, 1, noon(autumn - 1)) == end + DAY - 1);
		holds(after(p, LIMIT_HOURS, 24, noon(spring - 1)) == noon(spring));
		holds(after(p, LIMIT_HOURS, 24, noon(autumn - 1)) == noon(autumn));
		/* Friday to Monday over the change */
		holds(after(p, LIMIT_WORKING_DAYS, 1, noon(spring - 2)) ==
		      start + 2 * DAY - HOUR - 1);
	}
	arena_clear(&a);
}
END_TEST

static int working_between(const struct pack *p, int32_t from, int32_t to)
{
	int n = 0;

	for (int32_t day = from + 1; day <= to; day++)
		n += day_is_working(day, p->holidays);
	return n;
}

START_TEST(a_limit_in_days_ends_with_its_day_whenever_it_began)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	struct dice d = dice_seed(31);
	int64_t first = at("2015-01-01T00:00:00.000Z");

	for (int i = 0; i < 20000; i++) {
		int64_t from = first + (int64_t)dice_below(&d, (uint64_t)13 * 365 * DAY);
		int n = (int)dice_below(&d, 60);
		int32_t day = london_day(from);
		int64_t end = after(p, LIMIT_DAYS, n, from);
		holds(london_day(end) == day + n && london_day(end + 1) == day + n + 1);
		holds(after(p, LIMIT_HOURS, n, from) - from == (int64_t)n * HOUR);
		end = after(p, LIMIT_WORKING_DAYS, n + 1, from);
		holds(working_between(p, day, london_day(end)) == n + 1);
		holds(day_is_working(london_day(end), p->holidays));
		holds(london_day(end + 1) == london_day(end) + 1);
	}
	ck_assert_int_eq(after(p, LIMIT_NONE, 0, first), NO_TIME);
	ck_assert_int_eq(after(p, LIMIT_REGIME, 0, first), NO_TIME);
	ck_assert_int_eq(after(p, LIMIT_DAYS, 3, NO_TIME), NO_TIME);
	arena_clear(&a);
}
END_TEST

struct due_row {
	struct limit limit;
	const char *from, *fields, *answers, *due; /* NULL: no limit */
};
static const struct due_row rows[] = {
    /* the end of the day after it became clear; clocks change on that day, or the next */
    {{LIMIT_DAYS, 1}, "closed_on", "{\"closed_on\":\"2016-03-25\"}", "{}",
	"2016-03-26T23:59:59.999Z"},
    {{LIMIT_DAYS, 1}, "closed_on", "{\"closed_on\":\"2016-03-26\"}", "{}",
	"2016-03-27T22:59:59.999Z"},
    {{LIMIT_DAYS, 1}, "closed_on", "{\"closed_on\":\"2016-10-28\"}", "{}",
	"2016-10-29T22:59:59.999Z"},
    {{LIMIT_DAYS, 1}, "closed_on", "{\"closed_on\":\"2016-10-29\"}", "{}",
	"2016-10-30T23:59:59.999Z"},
    {{LIMIT_DAYS, 1}, "closed_on", "{\"closed_on\":\"not_recorded\"}", "{}", NULL},
    {{LIMIT_DAYS, 1}, "closed_on", "{}", "{}", NULL},
    {{LIMIT_DAYS, 1}, "no_such_field", "{}", "{}", NULL},
    {{LIMIT_WORKING_DAYS, 1}, "later_on", "{}", "{\"later_on\":\"2026-12-24\"}",
	"2026-12-29T23:59:59.999Z"},
    /* hours from a day begin with it, in London */
    {{LIMIT_HOURS, 5}, "closed_on", "{\"closed_on\":\"2016-07-01\"}", "{}",
	"2016-07-01T04:00:00.000Z"},
    {{LIMIT_DAYS, 2}, "moved", "{}", "{}", "2026-07-03T22:59:59.999Z"},
    /* 35 days until 4 April 2023, 28 from the day after; none before the first rules */
    {{LIMIT_REGIME, 0}, "", "{\"received\":\"2014-03-07\"}", "{}", NULL},
    {{LIMIT_REGIME, 0}, "", "{\"received\":\"2014-03-08\"}", "{}", "2014-04-12T22:59:59.999Z"},
    {{LIMIT_REGIME, 0}, "", "{\"received\":\"2023-04-04\"}", "{}", "2023-05-09T22:59:59.999Z"},
    {{LIMIT_REGIME, 0}, "", "{\"received\":\"2023-04-05\"}", "{}", "2023-05-03T22:59:59.999Z"},
    {{LIMIT_REGIME, 0}, "", "{}", "{}", NULL},
    {{LIMIT_REGIME, 0}, "closed_on",
	"{\"received\":\"2023-04-04\",\"closed_on\":\"2023-12-01\"}", "{}",
	"2024-01-05T23:59:59.999Z"},
    {{LIMIT_REGIME, 0}, "closed_on", "{\"received\":\"2023-04-05\"}", "{}", NULL},
    /* without a day of its own: from the instant of entering */
    {{LIMIT_HOURS, 5}, "", "{}", "{}", "2026-06-30T21:30:00.000Z"},
    {{LIMIT_DAYS, 0}, "", "{}", "{}", "2026-06-30T22:59:59.999Z"},
    {{LIMIT_NONE, 0}, "", "{}", "{}", NULL},
};

static struct facts facts_of(struct arena *a, const struct pack *p, const struct due_row *row)
{
	return (struct facts){.type = STR("case"),
	    .due = NO_TIME,
	    .opened = NO_TIME,
	    .moved = at("2026-06-30T23:30:00.000Z"), /* 1 July in London */
	    .wake = NO_DAY,
	    .fields = object(a, row->fields),
	    .answers = object(a, row->answers),
	    .pack = p};
}

START_TEST(a_deadline_counts_from_the_day_it_names)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	struct due_rule rule = {.any = rows[_i].limit, .from = str_of(rows[_i].from)};
	struct facts f = facts_of(&a, p, &rows[_i]);
	int64_t due = due_at(p, &p->types.v[0], &rule, &f, at("2026-06-30T16:30:00.000Z"));
	char text[TIME_LEN + 1];

	time_text(due, text);
	if (due != (rows[_i].due ? at(rows[_i].due) : NO_TIME))
		ck_abort_msg("%s %s: %s", rows[_i].from, rows[_i].fields, text);
	arena_clear(&a);
}
END_TEST

START_TEST(each_band_has_its_limit_and_no_band_has_none)
{
	static const char *const bands[] = {"green", "amber", "red", "", "mauve"};
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	struct limit limits[] = {{LIMIT_DAYS, 9}, {LIMIT_NONE, 0}, {LIMIT_HOURS, 1}};
	struct due_rule rule = {.by_band = limits};
	struct facts f = facts_of(&a, p, &rows[0]);
	int64_t from = at("2026-06-30T16:30:00.000Z");
	int64_t due[COUNT(bands)] = {
	    at("2026-07-09T22:59:59.999Z"), NO_TIME, from + HOUR, NO_TIME, NO_TIME};

	for (size_t i = 0; i < COUNT(bands); i++) {
		f.band = str_of(bands[i]);
		holds(due_at(p, &p->types.v[0], &rule, &f, from) == due[i]);
		holds(due_at(p, &p->types.v[0], &rule, &f, NO_TIME) == NO_TIME);
	}
	arena_clear(&a);
}
END_TEST

struct scope_row {
	const char *received, *regime, *scope; /* empty: none */
};
static const struct scope_row scopes[] = {
    {"2014-03-07", "", "no"},
    {"2014-03-08", "old", "no"},
    {"2015-03-31", "old", "no"},
    {"2015-04-01", "old", "yes"},
    {"2023-04-04", "old", "yes"},
    {"2023-04-05", "new", "yes"},
    {"2023-08-31", "new", "yes"},
    {"2023-09-01", "new", "no"},
    {"not_recorded", "", ""},
    {"", "", ""},
};

START_TEST(the_day_of_receipt_decides_rules_and_scope)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);

	for (size_t i = 0; i < COUNT(scopes); i++) {
		struct json *fields = json_obj(&a);
		struct facts f = {.type = STR("case"), .fields = fields, .pack = p};
		json_put(&a, fields, "received", json_cstr(&a, scopes[i].received));
		ck_str_is(facts_get(&a, &f, &p->core[CORE_REGIME]).s, scopes[i].regime);
		ck_str_is(facts_get(&a, &f, &p->core[CORE_SCOPE]).s, scopes[i].scope);
		f.type = STR("no_such_type");
		holds(facts_get(&a, &f, &p->core[CORE_SCOPE]).kind == V_NONE);
		f.type = STR("case");
		f.pack = NULL;
		holds(facts_get(&a, &f, &p->core[CORE_REGIME]).kind == V_NONE);
	}
	arena_clear(&a);
}
END_TEST

START_TEST(a_scope_without_an_end_goes_on)
{
	struct arena a = {0};
	struct pack *p = toy_pack_open(&a);
	struct facts f = {.type = STR("case"),
	    .fields = object(&a, "{\"received\":\"2016-01-01\"}"),
	    .pack = p};

	p->scope_to = NO_DAY;
	p->scope_from = day_of(2016, 1, 1);
	ck_str_is(facts_get(&a, &f, &p->core[CORE_SCOPE]).s, "yes");
	p->scope_from = day_of(2016, 1, 2);
	ck_str_is(facts_get(&a, &f, &p->core[CORE_SCOPE]).s, "no");
	p->scope_from = NO_DAY;
	ck_str_is(facts_get(&a, &f, &p->core[CORE_SCOPE]).s, "yes");
	arena_clear(&a);
}
END_TEST

Suite *suite_rules_due(void)
{
	Suite *s = suite_create("rules/due");
	TCase *c = tcase_create("due");

	tcase_add_test(c, days_end_in_london_on_both_sides_of_every_change);
	tcase_add_test(c, a_limit_in_days_ends_with_its_day_whenever_it_began);
	tcase_add_loop_test(c, a_deadline_counts_from_the_day_it_names, 0, COUNT(rows));
	tcase_add_test(c, each_band_has_its_limit_and_no_band_has_none);
	tcase_add_test(c, the_day_of_receipt_decides_rules_and_scope);
	tcase_add_test(c, a_scope_without_an_end_goes_on);
	suite_add_tcase(s, c);
	return s;
}
