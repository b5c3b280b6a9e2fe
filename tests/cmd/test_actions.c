/* SPDX-License-Identifier: MIT */
/* The table of actions keeps its own rules. */
#include <check.h>
#include <ctype.h>
#include <string.h>

#include "lookback/base/utf8.h"
#include "lookback/cmd/keymap.h"

Suite *suite_cmd_actions(void);

START_TEST(every_name_is_given_once)
{
	for (int a = ACT_NONE + 1; a < ACT_COUNT; a++)
		for (int b = a + 1; b < ACT_COUNT; b++)
			ck_assert_str_ne(
			    action_row((enum action)a)->name, action_row((enum action)b)->name);
}
END_TEST

START_TEST(sentences_fit_and_are_written_alike)
{
	for (int a = ACT_NONE + 1; a < ACT_COUNT; a++) {
		const struct action_row *r = action_row((enum action)a);
		size_t n = strlen(r->says);
		ck_assert_msg(utf8_columns(str_of(r->says)) <= 44, "%s: too wide", r->says);
		ck_assert_msg(isupper((unsigned char)r->says[0]), "%s: no capital", r->says);
		ck_assert_msg(r->says[n - 1] != '.', "%s: full stop", r->says);
		ck_assert_msg(str_trim(str_of(r->name)).n == strlen(r->name), "'%s'", r->name);
		for (const char *c = r->name; *c; c++)
			ck_assert_msg(islower((unsigned char)*c) || *c == ' ' || *c == '-',
			    "name '%s'", r->name);
	}
}
END_TEST

START_TEST(every_chain_of_contexts_ends)
{
	for (int c = CTX_NONE + 1; c < CTX_COUNT; c++) {
		ck_assert_msg(context_reaches((enum context)c, CTX_ALWAYS), "%s",
		    context_row((enum context)c)->name);
		ck_assert_int_eq(
		    context_find(str_of(context_row((enum context)c)->name)), (enum context)c);
	}
}
END_TEST

/* Keys that a nearer context takes over on purpose; all others may be taken once. */
static const struct {
	enum context nearer;
	const char *keys;
} taken_over[] = {
    {CTX_FORM, "n"},       /* the answer no, instead of the next case */
    {CTX_FORM, "<Enter>"}, /* writes, instead of opening */
    {CTX_PICK, "<Enter>"}, {CTX_AREA, "<Enter>"},
    {CTX_TEXT, "/"},   /* finds in the text, instead of in all cases */
    {CTX_RECORD, "/"}, /* in the case */
    {CTX_PROMPT, "<Up>"}, {CTX_PROMPT, "<C-p>"}, /* earlier lines: it has one row */
    {CTX_PROMPT, "<Down>"}, {CTX_PROMPT, "<C-n>"}, {CTX_PALETTE, "<Up>"},
    {CTX_PALETTE, "<C-p>"}, {CTX_PALETTE, "<Down>"}, {CTX_PALETTE, "<C-n>"},
    {CTX_SOURCE, "n"}, /* from mark to mark, instead of case to case */
    {CTX_SOURCE, "N"}, /* and back, instead of a note */
};

static bool on_purpose(enum context nearer, const uint32_t *keys, int n)
{
	uint32_t read[KEYS_MAX];

	for (size_t i = 0; i < sizeof(taken_over) / sizeof(taken_over[0]); i++)
		if (taken_over[i].nearer == nearer &&
		    keys_read(str_of(taken_over[i].keys), read) == n &&
		    memcmp(read, keys, (size_t)n * sizeof(*keys)) == 0)
			return true;
	return false;
}

START_TEST(no_key_means_two_things_in_a_chain)
{
	struct arena a = {0};
	struct keymap m;

	keymap_defaults(&a, &m);
	for (size_t i = 0; i < m.n; i++)
		for (size_t k = 0; k < m.n; k++) {
			const struct binding *p = &m.v[i], *q = &m.v[k];
			int n = p->n < q->n ? p->n : q->n;
			if (i == k || !context_reaches(p->where, q->where) ||
			    memcmp(p->keys, q->keys, (size_t)n * sizeof(*p->keys)) != 0)
				continue;
			ck_assert_msg(on_purpose(p->where, p->keys, p->n),
			    "'%.*s' and '%.*s' have the same keys", STR_ARG(p->command),
			    STR_ARG(q->command));
		}
	arena_clear(&a);
}
END_TEST

START_TEST(every_default_key_runs_its_own_action)
{
	struct arena a = {0};
	struct keymap m;

	keymap_defaults(&a, &m);
	for (size_t i = 0; i < m.n; i++) {
		struct command c;
		struct err e = {0};
		struct str found;
		ck_assert_msg(command_read(m.v[i].command, m.v[i].where, &c, &e), "%s", e.text);
		ck_assert_int_eq(c.action, m.v[i].act);
		ck_assert_int_eq(
		    keymap_find(&m, m.v[i].where, m.v[i].keys, m.v[i].n, &found), MATCH_FULL);
		ck_assert(str_eq(found, m.v[i].command));
	}
	arena_clear(&a);
}
END_TEST

START_TEST(every_action_that_writes_is_closed_with_a_reason_when_only_to_read)
{
	int closed = 0;

	for (int a = ACT_NONE + 1; a < ACT_COUNT; a++) {
		bool writes = action_row((enum action)a)->flags & ACTION_WRITES;
		struct err e = {0};
		ck_assert(action_open((enum action)a, false, STR(""), &e));
		ck_assert_int_eq(action_open((enum action)a, true, STR(""), &e), !writes);
		closed += writes;
		if (!writes)
			continue;
		ck_assert_int_eq(e.kind, ERR_REFUSED);
		ck_assert_ptr_nonnull(strstr(e.text, action_row((enum action)a)->name));
		ck_assert_ptr_nonnull(strstr(e.text, "read only"));
		ck_assert(!action_open((enum action)a, true, STR("broken"), &e));
		ck_assert_int_eq(e.kind, ERR_CORRUPT);
	}
	ck_assert_int_gt(closed, 10);
}
END_TEST

Suite *suite_cmd_actions(void)
{
	Suite *s = suite_create("cmd actions");
	TCase *t = tcase_create("table");

	tcase_add_test(t, every_name_is_given_once);
	tcase_add_test(t, sentences_fit_and_are_written_alike);
	tcase_add_test(t, every_chain_of_contexts_ends);
	tcase_add_test(t, no_key_means_two_things_in_a_chain);
	tcase_add_test(t, every_default_key_runs_its_own_action);
	tcase_add_test(t, every_action_that_writes_is_closed_with_a_reason_when_only_to_read);
	suite_add_tcase(s, t);
	return s;
}
