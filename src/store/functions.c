/* SPDX-License-Identifier: MIT */
/*
 * What SQL needs of base: folding, words in order, and the tokenizer of the full-text
 * index. None of it stands in the schema's indexes or triggers, so a plain SQLite shell
 * can read and check the file.
 */
#include <string.h>

#include "lookback/base/similar.h"
#include "lookback/base/utf8.h"
#include "lookback/base/words.h"
#include "store/inner.h"

static struct str arg_text(sqlite3_value *v)
{
	const char *p = (const char *)sqlite3_value_text(v);

	return (struct str){p, p ? (size_t)sqlite3_value_bytes(v) : 0};
}

/* lb_fold(text): for comparing lines; anything but text stays as it is. */
static void fold(sqlite3_context *c, int n, sqlite3_value **v)
{
	struct store *st = sqlite3_user_data(c);
	struct arena_mark m = arena_mark(&st->calls);
	struct str s;

	(void)n;
	if (sqlite3_value_type(v[0]) != SQLITE_TEXT) {
		sqlite3_result_value(c, v[0]);
		return;
	}
	s = utf8_fold(&st->calls, arg_text(v[0]));
	sqlite3_result_text(c, s.n ? s.p : "", (int)s.n, SQLITE_TRANSIENT);
	arena_back(&st->calls, m);
}

/* lb_words(text, phrase, prefix): does the text hold the phrase? */
static void words(sqlite3_context *c, int n, sqlite3_value **v)
{
	bool text = sqlite3_value_type(v[0]) == SQLITE_TEXT;

	(void)n;
	sqlite3_result_int(c,
	    text && words_match(arg_text(v[0]), arg_text(v[1]), sqlite3_value_int(v[2]) != 0));
}

/* lb_similar(text, phrase): is each word of the phrase like one of the text? */
static void similar(sqlite3_context *c, int n, sqlite3_value **v)
{
	bool text = sqlite3_value_type(v[0]) == SQLITE_TEXT;

	(void)n;
	sqlite3_result_int(c, text && similar_phrase(arg_text(v[0]), arg_text(v[1])));
}

bool functions_add(struct store *st, struct err *e)
{
	const int how = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
	int rc;

	rc = sqlite3_create_function(st->db, "lb_fold", 1, how, st, fold, NULL, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_create_function(st->db, "lb_words", 3, how, st, words, NULL, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_create_function(
		    st->db, "lb_similar", 2, how, st, similar, NULL, NULL);
	return rc == SQLITE_OK || store_fail(st, rc, e);
}

/* ---- tokenizer ------------------------------------------------------------ */

static int tokenizer_new(void *ctx, const char **arg, int n, Fts5Tokenizer **out)
{
	(void)arg;
	(void)n;
	*out = ctx; /* it has no state; any address will do */
	return SQLITE_OK;
}

static void tokenizer_gone(Fts5Tokenizer *t)
{
	(void)t;
}

static int tokenize(Fts5Tokenizer *t, void *ctx, int flags, const char *p, int n,
    int (*token)(void *, int, const char *, int, int, int))
{
	struct str s = {p, n < 0 ? 0 : (size_t)n};
	struct word w;
	int rc = SQLITE_OK;

	(void)t;
	(void)flags;
	for (size_t at = 0; rc == SQLITE_OK && words_next(s, &at, &w);)
		rc = token(ctx, 0, w.text, (int)w.n, (int)w.from, (int)w.to);
	return rc;
}

bool tokenizer_add(struct store *st, struct err *e)
{
	static const fts5_tokenizer ours = {tokenizer_new, tokenizer_gone, tokenize};
	fts5_tokenizer copy = ours; /* the interface wants it writable */
	fts5_api *api = NULL;
	sqlite3_stmt *s;
	int rc = sqlite3_prepare_v2(st->db, "SELECT fts5(?1)", -1, &s, NULL);

	if (rc == SQLITE_OK) {
		sqlite3_bind_pointer(s, 1, &api, "fts5_api_ptr", NULL);
		sqlite3_step(s);
		rc = sqlite3_finalize(s);
	}
	if (rc == SQLITE_OK && api)
		rc = api->xCreateTokenizer(api, "lookback", st, &copy, NULL);
	if (rc != SQLITE_OK)
		return store_fail(st, rc, e);
	return api || err_set(e, ERR_IO, "this SQLite has no full-text search (FTS5)");
}
