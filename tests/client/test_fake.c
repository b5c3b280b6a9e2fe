/* SPDX-License-Identifier: MIT */
/* What a client makes of a service that does not behave. */
#include <check.h>
#include <string.h>

#include "client/fake.h"

enum { SHORT_MS = 50, LONG_MS = 60000 };

START_TEST(what_is_not_answered_is_given_up_with_a_sentence)
{
	struct fake f;
	struct client *c;
	struct err e = {0};

	fake_begin(&f, "n.");
	c = fake_client(&f, SHORT_MS);
	ck_assert(!client_beat(c, &e));
	ck_assert_int_eq(e.kind, ERR_IO);
	ck_assert_ptr_nonnull(strstr(e.text, "whether this was done is unknown"));
	/* and the next request begins on a connection without old answers */
	ck_assert(client_beat(c, &e));
	ck_assert_int_eq(client_reconnected(c), 1);
	client_close(c);
	fake_end(&f);
}
END_TEST

START_TEST(a_lost_connection_is_made_again_and_asked_again)
{
	struct fake f;
	struct client *c;
	struct err e = {0};

	fake_begin(&f, ".c.cc.");
	c = fake_client(&f, LONG_MS);
	for (int i = 0; i < 3; i++)
		ck_assert_msg(client_beat(c, &e), "%s", e.text);
	ck_assert_int_eq(client_reconnected(c), 3);
	client_close(c);
	fake_end(&f);
}
END_TEST

START_TEST(a_service_that_dies_of_a_request_is_not_asked_for_ever)
{
	struct fake f;
	struct client *c;
	struct err e = {0};

	fake_begin(&f, "c");
	c = fake_client(&f, LONG_MS);
	ck_assert(!client_beat(c, &e));
	ck_assert_int_eq(e.kind, ERR_IO);
	ck_assert_ptr_nonnull(strstr(e.text, "goes away whenever it is asked this"));
	client_close(c);
	fake_end(&f);
}
END_TEST

