/* SPDX-License-Identifier: MIT */
/* A program in a pseudo-terminal, seen through libvterm; see pty.h. */
#ifndef _DEFAULT_SOURCE
#define _DEFAULT_SOURCE
#endif
#include "support/pty.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>
#include <vterm.h>

enum { DEADLINE_MS = 30000, SCREEN_MAX = 64 * 1024 };

struct pty {
	int fd, status;
	pid_t pid;
	bool ended, alternate, cursor_hidden;
	struct termios before;
	VTerm *vt;
	VTermScreen *screen;
	char *raw, *kept; /* kept: rows that a terminal keeps for scrolling back */
	size_t nraw, capraw, nkept;
	char text[SCREEN_MAX];
};

static int on_prop(VTermProp prop, VTermValue *val, void *user)
{
	struct pty *p = user;
	if (prop == VTERM_PROP_ALTSCREEN)
		p->alternate = val->boolean;
	if (prop == VTERM_PROP_CURSORVISIBLE)
		p->cursor_hidden = !val->boolean;
	return 1;
}

static size_t put_cell(char *out, const VTermScreenCell *cell);

static int on_kept(int cols, const VTermScreenCell *cells, void *user)
{
	struct pty *p = user;
	p->kept = realloc(p->kept, p->nkept + (size_t)cols * 32 + 2);
	for (int x = 0; x < cols; x++)
		p->nkept += put_cell(p->kept + p->nkept, &cells[x]);
	p->kept[p->nkept++] = '\n';
	p->kept[p->nkept] = 0;
	return 1;
}

static const VTermScreenCallbacks callbacks = {.settermprop = on_prop, .sb_pushline = on_kept};

/* What the emulator answers (a cursor report, say) goes back to the program. */
static void on_output(const char *s, size_t n, void *user)
{
	const struct pty *p = user;
	(void)!write(p->fd, s, n);
}

static void become(const struct pty_how *how)
{
	char term[64], lang[64];
	snprintf(term, sizeof term, "TERM=%s", how->term ? how->term : "xterm-256color");
	snprintf(lang, sizeof lang, "LC_ALL=%s", how->lang ? how->lang : "C.UTF-8");
	const char *env[16] = {term, lang, "TZ=UTC", "HOME=/nonexistent", "PATH=/usr/bin:/bin"};
	size_t n = 5;
	for (size_t i = 0; how->env && how->env[i] && n < 15; i++)
		env[n++] = how->env[i];
	env[n] = NULL;
	execve(
	    how->argv[0], (char *const *)(uintptr_t)how->argv, (char *const *)(uintptr_t)env);
	_exit(127);
}

struct pty *pty_start(const struct pty_how *how)
{
	struct pty *p = calloc(1, sizeof *p);
	struct winsize ws = {.ws_row = (unsigned short)(how->rows ? how->rows : 24),
	    .ws_col = (unsigned short)(how->cols ? how->cols : 80)};
	int slave;
	ck_assert_int_eq(openpty(&p->fd, &slave, NULL, NULL, &ws), 0);
	ck_assert_int_eq(tcgetattr(slave, &p->before), 0);
	p->pid = fork();
	ck_assert_int_ge(p->pid, 0);
	if (p->pid == 0) {
		close(p->fd);
		if (login_tty(slave) != 0)
			_exit(126);
		become(how);
	}
	close(slave);
	fcntl(p->fd, F_SETFL, O_NONBLOCK);
	p->vt = vterm_new(ws.ws_row, ws.ws_col);
	vterm_set_utf8(p->vt, 1);
	vterm_output_set_callback(p->vt, on_output, p);
	p->screen = vterm_obtain_screen(p->vt);
	vterm_screen_enable_altscreen(p->screen, 1);
	vterm_screen_set_callbacks(p->screen, &callbacks, p);
	vterm_screen_reset(p->screen, 1);
	return p;
}

void pty_end(struct pty *p)
{
	if (!p->ended) {
		kill(p->pid, SIGKILL);
		waitpid(p->pid, &p->status, 0);
	}
	vterm_free(p->vt);
	if (p->fd >= 0)
		close(p->fd);
	free(p->raw);
	free(p->kept);
	free(p);
}

static void keep(struct pty *p, const char *s, size_t n)
{
	if (p->nraw + n > p->capraw) {
		p->capraw = (p->nraw + n) * 2;
		p->raw = realloc(p->raw, p->capraw);
	}
	memcpy(p->raw + p->nraw, s, n);
	p->nraw += n;
	vterm_input_write(p->vt, s, n);
	vterm_screen_flush_damage(p->screen);
}

/* Takes what the program has sent, waiting at most `ms`; false when the line is gone. */
static bool take(struct pty *p, int ms)
{
	if (p->fd < 0)
		return false;
	struct pollfd pf = {.fd = p->fd, .events = POLLIN};
	if (poll(&pf, 1, ms) <= 0)
		return true;
	char buf[16384];
	ssize_t n = read(p->fd, buf, sizeof buf);
	if (n > 0)
		keep(p, buf, (size_t)n);
	return n > 0 || (n < 0 && (errno == EAGAIN || errno == EINTR));
}

