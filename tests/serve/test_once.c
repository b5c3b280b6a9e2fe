/* SPDX-License-Identifier: MIT */
/* A request id acts once, whoever repeats it, on whatever connection. */
#include <check.h>
#include <string.h>
#include <unistd.h>

#include "support/service.h"

struct scene {
	struct service s;
	struct client *audit;
	struct arena a;
};

static void begin(struct scene *x)
{
	struct client *owner;

	memset(x, 0, sizeof(*x));
	service_new(&x->s);
	service_run(&x->s);
	owner = service_client(&x->s, NULL, false);
	service_people(owner, 2);
	service_import(owner, 0, 10);
	client_close(owner);
	x->audit = service_client(&x->s, "audit", false);
}

static void end(struct scene *x)
{
	client_close(x->audit);
	service_end(&x->s);
	arena_clear(&x->a);
}

static struct wire_packet ask(struct scene *x, int fd, enum msg msg, uint8_t id, const void *q)
{
	const uint8_t whole[WIRE_ID] = {id, 1};
	struct wire_packet p;

	raw_put(fd, msg, whole, q, -1);
	ck_assert(raw_get(&x->a, fd, &p));
	ck_assert_mem_eq(p.id, whole, WIRE_ID);
	return p;
}

static struct str ref_of(struct scene *x, struct wire_packet p)
{
	struct rep_record r;
	struct err e = {0};

	ck_assert_msg(p.msg == MSG_R_record, "%.*s", STR_ARG(p.body));
	ck_assert(wire_read(&x->a, p.msg, p.body, &r, &e));
	return r.ref;
}

static size_t count(struct scene *x, const char *type)
{
	return service_events(&x->a, x->audit, type).rows.n;
}

static int connection(struct scene *x, const char *as)
{
	int fd = service_raw(&x->s);

	raw_hello(fd, as);
	return fd;
}

START_TEST(a_repeated_next_serves_the_same_record)
{
	const struct req_next next = {0};
	struct scene x;
	struct str first, other;
	int fd;

	begin(&x);
	fd = connection(&x, "r00");
	first = ref_of(&x, ask(&x, fd, MSG_next, 1, &next));
	ck_assert(str_eq(first, ref_of(&x, ask(&x, fd, MSG_next, 1, &next))));
	other = ref_of(&x, ask(&x, fd, MSG_next, 2, &next));
	ck_assert(!str_eq(first, other));
	close(fd);
	/* the line was cut and came back */
	fd = connection(&x, "r00");
	ck_assert(str_eq(first, ref_of(&x, ask(&x, fd, MSG_next, 1, &next))));
	ck_assert(str_eq(other, ref_of(&x, ask(&x, fd, MSG_next, 2, &next))));
	close(fd);
	/* the service died and came back */
	client_close(x.audit);
	service_kill(&x.s);
	service_run(&x.s);
	x.audit = service_client(&x.s, "audit", false);
	fd = connection(&x, "r00");
	ck_assert(str_eq(first, ref_of(&x, ask(&x, fd, MSG_next, 1, &next))));
	close(fd);
	ck_assert_uint_eq(count(&x, "record.claimed"), 2);
	end(&x);
}
END_TEST

START_TEST(a_repeated_note_is_written_once)
{
	struct scene x;
	struct req_note note = {.text = STR("Rang the applicant; no answer.")};
	int fd;

	begin(&x);
	fd = connection(&x, "r00");
	note.ref = ref_of(&x, ask(&x, fd, MSG_next, 1, &(struct req_next){.wire_ = 0}));
	for (int i = 0; i < 5; i++)
		ck_assert_int_eq(ask(&x, fd, MSG_note, 2, &note).msg, MSG_R_done);
	ck_assert_uint_eq(count(&x, "note.added"), 1);
	ck_assert_int_eq(ask(&x, fd, MSG_note, 3, &note).msg, MSG_R_done);
	ck_assert_uint_eq(count(&x, "note.added"), 2);
	close(fd);
	end(&x);
}
END_TEST

START_TEST(a_repeated_refusal_gives_the_same_reasons_and_is_one_event)
{
	struct scene x;
	const struct req_user_disable q = {.name = STR("r01"), .reason = STR("left")};
	struct wire_packet first, again;
	int fd;

	begin(&x);
	fd = connection(&x, "r00");
	first = ask(&x, fd, MSG_user_disable, 1, &q);
	again = ask(&x, fd, MSG_user_disable, 1, &q);
	ck_assert_int_eq(first.msg, MSG_R_fail);
	ck_assert(strstr(first.body.p, "\"refused\""));
	ck_assert(str_eq(first.body, again.body));
	ck_assert_uint_eq(count(&x, "request.refused"), 1);
	close(fd);
	end(&x);
}
END_TEST

START_TEST(somebody_elses_request_id_is_of_no_use)
{
	struct scene x;
	const struct req_next next = {0};
	struct wire_packet p;
	int mine, theirs;

	begin(&x);
	mine = connection(&x, "r00");
	theirs = connection(&x, "r01");
	ref_of(&x, ask(&x, mine, MSG_next, 1, &next));
	p = ask(&x, theirs, MSG_next, 1, &next);
	ck_assert_int_eq(p.msg, MSG_R_fail);
	ck_assert_uint_eq(count(&x, "record.claimed"), 1);
	close(mine);
	close(theirs);
	end(&x);
}
END_TEST

/* Requests of one connection are answered in the order in which they were sent. */
START_TEST(pipelined_requests_are_answered_in_order)
{
	struct scene x;
	int fd;

	begin(&x);
	fd = connection(&x, "r00");
	for (uint8_t i = 1; i <= 30; i++)
		raw_put(fd, i % 2 ? MSG_home : MSG_beat, (uint8_t[WIRE_ID]){i},
		    &(struct req_home){.wire_ = 0}, -1);
	for (uint8_t i = 1; i <= 30; i++) {
		struct wire_packet p;
		ck_assert(raw_get(&x.a, fd, &p));
		ck_assert_int_eq(p.id[0], i);
		ck_assert_int_eq(p.msg, i % 2 ? MSG_R_home : MSG_R_done);
	}
	close(fd);
	end(&x);
}
END_TEST

Suite *suite_serve_once(void);

Suite *suite_serve_once(void)
{
	Suite *s = suite_create("serve/once");
	TCase *t = tcase_create("once");

	tcase_add_test(t, a_repeated_next_serves_the_same_record);
	tcase_add_test(t, a_repeated_note_is_written_once);
	tcase_add_test(t, a_repeated_refusal_gives_the_same_reasons_and_is_one_event);
	tcase_add_test(t, somebody_elses_request_id_is_of_no_use);
	tcase_add_test(t, pipelined_requests_are_answered_in_order);
	suite_add_tcase(s, t);
	return s;
}
