/* SPDX-License-Identifier: MIT */
/* The work itself: a triage on the screen, and the same one on the command line. */
#include <string.h>

#include "e2e/pty/scene.h"

static void press(struct pty *p, int *keys, const char *key)
{
	pty_type(p, key);
	++*keys;
}

/* Waits until the case on the screen is another one than `ref`. */
static bool is_other(struct pty *p, const void *ref)
{
	return !pty_shows(p, ref) && pty_shows(p, "1 Case") && pty_shows(p, "DVDS-");
}

/* From the start screen to the next case. Returns the keys besides the answers. */
static int triage(struct scene *s, struct pty *p, const char **ref)
{
	int keys = 0;

	pty_expect(p, "What waits for me");
	press(p, &keys, "n");
	pty_expect(p, "1 Case");
	*ref = scene_ref(s, p);
	press(p, &keys, "a");
	scene_answer(p, 0, TRIAGE);
	press(p, &keys, "d");
	pty_expect(p, "Red");
	press(p, &keys, "g");
	pty_expect(p, "Press Enter to do it");
	press(p, &keys, "\r");
	pty_expect(p, "n brings the next case");
	press(p, &keys, "n");
	pty_until(p, is_other, *ref, "the next case");
	return keys;
}

START_TEST(a_low_risk_triage_takes_six_keys_besides_its_answers)
{
	struct scene s = scene_open();
	struct pty *p = scene_desk(&s, "r01", NULL);
	const char *ref;
	struct str n;

	ck_assert_int_le(triage(&s, p, &ref), 6);
	n = TOLD(&s, "s1", "count", "state:review");
	ck_assert_msg(str_is(n, "1"), "%.*s", STR_ARG(n));
	n = TOLD(&s, "s1", "count", "state:review band:green");
	ck_assert_msg(str_is(n, "1"), "%.*s", STR_ARG(n));
	scene_answers_are(&s, ref, TRIAGE);
	pty_type(p, "Q");
	ck_assert_int_eq(pty_wait_exit(p), 0);
	ck_assert_msg(pty_shows(p, ref), "no line says what was decided:\n%s", pty_screen(p));
	ck_assert_int_eq(SAID(&s, "v1", "verify").status, 0);
	pty_end(p);
}
END_TEST

/* The same triage by two commands. */
static void triage_by_command(struct scene *s, const char *user, const char *ref)
{
	struct buf b = buf_in(&s->arena);
	struct err e = {0};
	struct json *j;

	ck_assert(json_parse(&s->arena, TOLD(s, user, "next", "--json"), &j, &e));
	ck_assert_str_eq(json_get_text(j, "ref").p, ref);
	for (int i = 0; i < TRIAGE; i++)
		buf_printf(&b, "%s\"%s\":\"%s\"", i ? "," : "{", scene_triage[i].question,
		    scene_triage[i].answer);
	buf_char(&b, '}');
	TOLD(s, user, "decide", ref, "triage_green", "--answers",
	    scene_file(s, "answers.json", buf_str(&b)));
	TOLD(s, user, "next", "--json");
}

START_TEST(the_screen_and_the_command_line_cause_the_same_events)
{
	struct scene s = scene_open(), c = scene_open();
	struct pty *p = scene_desk(&s, "r01", NULL);
	const char *ref;

	triage(&s, p, &ref);
	triage_by_command(&c, "r01", ref);
	scene_same_acts(&s, &c, ref);
	pty_end(p);
}
END_TEST

Suite *suite_pty_triage(void);
Suite *suite_pty_triage(void)
{
	Suite *s = suite_create("pty triage");
	TCase *t = scene_case(s, "triage");

	tcase_add_test(t, a_low_risk_triage_takes_six_keys_besides_its_answers);
	tcase_add_test(t, the_screen_and_the_command_line_cause_the_same_events);
	return s;
}
