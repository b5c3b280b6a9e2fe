/* SPDX-License-Identifier: MIT */
/* Concealing the screen: at once, wholly, and back to the same place. */
#include <string.h>

#include "e2e/pty/scene.h"

/* Only what the locked screen itself says is on it. */
static void shows_nothing(struct pty *p, const char *ref)
{
	const char *at = pty_screen(p);

	ck_assert(!pty_shows(p, ref));
	ck_assert(!pty_shows(p, "DVDS-"));
	for (int rows = 0; *at; at = strchr(at, '\n') + 1)
		if (*at != '\n')
			ck_assert_msg(++rows <= 3, "too much on it:\n%s", pty_screen(p));
}

static void unlock(struct pty *p)
{
	pty_type(p, "r01\r");
	pty_expect_gone(p, "Locked.");
}

static const char *const ways[] = {"\033\033", "\032", ":lock\r"};
enum { WAYS = sizeof(ways) / sizeof(ways[0]) };

START_TEST(a_concealed_list_comes_back_with_its_cursor)
{
	struct scene s = scene_open();
	struct pty *p = scene_desk(&s, "r01", NULL);
	int row, col, row2, col2;
	struct str before;

	pty_expect(p, "TRAINING");
	pty_type(p, "l");
	pty_expect(p, "1/60");
	pty_type(p, "jjjj");
	pty_expect(p, "5/60");
	scene_settle(p);
	pty_type(p, "k");
	pty_expect_gone(p, "does nothing here");
	before = scene_screen(&s, p);
	pty_cursor(p, &row, &col);
	pty_type(p, ways[_i]);
	pty_expect(p, "Locked.");
	shows_nothing(p, "All cases");
	unlock(p);
	scene_expect(p, before);
	pty_cursor(p, &row2, &col2);
	ck_assert_int_eq(row2, row);
	ck_assert_int_eq(col2, col);
	pty_end(p);
}
END_TEST

START_TEST(a_concealed_case_shows_nothing_and_takes_no_keys)
{
	struct scene s = scene_open();
	struct pty *p = scene_desk(&s, "r01", NULL);
	const char *ref;

	pty_expect(p, "TRAINING");
	ref = scene_form(&s, p);
	scene_answer(p, 0, 2);
	pty_type(p, "\033\033");
	pty_expect(p, "Locked.");
	shows_nothing(p, ref);
	pty_type(p, "n\r");
	pty_expect(p, "not the account");
	pty_type(p, "s1\r");
	scene_answers_are(&s, ref, 2);
	shows_nothing(p, ref);
	unlock(p);
	pty_expect(p, scene_triage[2].help);
	scene_answer(p, 2, TRIAGE);
	pty_end(p);
}
END_TEST

/* The first Esc leaves the note, the second conceals: the note is there again. */
START_TEST(a_note_that_is_being_written_survives_concealing)
{
	struct scene s = scene_open();
	struct pty *p = scene_desk(&s, "r01", NULL);

	pty_expect(p, "TRAINING");
	pty_type(p, "n");
	pty_expect(p, "1 Case");
	pty_type(p, "N");
	pty_expect(p, "Note on");
	pty_type(p, "called the school");
	pty_expect(p, "called the school");
	pty_type(p, "\033\033");
	pty_expect(p, "Locked.");
	ck_assert(!pty_shows(p, "school"));
	unlock(p);
	pty_expect(p, "Note on");
	pty_type(p, " again");
	pty_expect(p, "called the school again");
	pty_end(p);
}
END_TEST

START_TEST(locking_and_unlocking_are_in_the_log)
{
	struct scene s = scene_open();
	struct pty *p = scene_desk(&s, "r01", NULL);
	struct str locked;

	pty_expect(p, "TRAINING");
	pty_type(p, "\033\033");
	pty_expect(p, "Locked.");
	unlock(p);
	pty_expect(p, "What waits for me");
	pty_type(p, "Q");
	ck_assert_int_eq(pty_wait_exit(p), 0);
	locked = TOLD(&s, "v1", "log", "--json", "--actor", "r01", "--type", "session.");
	ck_assert_ptr_nonnull(strstr(locked.p, "session.locked"));
	ck_assert_ptr_nonnull(strstr(locked.p, "session.unlocked"));
	pty_end(p);
}
END_TEST

Suite *suite_pty_lock(void);
Suite *suite_pty_lock(void)
{
	Suite *s = suite_create("pty lock");
	TCase *t = scene_case(s, "lock");

	tcase_add_loop_test(t, a_concealed_list_comes_back_with_its_cursor, 0, WAYS);
	tcase_add_test(t, a_concealed_case_shows_nothing_and_takes_no_keys);
	tcase_add_test(t, a_note_that_is_being_written_survives_concealing);
	tcase_add_test(t, locking_and_unlocking_are_in_the_log);
	return s;
}
