/* SPDX-License-Identifier: MIT */
/* What others do comes onto the screen under nobody's hand. */
#include <check.h>
#include <string.h>

#include "screen.h"

Suite *suite_tui_live(void);

static void touched(struct screen *s, const char *ref, const char *by, const char *what)
{
	*arena_push(&s->canned.mem, &s->canned.changes.changes) =
	    (struct part_change){.record = str_of(ref),
		.seq = ++s->canned.head,
		.at = STR("2026-11-21T10:42:00.000Z"),
		.by = str_of(by),
		.text = str_of(what),
		.n = 1};
}

START_TEST(nothing_is_painted_while_nothing_changes)
{
	static const char *const screens[] = {"", "l", "n", "na", "ga", "gr", "?", "nd"};
	struct screen s;

	screen_init(&s, 24, 80, false);
	screen_keys(&s, screens[_i]);
	for (int k = 0; k < 6; k++)
		ck_assert(!screen_idle(&s, 10000));
	ck_assert_int_gt(canned_count(&s.canned, "changes"), 6);
	ck_assert_int_eq(canned_count(&s.canned, "home"), 1);
	screen_clear(&s);
}
END_TEST

START_TEST(who_types_writes_or_is_asked_is_left_alone)
{
	static const char *const busy[] = {"lg", "l5", "l:", "nNhalf", "lf", "na1n",
	    "najjj2<Enter>", "na1yny1nn41nnndg", "n<C-z>", "<C-p>no", "ndo"};
	struct screen s;
	struct str before;
	int asked;

	screen_init(&s, 24, 80, false);
	screen_keys(&s, busy[_i]);
	asked = canned_count(&s.canned, "changes") - canned_count(&s.canned, "changes of 0");
	before = screen_golden(&s);
	touched(&s, s.canned.record.ref.p, "r07", "added a note");
	ck_assert(!screen_idle(&s, 50000));
	ck_assert_int_eq(
	    canned_count(&s.canned, "changes") - canned_count(&s.canned, "changes of 0"),
	    asked);
	ck_assert_str_eq(before.p, screen_golden(&s).p);
	screen_clear(&s);
}
END_TEST

START_TEST(a_row_changes_in_its_place_and_one_that_left_says_so)
{
	struct screen s;
	struct part_row row;
	struct str third;

	screen_init(&s, 24, 80, false);
	screen_keys(&s, "ljjj");
	third = screen_row(&s, 5);
	row = canned_row(&s.canned.mem, 5);
	row.holder = STR("r07");
	row.title = STR("Another Name");
	row.cells.v[3] = row.title;
	*arena_push(&s.canned.mem, &s.canned.changes.rows) = row;
	*arena_push(&s.canned.mem, &s.canned.changes.left) = canned_row(&s.canned.mem, 3).ref;
	ck_assert(screen_idle(&s, 5000));
	screen_check(&s);
	ck_assert_ptr_nonnull(strstr(screen_row(&s, 8).p, "Another Name"));
	ck_assert_ptr_nonnull(strstr(screen_row(&s, 6).p, "left this list, R shows it anew"));
	ck_assert_ptr_nonnull(strstr(screen_row(&s, 6).p, canned_row(&s.canned.mem, 3).ref.p));
	ck_assert_str_eq(screen_row(&s, 5).p, third.p);
	ck_assert_int_eq(s.canvas.cursor_y, 6); /* still on the row that left */
	ck_assert(!s.app.message);
	ck_assert_int_eq(canned_count(&s.canned, "list"), 1);
	screen_keys(&s, "R");
	ck_assert(!screen_shows(&s, "left this list"));
	screen_clear(&s);
}
END_TEST

START_TEST(a_case_comes_anew_with_the_same_line_at_the_top)
{
	struct screen s;
	struct str top;
	int cursor;

	screen_init(&s, 24, 80, false);
	screen_keys(&s, "n<C-d><C-d>jj");
	top = screen_row(&s, 4);
	cursor = s.canvas.cursor_y;
	for (int i = 0; i < 3; i++) /* what hangs on it stands above */
		*arena_push(&s.canned.mem, &s.canned.record.alerts) = (struct part_alert){
		    .alert = 7 + i, .record = s.canned.record.ref, .text = STR("look")};
	touched(&s, s.canned.record.ref.p, "r07", "raised an alert");
	ck_assert(screen_idle(&s, 5000));
	screen_check(&s);
	ck_assert_str_eq(screen_row(&s, 4).p, top.p);
	ck_assert_int_eq(s.canvas.cursor_y, cursor);
	ck_assert(screen_shows(&s, "r07 raised an alert, 10:42"));
	ck_assert(!screen_idle(&s, 20000)); /* said once */
	screen_clear(&s);
}
END_TEST

