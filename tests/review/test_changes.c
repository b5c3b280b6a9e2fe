/* SPDX-License-Identifier: MIT */
/* What a screen is told while somebody only looks at it. */
#include "review/engine.h"

Suite *suite_review_changes(void);

static const struct str mine = {"aaaaaaaaaaaaaaaa", 16}, theirs = {"bbbbbbbbbbbbbbbb", 16};

static struct rep_changes ask(struct bench *b, const char *who, struct req_changes q)
{
	struct rep_changes r;
	struct str was = b->session;
	struct err e;

	b->session = mine;
	ok(ask_changes(b, who, &q, &r, &e));
	b->session = was;
	return r;
}

static struct strs one(struct bench *b, struct str ref)
{
	struct strs refs = {0};

	*arena_push(&b->arena, &refs) = ref;
	return refs;
}

static void note(struct bench *b, const char *who, struct str ref, const char *text)
{
	struct req_note q = {.ref = ref, .text = str_of(text)};
	struct rep_done done;
	struct err e;

	ok(ask_note(b, who, &q, &done, &e));
}

START_TEST(what_others_did_is_told_without_what_they_said)
{
	struct bench *b = bench_new(3);
	struct str ref = STR("DVDS-00001");
	struct rep_changes r = ask(b, "s01", (struct req_changes){0});
	struct req_changes q = {.after = r.seq, .refs = one(b, ref)};

	ck_assert(r.seq == bench_head(b) && r.changes.n == 0);
	b->session = theirs;
	bench_show(b, "t02", ref); /* looking is no change */
	note(b, "t02", STR("DVDS-00002"), "elsewhere");
	ck_assert_uint_eq(ask(b, "s01", q).changes.n, 0);
	bench_claim(b, "t01", ref);
	note(b, "t01", ref, "zebra");
	b->session = mine;
	note(b, "s01", ref, "my own");
	r = ask(b, "s01", q);
	ck_assert_uint_eq(r.changes.n, 1);
	ck_assert_str_eq(r.changes.v[0].record.p, ref.p);
	ck_assert_str_eq(r.changes.v[0].by.p, "t01");
	ck_assert_str_eq(r.changes.v[0].text.p, "added a note");
	ck_assert_int_eq(r.changes.v[0].n, 2);
	ck_assert_int_eq(r.seq, bench_head(b));
	q.after = r.seq;
	ck_assert_uint_eq(ask(b, "s01", q).changes.n, 0);
	bench_close(b);
}
END_TEST

START_TEST(asking_writes_nothing_and_keeps_no_claim)
{
	struct bench *b = bench_new(2);
	struct str ref = bench_next(b, "t01").ref;
	struct req_changes q = {.after = 1, .refs = one(b, ref), .home = true, .heard = 1};
	int64_t head = bench_head(b);

	for (int i = 0; i < 40; i++) {
		b->now += 30 * 60000;
		ck_assert_int_eq(ask(b, "t01", q).seq, head);
	}
	bench_begin(b, "system");
	ck_assert_int_ge(review_chores(b->rv, &b->arena, b->now), 1);
	bench_end(b);
	ck_assert_uint_eq(bench_events(b, "claim.expired", ref.p).n, 1);
	ck_assert_str_eq(
	    ask(b, "t01", q).changes.v[0].text.p, "ended a claim: silent too long");
	ck_assert_uint_eq(ask(b, "t01", q).changes.v[0].by.n, 0);
	bench_close(b);
}
END_TEST

