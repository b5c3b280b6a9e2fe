/* SPDX-License-Identifier: MIT */
/* Finding the service, starting it, and coming back to it. */
#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "support/service.h"

static bool try_open(const struct service *s, client_start_fn start, int ms, struct err *e)
{
	const struct client_options o = {
	    .db = s->db, .front = "cli", .start = start, .connect_ms = ms};
	struct client *c;

	if (!client_open(&o, &c, e))
		return false;
	client_close(c);
	return true;
}

START_TEST(a_missing_database_is_named_with_what_to_do)
{
	struct service s = {.db = "/tmp/lookback-no-such/review.db"};
	struct err e = {0};

	ck_assert(!try_open(&s, serve_start, 0, &e));
	ck_assert_int_eq(e.kind, ERR_IO);
	ck_assert_ptr_nonnull(strstr(e.text, "no database /tmp/lookback-no-such/review.db"));
	ck_assert_ptr_nonnull(strstr(e.text, "lookback init"));
}
END_TEST

START_TEST(without_a_starter_a_service_must_be_running)
{
	struct service s;
	struct err e = {0};

	service_new(&s);
	ck_assert(!try_open(&s, NULL, 0, &e));
	ck_assert_int_eq(e.kind, ERR_IO);
	ck_assert_ptr_nonnull(strstr(e.text, "no service is running"));
	service_end(&s);
}
END_TEST

static bool never_ready(void *ctx, const char *db, struct err *e)
{
	(void)ctx;
	return err_set(e, ERR_CONFLICT, "%s is just being opened", db);
}

static bool cannot_start(void *ctx, const char *db, struct err *e)
{
	(void)ctx;
	return err_set(e, ERR_CORRUPT, "%s is damaged", db);
}

START_TEST(a_service_that_does_not_come_is_not_waited_for_for_ever)
{
	struct service s;
	struct err e = {0};

	service_new(&s);
	ck_assert(!try_open(&s, never_ready, 50, &e));
	ck_assert_int_eq(e.kind, ERR_IO);
	ck_assert_ptr_nonnull(strstr(e.text, "did not come in time"));
	ck_assert_ptr_nonnull(strstr(e.text, "just being opened"));
	service_end(&s);
}
END_TEST

START_TEST(why_a_service_cannot_start_is_said_at_once)
{
	struct service s;
	struct err e = {0};

	service_new(&s);
	ck_assert(!try_open(&s, cannot_start, 0, &e));
	ck_assert_int_eq(e.kind, ERR_CORRUPT);
	ck_assert_ptr_nonnull(strstr(e.text, "is damaged"));
	service_end(&s);
}
END_TEST

START_TEST(a_file_that_is_no_database_is_refused_by_the_started_service)
{
	struct service s;
	struct err e = {0};
	FILE *f;

	service_new(&s);
	f = fopen(s.db, "w");
	fputs("this is a letter and no database, as one can see from its first line\n", f);
	fclose(f);
	ck_assert(!try_open(&s, serve_start, 0, &e));
	ck_assert_uint_gt(strlen(e.text), 10);
	ck_assert_int_eq(err_exit(e.kind), 7);
	service_end(&s);
}
END_TEST

START_TEST(the_welcome_says_who_one_is)
{
	struct service s;
	struct client *c;

	service_new(&s);
	c = service_client(&s, NULL, true);
	service_people(c, 1);
	ck_assert_uint_gt(client_welcome(c)->user.n, 0);
	ck_assert(client_welcome(c)->training);
	client_close(c);
	c = service_client(&s, "r00", true);
	ck_assert(str_is(client_welcome(c)->user, "r00"));
	client_close(c);
	service_wait_gone(&s);
	service_end(&s);
}
END_TEST

START_TEST(an_unknown_account_is_told_so)
{
	struct service s;
	struct client_options o = {.db = s.db, .front = "cli", .as = "nobody-here"};
	struct client *c;
	struct err e = {0};

	service_new(&s);
	service_run(&s);
	ck_assert(!client_open(&o, &c, &e));
	ck_assert_int_eq(e.kind, ERR_REFUSED);
	ck_assert_ptr_nonnull(strstr(e.text, "nobody-here"));
	service_end(&s);
}
END_TEST

