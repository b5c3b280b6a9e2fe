/* SPDX-License-Identifier: MIT */
/* The line mode on a terminal that cannot place a cursor, and through a pipe. */
#include <stdio.h>
#include <string.h>

#include "e2e/pty/scene.h"

static struct pty *lines_on(struct scene *s)
{
	const char *argv[] = {proc_bin(), "--db", s->db, "--as", "r01", "--linear", NULL};
	const struct pty_how how = {.argv = argv, .term = "dumb", .rows = 200};

	return pty_start(&how);
}

static void line(struct pty *p, const char *text, const char *expect)
{
	pty_type(p, text);
	pty_type(p, "\n");
	pty_expect(p, expect);
}

/* From the start to the next case. */
static const char *served(struct scene *s, struct pty *p)
{
	pty_expect(p, "Start:");
	line(p, "n", "1 Case, 2 Answers");
	return scene_ref(s, p);
}

static void leave(struct pty *p)
{
	line(p, ":quit", "decided in this sitting");
	(void)pty_wait_exit(p);
	pty_end(p);
}

static bool twice(struct pty *p, const void *text)
{
	const char *first = strstr(pty_screen(p), text);

	return first && strstr(first + 1, text);
}

/* The lines of a low-risk triage, from the next case on. */
static struct str script(struct scene *s)
{
	struct buf b = buf_in(&s->arena);

	buf_puts(&b, "n\na\n");
	for (int i = 0; i < TRIAGE; i++)
		buf_printf(&b, "%s\n", scene_triage[i].key);
	buf_puts(&b, "d\ng\nyes\nn\nquit\n");
	return buf_str(&b);
}

/* The same triage on the screen. */
static const char *on_the_screen(struct scene *s)
{
	struct pty *p = scene_desk(s, "r01", NULL);
	const char *ref = scene_form(s, p);

	scene_answer(p, 0, TRIAGE);
	pty_type(p, "dg");
	pty_expect(p, "Press Enter to do it");
	pty_type(p, "\r");
	pty_expect(p, "n brings the next case");
	pty_type(p, "n");
	pty_expect_gone(p, "n brings the next case");
	pty_type(p, "Q");
	pty_wait_exit(p);
	pty_end(p);
	return ref;
}

START_TEST(a_triage_in_lines_on_a_dumb_terminal_is_that_of_the_screen)
{
	struct scene s = scene_open(), c = scene_open();
	struct pty *p = lines_on(&s);
	const char *ref = on_the_screen(&c), *raw;
	size_t n;

	pty_expect(p, "Start:");
	line(p, "n", "1 Case, 2 Answers");
	line(p, "a", "1 of 12");
	for (int i = 0; i < TRIAGE - 1; i++) {
		char next[32];
		(void)snprintf(next, sizeof(next), "%d of 12:", i + 2);
		line(p, scene_triage[i].key, next);
	}
	line(p, scene_triage[TRIAGE - 1].key, "Complete.");
	line(p, "d", "Next steps");
	line(p, "g", "Type yes to do it");
	line(p, "g", "is not yes"); /* the same line twice decides nothing */
	pty_type(p, "g\n");
	pty_until(p, twice, "Type yes to do it", "the question for the second time");
	line(p, "yes", "Decided:");
	line(p, "n", "held by you");
	line(p, "quit", "1 decided in this sitting");
	ck_assert_int_eq(pty_wait_exit(p), 0);
	raw = pty_raw(p, &n);
	ck_assert_msg(!memchr(raw, '\033', n), "an escape sequence was sent");
	ck_assert(pty_tty_restored(p));
	scene_same_acts(&s, &c, ref);
	pty_end(p);
}
END_TEST

START_TEST(a_triage_through_a_pipe_is_that_of_the_screen)
{
	struct scene s = scene_open(), c = scene_open();
	const char *argv[] = {proc_bin(), "--db", s.db, "--as", "r01", "--linear", NULL};
	const char *ref = on_the_screen(&c);
	struct said r = proc_run_from(&s.arena, argv, scene_file(&s, "script", script(&s)));

	ck_assert_msg(r.status == 0, "%d: %s", r.status, r.err.p);
	ck_assert_msg(strstr(r.out.p, "Decided: "), "%s", r.out.p);
	ck_assert_msg(!strchr(r.out.p, '\033'), "an escape sequence was sent");
	scene_answers_are(&s, ref, TRIAGE);
	scene_same_acts(&s, &c, ref);
}
END_TEST

