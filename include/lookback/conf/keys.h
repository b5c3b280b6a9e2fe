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
	struct place at;
};
enum color_use { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };
struct settings {
	struct str theme; /* empty: the built-in one */
	bool ascii, calm;
	enum color_use color;
	struct {
		struct keybind *v;
		size_t n, cap;
	} keys; /* in the order of the file */
};

/* Reads the file at `path`. True with *out when there is no fault; else faults lists
 * all of them. A file that cannot be opened is a fault too. */
MUST_USE bool settings_load(
    struct arena *a, const char *path, struct settings *out, struct faults *faults);
/* The same from text already read; `file` is what faults call it. */
MUST_USE bool settings_parse(struct arena *a, struct str file, struct str text,
    struct settings *out, struct faults *faults);

#endif
