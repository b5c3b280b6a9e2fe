/* SPDX-License-Identifier: MIT */
/* Settings of a front end: theme, plainness, keys. */
#include "lookback/conf/keys.h"

#include "conf/tables.h"
#include "lookback/base/io.h"

static const struct word color_words[] = {
    {"auto", COLOR_AUTO},
    {"always", COLOR_ALWAYS},
    {"never", COLOR_NEVER},
};

static const struct word wish_words[] = {
    {"true", WISH_YES},
    {"false", WISH_NO},
};

static void read_theme(struct reader *r, const struct node *n, void *owner)
{
	struct settings *out = owner;

	if (want_name(r, n, &out->theme))
		out->theme_at = want_place(r, n);
}

/* An empty command, in quotes, takes the keys away. */
static bool read_command(struct reader *r, const struct node *n, struct str *out)
{
	if (n->kind == NODE_TEXT && n->quoted && n->text.n == 0) {
		*out = STR("");
		return true;
	}
	return want_line(r, n, 0, out);
}

/* keys: {context: {keys: command}} */
static void read_context(
    struct reader *r, struct str context, const struct node *n, struct settings *out)
{
	if (!want_kind(r, n, NODE_MAP, "a map of keys to commands"))
		return;
	for (size_t i = 0; i < n->items.n; i++) {
		struct keybind k = {.context = context,
		    .at = want_place(r, n->keys.v[i]),
		    .command_at = want_place(r, n->items.v[i])};
		if (want_line(r, n->keys.v[i], 0, &k.keys) &&
		    read_command(r, n->items.v[i], &k.command))
			*arena_push(r->a, &out->keys) = k;
	}
}

static void read_bindings(struct reader *r, const struct node *n, void *owner)
{
	if (!want_kind(r, n, NODE_MAP, "a map of contexts"))
		return;
	for (size_t i = 0; i < n->items.n; i++) {
		struct str context;
		if (want_name(r, n->keys.v[i], &context))
			read_context(r, context, n->items.v[i], owner);
	}
}

#define WISH(member)                                                                           \
	.kind = WANT_WORD, .at = offsetof(struct settings, member), .words = WORDS(wish_words)
static const struct key settings_keys[] = {
    {.name = "theme", .kind = WANT_OWN, .read = read_theme},
    {.name = "ascii", WISH(ascii)},
    {.name = "calm", WISH(calm)},
    {.name = "linear", WISH(linear)},
    {.name = "read_only", WISH(read_only)},
    {.name = "color",
	.kind = WANT_WORD,
	.at = offsetof(struct settings, color),
	.words = WORDS(color_words)},
    {.name = "keys", .kind = WANT_OWN, .read = read_bindings},
};
const struct key_table settings_table = {
    .what = "settings file",
    TABLE(settings_keys),
    .place = NO_ID,
    .id = NO_ID,
};

bool settings_parse(struct arena *a, struct str file, struct str text, struct settings *out,
    struct faults *faults)
{
	struct reader r = {.a = a, .faults = faults, .file = file};
	struct settings s = *out;
	struct node *root;
	size_t before = faults->n;

	if (!yaml_read(a, file, text, &root, faults))
		return false;
	(void)want_map(&r, root, &settings_table, &s);
	if (faults->n > before)
		return false;
	*out = s;
	return true;
}

bool settings_load(
    struct arena *a, const char *path, struct settings *out, struct faults *faults)
{
	struct str file = arena_cstr(a, path), text;
	struct err e = {0};

	if (io_read(a, path, YAML_BYTES_MAX, &text, &e))
		return settings_parse(a, file, text, out, faults);
	fault_add(a, faults, (struct place){file, 1, 1}, "%s", e.text);
	return false;
}
