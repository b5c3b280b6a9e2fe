/* SPDX-License-Identifier: MIT */
/* Rounds and savepoints. Where the chain stands travels with them. */
#include "store/direct.h"
#include "store/search.h"
#include "store/spelling.h"

bool store_writable(struct store *st, struct err *e)
{
	if (st->dead)
		return err_set(e, ERR_IO,
		    "the database was closed after a failed write; whether the last round was "
		    "kept is unknown until it is opened again");
	if (st->damaged)
		return err_set(e, ERR_CORRUPT,
		    "the database is damaged and open for reading only; restore a backup");
	return true;
}

static bool in_order(struct store *st, struct err *e)
{
	if (!st->spoiled)
		return true;
	return err_set(e, ERR_IO, "a change failed half-way; it is undone, not kept");
}

static bool begin(struct store *st, struct err *e)
{
	if (!store_exec(st, "BEGIN IMMEDIATE", e))
		return false;
	st->txn = TXN_OPEN;
	st->spoiled = false;
	st->at_begin = st->head;
	return true;
}

bool store_begin(struct store *st, struct err *e)
{
	if (st->txn != TXN_NONE)
		BUG("a round was begun inside a round");
	return store_writable(st, e) && direct_end(st, e) && begin(st, e);
}

/* An error from COMMIT does not say whether it happened: the disk may hold it or not.
 * So nothing more is done with this connection. */
bool store_commit(struct store *st, struct err *e)
{
	if (st->dead)
		return store_writable(st, e);
	if (st->txn != TXN_OPEN)
		BUG("no round to commit, or one with an open savepoint");
	if (!in_order(st, e))
		return false;
	if (search_flush(st, e) && store_exec(st, "COMMIT", e)) {
		st->txn = TXN_NONE;
		direct_leave(st);
		return true;
	}
	store_rollback(st);
	st->dead = true;
	return err_add(e, "the round may or may not be kept; the database is closed");
}

void store_rollback(struct store *st)
{
	struct err e;

	if (st->txn == TXN_NONE)
		return;
	if (!sqlite3_get_autocommit(st->db) && !store_exec(st, "ROLLBACK", &e))
		st->dead = true;
	search_forget(st);
	spelling_forget(st);
	st->txn = TXN_NONE;
	st->alone = false;
	st->spoiled = false;
	st->head = st->at_begin;
	direct_leave(st);
}

bool store_save(struct store *st, struct err *e)
{
	if (st->dead)
		return store_writable(st, e);
	if (st->txn != TXN_OPEN)
		BUG("a savepoint outside a round or inside another");
	/* what waits belongs before the savepoint, or undoing would take it along */
	if (!in_order(st, e) || !search_flush(st, e) || !store_exec(st, "SAVEPOINT request", e))
		return false;
	st->txn = TXN_SAVED;
	st->at_save = st->head;
	return true;
}

bool store_save_alone(struct store *st, struct err *e)
{
	if (!store_commit(st, e))
		return false;
	direct_begin(st);
	if (!begin(st, e)) {
		st->dead = true; /* the round has no transaction to end any more */
		return false;
	}
	st->txn = TXN_SAVED;
	st->alone = true;
	st->at_save = st->head;
	return true;
}

bool store_keep(struct store *st, struct err *e)
{
	if (st->dead)
		return store_writable(st, e);
	if (st->txn != TXN_SAVED)
		BUG("no savepoint to keep");
	if (!in_order(st, e) || (!st->alone && !store_exec(st, "RELEASE request", e)))
		return false;
	st->txn = TXN_OPEN;
	st->alone = false;
	return true;
}

static const char *back_to_save(const struct store *st)
{
	if (!st->alone)
		return "ROLLBACK TO request; RELEASE request";
	return sqlite3_get_autocommit(st->db) ? "BEGIN IMMEDIATE" : "ROLLBACK; BEGIN IMMEDIATE";
}

/* A full disk may have rolled back the whole round by itself; then there is no
 * savepoint, and what the round held is gone. */
void store_undo(struct store *st)
{
	struct err e;

	if (st->txn != TXN_SAVED)
		return;
	if (!store_exec(st, back_to_save(st), &e))
		st->dead = true;
	st->alone = false;
	search_forget(st);
	spelling_forget(st);
	st->txn = TXN_OPEN;
	st->spoiled = false;
	st->head = st->at_save;
}

/* Many events at once are marked as good here too, so that a start after a crash need
 * not walk them all: each was chained to the one before by this very process. */
enum { MARK_EVERY = 10000 };
/* Above this the log is also cut, which costs a little more: 64 MiB of pages. */
enum { LOG_LONG = 16384 };

void store_checkpoint(struct store *st)
{
	struct err e;
	int pages = 0;

	if (st->txn != TXN_NONE || st->dead || st->damaged)
		return;
	if (st->head.seq - st->marked > MARK_EVERY &&
	    stmt_run(st, &e, SQL_mark_set, "ih", st->head.seq, &st->head.head))
		st->marked = st->head.seq;
	sqlite3_wal_checkpoint_v2(st->db, NULL, SQLITE_CHECKPOINT_PASSIVE, &pages, NULL);
	if (pages > LOG_LONG)
		sqlite3_wal_checkpoint_v2(st->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
}
