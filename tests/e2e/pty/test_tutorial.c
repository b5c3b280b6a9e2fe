/* SPDX-License-Identifier: MIT */
/* The tutorial from its first key to its last word, on the screen and left in the middle. */
#include <stdio.h>
#include <string.h>

#include "e2e/pty/scene.h"

/* Keys, once this is on the screen. Steps of the lesson stand in it by their numbers. */
static const struct move {
	const char *when, *keys;
} before[] = {
    {"Tutorial 1 of 20", "n"},
    {"Tutorial 2 of 20", "a"},
    {"0 of 12", "1yny1nn41nnn"},
    {"Tutorial 3 of 20", "d"},
    {"Next steps", "g"},
    {"Press Enter to do it", "\r"},
    {"Tutorial 4 of 20", "n"},
    {"DVDS-T2", "a"},
    {"0 of 12", "........."},
    {"Tutorial 5 of 20", "y"},
    {"Why?", "shouted\r"},
    {"Enter begins to write", "\r3/4/17\r"},
    {"Tutorial 6 of 20", "\tnn"},
    {"Complete", "d"},
    {"Next steps", "a"},
    {"Press Enter to do it", "\r"},
    {"Tutorial 7 of 20", "n"},
    {"Tutorial 8 of 20", "a"},
    {"0 of 22", "jj3"},
    {"Why?", "\017/PND\r"},
    {"1 Case   2 Answers", "e"},
    {"quoted", "\017"},
    {"see narrative", "\r"},
    {"Tutorial 9 of 20", "q"},
    {"1 Case   2 Answers", "O"},
    {"What is to be opened", "j\r"},
    {"Check under DVDS-T3", "2j\r"},
    {">", "names\r"},
    {"names", "S"},
    {"Tutorial 10 of 20", "q"},
    {"1 Case   2 Answers", "d"},
    {"Next steps", "w"},
    {"Press Enter to do it", "\r"},
    {"Tutorial 11 of 20", "n"},
    {"Tutorial 12 of 20", "a"},
    {"1 of 22", "1yyn1yy1y3131y1ynn"},
    {"Which category", "\r"},
    {"No failure", "jjjjjjjjjjjj\r"},
    {"Enter begins to write", "\r4\r"},
    {"Tutorial 13 of 20", "d"},
    {"Next steps", "f"},
    {"Press Enter to do it", "\r"},
    {"Tutorial 14 of 20", "n"},
    {"Tutorial 15 of 20", "a"},
    {"all saved", "ggjjjjjjjjjjj2d"},
    {"Next steps", "f"},
    {"Press Enter to do it", "\r"},
    {"Tutorial 16 of 20", "n"},
    {"DVDS-T4", "!"},
    {"What is the danger", "He is at her door\r"},
    {"Tutorial 17 of 20", "gc"},
    {"DVDS-T4-S1", "\r"},
    {"Tutorial 18 of 20", "\033\033"},
    {"account", "you\r"},
    {"Tutorial 19 of 20", "Q"},
};
static const struct move after[] = {
    {"Tutorial 20 of 20", "gs"},
    {"DVDS-T4", "\r"},
    {"1 Case   2 Answers", "X"},
};
enum { BEFORE = sizeof(before) / sizeof(before[0]), AFTER = sizeof(after) / sizeof(after[0]) };

static char folder[128];

static void begin(void)
{
	proc_folder(folder, sizeof folder);
}

static void end(void)
{
	char db[256];

	snprintf(db, sizeof db, "%s/new/review.db", folder);
	proc_stop_service(db);
	proc_remove(folder);
}

static struct pty *lesson(const char *term, bool plain)
{
	static const char *const no_color[] = {"NO_COLOR=1", NULL};
	char dir[160];
	const char *argv[] = {proc_bin(), "tutorial", dir, NULL};
	const struct pty_how how = {.argv = argv, .term = term, .env = plain ? no_color : NULL};

	snprintf(dir, sizeof dir, "%s/new", folder);
	return pty_start(&how);
}

static void play(struct pty *p, const struct move *moves, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		pty_expect(p, moves[i].when);
		pty_type(p, moves[i].keys);
	}
}

START_TEST(a_newcomer_goes_through_the_tutorial)
{
	struct pty *p = lesson(_i ? "vt100" : NULL, _i);

	play(p, before, BEFORE);
	ck_assert_int_eq(pty_wait_exit(p), 0);
	pty_end(p);
	p = lesson(_i ? "vt100" : NULL, _i);
	play(p, after, AFTER);
	pty_expect(p, "You were served, you sorted");
	pty_expect(p, "help keys --card");
	pty_type(p, "Q");
	ck_assert_int_eq(pty_wait_exit(p), 0);
	pty_end(p);
}
END_TEST

START_TEST(whoever_does_something_else_is_told_what_is_missing)
{
	struct pty *p = lesson(NULL, false);

	pty_expect(p, "Tutorial 1 of 20");
	pty_type(p, "n");
	pty_expect(p, "Tutorial 2 of 20");
	pty_type(p, "Nlooks calm\023");
	pty_expect(p, "Not yet: not every question has an answer");
	pty_type(p, "\033OQ"); /* F2 */
	pty_expect(p, "one key for each question");
	pty_type(p, ":lesson back\r");
	pty_expect(p, "Tutorial 1 of 20");
	pty_type(p, ":lesson skip\r:lesson skip\r");
	pty_expect(p, "Tutorial 3 of 20");
	pty_type(p, "Q");
	ck_assert_int_eq(pty_wait_exit(p), 0);
	pty_end(p);
}
END_TEST

Suite *suite_pty_tutorial(void);
Suite *suite_pty_tutorial(void)
{
	Suite *s = suite_create("pty tutorial");
	TCase *t = tcase_create("tutorial");

	tcase_add_checked_fixture(t, begin, end);
	tcase_add_loop_test(t, a_newcomer_goes_through_the_tutorial, 0, 2);
	tcase_add_test(t, whoever_does_something_else_is_told_what_is_missing);
	suite_add_tcase(s, t);
	return s;
}
