/* SPDX-License-Identifier: MIT */
/* Keys of a settings file are checked against the table of actions. */
#include "tui/settings.h"

#include "lookback/conf/keys.h"
#include "lookback/conf/pack.h"

static bool told(struct arena *a, const struct faults *f, struct err *e)
{
	struct buf b = buf_in(a);

	if (f->n == 0)
		return true;
	faults_print(&b, f);
	return err_set(e, ERR_INPUT, "%.*s", STR_ARG(str_trim(buf_str(&b))));
}

static void no_context(struct arena *a, const struct keybind *k, struct faults *f)
{
	struct str names[CTX_COUNT], near;
	size_t n = 0;

	for (int c = CTX_NONE + 1; c < CTX_COUNT; c++)
		names[n++] = str_of(context_row((enum context)c)->name);
	near = str_nearest(k->context, names, n);
	fault_add(a, f, k->at, "there is no context '%.*s'%s%.*s%s", STR_ARG(k->context),
	    near.n ? "; did you mean '" : "", STR_ARG(near), near.n ? "'?" : "");
}

static void add(struct arena *a, struct keymap *m, const struct keybind *k, struct faults *f)
{
	enum context where = context_find(k->context);
	struct err e = {0};

	if (where == CTX_NONE)
		no_context(a, k, f);
	else if (!keymap_bind(a, m, where, k->keys, k->command, &e))
		fault_add(a, f, k->at, "%s", e.text);
}

bool tui_settings(
    struct arena *a, const char *path, struct keymap *m, struct wishes *out, struct err *e)
{
	struct faults faults = {0};
	struct settings s = {0};

	if (settings_load(a, path, &s, &faults))
		for (size_t i = 0; i < s.keys.n; i++)
			add(a, m, &s.keys.v[i], &faults);
	out->ascii = s.ascii;
	out->calm = s.calm;
	out->mono = s.color == COLOR_NEVER || str_is(s.theme, "mono");
	return told(a, &faults, e);
}
