/* SPDX-License-Identifier: MIT */
/* Screens as values: rows, roles and cursor equal a file. GENERATE=1 writes the files anew. */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "scenes.h"
#include "screen.h"

Suite *suite_tui_golden(void);

static const struct {
	const char *name;
	int rows, cols;
	bool ascii, calm;
} kinds[] = {
    {"80x24", 24, 80, false, false},
    {"60x16", 16, 60, false, false},
    {"100x30", 30, 100, false, false},
    {"160x50", 50, 160, false, false},
    {"80x24-ascii", 24, 80, true, false},
    {"100x30-ascii", 30, 100, true, false},
    {"160x50-ascii", 50, 160, true, false},
    {"80x24-calm", 24, 80, false, true},
};
enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

START_TEST(a_screen_is_as_it_was)
{
	const struct scene *scene = &scenes[_i / KINDS];
	int kind = _i % KINDS;
	struct screen s;
	char name[120];

	screen_init(&s, kinds[kind].rows, kinds[kind].cols, kinds[kind].ascii);
	s.app.calm = kinds[kind].calm;
	screen_keys(&s, scene->keys);
	screen_check(&s);
	(void)snprintf(name, sizeof(name), "%s-%s", scene->name, kinds[kind].name);
	screen_is(&s, name);
	screen_clear(&s);
}
END_TEST

/* A cursor move in a list changes two rows, and with the calm marker two cells. */
START_TEST(a_move_changes_little)
{
	struct screen s;
	struct cell *was;
	size_t n = 24 * 80, cells = 0;

	screen_init(&s, 24, 80, false);
	s.app.calm = _i;
	screen_keys(&s, "ljj");
	was = arena_new(&s.mem, struct cell, n);
	memcpy(was, s.canvas.cells, n * sizeof(*was));
	screen_keys(&s, "j");
	for (size_t i = 0; i < n; i++)
		cells += !cell_same(&was[i], &s.canvas.cells[i]);
	ck_assert_uint_le(cells, _i ? 4 : 164); /* the place in the status row changes too */
	screen_clear(&s);
}
END_TEST

Suite *suite_tui_golden(void)
{
	Suite *s = suite_create("tui golden");
	TCase *t = tcase_create("screens");

	tcase_add_loop_test(t, a_screen_is_as_it_was, 0, scenes_n * KINDS);
	tcase_add_loop_test(t, a_move_changes_little, 0, 2);
	suite_add_tcase(s, t);
	return s;
}
