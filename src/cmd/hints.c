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

static const struct {
	enum context where;
	enum action act;
	const char *word;
} hints[] = {
#define HINT(where, act, word) {CTX_##where, ACT_##act, word},
#include "cmd/hints.def"
#undef HINT
};
enum { HINTS = sizeof(hints) / sizeof(hints[0]) };

static bool has_hints(enum context c)
{
	for (size_t i = 0; i < HINTS; i++)
		if (hints[i].where == c)
			return true;
	return false;
}

/* A key that was taken away has no hint; its place goes to the next. */
void keymap_hints(
    struct arena *a, const struct keymap *m, enum context from, int columns, struct hints *out)
{
	enum context of = from;

	*out = (struct hints){0};
	while (of != CTX_NONE && !has_hints(of))
		of = context_row(of)->behind;
	for (size_t i = 0; i < HINTS; i++) {
		struct hint h = {.name = hints[i].word, .act = hints[i].act};
		if (hints[i].where != of)
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
