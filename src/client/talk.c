/* SPDX-License-Identifier: MIT */
/* One packet out, one packet in, and how long to wait for either. */
#include <errno.h>
#include <poll.h>

#include "client/client.h"
#include "lookback/wire/link.h"

void client_watch(struct client *c, int fd, client_watch_fn typed, void *ctx)
{
	c->watch = typed;
	c->watch_ctx = ctx;
	c->watch_fd = fd;
}

/* Waits until the socket can be read or written. A signal does not lengthen the wait. */
static bool wait_for(struct client *c, short what, struct err *e)
{
	int patience = c->o.answer_ms ? c->o.answer_ms : ANSWER_MS;
	int64_t end = client_clock() + patience, left = patience;
	struct pollfd p[2] = {{.fd = c->fd, .events = what}, {.fd = -1, .events = POLLIN}};

	while (left >= 0) {
		int n;
		p[1].fd = c->watch ? c->watch_fd : -1;
		p[1].revents = 0;
		n = poll(p, 2, (int)left);
		if (n > 0 && p[1].revents && c->watch && !c->watch(c->watch_ctx))
			c->watch = NULL;
		if (n > 0 && p[0].revents)
			return true;
		if (n < 0 && errno != EINTR)
			return err_set(e, ERR_IO, "waiting for the service failed");
		left = end - client_clock();
	}
	return err_set(e, ERR_IO,
	    "the service of %s has not answered for %d s; whether this was done is unknown, "
	    "so look before trying again",
	    c->o.db, patience / 1000);
}

bool client_put(struct client *c, struct str packet, int fd, struct err *e)
{
	for (;;) {
		switch (link_send(c->fd, packet, fd)) {
		case LINK_DONE:
			return true;
		case LINK_GONE:
			e->kind = ERR_NONE;
			return false;
		case LINK_WAIT:
			if (!wait_for(c, POLLOUT, e))
				return false;
		}
	}
}

bool client_get(struct client *c, struct wire_packet *p, struct err *e)
{
	int beside;
	size_t n;

	for (;;) {
		switch (link_receive(c->fd, c->room, WIRE_MAX, &n, &beside)) {
		case LINK_DONE:
			return wire_open((struct str){c->room, n}, p, e);
		case LINK_GONE:
			e->kind = ERR_NONE;
			return false;
		case LINK_WAIT:
			if (!wait_for(c, POLLIN, e))
				return false;
		}
	}
}

static bool refused(struct arena *a, struct str body, struct err *e)
{
	struct rep_fail f;
	enum err_kind kind;

	if (!wire_read(a, MSG_R_fail, body, &f, e))
		return false;
	kind = err_kind_of(f.kind.p);
	err_set(e, kind == ERR_NONE ? ERR_IO : kind, "%.*s", STR_ARG(f.text));
	return err_at(e, (int)f.line, (int)f.col);
}

bool client_read(
    struct arena *a, enum msg msg, const struct wire_packet *p, void *r, struct err *e)
{
	const struct wire_message *m = wire_message((int)msg);

	if (p->msg == MSG_R_fail)
		return refused(a, p->body, e);
	if (p->msg != m->reply)
		return err_set(e, ERR_IO, "the service answered %s with %s", m->shape->name,
		    wire_message((int)p->msg)->shape->name);
	return !r || wire_read(a, p->msg, p->body, r, e);
}
