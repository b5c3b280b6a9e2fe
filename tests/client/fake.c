/* SPDX-License-Identifier: MIT */
#include "client/fake.h"

#include <check.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lookback/wire/link.h"

struct line {
	int fd;
	char room[WIRE_MAX];
	struct wire_packet p;
};

static void say(const struct line *l, enum msg msg, const uint8_t *id, const void *r)
{
	struct arena a = {0};
	struct str packet;
	struct err e;

	if (wire_packet(&a, msg, id, r, &packet, &e))
		link_send(l->fd, packet, -1);
	arena_clear(&a);
}

/* False: the connection is at its end. */
static bool act(const struct line *l, char what)
{
	const struct rep_done done = {.text = STR("done")};
	const struct rep_progress progress = {.done = 1, .total = 2, .what = STR("working")};
	struct rep_fail fail = {
	    .kind = STR("input"), .text = STR("two\nreasons"), .line = 7, .col = 9};
	const uint8_t other[WIRE_ID] = {9, 9, 9};

	if (what == 'n')
		return true;
	if (what == 'c')
		return false;
	if (what == 'f' || what == 'u') {
		if (what == 'u')
			fail.kind = STR("sunspots");
		say(l, MSG_R_fail, l->p.id, &fail);
		return true;
	}
	if (what == 'g')
		return link_send(l->fd, STR("rubbish"), -1) == LINK_DONE;
	if (what == 'o')
		say(l, MSG_R_done, other, &done);
	if (what == 'p')
		say(l, MSG_R_progress, l->p.id, &progress);
	if (what == 'w')
		say(l, MSG_R_count, l->p.id, &(struct rep_count){.count = 3});
	else
		say(l, MSG_R_done, l->p.id, &done);
	return true;
}

static bool next_packet(struct line *l)
{
	struct pollfd ready = {.fd = l->fd, .events = POLLIN};
	enum link_outcome got;
	struct err e;
	size_t n = 0;
	int beside;

	while ((got = link_receive(l->fd, l->room, WIRE_MAX, &n, &beside)) == LINK_WAIT)
		poll(&ready, 1, -1);
	return got == LINK_DONE && wire_open((struct str){l->room, n}, &l->p, &e);
}

static void serve_one(struct line *l, const char *script, size_t *at)
{
	const struct rep_welcome welcome = {.user = STR("somebody")};

	while (next_packet(l)) {
		if (l->p.msg == MSG_hello) {
			say(l, MSG_R_welcome, l->p.id, &welcome);
			continue;
		}
		if (!script[*at])
			*at = 0;
		if (!act(l, script[(*at)++]))
			return;
	}
}

static _Noreturn void serve_all(int listener, const char *script)
{
	static struct line l;
	size_t at = 0;

	for (;;) {
		l.fd = accept(listener, NULL, NULL);
		if (l.fd < 0)
			_exit(1);
		serve_one(&l, script, &at);
		close(l.fd);
	}
}

void fake_begin(struct fake *f, const char *script)
{
	struct link_address at;
	struct err e = {0};
	int fd;

	snprintf(f->dir, sizeof(f->dir), "/tmp/lookback-fake-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(f->dir));
	snprintf(f->db, sizeof(f->db), "%s/review.db", f->dir);
	snprintf(f->sock, sizeof(f->sock), "%s.sock", f->db);
	close(open(f->db, O_CREAT | O_WRONLY, 0600));
	ck_assert(link_address_open(f->sock, &at, &e));
	fd = socket(AF_UNIX, SOCK_SEQPACKET, 0);
	ck_assert_int_eq(bind(fd, (struct sockaddr *)&at.un, at.n), 0);
	ck_assert_int_eq(listen(fd, 8), 0);
	f->pid = fork();
	ck_assert_int_ge(f->pid, 0);
	if (f->pid == 0)
		serve_all(fd, script);
	close(fd);
}

void fake_end(struct fake *f)
{
	kill(f->pid, SIGKILL);
	waitpid(f->pid, NULL, 0);
	unlink(f->db);
	unlink(f->sock);
	rmdir(f->dir);
}

struct client *fake_client(const struct fake *f, int answer_ms)
{
	const struct client_options o = {.db = f->db, .front = "cli", .answer_ms = answer_ms};
	struct client *c = NULL;
	struct err e = {0};

	ck_assert_msg(client_open(&o, &c, &e), "%s", e.text);
	return c;
}
