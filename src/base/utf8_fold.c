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
    UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;

static size_t decompose(uint32_t cp, utf8proc_option_t how, utf8proc_int32_t out[UTF8_FOLD_CPS])
{
	int boundary = 0;
	utf8proc_ssize_t n = utf8proc_decompose_char(
	    (utf8proc_int32_t)cp, out, UTF8_FOLD_CPS, how, &boundary);

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

/* ---- stand-ins for old terminals ------------------------------------------ */

/* What compatibility decomposition does not know; sorted. */
static const struct stand_in {
	uint16_t cp;
	char text[6];
} stand_ins[] = {
    {0x00a3, "GBP"}, {0x00a9, "(c)"}, {0x00ab, "<<"}, {0x00ae, "(r)"}, {0x00b0, "deg"},
    {0x00b1, "+/-"}, {0x00b7, "."}, {0x00bb, ">>"}, {0x00c6, "AE"}, {0x00d0, "D"},
    {0x00d7, "x"}, {0x00d8, "O"}, {0x00de, "Th"}, {0x00df, "ss"}, {0x00e6, "ae"},
    {0x00f0, "d"}, {0x00f7, "/"}, {0x00f8, "o"}, {0x00fe, "th"}, {0x0110, "D"},
    {0x0111, "d"}, {0x0126, "H"}, {0x0127, "h"}, {0x0131, "i"}, {0x0141, "L"},
    {0x0142, "l"}, {0x0152, "OE"}, {0x0153, "oe"}, {0x02bc, "'"}, {0x2010, "-"},
    {0x2012, "-"}, {0x2013, "-"}, {0x2014, "-"}, {0x2015, "-"}, {0x2018, "'"},
    {0x2019, "'"}, {0x201a, "'"}, {0x201b, "'"}, {0x201c, "\""}, {0x201d, "\""},
    {0x201e, "\""}, {0x201f, "\""}, {0x2020, "+"}, {0x2022, "*"}, {0x2032, "'"},
    {0x2033, "\""}, {0x2039, "<"}, {0x203a, ">"}, {0x2044, "/"}, {0x20ac, "EUR"},
    {0x2190, "<-"}, {0x2191, "^"}, {0x2192, "->"}, {0x2193, "v"}, {0x2212, "-"},
    {0x2215, "/"}, {0x2260, "!="}, {0x2264, "<="}, {0x2265, ">="}, {0x2500, "-"},
    {0x2502, "|"}, {0x250c, "+"}, {0x2510, "+"}, {0x2514, "+"}, {0x2518, "+"},
    {0x251c, "+"}, {0x2524, "+"}, {0x252c, "+"}, {0x2534, "+"}, {0x253c, "+"},
    {0x25cf, "*"}, {0x2713, "+"}, {0x2717, "x"},
};

static const char *stand_in(uint32_t cp)
{
	size_t low = 0, high = sizeof(stand_ins) / sizeof(stand_ins[0]);

	while (low < high) {
		size_t mid = (low + high) / 2;
		if (stand_ins[mid].cp == cp)
			return stand_ins[mid].text;
		if (stand_ins[mid].cp < cp)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}

static void put_ascii(struct buf *b, uint32_t cp)
{
	utf8proc_int32_t part[UTF8_FOLD_CPS];
	const char *text = stand_in(cp);
	size_t n = decompose(cp, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK, part);
	size_t start = b->n;

	if (text)
		n = 0, buf_puts(b, text);
	for (size_t i = 0; i < n; i++) {
		text = stand_in((uint32_t)part[i]);
		if (part[i] >= 0x20 && part[i] < 0x7f) {
			buf_char(b, (char)part[i]);
		} else if (text) {
			buf_puts(b, text);
		} else { /* half a stand-in would be a wrong word */
			b->n = start;
			buf_char(b, '?');
			return;
		}
	}
}

struct str utf8_ascii(struct arena *a, struct str s)
{
	struct buf b = buf_in(a);
	uint32_t cp;

	for (size_t at = 0; utf8_next(s, &at, &cp);) {
		if (cp >= 0x80)
			put_ascii(&b, cp);
		else
			buf_char(&b, utf8_safe(cp) || cp == '\n' ? (char)cp : '?');
	}
	return buf_str(&b);
}

const char *utf8_fault(struct str s, bool lines)
{
	uint32_t cp;

	if (!utf8_valid(s))
		return "is not valid UTF-8";
	for (size_t at = 0; utf8_next(s, &at, &cp);) {
		if (lines && (cp == '\n' || cp == '\t'))
			continue;
		if (cp == '\n')
			return "holds a line break";
		if (cp < 0x20 || (cp >= 0x7f && cp < 0xa0))
			return "holds a control character";
	}
	return NULL;
}
