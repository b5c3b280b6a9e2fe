/* SPDX-License-Identifier: MIT */
/*
 * Use cases: one file each, the only callers of the store. Each checks the rules,
 * appends events, answers. Each request of the protocol is one function of the same
 * shape, so the service dispatches by table and tests call them in process:
 *
 *     bool review_next(struct desk *d, const struct req_next *q,
 *         struct rep_record *r, struct err *e);
 *
 * What always holds: a refusal is an event too (request.refused), written by the
 * caller of the use case through review_refused after the savepoint was undone; what
 * is sent of a record was logged in the same transaction; a repeated request id is
 * answered from what it did the first time and acts once.
 */
#ifndef LOOKBACK_REVIEW_REVIEW_H
#define LOOKBACK_REVIEW_REVIEW_H

#include "lookback/conf/pack.h"
#include "lookback/store/record.h"
#include "lookback/wire/wire.h"

struct review; /* an open database with its pack, read once and again when it changes */

struct new_review {
	const struct source *pack;
	struct str owner; /* first account; gets the roles that hold the users right */
	bool training;
};
/* Makes the database and its first events; refuses an existing file and a faulty pack
 * (every fault in the text of e as far as it fits). */
MUST_USE bool review_create(
    const char *path, const struct new_review *how, int64_t now, struct err *e);
MUST_USE bool review_open(const char *path, struct review **out, struct err *e);
void review_close(struct review *rv);
const struct pack *review_rules(const struct review *rv); /* the pack in force */
struct store *review_store(struct review *rv);            /* for the service's rounds */
const char *review_damage(const struct review *rv); /* NULL, or what is wrong with the file */

/* One request at a desk: who, when, with what. Filled by the service (or a test). */
struct desk {
	struct review *rv;
	struct arena *arena; /* lives until the reply is sent */
	int64_t now;
	struct str user;        /* account, after hello; empty before */
	struct str as_by;       /* the owner who acts for `user`; empty mostly */
	struct str session;     /* 16 hex digits */
	bool owner;             /* the peer's uid owns the database */
	const uint8_t *request; /* id, 16 bytes, not yet used by an event; NULL after */
	int fd;                 /* file that came along, or -1 */
	progress_fn progress;   /* may be NULL */
	void *progress_ctx;
};

#define REVIEW_R(name, no, reply, says)                                                        \
	MUST_USE bool review_##name(                                                           \
	    struct desk *d, const struct req_##name *q, struct rep_##reply *r, struct err *e);
WIRE_REQUESTS(REVIEW_R)
#undef REVIEW_R

/* After a refused request: writes request.refused (best effort inside the round). */
void review_refused(struct desk *d, const char *request, const struct err *why);
/* Chores between requests: expired claims go back to their queue, put-aside records whose day
 * has come wake. Called by the service at most once a second and before a next. Returns
 * how many events it wrote, -1 on error. */
int review_chores(struct review *rv, struct arena *a, int64_t now);
/* The connection of a session ended. */
void review_left(struct desk *d);

#endif
