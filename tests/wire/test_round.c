/* SPDX-License-Identifier: MIT */
/* What is written is read again, member by member; and what it looks like on the way. */
#include <check.h>
#include <string.h>

#include "wire/random.h"

enum { ROUNDS = 200 };

static struct str body_of(struct arena *a, const struct wire_message *m, const void *in)
{
	struct buf b = buf_in(a);

	wire_body(a, m->msg, in, &b);
	return buf_str(&b);
}

START_TEST(every_message_is_read_as_it_was_written)
{
	struct dice d = dice_seed(1);
	struct arena a = {0};
	size_t n;
	const struct wire_message *m = wire_messages(&n);

	for (size_t i = 0; i < n; i++)
		for (int round = 0; round < ROUNDS; round++) {
			void *in = arena_alloc(&a, m[i].shape->size, alignof(max_align_t));
			void *out = arena_alloc(&a, m[i].shape->size, alignof(max_align_t));
			const char *other;
			struct err e = {0};
			random_struct(&a, &d, m[i].shape, in);
			ck_assert_msg(wire_read(&a, m[i].msg, body_of(&a, &m[i], in), out, &e),
			    "%s", e.text);
			other = first_difference(m[i].shape, in, out);
			ck_assert_msg(!other, "%s.%s differs", m[i].shape->name, other);
			arena_clear(&a);
		}
}
END_TEST

/* The JSON layer is the oracle: parsing a body and writing the tree canonically must give
 * the very bytes that were written without a tree. */
START_TEST(bodies_are_canonical)
{
	struct dice d = dice_seed(2);
	struct arena a = {0};
	size_t n;
	const struct wire_message *m = wire_messages(&n);

	for (size_t i = 0; i < n * 20; i++) {
		const struct wire_message *one = &m[i % n];
		void *in = arena_alloc(&a, one->shape->size, alignof(max_align_t));
		struct json *j;
		struct err e = {0};
		struct str body;
		random_struct(&a, &d, one->shape, in);
		body = body_of(&a, one, in);
		ck_assert(json_parse(&a, body, &j, &e));
		ck_assert(str_eq(body, json_text(&a, j)));
		arena_clear(&a);
	}
}
END_TEST

START_TEST(what_is_optional_and_empty_is_not_sent)
{
	struct arena a = {0};
	const struct rep_page empty = {0};
	const struct req_show show = {.ref = STR("DVDS-1")};

	ck_assert(str_is(body_of(&a, wire_message(MSG_R_page), &empty), "{}"));
	ck_assert(str_is(body_of(&a, wire_message(MSG_show), &show), "{\"ref\":\"DVDS-1\"}"));
	arena_clear(&a);
}
END_TEST

START_TEST(a_packet_carries_number_and_request_id)
{
	struct arena a = {0};
	struct err e = {0};
	struct str packet;
	struct wire_packet p;
	uint8_t id[WIRE_ID];

	for (int i = 0; i < WIRE_ID; i++)
		id[i] = (uint8_t)(255 - i);
	ck_assert(wire_packet(
	    &a, MSG_count, id, &(struct req_count){.expr = STR("late")}, &packet, &e));
	ck_assert_int_eq(packet.p[0], WIRE_VERSION);
	ck_assert_int_eq(packet.p[1], MSG_count);
	ck_assert(wire_open(packet, &p, &e));
	ck_assert_int_eq(p.msg, MSG_count);
	ck_assert_mem_eq(p.id, id, WIRE_ID);
	ck_assert(str_is(p.body, "{\"expr\":\"late\"}"));
	arena_clear(&a);
}
END_TEST

START_TEST(a_packet_over_the_limit_is_refused_when_made)
{
	struct arena a = {0};
	struct err e = {0};
	const uint8_t id[WIRE_ID] = {1};
	char *text = arena_alloc(&a, WIRE_MAX, 1);
	struct rep_sentence s = {
	    .text = {text, WIRE_MAX - WIRE_HEAD - strlen("{\"text\":\"\"}")}};
	struct str packet;

	memset(text, 'x', WIRE_MAX);
	ck_assert(wire_packet(&a, MSG_R_sentence, id, &s, &packet, &e));
	ck_assert_uint_eq(packet.n, WIRE_MAX);
	s.text.n++;
	ck_assert(!wire_packet(&a, MSG_R_sentence, id, &s, &packet, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert_ptr_nonnull(strstr(e.text, "65537 bytes; 65536 at most"));
	arena_clear(&a);
}
END_TEST

START_TEST(messages_are_found_by_their_number_and_requests_have_replies)
{
	size_t n;
	const struct wire_message *m = wire_messages(&n);

	for (size_t i = 0; i < n; i++) {
		ck_assert_ptr_eq(wire_message((int)m[i].msg), &m[i]);
		if (m[i].reply) {
			ck_assert_int_lt(m[i].msg, 128);
			ck_assert_ptr_nonnull(wire_message((int)m[i].reply));
			ck_assert_int_ge(m[i].reply, 128);
		} else {
			ck_assert_int_ge(m[i].msg, 128);
		}
	}
	for (int i = -1; i < 300; i++)
		ck_assert(!wire_message(i) || (int)wire_message(i)->msg == i);
}
END_TEST

Suite *suite_wire_round(void);

Suite *suite_wire_round(void)
{
	Suite *s = suite_create("wire/round");
	TCase *t = tcase_create("round");

	tcase_add_test(t, every_message_is_read_as_it_was_written);
	tcase_add_test(t, bodies_are_canonical);
	tcase_add_test(t, what_is_optional_and_empty_is_not_sent);
	tcase_add_test(t, a_packet_carries_number_and_request_id);
	tcase_add_test(t, a_packet_over_the_limit_is_refused_when_made);
	tcase_add_test(t, messages_are_found_by_their_number_and_requests_have_replies);
	suite_add_tcase(s, t);
	return s;
}
