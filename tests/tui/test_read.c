/* SPDX-License-Identifier: MIT */
/* Reading and answering together: two panes, each with its own place, and marked words. */
#include <string.h>

#include "stage.h"
#include "tui/view/views.h"

Suite *suite_tui_read(void);

static void wide(void)
{
	screen_init(&s, 30, 120, false);
}

/* Columns [from, to) of the whole screen, as text. */
static struct str part(int from, int to)
{
	struct buf b = buf_in(&s.mem);

	for (int y = 1; y < s.canvas.rows - 2; y++) {
		for (int x = from; x < to; x++) {
			const struct cell *c = canvas_at(&s.canvas, y, x);
			buf_put(&b, (struct str){c->bytes, c->n});
		}
		buf_char(&b, '\n');
	}
	return buf_str(&b);
}

static void the_same(struct str a, struct str b)
{
	ck_assert_msg(str_eq(a, b), "was\n%.*s\nis\n%.*s", STR_ARG(a), STR_ARG(b));
}

enum { RULE = 54 }; /* between the panes of 120 columns */

START_TEST(opening_the_form_moves_nothing_of_the_case)
{
	struct str before;

	screen_keys(&s, "n<C-d>jj");
	before = part(1, RULE);
	SHOWS("a opens the form");
	screen_keys(&s, "a");
	SHOWS("Which route did this application take?");
	the_same(before, part(1, RULE));
	screen_keys(&s, "1y");
	the_same(before, part(1, RULE));
	screen_keys(&s, "q");
	the_same(before, part(1, RULE));
}
END_TEST

START_TEST(each_pane_scrolls_on_its_own)
{
	struct str form, source;

	screen_keys(&s, "najj");
	form = part(RULE + 1, 120);
	source = part(1, RULE);
	screen_keys(&s, "s");
	ck_assert_int_lt(s.canvas.cursor_x, RULE);
	screen_keys(&s, "<C-f>j");
	ck_assert(!str_eq(source, part(1, RULE)));
	source = part(1, RULE);
	screen_keys(&s, "s");
	ck_assert_int_gt(s.canvas.cursor_x, RULE);
	the_same(form, part(RULE + 1, 120));
	screen_keys(&s, "jj");
	the_same(source, part(1, RULE));
}
END_TEST

START_TEST(one_key_swaps_the_panes_and_each_keeps_its_place)
{
	struct str form, source;
	int row;

	screen_keys(&s, "najjj");
	form = screen_golden(&s);
	screen_keys(&s, "s<C-f>jj");
	source = screen_golden(&s);
	row = s.canvas.cursor_y;
	screen_keys(&s, "s");
	the_same(form, screen_golden(&s));
	screen_keys(&s, "s");
	the_same(source, screen_golden(&s));
	ck_assert_int_eq(s.canvas.cursor_y, row);
	screen_keys(&s, "sqjk"); /* the case on its own is where it was read */
	ck_assert_int_eq(s.canvas.cursor_y, row);
}
END_TEST

START_TEST(a_resize_between_set_up_and_wide_keeps_both_places)
{
	struct str before;

	screen_keys(&s, "najjjs<C-d>jj");
	before = screen_golden(&s);
	screen_resize(&s, 30, 120);
	SHOWS("1 Case");
	SHOWS("Was the subject identified");
	screen_resize(&s, 24, 80);
	the_same(before, screen_golden(&s));
}
END_TEST

START_TEST(what_is_being_written_stays_while_one_reads)
{
	screen_keys(&s, "na1n");
	screen_type(&s, "half a reason");
	screen_keys(&s, "<C-o>");
	HIDES("half a reason");
	SHOWS("Rules in force");
	screen_keys(&s, "<C-o>");
	SHOWS("half a reason");
	screen_type(&s, " more<");
	SHOWS("half a reason more<");
	screen_keys(&s, "<Backspace><Enter>");
	ck_assert(canned_asked(&s.canned, "because half a reason more\n"));
}
END_TEST

/* How many cells have the role. */
static int painted(enum role role)
{
	int n = 0;

	for (int y = 0; y < s.canvas.rows; y++)
		for (int x = 0; x < s.canvas.cols; x++)
			n += canvas_at(&s.canvas, y, x)->role == role;
	return n;
}

START_TEST(key_terms_are_marked_also_where_a_row_ends_in_one)
{
	for (int cols = 60; cols < 100; cols++) {
		screen_resize(&s, 60, cols);
		screen_keys(&s, "n");
		/* "lose his temper" may lose a space at the edge, not a letter */
		ck_assert_int_ge(painted(ROLE_TERM), (int)strlen("losehistemper"
								 "assaults"
								 "childrenchildren"));
		screen_keys(&s, "q");
	}
}
END_TEST

START_TEST(words_are_found_one_after_the_other_and_going_round_is_said)
{
	screen_keys(&s, "n");
	ck_assert_int_eq(painted(ROLE_MATCH), 0);
	screen_keys(&s, "/");
	screen_type(&s, "child*");
	screen_keys(&s, "<Enter>");
	ck_assert_int_gt(painted(ROLE_MATCH), 0);
	screen_keys(&s, "n");
	ck_assert_int_eq(s.canned.served, 1); /* not the next case */
	screen_keys(&s, "n");
	SHOWS("from the beginning again");
	screen_keys(&s, "N");
	SHOWS("from the end again");
	screen_keys(&s, "<Esc>n"); /* now it is */
	ck_assert_int_eq(s.canned.served, 2);
}
END_TEST

