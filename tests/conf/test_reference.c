/* SPDX-License-Identifier: MIT */
/* docs/PACK.md and the tables of the loader say the same. */
#include <string.h>

#include "help.h"

#include "conf/tables.h"
#include "lookback/base/io.h"

struct row { /* | `key` | kind | default | meaning | */
	struct str table, key, kind, dflt;
};
struct rows {
	struct row *v;
	size_t n, cap;
};

static struct str cell(struct str *rest)
{
	struct str part = {0};

	(void)str_cut(rest, '|', &part);
	return str_trim(part);
}

static struct str without_ticks(struct str s)
{
	if (s.n < 2 || s.p[0] != '`' || s.p[s.n - 1] != '`')
		return (struct str){0};
	return (struct str){s.p + 1, s.n - 2};
}

/* Every row under a heading of the third rank that begins with a key. */
static struct rows documented(void)
{
	struct str text, line, table = {0};
	struct rows rows = {0};
	struct err e = {0};

	if (!io_read(&arena, "docs/PACK.md", 1 << 20, &text, &e))
		ck_abort_msg("%s", e.text);
	while (str_cut(&text, '\n', &line)) {
		struct row row = {.table = table};
		if (str_starts(line, STR("## ")))
			table = (struct str){0};
		if (str_starts(line, STR("### ")))
			table = (struct str){line.p + 4, line.n - 4};
		if (!table.n || !str_starts(line, STR("| `")))
			continue;
		(void)cell(&line);
		row.key = without_ticks(cell(&line));
		row.kind = cell(&line);
		row.dflt = cell(&line);
		*arena_push(&arena, &rows) = row;
	}
	return rows;
}

static const struct row *row_of(const struct rows *rows, const char *table, const char *key)
{
	for (size_t i = 0; i < rows->n; i++)
		if (str_is(rows->v[i].table, table) && str_is(rows->v[i].key, key))
			return &rows->v[i];
	return NULL;
}

static const struct key *key_of(struct str table, struct str name)
{
	for (const struct key_table *const *t = all_tables; *t; t++)
		for (size_t i = 0; str_is(table, (*t)->what) && i < (*t)->n; i++)
			if (str_is(name, (*t)->keys[i].name))
				return &(*t)->keys[i];
	return NULL;
}

START_TEST(every_key_of_the_loader_is_documented)
{
	struct rows rows = documented();
	size_t seen = 0;

	for (const struct key_table *const *t = all_tables; *t; t++)
		for (size_t i = 0; i < (*t)->n; i++, seen++) {
			const struct key *k = &(*t)->keys[i];
			const struct row *row = row_of(&rows, (*t)->what, k->name);
			if (!row)
				ck_abort_msg("docs/PACK.md lacks %s: %s", (*t)->what, k->name);
			if (str_is(row->dflt, "required") != k->required)
				ck_abort_msg(
				    "docs/PACK.md: %s: %s: required?", (*t)->what, k->name);
		}
	ck_assert_uint_gt(seen, 100);
}
END_TEST

START_TEST(every_documented_key_is_the_loaders)
{
	struct rows rows = documented();

	for (size_t i = 0; i < rows.n; i++)
		if (!key_of(rows.v[i].table, rows.v[i].key))
			ck_abort_msg("docs/PACK.md has %.*s: %.*s, unknown to the loader",
			    STR_ARG(rows.v[i].table), STR_ARG(rows.v[i].key));
}
END_TEST

START_TEST(a_number_that_is_documented_as_a_default_is_the_default)
{
	struct rows rows = documented();

	for (size_t i = 0; i < rows.n; i++) {
		const struct key *k = key_of(rows.v[i].table, rows.v[i].key);
		int64_t said;
		if (!k || (k->kind != WANT_INT && k->kind != WANT_BOOL))
			continue;
		if (k->kind == WANT_BOOL && !k->required)
			holds(str_is(rows.v[i].dflt, k->dflt ? "true" : "false"));
		if (k->kind == WANT_INT && str_int(rows.v[i].dflt, &said))
			holds(said == k->dflt);
	}
}
END_TEST

