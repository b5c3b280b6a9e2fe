/* SPDX-License-Identifier: MIT */
/*
 * Waiting for signals, newcomers and requests in one poll(2). With nothing to do the service
 * does not wake up; with clients, twice a minute.
 */
#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <string.h>

#include "serve/serve.h"

enum { AT_SIGNALS, AT_LISTENER, AT_CONNS };

static struct pollfd *watched(struct serve *s)
{
	struct pollfd *p = arena_new(&s->round.arena, struct pollfd, s->conns.n + AT_CONNS);

	p[AT_SIGNALS] = (struct pollfd){.fd = s->signals, .events = POLLIN};
	p[AT_LISTENER] = (struct pollfd){.fd = s->deaf ? -1 : s->listener, .events = POLLIN};
	for (size_t i = 0; i < s->conns.n; i++)
		p[AT_CONNS + i] = (struct pollfd){
		    .fd = s->conns.v[i].gone ? -1 : s->conns.v[i].fd, .events = POLLIN};
	return p;
}

static bool is_alone(const struct serve *s)
{
	return s->o.embedded && s->conns.n == 0;
}

static int64_t earlier(int64_t x, int64_t y)
{
	return x < y ? x : y;
}

/* Until when poll may sleep, as it wants to hear it. */
static int patience(const struct serve *s)
{
	int64_t at = INT64_MAX, now = clock_ms();

	if (conn_gone(s))
		return 0;
	if (s->commits)
		at = earlier(at, s->quiet + QUIET_MS);
	if (s->conns.n)
		at = earlier(at, s->ticked + TICK_MS);
	if (is_alone(s))
		at = earlier(at, s->leave);
	if (at == INT64_MAX)
		return -1;
	return at <= now ? 0 : (int)earlier(at - now, INT_MAX);
}

static bool tick_due(struct serve *s)
{
	if (s->conns.n == 0 || clock_ms() - s->ticked < TICK_MS)
		return false;
	s->ticked = clock_ms();
	conn_close_silent(s);
	return true;
}

/* Checkpoints while nobody waits; but the log may not grow for ever under load. */
static void checkpoint(struct serve *s)
{
	bool quiet = clock_ms() - s->quiet >= QUIET_MS;

	if (s->commits == 0 || (!quiet && s->commits < ROUNDS_MOST))
		return;
	store_checkpoint(review_store(s->review));
	s->commits = 0;
}

/* Whoever knocked in the last moment is still let in. */
static bool may_leave(struct serve *s)
{
	if (!is_alone(s) || clock_ms() < s->leave)
		return false;
	conn_accept_all(s);
	return s->conns.n == 0;
}

static bool one_turn(struct serve *s, struct err *e)
{
	struct pollfd *p = watched(s);
	int n = poll(p, s->conns.n + AT_CONNS, patience(s));

	if (n < 0 && errno != EINTR)
		return err_set(e, ERR_IO, "waiting for clients failed: %s", strerror(errno));
	if (n > 0) {
		s->stop = p[AT_SIGNALS].revents != 0;
		round_gather(s, p + AT_CONNS);
		if (p[AT_LISTENER].revents)
			conn_accept_all(s);
	}
	if (!round_run(s, tick_due(s), e))
		return false;
	checkpoint(s);
	s->stop = s->stop || may_leave(s);
	return true;
}

bool loop_run(struct serve *s, struct err *e)
{
	s->ticked = s->quiet = clock_ms();
	s->leave = clock_ms() + FIRST_MS;
	while (!s->stop)
		if (!one_turn(s, e))
			return false;
	/* the ends of all sessions */
	place_leave(s);
	for (size_t i = 0; i < s->conns.n; i++)
		conn_close(s, &s->conns.v[i]);
	return round_run(s, false, e);
}