START_TEST(what_no_text_holds_is_said)
{
	screen_keys(&s, "n/");
	screen_type(&s, "xylophone");
	screen_keys(&s, "<Enter>");
	SHOWS("none of these words stands in this case");
}
END_TEST

START_TEST(the_words_of_the_last_search_are_marked_in_the_case)
{
	screen_keys(&s, "/");
	screen_type(&s, "temper -health state:triage");
	screen_keys(&s, "<Enter>");
	screen_keys(&s, "<Enter><C-d><C-d>");
	ck_assert_int_eq(painted(ROLE_MATCH), (int)strlen("temper") + 1);
}
END_TEST

START_TEST(a_line_of_the_case_is_quoted_into_the_reason)
{
	screen_keys(&s, "na1y"); /* outcome_seen is answered; the focus is behind it */
	screen_keys(&s, "ks/");
	screen_type(&s, "temper");
	screen_keys(&s, "<Enter>e");
	SHOWS("quoted");
	screen_keys(&s, "<Esc>");
	SHOWS("Why? Enter saves the reason");
	screen_keys(&s, "<Enter>");
	ck_assert(canned_asked(&s.canned, "answer outcome_seen yes because see narrative: \""));
}
END_TEST

START_TEST(a_quote_for_a_question_without_an_answer_waits_for_it)
{
	screen_keys(&s, "na1s4e");
	SHOWS("it waits until the question is answered");
	screen_keys(&s, "sn");
	SHOWS("Why? Enter saves the reason");
	SHOWS("see history: \"");
}
END_TEST

/* Wide, combining, right-to-left and without width: in every text of the replies. */
static const char *const scripts[] = {"王小明王小明王小明王小明王小明王小明王小明王小明",
    "e\xcc\x81\xcc\x82\xcc\x83 a\xcc\x8a o\xcc\x88 noe\xcc\x88l \xcc\x81",
    "العربية نص طويل من اليمين إلى اليسار لا يخل بالأعمدة",
    "\xe2\x80\xaeright\xe2\x80\xac to \xe2\x80\x8fleft",
    "ze\xe2\x80\x8bro\xe2\x80\x8d wid\xef\xbb\xbfth\xc2\xad",
    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7 "
    "\xf0\x9f\x87\xac\xf0\x9f\x87\xa7",
    "a王e\xcc\x81ع\xe2\x80\x8b b"};
enum { SCRIPTS = sizeof(scripts) / sizeof(scripts[0]) };

static void rule_is_straight(void)
{
	struct str rule = glyph_text(GLYPH_VLINE, s.app.ascii);

	for (int y = 1; y < s.canvas.rows - 2; y++) {
		const struct cell *c = canvas_at(&s.canvas, y, RULE);
		ck_assert_msg(str_eq((struct str){c->bytes, c->n}, rule), "row %d of\n%s", y,
		    screen_text(&s));
	}
	screen_check(&s);
}

START_TEST(columns_are_straight_whatever_the_script)
{
	static const char *const tour[] = {
	    "1", "2", "3", "4", "a", "jj", "<C-o>", "1", "<C-f>"};

	screen_clear(&s);
	screen_init(&s, 30, 120, _i % 2);
	s.canned.hostile = str_of(scripts[_i / 2]);
	screen_keys(&s, "n");
	for (size_t i = 0; i < sizeof(tour) / sizeof(tour[0]); i++) {
		screen_keys(&s, tour[i]);
		rule_is_straight();
	}
}
END_TEST

Suite *suite_tui_read(void)
{
	Suite *suite = suite_create("tui read");
	TCase *n = tcase_create("set_up"), *w = tcase_create("wide");

	tcase_add_checked_fixture(n, set_up, tear_down);
	tcase_add_checked_fixture(w, wide, tear_down);
	tcase_add_test(w, opening_the_form_moves_nothing_of_the_case);
	tcase_add_test(w, each_pane_scrolls_on_its_own);
	tcase_add_test(n, one_key_swaps_the_panes_and_each_keeps_its_place);
	tcase_add_test(n, a_resize_between_set_up_and_wide_keeps_both_places);
	tcase_add_test(n, what_is_being_written_stays_while_one_reads);
	tcase_add_test(n, key_terms_are_marked_also_where_a_row_ends_in_one);
	tcase_add_test(n, words_are_found_one_after_the_other_and_going_round_is_said);
	tcase_add_test(n, what_no_text_holds_is_said);
	tcase_add_test(n, the_words_of_the_last_search_are_marked_in_the_case);
	tcase_add_test(n, a_line_of_the_case_is_quoted_into_the_reason);
	tcase_add_test(n, a_quote_for_a_question_without_an_answer_waits_for_it);
	tcase_add_loop_test(w, columns_are_straight_whatever_the_script, 0, 2 * SCRIPTS);
	suite_add_tcase(suite, n);
	suite_add_tcase(suite, w);
	return suite;
}
