/* SPDX-License-Identifier: MIT */
/* Every screen says what its keys are, and no key is met with silence. */
#include <check.h>
#include <string.h>

#include "scenes.h"
#include "screen.h"

Suite *suite_tui_hints(void);

static bool is_any(enum action act, const enum action *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (list[i] == act)
			return true;
	return false;
}

/* At an end a motion has nowhere to go, where one writes the cursor says enough, and the screen
 * or the answer that is there already looks the same again. */
static bool may_be_still(const struct screen *s, const struct binding *b)
{
	static const enum action still[] = {ACT_CELL_NEXT, ACT_CELL_PREV, ACT_TABLE_NEXT,
	    ACT_TABLE_PREV, ACT_SECTION, ACT_PAL_DOWN, ACT_PAL_UP, ACT_EARLIER, ACT_LATER,
	    ACT_REDRAW, ACT_KIND_ALL, ACT_START, ACT_REGISTERS, ACT_OVERRIDES, ACT_BOARD,
	    ACT_MESSAGES, ACT_NEXT, ACT_TAKE, ACT_PICK, ACT_ANSWER_NO};
	enum context from = app_context(&s->app);
	struct command c;
	struct err e;
	struct str found;

	if (keymap_find(&s->app.keymap, from, b->keys, b->n, &found) != MATCH_FULL ||
	    !command_read(found, from, &c, &e))
		return false;
	return strncmp(action_row(c.action)->name, "go ", 3) == 0 ||
	       context_reaches(action_row(c.action)->where, CTX_WRITE) ||
	       is_any(c.action, still, sizeof(still) / sizeof(still[0]));
}

static bool pressed(struct screen *s, const struct binding *b)
{
	struct arena_mark m = arena_mark(&s->mem);
	size_t n = (size_t)s->canvas.rows * (size_t)s->canvas.cols;
	struct cell *was = arena_new(&s->mem, struct cell, n);
	int x = s->canvas.cursor_x, y = s->canvas.cursor_y;
	bool same = true;

	memcpy(was, s->canvas.cells, n * sizeof(*was));
	for (int i = 0; i < b->n; i++)
		screen_key(s, b->keys[i], 2000);
	screen_draw(s);
	for (size_t i = 0; i < n && same; i++)
		same = cell_same(&was[i], &s->canvas.cells[i]);
	same = same && x == s->canvas.cursor_x && y == s->canvas.cursor_y;
	arena_back(&s->mem, m);
	return !same || s->app.quit;
}

enum { KEYS_SHARE = 3 }; /* of the keys a screen tries one in so many, each screen others */

/* Whatever key of the table is pressed on whatever screen: something is seen. */
START_TEST(no_key_is_met_with_silence)
{
	struct keymap all;
	struct arena a = {0};
	struct buf silent = buf_in(&a);

	keymap_defaults(&a, &all);
	for (size_t i = 0; i < all.n; i++) {
		struct screen s;
		bool first = (i + (size_t)_i) % KEYS_SHARE == 0;
		for (size_t k = 0; k < i; k++)
			first = first && (all.v[k].n != all.v[i].n ||
					     memcmp(all.v[k].keys, all.v[i].keys,
						 sizeof(all.v[i].keys)) != 0);
		if (!first)
			continue;
		screen_init(&s, 24, 80, false);
		screen_keys(&s, scenes[_i].keys);
		s.app.message = false;
		screen_draw(&s);
		if (strcmp(scenes[_i].name, "filter-fault") == 0)
			s.app.locked = true; /* a fault stays until the line is mended */
		if (!s.app.locked && !may_be_still(&s, &all.v[i]) && !pressed(&s, &all.v[i])) {
			struct str keys = binding_written(&a, &all.v[i]);
			buf_printf(&silent, " %.*s", STR_ARG(keys));
		}
		screen_clear(&s);
	}
	ck_assert_msg(silent.n == 0, "%s: nothing is seen of%.*s", scenes[_i].name,
	    STR_ARG(buf_str(&silent)));
	arena_clear(&a);
}
END_TEST

/* Three to six words, the key of each does what it says, and ? opens this very screen. */
START_TEST(a_screen_has_hints_and_its_own_help)
{
	struct screen s;
	struct hints h;
	enum context from;

	screen_init(&s, 24, 80, false);
	screen_keys(&s, scenes[_i].keys);
	from = app_context(&s.app);
	if (s.app.locked)
		return;
	keymap_hints(&s.mem, &s.app.keymap, from, 78, &h);
	ck_assert_msg(h.n >= 3 && h.n <= 6, "%s: %zu hints", scenes[_i].name, h.n);
	keymap_hints(&s.mem, &s.app.keymap, from, 58, &h);
	ck_assert_msg(h.n >= 3, "%s: %zu hints at 60 columns", scenes[_i].name, h.n);
	if (!context_reaches(from, CTX_WRITE) && from != CTX_CONFIRM) {
		ck_assert_str_ne(context_row(from)->about, "");
		screen_keys(&s, "?");
		ck_assert_msg(screen_shows(&s, context_row(from)->what), "%s", scenes[_i].name);
	}
	screen_clear(&s);
}
END_TEST

Suite *suite_tui_hints(void)
{
	Suite *s = suite_create("tui hints");
	TCase *t = tcase_create("keys");

	tcase_set_timeout(t, 60);
	tcase_add_loop_test(t, no_key_is_met_with_silence, 0, scenes_n);
	tcase_add_loop_test(t, a_screen_has_hints_and_its_own_help, 0, scenes_n);
	suite_add_tcase(s, t);
	return s;
}
