/* SPDX-License-Identifier: MIT */
/* The one user of curses: descriptions of terminals. */
#include "tui/term/caps.h"

#include <string.h>

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

enum { COLOURS = 8 };

static const char *const names[CAP_COUNT] = {
#define CAP(id, name) [CAP_##id] = (name),
    CAPS(CAP)
#undef CAP
};

const char *caps_key(const char *name)
{
	const char *s = tigetstr(name);

	return s && s != (const char *)-1 && *s ? s : NULL;
}

/* Padding ("$<5>") is for lines slower than any that is left. What is too long is none. */
static void keep(char out[CAP_BYTES], const char *s)
{
	size_t n = 0;

	for (; s && *s && n + 1 < CAP_BYTES; s++) {
		const char *end = s[0] == '$' && s[1] == '<' ? strchr(s, '>') : NULL;
		if (end)
			s = end;
		else
			out[n++] = *s;
	}
	out[s && *s ? 0 : n] = '\0';
}

static bool is(const struct caps *c, enum cap cap, const char *bytes)
{
	return strcmp(c->text[cap], bytes) == 0;
}

static bool name_is(const char *name, const char *bytes)
{
	const char *s = caps_key(name);

	return s && strcmp(s, bytes) == 0;
}

/* The other character set, which "sgr0" leaves as well, is never entered here. */
static void shorten_plain(struct caps *c)
{
	if (strstr(c->text[CAP_PLAIN], "\033[m"))
		memcpy(c->text[CAP_PLAIN], "\033[m", sizeof("\033[m"));
}

bool caps_load(struct caps *c, const char *name, int fd)
{
	int err = 0;

	*c = (struct caps){0};
	if (setupterm(name, fd, &err) != OK)
		return false;
	for (int i = 0; i < CAP_COUNT; i++)
		keep(c->text[i], caps_key(names[i]));
	shorten_plain(c);
	c->rows = tigetnum("lines") > 0 ? tigetnum("lines") : 0;
	c->cols = tigetnum("cols") > 0 ? tigetnum("cols") : 0;
	c->colours = c->text[CAP_COLOUR][0] && tigetnum("colors") >= COLOURS ? COLOURS : 0;
	c->moves = tigetflag("msgr") > 0;
	c->scrolls = tigetflag("am") > 0 && tigetflag("xenl") <= 0;
	c->ecma = is(c, CAP_PLAIN, "\033[m") && is(c, CAP_BOLD, "\033[1m") &&
		  is(c, CAP_REVERSE, "\033[7m") && is(c, CAP_UNDERLINE, "\033[4m") &&
		  (is(c, CAP_DIM, "\033[2m") || is(c, CAP_DIM, ""));
	c->takes_back = c->ecma && c->colours && name_is("rmul", "\033[24m");
	return true;
}

size_t caps_say(const struct caps *c, enum cap cap, int a, int b, char out[CAP_BYTES])
{
	const char *s = c->text[cap][0]
			    ? tparm(c->text[cap], (long)a, (long)b, 0L, 0L, 0L, 0L, 0L, 0L, 0L)
			    : NULL;
	size_t n = s ? strlen(s) : 0;

	if (n >= CAP_BYTES)
		return 0;
	memcpy(out, s ? s : "", n);
	return n;
}

void caps_done(void)
{
	(void)del_curterm(cur_term);
}
