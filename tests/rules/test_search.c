/* SPDX-License-Identifier: MIT */
/* What is typed into a search, as the expression that it means. */
#include "help.h"
#include "support/randexpr.h"
#include "support/toypack.h"

Suite *suite_rules_search(void);

static const char *const meanings[][2] = {
    {"smith", "smith or ~smith"},
    {"  Smith,  John ", "(Smith or ~Smith) (John or ~John)"},
    {"\"John Smith\"", "\"John Smith\""},
    {"\"John Smi\"* x*", "\"John Smi\"* x*"},
    {"smi*", "smi*"},
    {"O'Brien", "\"O'Brien\" or ~\"O'Brien\""},
    {"2016-004", "2016-004*"},
    {"W1D", "W1D*"},
    {"10:30", "\"10:30\"*"},
    {"and not or", "(\"and\" or ~\"and\") (\"not\" or ~\"not\") (\"or\" or ~\"or\")"},
    {"-knife (pub)", "(knife or ~knife) (pub or ~pub)"},
    {"hit : her", "(hit or ~hit) (her or ~her)"},
    {"say \"hello", "(say or ~say) hello"},
    /* A field before an operator, or a ~: then it is an expression, and strictly so. */
    {"state:triage smith", "state:triage smith"},
    {"smith or ~jonson", "smith or ~jonson"},
    {"-~jonson", "-~jonson"},
    {"subject_name~smyth", "subject_name~smyth"},
    {"visits>=2", "visits>=2"},
};

START_TEST(words_are_sought_everywhere_and_a_field_makes_an_expression)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	struct expr_env env = rand_env(p, NULL);

	for (size_t i = 0; i < COUNT(meanings); i++) {
		struct buf b = buf_in(&a);
		const struct expr *x = NULL;
		struct err e = {0};
		if (!expr_search(&a, str_of(meanings[i][0]), &env, &x, &e))
			ck_abort_msg("%s: %s", meanings[i][0], e.text);
		expr_print(&b, x);
		ck_str_is(buf_str(&b), meanings[i][1]);
	}
	arena_clear(&a);
}
END_TEST

START_TEST(what_cannot_be_searched_for_is_said)
{
	static const char *const faults[][2] = {
	    {"...", "there is no word to search for"},
	    {"", "there is no word to search for"},
	    {"stat:triage", "unknown field 'stat' at column 1; did you mean 'state'?"},
	    {"state:\"tri", "the quote at column 7 is never closed"},
	    {"~jon smith or", "expected a condition, but the expression ends at column 14"},
	};
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	struct expr_env env = rand_env(p, NULL);

	for (size_t i = 0; i < COUNT(faults); i++) {
		const struct expr *x = NULL;
		struct err e = {0};
		ck_assert(!expr_search(&a, str_of(faults[i][0]), &env, &x, &e));
		ck_assert_str_eq(e.text, faults[i][1]);
	}
	arena_clear(&a);
}
END_TEST

START_TEST(a_search_says_what_it_looks_for)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	struct expr_env env = rand_env(p, NULL);
	const struct expr *x = NULL;
	struct err e = {0};

	ck_assert(expr_search(&a, STR("jonson \"hit her\""), &env, &x, &e));
	ck_str_is(explained(&a, x),
	    "(the record contains 'jonson' or a name like it) and the record contains 'hit "
	    "her'");
	arena_clear(&a);
}
END_TEST

Suite *suite_rules_search(void)
{
	const TTest *const tests[] = {
	    words_are_sought_everywhere_and_a_field_makes_an_expression,
	    what_cannot_be_searched_for_is_said,
	    a_search_says_what_it_looks_for,
	};

	return suite_of("rules/search", tests, COUNT(tests));
}
