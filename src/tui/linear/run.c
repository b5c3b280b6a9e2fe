/* SPDX-License-Identifier: MIT */
/*
 * The line mode on standard input and output. The terminal keeps its own line editing; only
 * Esc is made to end a read, so that Esc twice conceals at once, and Ctrl-Z conceals too.
 * Ctrl-C leaves what is asked, twice within a second the program. Time locks and keeps
 * claims alive as it does on the screen.
 */
#include <errno.h>
#include <langinfo.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "lookback/base/io.h"
#include "tui/linear/linear.h"
#include "tui/linear/run.h"
#include "tui/signals.h"
#include "tui/steady.h"

enum {
	BEAT_MS = 60000,
	TWICE_MS = 1000,
	LINE_MAX_BYTES = 65536,
	ROWS_MOST = 300,
	COLS_LEAST = 20,
	PASTE_MS = 50,
	READ_BYTES = 4096
};
enum escape { ESCAPE_NONE, ESCAPE_BEGUN, ESCAPE_SEQUENCE };
struct run {
	struct client *client;
	struct lines lines;
	struct arena mem; /* of the line being read */
	struct buf line;
	enum escape escape;
	bool tty;
	bool over, deaf; /* nothing more to read; nobody reads */
	bool dropped;    /* what follows in the input is not wanted */
	int wake, stop;
	int64_t typed, beat, cancelled; /* ticks */
};

/* The line settings found; a crash handler has no argument to find them by. */
static struct termios before;
static volatile sig_atomic_t changed;

static void restore(void)
{
	if (changed)
		(void)tcsetattr(STDIN_FILENO, TCSANOW, &before);
	changed = 0;
}

/* A script reads whole lines: nothing is cut for it. */
static void measure(struct lines *l)
{
	struct winsize size;

	l->high = l->wide = 0;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
		return;
	l->high = size.ws_row > 0 && size.ws_row < ROWS_MOST ? size.ws_row : ROWS_MOST;
	l->wide = size.ws_col >= COLS_LEAST ? size.ws_col : 0;
}

static void prepare(void)
{
	struct termios t;

	if (tcgetattr(STDIN_FILENO, &before) != 0)
		return;
	t = before;
	t.c_cc[VEOL] = '\033';
	changed = tcsetattr(STDIN_FILENO, TCSANOW, &t) == 0;
	die_hook(restore);
}

static void put(void *ctx, struct str text)
{
	struct run *r = ctx;

	if (!r->deaf && !io_all(STDOUT_FILENO, text.p, text.n))
		r->over = r->deaf = true;
}

static void new_line(struct run *r)
{
	arena_clear(&r->mem);
	r->line = buf_in(&r->mem);
	r->escape = ESCAPE_NONE;
}

/* What waits on a terminal was typed before it could be meant; a script means what it says. */
static void drop(void *ctx)
{
	struct run *r = ctx;

	if (!r->tty)
		return;
	(void)tcflush(STDIN_FILENO, TCIFLUSH);
	r->dropped = true;
}

static void conceal(struct run *r)
{
	if (r->lines.locked)
		return;
	drop(r);
	new_line(r);
	if (r->tty)
		put(r, STR("\n"));
	lines_lock(&r->lines);
}

/* With an echo the typed line ends the prompt's; without one the prompt is a line. */
static void prompt(struct run *r)
{
	struct str text = lines_prompt(&r->lines);

	put(r, text);
	if (!r->tty)
		put(r, STR("\n"));
}

/* Lines of a text that is pasted come at once; nobody types a second one so soon. */
static bool pasted(struct run *r, bool rest)
{
	struct pollfd p = {.fd = STDIN_FILENO, .events = POLLIN};

	if (!r->tty || !lines_wants_text(&r->lines))
		return false;
	return rest || (poll(&p, 1, PASTE_MS) > 0 && p.revents & POLLIN);
}

static void end_line(struct run *r)
{
	lines_take(&r->lines, buf_str(&r->line));
	new_line(r);
	if (!r->lines.quit)
		prompt(r);
}

/* Keys without a character send sequences that begin with Esc; none is text. */
static bool in_escape(struct run *r, char c)
{
	switch (r->escape) {
	case ESCAPE_NONE:
		if (c != '\033')
			return false;
		r->escape = ESCAPE_BEGUN;
		return true;
	case ESCAPE_BEGUN:
		r->escape = c == '[' || c == 'O' ? ESCAPE_SEQUENCE : ESCAPE_NONE;
		if (c == '\033') {
			conceal(r);
			prompt(r);
		}
		return r->escape == ESCAPE_SEQUENCE || c == '\033';
	case ESCAPE_SEQUENCE:
		if (c >= '@' && c <= '~')
			r->escape = ESCAPE_NONE;
		return true;
	}
	return false;
}

