/* SPDX-License-Identifier: MIT */
/* Reading and answering in a real terminal: two panes, marks, quotes, pastes, concealing. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "e2e/pty/scene.h"

enum { WIDE = 120, RULE = 54, MEGABYTE = 1 << 20 };

static struct pty *desk(struct scene *s, int cols)
{
	struct pty_how how = {.rows = 40, .cols = cols};
	struct pty *p = scene_desk(s, "r01", &how);

	pty_expect(p, "What waits for me");
	return p;
}

static bool cursor_left(struct pty *p, const void *yes)
{
	int row, col;

	pty_cursor(p, &row, &col);
	return (col < RULE) == (yes != NULL);
}

static bool cursor_in(struct pty *p, const void *column)
{
	int row, col;

	pty_cursor(p, &row, &col);
	return col == *(const int *)column;
}

/* The last row is painted last: when its message stands there, all of it does. */
static struct str whole_screen(struct scene *s, struct pty *p)
{
	scene_settle(p);
	return scene_screen(s, p);
}

/* The case stays on the screen from the first answer to the decision. */
START_TEST(a_triage_side_by_side)
{
	struct scene s = scene_open();
	struct pty *p = desk(&s, WIDE);
	const char *ref = scene_form(&s, p);

	pty_expect(p, ref);
	pty_expect(p, "Rules in force");
	pty_type(p, "1");
	pty_expect(p, scene_triage[1].help);
	pty_until(p, cursor_left, NULL, "the cursor in the form");
	pty_type(p, "s");
	pty_until(p, cursor_left, p, "the cursor in the case");
	pty_type(p, "4");
	pty_expect(p, "came in"); /* the history */
	pty_expect(p, scene_triage[1].help);
	pty_type(p, "1");
	pty_expect(p, "Rules in force");
	pty_type(p, "s");
	pty_until(p, cursor_left, NULL, "the cursor in the form");
	scene_answer(p, 1, TRIAGE);
	pty_expect(p, "Rules in force");
	pty_type(p, "dg");
	pty_expect(p, "Press Enter to do it");
	pty_type(p, "\r");
	pty_expect(p, "n brings the next case");
	scene_answers_are(&s, ref, TRIAGE);
	pty_type(p, "Q");
	ck_assert_int_eq(pty_wait_exit(p), 0);
	pty_end(p);
}
END_TEST

START_TEST(at_eighty_columns_one_key_swaps_and_both_keep_their_place)
{
	struct scene s = scene_open();
	struct pty *p = scene_desk(&s, "r01", NULL);
	struct str form, source;
	int row, col, row2, col2;

	pty_expect(p, "What waits for me");
	scene_form(&s, p);
	scene_answer(p, 0, 3);
	pty_type(p, "j");
	pty_expect(p, scene_triage[4].help);
	form = whole_screen(&s, p);
	pty_type(p, "s");
	pty_expect(p, "Rules in force");
	pty_type(p, "\004\004jj");
	pty_expect_gone(p, "Rules in force");
	source = whole_screen(&s, p);
	pty_cursor(p, &row, &col);
	pty_type(p, "sZ");
	scene_expect(p, form);
	pty_type(p, "sZ");
	scene_expect(p, source);
	pty_cursor(p, &row2, &col2);
	ck_assert_int_eq(row, row2);
	ck_assert_int_eq(col, col2);
	pty_end(p);
}
END_TEST

/* Words are marked, gone through, and the line found is quoted. */
START_TEST(a_word_is_looked_for_and_its_line_quoted)
{
	struct scene s = scene_open();
	struct pty *p = desk(&s, 80);
	const char *ref = scene_form(&s, p);

	scene_answer(p, 0, 2);
	pty_type(p, "ks/");
	pty_expect(p, "Words");
	pty_type(p, "disclos*\r");
	pty_expect(p, "n next word");
	pty_type(p, "e");
	pty_expect(p, "quoted");
	pty_type(p, "\033");
	pty_expect(p, "Why?");
	pty_expect(p, "see ");
	pty_type(p, "\r");
	pty_expect(p, scene_triage[2].help);
	ck_assert_ptr_nonnull(strstr(TOLD(&s, "s1", "show", ref, "--json").p, "see "));
	pty_end(p);
}
END_TEST

START_TEST(tab_goes_on_a_dot_repeats_and_a_day_is_shown)
{
	struct scene s = scene_open();
	struct pty *p = desk(&s, WIDE);
	const char *first = scene_form(&s, p), *second;

	pty_type(p, "1");
	pty_expect(p, scene_triage[1].help);
	pty_type(p, "\t\t");
	pty_expect(p, scene_triage[3].help);
	pty_type(p, "qn");
	pty_expect_gone(p, first);
	second = scene_ref(&s, p);
	pty_type(p, "a");
	pty_expect(p, scene_triage[0].help);
	pty_type(p, ".");
	pty_expect(p, scene_triage[1].help);
	scene_answers_are(&s, second, 1);
	for (int i = 1; i < 9; i++)
		pty_type(p, "j");
	pty_expect(p, scene_triage[9].help);
	pty_type(p, "y");
	pty_expect(p, "Why?");
	pty_type(p, "heard of it\r");
	pty_expect(p, "When did it");
	pty_type(p, "\r3/4/17");
	pty_expect(p, "= Monday 3 Apr 2017");
	pty_type(p, "\r");
	pty_expect(p, "2017-04-03");
	pty_end(p);
}
END_TEST

