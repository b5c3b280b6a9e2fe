/* SPDX-License-Identifier: MIT */
/* Work that takes a file or a while: import, backup, verification, with others around. */
#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lookback/wire/link.h"
#include "support/service.h"

struct scene {
	struct service s;
	struct client *owner, *audit;
	struct arena a;
};

static void begin_with(struct scene *x, bool chatty)
{
	memset(x, 0, sizeof(*x));
	service_new(&x->s);
	x->s.chatty = chatty;
	service_run(&x->s);
	x->owner = service_client(&x->s, NULL, false);
	service_people(x->owner, 2);
	x->audit = service_client(&x->s, "audit", false);
}

static void begin(struct scene *x)
{
	begin_with(x, false);
}

static void end(struct scene *x)
{
	client_close(x->owner);
	client_close(x->audit);
	service_end(&x->s);
	arena_clear(&x->a);
}

static struct rep_head head_of(struct scene *x, struct client *c)
{
	struct rep_head h;
	struct err e = {0};

	ck_assert_msg(ask_head(c, &x->a, &(struct req_head){.wire_ = 0}, &h, &e), "%s", e.text);
	return h;
}

static int temp_file(void)
{
	char path[] = "/tmp/lookback-bulk-XXXXXX";
	int fd = mkstemp(path);

	ck_assert_int_ge(fd, 0);
	unlink(path);
	return fd;
}

/* The copy becomes the database of another service, which must find the same chain. */
START_TEST(a_backup_is_a_database_like_the_first)
{
	struct scene x;
	struct service other;
	struct client *c;
	struct rep_head kept, found;
	struct rep_events copied;
	struct err e = {0};
	FILE *f;

	begin(&x);
	service_import(x.owner, 0, 50);
	service_new(&other);
	f = fopen(other.db, "w");
	ck_assert_msg(client_call(x.owner, &x.a, MSG_backup, &(struct req_backup){.wire_ = 0},
			  &kept, &(struct client_more){.fd = fileno(f)}, &e),
	    "%s", e.text);
	fclose(f);
	service_run(&other);
	c = service_client(&other, "audit", false);
	copied = service_events(&x.a, c, "record.");
	ck_assert_uint_eq(copied.rows.n, 50);
	ck_assert(str_eq(copied.rows.v[49].head, kept.head));
	ck_assert_int_eq(copied.rows.v[49].seq, kept.seq);
	found = head_of(&x, x.audit);
	ck_assert_int_gt(found.seq, kept.seq); /* the first one has logged the backup */
	client_close(c);
	service_end(&other);
	end(&x);
}
END_TEST

/* A backup ends the round it is in. Whoever asked in the same round is answered all the same. */
START_TEST(others_are_answered_around_a_backup)
{
	enum { N = 12 };
	struct scene x;
	struct client *c[N];
	struct client_ticket t[N];
	struct rep_done r;
	struct err e = {0};
	int fd = temp_file();
	const uint8_t id[WIRE_ID] = {5};
	int raw;

	begin(&x);
	service_import(x.owner, 0, 20);
	raw = service_raw(&x.s);
	raw_hello(raw, "");
	for (int i = 0; i < N; i++)
		c[i] = service_client(&x.s, i % 2 ? "r00" : "r01", false);
	for (int round = 0; round < 5; round++) {
		struct wire_packet p;
		for (int i = 0; i < N; i++) {
			if (i == N / 2)
				raw_put(
				    raw, MSG_backup, id, &(struct req_backup){.wire_ = 0}, fd);
			ck_assert(client_send(
			    c[i], MSG_beat, &(struct req_beat){.wire_ = 0}, &t[i], &e));
		}
		for (int i = 0; i < N; i++)
			ck_assert_msg(
			    client_receive(c[i], &x.a, &t[i], &r, NULL, &e), "%s", e.text);
		ck_assert(raw_get(&x.a, raw, &p));
		ck_assert_msg(p.msg == MSG_R_head, "%.*s", STR_ARG(p.body));
	}
	for (int i = 0; i < N; i++) {
		ck_assert_int_eq(client_reconnected(c[i]), 0);
		client_close(c[i]);
	}
	close(raw);
	close(fd);
	end(&x);
}
END_TEST

/* The file's offset is where the first reading left it; the second must not see an empty file. */
START_TEST(a_repeated_import_acts_once_and_answers_alike)
{
	static const char text[] =
	    "source_ref,source_system,route,received,channel,applicant_kind,applicant_name,"
	    "applicant_dob,applicant_phone,person_name,person_dob,safe_contact,subject_name,"
	    "subject_alias,subject_dob,subject_address,relationship,living_together,children,"
	    "handler,supervisor,checks,risk_level,outcome,closed,days_taken,narrative\n"
	    "X1,RMS,RTA,2016-03-05,101,A,,,,,,,Bob,,,,PARTNER,Y,0,H01,H02,pnc,STANDARD,"
	    "NO_INFO_TO_DISCLOSE,2016-04-01,27,x\n";
	const struct req_import q = {
	    .name = STR("x.csv"), .source = STR("tests"), .map = STR("extract")};
	const uint8_t id[WIRE_ID] = {6};
	struct scene x;
	struct rep_batch r[2];
	int raw, fd = temp_file();

	begin(&x);
	ck_assert_int_gt(write(fd, text, strlen(text)), 0);
	raw = service_raw(&x.s);
	raw_hello(raw, "");
	for (int i = 0; i < 2; i++) {
		struct wire_packet p;
		struct err e = {0};
		raw_put(raw, MSG_import, id, &q, fd);
		do
			ck_assert(raw_get(&x.a, raw, &p));
		while (p.msg == MSG_R_progress);
		ck_assert_msg(p.msg == MSG_R_batch, "%.*s", STR_ARG(p.body));
		ck_assert(wire_read(&x.a, p.msg, p.body, &r[i], &e));
	}
	ck_assert(str_eq(r[0].batch, r[1].batch));
	ck_assert_int_eq(r[0].added, 1);
	ck_assert_int_eq(r[1].added, 1);
	ck_assert_uint_eq(service_events(&x.a, x.audit, "batch.imported").rows.n, 1);
	ck_assert_uint_eq(service_events(&x.a, x.audit, "record.opened").rows.n, 1);
	close(raw);
	close(fd);
	end(&x);
}
END_TEST

