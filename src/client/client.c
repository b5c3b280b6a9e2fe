/* SPDX-License-Identifier: MIT */
/*
 * Requests out and replies in. What is under way is kept until its reply has come, so a lost
 * connection costs a moment and nothing else.
 */
#include "client/client.h"

#include "lookback/wire/refusals.h"

#include <string.h>

static const char *kept(struct client *c, const char *s)
{
	return s ? arena_cstr(&c->life, s).p : NULL;
}

bool client_open(const struct client_options *o, struct client **out, struct err *e)
{
	struct arena life = {0};
	struct client *c = arena_new(&life, struct client, 1);

	c->life = life;
	c->o = *o;
	c->o.db = kept(c, o->db);
	c->o.socket = kept(c, o->socket);
	c->o.front = kept(c, o->front);
	c->o.as = kept(c, o->as);
	c->fd = -1;
	c->room = arena_alloc(&c->life, WIRE_MAX, 1);
	if (!client_connect(c, e)) {
		client_close(c);
		return false;
	}
	*out = c;
	return true;
}

void client_close(struct client *c)
{
	struct arena life;

	if (!c)
		return;
	client_part(c);
	client_disconnect(c);
	while (c->n)
		client_forget(c, c->n - 1);
	life = c->life; /* c itself lies in it */
	arena_clear(&life);
}

const struct rep_welcome *client_welcome(const struct client *c)
{
	return &c->welcome;
}

int client_reconnected(const struct client *c)
{
	return c->connections - 1;
}

int client_fd(const struct client *c)
{
	return c->fd;
}

void client_forget(struct client *c, size_t at)
{
	arena_clear(&c->v[at].arena);
	c->n--;
	memmove(&c->v[at], &c->v[at + 1], (c->n - at) * sizeof(c->v[0]));
}

/* The packet joins what is under way before it is sent: if sending fails it goes out with the
 * others when the connection stands again. */
static bool put_out(struct client *c, int fd, enum msg msg, const void *q,
    struct client_ticket *t, struct err *e)
{
	struct under_way *u = &c->v[c->n];

	if (c->o.read_only && !wire_reads(msg))
		return err_set(e, ERR_REFUSED, REFUSED_READ_ONLY);
	if (c->n == CLIENT_UNDER_WAY)
		BUG("more than %d requests under way", CLIENT_UNDER_WAY);
	*u = (struct under_way){.ticket.msg = msg, .fd = fd};
	client_random_id(u->ticket.id);
	if (!wire_packet(&u->arena, msg, u->ticket.id, q, &u->packet, e)) {
		arena_clear(&u->arena);
		return false;
	}
	*t = u->ticket;
	if (c->fd < 0 && !client_connect(c, e)) {
		arena_clear(&u->arena);
		return false;
	}
	c->n++;
	if (client_put(c, u->packet, fd, e))
		return true;
	client_disconnect(c);
	if (e->kind == ERR_NONE && client_connect(c, e))
		return true;
	client_forget(c, c->n - 1);
	return false;
}

bool client_send(
    struct client *c, enum msg msg, const void *q, struct client_ticket *t, struct err *e)
{
	return put_out(c, -1, msg, q, t, e);
}

static size_t place_of(const struct client *c, const uint8_t id[WIRE_ID])
{
	size_t i = 0;

	while (i < c->n && memcmp(c->v[i].ticket.id, id, WIRE_ID) != 0)
		i++;
	return i;
}

/* The connection broke while the reply to the request at `at` was awaited. */
static bool ask_again(struct client *c, size_t at, struct err *e)
{
	client_disconnect(c);
	if (++c->v[at].tries > TRIES)
		return err_set(e, ERR_IO,
		    "the service of %s goes away whenever it is asked this; whether it was "
		    "done is "
		    "unknown: look before trying again",
		    c->o.db);
	return client_connect(c, e);
}

static void tell(struct arena *a, const struct wire_packet *p, const struct client_more *more)
{
	struct rep_progress r;
	struct err ignored;

	if (more && more->progress && wire_read(a, p->msg, p->body, &r, &ignored))
		more->progress(more->progress_ctx, &r);
}

/* Waits for the packet that ends the request of t. Replies to earlier requests, whose senders
 * have given them up, are dropped on the way. */
static bool await(struct client *c, struct arena *a, const struct client_ticket *t,
    const struct client_more *more, struct wire_packet *p, struct err *e)
{
	for (;;) {
		size_t at = place_of(c, t->id), whose;
		if (at == c->n)
			BUG("a reply is awaited twice");
		if (c->fd < 0 || !client_get(c, p, e)) {
			if ((c->fd < 0 || e->kind == ERR_NONE) && ask_again(c, at, e))
				continue;
			client_disconnect(c);
			client_forget(c, at);
			return false;
		}
		whose = place_of(c, p->id);
		if (p->msg == MSG_R_progress) {
			if (whose == at)
				tell(a, p, more);
			continue;
		}
		if (whose < c->n)
			client_forget(c, whose);
		if (whose == at)
			return true;
	}
}

bool client_receive(struct client *c, struct arena *a, const struct client_ticket *t, void *r,
    const struct client_more *more, struct err *e)
{
	struct wire_packet p;

	if (!await(c, a, t, more, &p, e) || !client_read(a, t->msg, &p, r, e))
		return false;
	if (more && more->raw)
		*more->raw = arena_str(a, p.body);
	return true;
}

/* Messages that a file comes along with; beside others it would be closed unused. */
static bool takes_file(enum msg msg)
{
	static const enum msg those[] = {MSG_import, MSG_backup, MSG_pack_diff, MSG_pack_apply,
	    MSG_pack_files, MSG_plan_frame};

	for (size_t i = 0; i < sizeof(those) / sizeof(those[0]); i++)
		if (those[i] == msg)
			return true;
	return false;
}

bool client_call(struct client *c, struct arena *a, enum msg msg, const void *q, void *r,
    const struct client_more *more, struct err *e)
{
	struct client_ticket t;

	return put_out(c, more && takes_file(msg) ? more->fd : -1, msg, q, &t, e) &&
	       client_receive(c, a, &t, r, more, e);
}
