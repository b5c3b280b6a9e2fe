/* SPDX-License-Identifier: MIT */
/* Pages made of the tables of verbs, options, settings and actions. */
#ifndef LOOKBACK_CLI_MAN_H
#define LOOKBACK_CLI_MAN_H

#include "cli/cli.h"
#include "lookback/cmd/keymap.h"

struct exit_row {
	int code;
	const char *says;
};
extern const struct exit_row cli_exits[];
extern const size_t cli_nexits;

/* Options that may stand before the verb besides those of every verb. */
extern const struct option cli_screen_options[];
extern const size_t cli_nscreen_options;

struct setting_row { /* of a settings file, in the order of its reader */
	const char *name, *values, *says;
};
extern const struct setting_row cli_settings[];
extern const size_t cli_nsettings;

/* In mdoc: lookback(1), lookback-keys(5). */
void man_lookback(struct buf *b);
void man_keys(struct arena *a, struct buf *b);
/* Text of the program in mdoc, a sentence a line; nothing in it is a macro. */
void man_text(struct buf *b, const char *text);

#endif
