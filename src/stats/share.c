/* SPDX-License-Identifier: MIT */
/*
 * A sample shared among strata: by size and weight, with largest remainders (Hamilton's
 * method), no stratum below its least or above what it has.
 */
#include "lookback/stats/draw.h"

struct part {
	struct draw_part *is;
	int64_t claim; /* size times weight */
	bool open;     /* its share is not settled yet */
	int64_t rest;  /* what its share leaves over, in parts of all open claims */
};

static int64_t least_of(const struct draw_part *p)
{
	int64_t least = p->least < p->size ? p->least : p->size;

	return least > 0 ? least : 0;
}

static int64_t claims(const struct part *v, size_t n)
{
	int64_t sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += v[i].open ? v[i].claim : 0;
	return sum;
}

/* By how much the share of `left` falls short of the least, or exceeds the size; 0 when it
 * does not. Shares are compared as whole numbers, times all claims. */
static int64_t lacks(const struct part *p, int64_t left, int64_t all)
{
	int64_t by = least_of(p->is) * all - left * p->claim;

	return p->open && by > 0 ? by : 0;
}

static int64_t exceeds(const struct part *p, int64_t left, int64_t all)
{
	int64_t by = left * p->claim - p->is->size * all;

	return p->open && by > 0 ? by : 0;
}

/* Settles the shares that are too small, or those too large, whichever is off by more in all:
 * what settling the one side gives or takes can then not undo it. Returns what they got; 0
 * when every share will do. */
static int64_t settle(struct part *v, size_t n, int64_t left)
{
	int64_t all = claims(v, n), low = 0, high = 0, took = 0;

	for (size_t i = 0; i < n; i++) {
		low += lacks(&v[i], left, all);
		high += exceeds(&v[i], left, all);
	}
	for (size_t i = 0; i < n; i++) {
		bool here = low >= high ? lacks(&v[i], left, all) : exceeds(&v[i], left, all);
		if (!here)
			continue;
		v[i].open = false;
		v[i].is->n = low >= high ? least_of(v[i].is) : v[i].is->size;
		took += v[i].is->n;
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
	int64_t all = claims(v, n), over = left;

	for (size_t i = 0; all && i < n; i++)
		if (v[i].open) {
			v[i].is->n = left * v[i].claim / all;
			v[i].rest = left * v[i].claim % all;
			over -= v[i].is->n;
		}
	for (; all && over > 0; over--) {
		struct part *p = largest_rest(v, n);
		p->is->n++;
		p->rest = -1;
	}
}

static struct part part_of(struct draw_part *p)
{
	p->n = p->all ? p->size : 0;
	return (struct part){
	    .is = p, .claim = p->size * (p->weight > 0 ? p->weight : 1), .open = !p->all};
}

int64_t draw_share(struct draw_part *parts, size_t n, int64_t total)
{
	struct arena scratch = {0};
	struct part *v = arena_new(&scratch, struct part, n);
	int64_t left = 0, took, sum = 0;

	for (size_t i = 0; i < n; i++) {
		v[i] = part_of(&parts[i]);
		left += parts[i].all ? 0 : parts[i].size;
	}
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
