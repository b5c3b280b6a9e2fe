/* SPDX-License-Identifier: MIT */
/*
 * Late work and alerts: told to one role, one step up at a time when nobody answers, seen by
 * everybody who may see the record, acknowledged by whom it is for.
 */
#include "review/engine.h"

Suite *suite_review_alerts(void);

enum { HOUR = 3600 * 1000, DAY = 24 * HOUR };

static int chores(struct bench *b)
{
	int n;

	bench_begin(b, "system");
	n = review_chores(b->rv, &b->arena, b->now);
	ck_assert_int_ge(n, 0);
	bench_end(b);
	return n;
}

static struct rep_alerts alerts(struct bench *b, const char *who, bool all, struct str ref)
{
	struct req_alerts q = {.all = all, .ref = ref};
	struct rep_alerts r;
	struct err e;

	ok(ask_alerts(b, who, &q, &r, &e));
	return r;
}

static bool acknowledge(
    struct bench *b, const char *who, int64_t alert, const char *text, struct err *e)
{
	struct req_acknowledge q = {.alert = alert, .text = str_of(text)};
	struct rep_done r;

	return ask_acknowledge(b, who, &q, &r, e);
}

/* Alerts that a step of this name raised on the record. */
static size_t raised(struct bench *b, struct str ref, const char *name)
{
	struct event_rows rows = bench_events(b, "alert.raised", ref.p);
	size_t n = 0;

	for (size_t i = 0; i < rows.n; i++)
		n += str_is(json_get_text(bench_body(b, &rows.v[i]), "name"), name);
	return n;
}

/* An urgent case: its step told the chief. */
static struct str urgent_case(struct bench *b, int number)
{
	struct str ref = engine_case(b, number, "\"kind\":\"a\"");

	engine_step(b, "c1", ref, "urgent", "{\"urgent\":\"yes\"}");
	return ref;
}

