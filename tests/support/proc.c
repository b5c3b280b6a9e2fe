/* SPDX-License-Identifier: MIT */
/* Whole processes; see proc.h. */
#include "support/proc.h"

#include <check.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

const char *proc_bin(void)
{
	const char *bin = getenv("BIN");
	ck_assert_msg(bin && access(bin, X_OK) == 0, "BIN must name the program under test");
	return bin;
}

/* Never returns: the program with descriptors, or 127. */
static void become(const char *const *argv, const char *from, int out, int err)
{
	char *env[] = {(char[]){"LC_ALL=C.UTF-8"}, (char[]){"TZ=UTC"},
	    (char[]){"HOME=/nonexistent"}, (char[]){"PATH=/usr/bin:/bin"}, NULL};
	int in = open(from, O_RDONLY);
	if (dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(err, 2) < 0)
		_exit(126);
	execve(argv[0], (char *const *)(uintptr_t)argv, env);
	_exit(127);
}

int proc_end(pid_t pid)
{
	int status = 0;
	while (waitpid(pid, &status, 0) < 0)
		ck_assert_int_eq(errno, EINTR);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* Reads both ends until both are closed: a program that fills one pipe never waits. */
static void hear(struct pollfd *p, struct buf *text)
{
	char room[65536];

	while (p[0].fd >= 0 || p[1].fd >= 0) {
		ck_assert_int_ge(poll(p, 2, -1), 0);
		for (int i = 0; i < 2; i++) {
			ssize_t n;
			if (p[i].fd < 0 || p[i].revents == 0)
				continue;
			n = read(p[i].fd, room, sizeof room);
			if (n > 0) {
				buf_put(&text[i], (struct str){room, (size_t)n});
			} else {
				close(p[i].fd);
				p[i].fd = -1;
			}
		}
	}
}

struct said proc_run(struct arena *a, const char *const *argv)
{
	return proc_run_from(a, argv, "/dev/null");
}

struct said proc_run_from(struct arena *a, const char *const *argv, const char *file)
{
	struct buf text[2] = {buf_in(a), buf_in(a)};
	struct pollfd p[2] = {{.events = POLLIN}, {.events = POLLIN}};
	int out[2], err[2];
	pid_t pid;

	ck_assert(pipe(out) == 0 && pipe(err) == 0);
	pid = fork();
	ck_assert_int_ge(pid, 0);
	if (pid == 0) {
		close(out[0]);
		close(err[0]);
		become(argv, file, out[1], err[1]);
	}
	close(out[1]);
	close(err[1]);
	p[0].fd = out[0];
	p[1].fd = err[0];
	hear(p, text);
	return (struct said){.status = proc_end(pid),
	    .out = arena_str(a, buf_str(&text[0])),
	    .err = arena_str(a, buf_str(&text[1]))};
}

pid_t proc_start(const char *const *argv)
{
	pid_t pid = fork();
	ck_assert_int_ge(pid, 0);
	if (pid == 0) {
		int null = open("/dev/null", O_WRONLY);
		prctl(PR_SET_PDEATHSIG, SIGTERM); /* a test that fails leaves nobody behind */
		become(argv, "/dev/null", null, null);
	}
	return pid;
}

void proc_folder(char *out, size_t size)
{
	const char *below = getenv("TMPDIR");
	snprintf(out, size, "%s/lookback-XXXXXX", below && *below ? below : "/tmp");
	ck_assert_ptr_nonnull(mkdtemp(out));
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
	(void)st, (void)kind, (void)ftw;
	remove(path); /* what a service removes at the same moment is gone too */
	return 0;
}

void proc_remove(const char *dir)
{
	nftw(dir, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static void copy_file(const char *from, const char *to)
{
	char buf[65536];
	int in = open(from, O_RDONLY), out = open(to, O_WRONLY | O_CREAT | O_EXCL, 0600);
	ssize_t n;

	ck_assert_msg(in >= 0 && out >= 0, "cannot copy %s to %s", from, to);
	while ((n = read(in, buf, sizeof buf)) > 0)
		ck_assert_int_eq(write(out, buf, (size_t)n), n);
	close(in);
	close(out);
}

void proc_copy(const char *dir, const char *to)
{
	DIR *d = opendir(dir);
	struct dirent *entry;
	char a[512], b[512];
	struct stat st;

	ck_assert_ptr_nonnull(d);
	while ((entry = readdir(d))) {
		snprintf(a, sizeof a, "%s/%s", dir, entry->d_name);
		snprintf(b, sizeof b, "%s/%s", to, entry->d_name);
		if (lstat(a, &st) == 0 && S_ISREG(st.st_mode))
			copy_file(a, b);
	}
	closedir(d);
}

/* What SO_PEERCRED gives; its name is hidden behind a GNU switch. */
struct credentials {
	pid_t pid;
	uid_t uid;
	gid_t gid;
};

pid_t proc_service(const char *db)
{
	struct sockaddr_un un = {.sun_family = AF_UNIX};
	struct credentials who = {0};
	socklen_t n = sizeof who;
	int fd = socket(AF_UNIX, SOCK_SEQPACKET, 0);

	snprintf(un.sun_path, sizeof un.sun_path, "%s.sock", db);
	if (connect(fd, (struct sockaddr *)&un, sizeof un) != 0 ||
	    getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &who, &n) != 0)
		who.pid = 0;
	close(fd);
	return who.pid;
}

/* The lock beside a database is held as long as a service lives. */
void proc_stop_service(const char *db)
{
	pid_t pid = proc_service(db);
	char lock[512];
	int fd;

	if (pid)
		kill(pid, SIGTERM);
	snprintf(lock, sizeof lock, "%s.lock", db);
	fd = open(lock, O_RDWR);
	if (fd < 0)
		return;
	ck_assert_int_eq(flock(fd, LOCK_EX), 0);
	close(fd);
}

static void read_proc(pid_t pid, const char *file, char *out, size_t size)
{
	char path[64];
	ssize_t n;
	int fd;

	snprintf(path, sizeof path, "/proc/%d/%s", (int)pid, file);
	fd = open(path, O_RDONLY);
	n = read(fd, out, size - 1);
	ck_assert_msg(n > 0, "%s cannot be read", path);
	out[n] = 0;
	close(fd);
}

pid_t proc_child(pid_t pid)
{
	char file[64], text[256];

	snprintf(file, sizeof file, "task/%d/children", (int)pid);
	read_proc(pid, file, text, sizeof text);
	return (pid_t)strtol(text, NULL, 10);
}

long proc_peak(pid_t pid)
{
	char text[4096];
	const char *at;

	read_proc(pid, "status", text, sizeof text);
	at = strstr(text, "VmHWM:");
	return at ? strtol(at + 6, NULL, 10) : 0;
}

long long proc_ns(void)
{
	struct timespec ts;
	clock_gettime(CLOCK_MONOTONIC, &ts);
	return ts.tv_sec * 1000000000LL + ts.tv_nsec;
}
