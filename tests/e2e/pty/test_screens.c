/* SPDX-License-Identifier: MIT */
/* Every screen in 80 columns and 24 rows: its marking, its hints, its help. */
#include <string.h>

#include "e2e/pty/scene.h"

/* How to come to a screen from the start screen, and what tells that one is there. */
static const struct screen {
	const char *name, *keys[3], *seen[3];
	const char *hint; /* one of its own in the hint bar */
} screens[] = {
    {"start", {""}, {"What waits for me"}, "n next"},
    {"list", {"l"}, {"1/60"}, "f filter"},
    {"case", {"n"}, {"1 Case"}, "a answer"},
    {"form", {"n", "a"}, {"1 Case", "Right to Ask when"}, "s case"},
    {"steps", {"n", "d"}, {"1 Case", "Next steps"}, "? help"},
    {"rank", {"n", "="}, {"1 Case", "in all"}, "? help"},
    {"log", {":log\r"}, {"connected with"}, "/ find"},
    {"search", {"/applicant\r"}, {"Search:"}, "f filter"},
    {"rules", {":pack\r"}, {"Rules in force"}, "/ find"},
};
enum { SCREENS = sizeof(screens) / sizeof(screens[0]) };

static void go(struct pty *p, const struct screen *at)
{
	pty_expect(p, "What waits for me");
	for (int i = 0; i < 3 && at->keys[i]; i++) {
		pty_type(p, at->keys[i]);
		pty_expect(p, at->seen[i]);
	}
}

/* The auditor reads the log; nobody who works on cases does. */
static const char *who(const struct screen *at)
{
	return strcmp(at->name, "log") == 0 ? "v1" : "r01";
}

static void has_frame(struct pty *p, const struct screen *at)
{
	static const char marking[] = "OFFICIAL-SENSITIVE";
	char first[512], hints[512], last[512];

	pty_expect(p, at->hint);
	scene_settle(p); /* the hints are not the last thing that is drawn */
	pty_row(p, 0, first, sizeof first);
	pty_row(p, 22, hints, sizeof hints);
	pty_row(p, 23, last, sizeof last);
	ck_assert_msg(strstr(first, marking) && strstr(last, marking), "%s: no marking:\n%s",
	    at->name, pty_screen(p));
	ck_assert_msg(strstr(first, "TRAINING"), "%s: nothing says training:\n%s", at->name,
	    pty_screen(p));
	ck_assert_msg(strstr(hints, at->hint), "%s: '%s' is not among the hints: %s", at->name,
	    at->hint, hints);
}

START_TEST(every_screen_has_marking_hints_and_help)
{
	struct scene s = scene_open();
	const struct screen *at = &screens[_i];
	struct pty *p;
	struct str before;

	if (strcmp(at->name, "log") == 0)
		return; /* below */
	p = scene_desk(&s, who(at), NULL);
	go(p, at);
	has_frame(p, at);
	scene_settle(p);
	before = scene_screen(&s, p);
	pty_type(p, "?");
	pty_expect(p, "Help: keys and names");
	pty_type(p, "qZ");
	scene_expect(p, before);
	pty_type(p, "Q");
	ck_assert_int_eq(pty_wait_exit(p), 0);
	pty_end(p);
}
END_TEST

START_TEST(a_closed_step_says_every_reason)
{
	struct scene s = scene_open();
	struct pty *p = scene_desk(&s, "r01", NULL);
	const char *ref;

	pty_expect(p, "What waits for me");
	ref = scene_form(&s, p);
	pty_type(p, "d");
	pty_expect(p, "Next steps");
	pty_expect(p, "closed");
	pty_type(p, "r");
	pty_expect(p, "Red: the form");
	pty_type(p, "q");
	pty_expect(p, scene_triage[0].help);
	scene_answer(p, 0, 6);
	pty_type(p, "y"); /* serious: green is out of reach, whatever follows */
	pty_expect(p, "7 of ");
	pty_type(p, "d");
	pty_expect(p, "Next steps");
	pty_type(p, "jj");
	pty_expect(p, "a later incident is at least amber");
	pty_type(p, "g");
	pty_expect(p, "Green: the form");
	ck_assert(str_is(TOLD(&s, "s1", "count", "state:review"), "0"));
	ck_assert_ptr_nonnull(ref);
	pty_end(p);
}
END_TEST

START_TEST(enter_twice_decides_nothing)
{
	struct scene s = scene_open();
	struct pty *p = scene_desk(&s, "r01", NULL);

	pty_expect(p, "What waits for me");
	scene_form(&s, p);
	scene_answer(p, 0, TRIAGE);
	pty_type(p, "d");
	pty_expect(p, "Next steps");
	pty_type(p, "\r");
	pty_expect(p, "Press r to do it");
	pty_type(p, "\r");
	pty_expect(p, "press r to do it");
	ck_assert(str_is(TOLD(&s, "s1", "count", "state:review"), "0"));
	pty_type(p, "r");
	pty_expect(p, "n brings the next case");
	ck_assert(str_is(TOLD(&s, "s1", "count", "state:review band:red"), "1"));
	pty_end(p);
}
END_TEST

/* What is not a right of one's role is refused with the role, and nothing is shown. */
START_TEST(the_log_is_the_auditors)
{
	struct scene s = scene_open();
	struct pty *p = scene_desk(&s, "r01", NULL);

	pty_expect(p, "What waits for me");
	pty_type(p, ":log\r");
	pty_expect(p, "Triage officer");
	ck_assert(!pty_shows(p, "connected with"));
	pty_end(p);
	p = scene_desk(&s, "v1", NULL);
	pty_expect(p, "Start");
	pty_type(p, ":log\r");
	pty_expect(p, "connected with");
	pty_type(p, "/r01\r");
	pty_expect(p, "only lines with");
	pty_end(p);
}
END_TEST

Suite *suite_pty_screens(void);
Suite *suite_pty_screens(void)
{
	Suite *s = suite_create("pty screens");
	TCase *t = scene_case(s, "screens");

	tcase_add_loop_test(t, every_screen_has_marking_hints_and_help, 0, SCREENS);
	tcase_add_test(t, a_closed_step_says_every_reason);
	tcase_add_test(t, enter_twice_decides_nothing);
	tcase_add_test(t, the_log_is_the_auditors);
	return s;
}
