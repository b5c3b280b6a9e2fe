/* SPDX-License-Identifier: MIT */
/* The help overlay's rows and the reference page, both read from the live keymap. */
#include "lookback/cmd/keymap.h"

static struct str usage(struct arena *a, const struct action_row *row)
{
	const char *arg = argument_usage(row->arg);

	return arena_printf(a, "%s%s%s", row->name, *arg ? " " : "", arg);
}

static void section(struct arena *a, const struct keymap *m, enum context from, enum context c,
    struct help *out)
{
	struct str heading = arena_cstr(a, context_row(c)->what);

	for (int act = ACT_NONE + 1; act < ACT_COUNT; act++) {
		const struct action_row *row = action_row((enum action)act);
		if (row->where != c)
			continue;
		*arena_push(a, out) = (struct help_row){.section = heading,
		    .keys = keymap_keys(a, m, from, (enum action)act),
		    .usage = usage(a, row),
		    .says = row->says,
		    .writes = row->flags & ACTION_WRITES,
		    .where = c,
		    .action = (enum action)act};
		heading = (struct str){0};
	}
}

/* First what works here, nearest first, then everything else. */
void keymap_help(struct arena *a, const struct keymap *m, enum context from, struct help *out)
{
	*out = (struct help){0};
	for (enum context c = from; c != CTX_NONE; c = context_row(c)->behind)
		section(a, m, from, c, out);
	for (int c = CTX_NONE + 1; c < CTX_COUNT; c++)
		if (!context_reaches(from, (enum context)c))
			section(a, m, (enum context)c, (enum context)c, out);
}

/* A vertical bar would end a cell of the table; no default key is one. */
static void document_keys(struct buf *out, struct str keys)
{
	struct str key;

	if (keys.n == 0)
		buf_puts(out, "–");
	while ((key = command_word(&keys)).n)
		buf_printf(out, "`%.*s`%s", STR_ARG(key), keys.n ? " " : "");
}

void keymap_reference(struct arena *a, const struct keymap *m, struct help *out)
{
	*out = (struct help){0};
	for (int c = CTX_NONE + 1; c < CTX_COUNT; c++)
		section(a, m, (enum context)c, (enum context)c, out);
}

void keymap_document(struct arena *a, const struct keymap *m, struct buf *out)
{
	struct help all;

	keymap_reference(a, m, &all);
	for (size_t i = 0; i < all.n; i++) {
		if (all.v[i].section.n)
			buf_printf(out,
			    "%s### %.*s\n\n| keys | name | what it does |\n|---|---|---|\n",
			    i ? "\n" : "", STR_ARG(all.v[i].section));
		buf_puts(out, "| ");
		document_keys(out, all.v[i].keys);
		buf_printf(out, " | `%.*s` | %s |\n", STR_ARG(all.v[i].usage), all.v[i].says);
	}
}
