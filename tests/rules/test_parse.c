/* SPDX-License-Identifier: MIT */
/* What is understood, in its canonical spelling; and what is said of everything else. */
#include <stdio.h>
#include <string.h>

#include "help.h"
#include "support/randexpr.h"
#include "support/toypack.h"

Suite *suite_rules_parse(void);

struct pair {
	const char *text, *want;
};

/* The moment is 2026-07-01 in London, the person is asmith. */
static const struct pair spellings[] = {
    {"", ""},
    {" \n ", ""},
    {"state:triage", "state:triage"},
    {"state = triage", "state:triage"},
    {"state:Triage", "state:triage"},
    {"state:\"sign-off\"", "state:reviewed"},
    {"state:(triage,review)", "state:(triage, review)"},
    {"state!=triage", "-state:triage"},
    {"state!=none", "has:state"},
    {"holder:none", "-has:holder"},
    {"holder:me", "holder:asmith"},
    {"holder:\"me\"", "holder:\"me\""},
    {"holder:(me, none)", "holder:asmith or -has:holder"},
    {"not holder:me or state:review", "-holder:asmith or state:review"},
    {"not (holder:me or state:review)", "not (holder:asmith or state:review)"},
    {"- - has:flag", "--has:flag"},
    {"has:(flag, holder)", "has:flag or has:holder"},
    {"has:note", "notes>=1"},
    {"has:notes", "notes>=1"},
    {"notes:none", "-notes>=1"},
    {"band>=amber", "band>=amber"},
    {"band>amber", "band>=red"},
    {"band<amber", "band<=green"},
    {"band:green..amber", "band:green..amber"},
    {"severity>low", "severity>=medium"},
    {"severity:not_recorded", "severity:not_recorded"},
    {"rank>5", "rank>=6"},
    {"rank < -5", "rank<=-6"},
    {"rank:-5..-3", "rank:-5..-3"},
    {"rank:-5", "rank:-5"},
    {"rank:(-5,-3)", "rank:(-5, -3)"},
    {"visits!=3", "-visits:3"},
    {"received:2016", "received:2016-01-01..2016-12-31"},
    {"received:2016..2018", "received:2016-01-01..2018-12-31"},
    {"received:2016-02", "received:2016-02-01..2016-02-29"},
    {"received:2016-12..", "received>=2016-12-01"},
    {"received:..2016-12", "received<=2016-12-31"},
    {"received>2016", "received>=2017-01-01"},
    {"received<2016", "received<=2015-12-31"},
    {"received<=2016", "received<=2016-12-31"},
    {"received:2016-03-05", "received:2016-03-05"},
    {"received:3/4/17", "received:2017-04-03"},
    {"received:\"3 apr 2017\"", "received:2017-04-03"},
    {"received:(2016-01-01, 2017, 2018-01-01)",
	"received:(2016-01-01, 2018-01-01) or received:2017-01-01..2017-12-31"},
    {"received:2016.. state:review", "received>=2016-01-01 state:review"},
    {"received:2016.. -state:review", "received>=2016-01-01 -state:review"},
    {"due<2026-12-01", "due<=2026-11-30"},
    {"due:today", "due:2026-07-01"},
    {"opened>=-3d", "opened>=2026-06-28"},
    {"wake:today..+2w", "wake:2026-07-01..2026-07-15"},
    {"~jonson", "~jonson"},
    {"~ \"Jon Smyth\"", "~\"Jon Smyth\""},
    {"subject_name~smyth", "subject_name~smyth"},
    {"smith ~jonson or -~lee", "smith ~jonson or -~lee"},
    {"\"a~b\" (~zoe)", "\"a~b\" ~zoe"},
    {"subject_name:Müller", "subject_name:muller"},
    {"subject_name:mül*", "subject_name:mul*"},
    {"subject_name:\"mül*\"", "subject_name:mul*"},
    {"subject_name:\"mül\"*", "subject_name:mul*"},
    {"subject_name:\"mül\\*\"", "subject_name:\"mul\\*\""},
    {"subject_name:\"a \\\"b\\\" \\\\\"", "subject_name:\"a \\\"b\\\" \\\\\""},
    {"subject_name:or", "subject_name:\"or\""},
    {"subject_name:(x, y*, none)", "subject_name:x or subject_name:y* or -has:subject_name"},
    {"handler:pc1234", "handler:pc1234"},
    {"checks:pnc", "checks:pnc"},
    {"checks:(pnc, not_checked)", "checks:(pnc, not_checked)"},
    {"narrative:knife", "narrative:knife"},
    {"narrative:\"hit her\"", "narrative:\"hit her\""},
    {"narrative:\"strang*\"", "narrative:strang*"},
    {"narrative:(a, b)", "narrative:a or narrative:b"},
    {"narrative!=knife", "-narrative:knife"},
    {"knife", "knife"},
    {"knife strang*", "knife strang*"},
    {"\"and\" \"or else\"", "\"and\" \"or else\""},
    {"TOY-00001", "TOY-00001"},
    {"-knife", "-knife"},
    {"-\"-knife\"", "-\"-knife\""},
    {"e-mail!", "\"e-mail!\""},
    {"a and b or c and d", "a b or c d"},
    {"a AND b Or c", "a b or c"},
    {"a (b or c)", "a (b or c)"},
    {"a (b c)", "a b c"},
    {"a or (b or c)", "a or b or c"},
    {"(a or b) or c", "a or b or c"},
    {"((a))", "a"},
    {"later:yes has:later_on", "later:yes has:later_on"},
    {"sure>=fair", "sure>=fair"},
};

