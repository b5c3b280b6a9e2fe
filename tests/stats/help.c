/* SPDX-License-Identifier: MIT */
#include "help.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

Suite *suite_of(const char *name, const TTest *const *tests, size_t n)
{
	Suite *s = suite_create(name);
	TCase *tc = tcase_create(name);

	for (size_t i = 0; i < n; i++)
		tcase_add_test(tc, tests[i]);
	suite_add_tcase(s, tc);
	return s;
}

struct strs refs_made(struct arena *a, const char *letters, size_t n)
{
	struct strs refs = {0};

	for (size_t i = 1; i <= n; i++)
		*arena_push(a, &refs) = arena_printf(a, "%s-%04zu", letters, i);
	return refs;
}

void ck_shows_at(double x, int digits, const char *text, const char *file, int line)
{
	char got[64];

	snprintf(got, sizeof(got), "%.*f", digits, x);
	if (strcmp(got, text) != 0)
		ck_abort_msg("%s:%d: %s is not %s", file, line, got, text);
}

bool near(double a, double b, double tolerance)
{
	return fabs(a - b) <= tolerance * fmax(1, fabs(b));
}
