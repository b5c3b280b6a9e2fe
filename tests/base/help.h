/* SPDX-License-Identifier: MIT */
/* What the tests of the base layer share. */
#ifndef LOOKBACK_TESTS_BASE_HELP_H
#define LOOKBACK_TESTS_BASE_HELP_H

#include <check.h>

#include "lookback/base/hash.h"
#include "lookback/base/str.h"

#define COUNT(v) (sizeof(v) / sizeof((v)[0]))

/* An assertion for loops: Check writes to a file at each of its own. */
#define holds(claim) ((claim) ? (void)0 : ck_abort_msg("does not hold: %s", #claim))

/* A suite of one case with these tests. */
Suite *suite_of(const char *name, const TTest *const *tests, size_t n);

/* How a function died: its exit code or minus its signal, and its last words. */
struct death {
	int how;
	char words[2048];
};
struct death death_of(void (*fn)(void));

#define ck_str_is(s, text) ck_str_is_at((s), (text), __FILE__, __LINE__)
void ck_str_is_at(struct str s, const char *text, const char *file, int line);

/* Any code point that a string may hold: no NUL, no surrogate; often ASCII. */
uint32_t any_cp(struct dice *d);
/* Up to `most` of them. */
struct str any_text(struct arena *a, struct dice *d, size_t most);

#endif
