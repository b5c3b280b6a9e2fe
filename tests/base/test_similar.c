/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "help.h"
#include "lookback/base/arena.h"
#include "lookback/base/similar.h"

Suite *suite_base_similar(void);

START_TEST(a_letter_or_two_may_be_wrong_by_the_length_of_the_word)
{
	static const struct {
		struct str a, b;
		bool like;
	} t[] = {
	    {STR_INIT("jonson"), STR_INIT("johnson"), true},    /* one more */
	    {STR_INIT("smith"), STR_INIT("smyth"), true},       /* another */
	    {STR_INIT("smith"), STR_INIT("simth"), true},       /* swapped */
	    {STR_INIT("smith"), STR_INIT("smiht"), true},       /* swapped at the end */
	    {STR_INIT("ann"), STR_INIT("anne"), true},          /* the longer one counts */
	    {STR_INIT("lee"), STR_INIT("lea"), false},          /* too short */
	    {STR_INIT("jo"), STR_INIT("joe"), false},           /* too short */
	    {STR_INIT("j"), STR_INIT("j"), true},               /* itself */
	    {STR_INIT("mohammed"), STR_INIT("muhammad"), true}, /* two of eight */
	    {STR_INIT("catherine"), STR_INIT("kathryn"), false},
	    {STR_INIT("catherine"), STR_INIT("katharine"), true},
	    {STR_INIT("smith"), STR_INIT("smythe"), false}, /* two of six */
	    {STR_INIT("w1d3"), STR_INIT("w1d4"), false},    /* digits are as they are */
	    {STR_INIT("2016"), STR_INIT("2016"), true},
	    {STR_INIT("иванов"), STR_INIT("иваноф"), true}, /* letters, not bytes */
	    {STR_INIT(""), STR_INIT(""), false},
	};

	for (size_t i = 0; i < COUNT(t); i++)
		ck_assert_msg(similar_words(t[i].a, t[i].b) == t[i].like &&
				  similar_words(t[i].b, t[i].a) == t[i].like,
		    "%s and %s", t[i].a.p, t[i].b.p);
}
END_TEST

START_TEST(names_are_alike_word_by_word_in_any_order)
{
	ck_assert(similar_phrase(STR("Jonathan SMYTH"), STR("smith, jonathon")));
	ck_assert(similar_phrase(STR("O'Brien-Zoë"), STR("zoe")));
	ck_assert(!similar_phrase(STR("Jonathan Smyth"), STR("smith peter")));
	ck_assert(!similar_phrase(STR("Jonathan Smyth"), STR("...")));
	ck_assert(!similar_phrase(STR(""), STR("smith")));
	ck_assert(similar_phrase(STR("Siobhan Obrien"), STR("O'Brien")));
	ck_assert(similar_phrase(STR("John Smith"), STR("J. Smith")));
	ck_assert(!similar_phrase(STR("John Smith"), STR("J")));
	ck_assert(!similar_phrase(STR("Flat 2"), STR("flat 3")));
}
END_TEST

START_TEST(a_long_word_is_like_itself_alone)
{
	char text[41];

	memset(text, 'a', sizeof(text));
	ck_assert(similar_words((struct str){text, 40}, (struct str){text, 40}));
	ck_assert(!similar_words((struct str){text, 40}, (struct str){text, 39}));
	ck_assert(similar_words((struct str){text, 32}, (struct str){text, 31}));
	ck_assert(!similar_varies((struct str){text, 40}));
	ck_assert(similar_varies((struct str){text, 32}));
}
END_TEST

/* Up to three changes of any kind, out of few letters so that words often meet. */
static size_t misspell(struct dice *d, const char *from, size_t n, char *to)
{
	memcpy(to, from, n);
	for (uint64_t k = dice_below(d, 4); k > 0; k--) {
		size_t at = n ? dice_below(d, n) : 0;
		uint64_t way = dice_below(d, 4);
		if (way == 0 && n < 15) {
			memmove(to + at + 1, to + at, n++ - at);
			to[at] = (char)('a' + dice_below(d, 3));
		} else if (way == 1 && n > 1) {
			memmove(to + at, to + at + 1, --n - at);
		} else if (way == 2 && at + 1 < n) {
			char c = to[at];
			to[at] = to[at + 1];
			to[at + 1] = c;
		} else if (n) {
			to[at] = (char)('a' + dice_below(d, 3));
		}
	}
	return n;
}

static bool share_a_key(struct str a, struct str b)
{
	struct similar_key x[SIMILAR_KEYS], y[SIMILAR_KEYS];
	size_t nx = similar_keys(a, x), ny = similar_keys(b, y);

	holds(nx <= SIMILAR_KEYS && ny <= SIMILAR_KEYS);
	for (size_t i = 0; i < nx; i++)
		for (size_t j = 0; j < ny; j++)
			if (str_eq((struct str){x[i].text, x[i].n},
				(struct str){y[j].text, y[j].n}))
				return true;
	return false;
}

START_TEST(words_that_are_alike_share_a_key)
{
	struct dice d = dice_seed((uint64_t)_i + 1);
	int alike = 0;

	for (int i = 0; i < 20000; i++) {
		char a[16], b[16];
		size_t n = 1 + dice_below(&d, 14);
		struct str x, y;

		for (size_t k = 0; k < n; k++)
			a[k] = (char)('a' + dice_below(&d, 3));
		x = (struct str){a, n};
		y = (struct str){b, misspell(&d, a, n, b)};
		if (!similar_words(x, y))
			continue;
		alike++;
		if (!share_a_key(x, y))
			ck_abort_msg("%.*s and %.*s", STR_ARG(x), STR_ARG(y));
	}
	ck_assert_int_gt(alike, 5000);
}
END_TEST

Suite *suite_base_similar(void)
{
	const TTest *const tests[] = {
	    a_letter_or_two_may_be_wrong_by_the_length_of_the_word,
	    names_are_alike_word_by_word_in_any_order,
	    a_long_word_is_like_itself_alone,
	};
	Suite *s = suite_of("base similar", tests, COUNT(tests));
	TCase *c = tcase_create("keys");

	tcase_add_loop_test(c, words_that_are_alike_share_a_key, 0, 3);
	suite_add_tcase(s, c);
	return s;
}
