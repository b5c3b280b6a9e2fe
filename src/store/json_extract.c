/* SPDX-License-Identifier: MIT */
/*
 * json_extract(text, '$.name'), for the indexes over fields of records. SQLite's own of
 * that name does the same, but is not marked innocuous in the versions we must run on, and
 * with trusted_schema off an index may hold innocuous functions alone; and this one reads
 * up to the member and no further. Shells with the built-in read the same values.
 */
#include <string.h>

#include "lookback/base/utf8.h"
#include "store/inner.h"

struct scan {
	const char *p, *end;
};

static void skip_space(struct scan *s)
{
	while (
	    s->p < s->end && (*s->p == ' ' || *s->p == '\t' || *s->p == '\n' || *s->p == '\r'))
		s->p++;
}

static bool take(struct scan *s, char c)
{
	skip_space(s);
	if (s->p == s->end || *s->p != c)
		return false;
	s->p++;
	return true;
}

static bool is_escaped(const char *from, const char *at)
{
	const char *p = at;

	while (p > from && p[-1] == '\\')
		p--;
	return (at - p) % 2 == 1;
}

/* Past a string whose first quote was taken; what is between the quotes. */
static struct str string(struct scan *s)
{
	const char *from = s->p, *at = from;

	while ((at = memchr(at, '"', (size_t)(s->end - at))) && is_escaped(from, at))
		at++;
	if (!at)
		at = s->end;
	s->p = at < s->end ? at + 1 : at;
	return (struct str){from, (size_t)(at - from)};
}

/* Past a value of any kind; its text. */
static struct str value(struct scan *s)
{
	int depth = 0;

	skip_space(s);
	const char *from = s->p;
	while (s->p < s->end) {
		char c = *s->p;
		if (depth == 0 && (c == ',' || c == '}' || c == ']'))
			break;
		s->p++;
		if (c == '"')
			string(s);
		depth += c == '{' || c == '[';
		depth -= c == '}' || c == ']';
	}
	return str_trim((struct str){from, (size_t)(s->p - from)});
}

static bool find(struct str text, struct str name, struct str *out)
{
	struct scan s = {text.p, text.p + text.n};

	if (!take(&s, '{'))
		return false;
	while (take(&s, '"')) {
		struct str key = string(&s);
		if (!take(&s, ':'))
			return false;
		*out = value(&s);
		if (str_eq(key, name))
			return true;
		if (!take(&s, ','))
			return false;
	}
	return false;
}

/* ---- results ----------------------------------------------------------------- */

static uint32_t hex4(const char *p)
{
	uint8_t b[2] = {0, 0};
	char lower[4];

	for (int i = 0; i < 4; i++)
		lower[i] = p[i] >= 'A' && p[i] <= 'F' ? (char)(p[i] + 32) : p[i];
	hex_read((struct str){lower, 4}, b, 2);
	return (uint32_t)b[0] << 8 | b[1];
}

/* One escape at raw.p[*i], just behind the backslash. */
static size_t unescape(struct str raw, size_t *i, char out[4])
{
	static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
	char c = raw.p[(*i)++];
	const char *at = strchr(from, c);
	uint32_t cp;

	out[0] = at && c ? to[at - from] : c;
	if (c != 'u' || raw.n - *i < 4)
		return 1;
	cp = hex4(raw.p + *i);
	*i += 4;
	if (cp >= 0xd800 && cp < 0xdc00 && raw.n - *i >= 6 && raw.p[*i] == '\\') {
		cp = 0x10000 + ((cp - 0xd800) << 10) + (hex4(raw.p + *i + 2) - 0xdc00);
		*i += 6;
	}
	return utf8_put(out, cp);
}

static void result_string(sqlite3_context *c, struct str raw)
{
	struct store *st = sqlite3_user_data(c);
	struct arena_mark m = arena_mark(&st->calls);
	char *out;
	size_t n = 0;

	if (raw.n == 0 || !memchr(raw.p, '\\', raw.n)) {
		sqlite3_result_text(c, raw.n ? raw.p : "", (int)raw.n, SQLITE_TRANSIENT);
		return;
	}
	out = arena_alloc(&st->calls, raw.n + 4, 1); /* an escape is never longer made plain */
	for (size_t i = 0; i < raw.n;) {
		char c1 = raw.p[i++];
		if (c1 == '\\' && i < raw.n)
			n += unescape(raw, &i, out + n);
		else
			out[n++] = c1;
	}
	sqlite3_result_text(c, out, (int)n, SQLITE_TRANSIENT);
	arena_back(&st->calls, m);
}

static void result(sqlite3_context *c, struct str v)
{
	int64_t i;

	if (v.n >= 2 && v.p[0] == '"')
		result_string(c, (struct str){v.p + 1, v.n - 2});
	else if (str_int(v, &i))
		sqlite3_result_int64(c, i);
	else if (str_is(v, "true") || str_is(v, "false"))
		sqlite3_result_int(c, v.n == 4);
	else if (v.n && !str_is(v, "null"))
		sqlite3_result_text(c, v.p, (int)v.n, SQLITE_TRANSIENT);
}

static void extract(sqlite3_context *c, int n, sqlite3_value **v)
{
	const char *text = (const char *)sqlite3_value_text(v[0]);
	const char *path = (const char *)sqlite3_value_text(v[1]);
	struct str found = {0};

	(void)n;
	if (!text || !path)
		return;
	if (strncmp(path, "$.", 2) != 0) {
		sqlite3_result_error(c, "json_extract: only members of the top", -1);
		return;
	}
	if (find((struct str){text, (size_t)sqlite3_value_bytes(v[0])}, str_of(path + 2),
		&found))
		result(c, found);
}

bool json_extract_add(struct store *st, struct err *e)
{
	const int how = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
	int rc =
	    sqlite3_create_function(st->db, "json_extract", 2, how, st, extract, NULL, NULL);

	return rc == SQLITE_OK || store_fail(st, rc, e);
}