static long now(void)
{
	struct timespec ts;
	clock_gettime(CLOCK_MONOTONIC, &ts);
	return ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

static size_t put_cell(char *out, const VTermScreenCell *cell)
{
	size_t n = 0;
	if (cell->chars[0] == 0 || cell->chars[0] == (uint32_t)-1)
		return cell->chars[0] == 0 ? (out[0] = ' ', (size_t)1) : 0;
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++) {
		uint32_t c = cell->chars[i];
		if (c < 0x80) {
			out[n++] = (char)c;
		} else if (c < 0x800) {
			out[n++] = (char)(0xc0 | c >> 6);
			out[n++] = (char)(0x80 | (c & 63));
		} else if (c < 0x10000) {
			out[n++] = (char)(0xe0 | c >> 12);
			out[n++] = (char)(0x80 | (c >> 6 & 63));
			out[n++] = (char)(0x80 | (c & 63));
		} else {
			out[n++] = (char)(0xf0 | c >> 18);
			out[n++] = (char)(0x80 | (c >> 12 & 63));
			out[n++] = (char)(0x80 | (c >> 6 & 63));
			out[n++] = (char)(0x80 | (c & 63));
		}
	}
	return n;
}

void pty_row(struct pty *p, int row, char *out, size_t size)
{
	int rows, cols;
	vterm_get_size(p->vt, &rows, &cols);
	size_t n = 0;
	for (int col = 0; col < cols && n + 32 < size; col++) {
		VTermScreenCell cell;
		vterm_screen_get_cell(p->screen, (VTermPos){.row = row, .col = col}, &cell);
		n += put_cell(out + n, &cell);
	}
	while (n > 0 && out[n - 1] == ' ')
		n--;
	out[n] = 0;
}

bool pty_kept(struct pty *p, const char *text)
{
	return p->kept && strstr(p->kept, text);
}

const char *pty_screen(struct pty *p)
{
	int rows, cols;
	vterm_get_size(p->vt, &rows, &cols);
	size_t n = 0;
	for (int row = 0; row < rows && n + 2048 < SCREEN_MAX; row++) {
		pty_row(p, row, p->text + n, SCREEN_MAX - n - 1);
		n += strlen(p->text + n);
		p->text[n++] = '\n';
	}
	p->text[n] = 0;
	return p->text;
}

bool pty_shows(struct pty *p, const char *text)
{
	return strstr(pty_screen(p), text) != NULL;
}

void pty_until(struct pty *p, bool (*is)(struct pty *p, const void *with), const void *with,
    const char *what)
{
	long end = now() + DEADLINE_MS;
	bool alive = true;
	while (!is(p, with)) {
		ck_assert_msg(alive && now() < end, "waited for %s; the screen is:\n%s", what,
		    pty_screen(p));
		alive = take(p, 200);
	}
}

/* Waits for a or, when given, b; -1 when `there` is false and a is gone. */
static int wait_for(struct pty *p, const char *a, const char *b, bool there)
{
	long end = now() + DEADLINE_MS;
	bool alive = true;
	while (now() < end) {
		const char *screen = pty_screen(p);
		if ((strstr(screen, a) != NULL) == there)
			return 0;
		if (b && strstr(screen, b))
			return 1;
		if (!alive)
			break;
		alive = take(p, 200);
	}
	ck_abort_msg("%s '%s'%s%s; the screen is:\n%s",
	    there ? "waited for" : "still there:", a, b ? " or " : "", b ? b : "",
	    pty_screen(p));
	return -1;
}

void pty_expect(struct pty *p, const char *text)
{
	wait_for(p, text, NULL, true);
}

void pty_expect_gone(struct pty *p, const char *text)
{
	wait_for(p, text, NULL, false);
}

int pty_either(struct pty *p, const char *a, const char *b)
{
	return wait_for(p, a, b, true);
}

void pty_type_bytes(struct pty *p, const char *bytes, size_t n)
{
	long end = now() + DEADLINE_MS;
	while (n > 0 && now() < end) {
		ssize_t w = write(p->fd, bytes, n);
		if (w > 0) {
			bytes += w;
			n -= (size_t)w;
		} else if (!take(p, 20)) {
			break;
		}
	}
	ck_assert_msg(n == 0, "the program does not read its keys");
}

void pty_type(struct pty *p, const char *keys)
{
	pty_type_bytes(p, keys, strlen(keys));
}

void pty_resize(struct pty *p, int rows, int cols)
{
	struct winsize ws = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
	vterm_set_size(p->vt, rows, cols);
	ck_assert_int_eq(ioctl(p->fd, TIOCSWINSZ, &ws), 0);
}

void pty_signal(struct pty *p, int sig)
{
	kill(p->pid, sig);
}

void pty_hangup(struct pty *p)
{
	close(p->fd);
	p->fd = -1;
}

int pty_wait_exit(struct pty *p)
{
	long end = now() + DEADLINE_MS;
	while (!p->ended && now() < end) {
		if (waitpid(p->pid, &p->status, WNOHANG) == p->pid) {
			p->ended = true;
		} else if (!take(p, 20)) {
			struct pollfd none = {.fd = -1};
			poll(&none, 1, 5);
		}
	}
	ck_assert_msg(p->ended, "the program does not end; the screen is:\n%s", pty_screen(p));
	for (size_t had = (size_t)-1; p->fd >= 0 && had != p->nraw;) {
		had = p->nraw;
		take(p, 50);
	}
	return p->status;
}

void pty_cursor(struct pty *p, int *row, int *col)
{
	VTermPos pos;
	vterm_state_get_cursorpos(vterm_obtain_state(p->vt), &pos);
	*row = pos.row;
	*col = pos.col;
}

bool pty_on_alternate(struct pty *p)
{
	return p->alternate;
}

bool pty_cursor_shown(struct pty *p)
{
	return !p->cursor_hidden;
}

bool pty_tty_restored(struct pty *p)
{
	struct termios after;
	return tcgetattr(p->fd, &after) == 0 && after.c_lflag == p->before.c_lflag &&
	       after.c_iflag == p->before.c_iflag && after.c_oflag == p->before.c_oflag;
}

const char *pty_raw(struct pty *p, size_t *n)
{
	*n = p->nraw;
	return p->raw;
}

pid_t pty_pid(const struct pty *p)
{
	return p->pid;
}
