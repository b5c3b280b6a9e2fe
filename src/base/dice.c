/* SPDX-License-Identifier: MIT */
/* xoshiro256** seeded by splitmix64 (Blackman and Vigna, public domain). */
#include "lookback/base/hash.h"

static uint64_t splitmix(uint64_t *x)
{
	uint64_t z = (*x += 0x9e3779b97f4a7c15u);

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

static uint64_t turned(uint64_t x, int by)
{
	return (x << by) | (x >> (64 - by));
}

struct dice dice_seed(uint64_t seed)
{
	struct dice d;

	for (int i = 0; i < 4; i++)
		d.s[i] = splitmix(&seed);
	return d;
}

uint64_t dice_next(struct dice *d)
{
	uint64_t *s = d->s, out = turned(s[1] * 5, 7) * 9, t = s[1] << 17;

	s[2] ^= s[0];
	s[3] ^= s[1];
	s[1] ^= s[2];
	s[0] ^= s[3];
	s[2] ^= t;
	s[3] = turned(s[3], 45);
	return out;
}

/* The lowest 2^64 mod n values are thrown again; what is left divides evenly. */
uint64_t dice_below(struct dice *d, uint64_t n)
{
	uint64_t least, roll;

	if (n == 0)
		BUG("a number below 0 was asked for");
	least = (0 - n) % n;
	do
		roll = dice_next(d);
	while (roll < least);
	return roll % n;
}
