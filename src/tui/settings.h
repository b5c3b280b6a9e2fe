/* SPDX-License-Identifier: MIT */
/* The settings file: how the screen looks and which keys do what. */
#ifndef LOOKBACK_TUI_SETTINGS_H
#define LOOKBACK_TUI_SETTINGS_H

#include "lookback/cmd/keymap.h"

/* (Values of conf stay out of this header: its names are other things here.) */
struct wishes {
	bool ascii, calm, mono;
};
/* Reads the file and adds its keys to the map. Every fault is told, with its place. */
MUST_USE bool tui_settings(
    struct arena *a, const char *path, struct keymap *m, struct wishes *out, struct err *e);

#endif
