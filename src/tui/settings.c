/* SPDX-License-Identifier: MIT */
/* Settings of a site and of a person, their keys held against the table of actions. */
#include "tui/settings.h"

#include <stdlib.h>
#include <unistd.h>

#include "lookback/conf/keys.h"
#include "lookback/conf/pack.h"

static const char site_file[] = "/etc/lookback/settings.yaml";

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

/* The place is that of the keys when they are wrong, else that of the command. */
static void bind(struct arena *a, struct keymap *m, const struct keybind *k, struct faults *f)
{
	enum context where = context_find(k->context);
	uint32_t keys[KEYS_MAX];
	struct err e = {0};

	if (where == CTX_NONE)
		no_context(a, k, f);
	else if (!keymap_bind(a, m, where, k->keys, k->command, &e))
		fault_add(a, f, keys_read(k->keys, keys) ? k->command_at : k->at, "%s", e.text);
}

static bool same_keys(struct str a, struct str b)
{
	uint32_t x[KEYS_MAX], y[KEYS_MAX];
	int n = keys_read(a, x), m = keys_read(b, y);

	for (int i = 0; i < n && n == m; i++)
		if (x[i] != y[i])
			return false;
	return n > 0 && n == m;
}

/* Two ways to write one key are one key. */
static void twice(struct arena *a, const struct settings *s, size_t at, struct faults *f)
{
	const struct keybind *k = &s->keys.v[at];

	for (size_t i = 0; i < at; i++) {
		const struct keybind *o = &s->keys.v[i];
		if (str_eq(o->at.file, k->at.file) && str_eq(o->context, k->context) &&
		    same_keys(o->keys, k->keys))
			fault_add(a, f, k->at,
			    "'%.*s' is bound in '%.*s' already, on line %d ('%.*s')",
			    STR_ARG(k->keys), STR_ARG(k->context), o->at.line,
			    STR_ARG(o->command));
	}
}

/* What two rows cannot both have, now that all are there. */
static void conflicts(
    struct arena *a, const struct keymap *m, const struct settings *s, struct faults *f)
{
	for (size_t i = 0; i < s->keys.n; i++) {
		const struct keybind *k = &s->keys.v[i];
		enum context where = context_find(k->context);
		enum action orphan = keymap_orphan(m, where);
		struct err e = {0};

		twice(a, s, i, f);
		if (!keymap_fits(a, m, where, k->keys, &e))
			fault_add(a, f, k->at, "%s", e.text);
		if (orphan)
			fault_add(a, f, k->at,
			    "no key would be left for '%s' (%s); give it another one",
			    action_row(orphan)->name, action_row(orphan)->says);
	}
}

static void take(struct preferences *out, const struct settings *s)
{
	out->ascii = s->ascii == WISH_YES;
	out->calm = s->calm == WISH_YES;
	out->linear = s->linear == WISH_YES;
	out->read_only = out->read_only || s->read_only == WISH_YES;
}

static bool wants_none(const struct settings *s)
{
	const char *no_color = getenv("NO_COLOR");

	return s->color == COLOR_NEVER ||
	       (s->color == COLOR_AUTO && no_color && no_color[0] != '\0');
}

static void take_theme(
    struct arena *a, struct preferences *out, const struct settings *s, struct faults *f)
{
	struct str names[THEME_COUNT], near;

	for (int t = 0; t < THEME_COUNT; t++)
		names[t] = str_of(theme_name((enum theme)t));
	near = str_nearest(s->theme, names, THEME_COUNT);
	if (s->theme.n && !theme_find(s->theme, &out->theme))
		fault_add(a, f, s->theme_at,
		    "there is no theme '%.*s'; there are dark, light, safe and mono%s%.*s%s",
		    STR_ARG(s->theme), near.n ? "; did you mean '" : "", STR_ARG(near),
		    near.n ? "'?" : "");
	if (wants_none(s))
		out->theme = THEME_MONO;
}

bool preferences_read(
    struct arena *a, const char *site, const char *own, struct preferences *out, struct err *e)
{
	const char *const files[] = {site, own};
	struct faults faults = {0};
	struct settings s = {0};

	*out = (struct preferences){0};
	keymap_defaults(a, &out->keymap);
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		if (files[i] && settings_load(a, files[i], &s, &faults))
			take(out, &s);
	take_theme(a, out, &s, &faults);
	for (size_t i = 0; i < s.keys.n; i++)
		bind(a, &out->keymap, &s.keys.v[i], &faults);
	if (faults.n == 0)
		conflicts(a, &out->keymap, &s, &faults);
	return told(a, &faults, e);
}

const char *preferences_site(void)
{
	const char *named = getenv("LOOKBACK_SITE");

	if (named && named[0])
		return named;
	return access(site_file, R_OK) == 0 ? site_file : NULL;
}

const char *preferences_own(struct arena *a)
{
	const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
	const char *path = NULL;

	if (config && config[0])
		path = arena_printf(a, "%s/lookback/settings.yaml", config).p;
	else if (home && home[0])
		path = arena_printf(a, "%s/.config/lookback/settings.yaml", home).p;
	return path && access(path, R_OK) == 0 ? path : NULL;
}

bool preferences_of(
    struct arena *a, const struct tui_options *o, struct preferences *out, struct err *e)
{
	const char *own = o->keys ? o->keys : preferences_own(a);

	if (!preferences_read(a, preferences_site(), own, out, e))
		return false;
	out->ascii = out->ascii || o->ascii;
	out->calm = out->calm || o->calm;
	if (o->theme && !theme_find(str_of(o->theme), &out->theme))
		return err_set(e, ERR_USAGE,
		    "there is no theme '%s'; there are dark, light, safe "
		    "and mono",
		    o->theme);
	if (o->mono)
		out->theme = THEME_MONO;
	out->linear = out->linear || o->linear;
	out->read_only = out->read_only || o->read_only;
	return true;
}

bool tui_keys(struct arena *a, const struct tui_options *o, struct keymap *out, struct err *e)
{
	struct preferences p;

	if (!preferences_of(a, o, &p, e))
		return false;
	*out = p.keymap;
	return true;
}
