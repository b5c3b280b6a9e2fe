/* SPDX-License-Identifier: MIT */
/*
 * Every screen as a terminal shows it, in every theme: what was sent bit by bit makes the screen
 * that the workstation means, and without colour it says the same. After every key there is, the
 * cursor is on the focus.
 */
#include <check.h>
#include <string.h>

#include "glass.h"
#include "scenes.h"
#include "screen.h"

Suite *suite_tui_shown(void);

static const struct {
	const char *term;
	enum theme theme;
	bool ascii;
} glasses[] = {
    {"xterm-256color", THEME_DARK, false},
    {"xterm-256color", THEME_LIGHT, false},
    {"tmux-256color", THEME_SAFE, false},
    {"linux", THEME_MONO, false},
    {"vt100", THEME_MONO, true},
};
enum { GLASSES = sizeof(glasses) / sizeof(glasses[0]) };

/* On the way to the scene each key is sent as what differs from the key before. */
START_TEST(a_terminal_shows_every_screen_key_by_key_in_every_theme)
{
	const struct scene *scene = &scenes[_i / GLASSES];
	struct str rest = str_of(scene->keys);
	struct glass g;
	struct screen s;
	uint32_t key;

	screen_init(&s, 24, 80, glasses[_i % GLASSES].ascii);
	glass_open(&g, glasses[_i % GLASSES].term, glasses[_i % GLASSES].theme, 24, 80);
	glass_show(&g, &s.canvas, true);
	while (key_read(&rest, &key)) {
		screen_key(&s, key, 2000);
		screen_settle(&s);
		glass_show(&g, &s.canvas, false);
		glass_check(&g, &s.canvas);
	}
	glass_close(&g);
	screen_clear(&s);
}
END_TEST

/* The cells of two themes differ in nothing but colour, and mono sends none. */
START_TEST(no_colour_is_sent_without_colours)
{
	struct glass g;
	struct screen s;

	screen_init(&s, 24, 80, false);
	glass_open(&g, "xterm-256color", THEME_MONO, 24, 80);
	screen_keys(&s, scenes[_i].keys);
	encode_frame(&g.encoder, &s.canvas, true, &g.sent);
	for (size_t i = 0; i + 3 < g.sent.n; i++)
		ck_assert_msg(memcmp(&g.sent.p[i], "\033[3", 3) != 0 || g.sent.p[i + 4] != 'm',
		    "a colour in \"%.*s\"", 8, &g.sent.p[i + 1]);
	glass_close(&g);
	screen_clear(&s);
}
END_TEST

static const char *const keys[] = {"<Up>", "<Down>", "<Left>", "<Right>", "<Home>", "<End>",
    "<PageUp>", "<PageDown>", "<Tab>", "<S-Tab>", "<Enter>", "<Space>", "<Backspace>",
    "<Delete>", "<Esc>", "<F1>", "<F9>", "<C-a>", "<C-b>", "<C-c>", "<C-d>", "<C-e>", "<C-f>",
    "<C-g>", "<C-k>", "<C-l>", "<C-o>", "<C-p>", "<C-r>", "<C-s>", "<C-t>", "<C-u>", "<C-w>",
    "<C-x>", "<C-y>", "<C-z>", "<C-_>", "gg", "ga", "gb", "gc", "go", "gq", "gr", "gs", "gt",
    "5j"};
enum { KEYS = sizeof(keys) / sizeof(keys[0]), PRINTED = 0x7f - 0x21 };

static void press(struct screen *s, int i)
{
	if (i < KEYS) {
		screen_keys(s, keys[i]);
		return;
	}
	screen_key(s, (uint32_t)(0x21 + i - KEYS), 2000);
	screen_settle(s);
}

static void at_scene(struct screen *s, const struct scene *scene)
{
	screen_init(s, 24, 80, false);
	screen_keys(s, scene->keys);
}

/* One key after the other, from the beginning again when one has led away. */
START_TEST(after_every_key_on_every_screen_the_cursor_is_on_the_focus)
{
	const struct view *v;
	struct screen s;

	at_scene(&s, &scenes[_i]);
	v = app_top(&s.app);
	for (int i = 0; i < KEYS + PRINTED; i++) {
		press(&s, i);
		screen_check(&s);
		if (app_top(&s.app) == v && !s.app.quit)
			continue;
		screen_clear(&s);
		at_scene(&s, &scenes[_i]);
		v = app_top(&s.app);
	}
	screen_clear(&s);
}
END_TEST

/* What a scene must lead to: a screen that is not here has no golden. */
static const char *const views[] = {"board", "form", "handing", "locked", "note", "palette",
    "past", "prompt", "queue", "record", "rows", "sheet", "start", "steps", "text"};

START_TEST(every_view_has_a_scene)
{
	bool found = false;

	for (int i = 0; i < scenes_n && !found; i++) {
		struct screen s;

		at_scene(&s, &scenes[i]);
		found = strcmp(app_top(&s.app)->ops->name, views[_i]) == 0;
		screen_clear(&s);
	}
	ck_assert_msg(found, "no scene ends at %s", views[_i]);
}
END_TEST

Suite *suite_tui_shown(void)
{
	Suite *s = suite_create("tui shown");
	TCase *t = tcase_create("shown");

	tcase_set_timeout(t, 60);
	tcase_add_loop_test(
	    t, a_terminal_shows_every_screen_key_by_key_in_every_theme, 0, scenes_n * GLASSES);
	tcase_add_loop_test(t, no_colour_is_sent_without_colours, 0, scenes_n);
	tcase_add_loop_test(
	    t, after_every_key_on_every_screen_the_cursor_is_on_the_focus, 0, scenes_n);
	tcase_add_loop_test(
	    t, every_view_has_a_scene, 0, (int)(sizeof(views) / sizeof(views[0])));
	suite_add_tcase(s, t);
	return s;
}
