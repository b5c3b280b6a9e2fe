/* SPDX-License-Identifier: MIT */
/* A danger is told from wherever one is, and what was being done is there again. */
#include <check.h>
#include <string.h>

#include "screen.h"

Suite *suite_tui_danger(void);

/* Keys that lead to a place with a case, and what is written there. */
static const struct {
	const char *keys, *written;
	enum context context;
} ways[] = {
    {"l", NULL, CTX_QUEUE},
    {"n", NULL, CTX_RECORD},
    {"n?", NULL, CTX_TEXT},
    {"nas", NULL, CTX_SOURCE},
    {"na", NULL, CTX_FORM},
    {"na<Enter>", NULL, CTX_PICK},
    {"nd", NULL, CTX_STEPS},
    {"ndoreason<Enter>", NULL, CTX_CONFIRM},
    {"ndo", "because of", CTX_LINE},
    {"n<C-p>", "def", CTX_PALETTE},
    {"n:", "defer +3d wai", CTX_PROMPT},
    {"n/", "some words", CTX_PROMPT},
    {"na1n", "no sheet", CTX_LINE},
    {"nN", "called the school", CTX_AREA},
};
enum { WAYS = sizeof(ways) / sizeof(ways[0]) };

/* Without the last row, where it is said that it was told. */
static struct str above_the_foot(struct screen *s)
{
	struct str all = str_of(screen_text(s));

	while (all.n && all.p[all.n - 1] == '\n')
		all.n--;
	while (all.n && all.p[all.n - 1] != '\n')
		all.n--;
	return arena_str(&s->mem, all);
}

START_TEST(one_key_from_anywhere_and_everything_is_there_again)
{
	struct screen s;
	struct str before;

	screen_init(&s, 24, 80, false);
	screen_keys(&s, ways[_i].keys);
	if (ways[_i].written)
		screen_type(&s, ways[_i].written);
	ck_assert_int_eq(app_context(&s.app), ways[_i].context);
	before = above_the_foot(&s);
	screen_keys(&s, "<F9>");
	ck_assert_msg(screen_shows(&s, "What is the danger?"), "%s", screen_text(&s));
	screen_type(&s, "he is at the door!");
	screen_keys(&s, "<F9>"); /* again: what is written stays */
	screen_check(&s);
	ck_assert_int_eq(canned_count(&s.canned, "safeguard"), 0);
	screen_keys(&s, "<Enter>");
	ck_assert_int_eq(canned_count(&s.canned, "safeguard"), 1);
	ck_assert_int_eq(app_context(&s.app), ways[_i].context);
	ck_assert_msg(str_eq(above_the_foot(&s), before), "%s", screen_text(&s));
	screen_clear(&s);
}
END_TEST

START_TEST(left_alone_it_tells_nobody_and_changes_nothing)
{
	struct screen s;
	struct str before;

	screen_init(&s, 24, 80, false);
	screen_keys(&s, ways[_i].keys);
	if (ways[_i].written)
		screen_type(&s, ways[_i].written);
	before = above_the_foot(&s);
	screen_keys(&s, "<F9><C-c>");
	ck_assert_msg(str_eq(above_the_foot(&s), before), "%s", screen_text(&s));
	ck_assert_int_eq(canned_count(&s.canned, "safeguard"), 0);
	screen_clear(&s);
}
END_TEST

START_TEST(in_a_text_the_sign_is_a_sign_and_the_hint_names_the_key)
{
	struct screen s;

	screen_init(&s, 24, 80, false);
	screen_keys(&s, ways[_i].keys);
	if (ways[_i].written) {
		ck_assert_msg(ways[_i].context == CTX_PROMPT /* over the hints */ ||
				  screen_shows(&s, "<F9> safeguard"),
		    "%s", screen_text(&s));
		screen_keys(&s, "!");
		ck_assert(!screen_shows(&s, "What is the danger?"));
	} else {
		screen_keys(&s, "!");
		ck_assert_msg(screen_shows(&s, "What is the danger?"), "%s", screen_text(&s));
	}
	screen_clear(&s);
}
END_TEST

START_TEST(without_a_case_one_is_told_what_to_do_and_a_locked_screen_says_nothing)
{
	struct screen s;

	screen_init(&s, 24, 80, false);
	screen_keys(&s, "q:list<Space>x<Enter>");
	screen_keys(&s, "<C-z><F9>");
	ck_assert(!screen_shows(&s, "danger"));
	ck_assert(s.app.locked);
	screen_clear(&s);
	screen_init(&s, 24, 80, false);
	s.canned.home.mine.n = 0;
	screen_keys(&s, "R?<F9>");
	ck_assert_msg(screen_shows(&s, "Open the case, or put"), "%s", screen_text(&s));
	screen_clear(&s);
}
END_TEST

Suite *suite_tui_danger(void)
{
	Suite *s = suite_create("tui danger");
	TCase *t = tcase_create("danger");

	tcase_add_loop_test(t, one_key_from_anywhere_and_everything_is_there_again, 0, WAYS);
	tcase_add_loop_test(t, left_alone_it_tells_nobody_and_changes_nothing, 0, WAYS);
	tcase_add_loop_test(
	    t, in_a_text_the_sign_is_a_sign_and_the_hint_names_the_key, 0, WAYS);
	tcase_add_test(
	    t, without_a_case_one_is_told_what_to_do_and_a_locked_screen_says_nothing);
	suite_add_tcase(s, t);
	return s;
}
