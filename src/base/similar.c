/* SPDX-License-Identifier: MIT */
/* Words that are alike: their distance, and the keys by which they find each other. */
#include "lookback/base/similar.h"

#include <string.h>

#include "lookback/base/utf8.h"

enum { LONGEST = 64 };

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* Three rows of the usual table are enough: a swap looks two rows back. Once two rows in
 * turn are above what is allowed, all that follow are. */
int letters_distance(const uint32_t *a, size_t na, const uint32_t *b, size_t nb, int most)
{
	int rows[3][LONGEST + 1], low = 0, before;

	if (na > LONGEST || nb > LONGEST)
		return most + 1;
	for (size_t j = 0; j <= nb; j++)
		rows[0][j] = (int)j;
	for (size_t i = 1; i <= na; i++) {
		int *now = rows[i % 3], *up = rows[(i + 2) % 3], *up2 = rows[(i + 1) % 3];
		before = low;
		low = now[0] = (int)i;
		for (size_t j = 1; j <= nb; j++) {
			now[j] = least(up[j], now[j - 1]) + 1;
			now[j] = least(now[j], up[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				now[j] = least(now[j], up2[j - 2] + 1);
			low = least(low, now[j]);
		}
		if (low > most && before > most)
			return most + 1;
	}
	return least(rows[na % 3][nb], most + 1);
}

struct letters {
	uint32_t v[SIMILAR_LETTERS];
	size_t n;
};

/* False when the word is like itself alone, whatever the other is. */
static bool letters_of(struct str word, struct letters *l)
{
	size_t at = 0;
	uint32_t cp;

	l->n = 0;
	while (utf8_next(word, &at, &cp)) {
		if (l->n == SIMILAR_LETTERS || (cp >= '0' && cp <= '9'))
			return false;
		l->v[l->n++] = cp;
	}
	return l->n > 0;
}

static int allowed(size_t longer)
{
	return longer <= 3 ? 0 : longer <= 7 ? 1 : 2;
}

static bool similar(const struct letters *a, const struct letters *b)
{
	size_t longer = a->n > b->n ? a->n : b->n, shorter = a->n + b->n - longer;
	int most = allowed(longer);

	return (int)(longer - shorter) <= most &&
	       letters_distance(a->v, a->n, b->v, b->n, most) <= most;
}

bool similar_words(struct str a, struct str b)
{
	struct letters x, y;

	if (str_eq(a, b))
		return a.n > 0;
	return letters_of(a, &x) && letters_of(b, &y) && similar(&x, &y);
}

/* ---- phrases -------------------------------------------------------------------- */

static struct str text_of(const struct word *w)
{
	return (struct str){w->text, w->n};
}

static bool any_like(struct str text, const struct word *want)
{
	struct letters x, y;
	bool varies = letters_of(text_of(want), &x);
	struct word have;
	size_t at = 0;

	while (words_next(text, &at, &have)) {
		if (str_eq(text_of(&have), text_of(want)))
			return true;
		if (varies && letters_of(text_of(&have), &y) && similar(&x, &y))
			return true;
	}
	return false;
}

static bool is_letter(const struct word *w)
{
	return w->n == 1 && (w->text[0] < '0' || w->text[0] > '9');
}

static bool letters_alone(struct str phrase)
{
	struct word w;
	size_t at = 0;

	while (words_next(phrase, &at, &w))
		if (!is_letter(&w))
			return false;
	return true;
}

bool similar_next(struct str phrase, size_t *at, struct word *out)
{
	while (words_next(phrase, at, out))
		if (!is_letter(out) || letters_alone(phrase))
			return true;
	return false;
}

bool similar_phrase(struct str text, struct str phrase)
{
	struct word want;
	size_t at = 0;
	bool any = false;

	while (similar_next(phrase, &at, &want)) {
		if (!any_like(text, &want))
			return false;
		any = true;
	}
	return any;
}

/* ---- keys ------------------------------------------------------------------------ */

/* How many letters may be taken out: as many as any word that is like it may differ by. */
static int depth(size_t n)
{
	return n <= 2 ? 0 : n <= 5 ? 1 : 2;
}

bool similar_varies(struct str word)
{
	struct letters l;

	return letters_of(word, &l) && depth(l.n) > 0;
}

/* The head without the letters at i and j; a place behind it takes none. */
static void put_key(const struct letters *l, size_t i, size_t j, struct similar_key *out)
{
	out->n = 0;
	for (size_t k = 0; k < l->n; k++)
		if (k != i && k != j)
			out->n += utf8_put(out->text + out->n, l->v[k]);
}

size_t similar_keys(struct str word, struct similar_key out[SIMILAR_KEYS])
{
	struct letters l;
	size_t n = 1;
	int out_of;

	if (!letters_of(word, &l)) {
		out[0].n = word.n < SIMILAR_KEY_BYTES ? word.n : SIMILAR_KEY_BYTES;
		memcpy(out[0].text, word.p, out[0].n);
		return 1;
	}
	out_of = depth(l.n);
	l.n = l.n < SIMILAR_HEAD ? l.n : SIMILAR_HEAD;
	put_key(&l, l.n, l.n, &out[0]);
	for (size_t i = 0; out_of > 0 && i < l.n; i++) {
		put_key(&l, i, i, &out[n++]);
		for (size_t j = i + 1; out_of > 1 && j < l.n; j++)
			put_key(&l, i, j, &out[n++]);
	}
	return n;
}
