/* SPDX-License-Identifier: MIT */
/*
 * A line that takes nothing: the master of the pseudo-terminal is not read for a while. What
 * the workstation did meanwhile is told by the log, so nothing here waits for a time.
 */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "e2e/pty/scene.h"

enum { CASES = 24, DEADLINE_NS = 1000000000, PATIENCE = 60 };

struct stalled {
	struct scene s;
	struct pty *p;
	struct str refs[CASES], titles[CASES];
	size_t before; /* bytes read before the line was left alone */
};

static void pick_cases(struct stalled *t)
{
	struct str lines = TOLD(&t->s, "r01", "list", "--json"), line;
	struct err e = {0};
	struct json *j;

	for (int i = 0; i < CASES; i++) {
		ck_assert(str_cut(&lines, '\n', &line));
		ck_assert(json_parse(&t->s.arena, line, &j, &e));
		t->refs[i] = json_get_text(j, "ref");
		ck_assert(json_parse(
		    &t->s.arena, TOLD(&t->s, "s1", "show", t->refs[i].p, "--json"), &j, &e));
		t->titles[i] = json_get_text(j, "title");
	}
}

/* Until the log of events of a type holds a text. */
static void until_logged(struct stalled *t, const char *type, const char *text)
{
	long long end = proc_ns() + (long long)DEADLINE_NS * PATIENCE;

	while (!strstr(
	    TOLD(&t->s, "v1", "log", "--json", "--actor", "r01", "--type", type).p, text))
		ck_assert_msg(proc_ns() < end, "the program waits for its line: no %s", text);
}

/* Case after case is opened, and nobody looks: more than any line holds by itself. */
static void stall(struct stalled *t)
{
	char keys[64];

	*t = (struct stalled){.s = scene_open()};
	pick_cases(t);
	t->p = scene_desk(&t->s, "r01", &(struct pty_how){.rows = 60, .cols = 200});
	pty_expect(t->p, "What waits for me");
	scene_settle(t->p);
	(void)pty_raw(t->p, &t->before);
	for (int i = 0; i < CASES; i++) {
		(void)snprintf(keys, sizeof keys, "gs:open %s\r", t->refs[i].p);
		pty_type(t->p, keys);
		until_logged(t, "record.viewed", t->refs[i].p);
	}
}

static bool was_sent(struct stalled *t, struct str text)
{
	size_t n;
	const char *raw = pty_raw(t->p, &n);

	return scene_last(raw + t->before, n - t->before, text.p) != n - t->before;
}

START_TEST(the_program_goes_on_and_the_newest_screen_comes_first)
{
	struct stalled t;
	int sent = 0;

	stall(&t);
	pty_expect(t.p, t.refs[CASES - 1].p);
	pty_expect(t.p, "1 Case");
	scene_settle(t.p);
	for (int i = 0; i < CASES - 1; i++)
		sent += was_sent(&t, t.refs[i]);
	ck_assert_msg(sent < CASES / 2, "%d screens were queued", sent);
	ck_assert(!was_sent(&t, t.refs[CASES - 2]));
	pty_end(t.p);
}
END_TEST

START_TEST(a_screen_concealed_while_the_line_stands_still_is_never_sent)
{
	struct stalled t;

	stall(&t);
	pty_type(t.p, "\033\033");
	until_logged(&t, "session.", "session.locked");
	pty_expect(t.p, "Locked.");
	ck_assert(!was_sent(&t, t.refs[CASES - 1]));
	ck_assert(!was_sent(&t, t.titles[CASES - 1]));
	ck_assert(!pty_shows(t.p, "DVDS-"));
	pty_type(t.p, "r01\r");
	pty_expect(t.p, t.refs[CASES - 1].p);
	pty_end(t.p);
}
END_TEST

/* All keys come in one go, and the question cannot be seen yet: they are no answer to it. */
START_TEST(keys_typed_before_a_question_is_on_the_screen_do_not_answer_it)
{
	struct stalled t;
	struct err e = {0};
	struct json *j;
	const char *ref;

	stall(&t);
	ck_assert(json_parse(&t.s.arena, TOLD(&t.s, "r01", "next", "--json"), &j, &e));
	ref = json_get_text(j, "ref").p;
	for (int i = 0; i < TRIAGE; i++)
		TOLD(&t.s, "r01", "answer", ref, "triage", scene_triage[i].question,
		    scene_triage[i].answer);
	pty_type(t.p, arena_printf(&t.s.arena, "gs:open %s\rdg\r\r\r", ref).p);
	until_logged(&t, "record.viewed", ref);
	pty_type(t.p, "\r\033\033");
	until_logged(&t, "session.", "session.locked");
	ck_assert_uint_eq(TOLD(&t.s, "v1", "log", "--json", "--type", "record.moved").n, 0);
	pty_type(t.p, "r01\r");
	pty_expect(t.p, "Press Enter to do it");
	pty_type(t.p, "\r");
	until_logged(&t, "record.moved", ref);
	pty_end(t.p);
}
END_TEST

/* Nothing is read until it has gone. */
START_TEST(it_can_be_ended_and_leaves_nothing_behind)
{
	struct stalled t;
	siginfo_t gone;
	int status;

	stall(&t);
	pty_signal(t.p, SIGTERM);
	ck_assert_int_eq(waitid(P_PID, (id_t)pty_pid(t.p), &gone, WEXITED | WNOWAIT), 0);
	status = pty_wait_exit(t.p);
	ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == 128 + SIGTERM);
	ck_assert(!was_sent(&t, t.refs[CASES - 1]));
	ck_assert(!pty_shows(t.p, "DVDS-"));
	ck_assert(!pty_on_alternate(t.p));
	ck_assert(pty_tty_restored(t.p));
	pty_end(t.p);
}
END_TEST

Suite *suite_pty_stall(void);
Suite *suite_pty_stall(void)
{
	Suite *s = suite_create("pty stall");
	TCase *t = scene_case(s, "stall");

	tcase_add_test(t, the_program_goes_on_and_the_newest_screen_comes_first);
	tcase_add_test(t, a_screen_concealed_while_the_line_stands_still_is_never_sent);
	tcase_add_test(t, keys_typed_before_a_question_is_on_the_screen_do_not_answer_it);
	tcase_add_test(t, it_can_be_ended_and_leaves_nothing_behind);
	return s;
}
