/* SPDX-License-Identifier: MIT */
/* What can be said of every verb: it has help, it is suggested, its usage is checked. */
#include <check.h>
#include <string.h>

#include "cli/cli.h"
#include "lookback/base/utf8.h"
#include "run.h"

static struct arena life;

static void end(void)
{
	arena_clear(&life);
}

/* argv of a verb: "user add" is two words. */
static struct strs words_of(const char *name)
{
	struct str rest = str_of(name), word;
	struct strs words = {0};

	while (str_cut(&rest, ' ', &word))
		*arena_push(&life, &words) = arena_str(&life, word);
	return words;
}

static struct ran run_verb(const char *name, const char *more)
{
	const char *argv[5] = {NULL};
	struct strs words = words_of(name);
	size_t n = 0;

	for (; n < words.n; n++)
		argv[n] = words.v[n].p;
	argv[n] = more;
	return run_cli(&life, argv);
}

START_TEST(the_help_fits_a_screen_and_names_every_verb)
{
	struct ran r = RUN(&life, "help"), h = RUN(&life, "--help");
	struct str out = r.out, line;
	int lines = 0;

	ck_assert_int_eq(r.code, 0);
	ck_assert_uint_eq(r.err.n, 0);
	ck_assert(str_eq(r.out, h.out));
	for (; str_cut(&out, '\n', &line); lines++)
		ck_assert_msg(utf8_columns(line) <= 80, "%.*s", STR_ARG(line));
	ck_assert_int_le(lines, 23);              /* and the prompt */
	for (size_t i = 0; i < cli_nverbs; i++) { /* "user add": user, and add behind it */
		struct str rest = str_of(cli_verbs[i].name), first = {0};
		const char *at = NULL;
		(void)str_cut(&rest, ' ', &first);
		at = strstr(r.out.p, arena_str(&life, first).p);
		ck_assert_msg(at && strstr(at, rest.n ? rest.p : ""), "%s", cli_verbs[i].name);
	}
}
END_TEST

START_TEST(every_verb_has_help_of_its_own)
{
	const struct verb *v = &cli_verbs[_i];
	struct strs words = words_of(v->name);
	struct ran r = run_verb(v->name, "--help");
	struct ran h = RUN(&life, "help", words.v[0].p, words.n > 1 ? words.v[1].p : NULL);

	ck_assert_int_eq(r.code, 0);
	ck_assert(str_eq(r.out, h.out));
	ck_assert(str_starts(r.out, arena_printf(&life, "usage: lookback %s", v->name)));
	ck_assert(strstr(r.out.p, v->sentence) != NULL);
	for (size_t i = 0; i < v->n; i++)
		ck_assert(strstr(r.out.p, arena_printf(&life, "--%s", v->options[i].name).p));
	/* sentences end as sentences, short forms do not */
	ck_assert_int_eq(v->sentence[strlen(v->sentence) - 1], '.');
	ck_assert(strlen(v->brief) <= 26 && v->brief[strlen(v->brief) - 1] != '.');
}
END_TEST

START_TEST(every_verb_counts_its_words_and_knows_its_options)
{
	const struct verb *v = &cli_verbs[_i];
	struct ran r;

	if (v->least > 0) {
		r = run_verb(v->name, NULL);
		ck_assert_int_eq(r.code, 2);
		ck_assert_msg(strstr(r.err.p, "usage: lookback"), "%s", r.err.p);
	}
	r = run_verb(v->name, "--nonsense-option");
	ck_assert_int_eq(r.code, 2);
	ck_assert(strstr(r.err.p, "no option --nonsense-option") != NULL);
	r = run_verb(v->name, "--jsom");
	ck_assert_int_eq(r.code, 2);
	ck_assert(strstr(r.err.p, "--json") != NULL);
	ck_assert_uint_eq(r.out.n, 0);
}
END_TEST

START_TEST(a_misspelt_verb_is_suggested)
{
	static const char *const pairs[][3] = {{"nxt", NULL, "next"}, {"lisst", NULL, "list"},
	    {"verfy", NULL, "verify"}, {"user", "ad", "user add"},
	    {"batch", "shwo", "batch show"}, {"usre", "add", "user"}};

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		struct ran r = RUN(&life, pairs[i][0], pairs[i][1]);
		ck_assert_int_eq(r.code, 2);
		ck_assert_msg(strstr(r.err.p, pairs[i][2]), "%s", r.err.p);
		ck_assert_uint_eq(r.out.n, 0);
	}
	ck_assert_int_eq(RUN(&life, "user").code, 2);
	ck_assert(strstr(RUN(&life, "user").err.p,
		      "add, list, role, train, absent, back, disable") != NULL);
	ck_assert(strstr(RUN(&life, "xyzzy").err.p, "lookback help") != NULL);
}
END_TEST

START_TEST(completion_offers_every_verb_and_option)
{
	struct ran r = RUN(&life, "completion");

	ck_assert_int_eq(r.code, 0);
	for (size_t i = 0; i < cli_nverbs; i++) {
		ck_assert(strstr(r.out.p, cli_verbs[i].name) != NULL);
		for (size_t k = 0; k < cli_verbs[i].n; k++)
			ck_assert(strstr(r.out.p, cli_verbs[i].options[k].name) != NULL);
	}
}
END_TEST

START_TEST(without_a_database_one_sentence_says_what_to_do)
{
	struct ran r = RUN(&life, "--db", "/nonexistent/review.db", "count");

	ck_assert_int_eq(r.code, 7);
	ck_assert(strstr(r.err.p, "there is no database /nonexistent/review.db") != NULL);
	ck_assert(strstr(r.err.p, "lookback init") != NULL);
	ck_assert_ptr_eq(strchr(r.err.p, '\n'), r.err.p + r.err.n - 1);
}
END_TEST

Suite *suite_cli_verbs(void);

Suite *suite_cli_verbs(void)
{
	Suite *s = suite_create("cli verbs");
	TCase *t = tcase_create("verbs");

	tcase_add_checked_fixture(t, NULL, end);
	tcase_add_test(t, the_help_fits_a_screen_and_names_every_verb);
	tcase_add_loop_test(t, every_verb_has_help_of_its_own, 0, (int)cli_nverbs);
	tcase_add_loop_test(
	    t, every_verb_counts_its_words_and_knows_its_options, 0, (int)cli_nverbs);
	tcase_add_test(t, a_misspelt_verb_is_suggested);
	tcase_add_test(t, completion_offers_every_verb_and_option);
	tcase_add_test(t, without_a_database_one_sentence_says_what_to_do);
	suite_add_tcase(s, t);
	return s;
}