START_TEST(rows_of_a_list_come_anew_or_have_left_it)
{
	struct bench *b = bench_new(3);
	struct str stays = STR("DVDS-00001"), goes = STR("DVDS-00002");
	struct req_changes q = {.after = bench_head(b),
	    .refs = one(b, stays),
	    .rows = true,
	    .expr = STR("state:triage or late:yes")};
	struct event_rows logged;
	struct rep_changes r;

	*arena_push(&b->arena, &q.refs) = goes;
	bench_claim(b, "t01", stays);
	bench_triage(b, "t02", goes);
	r = ask(b, "s01", q);
	ck_assert_uint_eq(r.rows.n, 1);
	ck_assert_str_eq(r.rows.v[0].ref.p, stays.p);
	ck_assert_str_eq(r.rows.v[0].holder.p, "t01");
	ck_assert(r.rows.v[0].cells.n > 0);
	ck_assert_uint_eq(r.left.n, 1);
	ck_assert_str_eq(r.left.v[0].p, goes.p);
	logged = bench_events(b, "list.read", NULL);
	ck_assert(has(logged.v[logged.n - 1].body, "\"refs\":[\"DVDS-00001\"]"));
	q.after = r.seq;
	ck_assert_uint_eq(ask(b, "s01", q).rows.n, 0);
	ck_assert_uint_eq(bench_events(b, "list.read", NULL).n, logged.n);
	bench_close(b);
}
END_TEST

START_TEST(a_hidden_record_has_left_like_one_that_never_was)
{
	struct bench *b = bench_new(10); /* 7 is H07's, and so is no record for h07 */
	struct req_changes q = {.after = 1, .refs = one(b, STR("DVDS-00007")), .below = true};
	struct rep_changes r;

	*arena_push(&b->arena, &q.refs) = STR("DVDS-99997");
	note(b, "t01", STR("DVDS-00007"), "zebra");
	r = ask(b, "h07", q);
	ck_assert(r.left.n == 2 && r.changes.n == 0);
	ck_assert_uint_eq(ask(b, "t01", q).changes.n, 1);
	r = ask(b, "admin", q); /* sees no case: nothing changes, and that is no refusal */
	ck_assert(r.left.n == 0 && r.changes.n == 0 && r.seq == bench_head(b));
	ck_assert_uint_eq(bench_events(b, "request.refused", NULL).n, 0);
	for (int i = 0; i < 301; i++)
		*arena_push(&b->arena, &q.refs) = STR("DVDS-00001");
	{
		struct err e;
		ck_assert(!ask_changes(b, "t01", &q, &r, &e) && e.kind == ERR_USAGE);
	}
	bench_close(b);
}
END_TEST

START_TEST(a_new_alert_and_what_hangs_under_a_record_are_told)
{
	struct bench *b = engine_new();
	struct str ref = engine_case(b, 1, "\"kind\":\"a\"");
	struct req_changes q = {
	    .after = bench_head(b), .heard = bench_head(b), .refs = one(b, ref), .below = true};
	struct req_safeguard danger = {.ref = ref, .text = STR("zebra")};
	struct rep_changes r;
	struct rep_moved moved;
	struct err e;

	ok(ask_safeguard(b, "c1", &danger, &moved, &e));
	r = ask(b, "b1", q);
	ck_assert_uint_eq(r.alerts.n, 1);
	ck_assert_uint_eq(r.changes.n, 1); /* the action under it, opened, with its alert */
	ck_assert(!str_eq(r.changes.v[0].record, ref) && r.changes.v[0].n == 2);
	ck_assert_int_eq(r.waiting, 1);
	ck_assert_int_eq(ask(b, "b1", (struct req_changes){0}).waiting, 1);
	ck_assert_uint_eq(ask(b, "c1", q).alerts.n, 0);
	ck_assert_int_eq(ask(b, "c1", q).waiting, 0);
	q.heard = r.seq;
	ck_assert_uint_eq(ask(b, "b1", q).alerts.n, 0);
	bench_close(b);
}
END_TEST

