/* SPDX-License-Identifier: MIT */
/*
 * Can a condition hold of any record at all? Every value that makes a difference is tried:
 * codes and absences, numbers and days around each that is named. Exact for what is finite;
 * words in texts are taken to be found or not as one likes, so that a condition is never
 * said to be impossible when it is not.
 */
#ifndef LOOKBACK_RULES_POSSIBLE_H
#define LOOKBACK_RULES_POSSIBLE_H

#include "lookback/rules/pack.h"

enum { POSSIBLE_MAX = 200000 }; /* combinations; with more of them nothing is said */
enum possible { POSSIBLE, IMPOSSIBLE, UNSURE };
/* In a record of this type in one of the states (empty: any of the type's). */
enum possible expr_possible(struct arena *a, const struct pack *p, const struct record_type *t,
    struct strs states, const struct expr *x);
/* May a record of this type stand under one of that type? */
bool may_be_under(
    const struct pack *p, const struct record_type *child, const struct record_type *parent);

#endif
