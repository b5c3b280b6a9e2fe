/* SPDX-License-Identifier: MIT */
/*
 * Folding works code point by code point: the canonical order of marks, the one
 * thing that looks further, is of no matter when marks are dropped.
 */
#include "base/utf8_fold.h"

#include <utf8proc.h>

#include "lookback/base/utf8.h"

enum { ZERO_WIDTH_SPACE = 0x200b };

static const utf8proc_option_t folding = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE |
					 UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
					 UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;

static size_t decompose(uint32_t cp, utf8proc_option_t how, utf8proc_int32_t out[UTF8_FOLD_CPS])
{
	int boundary = 0;
	utf8proc_ssize_t n =
	    utf8proc_decompose_char((utf8proc_int32_t)cp, out, UTF8_FOLD_CPS, how, &boundary);

	if (n >= 0 && n <= UTF8_FOLD_CPS)
		return (size_t)n;
	out[0] = (utf8proc_int32_t)cp;
	return 1;
}

size_t utf8_fold_one(uint32_t cp, char out[UTF8_FOLD_MAX])
{
	utf8proc_int32_t to[UTF8_FOLD_CPS];
	size_t count = decompose(cp, folding, to), n = 0;

	for (size_t i = 0; i < count; i++)
		n += utf8_put(out + n, (uint32_t)to[i]);
	return n;
}

static bool is_letter_or_number(utf8proc_category_t c)
{
	return (c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO) ||
	       (c >= UTF8PROC_CATEGORY_ND && c <= UTF8PROC_CATEGORY_NO);
}

static bool joins_words(uint32_t cp)
{
	const utf8proc_property_t *p = utf8proc_get_property((utf8proc_int32_t)cp);
	utf8proc_category_t c = (utf8proc_category_t)p->category;

	if (p->ignorable)
		return cp != ZERO_WIDTH_SPACE;
	return is_letter_or_number(c) ||
	       (c >= UTF8PROC_CATEGORY_MN && c <= UTF8PROC_CATEGORY_ME);
}

bool utf8_in_word(uint32_t cp, char out[UTF8_FOLD_MAX], size_t *n)
{
	struct str fold;
	uint32_t part;

	if (!joins_words(cp))
		return false;
	*n = utf8_fold_one(cp, out);
	fold = (struct str){out, *n};
	for (size_t at = 0; utf8_next(fold, &at, &part);)
		if (!is_letter_or_number(utf8proc_category((utf8proc_int32_t)part)))
			return false;
	return true;
}

static bool all_ascii(struct str s)
{
	unsigned char seen = 0;

	for (size_t i = 0; i < s.n; i++)
		seen |= (unsigned char)s.p[i];
	return seen < 0x80;
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static struct str fold_ascii(struct arena *a, struct str s)
{
	char *p = arena_alloc(a, s.n + 1, 1);

	for (size_t i = 0; i < s.n; i++)
		p[i] = lower(s.p[i]);
	return (struct str){p, s.n};
}

struct str utf8_fold(struct arena *a, struct str s)
{
	struct buf b = buf_in(a);
	char out[UTF8_FOLD_MAX];
	uint32_t cp;

	if (all_ascii(s))
		return fold_ascii(a, s);
	for (size_t at = 0; utf8_next(s, &at, &cp);) {
		if (cp < 0x80)
			buf_char(&b, lower((char)cp));
		else
			buf_put(&b, (struct str){out, utf8_fold_one(cp, out)});
	}
	return buf_str(&b);
}

/* By bytes: C1 controls are C2 80 .. C2 9F, all others are ASCII. */
const char *utf8_fault(struct str s, bool lines)
{
	if (!utf8_valid(s))
		return "is not valid UTF-8";
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c == '\n' && !lines)
			return "holds a line break";
		if (c < 0x20 && !(lines && (c == '\n' || c == '\t')))
			return "holds a control character";
		if (c == 0x7f || (c == 0xc2 && (unsigned char)s.p[i + 1] < 0xa0))
			return "holds a control character";
	}
	return NULL;
}
