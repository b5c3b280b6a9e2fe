/* SPDX-License-Identifier: MIT */
/* The ways that people go every day, key by key, on canned replies. */
#include <string.h>

#include "stage.h"
#include "tui/view/views.h"

Suite *suite_tui_flow(void);

/* All triage questions of a low-risk case. */
static const char answers[] = "1yn"  /* route, outcome, nothing disclosed */
			      "y1n"  /* identified, checks, nothing adverse */
			      "n41"  /* not serious, apart, no children */
			      "nnn"; /* no incident, no other partner, nothing urgent */

START_TEST(a_triage_takes_six_keys_beside_its_answers)
{
	screen_keys(&s, "na");
	SHOWS("Which route did this application take?");
	screen_keys(&s, answers);
	SHOWS("Complete: d for the next step.");
	SHOWS("all saved");
	screen_keys(&s, "dg");
	SHOWS("Press Enter to do it");
	ck_assert(!s.canned.decided);
	screen_keys(&s, "<Enter>");
	ASKED("decide triage_green\n");
	SHOWS("is now in Full review");
	SHOWS("n brings the next case");
	screen_keys(&s, "n");
	ck_assert_int_eq(s.canned.served, 2);
	ck_assert_int_eq(s.app.sitting.decided, 1);
	ck_assert_int_eq(s.app.depth, 2);
}
END_TEST

START_TEST(each_answer_is_asked_for_at_once_and_the_focus_goes_on)
{
	screen_keys(&s, "na1");
	ASKED("answer route_seen right_to_ask\n");
	screen_keys(&s, "y");
	ASKED("answer outcome_seen yes\n");
	screen_keys(&s, "y"); /* disclosed: who was told comes up */
	SHOWS("Who was told?");
	SHOWS("1 Person at risk (A)");
	screen_keys(&s, "kkk1");
	ck_assert_int_eq(canned_count(&s.canned, "answer route_seen right_to_ask"), 2);
}
END_TEST

START_TEST(an_answer_that_needs_a_reason_asks_for_it_in_place)
{
	screen_keys(&s, "na1n");
	SHOWS("Why? Enter saves the reason");
	screen_type(&s, "only a closing date");
	screen_keys(&s, "<Enter>");
	ASKED("answer outcome_seen no because only a closing date\n");
	SHOWS("Was anything disclosed?");
	screen_keys(&s, "ky"); /* another answer: the reason was for the first */
	ASKED("answer outcome_seen yes\n");
}
END_TEST

START_TEST(what_is_written_and_left_is_kept)
{
	screen_keys(&s, "na1n");
	screen_type(&s, "half a reason");
	screen_keys(&s, "<C-c>");
	SHOWS("kept, not saved");
	SHOWS("A reason is written but not saved"); /* the focus is still there */
	screen_keys(&s, "Q");
	ck_assert(!s.app.quit);
	SHOWS("a text is not saved yet");
	screen_keys(&s, "q"); /* closing the form keeps it as well */
	screen_keys(&s, "ar");
	SHOWS("half a reason");
	screen_keys(&s, "<Enter>Q");
	ASKED("because half a reason\n");
	ck_assert(s.app.quit);
}
END_TEST

START_TEST(a_refused_answer_stays_to_be_mended)
{
	screen_keys(&s, "na");
	for (int i = 0; i < 9; i++)
		screen_keys(&s, "j");
	SHOWS("Has anything happened between them since the application?");
	screen_keys(&s, "y");
	screen_type(&s, "a report");
	screen_keys(&s, "<Enter>"); /* later_date now */
	SHOWS("When did it first happen?");
	screen_keys(&s, "<Enter>");
	screen_type(&s, "3/4/17");
	SHOWS("= Monday 3 Apr 2017");
	screen_keys(&s, "<C-u>");
	screen_type(&s, "nonsense");
	screen_keys(&s, "<Enter>");
	SHOWS("'nonsense' is not understood here");
	screen_keys(&s, "<C-u>");
	screen_type(&s, "3 apr 2017");
	screen_keys(&s, "<Enter>");
	ASKED("answer later_date 2017-04-03\n");
}
END_TEST

