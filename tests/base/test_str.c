/* SPDX-License-Identifier: MIT */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "help.h"
#include "lookback/base/arena.h"
#include "lookback/base/str.h"

Suite *suite_base_str(void);

START_TEST(a_zeroed_str_is_the_empty_string)
{
	struct str none = {0};

	ck_assert(str_eq(none, STR("")));
	ck_assert(str_is(none, ""));
	ck_assert(str_eq(str_of(NULL), none));
	ck_assert_int_eq(str_cmp(none, STR("")), 0);
	ck_assert_int_lt(str_cmp(none, STR("a")), 0);
	ck_assert(str_starts(STR("abc"), none));
	ck_assert_uint_eq(str_trim(none).n, 0);
}
END_TEST

START_TEST(strings_compare_by_bytes)
{
	ck_assert_int_lt(str_cmp(STR("ab"), STR("abc")), 0);
	ck_assert_int_gt(str_cmp(STR("b"), STR("abc")), 0);
	ck_assert_int_gt(str_cmp(STR("\xc3\xa9"), STR("z")), 0);
	ck_assert(!str_eq(STR("a\0b"), STR("a\0c")));
	ck_assert(str_starts(STR("record"), STR("rec")));
	ck_assert(!str_starts(STR("rec"), STR("record")));
}
END_TEST

START_TEST(a_list_knows_what_it_has)
{
	struct str v[] = {STR("red"), STR("amber"), STR("")};
	struct strs list = {v, 3, 3};

	ck_assert(str_has(list, STR("amber")));
	ck_assert(str_has(list, (struct str){0}));
	ck_assert(!str_has(list, STR("re")));
}
END_TEST

START_TEST(trimming_takes_ascii_white_space_only)
{
	ck_str_is(str_trim(STR(" \t\r\n a b \v\f")), "a b");
	ck_str_is(str_trim(STR("   ")), "");
	ck_str_is(str_trim(STR("\u00a0x")), "\u00a0x");
}
END_TEST

static void cuts_into(const char *text, const char *joined)
{
	struct str rest = str_of(text), part;
	struct arena a = {0};
	struct buf b = buf_in(&a);

	while (str_cut(&rest, ',', &part)) {
		buf_char(&b, '[');
		buf_put(&b, part);
		buf_char(&b, ']');
	}
	ck_str_is(buf_str(&b), joined);
	arena_clear(&a);
}

START_TEST(cutting_keeps_empty_parts_but_a_last_separator_ends)
{
	cuts_into("a,b", "[a][b]");
	cuts_into("a,,b", "[a][][b]");
	cuts_into(",a,", "[][a]");
	cuts_into("", "");
	cuts_into(NULL, "");
	cuts_into(",", "[]");
}
END_TEST

START_TEST(whole_decimals_are_read_and_nothing_else)
{
	static const char *const bad[] = {"", "-", "+1", " 1", "1 ", "1.0", "0x1", "1e3", "--1",
	    "9223372036854775808", "-9223372036854775809", "99999999999999999999"};
	int64_t v = 42;

	for (size_t i = 0; i < COUNT(bad); i++)
		ck_assert_msg(!str_int(str_of(bad[i]), &v), "%s", bad[i]);
	ck_assert_int_eq(v, 42);
	ck_assert(str_int(STR("007"), &v) && v == 7);
	ck_assert(str_int(STR("-0"), &v) && v == 0);
}
END_TEST

START_TEST(every_integer_reads_back)
{
	static const int64_t edges[] = {0, 1, -1, INT64_MAX, INT64_MIN, INT64_MAX - 1};
	struct dice d = dice_seed(2);
	char text[32];

	for (size_t i = 0; i < 10000; i++) {
		int64_t got = 0, want = i < COUNT(edges)
					    ? edges[i]
					    : (int64_t)(dice_next(&d) >> dice_below(&d, 64));
		int n = snprintf(text, sizeof(text), "%" PRId64, want);
		holds(str_int((struct str){text, (size_t)n}, &got));
		holds(got == want);
	}
}
END_TEST

static const struct str verbs[] = {STR_INIT("claim"), STR_INIT("release"), STR_INIT("decide"),
    STR_INIT("defer"), STR_INIT("report"), STR_INIT("log"), STR_INIT("list"), STR_INIT("open")};

START_TEST(the_nearest_word_is_suggested)
{
	static const struct {
		struct str typed;
		const char *meant;
	} t[] = {
	    {STR_INIT("clam"), "claim"},
	    {STR_INIT("relaese"), "release"},
	    {STR_INIT("Decide"), "decide"},
	    {STR_INIT("raport"), "report"},
	    {STR_INIT("lsit"), "list"},
	    {STR_INIT("opne"), "open"},
	    {STR_INIT("lg"), "log"},
	    {STR_INIT("zebra"), ""},
	    {STR_INIT(""), ""},
	    {STR_INIT("x"), ""},
	    {STR_INIT("xyz"), ""},
	    {STR_INIT("list"), "list"},
	};

	for (size_t i = 0; i < COUNT(t); i++)
		ck_str_is(str_nearest(t[i].typed, verbs, COUNT(verbs)), t[i].meant);
}
END_TEST

