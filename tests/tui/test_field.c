/* SPDX-License-Identifier: MIT */
/* Writing: the cursor is between graphemes, undo goes back, control characters stay out. */
#include <check.h>
#include <string.h>

#include "lookback/base/hash.h"
#include "lookback/base/utf8.h"
#include "tui/widget/field.h"
#include "tui/widget/field_place.h"

Suite *suite_tui_field(void);

static struct arena a;
static struct clip clip;
static struct field f;

static void set_up(void)
{
	a = (struct arena){0};
	clip_init(&clip, &a);
	field_init(&f, &a, true, (struct str){0});
}

static void tear_down(void)
{
	arena_clear(&a);
}

static void expect(const char *text, size_t at)
{
	ck_assert_msg(str_is(field_text(&f), text), "'%.*s'", STR_ARG(field_text(&f)));
	ck_assert_uint_eq(f.now.at, at);
}

START_TEST(typing_cutting_and_pasting)
{
	field_type(&f, STR("one two"));
	ck_assert(field_act(&f, ACT_EDIT_CUT_WORD, &clip));
	expect("one ", 4);
	field_act(&f, ACT_EDIT_HOME, &clip);
	field_act(&f, ACT_EDIT_PASTE, &clip);
	expect("twoone ", 3);
	field_act(&f, ACT_EDIT_CUT_TAIL, &clip);
	expect("two", 3);
	field_act(&f, ACT_EDIT_UNDO, &clip);
	expect("twoone ", 3);
	field_act(&f, ACT_EDIT_UNDO, &clip);
	expect("one ", 0);
	ck_assert(!field_act(&f, ACT_NEXT, &clip));
}
END_TEST

START_TEST(a_grapheme_goes_as_a_whole)
{
	field_type(&f, STR("e\xcc\x81王"));
	field_act(&f, ACT_EDIT_BACK, &clip);
	expect("e\xcc\x81", 3);
	field_act(&f, ACT_EDIT_BACK, &clip);
	expect("", 0);
}
END_TEST

START_TEST(a_line_has_no_newline_and_nothing_has_controls)
{
	field_init(&f, &a, false, STR("a\nb\tc"));
	expect("a b c", 5);
	field_type(&f, STR("\033[2J\x01\x9b\xc2\x9bx\r\ny\xff"));
	ck_assert_ptr_null(utf8_fault(field_text(&f), false));
	ck_assert(str_is(field_text(&f), "a b c[2Jx y"));
}
END_TEST

START_TEST(too_much_is_left_out)
{
	char big[5000];

	memset(big, 'x', sizeof(big));
	for (int i = 0; i < 10; i++)
		field_type(&f, (struct str){big, sizeof(big)});
	ck_assert_uint_le(f.now.n, FIELD_MAX);
}
END_TEST

static const enum action acts[] = {ACT_EDIT_LEFT, ACT_EDIT_RIGHT, ACT_EDIT_WORD_L,
    ACT_EDIT_WORD_R, ACT_EDIT_HOME, ACT_EDIT_END, ACT_EDIT_BACK, ACT_EDIT_DELETE,
    ACT_EDIT_CUT_WORD, ACT_EDIT_CUT_TAIL, ACT_EDIT_CUT_HEAD, ACT_EDIT_PASTE, ACT_EDIT_UNDO,
    ACT_AREA_NEWLINE, ACT_AREA_UP, ACT_AREA_DOWN, ACT_AREA_PAGE_UP, ACT_AREA_PAGE_DOWN,
    ACT_EDIT_SELECT, ACT_EDIT_SELECT, ACT_EDIT_CUT, ACT_EDIT_COPY, ACT_EDIT_PASTE_OLDER,
    ACT_EDIT_REDO};
