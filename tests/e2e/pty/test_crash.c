/* SPDX-License-Identifier: MIT */
/* What was acknowledged stays, whatever dies: workstation, service or line. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "e2e/pty/scene.h"

enum { HALF = 6 };

/* A workstation, its form half filled in. */
static struct pty *half(struct scene *s, const char **ref)
{
	struct pty *p = scene_desk(s, "r01", NULL);

	pty_expect(p, "TRAINING");
	*ref = scene_form(s, p);
	scene_answer(p, 0, HALF);
	return p;
}

/* The case is still the user's: the start screen offers it, and the form goes on where it
 * was left. */
static void goes_on(struct scene *s, const char *ref)
{
	struct pty *p = scene_desk(s, "r01", NULL);

	pty_expect(p, ref);
	pty_type(p, "\r");
	pty_expect(p, "1 Case");
	pty_expect(p, "held by you");
	pty_type(p, "a");
	pty_expect(p, scene_triage[HALF].help);
	scene_answer(p, HALF, TRIAGE);
	pty_type(p, "Q");
	ck_assert_int_eq(pty_wait_exit(p), 0);
	scene_answers_are(s, ref, TRIAGE);
	pty_end(p);
}

/* Whichever of its two processes is killed: the one that draws, or its parent, which waits for
 * it and wipes the screen. */
START_TEST(a_killed_workstation_loses_no_answer_and_leaves_no_trace)
{
	struct scene s = scene_open();
	const char *ref;
	struct pty *p = half(&s, &ref);
	pid_t drawer = proc_child(pty_pid(p));

	kill(_i ? pty_pid(p) : drawer, SIGKILL);
	pty_wait_exit(p);
	pty_expect_gone(p, ref);
	pty_expect_gone(p, "identified");
	ck_assert(!pty_on_alternate(p));
	ck_assert(pty_cursor_shown(p));
	ck_assert(pty_tty_restored(p));
	pty_end(p);
	scene_answers_are(&s, ref, HALF);
	goes_on(&s, ref);
	ck_assert_int_eq(SAID(&s, "v1", "verify").status, 0);
}
END_TEST

START_TEST(a_cut_line_ends_the_workstation_and_keeps_answers_and_claim)
{
	struct scene s = scene_open();
	const char *ref;
	struct pty *p = half(&s, &ref);
	pid_t drawer = proc_child(pty_pid(p));
	int status;

	pty_hangup(p);
	status = pty_wait_exit(p);
	ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 128 + SIGHUP,
	    "status %x instead of exit %d", status, 128 + SIGHUP);
	ck_assert_int_eq(kill(drawer, 0), -1);
	pty_end(p);
	scene_answers_are(&s, ref, HALF);
	goes_on(&s, ref);
}
END_TEST

START_TEST(a_terminated_workstation_keeps_answers_and_claim)
{
	struct scene s = scene_open();
	const char *ref;
	struct pty *p = half(&s, &ref);
	int status;

	pty_signal(p, SIGTERM);
	status = pty_wait_exit(p);
	ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == 128 + SIGTERM);
	ck_assert(pty_tty_restored(p));
	pty_end(p);
	goes_on(&s, ref);
}
END_TEST

/* A reason that was being written when the line went, or the machine said so. */
START_TEST(a_text_in_the_middle_of_being_written_is_saved_when_the_line_goes)
{
	struct scene s = scene_open();
	struct pty *p = scene_desk(&s, "r01", NULL);
	const char *ref;

	pty_expect(p, "TRAINING");
	ref = scene_form(&s, p);
	scene_answer(p, 0, 1);
	pty_type(p, "n");
	pty_expect(p, "Enter saves the reason");
	pty_type(p, "no result sheet");
	pty_expect(p, "no result sheet");
	if (_i)
		pty_hangup(p);
	else
		pty_signal(p, SIGTERM);
	pty_wait_exit(p);
	pty_end(p);
	ck_assert_ptr_nonnull(
	    strstr(TOLD(&s, "s1", "show", ref, "--json").p, "\"reason\":\"no result sheet\""));
}
END_TEST

START_TEST(a_killed_service_is_replaced_in_the_middle_of_a_form)
{
	struct scene s = scene_open();
	const char *ref;
	struct pty *p = half(&s, &ref);
	pid_t service = proc_service(s.db);

	ck_assert_int_gt(service, 0);
	ck_assert_int_eq(kill(service, SIGKILL), 0);
	scene_answer(p, HALF, TRIAGE);
	scene_answers_are(&s, ref, TRIAGE);
	ck_assert_int_ne(proc_service(s.db), service);
	pty_type(p, "Q");
	ck_assert_int_eq(pty_wait_exit(p), 0);
	pty_end(p);
	ck_assert_int_eq(SAID(&s, "v1", "verify").status, 0);
}
END_TEST

static bool answered(struct pty *p, const void *with)
{
	const int *least = with;
	const char *at = strstr(pty_screen(p), " of 12 answered");
	int n = 0;

	for (int ten = 1; at && at[-1] >= '0' && at[-1] <= '9'; at--, ten *= 10)
		n += ten * (at[-1] - '0');
	return n >= *least;
}

/* Killed while answers are under way: each was typed once and is there once, in order. */
START_TEST(a_service_killed_under_typed_ahead_answers_loses_and_doubles_none)
{
	struct scene s = scene_open();
	const char *ref;
	struct pty *p = scene_desk(&s, "r01", NULL);
	char keys[64] = "";
	struct events log;
	int given = 0;

	pty_expect(p, "TRAINING");
	ref = scene_form(&s, p);
	for (int i = 0; i < TRIAGE; i++)
		strcat(keys, scene_triage[i].key);
	pty_type(p, keys);
	for (int least = _i; least < TRIAGE; least += 4) {
		pid_t service = proc_service(s.db);
		if (service)
			kill(service, SIGKILL);
		pty_until(p, answered, &least, "more answers");
	}
	pty_until(p, answered, &(int){TRIAGE}, "all answers");
	scene_answers_are(&s, ref, TRIAGE);
	log = scene_log(&s, ref);
	for (size_t i = 0; i < log.n; i++)
		if (str_is(json_get_text(log.v[i], "type"), "answer.given"))
			ck_assert_str_eq(
			    json_get_text(json_get(log.v[i], "body"), "question").p,
			    scene_triage[given++].question);
	ck_assert_int_eq(given, TRIAGE);
	ck_assert_int_eq(SAID(&s, "v1", "verify").status, 0);
	pty_end(p);
}
END_TEST

Suite *suite_pty_crash(void);
Suite *suite_pty_crash(void)
{
	Suite *s = suite_create("pty crash");
	TCase *t = scene_case(s, "crash");

	tcase_add_loop_test(t, a_killed_workstation_loses_no_answer_and_leaves_no_trace, 0, 2);
	tcase_add_test(t, a_cut_line_ends_the_workstation_and_keeps_answers_and_claim);
	tcase_add_test(t, a_terminated_workstation_keeps_answers_and_claim);
	tcase_add_loop_test(
	    t, a_text_in_the_middle_of_being_written_is_saved_when_the_line_goes, 0, 2);
	tcase_add_test(t, a_killed_service_is_replaced_in_the_middle_of_a_form);
	tcase_add_loop_test(
	    t, a_service_killed_under_typed_ahead_answers_loses_and_doubles_none, 1, 4);
	return s;
}
