/* SPDX-License-Identifier: MIT */
/* Output that never blocks; see line.h. */
#include "tui/term/line.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include "tui/steady.h"

/* The terminal of the session may be opened by all who are in it, its name perhaps not (after
 * a change of account). Where neither is possible the line that is there has to do. */
void line_open(struct line *l, int tty)
{
	static const int how = O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
	const char *name = ttyname(tty);

	*l = (struct line){.fd = name ? open(name, how) : -1};
	if (l->fd < 0)
		l->fd = open("/dev/tty", how);
	if (l->fd < 0)
		l->fd = fcntl(tty, F_DUPFD_CLOEXEC, 0);
	l->out = buf_in(&l->mem);
}

void line_close(struct line *l)
{
	if (l->fd >= 0)
		close(l->fd);
	l->fd = -1;
	arena_clear(&l->mem);
}

bool line_busy(const struct line *l)
{
	return l->at < l->out.n;
}

static void forget(struct line *l)
{
	l->at = l->out.n = 0;
}

/* A line that is gone takes everything: its end is heard where keys are read. */
void line_pump(struct line *l)
{
	while (line_busy(l)) {
		ssize_t n = write(l->fd, l->out.p + l->at, l->out.n - l->at);
		if (n > 0)
			l->at += (size_t)n;
		else if (n < 0 && errno == EAGAIN)
			return;
		else if (n == 0 || errno != EINTR)
			break;
	}
	forget(l);
}

void line_put(struct line *l, struct str bytes)
{
	buf_put(&l->out, bytes);
	line_pump(l);
}

void line_drop(struct line *l)
{
	forget(l);
	(void)tcflush(l->fd, TCOFLUSH);
	buf_puts(&l->out, LINE_CANCEL);
}

void line_finish(struct line *l, int ms)
{
	int64_t end = steady_ms() + ms;
	struct pollfd p = {.fd = l->fd, .events = POLLOUT};

	for (line_pump(l); line_busy(l); line_pump(l)) {
		int64_t left = end - steady_ms();
		if (left <= 0 || (poll(&p, 1, (int)left) < 0 && errno != EINTR))
			break;
	}
}

void line_panic(const struct line *l, const char *bytes, size_t n)
{
	ssize_t done;

	(void)tcflush(l->fd, TCOFLUSH);
	done = write(l->fd, bytes, n);
	(void)done;
}
