/* SPDX-License-Identifier: MIT */
/*
 * The service: the one process that has a database open. It listens on a Unix socket beside
 * the database, knows every client by what the kernel says of it, and answers.
 *
 * What always holds:
 *  (1) one service a database: a lock on <db>.lock is taken before anything is opened;
 *  (2) all requests that wait are one round, one round is one commit, and no reply leaves
 *      before that commit has returned;
 *  (3) one request a connection a round, so nobody can starve the others; nothing waits for
 *      a client: one that does not read is dropped when its socket is full;
 *  (4) a request id acts once: repeated, it gets its first answer.
 *
 * An import, a verification or a backup keeps all others waiting until it is done; they are
 * told what they wait for.
 */
#ifndef LOOKBACK_SERVE_SERVE_H
#define LOOKBACK_SERVE_SERVE_H

#include "lookback/base/arena.h"

struct serve_options {        /* zeroed members take what is said behind them */
	const char *db;       /* the database, which must exist; required */
	const char *socket;   /* <db>.sock */
	int mode;             /* of the socket: 0600, for the owner alone */
	bool embedded;        /* leave when the last client has been gone for two seconds */
	int ready;            /* a descriptor above 0: gets a '+' when clients may come */
	int64_t (*now)(void); /* now_ms */
	bool chatty;          /* every step of long work is reported, however short (tests) */
};

/* Serves until it is told to stop (SIGTERM, SIGINT, SIGHUP: true) or cannot go on. ERR_CONFLICT:
 * another service has the database. The process is hardened and its signals are taken. */
MUST_USE bool serve_run(const struct serve_options *o, struct err *e);

/* A service in the background, in a session of its own, by fork without exec: returns when it
 * listens, or with the reason why it does not. Fits client_start_fn; `like` may point to the
 * serve_options to follow (db and ready are set here) or be NULL: embedded. */
MUST_USE bool serve_start(void *like, const char *db, struct err *e);

/* Account names as the service sees them: the system's, or uid1234 where it has none. */
struct str serve_account(struct arena *a, unsigned uid);

#endif
