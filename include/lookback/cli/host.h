/* SPDX-License-Identifier: MIT */
/*
 * What the program around the front ends can do that they cannot: the service's half,
 * handed over as functions by main.c, so that no front end includes a header of it.
 */
#ifndef LOOKBACK_CLI_HOST_H
#define LOOKBACK_CLI_HOST_H

#include "lookback/client/client.h"
#include "lookback/conf/pack.h"

struct host {
	/* For client_options.start (ctx is NULL): forks a service that leaves with its last
	 * client. */
	client_start_fn start;
	/* `lookback serve`: in the foreground until a signal; the socket is for the group too. */
	bool (*serve)(const char *db, struct err *e);
	/* `lookback init`: a new database; an existing file is refused. */
	bool (*create)(const char *db, const struct source *pack, struct str owner,
	    bool training, struct err *e);
	/* The account name the service will know this process by. */
	struct str (*account)(struct arena *a);
};

#endif
