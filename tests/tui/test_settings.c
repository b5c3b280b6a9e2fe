/* SPDX-License-Identifier: MIT */
/* Settings of a site and of a person: which counts, and every fault with its place. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lookback/base/io.h"
#include "tui/settings.h"

Suite *suite_tui_settings(void);

static struct arena a;
static struct preferences p;
static struct err e;
static char site[64], own[64];

static void set_up(void)
{
	a = (struct arena){0};
	e = (struct err){0};
	(void)snprintf(site, sizeof(site), "/tmp/lookback-site-%ld.yaml", (long)getpid());
	(void)snprintf(own, sizeof(own), "/tmp/lookback-own-%ld.yaml", (long)getpid());
}

static void tear_down(void)
{
	(void)unlink(site);
	(void)unlink(own);
	arena_clear(&a);
}

static bool reads(const char *of_site, const char *of_own)
{
	struct err w = {0};

	if (of_site)
		ck_assert_msg(io_write(site, str_of(of_site), &w), "%s", w.text);
	if (of_own)
		ck_assert_msg(io_write(own, str_of(of_own), &w), "%s", w.text);
	return preferences_read(&a, of_site ? site : NULL, of_own ? own : NULL, &p, &e);
}

static struct str key_of(enum context c, enum action act)
{
	return keymap_key(&a, &p.keymap, c, act);
}

START_TEST(without_files_all_is_as_it_comes)
{
	struct keymap m;

	ck_assert(reads(NULL, NULL));
	ck_assert(!p.ascii && !p.calm && !p.linear && !p.read_only && p.theme == THEME_DARK);
	keymap_defaults(&a, &m);
	ck_assert_uint_eq(m.n, p.keymap.n);
}
END_TEST

START_TEST(the_person_comes_after_the_site)
{
	ck_assert_msg(
	    reads("calm: true\nlinear: true\nkeys:\n  any:\n    x: next\n    y: list\n",
		"linear: false\nkeys:\n  any:\n    x: close\n"),
	    "%s", e.text);
	ck_assert(p.calm && !p.linear);
	ck_assert(str_is(key_of(CTX_START, ACT_NEXT), "n"));
	ck_assert(!strstr(keymap_keys(&a, &p.keymap, CTX_START, ACT_NEXT).p, "x"));
	ck_assert_ptr_nonnull(strstr(keymap_keys(&a, &p.keymap, CTX_START, ACT_CLOSE).p, "x"));
	ck_assert_ptr_nonnull(strstr(keymap_keys(&a, &p.keymap, CTX_START, ACT_LIST).p, "y"));
}
END_TEST

/* NO_COLOR counts when it is not empty, and less than what a file says. */
START_TEST(colours_go_by_theme_settings_and_surroundings)
{
	static const struct {
		const char *file, *no_color;
		enum theme want;
	} rows[] = {
	    {"theme: safe\n", NULL, THEME_SAFE},
	    {"theme: safe\n", "", THEME_SAFE},
	    {"theme: safe\n", "1", THEME_MONO},
	    {"theme: light\ncolor: always\n", "1", THEME_LIGHT},
	    {"theme: light\ncolor: never\n", NULL, THEME_MONO},
	    {"theme: mono\n", NULL, THEME_MONO},
	};
	struct tui_options o = {.theme = "light"};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		(void)unsetenv("NO_COLOR");
		if (rows[i].no_color)
			(void)setenv("NO_COLOR", rows[i].no_color, 1);
		ck_assert_msg(reads(NULL, rows[i].file), "%s", e.text);
		ck_assert_msg(p.theme == rows[i].want, "row %zu: %s", i, theme_name(p.theme));
	}
	(void)unsetenv("NO_COLOR");
	o.keys = own;
	ck_assert(preferences_of(&a, &o, &p, &e) && p.theme == THEME_LIGHT);
	o.mono = true;
	ck_assert(preferences_of(&a, &o, &p, &e) && p.theme == THEME_MONO);
	o.theme = "nite";
	ck_assert(!preferences_of(&a, &o, &p, &e));
}
END_TEST

START_TEST(what_a_site_opens_to_read_only_stays_so)
{
	ck_assert(reads("read_only: true\n", "read_only: false\n"));
	ck_assert(p.read_only);
	ck_assert(reads("read_only: false\n", "read_only: true\n"));
	ck_assert(p.read_only);
}
END_TEST

