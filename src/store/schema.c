/* SPDX-License-Identifier: MIT */
/* The schema and its versions: sql/schema_NNNN.sql in order, each in one transaction
 * with the number it leaves behind. */
#include <stdio.h>

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
	int id, version;

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