START_TEST(a_form_keeps_its_question_and_says_who_did_what)
{
	struct screen s;
	struct str focus;
	int cursor;

	screen_init(&s, 30, 100, false);
	screen_keys(&s, "na1jj");
	cursor = s.canvas.cursor_y;
	focus = screen_row(&s, cursor);
	touched(&s, s.canned.record.ref.p, "", "ended a claim: silent too long");
	s.canned.form.editable = false;
	s.canned.form.why_not = STR("you do not hold it");
	ck_assert(screen_idle(&s, 5000));
	screen_check(&s);
	ck_assert_int_eq(s.canvas.cursor_y, cursor);
	ck_assert_str_eq(screen_row(&s, cursor).p, focus.p);
	ck_assert(screen_shows(&s, "you can no longer answer here: you do not hold it"));
	screen_keys(&s, "M");
	ck_assert(screen_shows(&s, "the service ended a claim: silent too long"));
	screen_clear(&s);
}
END_TEST

START_TEST(what_is_gone_closes_and_what_is_new_is_said_once)
{
	struct screen s;

	screen_init(&s, 24, 80, false);
	screen_keys(&s, "lj<Enter>");
	*arena_push(&s.canned.mem, &s.canned.changes.alerts) =
	    (struct part_alert){.alert = 500, .record = STR("DVDS-9")};
	ck_assert(screen_idle(&s, 5000));
	ck_assert(screen_shows(&s, "! New alert on DVDS-9: ga shows it"));
	*arena_push(&s.canned.mem, &s.canned.changes.left) = s.canned.record.ref;
	ck_assert(screen_idle(&s, 5000));
	screen_check(&s);
	ck_assert(screen_shows(&s, "the screen closed"));
	ck_assert(!screen_shows(&s, "New alert"));
	ck_assert_int_eq(app_context(&s.app), CTX_QUEUE);
	screen_clear(&s);
}
END_TEST

START_TEST(a_message_is_left_to_be_read)
{
	struct screen s;

	screen_init(&s, 24, 80, false);
	screen_keys(&s, "nx");
	touched(&s, s.canned.record.ref.p, "r07", "added a note");
	ck_assert(!screen_idle(&s, 6000));
	ck_assert(screen_shows(&s, "x does nothing here"));
	ck_assert(screen_idle(&s, 6000));
	ck_assert(screen_shows(&s, "r07 added a note"));
	screen_clear(&s);
}
END_TEST

START_TEST(the_start_screen_gets_its_numbers_without_moving)
{
	struct screen s;
	int cursor;

	screen_init(&s, 24, 80, false);
	screen_keys(&s, "j");
	cursor = s.canvas.cursor_y;
	s.canned.home.total = 4711;
	s.canned.changes.other = true;
	ck_assert(screen_idle(&s, 5000));
	screen_check(&s);
	ck_assert(screen_shows(&s, "4,711 in all"));
	ck_assert_int_eq(s.canvas.cursor_y, cursor);
	ck_assert(!s.app.message);
	screen_clear(&s);
}
END_TEST

START_TEST(a_line_of_the_time_line_opens_its_place_and_q_comes_back_to_it)
{
	static const struct {
		const char *keys, *shows, *line;
	} ways[] = {{"", "3 Notes", "noted: the paper file"}, {"j", "2 Answers", "answered"},
	    {"jj", "1 Case", "import b2 changed"}, {"jjj", "4 History", "To check"}};
	struct screen s;
	int row;

	screen_init(&s, 24, 80, false);
	screen_keys(&s, "ngt");
	ck_assert(screen_shows(&s, "4 no views"));
	screen_keys(&s, ways[_i].keys);
	row = s.canvas.cursor_y;
	ck_assert(screen_shows(&s, ways[_i].line));
	screen_keys(&s, "<Enter>");
	ck_assert_int_eq(app_context(&s.app), CTX_RECORD);
	ck_assert(screen_shows(&s, ways[_i].shows));
	screen_check(&s);
	screen_keys(&s, "q");
	ck_assert_int_eq(app_context(&s.app), CTX_PAST);
	ck_assert_int_eq(s.canvas.cursor_y, row);
	screen_clear(&s);
}
END_TEST

