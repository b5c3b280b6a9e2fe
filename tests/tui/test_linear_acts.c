/* SPDX-License-Identifier: MIT */
/* The table of actions held against the line mode, in every place of it. */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "typed.h"

Suite *suite_tui_linear_acts(void);

/* What only a screen can have. Whoever adds an action either gives it a function in lines, or puts
 * it here and says in tui/linear/commands.c what does it there. */
static const enum action of_the_screen[] = {ACT_COMMAND, /* every line is one */
    /* the shell's own: its prompt, its palette, its windows of text */
    ACT_RUN, ACT_PAL_DOWN, ACT_PAL_UP, ACT_COMPLETE, ACT_EARLIER, ACT_LATER, ACT_FIND,
    /* a cursor within a row: rows are said whole */
    ACT_CELL_NEXT, ACT_CELL_PREV, ACT_TABLE_NEXT, ACT_TABLE_PREV,
    /* keys that end what a line ends, or a yes */
    ACT_ACCEPT, ACT_PICK_TOGGLE, ACT_PICK_ACCEPT, ACT_CARRY_OUT, ACT_FILL, ACT_SHEET_PICK,
    ACT_SEND, ACT_AREA_SAVE, ACT_AREA_NEWLINE, ACT_AREA_PAGE_UP, ACT_AREA_PAGE_DOWN,
    /* editing of a line: the terminal's */
    ACT_EDIT_LEFT, ACT_EDIT_RIGHT, ACT_EDIT_WORD_L, ACT_EDIT_WORD_R, ACT_AREA_UP, ACT_AREA_DOWN,
    ACT_EDIT_HOME, ACT_EDIT_END, ACT_EDIT_BACK, ACT_EDIT_DELETE, ACT_EDIT_CUT_WORD,
    ACT_EDIT_CUT_TAIL, ACT_EDIT_CUT_HEAD, ACT_EDIT_SELECT, ACT_EDIT_CUT, ACT_EDIT_COPY,
    ACT_EDIT_PASTE, ACT_EDIT_PASTE_OLDER, ACT_EDIT_UNDO, ACT_EDIT_REDO};

static bool is_of_the_screen(enum action a)
{
	for (size_t i = 0; i < sizeof(of_the_screen) / sizeof(of_the_screen[0]); i++)
		if (of_the_screen[i] == a)
			return true;
	return false;
}

START_TEST(every_action_is_done_in_lines_but_for_those_of_a_screen)
{
	for (int i = ACT_NONE + 1; i < ACT_COUNT; i++) {
		enum action a = (enum action)i;
		ck_assert_msg((lines_action(a) == NULL) == is_of_the_screen(a), "%s",
		    action_row(a)->name);
		ck_assert_msg((lines_instead(a) != NULL) == is_of_the_screen(a), "%s",
		    action_row(a)->name);
	}
}
END_TEST

/* How one comes to each place from the start. */
static const struct {
	enum place place;
	enum context context;
	const char *typed;
} ways[] = {
    {PLACE_START, CTX_START, "gs"},
    {PLACE_LIST, CTX_QUEUE, "gs\nlist"},
    {PLACE_ROWS, CTX_ALERTS, "gs\nga"},
    {PLACE_ROWS, CTX_BOARD, "gs\ngb"},
    {PLACE_ROWS, CTX_PAST, "gs\nlist\n1 gt"},
    {PLACE_CASE, CTX_RECORD, "gs\nlist\n1"},
    {PLACE_FORM, CTX_FORM, "gs\nlist\n1\na"},
    {PLACE_STEPS, CTX_STEPS, "gs\nlist\n1\nd"},
};

static void come(int way)
{
	for (int i = 0; i < 6 && lines.asking != ASK_COMMAND; i++)
		lines_cancel(&lines);
	if (lines.locked)
		type("pshah");
	lines.quit = lines.more = false;
	type(lines_place(&lines) == PLACE_FORM ? ":gs" : "gs");
	type(ways[way].typed);
	ck_assert_int_eq(lines_place(&lines), ways[way].place);
	ck_assert_int_eq(lines_context(&lines), ways[way].context);
}

/* It is done, asked for, or refused with how one comes to it. */
static void check_answered(int way, enum action a, const char *got)
{
	const struct action_row *row = action_row(a);
	const char *how = lines_instead(a) ? lines_instead(a) : lines_where(row->where);
	bool asks = lines.asking != ASK_COMMAND || lines.quit || lines.locked;

	ck_assert_msg(!strstr(got, "on this screen") && !strstr(got, "no command"),
	    "%s at '%s': %s", row->name, ways[way].typed, got);
	ck_assert_msg(got[0] || asks, "%s at '%s' is silent", row->name, ways[way].typed);
	if (strstr(got, "cannot be done here") || strstr(got, "belongs to the screen"))
		ck_assert_msg(
		    how && strstr(got, how), "%s at '%s': %s", row->name, ways[way].typed, got);
	if (context_reaches(ways[way].context, row->where))
		ck_assert_msg(!strstr(got, "cannot be done here"), "%s at '%s': %s", row->name,
		    ways[way].typed, got);
}

START_TEST(whatever_is_typed_anywhere_is_done_or_says_how_it_is_done)
{
	for (int i = ACT_NONE + 1; i < ACT_COUNT; i++) {
		enum action a = (enum action)i;
		char line[80];
		if (lines_place(&lines) != ways[_i].place || i % 8 == 1 ||
		    lines.asking != ASK_COMMAND || lines.locked || lines.quit ||
		    lines_context(&lines) != ways[_i].context)
			come(_i);
		(void)snprintf(line, sizeof(line), ":%s", action_row(a)->name);
		type(line);
		if (a != ACT_MESSAGES) /* it says again what was said */
			check_answered(_i, a, buf_str(&said).p);
	}
}
END_TEST

START_TEST(every_way_that_is_told_names_what_can_be_typed)
{
	for (int c = CTX_NONE + 1; c < CTX_COUNT; c++) {
		const char *how = lines_where((enum context)c);
		if (how)
			ck_assert_msg(strlen(how) > 10 && strlen(how) < 100, "%s", how);
	}
	says("mark", "list or search brings one");
	says("section 2", "open REFERENCE");
	says("answer yes", "open a case and then its form");
	says("turn", "gt says that of a case");
	says("complete", "palette");
}
END_TEST

Suite *suite_tui_linear_acts(void)
{
	Suite *s = suite_create("tui linear acts");
	TCase *t = tcase_create("acts");

	tcase_add_checked_fixture(t, typed_set_up, typed_tear_down);
	tcase_add_test(t, every_action_is_done_in_lines_but_for_those_of_a_screen);
	tcase_add_loop_test(t, whatever_is_typed_anywhere_is_done_or_says_how_it_is_done, 0,
	    sizeof(ways) / sizeof(ways[0]));
	tcase_add_test(t, every_way_that_is_told_names_what_can_be_typed);
	suite_add_tcase(s, t);
	return s;
}
