/* SPDX-License-Identifier: MIT */
/* Screens as values: rows, roles and cursor equal a file. GENERATE=1 writes the files anew. */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "screen.h"

Suite *suite_tui_golden(void);

static const struct {
	const char *name, *keys;
	bool all; /* in every kind */
} scenes[] = {
    {"start", "", false},
    {"queue", "ljj", false},
    {"queue-marked", "l<Space>j<Space>", false},
    {"queue-empty", "l:list<Space>none:yes<Enter>", false},
    {"filter", "lfband:red", false},
    {"filter-fault", "lfbad:red<Enter>", false},
    {"record", "n", false},
    {"record-answers", "n2", false},
    {"record-notes", "n3", false},
    {"record-history", "n4", false},
    {"rank", "n=", false},
    {"form", "na", false},
    {"form-answered", "na1yy", false},
    {"form-reason", "na1nonly<Space>a<Space>date", false},
    {"form-pick", "najjjj2<Enter>jj<Space>", false},
    {"form-source", "nas", true},
    {"form-complete", "na1yny1nn41nnn", false},
    {"steps", "nd", false},
    {"steps-reason", "ndoout<Space>of<Space>date", false},
    {"steps-confirm", "na1yny1nn41nnndg", false},
    {"decided", "na1yny1nn41nnndg<Enter>", false},
    {"note", "nNthe<Space>file<Enter>is<Space>here", false},
    {"help", "n?", false},
    {"palette", "n<C-p>no", false},
    {"prompt", "l:order<Space>re<Tab>", false},
    {"messages", "xyM", false},
    {"locked", "n<C-z>", false},
    {"alerts", "gaj", false},
    {"alerts-taken", "gaacalled<Space>her", false},
    {"overrides", "go", false},
    {"registers", "gr", false},
    {"sheet", "grjjO2j", false},
    {"quality", "gqj", false},
    {"passes", "gq<Enter>jj", true},
    {"pass", "gq<Enter>j<Enter>jj", true},
    {"pass-preview", "gq<Enter>jjj<Enter>", false},
    {"pass-fix", "gq<Enter>jjj<Enter>Ga20240523", false},
    {"agreement", "gqj<Enter>", true},
    {"agreement-cells", "gqj<Enter><Enter>j", false},
    {"reviewers", "gqjj<Enter>j", true},
    {"funnel", "gqjjj<Enter>", true},
    {"audit", "gqjjjj<Enter>jj", false},
    {"calibration", "gqjjjjj<Enter>j", false},
    {"questions", "gqjjjjjj<Enter>", true},
    {"my-answers", "gqjjjjjjj<Enter>", false},
    {"form-read", "na1ns/temper<Enter>", true},
    {"form-quoted", "na1ns/temper<Enter>e<C-o>", true},
    {"form-date", "najjjjjjjjjyheard<Enter><Enter>-3d", true},
    {"form-selected", "na1none<Space>two<Space>three<C-Left><C-g><C-Left>", true},
    {"record-look", "n/child*<Enter>", true},
    {"board", "gb", true},
    {"board-cell", "gbjj<Right><Right>", false},
    {"board-end", "gbG", false},
    {"handing", "gbjjAmdiaz,pshah<Space>leave<Enter>", true},
    {"past", "ngtjj", true},
    {"past-kinds", "ngt124o", false},
    {"search", "l/walkar<Space>moradi<Enter>j", true},
    {"views", "lvjj", true},
};
enum { SCENES = sizeof(scenes) / sizeof(scenes[0]) };
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
    {"80x24-calm", 24, 80, false, true},
    {"100x30-ascii", 30, 100, true, false},
    {"160x50-calm", 50, 160, false, true},
};
enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

START_TEST(a_screen_is_as_it_was)
{
	int scene = _i / KINDS, kind = _i % KINDS;
	struct screen s;
	char name[120];

	/* of the further kinds a few scenes are enough */
	if (kind > 3 && !scenes[scene].all && (kind > 5 || scene % 3 != 0))
		return;
	screen_init(&s, kinds[kind].rows, kinds[kind].cols, kinds[kind].ascii);
	s.app.calm = kinds[kind].calm;
	screen_keys(&s, scenes[scene].keys);
	screen_check(&s);
	(void)snprintf(name, sizeof(name), "%s-%s", scenes[scene].name, kinds[kind].name);
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

	tcase_add_loop_test(t, a_screen_is_as_it_was, 0, SCENES * KINDS);
	tcase_add_loop_test(t, a_move_changes_little, 0, 2);
	suite_add_tcase(s, t);
	return s;
}
