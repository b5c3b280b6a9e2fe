/* SPDX-License-Identifier: MIT */
/* A name that is misspelt is found, and what was looked for is kept for the next time. */
#include <string.h>

#include "e2e/pty/scene.h"

Suite *suite_pty_find(void);

/* The first word of a title that is long enough to be misspelt, with two letters swapped. */
static bool misspell(char *title)
{
	char *word = strtok(title, " '-.");

	for (; word; word = strtok(NULL, " '-.")) {
		size_t n = strlen(word);
		bool plain = n >= 5 && n <= 20;
		for (size_t i = 0; i < n; i++)
			plain = plain && !((unsigned char)word[i] & 0x80);
		if (plain && word[2] != word[3]) {
			char c = word[2];
			word[2] = word[3];
			word[3] = c;
			memmove(title, word, n + 1);
			return true;
		}
	}
	return false;
}

/* A case with such a name: its reference, and the name as somebody might have heard it. */
static const char *misheard(struct scene *s, const char **ref)
{
	struct str rest = TOLD(s, "r01", "list", "--json"), line;
	struct json *j;
	struct err e;

	while (str_cut(&rest, '\n', &line)) {
		char *title;
		ck_assert(json_parse(&s->arena, line, &j, &e));
		title = (char *)arena_str(&s->arena, json_get_text(j, "title")).p;
		*ref = arena_str(&s->arena, json_get_text(j, "ref")).p;
		if (misspell(title))
			return title;
	}
	ck_abort_msg("no name can be misspelt");
	return NULL;
}

START_TEST(a_misspelt_name_is_found_opened_and_left_at_its_row)
{
	struct scene s = scene_open();
	const char *ref, *name = misheard(&s, &ref);
	struct pty *p = scene_desk(&s, "r01", NULL);
	struct str list;

	pty_expect(p, "What waits for me");
	pty_type(p, "/");
	pty_expect(p, "names (misspelt too)");
	pty_type(p, name);
	pty_expect(p, "or a name like it");
	pty_type(p, "\r");
	pty_expect(p, "Found in");
	pty_expect(p, "~");
	pty_expect(p, ref);
	pty_type(p, "G");
	scene_settle(p);
	list = scene_screen(&s, p);
	pty_type(p, "\r");
	pty_expect(p, "1 Case");
	pty_type(p, "q");
	scene_settle(p);
	scene_expect(p, list);
	pty_end(p);
}
END_TEST

START_TEST(a_list_is_kept_and_brought_back_another_day)
{
	struct scene s = scene_open();
	struct pty *p = scene_desk(&s, "r01", NULL);

	pty_expect(p, "What waits for me");
	pty_type(p, "l");
	pty_expect(p, "All cases");
	pty_type(p, "froute:right_to_ask\r");
	pty_expect(p, "Filter: Route is Right to Ask");
	pty_type(p, "V");
	pty_expect(p, "Name for this list");
	pty_type(p, "asked\r");
	pty_expect(p, "the view 'asked' is saved; v brings it back");
	pty_type(p, "Q");
	pty_end(p);
	p = scene_desk(&s, "r01", NULL);
	pty_expect(p, "What waits for me");
	pty_type(p, "l");
	pty_expect(p, "All cases");
	pty_type(p, "v");
	pty_expect(p, "Saved views");
	pty_expect(p, "mine");
	pty_type(p, "\r");
	pty_expect(p, "View: Route is Right to Ask");
	pty_type(p, ":view drop\r");
	pty_expect(p, "the view 'asked' is dropped");
	ck_assert_int_eq(SAID(&s, "r01", "view", "drop", "asked").status, 4);
	pty_end(p);
}
END_TEST

START_TEST(the_prompt_says_what_an_expression_means_and_where_it_is_wrong)
{
	struct scene s = scene_open();
	struct pty *p = scene_desk(&s, "r01", NULL);

	pty_expect(p, "What waits for me");
	pty_type(p, "l");
	pty_expect(p, "All cases");
	pty_type(p, "froute:right_to_ask recieved:2016");
	pty_expect(p, "unknown field 'recieved' at column 20; did you mean 'received'?");
	pty_expect(p, "^");
	pty_type(p, "\x15late:yes");
	pty_expect(p, "late is yes");
	pty_end(p);
}
END_TEST

Suite *suite_pty_find(void)
{
	Suite *s = suite_create("find");
	TCase *c = scene_case(s, "find");

	tcase_add_test(c, a_misspelt_name_is_found_opened_and_left_at_its_row);
	tcase_add_test(c, a_list_is_kept_and_brought_back_another_day);
	tcase_add_test(c, the_prompt_says_what_an_expression_means_and_where_it_is_wrong);
	return s;
}
