/* SPDX-License-Identifier: MIT */
/*
 * A sample shared among strata: by size, with largest remainders (Hamilton's method), no
 * stratum below its least.
 */
#include "lookback/stats/draw.h"

struct part {
	struct draw_part *is;
	bool open;    /* its share is not settled yet */
	int64_t rest; /* what its share leaves over, in parts of the open size */
};

static int64_t least_of(const struct draw_part *p)
{
	int64_t least = p->least < p->size ? p->least : p->size;

	return least > 0 ? least : 0;
}

static int64_t open_size(const struct part *v, size_t n)
{
	int64_t sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += v[i].open ? v[i].is->size : 0;
	return sum;
}

/* Settles every open part whose share of `left` is short of its least, all judged by the
 * same share; returns what that took, 0 when every share suffices. */
static int64_t settle(struct part *v, size_t n, int64_t left)
{
	int64_t size = open_size(v, n), took = 0;

	for (size_t i = 0; i < n; i++) {
		int64_t least = least_of(v[i].is);
		if (v[i].open && left * v[i].is->size < least * size) {
			v[i].open = false;
			v[i].is->n = least;
			took += least;
		}
	}
	return took;
}

static struct part *largest_rest(struct part *v, size_t n)
{
	struct part *best = NULL;

	for (size_t i = 0; i < n; i++)
		if (v[i].open && (!best || v[i].rest > best->rest))
			best = &v[i];
	return best;
}

static void share(struct part *v, size_t n, int64_t left)
{
	int64_t size = open_size(v, n), over = left;

	for (size_t i = 0; size && i < n; i++)
		if (v[i].open) {
			v[i].is->n = left * v[i].is->size / size;
			v[i].rest = left * v[i].is->size % size;
			over -= v[i].is->n;
		}
	for (; size && over > 0; over--) {
		struct part *p = largest_rest(v, n);
		p->is->n++;
		p->rest = -1;
	}
}

int64_t draw_share(struct draw_part *parts, size_t n, int64_t total)
{
	struct arena scratch = {0};
	struct part *v = arena_new(&scratch, struct part, n);
	int64_t left, took, sum = 0;

	for (size_t i = 0; i < n; i++) {
		v[i] = (struct part){&parts[i], .open = !parts[i].all};
		parts[i].n = parts[i].all ? parts[i].size : 0;
	}
	left = open_size(v, n);
	if (total < left)
		left = total > 0 ? total : 0;
	while ((took = settle(v, n, left)) > 0)
		left = took < left ? left - took : 0;
	share(v, n, left);
	for (size_t i = 0; i < n; i++)
		sum += parts[i].n;
	arena_clear(&scratch);
	return sum;
}
