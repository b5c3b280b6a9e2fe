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
struct viewer;
/* What may hide something from the viewer of a query (viewer.c). */
struct sight {
	const struct viewer *v; /* NULL: sees all */
	struct str account;     /* @name */
	bool nothing;           /* may see no record at all */
	bool barred[2];         /* from some record: by staff code, by account */
	bool blind;             /* to what others did on some record */
	bool shade;             /* some record was opened under a blind one */
};
struct query {
	struct store *st;
	struct sight sight;
	struct arena *arena;
	struct buf sql;
	bool failed;    /* something that belongs in it could not be read: why */
	struct err why; /* then opening it fails */
	bool each;      /* words are looked up record by record: most records hold them */
	struct {
		struct bound_value *v;
		size_t n, cap;
	} values;
};
struct query query_new(struct store *st, struct arena *a); /* of nobody: all is seen */
struct query query_like(const struct query *q);            /* empty, of the same viewer */
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
