/* SPDX-License-Identifier: MIT */
/*
 * Named statements: a closed list made from the files under sql when the program is built.
 * Each is prepared at its first use and kept. Values are bound by a string of kinds:
 *
 *   i int64_t    s struct str         o struct str, empty is NULL
 *   t int64_t, NO_TIME is NULL        h const struct hash *
 *   x const uint8_t * of 16 bytes or NULL
 *
 * Text is not copied: it must stay until stmt_close.
 */
#ifndef LOOKBACK_STORE_STMT_H
#define LOOKBACK_STORE_STMT_H

#include <sqlite3.h>

#include "lookback/base/hash.h"

struct store;

enum sql_kind { SQL_EXEC, SQL_ONE, SQL_MANY };
#define SCHEMA(version, text)
#define SQL(name, kind, text) SQL_##name,
enum sql_id {
#include "store/sql_table.inc"
	SQL_COUNT
};
#undef SQL
#undef SCHEMA
struct sql {
	const char *name, *text;
	enum sql_kind kind;
};
const struct sql *sql_of(enum sql_id id);

/* Runs a statement that gives no rows. */
MUST_USE bool stmt_run(struct store *st, struct err *e, enum sql_id id, const char *kinds, ...);
/* The same with a number and then n texts, of which empty ones are NULL. */
MUST_USE bool stmt_run_row(
    struct store *st, struct err *e, enum sql_id id, int64_t first, const struct str *v, int n);
/* Binds a statement that gives rows; NULL with *e when it cannot. */
sqlite3_stmt *stmt_open(
    struct store *st, struct err *e, enum sql_id id, const char *kinds, ...);
/* The next row. At the end: false and the error untouched (ERR_NONE stays). */
enum got { GOT_ROW, GOT_END, GOT_ERROR };
enum got stmt_next(struct store *st, sqlite3_stmt *s, struct err *e);
void stmt_close(sqlite3_stmt *s);
/* One number from a statement that gives one row; `none` when it gives no row. */
MUST_USE bool stmt_number(struct store *st, struct err *e, int64_t none, int64_t *out,
    enum sql_id id, const char *kinds, ...);

struct str col_view(sqlite3_stmt *s, int i); /* until the next step */
struct str col_text(sqlite3_stmt *s, int i, struct arena *a);
int64_t col_time(sqlite3_stmt *s, int i); /* NULL is NO_TIME */
bool col_hash(sqlite3_stmt *s, int i, struct hash *out);

#endif
