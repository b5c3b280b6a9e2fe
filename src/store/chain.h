/* SPDX-License-Identifier: MIT */
/* The three hashes of the chain, byte by byte as docs/AUDIT.md says. */
#ifndef LOOKBACK_STORE_CHAIN_H
#define LOOKBACK_STORE_CHAIN_H

#include "lookback/base/hash.h"

enum { SALT_LEN = 16 };
struct link { /* what of an event is hashed */
	int64_t seq;
	struct str at, actor, session, type, record;
};
struct hash chain_content(struct hasher *h, const uint8_t salt[SALT_LEN], struct str body);
struct hash chain_leaf(struct hasher *h, const struct link *l, const struct hash *content);
struct hash chain_head(struct hasher *h, const struct hash *before, const struct hash *leaf);

#endif
