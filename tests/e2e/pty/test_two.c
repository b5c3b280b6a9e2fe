/* SPDX-License-Identifier: MIT */
/* Two people at once. */
#include <string.h>

#include "e2e/pty/scene.h"

enum { TURNS = 12 };

struct worker {
	struct pty *p;
	const char *user, *ref;
};

static void sit_down(struct scene *s, struct worker *w, int n)
{
	w->user = n ? "r02" : "r01";
	w->p = scene_desk(s, w->user, NULL);
	w->ref = "nothing yet";
	pty_expect(w->p, "What waits for me");
}

static bool is_other(struct pty *p, const void *ref)
{
	return !pty_shows(p, ref) && pty_shows(p, "1 Case") && pty_shows(p, "DVDS-");
}

START_TEST(two_who_press_next_at_once_are_never_served_the_same_case)
{
	struct scene s = scene_open();
	struct worker w[2];
	struct strs all = {0};

	for (int i = 0; i < 2; i++)
		sit_down(&s, &w[i], i);
	for (int turn = 0; turn < TURNS; turn++) {
		for (int i = 0; i < 2; i++)
			pty_type(w[i].p, "n");
		for (int i = 0; i < 2; i++) {
			pty_until(w[i].p, is_other, w[i].ref, "the next case");
			w[i].ref = scene_ref(&s, w[i].p);
			ck_assert_msg(
			    !str_has(all, str_of(w[i].ref)), "%s was served twice", w[i].ref);
			*arena_push(&s.arena, &all) = str_of(w[i].ref);
		}
	}
	for (int i = 0; i < 2; i++)
		pty_end(w[i].p);
}
END_TEST

START_TEST(a_case_that_another_holds_says_who_and_cannot_be_taken)
{
	struct scene s = scene_open();
	struct worker w[2];
	const char *open, *held;

	for (int i = 0; i < 2; i++)
		sit_down(&s, &w[i], i);
	pty_type(w[0].p, "n");
	pty_expect(w[0].p, "1 Case");
	w[0].ref = scene_ref(&s, w[0].p);
	open = arena_printf(&s.arena, ":open %s\r", w[0].ref).p;
	held = arena_printf(&s.arena, "held by %s", w[0].user).p;
	pty_type(w[1].p, open);
	pty_expect(w[1].p, held);
	pty_type(w[1].p, "T");
	pty_expect(w[1].p, w[0].user);
	pty_type(w[1].p, "a");
	pty_expect(w[1].p, "Only to read");
	pty_type(w[1].p, scene_triage[0].key);
	scene_settle(w[1].p);
	scene_answers_are(&s, w[0].ref, 0);
	for (int i = 0; i < 2; i++)
		pty_end(w[i].p);
}
END_TEST

Suite *suite_pty_two(void);
Suite *suite_pty_two(void)
{
	Suite *s = suite_create("pty two");
	TCase *t = scene_case(s, "two");

	tcase_add_test(t, two_who_press_next_at_once_are_never_served_the_same_case);
	tcase_add_test(t, a_case_that_another_holds_says_who_and_cannot_be_taken);
	return s;
}