START_TEST(every_spelling_has_one_canonical_form)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);

	for (size_t i = 0; i < COUNT(spellings); i++) {
		const struct expr *x = tree(&a, p, &p->types.v[0], spellings[i].text);
		struct str text = printed(&a, x);
		if (!str_is(text, spellings[i].want))
			ck_abort_msg("%s: printed %.*s, not %s", spellings[i].text,
			    STR_ARG(text), spellings[i].want);
		holds(same_tree(x, tree(&a, p, &p->types.v[0], arena_str(&a, text).p)));
	}
	arena_clear(&a);
}
END_TEST

static const struct pair errors[] = {
    {"abcreciever:2016", "unknown field 'abcreciever' at column 1"},
    {"a (reciever:2016)", "unknown field 'reciever' at column 4; did you mean 'received'?"},
    {"é reciever:2016", "unknown field 'reciever' at column 3; did you mean 'received'?"},
    {"has:resived", "unknown field 'resived' at column 5; did you mean 'received'?"},
    {"zzz:1", "unknown field 'zzz' at column 1"},
    {"state:tirage",
	"'tirage' at column 7 is not a value of 'state'; expected triage, review, research, "
	"reviewed, closed, waiting, answered, todo or 7 more; did you mean 'triage'?"},
    {"band:(red, bleu)",
	"'bleu' at column 12 is not a value of 'band'; expected green, amber or red"},
    {"severity:not_chekced", "'not_chekced' at column 10 is not a value of 'severity'; "
			     "expected low, medium, high or "
			     "not_recorded"},
    {"route:not_recorded",
	"'not_recorded' at column 7 is not a value of 'route'; expected post, phone or web"},
    {"visits:many", "'many' at column 8 is not a whole number"},
    {"received:2016-13",
	"'2016-13' at column 10 is not a date; expected 2016, 2016-03, 2016-03-05, today or "
	"-3d"},
    {"received>=soon",
	"'soon' at column 11 is not a date; expected 2016, 2016-03, 2016-03-05, today or -3d"},
    {"route<post", "'route' at column 1 has no order; expected route:value"},
    {"subject_name:a..b",
	"'subject_name' at column 1 has no order; expected subject_name:value"},
    {"narrative>x", "'narrative' at column 1 has no order; expected narrative:value"},
    {"severity>not_recorded", "'not_recorded' at column 10 has no place in an order"},
    {"visits:none..5", "'none' at column 8 has no place in an order"},
    {"received<none", "'none' at column 10 has no place in an order"},
    {"rank>5*", "'5*' at column 6 has no place in an order"},
    {"band<green", "nothing is below 'green' at column 6"},
    {"band>red", "nothing is above 'red' at column 6"},
    {"rank>9223372036854775807", "nothing is above '9223372036854775807' at column 6"},
    {"received>9999", "nothing is above '9999' at column 10"},
    {"received<0001", "nothing is below '0001' at column 10"},
    {"received:2018..2016",
	"the range at column 10 runs backwards; expected the smaller value first"},
    {"band:red..green",
	"the range at column 6 runs backwards; expected the smaller value first"},
    {"received:2016*", "only text can be asked for its beginning with *, and 'received' is of "
		       "type date, at column "
		       "10"},
    {"visits:1*", "only text can be asked for its beginning with *, and 'visits' is of type "
		  "integer, at column "
		  "8"},
    {"subject_name:*",
	"nothing stands before the * at column 14; expected the beginning of a text, or "
	"has:subject_name"},
    {"subject_name:\"\"",
	"there is nothing to compare with at column 14; expected a text, or none"},
    {"narrative:\"--\"", "there is no letter or digit to search for at column 11"},
    {"\"\"", "there is no letter or digit to search for at column 1"},
    {"*", "there is no letter or digit to search for at column 1"},
    {"has>flag", "'has' at column 1 takes names; expected has:name"},
    {"has:flag..", "'has' at column 1 takes names; expected has:name"},
    {"state:", "expected a value, but the expression ends at column 7"},
    {"state:)", "expected a value, found ')' at column 7"},
    {"state:(triage", "expected ',' or ')' in the list of values, but the expression ends at "
		      "column 14"},
    {"state:(triage review)",
	"expected ',' or ')' in the list of values, found 'review' at column 15"},
    {"state:(triage,)", "expected a value, found ')' at column 15"},
    {"state:(-triage)",
	"'-triage' at column 8 is not a value of 'state'; expected triage, review, research, "
	"reviewed, closed, waiting, answered, todo or 7 more; did you mean 'triage'?"},
    {"state:()", "expected a value, found ')' at column 8"},
    {"received:..", "expected a value, but the expression ends at column 12"},
    {"(a", "the bracket at column 1 is never closed"},
    {"a (b (c)", "the bracket at column 3 is never closed"},
    {"a)", "the ')' at column 2 closes nothing"},
    {"()", "expected a condition, found ')' at column 2"},
    {"~", "expected a value, but the expression ends at column 2"},
    {"a ~(b)", "expected a value, found '(' at column 4"},
    {"~...", "expected a value, found '..' at column 2"},
    {"~-", "there is no letter or digit to search for at column 2"},
    {"~jon*", "a word cannot both go on with * and be like another, at column 2"},
    {"visits~3", "only a name or another line can be like something, and 'visits' is of type "
		 "integer, at column 8"},
    {"~\"a b c d e f g h i\"", "there are more than 8 words to be like at column 2"},
    {"a or", "expected a condition, but the expression ends at column 5"},
    {"or a", "expected a condition, found 'or' at column 1"},
    {"a and and b", "expected a condition, found 'and' at column 7"},
    {"not", "expected a condition, but the expression ends at column 4"},
    {"a, b", "expected a condition, found ',' at column 2"},
    {"(a, b)", "expected a condition or ')', found ',' at column 3"},
    {"received:2016 ..2018", "expected a condition, found '..' at column 15"},
    {":a", "expected a condition, found ':' at column 1"},
    {"\"state\":triage", "expected a condition, found ':' at column 8"},
    {"say \"hello", "the quote at column 5 is never closed"},
    {"say \"hello\\\"", "the quote at column 5 is never closed"},
};

