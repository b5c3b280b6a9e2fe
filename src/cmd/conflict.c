/* SPDX-License-Identifier: MIT */
/* Keys that cannot be what somebody wants them to be, once all are bound. */
#include <string.h>

#include "lookback/cmd/keymap.h"

static bool live(const struct binding *b)
{
	return b->command.n > 0;
}

/* Is one of them the beginning of the other, so that only one can ever be typed? */
static bool begins(const struct binding *a, const struct binding *b)
{
	int n = a->n < b->n ? a->n : b->n;

	return a->n != b->n && memcmp(a->keys, b->keys, (size_t)n * sizeof(a->keys[0])) == 0;
}

static bool in_one_chain(enum context a, enum context b)
{
	return context_reaches(a, b) || context_reaches(b, a);
}

/* Where text is written a character is text; what always works, works there too. */
static bool takes_text(const struct binding *b)
{
	return key_is_text(b->keys[0]) &&
	       (b->where == CTX_ALWAYS || context_reaches(b->where, CTX_WRITE));
}

static bool hides(
    struct arena *a, const struct keymap *m, const struct binding *b, struct err *e)
{
	for (size_t i = 0; i < m->n; i++) {
		const struct binding *o = &m->v[i];
		if (o == b || !live(o) || !begins(o, b) || !in_one_chain(o->where, b->where))
			continue;
		return err_set(e, ERR_INPUT,
		    "'%.*s' and '%.*s' ('%.*s' in %s) begin alike, so only one can be typed; "
		    "take the other away with \"\"",
		    STR_ARG(binding_written(a, b)), STR_ARG(binding_written(a, o)),
		    STR_ARG(o->command), context_row(o->where)->name);
	}
	return true;
}

bool keymap_fits(
    struct arena *a, const struct keymap *m, enum context where, struct str keys, struct err *e)
{
	uint32_t read[KEYS_MAX];
	int n = keys_read(keys, read);
	const struct binding *b = NULL;

	for (size_t i = 0; i < m->n; i++)
		if (m->v[i].where == where && m->v[i].n == n &&
		    memcmp(m->v[i].keys, read, (size_t)n * sizeof(read[0])) == 0)
			b = &m->v[i];
	if (!b || !live(b))
		return true;
	if (takes_text(b))
		return err_set(e, ERR_INPUT,
		    "'%.*s' is a character, and in '%s' characters are text; use a key such "
		    "as <F5> or <C-x>",
		    STR_ARG(keys), context_row(where)->name);
	if (where == CTX_CONFIRM && key_is_text(b->keys[0]))
		return err_set(e, ERR_INPUT,
		    "'%.*s' may be the key of a step, and what asks must not confirm; use a "
		    "key such as <F5>",
		    STR_ARG(keys));
	return hides(a, m, b, e);
}

enum action keymap_orphan(const struct keymap *m, enum context where)
{
	for (int act = ACT_NONE + 1; act < ACT_COUNT; act++) {
		const struct action_row *row = action_row((enum action)act);
		bool found = false;
		if (row->where != where || row->keys[0] == '\0' ||
		    context_reaches(where, CTX_ANY))
			continue;
		for (size_t i = 0; i < m->n && !found; i++)
			found = m->v[i].act == (enum action)act && live(&m->v[i]) &&
				context_reaches(where, m->v[i].where);
		if (!found)
			return (enum action)act;
	}
	return ACT_NONE;
}
