/* SPDX-License-Identifier: MIT */
/* The manual, the card and the list of keys say what the program's tables say. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/man.h"
#include "lookback/base/io.h"
#include "lookback/base/utf8.h"
#include "run.h"

Suite *suite_cli_man(void);

static struct arena a;

static void set_up(void)
{
	a = (struct arena){0};
}

static void tear_down(void)
{
	arena_clear(&a);
}

static struct str page(bool keys)
{
	struct buf b = buf_in(&a);

	if (keys)
		man_keys(&a, &b);
	else
		man_lookback(&b);
	return buf_str(&b);
}

/* GENERATE=1 writes them anew. */
START_TEST(the_pages_in_docs_are_current)
{
	static const char *const paths[] = {"docs/lookback.1", "docs/lookback-keys.5"};
	const char *generate = getenv("GENERATE");
	struct str have, want = page(_i);
	struct err e = {0};

	if (generate && *generate) {
		ck_assert_msg(io_write(paths[_i], want, &e), "%s", e.text);
		return;
	}
	ck_assert_msg(io_read(&a, paths[_i], 1 << 20, &have, &e), "%s", e.text);
	ck_assert_msg(str_eq(have, want), "%s is old; 'make golden' writes it anew", paths[_i]);
}
END_TEST

static void has(struct str text, const char *what)
{
	ck_assert_msg(strstr(text.p, what) != NULL, "the manual lacks %s", what);
}

START_TEST(the_manual_names_every_verb_option_and_exit_code)
{
	struct str text = page(false);

	for (size_t i = 0; i < cli_nverbs; i++) {
		const struct verb *v = &cli_verbs[i];
		has(text, arena_printf(&a, ".It Ic \"%s\"", v->name).p);
		for (size_t k = 0; k < v->n; k++)
			has(text, arena_printf(&a, ".It Fl -%s", v->options[k].name).p);
	}
	for (size_t i = 0; i < OPTS_COMMON; i++)
		has(text, arena_printf(&a, ".It Fl -%s", cli_common[i].name).p);
	for (size_t i = 0; i < cli_nscreen_options; i++)
		has(text, arena_printf(&a, ".It Fl -%s", cli_screen_options[i].name).p);
	for (size_t i = 0; i < cli_nexits; i++)
		has(text,
		    arena_printf(&a, ".It %d\n%.20s", cli_exits[i].code, cli_exits[i].says).p);
}
END_TEST

START_TEST(every_kind_of_error_has_its_exit_code_in_the_table)
{
	for (int kind = ERR_NO; kind <= ERR_CANCELLED; kind++) {
		int found = 0;
		for (size_t i = 0; i < cli_nexits; i++)
			found += cli_exits[i].code == err_exit((enum err_kind)kind);
		ck_assert_int_eq(found, 1);
	}
}
END_TEST

START_TEST(the_manual_of_keys_names_every_action_and_its_keys)
{
	struct str text = page(true);
	struct keymap m;
	struct help h;

	keymap_defaults(&a, &m);
	keymap_reference(&a, &m, &h);
	ck_assert_uint_eq(h.n, ACT_COUNT - 1);
	for (size_t i = 0; i < h.n; i++) {
		has(text, arena_printf(&a, ".It Ic \"%.*s\"", STR_ARG(h.v[i].usage)).p);
		has(text, h.v[i].says);
	}
}
END_TEST

/* Nothing that is text is taken for a macro. */
START_TEST(text_in_the_manual_is_text)
{
	struct buf b = buf_in(&a);

	man_text(&b, ".Dd is. 'so \"it\" \\ is");
	ck_assert_str_eq(buf_str(&b).p, "\\&.Dd is.\n\\&'so \\(dqit\\(dq \\e is\n");
}
END_TEST

