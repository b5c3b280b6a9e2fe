/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "help.h"
#include "lookback/base/options.h"

Suite *suite_base_options(void);

enum { DB, JSON, LIMIT, ROWS };
static const struct option rows[ROWS] = {
    [DB] = {"db", OPTION_TEXT, "FILE", 0, 0, "The database file."},
    [JSON] = {"json", OPTION_FLAG, NULL, 0, 0, "One JSON document on stdout."},
    [LIMIT] = {"limit", OPTION_INT, "N", 1, 500, "At most N rows."},
};

struct run {
	struct arena a;
	struct options got;
	struct err e;
};

/* The words of a line, parted by single spaces. */
static bool run(struct run *r, const char *line, bool stop)
{
	struct str rest = arena_cstr(&r->a, line), part;
	char *argv[16];
	int argc = 0;

	while (str_cut(&rest, ' ', &part))
		argv[argc++] = (char *)arena_str(&r->a, part).p;
	argv[argc] = NULL;
	return options_read(&r->a, rows, ROWS, argc, argv, stop, &r->got, &r->e);
}

START_TEST(options_and_words_may_mix)
{
	struct run r = {0};

	ck_assert(run(&r, "status:open --db x.db k=v --limit=20 -3d --json -", false));
	ck_assert(r.got.v[DB].given && r.got.v[JSON].given && r.got.v[LIMIT].given);
	ck_str_is(r.got.v[DB].text, "x.db");
	ck_assert_int_eq(r.got.v[LIMIT].num, 20);
	ck_assert_uint_eq(r.got.words.n, 4);
	ck_str_is(r.got.words.v[0], "status:open");
	ck_str_is(r.got.words.v[1], "k=v");
	ck_str_is(r.got.words.v[2], "-3d");
	ck_str_is(r.got.words.v[3], "-");
	arena_clear(&r.a);
}
END_TEST

START_TEST(nothing_given_is_nothing_set)
{
	struct run r = {0};

	ck_assert(run(&r, "", false));
	ck_assert(!r.got.v[DB].given && !r.got.v[JSON].given && !r.got.v[LIMIT].given);
	ck_assert_uint_eq(r.got.words.n, 0);
	ck_assert_int_eq(r.got.used, 0);
	arena_clear(&r.a);
}
END_TEST

START_TEST(two_dashes_end_the_options)
{
	struct run r = {0};

	ck_assert(run(&r, "--json -- --db -- x", false));
	ck_assert(r.got.v[JSON].given && !r.got.v[DB].given);
	ck_assert_uint_eq(r.got.words.n, 3);
	ck_str_is(r.got.words.v[0], "--db");
	ck_str_is(r.got.words.v[1], "--");
	arena_clear(&r.a);
}
END_TEST

START_TEST(reading_can_stop_at_the_verb)
{
	struct run r = {0};

	ck_assert(run(&r, "--db x list --json", true));
	ck_assert_int_eq(r.got.used, 2);
	ck_assert(!r.got.v[JSON].given);
	ck_assert_uint_eq(r.got.words.n, 0);
	ck_assert(run(&r, "--json -- list", true));
	ck_assert_int_eq(r.got.used, 2);
	ck_assert(run(&r, "--json", true));
	ck_assert_int_eq(r.got.used, 1);
	arena_clear(&r.a);
}
END_TEST

START_TEST(the_last_of_two_counts_and_values_may_look_odd)
{
	struct run r = {0};

	ck_assert(run(&r, "--db a --db=b=c --limit 5", false));
	ck_str_is(r.got.v[DB].text, "b=c");
	ck_assert(run(&r, "--db --json", false));
	ck_str_is(r.got.v[DB].text, "--json");
	ck_assert(!r.got.v[JSON].given);
	ck_assert(run(&r, "--db=", false));
	ck_assert(r.got.v[DB].given);
	ck_assert_uint_eq(r.got.v[DB].text.n, 0);
	arena_clear(&r.a);
}
END_TEST

START_TEST(mistakes_are_usage_errors_that_help)
{
	static const struct {
		const char *line, *text;
	} t[] = {
	    {"--jsno", "there is no option --jsno; did you mean --json?"},
	    {"--jsno=1", "there is no option --jsno; did you mean --json?"},
	    {"--xyzzy", "there is no option --xyzzy"},
	    {"--db", "--db wants FILE"},
	    {"--json=yes", "--json takes no value"},
	    {"--limit x", "--limit wants a whole number from 1 to 500, not \"x\""},
	    {"--limit 501", "--limit wants a whole number from 1 to 500, not \"501\""},
	    {"--limit=0", "--limit wants a whole number from 1 to 500, not \"0\""},
	    {"--limit", "--limit wants N"},
	    {"--\033", "there is no option --<U+001B>"},
	};

	for (size_t i = 0; i < COUNT(t); i++) {
		struct run r = {0};
		ck_assert(!run(&r, t[i].line, false));
		ck_assert_int_eq(r.e.kind, ERR_USAGE);
		ck_assert_str_eq(r.e.text, t[i].text);
		ck_assert_ptr_null(r.got.v);
		arena_clear(&r.a);
	}
}
END_TEST

START_TEST(help_prints_the_table_in_columns)
{
	struct arena a = {0};
	struct buf b = buf_in(&a);

	options_help(&b, rows, ROWS);
	ck_str_is(buf_str(&b), "  --db FILE  The database file.\n"
			       "  --json     One JSON document on stdout.\n"
			       "  --limit N  At most N rows.\n");
	arena_clear(&a);
}
END_TEST

Suite *suite_base_options(void)
{
	const TTest *const tests[] = {
	    options_and_words_may_mix,
	    nothing_given_is_nothing_set,
	    two_dashes_end_the_options,
	    reading_can_stop_at_the_verb,
	    the_last_of_two_counts_and_values_may_look_odd,
	    mistakes_are_usage_errors_that_help,
	    help_prints_the_table_in_columns,
	};

	return suite_of("base/options", tests, COUNT(tests));
}
