/* SPDX-License-Identifier: MIT */
/* The loop: terminal, service and signals are waited for in one place. */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lookback/base/when.h"
#include "lookback/tui/tui.h"
#include "tui/app.h"
#include "tui/conceal.h"
#include "tui/guard.h"
#include "tui/linear/run.h"
#include "tui/settings.h"
#include "tui/signals.h"
#include "tui/steady.h"
#include "tui/term/term.h"

enum { ESC_MS = 25, PASTE_MS = 1000, READ_MAX = 4096, MEANWHILE_MAX = 1 << 20 };
struct loop {
	const struct tui_options *options;
	const struct preferences *with;
	struct client *client;
	struct app app;
	struct decoder keys;
	struct arena paint; /* of the canvas */
	struct canvas canvas;
	int wake;             /* descriptor of the signals */
	int gone_fd;          /* a connection that was lost and is not watched any more */
	int again;            /* how often it was made again */
	int stop;             /* the signal that ends it */
	bool hung_up;         /* nobody is at the other end */
	struct conceal typed; /* does what comes in ask to conceal the screen? */
	bool concealed;       /* it did, and it is blank already; keys are still to be done */
	bool unsure;          /* the terminal was changing its size while it was painted */
	bool asking;          /* what asks is not on the screen yet: no key is its answer */
};

static void new_size(struct loop *l)
{
	int rows, cols;

	term_size(&rows, &cols);
	arena_clear(&l->paint);
	canvas_init(&l->canvas, &l->paint, rows, cols, term_ascii());
	app_resize(&l->app, rows, cols);
}

/* What was blanked stays so, also when the keys that asked for it were no answer. */
static void paint(struct loop *l)
{
	if (l->concealed && decode_waits(&l->keys))
		return; /* the last Esc may still begin a sequence */
	if (l->concealed)
		app_lock(&l->app);
	l->concealed = false;
	if (term_busy() && !l->app.repaint)
		return; /* what is to be seen when the line takes it again is painted then */
	app_draw(&l->app, &l->canvas);
	term_flush(&l->canvas, l->app.repaint || l->unsure);
	l->unsure = l->unsure && l->app.repaint;
	l->app.repaint = l->app.anew = false;
	if (!term_busy())
		l->asking = false;
}

/* Blank at once: keys before it in line may have to wait for the service. */
static void look_ahead(struct loop *l, const char *bytes, size_t n)
{
	if (!conceal_typed(&l->typed, bytes, n, steady_ms()) || l->concealed || l->app.locked)
		return;
	l->concealed = true;
	canvas_blank(&l->canvas);
	term_flush(&l->canvas, true);
}

/* Typed while the service is waited for: it is kept, but concealing does not wait. */
static bool typed_meanwhile(void *ctx)
{
	struct loop *l = ctx;
	char bytes[READ_MAX];
	ssize_t n = read(STDIN_FILENO, bytes, sizeof(bytes));

	if (n <= 0)
		return n < 0 && (errno == EINTR || errno == EAGAIN);
	decode_feed(&l->keys, bytes, (size_t)n);
	look_ahead(l, bytes, (size_t)n);
	return l->keys.in.n < MEANWHILE_MAX;
}

static bool readable(int fd)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};

	return poll(&p, 1, 0) > 0 && p.revents;
}

/* All events that are complete. What is typed before something asks is no answer. */
static void handle_keys(struct loop *l, bool over)
{
	struct event ev;

	l->app.now = now_ms();
	if (l->asking)
		decode_drop(&l->keys);
	while (!l->app.quit && (ev = decode_next(&l->keys, over)).kind != EVENT_NONE) {
		if (ev.kind == EVENT_KEY)
			app_key(&l->app, ev.key, steady_ms());
		else
			app_paste(&l->app, ev.paste);
		if (l->app.locked)
			l->concealed = false; /* the name may follow */
		if (l->app.drop_input) {
			l->app.drop_input = false;
			l->asking = true;
			decode_drop(&l->keys);
			term_drop_input();
		}
	}
}

/* Typed-ahead is taken in whole before anything is painted. */
static void read_keys(struct loop *l)
{
	char bytes[READ_MAX];
	ssize_t n;

	do {
		n = read(STDIN_FILENO, bytes, sizeof(bytes));
		if (n == 0 || (n < 0 && errno != EINTR && errno != EAGAIN)) {
			l->hung_up = true;
			return;
		}
		if (n > 0)
			decode_feed(&l->keys, bytes, (size_t)n);
		if (n > 0)
			look_ahead(l, bytes, (size_t)n);
		handle_keys(l, false);
	} while (!l->app.quit && readable(STDIN_FILENO));
}

static void lost_service(struct loop *l)
{
	struct err e = {0};

	l->gone_fd = client_fd(l->client);
	err_set(&e, ERR_IO, "the service has gone; the next request looks for it again");
	app_fail(&l->app, &e);
}

static int timeout_of(const struct loop *l, int64_t left)
{
	if (decode_waits(&l->keys))
		return l->keys.pasting ? PASTE_MS : ESC_MS;
	return left < 0 ? -1 : left > 3600000 ? 3600000 : (int)left;
}

/* While the service is gone, only what a person asks looks for it. */
static int watched(struct loop *l)
{
	int service = client_fd(l->client);

	if (client_reconnected(l->client) != l->again) {
		l->again = client_reconnected(l->client);
		l->gone_fd = -2;
	}
	l->app.cut = service < 0 || service == l->gone_fd;
	return service;
}

