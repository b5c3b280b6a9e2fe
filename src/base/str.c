/* SPDX-License-Identifier: MIT */
/* Strings with a length: comparing, cutting, numbers. */
#include "lookback/base/str.h"

#include <string.h>

struct str str_of(const char *c)
{
	return (struct str){c, c ? strlen(c) : 0};
}

bool str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

bool str_is(struct str a, const char *c)
{
	return str_eq(a, str_of(c));
}

int str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.p, b.p, n) : 0;

	return c ? c : (a.n > b.n) - (a.n < b.n);
}

bool str_starts(struct str s, struct str prefix)
{
	return s.n >= prefix.n && str_eq((struct str){s.p, prefix.n}, prefix);
}

bool str_has(struct strs list, struct str s)
{
	for (size_t i = 0; i < list.n; i++)
		if (str_eq(list.v[i], s))
			return true;
	return false;
}

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str str_trim(struct str s)
{
	while (s.n && is_space(s.p[s.n - 1]))
		s.n--;
	while (s.n && is_space(*s.p)) {
		s.p++;
		s.n--;
	}
	return s;
}

bool str_cut(struct str *rest, char sep, struct str *part)
{
	const char *at;

	if (rest->n == 0)
		return false;
	at = memchr(rest->p, sep, rest->n);
	part->p = rest->p;
	part->n = at ? (size_t)(at - rest->p) : rest->n;
	rest->p += part->n + (at != NULL);
	rest->n -= part->n + (at != NULL);
	return true;
}

/* Counted downwards, because INT64_MIN has no positive twin. */
bool str_int(struct str s, int64_t *out)
{
	bool minus = s.n && s.p[0] == '-';
	int64_t v = 0;

	if (s.n == (size_t)minus)
		return false;
	for (size_t i = minus; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		if (__builtin_mul_overflow(v, 10, &v) ||
		    __builtin_sub_overflow(v, s.p[i] - '0', &v))
			return false;
	}
	if (!minus && v == INT64_MIN)
		return false;
	*out = minus ? v : -v;
	return true;
}
