/* SPDX-License-Identifier: MIT */
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "help.h"
#include "lookback/base/err.h"
#include "lookback/base/utf8.h"

Suite *suite_base_err(void);

START_TEST(setting_an_error_gives_false_and_keeps_kind_and_text)
{
	struct err e = {.line = 3, .col = 4};

	ck_assert(!err_set(&e, ERR_REFUSED, "%s may not %s", "eve", "close"));
	ck_assert_int_eq(e.kind, ERR_REFUSED);
	ck_assert_str_eq(e.text, "eve may not close");
	ck_assert_int_eq(e.line, 0);
	ck_assert(!err_at(&e, 7, 9));
	ck_assert_int_eq(e.line, 7);
	ck_assert_int_eq(e.col, 9);
}
END_TEST

START_TEST(further_reasons_stand_on_lines_of_their_own)
{
	struct err e = {0};

	ck_assert(!err_more(&e, ERR_REFUSED, "one"));
	ck_assert(!err_more(&e, ERR_USAGE, "two"));
	ck_assert_int_eq(e.kind, ERR_REFUSED);
	ck_assert_str_eq(e.text, "one\ntwo");
}
END_TEST

START_TEST(context_goes_before_the_text)
{
	struct err e = {0};

	err_set(&e, ERR_INPUT, "bad date");
	ck_assert(!err_add(&e, "row %d", 12));
	ck_assert(!err_add(&e, "while importing %s", "x.csv"));
	ck_assert_str_eq(e.text, "while importing x.csv: row 12: bad date");
	ck_assert_int_eq(e.kind, ERR_INPUT);
}
END_TEST

START_TEST(hostile_text_is_masked_when_it_is_made)
{
	struct err e = {0};

	err_set(&e, ERR_IO, "%s",
	    "a\033[31mb\rc\xff"
	    "d\u202e\u200b\xc2\x85\tz");
	ck_assert_str_eq(e.text, "a<U+001B>[31mb<U+000D>c<0xFF>d<U+202E><U+200B><U+0085> z");
	err_set(&e, ERR_IO, "caf\u00e9");
	ck_assert_str_eq(e.text, "caf\u00e9");
}
END_TEST

START_TEST(a_text_too_long_is_cut_between_characters)
{
	char lead[8];

	for (size_t n = 0; n < 6; n++) {
		char text[5000];
		struct err e = {0};
		memset(lead, 'x', n);
		lead[n] = '\0';
		for (size_t i = 0; i + 3 < sizeof(text); i += 3)
			memcpy(text + i, "\u20ac", 4);
		err_set(&e, ERR_IO, "%s%s", lead, text);
		ck_assert(utf8_valid(str_of(e.text)));
		ck_assert_ptr_null(strchr(e.text, '<'));
		ck_assert_uint_ge(strlen(e.text), sizeof(e.text) - 4);
		err_add(&e, "%.1020s", text);
		err_more(&e, ERR_IO, "%s", text);
		ck_assert(utf8_valid(str_of(e.text)));
		ck_assert_uint_lt(strlen(e.text), sizeof(e.text));
	}
}
END_TEST

START_TEST(a_mark_is_never_cut)
{
	char text[1200];
	struct err e = {0};

	memset(text, 1, sizeof(text));
	text[sizeof(text) - 1] = '\0';
	err_set(&e, ERR_IO, "%s", text);
	ck_assert_uint_eq(strlen(e.text) % strlen("<U+0001>"), 0);
}
END_TEST

START_TEST(kinds_have_names_and_exit_codes)
{
	static const int codes[] = {0, 1, 2, 3, 4, 5, 6, 7, 7, 7};

	for (int k = ERR_NONE; k <= ERR_CANCELLED; k++) {
		ck_assert_int_eq(err_exit((enum err_kind)k), codes[k]);
		ck_assert_int_eq(err_kind_of(err_name((enum err_kind)k)), k);
	}
	ck_assert_int_eq(err_kind_of("martian"), ERR_IO);
	ck_assert_int_eq(err_exit((enum err_kind)99), 7);
	ck_assert_str_eq(err_name((enum err_kind)99), "io");
}
END_TEST

static void say_restored(void)
{
	ck_assert_int_eq(write(STDERR_FILENO, "[restored]", 10), 10);
}

static void hit_a_bug(void)
{
	die_hook(say_restored);
	BUG("no %s\033", "bananas");
}

static void just_die(void)
{
	die_hook(say_restored);
	die("out of memory");
}

static void bug_in_hook(void)
{
	BUG("in the hook");
}

static void bug_twice(void)
{
	die_hook(bug_in_hook);
	BUG("first");
}

START_TEST(a_bug_restores_the_screen_says_where_and_aborts)
{
	struct death d = death_of(hit_a_bug);

	ck_assert_int_eq(d.how, -SIGABRT);
	ck_assert_ptr_nonnull(strstr(d.words, "[restored]lookback: bug at "));
	ck_assert_ptr_nonnull(strstr(d.words, "test_err.c:"));
	ck_assert_ptr_nonnull(strstr(d.words, ": no bananas<U+001B>\n"));
}
END_TEST

START_TEST(dying_restores_the_screen_and_exits_with_7)
{
	struct death d = death_of(just_die);

	ck_assert_int_eq(d.how, 7);
	ck_assert_str_eq(d.words, "[restored]lookback: out of memory\n");
}
END_TEST

START_TEST(a_bug_in_the_hook_does_not_loop)
{
	ck_assert_int_eq(death_of(bug_twice).how, -SIGABRT);
}
END_TEST

Suite *suite_base_err(void)
{
	const TTest *const tests[] = {
	    setting_an_error_gives_false_and_keeps_kind_and_text,
	    further_reasons_stand_on_lines_of_their_own,
	    context_goes_before_the_text,
	    hostile_text_is_masked_when_it_is_made,
	    a_text_too_long_is_cut_between_characters,
	    a_mark_is_never_cut,
	    kinds_have_names_and_exit_codes,
	    a_bug_restores_the_screen_says_where_and_aborts,
	    dying_restores_the_screen_and_exits_with_7,
	    a_bug_in_the_hook_does_not_loop,
	};

	return suite_of("base/err", tests, COUNT(tests));
}
