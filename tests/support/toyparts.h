/* SPDX-License-Identifier: MIT */
/* How the toy pack is put together: rows of its tables, and what adds them to a type. */
#ifndef TESTS_SUPPORT_TOYPARTS_H
#define TESTS_SUPPORT_TOYPARTS_H

#include "support/toypack.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

enum {
	REQUIRED = 1,
	RESTRICTED = 2,
	INDEX = 4,
	SEARCH = 8,
	BARS = 16,
	ORDERED = 32,
	NAMES = 64
};
enum { NA = ABSENT_NA, NR = ABSENT_NOT_RECORDED, NC = ABSENT_NOT_CHECKED };

struct item { /* a field, or a question of `form` */
	const char *form, *name, *label;
	enum vtype type;
	const char *choices;
	unsigned absent;
	int64_t max;
	unsigned is;
	const char *show_if, *reason_if;
};
struct place_row {
	const char *name, *label, *queue;
	struct limit any, by_band[3]; /* by_band counts when its first is set */
	bool final;
};
struct move {
	const char *id, *label;
	char key;
	const char *from, *to, *by, *form, *when, *because, *distinct, *band;
	bool reason;
};

void toy_items(struct arena *a, struct record_type *t, const struct item *rows, size_t n);
void toy_states(struct arena *a, struct record_type *t, const struct place_row *rows, size_t n);
void toy_moves(struct arena *a, struct record_type *t, const struct move *rows, size_t n);
struct record_type *toy_type(struct arena *a, struct pack *p, const char *name,
    const char *label, const char *ref, const char *initial);
/* What the engine adds to the first two types, and the two types that show the rest of it:
 * actions under a case, papers that two people read. */
void toy_engine(struct arena *a, struct pack *p);

#endif
