/* SPDX-License-Identifier: MIT */
/* What two readers have given, as tables for statistics. */
#ifndef LOOKBACK_REVIEW_TABLE_H
#define LOOKBACK_REVIEW_TABLE_H

#include "lookback/rules/pack.h"

/* Questions of forms that are read under seats and that readers are compared on, in the order
 * of types and forms. */
struct compared {
	const struct record_type *type;
	const struct question *question;
};
struct compareds {
	struct compared *v;
	size_t n, cap;
};
struct compareds compared_questions(struct arena *a, const struct pack *p);

/* What two have given on one question, as a square table. */
struct table {
	struct strs
	    codes;      /* what is in it: choices of the question, then what was given else */
	int64_t *cells; /* row: first */
	int64_t n;
};
struct table table_new(struct arena *a, const struct question *q);
/* Both must have answered, or it is no pair. */
bool table_add(struct arena *a, struct table *t, struct str first, struct str second);
int64_t table_count(const struct table *t, size_t first, size_t second);

#endif