/* What is typed, and pieces of what is said; the first is a place in the person's file. */
static const struct {
	const char *file, *place, *say, *also;
} faults[] = {
    {"keys:\n  quue:\n    x: filter\n", ":3:5:", "no context 'quue'", "did you mean 'queue'"},
    {"keys:\n  queue:\n    xxxxx: filter\n", ":3:5:", "'xxxxx' is not a key", ""},
    {"keys:\n  queue:\n    y: flter\n", ":3:8:", "no command 'flter'", "did you mean 'filter'"},
    {"keys:\n  start:\n    y: filter x\n", ":3:8:", "'filter' has no meaning",
	"'List of cases' (queue)"},
    {"keys:\n  any:\n    y: close now\n", ":3:8:", "takes no argument", ""},
    {"theme: lihgt\n", ":1:8:", "no theme 'lihgt'", "did you mean 'light'"},
    /* conflicts */
    {"keys:\n  any:\n    <C-m>: next\n    <Enter>: list\n", ":4:5:", "bound in 'any' already",
	"on line 3"},
    {"keys:\n  queue:\n    g: filter\n", ":3:5:", "'g' and 'g", "begin alike"},
    {"keys:\n  queue:\n    nn: filter\n", ":3:5:", "('next' in any)", "begin alike"},
    {"keys:\n  line:\n    x: accept\n", ":3:5:", "characters are text", ""},
    {"keys:\n  always:\n    x: lock\n", ":3:5:", "characters are text", ""},
    {"keys:\n  confirm:\n    g: confirm\n", ":3:5:", "what asks must not confirm", ""},
    {"keys:\n  line:\n    <Enter>: \"\"\n", ":3:5:", "no key would be left for 'accept'", ""},
    {"keys:\n  confirm:\n    <Enter>: cancel\n", ":3:5:", "no key would be left for 'confirm'",
	""},
};

START_TEST(every_fault_is_told_with_its_place)
{
	ck_assert_msg(!reads(NULL, faults[_i].file), "no fault in:\n%s", faults[_i].file);
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert_msg(strstr(e.text, own) && strstr(e.text, faults[_i].place), "%s", e.text);
	ck_assert_msg(strstr(e.text, faults[_i].say), "%s", e.text);
	ck_assert_msg(strstr(e.text, faults[_i].also), "%s", e.text);
}
END_TEST

START_TEST(what_was_in_the_way_can_be_taken_away)
{
	static const char of_site[] = "keys:\n  any:\n    xx: reload\n";

	ck_assert(!reads(of_site, "keys:\n  any:\n    x: next\n"));
	ck_assert_msg(reads(of_site, "keys:\n  any:\n    xx: \"\"\n    x: next\n    n: \"\"\n"
				     "  line:\n    <Enter>: \"\"\n    <F5>: accept\n"),
	    "%s", e.text);
	ck_assert(str_is(key_of(CTX_START, ACT_NEXT), "x"));
	ck_assert(str_is(key_of(CTX_LINE, ACT_ACCEPT), "<F5>"));
}
END_TEST

START_TEST(faults_of_both_files_are_told_at_once)
{
	ck_assert(!reads("calm: perhaps\n", "keys:\n  quue:\n    x: filter\n"));
	ck_assert_ptr_nonnull(strstr(e.text, site));
	ck_assert_ptr_nonnull(strstr(e.text, own));
}
END_TEST

START_TEST(files_are_found_where_the_surroundings_say)
{
	(void)setenv("LOOKBACK_SITE", "/nowhere/site.yaml", 1);
	ck_assert_str_eq(preferences_site(), "/nowhere/site.yaml");
	(void)setenv("LOOKBACK_SITE", "", 1);
	(void)setenv("XDG_CONFIG_HOME", "/nowhere", 1);
	ck_assert_ptr_null(preferences_own(&a));
}
END_TEST

Suite *suite_tui_settings(void)
{
	Suite *s = suite_create("tui settings");
	TCase *t = tcase_create("files");

	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_add_test(t, without_files_all_is_as_it_comes);
	tcase_add_test(t, the_person_comes_after_the_site);
	tcase_add_test(t, colours_go_by_theme_settings_and_surroundings);
	tcase_add_test(t, what_a_site_opens_to_read_only_stays_so);
	tcase_add_loop_test(t, every_fault_is_told_with_its_place, 0,
	    (int)(sizeof(faults) / sizeof(faults[0])));
	tcase_add_test(t, what_was_in_the_way_can_be_taken_away);
	tcase_add_test(t, faults_of_both_files_are_told_at_once);
	tcase_add_test(t, files_are_found_where_the_surroundings_say);
	suite_add_tcase(s, t);
	return s;
}
