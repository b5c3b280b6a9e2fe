/* SPDX-License-Identifier: MIT */
/* Every screen that is loaded again because of others: nothing moves under the hand. */
#include <check.h>
#include <string.h>

#include "screen.h"

Suite *suite_tui_held(void);

/* Keys that open it, and what of the service it watches. */
static const struct {
	const char *keys, *watches;
	bool painted; /* its rows are held where they stand */
} screens[] = {
    {"", "at home", false},
    {"l", "in rows", false},
    {"n", "of 1 and below", false},
    {"na", "of 1 and below", false},
    {"ngt", "of 1 and below", true},
    {"no", "of 1 and below", true},
    {"ga", "about alerts", true},
    {"go", "about overrides", true},
    {"gr", "about registers", true},
    {"gb", "about board", true},
    {"lv", "about views", true},
    {"gq<Enter>", "about quality", true},
    {"gq<Enter>j<Enter>", "about quality", true},
    {"gq<Enter>jjj<Enter>", "about quality", true},
    {"gqj<Enter>", "about quality", true},
    {"gqjj<Enter>", "about quality", true},
    {"gqjjj<Enter>", "about quality", true},
    {"gqjjjj<Enter>", "about quality", true},
    {"gqjjjjj<Enter>", "about quality", true},
    {"gqjjjjjj<Enter>", "about questions", true},
    {"gqjjjjjjj<Enter>", "about quality", true},
};
enum { SCREENS = sizeof(screens) / sizeof(screens[0]) };

static void open_at(struct screen *s, int i)
{
	screen_init(s, 24, 80, false);
	screen_keys(s, screens[i].keys);
	screen_keys(s, "j");
	ck_assert(!s->app.anew);
}

START_TEST(every_screen_watches_what_it_shows)
{
	struct screen s;
	struct str rest, line, last = {0};

	open_at(&s, _i);
	(void)screen_idle(&s, 6000);
	rest = buf_str(&s.canned.asked);
	while (str_cut(&rest, '\n', &line))
		if (str_starts(line, STR("changes")))
			last = arena_str(&s.mem, line);
	ck_assert_msg(last.n && strstr(last.p, screens[_i].watches), "%s", last.p);
	screen_clear(&s);
}
END_TEST

/* Others did something, and all that is shown here is as it was. */
START_TEST(what_is_no_different_is_not_painted)
{
	struct screen s;
	struct str before;

	open_at(&s, _i);
	if (!screens[_i].painted) {
		screen_clear(&s);
		return;
	}
	before = screen_golden(&s);
	for (int k = 0; k < 3; k++) {
		s.canned.changes.other = true;
		s.canned.head++;
		ck_assert(!screen_idle(&s, 30000));
	}
	ck_assert_str_eq(before.p, screen_golden(&s).p);
	screen_clear(&s);
}
END_TEST

/* All that was there is called something else by now. */
START_TEST(the_cursor_stays_in_its_row_whatever_comes_instead)
{
	struct screen s;
	int row;

	open_at(&s, _i);
	row = s.canvas.cursor_y;
	s.canned.hostile = STR("zebra");
	s.canned.changes.other = true;
	s.canned.head++;
	(void)screen_idle(&s, 9000);
	screen_check(&s);
	ck_assert_int_eq(s.canvas.cursor_y, row);
	screen_clear(&s);
}
END_TEST

static void raise(struct screen *s, int64_t number, const char *ref)
{
	struct part_alert *al = arena_push(&s->canned.mem, &s->canned.alerts.rows);

	memmove(s->canned.alerts.rows.v + 1, s->canned.alerts.rows.v,
	    (s->canned.alerts.rows.n - 1) * sizeof(*al));
	s->canned.alerts.rows.v[0] = (struct part_alert){.alert = number,
	    .record = str_of(ref),
	    .text = STR("she is in danger"),
	    .raised = STR("2026-11-21T10:42:00.000Z"),
	    .mine = true};
	s->canned.changes.other = true;
	s->canned.head++;
}

