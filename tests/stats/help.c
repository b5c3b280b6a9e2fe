/* SPDX-License-Identifier: MIT */
#include "help.h"

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lookback/base/io.h"

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

void ck_str_is_at(struct str s, const char *text, const char *file, int line)
{
	if (!str_is(s, text))
		ck_abort_msg("%s:%d: \"%.*s\" is not \"%s\"", file, line, STR_ARG(s), text);
}

struct str printed_by(struct arena *a, const char *const argv[])
{
	struct str out = {0};
	int ends[2], status;
	struct err e;
	pid_t pid;

	holds(pipe(ends) == 0);
	pid = fork();
	if (pid == 0) {
		dup2(ends[1], STDOUT_FILENO);
		close(ends[0]);
		execvp(argv[0], (char *const *)argv);
		_exit(127);
	}
	close(ends[1]);
	if (!io_read_fd(a, ends[0], 1 << 20, &out, &e))
		ck_abort_msg("%s", e.text);
	close(ends[0]);
	holds(waitpid(pid, &status, 0) == pid);
	holds(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	return out;
}
