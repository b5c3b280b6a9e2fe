/* SPDX-License-Identifier: MIT */
/*
 * Draining the queue: as many processes as told run `lookback next` in a loop until nothing
 * is left. That every application is served exactly once is asserted; how fast is told.
 */
#include <check.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/bench.h"
#include "lookback/base/io.h"
#include "lookback/base/json.h"

enum { SMALL = 3778, SERVED_MAX = 64 << 20 };

/* How many there are to be served. */
static size_t waiting(struct bench *b, const char *db)
{
	struct said s = RUN(b, db, "--as", "s1", "count", "state:triage", "-has:holder");
	int64_t n;

	ck_assert(str_int(str_trim(s.out), &n));
	return (size_t)n;
}

/* In a process of its own: one reference a line into its file. 0, or what went wrong. */
static int drain_one(const char *db, const char *user, int out)
{
	const char *const argv[] = {
	    proc_bin(), "--db", db, "--as", user, "next", "--json", NULL};
	struct arena a = {0};
	struct json *j;
	struct err e;

	for (;;) {
		struct said s = proc_run(&a, argv);
		struct str line = str_trim(s.out), ref;
		if (s.status == 1)
			return 0;
		if (s.status != 0 || !json_parse(&a, line, &j, &e)) {
			fprintf(stderr, "bench: next: %d: %s\n", s.status, s.err.p);
			return 1;
		}
		ref = arena_printf(&a, "%.*s\n", STR_ARG(json_get_text(j, "ref")));
		if (!io_all(out, ref.p, ref.n))
			return 1;
		arena_clear(&a);
	}
}

static int by_name(const void *x, const void *y)
{
	return str_cmp(*(const struct str *)x, *(const struct str *)y);
}

/* What all of them were served: no reference twice. Returns how many the file of each has. */
static size_t collect(struct bench *b, const char *dir, int i, struct strs *all)
{
	const char *path = arena_printf(&b->arena, "%s/served-%d", dir, i).p;
	struct str text, line;
	struct err e = {0};
	size_t n = 0;

	ck_assert_msg(io_read(&b->arena, path, SERVED_MAX, &text, &e), "%s", e.text);
	for (; str_cut(&text, '\n', &line); n++)
		*arena_push(&b->arena, all) = line;
	return n;
}

static void once_each(struct strs *all, size_t expected)
{
	qsort(all->v, all->n, sizeof all->v[0], by_name);
	for (size_t i = 1; i < all->n; i++)
		ck_assert_msg(!str_eq(all->v[i - 1], all->v[i]), "%.*s was served twice",
		    STR_ARG(all->v[i]));
	ck_assert_msg(all->n == expected, "%zu were served of %zu", all->n, expected);
}

static void wait_all(pid_t *pids, int n)
{
	bool ok = true;

	for (int i = 0; i < n; i++)
		ok = proc_end(pids[i]) == 0 && ok;
	ck_assert_msg(ok, "a process that drained the queue failed");
}

static pid_t start_one(struct bench *b, const char *dir, int i)
{
	const char *path = arena_printf(&b->arena, "%s/served-%d", dir, i).p;
	const char *db = review_db(b, dir),
		   *user = arena_printf(&b->arena, "r%02d", i % 45 + 1).p;
	int out = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	pid_t pid = fork();

	ck_assert_int_ge(pid, 0);
	if (pid == 0)
		_exit(drain_one(db, user, out));
	close(out);
	return pid;
}

/* Cases a second; *spread: who got most to who got fewest. */
static double drain(struct bench *b, int processes, double *spread)
{
	const char *name = arena_printf(&b->arena, "drain-%d-%lld", processes, proc_ns()).p;
	const char *dir = review_copy(b, review_dir(b, SMALL), name);
	const char *db = review_db(b, dir);
	struct strs all = {0};
	pid_t *pids = arena_new(&b->arena, pid_t, processes), service = review_serve(db);
	size_t most = 0, fewest = SIZE_MAX, expected;
	long long since;
	double took;

	expected = waiting(b, db);
	since = proc_ns();
	for (int i = 0; i < processes; i++)
		pids[i] = start_one(b, dir, i);
	wait_all(pids, processes);
	took = seconds_since(since);
	proc_stop_service(db);
	proc_end(service);
	for (int i = 0; i < processes; i++) {
		size_t n = collect(b, dir, i, &all);
		most = n > most ? n : most;
		fewest = n < fewest ? n : fewest;
	}
	once_each(&all, expected);
	proc_remove(dir);
	*spread = fewest ? (double)most / (double)fewest : NAN;
	return (double)all.n / took;
}

void bench_drain(struct bench *b)
{
	struct samples two = {0}, many = {0}, spread2 = {0}, spread45 = {0};
	double spread;

	for (int i = 0; i < b->rounds; i++) {
		sample(b, &two, drain(b, 2, &spread));
		sample(b, &spread2, spread);
		sample(b, &many, drain(b, 45, &spread));
		sample(b, &spread45, spread);
	}
	tell_head("Drain: `next` in a loop until nothing is left", "45 processes", "2");
	tell("cases served a second", median(&many), "/s", median(&two),
	    median(&many) / median(&two));
	tell("most served : fewest", median(&spread45), ":1", median(&spread2), NAN);
}
