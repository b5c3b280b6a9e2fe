/* SPDX-License-Identifier: MIT */
/*
 * Whether bytes ask to conceal the screen, told before they are keys: while the service is
 * waited for nothing else is done, but the screen must go blank all the same. What is pasted
 * asks for nothing.
 */
#ifndef LOOKBACK_TUI_CONCEAL_H
#define LOOKBACK_TUI_CONCEAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct conceal {
	int64_t esc;  /* tick of a lone Esc just before; 0: none */
	char last;    /* byte before */
	size_t match; /* how much of the bracket around a paste has come */
	bool pasting;
};
/* Two lone Esc within a moment, or C-z. A sequence of the keyboard begins with Esc too: one
 * that has more behind it is no lone one. */
bool conceal_typed(struct conceal *c, const char *bytes, size_t n, int64_t tick);

#endif