START_TEST(what_many_have_written_verifies)
{
	struct scene x;
	struct rep_verdict v;
	struct rep_head h;
	struct client *c;
	struct err e = {0};

	begin(&x);
	service_import(x.owner, 0, 30);
	c = service_client(&x.s, "r00", false);
	for (int i = 0; i < 10; i++) {
		struct rep_record r;
		struct rep_done d;
		ck_assert(ask_next(c, &x.a, &(struct req_next){.wire_ = 0}, &r, &e));
		ck_assert(ask_note(
		    c, &x.a, &(struct req_note){.ref = r.ref, .text = STR("n")}, &d, &e));
	}
	client_close(c);
	h = head_of(&x, x.audit);
	ck_assert_msg(ask_verify(x.audit, &x.a,
			  &(struct req_verify){.seq = h.seq, .head = h.head}, &v, &e),
	    "%s", e.text);
	ck_assert_msg(v.ok, "%s", v.findings.n ? v.findings.v[0].text.p : "");
	ck_assert_int_ge(v.events, h.seq);
	ck_assert_int_gt(v.rows, 30);
	end(&x);
}
END_TEST

/* How many reports of progress on this request came before its reply. There may be some on
 * the one sent behind it as well. */
static int reports(struct scene *x, int fd, uint8_t id, enum msg reply)
{
	struct wire_packet p;
	int n = 0;

	for (;;) {
		ck_assert(raw_get(&x->a, fd, &p));
		if (p.msg != MSG_R_progress)
			break;
		n += p.id[0] == id;
	}
	ck_assert_int_eq(p.id[0], id);
	ck_assert_msg(p.msg == reply, "%.*s", STR_ARG(p.body));
	return n;
}

/* The service stands still until all have asked, so that they wait behind the import: one in
 * its round, with one more request behind that, and one who has not even said hello. */
START_TEST(who_waits_behind_long_work_is_told)
{
	const struct req_hello hello = {.front = STR("cli")};
	const struct req_import q = {
	    .name = STR("x.csv"), .source = STR("tests"), .map = STR("extract")};
	struct scene x;
	int importer, waiter, newcomer, fd = temp_file(), status;

	begin_with(&x, true);
	service_extract(fd, 0, 2500);
	importer = service_raw(&x.s);
	raw_hello(importer, "");
	waiter = service_raw(&x.s);
	raw_hello(waiter, "r00");
	ck_assert_int_eq(kill(x.s.pid, SIGSTOP), 0);
	ck_assert_int_eq(waitpid(x.s.pid, &status, WUNTRACED), x.s.pid);
	raw_put(importer, MSG_import, (uint8_t[WIRE_ID]){1}, &q, fd);
	raw_put(waiter, MSG_beat, (uint8_t[WIRE_ID]){2}, &(struct req_beat){.wire_ = 0}, -1);
	raw_put(waiter, MSG_beat, (uint8_t[WIRE_ID]){3}, &(struct req_beat){.wire_ = 0}, -1);
	newcomer = service_raw(&x.s);
	raw_put(newcomer, MSG_hello, (uint8_t[WIRE_ID]){4}, &hello, -1);
	ck_assert_int_eq(kill(x.s.pid, SIGCONT), 0);
	ck_assert_int_gt(reports(&x, importer, 1, MSG_R_batch), 0);
	ck_assert_int_gt(reports(&x, waiter, 2, MSG_R_done), 0);
	ck_assert_int_eq(reports(&x, waiter, 3, MSG_R_done), 0);
	ck_assert_int_gt(reports(&x, newcomer, 4, MSG_R_welcome), 0);
	close(importer);
	close(waiter);
	close(newcomer);
	close(fd);
	end(&x);
}
END_TEST

/* Nothing is known of how far a search has come; that it goes on is told. */
START_TEST(a_search_through_everything_says_that_it_goes_on)
{
	const struct req_list q = {.expr = STR("applicant_phone:nobody"), .limit = 5};
	struct scene x;
	int asker;

	begin_with(&x, true);
	service_import(x.owner, 0, 2500);
	asker = service_raw(&x.s);
	raw_hello(asker, "r00");
	raw_put(asker, MSG_list, (uint8_t[WIRE_ID]){1}, &q, -1);
	ck_assert_int_gt(reports(&x, asker, 1, MSG_R_page), 0);
	close(asker);
	end(&x);
}
END_TEST

Suite *suite_serve_bulk(void);

Suite *suite_serve_bulk(void)
{
	Suite *s = suite_create("serve/bulk");
	TCase *t = tcase_create("bulk");

	tcase_add_test(t, a_backup_is_a_database_like_the_first);
	tcase_add_test(t, others_are_answered_around_a_backup);
	tcase_add_test(t, a_repeated_import_acts_once_and_answers_alike);
	tcase_add_test(t, who_waits_behind_long_work_is_told);
	tcase_add_test(t, a_search_through_everything_says_that_it_goes_on);
	tcase_add_test(t, what_many_have_written_verifies);
	suite_add_tcase(s, t);
	return s;
}
