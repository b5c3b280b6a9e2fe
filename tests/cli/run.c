/* SPDX-License-Identifier: MIT */
#include "run.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lookback/base/io.h"
#include "lookback/base/json.h"
#include "lookback/cli/cli.h"
#include "support/host.h"
#include "support/proc.h"

char run_folder[512], run_db[600];

enum { WORDS_MAX = 32 };

static int temporary(void)
{
	char path[] = "/tmp/lookback-test-XXXXXX";
	int fd = mkstemp(path);

	ck_assert_int_ge(fd, 0);
	unlink(path);
	return fd;
}

static struct str read_back(struct arena *a, int fd)
{
	struct str text;
	struct err e = {0};

	ck_assert_int_eq(lseek(fd, 0, SEEK_SET), 0);
	ck_assert_msg(io_read_fd(a, fd, 1 << 24, &text, &e), "%s", e.text);
	close(fd);
	return text;
}

struct ran run_cli(struct arena *a, const char *const *words)
{
	int out = temporary(), err = temporary(), status;
	char *argv[WORDS_MAX] = {(char *)"lookback"};
	struct ran ran;
	int n = 1;
	pid_t pid;

	for (; words[n - 1]; n++)
		argv[n] = (char *)words[n - 1];
	pid = fork();
	ck_assert_int_ge(pid, 0);
	if (pid == 0) {
		dup2(out, STDOUT_FILENO);
		dup2(err, STDERR_FILENO);
		setenv("LOOKBACK_DB", run_db, 1);
		_exit(cli_main(n, argv, &test_host));
	}
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert(WIFEXITED(status));
	ran = (struct ran){.code = WEXITSTATUS(status)};
	ran.out = read_back(a, out);
	ran.err = read_back(a, err);
	return ran;
}

void run_begin(void)
{
	struct arena a = {0};
	struct ran r;

	proc_folder(run_folder, sizeof(run_folder));
	snprintf(run_db, sizeof(run_db), "%s/review.db", run_folder);
	r = RUN(&a, "demo", run_folder, "--applications", "60");
	ck_assert_msg(r.code == 0, "%s", r.err.p);
	arena_clear(&a);
}

void run_end(void)
{
	proc_stop_service(run_db);
	proc_remove(run_folder);
}

struct str run_file(struct arena *a, const char *name, struct str text)
{
	struct str path = arena_printf(a, "%s/%s", run_folder, name);
	struct err e = {0};

	ck_assert_msg(io_write(path.p, text, &e), "%s", e.text);
	return path;
}

struct lines run_json(struct arena *a, struct str out)
{
	struct lines l = {0};
	struct err e = {0};
	struct str line;

	while (str_cut(&out, '\n', &line))
		ck_assert_msg(json_parse(a, line, arena_push(a, &l), &e), "%s: %.*s", e.text,
		    STR_ARG(line));
	return l;
}
