/* SPDX-License-Identifier: MIT */
/* Command text is read, shortened, completed and found by its letters. */
#include <check.h>
#include <string.h>

#include "lookback/cmd/cmd.h"

Suite *suite_cmd_command(void);

static struct err e;

static enum action reads(const char *text, enum context from, struct str *arg)
{
	struct command c = {0};

	e = (struct err){0};
	if (!command_read(str_of(text), from, &c, &e))
		return ACT_NONE;
	if (arg)
		*arg = c.arg;
	return c.action;
}

START_TEST(every_name_reads_as_its_action_where_it_belongs)
{
	for (int a = ACT_NONE + 1; a < ACT_COUNT; a++) {
		const struct action_row *r = action_row((enum action)a);
		ck_assert_int_eq(reads(r->name, r->where, NULL), a);
	}
}
END_TEST

START_TEST(what_follows_the_name_is_the_argument)
{
	struct str arg;

	ck_assert_int_eq(reads("  list   band:red  late:yes ", CTX_START, &arg), ACT_LIST);
	ck_assert(str_is(arg, "band:red  late:yes"));
	ck_assert_int_eq(reads("defer +3d waiting for the file", CTX_RECORD, &arg), ACT_DEFER);
	ck_assert(str_is(arg, "+3d waiting for the file"));
	ck_assert_int_eq(reads("section next", CTX_RECORD, &arg), ACT_SECTION_NEXT);
	ck_assert_int_eq(reads("section 3", CTX_RECORD, &arg), ACT_SECTION);
	ck_assert(str_is(arg, "3"));
	ck_assert_int_eq(reads("answer yes", CTX_FORM, &arg), ACT_ANSWER_YES);
	ck_assert_int_eq(reads("answer 3 apr 2017", CTX_FORM, &arg), ACT_ANSWER);
	ck_assert(str_is(arg, "3 apr 2017"));
}
END_TEST

START_TEST(a_name_may_be_shortened_while_it_is_one)
{
	ck_assert_int_eq(reads("filt band:red", CTX_QUEUE, NULL), ACT_FILTER);
	ck_assert_int_eq(reads("ver", CTX_START, NULL), ACT_VERIFY);
	ck_assert_int_eq(reads("ver x", CTX_START, NULL), ACT_NONE);
	ck_assert_int_eq(reads("rel", CTX_RECORD, NULL), ACT_NONE); /* reload, release */
	ck_assert_int_eq(reads("note such", CTX_RECORD, NULL), ACT_NOTE);
	ck_assert_int_eq(reads("not such", CTX_RECORD, NULL), ACT_NONE); /* it writes */
}
END_TEST

START_TEST(errors_say_what_may_have_been_meant)
{
	ck_assert_int_eq(reads("serach x", CTX_START, NULL), ACT_NONE);
	ck_assert_ptr_nonnull(strstr(e.text, "search"));
	ck_assert_int_eq(e.kind, ERR_USAGE);
	ck_assert_int_eq(reads("filter x", CTX_START, NULL), ACT_NONE);
	ck_assert_ptr_nonnull(strstr(e.text, "no meaning on this screen"));
	ck_assert_int_eq(reads("close now", CTX_START, NULL), ACT_NONE);
	ck_assert_ptr_nonnull(strstr(e.text, "takes no argument"));
	ck_assert_int_eq(reads("   ", CTX_START, NULL), ACT_NONE);
}
END_TEST

static void offer(void *ctx, struct arena *a, enum argument arg, struct strs *out)
{
	(void)ctx;
	if (arg == ARG_ORDER) {
		*arena_push(a, out) = STR("rank");
		*arena_push(a, out) = STR("received");
		*arena_push(a, out) = STR("ref");
	}
	if (arg == ARG_EXPR)
		*arena_push(a, out) = STR("band:");
}

static struct completion complete(struct arena *a, const char *text)
{
	struct completion c;

	command_complete(a, str_of(text), CTX_QUEUE, offer, NULL, &c);
	return c;
}

START_TEST(completion_gives_names_then_values)
{
	struct arena a = {0};
	struct completion c = complete(&a, "ord");

	ck_assert_uint_eq(c.with.n, 1);
	ck_assert(str_is(c.with.v[0], "order"));
	c = complete(&a, "order re");
	ck_assert_uint_eq(c.with.n, 2);
	ck_assert_uint_eq(c.from, 6);
	ck_assert(str_is(c.with.v[0], "received"));
	c = complete(&a, "list late:yes (ba");
	ck_assert_uint_eq(c.with.n, 1);
	ck_assert_uint_eq(c.from, strlen("list late:yes ("));
	c = complete(&a, "nothing like this");
	ck_assert_uint_eq(c.with.n, 0);
	arena_clear(&a);
}
END_TEST

/* Whatever is offered begins with what is written and reads as a command. */
START_TEST(completed_names_are_commands)
{
	struct arena a = {0};

	for (char ch = 'a'; ch <= 'z'; ch++) {
		char text[2] = {ch, '\0'};
		struct completion c = complete(&a, text);
		for (size_t i = 0; i < c.with.n; i++) {
			ck_assert(c.with.v[i].p[0] == ch);
			ck_assert_int_ne(reads(c.with.v[i].p, CTX_QUEUE, NULL), ACT_NONE);
		}
	}
	arena_clear(&a);
}
END_TEST

START_TEST(letters_in_order_find_a_command)
{
	ck_assert_int_gt(command_fuzzy(STR("ord"), ACT_ORDER), 0);
	ck_assert_int_gt(command_fuzzy(STR("gpd"), ACT_GO_PAGE_DOWN), 0);
	ck_assert_int_eq(command_fuzzy(STR("zzz"), ACT_ORDER), 0);
	ck_assert_int_gt(
	    command_fuzzy(STR("note"), ACT_NOTE), command_fuzzy(STR("note"), ACT_HELP));
}
END_TEST

Suite *suite_cmd_command(void)
{
	Suite *s = suite_create("cmd command");
	TCase *t = tcase_create("text");

	tcase_add_test(t, every_name_reads_as_its_action_where_it_belongs);
	tcase_add_test(t, what_follows_the_name_is_the_argument);
	tcase_add_test(t, a_name_may_be_shortened_while_it_is_one);
	tcase_add_test(t, errors_say_what_may_have_been_meant);
	tcase_add_test(t, completion_gives_names_then_values);
	tcase_add_test(t, completed_names_are_commands);
	tcase_add_test(t, letters_in_order_find_a_command);
	suite_add_tcase(s, t);
	return s;
}
