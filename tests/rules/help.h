/* SPDX-License-Identifier: MIT */
/* What the tests of the rules share. */
#ifndef LOOKBACK_TESTS_RULES_HELP_H
#define LOOKBACK_TESTS_RULES_HELP_H

#include <check.h>

#include "lookback/rules/step.h"

#define COUNT(v) (sizeof(v) / sizeof((v)[0]))

/* An assertion for loops: Check writes to a file at each of its own. */
#define holds(claim) ((claim) ? (void)0 : ck_abort_msg("does not hold: %s", #claim))

Suite *suite_of(const char *name, const TTest *const *tests, size_t n);

#define ck_str_is(s, text) ck_str_is_at((s), (text), __FILE__, __LINE__)
void ck_str_is_at(struct str s, const char *text, const char *file, int line);

/* The tree of a text that must parse, under the moment of support/randexpr.h. */
const struct expr *tree(
    struct arena *a, const struct pack *p, const struct record_type *t, const char *text);
struct str printed(struct arena *a, const struct expr *x);
struct str explained(struct arena *a, const struct expr *x);
/* The same tree, wherever in the text its parts stand. */
bool same_tree(const struct expr *x, const struct expr *y);
/* A JSON object from `{"a":1}`. */
struct json *object(struct arena *a, const char *text);
int64_t at(const char *text); /* milliseconds of 2026-11-21T18:04:05.123Z */

#endif
