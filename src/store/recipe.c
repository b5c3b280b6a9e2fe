/* SPDX-License-Identifier: MIT */
/*
 * How the database is opened. Each pragma is set and read back, and one that does not
 * read back refuses to run: a setting that is silently ignored would be a promise broken.
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#include "store/inner.h"

/* Order matters: the locking mode before the first look at the file, so that the log's
 * index is in our memory and nobody else can write while we run. */
static const struct pragma {
	const char *name, *set, *reads;
	const char *fresh; /* for a database that is thrown away; NULL: the same */
} pragmas[] = {
    {"locking_mode", "EXCLUSIVE", "exclusive", NULL},
    {"temp_store", "MEMORY", "2", NULL},
    {"mmap_size", "0", "0", NULL},
    {"cache_size", "-65536", "-65536", NULL},
    {"trusted_schema", "OFF", "0", NULL},
    {"cell_size_check", "ON", "1", NULL},
    {"secure_delete", "ON", "1", NULL},
    {"foreign_keys", "ON", "1", NULL},
    {"recursive_triggers", "ON", "1", NULL},
    {"journal_mode", "WAL", "wal", "delete"},
    {"synchronous", "FULL", "2", "0"},
    {"wal_autocheckpoint", "0", "0", NULL},
};
enum { PRAGMAS = sizeof(pragmas) / sizeof(pragmas[0]) };

static bool read_text(struct store *st, const char *sql, char *out, size_t size, struct err *e)
{
	sqlite3_stmt *s;
	int rc = sqlite3_prepare_v2(st->db, sql, -1, &s, NULL);

	out[0] = '\0';
	if (rc != SQLITE_OK)
		return store_fail(st, rc, e);
	rc = sqlite3_step(s);
	if (rc == SQLITE_ROW)
		snprintf(out, size, "%s", (const char *)sqlite3_column_text(s, 0));
	sqlite3_finalize(s);
	return rc == SQLITE_ROW || rc == SQLITE_DONE || store_fail(st, rc, e);
}

/* Set, then asked again: a pragma answers with what it wants to be, not what it is.
 * mmap_size has no answer at all where mapping is compiled out. */
static bool set_pragma(struct store *st, const struct pragma *p, bool fresh, struct err *e)
{
	const char *want = fresh && p->fresh ? p->fresh : p->reads;
	const char *set = fresh && p->fresh ? p->fresh : p->set;
	char sql[96], is[32];

	snprintf(sql, sizeof(sql), "PRAGMA %s = %s", p->name, set);
	if (!read_text(st, sql, is, sizeof(is), e))
		return false;
	snprintf(sql, sizeof(sql), "PRAGMA %s", p->name);
	if (!read_text(st, sql, is, sizeof(is), e))
		return false;
	if (strcmp(is, want) == 0 || (strcmp(p->name, "mmap_size") == 0 && !is[0]))
		return true;
	return err_set(e, ERR_IO,
	    "the database at %.*s cannot be opened safely: %s is '%s' and must be '%s'; use a "
	    "local disk and the packaged SQLite",
	    STR_ARG(st->path), p->name, is, want);
}

/* Nothing that a file brings along may run, attach or load. */
static bool harden(struct store *st, struct err *e)
{
	static const struct {
		int what, on;
	} config[] = {
	    {SQLITE_DBCONFIG_DEFENSIVE, 1},
	    {SQLITE_DBCONFIG_DQS_DML, 0},
	    {SQLITE_DBCONFIG_DQS_DDL, 0},
	    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
	    {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0},
	};

	for (size_t i = 0; i < sizeof(config) / sizeof(config[0]); i++) {
		int is = -1;
		int rc = sqlite3_db_config(st->db, config[i].what, config[i].on, &is);
		if (rc != SQLITE_OK || is != config[i].on)
			return err_set(e, ERR_IO,
			    "this SQLite (%s) cannot be made safe: option %d stays %d; version "
			    "3.38 "
			    "or later is needed",
			    sqlite3_libversion(), config[i].what, is);
	}
	sqlite3_limit(st->db, SQLITE_LIMIT_ATTACHED, 0);
	return true;
}

bool store_journal(struct store *st, bool log, struct err *e)
{
	static const struct pragma modes[] = {
	    {"journal_mode", "DELETE", "delete", NULL},
	    {"journal_mode", "WAL", "wal", NULL},
	};

	return set_pragma(st, &modes[log], false, e);
}

bool store_connect(struct store *st, const char *path, int flags, struct err *e)
{
	bool fresh = st->replay;
	int rc;

	st->path = str_of(path);
	/* one thread: SQLite need not lock for others */
	flags |= SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX;
	rc = sqlite3_open_v2(path, &st->db, flags, NULL);
	if (rc != SQLITE_OK) {
		store_fail(st, rc, e);
		err_add(e, "opening %s", path);
		store_disconnect(st);
		return false;
	}
	sqlite3_busy_timeout(st->db, 1000);
	bool ok = harden(st, e) && functions_add(st, e) && json_extract_add(st, e) &&
		  tokenizer_add(st, e);
	/* of a new file alone: an event with a narrative fills two thirds of a smaller page */
	ok = ok && store_exec(st, "PRAGMA page_size = 8192", e);
	for (size_t i = 0; ok && i < PRAGMAS; i++)
		ok = set_pragma(st, &pragmas[i], fresh, e);
	if (!ok)
		store_disconnect(st);
	return ok;
}

void store_disconnect(struct store *st)
{
	for (int i = 0; i < SQL_COUNT; i++) {
		sqlite3_finalize(st->named[i]);
		st->named[i] = NULL;
	}
	for (int i = 0; i < DYNAMIC_MAX; i++) {
		sqlite3_finalize(st->dynamic[i].stmt);
		arena_clear(&st->dynamic[i].text);
		st->dynamic[i].stmt = NULL;
	}
	sqlite3_close(st->db);
	st->db = NULL;
	hasher_close(st->hasher);
	st->hasher = NULL;
	arena_clear(&st->scratch);
	arena_clear(&st->pending.arena);
	arena_clear(&st->calls);
}

/* What SQLite says, as something that a person can act on. */
bool store_fail(struct store *st, int rc, struct err *e)
{
	const char *says = st->db ? sqlite3_errmsg(st->db) : sqlite3_errstr(rc);

	switch (rc & 0xff) {
	case SQLITE_NOMEM:
		die("out of memory in the database");
	case SQLITE_FULL:
		return err_set(e, ERR_IO,
		    "the disk is full; make room beside %.*s and try again", STR_ARG(st->path));
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return err_set(e, ERR_CORRUPT,
		    "%.*s is damaged or no database of this program (%s); restore a backup",
		    STR_ARG(st->path), says);
	case SQLITE_CONSTRAINT:
		return err_set(e, ERR_CONFLICT, "the database refused: %s", says);
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return err_set(e, ERR_IO, "%.*s is open in another process; stop it first",
		    STR_ARG(st->path));
	case SQLITE_CANTOPEN:
	case SQLITE_PERM:
	case SQLITE_READONLY:
		return err_set(e, ERR_IO, "%.*s cannot be opened for writing: %s",
		    STR_ARG(st->path), says);
	case SQLITE_INTERRUPT:
		return err_set(e, ERR_CANCELLED, "given up");
	default:
		return err_set(e, ERR_IO, "the database at %.*s failed: %s (%d)",
		    STR_ARG(st->path), says, rc);
	}
}

bool store_exec(struct store *st, const char *sql, struct err *e)
{
	int rc = sqlite3_exec(st->db, sql, NULL, NULL, NULL);

	return rc == SQLITE_OK || store_fail(st, rc, e);
}
