/* SPDX-License-Identifier: MIT */
/* A quality pass in a terminal: seen before, fixed with its seed, drawn, not closed early; and
 * what a reader who opens one of its cases is shown. */
#include <string.h>

#include "e2e/pty/scene.h"

Suite *suite_pty_quality(void);

enum { CASES = 3 };

static struct pty *drawn(struct scene *s)
{
	struct pty *p = scene_desk(s, "s2", NULL);

	pty_expect(p, "TRAINING");
	pty_type(p, "gq");
	pty_expect(p, "Fix, draw and close samples");
	pty_type(p, "\r");
	pty_expect(p, "What the pack proposes");
	pty_type(p, ":pass preview set_aside\r");
	pty_expect(p, "Fix this pass");
	pty_type(p, "G");
	pty_expect(p, "cannot be made larger afterwards");
	pty_type(p, "a");
	pty_expect(p, "Seed of the draw");
	pty_type(p, "20240523\r");
	pty_expect(p, "is fixed");
	pty_expect(p, "Not drawn yet");
	ck_assert_str_eq(TOLD(s, "s2", "count", "has:drawn").p, "0");
	pty_type(p, "a");
	pty_expect(p, "Enter draws");
	pty_type(p, "\r");
	pty_expect(p, "is drawn");
	return p;
}

START_TEST(a_pass_is_seen_fixed_and_drawn_and_not_closed_before_it_is_read)
{
	struct scene s = scene_open();
	struct pty *p;

	for (int i = 0; i < CASES; i++)
		scene_set_aside(&s);
	p = drawn(&s);
	pty_expect(p, "drawn: read 0 of 3");
	ck_assert_str_eq(TOLD(&s, "s2", "count", "drawn:q1 reading:open").p, "3");
	ck_assert_str_eq(TOLD(&s, "s2", "count", "state:closed_at_triage").p, "0");
	pty_type(p, "gg");
	pty_type(p, "a");
	pty_expect(p, "Enter closes the pass");
	pty_type(p, "\r");
	pty_expect(p, "still to be read");
	pty_type(p, "\003");
	pty_expect_gone(p, "Enter closes the pass");
	pty_type(p, "Q");
	ck_assert_int_eq(pty_wait_exit(p), 0);
	pty_end(p);
}
END_TEST

START_TEST(a_reader_finds_the_case_as_if_it_had_just_come)
{
	struct scene s = scene_open();
	const char *ref = scene_set_aside(&s);
	struct pty *p = drawn(&s);

	pty_type(p, "Q");
	ck_assert_int_eq(pty_wait_exit(p), 0);
	pty_end(p);
	p = scene_desk(&s, "r02", NULL);
	pty_expect(p, "TRAINING");
	pty_type(p, arena_printf(&s.arena, ":open %s\r", ref).p);
	pty_expect(p, "Full review");
	pty_type(p, "4");
	scene_settle(p);
	ck_assert(!pty_shows(p, "Closed") && !pty_shows(p, "quality") && !pty_shows(p, "s1"));
	pty_type(p, "gq");
	pty_expect(p, "Mine beside what came to count");
	pty_type(p, "Q");
	ck_assert_int_eq(pty_wait_exit(p), 0);
	pty_end(p);
}
END_TEST

Suite *suite_pty_quality(void)
{
	Suite *s = suite_create("pty quality");
	TCase *t = scene_case(s, "quality");

	tcase_add_test(t, a_pass_is_seen_fixed_and_drawn_and_not_closed_before_it_is_read);
	tcase_add_test(t, a_reader_finds_the_case_as_if_it_had_just_come);
	return s;
}
