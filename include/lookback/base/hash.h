/* SPDX-License-Identifier: MIT */
/* SHA-256 (FIPS 180-4) through libcrypto's EVP, hex, and random bytes from the kernel. */
#ifndef LOOKBACK_BASE_HASH_H
#define LOOKBACK_BASE_HASH_H

#include "lookback/base/arena.h"
#include "lookback/base/str.h"

enum { HASH_LEN = 32, HASH_HEX = 64 };
struct hash {
	uint8_t b[HASH_LEN];
};

struct hasher; /* one context, reused: open once, not per hash */
struct hasher *hasher_open(void);
void hasher_close(struct hasher *h);
void hasher_start(struct hasher *h);
void hasher_add(struct hasher *h, struct str s);
struct hash hasher_end(struct hasher *h);
struct hash hash_of(struct str s);
bool hash_eq(struct hash a, struct hash b);

void hex_of(const uint8_t *b, size_t n, char *out); /* 2n lower-case digits and a NUL */
bool hex_read(struct str hex, uint8_t *out, size_t n);
/* Six words of a fixed list for a head: a person can compare them on paper. */
struct str hash_words(struct arena *a, struct hash h);

void random_bytes(void *out, size_t n); /* getrandom(2); dies when it cannot */

/* A small generator with a seed, the same on every machine (splitmix64 feeding
 * xoshiro256**, Blackman and Vigna 2018). Not for secrets. */
struct dice {
	uint64_t s[4];
};
struct dice dice_seed(uint64_t seed);
uint64_t dice_next(struct dice *d);
uint64_t dice_below(struct dice *d, uint64_t n); /* 0..n-1, without bias; n > 0 */

#endif
