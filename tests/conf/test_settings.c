/* SPDX-License-Identifier: MIT */
#include "help.h"

#include "lookback/base/io.h"
#include "lookback/conf/keys.h"

static const char *told(const char *text, struct settings *out)
{
	struct faults faults = {0};
	struct buf b = buf_in(&arena);
	bool ok = settings_parse(&arena, STR("keys.yaml"), str_of(text), out, &faults);

	holds(ok == (faults.n == 0));
	faults_print(&b, &faults);
	return faults.n ? buf_str(&b).p : "";
}

START_TEST(bindings_come_in_the_order_of_the_file)
{
	struct settings s = {0};

	ck_assert_str_eq(told("theme: night\n"
			      "ascii: true\n"
			      "calm: true\n"
			      "color: never\n"
			      "keys:\n"
			      "  record:\n"
			      "    x: decide reject\n"
			      "    \"g g\": go first\n"
			      "  any: {C-n: next}\n",
			     &s),
	    "");
	ck_assert_uint_eq(s.keys.n, 3);
	holds(str_is(s.theme, "night") && s.color == COLOR_NEVER);
	holds(s.ascii == WISH_YES && s.calm == WISH_YES && s.linear == WISH_NONE);
	holds(str_is(s.keys.v[0].context, "record") && str_is(s.keys.v[0].keys, "x"));
	holds(str_is(s.keys.v[0].command, "decide reject"));
	holds(str_is(s.keys.v[1].keys, "g g") && str_is(s.keys.v[2].context, "any"));
	holds(s.keys.v[1].at.line == 8 && s.keys.v[1].at.col == 5);
}
END_TEST

START_TEST(settings_left_out_have_defaults)
{
	struct settings s = {0};

	ck_assert_str_eq(told("{}\n", &s), "");
	holds(s.theme.n == 0 && s.ascii == WISH_NONE && s.read_only == WISH_NONE);
	holds(s.color == COLOR_AUTO && s.keys.n == 0);
}
END_TEST

START_TEST(every_fault_of_settings_is_told)
{
	struct settings s = {0};

	ck_assert_str_eq(told("thme: night\n"
			      "ascii: yes\n"
			      "color: allways\n"
			      "keys:\n"
			      "  record: x\n"
			      "  any: {y: [go]}\n",
			     &s),
	    "keys.yaml:1:1: found key 'thme' in a settings file; expected theme, ascii, calm, "
	    "linear, read_only, color, keys; did you mean 'theme'?\n"
	    "keys.yaml:2:8: found 'yes'; expected one of true, false\n"
	    "keys.yaml:3:8: found 'allways'; expected one of auto, always, never; did you mean "
	    "'always'?\n"
	    "keys.yaml:5:11: found 'x'; expected a map of keys to commands\n"
	    "keys.yaml:6:12: found a list; expected a line of text\n");
}
END_TEST

START_TEST(an_empty_command_in_quotes_takes_keys_away)
{
	struct settings s = {0};

	ck_assert_str_eq(told("keys: {any: {Q: \"\"}}\n", &s), "");
	ck_assert_uint_eq(s.keys.n, 1);
	holds(s.keys.v[0].command.n == 0);
	ck_assert_str_ne(told("keys: {any: {Q: }}\n", &s), "");
}
END_TEST

START_TEST(a_later_file_changes_only_what_it_names)
{
	struct settings s = {0};

	ck_assert_str_eq(told("theme: night\ncalm: true\nkeys: {any: {x: next}}\n", &s), "");
	ck_assert_str_eq(told("calm: false\nlinear: true\nkeys: {any: {y: close}}\n", &s), "");
	holds(str_is(s.theme, "night") && s.calm == WISH_NO && s.linear == WISH_YES);
	ck_assert_uint_eq(s.keys.n, 2);
	ck_assert_str_ne(told("calm: perhaps\ntheme: light\n", &s), "");
	holds(str_is(s.theme, "night") && s.calm == WISH_NO);
}
END_TEST

START_TEST(a_file_that_is_not_there_is_a_fault)
{
	struct faults faults = {0};
	struct settings s = {0};

	holds(!settings_load(&arena, "/nonexistent/keys.yaml", &s, &faults));
	ck_assert_uint_eq(faults.n, 1);
	holds(str_is(faults.v[0].at.file, "/nonexistent/keys.yaml"));
}
END_TEST

Suite *suite_conf_settings(void);
Suite *suite_conf_settings(void)
{
	const TTest *const tests[] = {
	    bindings_come_in_the_order_of_the_file,
	    settings_left_out_have_defaults,
	    every_fault_of_settings_is_told,
	    an_empty_command_in_quotes_takes_keys_away,
	    a_later_file_changes_only_what_it_names,
	    a_file_that_is_not_there_is_a_fault,
	};

	return suite_of("conf/settings", tests, COUNT(tests));
}
