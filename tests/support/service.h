/* SPDX-License-Identifier: MIT */
/*
 * A real service for tests: a database of the built-in pack in a folder of its own, in a
 * process of its own. The account that runs the tests owns it (administrator); others are
 * added and records brought in by ordinary requests.
 *
 * Whatever goes wrong here ends the test. Every wait has an end: DEADLINE_MS, which costs
 * only when it is reached.
 */
#ifndef LOOKBACK_TESTS_SERVICE_H
#define LOOKBACK_TESTS_SERVICE_H

#include <sys/types.h>

#include "lookback/client/client.h"
#include "lookback/serve/serve.h"

enum { DEADLINE_MS = 60000 };

struct service {
	char dir[512], db[1024];
	pid_t pid;       /* of service_run, else 0 */
	int mode;        /* of the socket; 0 is 0600 */
	bool chatty;     /* serve_options.chatty */
	long file_limit; /* service_run: no file may grow beyond, in bytes; 0 is none */
};

/* A folder and an empty database; service_end removes both. */
void service_new(struct service *s);
void service_end(struct service *s);
/* A service as a child of this process, until it is told to stop. */
void service_run(struct service *s);
void service_stop(struct service *s); /* SIGTERM; it must end well */
void service_kill(struct service *s); /* SIGKILL */

/* A client; with no service there, one is started in the background when `start` is. */
struct client *service_client(const struct service *s, const char *as, bool start);
pid_t service_pid(const struct client *c); /* of the process at the other end */
/* Waits until the embedded service has left. */
void service_wait_gone(const struct service *s);

/* The auditor "audit", and triage officers r00, r01 ... */
void service_people(struct client *owner, int n);
/* Writes the heading and rows of an extract. */
void service_extract(int fd, int from, int n);
void service_import(struct client *owner, int from, int n); /* DVDS-T00000 ... */
/* All events of a type, oldest first. */
struct rep_events service_events(struct arena *a, struct client *auditor, const char *type);

/* A socket as a stranger would have it: connected, nothing said. */
int service_raw(const struct service *s);
void raw_put(int fd, enum msg msg, const uint8_t id[WIRE_ID], const void *q, int beside);
/* The next packet within the deadline; false when the other end has closed. */
bool raw_get(struct arena *a, int fd, struct wire_packet *p);
void raw_hello(int fd, const char *as);

#endif
