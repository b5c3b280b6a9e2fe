/* SPDX-License-Identifier: MIT */
/* A lesson beside the work: its rows, its words, when it looks and when it is silent. */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "screen.h"
#include "tui/linear/linear.h"

Suite *suite_tui_coach(void);

/* A lesson of two steps; the first is done when a case was served. */
struct teacher {
	struct canned *canned;
	int looked, told;
	struct coach_says now;
	bool hint;
};
static struct teacher teacher;

static void say(bool missing)
{
	bool first = teacher.now.number == 1;

	teacher.now.of = 2;
	teacher.now.part = STR("Sorting");
	teacher.now.say = first ? STR("Press {next}: you are served the next case, and it is "
				      "yours until it is decided. Nobody in it is real.")
				: STR("Press {form}, answer with one key a question; {answer "
				      "yes} is yes. Then {steps}, and {confirm} does it.");
	teacher.now.note = (struct str){0};
	if (missing)
		teacher.now.note = STR("Not yet: you hold no case; {next} brings one");
	if (teacher.hint)
		teacher.now.note = STR("Press {next}, or {command} and next.");
	if (teacher.now.over)
		teacher.now.say = STR("That is all. {help} shows the keys of any screen.");
}

static bool ask(void *ctx, enum coach_wish wish, struct coach_says *out, struct err *e)
{
	(void)ctx;
	if (wish == COACH_BACK && teacher.now.number == 1)
		return err_set(e, ERR_NO, "this is where it begins");
	teacher.looked += wish == COACH_LOOK || wish == COACH_TELL;
	teacher.told += wish == COACH_TELL;
	teacher.hint = wish == COACH_HINT;
	if (wish == COACH_SKIP && teacher.now.number == 2)
		teacher.now.over = true;
	else if (wish == COACH_SKIP || (teacher.looked && teacher.now.number == 1 &&
					   canned_asked(teacher.canned, "next")))
		teacher.now.number = 2;
	say(wish == COACH_TELL && teacher.now.number == 1);
	*out = teacher.now;
	return true;
}

static void begin(struct coaching *k, struct service *service, struct canned *canned)
{
	const struct coach c = {.ask = ask};
	struct err e = {0};
	bool fresh;

	teacher = (struct teacher){.canned = canned, .now = {.number = 1}};
	coaching_begin(k, &c, service);
	ck_assert(coaching_look(k, &fresh, &e) && fresh);
}

static void taught(struct screen *s, int rows, int cols, bool ascii)
{
	screen_init(s, rows, cols, ascii);
	begin(&s->app.coaching, &s->app.service, &s->canned);
	screen_resize(s, rows, cols);
	screen_draw(s);
}

static const struct {
	const char *name, *keys;
} scenes[] = {
    {"coach", ""},
    {"coach-hint", "<F2>"},
    {"coach-form", "na1n"},
    {"coach-steps", "nd"},
    {"coach-prompt", "/"},
    {"coach-end", ":lesson<Space>skip<Enter>:lesson<Space>skip<Enter>"},
};
static const struct {
	const char *name;
	int rows, cols;
	bool ascii;
} kinds[] = {
    {"80x24", 24, 80, false},
    {"100x30", 30, 100, false},
    {"60x16", 16, 60, false},
    {"80x24-ascii", 24, 80, true},
};
enum { SCENES = sizeof(scenes) / sizeof(scenes[0]), KINDS = sizeof(kinds) / sizeof(kinds[0]) };

START_TEST(a_lesson_has_its_rows_on_every_screen)
{
	int scene = _i / KINDS, kind = _i % KINDS;
	struct screen s;
	char name[64];

	taught(&s, kinds[kind].rows, kinds[kind].cols, kinds[kind].ascii);
	screen_keys(&s, scenes[scene].keys);
	screen_check(&s);
	(void)snprintf(name, sizeof(name), "%s-%s", scenes[scene].name, kinds[kind].name);
	screen_is(&s, name);
	screen_clear(&s);
}
END_TEST

START_TEST(a_lesson_looks_after_requests_and_never_because_of_a_key)
{
	struct screen s;
	int before;

	taught(&s, 24, 80, false);
	screen_keys(&s, "n");
	ck_assert_int_eq(teacher.now.number, 2);
	before = teacher.looked;
	screen_keys(&s, "jjkG<Tab>2gg");
	ck_assert_int_eq(teacher.looked, before);
	screen_keys(&s, "R");
	ck_assert_int_eq(teacher.looked, before + 1);
	screen_clear(&s);
}
END_TEST

