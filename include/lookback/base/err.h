/* SPDX-License-Identifier: MIT */
/*
 * Errors are values. A function that can fail returns bool and takes a
 * struct err that its caller owns: true means done and the error untouched,
 * false means that nothing changed and the error says why. Calls chain with &&.
 *
 * The text is for a reviewer or an administrator: what was wrong, where, what
 * was expected. When a rule has several reasons, each stands on a line of its
 * own. Text is masked of control characters when it is made, because record
 * data and file names are hostile (a newline stays: it parts the reasons).
 */
#ifndef LOOKBACK_BASE_ERR_H
#define LOOKBACK_BASE_ERR_H

#include <stdbool.h>
#include <stddef.h>

#define MUST_USE          __attribute__((warn_unused_result))
#define PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))

/* Kinds are what a caller tells apart; each fixes an exit code (err_exit). */
enum err_kind {
	ERR_NONE = 0,
	ERR_NO,        /* the answer is no: nothing to serve, check found faults */
	ERR_USAGE,     /* the request makes no sense: unknown verb, bad argument */
	ERR_REFUSED,   /* the rules forbid it; text lists every reason, a line each */
	ERR_NOT_FOUND, /* no such record, user, step (or none that one may see) */
	ERR_CONFLICT,  /* someone else was first: held, or a newer version exists */
	ERR_INPUT,     /* a file, pack or expression is faulty; line and col say where */
	ERR_IO,        /* disk, socket or system call failed; worth a second try */
	ERR_CORRUPT,   /* the database is damaged; stop and call the administrator */
	ERR_CANCELLED, /* the user gave up waiting */
};

struct err {
	enum err_kind kind;
	int line, col; /* from 1; 0 when there is no place */
	char text[1024];
};

/* Sets kind and masked text, without a place; always returns false, so that one
 * may `return err_set(...)`. Too long a text is cut, never inside a character. */
bool err_set(struct err *e, enum err_kind kind, const char *fmt, ...) PRINTF(3, 4);
/* Adds one more line (a further reason) to an error already set, or sets it. */
bool err_more(struct err *e, enum err_kind kind, const char *fmt, ...) PRINTF(3, 4);
/* Puts context before the text ("while importing x.csv: ..."); returns false. */
bool err_add(struct err *e, const char *fmt, ...) PRINTF(2, 3);
/* Gives the place of an error just set; returns false. */
bool err_at(struct err *e, int line, int col);

/* Exit codes: 0 done, 1 no, 2 usage, 3 refused, 4 not found, 5 conflict,
 * 6 input, 7 database damaged or unreachable (IO, CORRUPT, CANCELLED). */
int err_exit(enum err_kind kind);
/* The kind's name on the wire ("refused"), and back; unknown names are ERR_IO. */
const char *err_name(enum err_kind kind);
enum err_kind err_kind_of(const char *name);

/* A broken invariant of ours: restores the terminal through the hook, says
 * where, aborts. Out of memory goes the same way (die), but exits with 7. */
#define BUG(...) bug_at(__FILE__, __LINE__, __VA_ARGS__)
_Noreturn void bug_at(const char *file, int line, const char *fmt, ...) PRINTF(3, 4);
_Noreturn void die(const char *fmt, ...) PRINTF(1, 2);
/* The terminal layer hands over how to restore the screen before we die. */
void die_hook(void (*restore)(void));

#endif