START_TEST(a_monstrous_word_is_near_nothing)
{
	char text[500];

	memset(text, 'a', sizeof(text));
	ck_assert_uint_eq(
	    str_nearest((struct str){text, sizeof(text)}, verbs, COUNT(verbs)).n, 0);
	for (size_t n = 60; n < 70; n++) {
		struct str long_one = {text, n};
		ck_assert_uint_eq(str_nearest(long_one, &long_one, 1).n, n <= 64 ? n : 0);
	}
}
END_TEST

/* The definition, as slow as it is plain. */
static int plain_distance(struct str a, struct str b)
{
	struct str a1 = {a.p, a.n - 1}, b1 = {b.p, b.n - 1};
	int best, other;

	if (!a.n || !b.n)
		return (int)(a.n + b.n);
	best = plain_distance(a1, b1) + (a.p[a1.n] != b.p[b1.n]);
	other = plain_distance(a1, b) + 1;
	best = other < best ? other : best;
	other = plain_distance(a, b1) + 1;
	best = other < best ? other : best;
	if (a.n > 1 && b.n > 1 && a.p[a1.n] == b.p[b1.n - 1] && a.p[a1.n - 1] == b.p[b1.n]) {
		other =
		    plain_distance((struct str){a.p, a.n - 2}, (struct str){b.p, b.n - 2}) + 1;
		best = other < best ? other : best;
	}
	return best;
}

START_TEST(nearness_agrees_with_the_definition_of_distance)
{
	struct dice d = dice_seed(3);

	for (int i = 0; i < 3000; i++) {
		char w[2][6];
		struct str a = {w[0], 1 + dice_below(&d, 6)}, b = {w[1], 1 + dice_below(&d, 6)};
		for (size_t k = 0; k < 6; k++) {
			w[0][k] = (char)('a' + dice_below(&d, 3));
			w[1][k] = (char)('a' + dice_below(&d, 3));
		}
		int dist = plain_distance(a, b), most = (int)(a.n + 2) / 3;
		bool near = dist <= most && (dist == 0 || dist < (int)a.n) && dist < (int)b.n;
		holds((str_nearest(a, &b, 1).n > 0) == near);
	}
}
END_TEST

START_TEST(a_builder_holds_what_was_put_and_a_nul)
{
	struct arena a = {0};
	struct buf b = buf_in(&a);
	char want[30000] = "";
	size_t n = 0;

	ck_assert_str_eq(buf_str(&b).p, "");
	for (int i = 0; n < sizeof(want) - 40; i++) {
		buf_char(&b, (char)('a' + i % 26));
		buf_puts(&b, "--");
		buf_put(&b, (struct str){0});
		buf_printf(&b, "%d;", i);
		n += (size_t)snprintf(want + n, sizeof(want) - n, "%c--%d;", 'a' + i % 26, i);
		arena_alloc(&a, (size_t)i % 3, 1); /* others allocate meanwhile */
		ck_assert_uint_eq(strlen(buf_str(&b).p), n);
	}
	ck_assert_str_eq(buf_str(&b).p, want);
	buf_printf(&b, "%s", want);
	ck_assert_uint_eq(buf_str(&b).n, 2 * n);
	arena_clear(&a);
}
END_TEST

START_TEST(printing_into_an_empty_builder_works)
{
	struct arena a = {0};
	struct buf b = buf_in(&a);

	buf_printf(&b, "%s", "");
	ck_str_is(buf_str(&b), "");
	buf_printf(&b, "%064d", 1);
	ck_assert_uint_eq(buf_str(&b).n, 64);
	arena_clear(&a);
}
END_TEST

Suite *suite_base_str(void)
{
	const TTest *const tests[] = {
	    a_zeroed_str_is_the_empty_string,
	    strings_compare_by_bytes,
	    a_list_knows_what_it_has,
	    trimming_takes_ascii_white_space_only,
	    cutting_keeps_empty_parts_but_a_last_separator_ends,
	    whole_decimals_are_read_and_nothing_else,
	    every_integer_reads_back,
	    the_nearest_word_is_suggested,
	    a_monstrous_word_is_near_nothing,
	    nearness_agrees_with_the_definition_of_distance,
	    a_builder_holds_what_was_put_and_a_nul,
	    printing_into_an_empty_builder_works,
	};

	return suite_of("base/str", tests, COUNT(tests));
}
