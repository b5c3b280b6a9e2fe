/* SPDX-License-Identifier: MIT */
/* What one terminal does comes onto the screen of another, on which nobody types. */
#include <string.h>

#include "e2e/pty/scene.h"

enum { CALM = 600 }; /* bytes: one row of words, and what follows of it on the screen */

static size_t sent(struct pty *p)
{
	size_t n;

	(void)pty_raw(p, &n);
	return n;
}

/* A desk with a case served, and another that reads the same one. */
static const char *open_both(struct scene *s, struct pty **holds, struct pty **reads)
{
	const char *ref;

	*holds = scene_desk(s, "r01", NULL);
	*reads = scene_desk(s, "s1", NULL);
	pty_expect(*holds, "What waits for me");
	pty_type(*holds, "n");
	pty_expect(*holds, "1 Case");
	ref = scene_ref(s, *holds);
	pty_expect(*reads, "The whole review");
	pty_type(*reads, arena_printf(&s->arena, ":open %s\r", ref).p);
	pty_expect(*reads, "held by r01");
	scene_settle(*reads);
	pty_type(*reads, "\f"); /* painted anew, without the message */
	pty_expect_gone(*reads, "does nothing here");
	return ref;
}

START_TEST(a_note_at_one_terminal_is_heard_of_at_the_other)
{
	struct scene s = scene_open();
	struct pty *holds, *reads;
	const char *ref = open_both(&s, &holds, &reads);
	size_t before;

	pty_type(reads, "3");
	pty_expect(reads, "No notes yet");
	pty_type(holds, "NThe file has come\x13");
	pty_expect(reads, "The file has come");
	pty_expect(reads, "r01 added a note");
	before = sent(reads);
	(void)TOLD(&s, "r03", "next"); /* elsewhere */
	(void)TOLD(&s, "r02", "note", ref, "and so has the letter");
	pty_expect(reads, "and so has the letter");
	pty_expect(reads, "r02 added a note");
	ck_assert_uint_le(sent(reads) - before, CALM);
	pty_end(holds);
	pty_end(reads);
}
END_TEST

START_TEST(a_row_of_a_list_changes_where_it_stands)
{
	struct scene s = scene_open();
	struct pty *looks = scene_desk(&s, "s1", NULL);
	const char *ref;

	pty_expect(looks, "The whole review");
	pty_type(looks, "lfstate:triage -has:holder\r");
	pty_expect(looks, "Filter:");
	ref = scene_ref(&s, looks);
	(void)TOLD(&s, "r01", "claim", ref);
	pty_expect(looks, "left this list, R shows it anew");
	ck_assert(pty_shows(looks, ref));
	pty_type(looks, "R");
	pty_expect_gone(looks, ref);
	pty_end(looks);
}
END_TEST

START_TEST(what_is_being_written_is_left_alone)
{
	struct scene s = scene_open();
	struct pty *holds, *reads;
	const char *ref = open_both(&s, &holds, &reads);

	pty_type(holds, "Nhalf a sentence");
	pty_expect(holds, "half a sentence");
	(void)TOLD(&s, "r02", "note", ref, "zebra");
	pty_expect(reads, "r02 added a note"); /* so much time has gone by */
	ck_assert(pty_shows(holds, "half a sentence") && !pty_shows(holds, "r02 added"));
	pty_type(holds, " ends\x13");
	pty_expect(holds, "1 Case");
	pty_expect(holds, "r02 added a note");
	pty_end(holds);
	pty_end(reads);
}
END_TEST

/* An alert comes to whoever it is for, whatever they look at; the list of alerts takes it in, and
 * keeps it in its place when somebody else has answered it. */
START_TEST(an_alert_is_seen_at_once_and_stays_in_its_place)
{
	struct scene s = scene_open();
	struct pty *holds, *looks;
	const char *ref = open_both(&s, &holds, &looks);
	struct str number, rest;

	pty_type(looks, "qga");
	pty_expect(looks, "No alert waits for you");
	(void)TOLD(&s, "r02", "safeguard", ref, "he has her keys");
	pty_expect(looks, "New alert on");
	pty_expect(looks, "! 1 alert");
	pty_expect(looks, "he has her keys");
	rest = TOLD(&s, "s2", "alert", "list", "--json");
	number = str_of(strstr(rest.p, "\"alert\":") + 8);
	while (number.n && number.p[number.n - 1] != ',')
		number.n--;
	str_cut(&number, ',', &rest);
	(void)TOLD(&s, "s2", "alert", "take", arena_str(&s.arena, rest).p, "I have rung her");
	pty_expect(looks, "left this list, R shows it anew");
	pty_expect_gone(looks, "! 1 alert");
	pty_type(looks, "R");
	pty_expect(looks, "No alert waits for you");
	pty_end(holds);
	pty_end(looks);
}
END_TEST

