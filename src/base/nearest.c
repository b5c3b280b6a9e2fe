/* SPDX-License-Identifier: MIT */
/* Did you mean: the candidate at the least distance, if any is near. */
#include "lookback/base/similar.h"

enum { LONGEST = 64 };

/* Bytes, in lower case; empty when there are too many. */
static size_t lower(struct str s, uint32_t out[LONGEST])
{
	if (s.n > LONGEST)
		return 0;
	for (size_t i = 0; i < s.n; i++)
		out[i] = (unsigned char)(s.p[i] >= 'A' && s.p[i] <= 'Z' ? s.p[i] + 32 : s.p[i]);
	return s.n;
}

/* One error in three letters, three at most. */
static int tolerance(struct str word)
{
	return word.n > 6 ? 3 : (int)(word.n + 2) / 3;
}

struct str str_nearest(struct str word, const struct str *candidates, size_t n)
{
	uint32_t want[LONGEST], have[LONGEST];
	size_t nwant = lower(word, want), nhave;
	int best = tolerance(word) + 1;
	struct str found = {0};

	for (size_t i = 0; nwant && i < n; i++) {
		int d;
		if ((nhave = lower(candidates[i], have)) == 0)
			continue;
		d = letters_distance(want, nwant, have, nhave, best);
		/* A word of which every letter would change is not near. */
		if (d < best && d < (int)nhave && (d == 0 || d < (int)nwant)) {
			best = d;
			found = candidates[i];
		}
	}
	return found;
}
