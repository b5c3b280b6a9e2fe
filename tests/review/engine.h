/* SPDX-License-Identifier: MIT */
/*
 * A review that uses everything of the engine, made small: a case that is sorted, searched
 * (checks hang under it), read by two who know nothing of each other and a third, approved
 * and signed. With it a bench of people, and the usual ways through a case.
 */
#ifndef TESTS_REVIEW_ENGINE_H
#define TESTS_REVIEW_ENGINE_H

#include "review/bench.h"

/* Accounts: c1, c2 clerks with training; c3 clerk without; h1 clerk who handled originals of
 * staff code H1; r1, r2 readers; s1, s2 second readers; w1 reader and second reader; j1, j2
 * judges; b1, b2 chiefs; x1 clerk and chief. */
struct bench *engine_new(void);
/* The same with a change in its files. */
struct bench *engine_with(const char *file, const char *find, const char *replace);

/* Opens C-<number> as c1; fields are JSON members behind number and name. */
struct str engine_case(struct bench *b, int number, const char *fields);
/* Takes it and takes the step; must go well. */
struct rep_moved engine_step(
    struct bench *b, const char *who, struct str ref, const char *step, const char *answers);
/* It must not: the refusal. */
struct err engine_closed(
    struct bench *b, const char *who, struct str ref, const char *step, const char *answers);
/* Sorted calm by c1, its check done by c2, searched by c2: it waits to be read. */
struct str engine_to_read(struct bench *b, int number, const char *fields);

struct record engine_record(struct bench *b, struct str ref); /* as it is */
const struct clock_row *engine_clock(struct bench *b, struct str ref, const char *name);
/* "record.moved C-1, record.opened C-1/K1": events since a number, without views, claims
 * and answers. */
struct str engine_story(struct bench *b, int64_t after);

#endif