/* What the page calls a kind; with %s for the table that it refers to. NULL: the reader of
 * the key has words of its own. */
static const char *const kind_words[] = {
    [WANT_LINE] = "line",
    [WANT_TEXT] = "text",
    [WANT_NAME] = "name",
    [WANT_NAMES] = "names",
    [WANT_STEPS] = "names of steps",
    [WANT_LINES] = "list of lines",
    [WANT_LONG] = "number",
    [WANT_BOOL] = "true or false",
    [WANT_DATE] = "date",
    [WANT_CHAR] = "character",
    [WANT_WORD] = "word",
    [WANT_FLAGS] = "list of words",
    [WANT_EXPR] = "expression",
    [WANT_MAP] = "map, see ",
    [WANT_LIST] = "list of ",
    [WANT_NAMED] = "map of name to ",
    [WANT_OWN] = NULL,
};

static struct str kind_of(const struct key *k)
{
	struct str anchor;

	if (k->kind == WANT_INT)
		return arena_printf(
		    &arena, "number %lld to %lld", (long long)k->min, (long long)k->max);
	if (!k->of)
		return str_of(kind_words[k->kind]);
	anchor = arena_cstr(&arena, k->of->what);
	for (size_t i = 0; i < anchor.n; i++)
		if (anchor.p[i] == ' ')
			((char *)anchor.p)[i] = '-';
	return arena_printf(
	    &arena, "%s[%s](#%.*s)", kind_words[k->kind], k->of->what, STR_ARG(anchor));
}

START_TEST(every_key_is_documented_as_what_it_is)
{
	struct rows rows = documented();

	for (size_t i = 0; i < rows.n; i++) {
		const struct key *k = key_of(rows.v[i].table, rows.v[i].key);
		bool truth = k && k->words.n && str_is(str_of(k->words.v[0].name), "true");
		if (!k || k->kind == WANT_OWN || truth)
			continue;
		if (!str_eq(rows.v[i].kind, kind_of(k)))
			ck_abort_msg("docs/PACK.md: %.*s: %.*s is a %.*s, and not a %.*s",
			    STR_ARG(rows.v[i].table), STR_ARG(rows.v[i].key),
			    STR_ARG(kind_of(k)), STR_ARG(rows.v[i].kind));
	}
}
END_TEST

/* Words that a key takes are all in its row. */
START_TEST(every_word_of_a_key_is_documented)
{
	struct str text;
	struct err e = {0};

	if (!io_read(&arena, "docs/PACK.md", 1 << 20, &text, &e))
		ck_abort_msg("%s", e.text);
	for (const struct key_table *const *t = all_tables; *t; t++)
		for (size_t i = 0; i < (*t)->n; i++)
			for (size_t w = 0; w < (*t)->keys[i].words.n; w++) {
				const char *word = (*t)->keys[i].words.v[w].name;
				struct str quoted = arena_printf(&arena, "`%s`", word);
				bool truth = str_is(str_of(word), "true") ||
					     str_is(str_of(word), "false");
				if (!truth && !strstr(text.p, quoted.p))
					ck_abort_msg("docs/PACK.md lacks the word %s of %s",
					    word, (*t)->keys[i].name);
			}
}
END_TEST

Suite *suite_conf_reference(void);
Suite *suite_conf_reference(void)
{
	const TTest *const tests[] = {
	    every_key_of_the_loader_is_documented,
	    every_documented_key_is_the_loaders,
	    a_number_that_is_documented_as_a_default_is_the_default,
	    every_key_is_documented_as_what_it_is,
	    every_word_of_a_key_is_documented,
	};

	return suite_of("conf/reference", tests, COUNT(tests));
}
