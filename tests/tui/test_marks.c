/* SPDX-License-Identifier: MIT */
/* Marked words: the same words as a search finds, and no others. */
#include <check.h>
#include <string.h>

#include "lookback/base/hash.h"
#include "lookback/base/words.h"
#include "tui/marks.h"

Suite *suite_tui_marks(void);

static struct arena a;

static void tear_down(void)
{
	arena_clear(&a);
}

static struct marks find(const char *text, const char *phrase)
{
	struct strs list = {0};
	struct phrases p;
	struct marks m = {0};

	*arena_push(&a, &list) = str_of(phrase);
	p = phrases_read(&a, list);
	marks_find(&a, str_of(text), &p, ROLE_MATCH, &m);
	return m;
}

static const struct {
	const char *text, *phrase, *first;
	size_t n;
} rows[] = {
    {"He had a knife.", "knife", "knife", 1},
    {"Knife, KNIFE, knifes", "knife", "Knife", 2},
    {"strangled; strangulation", "strang*", "strangled", 2},
    {"he threw a chair at", "threw a chair", "threw a chair", 1},
    {"he threw a\nchair at", "threw a chair", "threw a\nchair", 1},
    {"he threw a table", "threw a chair", "", 0},
    {"lost his tempers", "his temper*", "his tempers", 1},
    {"his temper", "hi* temper", "", 0}, /* only the last word may go on */
    {"Zoë and ZOE", "zoe", "Zoë", 2},
    {"", "x", "", 0},
    {"x", "", "", 0},
    {"x", "*", "", 0},
};

START_TEST(phrases_stand_where_a_reader_sees_them)
{
	struct marks m = find(rows[_i].text, rows[_i].phrase);

	ck_assert_uint_eq(m.n, rows[_i].n);
	if (m.n)
		ck_assert(str_is((struct str){m.v[0].from, (size_t)(m.v[0].to - m.v[0].from)},
		    rows[_i].first));
}
END_TEST

/* The oracle: a text has a mark if and only if a search in memory finds the phrase. */
START_TEST(what_a_search_finds_is_marked)
{
	static const char *const parts[] = {
	    "ab", "abc", "b", "é", "e", " ", " ", ", ", "-", "\xcc\x81", "\xe2\x80\x8b", "王"};
	struct dice d = dice_seed((uint64_t)_i);

	for (int n = 0; n < 200; n++) {
		struct buf text = buf_in(&a), phrase = buf_in(&a);
		bool prefix = dice_below(&d, 2);
		for (uint64_t k = dice_below(&d, 12); k > 0; k--)
			buf_puts(&text, parts[dice_below(&d, 12)]);
		for (uint64_t k = 1 + dice_below(&d, 3); k > 0; k--)
			buf_puts(&phrase, parts[dice_below(&d, 12)]);
		if (words_match((struct str){0}, buf_str(&phrase), false))
			continue; /* no word in it */
		if (prefix)
			buf_char(&phrase, '*');
		ck_assert_msg(words_match(buf_str(&text), buf_str(&phrase), prefix) ==
				  (find(buf_str(&text).p, buf_str(&phrase).p).n > 0),
		    "'%s' in '%s'", buf_str(&phrase).p, buf_str(&text).p);
	}
}
END_TEST

static const struct {
	const char *typed, *phrases;
} typed[] = {
    {"knife strang*", "knife|strang*"},
    {"\"threw a chair\" knife", "threw a chair|knife"},
    {"state:triage band>=amber received:2016..2018 narrative:\"threw a chair\"",
	"threw a chair"},
    {"-knife not chair or table", "table"},
    {"late:yes (band:red or -has:holder)", ""},
    {"narrative:strang* subject_name:smith", "strang*|smith"},
    {"\"unclosed", "unclosed"},
    {"", ""},
    {"   ", ""},
    {"::: -- \"\" :", ""},
};

START_TEST(only_what_stands_in_texts_is_taken_from_an_expression)
{
	struct strs out = {0};
	struct buf b = buf_in(&a);

	marks_phrases(&a, str_of(typed[_i].typed), &out);
	for (size_t i = 0; i < out.n; i++)
		buf_printf(&b, "%s%.*s", i ? "|" : "", STR_ARG(out.v[i]));
	ck_assert_str_eq(buf_str(&b).p ? buf_str(&b).p : "", typed[_i].phrases);
}
END_TEST

Suite *suite_tui_marks(void)
{
	Suite *s = suite_create("tui marks");
	TCase *t = tcase_create("words");

	tcase_add_checked_fixture(t, NULL, tear_down);
	tcase_add_loop_test(
	    t, phrases_stand_where_a_reader_sees_them, 0, sizeof(rows) / sizeof(rows[0]));
	tcase_add_loop_test(t, what_a_search_finds_is_marked, 0, 10);
	tcase_add_loop_test(t, only_what_stands_in_texts_is_taken_from_an_expression, 0,
	    sizeof(typed) / sizeof(typed[0]));
	suite_add_tcase(s, t);
	return s;
}
