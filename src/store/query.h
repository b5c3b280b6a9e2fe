/* SPDX-License-Identifier: MIT */
/*
 * Statements that are composed: constant pieces of SQL joined by code, every value
 * bound. Equal texts are prepared once and kept.
 */
#ifndef LOOKBACK_STORE_QUERY_H
#define LOOKBACK_STORE_QUERY_H

#include "store/inner.h"

struct bound_value {
	bool text;
	int64_t i;
	struct str s;
};
struct query {
	struct store *st;
	struct arena *arena;
	struct buf sql;
	bool each; /* words are looked up record by record: most records hold them */
	struct {
		struct bound_value *v;
		size_t n, cap;
	} values;
};
struct query query_new(struct store *st, struct arena *a);
void query_sql(struct query *q, const char *constant);
void query_str(struct query *q, struct str constant);
/* A parameter with its value: adds ? to the text. */
void query_int(struct query *q, int64_t i);
void query_text(struct query *q, struct str s);
void query_value(struct query *q, struct value v); /* a number or a text */
/* " IN (?, ?)" */
void query_in(struct query *q, const struct value *v, size_t n);
/* Another query's text and values. */
void query_join(struct query *q, const struct query *part);
/* A statement ready to step, closed with stmt_close; NULL with *e. */
sqlite3_stmt *query_open(struct query *q, struct err *e);
MUST_USE bool query_number(struct query *q, int64_t *out, struct err *e);

#endif
