/* SPDX-License-Identifier: MIT */
/* Training reviews for the benchmark; see bench.h. */
#include <check.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "bench/bench.h"

double seconds_since(long long ns)
{
	return (double)(proc_ns() - ns) / 1e9;
}

const char *review_dir(struct bench *b, long long applications)
{
	const char *dir = arena_printf(&b->arena, "%s/%lld", b->dir, applications).p;
	const char *n = arena_printf(&b->arena, "%lld", applications).p;
	struct stat st;
	struct said s;

	if (stat(dir, &st) == 0)
		return dir;
	fprintf(stderr, "bench: making a review of %s applications\n", n);
	s = proc_run(&b->arena,
	    (const char *const[]){proc_bin(), "demo", dir, "--applications", n, NULL});
	ck_assert_msg(s.status == 0, "demo: %d: %s", s.status, s.err.p);
	proc_stop_service(review_db(b, dir));
	return dir;
}

const char *review_db(struct bench *b, const char *dir)
{
	return arena_printf(&b->arena, "%s/review.db", dir).p;
}

const char *review_copy(struct bench *b, const char *dir, const char *name)
{
	const char *to = arena_printf(&b->arena, "%s/%s", b->dir, name).p;

	ck_assert_int_eq(mkdir(to, 0700), 0);
	proc_copy(dir, to);
	return to;
}

pid_t review_serve(const char *db)
{
	pid_t pid = proc_start((const char *const[]){proc_bin(), "--db", db, "serve", NULL});
	long long since = proc_ns();

	while (!proc_service(db)) {
		ck_assert_msg(seconds_since(since) < 120, "no service came for %s", db);
		poll(NULL, 0, 2);
	}
	return pid;
}

struct said review_run(struct bench *b, const char *db, const char *const *args)
{
	const char *argv[32] = {proc_bin(), "--db", db};
	struct said s;

	for (size_t n = 3; n < 31 && args[n - 3]; n++)
		argv[n] = args[n - 3];
	s = proc_run(&b->arena, argv);
	ck_assert_msg(s.status == 0, "lookback %s: %d: %s", args[0], s.status, s.err.p);
	return s;
}
