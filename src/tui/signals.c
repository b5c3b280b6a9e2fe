/* SPDX-License-Identifier: MIT */
/* Handlers and the pipe they write into. */
#include "tui/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* Handlers have no argument list: this is one of the program's few variables. */
static volatile sig_atomic_t resized, suspended, stop;
static int ends[2] = {-1, -1};
static void (*at_panic)(void);

static void wake(void)
{
	int was = errno;
	ssize_t done = write(ends[1], "", 1);

	(void)done; /* a full pipe wakes as well */
	errno = was;
}

static void on_signal(int sig)
{
	if (sig == SIGWINCH || sig == SIGCONT)
		resized = 1;
	else if (sig == SIGTSTP)
		suspended = 1;
	else
		stop = sig;
	wake();
}

/* SA_RESETHAND: raising again does what the signal does by itself. */
static void on_crash(int sig)
{
	if (at_panic)
		at_panic();
	(void)raise(sig);
}

static const struct {
	int sig, flags;
	void (*handler)(int sig);
} handlers[] = {
    {SIGWINCH, SA_RESTART, on_signal},
    {SIGCONT, SA_RESTART, on_signal},
    {SIGTERM, SA_RESTART, on_signal},
    {SIGHUP, SA_RESTART, on_signal},
    {SIGINT, SA_RESTART, on_signal},
    {SIGQUIT, SA_RESTART, on_signal},
    {SIGTSTP, SA_RESTART, on_signal},
    {SIGPIPE, SA_RESTART, SIG_IGN},
    {SIGSEGV, (int)SA_RESETHAND, on_crash},
    {SIGBUS, (int)SA_RESETHAND, on_crash},
    {SIGFPE, (int)SA_RESETHAND, on_crash},
    {SIGILL, (int)SA_RESETHAND, on_crash},
    {SIGABRT, (int)SA_RESETHAND, on_crash},
};

int signals_start(void (*panic)(void), struct err *e)
{
	if (pipe(ends) != 0) {
		err_set(e, ERR_IO, "cannot make a pipe: %s", strerror(errno));
		return -1;
	}
	for (int i = 0; i < 2; i++)
		if (fcntl(ends[i], F_SETFL, O_NONBLOCK) ||
		    fcntl(ends[i], F_SETFD, FD_CLOEXEC)) {
			err_set(e, ERR_IO, "cannot prepare a pipe: %s", strerror(errno));
			return -1;
		}
	at_panic = panic;
	for (size_t i = 0; i < sizeof(handlers) / sizeof(handlers[0]); i++) {
		struct sigaction sa = {
		    .sa_handler = handlers[i].handler, .sa_flags = handlers[i].flags};
		sigemptyset(&sa.sa_mask);
		sigaction(handlers[i].sig, &sa, NULL);
	}
	return ends[0];
}

struct signals_seen signals_take(void)
{
	struct signals_seen seen;
	char bin[64];

	while (read(ends[0], bin, sizeof(bin)) > 0)
		;
	seen.resized = resized;
	seen.suspend = suspended;
	seen.stop = stop;
	resized = suspended = 0;
	return seen;
}

void signals_forget(void)
{
	stop = 0;
}

void signals_end(void)
{
	at_panic = NULL;
	for (int i = 0; i < 2; i++)
		if (ends[i] >= 0)
			close(ends[i]);
	ends[0] = ends[1] = -1;
}
