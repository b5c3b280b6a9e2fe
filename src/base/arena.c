/* SPDX-License-Identifier: MIT */
/* Arenas: chunks that grow, red zones and poison under AddressSanitizer. */
#include "lookback/base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define WITH_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WITH_ASAN 1
#endif
#endif

#ifdef WITH_ASAN
#include <sanitizer/asan_interface.h>
/* Poison has a grain of 8 bytes, so blocks start on one. */
enum { RED_ZONE = 16, GRAIN = 8, IN_PLACE = 0 };
#define HIDE(p, n) ASAN_POISON_MEMORY_REGION((p), (n))
#define SHOW(p, n) ASAN_UNPOISON_MEMORY_REGION((p), (n))
#else
enum { RED_ZONE = 0, GRAIN = 1, IN_PLACE = 1 };
#define HIDE(p, n) ((void)(p), (void)(n))
#define SHOW(p, n) ((void)(p), (void)(n))
#endif

enum { CHUNK_MIN = 4 << 10, CHUNK_MAX = 256 << 10, BIG = 64 << 10 };

struct arena_chunk {
	struct arena_chunk *older;
	size_t size, used;
	alignas(max_align_t) char data[];
};

size_t arena_size(size_t size, size_t n)
{
	size_t all;

	if (__builtin_mul_overflow(size, n, &all))
		die("out of memory: %zu blocks of %zu bytes", n, size);
	return all;
}

static void chunk_add(struct arena *a, size_t size)
{
	struct arena_chunk *c;

	if (size > SIZE_MAX - sizeof(*c) || !(c = malloc(sizeof(*c) + size)))
		die("out of memory: %zu bytes", size);
	c->older = a->head;
	c->size = size;
	c->used = 0;
	HIDE(c->data, size);
	a->head = c;
}

/* Chunks double, so many small arenas stay small and a large one takes few
 * turns. A big block gets a chunk of just its size. */
static void make_room(struct arena *a, size_t size)
{
	size_t usual = a->head ? a->head->size * 2 : CHUNK_MIN;

	if (usual < CHUNK_MIN)
		usual = CHUNK_MIN;
	if (usual > CHUNK_MAX)
		usual = CHUNK_MAX;
	if (size >= BIG)
		usual = size;
	while (usual < size)
		usual *= 2;
	chunk_add(a, usual);
}

void *arena_alloc(struct arena *a, size_t size, size_t align)
{
	size_t grain = align < GRAIN ? GRAIN : align, need, at;
	char *p;

	if (__builtin_add_overflow(size, RED_ZONE + GRAIN - 1, &need))
		die("out of memory: %zu bytes", size);
	need = need / GRAIN * GRAIN;
	at = a->head ? (a->head->used + grain - 1) & ~(grain - 1) : 0;
	if (!a->head || at > a->head->size || need > a->head->size - at) {
		make_room(a, need);
		at = 0;
	}
	p = a->head->data + at;
	a->head->used = at + need;
	SHOW(p, size);
	return memset(p, 0, size);
}

static void drop_head(struct arena *a)
{
	struct arena_chunk *c = a->head;

	a->head = c->older;
	SHOW(c->data, c->size);
	free(c);
}

void arena_clear(struct arena *a)
{
	while (a->head)
		drop_head(a);
}

struct arena_mark arena_mark(struct arena *a)
{
	return (struct arena_mark){a->head, a->head ? a->head->used : 0};
}

void arena_back(struct arena *a, struct arena_mark m)
{
	while (a->head && a->head != m.chunk)
		drop_head(a);
	if (a->head != m.chunk)
		BUG("a mark of another arena, or used out of order");
	if (a->head) {
		a->head->used = m.used;
		HIDE(a->head->data + m.used, a->head->size - m.used);
	}
}

/* The last block of a chunk can often stay where it is. Under ASan it always
 * moves, so that a pointer kept across a growth is found. */
static bool grow_in_place(struct arena *a, char *old, size_t was, size_t now)
{
	struct arena_chunk *c = a->head;

	if (!IN_PLACE || !c || !old || old + was != c->data + c->used)
		return false;
	if (now - was > c->size - c->used)
		return false;
	memset(old + was, 0, now - was);
	c->used += now - was;
	return true;
}

void *arena_resize(struct arena *a, void *old, size_t was, size_t now)
{
	void *p;

	if (grow_in_place(a, old, was, now))
		return old;
	p = arena_alloc(a, now, alignof(max_align_t));
	if (was)
		memcpy(p, old, was);
	if (old)
		HIDE(old, was);
	return p;
}

void *arena_grow(struct arena *a, void *old, size_t *cap, size_t size)
{
	size_t was = *cap, now = was ? was * 2 : 8;

	*cap = now;
	return arena_resize(a, old, was * size, arena_size(size, now));
}

void *arena_room(struct arena *a, void *old, size_t n, size_t *cap, size_t size)
{
	return n == *cap ? arena_grow(a, old, cap, size) : old;
}

struct str arena_str(struct arena *a, struct str s)
{
	char *p = arena_alloc(a, s.n + 1, 1);

	if (s.n)
		memcpy(p, s.p, s.n);
	return (struct str){p, s.n};
}

struct str arena_cstr(struct arena *a, const char *s)
{
	return arena_str(a, str_of(s));
}

struct str arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	char *p;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n < 0)
		BUG("format \"%s\" cannot be written", fmt);
	p = arena_alloc(a, (size_t)n + 1, 1);
	va_start(ap, fmt);
	vsnprintf(p, (size_t)n + 1, fmt, ap);
	va_end(ap);
	return (struct str){p, (size_t)n};
}
