/* SPDX-License-Identifier: MIT */
/* A screen on which nothing stands says what to do next, with the keys there are now. */
#include <check.h>
#include <string.h>

#include "screen.h"

Suite *suite_tui_empty(void);

static const struct {
	const char *keys, *says;
} ways[] = {
    {"", "No queue is served to your roles. l lists what you may see"},
    {"l", "There are no cases that you may see. An import brings them."},
    {"lfnone:yes<Enter>", "Nothing matches. f changes the filter."},
    {"/nobody<Enter>", "Nothing is found, nor is a name like it. / searches again."},
    {"lv", "There is no view. V on a list keeps it under a name."},
    {"ga", "No alert waits for you. n serves the next case."},
    {"go", "Nobody has asked to pass over a rule."},
    {"gq<Enter>", "lookback sample fix"},
    {"gqj<Enter>", "A pass (:passes)"},
    {"gqjj<Enter>", "Nobody has finished a case yet"},
    {"gqjjj<Enter>", "No record counts here yet"},
    {"gqjjjj<Enter>", "No month has been audited: open one in the registers (gr)."},
    {"gqjjjjj<Enter>", "Nobody has read a known-answer case"},
    {"gqjjjjjj<Enter>", "No question waits. On a case, :ask"},
    {"gqjjjjjjj<Enter>", "None of your cases was read a second time"},
    {"n2", "No form is worked on in this state; :steps says what leads on."},
    {"n3", "No notes yet. :note adds one."},
    {"n4", "Nothing has happened yet."},
    {"ngt", "1 to 6 show or leave out a kind"},
    {"nO", "q goes back to it"},
    {"nd", "it has come to its end; :note"},
    {"?/nosuchword<Enter>", "No line holds these words. / shows all again."},
    {"M", "Nothing is written here yet."},
    {"<C-p>zzz", "No command has these letters."},
};

START_TEST(an_empty_screen_says_what_to_do_next)
{
	struct screen s;

	screen_init(&s, 24, 80, false);
	s.canned.bare = true;
	s.canned.rows = 0;
	screen_keys(&s, "R"); /* the start screen was there before */
	s.app.message = false;
	s.app.nmessages = 0;
	screen_keys(&s, ways[_i].keys);
	screen_check(&s);
	ck_assert_msg(screen_shows(&s, ways[_i].says), "%s", screen_text(&s));
	screen_clear(&s);
}
END_TEST

START_TEST(what_is_said_names_the_keys_that_there_are)
{
	struct screen s;
	struct err e;

	screen_init(&s, 24, 80, false);
	s.canned.bare = true;
	s.canned.rows = 0;
	ck_assert(
	    keymap_bind(&s.app.life, &s.app.keymap, CTX_QUEUE, STR("F"), STR("filter"), &e));
	ck_assert(keymap_bind(&s.app.life, &s.app.keymap, CTX_QUEUE, STR("f"), STR(""), &e));
	ck_assert(keymap_bind(&s.app.life, &s.app.keymap, CTX_ANY, STR("n"), STR(""), &e));
	screen_keys(&s, "l:list<Space>none:yes<Enter>");
	ck_assert_msg(screen_shows(&s, "F changes the filter"), "%s", screen_text(&s));
	screen_keys(&s, "ga");
	ck_assert_msg(screen_shows(&s, ":next serves the next case"), "%s", screen_text(&s));
	screen_clear(&s);
}
END_TEST

START_TEST(a_short_list_is_narrowed_by_words_and_back)
{
	struct screen s;

	screen_init(&s, 24, 80, false);
	screen_keys(&s, "gqfaudit<Enter>");
	ck_assert_msg(screen_shows(&s, "only rows with audit"), "%s", screen_text(&s));
	ck_assert(screen_shows(&s, "Monthly audit") && !screen_shows(&s, "Funnel"));
	screen_check(&s);
	screen_keys(&s, "<Enter>");
	ck_assert_int_eq(app_context(&s.app), CTX_AUDIT);
	screen_keys(&s, "qf");
	ck_assert(screen_shows(&s, "Funnel"));
	screen_keys(&s, "fnothing<Space>such<Enter>");
	ck_assert(screen_shows(&s, "No row holds these words. f shows all again."));
	screen_keys(&s, "f");
	ck_assert(screen_shows(&s, "Funnel"));
	screen_clear(&s);
}
END_TEST

Suite *suite_tui_empty(void)
{
	Suite *s = suite_create("tui empty");
	TCase *t = tcase_create("empty");

	tcase_add_loop_test(
	    t, an_empty_screen_says_what_to_do_next, 0, sizeof(ways) / sizeof(ways[0]));
	tcase_add_test(t, what_is_said_names_the_keys_that_there_are);
	tcase_add_test(t, a_short_list_is_narrowed_by_words_and_back);
	suite_add_tcase(s, t);
	return s;
}