/* A megabyte with escape sequences in it: what fits stays, and that is said. */
START_TEST(a_megabyte_pasted_is_cut_and_cleaned)
{
	static const char unit[] = "words \033[31m\007and\r\nlines ";
	struct scene s = scene_open();
	struct pty *p = desk(&s, 80);
	char *text = malloc(MEGABYTE);
	size_t n;
	const char *raw;

	for (size_t i = 0; i < MEGABYTE; i++)
		text[i] = unit[i % (sizeof unit - 1)];
	pty_type(p, "n");
	pty_expect(p, "1 Case");
	pty_type(p, "N");
	pty_expect(p, "Note on");
	pty_type(p, "\033[200~");
	pty_type_bytes(p, text, MEGABYTE);
	pty_type(p, "\033[201~");
	pty_expect(p, "was left out");
	raw = pty_raw(p, &n);
	ck_assert_uint_eq(scene_last(raw, n, "\007"), n);
	pty_type(p, "\037"); /* one undo takes all of it back */
	pty_expect_gone(p, "lines");
	pty_type(p, "short enough\023");
	pty_expect(p, "is saved");
	free(text);
	pty_end(p);
}
END_TEST

/* A service that does not answer keeps nobody from concealing the screen. */
START_TEST(concealing_does_not_wait_for_the_service)
{
	struct scene s = scene_open();
	struct pty *p = desk(&s, _i ? WIDE : 80);
	const char *ref = scene_form(&s, p);
	pid_t service = proc_service(s.db);

	scene_answer(p, 0, 2);
	ck_assert_int_gt(service, 0);
	kill(service, SIGSTOP);
	pty_type(p, "n");
	pty_type(p, _i ? "\032" : "\033\033");
	pty_expect_gone(p, "Triage");
	ck_assert(!pty_shows(p, ref));
	ck_assert(!pty_shows(p, "Was"));
	kill(service, SIGCONT);
	pty_expect(p, "Locked.");
	ck_assert(!pty_shows(p, ref));
	pty_type(p, "r01\r");
	pty_expect(p, scene_triage[3].help); /* the answer went its way */
	scene_answers_are(&s, ref, 3);
	pty_end(p);
}
END_TEST

/* Writing a reason when somebody comes: the half sentence and its cursor are there again. */
START_TEST(a_half_written_reason_is_under_the_cursor_again)
{
	struct scene s = scene_open();
	struct pty *p = desk(&s, _i ? WIDE : 80);
	const int column = _i ? RULE + 15 : 14;
	int row, col, row2, col2;
	struct str before;

	scene_form(&s, p);
	pty_type(p, "1n");
	pty_expect(p, "Why?");
	pty_type(p, "only a clos\033[D\033[D");
	pty_expect(p, "only a clos");
	pty_until(p, cursor_in, &column, "the cursor two letters back");
	before = scene_screen(&s, p);
	pty_cursor(p, &row, &col);
	pty_type(p, "\033\033");
	pty_expect(p, "Locked.");
	ck_assert(!pty_shows(p, "clos"));
	pty_type(p, "r01\r");
	scene_expect(p, before);
	pty_cursor(p, &row2, &col2);
	ck_assert_int_eq(row, row2);
	ck_assert_int_eq(col, col2);
	pty_end(p);
}
END_TEST

/* Nothing names a case where a terminal keeps it: no title is set, nothing scrolls away. */
START_TEST(nothing_is_left_in_a_title_or_in_the_scroll_back)
{
	static const char *const terms[] = {"xterm-256color", "vt100", "linux", "screen"};
	struct scene s = scene_open();
	struct pty_how how = {.term = terms[_i]};
	struct pty *p = scene_desk(&s, "r01", &how);
	const char *raw;
	size_t n, end;

	pty_expect(p, "What waits for me");
	scene_form(&s, p);
	scene_answer(p, 0, 3);
	pty_type(p, "s\004\004\004Gggs");
	scene_settle(p);
	raw = pty_raw(p, &n);
	ck_assert_uint_eq(scene_last(raw, n, "\033]"), n);
	ck_assert_uint_eq(scene_last(raw, n, "\033k"), n);
	ck_assert_uint_eq(scene_last(raw, n, "\n\n"), n);
	pty_type(p, "Q");
	ck_assert_int_eq(pty_wait_exit(p), 0);
	raw = pty_raw(p, &n);
	end = scene_last(raw, n, "lookback: ");
	ck_assert_uint_lt(end, n);
	ck_assert(!pty_shows(p, "Rules in force"));
	ck_assert(!pty_shows(p, "Which route"));
	pty_end(p);
}
END_TEST

Suite *suite_pty_read(void);
Suite *suite_pty_read(void)
{
	Suite *s = suite_create("pty read");
	TCase *t = scene_case(s, "read");

	tcase_add_test(t, a_triage_side_by_side);
	tcase_add_test(t, at_eighty_columns_one_key_swaps_and_both_keep_their_place);
	tcase_add_test(t, a_word_is_looked_for_and_its_line_quoted);
	tcase_add_test(t, tab_goes_on_a_dot_repeats_and_a_day_is_shown);
	tcase_add_test(t, a_megabyte_pasted_is_cut_and_cleaned);
	tcase_add_loop_test(t, concealing_does_not_wait_for_the_service, 0, 2);
	tcase_add_loop_test(t, a_half_written_reason_is_under_the_cursor_again, 0, 2);
	tcase_add_loop_test(t, nothing_is_left_in_a_title_or_in_the_scroll_back, 0, 4);
	return s;
}
