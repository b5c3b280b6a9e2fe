/* SPDX-License-Identifier: MIT */
/* Completion of command text, and the palette's way of finding a command. */
#include <stdlib.h>
#include <string.h>

#include "lookback/cmd/cmd.h"

static int by_bytes(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static void add(struct arena *a, struct completion *out, struct str has, struct str candidate)
{
	if (str_starts(candidate, has) && !str_has(out->with, candidate))
		*arena_push(a, &out->with) = candidate;
}

static void names(struct arena *a, struct str text, enum context from, struct completion *out)
{
	for (int act = ACT_NONE + 1; act < ACT_COUNT; act++) {
		const struct action_row *row = action_row((enum action)act);
		if (context_reaches(from, row->where))
			add(a, out, text, arena_cstr(a, row->name));
	}
}

/* The part of an argument that is being written: its last word, and of an expression
 * what stands behind a bracket or a minus. */
static size_t last_word(struct str text)
{
	size_t at = text.n;

	while (
	    at > 0 && text.p[at - 1] != ' ' && text.p[at - 1] != '(' && text.p[at - 1] != '-')
		at--;
	return at;
}

static void values(struct arena *a, struct str text, const struct command *cmd,
    command_offer_fn offer, void *ctx, struct completion *out)
{
	struct strs all = {0};

	out->from = last_word(text);
	offer(ctx, a, action_row(cmd->action)->arg, &all);
	for (size_t i = 0; i < all.n; i++)
		add(a, out, (struct str){text.p + out->from, text.n - out->from}, all.v[i]);
}

void command_complete(struct arena *a, struct str text, enum context from,
    command_offer_fn offer, void *ctx, struct completion *out)
{
	struct command cmd;
	struct err e;

	*out = (struct completion){0};
	while (text.n && text.p[0] == ' ') {
		text.p++;
		text.n--;
		out->from++;
	}
	names(a, text, from, out);
	if (out->with.n == 0 && command_read(text, from, &cmd, &e) && offer &&
	    memchr(text.p, ' ', text.n)) {
		size_t before = out->from;
		values(a, text, &cmd, offer, ctx, out);
		out->from += before;
	}
	if (out->with.n > 1)
		qsort(out->with.v, out->with.n, sizeof(*out->with.v), by_bytes);
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* All letters in order; letters side by side and at the beginning of a word are worth
 * more, so "np" finds "go page-down" behind "new..." . */
static int letters(struct str typed, const char *in, int each)
{
	int score = 0, run = 0;
	size_t t = 0;

	for (size_t i = 0; in[i] && t < typed.n; i++) {
		if (lower(in[i]) != lower(typed.p[t])) {
			run = 0;
			continue;
		}
		score += each + run++ * each;
		if (i == 0 || in[i - 1] == ' ' || in[i - 1] == '-')
			score += 3 * each;
		t++;
	}
	return t == typed.n ? score + 1 : 0;
}

int command_fuzzy(struct str typed, enum action act)
{
	const struct action_row *row = action_row(act);
	int name = letters(typed, row->name, 4);

	return name ? name + 100 : letters(typed, row->says, 2);
}
