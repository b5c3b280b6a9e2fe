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

static bool add_near(
    struct query *q, struct str word, struct str key, struct strs *out, struct err *e)
{
	sqlite3_stmt *s = stmt_open(q->st, e, SQL_spelling_near, "s", key);
	enum got got = GOT_ERROR;

	while (s && (got = stmt_next(q->st, s, e)) == GOT_ROW) {
		struct str near = col_view(s, 0);
		if (similar_words(word, near) && !str_has(*out, near))
			*arena_push(q->arena, out) = arena_str(q->arena, near);
	}
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

/* The word itself and those that are like it. */
static bool alike(struct query *q, struct str word, struct strs *out, struct err *e)
{
	struct similar_key keys[SIMILAR_KEYS];
	size_t n = similar_varies(word) ? similar_keys(word, keys) : 0;

	*arena_push(q->arena, out) = arena_str(q->arena, word);
	for (size_t i = 0; i < n; i++)
		if (!add_near(q, word, (struct str){keys[i].text, keys[i].n}, out, e))
			return false;
	return true;
}

/* {c4 c5} : ("smith" OR "smyth"); a folded word holds nothing that would need more than
 * quotes. */
static void put_words(struct buf *b, uint32_t columns, const struct strs *words)
{
	buf_char(b, '{');
	for (int c = 0; c < COLUMNS; c++)
		if (columns & (uint32_t)1 << c)
			buf_printf(b, " c%d", c);
	buf_puts(b, " } : (");
	for (size_t i = 0; i < words->n; i++)
		buf_printf(b, "%s\"%.*s\"", i ? " OR " : "", STR_ARG(words->v[i]));
	buf_char(b, ')');
}

bool spelling_is_exact(struct str phrase)
{
	struct word w;
	size_t at = 0;

	bool first = similar_next(phrase, &at, &w);

	return !first || !similar_next(phrase, &at, &w);
}

void spelling_match(struct query *q, uint32_t columns, struct str phrase)
{
	struct strs words[EXPR_SIMILAR_MAX] = {{0}};
	struct buf b = buf_in(q->arena);
	struct word w;
	size_t at = 0;
	int n = 0;

	for (; !q->failed && n < EXPR_SIMILAR_MAX && similar_next(phrase, &at, &w); n++)
		q->failed = !alike(q, (struct str){w.text, w.n}, &words[n], &q->why);
	for (int i = 0; i < n; i++) {
		buf_puts(&b, i ? " AND " : "");
		put_words(&b, columns, &words[i]);
	}
	query_text(q, buf_str(&b));
}