/* Nothing is sent to a screen on which nothing changes, however long others work. */
START_TEST(a_screen_on_which_nothing_changes_is_sent_nothing)
{
	struct scene s = scene_open();
	struct pty *holds, *reads, *still = scene_desk(&s, "s2", NULL);
	const char *ref;
	size_t before;

	pty_expect(still, "The whole review");
	pty_type(still, "go");
	pty_expect(still, "Nobody has asked");
	ref = open_both(&s, &holds, &reads);
	before = sent(still);
	for (int i = 0; i < 3; i++) { /* so long that it has asked each time */
		const char *says = arena_printf(&s.arena, "note number %d", i).p;
		(void)TOLD(&s, "r02", "note", ref, says);
		pty_type(reads, "3");
		pty_expect(reads, says);
	}
	ck_assert_uint_eq(sent(still), before);
	pty_end(holds);
	pty_end(reads);
	pty_end(still);
}
END_TEST

START_TEST(a_board_and_a_time_line_take_in_what_others_did)
{
	struct scene s = scene_open();
	struct pty *holds, *reads, *board = scene_desk(&s, "s2", NULL);
	const char *ref;

	pty_expect(board, "The whole review");
	pty_type(board, "gb");
	pty_expect(board, "The supervisor's board");
	ref = open_both(&s, &holds, &reads);
	pty_type(reads, "gt");
	pty_expect(reads, "newest first");
	(void)TOLD(&s, "r02", "note", ref, "zebra");
	pty_expect(reads, "r02 added a note");
	pty_expect(reads, ", above"); /* what was under the cursor is so still */
	pty_type(reads, "k");
	pty_expect(reads, "noted: zebra");
	pty_expect(board, "r01");
	pty_end(holds);
	pty_end(reads);
	pty_end(board);
}
END_TEST

/* Somebody gives the case to its holder once more while they write: their answer is held
 * against that before anything is saved, and can still be sent. */
START_TEST(an_answer_that_came_too_late_is_held_against_what_was_done)
{
	struct scene s = scene_open();
	struct pty *p = scene_desk(&s, "r01", NULL);
	const char *ref;

	pty_expect(p, "What waits for me");
	ref = scene_form(&s, p);
	scene_answer(p, 0, 1);
	pty_type(p, "n"); /* no result: a reason is asked for */
	pty_type(p, "only a date");
	pty_expect(p, "only a date");
	(void)TOLD(&s, "s1", "assign", ref, "r02", "--reason", "she knows the family");
	(void)TOLD(&s, "s1", "assign", ref, "r01", "--reason", "no, he does");
	pty_type(p, "\r");
	pty_expect(p, "changed while you answered: nothing was saved");
	pty_expect(p, "because: only a date");
	pty_expect(p, "s1");
	ck_assert(!strstr(TOLD(&s, "s1", "show", ref, "--json").p, "only a date"));
	pty_type(p, "m");
	pty_expect(p, "saved as you answered it");
	pty_expect(p, "2 of 12");
	ck_assert_ptr_nonnull(strstr(TOLD(&s, "s1", "show", ref, "--json").p, "only a date"));
	pty_end(p);
}
END_TEST

Suite *suite_pty_live(void);
Suite *suite_pty_live(void)
{
	Suite *s = suite_create("pty live");
	TCase *t = scene_case(s, "live");

	tcase_add_test(t, a_note_at_one_terminal_is_heard_of_at_the_other);
	tcase_add_test(t, a_row_of_a_list_changes_where_it_stands);
	tcase_add_test(t, what_is_being_written_is_left_alone);
	tcase_add_test(t, an_alert_is_seen_at_once_and_stays_in_its_place);
	tcase_add_test(t, a_screen_on_which_nothing_changes_is_sent_nothing);
	tcase_add_test(t, a_board_and_a_time_line_take_in_what_others_did);
	tcase_add_test(t, an_answer_that_came_too_late_is_held_against_what_was_done);
	return s;
}
