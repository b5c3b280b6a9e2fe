/* SPDX-License-Identifier: MIT */
/*
 * Finding the service, or starting it, and being welcomed. Between "nobody listens" and "he
 * listens" lies a service that is starting or leaving; so what fails for such a reason is
 * tried again until the time is up.
 */
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "client/client.h"
#include "lookback/base/hash.h"
#include "lookback/wire/link.h"
#include "lookback/wire/refusals.h"

enum { PAUSE_MS = 10, PART_MS = 2000 };

/* What one try at connecting came to. */
enum attempt { CONNECTED, NOBODY_THERE, STARTED, TRY_AGAIN, HOPELESS };

int64_t client_clock(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void client_random_id(uint8_t id[WIRE_ID])
{
	random_bytes(id, WIRE_ID);
}

void client_disconnect(struct client *c)
{
	if (c->fd >= 0)
		close(c->fd);
	c->fd = -1;
}

/* When this was the last client the service lets go of the database before it hangs up, so
 * that the next command finds the file free. Not worth an error when it does not. */
void client_part(struct client *c)
{
	char rest[64];
	struct pollfd p = {.fd = c->fd, .events = POLLIN};

	if (c->fd < 0 || shutdown(c->fd, SHUT_WR) != 0)
		return;
	while (poll(&p, 1, PART_MS) > 0)
		if (recv(c->fd, rest, sizeof(rest), MSG_DONTWAIT) <= 0)
			return;
}

static enum attempt knock(struct client *c, const char *path, struct err *e)
{
	struct link_address to;
	int why = 0;

	if (!link_address_open(path, &to, e))
		return HOPELESS;
	c->fd = link_socket();
	if (c->fd < 0 || connect(c->fd, (struct sockaddr *)&to.un, to.n) != 0)
		why = errno;
	link_address_close(&to);
	if (!why)
		return CONNECTED;
	client_disconnect(c);
	if (why == ENOENT || why == ECONNREFUSED)
		return NOBODY_THERE;
	if (why == EAGAIN || why == EINTR) /* many knock at once */
		return TRY_AGAIN;
	if (why == EACCES)
		err_set(e, ERR_REFUSED, REFUSED_NO_SOCKET, c->o.db, path);
	else
		err_set(e, ERR_IO, "the service of %s cannot be reached: %s", c->o.db,
		    strerror(why));
	return HOPELESS;
}

/* Behind somebody's long work even hello may have to wait, and is told so. */
static bool get_last(struct client *c, struct wire_packet *p, struct err *e)
{
	do
		if (!client_get(c, p, e))
			return false;
	while (p->msg == MSG_R_progress);
	return true;
}

static enum attempt greet(struct client *c, struct err *e)
{
	const struct req_hello q = {.front = str_of(c->o.front), .as = str_of(c->o.as)};
	struct arena scratch = {0};
	struct wire_packet p;
	struct str packet;
	uint8_t id[WIRE_ID];
	bool ok;

	client_random_id(id);
	e->kind = ERR_NONE;
	ok = wire_packet(&scratch, MSG_hello, id, &q, &packet, e) &&
	     client_put(c, packet, -1, e) && get_last(c, &p, e) &&
	     client_read(&c->life, MSG_hello, &p, &c->welcome, e);
	arena_clear(&scratch);
	if (ok)
		return CONNECTED;
	client_disconnect(c);
	/* a service that was just leaving takes the connection and says nothing */
	return e->kind == ERR_NONE ? TRY_AGAIN : HOPELESS;
}

/* STARTED, or why not. Another one that starts or leaves just now is worth waiting for. */
static enum attempt ask_to_start(struct client *c, struct err *e)
{
	struct stat st;

	if (stat(c->o.db, &st) != 0)
		err_set(
		    e, ERR_IO, "database %s cannot be reached: %s", c->o.db, strerror(errno));
	else if (!c->o.start)
		err_set(e, ERR_IO,
		    "no service is running for %s; start it with \"lookback --db %s serve\"",
		    c->o.db, c->o.db);
	else if (st.st_uid != geteuid())
		err_set(e, ERR_IO,
		    "no service is running for %s, and the file belongs to another account: "
		    "its owner "
		    "starts one with \"lookback --db %s serve\"",
		    c->o.db, c->o.db);
	else if (c->o.start(c->o.start_ctx, c->o.db, e))
		return STARTED;
	else if (e->kind == ERR_CONFLICT)
		return TRY_AGAIN;
	return HOPELESS;
}

static enum attempt try_once(struct client *c, const char *path, struct err *e)
{
	enum attempt got = knock(c, path, e);

	if (got == CONNECTED)
		return greet(c, e);
	if (got == NOBODY_THERE)
		return ask_to_start(c, e);
	return got;
}

static bool try_on(struct client *c, const char *path, struct err *e)
{
	int64_t end = client_clock() + (c->o.connect_ms ? c->o.connect_ms : CONNECT_MS);
	struct err why = {0};
	enum attempt got;

	while ((got = try_once(c, path, &why)) != CONNECTED && got != HOPELESS) {
		if (client_clock() > end) {
			err_set(e, ERR_IO, "the service of %s did not come in time", c->o.db);
			return why.kind == ERR_NONE ? false
						    : err_more(e, ERR_IO, "%s", why.text);
		}
		if (got == TRY_AGAIN)
			poll(NULL, 0, PAUSE_MS);
	}
	if (got == HOPELESS)
		*e = why;
	return got == CONNECTED;
}

/* When the service leaves in the middle of it, whoever waits for a reply finds out. */
static bool send_again(struct client *c, struct err *e)
{
	for (size_t i = 0; i < c->n; i++)
		if (!client_put(c, c->v[i].packet, c->v[i].fd, e)) {
			client_disconnect(c);
			return e->kind == ERR_NONE;
		}
	return true;
}

bool client_connect(struct client *c, struct err *e)
{
	struct arena scratch = {0};
	struct str path = str_of(c->o.socket);
	bool ok = c->o.socket || link_beside(&scratch, c->o.db, ".sock", &path, e);

	ok = ok && try_on(c, path.p, e);
	arena_clear(&scratch);
	if (!ok)
		return false;
	c->connections++;
	return send_again(c, e);
}