START_TEST(the_start_screen_hears_of_changes_and_of_what_one_was_given)
{
	struct bench *b = bench_new(2);
	struct req_changes q = {.after = bench_head(b), .home = true};
	struct req_assign give = {.ref = STR("DVDS-00001"), .to = STR("t02")};
	struct req_home numbers = {.numbers = true};
	struct rep_home home;
	struct rep_done done;
	struct err e;
	int64_t head;

	ck_assert(!ask(b, "t02", q).other && ask(b, "t02", q).held == 0);
	ok(ask_assign(b, "s01", &give, &done, &e));
	ck_assert(ask(b, "t02", q).other && ask(b, "t02", q).held == 1);
	head = bench_head(b);
	ok(ask_home(b, "t02", &numbers, &home, &e));
	ck_assert(home.mine.n == 0 && home.total == 2 && home.queues.n > 0);
	ck_assert_int_eq(bench_head(b), head);
	bench_close(b);
}
END_TEST

START_TEST(a_screen_hears_of_what_it_is_about_and_of_nothing_else)
{
	static const char *const screens[] = {
	    "alerts", "board", "overrides", "quality", "questions", "registers", "views"};
	struct bench *b = bench_new(2);
	struct req_view_save save = {.name = STR("mine"), .expr = STR("late:yes")};
	struct req_changes q = {.after = bench_head(b)};
	struct rep_changes r;
	struct rep_done done;
	struct err e;

	b->session = theirs;
	ok(ask_view_save(b, "t01", &save, &done, &e));
	for (size_t i = 0; i < COUNT(screens); i++) {
		q.about = str_of(screens[i]);
		ck_assert(ask(b, "s01", q).other == str_is(q.about, "views"));
	}
	q.after = bench_head(b);
	note(b, "t01", STR("DVDS-00001"), "zebra");
	for (size_t i = 0; i < COUNT(screens); i++) {
		q.about = str_of(screens[i]);
		ck_assert(ask(b, "s01", q).other == (i == 1 || i == 3 || i == 5));
		ck_assert(!ask(b, "admin", q).other);
	}
	q.about = STR("weather");
	ck_assert(!ask_changes(b, "s01", &q, &r, &e) && e.kind == ERR_USAGE);
	bench_close(b);
}
END_TEST

START_TEST(what_came_to_a_list_is_told_where_all_of_it_is_known)
{
	struct bench *b = bench_new(8); /* 7 is H07's */
	struct req_changes q = {.after = bench_head(b),
	    .refs = one(b, STR("DVDS-00001")),
	    .rows = true,
	    .expr = STR("holder:t01")};

	b->session = theirs;
	bench_claim(b, "t01", STR("DVDS-00002"));
	note(b, "t01", STR("DVDS-00002"), "zebra");
	note(b, "t01", STR("DVDS-00003"), "does not match");
	ck_assert_uint_eq(ask(b, "s01", q).came.n, 0);
	q.whole = true;
	ck_assert_uint_eq(ask(b, "s01", q).came.n, 1);
	ck_assert_str_eq(ask(b, "s01", q).came.v[0].p, "DVDS-00002");
	*arena_push(&b->arena, &q.refs) = STR("DVDS-00002");
	ck_assert_uint_eq(ask(b, "s01", q).came.n, 0);
	q.expr = STR("has:note");
	note(b, "t01", STR("DVDS-00007"), "not for everybody");
	ck_assert_uint_eq(ask(b, "s01", q).came.n, 2);
	ck_assert_uint_eq(ask(b, "h07", q).came.n, 1);
	bench_close(b);
}
END_TEST

Suite *suite_review_changes(void)
{
	const TTest *const tests[] = {
	    what_others_did_is_told_without_what_they_said,
	    asking_writes_nothing_and_keeps_no_claim,
	    rows_of_a_list_come_anew_or_have_left_it,
	    a_hidden_record_has_left_like_one_that_never_was,
	    a_new_alert_and_what_hangs_under_a_record_are_told,
	    a_screen_hears_of_what_it_is_about_and_of_nothing_else,
	    what_came_to_a_list_is_told_where_all_of_it_is_known,
	    the_start_screen_hears_of_changes_and_of_what_one_was_given,
	};
	return bench_suite("review/changes", tests, COUNT(tests));
}
