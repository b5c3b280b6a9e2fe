/* SPDX-License-Identifier: MIT */
/* The quick reader against the careful one: what it takes means the same to both, and what
 * our own encoder writes it takes. */
#include <check.h>
#include <string.h>

#include "wire/random.h"
#include "wire/read.h"

enum { ROUNDS = 100, MUTANTS = 500 };

static void *zeroed(struct arena *a, const struct wire_shape *s)
{
	return arena_alloc(a, s->size, alignof(max_align_t));
}

static struct str random_body(struct arena *a, struct dice *d, const struct wire_message *m)
{
	void *in = zeroed(a, m->shape);
	struct buf b = buf_in(a);

	random_struct(a, d, m->shape, in);
	wire_body(a, m->msg, in, &b);
	return buf_str(&b);
}

/* Whether the quick reader took it; if so, both agree. */
static bool agree(struct arena *a, const struct wire_shape *s, struct str body)
{
	void *quick = zeroed(a, s), *careful = zeroed(a, s);
	const char *other;
	struct err e = {0};

	if (!quick_read(a, s, body, quick))
		return false;
	ck_assert_msg(careful_read(a, s, body, careful, &e), "%s: %.*s", e.text, STR_ARG(body));
	other = first_difference(s, quick, careful);
	ck_assert_msg(!other, "%s.%s of %.*s", s->name, other, STR_ARG(body));
	return true;
}

START_TEST(what_we_write_is_read_quickly)
{
	struct dice d = dice_seed(21);
	struct arena a = {0};
	size_t n;
	const struct wire_message *m = wire_messages(&n);

	for (size_t i = 0; i < n * ROUNDS; i++) {
		struct str body = random_body(&a, &d, &m[i % n]);
		ck_assert_msg(agree(&a, m[i % n].shape, body), "%.*s", STR_ARG(body));
		arena_clear(&a);
	}
}
END_TEST

static struct str mutant(struct arena *a, struct dice *d, struct str body)
{
	static const char likely[] = "{}[]\":,\\0-91.eE tfnu\n\x01\x80\xc3";
	char *p = (char *)arena_str(a, body).p;
	size_t n = body.n;

	for (size_t k = 1 + dice_below(d, 2); k && n > 1; k--) {
		size_t at = dice_below(d, n);
		switch (dice_below(d, 3)) {
		case 0:
			p[at] = likely[dice_below(d, sizeof(likely) - 1)];
			break;
		case 1:
			memmove(p + at, p + at + 1, n - at);
			n--;
			break;
		default: /* two places change their contents */
			p[at] = p[dice_below(d, n)];
		}
	}
	return (struct str){p, n};
}

START_TEST(both_readers_agree_on_damaged_bodies)
{
	struct dice d = dice_seed(22);
	struct arena a = {0};
	size_t n, taken = 0;
	const struct wire_message *m = wire_messages(&n);

	for (size_t i = 0; i < n * MUTANTS; i++) {
		struct str body = random_body(&a, &d, &m[i % n]);
		taken += agree(&a, m[i % n].shape, mutant(&a, &d, body));
		arena_clear(&a);
	}
	/* a letter of a text may well have changed into another */
	ck_assert_uint_gt(taken, n * MUTANTS / 20);
}
END_TEST

static const struct {
	const char *body;
	bool quick;
} cases[] = {
    {"{\"limit\":0}", true},
    {"{\"limit\":-7}", true},
    {"{\"limit\":9223372036854775807}", true},
    {"{\"limit\":-9223372036854775807}", true},
    {"{\"limit\":9223372036854775808}", false},
    {"{\"limit\":99999999999999999999}", false},
    {"{\"limit\":-0}", false},
    {"{\"limit\":07}", false},
    {"{\"limit\":1.0}", false},
    {"{\"limit\":1e3}", false},
    {"{\"limit\": 1}", false},
    {"{\"limit\":1,}", false},
    {"{\"limit\":1,\"limit\":1}", false},
    {"{\"limit\":1}}", false},
    {"{\"last\":true,\"expr\":\"\\u001b\\n\\\"\"}", true},
    {"{\"expr\":\"\\u0000\"}", false},
    {"{\"expr\":\"\\u00e9\"}", false},
    {"{\"expr\":\"\\", false},
    {"{\"expr\":\"", false},
    {"{\"expr\"", false},
    {"{\"expr", false},
    {"{\"", false},
    {"{", false},
    {"", false},
};

START_TEST(it_knows_what_to_leave)
{
	struct arena a = {0};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct str body = str_of(cases[i].body);
		ck_assert_msg(agree(&a, wire_message(MSG_list)->shape, body) == cases[i].quick,
		    "%s", cases[i].body);
		arena_clear(&a);
	}
}
END_TEST

Suite *suite_wire_quick(void);

Suite *suite_wire_quick(void)
{
	Suite *s = suite_create("wire/quick");
	TCase *t = tcase_create("quick");

	tcase_add_test(t, what_we_write_is_read_quickly);
	tcase_add_test(t, both_readers_agree_on_damaged_bodies);
	tcase_add_test(t, it_knows_what_to_leave);
	suite_add_tcase(s, t);
	return s;
}
