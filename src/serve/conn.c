/* SPDX-License-Identifier: MIT */
/* Who is connected. What the kernel says of the other end is all that is believed of it. */
#include <errno.h>
#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include "lookback/base/hash.h"
#include "serve/serve.h"
#include "lookback/wire/refusals.h"

#ifndef SO_PEERCRED /* glibc shows it to those who ask for all of BSD alone */
#include <asm/socket.h>
#endif

/* What SO_PEERCRED gives; the name of it is hidden behind a GNU switch. */
struct credentials {
	pid_t pid;
	uid_t uid;
	gid_t gid;
};

int64_t clock_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Before anything is known of the other end there is no request id to answer. */
static void turn_away(int fd, const char *why)
{
	const uint8_t none[WIRE_ID] = {0};
	struct arena scratch = {0};
	struct err e;

	err_set(&e, ERR_REFUSED, "%s", why);
	link_send(fd, reply_fail(&scratch, none, &e), -1);
	arena_clear(&scratch);
	close(fd);
}

static size_t held_by(const struct serve *s, uid_t uid)
{
	size_t n = 0;

	for (size_t i = 0; i < s->conns.n; i++)
		n += s->conns.v[i].uid == uid;
	return n;
}

static void conn_add(struct serve *s, int fd)
{
	struct credentials who;
	socklen_t size = sizeof(who);
	uint8_t random[8];
	char hex[2 * sizeof(random) + 1];
	struct conn *c;
	bool owner;

	if (getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &who, &size) != 0 || size != sizeof(who)) {
		turn_away(fd, REFUSED_CONN_WHO);
		return;
	}
	owner = who.uid == geteuid();
	if (!owner && held_by(s, who.uid) >= CONNS_EACH) {
		turn_away(fd, REFUSED_CONN_MANY);
		return;
	}
	random_bytes(random, sizeof(random));
	c = arena_push(&s->arena, &s->conns);
	*c = (struct conn){.fd = fd, .uid = who.uid, .owner = owner, .since = clock_ms()};
	hex_of(random, sizeof(random), hex);
	c->session = arena_cstr(&c->arena, hex);
	c->user = serve_account(&c->arena, who.uid);
}

/* accept(2) gives a descriptor that blocks and is inherited; both must not be. */
static int accept_one(const struct serve *s)
{
	int fd;

	do
		fd = accept(s->listener, NULL, NULL);
	while (fd < 0 && (errno == EINTR || errno == ECONNABORTED));
	if (fd >= 0) {
		fcntl(fd, F_SETFD, FD_CLOEXEC);
		fcntl(fd, F_SETFL, O_NONBLOCK);
	}
	return fd;
}

void conn_accept_all(struct serve *s)
{
	while (s->conns.n < s->conns_max) {
		int fd = accept_one(s);
		if (fd < 0) {
			s->deaf = errno != EAGAIN && errno != EWOULDBLOCK && s->conns.n > 0;
			return;
		}
		conn_add(s, fd);
	}
	s->deaf = true;
}

void conn_close(struct serve *s, struct conn *c)
{
	c->gone = true;
	s->deaf = false;
}

static bool is_through(const struct conn *c)
{
	return c->gone && (c->ended || !c->greeted);
}

/* With the last client the file is let go of, before that client hears that it may go: then
 * whatever its user does next with the file finds nobody there. */
static void rest_when_alone(struct serve *s)
{
	for (size_t i = 0; i < s->conns.n; i++)
		if (!is_through(&s->conns.v[i]))
			return;
	if (!s->o.embedded || s->conns.n == 0 || !s->review)
		return;
	store_rest(review_store(s->review));
	s->commits = 0;
}

static void conn_end(struct conn *c)
{
	close(c->fd);
	arena_clear(&c->arena);
}

/* The last one takes the place of one that has gone, so order means nothing. */
void conn_sweep(struct serve *s)
{
	size_t before = s->conns.n;

	rest_when_alone(s);
	for (size_t i = 0; i < s->conns.n;) {
		struct conn *c = &s->conns.v[i];
		if (is_through(c)) {
			conn_end(c);
			*c = s->conns.v[--s->conns.n];
		} else {
			i++;
		}
	}
	if (before && s->conns.n == 0)
		s->leave = clock_ms() + LINGER_MS;
}

void conn_close_silent(struct serve *s)
{
	int64_t now = clock_ms();

	for (size_t i = 0; i < s->conns.n; i++)
		if (!s->conns.v[i].greeted && now - s->conns.v[i].since > HELLO_MS)
			conn_close(s, &s->conns.v[i]);
}

size_t conn_gone(const struct serve *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->conns.n; i++)
		n += s->conns.v[i].gone;
	return n;
}

void conn_close_all(struct serve *s)
{
	for (size_t i = 0; i < s->conns.n; i++)
		conn_end(&s->conns.v[i]);
	s->conns.n = 0;
}
