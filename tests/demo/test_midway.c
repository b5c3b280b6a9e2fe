/* SPDX-License-Identifier: MIT */
/* A training review as it is handed over, fresh and after weeks of work. */
#include <check.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lookback/base/io.h"
#include "lookback/demo/demo.h"
#include "support/host.h"
#include "support/proc.h"

enum { APPLICATIONS = 120 };

static char folder[512];
static struct arena life;

static void begin(void)
{
	proc_folder(folder, sizeof(folder));
}

static void end(void)
{
	proc_stop_service(arena_printf(&life, "%s/new/review.db", folder).p);
	proc_remove(folder);
	arena_clear(&life);
}

static bool make(bool midway, struct demo_made *made, struct err *e)
{
	const struct demo_options o = {
	    .dir = arena_printf(&life, "%s/new/", folder).p,
	    .applications = APPLICATIONS,
	    .seed = 2,
	    .stage = midway ? DEMO_MIDWAY : DEMO_FRESH,
	    .owner = test_host.account(&life),
	    .create = test_host.create,
	    .start = test_host.start,
	};

	return demo_make(&life, &o, made, e);
}

static void make_well(bool midway, struct demo_made *made)
{
	struct err e = {0};

	ck_assert_msg(make(midway, made, &e), "%s", e.text);
}

static struct client *open_as(const struct demo_made *made, const char *who)
{
	const struct client_options o = {
	    .db = made->db, .front = "cli", .as = who, .start = test_host.start};
	struct client *c = NULL;
	struct err e = {0};

	ck_assert_msg(client_open(&o, &c, &e), "%s", e.text);
	return c;
}

static int64_t count(struct client *c, const char *expr)
{
	const struct req_count q = {.expr = str_of(expr)};
	struct rep_count r;
	struct err e = {0};

	ck_assert_msg(ask_count(c, &life, &q, &r, &e), "%s", e.text);
	return r.count;
}

START_TEST(a_fresh_review_holds_every_application_once_and_a_whole_team)
{
	const struct req_user_list q = {0};
	struct rep_users users;
	struct demo_made made;
	struct client *c;
	struct err e = {0};
	struct stat st;
	int reviewers = 0;

	make_well(false, &made);
	ck_assert_int_eq(made.added[0] + made.added[1], APPLICATIONS);
	ck_assert_int_eq(made.added[1], 6);
	ck_assert_int_eq(stat(arena_printf(&life, "%s/new", folder).p, &st), 0);
	ck_assert_int_eq(st.st_mode & 0777, 0700);
	c = open_as(&made, "s1");
	ck_assert_int_eq(count(c, ""), APPLICATIONS);
	ck_assert_int_eq(count(c, "state:triage"), APPLICATIONS);
	client_close(c);
	c = open_as(&made, NULL);
	ck_assert_msg(ask_user_list(c, &life, &q, &users, &e), "%s", e.text);
	for (size_t i = 0; i < users.rows.n; i++)
		reviewers += str_has(users.rows.v[i].roles, STR("reviewer"));
	ck_assert_int_eq(reviewers, DEMO_REVIEWERS);
	ck_assert(str_is(users.rows.v[0].name, "r01")); /* the owner's name sorts behind */
	ck_assert_uint_gt(users.rows.v[0].full.n, 4);
	client_close(c);
}
END_TEST

START_TEST(nothing_that_is_there_is_overwritten)
{
	struct demo_made made;
	struct err e = {0};
	struct str before, after;
	const char *dir = arena_printf(&life, "%s/new", folder).p;
	const char *file = arena_printf(&life, "%s/extract-1.csv", dir).p;
	const char *db = arena_printf(&life, "%s/review.db", dir).p;

	ck_assert_int_eq(mkdir(dir, 0700), 0);
	ck_assert(io_write(file, STR("mine\n"), &e));
	ck_assert(!make(false, &made, &e));
	ck_assert_int_eq(e.kind, ERR_REFUSED);
	ck_assert(io_read(&life, file, 100, &after, &e) && str_is(after, "mine\n"));
	ck_assert_int_eq(access(db, F_OK), -1);
	ck_assert_int_eq(unlink(file), 0);
	make_well(false, &made);
	proc_stop_service(db);
	ck_assert(io_read(&life, db, 1 << 28, &before, &e));
	ck_assert(!make(false, &made, &e));
	ck_assert_int_eq(e.kind, ERR_REFUSED);
	ck_assert(io_read(&life, db, 1 << 28, &after, &e) && str_eq(before, after));
}
END_TEST

