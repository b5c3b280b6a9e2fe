/* SPDX-License-Identifier: MIT */
/*
 * What the sections of the benchmark share: samples and how they are told. Every figure is
 * set against something measured in the same run, in turns (A B A B), so that a slow machine
 * or a busy one makes both slow; what is told is the median of the rounds.
 */
#ifndef LOOKBACK_TESTS_BENCH_H
#define LOOKBACK_TESTS_BENCH_H

#include "lookback/base/arena.h"
#include "support/proc.h"

struct bench {
	struct arena arena;
	char dir[96];     /* everything is made in here */
	long long n;      /* applications of the large review */
	int rounds, keys; /* how often; keys of one kind a round */
};

struct samples { /* zeroed: none */
	double *v;
	size_t n, cap;
};
void sample(struct bench *b, struct samples *s, double x);
double quantile(const struct samples *s, double q); /* 0 to 1; NAN when there is none */
double median(const struct samples *s);

/* ---- the table ---- */
void tell_head(const char *title, const char *figure, const char *against);
/* A row: the figure, what it stands against (NAN: nothing), their ratio. */
void tell(const char *what, double figure, const char *unit, double against, double ratio);

/* ---- reviews to work on; r01 to r45 triage ---- */
/* A fresh training review of so many applications, made once, in its folder. */
const char *review_dir(struct bench *b, long long applications);
const char *review_db(struct bench *b, const char *dir);
/* A copy of it under another name. */
const char *review_copy(struct bench *b, const char *dir, const char *name);
pid_t review_serve(const char *db); /* returns when it listens */
/* One run of the program on it; ends the benchmark unless it succeeds. */
struct said review_run(struct bench *b, const char *db, const char *const *args);
#define RUN(b, db, ...) review_run(b, db, (const char *const[]){__VA_ARGS__, NULL})
double seconds_since(long long ns);

/* ---- sections ---- */
void bench_drain(struct bench *b);
void bench_screen(struct bench *b);
void bench_bulk(struct bench *b);
void bench_commit(struct bench *b);
void bench_find(struct bench *b);

#endif
