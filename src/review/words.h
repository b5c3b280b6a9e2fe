/* SPDX-License-Identifier: MIT */
/* Values and moments in words for people. */
#ifndef LOOKBACK_REVIEW_WORDS_H
#define LOOKBACK_REVIEW_WORDS_H

#include "lookback/rules/pack.h"

struct str say_instant(struct arena *a, int64_t ms); /* UTC text; empty for none */
struct str say_day(struct arena *a, int32_t day);
struct str say_long_day(struct arena *a, int32_t day); /* "12 May 2017" */
/* "14:05" on the same London day, else "20 Nov 2026 14:05". */
struct str say_clock(struct arena *a, int64_t ms, int64_t now);
struct str say_due(struct arena *a, int64_t due, int64_t now);      /* in 3 d, 2 d late */
struct str say_due_long(struct arena *a, int64_t due, int64_t now); /* due in 3 days */
/* The label of a code: of a choice or of an absence; else the code itself. */
struct str say_code(const struct choices *c, struct str code);
/* A stored value for people. */
struct str say_value(struct arena *a, enum vtype type, const struct choices *c, struct value v);
/* At most max bytes, cut between characters, "..." behind. */
struct str say_cut(struct arena *a, struct str s, size_t max);
/* "a, b or c"; join is the last word. */
struct str say_list(struct arena *a, struct strs list, const char *join);
struct str say_near(
    struct arena *a, struct str word, struct strs list); /* "; did you mean x?" */
const char *plural(int64_t n);                           /* "s" unless one */

struct str state_words(const struct record_type *t, struct str state);
struct str band_words(const struct pack *p, struct str band);
struct str role_words(const struct pack *p, struct str role);
struct strs role_labels(struct arena *a, const struct pack *p, struct strs roles);

#endif
