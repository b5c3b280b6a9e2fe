/* SPDX-License-Identifier: MIT */
/*
 * Settings of a front end, from one YAML file: theme, how plain the screen is, and
 * keys. A binding says: in this context (queue, record, form, any ...) these keys
 * mean this command. What contexts, keys and commands there are is known to the
 * table of actions, which checks them at the place given; here only the form is.
 */
#ifndef LOOKBACK_CONF_KEYS_H
#define LOOKBACK_CONF_KEYS_H

#include "lookback/rules/pack.h"

struct keybind {
	struct str context, keys, command; /* "record", "x", "decide reject" */
	struct place at, command_at;
};
enum wish { WISH_NONE, WISH_NO, WISH_YES }; /* what a file says, or nothing */
enum color_use { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };
struct settings {
	struct str theme; /* empty: the built-in one */
	struct place theme_at;
	enum wish ascii, calm, linear, read_only;
	enum color_use color;
	struct {
		struct keybind *v;
		size_t n, cap;
	} keys; /* in the order of the file */
};

/* Reads the file at `path` on top of what *out holds (zeroed at first): what the file does not
 * name stays, keys are added. True when there is no fault; else faults lists all of them and
 * *out is as it was. A file that cannot be opened is a fault too. */
MUST_USE bool settings_load(
    struct arena *a, const char *path, struct settings *out, struct faults *faults);
/* The same from text already read; `file` is what faults call it. */
MUST_USE bool settings_parse(struct arena *a, struct str file, struct str text,
    struct settings *out, struct faults *faults);

#endif
