/* SPDX-License-Identifier: MIT */
/* Bytes become keys: the same however they are cut, nothing unsafe, nothing stuck. */
#include <check.h>
#include <string.h>

#include "lookback/base/hash.h"
#include "lookback/base/utf8.h"
#include "tui/decode.h"

Suite *suite_tui_decode(void);

static struct decoder d;
static struct arena a;

static void set_up(void)
{
	a = (struct arena){0};
	decode_init(&d);
}

static void tear_down(void)
{
	decode_clear(&d);
	arena_clear(&a);
}

static void describe(struct buf *out, const struct event *ev)
{
	if (ev->kind == EVENT_KEY)
		buf_printf(out, "%x ", (unsigned)ev->key);
	if (ev->kind == EVENT_PASTE)
		buf_printf(out, "[%.*s] ", STR_ARG(ev->paste));
}

/* All events as text; what waits at the end is taken as it is. */
static struct str events(struct str bytes, size_t piece)
{
	struct buf out = buf_in(&a);
	struct event ev;

	for (size_t at = 0; at < bytes.n; at += piece) {
		size_t n = bytes.n - at < piece ? bytes.n - at : piece;
		decode_feed(&d, bytes.p + at, n);
		while ((ev = decode_next(&d, false)).kind != EVENT_NONE)
			describe(&out, &ev);
	}
	while ((ev = decode_next(&d, true)).kind != EVENT_NONE)
		describe(&out, &ev);
	return buf_str(&out);
}

static void expect(const char *bytes, const char *want)
{
	struct str got = events(str_of(bytes), 1000);

	ck_assert_msg(str_is(str_trim(got), want), "%s gives '%.*s'", bytes, STR_ARG(got));
}

START_TEST(usual_sequences_are_keys)
{
	expect("\033[A\033OB", "110000 110001");
	expect("\033[5~\033[6~\033[1;5C", "110006 110007 11000c");
	expect("\r\n\x7f\x08\t", "d d 7f 7f 9");
	expect("\033[Zj", "11000a 6a");
	expect("é王", "e9 738b");
}
END_TEST

START_TEST(a_lone_escape_is_one_when_the_moment_is_over)
{
	struct event ev;

	decode_feed(&d, "\033", 1);
	ck_assert_int_eq(decode_next(&d, false).kind, EVENT_NONE);
	ck_assert(decode_waits(&d));
	ev = decode_next(&d, true);
	ck_assert_uint_eq(ev.key, K_ESC);
	ck_assert(!decode_waits(&d));
	expect("\033\033", "1b 1b");
	expect("\033x", "1b 78");
}
END_TEST

START_TEST(unknown_sequences_are_dropped_whole)
{
	expect("\033[99;99Zx", "78");
	expect("\033[>1;2;3cx", "78");
	expect("\033OXx", "78");
	expect("a\xff\xfe"
	       "b\xc3"
	       "c",
	    "61 62 63");
}
END_TEST

START_TEST(a_paste_is_text_whatever_it_holds)
{
	expect("\033[200~Q\033[A\033\033\r\033[201~j", "[Q\033[A\033\033\r] 6a");
	expect("\033[200~\033[200~x\033[201~", "[\033[200~x]");
}
END_TEST

/* Rubbish that looks like the begin of a paste does not take the keyboard away for good. */
START_TEST(a_paste_without_an_end_ends_when_nothing_more_comes)
{
	expect("\033[200~Q\033[20", "[Q]");
	ck_assert(!decode_waits(&d));
	expect("j", "6a");
	decode_feed(&d, "\033[200~", 6);
	ck_assert_int_eq(decode_next(&d, false).kind, EVENT_NONE);
	ck_assert(decode_waits(&d));
	ck_assert_int_eq(decode_next(&d, true).kind, EVENT_PASTE);
}
END_TEST

START_TEST(keys_of_the_terminal_come_first)
{
	decode_extra(&d, "\033[A", K_F1);
	decode_extra(&d, "\033xyz", K_F2);
	expect("\033[A\033xyz", "11000d 11000e");
}
END_TEST

static const char *const pieces[] = {"\033[A", "\033OB", "\033", "\033[", "x", "é", "王",
    "\xff", "\033[200~", "\033[201~", "\r", "\033[1;5D", "[", "O", "\033[99~", "~", "5",
    "\xe7"};
enum { PIECES = sizeof(pieces) / sizeof(pieces[0]) };

static struct str random_bytes_of(struct dice *dice, bool sequences)
{
	struct buf b = buf_in(&a);

	for (uint64_t n = dice_below(dice, 30); n > 0; n--)
		if (sequences)
			buf_puts(&b, pieces[dice_below(dice, PIECES)]);
		else
			buf_char(&b, (char)dice_below(dice, 256));
	return buf_str(&b);
}

/* A line delivers bytes in pieces of its own choosing. */
START_TEST(how_bytes_arrive_changes_nothing)
{
	struct dice dice = dice_seed((uint64_t)_i);
	struct str bytes = random_bytes_of(&dice, true), whole, cut;

	whole = events(bytes, 1000);
	decode_drop(&d);
	cut = events(bytes, 1 + (size_t)dice_below(&dice, 3));
	ck_assert_msg(str_eq(whole, cut), "%.*s / %.*s", STR_ARG(whole), STR_ARG(cut));
}
END_TEST

START_TEST(any_bytes_end_in_keys_or_nothing)
{
	struct dice dice = dice_seed((uint64_t)_i);
	struct str bytes = random_bytes_of(&dice, false);
	struct event ev;
	int n = 0;

	decode_feed(&d, bytes.p, bytes.n);
	while ((ev = decode_next(&d, true)).kind != EVENT_NONE) {
		ck_assert_int_le(++n, (int)bytes.n);
		if (ev.kind == EVENT_KEY)
			ck_assert(ev.key <= K_F12 && ev.key != 0);
	}
	ck_assert(!decode_waits(&d));
}
END_TEST

Suite *suite_tui_decode(void)
{
	Suite *s = suite_create("tui decode");
	TCase *t = tcase_create("bytes");

	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_add_test(t, usual_sequences_are_keys);
	tcase_add_test(t, a_lone_escape_is_one_when_the_moment_is_over);
	tcase_add_test(t, unknown_sequences_are_dropped_whole);
	tcase_add_test(t, a_paste_is_text_whatever_it_holds);
	tcase_add_test(t, a_paste_without_an_end_ends_when_nothing_more_comes);
	tcase_add_test(t, keys_of_the_terminal_come_first);
	tcase_add_loop_test(t, how_bytes_arrive_changes_nothing, 0, 300);
	tcase_add_loop_test(t, any_bytes_end_in_keys_or_nothing, 0, 300);
	suite_add_tcase(s, t);
	return s;
}
