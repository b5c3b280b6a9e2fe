/* SPDX-License-Identifier: MIT */
/* Concealing asked for while something else is waited for. */
#include "tui/conceal.h"

#include "tui/app.h"

static bool is_lone(const char *bytes, size_t n, size_t at)
{
	return at + 1 == n || (bytes[at + 1] != '[' && bytes[at + 1] != 'O');
}

/* ESC [ 2 0 0 ~ begins a paste, with a 1 it ends. */
static void bracket(struct conceal *c, char byte)
{
	static const char begin[] = "\033[200~", end[] = "\033[201~";

	if (byte != begin[c->match] && byte != end[c->match]) {
		c->match = byte == K_ESC;
	} else if (++c->match == sizeof(begin) - 1) {
		c->pasting = c->last == '0';
		c->match = 0;
	}
}

bool conceal_typed(struct conceal *c, const char *bytes, size_t n, int64_t tick)
{
	for (size_t i = 0; i < n; c->last = bytes[i++]) {
		bracket(c, bytes[i]);
		if (c->pasting)
			continue;
		if (bytes[i] == K_CTRL('z'))
			return true;
		if (bytes[i] != K_ESC || !is_lone(bytes, n, i)) {
			c->esc = 0;
			continue;
		}
		if (c->esc && tick - c->esc <= APP_TWICE_MS)
			return true;
		c->esc = tick;
	}
	return false;
}