static void read_input(struct run *r)
{
	char bytes[READ_BYTES];
	ssize_t n = read(STDIN_FILENO, bytes, sizeof(bytes));

	if (n < 0 && (errno == EINTR || errno == EAGAIN))
		return;
	if (n <= 0) {
		if (r->line.n && !r->lines.quit) /* a last line without its end */
			end_line(r);
		r->over = true;
		return;
	}
	r->typed = steady_ms();
	r->dropped = false;
	for (ssize_t i = 0; i < n && !r->dropped && !r->lines.quit; i++) {
		char c = bytes[i];
		if (in_escape(r, c))
			continue;
		if (c == '\n' && pasted(r, i + 1 < n) && r->line.n < LINE_MAX_BYTES)
			buf_char(&r->line, c);
		else if (c == '\n')
			end_line(r);
		else if (r->line.n < LINE_MAX_BYTES)
			buf_char(&r->line, c);
	}
}

static void cancel(struct run *r)
{
	int64_t now = steady_ms();

	put(r, STR("\n"));
	if (r->cancelled && now - r->cancelled <= TWICE_MS)
		r->lines.quit = true;
	r->cancelled = now;
	new_line(r);
	if (r->lines.quit)
		return;
	lines_cancel(&r->lines);
	prompt(r);
}

static void take_signals(struct run *r)
{
	struct signals_seen seen = signals_take();

	if (seen.resized)
		measure(&r->lines);
	if (seen.stop == SIGINT) {
		signals_forget();
		cancel(r);
	} else if (seen.stop) {
		r->stop = seen.stop;
	} else if (seen.suspend) {
		conceal(r);
		prompt(r);
	}
}

/* What time asks for; milliseconds until it asks again. */
static int time_left(struct run *r)
{
	int64_t now = steady_ms(), limit = r->lines.welcome->lock_minutes * 60000, left;
	struct err e = {0};

	if (limit > 0 && !r->lines.locked && now - r->typed >= limit) {
		conceal(r);
		prompt(r);
	}
	if (now - r->beat >= BEAT_MS) {
		r->beat = now;
		if (!client_beat(r->client, &e))
			lines_fail(&r->lines, &e);
	}
	left = BEAT_MS - (now - r->beat);
	if (limit > 0 && !r->lines.locked && limit - (now - r->typed) < left)
		left = limit - (now - r->typed);
	return (int)(left > 0 ? left : 0);
}

static void loop(struct run *r)
{
	prompt(r);
	while (!r->over && !r->stop && !r->lines.quit) {
		struct pollfd p[2] = {
		    {.fd = STDIN_FILENO, .events = POLLIN}, {.fd = r->wake, .events = POLLIN}};
		if (poll(p, 2, time_left(r)) <= 0)
			continue;
		if (p[1].revents)
			take_signals(r);
		if (!r->stop && !r->lines.quit && p[0].revents)
			read_input(r);
		if (r->over && r->tty && p[0].revents & POLLHUP && !r->stop)
			r->stop = SIGHUP; /* the end of the line may come before its signal */
	}
}

static bool start(
    struct run *r, const struct tui_options *o, const struct preferences *with, struct err *e)
{
	struct service service;
	struct client_options client = *o->client;

	client.read_only = with->read_only;
	if (!client_open(&client, &r->client, e))
		return false;
	service = service_of(r->client);
	lines_init(&r->lines, &service, client_welcome(r->client));
	if (o->coach)
		coaching_begin(&r->lines.coaching, o->coach, &r->lines.service);
	r->lines.keymap = with->keymap;
	r->lines.read_only = with->read_only;
	r->lines.ascii = with->ascii || strcmp(nl_langinfo(CODESET), "UTF-8") != 0;
	r->lines.put = put;
	r->lines.drop = drop;
	r->lines.put_ctx = r;
	measure(&r->lines);
	r->tty = isatty(STDIN_FILENO);
	r->typed = r->beat = steady_ms();
	new_line(r);
	r->wake = signals_start(restore, e);
	if (r->wake < 0)
		return false;
	if (r->tty)
		prepare();
	return lines_start(&r->lines, e);
}

int linear_run(const struct tui_options *o, const struct preferences *with)
{
	struct run r = {.wake = -1};
	struct err e = {0};
	bool started = start(&r, o, with, &e);
	int code = started ? 0 : err_exit(e.kind);

	if (started) {
		loop(&r);
		lines_hang_up(&r.lines);
		if (r.lines.quit || !r.stop)
			lines_farewell(&r.lines);
	} else {
		(void)fprintf(stderr, "lookback: %s\n", e.text);
	}
	restore();
	die_hook(NULL);
	signals_end();
	if (r.stop)
		code = 128 + r.stop;
	lines_end(&r.lines);
	client_close(r.client);
	arena_clear(&r.mem);
	return code;
}
