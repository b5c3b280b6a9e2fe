/* SPDX-License-Identifier: MIT */
/* What the screen says about keys: written keys of an action, the hint bar. */
#include "lookback/base/utf8.h"
#include "lookback/cmd/keymap.h"

struct str binding_written(struct arena *a, const struct binding *b)
{
	struct buf out = buf_in(a);
	char name[KEY_NAME_MAX];

	for (int i = 0; i < b->n; i++) {
		key_written(b->keys[i], name);
		buf_puts(&out, name);
	}
	return buf_str(&out);
}

/* Does this binding run the action from there (no nearer context has taken its keys)? */
static bool runs(
    const struct keymap *m, enum context from, const struct binding *b, enum action act)
{
	struct str found;

	return b->act == act && context_reaches(from, b->where) &&
	       keymap_find(m, from, b->keys, b->n, &found) == MATCH_FULL &&
	       str_eq(found, b->command);
}

static struct str keys_of(
    struct arena *a, const struct keymap *m, enum context from, enum action act, bool all)
{
	struct buf out = buf_in(a);
	const struct binding *first = NULL, *last = NULL;

	for (size_t i = 0; i < m->n; i++) {
		if (!runs(m, from, &m->v[i], act))
			continue;
		if (action_row(act)->arg == ARG_NUMBER) {
			first = first ? first : &m->v[i];
			last = &m->v[i];
			continue;
		}
		if (out.n)
			buf_char(&out, ' ');
		buf_put(&out, binding_written(a, &m->v[i]));
		if (!all)
			break;
	}
	if (first && last)
		buf_printf(&out, "%.*s-%.*s", STR_ARG(binding_written(a, first)),
		    STR_ARG(binding_written(a, last)));
	return buf_str(&out);
}

struct str keymap_keys(
    struct arena *a, const struct keymap *m, enum context from, enum action act)
{
	return keys_of(a, m, from, act, true);
}

struct str keymap_key(
    struct arena *a, const struct keymap *m, enum context from, enum action act)
{
	return keys_of(a, m, from, act, false);
}

void keymap_hints(
    struct arena *a, const struct keymap *m, enum context from, int columns, struct hints *out)
{
	*out = (struct hints){0};
	for (enum context c = from; c != CTX_NONE; c = context_row(c)->behind)
		for (int act = ACT_NONE + 1; act < ACT_COUNT; act++) {
			const struct action_row *row = action_row((enum action)act);
			struct hint h = {.name = row->name, .act = (enum action)act};
			if (row->where != c || !(row->flags & ACTION_HINT))
				continue;
			h.key = keymap_key(a, m, from, h.act);
			if (h.key.n == 0)
				continue;
			columns -= utf8_columns(h.key) + 1 + utf8_columns(str_of(h.name));
			if (columns < 0)
				return;
			columns -= 2;
			*arena_push(a, out) = h;
		}
}
