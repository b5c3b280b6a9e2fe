/* SPDX-License-Identifier: MIT */
/* Named statements: prepared at first use, bound by kinds, stepped, given back. */
#include "store/stmt.h"

#include <stdarg.h>

#include "store/inner.h"

#define SCHEMA(version, text)
#define SQL(name, kind, text) [SQL_##name] = {#name, text, SQL_##kind},
static const struct sql statements[SQL_COUNT] = {
#include "store/sql_table.inc"
};
#undef SQL
#undef SCHEMA

const struct sql *sql_of(enum sql_id id)
{
	return &statements[id];
}

static sqlite3_stmt *prepared(struct store *st, enum sql_id id, struct err *e)
{
	sqlite3_stmt **s = &st->named[id];
	int rc;

	if (*s)
		return *s;
	rc = sqlite3_prepare_v3(
	    st->db, statements[id].text, -1, SQLITE_PREPARE_PERSISTENT, s, NULL);
	if (rc == SQLITE_OK)
		return *s;
	store_fail(st, rc, e);
	err_add(e, "statement %s", statements[id].name);
	return NULL;
}

static int bind_text(sqlite3_stmt *s, int i, struct str v)
{
	return sqlite3_bind_text(s, i, v.p ? v.p : "", (int)v.n, SQLITE_STATIC);
}

static int bind_blob(sqlite3_stmt *s, int i, const void *p, int n)
{
	return p ? sqlite3_bind_blob(s, i, p, n, SQLITE_STATIC) : sqlite3_bind_null(s, i);
}

static int bind_optional(sqlite3_stmt *s, int i, struct str v)
{
	return v.n ? bind_text(s, i, v) : sqlite3_bind_null(s, i);
}

static int bind_time(sqlite3_stmt *s, int i, int64_t t)
{
	return t == NO_TIME ? sqlite3_bind_null(s, i) : sqlite3_bind_int64(s, i, t);
}

/* A wrong count of values is our own mistake, found the first time it is made. */
static bool bind_all(
    struct store *st, sqlite3_stmt *s, const char *kinds, va_list ap, struct err *e)
{
	int n = 0, rc = SQLITE_OK;

	for (const char *k = kinds; *k && rc == SQLITE_OK; k++) {
		n++;
		if (*k == 'i')
			rc = sqlite3_bind_int64(s, n, va_arg(ap, int64_t));
		else if (*k == 's')
			rc = bind_text(s, n, va_arg(ap, struct str));
		else if (*k == 'o')
			rc = bind_optional(s, n, va_arg(ap, struct str));
		else if (*k == 't')
			rc = bind_time(s, n, va_arg(ap, int64_t));
		else if (*k == 'h')
			rc = bind_blob(s, n, va_arg(ap, const struct hash *), HASH_LEN);
		else if (*k == 'x')
			rc = bind_blob(s, n, va_arg(ap, const uint8_t *), 16);
		else
			BUG("no kind '%c' to bind", *k);
	}
	if (rc != SQLITE_OK)
		return store_fail(st, rc, e);
	if (n != sqlite3_bind_parameter_count(s))
		BUG("%d values for \"%s\"", n, sqlite3_sql(s));
	return true;
}

static sqlite3_stmt *bound(
    struct store *st, struct err *e, enum sql_id id, const char *kinds, va_list ap)
{
	sqlite3_stmt *s = prepared(st, id, e);

	if (!s)
		return NULL;
	if (sqlite3_stmt_busy(s))
		BUG("statement %s is still open", statements[id].name);
	if (bind_all(st, s, kinds, ap, e))
		return s;
	stmt_close(s);
	return NULL;
}

bool stmt_run(struct store *st, struct err *e, enum sql_id id, const char *kinds, ...)
{
	sqlite3_stmt *s;
	va_list ap;
	int rc;

	va_start(ap, kinds);
	s = bound(st, e, id, kinds, ap);
	va_end(ap);
	if (!s)
		return false;
	rc = sqlite3_step(s);
	if (rc != SQLITE_DONE && rc != SQLITE_ROW)
		store_fail(st, rc, e);
	stmt_close(s);
	return rc == SQLITE_DONE || rc == SQLITE_ROW;
}

bool stmt_run_row(
    struct store *st, struct err *e, enum sql_id id, int64_t first, const struct str *v, int n)
{
	sqlite3_stmt *s = prepared(st, id, e);
	int rc;

	if (!s)
		return false;
	rc = sqlite3_bind_int64(s, 1, first);
	for (int i = 0; rc == SQLITE_OK && i < n; i++)
		rc = bind_optional(s, i + 2, v[i]);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(s);
	if (rc != SQLITE_DONE)
		store_fail(st, rc, e);
	stmt_close(s);
	return rc == SQLITE_DONE;
}

sqlite3_stmt *stmt_open(struct store *st, struct err *e, enum sql_id id, const char *kinds, ...)
{
	sqlite3_stmt *s;
	va_list ap;

	va_start(ap, kinds);
	s = bound(st, e, id, kinds, ap);
	va_end(ap);
	return s;
}

enum got stmt_next(struct store *st, sqlite3_stmt *s, struct err *e)
{
	int rc = sqlite3_step(s);

	if (rc == SQLITE_ROW)
		return GOT_ROW;
	if (rc == SQLITE_DONE)
		return GOT_END;
	store_fail(st, rc, e);
	return GOT_ERROR;
}

void stmt_close(sqlite3_stmt *s)
{
	sqlite3_reset(s);
	sqlite3_clear_bindings(s);
}

bool stmt_number(struct store *st, struct err *e, int64_t none, int64_t *out, enum sql_id id,
    const char *kinds, ...)
{
	sqlite3_stmt *s;
	enum got got;
	va_list ap;

	va_start(ap, kinds);
	s = bound(st, e, id, kinds, ap);
	va_end(ap);
	if (!s)
		return false;
	got = stmt_next(st, s, e);
	if (got != GOT_ERROR)
		*out = got == GOT_ROW ? sqlite3_column_int64(s, 0) : none;
	stmt_close(s);
	return got != GOT_ERROR;
}

struct str col_view(sqlite3_stmt *s, int i)
{
	const char *p = (const char *)sqlite3_column_text(s, i);

	return (struct str){p, p ? (size_t)sqlite3_column_bytes(s, i) : 0};
}

struct str col_text(sqlite3_stmt *s, int i, struct arena *a)
{
	struct str v = col_view(s, i);

	return v.n ? arena_str(a, v) : (struct str){0};
}

int64_t col_time(sqlite3_stmt *s, int i)
{
	return sqlite3_column_type(s, i) == SQLITE_NULL ? NO_TIME : sqlite3_column_int64(s, i);
}

bool col_hash(sqlite3_stmt *s, int i, struct hash *out)
{
	const uint8_t *p = sqlite3_column_blob(s, i);

	if (!p || sqlite3_column_bytes(s, i) != HASH_LEN)
		return false;
	for (int k = 0; k < HASH_LEN; k++)
		out->b[k] = p[k];
	return true;
}
