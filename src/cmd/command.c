/* SPDX-License-Identifier: MIT */
/* Command text is read: the longest name that fits, the rest is its argument. */
#include <string.h>

#include "lookback/cmd/cmd.h"

/* Does the text begin with this name, as whole words? */
static bool begins(struct str text, const char *name)
{
	struct str n = str_of(name);

	return str_starts(text, n) && (text.n == n.n || text.p[n.n] == ' ');
}

/* The context that is nearest wins over one behind it, then the longer name. */
static enum action whole_name(struct str text, enum context from)
{
	for (enum context c = from; c != CTX_NONE; c = context_row(c)->behind) {
		enum action best = ACT_NONE;
		for (int a = ACT_NONE + 1; a < ACT_COUNT; a++) {
			const struct action_row *row = action_row((enum action)a);
			if (row->where == c && begins(text, row->name) &&
			    (!best || strlen(row->name) > strlen(action_row(best)->name)))
				best = (enum action)a;
		}
		if (best)
			return best;
	}
	return ACT_NONE;
}

enum { SHORTEST = 3 };

/* The first word as the beginning of exactly one name of one word; what writes something
 * is named in full. */
static enum action shortened(struct str word, enum context from)
{
	enum action found = ACT_NONE;

	for (int a = ACT_NONE + 1; a < ACT_COUNT && word.n >= SHORTEST; a++) {
		const struct action_row *row = action_row((enum action)a);
		if (!context_reaches(from, row->where) || strchr(row->name, ' ') ||
		    !str_starts(str_of(row->name), word))
			continue;
		if (found)
			return ACT_NONE;
		found = (enum action)a;
	}
	return action_row(found)->flags & ACTION_WRITES ? ACT_NONE : found;
}

static bool elsewhere(struct str text, struct err *e)
{
	for (int a = ACT_NONE + 1; a < ACT_COUNT; a++) {
		const struct action_row *row = action_row((enum action)a);
		if (begins(text, row->name))
			return err_set(e, ERR_USAGE,
			    "'%s' has no meaning on this screen; it belongs to '%s' (%s)",
			    row->name, context_row(row->where)->what,
			    context_row(row->where)->name);
	}
	return true;
}

static bool unknown(struct str text, struct str word, enum context from, struct err *e)
{
	struct str names[ACT_COUNT], near;
	size_t n = 0;

	if (!elsewhere(text, e))
		return false;
	for (int a = ACT_NONE + 1; a < ACT_COUNT; a++)
		if (context_reaches(from, action_row((enum action)a)->where))
			names[n++] = str_of(action_row((enum action)a)->name);
	near = str_nearest(word, names, n);
	if (near.n)
		return err_set(e, ERR_USAGE, "no command '%.*s'; did you mean '%.*s'?",
		    STR_ARG(word), STR_ARG(near));
	return err_set(e, ERR_USAGE, "no command '%.*s'; ? lists them", STR_ARG(word));
}

bool command_read(struct str text, enum context from, struct command *out, struct err *e)
{
	struct str rest, word;
	enum action act;

	rest = text = str_trim(text);
	word = command_word(&rest);
	if (word.n == 0)
		return err_set(e, ERR_USAGE, "no command was given; ? lists them");
	act = whole_name(text, from);
	if (act) {
		size_t n = strlen(action_row(act)->name);
		rest = str_trim((struct str){text.p + n, text.n - n});
	} else {
		act = shortened(word, from);
	}
	if (!act)
		return unknown(text, word, from, e);
	if (rest.n && action_row(act)->arg == ARG_NONE)
		return err_set(e, ERR_USAGE, "'%s' takes no argument", action_row(act)->name);
	*out = (struct command){.action = act, .arg = rest};
	return true;
}

struct str command_word(struct str *rest)
{
	size_t i = 0;
	struct str word;

	*rest = str_trim(*rest);
	while (i < rest->n && rest->p[i] != ' ')
		i++;
	word = (struct str){rest->p, i};
	*rest = str_trim((struct str){rest->p + i, rest->n - i});
	return word;
}
