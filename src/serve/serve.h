/* SPDX-License-Identifier: MIT */
/*
 * The service from the inside. One struct holds it all; the files are: place.c (lock and
 * socket), conn.c (who is connected), round.c (what they ask, answered in one commit),
 * request.c (one request), dispatch.c (its use case), loop.c (waiting), run.c and start.c (a
 * process for it), account.c (names).
 *
 * A connection lives in `conns` at one place for the whole of a round: it is only marked as
 * gone, and taken out between rounds when the end of its session has been written.
 */
#ifndef LOOKBACK_SERVE_PRIVATE_H
#define LOOKBACK_SERVE_PRIVATE_H

#include <sys/types.h>

#include "lookback/review/review.h"
#include "lookback/serve/serve.h"
#include "lookback/wire/link.h"

enum {
	CONNS_MAX = 4096,
	CONNS_EACH = 64,    /* of one account that does not own the database */
	ROUND_MAX = 256,    /* requests: a bound on how long the first one waits */
	HELLO_MS = 10000,   /* a connection must say hello within this time */
	TICK_MS = 30000,    /* chores, while anybody is connected */
	CHORES_MS = 1000,   /* but never more often than this */
	LINGER_MS = 2000,   /* embedded: after the last client has gone */
	FIRST_MS = 30000,   /* embedded: for the first one to come */
	QUIET_MS = 500,     /* without a request: time for a checkpoint */
	ROUNDS_MOST = 1024, /* commits without one, however busy */
	PROGRESS_MS = 100,  /* between two reports to who asked for the work, */
	PATIENCE_MS = 1000, /* and to everybody else, who waits for it to end */
};

struct conn {
	int fd;
	uid_t uid;
	bool owner, greeted;
	bool gone, ended;   /* to be closed; and the end of its session is written */
	struct arena arena; /* holds the texts, so that they stay when the struct moves */
	struct str user, as_by, session;
	int64_t since; /* clock_ms */
};

/* A request that waits in this round. */
struct waiting {
	size_t conn; /* place in conns */
	struct wire_packet p;
	int beside; /* descriptor that came along, or -1 */
	bool last;  /* the connection ends with the reply */
	struct str reply;
};

struct round {
	struct arena arena;
	struct {
		struct waiting *v;
		size_t n, cap;
	} asked;
};

struct serve {
	struct serve_options o;
	struct arena arena; /* as long as the service */
	struct str db, socket;
	int lock, listener, signals;
	struct review *review;
	struct {
		struct conn *v;
		size_t n, cap;
	} conns;
	size_t conns_max, turn; /* where the next round begins */
	bool deaf;              /* no descriptors left: none are accepted until one goes */
	bool stop;
	char *room; /* WIRE_MAX bytes for what comes in */
	struct round round;
	int64_t chores;  /* when they were last done, by o.now */
	int64_t ticked;  /* the rest by clock_ms: the last tick, */
	int64_t quiet;   /* the end of the last round, */
	int64_t leave;   /* when to leave if nobody is connected by then */
	int64_t commits; /* since the last checkpoint */
};

int64_t clock_ms(void); /* never steps back; for waiting, not for the record */

/* place.c */
MUST_USE bool place_lock(struct serve *s, struct err *e);
MUST_USE bool place_listen(struct serve *s, struct err *e);
void place_leave(struct serve *s); /* no more clients: removes the socket */

/* conn.c */
void conn_accept_all(struct serve *s);
void conn_close(struct serve *s, struct conn *c); /* its end is still to be written */
void conn_sweep(struct serve *s);                 /* closes those whose end is written */
void conn_close_silent(struct serve *s);          /* those that never said hello */
void conn_close_all(struct serve *s);             /* the service stops */
size_t conn_gone(const struct serve *s);          /* how many ends are to be written */

/* round.c. ready says of each connection whether it can be read. */
struct pollfd;
void round_gather(struct serve *s, const struct pollfd *ready);
/* One commit for all that was gathered, then the replies; a tick is reason enough for one.
 * False: the database is closed. */
MUST_USE bool round_run(struct serve *s, bool tick, struct err *e);

/* request.c: the reply to one request, in a savepoint of the round. */
void request_answer(struct serve *s, struct waiting *q);
struct str reply_fail(struct arena *a, const uint8_t id[WIRE_ID], const struct err *e);
struct desk request_desk(struct serve *s, struct conn *c);

/* progress.c: a progress_fn; ctx is a struct telling. */
struct telling {
	struct serve *serve;
	const struct waiting *asked; /* by whom the work was asked for */
	int64_t last, last_all; /* clock_ms of the last report to them and to all; 0: none */
	struct {
		const char *what; /* constant text, or NULL */
		int64_t done, total;
	} said;
};
void progress_tell(void *ctx, const char *what, int64_t done, int64_t total);
/* Nothing new to say, but it goes on: what was said last is said again, if long ago. */
void progress_alive(void *ctx);

/* dispatch.c: the use case of a request by its number. */
MUST_USE bool dispatch(enum msg msg, struct desk *d, const void *q, void *r, struct err *e);

/* loop.c: until a signal comes, or (embedded) nobody is left. */
MUST_USE bool loop_run(struct serve *s, struct err *e);

#endif
