/* SPDX-License-Identifier: MIT */
/*
 * The workstation: screens over the requests of a client. It takes the terminal, shows
 * what the service answers, and gives the terminal back whatever happens; nothing of a
 * case stays on the screen. It starts no other program.
 */
#ifndef LOOKBACK_TUI_TUI_H
#define LOOKBACK_TUI_TUI_H

#include "lookback/client/client.h"
#include "lookback/client/coach.h"
#include "lookback/cmd/keymap.h"

struct tui_options {
	const struct client_options *client; /* its front is "tui" */
	const char *keys;                    /* settings, YAML; NULL: the person's own file */
	const char *theme;                   /* dark, light, safe or mono; NULL: settings */
	bool ascii;                          /* even where the terminal knows UTF-8 */
	bool calm;                           /* slow line: a marker, no rules */
	bool mono;                           /* no colours, as with NO_COLOR */
	bool linear;                         /* lines instead of a screen */
	bool read_only;                      /* what changes something is closed */
	const struct coach *coach;           /* a lesson beside the work; NULL: none */
};
/* The keys that the settings of site and person leave; ERR_INPUT tells every fault of them. */
MUST_USE bool tui_keys(
    struct arena *a, const struct tui_options *o, struct keymap *out, struct err *e);
/* The screen, or with `linear` (here or in the settings) lines: prompts, and text that scrolls,
 * on any terminal and through pipes. Runs until the user leaves; the exit code of base/err.h, or 128 + n for a signal. What
 * is wrong with terminal, keys or service is said on stderr. */
int tui_run(const struct tui_options *o);

#endif
