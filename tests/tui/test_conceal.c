/* SPDX-License-Identifier: MIT */
/* Concealing: from wherever one is, at once, and back to the same character. */
#include <string.h>

#include "lookback/base/hash.h"
#include "stage.h"
#include "tui/conceal.h"

Suite *suite_tui_conceal(void);

/* The screen without what was said last. */
static struct str as_it_is(void)
{
	s.app.message = false;
	screen_draw(&s);
	return screen_golden(&s);
}

static void conceal(void)
{
	screen_key(&s, K_ESC, 2000);
	screen_key(&s, K_ESC, 300);
	screen_draw(&s);
}

static void unlock(void)
{
	screen_type(&s, "pshah");
	screen_keys(&s, "<Enter>");
}

static const char *const places[] = {"", "ljj", "lfband:red", "n", "n4jj", "n/child*<Enter>n",
    "na", "na1n", "na1nhalf<Space>a<Space>reason<Left><Left>", "na1nhalf<C-o><C-d>jj",
    "nas<C-f>j", "najjj2<Enter>jj<Space>j", "nd", "ndoout<Space>of<Space>date<C-Left>",
    "ndoout<Space>of<Space>date<Enter>", "nNfirst<Enter>second<Up><C-g><Right>", "n?<C-f>",
    "n<C-p>no<Down>", "l:order<Space>re<Left>", "lg"};
enum { PLACES = sizeof(places) / sizeof(places[0]) };

START_TEST(the_same_character_is_under_the_cursor_again)
{
	struct str before;
	int changes;

	if (_i >= PLACES)
		screen_resize(&s, 30, 120);
	screen_keys(&s, places[_i % PLACES]);
	if (s.app.typed.n) /* keys of a half-typed sequence are given up */
		s.app.typed = (struct typed){0};
	if (app_top(&s.app)->ops->field && app_top(&s.app)->ops->field(app_top(&s.app)))
		app_top(&s.app)->ops->field(app_top(&s.app))->selecting = false;
	before = as_it_is();
	changes = s.app.changes;
	conceal();
	ck_assert(s.app.locked);
	SHOWS("Locked");
	ck_assert(!screen_shows(&s, "DVDS"));
	ck_assert(!screen_shows(&s, "half"));
	unlock();
	ck_assert_msg(
	    str_eq(before, as_it_is()), "%s\n%.*s", places[_i % PLACES], STR_ARG(before));
	ck_assert_int_eq(s.app.changes, changes);
}
END_TEST

START_TEST(what_esc_closed_is_gone_with_the_next_key)
{
	screen_keys(&s, "nNa<Space>note");
	screen_key(&s, K_ESC, 2000);
	screen_key(&s, 'j', 100);
	screen_key(&s, K_ESC, 100);
	screen_key(&s, K_ESC, 100);
	unlock();
	ck_assert_int_eq(app_context(&s.app), CTX_RECORD);
	screen_keys(&s, "N");
	SHOWS("a note");
}
END_TEST

START_TEST(going_on_after_it_saves_what_was_being_written)
{
	screen_keys(&s, "na1nhalf");
	conceal();
	unlock();
	screen_type(&s, " and whole");
	screen_keys(&s, "<Enter>Q");
	ck_assert(canned_asked(&s.canned, "because half and whole\n"));
	ck_assert(s.app.quit); /* no draft is left behind */
}
END_TEST

static const struct {
	const char *bytes;
	int64_t after; /* the last byte comes so much later */
	bool conceals;
} typed[] = {
    {"\033\033", 0, true},
    {"\033\033", 900, true},
    {"\033\033", 1100, false},
    {"n\033\033", 10, true},
    {"\033n\033", 10, false},
    {"\033[A\033[A", 0, false},
    {"\033OA\033OB", 0, false},
    {"\032", 0, true},
    {"abc", 0, false},
    {"\033", 0, false},
    {"\033x\033", 0, false},
    {"\033[200~\033\033\032\033[201~", 0, false},
    {"\033[200~x\033[201~\033\033", 0, true},
    {"\033[200~x\033[201~\032", 10, true},
    {"\033[200~x\033[201~\033\033", 1100, false},
};

START_TEST(only_two_lone_escapes_or_the_lock_key_conceal)
{
	struct conceal c = {0};
	size_t n = strlen(typed[_i].bytes);
	bool did;

	if (typed[_i].after == 0) {
		did = conceal_typed(&c, typed[_i].bytes, n, 5000);
	} else {
		did = conceal_typed(&c, typed[_i].bytes, n - 1, 5000);
		ck_assert(!did);
		did = conceal_typed(&c, typed[_i].bytes + n - 1, 1, 5000 + typed[_i].after);
	}
	ck_assert(did == typed[_i].conceals);
}
END_TEST

/* Nobody paused between them: the log has both. */
START_TEST(a_lock_that_is_opened_at_once_is_told_of_all_the_same)
{
	screen_key(&s, K_ESC, 2000);
	screen_key(&s, K_ESC, 300);
	app_paste(&s.app, STR("pshah"));
	ck_assert(!canned_asked(&s.canned, "lock locked\n"));
	screen_key(&s, K_ENTER, 10);
	ck_assert(canned_asked(&s.canned, "lock locked\n"));
	ck_assert(canned_asked(&s.canned, "lock opened\n"));
	ck_assert(!s.app.locked);
}
END_TEST

Suite *suite_tui_conceal(void)
{
	Suite *suite = suite_create("tui conceal");
	TCase *t = tcase_create("places");

	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_add_loop_test(t, the_same_character_is_under_the_cursor_again, 0, 2 * PLACES);
	tcase_add_test(t, what_esc_closed_is_gone_with_the_next_key);
	tcase_add_test(t, going_on_after_it_saves_what_was_being_written);
	tcase_add_test(t, a_lock_that_is_opened_at_once_is_told_of_all_the_same);
	tcase_add_loop_test(t, only_two_lone_escapes_or_the_lock_key_conceal, 0,
	    sizeof(typed) / sizeof(typed[0]));
	suite_add_tcase(suite, t);
	return suite;
}