START_TEST(the_settings_told_are_those_that_are_read)
{
	struct err e = {0};
	struct buf names = buf_in(&a);
	struct keymap m;
	char path[] = "/tmp/lookback-settings-XXXXXX";
	struct tui_options o = {.keys = path};
	int fd = mkstemp(path);

	ck_assert_int_ge(fd, 0);
	ck_assert(io_all(fd, "nothing_like_it: x\n", 19));
	for (size_t i = 0; i < cli_nsettings; i++)
		buf_printf(&names, "%s%s", i ? ", " : "expected ", cli_settings[i].name);
	ck_assert(!tui_keys(&a, &o, &m, &e));
	ck_assert_msg(
	    strstr(e.text, buf_str(&names).p), "%s\nbut: %s", e.text, buf_str(&names).p);
	ck_assert_int_eq(remove(path), 0);
}
END_TEST

START_TEST(the_card_is_one_page_with_every_key_that_is_not_for_writing)
{
	struct ran r = RUN(&a, "help", "keys", "--card");
	struct str out = r.out, line;
	struct keymap m;
	struct help h;
	int lines = 0;

	ck_assert_int_eq(r.code, 0);
	for (; str_cut(&out, '\n', &line); lines++)
		ck_assert_msg(utf8_columns(line) <= 80, "%.*s", STR_ARG(line));
	ck_assert_int_le(lines, 66);
	keymap_defaults(&a, &m);
	keymap_reference(&a, &m, &h);
	for (size_t i = 0; i < h.n; i++)
		if (h.v[i].keys.n && !context_reaches(h.v[i].where, CTX_WRITE))
			ck_assert_msg(strstr(r.out.p, action_row(h.v[i].action)->name) != NULL,
			    "no '%s' on the card", action_row(h.v[i].action)->name);
}
END_TEST

START_TEST(keys_of_ones_own_are_on_the_card)
{
	struct ran r;
	char path[] = "/tmp/lookback-card-XXXXXX";
	int fd = mkstemp(path);
	static const char text[] = "keys: {any: {<F9>: pack, n: \"\"}}\n";

	ck_assert_int_ge(fd, 0);
	ck_assert(io_all(fd, text, sizeof(text) - 1));
	r = RUN(&a, "--keys", path, "help", "keys", "--card");
	ck_assert_msg(r.code == 0, "%s", r.err.p);
	ck_assert_ptr_nonnull(strstr(r.out.p, "<F9>"));
	r = RUN(&a, "--keys", path, "help", "keys");
	ck_assert_ptr_nonnull(strstr(r.out.p, "<F9>"));
	ck_assert_int_eq(remove(path), 0);
}
END_TEST

START_TEST(help_prints_the_same_pages)
{
	struct ran one = RUN(&a, "help", "--man"), two = RUN(&a, "help", "keys", "--man");
	struct ran sh = RUN(&a, "help", "--completion", "bash"), old = RUN(&a, "completion");
	struct ran bad = RUN(&a, "help", "--completion", "fish");

	ck_assert(str_eq(one.out, page(false)));
	ck_assert(str_eq(two.out, page(true)));
	ck_assert(sh.out.n > 100 && str_eq(sh.out, old.out));
	ck_assert_int_eq(bad.code, 2);
	ck_assert_int_eq(RUN(&a, "help", "--card").code, 2);
}
END_TEST

Suite *suite_cli_man(void)
{
	Suite *s = suite_create("cli man");
	TCase *t = tcase_create("pages");

	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_add_loop_test(t, the_pages_in_docs_are_current, 0, 2);
	tcase_add_test(t, the_manual_names_every_verb_option_and_exit_code);
	tcase_add_test(t, every_kind_of_error_has_its_exit_code_in_the_table);
	tcase_add_test(t, the_manual_of_keys_names_every_action_and_its_keys);
	tcase_add_test(t, text_in_the_manual_is_text);
	tcase_add_test(t, the_settings_told_are_those_that_are_read);
	tcase_add_test(t, the_card_is_one_page_with_every_key_that_is_not_for_writing);
	tcase_add_test(t, keys_of_ones_own_are_on_the_card);
	tcase_add_test(t, help_prints_the_same_pages);
	suite_add_tcase(s, t);
	return s;
}
