/* SPDX-License-Identifier: MIT */
/*
 * The inside of a store: one connection, its prepared statements, where the chain
 * stands. Everything here is private to this layer.
 *
 * What always holds: `head` is the last event that this connection has appended or
 * read; save, undo and rollback carry it along with the transaction.
 */
#ifndef LOOKBACK_STORE_INNER_H
#define LOOKBACK_STORE_INNER_H

#include <sqlite3.h>

#include "lookback/base/hash.h"
#include "lookback/rules/pack.h"
#include "lookback/store/store.h"
#include "store/shape.h"
#include "store/stmt.h"

enum txn { TXN_NONE, TXN_OPEN, TXN_SAVED };

struct chain_end { /* where the chain stands */
	int64_t seq, at;
	struct hash head;
	bool behind;   /* the clock stands before `at`, and the log says so already */
	size_t nslots; /* texts in the full-text index: they go back with the rest */
};
struct slot { /* one text in the full-text index */
	struct str type, name;
	int column;
};
enum { SLOTS_MAX = 256, COLUMNS = 32, DYNAMIC_MAX = 64 };
/* Rows on their way into the full-text index. Each statement that may fail half-way makes
 * SQLite open a savepoint, and at each savepoint FTS5 writes out all it holds: so many
 * records opened one after another wait here and go in together. */
struct pending {
	int64_t record;
	struct str column[COLUMNS];
};
struct pendings {
	struct arena arena;
	struct pending *v;
	size_t n, cap, bytes;
};
enum { SPELT_BYTES = 31, SPELT_PLACES = 16384 };
struct spelt { /* a word that is known to stand in `spelling` */
	uint8_t n;
	char text[SPELT_BYTES];
};
struct dynamic { /* a composed statement that was used before */
	struct str sql;
	sqlite3_stmt *stmt;
	uint64_t used;
	struct arena text;
};

struct stamp_of_file { /* how a file looked when it was left */
	bool there;
	uint64_t dev, ino;
	int64_t size, changed_s, changed_ns, written_s, written_ns;
};

struct store {
	sqlite3 *db;
	struct str path;
	struct arena *arena;  /* the caller's: lives as long as the store */
	struct arena scratch; /* emptied by each append */
	struct arena calls;   /* scratch of SQL functions, which may run inside anything */
	struct hasher *hasher;
	struct shapes shapes;
	enum txn txn;
	bool alone;   /* what is saved is the whole transaction */
	bool direct;  /* that transaction is written past the log; see direct.c */
	bool damaged; /* reading only */
	bool dead;    /* a commit failed: nothing is known any more */
	bool spoiled; /* an append failed half-way: undo or roll back */
	bool replay;  /* a fresh database being rebuilt: no full text, no leases */
	struct chain_end head, at_begin, at_save;
	int64_t marked; /* seq of the last good check */
	const struct pack *pack;
	int few;      /* fewer records than these are fetched and sorted rather than
	                       * sought along an order */
	struct flow { /* of what is written past the log */
		int most,
		    events; /* pages that may wait for the disk; events since the last look */
		int syncs;  /* so often was the disk waited for (tests) */
	} flow;
	struct {
		void (*fn)(void *ctx); /* told of now and then while a statement runs */
		void *ctx;
	} alive;
	struct stamp_of_file left; /* while resting: db is NULL */
	struct slot slots[SLOTS_MAX];
	struct pendings pending;
	struct spelt spelt[SPELT_PLACES];
	uint64_t clock; /* counts uses of composed statements */
	struct dynamic dynamic[DYNAMIC_MAX];
	sqlite3_stmt *named[SQL_COUNT];
};

/* A connection with our functions and limits, pragmas set and read back. */
MUST_USE bool store_connect(struct store *st, const char *path, int flags, struct err *e);
/* Finalizes everything and closes; the store is as new. */
void store_disconnect(struct store *st);
/* Changes between the log and the rollback journal; outside of transactions. */
MUST_USE bool store_journal(struct store *st, bool log, struct err *e);
/* Marks how far the chain is good, checkpoints, disconnects. */
void store_let_go(struct store *st);
/* Creates the schema in an empty file, one transaction. */
MUST_USE bool schema_make(struct store *st, struct err *e);
/* Refuses a file that is none of ours or of another version. */
MUST_USE bool schema_check(struct store *st, struct err *e);
/* Tables, indexes and triggers are those that schema_make made, no more and no fewer: in
 * *says what is not. A foreign trigger would write with our hand. */
MUST_USE bool schema_whole(struct store *st, struct str *says, struct err *e);
/* How many statements the schema has; what each is (tests). */
const char *schema_text(size_t i);

/* Words and folding as SQL functions and as tokenizer. */
MUST_USE bool functions_add(struct store *st, struct err *e);
MUST_USE bool json_extract_add(struct store *st, struct err *e);
MUST_USE bool tokenizer_add(struct store *st, struct err *e);

/* Runs SQL text that is constant: no values in it. */
MUST_USE bool store_exec(struct store *st, const char *sql, struct err *e);
/* Turns the last failure of the connection into an error. */
bool store_fail(struct store *st, int rc, struct err *e);
/* May this store be written to? */
MUST_USE bool store_writable(struct store *st, struct err *e);
/* The last event of the table, as st->head. */
MUST_USE bool store_load_head(struct store *st, struct err *e);

#endif
