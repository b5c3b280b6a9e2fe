/* SPDX-License-Identifier: MIT */
/* A supervisor's morning in a terminal: who has what, work handed over, somebody absent. */
#include <string.h>

#include "e2e/pty/scene.h"

Suite *suite_pty_board(void);

static struct pty *board(struct scene *s)
{
	struct pty *p = scene_desk(s, "s1", NULL);

	pty_expect(p, "TRAINING");
	pty_type(p, "gb");
	pty_expect(p, "The supervisor's board");
	pty_expect(p, "[1]"); /* r01 holds one */
	return p;
}

START_TEST(from_a_number_to_its_cases_to_a_case_and_back)
{
	struct scene s = scene_open();
	struct str ref;
	struct pty *p;

	TOLD(&s, "r01", "next");
	ref = TOLD(&s, "r01", "--json", "list", "holder:me");
	p = board(&s);
	pty_type(p, "\r");
	pty_expect(p, "holder is r01");
	scene_settle(p);
	ck_assert_ptr_nonnull(strstr(ref.p, scene_ref(&s, p)));
	pty_type(p, "\r");
	pty_expect(p, "1 Case");
	pty_type(p, "q");
	pty_expect(p, "holder is r01");
	pty_type(p, "q");
	pty_expect(p, "[1]");
	pty_type(p, "Q");
	ck_assert_int_eq(pty_wait_exit(p), 0);
	pty_end(p);
}
END_TEST

START_TEST(work_is_handed_over_and_its_holder_absent_only_when_it_was_seen)
{
	struct scene s = scene_open();
	struct pty *p;

	TOLD(&s, "r01", "next");
	p = board(&s);
	pty_type(p, "A");
	pty_expect(p, "To whom");
	pty_type(p, "r03 leave\r");
	pty_expect(p, "Nothing is done yet");
	ck_assert_str_eq(TOLD(&s, "s1", "count", "holder:r03").p, "0");
	pty_type(p, "S");
	pty_expect(p, "went to r03");
	ck_assert_str_eq(TOLD(&s, "s1", "count", "holder:r03").p, "1");
	scene_settle(p);
	pty_type(p, "P");
	pty_expect(p, "First day back");
	pty_type(p, "+5d leave\r");
	pty_expect(p, "An absence, and what it changes");
	pty_type(p, "S");
	pty_expect(p, "absent until");
	ck_assert_int_eq(SAID(&s, "r01", "next").status, 3);
	pty_type(p, "Q");
	ck_assert_int_eq(pty_wait_exit(p), 0);
	pty_end(p);
	ck_assert_int_eq(SAID(&s, "v1", "verify").status, 0);
}
END_TEST

START_TEST(who_may_not_is_told_who_may)
{
	struct scene s = scene_open();
	struct pty *p = scene_desk(&s, "r01", NULL);

	pty_expect(p, "TRAINING");
	pty_type(p, "gb");
	pty_expect(p, "the board is for those who may assign");
	pty_type(p, "Q");
	ck_assert_int_eq(pty_wait_exit(p), 0);
	pty_end(p);
}
END_TEST

Suite *suite_pty_board(void)
{
	Suite *s = suite_create("pty board");
	TCase *c = scene_case(s, "board");

	tcase_add_test(c, from_a_number_to_its_cases_to_a_case_and_back);
	tcase_add_test(c, work_is_handed_over_and_its_holder_absent_only_when_it_was_seen);
	tcase_add_test(c, who_may_not_is_told_who_may);
	return s;
}
