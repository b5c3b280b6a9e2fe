/* SPDX-License-Identifier: MIT */
/* Stand-ins for old terminals. */
#include <utf8proc.h>

#include "lookback/base/utf8.h"

/* U+FDFA has 18 parts, the most of all. */
enum { PARTS = 32 };

/* What compatibility decomposition does not know; sorted. */
static const struct stand_in {
	uint16_t cp;
	char text[6];
} stand_ins[] = {
    {0x00a3, "GBP"},
    {0x00a9, "(c)"},
    {0x00ab, "<<"},
    {0x00ae, "(r)"},
    {0x00b0, "deg"},
    {0x00b1, "+/-"},
    {0x00b7, "."},
    {0x00bb, ">>"},
    {0x00c6, "AE"},
    {0x00d0, "D"},
    {0x00d7, "x"},
    {0x00d8, "O"},
    {0x00de, "Th"},
    {0x00df, "ss"},
    {0x00e6, "ae"},
    {0x00f0, "d"},
    {0x00f7, "/"},
    {0x00f8, "o"},
    {0x00fe, "th"},
    {0x0110, "D"},
    {0x0111, "d"},
    {0x0126, "H"},
    {0x0127, "h"},
    {0x0131, "i"},
    {0x0141, "L"},
    {0x0142, "l"},
    {0x0152, "OE"},
    {0x0153, "oe"},
    {0x02bc, "'"},
    {0x2010, "-"},
    {0x2012, "-"},
    {0x2013, "-"},
    {0x2014, "-"},
    {0x2015, "-"},
    {0x2018, "'"},
    {0x2019, "'"},
    {0x201a, "'"},
    {0x201b, "'"},
    {0x201c, "\""},
    {0x201d, "\""},
    {0x201e, "\""},
    {0x201f, "\""},
    {0x2020, "+"},
    {0x2022, "*"},
    {0x2032, "'"},
    {0x2033, "\""},
    {0x2039, "<"},
    {0x203a, ">"},
    {0x2044, "/"},
    {0x20ac, "EUR"},
    {0x2190, "<-"},
    {0x2191, "^"},
    {0x2192, "->"},
    {0x2193, "v"},
    {0x2212, "-"},
    {0x2215, "/"},
    {0x2260, "!="},
    {0x2264, "<="},
    {0x2265, ">="},
    {0x2500, "-"},
    {0x2502, "|"},
    {0x250c, "+"},
    {0x2510, "+"},
    {0x2514, "+"},
    {0x2518, "+"},
    {0x251c, "+"},
    {0x2524, "+"},
    {0x252c, "+"},
    {0x2534, "+"},
    {0x253c, "+"},
    {0x25cf, "*"},
    {0x2713, "+"},
    {0x2717, "x"},
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

static size_t decompose(uint32_t cp, utf8proc_int32_t part[PARTS])
{
	const utf8proc_option_t how = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK;
	int boundary = 0;
	utf8proc_ssize_t n =
	    utf8proc_decompose_char((utf8proc_int32_t)cp, part, PARTS, how, &boundary);

	if (n < 0 || n > PARTS) {
		part[0] = 0; /* which has no stand-in */
		n = 1;
	}
	return (size_t)n;
}

static bool put_one(struct buf *b, uint32_t cp)
{
	const char *text = stand_in(cp);

	if (cp >= 0x20 && cp < 0x7f)
		buf_char(b, (char)cp);
	else if (text)
		buf_puts(b, text);
	return text || (cp >= 0x20 && cp < 0x7f);
}

/* Half a stand-in would be a wrong word, so it is taken back. */
static void put_ascii(struct buf *b, uint32_t cp)
{
	utf8proc_int32_t part[PARTS];
	size_t start = b->n, n;

	if (put_one(b, cp))
		return;
	n = decompose(cp, part);
	for (size_t i = 0; i < n; i++)
		if (!put_one(b, (uint32_t)part[i])) {
			b->n = start;
			buf_char(b, '?');
			return;
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
