/* SPDX-License-Identifier: MIT */
/* The string builder: grows in its arena, keeps a NUL behind the text. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "lookback/base/arena.h"
#include "lookback/base/str.h"

enum { FIRST = 64 };

struct buf buf_in(struct arena *a)
{
	return (struct buf){.arena = a};
}

/* Room for `more` bytes and the NUL. */
static void buf_room(struct buf *b, size_t more)
{
	size_t need, cap = b->cap ? b->cap : FIRST;

	if (__builtin_add_overflow(b->n + 1, more, &need) || need > SIZE_MAX / 2)
		die("out of memory: text of %zu bytes", more);
	if (need <= b->cap)
		return;
	while (cap < need)
		cap *= 2;
	b->p = arena_resize(b->arena, b->p, b->cap, cap);
	b->cap = cap;
}

void buf_put(struct buf *b, struct str s)
{
	if (s.n == 0)
		return;
	buf_room(b, s.n);
	memcpy(b->p + b->n, s.p, s.n);
	b->n += s.n;
	b->p[b->n] = '\0';
}

void buf_puts(struct buf *b, const char *c)
{
	buf_put(b, str_of(c));
}

void buf_char(struct buf *b, char c)
{
	if (b->n + 1 >= b->cap)
		buf_room(b, 1);
	b->p[b->n++] = c;
	b->p[b->n] = '\0';
}

PRINTF(2, 0)
static size_t try_print(struct buf *b, const char *fmt, va_list ap)
{
	size_t room = b->cap - b->n;
	int n = vsnprintf(room ? b->p + b->n : NULL, room, fmt, ap);

	if (n < 0)
		BUG("format \"%s\" cannot be written", fmt);
	return (size_t)n;
}

void buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap;
	size_t n;

	va_start(ap, fmt);
	n = try_print(b, fmt, ap);
	va_end(ap);
	if (n >= b->cap - b->n) {
		buf_room(b, n);
		va_start(ap, fmt);
		try_print(b, fmt, ap);
		va_end(ap);
	}
	b->n += n;
}

struct str buf_str(const struct buf *b)
{
	return (struct str){b->n ? b->p : "", b->n};
}
