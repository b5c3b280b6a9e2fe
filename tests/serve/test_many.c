/* SPDX-License-Identifier: MIT */
/* Many processes at once: what is promised to each holds for all. */
#include <check.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/service.h"

enum { RECORDS = 300, LINE = 16 };

/* One person in a process of their own: takes the next case until there is none and says
 * which. A line is shorter than PIPE_BUF, so lines of many writers do not mix. */
static int take_all(const struct service *s, int who, int out)
{
	char as[16];
	struct client_options o = {.db = s->db, .front = "cli", .as = as};
	struct client *c;
	struct arena a = {0};
	struct err e = {0};
	bool more = true;

	snprintf(as, sizeof(as), "r%02d", who);
	if (!client_open(&o, &c, &e))
		return 1;
	while (more) {
		struct rep_record r;
		char line[LINE] = {0};
		more = ask_next(c, &a, &(struct req_next){.wire_ = 0}, &r, &e);
		if (!more)
			break;
		snprintf(line, sizeof(line), "%s", r.ref.p);
		if (!str_is(r.holder, as) || write(out, line, LINE) != LINE)
			return 2;
		arena_clear(&a);
	}
	client_close(c);
	return e.kind == ERR_NO ? 0 : 3;
}

static void collect(int in, int seen[RECORDS])
{
	char line[LINE];
	int n;

	while (read(in, line, LINE) == LINE) {
		ck_assert_msg(sscanf(line, "DVDS-T%5d", &n) == 1 && n < RECORDS, "%s", line);
		seen[n]++;
	}
}

static void drain(int people)
{
	struct service s;
	struct client *c;
	int ends[2], seen[RECORDS] = {0}, status;

	service_new(&s);
	service_run(&s);
	c = service_client(&s, NULL, false);
	service_people(c, people);
	service_import(c, 0, RECORDS);
	client_close(c);
	ck_assert_int_eq(pipe(ends), 0);
	for (int i = 0; i < people; i++)
		if (fork() == 0)
			_exit(take_all(&s, i, ends[1]));
	close(ends[1]);
	collect(ends[0], seen);
	for (int i = 0; i < people; i++) {
		ck_assert_int_gt(wait(&status), 0);
		ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 0, "%x", status);
	}
	for (int i = 0; i < RECORDS; i++)
		ck_assert_msg(seen[i] == 1, "record %d was served %d times", i, seen[i]);
	service_end(&s);
}

START_TEST(two_processes_are_served_every_record_once)
{
	drain(2);
}
END_TEST

START_TEST(forty_five_processes_are_served_every_record_once)
{
	drain(45);
}
END_TEST

/* What the log says must be what the clients were told. */
START_TEST(what_was_served_is_in_the_log)
{
	struct service s;
	struct client *c, *audit;
	struct arena a = {0};
	struct rep_events claimed, viewed;

	service_new(&s);
	service_run(&s);
	c = service_client(&s, NULL, false);
	service_people(c, 2);
	service_import(c, 0, 20);
	client_close(c);
	c = service_client(&s, "r01", false);
	for (int i = 0; i < 20; i++) {
		struct rep_record r;
		struct err e = {0};
		ck_assert(ask_next(c, &a, &(struct req_next){.wire_ = 0}, &r, &e));
	}
	audit = service_client(&s, "audit", false);
	claimed = service_events(&a, audit, "record.claimed");
	viewed = service_events(&a, audit, "record.viewed");
	ck_assert_uint_eq(claimed.rows.n, 20);
	ck_assert_uint_eq(viewed.rows.n, 20);
	for (size_t i = 0; i < 20; i++) {
		ck_assert(str_eq(claimed.rows.v[i].record, viewed.rows.v[i].record));
		ck_assert(str_is(claimed.rows.v[i].actor, "r01"));
	}
	client_close(c);
	client_close(audit);
	arena_clear(&a);
	service_end(&s);
}
END_TEST

START_TEST(two_hundred_connections_stand_in_nobodys_way)
{
	enum { CROWD = 200 };
	struct service s;
	struct client *c;
	struct err e = {0};
	int fd[CROWD];

	service_new(&s);
	service_run(&s);
	for (int i = 0; i < CROWD; i++)
		fd[i] = service_raw(&s);
	c = service_client(&s, NULL, false);
	ck_assert(client_beat(c, &e));
	for (int i = 0; i < CROWD; i++)
		raw_hello(fd[i], "");
	ck_assert(client_beat(c, &e));
	for (int i = 0; i < CROWD; i++)
		close(fd[i]);
	ck_assert(client_beat(c, &e));
	ck_assert_int_eq(client_reconnected(c), 0);
	client_close(c);
	service_end(&s);
}
END_TEST

Suite *suite_serve_many(void);

Suite *suite_serve_many(void)
{
	Suite *s = suite_create("serve/many");
	TCase *t = tcase_create("many");

	tcase_add_test(t, two_processes_are_served_every_record_once);
	tcase_add_test(t, forty_five_processes_are_served_every_record_once);
	tcase_add_test(t, what_was_served_is_in_the_log);
	tcase_add_test(t, two_hundred_connections_stand_in_nobodys_way);
	suite_add_tcase(s, t);
	return s;
}
