/* SPDX-License-Identifier: MIT */
/*
 * A small review pack made in C, without YAML: fields and questions of every kind,
 * guards, separation of people, deadlines of each kind, rank terms. `case` and `enquiry`
 * come first; a case starts a clock, raises an alert and opens an `action`, which closes by
 * itself when it is of no urgency, and whose steps need training and several people; a
 * `paper` is read by two and decided by a third. It has no fault (a test says so).
 */
#ifndef TESTS_SUPPORT_TOYPACK_H
#define TESTS_SUPPORT_TOYPACK_H

#include "lookback/rules/pack.h"

const struct pack *toy_pack(struct arena *a);
/* The same, for tests that damage it. */
struct pack *toy_pack_open(struct arena *a);
/* One of its transitions, to be damaged. */
struct transition *toy_step(struct record_type *t, const char *id);
/* "a b c" as a list; an empty text is an empty list. */
struct strs toy_list(struct arena *a, const char *words);

#endif
