/* SPDX-License-Identifier: MIT */
/*
 * Clients that vanish, stall, flood or send rubbish. In each test there is somebody else who
 * only wants to work, and can, on the connection he had before.
 */
#include <check.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "lookback/base/hash.h"
#include "lookback/wire/link.h"
#include "support/service.h"

struct scene {
	struct service s;
	struct client *good;
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
	service_import(owner, 0, 60);
	client_close(owner);
	x->good = service_client(&x->s, "r00", false);
}

static void end(struct scene *x)
{
	struct rep_record r;
	struct err e = {0};

	ck_assert_msg(
	    ask_next(x->good, &x->a, &(struct req_next){.wire_ = 0}, &r, &e), "%s", e.text);
	ck_assert_int_eq(client_reconnected(x->good), 0);
	client_close(x->good);
	service_end(&x->s);
	arena_clear(&x->a);
}

static struct rep_fail get_fail(struct scene *x, int fd)
{
	struct wire_packet p;
	struct rep_fail f;
	struct err e = {0};

	ck_assert(raw_get(&x->a, fd, &p));
	ck_assert_int_eq(p.msg, MSG_R_fail);
	ck_assert(wire_read(&x->a, MSG_R_fail, p.body, &f, &e));
	return f;
}

static bool is_closed(struct scene *x, int fd)
{
	struct wire_packet p;

	return !raw_get(&x->a, fd, &p);
}

START_TEST(rubbish_is_answered_with_a_sentence_and_the_connection_closed)
{
	static const char *const rubbish[] = {"x", "GET / HTTP/1.1\r\n\r\n",
	    "\x02\x02\0\0aaaaaaaaaaaaaaaa{}", "\x01\x7f\0\0aaaaaaaaaaaaaaaa{}"};
	static const size_t sizes[] = {1, 18, 22, 22};
	struct scene x;

	begin(&x);
	for (int i = 0; i < 4; i++) {
		int fd = service_raw(&x.s);
		struct rep_fail f;
		link_send(fd, (struct str){rubbish[i], sizes[i]}, -1);
		f = get_fail(&x, fd);
		ck_assert(str_is(f.kind, "input"));
		ck_assert(f.text.n > 10);
		ck_assert(is_closed(&x, fd));
		close(fd);
	}
	end(&x);
}
END_TEST

START_TEST(a_message_over_the_limit_is_refused)
{
	static char big[WIRE_MAX + 100] = {WIRE_VERSION, MSG_beat};
	struct scene x;
	int fd;

	begin(&x);
	fd = service_raw(&x.s);
	ck_assert_int_eq(link_send(fd, (struct str){big, sizeof(big)}, -1), LINK_DONE);
	ck_assert_ptr_nonnull(strstr(get_fail(&x, fd).text.p, "more than 65536 bytes"));
	ck_assert(is_closed(&x, fd));
	close(fd);
	end(&x);
}
END_TEST

START_TEST(random_packets_harm_nobody)
{
	struct scene x;
	struct dice d = dice_seed(11);
	struct err e = {0};

	begin(&x);
	for (int i = 0; i < 300; i++) {
		char packet[64];
		size_t n = 1 + dice_below(&d, sizeof(packet));
		int fd = service_raw(&x.s);
		if (i % 2)
			raw_hello(fd, "r01");
		for (size_t k = 0; k < n; k++)
			packet[k] = (char)dice_next(&d);
		if (n >= WIRE_HEAD && i % 3) {
			packet[0] = WIRE_VERSION;
			packet[1] = (char)(1 + dice_below(&d, 31));
			packet[2] = packet[3] = 0;
		}
		link_send(fd, (struct str){packet, n}, -1);
		get_fail(&x, fd);
		close(fd);
		ck_assert(i % 50 || client_beat(x.good, &e));
	}
	end(&x);
}
END_TEST

START_TEST(hello_comes_first_and_once)
{
	const uint8_t id[WIRE_ID] = {1}, zero[WIRE_ID] = {0};
	const struct req_hello hello = {.front = STR("cli")};
	const struct req_beat beat = {0};
	struct scene x;
	int fd;

	begin(&x);
	fd = service_raw(&x.s);
	raw_put(fd, MSG_beat, id, &beat, -1);
	ck_assert_ptr_nonnull(strstr(get_fail(&x, fd).text.p, "hello"));
	raw_put(fd, MSG_hello, zero, &hello, -1);
	ck_assert_ptr_nonnull(strstr(get_fail(&x, fd).text.p, "all zero"));
	raw_hello(fd, "");
	raw_put(fd, MSG_hello, id, &hello, -1);
	ck_assert_ptr_nonnull(strstr(get_fail(&x, fd).text.p, "already"));
	raw_put(fd, MSG_R_done, id, &(struct rep_done){.seq = 1}, -1);
	ck_assert_ptr_nonnull(strstr(get_fail(&x, fd).text.p, "is a reply"));
	close(fd);
	end(&x);
}
END_TEST

