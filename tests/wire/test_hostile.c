/* SPDX-License-Identifier: MIT */
/* Packets of strangers: whatever comes is either a message or a sentence. */
#include <check.h>
#include <string.h>

#include "lookback/base/utf8.h"
#include "wire/random.h"

enum { RANDOM = 20000, MUTANTS = 400 };

/* Reads a packet as the service does. What is accepted must be writable again; what is not
 * must have a kind and a text that may go to a terminal. */
static bool swallow(struct arena *a, struct str packet)
{
	struct wire_packet p;
	struct err e = {0};
	struct buf again = buf_in(a);
	void *out;

	if (!wire_open(packet, &p, &e)) {
		ck_assert_int_eq(e.kind, ERR_INPUT);
		return false;
	}
	out = arena_alloc(a, wire_message((int)p.msg)->shape->size, alignof(max_align_t));
	if (!wire_read(a, p.msg, p.body, out, &e)) {
		ck_assert_int_eq(e.kind, ERR_INPUT);
		ck_assert(e.text[0] && !utf8_fault(str_of(e.text), true));
		return false;
	}
	wire_body(a, p.msg, out, &again);
	return true;
}

START_TEST(random_bytes_do_no_harm)
{
	struct dice d = dice_seed(4);
	struct arena a = {0};

	for (int i = 0; i < RANDOM; i++) {
		size_t n = dice_below(&d, 200);
		char *p = arena_alloc(&a, n, 1);
		for (size_t k = 0; k < n; k++)
			p[k] = (char)dice_next(&d);
		/* half of them with a head that opens, so that the body is looked at */
		if (n >= WIRE_HEAD && i % 2) {
			p[0] = WIRE_VERSION;
			p[1] = (char)(1 + dice_below(&d, 31));
			p[2] = p[3] = 0;
		}
		swallow(&a, (struct str){p, n});
		arena_clear(&a);
	}
}
END_TEST

static void mutate(struct dice *d, char *p, size_t *n)
{
	static const char likely[] = "{}[]\":,\\0-9eEtfn\xc3\xff";
	size_t at = dice_below(d, *n);

	switch (dice_below(d, 4)) {
	case 0:
		p[at] = (char)dice_next(d);
		return;
	case 1:
		p[at] = likely[dice_below(d, sizeof(likely) - 1)];
		return;
	case 2: /* a piece is lost */
		memmove(p + at, p + at + 1, *n - at - 1);
		--*n;
		return;
	default: /* the end is lost */
		*n = at + 1;
	}
}

START_TEST(damaged_messages_do_no_harm)
{
	struct dice d = dice_seed(5);
	struct arena a = {0};
	const uint8_t id[WIRE_ID] = {7};
	size_t n, taken = 0;
	const struct wire_message *m = wire_messages(&n);

	for (size_t i = 0; i < n * MUTANTS; i++) {
		const struct wire_message *one = &m[i % n];
		void *in = arena_alloc(&a, one->shape->size, alignof(max_align_t));
		struct str packet;
		struct err e = {0};
		char *p;
		random_struct(&a, &d, one->shape, in);
		ck_assert(wire_packet(&a, one->msg, id, in, &packet, &e));
		/* a block of just its size, so that reading past it is seen */
		p = arena_alloc(&a, packet.n, 1);
		memcpy(p, packet.p, packet.n);
		for (size_t k = 1 + dice_below(&d, 3); k && packet.n; k--)
			mutate(&d, p, &packet.n);
		taken += swallow(&a, (struct str){p, packet.n});
		arena_clear(&a);
	}
	/* the mutants are near enough to the real thing that some still pass */
	ck_assert_uint_gt(taken, n);
	ck_assert_uint_lt(taken, n * MUTANTS / 2);
}
END_TEST

START_TEST(deep_nesting_is_refused)
{
	struct arena a = {0};
	struct buf b = buf_in(&a);
	struct req_decide q;
	struct err e = {0};

	buf_puts(&b, "{\"ref\":\"a\",\"step\":\"b\",\"answers\":");
	for (int i = 0; i < 30000; i++)
		buf_char(&b, '[');
	ck_assert(!wire_read(&a, MSG_decide, buf_str(&b), &q, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	arena_clear(&a);
}
END_TEST

START_TEST(invalid_text_of_ours_never_leaves)
{
	struct arena a = {0};
	struct buf b = buf_in(&a);
	struct rep_sentence in = {.text = STR("a\xff\xc3"), .wire_ = 0}, out;
	struct err e = {0};

	wire_body(&a, MSG_R_sentence, &in, &b);
	ck_assert(wire_read(&a, MSG_R_sentence, buf_str(&b), &out, &e));
	ck_assert(str_is(out.text, "a\xef\xbf\xbd\xef\xbf\xbd"));
	arena_clear(&a);
}
END_TEST

Suite *suite_wire_hostile(void);

Suite *suite_wire_hostile(void)
{
	Suite *s = suite_create("wire/hostile");
	TCase *t = tcase_create("hostile");

	tcase_add_test(t, random_bytes_do_no_harm);
	tcase_add_test(t, damaged_messages_do_no_harm);
	tcase_add_test(t, deep_nesting_is_refused);
	tcase_add_test(t, invalid_text_of_ours_never_leaves);
	suite_add_tcase(s, t);
	return s;
}
