/* SPDX-License-Identifier: MIT */
/* Any keys on any replies: nothing breaks, nothing unsafe is shown, drawing is pure. */
#include <check.h>
#include <string.h>

#include "lookback/base/hash.h"
#include "screen.h"

Suite *suite_tui_random(void);

static const char *const keys[] = {"n", "a", "d", "l", "j", "k", "G", "gg", "gs", "<Enter>",
    "<Enter>", "<C-c>", "q", "s", "<Tab>", "<Space>", "f", "o", "v", "/", ":", "<C-p>", "?",
    "M", "=", "N", "T", "P", "A", "X", "R", "r", "y", "u", "1", "2", "3", "4", "9", ".",
    "<Backspace>", "<C-s>", "<C-d>", "<C-u>", "<C-f>", "<C-b>", "<Up>", "<Down>", "<PageDown>",
    "<PageUp>", "H", "L", "g", "o", "<C-k>", "<C-y>", "<C-_>", "<C-w>", "<Left>", "<Right>",
    "<C-g>", "<C-x>", "<C-t>", "<C-v>", "<C-r>", "<C-o>", "x", "é", "5j", "]", "[", "e", "s",
    "/", "<C-l>", "<C-z>", "<F1>", "<S-Tab>"};
enum { KEYS = sizeof(keys) / sizeof(keys[0]) };
static const char *const pasted[] = {"band:red", "bad:x", "pshah", "mdiaz", "+3d a reason",
    "order", "nonsense", "2017-04-03", "line\nline\n", "\033[2J", "note x", "open DVDS-1",
    "head", "log"};
enum { PASTED = sizeof(pasted) / sizeof(pasted[0]) };

/* What can go wrong on the way to a service, now and then. */
static void fail_sometimes(struct screen *s, struct dice *d)
{
	static const enum msg some[] = {
	    MSG_next, MSG_list, MSG_answer, MSG_show, MSG_decide, MSG_home, MSG_form, MSG_note};

	s->canned.fails = 0;
	if (dice_below(d, 12) == 0) {
		s->canned.fails = some[dice_below(d, sizeof(some) / sizeof(some[0]))];
		err_set(&s->canned.why, ERR_IO, "the line is cut");
	}
}

static void one_act(struct screen *s, struct dice *d)
{
	static const int sizes[][2] = {
	    {24, 80}, {16, 60}, {40, 120}, {50, 200}, {10, 30}, {17, 99}};
	const int *size;

	switch (dice_below(d, 20)) {
	case 0:
		screen_type(s, pasted[dice_below(d, PASTED)]);
		break;
	case 1:
		size = sizes[dice_below(d, 6)];
		screen_resize(s, size[0], size[1]);
		break;
	case 2:
		screen_key(s, K_ESC, 2000);
		if (dice_below(d, 8) == 0)
			screen_key(s, K_ESC, 1);
		break;
	default:
		screen_keys(s, keys[dice_below(d, KEYS)]);
	}
	if (s->app.locked && dice_below(d, 2)) {
		screen_keys(s, "<C-u>");
		screen_type(s, "pshah");
		screen_keys(s, "<Enter>");
	}
	s->app.quit = false;
}

START_TEST(any_keys_leave_a_screen_that_holds)
{
	struct dice d = dice_seed((uint64_t)_i);
	struct screen s;

	screen_init(&s, 24, 80, _i % 3 == 0);
	s.app.calm = _i % 2;
	s.canned.rows = (int64_t)dice_below(&d, 3) * 90;
	for (int n = 0; n < 250; n++) {
		fail_sometimes(&s, &d);
		one_act(&s, &d);
		screen_draw(&s);
		screen_check(&s);
		ck_assert_int_ge(s.app.depth, 1);
	}
	screen_clear(&s);
}
END_TEST

/* Strings that would act on a terminal, break a grid or fool a reader. */
static const char *const hostile[] = {"\033[2J\033[H", "\033]0;title\007",
    "\x9b"
    "31m",
    "\xc2\x9b"
    "31m",
    "a\rb",
    "a"
    "\b"
    "b",
    "a\nb\nc\n\n\n", "\t\t\t",
    "\xe2\x80\xae"
    "abc",
    "\xe2\x80\x8b\xe2\x80\x8d", "\xf3\xa0\x81\x81\xf3\xa0\x81\x82", "\xee\x80\x80",
    "\xff\xfe\xfd", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80",
    "\xcc\x81\xcc\x82\xcc\x83\xcc\x84", "王王王王王王王王王王王王王王王王王王王王王王",
    "👩‍👩‍👧‍👦🏳️‍🌈🇬🇧", "\xef\xbb\xbf", "\x01\x02\x7f", "%s%n%d",
    "", " ", "\xd8\xa7\xd9\x84\xd8\xb9\xd8\xb1\xd8\xa8\xd9\x8a\xd8\xa9",
    "\xe2\x80\xa8"
    "line\xe2\x80\xa9"
    "para",
    "\xef\xb8\x8f", "yes", "no", "choices", "date", "text"};
enum { HOSTILE = sizeof(hostile) / sizeof(hostile[0]) };

static struct str hostile_text(struct arena *a, struct dice *d, int i)
{
	struct buf b = buf_in(a);

	if (i < HOSTILE)
		return str_of(hostile[i]);
	for (uint64_t n = dice_below(d, 6); n > 0; n--)
		buf_puts(&b, hostile[dice_below(d, HOSTILE)]);
	if (i % 5 == 0)
		for (int n = 0; n < 200; n++)
			buf_puts(&b, "e\xcc\x81");
	return buf_str(&b);
}

/* One hostile string in every text of every reply, through every screen. */
START_TEST(no_text_of_a_record_reaches_the_terminal_as_it_is)
{
	static const char *const tour[] = {"", "j", "n", "2", "3", "4", "1<C-f>", "a", "j", "1",
	    "<Enter>", "x", "<C-c>", "s", "s", "d", "j", "<Enter>", "<C-c>", "q", "q", "l", "G",
	    "=", "q", "<Space>", "f", "x", "<C-c>", "<Enter>", "q", "/", "x<Enter>", "q", "M",
	    "q", "?", "q", ":log<Enter>", "q", ":pack<Enter>", "q", ":head<Enter>", "<C-p>",
	    "<C-c>", "N", "x", "<C-c>", "P", "x<Enter>", "<C-c>", "<C-z>"};
	struct dice d = dice_seed((uint64_t)_i);
	struct screen s;

	screen_init(&s, _i % 4 == 1 ? 40 : 24, _i % 4 == 1 ? 120 : 80, _i % 2);
	s.canned.hostile = hostile_text(&s.mem, &d, _i);
	canned_fill(&s.mem, MSG_R_welcome, &s.canned.welcome, s.canned.hostile);
	for (size_t i = 0; i < sizeof(tour) / sizeof(tour[0]); i++) {
		screen_keys(&s, tour[i]);
		screen_check(&s);
	}
	for (int n = 0; n < 40; n++) {
		one_act(&s, &d);
		screen_draw(&s);
		screen_check(&s);
	}
	screen_clear(&s);
}
END_TEST

Suite *suite_tui_random(void)
{
	Suite *s = suite_create("tui random");
	TCase *t = tcase_create("keys"), *h = tcase_create("hostile");

	tcase_add_loop_test(t, any_keys_leave_a_screen_that_holds, 0, 60);
	tcase_add_loop_test(
	    h, no_text_of_a_record_reaches_the_terminal_as_it_is, 0, HOSTILE * 3);
	suite_add_tcase(s, t);
	suite_add_tcase(s, h);
	return s;
}