enum { ACTS = sizeof(acts) / sizeof(acts[0]) };
static const char *const typed[] = {"a", "b", " ", "word ", "é", "王", "\xcc\x81", "\n",
    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7", "\xe2\x80\xae", "\xff"};

/* Whatever is done, the text is valid and the cursor stands before a whole grapheme. */
START_TEST(the_cursor_is_always_between_graphemes)
{
	struct dice d = dice_seed((uint64_t)_i);
	bool area = _i % 2;

	field_init(&f, &a, area, (struct str){0});
	f.wrap = _i % 3 == 0;
	for (int n = 0; n < 300; n++) {
		if (dice_below(&d, 2))
			field_type(&f, str_of(typed[dice_below(&d, 11)]));
		else
			field_act(&f, acts[dice_below(&d, ACTS)], &clip);
		field_layout(&f, 1 + (int)dice_below(&d, 5), 1 + (int)dice_below(&d, 20));
		ck_assert(utf8_valid(field_text(&f)));
		ck_assert_uint_le(f.now.at, f.now.n);
		ck_assert_uint_eq(place_round(field_text(&f), f.now.at), f.now.at);
		ck_assert(field_selected(&f).n == 0 || utf8_valid(field_selected(&f)));
		if (!area)
			ck_assert_ptr_null(memchr(field_text(&f).p, '\n', f.now.n));
	}
}
END_TEST

/* Left and right undo each other; a deletion and its undo too. */
START_TEST(steps_have_their_opposites)
{
	struct dice d = dice_seed((uint64_t)_i);

	for (int n = 0; n < 40; n++)
		field_type(&f, str_of(typed[dice_below(&d, 8)]));
	for (int n = 0; n < 20; n++) {
		size_t at = f.now.at;
		struct str was = arena_str(&a, field_text(&f));
		if (at > 0) {
			field_act(&f, ACT_EDIT_LEFT, &clip);
			ck_assert_uint_lt(f.now.at, at);
			field_act(&f, ACT_EDIT_RIGHT, &clip);
			ck_assert_uint_eq(f.now.at, at);
			field_act(&f, ACT_EDIT_BACK, &clip);
			field_act(&f, ACT_EDIT_UNDO, &clip);
			ck_assert(str_eq(field_text(&f), was));
			ck_assert_uint_eq(f.now.at, at);
		}
		field_act(&f, ACT_EDIT_LEFT, &clip);
	}
}
END_TEST

START_TEST(the_cursor_is_drawn_inside_the_field)
{
	struct dice d = dice_seed((uint64_t)_i);
	struct canvas c;
	struct rect r = {2, 3, 1 + _i % 4, 4 + _i % 9};

	field_init(&f, &a, r.rows > 1, (struct str){0});
	for (int n = 0; n < 60; n++) {
		if (dice_below(&d, 3))
			field_type(&f, str_of(typed[dice_below(&d, 8)]));
		else
			field_act(&f, acts[dice_below(&d, ACTS)], &clip);
		canvas_init(&c, &a, 9, 20, false);
		field_layout(&f, r.rows, r.cols);
		field_draw(&f, &c, r);
		ck_assert_int_ge(c.cursor_y, r.y);
		ck_assert_int_lt(c.cursor_y, r.y + r.rows);
		ck_assert_int_ge(c.cursor_x, r.x);
		ck_assert_int_lt(c.cursor_x, r.x + r.cols);
	}
}
END_TEST

/* Whatever was done, undoing all of it and doing it again comes to the same text. */
START_TEST(what_is_undone_can_be_done_again)
{
	struct dice d = dice_seed((uint64_t)_i);
	struct str was;
	int steps = 0;

	for (int n = 0; n < 50; n++)
		if (dice_below(&d, 2))
			field_type(&f, str_of(typed[dice_below(&d, 8)]));
		else
			field_act(&f, acts[dice_below(&d, ACTS - 1)], &clip);
	was = arena_str(&a, field_text(&f));
	for (; f.undo.n; steps++)
		field_act(&f, ACT_EDIT_UNDO, &clip);
	for (; steps; steps--)
		field_act(&f, ACT_EDIT_REDO, &clip);
	ck_assert(str_eq(field_text(&f), was));
	field_act(&f, ACT_EDIT_UNDO, &clip);
	field_type(&f, STR("x"));
	ck_assert_int_eq(f.redo.n, 0); /* another way was taken */
}
END_TEST

static void acts_of(const enum action *act, size_t n)
{
	for (size_t i = 0; i < n; i++)
		ck_assert(field_act(&f, act[i], &clip));
}

START_TEST(a_selection_is_replaced_cut_copied_and_given_up)
{
	static const enum action select[] = {
	    ACT_EDIT_HOME, ACT_EDIT_WORD_R, ACT_EDIT_SELECT, ACT_EDIT_WORD_R};

	field_type(&f, STR("one two three"));
	acts_of(select, 4);
	ck_assert(str_is(field_selected(&f), "two "));
	field_act(&f, ACT_EDIT_COPY, &clip);
	expect("one two three", 8);
	ck_assert_uint_eq(field_selected(&f).n, 0);
	field_act(&f, ACT_EDIT_PASTE, &clip);
	expect("one two two three", 12);
	acts_of(select, 4);
	field_type(&f, STR("2 "));
	expect("one 2 two three", 6);
	field_act(&f, ACT_EDIT_UNDO, &clip);
	expect("one two two three", 8);
	acts_of(select, 4);
	field_act(&f, ACT_EDIT_BACK, &clip);
	expect("one two three", 4);
	acts_of(select, 4);
	field_act(&f, ACT_EDIT_CUT, &clip);
	field_act(&f, ACT_EDIT_END, &clip);
	field_act(&f, ACT_EDIT_PASTE, &clip);
	expect("one threetwo ", 13);
}
END_TEST

START_TEST(lines_cut_one_after_the_other_come_back_together)
{
	field_type(&f, STR("a\nb\nc\nd"));
	acts_of((const enum action[]){ACT_AREA_UP, ACT_AREA_UP, ACT_EDIT_CUT, ACT_EDIT_CUT}, 4);
	expect("a\nd", 2);
	acts_of((const enum action[]){ACT_AREA_DOWN, ACT_EDIT_END, ACT_AREA_NEWLINE,
		    ACT_EDIT_PASTE},
	    4);
	expect("a\nd\nb\nc\n", 8);
	acts_of((const enum action[]){ACT_AREA_UP, ACT_EDIT_CUT, ACT_EDIT_PASTE}, 3);
	ck_assert_int_eq(clip.n, 2); /* a move between: a cut of its own */
}
END_TEST

START_TEST(what_was_cut_before_can_take_the_place)
{
	static const char *const words[] = {"one", "two", "three"};

	for (int i = 0; i < 3; i++) {
		field_type(&f, str_of(words[i]));
		field_act(&f, ACT_EDIT_CUT_HEAD, &clip);
	}
	field_act(&f, ACT_EDIT_PASTE, &clip);
	expect("three", 5);
	for (int i = 1; i >= 0; i--) {
		field_act(&f, ACT_EDIT_PASTE_OLDER, &clip);
		ck_assert(str_is(field_text(&f), words[i]));
	}
	field_act(&f, ACT_EDIT_PASTE_OLDER, &clip);
	expect("three", 5); /* all round */
	field_act(&f, ACT_EDIT_UNDO, &clip);
	expect("", 0);
}
END_TEST

START_TEST(a_long_line_is_shown_in_rows_and_has_no_line_ends)
{
	field_init(&f, &a, false, (struct str){0});
	f.wrap = true;
	field_type(&f, STR("one two\nthree four"));
	ck_assert(!field_act(&f, ACT_AREA_NEWLINE, &clip));
	ck_assert_int_eq(field_rows(&f, 8), 3);
	field_layout(&f, 3, 8);
	acts_of((const enum action[]){ACT_AREA_UP, ACT_AREA_UP, ACT_EDIT_HOME}, 3);
	expect("one two three four", 0);
}
END_TEST

Suite *suite_tui_field(void)
{
	Suite *s = suite_create("tui field");
	TCase *t = tcase_create("writing");

	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_add_test(t, typing_cutting_and_pasting);
	tcase_add_test(t, a_grapheme_goes_as_a_whole);
	tcase_add_test(t, a_line_has_no_newline_and_nothing_has_controls);
	tcase_add_test(t, too_much_is_left_out);
	tcase_add_test(t, a_selection_is_replaced_cut_copied_and_given_up);
	tcase_add_test(t, lines_cut_one_after_the_other_come_back_together);
	tcase_add_test(t, what_was_cut_before_can_take_the_place);
	tcase_add_test(t, a_long_line_is_shown_in_rows_and_has_no_line_ends);
	tcase_add_loop_test(t, what_is_undone_can_be_done_again, 0, 60);
	tcase_add_loop_test(t, the_cursor_is_always_between_graphemes, 0, 80);
	tcase_add_loop_test(t, steps_have_their_opposites, 0, 60);
	tcase_add_loop_test(t, the_cursor_is_drawn_inside_the_field, 0, 60);
	suite_add_tcase(s, t);
	return s;
}