START_TEST(what_is_missing_is_told_of_what_was_done_and_not_of_reading)
{
	struct screen s;

	taught(&s, 24, 80, false);
	screen_keys(&s, "ljj<Enter>");
	ck_assert_int_eq(teacher.told, 0);
	ck_assert(!screen_shows(&s, "Not yet"));
	screen_keys(&s, "Nthe<Space>file<C-s>");
	ck_assert_int_eq(teacher.told, 1);
	ck_assert(screen_shows(&s, "Not yet: you hold no case; n brings one"));
	screen_clear(&s);
}
END_TEST

START_TEST(keys_are_named_as_they_are_bound)
{
	struct screen s;
	struct err e = {0};

	taught(&s, 24, 80, false);
	ck_assert(
	    keymap_bind(&s.app.life, &s.app.keymap, CTX_ANY, STR("n"), (struct str){0}, &e));
	ck_assert(
	    keymap_bind(&s.app.life, &s.app.keymap, CTX_ANY, STR("<F7>"), STR("next"), &e));
	screen_draw(&s);
	ck_assert(screen_shows(&s, "Press F7: you are served"));
	ck_assert(
	    keymap_bind(&s.app.life, &s.app.keymap, CTX_ANY, STR("<F7>"), (struct str){0}, &e));
	screen_draw(&s);
	ck_assert(screen_shows(&s, "Press :next: you are served"));
	screen_clear(&s);
}
END_TEST

START_TEST(a_concealed_screen_says_nothing_of_the_lesson)
{
	struct screen s;

	taught(&s, 24, 80, false);
	screen_keys(&s, "n<C-z>");
	ck_assert(!screen_shows(&s, "Tutorial"));
	ck_assert(!screen_shows(&s, "Press a"));
	screen_clear(&s);
}
END_TEST

START_TEST(without_a_lesson_its_commands_say_how_one_begins)
{
	struct screen s;

	screen_init(&s, 24, 80, false);
	screen_keys(&s, "<F2>");
	ck_assert(screen_shows(&s, "no tutorial is going on here"));
	ck_assert(screen_shows(&s, "lookback tutorial"));
	screen_clear(&s);
}
END_TEST

/* ---- in lines ---- */
static struct arena mem;
static struct buf said;

static void hear(void *ctx, struct str text)
{
	(void)ctx;
	buf_put(&said, text);
}

static const char *type(struct lines *l, const char *line)
{
	said = buf_in(&mem);
	lines_take(l, str_of(line));
	return said.n ? buf_str(&said).p : "";
}

START_TEST(in_lines_a_lesson_is_said_with_what_is_typed_there)
{
	struct canned canned;
	struct service service;
	struct lines l;
	struct err e = {0};
	const char *got;

	said = buf_in(&mem);
	canned_init(&canned);
	service = canned_service(&canned);
	lines_init(&l, &service, &canned.welcome);
	l.put = hear;
	begin(&l.coaching, &l.service, &canned);
	ck_assert(lines_start(&l, &e));
	ck_assert_ptr_nonnull(strstr(said.p, "Tutorial 1 of 2, Sorting."));
	got = type(&l, "lesson hint");
	ck_assert_msg(strstr(got, "or : and next"), "%s", got);
	ck_assert_ptr_nonnull(strstr(got, "every line is a command here"));
	got = type(&l, "n");
	ck_assert_msg(strstr(got, "Tutorial 2 of 2"), "%s", got);
	ck_assert_msg(strstr(got, "y is yes. Then d, and yes does it."), "%s", got);
	ck_assert_ptr_null(strstr(type(&l, "2"), "Tutorial"));
	ck_assert_ptr_nonnull(strstr(type(&l, "lesson"), "Tutorial 2 of 2"));
	ck_assert_ptr_nonnull(strstr(type(&l, "lesson skip"), "That is all. ? shows"));
	lines_end(&l);
	canned_clear(&canned);
	arena_clear(&mem);
}
END_TEST

Suite *suite_tui_coach(void)
{
	Suite *s = suite_create("tui coach");
	TCase *t = tcase_create("coach");

	tcase_add_loop_test(t, a_lesson_has_its_rows_on_every_screen, 0, SCENES * KINDS);
	tcase_add_test(t, a_lesson_looks_after_requests_and_never_because_of_a_key);
	tcase_add_test(t, what_is_missing_is_told_of_what_was_done_and_not_of_reading);
	tcase_add_test(t, keys_are_named_as_they_are_bound);
	tcase_add_test(t, a_concealed_screen_says_nothing_of_the_lesson);
	tcase_add_test(t, without_a_lesson_its_commands_say_how_one_begins);
	tcase_add_test(t, in_lines_a_lesson_is_said_with_what_is_typed_there);
	suite_add_tcase(s, t);
	return s;
}
