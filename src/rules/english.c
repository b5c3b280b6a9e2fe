/* SPDX-License-Identifier: MIT */
/* Pieces of sentences: lists, counts, days, "did you mean". */
#include "rules/english.h"

enum { LIST_MAX = 8 };

struct str english_list(struct arena *a, struct strs words, const char *last)
{
	struct buf b = buf_in(a);
	size_t shown = words.n <= LIST_MAX ? words.n : LIST_MAX;

	for (size_t i = 0; i < shown; i++) {
		if (i > 0 && i + 1 == words.n)
			buf_printf(&b, " %s ", last);
		else if (i > 0)
			buf_puts(&b, ", ");
		buf_put(&b, words.v[i]);
	}
	if (shown < words.n)
		buf_printf(&b, " %s %zu more", last, words.n - shown);
	return buf_str(&b);
}

struct str english_near(struct arena *a, struct str word, struct strs known)
{
	struct str near = str_nearest(word, known.v, known.n);

	if (near.n == 0 || str_eq(near, word))
		return STR("");
	return arena_printf(a, "; did you mean '%.*s'?", STR_ARG(near));
}

struct str english_count(struct arena *a, int64_t n, const char *one, const char *many)
{
	return arena_printf(a, "%lld %s", (long long)n, n == 1 ? one : many);
}

struct str english_day(struct arena *a, struct str day)
{
	static const char months[12][4] = {
	    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	int32_t n;
	int y, m, d;

	if (!day_read(day, &n))
		return day;
	day_split(n, &y, &m, &d);
	return arena_printf(a, "%d %s %d", d, months[m - 1], y);
}

const char *english_article(struct str noun)
{
	static const char vowels[] = "aeiouAEIOU";

	for (const char *v = vowels; noun.n && *v; v++)
		if (noun.p[0] == *v)
			return "an";
	return "a";
}
