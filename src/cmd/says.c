/* SPDX-License-Identifier: MIT */
/* Sentences that name keys: what a key does that does nothing here, and {names} of actions as the
 * keys that they have now. */
#include <string.h>

#include "lookback/cmd/keymap.h"

enum { PLACES_MOST = 4 };

static const struct binding *bound_in(
    const struct keymap *m, enum context c, const uint32_t *keys, int n)
{
	for (size_t i = 0; i < m->n; i++) {
		const struct binding *b = &m->v[i];
		if (b->where == c && b->n == n && b->command.n &&
		    memcmp(b->keys, keys, (size_t)n * sizeof(*keys)) == 0)
			return b;
	}
	return NULL;
}

static void put_keys(struct buf *out, const uint32_t *keys, int n)
{
	char name[KEY_NAME_MAX];

	for (int i = 0; i < n; i++) {
		key_written(keys[i], name);
		buf_puts(out, name);
	}
}

bool keymap_elsewhere(struct arena *a, const struct keymap *m, enum context from,
    const uint32_t *keys, int n, struct str *says)
{
	struct buf b = buf_in(a);
	int places = 0;

	put_keys(&b, keys, n);
	buf_puts(&b, " does nothing here");
	for (int c = CTX_NONE + 1; c < CTX_COUNT; c++) {
		const struct binding *k = bound_in(m, (enum context)c, keys, n);
		if (!k || context_reaches(from, (enum context)c) || places++ == PLACES_MOST)
			continue;
		buf_printf(&b, "%s '%.*s' in %s", places > 1 ? "," : "; it is",
		    STR_ARG(k->command), context_row((enum context)c)->what);
	}
	*says = buf_str(&b);
	return places > 0;
}

/* As it is there, or where the action belongs. */
static struct str key_named(
    struct arena *a, const struct keymap *m, enum context from, struct str name)
{
	for (int act = ACT_NONE + 1; act < ACT_COUNT; act++) {
		enum context where = action_row((enum action)act)->where;
		if (str_is(name, action_row((enum action)act)->name))
			return keymap_key(a, m, context_reaches(from, where) ? from : where,
			    (enum action)act);
	}
	return STR("");
}

struct str keymap_says(
    struct arena *a, const struct keymap *m, enum context from, const char *text)
{
	struct str rest = str_of(text), part, key;
	struct buf b = buf_in(a);

	while (str_cut(&rest, '{', &part)) {
		buf_put(&b, part);
		if (!str_cut(&rest, '}', &part))
			break;
		key = key_named(a, m, from, part);
		if (key.n)
			buf_put(&b, key);
		else
			buf_printf(&b, ":%.*s", STR_ARG(part));
	}
	return buf_str(&b);
}
