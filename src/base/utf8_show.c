/* SPDX-License-Identifier: MIT */
/* Showing text of strangers: marks for what is unsafe, glyphs for a cell grid. */
#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

#include "base/utf8_mark.h"
#include "lookback/base/utf8.h"

enum { CLUSTER_MAX = 8 };

size_t utf8_mark(char out[UTF8_MARK_MAX], uint32_t cp)
{
	return (size_t)snprintf(out, UTF8_MARK_MAX, "<U+%04X>", (unsigned)cp);
}

static size_t byte_mark(char out[UTF8_MARK_MAX], char byte)
{
	return (size_t)snprintf(out, UTF8_MARK_MAX, "<0x%02X>", (unsigned)(unsigned char)byte);
}

size_t utf8_shown(struct str s, size_t *at, bool lines, char out[UTF8_MARK_MAX])
{
	size_t from = *at;
	uint32_t cp;
	bool bad;

	if (!utf8_step(s, at, &cp, &bad))
		return 0;
	if (bad)
		return byte_mark(out, s.p[from]);
	if (utf8_safe(cp) || (lines && cp == '\n'))
		return utf8_put(out, cp);
	if (cp == '\t') {
		out[0] = ' ';
		return 1;
	}
	return utf8_mark(out, cp);
}

/* What follows a base into its cell: marks without a width of their own. A second
 * letter that Unicode would join to the first one (a flag, a skin tone) stands for
 * itself, because terminals add up its width. */
static void take_marks(struct str s, size_t *at, uint32_t base, struct glyph *out)
{
	utf8proc_int32_t state = 0, last = (utf8proc_int32_t)base;
	size_t next = *at;
	uint32_t cp;
	bool bad;

	for (int i = 1; i < CLUSTER_MAX && utf8_step(s, &next, &cp, &bad); i++) {
		if (bad || cp < 0x80 || !utf8_safe(cp) || utf8_width(cp) != 0)
			return;
		if (utf8proc_grapheme_break_stateful(last, (utf8proc_int32_t)cp, &state))
			return;
		out->n += (uint8_t)utf8_put(out->bytes + out->n, cp);
		last = (utf8proc_int32_t)cp;
		*at = next;
	}
}

static void fill(struct glyph *out, const char *p, size_t n, size_t width)
{
	memcpy(out->bytes, p, n);
	out->n = (uint8_t)n;
	out->width = (uint8_t)width;
}

static void glyph_slow(struct str s, size_t *at, struct glyph *out)
{
	char unit[UTF8_MARK_MAX];
	size_t start = *at, n;
	uint32_t cp;
	bool bad;

	utf8_step(s, at, &cp, &bad);
	if (!bad && utf8_safe(cp) && utf8_width(cp) > 0) {
		n = utf8_put(unit, cp);
		fill(out, unit, n, (size_t)utf8_width(cp));
		take_marks(s, at, cp, out);
		return;
	}
	*at = start;
	n = utf8_shown(s, at, false, unit);
	if (!bad && utf8_safe(cp)) /* a mark that has lost its base */
		n = utf8_mark(unit, cp);
	fill(out, unit, n, n);
}

static bool printable(char c)
{
	return c >= 0x20 && c < 0x7f;
}

/* A printable byte before another ASCII byte or the end is a whole glyph. */
bool utf8_glyph(struct str s, size_t *at, struct glyph *out)
{
	size_t i = *at;

	if (i >= s.n)
		return false;
	if (printable(s.p[i]) && (i + 1 == s.n || (unsigned char)s.p[i + 1] < 0x80)) {
		out->bytes[0] = s.p[i];
		out->n = out->width = 1;
		*at = i + 1;
	} else {
		glyph_slow(s, at, out);
	}
	return true;
}

int utf8_columns(struct str s)
{
	size_t at = 0;
	struct glyph g;
	int columns = 0;

	while (utf8_glyph(s, &at, &g))
		columns += g.width;
	return columns;
}

/* Almost all text needs no mask, so runs of plain ASCII go over in one piece. */
struct str utf8_mask(struct arena *a, struct str s, bool lines)
{
	struct buf b = buf_in(a);
	char unit[UTF8_MARK_MAX];
	size_t at = 0;

	while (at < s.n) {
		size_t from = at;
		while (at < s.n && printable(s.p[at]))
			at++;
		buf_put(&b, (struct str){s.p + from, at - from});
		if (at < s.n) {
			size_t n = utf8_shown(s, &at, lines, unit);
			buf_put(&b, (struct str){unit, n});
		}
	}
	return buf_str(&b);
}
