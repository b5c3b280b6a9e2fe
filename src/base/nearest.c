/* SPDX-License-Identifier: MIT */
/* Did you mean: edit distance with swaps (optimal string alignment). */
#include <string.h>

#include "lookback/base/str.h"

enum { LONGEST = 64, FAR = LONGEST + 1 };

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool same(struct str a, size_t i, struct str b, size_t j)
{
	return lower(a.p[i]) == lower(b.p[j]);
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* Three rows of the usual table are enough: a swap looks two rows back. */
static int distance(struct str a, struct str b)
{
	int rows[3][LONGEST + 1];

	if (a.n > LONGEST || b.n > LONGEST)
		return FAR;
	for (size_t j = 0; j <= b.n; j++)
		rows[0][j] = (int)j;
	for (size_t i = 1; i <= a.n; i++) {
		int *now = rows[i % 3], *up = rows[(i + 2) % 3], *up2 = rows[(i + 1) % 3];
		now[0] = (int)i;
		for (size_t j = 1; j <= b.n; j++) {
			now[j] = least(up[j], now[j - 1]) + 1;
			now[j] = least(now[j], up[j - 1] + !same(a, i - 1, b, j - 1));
			if (i > 1 && j > 1 && same(a, i - 1, b, j - 2) &&
			    same(a, i - 2, b, j - 1))
				now[j] = least(now[j], up2[j - 2] + 1);
		}
	}
	return rows[a.n % 3][b.n];
}

/* One error in three letters, three at most. */
static int tolerance(struct str word)
{
	return word.n > 6 ? 3 : (int)(word.n + 2) / 3;
}

struct str str_nearest(struct str word, const struct str *candidates, size_t n)
{
	int best = tolerance(word) + 1;
	struct str found = {0};

	for (size_t i = 0; i < n; i++) {
		int d = distance(word, candidates[i]);
		/* A word of which every letter would change is not near. */
		if (d < best && d < (int)candidates[i].n && (d == 0 || d < (int)word.n)) {
			best = d;
			found = candidates[i];
		}
	}
	return found;
}