/* Each note is acknowledged, then the service is killed; the log must hold each once, in
 * order. */
START_TEST(a_killed_service_is_started_again_and_loses_nothing)
{
	enum { KILLS = 12 };
	struct service s;
	struct client *c;
	struct arena a = {0};
	struct rep_record r;
	struct rep_events got;
	struct err e = {0};

	service_new(&s);
	c = service_client(&s, NULL, true);
	service_people(c, 1);
	service_import(c, 0, 3);
	client_close(c);
	c = service_client(&s, "r00", true);
	ck_assert(ask_next(c, &a, &(struct req_next){.wire_ = 0}, &r, &e));
	for (int i = 0; i < KILLS; i++) {
		struct req_note q = {.ref = r.ref, .text = arena_printf(&a, "note %d", i)};
		struct rep_done done;
		ck_assert_msg(ask_note(c, &a, &q, &done, &e), "%s", e.text);
		ck_assert_int_eq(kill(service_pid(c), SIGKILL), 0);
	}
	client_close(c);
	c = service_client(&s, "audit", true);
	got = service_events(&a, c, "note.added");
	ck_assert_uint_eq(got.rows.n, KILLS);
	for (size_t i = 0; i < got.rows.n; i++)
		ck_assert(str_eq(json_get_text(got.rows.v[i].body, "text"),
		    arena_printf(&a, "note %zu", i)));
	client_close(c);
	arena_clear(&a);
	service_wait_gone(&s);
	service_end(&s);
}
END_TEST

/* Killed with requests under way: some were done, some not, and each is in the log once. */
START_TEST(a_service_killed_in_the_middle_of_it_acts_once)
{
	enum { ROUNDS = 8, N = 8 };
	struct service s;
	struct client *c;
	struct arena a = {0};
	struct rep_record r;
	struct err e = {0};

	service_new(&s);
	c = service_client(&s, NULL, true);
	service_people(c, 1);
	service_import(c, 0, 3);
	client_close(c);
	c = service_client(&s, "r00", true);
	ck_assert(ask_next(c, &a, &(struct req_next){.wire_ = 0}, &r, &e));
	for (int i = 0; i < ROUNDS; i++) {
		struct client_ticket t[N];
		for (int k = 0; k < N; k++) {
			struct req_note q = {
			    .ref = r.ref, .text = arena_printf(&a, "note %d", i * N + k)};
			ck_assert(client_send(c, MSG_note, &q, &t[k], &e));
			if (k == i)
				ck_assert_int_eq(kill(service_pid(c), SIGKILL), 0);
		}
		for (int k = 0; k < N; k++)
			ck_assert_msg(
			    client_receive(c, &a, &t[k], NULL, NULL, &e), "%s", e.text);
	}
	client_close(c);
	c = service_client(&s, "audit", true);
	ck_assert_uint_eq(service_events(&a, c, "note.added").rows.n, ROUNDS * N);
	client_close(c);
	arena_clear(&a);
	service_wait_gone(&s);
	service_end(&s);
}
END_TEST

Suite *suite_client_find(void);

Suite *suite_client_find(void)
{
	const TTest *const tests[] = {a_missing_database_is_named_with_what_to_do,
	    without_a_starter_a_service_must_be_running,
	    a_service_that_does_not_come_is_not_waited_for_for_ever,
	    why_a_service_cannot_start_is_said_at_once,
	    a_file_that_is_no_database_is_refused_by_the_started_service,
	    the_welcome_says_who_one_is, an_unknown_account_is_told_so,
	    a_killed_service_is_started_again_and_loses_nothing,
	    a_service_killed_in_the_middle_of_it_acts_once};
	Suite *s = suite_create("client/find");
	TCase *t = tcase_create("find");

	for (size_t i = 0; i < sizeof(tests) / sizeof(tests[0]); i++)
		tcase_add_test(t, tests[i]);
	suite_add_tcase(s, t);
	return s;
}
