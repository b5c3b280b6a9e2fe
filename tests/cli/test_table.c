/* SPDX-License-Identifier: MIT */
/* Tables, wrapped text and the progress bar, as values. */
#include <check.h>
#include <string.h>

#include "cli/bar.h"
#include "cli/table.h"
#include "lookback/base/hash.h"
#include "lookback/base/utf8.h"

static struct arena life;

static void end(void)
{
	arena_clear(&life);
}

START_TEST(columns_stand_under_each_other_whatever_the_script)
{
	struct table t = {.arena = &life};
	struct buf b = buf_in(&life);

	table_head(&t, "Name", false);
	table_head(&t, "N", true);
	table_head(&t, "Last", false);
	table_cell(&t, STR("Łukasz"));
	table_number(&t, 5);
	table_cell(&t, STR("x"));
	table_cell(&t, STR("\xe6\x9d\x8e")); /* two columns wide */
	table_number(&t, 1234);
	table_cell(&t, STR(""));
	table_flush(&t, &b);
	ck_assert_str_eq(buf_str(&b).p, "Name       N  Last\n"
					"Łukasz     5  x\n"
					"\xe6\x9d\x8e      1234\n");
}
END_TEST

START_TEST(a_second_page_keeps_the_widths_and_has_no_heads)
{
	struct table t = {.arena = &life};
	struct buf b = buf_in(&life);

	table_head(&t, "A", false);
	table_head(&t, "B", false);
	table_cell(&t, STR("four"));
	table_cell(&t, STR("x"));
	table_flush(&t, &b);
	table_cell(&t, STR("one"));
	table_cell(&t, STR("y"));
	table_flush(&t, &b);
	table_flush(&t, &b);
	ck_assert_str_eq(buf_str(&b).p, "A     B\nfour  x\none   y\n");
}
END_TEST

START_TEST(no_cell_can_act_on_a_terminal)
{
	struct table t = {.arena = &life};
	struct buf b = buf_in(&life);

	table_head(&t, "A", false);
	table_cell(&t, STR("\033[2J\r\n\xc2\x9b\xe2\x80\xae"));
	table_flush(&t, &b);
	wrap(&b, STR("\033]0;x\007 line\nline\rtwo"), 2, 40);
	for (size_t i = 0, at = 0; i < b.n; i = at) {
		uint32_t cp;
		ck_assert(utf8_next(buf_str(&b), &at, &cp));
		ck_assert(cp == '\n' || utf8_safe(cp));
	}
}
END_TEST

/* Random words: no line too wide unless a word is, no word lost, none out of order. */
START_TEST(wrapped_text_keeps_every_word_within_the_width)
{
	struct dice d = dice_seed((uint64_t)_i);
	struct buf text = buf_in(&life), b = buf_in(&life);
	struct str out, line, word, rest;
	int indent = (int)dice_below(&d, 6), width = 20 + (int)dice_below(&d, 40);

	for (int i = 0; i < 60; i++) {
		for (uint64_t n = 1 + dice_below(&d, 12); n > 0; n--)
			buf_puts(&text, dice_below(&d, 5) ? "a" : "é");
		buf_char(&text, i == 59 || dice_below(&d, 15) == 0 ? '\n' : ' ');
	}
	wrap(&b, buf_str(&text), indent, width);
	rest = buf_str(&text);
	for (out = buf_str(&b); str_cut(&out, '\n', &line);) {
		ck_assert_int_le(utf8_columns(line), width);
		line = str_trim(line);
		while (str_cut(&line, ' ', &word)) {
			rest = str_trim(rest);
			ck_assert(str_starts(rest, word));
			rest = (struct str){rest.p + word.n, rest.n - word.n};
		}
	}
	ck_assert_uint_eq(str_trim(rest).n, 0);
}
END_TEST

START_TEST(a_bar_fills_and_never_overflows)
{
	char text[BAR_TEXT];

	bar_text(text, STR("importing"), 0, 200);
	ck_assert_str_eq(text, "importing        [........................]   0 %  0 of 200");
	bar_text(text, STR("importing"), 100, 200);
	ck_assert_str_eq(text, "importing        [############............]  50 %  100 of 200");
	bar_text(text, STR("importing"), 300, 200);
	ck_assert(strstr(text, "100 %  200 of 200") != NULL);
	bar_text(text, STR("a very long word for what is going on here"), INT64_MAX / 100,
	    INT64_MAX / 50);
	ck_assert_uint_lt(strlen(text), BAR_TEXT);
	bar_text(text, STR("counting"), 77, 0);
	ck_assert_str_eq(text, "counting         77");
}
END_TEST

Suite *suite_cli_table(void);

Suite *suite_cli_table(void)
{
	Suite *s = suite_create("cli table");
	TCase *t = tcase_create("table");

	tcase_add_checked_fixture(t, NULL, end);
	tcase_add_test(t, columns_stand_under_each_other_whatever_the_script);
	tcase_add_test(t, a_second_page_keeps_the_widths_and_has_no_heads);
	tcase_add_test(t, no_cell_can_act_on_a_terminal);
	tcase_add_loop_test(t, wrapped_text_keeps_every_word_within_the_width, 0, 20);
	tcase_add_test(t, a_bar_fills_and_never_overflows);
	suite_add_tcase(s, t);
	return s;
}
