/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "help.h"
#include "lookback/base/hash.h"

Suite *suite_base_hash(void);

static void hashes_to(struct str s, const char *want)
{
	struct hasher *h = hasher_open();
	char hex[HASH_HEX + 1];
	struct hash got;

	got = hash_of(s);
	hex_of(got.b, HASH_LEN, hex);
	ck_assert_str_eq(hex, want);
	for (int again = 0; again < 2; again++) {
		hasher_start(h);
		for (size_t i = 0; i < s.n; i += 7)
			hasher_add(h, (struct str){s.p + i, s.n - i < 7 ? s.n - i : 7});
		ck_assert(hash_eq(hasher_end(h), got));
	}
	hasher_close(h);
}

/* FIPS 180-4 examples, and the empty message. */
START_TEST(sha256_gives_the_published_answers)
{
	hashes_to(
	    STR("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	hashes_to(STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
	    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
	hashes_to((struct str){0},
	    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}
END_TEST

START_TEST(a_million_letters_hash_as_published)
{
	char *p = malloc(1000000);

	ck_assert_ptr_nonnull(p);
	memset(p, 'a', 1000000);
	hashes_to((struct str){p, 1000000},
	    "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
	free(p);
}
END_TEST

START_TEST(a_hash_given_up_halfway_leaves_no_trace)
{
	struct hasher *h = hasher_open();

	hasher_start(h);
	hasher_add(h, STR("something else"));
	hasher_start(h);
	hasher_add(h, STR("abc"));
	ck_assert(hash_eq(hasher_end(h), hash_of(STR("abc"))));
	hasher_close(h);
	hasher_close(NULL);
}
END_TEST

START_TEST(hex_reads_back_and_has_one_form)
{
	uint8_t in[256], out[256];
	char hex[513];

	for (int i = 0; i < 256; i++)
		in[i] = (uint8_t)i;
	hex_of(in, 256, hex);
	ck_assert(hex_read(str_of(hex), out, 256));
	ck_assert_mem_eq(in, out, 256);
	ck_assert(!hex_read(STR("0A"), out, 1));
	ck_assert(!hex_read(STR("0g"), out, 1));
	ck_assert(!hex_read(STR("000"), out, 1));
	ck_assert(!hex_read(STR("00"), out, SIZE_MAX / 2 + 2));
	ck_assert(hex_read(STR(""), out, 0));
}
END_TEST

START_TEST(check_words_come_from_the_first_sixty_bits)
{
	struct arena a = {0};
	struct hash zero = {{0}}, ones, tail = {{0}};

	memset(ones.b, 0xff, HASH_LEN);
	tail.b[HASH_LEN - 1] = 1;
	ck_str_is(hash_words(&a, zero), "acid acid acid acid acid acid");
	ck_str_is(hash_words(&a, ones), "zone zone zone zone zone zone");
	ck_str_is(hash_words(&a, tail), "acid acid acid acid acid acid");
	ck_str_is(hash_words(&a, hash_of(STR("abc"))), "scale tongue ledge trout alarm fiddle");
	arena_clear(&a);
}
END_TEST

/* All 1,024 in order, by their bits: what is on paper must stay readable. */
START_TEST(the_list_of_check_words_never_changes)
{
	struct arena a = {0};
	struct buf all = buf_in(&a);
	char hex[HASH_HEX + 1];
	struct str was = {0};

	for (unsigned i = 0; i < 1024; i++) {
		struct hash h = {{(uint8_t)(i >> 2), (uint8_t)(i << 6)}};
		struct str rest = hash_words(&a, h), word;
		ck_assert(str_cut(&rest, ' ', &word));
		holds(word.n >= 3 && word.n <= 7);
		holds(memcmp(word.p, was.n ? was.p : "\0", was.n < 4 ? was.n + 1 : 4) > 0);
		buf_put(&all, word);
		was = word;
	}
	hex_of(hash_of(buf_str(&all)).b, HASH_LEN, hex);
	ck_assert_str_eq(
	    hex, "c783fc9749fcb7ac8b75b96c3ef7b73fc12a9607aebb08ea30c0d40d7d8e54f9");
	arena_clear(&a);
}
END_TEST

START_TEST(random_bytes_fill_everything_and_differ)
{
	uint8_t a[1000] = {0}, b[1000] = {0};
	int zeros = 0;

	random_bytes(a, sizeof(a));
	random_bytes(b, sizeof(b));
	random_bytes(b, 0);
	ck_assert_mem_ne(a, b, sizeof(a));
	for (size_t i = 0; i < sizeof(a); i++)
		zeros += a[i] == 0;
	ck_assert_int_lt(zeros, 40);
}
END_TEST

/* The first outputs of the reference programs (splitmix64.c, xoshiro256starstar.c). */
START_TEST(dice_are_the_same_on_every_machine)
{
	struct dice d = {{1, 2, 3, 4}};
	static const uint64_t want[] = {11520u, 0u, 1509978240u, 1215971899390074240u,
	    1216172134540287360u, 607988272756665600u};

	for (size_t i = 0; i < COUNT(want); i++)
		ck_assert(dice_next(&d) == want[i]);
	d = dice_seed(1234567);
	ck_assert(d.s[0] == 6457827717110365317u);
	ck_assert(d.s[1] == 3203168211198807973u);
	ck_assert(d.s[2] == 9817491932198370423u);
	ck_assert(d.s[3] == 4593380528125082431u);
}
END_TEST

START_TEST(dice_below_n_are_even)
{
	struct dice d = dice_seed(13);
	int seen[7] = {0};

	for (int i = 0; i < 70000; i++)
		seen[dice_below(&d, 7)]++;
	for (int i = 0; i < 7; i++)
		ck_assert(seen[i] > 9500 && seen[i] < 10500);
	for (int i = 0; i < 1000; i++)
		holds(dice_below(&d, UINT64_C(3) << 62) < UINT64_C(3) << 62);
	ck_assert(dice_below(&d, 1) == 0);
}
END_TEST

Suite *suite_base_hash(void)
{
	const TTest *const tests[] = {
	    sha256_gives_the_published_answers,
	    a_million_letters_hash_as_published,
	    a_hash_given_up_halfway_leaves_no_trace,
	    hex_reads_back_and_has_one_form,
	    check_words_come_from_the_first_sixty_bits,
	    the_list_of_check_words_never_changes,
	    random_bytes_fill_everything_and_differ,
	    dice_are_the_same_on_every_machine,
	    dice_below_n_are_even,
	};

	return suite_of("base/hash", tests, COUNT(tests));
}
