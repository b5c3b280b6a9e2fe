/* SPDX-License-Identifier: MIT */
/*
 * The benchmark: `bench SECTION...`, or all of them. BIN is the program; BENCH_N, BENCH_ROUNDS
 * and BENCH_KEYS say how much; in BENCH_DIR reviews are kept for the next run. It runs under Check, not forked, so that what an assertion says
 * is printed and nothing is left behind.
 */
#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/bench.h"

static struct bench bench;

static const struct {
	const char *name;
	void (*run)(struct bench *b);
} sections[] = {
    {"drain", bench_drain},
    {"screen", bench_screen},
    {"bulk", bench_bulk},
    {"commit", bench_commit},
    {"find", bench_find},
};
enum { SECTIONS = sizeof(sections) / sizeof(sections[0]) };

void sample(struct bench *b, struct samples *s, double x)
{
	*arena_push(&b->arena, s) = x;
}

static int by_size(const void *x, const void *y)
{
	double a = *(const double *)x, b = *(const double *)y;
	return (a > b) - (a < b);
}

double quantile(const struct samples *s, double q)
{
	double *v = calloc(s->n + 1, sizeof *v), x;

	if (s->n == 0) {
		free(v);
		return NAN;
	}
	memcpy(v, s->v, s->n * sizeof *v);
	qsort(v, s->n, sizeof *v, by_size);
	x = v[(size_t)(q * (double)(s->n - 1) + 0.5)];
	free(v);
	return x;
}

double median(const struct samples *s)
{
	return quantile(s, 0.5);
}

void tell_head(const char *title, const char *figure, const char *against)
{
	printf("\n| %-48s | %14s | %14s | %7s |\n", title, figure, against, "ratio");
	printf("|%.50s|%.15s:|%.15s:|%.8s:|\n",
	    "--------------------------------------------------", "----------------",
	    "----------------", "----------------");
}

static void number(double x, const char *unit, char *out, size_t size)
{
	int digits = fabs(x) >= 100 ? 0 : fabs(x) >= 10 ? 1 : 2;

	if (isnan(x))
		snprintf(out, size, "-");
	else
		snprintf(out, size, "%.*f %s", digits, x, unit);
}

void tell(const char *what, double figure, const char *unit, double against, double ratio)
{
	char a[32], b[32], r[32];

	number(figure, unit, a, sizeof a);
	number(against, unit, b, sizeof b);
	number(ratio, "", r, sizeof r);
	printf("| %-48s | %14s | %14s | %7s |\n", what, a, b, r);
	fflush(stdout);
}

static long long setting(const char *name, long long otherwise)
{
	const char *text = getenv(name);
	int64_t n;

	return text && *text && str_int(str_of(text), &n) && n > 0 ? n : otherwise;
}

START_TEST(section)
{
	const char *kept = getenv("BENCH_DIR");

	if (kept && *kept)
		snprintf(bench.dir, sizeof bench.dir, "%s", kept);
	else if (!bench.dir[0]) /* an assertion needs a test around it */
		proc_folder(bench.dir, sizeof bench.dir);
	sections[_i].run(&bench);
}
END_TEST

static bool asked(int argc, char **argv, const char *name)
{
	for (int i = 1; i < argc; i++)
		if (strcmp(argv[i], name) == 0)
			return true;
	return argc == 1;
}

int main(int argc, char **argv)
{
	Suite *s = suite_create("bench");
	SRunner *r = srunner_create(s);
	int bad;

	bench.n = setting("BENCH_N", 100000);
	bench.rounds = (int)setting("BENCH_ROUNDS", 3);
	bench.keys = (int)setting("BENCH_KEYS", 50);
	for (int i = 0; i < SECTIONS; i++) {
		TCase *t = tcase_create(sections[i].name);
		tcase_add_loop_test(t, section, i, i + 1);
		if (asked(argc, argv, sections[i].name))
			suite_add_tcase(s, t);
	}
	srunner_set_fork_status(r, CK_NOFORK);
	srunner_run_all(r, CK_SILENT);
	srunner_print(r, CK_NORMAL);
	bad = srunner_ntests_failed(r);
	srunner_free(r);
	if (bench.dir[0] && !getenv("BENCH_DIR"))
		proc_remove(bench.dir);
	arena_clear(&bench.arena);
	return bad ? EXIT_FAILURE : EXIT_SUCCESS;
}
