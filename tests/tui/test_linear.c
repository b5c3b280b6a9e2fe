/* SPDX-License-Identifier: MIT */
/* The line mode on canned replies: lines go in, lines come out. */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "typed.h"
#include "lookback/base/hash.h"

Suite *suite_tui_linear(void);

static const char triage[] = "n\na\n1\ny\nn\ny\n1\nn\nn\n4\n1\nn\nn\nn\n";

START_TEST(a_whole_triage_sends_each_answer_and_one_decision)
{
	says(triage, "Complete.");
	ck_assert(canned_asked(&canned, "answer route_seen right_to_ask\n"));
	ck_assert_int_eq(canned_count(&canned, "answer "), 12);
	says("d", "Green");
	says("g", "Type yes");
	ck_assert_int_eq(canned_count(&canned, "decide "), 0);
	says("yes", "Decided: ");
	ck_assert(canned_asked(&canned, "decide triage_green\n"));
	says("", "help says");
	type("n");
	ck_assert_int_eq(canned.served, 2);
}
END_TEST

START_TEST(what_asked_for_a_step_does_not_confirm_it)
{
	type(triage);
	type("d\ng\ng\ng\ng\n3\n3\ndecide triage_green\ndecide triage_green\n:d\ng\n\n");
	ck_assert_int_eq(canned_count(&canned, "decide "), 0);
	type(":d\ng\nconfirm");
	ck_assert_int_eq(canned_count(&canned, "decide "), 1);
}
END_TEST

START_TEST(a_closed_step_says_every_reason)
{
	const struct part_step *s = NULL;

	type("n\nd");
	for (size_t i = 0; i < canned.record.steps.n && !s; i++)
		if (!canned.record.steps.v[i].open && canned.record.steps.v[i].closed.n)
			s = &canned.record.steps.v[i];
	ck_assert_ptr_nonnull(s);
	says(arena_cstr(&typed_mem, s->key.p).p, s->closed.v[0].p);
	ck_assert_int_eq(lines.asking, ASK_COMMAND);
	ck_assert_int_eq(canned_count(&canned, "decide "), 0);
}
END_TEST

START_TEST(an_answer_that_needs_a_reason_asks_for_it)
{
	says("n\na\n1\nn", "needs a reason");
	ck_assert_str_eq(lines_prompt(&lines).p, "Why: ");
	says("only a\\\ndate", "3 of ");
	ck_assert(canned_asked(&canned, "answer outcome_seen no because only a\ndate\n"));
}
END_TEST

START_TEST(answers_are_numbers_letters_codes_or_labels)
{
	type("n\na\nRight to ask\nyes\nNot known\n2");
	ck_assert(canned_asked(&canned, "answer route_seen right_to_ask\n"));
	ck_assert(canned_asked(&canned, "answer outcome_seen yes\n"));
	ck_assert(canned_asked(&canned, "answer disclosed_seen unknown\n"));
	ck_assert(canned_asked(&canned, "answer identified no\n"));
	says("-", "4 of");
	says("nonsense", "is no answer");
	ck_assert_int_eq(canned_count(&canned, "answer "), 4);
}
END_TEST

START_TEST(an_answer_that_came_too_late_waits_until_one_has_chosen)
{
	type("next");
	type("form");
	canned.form.version++; /* elsewhere */
	says("1", "m sends yours again");
	ck_assert_ptr_nonnull(strstr(buf_str(&said).p, "Yours: Right to Ask"));
	ck_assert_ptr_nonnull(strstr(buf_str(&said).p, "There now: nothing"));
	says("yes", "m sends yours again");
	says("m", "Saved: ");
	canned.form.version++;
	says("n", "Yours: No");
	says("", "Left as it is there. Yours was: no");
}
END_TEST

START_TEST(back_skip_keep_and_help_do_not_answer)
{
	says("n\na\n?", "right_to_ask");
	says("]", "2 of");
	says("", "3 of");
	says("-", "2 of");
	says("-", "1 of");
	says("-", "1 of");
	ck_assert_int_eq(canned_count(&canned, "answer "), 0);
}
END_TEST

START_TEST(while_locked_nothing_is_said_and_nothing_is_done)
{
	static const char *const tries[] = {
	    "n", "list", "quit", "", "pshah2", "decide triage_green", "help", ":lock"};
	const char *ref = canned.record.ref.p, *title = canned.record.title.p;

	says("n", ref);
	said = buf_in(&typed_mem);
	lines_lock(&lines);
	for (size_t i = 0; i < sizeof(tries) / sizeof(tries[0]); i++) {
		const char *got = type(tries[i]);
		ck_assert_msg(!strstr(got, ref) && !strstr(got, title), "%s", got);
		ck_assert_str_eq(lines_prompt(&lines).p, "Account: ");
	}
	ck_assert(!lines.quit && lines.locked);
	ck_assert_int_eq(canned.served, 1);
	ck_assert(canned_asked(&canned, "lock locked\n"));
	says("pshah", ref);
	ck_assert(canned_asked(&canned, "lock opened\n"));
}
END_TEST

