/* SPDX-License-Identifier: MIT */
#include "review/bench.h"

Suite *suite_review_hello(void);

START_TEST(the_welcome_says_who_one_is_and_what_one_may)
{
	struct bench *b = bench_new(0);
	struct req_hello q = {.front = STR("tui")};
	struct rep_welcome r;
	struct err e;

	ok(ask_hello(b, "s02", &q, &r, &e));
	ck_assert_str_eq(r.user.p, "s02");
	ck_assert_str_eq(r.full.p, "S. Number 2");
	ck_assert_uint_eq(r.roles.n, 1);
	ck_assert_str_eq(r.roles.v[0].p, "Supervisor");
	ck_assert(str_has(r.rights, STR("read")) && str_has(r.rights, STR("assign")));
	ck_assert(!str_has(r.rights, STR("users")));
	ck_assert_str_eq(r.marking.p, "OFFICIAL-SENSITIVE");
	ck_assert(r.training && r.columns.n == 9 && r.damage.n == 0);
	ck_assert_str_eq(r.columns.v[0].name.p, "ref");
	ck_assert_uint_eq(bench_events(b, "session.opened", "").n, 1);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(a_stranger_and_a_closed_account_are_told_whom_to_ask)
{
	struct bench *b = bench_new(0);
	struct req_hello q = {.front = STR("cli")};
	struct req_user_disable gone = {.name = STR("r05"), .reason = STR("left the force")};
	struct rep_welcome r;
	struct rep_done done;
	struct err e;

	ck_assert(!ask_hello(b, "nobody", &q, &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "nobody has no account"));
	ck_assert(says(&e, ERR_REFUSED, "ask an administrator"));
	ok(ask_user_disable(b, "admin", &gone, &done, &e));
	ck_assert(!ask_hello(b, "r05", &q, &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "the account r05 is closed; ask an administrator"));
	bench_close(b);
}
END_TEST

START_TEST(acting_for_another_is_the_owners_alone_and_logged)
{
	struct bench *b = bench_new(0);
	struct req_hello q = {.front = STR("demo"), .as = STR("r01")};
	struct rep_welcome r;
	struct event_rows rows;
	struct err e;

	ck_assert(!ask_hello(b, "s01", &q, &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "owner of the database alone"));
	b->owner = true;
	ok(ask_hello(b, "admin", &q, &r, &e));
	ck_assert_str_eq(r.user.p, "r01");
	rows = bench_events(b, "session.opened", "");
	ck_assert_uint_eq(rows.n, 1);
	ck_assert_str_eq(rows.v[0].actor.p, "r01");
	ck_assert(has(rows.v[0].body, "\"as\":\"admin\""));
	bench_close(b);
}
END_TEST

START_TEST(a_front_end_of_no_kind_is_a_fault)
{
	struct bench *b = bench_new(0);
	struct req_hello q = {.front = STR("web")};
	struct rep_welcome r;
	struct err e;

	ck_assert(!ask_hello(b, "r01", &q, &r, &e));
	ck_assert(says(&e, ERR_USAGE, "tui, cli or demo"));
	bench_close(b);
}
END_TEST

START_TEST(concealing_and_opening_the_screen_are_events)
{
	struct bench *b = bench_new(0);
	struct req_lock lock = {.locked = true}, unlock = {0};
	struct rep_done r;
	struct err e;

	ok(ask_lock(b, "r01", &lock, &r, &e));
	ok(ask_lock(b, "r01", &unlock, &r, &e));
	ck_assert_uint_eq(bench_events(b, "session.locked", "").n, 1);
	ck_assert_uint_eq(bench_events(b, "session.unlocked", "").n, 1);
	bench_close(b);
}
END_TEST

START_TEST(the_start_screen_adds_up)
{
	struct bench *b = bench_new(30);
	struct req_home q = {0};
	struct rep_home r;
	struct rep_record held = bench_next(b, "t01");
	struct req_defer aside = {.until = STR("+3d"), .reason = STR("waiting for a file")};
	struct rep_done done;
	struct err e;
	int64_t states = 0;

	aside.ref = bench_next(b, "t01").ref;
	ok(ask_defer(b, "t01", &aside, &done, &e));
	bench_triage(b, "t01", bench_next(b, "t01").ref);
	ok(ask_home(b, "t01", &q, &r, &e));
	ck_assert_uint_eq(r.mine.n, 1);
	ck_assert(str_eq(r.mine.v[0].ref, held.ref) && r.mine.v[0].mine);
	ck_assert_uint_eq(r.queues.n, 1);
	ck_assert_str_eq(r.queues.v[0].queue.p, "triage_officer");
	ck_assert_int_eq(r.queues.v[0].waiting, 27);
	ck_assert_int_eq(r.queues.v[0].held, 1);
	for (size_t i = 0; i < r.states.n; i++)
		states += r.states.v[i].n;
	ck_assert_int_eq(r.total, 30);
	ck_assert_int_eq(states, 30);
	ck_assert_int_eq(r.deferred, 1);
	ck_assert_int_eq(r.unopened, 27);
	ck_assert_int_eq(r.today, 1);
	ck_assert_int_eq(r.late, 0);
	b->now += 40 * (int64_t)86400000;
	ok(ask_home(b, "t01", &q, &r, &e));
	ck_assert_int_eq(r.late, 30 - 1); /* green has thirty working days */
	ck_assert_int_eq(r.today, 0);
	bench_close(b);
}
END_TEST

START_TEST(the_start_screen_of_who_reads_no_cases_is_empty)
{
	struct bench *b = bench_new(5);
	struct req_home q = {0};
	struct rep_home r;
	struct err e;

	ok(ask_home(b, "admin", &q, &r, &e));
	ck_assert(r.total == 0 && r.mine.n == 0 && r.queues.n == 0 && r.states.n == 0);
	bench_close(b);
}
END_TEST

Suite *suite_review_hello(void)
{
	const TTest *const tests[] = {
	    the_welcome_says_who_one_is_and_what_one_may,
	    a_stranger_and_a_closed_account_are_told_whom_to_ask,
	    acting_for_another_is_the_owners_alone_and_logged,
	    a_front_end_of_no_kind_is_a_fault,
	    concealing_and_opening_the_screen_are_events,
	    the_start_screen_adds_up,
	    the_start_screen_of_who_reads_no_cases_is_empty,
	};
	return bench_suite("review/hello", tests, COUNT(tests));
}