START_TEST(what_is_acknowledged_in_time_goes_no_higher)
{
	struct bench *b = engine_new();
	struct str ref = urgent_case(b, 1);
	struct rep_alerts r = alerts(b, "b1", false, ref);
	struct rep_home home;
	struct req_home hq = {0};
	struct err e;

	ck_assert_uint_eq(r.rows.n, 1);
	ck_assert(r.rows.v[0].mine && r.rows.v[0].level == 0 && !r.rows.v[0].late);
	ck_assert_str_eq(r.rows.v[0].to.v[0].p, "Chief");
	ck_assert_str_eq(r.rows.v[0].title.p, "Case 1");
	ok(ask_home(b, "b1", &hq, &home, &e));
	ck_assert_int_eq(home.alerts, 1);
	ok(ask_home(b, "c1", &hq, &home, &e));
	ck_assert_int_eq(home.alerts, 0);
	ok(acknowledge(b, "b1", r.rows.v[0].alert, "the team is told", &e));
	b->now += 3 * HOUR;
	chores(b);
	ck_assert_uint_eq(bench_events(b, "alert.raised", ref.p).n, 1);
	r = alerts(b, "c1", true, ref);
	ck_assert_uint_eq(r.rows.n, 1);
	ck_assert_str_eq(r.rows.v[0].acked_by.p, "b1");
	ck_assert_str_eq(r.rows.v[0].acked_text.p, "the team is told");
	ck_assert(!acknowledge(b, "b2", r.rows.v[0].alert, "me too", &e));
	ck_assert(says(&e, ERR_CONFLICT, "has taken note of it already"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(what_nobody_answers_goes_up_one_step_at_a_time_to_the_end_of_the_chain)
{
	struct bench *b = engine_new();
	struct str ref = urgent_case(b, 1);
	struct rep_alerts r = {0};

	for (int i = 0; i < 5; i++) {
		b->now += 2 * HOUR - 1000;
		chores(b); /* not yet */
		ck_assert_uint_eq(raised(b, ref, "urgent"), i == 0 ? 1 : 2);
		b->now += 2000;
		chores(b);
		chores(b); /* once, however often one looks */
		/* chief, judge; then the chain is at its end */
		ck_assert_uint_eq(raised(b, ref, "urgent"), 2);
		if (i == 0)
			r = alerts(b, "j1", false, ref);
	}
	ck_assert_uint_eq(r.rows.n, 1);
	ck_assert_int_eq(r.rows.v[0].level, 1);
	ck_assert_str_eq(r.rows.v[0].to.v[0].p, "Judge");
	ck_assert(has(r.rows.v[0].text, "not acknowledged in time: Urgent"));
	r = alerts(b, "c1", true, ref); /* both can be seen, and those of the clock */
	ck_assert_uint_eq(r.rows.n, 4);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(an_answer_to_one_alert_of_a_line_is_an_answer_to_all)
{
	struct bench *b = engine_new();
	struct str ref = urgent_case(b, 1);
	struct rep_alerts r;
	struct err e;

	b->now += 3 * HOUR;
	chores(b);
	r = alerts(b, "j1", false, ref);
	ck_assert(!acknowledge(b, "c2", r.rows.v[0].alert, "seen", &e));
	ck_assert(says(&e, ERR_REFUSED, "this alert is for Chief or Judge"));
	ck_assert(!acknowledge(b, "b1", r.rows.v[0].alert, " ", &e));
	ck_assert(says(&e, ERR_REFUSED, "what is done about it; say"));
	ok(acknowledge(b, "b1", r.rows.v[0].alert, "on it", &e)); /* the one below it */
	ck_assert_uint_eq(alerts(b, "b1", false, ref).rows.n, 0);
	ck_assert_uint_eq(alerts(b, "j1", false, ref).rows.n, 0);
	b->now += 10 * HOUR;
	chores(b);
	ck_assert_uint_eq(raised(b, ref, "urgent"), 2);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(a_state_that_is_not_left_in_time_is_late_and_told_once)
{
	struct bench *b = engine_new();
	struct str ref = engine_case(b, 1, "\"kind\":\"a\""), other;
	struct event_rows rows;
	struct rep_alerts r;

	b->now += DAY;
	other = engine_case(b, 2, "\"kind\":\"a\"");
	chores(b);
	ck_assert_uint_eq(bench_events(b, "record.late", "").n, 0);
	b->now += 2 * DAY;
	chores(b);
	chores(b);
	rows = bench_events(b, "record.late", "");
	ck_assert_uint_eq(rows.n, 1);
	ck_assert(str_eq(rows.v[0].record, ref) && !str_eq(ref, other));
	ck_assert_str_eq(rows.v[0].actor.p, "system");
	ck_assert_str_eq(json_get_text(bench_body(b, &rows.v[0]), "clock").p, "");
	r = alerts(b, "b1", false, ref);
	ck_assert_uint_eq(r.rows.n, 1);
	ck_assert_str_eq(r.rows.v[0].name.p, "late");
	ck_assert(has(r.rows.v[0].text, "To sort was to be left by"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(a_clock_that_ends_is_late_whatever_the_state)
{
	struct bench *b = engine_new();
	struct str ref = urgent_case(b, 1);
	struct event_rows rows;
	struct rep_record r;

	b->now += 5 * HOUR; /* the clock `quick` has four; the state has five days */
	r = bench_show(b, "c2", ref);
	ck_assert_uint_eq(r.clocks.n, 2);
	ck_assert(r.clocks.v[0].late != r.clocks.v[1].late);
	chores(b);
	chores(b);
	rows = bench_events(b, "record.late", ref.p);
	ck_assert_uint_eq(rows.n, 1);
	ck_assert_str_eq(json_get_text(bench_body(b, &rows.v[0]), "clock").p, "quick");
	r = bench_show(b, "c2", ref);
	ck_assert(has(r.history.v[0].text, "told Chief: late: Quick ended at") ||
		  has(r.history.v[1].text, "told Chief: late: Quick ended at"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(alerts_come_a_page_at_a_time)
{
	struct bench *b = engine_new();
	struct req_alerts q = {.limit = 2};
	struct rep_alerts r;
	struct err e;
	size_t n = 0;

	for (int i = 0; i < 5; i++)
		urgent_case(b, i);
	do {
		ok(ask_alerts(b, "b1", &q, &r, &e));
		n += r.rows.n;
		q.after = r.next;
	} while (r.next);
	ck_assert_uint_eq(n, 5);
	q = (struct req_alerts){.limit = 101};
	ck_assert(!ask_alerts(b, "b1", &q, &r, &e) && e.kind == ERR_USAGE);
	q = (struct req_alerts){.ref = STR("C-77")};
	ck_assert(!ask_alerts(b, "b1", &q, &r, &e) && e.kind == ERR_NOT_FOUND);
	ck_assert(!ask_alerts(b, "admin", &q, &r, &e) && e.kind == ERR_REFUSED);
	bench_close(b);
}
END_TEST

/* More exhausted lines than the store hands out at once: a new one must not wait for ever. */
START_TEST(lines_at_their_end_do_not_hide_others)
{
	struct bench *b = engine_new();
	struct str last;
	size_t before;

	for (int i = 0; i < 110; i++)
		urgent_case(b, i);
	for (int i = 0; i < 8; i++) {
		b->now += 2 * HOUR + 1000;
		chores(b);
	}
	ck_assert_uint_eq(bench_events(b, "alert.raised", "").n >= 220, true);
	last = urgent_case(b, 500);
	b->now += 2 * HOUR + 1000;
	before = bench_events(b, "alert.raised", last.p).n;
	ck_assert_uint_eq(before, 1);
	for (int i = 0; i < 4; i++)
		chores(b);
	ck_assert_uint_eq(bench_events(b, "alert.raised", last.p).n, 2);
	bench_close(b);
}
END_TEST

Suite *suite_review_alerts(void)
{
	const TTest *const tests[] = {
	    what_is_acknowledged_in_time_goes_no_higher,
	    what_nobody_answers_goes_up_one_step_at_a_time_to_the_end_of_the_chain,
	    an_answer_to_one_alert_of_a_line_is_an_answer_to_all,
	    a_state_that_is_not_left_in_time_is_late_and_told_once,
	    a_clock_that_ends_is_late_whatever_the_state,
	    alerts_come_a_page_at_a_time,
	    lines_at_their_end_do_not_hide_others,
	};
	return bench_suite("review/alerts", tests, COUNT(tests));
}
