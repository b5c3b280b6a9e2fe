/* SPDX-License-Identifier: MIT */
/* The draw: keys from seed and reference, the smallest are the sample. */
#include "lookback/stats/draw.h"

#include <stdlib.h>
#include <string.h>

/* The heading line keeps hashes of different meaning apart. */
static struct hash hash_lines(struct hasher *h, const struct str *lines, size_t n)
{
	hasher_start(h);
	for (size_t i = 0; i < n; i++) {
		hasher_add(h, lines[i]);
		hasher_add(h, STR("\n"));
	}
	return hasher_end(h);
}

static struct hash key_of(struct hasher *h, struct str seed, struct str ref)
{
	return hash_lines(h, (struct str[]){STR("lookback-draw-1"), seed, ref}, 3);
}

struct hash draw_key(struct str seed, struct str ref)
{
	struct hasher *h = hasher_open();
	struct hash key = key_of(h, seed, ref);

	hasher_close(h);
	return key;
}

bool draw_chance(struct str seed, struct str ref, struct str what, int percent)
{
	struct hasher *h = hasher_open();
	struct hash got =
	    hash_lines(h, (struct str[]){STR("lookback-chance-1"), seed, what, ref}, 4);
	uint64_t x = 0, bucket;

	hasher_close(h);
	for (int i = 0; i < 8; i++)
		x = x << 8 | got.b[i];
	/* the upper half of the 128 bits of x * 100 */
	bucket = ((x >> 32) * 100 + ((x & UINT32_MAX) * 100 >> 32)) >> 32;
	return percent > 0 && bucket < (uint64_t)percent;
}

/* ---- what may be drawn from ---------------------------------------------------- */

static bool is_line(struct str s)
{
	return s.n && !memchr(s.p, '\n', s.n);
}

static bool check_line(struct str s, const char *what, struct err *e)
{
	if (is_line(s))
		return true;
	return err_set(e, ERR_USAGE,
	    s.n ? "The %s \"%.*s\" holds a line break, so a draw with it could not be repeated."
		: "The %s is empty, so nothing can be drawn with it.%.*s",
	    what, STR_ARG(s));
}

static bool check_refs(struct strs frame, struct err *e)
{
	for (size_t i = 0; i < frame.n; i++)
		if (!check_line(frame.v[i], "reference", e))
			return false;
	return true;
}

static bool fail_twice(struct str ref, struct err *e)
{
	return err_set(e, ERR_USAGE,
	    "%.*s stands in the frame twice; what is listed twice is drawn twice as often.",
	    STR_ARG(ref));
}

static bool check_stratum(const struct draw_stratum *s, struct err *e)
{
	if (!check_refs(s->frame, e))
		return false;
	if (s->n <= s->frame.n)
		return true;
	return err_set(e, ERR_USAGE, "%zu cannot be drawn%s%.*s: the frame holds %zu.", s->n,
	    s->name.n ? " from " : "", STR_ARG(s->name), s->frame.n);
}

/* ---- the frame's hash ---------------------------------------------------------- */

static int by_bytes(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static bool check_once(const struct str *sorted, size_t n, struct err *e)
{
	for (size_t i = 1; i < n; i++)
		if (str_eq(sorted[i - 1], sorted[i]))
			return fail_twice(sorted[i], e);
	return true;
}

bool draw_frame_hash(struct arena *scratch, struct strs frame, struct hash *out, struct err *e)
{
	struct arena_mark mark = arena_mark(scratch);
	struct str *lines = arena_new(scratch, struct str, frame.n + 1);
	struct hasher *h;
	bool ok;

	lines[0] = STR("lookback-frame-1");
	if (frame.n) {
		memcpy(lines + 1, frame.v, frame.n * sizeof(*lines));
		qsort(lines + 1, frame.n, sizeof(*lines), by_bytes);
	}
	ok = check_refs(frame, e) && check_once(lines + 1, frame.n, e);
	if (ok) {
		h = hasher_open();
		*out = hash_lines(h, lines, frame.n + 1);
		hasher_close(h);
	}
	arena_back(scratch, mark);
	return ok;
}

/* ---- the sample ---------------------------------------------------------------- */

static int by_key(const void *a, const void *b)
{
	const struct drawn *x = a, *y = b;

	return memcmp(x->key.b, y->key.b, HASH_LEN);
}

static size_t key_all(
    struct str seed, const struct draw_stratum *strata, size_t n, struct drawn *out)
{
	struct hasher *h = hasher_open();
	size_t k = 0;

	for (size_t s = 0; s < n; s++)
		for (size_t i = 0; i < strata[s].frame.n; i++) {
			struct str ref = strata[s].frame.v[i];
			out[k++] = (struct drawn){ref, key_of(h, seed, ref), s};
		}
	hasher_close(h);
	qsort(out, k, sizeof(*out), by_key);
	return k;
}

/* One pass over all keys in order: each stratum takes until it has its own n. */
static bool take(struct arena *a, struct drawn *all, size_t n, size_t *left, size_t wanted,
    struct draw *out, struct err *e)
{
	struct draw got = {arena_new(a, struct drawn, wanted), 0};

	for (size_t i = 0; i < n; i++) {
		if (i && by_key(&all[i - 1], &all[i]) == 0)
			return fail_twice(all[i].ref, e);
		if (left[all[i].stratum]) {
			left[all[i].stratum]--;
			all[i].ref = arena_str(a, all[i].ref);
			got.v[got.n++] = all[i];
		}
	}
	*out = got;
	return true;
}

bool draw_strata(struct arena *a, struct str seed, const struct draw_stratum *strata, size_t n,
    struct draw *out, struct err *e)
{
	struct arena scratch = {0};
	size_t *left = arena_new(&scratch, size_t, n);
	struct drawn *all;
	size_t total = 0, wanted = 0;
	bool ok = check_line(seed, "seed", e);

	for (size_t s = 0; ok && s < n; s++) {
		ok = check_stratum(&strata[s], e);
		left[s] = strata[s].n;
		wanted += strata[s].n;
		total += strata[s].frame.n;
	}
	if (ok) {
		all = arena_new(&scratch, struct drawn, total);
		ok = take(a, all, key_all(seed, strata, n, all), left, wanted, out, e);
	}
	arena_clear(&scratch);
	return ok;
}

bool draw_sample(struct arena *a, struct str seed, struct strs frame, size_t n,
    struct draw *out, struct err *e)
{
	struct draw_stratum whole = {.frame = frame, .n = n};

	return draw_strata(a, seed, &whole, 1, out, e);
}
