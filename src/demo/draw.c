/* SPDX-License-Identifier: MIT */
/* Dice that are thrown at a place instead of one after the other. */
#include "demo/draw.h"

/* The finaliser of splitmix64: every bit in moves about half of the bits out. */
static uint64_t stir(uint64_t z)
{
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

struct dice draw_at(uint64_t seed, enum stream stream, uint64_t serial)
{
	uint64_t z = stir(seed + 0x9e3779b97f4a7c15u);

	z = stir(z ^ ((uint64_t)stream * 0xd1b54a32d192ed03u));
	return dice_seed(stir(z ^ (serial + 0x2545f4914f6cdd1du)));
}

bool draw_happens(struct dice *d, unsigned per_mille)
{
	return dice_below(d, 1000) < per_mille;
}

int draw_between(struct dice *d, int low, int high)
{
	return low + (int)dice_below(d, (uint64_t)(high - low) + 1);
}

size_t draw_index(struct dice *d, size_t n)
{
	return (size_t)dice_below(d, n);
}

size_t draw_early(struct dice *d, size_t n)
{
	size_t one = draw_index(d, n), two = draw_index(d, n);

	return one < two ? one : two;
}

size_t draw_weighted(struct dice *d, const struct weighted *rows, size_t n)
{
	uint64_t sum = 0, at;
	size_t i = 0;

	for (size_t k = 0; k < n; k++)
		sum += rows[k].weight;
	at = dice_below(d, sum);
	while (at >= rows[i].weight)
		at -= rows[i++].weight;
	return i;
}
