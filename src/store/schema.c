/* SPDX-License-Identifier: MIT */
/* The schema and its versions: sql/schema_NNNN.sql in order, each in one transaction
 * with the number it leaves behind. */
#include <stdio.h>
#include <string.h>

#include "store/inner.h"

enum { APPLICATION_ID = 0x4c4b424b /* LKBK */ };

#define SQL(name, kind, text)
#define SCHEMA(version, text) {version, text},
static const struct {
	int version;
	const char *text;
} schema[] = {
#include "store/sql_table.inc"
};
#undef SCHEMA
#undef SQL
enum { STATEMENTS = sizeof(schema) / sizeof(schema[0]) };

const char *schema_text(size_t i)
{
	return i < STATEMENTS ? schema[i].text : NULL;
}

static int newest(void)
{
	return schema[STATEMENTS - 1].version;
}

static bool run_from(struct store *st, int version, struct err *e)
{
	char sql[96];

	for (size_t i = 0; i < STATEMENTS; i++)
		if (schema[i].version > version && !store_exec(st, schema[i].text, e))
			return err_add(e, "making the schema");
	snprintf(sql, sizeof(sql), "PRAGMA application_id = %d; PRAGMA user_version = %d",
	    APPLICATION_ID, newest());
	return store_exec(st, sql, e);
}

bool schema_make(struct store *st, struct err *e)
{
	struct err later;

	if (!store_exec(st, "BEGIN IMMEDIATE", e))
		return false;
	if (run_from(st, 0, e) && store_exec(st, "COMMIT", e))
		return true;
	if (!store_exec(st, "ROLLBACK", &later))
		err_more(e, later.kind, "%s", later.text);
	return false;
}

static bool pragma_number(struct store *st, const char *sql, int *out, struct err *e)
{
	sqlite3_stmt *s;
	int rc = sqlite3_prepare_v2(st->db, sql, -1, &s, NULL);

	if (rc != SQLITE_OK)
		return store_fail(st, rc, e);
	rc = sqlite3_step(s);
	*out = sqlite3_column_int(s, 0);
	sqlite3_finalize(s);
	return rc == SQLITE_ROW || store_fail(st, rc, e);
}

bool schema_check(struct store *st, struct err *e)
{
	int id = 0, version = 0;

	if (!pragma_number(st, "PRAGMA application_id", &id, e) ||
	    !pragma_number(st, "PRAGMA user_version", &version, e))
		return false;
	if (id != APPLICATION_ID)
		return err_set(
		    e, ERR_CORRUPT, "%.*s is no database of this program", STR_ARG(st->path));
	if (version > newest())
		return err_set(e, ERR_CORRUPT,
		    "%.*s was made by a later version of this program (schema %d, this one "
		    "knows %d); use that version",
		    STR_ARG(st->path), version, newest());
	if (version < 1)
		return err_set(e, ERR_CORRUPT, "%.*s has no schema version", STR_ARG(st->path));
	return true;
}

/* ---- is it still the one that was made? ----------------------------------------- */

/* The next word of a statement: comments and spaces are none. */
static struct str next_word(struct str *rest)
{
	struct str word = {0}, comment;

	for (;;) {
		*rest = str_trim(*rest);
		if (!str_starts(*rest, STR("--")))
			break;
		if (!str_cut(rest, '\n', &comment))
			*rest = (struct str){0};
	}
	word.p = rest->p;
	while (word.n < rest->n && !strchr(" \t\n", rest->p[word.n]))
		word.n++;
	*rest = (struct str){rest->p + word.n, rest->n - word.n};
	return word;
}

static bool same_statement(struct str x, struct str y)
{
	struct str a, b;

	do {
		a = next_word(&x);
		b = next_word(&y);
		if (!str_eq(a, b))
			return false;
	} while (a.n);
	return true;
}

/* SQLite keeps a statement as it was given, without what ends it. */
static struct str statement(size_t i)
{
	struct str s = str_trim(str_of(schema[i].text));

	s.n -= s.n && s.p[s.n - 1] == ';';
	return s;
}

/* Which statement of ours made it; STATEMENTS: none. */
static size_t made_by(struct str sql)
{
	size_t i = 0;

	while (i < STATEMENTS && !same_statement(sql, statement(i)))
		i++;
	return i;
}

/* "CREATE TRIGGER event_stays BEFORE DELETE" */
static struct str first_line(struct store *st, const char *text)
{
	struct str rest = str_of(text), line;

	return str_cut(&rest, '\n', &line) ? arena_str(st->arena, line) : STR("");
}

/* The tables of the full-text index are SQLite's own, and so is what it keeps for itself. An
 * index over a field is made for a pack (pack.c); all it can do is to answer faster. */
static const char everything_else[] =
    "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*' AND "
    "NOT (type = 'table' AND name IN ('search_data', 'search_idx', 'search_content', "
    "'search_docsize', 'search_config')) AND "
    "NOT (type = 'index' AND tbl_name = 'record' AND sql GLOB 'CREATE INDEX field_*') "
    "ORDER BY 1";

bool schema_whole(struct store *st, struct str *says, struct err *e)
{
	bool found[STATEMENTS] = {false};
	sqlite3_stmt *s;
	int rc = sqlite3_prepare_v2(st->db, everything_else, -1, &s, NULL);

	while (rc == SQLITE_OK && (rc = sqlite3_step(s)) == SQLITE_ROW) {
		size_t i = made_by(col_view(s, 1));
		if (i == STATEMENTS && says->n == 0)
			*says = arena_printf(st->arena, "the %.*s is none of this program's",
			    STR_ARG(col_view(s, 0)));
		found[i < STATEMENTS ? i : 0] |= i < STATEMENTS;
		rc = SQLITE_OK;
	}
	sqlite3_finalize(s);
	if (rc != SQLITE_DONE)
		return store_fail(st, rc, e);
	for (size_t i = 0; i < STATEMENTS && says->n == 0; i++)
		if (!found[i])
			*says = arena_printf(st->arena, "missing in the file: %.*s",
			    STR_ARG(first_line(st, schema[i].text)));
	return true;
}