START_TEST(a_row_that_comes_above_and_one_that_goes_leave_the_cursor_where_it_is)
{
	struct screen s;
	struct str here, gone;
	int row;

	screen_init(&s, 24, 80, false);
	screen_keys(&s, "gaj");
	row = s.canvas.cursor_y;
	here = screen_row(&s, row);
	raise(&s, 900, "DVDS-NEW");
	ck_assert(screen_idle(&s, 9000));
	screen_check(&s);
	ck_assert_int_eq(s.canvas.cursor_y, row);
	ck_assert_str_eq(screen_row(&s, row).p, here.p);
	ck_assert(screen_shows(&s, "New here: DVDS-NEW"));
	ck_assert(!screen_idle(&s, 30000));      /* said once */
	gone = s.canned.alerts.rows.v[2].record; /* the one of the cursor */
	s.canned.alerts.rows.n = 2;
	s.canned.changes.other = true;
	ck_assert(screen_idle(&s, 30000));
	screen_check(&s);
	ck_assert_int_eq(s.canvas.cursor_y, row);
	ck_assert_ptr_nonnull(strstr(screen_row(&s, row).p, "left this list, R shows it anew"));
	ck_assert_ptr_nonnull(strstr(screen_row(&s, row).p, gone.p));
	screen_keys(&s, "a"); /* nothing else is acknowledged instead */
	ck_assert(screen_shows(&s, "there is nothing to say yes or no to here"));
	screen_keys(&s, "R");
	ck_assert(!screen_shows(&s, "left this list"));
	screen_clear(&s);
}
END_TEST

START_TEST(a_board_keeps_people_in_their_rows)
{
	struct screen s;
	struct part_section *load;
	struct str name;
	int row;

	screen_init(&s, 30, 100, false);
	screen_keys(&s, "gbj<Right>");
	row = s.canvas.cursor_y;
	load = &s.canned.board.sections.v[0];
	name = load->rows.v[1].label;
	load->rows.v++; /* the first has gone, the others changed places */
	load->rows.n--;
	s.canned.changes.other = true;
	ck_assert(screen_idle(&s, 9000));
	screen_check(&s);
	ck_assert_int_eq(s.canvas.cursor_y, row);
	ck_assert_ptr_nonnull(strstr(screen_row(&s, row).p, name.p));
	screen_clear(&s);
}
END_TEST

/* An alert for me is seen whatever I do: in the status row at once, in words when I look. */
START_TEST(an_alert_is_seen_on_every_screen)
{
	static const char *const busy[] = {"nNhalf", "lf", "na1n", "l:", "n<C-p>no", "ndo"};
	bool looks = _i < SCREENS;
	struct screen s;
	struct str status;

	screen_init(&s, 24, 80, false);
	screen_keys(&s, looks ? screens[_i].keys : busy[_i - SCREENS]);
	ck_assert(!strstr(screen_row(&s, 0).p, "! 3 alerts"));
	*arena_push(&s.canned.mem, &s.canned.changes.alerts) =
	    (struct part_alert){.alert = 500, .record = STR("DVDS-9")};
	s.canned.waiting = 3;
	ck_assert(screen_idle(&s, 20000));
	screen_check(&s);
	status = screen_row(&s, 0);
	ck_assert_msg(strstr(status.p, "! 3 alerts"), "%s", status.p);
	ck_assert(screen_shows(&s, "New alert on DVDS-9: ga shows it") == looks);
	if (!looks) {
		screen_keys(&s, _i - SCREENS == 2 ? "<Esc>" : "<Esc><Esc>");
		s.tick += 2000;
		ck_assert(screen_idle(&s, 12000));
		ck_assert(screen_shows(&s, "New alert on DVDS-9: ga shows it"));
	}
	ck_assert(!screen_idle(&s, 20000));
	screen_clear(&s);
}
END_TEST

START_TEST(a_list_says_once_what_came_to_it)
{
	struct screen s;

	screen_init(&s, 24, 80, false);
	s.canned.rows = 4;
	screen_keys(&s, "lj");
	*arena_push(&s.canned.mem, &s.canned.changes.came) = STR("DVDS-NEW");
	ck_assert(screen_idle(&s, 6000));
	ck_assert(screen_shows(&s, "New in this list: DVDS-NEW; R shows it"));
	s.app.message = false;
	*arena_push(&s.canned.mem, &s.canned.changes.came) = STR("DVDS-NEW");
	ck_assert(!screen_idle(&s, 6000));
	screen_clear(&s);
}
END_TEST

Suite *suite_tui_held(void)
{
	Suite *s = suite_create("tui held");
	TCase *t = tcase_create("held");

	tcase_add_loop_test(t, every_screen_watches_what_it_shows, 0, SCREENS);
	tcase_add_loop_test(t, what_is_no_different_is_not_painted, 0, SCREENS);
	tcase_add_loop_test(t, the_cursor_stays_in_its_row_whatever_comes_instead, 0, SCREENS);
	tcase_add_test(
	    t, a_row_that_comes_above_and_one_that_goes_leave_the_cursor_where_it_is);
	tcase_add_test(t, a_board_keeps_people_in_their_rows);
	tcase_add_loop_test(t, an_alert_is_seen_on_every_screen, 0, SCREENS + 6);
	tcase_add_test(t, a_list_says_once_what_came_to_it);
	suite_add_tcase(s, t);
	return s;
}
