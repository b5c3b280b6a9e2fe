/* SPDX-License-Identifier: MIT */
/* Places that lie on each other, rows that are called by number, and what others do meanwhile. */
#include <check.h>
#include <string.h>

#include "typed.h"

Suite *suite_tui_linear_places(void);

START_TEST(from_a_number_of_the_board_to_its_cases_and_back_to_the_row)
{
	says("gb", "mdiaz Maria Diaz: Held 14, Since 12 May 2026, Late 3");
	says("mdiaz", "no command");
	for (int i = 1; i < 30 && !strstr(type(arena_printf(&typed_mem, "%d ?", i).p), "mdiaz");
	     i++)
		;
	said = buf_in(&typed_mem);
	type(arena_printf(&typed_mem, "%d late", lines.rows.at + 1).p);
	ck_assert(canned_asked(&canned, "list holder:mdiaz late:yes by rank\n"));
	says("3", canned.record.ref.p);
	says("q", "3. DVDS-17-000002");
	says("q", "mdiaz Maria Diaz: Held 14");
	says("q", "The start.");
}
END_TEST

/* On the screen the cursor says whose; in lines the number before the command does. */
START_TEST(work_changes_hands_by_the_number_of_the_person)
{
	int n;

	says("gb", "mdiaz Maria Diaz");
	says("hand over", "whose? say the number");
	for (n = 1; n < 30 && !strstr(type(arena_printf(&typed_mem, "%d ?", n).p), "mdiaz");
	     n++)
		said = buf_in(&typed_mem);
	says(arena_printf(&typed_mem, "%d hand over", n).p, "");
	ck_assert_ptr_nonnull(strstr(lines_prompt(&lines).p, "mdiaz. To whom"));
	type("pshah leave");
	ck_assert(canned_count(&canned, "share from mdiaz") == 1);
	type("no");
	type(arena_printf(&typed_mem, "%d A pshah leave", n).p);
	ck_assert(canned_count(&canned, "share from mdiaz") == 2);
}
END_TEST

START_TEST(each_place_is_as_one_left_it)
{
	type("n\na\n1");
	ck_assert_ptr_nonnull(strstr(lines_prompt(&lines).p, "Answer 2 of"));
	type(":list band:red\n\n43"); /* its second page, and a case of it */
	ck_assert_int_eq(lines_place(&lines), PLACE_CASE);
	says("q", "43. DVDS");
	says("gt", "Time line, ");
	type("q\nq");
	ck_assert_ptr_nonnull(strstr(lines_prompt(&lines).p, "Answer 2 of"));
	says(":section 3", "2 of ");
	type(":q\nq");
	ck_assert_int_eq(lines.depth, 1);
}
END_TEST

START_TEST(who_goes_on_and_on_comes_back_to_the_start_all_the_same)
{
	for (int i = 0; i < 3 * LINES_DEPTH; i++)
		type(i % 3 == 0 ? "list" : i % 3 == 1 ? "2" : "gt");
	for (int i = 0; i < LINES_DEPTH; i++)
		type("q");
	ck_assert_int_eq(lines.depth, 1);
}
END_TEST

START_TEST(a_number_with_a_command_does_it_with_the_row)
{
	says("list", "1. DVDS-15-000000");
	says("2 mark", "Marked: DVDS-16-000001");
	says("4 mark", "2 in all");
	says("3 ?", "Outcome then No information");
	says("3 =", "Why DVDS-17-000002");
	says("50 mark", "no number 50");
	ck_assert_int_eq(canned_count(&canned, "show "), 0);
}
END_TEST

START_TEST(an_alert_is_acknowledged_by_its_number_and_a_sentence)
{
	long long n = (long long)canned.alerts.rows.v[0].alert;

	says("ga", "Alerts to acknowledge:");
	type(arena_printf(&typed_mem, "%lld a", n).p);
	ck_assert_ptr_nonnull(strstr(lines_prompt(&lines).p, "What is done"));
	type("called her");
	ck_assert_int_eq(canned_count(&canned, "acknowledge"), 1);
	says(arena_printf(&typed_mem, "%lld", n).p, canned.record.ref.p);
	says("q", "Alerts to acknowledge:");
}
END_TEST

static struct part_change change(struct str ref)
{
	return (struct part_change){.record = ref,
	    .seq = 500,
	    .at = STR("2026-11-21T10:42:00.000Z"),
	    .by = STR("mdiaz"),
	    .text = STR("added a note"),
	    .n = 1};
}

START_TEST(what_others_did_is_told_once_and_before_the_next_line)
{
	type("n");
	*arena_push(&canned.mem, &canned.changes.changes) = change(canned.record.ref);
	says("3", "Changed by others since: DVDS-15-056513: mdiaz added a note, 10:42");
	says_not("3", "Changed by others");
	says("messages", "mdiaz added a note");
}
END_TEST

