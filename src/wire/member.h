/* SPDX-License-Identifier: MIT */
/* A member of a message's struct, by the table: what it is and where it lies. */
#ifndef LOOKBACK_WIRE_MEMBER_H
#define LOOKBACK_WIRE_MEMBER_H

#include <string.h>

#include "lookback/wire/wire.h"

/* Every list in a message struct has this form; only the type of v differs, so it is copied
 * in and out and never pointed at. */
struct wire_list {
	char *v;
	size_t n, cap;
};

static inline const void *wire_member(const struct wire_field *f, const void *in)
{
	return (const char *)in + f->offset;
}

static inline struct wire_list wire_list_of(const struct wire_field *f, const void *in)
{
	struct wire_list l;

	memcpy(&l, wire_member(f, in), sizeof(l));
	return l;
}

#endif