START_TEST(many_can_be_chosen_one_by_one_or_all_at_once)
{
	screen_keys(&s, "na");
	for (int i = 0; i < 4; i++)
		screen_keys(&s, "j");
	screen_keys(&s, "2"); /* some of them: which are missing? */
	SHOWS("Which are missing?");
	screen_keys(&s, "13");
	ASKED("answer checks_missing pnc\n");
	ASKED("answer checks_missing pnc,visor\n");
	screen_keys(&s, "<Enter>a1"); /* Other forces, and PNC taken out again */
	SHOWS("[x] Other forces");
	screen_keys(&s, "<Enter>");
	ASKED("answer checks_missing visor,other_forces\n");
}
END_TEST

START_TEST(a_stale_form_is_loaded_again_and_says_so)
{
	screen_keys(&s, "na");
	s.canned.form.version += 5;
	screen_keys(&s, "1");
	SHOWS("changed while you answered: nothing was saved");
	screen_keys(&s, "t1");
	ASKED("answer route_seen right_to_ask\n");
	SHOWS("1 of 12 answered");
}
END_TEST

START_TEST(a_closed_step_gives_every_reason_and_does_nothing)
{
	screen_keys(&s, "nd");
	SHOWS("closed");
	SHOWS("12 questions are unanswered");
	screen_keys(&s, "g");
	SHOWS("Green: the form");
	screen_keys(&s, "<Enter>");
	ck_assert(!s.canned.decided);
}
END_TEST

START_TEST(a_step_that_wants_a_reason_gets_it_first)
{
	screen_keys(&s, "ndo");
	SHOWS("Why? Enter goes on");
	screen_keys(&s, "<Enter>");
	SHOWS("this step needs a reason");
	screen_type(&s, "before April 2015");
	screen_keys(&s, "<Enter>");
	SHOWS("because before April 2015");
	ck_assert(!s.canned.decided);
	screen_keys(&s, "<Enter>");
	ASKED("decide propose_out_of_scope because before April 2015\n");
}
END_TEST

/* What Enter asked for, only the step's own key confirms. */
START_TEST(a_key_pressed_twice_decides_nothing)
{
	screen_keys(&s, "nd<Down><Down><Down><Enter>");
	screen_type(&s, "a reason");
	screen_keys(&s, "<Enter>");
	screen_keys(&s, "<C-c>");
	screen_keys(&s, "<Enter>"); /* asked by Enter again, the reason is there */
	SHOWS("Press o to do it");
	ck_assert_msg(!screen_shows(&s, "<Enter> do it"), "the foot names another key");
	screen_keys(&s, "<Enter>");
	ck_assert(!s.canned.decided);
	screen_keys(&s, "o");
	ck_assert(s.canned.decided);
}
END_TEST

START_TEST(keys_typed_before_it_asks_are_no_answer)
{
	screen_keys(&s, "nd");
	ck_assert(!s.app.drop_input);
	screen_keys(&s, "o");
	screen_type(&s, "r");
	screen_keys(&s, "<Enter>");
	ck_assert(s.app.drop_input); /* the loop throws away what waits */
}
END_TEST

START_TEST(two_escapes_conceal_and_the_name_brings_everything_back)
{
	struct str before;

	screen_keys(&s, "na1jj");
	before = screen_golden(&s);
	screen_key(&s, K_ESC, 2000);
	screen_key(&s, K_ESC, 300);
	screen_draw(&s);
	SHOWS("Locked");
	HIDES("DVDS");
	HIDES("OFFICIAL");
	HIDES("pshah");
	ck_assert(!canned_asked(&s.canned, "lock locked")); /* blank first, then told */
	screen_keys(&s, "x<Enter>");
	ASKED("lock locked\n");
	SHOWS("That is not the account");
	screen_keys(&s, "nq"); /* letters are letters here */
	screen_keys(&s, "<C-u>");
	screen_type(&s, "pshah");
	screen_keys(&s, "<Enter>");
	ASKED("lock opened\n");
	ck_assert_msg(str_eq(screen_golden(&s), before), "%s", screen_text(&s));
}
END_TEST

START_TEST(slow_escapes_do_not_lock)
{
	screen_keys(&s, "n<Esc><Esc>");
	ck_assert(!s.app.locked);
}
END_TEST

