/* SPDX-License-Identifier: MIT */
/*
 * What screens ask: the client behind one function pointer, so that a test can feed them
 * replies of its own. call_next(s, a, &q, &r, e) and so on, one for each request.
 */
#ifndef LOOKBACK_TUI_SERVICE_H
#define LOOKBACK_TUI_SERVICE_H

#include "lookback/wire/wire.h"

struct service {
	bool (*call)(
	    void *ctx, struct arena *a, enum msg msg, const void *q, void *r, struct err *e);
	void *ctx;
};

/* Of a client: its requests. */
struct client;
struct service service_of(struct client *c);

#define SERVICE_R(name, no, reply, says)                                                       \
	MUST_USE static inline bool call_##name(const struct service *s, struct arena *a,      \
	    const struct req_##name *q, struct rep_##reply *r, struct err *e)                  \
	{                                                                                      \
		return s->call(s->ctx, a, MSG_##name, q, r, e);                                \
	}
WIRE_REQUESTS(SERVICE_R)
#undef SERVICE_R

#endif
