/* SPDX-License-Identifier: MIT */
/* The requests by name, and the two that are more than one call. */
#include "client/client.h"

#define CLIENT_R(name, no, reply, says)                                                        \
	bool ask_##name(struct client *c, struct arena *a, const struct req_##name *q,         \
	    struct rep_##reply *r, struct err *e)                                              \
	{                                                                                      \
		return client_call(c, a, MSG_##name, q, r, NULL, e);                           \
	}
WIRE_REQUESTS(CLIENT_R)
#undef CLIENT_R

static void settle(struct client *c, struct arena *a, struct client_ask *ask, bool sent,
    const struct client_ticket *t)
{
	ask->ok = sent && client_receive(c, a, t, ask->r, NULL, &ask->why);
}

bool client_pair(struct client *c, struct arena *a, struct client_ask *first,
    struct client_ask *second, struct err *e)
{
	struct client_ticket one, two;
	bool sent = client_send(c, first->msg, first->q, &one, &first->why);
	bool both = sent && client_send(c, second->msg, second->q, &two, &second->why);

	settle(c, a, first, sent, &one);
	if (!sent)
		second->why = first->why;
	settle(c, a, second, both, &two);
	if (first->ok && second->ok)
		return true;
	*e = first->ok ? second->why : first->why;
	return false;
}

bool client_beat(struct client *c, struct err *e)
{
	struct arena scratch = {0};
	struct rep_done r;
	bool ok = ask_beat(c, &scratch, &(struct req_beat){0}, &r, e);

	arena_clear(&scratch);
	return ok;
}
