/* SPDX-License-Identifier: MIT */
/* Keys are written and read, looked up along the chain, counted, changed and shown. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "lookback/base/io.h"
#include "lookback/base/utf8.h"
#include "lookback/cmd/keymap.h"

Suite *suite_cmd_keymap(void);

static struct arena a;
static struct keymap m;
static struct err e;

static void set_up(void)
{
	a = (struct arena){0};
	e = (struct err){0};
	keymap_defaults(&a, &m);
}

static void tear_down(void)
{
	arena_clear(&a);
}

START_TEST(a_written_key_reads_back_as_the_key)
{
	char text[KEY_NAME_MAX];

	for (uint32_t k = 1; k <= K_F12; k = k == 0x2fff ? K_UP : k + 1) {
		struct str rest;
		uint32_t back = 0;
		if (k >= 0x1c && k < 0x20 && k != 0x1f)
			continue; /* no keyboard has a name for these */
		if (k < 0x110000 && k >= 0x20 && k != K_BACKSPACE && !key_is_text(k))
			continue;
		key_written(k, text);
		rest = str_of(text);
		ck_assert_msg(key_read(&rest, &back) && back == k && rest.n == 0,
		    "U+%04X is written %s", (unsigned)k, text);
	}
}
END_TEST

START_TEST(what_is_no_key_is_refused)
{
	static const char *const bad[] = {"", "<", "<>", "<C->", "<C-A>", "<F13>", "<F0>",
	    "<Foo>", "abcde", " ", "\033", "a b"};
	uint32_t keys[KEYS_MAX];

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ck_assert_msg(keys_read(str_of(bad[i]), keys) == 0, "'%s'", bad[i]);
}
END_TEST

static enum match type(
    enum context c, struct typed *t, uint32_t key, const char *want, int times)
{
	struct str command = {0};
	int count = -1;
	enum match found = keymap_type(&m, c, t, key, &command, &count);

	if (found == MATCH_FULL) {
		ck_assert_msg(str_is(command, want), "%.*s", STR_ARG(command));
		ck_assert_int_eq(count, times);
	}
	return found;
}

START_TEST(sequences_and_counts_wait_for_the_last_key)
{
	struct typed t = {0};
	struct str shown;

	ck_assert_int_eq(type(CTX_QUEUE, &t, 'g', "", 0), MATCH_MORE);
	typed_show(&a, &t, &shown);
	ck_assert(str_is(shown, "g"));
	ck_assert_int_eq(type(CTX_QUEUE, &t, 'g', "go first", 0), MATCH_FULL);
	ck_assert_int_eq(type(CTX_QUEUE, &t, '1', "", 0), MATCH_MORE);
	ck_assert_int_eq(type(CTX_QUEUE, &t, '0', "", 0), MATCH_MORE);
	ck_assert_int_eq(type(CTX_QUEUE, &t, 'j', "go down", 10), MATCH_FULL);
	ck_assert_int_eq(type(CTX_QUEUE, &t, 'g', "", 0), MATCH_MORE);
	ck_assert_int_eq(type(CTX_QUEUE, &t, 'x', "", 0), MATCH_NONE);
	ck_assert_int_eq(t.n, 0);
	ck_assert_int_eq(type(CTX_RECORD, &t, '2', "section 2", 0), MATCH_FULL);
	ck_assert_int_eq(type(CTX_LINE, &t, '2', "", 0), MATCH_NONE); /* text, no count */
}
END_TEST

START_TEST(the_nearest_context_decides)
{
	struct typed t = {0};

	ck_assert_int_eq(type(CTX_RECORD, &t, 'n', "next", 0), MATCH_FULL);
	ck_assert_int_eq(type(CTX_FORM, &t, 'n', "answer no", 0), MATCH_FULL);
	ck_assert_int_eq(type(CTX_PROMPT, &t, 'n', "", 0), MATCH_NONE);
	ck_assert_int_eq(type(CTX_PROMPT, &t, K_CTRL('z'), "lock", 0), MATCH_FULL);
}
END_TEST

START_TEST(keys_can_be_given_and_taken)
{
	struct typed t = {0};

	ck_assert(keymap_bind(&a, &m, CTX_QUEUE, STR("x"), STR("filter late:yes"), &e));
	ck_assert_int_eq(type(CTX_QUEUE, &t, 'x', "filter late:yes", 0), MATCH_FULL);
	ck_assert(keymap_bind(&a, &m, CTX_QUEUE, STR("x"), STR(""), &e));
	ck_assert_int_eq(type(CTX_QUEUE, &t, 'x', "", 0), MATCH_NONE);
	ck_assert(keymap_bind(&a, &m, CTX_ANY, STR("n"), STR(""), &e));
	ck_assert_uint_eq(keymap_keys(&a, &m, CTX_START, ACT_NEXT).n, 0);
	ck_assert(!keymap_bind(&a, &m, CTX_QUEUE, STR("x"), STR("no such thing"), &e));
	ck_assert(!keymap_bind(&a, &m, CTX_QUEUE, STR("<Nokey>"), STR("next"), &e));
	ck_assert_ptr_nonnull(strstr(e.text, "<Nokey>"));
}
END_TEST

