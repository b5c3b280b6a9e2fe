/* SPDX-License-Identifier: MIT */
/* UTF-8: code points, validity, what is safe to show, how wide it is. */
#include "lookback/base/utf8.h"

#include <string.h>
#include <utf8proc.h>

#include "base/utf8_mark.h"

/* The table of well-formed sequences (Unicode 15, table 3-7) as arithmetic: the
 * first byte gives length and bits, the second one has a narrower range after
 * E0, ED, F0 and F4, which keeps out overlongs, surrogates and > U+10FFFF. */
static size_t sequence(const unsigned char *p, size_t n, uint32_t *cp)
{
	unsigned char low = 0x80, high = 0xbf;
	size_t len = p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
	uint32_t v = p[0] & (0xffu >> (len + 1));

	if (p[0] < 0xc2 || p[0] > 0xf4 || n < len)
		return 0;
	if (p[0] == 0xe0)
		low = 0xa0;
	else if (p[0] == 0xed)
		high = 0x9f;
	else if (p[0] == 0xf0)
		low = 0x90;
	else if (p[0] == 0xf4)
		high = 0x8f;
	for (size_t i = 1; i < len; i++) {
		if (p[i] < low || p[i] > high)
			return 0;
		v = v << 6 | (p[i] & 0x3fu);
		low = 0x80;
		high = 0xbf;
	}
	*cp = v;
	return len;
}

bool utf8_step(struct str s, size_t *at, uint32_t *cp, bool *bad)
{
	const unsigned char *p = (const unsigned char *)s.p + *at;
	size_t len = 1;

	if (*at >= s.n)
		return false;
	*bad = false;
	if (*p < 0x80) {
		*cp = *p;
	} else if (!(len = sequence(p, s.n - *at, cp))) {
		*bad = true;
		*cp = 0xfffd;
		len = 1;
	}
	*at += len;
	return true;
}

bool utf8_next(struct str s, size_t *at, uint32_t *cp)
{
	bool bad;

	return utf8_step(s, at, cp, &bad);
}

/* Eight ASCII bytes at a time: none has the top bit, none is NUL. The first term
 * finds a zero byte only below a byte that is set, which is all that is asked. */
static bool ascii8(const char *p)
{
	const uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;
	uint64_t w;

	memcpy(&w, p, sizeof(w));
	return ((w | (w - ones)) & tops) == 0;
}

bool utf8_valid(struct str s)
{
	size_t at = 0;
	uint32_t cp;
	bool bad;

	for (;;) {
		while (at + 8 <= s.n && ascii8(s.p + at))
			at += 8;
		if (!utf8_step(s, &at, &cp, &bad))
			return true;
		if (bad || cp == 0)
			return false;
	}
}

size_t utf8_put(char out[4], uint32_t cp)
{
	size_t n = cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
	static const unsigned char lead[] = {0, 0, 0xc0, 0xe0, 0xf0};

	if (cp > 0x10ffff || (cp >= 0xd800 && cp <= 0xdfff))
		return utf8_put(out, 0xfffd);
	for (size_t i = n - 1; i > 0; i--, cp >>= 6)
		out[i] = (char)(0x80 | (cp & 0x3f));
	out[0] = (char)(lead[n] | cp);
	return n;
}

/* Vowels and finals of Hangul that join the syllable before them. */
static bool joins_syllable(uint32_t cp)
{
	return (cp >= 0x1160 && cp <= 0x11ff) || (cp >= 0xd7b0 && cp <= 0xd7fb);
}

/* Where utf8proc and wcwidth of the C library part, curses and most terminals go
 * with the latter: spacing marks take a column, joining Hangul takes none. */
int utf8_width(uint32_t cp)
{
	const utf8proc_property_t *p;

	if (cp < 0x7f)
		return cp >= 0x20;
	if (joins_syllable(cp))
		return 0;
	p = utf8proc_get_property((utf8proc_int32_t)cp);
	return p->category == UTF8PROC_CATEGORY_MC ? 1 : p->charwidth;
}

/* By category, so that what a later Unicode adds is unsafe until it is known. The
 * `ignorable` property holds the invisible ones that are called letters or marks
 * (Hangul fillers, joiners, selectors, tags); of these FE00..FE0F only choose a
 * form of the character before them. */
static bool safe_beyond_ascii(uint32_t cp)
{
	const utf8proc_property_t *p = utf8proc_get_property((utf8proc_int32_t)cp);

	switch (p->category) {
	case UTF8PROC_CATEGORY_CN:
	case UTF8PROC_CATEGORY_CC:
	case UTF8PROC_CATEGORY_CF:
	case UTF8PROC_CATEGORY_CS:
	case UTF8PROC_CATEGORY_CO:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return false;
	default:
		return !p->ignorable || (cp >= 0xfe00 && cp <= 0xfe0f);
	}
}

bool utf8_safe(uint32_t cp)
{
	if (cp < 0x80)
		return cp >= 0x20 && cp < 0x7f;
	return cp <= 0x10ffff && safe_beyond_ascii(cp);
}
