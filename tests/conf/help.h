/* SPDX-License-Identifier: MIT */
/* What the tests of the conf layer share: a small pack without fault, and ways to
 * spoil it. Memory is in one arena that lives as long as a test. */
#ifndef LOOKBACK_TESTS_CONF_HELP_H
#define LOOKBACK_TESTS_CONF_HELP_H

#include <check.h>

#include "lookback/conf/pack.h"

#define COUNT(v) (sizeof(v) / sizeof((v)[0]))
/* An assertion for loops: Check writes to a file at each of its own. */
#define holds(claim) ((claim) ? (void)0 : ck_abort_msg("does not hold: %s", #claim))

extern struct arena arena; /* cleared by the next suite's test, if not by fork */
Suite *suite_of(const char *name, const TTest *const *tests, size_t n);

struct source small_pack(void);
struct source whole_pack(void); /* seats, clocks, alerts, children: whole.c */
struct source real_pack(void);  /* config/clares-law */
/* Puts another text in place of the first `from` in a file; the file, or `from` in it,
 * must be there. An empty `from` appends. */
void spoil(struct source *s, const char *file, const char *from, const char *to);
void add_file(struct source *s, const char *name, struct str text); /* or replace it */
void drop_file(struct source *s, const char *name);
/* Faults of a pack as faults_print has them; "" when it loads. */
const char *faults_of(const struct source *s);
/* One edit of a pack, and all faults that follow, as printed. */
struct faulty {
	const char *claim, *file, *from, *to;
	const char *told;
};
void each_is_told(struct source (*make)(void), const struct faulty *rows, size_t n);
const struct pack *loaded(const struct source *s); /* fails the test on a fault */

#endif
