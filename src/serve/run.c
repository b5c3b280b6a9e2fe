/* SPDX-License-Identifier: MIT */
/* A service from its lock to its end, in this process. */
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lookback/base/io.h"
#include "serve/serve.h"

enum { SPARE_FDS = 64 }; /* database, log, files that come along */

/* No core with case data in it, no look from outside, no new rights, files for us alone. */
static void harden(void)
{
	const struct rlimit none = {0, 0};

	umask(077);
	setrlimit(RLIMIT_CORE, &none);
	prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

/* Signals that end the service are read like requests, between rounds. What a broken pipe or a
 * full disk would kill is a failed call instead, which says so. */
static bool take_signals(struct serve *s, struct err *e)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN};
	sigset_t ending;

	sigemptyset(&ending);
	sigaddset(&ending, SIGTERM);
	sigaddset(&ending, SIGINT);
	sigaddset(&ending, SIGHUP);
	sigprocmask(SIG_BLOCK, &ending, NULL);
	sigaction(SIGPIPE, &ignore, NULL);
	sigaction(SIGXFSZ, &ignore, NULL);
	s->signals = signalfd(-1, &ending, SFD_CLOEXEC | SFD_NONBLOCK);
	if (s->signals < 0)
		return err_set(e, ERR_IO, "signals cannot be taken: %s", strerror(errno));
	return true;
}

/* As many clients as the system lets us have descriptors for. */
static void raise_limit(struct serve *s)
{
	const rlim_t wanted = CONNS_MAX + SPARE_FDS;
	struct rlimit have = {wanted, wanted};

	if (getrlimit(RLIMIT_NOFILE, &have) == 0 && have.rlim_cur < wanted) {
		have.rlim_cur = have.rlim_max < wanted ? have.rlim_max : wanted;
		setrlimit(RLIMIT_NOFILE, &have);
		getrlimit(RLIMIT_NOFILE, &have);
	}
	s->conns_max = CONNS_MAX;
	if (have.rlim_cur < wanted)
		s->conns_max =
		    have.rlim_cur > 2 * SPARE_FDS ? have.rlim_cur - SPARE_FDS : SPARE_FDS;
}

/* The descriptor stays open: its number must not come to mean a client. */
static bool say_ready(const struct serve *s, struct err *e)
{
	if (s->o.ready <= 0 || io_all(s->o.ready, "+", 1))
		return true;
	return err_set(e, ERR_CANCELLED, "whoever started this service has gone");
}

static void close_some(int fd)
{
	if (fd >= 0)
		close(fd);
}

bool serve_run(const struct serve_options *o, struct err *e)
{
	struct serve s = {.o = *o, .lock = -1, .listener = -1, .signals = -1};
	bool ok;

	if (!s.o.now)
		s.o.now = now_ms;
	s.room = arena_alloc(&s.arena, WIRE_MAX, 1);
	harden();
	raise_limit(&s);
	ok = place_lock(&s, e) && take_signals(&s, e) && review_open(s.db.p, &s.review, e) &&
	     place_listen(&s, e) && say_ready(&s, e) && loop_run(&s, e);
	place_leave(&s);
	conn_close_all(&s);
	review_close(s.review);
	close_some(s.signals);
	close_some(s.lock); /* last: from here on another service may begin */
	arena_clear(&s.arena);
	return ok;
}