START_TEST(silence_locks_after_the_minutes_of_the_review)
{
	int64_t left = app_time(&s.app, s.tick + 1000);

	ck_assert_int_gt(left, 0);
	ck_assert_int_le(left, 60000);
	(void)app_time(&s.app, s.tick + 5 * 60000 - 1);
	ck_assert(!s.app.locked);
	(void)app_time(&s.app, s.tick + 5 * 60000);
	ck_assert(s.app.locked);
	screen_draw(&s);
	SHOWS("Locked");
	ck_assert_int_ge(canned_count(&s.canned, "beat"), 1);
}
END_TEST

START_TEST(an_expression_is_explained_and_its_fault_is_pointed_at)
{
	screen_keys(&s, "lf");
	screen_type(&s, "band:red");
	SHOWS("what band:red says");
	screen_keys(&s, "<Enter>");
	ASKED("list band:red by rank\n");
	SHOWS("Filter: what band:red says");
	screen_keys(&s, "f<C-u>");
	screen_type(&s, "bad:red");
	SHOWS("^ unknown field 'bad'");
	screen_keys(&s, "<Enter>"); /* stays open, to be mended */
	SHOWS("bad:red");
	screen_keys(&s, "<C-u><Enter>");
	SHOWS("All cases");
}
END_TEST

START_TEST(orders_go_round)
{
	screen_keys(&s, "lo");
	ASKED("list  by ref\n");
	screen_keys(&s, "o");
	ASKED("list  by due\n");
	screen_keys(&s, ":");
	screen_type(&s, "order nothing");
	screen_keys(&s, "<Enter>");
	SHOWS("no order 'nothing'");
	screen_keys(&s, "<Esc>");
}
END_TEST

START_TEST(marks_act_together)
{
	screen_keys(&s, "l<Space><Space>");
	SHOWS("2 marked");
	screen_keys(&s, "A");
	screen_type(&s, "mdiaz");
	screen_keys(&s, "<Enter>");
	ASKED("share 2 to mdiaz because \n");
	screen_keys(&s, "S");
	ASKED("share 2 to mdiaz because ; done\n");
	HIDES("marked");
}
END_TEST

START_TEST(a_note_is_written_in_lines_and_saved_with_one_key)
{
	screen_keys(&s, "nN");
	screen_type(&s, "first");
	screen_keys(&s, "<Enter>");
	screen_type(&s, "second");
	screen_keys(&s, "<C-s>");
	ASKED("note first\nsecond\n");
	SHOWS("is saved");
	screen_keys(&s, "N");
	screen_type(&s, "later");
	screen_keys(&s, "<C-c>N");
	SHOWS("later");
}
END_TEST

START_TEST(putting_aside_needs_a_day_and_a_reason)
{
	screen_keys(&s, "nP");
	screen_type(&s, "+3d");
	screen_keys(&s, "<Enter>");
	SHOWS("needs a day and a reason");
	screen_type(&s, " waiting for the file");
	screen_keys(&s, "<Enter>");
	ASKED("defer DVDS-15-056513 until +3d because waiting for the file\n");
	SHOWS("put aside");
}
END_TEST

START_TEST(the_palette_runs_what_its_letters_find)
{
	screen_keys(&s, "l<C-p>ord");
	SHOWS("Change the order");
	screen_keys(&s, "<Enter>");
	ASKED("list  by ref\n");
	screen_keys(&s, "gs");
	screen_keys(&s, "n<C-p>");
	screen_type(&s, "triage_g");
	SHOWS("decide triage_green");
	screen_keys(&s, "<Enter>");
	SHOWS("Green: the form");
}
END_TEST

START_TEST(the_prompt_remembers_and_completes)
{
	screen_keys(&s, "l:ord<Tab>");
	SHOWS(": order");
	screen_keys(&s, "<Space>re<Tab>");
	SHOWS(": order received");
	screen_keys(&s, "<Tab>");
	SHOWS(": order ref");
	screen_keys(&s, "<Enter>:<Up>");
	SHOWS(": order ref");
	screen_keys(&s, "<Down><Enter>");
	HIDES("Command");
}
END_TEST

START_TEST(a_failed_request_leaves_the_screen_and_can_be_recalled)
{
	s.canned.fails = MSG_next;
	err_set(&s.canned.why, ERR_NO, "nothing waits for you");
	screen_keys(&s, "n");
	SHOWS("nothing waits for you");
	SHOWS("My work");
	screen_keys(&s, "j");
	HIDES("nothing waits for you");
	screen_keys(&s, "M");
	SHOWS("nothing waits for you");
}
END_TEST