static void refuse(
    struct arena *a, const struct expr_env *env, const char *text, const char *want)
{
	const struct expr *x = NULL;
	struct err e = {0};
	const char *col = strstr(want, "at column ");
	int n = 0;

	if (expr_parse(a, str_of(text), env, &x, &e))
		ck_abort_msg("%s: was understood", text);
	if (strcmp(e.text, want) != 0)
		ck_abort_msg("%s: said \"%s\", not \"%s\"", text, e.text, want);
	holds(e.kind == ERR_INPUT && e.line == 1 && x == NULL);
	if (col && sscanf(col, "at column %d", &n) == 1)
		holds(e.col == n);
}

START_TEST(every_error_says_what_where_and_what_is_near)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	struct expr_env env = rand_env(p, &p->types.v[0]);

	for (size_t i = 0; i < COUNT(errors); i++)
		refuse(&a, &env, errors[i].text, errors[i].want);
	arena_clear(&a);
}
END_TEST

START_TEST(a_pack_keeps_no_expression_of_a_moment_or_a_person)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	struct expr_env env = {.pack = p, .now = NO_TIME};

	refuse(&a, &env, "due<today",
	    "'today' at column 5 moves with the days and cannot be kept in a pack");
	refuse(&a, &env, "received:-3d..2030",
	    "'-3d' at column 10 moves with the days and cannot be kept in a pack");
	refuse(&a, &env, "holder:me", "'me' at column 8 is nobody in an expression of a pack");
	arena_clear(&a);
}
END_TEST

START_TEST(without_a_type_the_names_of_all_types_are_known)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	struct expr_env env = rand_env(p, &p->types.v[0]);

	ck_str_is(printed(&a, tree(&a, p, NULL, "topic:delay or severity:high")),
	    "topic:delay or severity:high");
	refuse(&a, &env, "topic:delay", "unknown field 'topic' at column 1");
	env.type = NULL;
	refuse(&a, &env, "topik:delay",
	    "unknown field 'topik' at column 1; did you mean 'topic'?");
	arena_clear(&a);
}
END_TEST

