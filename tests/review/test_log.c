/* SPDX-License-Identifier: MIT */
#include "review/bench.h"

#include "review/history.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

Suite *suite_review_log(void);

START_TEST(the_log_tells_everything_once_and_reading_it_is_in_it)
{
	struct bench *b = bench_new(30);
	struct req_log q = {.limit = 7};
	struct rep_events r;
	struct err e;
	int64_t head, last = 0;

	bench_triage(b, "t01", STR("DVDS-00003"));
	head = bench_head(b);
	do {
		ok(ask_log(b, "a01", &q, &r, &e));
		for (size_t i = 0; i < r.rows.n; i++) {
			ck_assert_int_eq(r.rows.v[i].seq, ++last);
			ck_assert(r.rows.v[i].text.n > 0 && r.rows.v[i].head.n == 64);
		}
		q.after = r.next;
	} while (r.next && last < head);
	ck_assert_int_ge(last, head);
	ck_assert_uint_gt(bench_events(b, "log.read", "").n, 0);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(the_log_is_filtered_by_record_actor_and_type)
{
	struct bench *b = bench_new(5);
	struct req_log q = {.record = STR("DVDS-00003")};
	struct rep_events r;
	struct err e;

	bench_triage(b, "t01", STR("DVDS-00003"));
	ok(ask_log(b, "a01", &q, &r, &e));
	ck_assert_uint_eq(r.rows.n, 1 + 2 + 12 + 1);
	ck_assert(json_get(r.rows.v[0].body, "fields") != NULL);
	q = (struct req_log){.actor = STR("t01"), .type = STR("record.")};
	ok(ask_log(b, "a01", &q, &r, &e));
	ck_assert_uint_eq(r.rows.n, 3);
	q = (struct req_log){.type = STR("record.moved")};
	ok(ask_log(b, "a01", &q, &r, &e));
	ck_assert_uint_eq(r.rows.n, 1);
	q = (struct req_log){.type = STR("record.movd")};
	ck_assert(!ask_log(b, "a01", &q, &r, &e));
	ck_assert(says(&e, ERR_USAGE, "not a type of event"));
	bench_close(b);
}
END_TEST

START_TEST(the_log_is_for_who_may_read_it)
{
	struct bench *b = bench_new(1);
	struct req_log q = {0};
	struct rep_events r;
	struct err e;

	ck_assert(!ask_log(b, "s01", &q, &r, &e) && e.kind == ERR_REFUSED);
	ck_assert(!ask_log(b, "admin", &q, &r, &e) && e.kind == ERR_REFUSED);
	b->owner = true; /* the file's owner may verify it, not read it */
	ck_assert(!ask_log(b, "admin", &q, &r, &e) && e.kind == ERR_REFUSED);
	bench_close(b);
}
END_TEST

/* 200 events with bodies of twenty kilobytes do not fit one message. */
START_TEST(a_page_of_large_events_ends_early_and_goes_on)
{
	struct bench *b = bench_new(1);
	struct buf text = buf_in(&b->arena);
	struct req_note note = {.ref = STR("DVDS-00000")};
	struct req_log q = {.limit = 200};
	struct rep_events r;
	struct rep_done done;
	struct str packet;
	struct err e;
	const uint8_t id[16] = {1};
	int64_t last = 0, head;

	for (int i = 0; i < 1300; i++)
		buf_puts(&text, "\"wo\"\n");
	for (int i = 0; i < 20; i++) {
		note.text = arena_printf(&b->arena, "%d %.*s", i, STR_ARG(buf_str(&text)));
		ok(ask_note(b, "r01", &note, &done, &e));
	}
	head = bench_head(b);
	while (last < head) {
		ok(ask_log(b, "a01", &q, &r, &e));
		ok(wire_packet(&b->arena, MSG_R_events, id, &r, &packet, &e));
		ck_assert_uint_gt(r.rows.n, 0);
		ck_assert_int_eq(r.rows.v[0].seq, last + 1);
		last = r.rows.v[r.rows.n - 1].seq;
		q.after = last;
	}
	bench_close(b);
}
END_TEST

START_TEST(the_head_is_hex_and_six_words)
{
	struct bench *b = bench_new(1);
	struct req_head q = {0};
	struct rep_head one, two;
	struct err e;

	ok(ask_head(b, "a01", &q, &one, &e));
	ck_assert_int_eq(one.seq, bench_head(b));
	ck_assert(one.head.n == 64 && one.words.n > 12);
	ck_assert(!ask_head(b, "admin", &q, &two, &e));
	b->owner = true;
	ok(ask_head(b, "admin", &q, &two, &e));
	ck_assert_int_eq(two.seq, one.seq + 1); /* the refusal */
	bench_close(b);
}
END_TEST

START_TEST(verifying_finds_nothing_and_is_logged)
{
	struct bench *b = bench_new(3);
	struct req_head head = {0};
	struct rep_head h;
	struct req_verify q = {0};
	struct rep_verdict r;
	struct err e;

	ok(ask_head(b, "a01", &head, &h, &e));
	ok(ask_verify(b, "a01", &q, &r, &e));
	ck_assert(r.ok && r.findings.n == 0 && r.events == h.seq && r.rows > 0);
	ck_assert(has(bench_events(b, "verify.run", "").v[0].body, "\"ok\":true"));
	q = (struct req_verify){.seq = h.seq, .head = h.head};
	ok(ask_verify(b, "a01", &q, &r, &e));
	ck_assert(r.ok);
	bench_close(b);
}
END_TEST

START_TEST(a_wrong_anchor_is_found_and_stops_nothing)
{
	struct bench *b = bench_new(3);
	struct req_verify q = {.seq = 4,
	    .head = STR("0000000000000000000000000000000000000000000000000000000000000001")};
	struct rep_verdict r;
	struct err e;

	ok(ask_verify(b, "a01", &q, &r, &e));
	ck_assert(!r.ok && r.findings.n > 0);
	ck_assert_ptr_null(review_damage(b->rv));
	ck_assert(bench_next(b, "t01").mine);
	q.seq = 0;
	ck_assert(!ask_verify(b, "a01", &q, &r, &e));
	ck_assert(says(&e, ERR_USAGE, "both"));
	q = (struct req_verify){.seq = 4, .head = STR("xyz")};
	ck_assert(!ask_verify(b, "a01", &q, &r, &e));
	ck_assert(says(&e, ERR_USAGE, "64 hexadecimal"));
	bench_close(b);
}
END_TEST

START_TEST(a_damaged_database_shows_no_record_and_takes_no_event)
{
	struct bench *b = bench_new(3);
	struct req_show show = {.ref = STR("DVDS-00001")};
	struct req_home home = {0};
	struct req_next next = {0};
	struct req_hello hello = {.front = STR("cli")};
	struct req_log log = {.limit = 5};
	struct rep_record rec;
	struct rep_home h;
	struct rep_welcome w;
	struct rep_events ev;
	struct err e;
	int64_t head = bench_head(b);

	b->rv->damage = STR("event 7: its head does not follow");
	ck_assert(!ask_show(b, "s01", &show, &rec, &e));
	ck_assert(says(&e, ERR_CORRUPT, "event 7: its head does not follow"));
	ck_assert(!ask_next(b, "t01", &next, &rec, &e) && e.kind == ERR_CORRUPT);
	ck_assert(!ask_home(b, "t01", &home, &h, &e) && e.kind == ERR_CORRUPT);
	ok(ask_hello(b, "s01", &hello, &w, &e));
	ck_assert(has(w.damage, "event 7"));
	ok(ask_log(b, "a01", &log, &ev, &e));
	ck_assert_uint_eq(ev.rows.n, 5);
	ck_assert_int_eq(bench_head(b), head);
	b->rv->damage = STR("");
	bench_close(b);
}
END_TEST

START_TEST(a_backup_is_a_review_that_opens)
{
	struct bench *b = bench_new(12);
	struct req_backup q = {0};
	struct rep_head r;
	struct review *copy = NULL;
	struct head h;
	struct err e = {0};
	char path[128];

	snprintf(path, sizeof path, "%s/copy.db", b->dir);
	ck_assert(!ask_backup(b, "s01", &q, &r, &e) && e.kind == ERR_REFUSED);
	ck_assert(!ask_backup(b, "admin", &q, &r, &e) && e.kind == ERR_USAGE);
	b->fd = open(path, O_RDWR | O_CREAT | O_EXCL, 0600);
	ok(ask_backup(b, "admin", &q, &r, &e));
	close(b->fd);
	b->fd = -1;
	ck_assert(has(bench_events(b, "backup.taken", "").v[0].body, r.head.p));
	ok(review_open(path, &copy, &e));
	ck_assert_ptr_null(review_damage(copy));
	ok(store_head(copy->store, &h, &e));
	ck_assert_int_eq(h.seq, r.seq);
	review_close(copy);
	unlink(path);
	unlink(arena_printf(&b->arena, "%s-wal", path).p);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(every_kind_of_event_has_words)
{
	struct bench *b = bench_new(1);

	for (int t = 0; t < EVENT_TYPES; t++) {
		struct event_row ev = {
		    .type = str_of(event_name((enum event_type)t)), .body = STR("{}")};
		ck_assert_uint_gt(event_words(&b->arena, review_rules(b->rv), &ev).n, 3);
	}
	bench_close(b);
}
END_TEST

START_TEST(the_pack_in_force_can_be_read)
{
	struct bench *b = bench_new(0);
	struct req_pack q = {0};
	struct rep_sentence r;
	struct str packet;
	struct err e;
	const uint8_t id[16] = {1};

	ok(ask_pack(b, "admin", &q, &r, &e));
	ck_assert(has(r.text, "triage"));
	ok(wire_packet(&b->arena, MSG_R_sentence, id, &r, &packet, &e));
	bench_close(b);
}
END_TEST

Suite *suite_review_log(void)
{
	const TTest *const tests[] = {
	    the_log_tells_everything_once_and_reading_it_is_in_it,
	    the_log_is_filtered_by_record_actor_and_type,
	    the_log_is_for_who_may_read_it,
	    a_page_of_large_events_ends_early_and_goes_on,
	    the_head_is_hex_and_six_words,
	    verifying_finds_nothing_and_is_logged,
	    a_wrong_anchor_is_found_and_stops_nothing,
	    a_damaged_database_shows_no_record_and_takes_no_event,
	    a_backup_is_a_review_that_opens,
	    every_kind_of_event_has_words,
	    the_pack_in_force_can_be_read,
	};
	return bench_suite("review/log", tests, COUNT(tests));
}