START_TEST(a_failure_keeps_its_kind_text_and_place)
{
	struct fake f;
	struct client *c;
	struct err e = {0};

	fake_begin(&f, "fu");
	c = fake_client(&f, LONG_MS);
	ck_assert(!client_beat(c, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert_str_eq(e.text, "two\nreasons");
	ck_assert_int_eq(e.line, 7);
	ck_assert_int_eq(e.col, 9);
	ck_assert(!client_beat(c, &e));
	ck_assert_int_eq(e.kind, ERR_IO);
	client_close(c);
	fake_end(&f);
}
END_TEST

START_TEST(rubbish_and_wrong_answers_are_errors)
{
	struct fake f;
	struct client *c;
	struct err e = {0};

	fake_begin(&f, "gw.");
	c = fake_client(&f, LONG_MS);
	ck_assert(!client_beat(c, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert(!client_beat(c, &e));
	ck_assert_str_eq(e.text, "the service answered beat with count");
	ck_assert(client_beat(c, &e));
	client_close(c);
	fake_end(&f);
}
END_TEST

START_TEST(replies_to_something_else_are_passed_over)
{
	struct fake f;
	struct client *c;
	struct err e = {0};

	fake_begin(&f, "o");
	c = fake_client(&f, LONG_MS);
	ck_assert(client_beat(c, &e));
	ck_assert(client_beat(c, &e));
	ck_assert_int_eq(client_reconnected(c), 0);
	client_close(c);
	fake_end(&f);
}
END_TEST

static void count_progress(void *ctx, const struct rep_progress *p)
{
	ck_assert_int_eq(p->done, 1);
	ck_assert_int_eq(p->total, 2);
	ck_assert(str_is(p->what, "working"));
	++*(int *)ctx;
}

START_TEST(progress_is_told_and_does_not_end_a_request)
{
	struct fake f;
	struct client *c;
	struct arena a = {0};
	struct rep_done r;
	struct str raw = {0};
	struct err e = {0};
	int seen = 0;
	const struct client_more more = {
	    .fd = -1, .progress = count_progress, .progress_ctx = &seen, .raw = &raw};

	fake_begin(&f, "p");
	c = fake_client(&f, LONG_MS);
	ck_assert(client_call(c, &a, MSG_beat, &(struct req_beat){.wire_ = 0}, &r, &more, &e));
	ck_assert_int_eq(seen, 1);
	ck_assert(str_is(r.text, "done"));
	ck_assert(str_is(raw, "{\"text\":\"done\"}"));
	/* nobody looks: that is fine too */
	ck_assert(client_beat(c, &e));
	client_close(c);
	arena_clear(&a);
	fake_end(&f);
}
END_TEST

START_TEST(all_that_is_under_way_is_asked_again)
{
	enum { N = CLIENT_UNDER_WAY };
	struct fake f;
	struct client *c;
	struct arena a = {0};
	struct client_ticket t[N];
	struct rep_done r;
	struct err e = {0};

	/* answers two of sixteen, closes, answers three more, closes, answers the rest */
	fake_begin(&f, "..c...c.................");
	c = fake_client(&f, LONG_MS);
	for (int i = 0; i < N; i++)
		ck_assert(client_send(c, MSG_beat, &(struct req_beat){.wire_ = 0}, &t[i], &e));
	for (int i = 0; i < N; i++)
		ck_assert_msg(client_receive(c, &a, &t[i], &r, NULL, &e), "%d: %s", i, e.text);
	ck_assert_int_eq(client_reconnected(c), 2);
	client_close(c);
	arena_clear(&a);
	fake_end(&f);
}
END_TEST

START_TEST(a_later_reply_gives_earlier_ones_up)
{
	struct fake f;
	struct client *c;
	struct arena a = {0};
	struct client_ticket first, second;
	struct rep_done r;
	struct err e = {0};

	fake_begin(&f, "f..");
	c = fake_client(&f, LONG_MS);
	ck_assert(client_send(c, MSG_beat, &(struct req_beat){.wire_ = 0}, &first, &e));
	ck_assert(client_send(c, MSG_beat, &(struct req_beat){.wire_ = 0}, &second, &e));
	ck_assert(client_receive(c, &a, &second, &r, NULL, &e));
	for (int i = 0; i < 2 * CLIENT_UNDER_WAY; i++)
		ck_assert(client_beat(c, &e) || e.kind == ERR_INPUT);
	client_close(c);
	arena_clear(&a);
	fake_end(&f);
}
END_TEST

START_TEST(a_pair_tells_of_each)
{
	struct fake f;
	struct client *c;
	struct arena a = {0};
	const struct req_beat q = {0};
	struct rep_done r[2];
	struct client_ask one = {.msg = MSG_beat, .q = &q, .r = &r[0]}, two = one;
	struct err e = {0};

	fake_begin(&f, "..f..f");
	c = fake_client(&f, LONG_MS);
	two.r = &r[1];
	ck_assert(client_pair(c, &a, &one, &two, &e));
	ck_assert(one.ok && two.ok);
	ck_assert(!client_pair(c, &a, &one, &two, &e));
	ck_assert(!one.ok && two.ok);
	ck_assert_str_eq(e.text, one.why.text);
	ck_assert(!client_pair(c, &a, &one, &two, &e));
	ck_assert(one.ok && !two.ok);
	ck_assert_str_eq(e.text, two.why.text);
	client_close(c);
	arena_clear(&a);
	fake_end(&f);
}
END_TEST

/* What is not known to read is not even sent: the script answers anything with done. */
START_TEST(read_only_sends_nothing_that_writes)
{
	const struct client_options base = {.front = "tui", .read_only = true};
	struct client_options o = base;
	const struct wire_message *all;
	struct fake f;
	struct client *c;
	struct arena a = {0};
	struct err e = {0};
	size_t n, writing = 0;

	fake_begin(&f, ".");
	o.db = f.db;
	o.socket = f.sock;
	ck_assert_msg(client_open(&o, &c, &e), "%s", e.text);
	all = wire_messages(&n);
	for (size_t i = 0; i < n; i++) {
		void *q = arena_alloc(&a, all[i].shape->size, 16);
		if (!all[i].reply || wire_reads(all[i].msg))
			continue;
		writing++;
		e = (struct err){0};
		ck_assert(!client_call(c, &a, all[i].msg, q, NULL, NULL, &e));
		ck_assert_msg(
		    e.kind == ERR_REFUSED && strstr(e.text, "read only"), "%s", e.text);
	}
	ck_assert_uint_gt(writing, 10);
	ck_assert(client_beat(c, &e));
	ck_assert_int_eq(client_reconnected(c), 0);
	client_close(c);
	arena_clear(&a);
	fake_end(&f);
}
END_TEST

/* Those that every review is kept by. */
START_TEST(requests_that_change_a_case_are_writing_ones)
{
	static const enum msg writing[] = {MSG_next, MSG_claim, MSG_release, MSG_defer,
	    MSG_assign, MSG_answer, MSG_decide, MSG_note, MSG_user_add, MSG_user_role,
	    MSG_user_disable, MSG_import, MSG_add, MSG_safeguard, MSG_acknowledge, MSG_conflict,
	    MSG_link, MSG_link_judge, MSG_unlink, MSG_override, MSG_override_judge,
	    MSG_user_train, MSG_pack_apply};

	for (size_t i = 0; i < sizeof(writing) / sizeof(writing[0]); i++)
		ck_assert(!wire_reads(writing[i]));
}
END_TEST

Suite *suite_client_fake(void);

Suite *suite_client_fake(void)
{
	const TTest *const tests[] = {what_is_not_answered_is_given_up_with_a_sentence,
	    a_lost_connection_is_made_again_and_asked_again,
	    a_service_that_dies_of_a_request_is_not_asked_for_ever,
	    a_failure_keeps_its_kind_text_and_place, rubbish_and_wrong_answers_are_errors,
	    replies_to_something_else_are_passed_over,
	    progress_is_told_and_does_not_end_a_request, all_that_is_under_way_is_asked_again,
	    read_only_sends_nothing_that_writes, requests_that_change_a_case_are_writing_ones,
	    a_later_reply_gives_earlier_ones_up, a_pair_tells_of_each};
	Suite *s = suite_create("client/fake");
	TCase *t = tcase_create("fake");

	for (size_t i = 0; i < sizeof(tests) / sizeof(tests[0]); i++)
		tcase_add_test(t, tests[i]);
	suite_add_tcase(s, t);
	return s;
}