static void wait_once(struct loop *l)
{
	int service = watched(l);
	struct pollfd p[] = {
	    {.fd = STDIN_FILENO, .events = POLLIN},
	    {.fd = l->wake, .events = POLLIN},
	    {.fd = service == l->gone_fd ? -1 : service, .events = POLLIN},
	    {.fd = term_busy() ? term_line() : -1, .events = POLLOUT},
	};
	int64_t left = app_time(&l->app, steady_ms());
	int n;

	if (l->app.repaint ||
	    l->app.anew) /* time itself has locked the screen, or changed it */
		paint(l);
	n = poll(p, sizeof(p) / sizeof(p[0]), timeout_of(l, left));
	if (n == 0 && decode_waits(&l->keys)) {
		l->typed.pasting = false;
		handle_keys(l, true);
	}
	if (n <= 0)
		return;
	if (p[3].revents)
		term_pump();
	if (p[1].revents) {
		struct signals_seen seen = signals_take();
		l->stop = seen.stop;
		if (seen.resized) {
			term_resize();
			new_size(l);
			l->app.repaint = l->unsure = true;
		}
	}
	if (!l->stop && p[0].revents)
		read_keys(l);
	if (!l->stop && l->hung_up) /* the end of the line may come before its signal */
		l->stop = SIGHUP;
	if (!l->stop && !l->app.quit && p[2].revents && client_fd(l->client) == service)
		lost_service(l);
}

static bool over(const struct loop *l)
{
	return l->app.quit || l->stop || l->hung_up;
}

static void run(struct loop *l)
{
	while (!over(l)) {
		paint(l);
		while (!over(l) && !readable(STDIN_FILENO) && app_later(&l->app))
			paint(l);
		if (!over(l))
			wait_once(l);
	}
}

/* One line for the normal screen, and the head of the log in words one can compare. */
static void farewell(struct loop *l, struct buf *out)
{
	const struct sitting *s = &l->app.sitting;
	struct req_head q = {0};
	struct rep_head r;
	struct err e = {0};

	buf_printf(out, "lookback: %d decided in this sitting", s->decided);
	for (size_t i = 0; i < s->lines.n && i < 8; i++)
		buf_printf(out, "%s%.*s", i ? ", " : " (", STR_ARG(s->lines.v[i]));
	if (s->lines.n)
		buf_puts(out, s->lines.n > 8 ? ", ...)" : ")");
	if (s->noted)
		buf_printf(out, ", %d noted", s->noted);
	if (call_head(&l->app.service, &l->app.frame, &q, &r, &e) && r.words.n)
		buf_printf(
		    out, "; the log stands at %lld: %.*s", (long long)r.seq, STR_ARG(r.words));
	buf_puts(out, "\n");
}

/* What a lesson prepares is there before the first screen shows what waits. */
static bool coached(struct loop *l, struct err *e)
{
	bool fresh;

	return !l->options->coach || coaching_look(&l->app.coaching, &fresh, e);
}

static bool start(struct loop *l, struct err *e)
{
	struct service service;
	struct client_options o = *l->options->client;
	struct term_options t = {.ascii = l->with->ascii, .theme = l->with->theme};

	decode_init(&l->keys);
	o.read_only = l->with->read_only;
	if (!client_open(&o, &l->client, e))
		return false;
	service = service_of(l->client);
	app_init(&l->app, &service, client_welcome(l->client));
	if (l->options->coach)
		coaching_begin(&l->app.coaching, l->options->coach, &l->app.service);
	l->app.now = now_ms();
	l->app.tick = l->app.last_beat = steady_ms();
	l->gone_fd = -2;
	client_watch(l->client, STDIN_FILENO, typed_meanwhile, l);
	l->app.keymap = l->with->keymap;
	l->app.calm = l->with->calm;
	l->app.read_only = l->with->read_only;
	if (!term_open(&t, &l->keys, e))
		return false;
	l->app.ascii = term_ascii();
	l->wake = signals_start(term_panic, e);
	new_size(l);
	if (l->wake < 0 || !coached(l, e) || !app_start(&l->app, e))
		return false;
	coaching_skim(&l->app.coaching);
	return true;
}

/* Text that is being written when the line is cut is kept where it can be. */
static int finish(struct loop *l, bool started, const struct err *e)
{
	struct arena a = {0};
	struct buf line = buf_in(&a);
	int code = started ? 0 : err_exit(e->kind);

	if (started && l->stop)
		app_hang_up(&l->app);
	if (started && !l->stop && !l->hung_up)
		farewell(l, &line);
	term_close(buf_str(&line));
	signals_end();
	if (!started)
		(void)fprintf(stderr, "lookback: %s\n", e->text);
	if (l->stop)
		code = 128 + l->stop;
	app_end(&l->app);
	decode_clear(&l->keys);
	client_close(l->client);
	arena_clear(&l->paint);
	arena_clear(&a);
	return code;
}

struct wanted {
	const struct tui_options *options;
	struct preferences with;
};

static int workstation(const void *wanted)
{
	const struct wanted *w = wanted;
	struct loop l = {.options = w->options, .with = &w->with};
	struct err e = {0};
	bool started = start(&l, &e);

	if (started)
		run(&l);
	return finish(&l, started, &e);
}

int tui_run(const struct tui_options *o)
{
	struct arena a = {0};
	struct wanted w = {.options = o};
	struct err e = {0};
	int code;

	umask(077);
	if (!preferences_of(&a, o, &w.with, &e)) {
		(void)fprintf(stderr, "lookback: %s\n", e.text);
		code = err_exit(e.kind);
	} else {
		code = w.with.linear ? linear_run(o, &w.with) : guard_run(workstation, &w);
	}
	arena_clear(&a);
	return code;
}
