/* SPDX-License-Identifier: MIT */
/* Every refusal says how to get it allowed: the tables, and that nothing is refused outside. */
#include <check.h>
#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "lookback/base/io.h"
#include "support/refusals.h"

Suite *suite_rules_refusals(void);

enum { SENTENCE_MOST = 200, SOURCE_MOST = 1 << 20 };

/* A lower-case sentence in two parts, without a full stop: it stands in a row of others. */
START_TEST(every_row_says_why_and_what_to_do)
{
	size_t n;
	const struct refusal_row *rows = refusal_rows(&n);

	ck_assert_uint_gt(n, 100);
	for (size_t i = 0; i < n; i++) {
		const struct refusal_row *r = &rows[i];
		size_t why = strlen(r->why), way = strlen(r->way);
		ck_assert_msg(why && way >= 4, "%s %s", r->table, r->id);
		ck_assert_msg(why + way < SENTENCE_MOST, "%s %s is long", r->table, r->id);
		ck_assert_msg(!isupper((unsigned char)r->why[0]) &&
				  !isupper((unsigned char)r->way[0]) &&
				  r->why[why - 1] != '.' && r->way[way - 1] != '.',
		    "%s %s is no part of a sentence", r->table, r->id);
	}
}
END_TEST

START_TEST(ids_are_given_once)
{
	size_t n;
	const struct refusal_row *rows = refusal_rows(&n);

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < i; k++)
			ck_assert_str_ne(rows[i].id, rows[k].id);
}
END_TEST

static bool holds(struct str s, const char *what)
{
	struct str w = str_of(what);

	for (size_t i = 0; i + w.n <= s.n; i++)
		if (memcmp(s.p + i, w.p, w.n) == 0)
			return true;
	return false;
}

/* Does a string in the call say anything by itself, beside what it passes on? */
static bool says_itself(struct str call)
{
	bool inside = false;

	for (size_t i = 0; i < call.n; i++) {
		char c = call.p[i];
		if (c == '"') {
			inside = !inside;
		} else if (inside && c == '%') {
			i += strcspn(call.p + i, "csdu");
		} else if (inside && isalpha((unsigned char)c)) {
			return true;
		}
	}
	return false;
}

static size_t look_into(const char *path, struct str text)
{
	size_t found = 0;

	for (const char *at = text.p; (at = strstr(at, "err_")) != NULL; at++) {
		struct str call = {at, strcspn(at, ";")};
		if (!str_starts(call, STR("err_set(")) && !str_starts(call, STR("err_more(")))
			continue;
		if (!holds(call, "ERR_REFUSED"))
			continue;
		found++;
		ck_assert_msg(holds(call, " REFUSED_") || !says_itself(call),
		    "%s refuses in words of its own: put them into a table with a way "
		    "out:\n%.*s",
		    path, STR_ARG(call));
	}
	return found;
}

static size_t walk(struct arena *a, const char *dir)
{
	DIR *d = opendir(dir);
	size_t found = 0;
	const struct dirent *e;

	ck_assert_msg(d != NULL, "%s", dir);
	while ((e = readdir(d))) {
		const char *path = arena_printf(a, "%s/%s", dir, e->d_name).p;
		size_t n = strlen(path);
		struct err err = {0};
		struct str text;
		if (e->d_name[0] == '.')
			continue;
		if (io_is_dir(path)) {
			found += walk(a, path);
		} else if (n > 2 && strcmp(path + n - 2, ".c") == 0) {
			ck_assert_msg(
			    io_read(a, path, SOURCE_MOST, &text, &err), "%s", err.text);
			found += look_into(path, (struct str){arena_str(a, text).p, text.n});
		}
	}
	closedir(d);
	return found;
}

START_TEST(nothing_is_refused_in_words_outside_the_tables)
{
	struct arena a = {0};

	ck_assert_uint_gt(walk(&a, "src"), 100);
	arena_clear(&a);
}
END_TEST

START_TEST(a_refusal_in_its_own_words_is_found)
{
	ck_assert(says_itself(STR("err_set(e, ERR_REFUSED, \"%.*s is shut\", STR_ARG(s))")));
	ck_assert(!says_itself(STR("err_set(e, ERR_REFUSED, \"%.*s: %lld\", STR_ARG(s), n)")));
	ck_assert(refusal_made_by("a %.*s of %lld; b", STR("a bag of of 7; b")));
	ck_assert(!refusal_made_by("a %.*s of %lld; b", STR("a bag of 7; c")));
}
END_TEST

Suite *suite_rules_refusals(void)
{
	Suite *s = suite_create("rules/refusals");
	TCase *t = tcase_create("refusals");

	tcase_add_test(t, every_row_says_why_and_what_to_do);
	tcase_add_test(t, ids_are_given_once);
	tcase_add_test(t, nothing_is_refused_in_words_outside_the_tables);
	tcase_add_test(t, a_refusal_in_its_own_words_is_found);
	suite_add_tcase(s, t);
	return s;
}
