/* SPDX-License-Identifier: MIT */
/* What screens and lines ask, asked of a client. */
#include "tui/service.h"

#include "lookback/client/client.h"

static bool call(
    void *ctx, struct arena *a, enum msg msg, const void *q, void *r, struct err *e)
{
	return client_call(ctx, a, msg, q, r, NULL, e);
}

struct service service_of(struct client *c)
{
	return (struct service){.call = call, .ctx = c};
}