START_TEST(several_reasons_are_announced_and_shown_whole)
{
	s.canned.fails = MSG_next;
	err_set(&s.canned.why, ERR_REFUSED, "first reason");
	err_more(&s.canned.why, ERR_REFUSED, "second reason");
	screen_keys(&s, "n");
	SHOWS("first reason (M: all)");
	screen_keys(&s, "M");
	SHOWS("second reason");
}
END_TEST

START_TEST(a_small_screen_says_so_and_keeps_its_state)
{
	struct str before;

	screen_keys(&s, "na1");
	before = screen_golden(&s);
	screen_resize(&s, 10, 40);
	SHOWS("lookback needs 60 x 16; this is 40");
	screen_keys(&s, "nnn");
	screen_resize(&s, 24, 80);
	ck_assert(str_eq(screen_golden(&s), before));
}
END_TEST

START_TEST(the_case_stands_beside_the_form_or_one_key_away)
{
	screen_keys(&s, "nas");
	SHOWS("Rules in force");
	HIDES("Which route did");
	screen_keys(&s, "jjj1");
	ck_assert_int_eq(canned_count(&s.canned, "answer"), 0); /* a section, no answer */
	screen_keys(&s, "s");
	SHOWS("Which route did");
	screen_resize(&s, 30, 120);
	SHOWS("Subject's address");
	SHOWS("Which route did");
}
END_TEST

START_TEST(a_damaged_database_can_be_read_and_not_changed)
{
	s.canned.welcome.damage = STR("table record differs.");
	screen_keys(&s, "R");
	SHOWS("The database is damaged");
	screen_keys(&s, "n");
	SHOWS("nothing can be changed");
	ck_assert_int_eq(s.canned.served, 0);
}
END_TEST

START_TEST(pasted_text_is_never_a_key)
{
	screen_type(&s, "Q");
	ck_assert(!s.app.quit);
	screen_keys(&s, "nd");
	screen_type(&s, "o");
	HIDES("Why?");
}
END_TEST

START_TEST(a_cut_line_saves_what_is_being_written)
{
	screen_keys(&s, "na1n");
	screen_type(&s, "half a sen");
	app_hang_up(&s.app);
	ASKED("answer outcome_seen no because half a sen\n");
}
END_TEST

Suite *suite_tui_flow(void)
{
	const TTest *const tests[] = {
	    a_triage_takes_six_keys_beside_its_answers,
	    each_answer_is_asked_for_at_once_and_the_focus_goes_on,
	    an_answer_that_needs_a_reason_asks_for_it_in_place,
	    what_is_written_and_left_is_kept,
	    a_refused_answer_stays_to_be_mended,
	    many_can_be_chosen_one_by_one_or_all_at_once,
	    a_stale_form_is_loaded_again_and_says_so,
	    a_closed_step_gives_every_reason_and_does_nothing,
	    a_step_that_wants_a_reason_gets_it_first,
	    a_key_pressed_twice_decides_nothing,
	    keys_typed_before_it_asks_are_no_answer,
	    two_escapes_conceal_and_the_name_brings_everything_back,
	    slow_escapes_do_not_lock,
	    silence_locks_after_the_minutes_of_the_review,
	    an_expression_is_explained_and_its_fault_is_pointed_at,
	    orders_go_round,
	    marks_act_together,
	    a_note_is_written_in_lines_and_saved_with_one_key,
	    putting_aside_needs_a_day_and_a_reason,
	    the_palette_runs_what_its_letters_find,
	    the_prompt_remembers_and_completes,
	    a_failed_request_leaves_the_screen_and_can_be_recalled,
	    several_reasons_are_announced_and_shown_whole,
	    a_small_screen_says_so_and_keeps_its_state,
	    the_case_stands_beside_the_form_or_one_key_away,
	    a_damaged_database_can_be_read_and_not_changed,
	    pasted_text_is_never_a_key,
	    a_cut_line_saves_what_is_being_written,
	};
	Suite *suite = suite_create("tui flow");
	TCase *t = tcase_create("ways");

	tcase_add_checked_fixture(t, set_up, tear_down);
	for (size_t i = 0; i < sizeof(tests) / sizeof(tests[0]); i++)
		tcase_add_test(t, tests[i]);
	suite_add_tcase(suite, t);
	return suite;
}