START_TEST(who_leaves_after_asking_loses_nothing)
{
	struct scene x;
	struct client *audit, *back;
	struct rep_events claimed;
	struct rep_home home;
	struct err e = {0};

	begin(&x);
	for (int i = 0; i < 5; i++) {
		int fd = service_raw(&x.s);
		uint8_t id[WIRE_ID];
		random_bytes(id, sizeof(id));
		raw_hello(fd, "r01");
		raw_put(fd, MSG_next, id, &(struct req_next){.wire_ = 0}, -1);
		close(fd);
	}
	/* each asked once; what was claimed is held, and nothing else */
	back = service_client(&x.s, "r01", false);
	audit = service_client(&x.s, "audit", false);
	claimed = service_events(&x.a, audit, "record.claimed");
	ck_assert(ask_home(back, &x.a, &(struct req_home){.wire_ = 0}, &home, &e));
	ck_assert_uint_eq(claimed.rows.n, 5);
	ck_assert_uint_eq(home.mine.n, 5);
	client_close(back);
	client_close(audit);
	end(&x);
}
END_TEST

/* Sends until the other end takes no more; true when the connection was closed on us. */
static bool flood(int fd)
{
	struct arena a = {0};
	struct pollfd p = {.fd = fd, .events = POLLOUT};
	const struct req_list q = {.limit = 60};
	struct str packet;
	struct err e = {0};
	uint8_t id[WIRE_ID];

	for (int i = 0; i < 100000; i++) {
		random_bytes(id, sizeof(id));
		ck_assert(wire_packet(&a, MSG_list, id, &q, &packet, &e));
		switch (link_send(fd, packet, -1)) {
		case LINK_DONE:
			break;
		case LINK_GONE:
			arena_clear(&a);
			return true;
		case LINK_WAIT:
			ck_assert_int_eq(poll(&p, 1, DEADLINE_MS), 1);
		}
		arena_clear(&a);
	}
	return false;
}

START_TEST(who_asks_and_never_reads_is_dropped)
{
	struct scene x;
	struct err e = {0};
	int fd;

	begin(&x);
	fd = service_raw(&x.s);
	raw_hello(fd, "r01");
	ck_assert(client_beat(x.good, &e));
	ck_assert(flood(fd));
	close(fd);
	end(&x);
}
END_TEST

START_TEST(who_only_connects_costs_nothing)
{
	struct scene x;
	int fd[20];

	begin(&x);
	for (int i = 0; i < 20; i++)
		fd[i] = service_raw(&x.s);
	end(&x);
	for (int i = 0; i < 20; i++)
		close(fd[i]);
}
END_TEST

/* The reading end sees the end of the pipe once nobody holds the writing end. */
static void check_closed(int reading)
{
	struct pollfd p = {.fd = reading, .events = POLLIN};

	ck_assert_int_eq(poll(&p, 1, DEADLINE_MS), 1);
	ck_assert(p.revents & POLLHUP);
	close(reading);
}

START_TEST(descriptors_that_nobody_asked_for_are_closed)
{
	static const enum msg asked[] = {MSG_beat, MSG_head, MSG_import, MSG_backup};
	struct scene x;
	int fd, ends[2];

	begin(&x);
	fd = service_raw(&x.s);
	raw_hello(fd, "");
	for (size_t i = 0; i < 4; i++) {
		const struct req_import q = {
		    .name = STR("n"), .source = STR("s"), .map = STR("extract")};
		uint8_t id[WIRE_ID];
		struct wire_packet p;
		random_bytes(id, sizeof(id));
		ck_assert_int_eq(pipe(ends), 0);
		raw_put(fd, asked[i], id, &q, ends[1]);
		close(ends[1]);
		ck_assert(raw_get(&x.a, fd, &p));
		check_closed(ends[0]);
	}
	/* also with what is no message at all */
	ck_assert_int_eq(pipe(ends), 0);
	link_send(fd, STR("rubbish"), ends[1]);
	close(ends[1]);
	check_closed(ends[0]);
	close(fd);
	end(&x);
}
END_TEST

START_TEST(an_import_takes_a_regular_file_alone)
{
	const struct req_import q = {
	    .name = STR("n"), .source = STR("s"), .map = STR("extract")};
	struct scene x;
	struct client *owner;
	struct rep_batch r;
	struct err e = {0};
	int ends[2];

	begin(&x);
	owner = service_client(&x.s, NULL, false);
	ck_assert(!ask_import(owner, &x.a, &q, &r, &e));
	ck_assert_int_eq(e.kind, ERR_USAGE);
	ck_assert_ptr_nonnull(strstr(e.text, "open regular file"));
	ck_assert_int_eq(pipe(ends), 0);
	ck_assert(!client_call(
	    owner, &x.a, MSG_import, &q, &r, &(struct client_more){.fd = ends[0]}, &e));
	ck_assert_ptr_nonnull(strstr(e.text, "open regular file"));
	close(ends[0]);
	close(ends[1]);
	client_close(owner);
	end(&x);
}
END_TEST

Suite *suite_serve_hostile(void);

Suite *suite_serve_hostile(void)
{
	Suite *s = suite_create("serve/hostile");
	TCase *t = tcase_create("hostile");

	tcase_add_test(t, rubbish_is_answered_with_a_sentence_and_the_connection_closed);
	tcase_add_test(t, a_message_over_the_limit_is_refused);
	tcase_add_test(t, random_packets_harm_nobody);
	tcase_add_test(t, hello_comes_first_and_once);
	tcase_add_test(t, who_leaves_after_asking_loses_nothing);
	tcase_add_test(t, who_asks_and_never_reads_is_dropped);
	tcase_add_test(t, who_only_connects_costs_nothing);
	tcase_add_test(t, descriptors_that_nobody_asked_for_are_closed);
	tcase_add_test(t, an_import_takes_a_regular_file_alone);
	suite_add_tcase(s, t);
	return s;
}
