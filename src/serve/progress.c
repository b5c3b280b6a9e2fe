/* SPDX-License-Identifier: MIT */
/*
 * Who waits is told. Long work reports to whoever asked for it, and now and then to everybody
 * who waits behind it: those of this round, newcomers, and those whose packet has not even been
 * read; its request id is looked up where it lies. Reports are lost rather than waited for.
 */
#include <poll.h>

#include "serve/serve.h"

static void report(int fd, const uint8_t id[WIRE_ID], const struct rep_progress *r)
{
	struct arena scratch = {0};
	struct str packet;
	struct err ignored;

	if (wire_packet(&scratch, MSG_R_progress, id, r, &packet, &ignored))
		link_send(fd, packet, -1);
	arena_clear(&scratch);
}

/* The first packet that waits at a socket stays there; only its head is copied. */
static void report_unread(int fd, const struct rep_progress *r)
{
	char head[WIRE_HEAD];
	struct wire_packet p;
	struct err ignored;
	ssize_t n = recv(fd, head, sizeof(head), MSG_PEEK | MSG_DONTWAIT);

	if (n == WIRE_HEAD && wire_open((struct str){head, sizeof(head)}, &p, &ignored))
		report(fd, p.id, r);
}

static void report_all(const struct telling *t, const struct rep_progress *r)
{
	struct serve *s = t->serve;

	for (size_t i = 0; i < s->round.asked.n; i++) {
		const struct waiting *q = &s->round.asked.v[i];
		if (q != t->asked && !q->last)
			report(s->conns.v[q->conn].fd, q->p.id, r);
	}
	conn_accept_all(s);
	for (size_t i = 0; i < s->conns.n; i++)
		if (s->conns.v[i].fd >= 0)
			report_unread(s->conns.v[i].fd, r);
}

void progress_tell(void *ctx, const char *what, int64_t done, int64_t total)
{
	struct telling *t = ctx;
	const struct rep_progress r = {.done = done, .total = total, .what = str_of(what)};
	const struct rep_progress others = {.what = STR("waiting for somebody's long work")};
	bool all = t->serve->o.chatty;
	int64_t now = clock_ms();

	t->said.what = what;
	t->said.done = done;
	t->said.total = total;
	if (t->last == 0) /* short work is not worth a word */
		t->last = t->last_all = now;
	if (all || now - t->last >= PROGRESS_MS) {
		t->last = now;
		report(t->serve->conns.v[t->asked->conn].fd, t->asked->p.id, &r);
	}
	if (all || now - t->last_all >= PATIENCE_MS) {
		t->last_all = now;
		report_all(t, &others);
	}
}

void progress_alive(void *ctx)
{
	struct telling *t = ctx;
	int64_t now = clock_ms();

	if (t->last == 0)
		t->last = t->last_all = now;
	if (t->serve->o.chatty || now - t->last >= PATIENCE_MS)
		progress_tell(
		    t, t->said.what ? t->said.what : "working", t->said.done, t->said.total);
}
