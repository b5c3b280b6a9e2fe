/* SPDX-License-Identifier: MIT */
/*
 * The front ends' end of the socket: requests and replies, and coming back after the
 * connection was lost.
 *
 * What always holds: every request has an id of its own. When the connection breaks before
 * the answer has come, the client connects again (starting the service when it may) and sends
 * the same packet again; the service answers with what the request did the first time, so
 * nothing is done twice and nothing that was acknowledged is lost. A request that fails says
 * why in words for the person at the screen; its kind is the kind the service gave.
 *
 * One client is one connection and one session. It is not shared between processes.
 */
#ifndef LOOKBACK_CLIENT_CLIENT_H
#define LOOKBACK_CLIENT_CLIENT_H

#include "lookback/wire/wire.h"

struct client;

/* Starts a service for a database that has none and returns when it listens. ERR_CONFLICT
 * says that another one is just starting or leaving: the client then tries on. */
typedef bool (*client_start_fn)(void *ctx, const char *db, struct err *e);

struct client_options {        /* zeroed members take what is said behind them */
	const char *db;        /* the database whose service is wanted; required */
	const char *socket;    /* <db>.sock */
	const char *front;     /* "tui", "cli" or "demo"; required */
	const char *as;        /* act as this account: for the owner of the database alone */
	bool read_only;        /* what changes something is refused here and never sent */
	client_start_fn start; /* NULL: a service must be running */
	void *start_ctx;
	int connect_ms; /* how long to try to reach a service: 30 s */
	int answer_ms;  /* how long to wait without a word of progress: 30 s */
};

/* Connects, says hello and keeps the welcome. */
MUST_USE bool client_open(const struct client_options *o, struct client **out, struct err *e);
void client_close(struct client *c); /* NULL is fine */
/* Who one is here and what one may do; as long as the client lives. */
const struct rep_welcome *client_welcome(const struct client *c);
/* How often the connection was made again; a screen that sees it grow reloads. */
int client_reconnected(const struct client *c);
/* For poll(2): readable means that the service has gone (no request being under way). It
 * changes when the client reconnects; -1 while there is no connection. */
int client_fd(const struct client *c);

/* While an answer is waited for, this descriptor is watched too: what a person types is not
 * left lying until then. The function reads it; when it says false it is watched no more. */
typedef bool (*client_watch_fn)(void *ctx);
void client_watch(struct client *c, int fd, client_watch_fn typed, void *ctx);

/* One function a request: ask_next(c, a, &q, &r, e). What r points to lives in a. */
#define CLIENT_R(name, no, reply, says)                                                        \
	MUST_USE bool ask_##name(struct client *c, struct arena *a,                            \
	    const struct req_##name *q, struct rep_##reply *r, struct err *e);
WIRE_REQUESTS(CLIENT_R)
#undef CLIENT_R

/* The same by number, with what only some calls need. */
typedef void (*client_progress_fn)(void *ctx, const struct rep_progress *p);
struct client_more {
	struct str *raw; /* the reply's body as it came, for --json; in the arena */
	int fd;          /* import, backup, packs: the open file; the caller closes it */
	client_progress_fn progress; /* NULL: nobody looks */
	void *progress_ctx;
};
/* q and r are the message's structs; r may be NULL (then only more->raw is wanted); more may
 * be NULL. */
MUST_USE bool client_call(struct client *c, struct arena *a, enum msg msg, const void *q,
    void *r, const struct client_more *more, struct err *e);

/* Sending and receiving apart, so that one process can drive many connections and several
 * requests can be under way on one: at most CLIENT_UNDER_WAY, answered in the order sent.
 * Receiving a later one gives the earlier ones up (they are done all the same). */
enum { CLIENT_UNDER_WAY = 16 };
struct client_ticket {
	uint8_t id[WIRE_ID];
	enum msg msg;
};
MUST_USE bool client_send(
    struct client *c, enum msg msg, const void *q, struct client_ticket *t, struct err *e);
MUST_USE bool client_receive(struct client *c, struct arena *a, const struct client_ticket *t,
    void *r, const struct client_more *more, struct err *e);

/* Two requests in one round trip, such as decide and next. The second is carried out even when
 * the first is refused. ok and why tell of each; true when both went well, else e is the first
 * failure. */
struct client_ask {
	enum msg msg;
	const void *q;
	void *r;
	bool ok;
	struct err why;
};
MUST_USE bool client_pair(struct client *c, struct arena *a, struct client_ask *first,
    struct client_ask *second, struct err *e);

/* Keeps one's claims alive; for a workstation whose user is reading. */
MUST_USE bool client_beat(struct client *c, struct err *e);

#endif