START_TEST(a_lock_keeps_the_question_that_was_asked)
{
	type("n\na\n1\nn");
	lines_lock(&lines);
	type("pshah");
	ck_assert_str_eq(lines_prompt(&lines).p, "Why: ");
	type("because");
	ck_assert(canned_asked(&canned, "answer outcome_seen no because because\n"));
}
END_TEST

START_TEST(lists_have_pages_and_numbers_that_go_on)
{
	says("list band:red", "1. DVDS-15-000000");
	ck_assert(canned_asked(&canned, "list band:red by rank\n"));
	says("", "41. DVDS");
	says("", "100. DVDS");
	says("", "the end of the list");
	says("-", "41. DVDS");
	says("42", canned.record.ref.p);
	says("close", "42. DVDS");
	says("go down 2", "44. DVDS");
	says("mark\ngo down\nmark", "2 in all");
	type("defer +3d waiting");
	ck_assert_int_eq(canned_count(&canned, "defer "), 2);
	says("order ref", "by ref");
	says("filter bad:1", "did you mean 'band'");
	says("500", "no number 500");
	says("list none:yes", "Nothing matches");
}
END_TEST

START_TEST(keys_are_those_of_the_map_at_hand)
{
	struct err e = {0};

	ck_assert(keymap_bind(
	    &lines.life, &lines.keymap, CTX_ANY, STR("x"), STR("list late:yes"), &e));
	type("x\n/Walker\ngs\nl band:amber");
	ck_assert(canned_asked(&canned, "list late:yes by rank\n"));
	ck_assert_int_eq(canned_count(&canned, "search"), 1);
	ck_assert(canned_asked(&canned, "list band:amber by rank\n"));
	says("serach x", "did you mean 'search'");
	says("complete", "screen");
}
END_TEST

START_TEST(what_a_command_needs_is_asked_for)
{
	type("n\nnote");
	ck_assert_str_eq(lines_prompt(&lines).p, "Note: ");
	says("called the office", "has the note");
	ck_assert(canned_asked(&canned, "note called the office\n"));
	type("defer");
	says("", "nothing was done");
	type("defer\n+3d");
	ck_assert_int_eq(canned_count(&canned, "defer "), 0);
	says("", "nothing was done");
	type("defer +3d waiting for it");
	ck_assert_int_eq(canned_count(&canned, "defer "), 1);
}
END_TEST

START_TEST(half_a_text_is_saved_when_the_line_is_cut)
{
	type("n\na\n1\nn\nhalf a reason\\");
	lines_hang_up(&lines);
	ck_assert(canned_asked(&canned, "answer outcome_seen no because half a reason\n"));
}
END_TEST

START_TEST(alerts_are_acknowledged_by_number_and_sentence)
{
	type("ga");
	ck_assert_int_eq(canned_count(&canned, "alerts"), 1);
	says("acknowledge 7", "number and then a sentence");
	says("acknowledge x called her", "number and then a sentence");
	ck_assert_int_eq(canned_count(&canned, "acknowledge"), 0);
	type("acknowledge 7 called her");
	ck_assert_int_eq(canned_count(&canned, "acknowledge"), 1);
	type("override agree 3 it is right\noverride refuse 4 it is not");
	ck_assert_int_eq(canned_count(&canned, "override_judge"), 2);
}
END_TEST

START_TEST(safeguarding_asks_for_the_danger_and_says_what_was_done)
{
	says("!", "which case");
	type("n\n!");
	ck_assert_ptr_nonnull(strstr(lines_prompt(&lines).p, "danger"));
	says("", "nothing was done");
	ck_assert_int_eq(canned_count(&canned, "safeguard"), 0);
	type("!\nhe is at the door");
	ck_assert_int_eq(canned_count(&canned, "safeguard"), 1);
	type(triage + strlen("n\n"));
	type(":safeguard he is at the door");
	ck_assert_int_eq(canned_count(&canned, "safeguard"), 2);
}
END_TEST

/* Fields are left out until all were asked. */
static void to_the_end_of_the_sheet(void)
{
	for (int i = 0; i < 100 && lines.asking == ASK_FIELD; i++)
		type(lines.sheet.form.questions.v[lines.sheet.at].required ? "1" : ".");
	ck_assert_int_eq(lines.asking, ASK_SEND);
}

START_TEST(a_record_is_opened_by_yes_and_by_nothing_else)
{
	type("n\nadd failure");
	to_the_end_of_the_sheet();
	says("add failure", "nothing is opened yet");
	ck_assert_int_eq(lines.asking, ASK_SEND);
	says(":cancel", "nothing was opened");
	ck_assert_int_eq(canned_count(&canned, "add"), 0);
	type("gs\nrow add failure");
	to_the_end_of_the_sheet();
	type("yes");
	ck_assert_int_eq(canned_count(&canned, "add"), 1);
	ck_assert_int_eq(lines.asking, ASK_COMMAND);
}
END_TEST

