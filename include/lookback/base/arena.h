/* SPDX-License-Identifier: MIT */
/*
 * Arenas: memory that is freed together. A function that returns memory takes
 * the arena it will live in, so the lifetime is read at the call site: process,
 * session, screen, request. Nothing in a longer arena points into a shorter one.
 * Allocation never fails (out of memory dies) and is zeroed. Under
 * AddressSanitizer cleared memory is poisoned and blocks have red zones.
 */
#ifndef LOOKBACK_BASE_ARENA_H
#define LOOKBACK_BASE_ARENA_H

#include <stdalign.h>
#include <stddef.h>

#include "lookback/base/err.h"
#include "lookback/base/str.h"

struct arena_chunk;
struct arena { /* zeroed storage is an empty arena */
	struct arena_chunk *head;
};
struct arena_mark {
	struct arena_chunk *chunk;
	size_t used;
};

void arena_clear(struct arena *a); /* gives everything back; reusable */
void *arena_alloc(struct arena *a, size_t size, size_t align);
#define arena_new(a, type, n)                                                                  \
	((type *)arena_alloc((a), arena_size(sizeof(type), (size_t)(n)), alignof(type)))
size_t arena_size(size_t size, size_t n); /* product; dies on overflow */

/* Scratch inside a function: everything allocated since the mark is given back. */
struct arena_mark arena_mark(struct arena *a);
void arena_back(struct arena *a, struct arena_mark m);

struct str arena_str(struct arena *a, struct str s);   /* a NUL-terminated copy */
struct str arena_cstr(struct arena *a, const char *s); /* the same, from C */
struct str arena_printf(struct arena *a, const char *fmt, ...) PRINTF(2, 3);

/* The block with `now` bytes (more than `was`), zeroed behind; it may move. */
void *arena_resize(struct arena *a, void *old, size_t was, size_t now);

/* A vector that grows in an arena: struct { T *v; size_t n, cap; } */
#define arena_push(a, vec)                                                                     \
	(((vec)->v = arena_room((a), (vec)->v, (vec)->n, &(vec)->cap, sizeof *(vec)->v)),      \
	    &(vec)->v[(vec)->n++])
void *arena_grow(struct arena *a, void *old, size_t *cap, size_t size);
/* The same only when n members fill it; a push has room for one more. */
void *arena_room(struct arena *a, void *old, size_t n, size_t *cap, size_t size);

#endif