START_TEST(the_settings_can_ask_for_lines_and_the_end_of_input_leaves)
{
	struct scene s = scene_open();
	const char *keys = scene_file(&s, "keys.yaml", STR("linear: true\n"));
	const char *argv[] = {proc_bin(), "--db", s.db, "--as", "r01", "--keys", keys, NULL};
	struct said r = proc_run(&s.arena, argv);

	ck_assert_msg(r.status == 0, "%d: %s", r.status, r.err.p);
	ck_assert_ptr_nonnull(strstr(r.out.p, "What waits for me"));
	ck_assert_ptr_nonnull(strstr(r.out.p, "0 decided in this sitting"));
}
END_TEST

START_TEST(escape_twice_and_ctrl_z_conceal_until_the_account_is_named)
{
	static const char *const ways[] = {"\033\033", "\032"};
	struct scene s = scene_open();
	struct pty *p = lines_on(&s);
	const char *ref = served(&s, p);

	for (size_t i = 0; i < 2; i++) {
		pty_type(p, ways[i]);
		pty_expect_gone(p, ref);
		pty_expect(p, "Account:");
		line(p, "list", "That is not the account");
		ck_assert(!pty_shows(p, "DVDS"));
		line(p, "r01", ref);
	}
	pty_hangup(p);
	(void)pty_wait_exit(
	    p); /* the signal or the end of the input, whichever is heard first */
	pty_end(p);
}
END_TEST

START_TEST(ctrl_c_leaves_what_is_asked_and_twice_the_program)
{
	struct scene s = scene_open();
	struct pty *p = lines_on(&s);

	pty_expect(p, "Start:");
	line(p, "search", "Reference, words");
	pty_type(p, "\003");
	pty_expect(p, "nothing was done");
	pty_type(p, "\003");
	pty_expect(p, "decided in this sitting");
	ck_assert_int_eq(pty_wait_exit(p), 0);
	ck_assert(pty_tty_restored(p));
	pty_end(p);
}
END_TEST

START_TEST(what_another_does_to_the_case_is_told_before_the_next_line)
{
	struct scene s = scene_open();
	struct pty *p = lines_on(&s);
	const char *ref = served(&s, p);

	(void)TOLD(&s, "r02", "note", ref, "the letter has come");
	line(p, "3", "Changed by others since: ");
	pty_expect(p, "r02 added a note");
	line(p, "3", "the letter has come");
	leave(p);
}
END_TEST

static void answer_at_another_desk(struct scene *s, const char *ref)
{
	(void)TOLD(s, "r01", "answer", ref, "triage", scene_triage[0].question,
	    scene_triage[0].answer);
}

START_TEST(an_answer_over_one_that_was_given_meanwhile_asks_which_stays)
{
	struct scene s = scene_open();
	struct pty *p = lines_on(&s);
	const char *ref = served(&s, p);

	line(p, "a", "1 of 12");
	answer_at_another_desk(&s, ref);
	line(p, "1", "m sends yours again");
	pty_expect(p, "There now: ");
	pty_expect(p, "Since you read it: ");
	line(p, "t", "Left as it is there");
	leave(p);
	scene_answers_are(&s, ref, 1);
}
END_TEST

START_TEST(lines_that_are_pasted_into_a_text_are_one_text)
{
	struct scene s = scene_open();
	struct pty *p = lines_on(&s);

	(void)served(&s, p);
	line(p, "N", "Note:");
	line(p, "she called\nquit\nand called again", "has the note");
	line(p, "3", "and called again");
	ck_assert(!pty_shows(p, "decided in this sitting"));
	leave(p);
}
END_TEST

Suite *suite_pty_linear(void);
Suite *suite_pty_linear(void)
{
	Suite *s = suite_create("pty linear");
	TCase *t = scene_case(s, "linear");

	tcase_add_test(t, a_triage_in_lines_on_a_dumb_terminal_is_that_of_the_screen);
	tcase_add_test(t, a_triage_through_a_pipe_is_that_of_the_screen);
	tcase_add_test(t, the_settings_can_ask_for_lines_and_the_end_of_input_leaves);
	tcase_add_test(t, escape_twice_and_ctrl_z_conceal_until_the_account_is_named);
	tcase_add_test(t, what_another_does_to_the_case_is_told_before_the_next_line);
	tcase_add_test(t, an_answer_over_one_that_was_given_meanwhile_asks_which_stays);
	tcase_add_test(t, lines_that_are_pasted_into_a_text_are_one_text);
	tcase_add_test(t, ctrl_c_leaves_what_is_asked_and_twice_the_program);
	return s;
}