START_TEST(where_a_reason_is_asked_for_yes_alone_is_not_enough)
{
	canned.sheet.reason = true;
	type("n\nadd failure");
	to_the_end_of_the_sheet();
	says("yes", "say why");
	ck_assert_int_eq(canned_count(&canned, "add"), 0);
	type("yes she asked for it");
	ck_assert_int_eq(canned_count(&canned, "add"), 1);
}
END_TEST

START_TEST(what_may_not_be_opened_is_refused_before_anything_is_asked)
{
	canned.sheet.editable = false;
	canned.sheet.why_not = STR("the card does not say that it is safe");
	type("n");
	says("add failure", "does not say that it is safe");
	ck_assert_int_eq(lines.asking, ASK_COMMAND);
}
END_TEST

START_TEST(a_field_that_must_be_filled_in_is_asked_again_and_can_be_left)
{
	type("n\nadd failure");
	while (!lines.sheet.form.questions.v[lines.sheet.at].required)
		type(".");
	says("", "must be filled in");
	says(".", "must be filled in");
	says(":note such", "a record is being opened");
	says(":cancel", "nothing was opened");
	ck_assert_int_eq(lines.asking, ASK_COMMAND);
	ck_assert_int_eq(canned_count(&canned, "note"), 0);
}
END_TEST

START_TEST(only_to_read_nothing_is_asked_that_writes)
{
	lines.read_only = true;
	says("next", "read only");
	says("list", "DVDS");
	says("1", canned.record.ref.p);
	says("note such", "'note' is closed");
	says("decide triage_green", "'decide' is closed");
	says("help note", "closed: read only");
	ck_assert_int_eq(canned_count(&canned, "note"), 0);
	ck_assert_int_eq(canned.served, 0);
}
END_TEST

/* Any lines at all: nothing that a terminal would act on comes out, and what writes was typed. */
START_TEST(whatever_is_typed_nothing_hostile_is_said)
{
	struct dice d = dice_seed((uint64_t)_i + 1);

	if (_i % 2)
		canned.hostile = STR("\033[2J\xc2\x9b x\r\xe2\x80\xae evil \x07 \xff");
	for (int i = 0; i < 400; i++) {
		enum action a = (enum action)(1 + dice_below(&d, ACT_COUNT - 1));
		char text[80];
		size_t n = 0;
		if (dice_below(&d, 2))
			n = (size_t)snprintf(
			    text, sizeof(text), "%s%s", i % 3 ? "" : ":", action_row(a)->name);
		while (n < sizeof(text) - 2 && dice_below(&d, 3))
			text[n++] = "1 yng?.-:/\\\033\xc3\xa4"
				    "abc2 "[dice_below(&d, 20)];
		if (lines.locked)
			n = (size_t)snprintf(text, sizeof(text), "pshah");
		said = buf_in(&typed_mem);
		lines_take(&lines, (struct str){text, n});
		(void)lines_prompt(&lines);
		for (size_t k = 0; k < said.n; k++)
			ck_assert_msg((unsigned char)said.p[k] >= 0x20 || said.p[k] == '\n',
			    "byte %d after '%.*s'", said.p[k], (int)n, text);
		lines.quit = false;
	}
}
END_TEST

Suite *suite_tui_linear(void)
{
	Suite *s = suite_create("tui linear");
	TCase *t = tcase_create("lines");

	tcase_add_checked_fixture(t, typed_set_up, typed_tear_down);
	tcase_add_test(t, a_whole_triage_sends_each_answer_and_one_decision);
	tcase_add_test(t, what_asked_for_a_step_does_not_confirm_it);
	tcase_add_test(t, a_closed_step_says_every_reason);
	tcase_add_test(t, an_answer_that_needs_a_reason_asks_for_it);
	tcase_add_test(t, answers_are_numbers_letters_codes_or_labels);
	tcase_add_test(t, an_answer_that_came_too_late_waits_until_one_has_chosen);
	tcase_add_test(t, back_skip_keep_and_help_do_not_answer);
	tcase_add_test(t, while_locked_nothing_is_said_and_nothing_is_done);
	tcase_add_test(t, a_lock_keeps_the_question_that_was_asked);
	tcase_add_test(t, lists_have_pages_and_numbers_that_go_on);
	tcase_add_test(t, keys_are_those_of_the_map_at_hand);
	tcase_add_test(t, what_a_command_needs_is_asked_for);
	tcase_add_test(t, half_a_text_is_saved_when_the_line_is_cut);
	tcase_add_test(t, alerts_are_acknowledged_by_number_and_sentence);
	tcase_add_test(t, safeguarding_asks_for_the_danger_and_says_what_was_done);
	tcase_add_test(t, a_record_is_opened_by_yes_and_by_nothing_else);
	tcase_add_test(t, where_a_reason_is_asked_for_yes_alone_is_not_enough);
	tcase_add_test(t, what_may_not_be_opened_is_refused_before_anything_is_asked);
	tcase_add_test(t, a_field_that_must_be_filled_in_is_asked_again_and_can_be_left);
	tcase_add_test(t, only_to_read_nothing_is_asked_that_writes);
	tcase_add_loop_test(t, whatever_is_typed_nothing_hostile_is_said, 0, 6);
	suite_add_tcase(s, t);
	return s;
}
