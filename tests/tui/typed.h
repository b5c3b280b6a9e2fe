/* SPDX-License-Identifier: MIT */
/* The line mode on canned replies: lines go in, what is said comes out. One for each test. */
#ifndef LOOKBACK_TESTS_TUI_TYPED_H
#define LOOKBACK_TESTS_TUI_TYPED_H

#include "canned.h"
#include "tui/linear/linear.h"

extern struct canned canned;
extern struct lines lines;
extern struct arena typed_mem;
extern struct buf said; /* to the lines typed last */

void typed_set_up(void);
void typed_tear_down(void);
/* Types lines; what was said to them. */
const char *type(const char *text);
void says(const char *typed, const char *expect);
void says_not(const char *typed, const char *unwanted);

#endif
