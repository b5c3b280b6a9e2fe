/* SPDX-License-Identifier: MIT */
/* Every action means something in every context that reaches it. */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "screen.h"

Suite *suite_tui_acts(void);

/* Keys that lead into a context. */
static const struct {
	enum context context;
	const char *keys;
} ways[] = {
    {CTX_START, ""},
    {CTX_QUEUE, "l"},
    {CTX_RECORD, "n"},
    {CTX_SOURCE, "nas"},
    {CTX_FORM, "na"},
    {CTX_PICK, "na<Enter>"},
    {CTX_STEPS, "nd"},
    {CTX_PRESS, "nd<Down><Down><Down><Enter>r<Enter><C-c><Enter>"},
    {CTX_ALERTS, "ga"},
    {CTX_REGISTERS, "gr"},
    {CTX_OVERRIDES, "go"},
    {CTX_OPENINGS, "nO"},
    {CTX_VIEWS, "lv"},
    {CTX_QUALITY, "gq"},
    {CTX_PASSES, "gq<Enter>"},
    {CTX_PREVIEW, "gq<Enter>jjj<Enter>"},
    {CTX_PASS, "gq<Enter>j<Enter>"},
    {CTX_AGREEMENT, "gqj<Enter>"},
    {CTX_REVIEWERS, "gqjj<Enter>"},
    {CTX_FUNNEL, "gqjjj<Enter>"},
    {CTX_AUDIT, "gqjjjj<Enter>"},
    {CTX_CALIBRATION, "gqjjjjj<Enter>"},
    {CTX_QUESTIONS, "gqjjjjjj<Enter>"},
    {CTX_FINALS, "gqjjjjjjj<Enter>"},
    {CTX_PAST, "ngt"},
    {CTX_DIFFER, "na"},
    {CTX_BOARD, "gb"},
    {CTX_HANDING, "gbAmdiaz<Enter>"},
    {CTX_SHEET, "ga:row<Space>add<Space>failure<Enter>"},
    {CTX_CONFIRM, "ndoreason<Enter>"},
    {CTX_TEXT, "?"},
    {CTX_PALETTE, "<C-p>"},
    {CTX_PROMPT, ":"},
    {CTX_LINE, "na1n"},
    {CTX_AREA, "nN"},
    {CTX_LOCKED, "<C-z>"},
};
enum { WAYS = sizeof(ways) / sizeof(ways[0]) };

static void reach(struct screen *s, enum context context, const char *keys)
{
	screen_keys(s, keys);
	if (context != CTX_DIFFER)
		return;
	s->canned.form.version++; /* somebody else was quicker */
	screen_keys(s, "1");
}

static void try_act(enum context context, const char *keys, enum action act)
{
	const struct action_row *row = action_row(act);
	struct screen s;
	struct err e = {0};

	screen_init(&s, 24, 80, false);
	reach(&s, context, keys);
	ck_assert_int_eq(app_context(&s.app), context);
	if (app_run(&s.app, str_of(row->name), 0, &e) == OUTCOME_FAILED)
		ck_assert_msg(strstr(e.text, "has no meaning") == NULL, "%s in %s: %s",
		    row->name, context_row(context)->name, e.text);
	screen_draw(&s);
	screen_check(&s);
	screen_clear(&s);
}

START_TEST(no_action_is_without_meaning_where_it_can_be_typed)
{
	for (int a = ACT_NONE + 1; a < ACT_COUNT; a++)
		if (context_reaches(ways[_i].context, action_row((enum action)a)->where))
			try_act(ways[_i].context, ways[_i].keys, (enum action)a);
}
END_TEST

START_TEST(only_to_read_no_action_asks_for_a_change)
{
	for (int a = ACT_NONE + 1; a < ACT_COUNT; a++) {
		const struct action_row *row = action_row((enum action)a);
		struct screen s;
		struct err e = {0};
		if (!context_reaches(ways[_i].context, row->where) ||
		    !(row->flags & ACTION_WRITES))
			continue;
		screen_init(&s, 24, 80, false);
		reach(&s, ways[_i].context, ways[_i].keys);
		s.app.read_only = true;
		ck_assert_int_eq(app_run(&s.app, str_of(row->name), 0, &e), OUTCOME_FAILED);
		ck_assert_msg(strstr(e.text, "read only"), "%s: %s", row->name, e.text);
		screen_draw(&s);
		screen_check(&s);
		screen_clear(&s);
	}
}
END_TEST

START_TEST(every_context_but_the_shared_ones_is_somewhere)
{
	for (int c = CTX_NONE + 1; c < CTX_COUNT; c++) {
		bool found = c == CTX_ALWAYS || c == CTX_ANY || c == CTX_CASE ||
			     c == CTX_WORK || c == CTX_WRITE || c == CTX_ROWS;
		for (int i = 0; i < WAYS; i++)
			found = found || ways[i].context == (enum context)c;
		ck_assert_msg(found, "%s", context_row((enum context)c)->name);
	}
}
END_TEST

static const char *const from[] = {"", "l", "n", "gq<Enter>"};
static const char *const behind[] = {"", " set_aside 7", " 2", " DVDS-1 pshah why"};
enum { FROM = 4, BEHIND = 4 };

/* Whatever is typed at a prompt: there is a screen afterwards, and it is whole. */
START_TEST(every_command_typed_anywhere_leaves_a_screen)
{
	const char *name = action_row((enum action)_i)->name;

	for (int i = 0; i < FROM * BEHIND; i++) {
		struct screen s;

		screen_init(&s, 24, 80, false);
		screen_keys(&s, from[i / BEHIND]);
		screen_keys(&s, ":");
		screen_type(&s, name);
		screen_type(&s, behind[i % BEHIND]);
		screen_keys(&s, "<Enter>");
		ck_assert_msg(s.app.depth >= 1, ":%s%s", name, behind[i % BEHIND]);
		screen_check(&s);
		screen_clear(&s);
	}
}
END_TEST

Suite *suite_tui_acts(void)
{
	Suite *s = suite_create("tui acts");
	TCase *t = tcase_create("actions");

	tcase_add_loop_test(t, no_action_is_without_meaning_where_it_can_be_typed, 0, WAYS);
	tcase_add_loop_test(t, only_to_read_no_action_asks_for_a_change, 0, WAYS);
	tcase_add_loop_test(t, every_command_typed_anywhere_leaves_a_screen, 1, ACT_COUNT);
	tcase_add_test(t, every_context_but_the_shared_ones_is_somewhere);
	suite_add_tcase(s, t);
	return s;
}
