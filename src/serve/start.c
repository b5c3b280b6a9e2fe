/* SPDX-License-Identifier: MIT */
/*
 * A service in the background, by fork alone. It is a grandchild, so that nobody has to wait
 * for its end, in a session of its own, so that no terminal sends it signals, and it keeps no
 * descriptor of the front end but the one on which it says that it is ready.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lookback/base/io.h"
#include "serve/serve.h"

enum { SAID_MAX = 2048, FIRST_FD = 3, SIGNALS = 32 };

static void close_others(int keep)
{
	DIR *d = opendir("/proc/self/fd");
	struct dirent *entry;
	int64_t fd;

	while (d && (entry = readdir(d)))
		if (str_int(str_of(entry->d_name), &fd) && fd >= FIRST_FD && fd != keep &&
		    fd != dirfd(d))
			close((int)fd);
	if (d)
		closedir(d);
}

/* The front end may have been in the middle of anything: its handlers are not ours. */
static void default_signals(void)
{
	struct sigaction plain = {.sa_handler = SIG_DFL};
	sigset_t none;

	for (int i = 1; i < SIGNALS; i++)
		sigaction(i, &plain, NULL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

static void no_terminal(void)
{
	int null = open("/dev/null", O_RDWR);

	for (int fd = 0; null >= 0 && fd < FIRST_FD; fd++)
		dup2(null, fd);
}

/* The grandchild: never returns into the front end's code. */
static _Noreturn void be_service(struct serve_options o)
{
	struct arena scratch = {0};
	struct err e = {0};
	struct str said;

	default_signals();
	close_others(o.ready);
	no_terminal();
	prctl(PR_SET_NAME, "lookback-serve", 0, 0, 0);
	if (!serve_run(&o, &e)) {
		said = arena_printf(&scratch, "%s\n%s", err_name(e.kind), e.text);
		io_all(o.ready, said.p, said.n); /* later than "+" nobody listens */
	}
	_exit(0);
}

static pid_t fork_service(const struct serve_options *o)
{
	pid_t child = fork();

	if (child != 0)
		return child;
	if (setsid() < 0)
		_exit(1);
	child = fork();
	if (child == 0)
		be_service(*o);
	_exit(child < 0);
}

/* What the service says of its start: one byte, or a text up to its end. */
static size_t hear(int fd, char *p, size_t room)
{
	size_t n = 0;
	ssize_t got;

	do {
		got = read(fd, p + n, room - n);
		if (got > 0)
			n += (size_t)got;
	} while ((got > 0 && p[0] != '+') || (got < 0 && errno == EINTR));
	return n;
}

/* "+", or the kind of an error, a newline and its text. */
static bool understand(struct str said, struct err *e)
{
	struct arena scratch = {0};
	struct str kind;

	if (str_is(said, "+"))
		return true;
	if (!str_cut(&said, '\n', &kind))
		return err_set(e, ERR_IO, "the service died before it was ready");
	err_set(e, err_kind_of(arena_str(&scratch, kind).p), "%.*s", STR_ARG(said));
	arena_clear(&scratch);
	return false;
}

bool serve_start(void *like, const char *db, struct err *e)
{
	struct serve_options o = {.embedded = true};
	char said[SAID_MAX];
	int ends[2], status;
	pid_t child;
	size_t n;

	if (like)
		o = *(const struct serve_options *)like;
	if (pipe(ends) != 0)
		return err_set(e, ERR_IO, "no service can be started: %s", strerror(errno));
	o.db = db;
	o.ready = ends[1];
	child = fork_service(&o);
	close(ends[1]);
	n = child < 0 ? 0 : hear(ends[0], said, sizeof(said));
	close(ends[0]);
	if (child < 0)
		return err_set(e, ERR_IO, "no service can be started: %s", strerror(errno));
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	return understand((struct str){said, n}, e);
}
