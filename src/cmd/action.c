/* SPDX-License-Identifier: MIT */
/* The tables of actions, contexts and arguments as values. */
#include "lookback/cmd/cmd.h"
#include "lookback/wire/refusals.h"

#define WRITES ACTION_WRITES
#define NEEDS  ACTION_NEEDS
#define ACT(id, name, where, keys, arg, says, flags)                                           \
	[ACT_##id] = {#id, name, CTX_##where, keys, ARG_##arg, says, flags},
static const struct action_row actions[ACT_COUNT] = {
    [ACT_NONE] = {"", "", CTX_NONE, "", ARG_NONE, "", 0},
#include "cmd/actions.def"
};
#undef ACT

#define CTX(id, behind, name, what, about) [CTX_##id] = {name, what, about, CTX_##behind},
static const struct context_row contexts[CTX_COUNT] = {
    [CTX_NONE] = {"", "", "", CTX_NONE}, CONTEXTS(CTX)};
#undef CTX

#define ARG(id, usage, label) [ARG_##id] = {usage, label},
static const struct {
	const char *usage, *label;
} arguments[ARG_COUNT_] = {ARGUMENTS(ARG)};
#undef ARG

const struct action_row *action_row(enum action a)
{
	return &actions[a];
}

bool action_open(enum action a, bool read_only, struct str damage, struct err *e)
{
	if (!(actions[a].flags & ACTION_WRITES))
		return true;
	if (damage.n)
		return err_set(e, ERR_CORRUPT, "nothing can be changed: %.*s", STR_ARG(damage));
	if (read_only)
		return err_set(e, ERR_REFUSED, REFUSED_ACTION_READ_ONLY, actions[a].name);
	return true;
}

const struct context_row *context_row(enum context c)
{
	return &contexts[c];
}

bool context_reaches(enum context from, enum context c)
{
	while (from != CTX_NONE && from != c)
		from = contexts[from].behind;
	return from == c && c != CTX_NONE;
}

enum context context_find(struct str name)
{
	for (int c = CTX_NONE + 1; c < CTX_COUNT; c++)
		if (str_is(name, contexts[c].name))
			return (enum context)c;
	return CTX_NONE;
}

const char *argument_usage(enum argument a)
{
	return arguments[a].usage;
}

const char *argument_label(enum argument a)
{
	return arguments[a].label;
}
