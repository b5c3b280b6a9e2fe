/* SPDX-License-Identifier: MIT */
/* Errors as values: kinds and exit codes, masked text, and the ways to die. */
#include "lookback/base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8_mark.h"
#include "lookback/base/utf8.h"

enum { RAW_MAX = 4096 };

static const struct {
	const char *name;
	int code;
} kinds[] = {
    [ERR_NONE] = {"none", 0},
    [ERR_NO] = {"no", 1},
    [ERR_USAGE] = {"usage", 2},
    [ERR_REFUSED] = {"refused", 3},
    [ERR_NOT_FOUND] = {"not_found", 4},
    [ERR_CONFLICT] = {"conflict", 5},
    [ERR_INPUT] = {"input", 6},
    [ERR_IO] = {"io", 7},
    [ERR_CORRUPT] = {"corrupt", 7},
    [ERR_CANCELLED] = {"cancelled", 7},
};
enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

/* Length without a sequence that the end of a fixed buffer may have cut. */
static size_t whole(const char *p, size_t n)
{
	size_t back = 0;

	while (back < 3 && back < n && ((unsigned char)p[n - 1 - back] & 0xc0) == 0x80)
		back++;
	if (back < n && (unsigned char)p[n - 1 - back] >= 0xc0)
		return n - 1 - back;
	return n;
}

/* Appends s to out (which holds `at` bytes of `cap`), unit by unit, so that
 * neither a character nor a mark is ever cut. Returns the new length. */
static size_t mask_into(char *out, size_t at, size_t cap, struct str s)
{
	char unit[UTF8_MARK_MAX];
	size_t i = 0;

	while (i < s.n) {
		size_t n = utf8_shown(s, &i, true, unit);
		if (at + n >= cap)
			break;
		memcpy(out + at, unit, n);
		at += n;
	}
	out[at] = '\0';
	return at;
}

PRINTF(4, 0)
static size_t made(char *out, size_t at, size_t cap, const char *fmt, va_list ap)
{
	char raw[RAW_MAX];
	int n = vsnprintf(raw, sizeof(raw), fmt, ap);
	struct str s = {raw, n < 0 ? 0 : (size_t)n};

	if (s.n >= sizeof(raw))
		s.n = whole(raw, sizeof(raw) - 1);
	return mask_into(out, at, cap, s);
}

bool err_set(struct err *e, enum err_kind kind, const char *fmt, ...)
{
	va_list ap;

	e->kind = kind;
	e->line = e->col = 0;
	va_start(ap, fmt);
	made(e->text, 0, sizeof(e->text), fmt, ap);
	va_end(ap);
	return false;
}

bool err_more(struct err *e, enum err_kind kind, const char *fmt, ...)
{
	size_t at = e->kind == ERR_NONE ? 0 : strlen(e->text);
	va_list ap;

	if (e->kind == ERR_NONE) {
		e->kind = kind;
		e->line = e->col = 0;
	} else if (at + 1 < sizeof(e->text)) {
		e->text[at++] = '\n';
	}
	va_start(ap, fmt);
	made(e->text, at, sizeof(e->text), fmt, ap);
	va_end(ap);
	return false;
}

bool err_add(struct err *e, const char *fmt, ...)
{
	char old[sizeof(e->text)];
	va_list ap;
	size_t n;

	memcpy(old, e->text, sizeof(old));
	va_start(ap, fmt);
	n = made(e->text, 0, sizeof(e->text), fmt, ap);
	va_end(ap);
	n = mask_into(e->text, n, sizeof(e->text), STR(": "));
	mask_into(e->text, n, sizeof(e->text), str_of(old));
	return false;
}

bool err_at(struct err *e, int line, int col)
{
	e->line = line;
	e->col = col;
	return false;
}

int err_exit(enum err_kind kind)
{
	return (size_t)kind < KINDS ? kinds[kind].code : kinds[ERR_IO].code;
}

const char *err_name(enum err_kind kind)
{
	return (size_t)kind < KINDS ? kinds[kind].name : kinds[ERR_IO].name;
}

enum err_kind err_kind_of(const char *name)
{
	for (size_t i = 0; i < KINDS; i++)
		if (strcmp(kinds[i].name, name) == 0)
			return (enum err_kind)i;
	return ERR_IO;
}

/* The one variable of the program that outlives its function: death has no
 * argument list to pass it through. */
static void (*restore_hook)(void);

void die_hook(void (*restore)(void))
{
	restore_hook = restore;
}

/* The hook is taken out first: it may fail too, and must not run twice. */
static void last_words(const char *text, size_t n)
{
	void (*restore)(void) = restore_hook;
	ssize_t done;

	restore_hook = NULL;
	if (restore)
		restore();
	done = write(STDERR_FILENO, text, n);
	(void)done; /* nobody is left to be told */
}

void bug_at(const char *file, int line, const char *fmt, ...)
{
	char text[1024];
	size_t n = (size_t)snprintf(text, 256, "lookback: bug at %.200s:%d: ", file, line);
	va_list ap;

	va_start(ap, fmt);
	n = made(text, n, sizeof(text) - 1, fmt, ap);
	va_end(ap);
	text[n++] = '\n';
	last_words(text, n);
	abort();
}

void die(const char *fmt, ...)
{
	char text[1024] = "lookback: ";
	va_list ap;
	size_t n;

	va_start(ap, fmt);
	n = made(text, strlen(text), sizeof(text) - 1, fmt, ap);
	va_end(ap);
	text[n++] = '\n';
	last_words(text, n);
	_exit(err_exit(ERR_IO));
}
