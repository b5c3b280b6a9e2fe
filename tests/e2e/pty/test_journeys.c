/* SPDX-License-Identifier: MIT */
/* Journeys of those who do not triage: who contacts people, and who looks at one handler. */
#include <string.h>

#include "e2e/pty/scene.h"

Suite *suite_pty_journeys(void);

static const char *a_case(struct scene *s)
{
	struct err e = {0};
	struct json *j;

	ck_assert(json_parse(&s->arena, TOLD(s, "r01", "next", "--json"), &j, &e));
	return arena_str(&s->arena, json_get_text(j, "ref")).p;
}

static bool before(struct pty *p, const char *first, const char *second)
{
	const char *screen = pty_screen(p), *at = strstr(screen, first),
		   *then = strstr(screen, second);

	return at && then && at < then;
}

static void leave(struct pty *p)
{
	pty_type(p, "Q");
	ck_assert_int_eq(pty_wait_exit(p), 0);
	pty_end(p);
}

/* On the card, on the application and on the attempt, before any number. */
START_TEST(whether_contact_is_safe_stands_before_every_number)
{
	struct scene s = scene_open();
	const char *ref = a_case(&s);
	const char *card = TOLD(&s, "s1", "open", "contact_card", "--under", ref,
	    "person=A N Other", "--reason", "asked")
			       .p;
	struct pty *p = scene_desk(&s, "x1", NULL);

	pty_expect(p, "TRAINING");
	pty_type(p, arena_printf(&s.arena, ":open %s\r", ref).p);
	pty_expect(p, "? Not known whether contact is safe");
	ck_assert(before(p, "? Not known", "Safe contact"));
	ck_assert(before(p, "? Not known", "telephone") || !pty_shows(p, "telephone"));
	TOLD(&s, "x1", "claim", card);
	TOLD(&s, "x1", "decide", card, "plan", "safe=safe", "how_known=the IDVA",
	    "known_on=today", "forbidden=letter", "hours=mornings", "way=mobile",
	    "subject_near=no");
	pty_type(p, arena_printf(&s.arena, ":open %s\r", card).p);
	pty_expect(p, "+ Safe");
	pty_expect(p, "said by x1");
	pty_expect(p, "Which ways are forbidden? Letters");
	leave(p);
	TOLD(&s, "x1", "claim", card);
	TOLD(&s, "x1", "decide", card, "not_safe", "safe=not_safe");
	p = scene_desk(&s, "x1", NULL);
	pty_expect(p, "TRAINING");
	pty_type(p, arena_printf(&s.arena, ":open %s\r", ref).p);
	pty_expect(p, "! Not safe");
	leave(p);
}
END_TEST

/* From the funnel to the records of a handler, to one of them, and back to the same row. */
START_TEST(from_the_funnel_to_the_records_of_one_handler_and_back)
{
	struct scene s = scene_open();
	struct pty *p = scene_desk(&s, "s1", NULL);
	struct str funnel;

	(void)scene_set_aside(&s);
	pty_expect(p, "TRAINING");
	pty_type(p, ":funnel\r");
	pty_expect(p, "Funnel: units against the limits of chance");
	pty_type(p, "jjj");
	scene_settle(p);
	funnel = scene_screen(&s, p);
	pty_type(p, "\r");
	pty_expect(p, "Filter:");
	pty_type(p, "\r");
	pty_expect(p, "Rules in force");
	pty_type(p, "q");
	pty_expect(p, "Filter:");
	pty_type(p, "q");
	pty_expect(p, "Funnel: units");
	scene_settle(p);
	scene_expect(p, funnel);
	leave(p);
}
END_TEST

Suite *suite_pty_journeys(void)
{
	Suite *s = suite_create("pty journeys");
	TCase *t = scene_case(s, "journeys");

	tcase_add_test(t, whether_contact_is_safe_stands_before_every_number);
	tcase_add_test(t, from_the_funnel_to_the_records_of_one_handler_and_back);
	return s;
}
