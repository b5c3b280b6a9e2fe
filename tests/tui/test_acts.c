/* SPDX-License-Identifier: MIT */
/* Every action means something in every context that reaches it. */
#include <check.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "lookback/base/io.h"
#include "screen.h"
#include "tui/settings.h"

Suite *suite_tui_acts(void);

/* Keys that lead into a context. */
static const struct {
	enum context context;
	const char *keys;
} ways[] = {
    {CTX_START, ""},
    {CTX_QUEUE, "l"},
    {CTX_RECORD, "n"},
    {CTX_SOURCE, "nas"},
    {CTX_FORM, "na"},
    {CTX_PICK, "na<Enter>"},
    {CTX_STEPS, "nd"},
    {CTX_CONFIRM, "ndoreason<Enter>"},
    {CTX_TEXT, "?"},
    {CTX_PALETTE, "<C-p>"},
    {CTX_PROMPT, ":"},
    {CTX_LINE, "na1n"},
    {CTX_AREA, "nN"},
    {CTX_LOCKED, "<C-z>"},
};
enum { WAYS = sizeof(ways) / sizeof(ways[0]) };

static void try_act(enum context context, const char *keys, enum action act)
{
	const struct action_row *row = action_row(act);
	struct screen s;
	struct err e = {0};

	screen_init(&s, 24, 80, false);
	screen_keys(&s, keys);
	ck_assert_int_eq(app_context(&s.app), context);
	if (app_run(&s.app, str_of(row->name), 0, &e) == OUTCOME_FAILED)
		ck_assert_msg(strstr(e.text, "has no meaning") == NULL, "%s in %s: %s",
		    row->name, context_row(context)->name, e.text);
	screen_draw(&s);
	screen_check(&s);
	screen_clear(&s);
}

START_TEST(no_action_is_without_meaning_where_it_can_be_typed)
{
	for (int a = ACT_NONE + 1; a < ACT_COUNT; a++)
		if (context_reaches(ways[_i].context, action_row((enum action)a)->where))
			try_act(ways[_i].context, ways[_i].keys, (enum action)a);
}
END_TEST

START_TEST(every_context_but_the_shared_ones_is_somewhere)
{
	for (int c = CTX_NONE + 1; c < CTX_COUNT; c++) {
		bool found = c == CTX_ALWAYS || c == CTX_ANY || c == CTX_CASE ||
			     c == CTX_WORK || c == CTX_WRITE;
		for (int i = 0; i < WAYS; i++)
			found = found || ways[i].context == (enum context)c;
		ck_assert_msg(found, "%s", context_row((enum context)c)->name);
	}
}
END_TEST

static void write_settings(struct arena *a, const char *path, const char *text)
{
	struct err e = {0};

	(void)a;
	ck_assert_msg(io_write(path, str_of(text), &e), "%s", e.text);
}

START_TEST(settings_change_keys_and_tell_every_fault)
{
	char path[64];
	struct arena a = {0};
	struct keymap m;
	struct wishes w = {0};
	struct err e = {0};

	(void)snprintf(path, sizeof(path), "/tmp/lookback-keys-%ld.yaml", (long)getpid());
	keymap_defaults(&a, &m);
	write_settings(&a, path, "calm: true\nkeys:\n  queue:\n    x: filter late:yes\n");
	ck_assert_msg(tui_settings(&a, path, &m, &w, &e), "%s", e.text);
	ck_assert(w.calm && !w.mono);
	ck_assert(str_is(keymap_key(&a, &m, CTX_QUEUE, ACT_FILTER), "f"));
	write_settings(&a, path,
	    "keys:\n  quue:\n    x: filter\n  queue:\n    xxxxx: filter\n    y: flter\n");
	ck_assert(!tui_settings(&a, path, &m, &w, &e));
	ck_assert_ptr_nonnull(strstr(e.text, "did you mean 'queue'"));
	ck_assert_ptr_nonnull(strstr(e.text, "xxxxx"));
	ck_assert_ptr_nonnull(strstr(e.text, "did you mean 'filter'"));
	ck_assert_ptr_nonnull(strstr(e.text, ":3:"));
	(void)unlink(path);
	arena_clear(&a);
}
END_TEST

Suite *suite_tui_acts(void)
{
	Suite *s = suite_create("tui acts");
	TCase *t = tcase_create("actions");

	tcase_add_loop_test(t, no_action_is_without_meaning_where_it_can_be_typed, 0, WAYS);
	tcase_add_test(t, every_context_but_the_shared_ones_is_somewhere);
	tcase_add_test(t, settings_change_keys_and_tell_every_fault);
	suite_add_tcase(s, t);
	return s;
}
