/* SPDX-License-Identifier: MIT */
/* Searching, what the prompt says of an expression, and saved views. */
#include <check.h>

#include "screen.h"

Suite *suite_tui_find(void);

static struct screen s;

static void set_up(void)
{
	screen_init(&s, 24, 80, false);
}

static void tear_down(void)
{
	screen_clear(&s);
}

#define SHOWS(text)                                                                            \
	ck_assert_msg(screen_shows(&s, text), "no '%s' in\n%s", text, screen_text(&s))
#define HIDES(text) ck_assert_msg(!screen_shows(&s, text), "'%s' in\n%s", text, screen_text(&s))
#define ASKED(line)                                                                            \
	ck_assert_msg(canned_asked(&s.canned, line), "not asked: %s in\n%s", line,             \
	    buf_str(&s.canned.asked).p)

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
	command("view drop slow ones");
	ASKED("view_drop slow ones\n");
	command("view drop late");
	SHOWS("no view 'late'");
	screen_keys(&s, "<Esc>/jonson<Enter>Vfound<Enter>");
	ASKED("view_save found: jonson searched by ref for ''\n");
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
	tcase_add_test(c, a_search_is_explained_as_a_search);
	tcase_add_test(c, views_are_listed_by_whose_they_are_and_one_is_chosen);
	tcase_add_test(c, a_list_is_kept_shared_and_dropped);
	suite_add_tcase(suite, c);
	return suite;
}
