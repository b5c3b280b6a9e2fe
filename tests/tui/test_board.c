/* SPDX-License-Identifier: MIT */
/* The board by its keys, and work that changes hands only when it was seen what that means. */
#include "stage.h"

Suite *suite_tui_board(void);

static void look_at_it(void)
{
	screen_check(&s);
	tear_down();
}

START_TEST(what_is_left_is_not_done_and_enter_does_not_confirm)
{
	screen_keys(&s, "l<Space><Space>A");
	screen_type(&s, "mdiaz");
	screen_keys(&s, "<Enter>");
	SHOWS("Nothing is done yet");
	screen_keys(&s, "<Enter><Esc>");
	SHOWS("2 marked");
	ck_assert_int_eq(canned_count(&s.canned, "share"), 1);
	screen_keys(&s, "A");
	screen_type(&s, "mdiaz,pshah leave");
	screen_keys(&s, "<Enter>S");
	ASKED("share 2 to mdiaz,pshah because leave; done\n");
	HIDES("marked");
}
END_TEST

START_TEST(a_number_leads_to_its_cases_and_back_to_the_same_place)
{
	screen_keys(&s, "gbjj<Right><Right><Enter>");
	ASKED("list holder:rokafor late:yes by rank\n");
	screen_keys(&s, "<Enter>");
	ASKED("show\n");
	screen_keys(&s, "qq");
	SHOWS("[9]");
	screen_keys(&s, "<Left><Left><Left><Enter>");
	SHOWS("In hand, state by state");
	screen_keys(&s, "q");
	SHOWS("The supervisor's board");
}
END_TEST

START_TEST(a_number_of_none_leads_nowhere)
{
	screen_keys(&s, "gbj<Right><Right><Enter>");
	SHOWS("there are none to list");
	ck_assert_int_eq(canned_count(&s.canned, "list"), 0);
}
END_TEST

START_TEST(an_absence_is_shown_before_it_is_noted)
{
	screen_keys(&s, "gbP");
	screen_type(&s, "+5d to=pshah leave");
	screen_keys(&s, "<Enter>");
	ASKED("absent mdiaz until +5d handing to pshah because leave\n");
	SHOWS("An absence, and what it changes");
	screen_keys(&s, "S");
	ASKED("absent mdiaz until +5d handing to pshah because leave; done\n");
	SHOWS("The supervisor's board");
	screen_keys(&s, "jA");
	screen_type(&s, "- week off");
	screen_keys(&s, "<Enter>");
	ASKED("share from pshah because week off\n");
}
END_TEST

START_TEST(what_has_changed_is_shown_anew_and_not_done)
{
	screen_keys(&s, "gbA");
	screen_type(&s, "pshah");
	screen_keys(&s, "<Enter>");
	s.canned.fails = MSG_share;
	s.canned.why = (struct err){.kind = ERR_REFUSED, .text = "the account pshah is closed"};
	screen_keys(&s, "S");
	SHOWS("the account pshah is closed");
	SHOWS("What would change hands");
}
END_TEST

Suite *suite_tui_board(void)
{
	Suite *suite = suite_create("tui board");
	TCase *t = tcase_create("board");

	tcase_add_checked_fixture(t, set_up, look_at_it);
	tcase_add_test(t, what_is_left_is_not_done_and_enter_does_not_confirm);
	tcase_add_test(t, a_number_leads_to_its_cases_and_back_to_the_same_place);
	tcase_add_test(t, a_number_of_none_leads_nowhere);
	tcase_add_test(t, an_absence_is_shown_before_it_is_noted);
	tcase_add_test(t, what_has_changed_is_shown_anew_and_not_done);
	suite_add_tcase(suite, t);
	return suite;
}
