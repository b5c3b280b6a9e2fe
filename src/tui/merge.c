/* SPDX-License-Identifier: MIT */
/* Old rows in their order; each new one behind the row that it follows in the new order. */
#include "tui/merge.h"

/* From where the last one was found on, since most rows stand as they stood. */
static int find(const struct strs *was, const int *met, size_t from, struct str key)
{
	for (size_t i = 0; i < was->n; i++) {
		size_t at = (from + i) % was->n;
		if (met[at] == MERGE_NONE && str_eq(was->v[at], key))
			return (int)at;
	}
	return MERGE_NONE;
}

static void put(struct arena *a, struct merged *out, int was, int is)
{
	*arena_push(a, out) = (struct merged_row){was, is};
}

void merge_rows(
    struct arena *a, const struct strs *was, const struct strs *is, struct merged *out)
{
	int *met = arena_new(a, int, was->n + 1), *behind = arena_new(a, int, is->n + 1);
	int last = MERGE_NONE;

	for (size_t i = 0; i < was->n; i++)
		met[i] = MERGE_NONE;
	for (size_t i = 0; i < is->n; i++) {
		int at = find(was, met, last == MERGE_NONE ? 0 : (size_t)last + 1, is->v[i]);
		behind[i] = at == MERGE_NONE ? last : MERGE_NONE - 1;
		if (at == MERGE_NONE)
			continue;
		met[at] = (int)i;
		last = at;
	}
	for (int i = MERGE_NONE; i < (int)was->n; i++) {
		if (i >= 0)
			put(a, out, i, met[i]);
		for (size_t k = 0; k < is->n; k++)
			if (behind[k] == i)
				put(a, out, MERGE_NONE, (int)k);
	}
}
