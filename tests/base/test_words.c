/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "help.h"
#include "lookback/base/utf8.h"
#include "lookback/base/words.h"

Suite *suite_base_words(void);

static void splits_into(struct str s, const char *want)
{
	struct arena a = {0};
	struct buf b = buf_in(&a);
	struct word w;

	for (size_t at = 0; words_next(s, &at, &w);) {
		buf_printf(&b, "%s|", w.text);
		ck_assert_uint_eq(strlen(w.text), w.n);
		ck_assert(w.from < w.to && w.to <= s.n && at == w.to);
	}
	ck_str_is(buf_str(&b), want);
	arena_clear(&a);
}

START_TEST(a_word_is_a_run_of_letters_digits_and_marks)
{
	splits_into(STR("The cat, O'Brien & 2nd_man."), "the|cat|o|brien|2nd|man|");
	splits_into(STR(" \u201cZo\u00cb\u201d don\u2019t m\u00b2 e\u0301t\u00e9"),
	    "zoe|don|t|m2|ete|");
	splits_into(STR(""), "");
	splits_into(STR(" .,-"), "");
	splits_into(STR("\u4e00\u4e8c x"), "\u4e00\u4e8c|x|");
	splits_into(STR("a\xff"
			"b\xc3"),
	    "a|b|");
	splits_into(STR("a\0b"), "a|b|");
}
END_TEST

START_TEST(invisible_characters_do_not_split_a_word)
{
	splits_into(STR("in\u00adter Jo\u200dhn Sm\u202eith \ufeffx"), "inter|john|smith|x|");
	splits_into(STR("zero\u200bwidth"), "zero|width|");
}
END_TEST

START_TEST(fractions_and_lone_marks_are_no_words)
{
	splits_into(STR("3\u00bd cups"), "3|cups|");
	splits_into(STR("\u0301 a"), "a|");
	splits_into(STR("\u0301,\u00ad"), "");
}
END_TEST

START_TEST(a_long_word_is_cut_at_a_character)
{
	struct arena a = {0};
	struct buf b = buf_in(&a);
	struct word w;
	size_t at = 0;

	buf_puts(&b, "x");
	for (int i = 0; i < 500; i++)
		buf_puts(&b, "\u0436");
	buf_puts(&b, "yz end");
	ck_assert(words_next(buf_str(&b), &at, &w));
	ck_assert_uint_eq(w.n, WORD_MAX - 1);
	ck_assert(utf8_valid((struct str){w.text, w.n}));
	ck_assert_uint_eq(w.to, 1003);
	ck_assert(words_next(buf_str(&b), &at, &w));
	ck_assert_str_eq(w.text, "end");
	arena_clear(&a);
}
END_TEST

START_TEST(ranges_point_at_the_source)
{
	struct str s = STR("a Zo\u00cb!");
	struct word w;
	size_t at = 1;

	ck_assert(words_next(s, &at, &w));
	ck_assert_uint_eq(w.from, 2);
	ck_assert_uint_eq(w.to, 6);
}
END_TEST

/* Full-text queries are made of folded words: they must mean the same again. */
START_TEST(the_word_of_a_folded_word_is_that_word)
{
	for (uint32_t cp = 1; cp <= 0x10ffff; cp++) {
		char out[4];
		struct word w, again;
		size_t at = 0;
		if (!words_next((struct str){out, utf8_put(out, cp)}, &at, &w))
			continue;
		at = 0;
		ck_assert(words_next((struct str){w.text, w.n}, &at, &again));
		ck_assert_msg(
		    strcmp(w.text, again.text) == 0 && at == w.n, "U+%04X", (unsigned)cp);
	}
}
END_TEST

START_TEST(a_phrase_is_found_side_by_side_and_in_order)
{
	struct str s = STR("He said: I will find you, wherever you go.");

	ck_assert(words_match(s, STR("FIND you"), false));
	ck_assert(words_match(s, STR("find, you?"), false));
	ck_assert(!words_match(s, STR("you find"), false));
	ck_assert(!words_match(s, STR("find wherever"), false));
	ck_assert(!words_match(s, STR("fin"), false));
	ck_assert(words_match(s, STR("fin"), true));
	ck_assert(words_match(s, STR("you where"), true));
	ck_assert(!words_match(s, STR("yo wherever"), true));
	ck_assert(words_match(s, STR(""), false));
	ck_assert(words_match(STR(""), STR(" - "), false));
	ck_assert(!words_match(STR(""), STR("a"), false));
	ck_assert(words_match(s, STR("you go"), false));
	ck_assert(!words_match(s, STR("you go on"), false));
}
END_TEST

/* ---- against an oracle that folds first and splits by hand ---------------- */

