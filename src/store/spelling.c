/* SPDX-License-Identifier: MIT */
/* Words of fields under the keys of their spelling, and names found by them. */
#include "store/spelling.h"

#include <string.h>

#include "lookback/base/similar.h"
#include "lookback/base/words.h"

/* ---- projecting ---------------------------------------------------------------- */

/* FNV-1a; a word that is not kept costs statements, no more. */
static struct spelt *place_of(struct store *st, struct str word)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < word.n; i++)
		h = (h ^ (unsigned char)word.p[i]) * 16777619u;
	return &st->spelt[h % SPELT_PLACES];
}

static bool put(struct store *st, struct str word, struct err *e)
{
	struct similar_key keys[SIMILAR_KEYS];
	size_t n = similar_keys(word, keys);

	for (size_t i = 0; i < n; i++)
		if (!stmt_run(st, e, SQL_spelling_put, "ss",
			(struct str){keys[i].text, keys[i].n}, word))
			return false;
	return true;
}

static bool add_word(struct store *st, struct str word, struct err *e)
{
	struct spelt *known = place_of(st, word);

	if (known->n == word.n && memcmp(known->text, word.p, word.n) == 0)
		return true;
	if (!similar_varies(word))
		return true;
	if (!put(st, word, e))
		return false;
	if (word.n > SPELT_BYTES)
		return true;
	known->n = (uint8_t)word.n;
	memcpy(known->text, word.p, word.n);
	return true;
}

bool spelling_add(struct store *st, const struct json *fields, struct err *e)
{
	struct word w;

	for (size_t i = 0; i < fields->n; i++) {
		const struct json *j = fields->v[i];
		size_t at = 0;
		while (j->kind == J_STR && words_next(j->s, &at, &w))
			if (!add_word(st, (struct str){w.text, w.n}, e))
				return false;
	}
	return true;
}

void spelling_forget(struct store *st)
{
	memset(st->spelt, 0, sizeof(st->spelt));
}

/* ---- finding ------------------------------------------------------------------- */

/* One word and those that are like it: ("smith" OR "smyth"). A folded word holds letters
 * and digits alone, so quotes are safe. */
static void alike(struct query *q, const struct word *w)
{
	struct str word = arena_str(q->arena, (struct str){w->text, w->n});
	struct similar_key *keys = arena_new(q->arena, struct similar_key, SIMILAR_KEYS);
	size_t n = similar_keys(word, keys);

	query_sql(q, "(SELECT '(\"' || group_concat(w, '\" OR \"') || '\")' FROM (SELECT ");
	query_text(q, word);
	query_sql(q, " AS w");
	if (similar_varies(word)) {
		query_sql(q, " UNION SELECT word FROM spelling WHERE key IN (");
		for (size_t i = 0; i < n; i++) {
			query_sql(q, i ? "," : "");
			query_text(q, (struct str){keys[i].text, keys[i].n});
		}
		query_sql(q, ") AND lb_similar(word, ");
		query_text(q, word);
		query_sql(q, ")");
	}
	query_sql(q, "))");
}

/* Every word in the same column: {c4} : a AND {c4} : b. */
static void in_column(struct query *q, int column, int words)
{
	static const char *const names[] = {"w0", "w1", "w2", "w3", "w4", "w5", "w6", "w7"};

	query_sql(q, "'(");
	for (int i = 0; i < words; i++) {
		query_sql(q, i ? " || ' AND " : "");
		query_str(q, arena_printf(q->arena, "{c%d} : ' || ", column));
		query_sql(q, names[i]);
	}
	query_sql(q, " || ')'");
}

/* The lists are made once, however many columns they are sought in. */
static int lists(struct query *q, struct str phrase)
{
	struct word w;
	size_t at = 0;
	int n = 0;

	while (n < EXPR_SIMILAR_MAX && words_next(phrase, &at, &w)) {
		query_sql(q, n ? ", " : "SELECT ");
		alike(q, &w);
		query_str(q, arena_printf(q->arena, " AS w%d", n++));
	}
	return n;
}

static int count_words(struct str phrase)
{
	struct word w;
	size_t at = 0;
	int n = 0;

	while (n < EXPR_SIMILAR_MAX && words_next(phrase, &at, &w))
		n++;
	return n;
}

void spelling_match(struct query *q, uint32_t columns, struct str phrase)
{
	int words = count_words(phrase);
	bool any = false;

	query_sql(q, "(SELECT ");
	for (int i = 0; i < COLUMNS; i++) {
		if (!(columns & (uint32_t)1 << i))
			continue;
		query_sql(q, any ? " || ' OR ' || " : "");
		in_column(q, i, words);
		any = true;
	}
	query_sql(q, " FROM (");
	(void)lists(q, phrase);
	query_sql(q, "))");
}
