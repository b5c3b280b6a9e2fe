/* SPDX-License-Identifier: MIT */
/*
 * A client from the inside. Requests under way are kept as the packets that were sent, oldest
 * first, until their replies have come: that is all it takes to ask again after the connection
 * was lost.
 */
#ifndef LOOKBACK_CLIENT_PRIVATE_H
#define LOOKBACK_CLIENT_PRIVATE_H

#include "lookback/client/client.h"

enum { CONNECT_MS = 30000, ANSWER_MS = 30000, TRIES = 3 };

struct under_way {
	struct arena arena; /* holds the packet; cleared when the reply has come */
	struct str packet;
	struct client_ticket ticket;
	int fd;    /* that goes along, or -1 */
	int tries; /* how often the connection broke under it */
};

struct client {
	struct arena life;
	struct client_options o;
	int fd; /* -1: not connected */
	int connections;
	struct rep_welcome welcome;
	struct under_way v[CLIENT_UNDER_WAY];
	size_t n;
	char *room; /* WIRE_MAX bytes for what comes in */
	client_watch_fn watch;
	void *watch_ctx;
	int watch_fd;
};

/* A connection that has been welcomed; whatever is under way is sent again (if the service
 * leaves meanwhile it is true all the same, and fd is -1). */
MUST_USE bool client_connect(struct client *c, struct err *e);
void client_disconnect(struct client *c);
void client_part(struct client *c); /* says goodbye and waits a moment until it is heard */
/* The reply to u is there, or is no longer wanted. */
void client_forget(struct client *c, size_t at);

/* Sends one packet, waiting for room. False with e->kind ERR_NONE: the connection is gone. */
bool client_put(struct client *c, struct str packet, int fd, struct err *e);
/* Waits for one packet; the same. The body lies in c->room. */
bool client_get(struct client *c, struct wire_packet *p, struct err *e);
/* A reply's body into r; a fail becomes e. */
MUST_USE bool client_read(
    struct arena *a, enum msg msg, const struct wire_packet *p, void *r, struct err *e);

int64_t client_clock(void); /* milliseconds that never step back */
void client_random_id(uint8_t id[WIRE_ID]);

#endif