static const char *const pieces[] = {"a", "A", "b", "ab", "\u00e9", "E\u0301", "\u00df", "1",
    " ", " ", ", ", "\u2019", "\n", "-", "\u00a0"};

static struct str scribble(struct arena *a, struct dice *d, size_t most)
{
	struct buf b = buf_in(a);

	for (size_t n = dice_below(d, most + 1); n > 0; n--)
		buf_puts(&b, pieces[dice_below(d, COUNT(pieces))]);
	return buf_str(&b);
}

static struct strs naive_words(struct arena *a, struct str s)
{
	struct strs out = {0};
	struct str rest = utf8_fold(a, s), part;
	struct buf b = buf_in(a);

	for (size_t i = 0; i < rest.n; i++) {
		unsigned char c = (unsigned char)rest.p[i];
		buf_char(&b, (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? (char)c : ' ');
	}
	rest = buf_str(&b);
	while (str_cut(&rest, ' ', &part))
		if (part.n)
			*arena_push(a, &out) = part;
	return out;
}

static bool naive_match(struct strs s, struct strs phrase, bool prefix)
{
	for (size_t i = 0; i + phrase.n <= s.n; i++) {
		size_t k = 0;
		for (; k < phrase.n; k++) {
			bool last = prefix && k + 1 == phrase.n;
			if (last ? !str_starts(s.v[i + k], phrase.v[k])
				 : !str_eq(s.v[i + k], phrase.v[k]))
				break;
		}
		if (k == phrase.n)
			return true;
	}
	return false;
}

START_TEST(matching_agrees_with_the_naive_oracle)
{
	struct dice d = dice_seed(7);
	int found = 0;

	for (int i = 0; i < 30000; i++) {
		struct arena a = {0};
		struct str s = scribble(&a, &d, 20), phrase = scribble(&a, &d, 5);
		struct strs sw = naive_words(&a, s), pw = naive_words(&a, phrase);
		bool prefix = i % 2;
		bool want = pw.n == 0 || naive_match(sw, pw, prefix);
		ck_assert_msg(
		    words_match(s, phrase, prefix) == want, "\"%s\" in \"%s\"", phrase.p, s.p);
		found += want && pw.n;
		arena_clear(&a);
	}
	ck_assert_int_gt(found, 1000);
}
END_TEST

START_TEST(words_agree_with_the_naive_oracle)
{
	struct dice d = dice_seed(8);

	for (int i = 0; i < 20000; i++) {
		struct arena a = {0};
		struct str s = scribble(&a, &d, 30);
		struct strs want = naive_words(&a, s);
		size_t at = 0, n = 0;
		for (struct word w; words_next(s, &at, &w); n++)
			holds(n < want.n && str_is(want.v[n], w.text));
		holds(n == want.n);
		arena_clear(&a);
	}
}
END_TEST

START_TEST(any_bytes_at_all_end)
{
	struct dice d = dice_seed(9);

	for (int i = 0; i < 20000; i++) {
		char bytes[32];
		struct str s = {bytes, dice_below(&d, sizeof(bytes) + 1)};
		struct word w;
		size_t was = 0;
		for (size_t k = 0; k < s.n; k++)
			bytes[k] = (char)dice_next(&d);
		for (size_t at = 0; words_next(s, &at, &w); was = at)
			holds(w.from >= was && w.to > w.from && w.to <= s.n);
	}
}
END_TEST

START_TEST(a_filter_asks_for_every_word_and_against_those_behind_a_minus)
{
	struct str s = STR("Alerts: what waits for a Supervisor");

	ck_assert(words_narrow(s, STR("")) && words_narrow(s, STR("  waits alerts ")));
	ck_assert(words_narrow(s, STR("super*")) && !words_narrow(s, STR("super")));
	ck_assert(
	    words_narrow(s, STR("\"what waits\"")) && !words_narrow(s, STR("\"waits what\"")));
	ck_assert(
	    words_narrow(s, STR("-cases alerts")) && !words_narrow(s, STR("alerts -waits")));
	ck_assert(!words_narrow(s, STR("-super*")) && words_narrow(s, STR("\"what wa*\"")));
}
END_TEST

Suite *suite_base_words(void)
{
	const TTest *const tests[] = {
	    a_word_is_a_run_of_letters_digits_and_marks,
	    invisible_characters_do_not_split_a_word,
	    fractions_and_lone_marks_are_no_words,
	    a_long_word_is_cut_at_a_character,
	    ranges_point_at_the_source,
	    the_word_of_a_folded_word_is_that_word,
	    a_phrase_is_found_side_by_side_and_in_order,
	    matching_agrees_with_the_naive_oracle,
	    words_agree_with_the_naive_oracle,
	    a_filter_asks_for_every_word_and_against_those_behind_a_minus,
	    any_bytes_at_all_end,
	};

	return suite_of("base/words", tests, COUNT(tests));
}
