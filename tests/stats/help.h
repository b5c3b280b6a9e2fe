/* SPDX-License-Identifier: MIT */
/* What the tests of the stats layer share. */
#ifndef LOOKBACK_TESTS_STATS_HELP_H
#define LOOKBACK_TESTS_STATS_HELP_H

#include <check.h>

#include "lookback/base/hash.h"
#include "lookback/base/str.h"

#define COUNT(v) (sizeof(v) / sizeof((v)[0]))

/* An assertion for loops: Check writes to a file at each of its own. */
#define holds(claim) ((claim) ? (void)0 : ck_abort_msg("does not hold: %s", #claim))

/* A suite of one case with these tests. */
Suite *suite_of(const char *name, const TTest *const *tests, size_t n);

/* References "<letters>-0001" to n. */
struct strs refs_made(struct arena *a, const char *letters, size_t n);

/* The number as it is printed, with so many digits behind the point. */
#define ck_shows(x, digits, text) ck_shows_at((x), (digits), (text), __FILE__, __LINE__)
void ck_shows_at(double x, int digits, const char *text, const char *file, int line);

#define ck_str_is(s, text) ck_str_is_at((s), (text), __FILE__, __LINE__)
void ck_str_is_at(struct str s, const char *text, const char *file, int line);

/* What a program printed; it must end well. */
struct str printed_by(struct arena *a, const char *const argv[]);

#endif
