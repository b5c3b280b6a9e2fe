/* SPDX-License-Identifier: MIT */
/*
 * How a person wants the workstation: the site's file, then the person's own, then what the
 * command line says. A later one counts more; but what a site opens to read only stays so.
 */
#ifndef LOOKBACK_TUI_SETTINGS_H
#define LOOKBACK_TUI_SETTINGS_H

#include "lookback/cmd/keymap.h"
#include "lookback/tui/tui.h"
#include "tui/term/themes.h"

/* (Values of conf stay out of this header: its names are other things here.) */
struct preferences {
	struct keymap keymap;
	bool ascii, calm, linear, read_only;
	enum theme theme;
};
/* Files may be NULL. Every fault of either is told, with its place; then nothing counts. */
MUST_USE bool preferences_read(
    struct arena *a, const char *site, const char *own, struct preferences *out, struct err *e);
/* The files there are here: LOOKBACK_SITE or /etc/lookback/settings.yaml; --keys or
 * settings.yaml in the person's own folder. NULL for none. */
const char *preferences_site(void);
const char *preferences_own(struct arena *a);
/* Both, and the options on top. */
MUST_USE bool preferences_of(
    struct arena *a, const struct tui_options *o, struct preferences *out, struct err *e);

#endif
