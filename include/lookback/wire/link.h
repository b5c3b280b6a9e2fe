/* SPDX-License-Identifier: MIT */
/*
 * Packets on a Unix socket, and where the socket of a database is: what both ends of the
 * connection must do alike. Nothing here waits; who waits, for what and how long is decided
 * by the service's and the client's own loops.
 */
#ifndef LOOKBACK_WIRE_LINK_H
#define LOOKBACK_WIRE_LINK_H

#include <sys/socket.h>
#include <sys/un.h>

#include "lookback/wire/wire.h"

/* The database's path without links, so that all names of one file mean one service; `suffix`
 * is put behind it. A database that is not there is ERR_IO with what to do. */
MUST_USE bool link_beside(
    struct arena *a, const char *db, const char *suffix, struct str *out, struct err *e);

/* An address for bind(2) and connect(2). The kernel takes 107 bytes; a longer path goes through
 * its folder, which stays open in `folder` (or -1) until the call was made. */
struct link_address {
	struct sockaddr_un un;
	socklen_t n;
	int folder;
};
MUST_USE bool link_address_open(const char *path, struct link_address *out, struct err *e);
void link_address_close(struct link_address *l);
/* A socket for packets that neither blocks nor is inherited by another program; -1, errno. */
int link_socket(void);

enum link_outcome {
	LINK_DONE,
	LINK_WAIT, /* the socket is full (send) or empty (receive): poll, or do without */
	LINK_GONE, /* the other end has left, or the packet cannot be carried: errno */
};
/* One packet, with a descriptor beside it (or -1). */
enum link_outcome link_send(int fd, struct str packet, int beside);
/* One packet into `room` bytes at p. *n is its length, more than `room` when it was cut. The
 * first descriptor that came beside it goes to *beside, -1 when none; others are closed. */
enum link_outcome link_receive(int fd, char *p, size_t room, size_t *n, int *beside);

#endif