/* A reader whose answers were locked is done with the case, whoever reads it after. */
static bool decides(const struct part_event *ev)
{
	return !str_is(ev->type, "seat.locked") || json_get_int(ev->body, "next", 0) > 0;
}

static int64_t events_of(struct client *audit, const char *type, struct strs *people)
{
	struct req_log q = {.type = str_of(type), .limit = 200};
	struct rep_events r;
	struct err e = {0};
	int64_t n = 0;

	do {
		ck_assert_msg(ask_log(audit, &life, &q, &r, &e), "%s", e.text);
		for (size_t i = 0; i < r.rows.n; i++) {
			if (!str_has(*people, r.rows.v[i].actor))
				*arena_push(&life, people) = r.rows.v[i].actor;
			n += decides(&r.rows.v[i]);
		}
		q.after = r.next;
	} while (r.next);
	return n;
}

/* Everybody's decisions are events by their own hand, and the whole is what it says. */
static void check_events(struct client *audit, const struct demo_made *made)
{
	struct strs people = {0};
	int64_t taken = events_of(audit, "record.moved", &people) +
			events_of(audit, "seat.locked", &people);

	ck_assert_int_eq(taken, made->triaged + made->reviewed + made->signed_off);
	ck_assert_uint_gt(people.n, 20);
}

START_TEST(a_review_midway_was_worked_on_by_the_team_itself)
{
	struct demo_made made;
	struct client *c;

	make_well(true, &made);
	ck_assert_int_eq(made.triaged, APPLICATIONS * 6 / 10);
	ck_assert_int_ge(made.reviewed, APPLICATIONS * 2 / 10);
	ck_assert_int_ge(made.signed_off, APPLICATIONS * 8 / 100);
	c = open_as(&made, "s1");
	ck_assert_int_eq(count(c, "state:triage"), APPLICATIONS - made.triaged);
	ck_assert_int_gt(count(c, "band:green"), count(c, "band:amber"));
	ck_assert_int_gt(count(c, "state:(closed_no_failure, failure_found)"), 0);
	ck_assert_int_ge(count(c, "has:holder state:triage"), made.held);
	ck_assert_int_ge(made.held, 8);
	/* the forms of those are half done */
	ck_assert_int_ge(count(c, "has:holder state:triage has:route_seen -has:urgent"), 8);
	client_close(c);
	c = open_as(&made, "v1");
	check_events(c, &made);
	client_close(c);
}
END_TEST

START_TEST(a_review_midway_verifies)
{
	const struct req_verify q = {0};
	struct demo_made made;
	struct rep_verdict r;
	struct client *c;
	struct err e = {0};

	make_well(true, &made);
	c = open_as(&made, "v1");
	ck_assert_msg(ask_verify(c, &life, &q, &r, &e), "%s", e.text);
	ck_assert_msg(r.ok, "%.*s", STR_ARG(r.findings.n ? r.findings.v[0].text : STR("")));
	ck_assert_int_gt(r.events, 1000);
	client_close(c);
}
END_TEST

Suite *suite_demo_midway(void);

Suite *suite_demo_midway(void)
{
	Suite *s = suite_create("demo midway");
	TCase *t = tcase_create("midway");

	tcase_add_checked_fixture(t, begin, end);
	tcase_add_test(t, a_fresh_review_holds_every_application_once_and_a_whole_team);
	tcase_add_test(t, nothing_that_is_there_is_overwritten);
	tcase_add_test(t, a_review_midway_was_worked_on_by_the_team_itself);
	tcase_add_test(t, a_review_midway_verifies);
	suite_add_tcase(s, t);
	return s;
}