static struct str repeated(struct arena *a, const char *part, size_t n, const char *end)
{
	struct buf b = buf_in(a);

	for (size_t i = 0; i < n; i++)
		buf_puts(&b, part);
	buf_puts(&b, end);
	return buf_str(&b);
}

/* a (b or a (b or ... a)) */
static const char *nested(struct arena *a, int levels)
{
	struct buf b = buf_in(a);

	for (int i = 0; i < levels; i++)
		buf_puts(&b, "a (b or ");
	buf_char(&b, 'a');
	for (int i = 0; i < levels; i++)
		buf_char(&b, ')');
	return buf_str(&b).p;
}

START_TEST(size_is_limited_before_it_harms)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	struct expr_env env = rand_env(p, NULL);

	tree(&a, p, NULL, repeated(&a, "-", EXPR_HEIGHT_MAX, "a").p);
	refuse(&a, &env, repeated(&a, "-", EXPR_HEIGHT_MAX + 1, "a").p,
	    "the expression nests conditions more than 16 deep");
	refuse(&a, &env, repeated(&a, "-", EXPR_DEPTH_MAX + 1, "a").p,
	    "brackets and negations are nested more than 64 deep at column 65");
	refuse(&a, &env, repeated(&a, "(", 2000, "").p,
	    "brackets and negations are nested more than 64 deep at column 65");
	refuse(&a, &env, repeated(&a, "-", EXPR_HEIGHT_MAX, "holder:none").p,
	    "the expression nests conditions more than 16 deep");
	refuse(&a, &env, nested(&a, EXPR_HEIGHT_MAX / 2 + 1),
	    "the expression nests conditions more than 16 deep");
	tree(&a, p, NULL, nested(&a, EXPR_HEIGHT_MAX / 2));
	tree(&a, p, NULL, repeated(&a, "a ", EXPR_TERMS_MAX, "").p);
	refuse(&a, &env, repeated(&a, "a ", EXPR_TERMS_MAX + 1, "").p,
	    "the expression has more than 256 conditions at column 513");
	tree(&a, p, NULL, repeated(&a, "a", EXPR_BYTES_MAX, "").p);
	refuse(&a, &env, repeated(&a, "a", EXPR_BYTES_MAX + 1, "").p,
	    "the expression has 4097 bytes; expected at most 4096");
	refuse(&a, &env, repeated(&a, "due:2016 ", 155, "").p,
	    "the expression has 4184 bytes when written out; expected at most 4096");
	arena_clear(&a);
}
END_TEST

START_TEST(text_that_is_no_text_is_refused)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	struct expr_env env = rand_env(p, NULL);
	const struct expr *x;
	struct err e = {0};

	ck_assert(!expr_parse(&a, STR("a\xff"), &env, &x, &e));
	ck_assert_ptr_nonnull(strstr(e.text, "the expression cannot be read: "));
	ck_assert(!expr_parse(&a, STR("a\x1b[31m"), &env, &x, &e));
	ck_assert_ptr_nonnull(strstr(e.text, "the expression cannot be read: "));
	arena_clear(&a);
}
END_TEST

START_TEST(a_tree_does_not_point_into_the_text_it_came_from)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	struct expr_env env = rand_env(p, NULL);
	char text[] = "knife band:red narrative:\"x y\"";
	const struct expr *x;
	struct err e = {0};

	ck_assert(expr_parse(&a, str_of(text), &env, &x, &e));
	memset(text, '#', sizeof(text));
	ck_str_is(printed(&a, x), "knife band:red narrative:\"x y\"");
	arena_clear(&a);
}
END_TEST

START_TEST(the_attributes_read_are_named_once)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	struct strs names = {0};

	expr_attrs(
	    &a, tree(&a, p, NULL, "late:yes (band:red or -visits>3) band:green knife"), &names);
	ck_assert_uint_eq(names.n, 3);
	ck_assert(str_has(names, STR("late")));
	ck_assert(str_has(names, STR("band")));
	ck_assert(str_has(names, STR("visits")));
	arena_clear(&a);
}
END_TEST

Suite *suite_rules_parse(void)
{
	const TTest *const tests[] = {
	    every_spelling_has_one_canonical_form,
	    every_error_says_what_where_and_what_is_near,
	    a_pack_keeps_no_expression_of_a_moment_or_a_person,
	    without_a_type_the_names_of_all_types_are_known,
	    size_is_limited_before_it_harms,
	    text_that_is_no_text_is_refused,
	    a_tree_does_not_point_into_the_text_it_came_from,
	    the_attributes_read_are_named_once,
	};

	return suite_of("rules/parse", tests, COUNT(tests));
}
