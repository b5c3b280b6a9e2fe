/* SPDX-License-Identifier: MIT */
/*
 * Strings carry their length. Memory of a str made by an arena or a buf is
 * followed by a NUL, so .p may go to C functions; a str that is a slice of
 * another is not. A zeroed str is the empty string (p may be NULL).
 */
#ifndef LOOKBACK_BASE_STR_H
#define LOOKBACK_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lookback/base/err.h"

struct arena;
struct str {
	const char *p;
	size_t n;
};
struct strs { /* a list of strings, in some arena */
	struct str *v;
	size_t n, cap;
};

#define STR(lit) ((struct str){"" lit, sizeof(lit) - 1})
#define STR_INIT(lit)                                                                          \
	{                                                                                      \
		"" lit, sizeof(lit) - 1                                                        \
	}                                         /* the same in a static table */
#define STR_ARG(s) (int)(s).n, (s).p ? (s).p : "" /* for "%.*s" */

struct str str_of(const char *c); /* NULL is empty */
bool str_eq(struct str a, struct str b);
bool str_is(struct str a, const char *c);
int str_cmp(struct str a, struct str b); /* by bytes, as memcmp */
bool str_starts(struct str s, struct str prefix);
bool str_has(struct strs list, struct str s);
struct str str_trim(struct str s); /* a slice without ASCII white space around */
/* Cuts the part before the first `sep` off *rest; false when rest is empty. Empty
 * parts count ("a,,b" is three), but a last `sep` ends and does not separate. */
bool str_cut(struct str *rest, char sep, struct str *part);
bool str_int(struct str s, int64_t *out); /* whole decimal; false on anything else */
/* The candidate nearest by edit distance (insert, delete, replace, swap; case is
 * free), or empty when none is near enough: one error in three letters, 3 at most. */
struct str str_nearest(struct str word, const struct str *candidates, size_t n);

/* A builder; memory in the arena; NUL kept after the text. */
struct buf {
	struct arena *arena;
	char *p;
	size_t n, cap;
};
struct buf buf_in(struct arena *a);
void buf_put(struct buf *b, struct str s);
void buf_puts(struct buf *b, const char *c);
void buf_char(struct buf *b, char c);
void buf_printf(struct buf *b, const char *fmt, ...) PRINTF(2, 3);
struct str buf_str(const struct buf *b); /* valid until the next put */

#endif
