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
	pty_expect_gone(*reads, "no meaning");
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
	pty_expect(looks, "left this list, R reloads");
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

Suite *suite_pty_live(void);
Suite *suite_pty_live(void)
{
	Suite *s = suite_create("pty live");
	TCase *t = scene_case(s, "live");

	tcase_add_test(t, a_note_at_one_terminal_is_heard_of_at_the_other);
	tcase_add_test(t, a_row_of_a_list_changes_where_it_stands);
	tcase_add_test(t, what_is_being_written_is_left_alone);
	return s;
}