START_TEST(hints_fit_into_any_width_and_only_lose_from_the_right)
{
	for (int c = CTX_NONE + 1; c < CTX_COUNT; c++) {
		struct hints all, some;
		keymap_hints(&a, &m, (enum context)c, 1000, &all);
		for (int cols = 0; cols < 120; cols++) {
			int used = 0;
			keymap_hints(&a, &m, (enum context)c, cols, &some);
			for (size_t i = 0; i < some.n; i++) {
				ck_assert_int_eq(some.v[i].act, all.v[i].act);
				used += (i ? 2 : 0) + utf8_columns(some.v[i].key) + 1 +
					(int)strlen(some.v[i].name);
			}
			ck_assert_int_le(used, cols);
		}
	}
}
END_TEST

/* The key that comes first is not one that only changes the screen: each has a word there. */
START_TEST(every_place_where_one_works_has_three_to_six_hints)
{
	for (int c = CTX_NONE + 1; c < CTX_COUNT; c++) {
		struct hints all, narrow;
		if (context_row((enum context)c)->about[0] == '\0' || c == CTX_LOCKED)
			continue;
		keymap_hints(&a, &m, (enum context)c, 1000, &all);
		keymap_hints(&a, &m, (enum context)c, 58, &narrow);
		ck_assert_msg(all.n >= 3 && all.n <= 6 && narrow.n >= 3, "%s: %zu, %zu",
		    context_row((enum context)c)->name, all.n, narrow.n);
	}
}
END_TEST

START_TEST(a_key_that_does_nothing_here_is_named_where_it_does)
{
	uint32_t f[] = {'f'}, none[] = {'Y'};
	struct str says;

	ck_assert(keymap_elsewhere(&a, &m, CTX_START, f, 1, &says));
	ck_assert_msg(
	    strncmp(says.p, "f does nothing here; it is 'filter' in List of cases", 52) == 0,
	    "%s", says.p);
	ck_assert(!keymap_elsewhere(&a, &m, CTX_START, none, 1, &says));
	ck_assert_str_eq(says.p, "Y does nothing here");
	ck_assert(keymap_bind(&a, &m, CTX_QUEUE, STR("f"), STR(""), &e));
	ck_assert(keymap_bind(&a, &m, CTX_QUEUE, STR("Y"), STR("filter"), &e));
	ck_assert(keymap_elsewhere(&a, &m, CTX_START, none, 1, &says)); /* live keys */
}
END_TEST

START_TEST(help_names_every_action_once)
{
	for (int c = CTX_NONE + 1; c < CTX_COUNT; c++) {
		struct help h;
		keymap_help(&a, &m, (enum context)c, &h);
		ck_assert_uint_eq(h.n, ACT_COUNT - 1);
		ck_assert_uint_gt(h.v[0].section.n, 0);
		for (size_t i = 0; i < h.n; i++)
			for (size_t k = i + 1; k < h.n; k++)
				ck_assert(!str_eq(h.v[i].usage, h.v[k].usage));
	}
}
END_TEST

/* The page in docs is what the table says; GENERATE=1 writes it anew. */
START_TEST(the_page_of_keys_is_current)
{
	static const char begin[] = "<!-- keys: begin -->\n", end[] = "<!-- keys: end -->";
	const char *generate = getenv("GENERATE");
	struct buf page = buf_in(&a), whole = buf_in(&a);
	struct str text;
	const char *from, *to;

	keymap_document(&a, &m, &page);
	ck_assert_msg(io_read(&a, "docs/KEYS.md", 1 << 20, &text, &e), "%s", e.text);
	from = strstr(text.p, begin);
	to = strstr(text.p, end);
	ck_assert_ptr_nonnull(from);
	ck_assert_ptr_nonnull(to);
	from += sizeof(begin) - 1;
	buf_put(&whole, (struct str){text.p, (size_t)(from - text.p)});
	buf_put(&whole, buf_str(&page));
	buf_put(&whole, (struct str){to, text.n - (size_t)(to - text.p)});
	if (generate && *generate)
		ck_assert_msg(io_write("docs/KEYS.md", buf_str(&whole), &e), "%s", e.text);
	else
		ck_assert_msg(str_eq(buf_str(&whole), text),
		    "docs/KEYS.md is old; 'make golden' writes it anew");
}
END_TEST

Suite *suite_cmd_keymap(void)
{
	Suite *s = suite_create("cmd keymap");
	TCase *t = tcase_create("keys");

	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_add_test(t, a_written_key_reads_back_as_the_key);
	tcase_add_test(t, what_is_no_key_is_refused);
	tcase_add_test(t, sequences_and_counts_wait_for_the_last_key);
	tcase_add_test(t, the_nearest_context_decides);
	tcase_add_test(t, keys_can_be_given_and_taken);
	tcase_add_test(t, hints_fit_into_any_width_and_only_lose_from_the_right);
	tcase_add_test(t, every_place_where_one_works_has_three_to_six_hints);
	tcase_add_test(t, a_key_that_does_nothing_here_is_named_where_it_does);
	tcase_add_test(t, help_names_every_action_once);
	tcase_add_test(t, the_page_of_keys_is_current);
	suite_add_tcase(s, t);
	return s;
}
