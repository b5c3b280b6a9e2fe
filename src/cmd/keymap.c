/* SPDX-License-Identifier: MIT */
/* Bindings: made from the table, changed by settings, looked up key by key. */
#include "lookback/cmd/keymap.h"

#include <string.h>

/* "<1-9>": nine keys, each with its digit as the argument. */
static bool digits(struct str token, int *first, int *last)
{
	if (token.n != 5 || token.p[0] != '<' || token.p[2] != '-' || token.p[4] != '>')
		return false;
	*first = (unsigned char)token.p[1];
	*last = (unsigned char)token.p[3];
	return *first >= '1' && *last <= '9' && *first <= *last;
}

static void must_bind(
    struct arena *a, struct keymap *m, enum context c, struct str keys, struct str command)
{
	struct err e;

	if (!keymap_bind(a, m, c, keys, command, &e))
		BUG("default key %.*s: %s", STR_ARG(keys), e.text);
}

static void defaults_of(struct arena *a, struct keymap *m, const struct action_row *row)
{
	struct str rest = str_trim(str_of(row->keys)), token;
	int first, last;

	while ((token = command_word(&rest)).n) {
		if (!digits(token, &first, &last)) {
			must_bind(a, m, row->where, token, arena_cstr(a, row->name));
			continue;
		}
		for (int d = first; d <= last; d++)
			must_bind(a, m, row->where, arena_printf(a, "%c", d),
			    arena_printf(a, "%s %c", row->name, d));
	}
}

void keymap_defaults(struct arena *a, struct keymap *m)
{
	*m = (struct keymap){0};
	for (int act = ACT_NONE + 1; act < ACT_COUNT; act++)
		defaults_of(a, m, action_row((enum action)act));
}

bool keymap_bind(struct arena *a, struct keymap *m, enum context where, struct str keys,
    struct str command, struct err *e)
{
	struct binding b = {.where = where};
	struct command read = {.action = ACT_NONE};

	b.n = keys_read(keys, b.keys);
	if (b.n == 0)
		return err_set(e, ERR_INPUT,
		    "'%.*s' is not a key; expected up to %d keys such as x, <C-x> or gx",
		    STR_ARG(keys), KEYS_MAX);
	if (command.n && !command_read(command, where, &read, e))
		return false;
	b.command = arena_str(a, str_trim(command));
	b.act = read.action;
	for (size_t i = 0; i < m->n; i++)
		if (m->v[i].where == where && m->v[i].n == b.n &&
		    memcmp(m->v[i].keys, b.keys, sizeof(b.keys)) == 0) {
			m->v[i] = b;
			return true;
		}
	*arena_push(a, m) = b;
	return true;
}

static enum match find_in(
    const struct keymap *m, enum context c, const uint32_t *keys, int n, struct str *command)
{
	enum match found = MATCH_NONE;

	for (size_t i = 0; i < m->n; i++) {
		const struct binding *b = &m->v[i];
		if (b->where != c || b->n < n || b->command.n == 0 ||
		    memcmp(b->keys, keys, (size_t)n * sizeof(*keys)) != 0)
			continue;
		if (b->n == n) {
			*command = b->command;
			return MATCH_FULL;
		}
		found = MATCH_MORE;
	}
	return found;
}

/* Where text is written a character is text, whatever it means everywhere else. */
enum match keymap_find(
    const struct keymap *m, enum context from, const uint32_t *keys, int n, struct str *command)
{
	enum match found = MATCH_NONE;

	if (n > 0 && key_is_text(keys[0]) && context_reaches(from, CTX_WRITE))
		return MATCH_NONE;
	for (; from != CTX_NONE && found == MATCH_NONE; from = context_row(from)->behind)
		found = find_in(m, from, keys, n, command);
	return found;
}

enum match keymap_type(const struct keymap *m, enum context from, struct typed *t, uint32_t key,
    struct str *command, int *count)
{
	enum match found;
	bool counts = context_reaches(from, CTX_ANY);

	if (t->n == KEYS_MAX)
		*t = (struct typed){0};
	t->keys[t->n++] = key;
	found = keymap_find(m, from, t->keys, t->n, command);
	if (found == MATCH_NONE && t->n == 1 && counts && key >= '0' && key <= '9' &&
	    (key != '0' || t->count)) {
		t->n = 0;
		t->count = t->count > 99999 ? t->count : t->count * 10 + (int)(key - '0');
		return MATCH_MORE;
	}
	if (found != MATCH_MORE) {
		*count = t->count;
		*t = (struct typed){0};
	}
	return found;
}

void typed_show(struct arena *a, const struct typed *t, struct str *out)
{
	struct buf b = buf_in(a);
	char name[KEY_NAME_MAX];

	if (t->count)
		buf_printf(&b, "%d", t->count);
	for (int i = 0; i < t->n; i++) {
		key_written(t->keys[i], name);
		buf_puts(&b, name);
	}
	*out = buf_str(&b);
}
