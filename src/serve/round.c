/* SPDX-License-Identifier: MIT */
/*
 * A round is one commit for all that wait. It takes one request of each connection and sends
 * the replies when the commit has returned; sessions that have ended are written in it too.
 */
#include <poll.h>
#include <unistd.h>

#include "serve/serve.h"

static struct waiting *add(struct serve *s, size_t conn)
{
	struct waiting *q = arena_push(&s->round.arena, &s->round.asked);

	*q = (struct waiting){.conn = conn, .beside = -1};
	return q;
}

/* What cannot be a request is answered once and ends the connection: whoever is at the other
 * end does not speak our language. */
static void refuse_rubbish(struct serve *s, struct waiting *q, const struct err *e)
{
	q->reply = reply_fail(&s->round.arena, q->p.id, e);
	q->last = true;
}

static void read_one(struct serve *s, size_t conn)
{
	struct conn *c = &s->conns.v[conn];
	struct waiting *q;
	struct err e;
	struct str packet;
	size_t n = 0;
	int beside;

	switch (link_receive(c->fd, s->room, WIRE_MAX, &n, &beside)) {
	case LINK_WAIT:
		return;
	case LINK_GONE:
		conn_close(s, c);
		return;
	case LINK_DONE:
		break;
	}
	packet = (struct str){s->room, n};
	if (n <= WIRE_MAX)
		packet = arena_str(&s->round.arena, packet);
	q = add(s, conn);
	q->beside = beside;
	if (!wire_open(packet, &q->p, &e))
		refuse_rubbish(s, q, &e);
}

void round_gather(struct serve *s, const struct pollfd *ready)
{
	size_t n = s->conns.n;

	for (size_t k = 0; k < n && s->round.asked.n < ROUND_MAX; k++) {
		size_t i = (s->turn + k) % n;
		if (ready[i].revents & POLLIN)
			read_one(s, i);
		else if (ready[i].revents)
			conn_close(s, &s->conns.v[i]);
		if (k + 1 == n || s->round.asked.n == ROUND_MAX)
			s->turn = i + 1;
	}
}

static void fail_all(struct serve *s, const struct err *e)
{
	for (size_t i = 0; i < s->round.asked.n; i++) {
		struct waiting *q = &s->round.asked.v[i];
		q->reply = reply_fail(&s->round.arena, q->p.id, e);
	}
}

/* They are lost when they cannot be written: the next start of the session shows it. */
static void mark_ends(struct serve *s)
{
	for (size_t i = 0; i < s->conns.n; i++)
		s->conns.v[i].ended = s->conns.v[i].gone;
}

static void write_ends(struct serve *s)
{
	struct store *st = review_store(s->review);
	struct err e;

	for (size_t i = 0; i < s->conns.n; i++) {
		struct conn *c = &s->conns.v[i];
		struct desk d = request_desk(s, c);
		if (!c->gone || !c->greeted || !store_save(st, &e))
			continue;
		review_left(&d);
		if (!store_keep(st, &e))
			store_undo(st);
	}
	mark_ends(s);
}

static bool chores_due(const struct serve *s, int64_t now)
{
	return now - s->chores >= CHORES_MS || now < s->chores;
}

static void do_chores(struct serve *s)
{
	struct store *st = review_store(s->review);
	int64_t now = s->o.now();
	struct err e;

	if (!chores_due(s, now) || !store_save(st, &e))
		return;
	s->chores = now;
	if (review_chores(s->review, &s->round.arena, now) < 0 || !store_keep(st, &e))
		store_undo(st);
}

static void answer_all(struct serve *s)
{
	for (size_t i = 0; i < s->round.asked.n; i++)
		if (!s->round.asked.v[i].reply.n)
			request_answer(s, &s->round.asked.v[i]);
}

/* Whether the round is on disk is known only when the commit says yes. */
static bool commit(struct serve *s, struct err *e)
{
	struct err unknown;

	if (store_commit(review_store(s->review), e)) {
		s->commits++;
		return true;
	}
	store_rollback(review_store(s->review));
	err_set(&unknown, ERR_IO,
	    "the service stops, because the database could not be written; whether this was "
	    "saved "
	    "is unknown: ask again");
	fail_all(s, &unknown);
	return false;
}

/* The database was let go of when the last client went; see store_rest. */
static bool awake(struct serve *s, struct err *e)
{
	bool changed = s->review == NULL;

	if (s->review && !store_wake(review_store(s->review), &changed, e))
		return false;
	if (!changed)
		return true;
	review_close(s->review);
	s->review = NULL;
	return review_open(s->db.p, &s->review, e);
}

/* A round that could not begin has changed nothing, and the next one may go well. */
static bool in_transaction(struct serve *s, struct err *e)
{
	struct err why;

	if (!awake(s, &why)) {
		mark_ends(s);
		fail_all(s, &why);
		return true;
	}
	if (review_damage(s->review)) {
		mark_ends(s);
		answer_all(s);
		return true;
	}
	if (!store_begin(review_store(s->review), &why)) {
		mark_ends(s);
		fail_all(s, &why);
		return true;
	}
	do_chores(s);
	write_ends(s);
	answer_all(s);
	return commit(s, e);
}

static void send_all(struct serve *s)
{
	for (size_t i = 0; i < s->round.asked.n; i++) {
		struct waiting *q = &s->round.asked.v[i];
		struct conn *c = &s->conns.v[q->conn];
		if (c->gone)
			continue;
		/* whoever does not read what he asked for is not waited for */
		if (link_send(c->fd, q->reply, -1) != LINK_DONE || q->last)
			conn_close(s, c);
	}
}

static void forget(struct serve *s)
{
	for (size_t i = 0; i < s->round.asked.n; i++)
		if (s->round.asked.v[i].beside >= 0)
			close(s->round.asked.v[i].beside);
	arena_clear(&s->round.arena);
	s->round = (struct round){0};
}

bool round_run(struct serve *s, bool tick, struct err *e)
{
	bool ok = true;

	if (s->round.asked.n || conn_gone(s) || tick) {
		ok = in_transaction(s, e);
		send_all(s);
		s->quiet = clock_ms();
	}
	forget(s);
	conn_sweep(s);
	return ok;
}
