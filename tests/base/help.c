/* SPDX-License-Identifier: MIT */
#include "help.h"

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lookback/base/utf8.h"

Suite *suite_of(const char *name, const TTest *const *tests, size_t n)
{
	Suite *s = suite_create(name);
	TCase *tc = tcase_create(name);

	for (size_t i = 0; i < n; i++)
		tcase_add_test(tc, tests[i]);
	suite_add_tcase(s, tc);
	return s;
}

struct death death_of(void (*fn)(void))
{
	struct death d = {0};
	size_t n = 0;
	int ends[2], status;
	ssize_t got;
	pid_t child;

	ck_assert_int_eq(pipe(ends), 0);
	child = fork();
	ck_assert_int_ge(child, 0);
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		fn();
		_exit(0);
	}
	close(ends[1]);
	while ((got = read(ends[0], d.words + n, sizeof(d.words) - 1 - n)) > 0)
		n += (size_t)got;
	close(ends[0]);
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	d.how = WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
	return d;
}

void ck_str_is_at(struct str s, const char *text, const char *file, int line)
{
	if (!str_is(s, text))
		ck_abort_msg("%s:%d: \"%.*s\" is not \"%s\"", file, line, STR_ARG(s), text);
}

uint32_t any_cp(struct dice *d)
{
	static const uint32_t most[] = {0x7f, 0x7f, 0x7ff, 0xffff, 0x10ffff};
	uint32_t cp;

	do
		cp = (uint32_t)dice_below(d, most[dice_below(d, COUNT(most))] + 1);
	while (cp == 0 || (cp >= 0xd800 && cp <= 0xdfff));
	return cp;
}

struct str any_text(struct arena *a, struct dice *d, size_t most)
{
	struct buf b = buf_in(a);
	char unit[4];

	for (size_t n = dice_below(d, most + 1); n > 0; n--)
		buf_put(&b, (struct str){unit, utf8_put(unit, any_cp(d))});
	return buf_str(&b);
}
