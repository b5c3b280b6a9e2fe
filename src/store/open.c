/* SPDX-License-Identifier: MIT */
/* Making, opening and closing a database. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/inner.h"
#include "store/search.h"
#include "store/verify.h"

enum { FEW = 2000, FLOW_PAGES = 32768 };
/* Up to so many events, a start checks everything there is. */
enum { CHECK_ALL = 100000, CHECK_INDEXES = 20000 };

static struct store *store_new(struct arena *a)
{
	struct store *st = arena_new(a, struct store, 1);

	st->arena = a;
	st->few = FEW;
	st->flow.most = FLOW_PAGES;
	st->hasher = hasher_open();
	shapes_read(&st->shapes);
	return st;
}

/* The file is made here and not by SQLite, so that it is ours alone from its first
 * moment and an existing one is never touched. */
static bool make_file(const char *path, struct err *e)
{
	int fd = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0600);

	if (fd < 0 && errno == EEXIST)
		return err_set(
		    e, ERR_CONFLICT, "%s is already there; choose another name", path);
	if (fd < 0)
		return err_set(e, ERR_IO, "%s cannot be made: %s", path, strerror(errno));
	bool ok = fchmod(fd, 0600) == 0 ||
		  err_set(e, ERR_IO, "%s cannot be kept private: %s", path, strerror(errno));
	close(fd);
	if (!ok)
		unlink(path);
	return ok;
}

bool store_create(const char *path, struct err *e)
{
	struct arena a = {0};
	struct store *st;
	bool ok;

	if (!make_file(path, e))
		return false;
	st = store_new(&a);
	ok = store_connect(st, path, SQLITE_OPEN_READWRITE, e);
	ok = ok && schema_make(st, e);
	store_disconnect(st);
	arena_clear(&a);
	if (!ok)
		unlink(path);
	return ok;
}

bool store_load_head(struct store *st, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_event_last, "");
	enum got got;

	if (!s)
		return false;
	st->head = (struct chain_end){.nslots = st->head.nslots};
	got = stmt_next(st, s, e);
	if (got == GOT_ROW) {
		st->head.seq = sqlite3_column_int64(s, 0);
		/* what cannot be read is found by the check, which names it */
		time_read(col_view(s, 1), &st->head.at);
		col_hash(s, 2, &st->head.head);
	}
	stmt_close(s);
	return got != GOT_ERROR;
}

/* First thing that PRAGMA integrity_check or foreign_key_check says, or nothing. */
static bool first_word(struct store *st, const char *sql, struct str *out, struct err *e)
{
	sqlite3_stmt *s;
	int rc = sqlite3_prepare_v2(st->db, sql, -1, &s, NULL);

	if (rc != SQLITE_OK)
		return store_fail(st, rc, e);
	rc = sqlite3_step(s);
	if (rc == SQLITE_ROW)
		*out = col_text(s, 0, st->arena);
	sqlite3_finalize(s);
	return rc == SQLITE_ROW || rc == SQLITE_DONE || store_fail(st, rc, e);
}

/* The full check looks up every row in every index, which takes minutes at a million;
 * the quick one reads every page once. */
bool store_sound(struct store *st, struct str *says, struct err *e)
{
	bool full = st->head.seq <= CHECK_INDEXES;
	struct str word = {0};

	if (!first_word(
		st, full ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)", &word, e))
		return false;
	if (!str_is(word, "ok")) {
		*says = word.n ? word : STR("the file is damaged");
		return true;
	}
	word = (struct str){0};
	if (!first_word(st, "PRAGMA foreign_key_check", &word, e))
		return false;
	if (word.n)
		*says = arena_printf(
		    st->arena, "a row of table %.*s belongs to none", STR_ARG(word));
	return true;
}

/* The first finding of the chain, from the last good mark on or from the start. */
static bool check_chain(struct store *st, struct str *damage, struct err *e)
{
	struct verdict v = {0};
	struct chain_end from = {0};

	if (st->head.seq > CHECK_ALL && !mark_read(st, &from, e))
		return false;
	if (!verify_mark(st, st->arena, &v, e) ||
	    !verify_chain(st, st->arena, &from, NULL, &v, e))
		return false;
	if (v.findings.n)
		*damage = arena_printf(st->arena, "event %lld: %.*s",
		    (long long)v.findings.v[0].seq, STR_ARG(v.findings.v[0].text));
	else
		st->marked = from.seq;
	return true;
}

static bool check(struct store *st, struct str *damage, struct err *e)
{
	if (!schema_whole(st, damage, e) ||
	    (damage->n == 0 && st->head.seq <= CHECK_ALL && !store_sound(st, damage, e)))
		return false;
	return damage->n || check_chain(st, damage, e);
}

/* A file too broken to be read is damage as well, once it has shown to be ours. */
static bool check_all(struct store *st, struct str *damage, struct err *e)
{
	struct err why;

	if (!store_load_head(st, &why) || !search_load(st, &why) || !check(st, damage, &why)) {
		if (why.kind != ERR_CORRUPT) {
			*e = why;
			return false;
		}
		*damage = arena_cstr(st->arena, why.text);
	}
	st->damaged = damage->n > 0;
	return true;
}

bool store_open(
    struct arena *a, const char *path, struct store **out, struct str *damage, struct err *e)
{
	struct store *st = store_new(a);

	*damage = (struct str){0};
	path = arena_cstr(a, path).p;
	if (access(path, F_OK) != 0) {
		store_disconnect(st);
		return err_set(e, ERR_NOT_FOUND, "there is no database at %s", path);
	}
	if (!store_connect(st, path, SQLITE_OPEN_READWRITE, e))
		return false;
	if (!schema_check(st, e) || !check_all(st, damage, e)) {
		store_disconnect(st);
		return false;
	}
	*out = st;
	return true;
}

/* What this connection has chained is good: the next start need not walk it again. */
static void mark_end(struct store *st)
{
	struct err e;

	if (st->head.seq > st->marked &&
	    stmt_run(st, &e, SQL_mark_set, "ih", st->head.seq, &st->head.head))
		st->marked = st->head.seq;
}

void store_close(struct store *st)
{
	if (st && st->db)
		store_let_go(st);
}

void store_let_go(struct store *st)
{
	store_rollback(st);
	if (!st->dead && !st->damaged) {
		mark_end(st);
		sqlite3_wal_checkpoint_v2(st->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
	}
	store_disconnect(st);
}
