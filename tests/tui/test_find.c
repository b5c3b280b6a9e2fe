/* SPDX-License-Identifier: MIT */
/* Searching, what the prompt says of an expression, and saved views. */
#include <string.h>

#include "stage.h"

Suite *suite_tui_find(void);

START_TEST(a_name_that_is_only_like_it_has_a_mark)
{
	screen_keys(&s, "/crayg<Enter>");
	ASKED("search crayg\n");
	SHOWS("~Craig Walker");
	SHOWS("Found in");
	screen_check(&s);
	screen_keys(&s, "/craig<Enter>");
	HIDES("~Craig");
	SHOWS("Craig Walker");
}
END_TEST

START_TEST(the_last_line_says_why_the_row_was_found)
{
	s.canned.why_found = STR("Other names: ~Jon Smyth");
	screen_keys(&s, "/jonson<Enter>");
	SHOWS("Found in Other names: ~Jon Smyth");
	screen_keys(&s, "q");
	screen_keys(&s, "l");
	HIDES("Found in");
}
END_TEST

/* On a slow line each question is dear: whoever types on is not asked for. */
START_TEST(an_expression_is_explained_when_the_person_pauses)
{
	static const char word[] = "band:r";

	screen_keys(&s, "lf");
	for (const char *p = word; *p; p++) {
		screen_key(&s, (uint32_t)(unsigned char)*p, 20);
		ck_assert(!app_later(&s.app));
	}
	ck_assert_int_eq(canned_count(&s.canned, "explain"), 0);
	ck_assert_int_eq(app_time(&s.app, s.app.tick + 50), APP_PAUSE_MS - 50);
	ck_assert(!app_later(&s.app));
	ck_assert_int_eq(app_time(&s.app, s.app.tick + APP_PAUSE_MS), 0);
	ck_assert(app_later(&s.app));
	ck_assert_int_eq(canned_count(&s.canned, "explain"), 1);
	ASKED("explain band:r\n");
	ck_assert(!app_later(&s.app));
	ck_assert_int_gt(app_time(&s.app, s.app.tick + APP_PAUSE_MS + 10), 1000);
	ck_assert_int_eq(canned_count(&s.canned, "explain"), 1);
}
END_TEST

START_TEST(what_is_looked_for_in_a_case_is_counted_and_may_go_on)
{
	screen_keys(&s, "n/chil");
	SHOWS("times in this case");
	screen_keys(&s, "<C-u>zebra");
	SHOWS("in no text of this case");
	screen_keys(&s, "<Enter>");
	SHOWS("none of these words stands in this case");
	screen_keys(&s, "<C-u>\"chil\"<Enter>"); /* in quotes it is the whole word */
	SHOWS("none of these words stands in this case");
	screen_keys(&s, "<C-u>chil<Enter>");
	HIDES("none of these words");
	ck_assert_int_eq(app_context(&s.app), CTX_SOURCE);
}
END_TEST

START_TEST(looking_for_what_is_not_there_moves_nothing)
{
	struct str before;

	screen_keys(&s, "njj");
	before = screen_row(&s, s.canvas.cursor_y);
	screen_keys(&s, "/zebra<Enter><Esc>");
	ck_assert_str_eq(screen_row(&s, s.canvas.cursor_y).p, before.p);
}
END_TEST

START_TEST(a_list_that_is_empty_says_what_is_spelt_like_it)
{
	s.canned.hint = STR("subject_name~\"walkr\"");
	screen_keys(&s, "l:list<Space>none:yes<Enter>");
	SHOWS("Nothing matches. f changes the filter.");
	SHOWS("Did you mean subject_name~\"walkr\"? That is spelt like it.");
}
END_TEST

START_TEST(what_a_search_finds_is_counted_when_all_of_it_is_there)
{
	s.canned.rows = 7;
	screen_keys(&s, "/craig<Enter>j");
	ck_assert_ptr_nonnull(strstr(screen_row(&s, 0).p, "2/7"));
	ck_assert_int_eq(canned_count(&s.canned, "count"), 0);
}
END_TEST

START_TEST(a_search_is_explained_as_a_search)
{
	screen_keys(&s, "/jonson");
	ASKED("explain jonson searched\n");
	SHOWS("what jonson says");
	screen_keys(&s, "<C-u>bad:x");
	SHOWS("did you mean 'band'?");
	SHOWS("^");
}
END_TEST

static void command(const char *text)
{
	screen_keys(&s, ":");
	screen_type(&s, text);
	screen_keys(&s, "<Enter>");
}

START_TEST(views_are_listed_by_whose_they_are_and_one_is_chosen)
{
	screen_keys(&s, "lv");
	SHOWS("Saved views");
	SHOWS("mine               slow ones");
	SHOWS("Reviewer           team reds");
	SHOWS("cannot be used now");
	SHOWS("the review         late");
	screen_check(&s);
	screen_keys(&s, "<Enter>");
	ASKED("list opened<=-30d by due\n");
	SHOWS("View slow ones");
	screen_keys(&s, "vjj");
	SHOWS("unknown field 'colour' at column 1");
	screen_keys(&s, "<Enter>");
	SHOWS("the view 'gone' cannot be used");
	SHOWS("Saved views");
	screen_keys(&s, "q");
	SHOWS("View slow ones");
	command("view late");
	ASKED("list late:yes by due\n");
	command("view lat");
	SHOWS("did you mean 'late'?");
}
END_TEST

START_TEST(a_list_is_kept_shared_and_dropped)
{
	screen_keys(&s, "lfband:red<Enter>o");
	command("view share reviewer");
	SHOWS("it has no name yet");
	screen_keys(&s, "<Esc>Vreds<Enter>");
	ASKED("view_save reds: band:red by ref for ''\n");
	SHOWS("the view is saved; v brings it back");
	command("view share reviewer");
	ASKED("view_save reds: band:red by ref for 'reviewer'\n");
	command("view slow ones");
	command("view rename slower ones");
	ASKED("view_save slower ones, so far slow ones:  by  for ''\n");
	SHOWS("View slower ones");
	command("view drop slow ones");
	ASKED("view_drop slow ones\n");
	command("view drop late");
	SHOWS("no view 'late'");
	screen_keys(&s, "<Esc>/jonson<Enter>Vfound<Enter>");
	ASKED("view_save found: jonson searched by due for ''\n");
}
END_TEST

Suite *suite_tui_find(void)
{
	Suite *suite = suite_create("tui find");
	TCase *c = tcase_create("find");

	tcase_add_checked_fixture(c, set_up, tear_down);
	tcase_add_test(c, a_name_that_is_only_like_it_has_a_mark);
	tcase_add_test(c, the_last_line_says_why_the_row_was_found);
	tcase_add_test(c, an_expression_is_explained_when_the_person_pauses);
	tcase_add_test(c, what_is_looked_for_in_a_case_is_counted_and_may_go_on);
	tcase_add_test(c, looking_for_what_is_not_there_moves_nothing);
	tcase_add_test(c, a_list_that_is_empty_says_what_is_spelt_like_it);
	tcase_add_test(c, what_a_search_finds_is_counted_when_all_of_it_is_there);
	tcase_add_test(c, a_search_is_explained_as_a_search);
	tcase_add_test(c, views_are_listed_by_whose_they_are_and_one_is_chosen);
	tcase_add_test(c, a_list_is_kept_shared_and_dropped);
	suite_add_tcase(suite, c);
	return suite;
}
