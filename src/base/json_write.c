/* SPDX-License-Identifier: MIT */
/*
 * Canonical JSON. What is written can always be parsed again: bytes that are no
 * UTF-8, and NUL, go out as U+FFFD, so a mistake elsewhere cannot put a document
 * that nobody reads into the chain.
 */
#include <stdlib.h>

#include "base/utf8_mark.h"
#include "lookback/base/json.h"
#include "lookback/base/utf8.h"

enum { ON_STACK = 32 };

static void put_escape(struct buf *b, unsigned char c)
{
	static const char letters[] = "btn?fr", digits[] = "0123456789abcdef";

	buf_char(b, '\\');
	if (c >= '\b' && c <= '\r' && c != '\v') {
		buf_char(b, letters[c - '\b']);
	} else if (c < 0x20) {
		buf_put(b, STR("u00"));
		buf_char(b, digits[c >> 4]);
		buf_char(b, digits[c & 15]);
	} else {
		buf_char(b, (char)c); /* the quote and the backslash */
	}
}

/* From *at to the next byte that cannot go out as it is. */
static struct str plain_run(struct str s, size_t *at)
{
	size_t from = *at, i = from;

	while (i < s.n && (unsigned char)s.p[i] >= 0x20 && s.p[i] != '"' && s.p[i] != '\\')
		i++;
	*at = i;
	return (struct str){s.p + from, i - from};
}

/* A copy with U+FFFD for what is not text; only ever made of faulty strings. */
static struct str mended(struct arena *a, struct str s)
{
	struct buf b = buf_in(a);
	char unit[4];
	uint32_t cp;

	for (size_t at = 0; utf8_next(s, &at, &cp);)
		buf_put(&b, (struct str){unit, utf8_put(unit, cp ? cp : 0xfffd)});
	return buf_str(&b);
}

static void write_text(struct buf *b, struct str s)
{
	if (!utf8_valid(s))
		s = mended(b->arena, s);
	buf_char(b, '"');
	for (size_t at = 0; at < s.n;) {
		buf_put(b, plain_run(s, &at));
		if (at < s.n)
			put_escape(b, (unsigned char)s.p[at++]);
	}
	buf_char(b, '"');
}

/* By hand: printf would be a third of the time of a small document. */
static void write_int(struct buf *b, int64_t i)
{
	uint64_t v = i < 0 ? 0 - (uint64_t)i : (uint64_t)i;
	char text[24];
	size_t at = sizeof(text);

	do
		text[--at] = (char)('0' + v % 10);
	while (v /= 10);
	if (i < 0)
		text[--at] = '-';
	buf_put(b, (struct str){text + at, sizeof(text) - at});
}

struct member {
	struct str key;
	const struct json *val;
};

static int by_key(const void *x, const void *y)
{
	return str_cmp(((const struct member *)x)->key, ((const struct member *)y)->key);
}

/* Byte order of UTF-8 is code point order. Few members: insertion is quickest, and
 * it costs nothing when they came in order. */
static void sort_members(struct member *m, size_t n)
{
	if (n > ON_STACK) {
		qsort(m, n, sizeof(*m), by_key);
		return;
	}
	for (size_t i = 1; i < n; i++) {
		struct member x = m[i];
		size_t j = i;
		for (; j > 0 && by_key(&m[j - 1], &x) > 0; j--)
			m[j] = m[j - 1];
		m[j] = x;
	}
}

static void write_value(struct buf *b, const struct json *j, int depth);

static void write_object(struct buf *b, const struct json *j, int depth)
{
	struct member few[ON_STACK], *m = few;

	if (j->n > ON_STACK)
		m = arena_new(b->arena, struct member, j->n);
	for (size_t i = 0; i < j->n; i++)
		m[i] = (struct member){j->keys[i], j->v[i]};
	sort_members(m, j->n);
	buf_char(b, '{');
	for (size_t i = 0; i < j->n; i++) {
		if (i)
			buf_char(b, ',');
		write_text(b, m[i].key);
		buf_char(b, ':');
		write_value(b, m[i].val, depth);
	}
	buf_char(b, '}');
}

static void write_array(struct buf *b, const struct json *j, int depth)
{
	buf_char(b, '[');
	for (size_t i = 0; i < j->n; i++) {
		if (i)
			buf_char(b, ',');
		write_value(b, j->v[i], depth);
	}
	buf_char(b, ']');
}

static void write_value(struct buf *b, const struct json *j, int depth)
{
	switch (j->kind) {
	case J_NULL:
		buf_put(b, STR("null"));
		return;
	case J_BOOL:
		buf_put(b, j->b ? STR("true") : STR("false"));
		return;
	case J_INT:
		write_int(b, j->i);
		return;
	case J_STR:
		write_text(b, j->s);
		return;
	case J_ARR:
	case J_OBJ:
		if (depth == JSON_DEPTH_MAX)
			BUG("JSON deeper than %d was built", JSON_DEPTH_MAX);
		if (j->kind == J_ARR)
			write_array(b, j, depth + 1);
		else
			write_object(b, j, depth + 1);
	}
}

void json_write(struct buf *b, const struct json *j)
{
	write_value(b, j, 0);
}

struct str json_text(struct arena *a, const struct json *j)
{
	struct buf b = buf_in(a);

	json_write(&b, j);
	return buf_str(&b);
}
