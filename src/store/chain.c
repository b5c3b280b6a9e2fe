/* SPDX-License-Identifier: MIT */
/* The hashes of an event and of the chain, exactly as docs/AUDIT.md says. */
#include "store/chain.h"

#include <stdio.h>

static void add_hex(struct hasher *h, const uint8_t *b, size_t n)
{
	char text[HASH_HEX + 1];

	hex_of(b, n, text);
	text[2 * n] = '\n';
	hasher_add(h, (struct str){text, 2 * n + 1});
}

static void add_line(struct hasher *h, struct str s)
{
	hasher_add(h, s);
	hasher_add(h, STR("\n"));
}

struct hash chain_content(struct hasher *h, const uint8_t salt[SALT_LEN], struct str body)
{
	hasher_start(h);
	hasher_add(h, STR("lookback-body-1\n"));
	add_hex(h, salt, SALT_LEN);
	hasher_add(h, body);
	return hasher_end(h);
}

struct hash chain_leaf(struct hasher *h, const struct link *l, const struct hash *content)
{
	char seq[24];
	int n = snprintf(seq, sizeof(seq), "%lld\n", (long long)l->seq);

	hasher_start(h);
	hasher_add(h, STR("lookback-event-1\n"));
	hasher_add(h, (struct str){seq, (size_t)n});
	add_line(h, l->at);
	add_line(h, l->actor);
	add_line(h, l->session);
	add_line(h, l->type);
	add_line(h, l->record);
	add_hex(h, content->b, HASH_LEN);
	return hasher_end(h);
}

struct hash chain_head(struct hasher *h, const struct hash *before, const struct hash *leaf)
{
	hasher_start(h);
	hasher_add(h, STR("lookback-head-1\n"));
	add_hex(h, before->b, HASH_LEN);
	add_hex(h, leaf->b, HASH_LEN);
	return hasher_end(h);
}
