/* SPDX-License-Identifier: MIT */
/* Answering quickly: the next one to answer, the answer of the case before, days. */
#include <string.h>

#include "stage.h"
#include "tui/view/form.h"

Suite *suite_tui_answer(void);

static const struct form *form(void)
{
	return app_top(&s.app)->state;
}

static struct str focus(void)
{
	return form_question_of(form())->name;
}

START_TEST(tab_goes_only_to_what_must_still_be_answered)
{
	const struct part_question *q;
	size_t n;

	screen_keys(&s, "na");
	n = form()->rep.questions.n;
	for (size_t i = 0; i < n; i++) /* every other one is of no need now */
		s.canned.form.questions.v[i].required = i % 2;
	screen_keys(&s, "R");
	for (size_t i = 0; i < 2 * n; i++) {
		screen_keys(&s, "<Tab>");
		q = form_question_of(form());
		ck_assert_msg(q->shown && q->missing.n, "%.*s", STR_ARG(q->name));
	}
}
END_TEST

START_TEST(tab_comes_to_every_question_that_must_be_answered)
{
	struct strs seen = {0};

	screen_keys(&s, "najj");
	for (int64_t i = 0; i < form()->rep.missing; i++) {
		ck_assert(!str_has(seen, focus()));
		*arena_push(&s.mem, &seen) = arena_str(&s.mem, focus());
		screen_keys(&s, "<Tab>");
	}
	ck_assert(str_eq(seen.v[0], focus())); /* all round */
}
END_TEST

/* Choices of one question under the cursor of another would be saved there. */
START_TEST(no_key_leaves_a_question_with_its_choices_open)
{
	static const char *const keys[] = {
	    "<Tab>", "]", ".", "y", "n", "x", "R", "d", "s", "u", "9", "<C-c>", "<Enter>"};
	struct str at;

	screen_keys(&s, "najjjj2<Enter>");
	ck_assert_int_eq(form()->mode, FORM_PICK);
	at = arena_str(&s.mem, focus());
	screen_keys(&s, "jj<Space>");
	screen_keys(&s, keys[_i]);
	if (strcmp(app_top(&s.app)->ops->name, "form") != 0)
		return;
	ck_assert(form()->mode != FORM_PICK || str_eq(at, focus()));
}
END_TEST

START_TEST(tab_saves_what_was_chosen_and_goes_on)
{
	int before;

	screen_keys(&s, "najjjj2<Enter>jj<Space>");
	before = canned_count(&s.canned, "answer ");
	screen_keys(&s, "<Tab>");
	ck_assert_int_eq(canned_count(&s.canned, "answer "), before + 1);
	ck_assert_int_eq(form()->mode, FORM_ASK);
}
END_TEST

/* Not who sat where, and marked before one comes to it. */
START_TEST(who_decides_between_two_readers_sees_what_both_answered)
{
	struct part_choice both[] = {{.code = STR("A"), .label = STR("Right to Ask")},
	    {.code = STR("B"), .label = STR("Right to Know")}};
	struct part_question *first = &s.canned.form.questions.v[0];

	first->blind.v = both;
	first->blind.n = 2;
	screen_keys(&s, "na");
	SHOWS("A answered");
	SHOWS("B answered  Right to Know");
	screen_keys(&s, "j");
	SHOWS("! Which route");
	ck_assert(!screen_shows(&s, "A answered"));
}
END_TEST

START_TEST(when_all_is_answered_tab_says_so)
{
	screen_keys(&s, "na1yny1nn41nnn<Tab>");
	SHOWS("every question is answered");
}
END_TEST

/* The next case that the canned service gives. */
static void sibling(const char *ref)
{
	s.canned.record.ref = s.canned.form.ref = str_of(ref);
	for (size_t i = 0; i < s.canned.form.questions.n; i++)
		s.canned.form.questions.v[i].value = (struct str){0};
	screen_keys(&s, "qn");
	screen_keys(&s, "a");
}

START_TEST(a_dot_gives_the_answer_of_the_case_before)
{
	screen_keys(&s, "na.");
	SHOWS("answered on no other case");
	screen_keys(&s, "2k1"); /* one, and at once another */
	sibling("DVDS-16-000002");
	screen_keys(&s, ".");
	ck_assert_int_eq(canned_count(&s.canned, "answer route_seen right_to_ask"), 2);
	screen_keys(&s, "k2"); /* on this case another one: that is the last now ... */
	screen_keys(&s, "k."); /* ... but not what was on the case before */
	ck_assert_int_eq(canned_count(&s.canned, "answer route_seen right_to_ask"), 3);
	screen_keys(&s, "k2");
	sibling("DVDS-16-000003");
	screen_keys(&s, ".");
	ck_assert_int_eq(canned_count(&s.canned, "answer route_seen right_to_know"), 3 + 1);
}
END_TEST

START_TEST(a_reason_is_not_repeated_with_its_answer)
{
	screen_keys(&s, "na1n");
	screen_type(&s, "only a date");
	screen_keys(&s, "<Enter>");
	sibling("DVDS-16-000002");
	screen_keys(&s, "..");
	SHOWS("Why? Enter saves the reason");
	ck_assert(!screen_shows(&s, "only a date"));
}
END_TEST

static const struct {
	const char *typed, *shown, *sent;
} days[] = {
    {"3/4/17", "= Monday 3 Apr 2017", "2017-04-03"},
    {"yesterday", "= Friday 20 Nov 2026", "2026-11-20"},
    {"-3d", "= Wednesday 18 Nov 2026", "2026-11-18"},
    {"3 apr 2017", "= Monday 3 Apr 2017", "2017-04-03"},
    {"30/2/17", "no day yet", NULL},
    {"3/", "no day yet", NULL},
};

START_TEST(a_day_is_shown_as_understood_and_sent_as_shown)
{
	bool narrow = _i % 2;

	if (narrow)
		screen_resize(&s, 16, 60);
	screen_keys(&s, "na");
	for (int i = 0; i < 9; i++)
		screen_keys(&s, "j");
	screen_keys(&s, "yx<Enter><Enter>");
	screen_type(&s, days[_i / 2].typed);
	SHOWS(days[_i / 2].shown);
	ck_assert_str_ne(screen_row(&s, s.canvas.cursor_y).p, "");
	ck_assert(strstr(screen_row(&s, s.canvas.cursor_y).p, days[_i / 2].shown));
	screen_keys(&s, "<Enter>");
	if (days[_i / 2].sent)
		ASKED(arena_printf(&s.mem, "answer later_date %s\n", days[_i / 2].sent).p);
}
END_TEST

Suite *suite_tui_answer(void)
{
	Suite *suite = suite_create("tui answer");
	TCase *t = tcase_create("keys");

	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_add_test(t, tab_goes_only_to_what_must_still_be_answered);
	tcase_add_test(t, tab_comes_to_every_question_that_must_be_answered);
	tcase_add_loop_test(t, no_key_leaves_a_question_with_its_choices_open, 0, 13);
	tcase_add_test(t, tab_saves_what_was_chosen_and_goes_on);
	tcase_add_test(t, who_decides_between_two_readers_sees_what_both_answered);
	tcase_add_test(t, when_all_is_answered_tab_says_so);
	tcase_add_test(t, a_dot_gives_the_answer_of_the_case_before);
	tcase_add_test(t, a_reason_is_not_repeated_with_its_answer);
	tcase_add_loop_test(t, a_day_is_shown_as_understood_and_sent_as_shown, 0,
	    2 * sizeof(days) / sizeof(days[0]));
	suite_add_tcase(suite, t);
	return suite;
}
