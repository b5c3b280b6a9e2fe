/* SPDX-License-Identifier: MIT */
/*
 * A service that misbehaves on purpose, in a process of its own. It welcomes everybody; what
 * it does with the requests after that is its script, one letter each:
 *
 *   . answer done    n say nothing       c close the connection
 *   p send progress, then done           w answer with the wrong message
 *   g send rubbish                       o first a reply to something else, then done
 *   f fail with kind, text and place     u a fail whose kind is unknown
 *
 * A new connection goes on where the last one stopped; at the end it starts over.
 */
#ifndef LOOKBACK_TESTS_CLIENT_FAKE_H
#define LOOKBACK_TESTS_CLIENT_FAKE_H

#include <sys/types.h>

#include "lookback/client/client.h"

struct fake {
	char dir[64], db[128], sock[160];
	pid_t pid;
};
void fake_begin(struct fake *f, const char *script);
void fake_end(struct fake *f);
/* answer_ms is short: what never comes is not waited for long. */
struct client *fake_client(const struct fake *f, int answer_ms);

#endif
