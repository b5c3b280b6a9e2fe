/* SPDX-License-Identifier: MIT */
/*
 * A program in a real pseudo-terminal with a terminal emulator (libvterm) at the other
 * end. Waiting is always for something to be on the screen, with a deadline that costs
 * only when it fails; then the screen is printed and the test ends.
 */
#ifndef LOOKBACK_TESTS_PTY_H
#define LOOKBACK_TESTS_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct pty;
struct pty_how {
	const char *const *argv; /* NULL-terminated; argv[0] is the path */
	const char *term;        /* TERM; NULL: xterm-256color */
	const char *lang;        /* LC_ALL; NULL: C.UTF-8 */
	const char *const *env;  /* further NAME=VALUE, NULL-terminated; or NULL */
	int rows, cols;          /* 0: 24 x 80 */
};
struct pty *pty_start(const struct pty_how *how);
void pty_end(struct pty *p); /* kills what still runs; frees */

void pty_type(struct pty *p, const char *keys); /* bytes as typed */
void pty_type_bytes(struct pty *p, const char *bytes, size_t n);
void pty_resize(struct pty *p, int rows, int cols);
void pty_signal(struct pty *p, int sig); /* to the program itself */
void pty_hangup(struct pty *p);          /* the line is cut */

/* Wait until the text is somewhere on the screen (or is nowhere). Fails the test by
 * the deadline, printing the screen. */
void pty_expect(struct pty *p, const char *text);
void pty_expect_gone(struct pty *p, const char *text);
/* Wait until one of two texts is there: 0 or 1. */
int pty_either(struct pty *p, const char *a, const char *b);
/* Wait for anything that can be seen; `what` is for the message when it does not come. */
void pty_until(struct pty *p, bool (*is)(struct pty *p, const void *with), const void *with,
    const char *what);
bool pty_shows(struct pty *p, const char *text); /* now, without waiting */
/* Wait for the end; the status as waitpid gives it. */
int pty_wait_exit(struct pty *p);

const char *pty_screen(struct pty *p); /* rows joined by newlines, valid until next call */
void pty_row(struct pty *p, int row, char *out, size_t size);
void pty_cursor(struct pty *p, int *row, int *col);
/* Is it in a row that a terminal keeps for scrolling back? */
bool pty_kept(struct pty *p, const char *text);
bool pty_on_alternate(struct pty *p); /* the alternate screen is shown */
bool pty_cursor_shown(struct pty *p);
bool pty_tty_restored(struct pty *p); /* line settings are those from before the start */
/* Everything that the program sent so far. */
const char *pty_raw(struct pty *p, size_t *n);
pid_t pty_pid(const struct pty *p);

#endif