START_TEST(while_something_is_asked_nothing_else_is_told)
{
	type("n\na\n1\nn"); /* why? */
	*arena_push(&canned.mem, &canned.changes.changes) = change(canned.record.ref);
	says_not(":reason", "Changed by others");
	says("because", "Changed by others since: ");
}
END_TEST

START_TEST(what_was_only_just_said_whole_is_not_told_again)
{
	type("n");
	*arena_push(&canned.mem, &canned.changes.changes) = change(canned.record.ref);
	says_not("R", "Changed by others");
}
END_TEST

START_TEST(a_row_that_changed_is_said_with_its_number_and_keeps_it)
{
	struct part_row row = canned_row(&canned.mem, 2);

	type("list");
	row.holder = STR("zoe");
	row.mine = false;
	*arena_push(&canned.mem, &canned.changes.changes) = change(row.ref);
	*arena_push(&canned.mem, &canned.changes.rows) = row;
	*arena_push(&canned.mem, &canned.changes.left) = STR("DVDS-16-000001");
	says("1 mark", "3. DVDS-17-000002");
	ck_assert_ptr_nonnull(strstr(buf_str(&said).p, "held by zoe"));
	ck_assert_ptr_nonnull(strstr(buf_str(&said).p, "2. DVDS-16-000001 does not belong"));
	says("3 ?", "held by zoe");
}
END_TEST

START_TEST(a_case_that_is_no_longer_there_for_one_is_closed)
{
	type("list\n1\na");
	*arena_push(&canned.mem, &canned.changes.left) = canned.record.ref;
	says(":messages", "is no longer there for you");
	ck_assert_int_eq(lines_place(&lines), PLACE_LIST);
}
END_TEST

START_TEST(alerts_for_me_are_told_wherever_one_is)
{
	struct part_alert al = canned.alerts.rows.v[0];

	type("gq");
	*arena_push(&canned.mem, &canned.changes.alerts) = al;
	says("1", "New alert on ");
	says_not("q", "New alert on ");
}
END_TEST

START_TEST(words_are_found_sentence_by_sentence_and_quoted)
{
	says("n", "Key terms: ");
	says("look for children", "1 of 2, Narrative: Two children at home;");
	says("look for zebra", "none of these words");
	type("look for children\na\n1");
	says(":quote", "answer first");
	type("-");
	says(":quote", "see narrative: ");
	ck_assert(canned_asked(&canned, "because see narrative: \"Two children at home; "));
}
END_TEST

START_TEST(lines_are_cut_between_words_and_only_for_a_terminal)
{
	struct str rest, line;

	says("n", "the applicant asks about her partner. Two children");
	lines.wide = 40;
	rest = str_of(type("R"));
	while (str_cut(&rest, '\n', &line)) {
		ck_assert_msg(line.n < 40 + 8, "%.*s", STR_ARG(line)); /* bytes, some of two */
		ck_assert(line.n == 0 || line.p[line.n - 1] != ' ');
	}
}
END_TEST

START_TEST(what_a_command_asks_for_is_asked_again_when_it_is_wrong)
{
	type("n\ndefer");
	says("+3d", "needs a day and a reason");
	ck_assert_int_eq(lines.asking, ASK_ARGUMENT);
	type("+3d waiting");
	ck_assert_int_eq(canned_count(&canned, "defer "), 1);
}
END_TEST

Suite *suite_tui_linear_places(void)
{
	Suite *s = suite_create("tui linear places");
	TCase *t = tcase_create("places");

	tcase_add_checked_fixture(t, typed_set_up, typed_tear_down);
	tcase_add_test(t, from_a_number_of_the_board_to_its_cases_and_back_to_the_row);
	tcase_add_test(t, work_changes_hands_by_the_number_of_the_person);
	tcase_add_test(t, each_place_is_as_one_left_it);
	tcase_add_test(t, who_goes_on_and_on_comes_back_to_the_start_all_the_same);
	tcase_add_test(t, a_number_with_a_command_does_it_with_the_row);
	tcase_add_test(t, an_alert_is_acknowledged_by_its_number_and_a_sentence);
	tcase_add_test(t, what_others_did_is_told_once_and_before_the_next_line);
	tcase_add_test(t, while_something_is_asked_nothing_else_is_told);
	tcase_add_test(t, what_was_only_just_said_whole_is_not_told_again);
	tcase_add_test(t, a_row_that_changed_is_said_with_its_number_and_keeps_it);
	tcase_add_test(t, a_case_that_is_no_longer_there_for_one_is_closed);
	tcase_add_test(t, alerts_for_me_are_told_wherever_one_is);
	tcase_add_test(t, words_are_found_sentence_by_sentence_and_quoted);
	tcase_add_test(t, lines_are_cut_between_words_and_only_for_a_terminal);
	tcase_add_test(t, what_a_command_asks_for_is_asked_again_when_it_is_wrong);
	suite_add_tcase(s, t);
	return s;
}
