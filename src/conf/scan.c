/* SPDX-License-Identifier: MIT */
/* What may not stand in a settings file, found before libyaml reads it. */
#include "conf/scan.h"

#include <stdio.h>

#include "conf/yaml.h"
#include "lookback/base/utf8.h"

static bool bad_code(struct scan *bad, uint32_t cp)
{
	snprintf(bad->found, sizeof bad->found, "the character U+%04X", (unsigned)cp);
	bad->expected = "text without control or invisible characters";
	return false;
}

static bool bad_byte(struct scan *bad, char c)
{
	snprintf(bad->found, sizeof bad->found, "the byte 0x%02X", (unsigned)(unsigned char)c);
	bad->expected = "UTF-8 text";
	return false;
}

static bool scan_wide(struct str text, size_t *at, struct scan *bad)
{
	uint32_t cp;
	size_t from = *at;
	if (!utf8_next(text, at, &cp) || (cp == 0xFFFD && *at == from + 1))
		return bad_byte(bad, text.p[from]);
	/* NEL and the line separators would be line breaks to libyaml. */
	if (!utf8_safe(cp) || cp == 0xFEFF)
		return bad_code(bad, cp);
	return true;
}

static bool scan_char(struct str text, size_t *at, struct scan *bad)
{
	unsigned char c = (unsigned char)text.p[*at];
	if (c >= 0x80)
		return scan_wide(text, at, bad);
	++*at;
	if (c == '\t') {
		snprintf(bad->found, sizeof bad->found, "a tab");
		bad->expected = "spaces";
		return false;
	}
	if (c == '\r' && *at < text.n && text.p[*at] == '\n')
		return true;
	return (c >= 0x20 && c != 0x7F) || c == '\n' || bad_code(bad, c);
}

bool scan_text(struct str text, struct scan *bad)
{
	*bad = (struct scan){.line = 1, .col = 1};
	if (text.n > YAML_BYTES_MAX) {
		snprintf(bad->found, sizeof bad->found, "%zu bytes", text.n);
		bad->expected = "a file of at most 1 MiB";
		return false;
	}
	for (size_t at = 0; at < text.n; bad->col++) {
		char c = text.p[at];
		if (!scan_char(text, &at, bad))
			return false;
		if (c == '\n') {
			bad->line++;
			bad->col = 0;
		}
	}
	return true;
}