START_TEST(kinds_of_a_time_line_are_shown_and_left_out)
{
	struct screen s;

	screen_init(&s, 24, 80, false);
	screen_keys(&s, "ngt3");
	ck_assert(screen_shows(&s, "3 no notes") && !screen_shows(&s, "paper file"));
	screen_keys(&s, "a");
	ck_assert(screen_shows(&s, "4 views") && screen_shows(&s, "saw it"));
	screen_keys(&s, "q:timeline<Space>quality<Enter>");
	ck_assert(screen_shows(&s, "6 quality") && screen_shows(&s, "1 no data"));
	ck_assert(!screen_shows(&s, "came in"));
	screen_keys(&s, "6");
	ck_assert(screen_shows(&s, "Nothing of these kinds has happened"));
	screen_check(&s);
	screen_clear(&s);
}
END_TEST

/* m sends one's own again, t leaves theirs; what was typed is there until then. */
START_TEST(who_was_quicker_is_seen_before_anything_is_lost)
{
	static const char *const after[] = {"m", "t", "q"};
	struct screen s;

	screen_init(&s, 24, 80, false);
	screen_keys(&s, "na");
	s.canned.form.version++; /* elsewhere */
	screen_keys(&s, "1");
	ck_assert_int_eq(app_context(&s.app), CTX_DIFFER);
	ck_assert(screen_shows(&s, "changed while you answered: nothing was saved"));
	ck_assert(screen_shows(&s, "Yours") && screen_shows(&s, "There now"));
	ck_assert(screen_shows(&s, "Channel: was Officer; is now Web form"));
	screen_check(&s);
	screen_keys(&s, "<Enter>q");
	ck_assert_int_eq(app_context(&s.app), CTX_DIFFER);
	screen_keys(&s, after[_i]);
	ck_assert_int_eq(app_context(&s.app), CTX_FORM);
	ck_assert_int_eq(canned_count(&s.canned, "answer"), _i == 0 ? 2 : 1);
	ck_assert(_i != 0 || s.canned.form.questions.v[0].value.n > 0);
	ck_assert(_i == 0 || s.canned.form.questions.v[0].value.n == 0);
	screen_check(&s);
	screen_clear(&s);
}
END_TEST

START_TEST(a_text_that_came_too_late_can_still_be_sent)
{
	struct screen s;

	screen_init(&s, 24, 80, false);
	screen_keys(&s, "na1nonly<Space>a<Space>date");
	s.canned.form.version++;
	screen_keys(&s, "<Enter>");
	ck_assert_int_eq(app_context(&s.app), CTX_DIFFER);
	ck_assert(screen_shows(&s, "because: only a date"));
	screen_keys(&s, "m");
	ck_assert_int_eq(app_context(&s.app), CTX_FORM);
	ck_assert(screen_shows(&s, "saved as you answered it"));
	ck_assert_uint_eq(s.app.drafts.n, 0);
	screen_clear(&s);
}
END_TEST

Suite *suite_tui_live(void)
{
	Suite *s = suite_create("tui live");
	TCase *t = tcase_create("live");

	tcase_add_loop_test(t, nothing_is_painted_while_nothing_changes, 0, 8);
	tcase_add_loop_test(t, who_types_writes_or_is_asked_is_left_alone, 0, 11);
	tcase_add_test(t, a_row_changes_in_its_place_and_one_that_left_says_so);
	tcase_add_test(t, a_case_comes_anew_with_the_same_line_at_the_top);
	tcase_add_test(t, a_form_keeps_its_question_and_says_who_did_what);
	tcase_add_test(t, what_is_gone_closes_and_what_is_new_is_said_once);
	tcase_add_test(t, a_message_is_left_to_be_read);
	tcase_add_test(t, the_start_screen_gets_its_numbers_without_moving);
	tcase_add_loop_test(
	    t, a_line_of_the_time_line_opens_its_place_and_q_comes_back_to_it, 0, 4);
	tcase_add_loop_test(t, who_was_quicker_is_seen_before_anything_is_lost, 0, 3);
	tcase_add_test(t, a_text_that_came_too_late_can_still_be_sent);
	tcase_add_test(t, kinds_of_a_time_line_are_shown_and_left_out);
	suite_add_tcase(s, t);
	return s;
}
