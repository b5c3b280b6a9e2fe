/* SPDX-License-Identifier: MIT */
/* What kind of process a service is, and how many of one account it bears with. */
#include <check.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lookback/base/io.h"
#include "lookback/wire/link.h"
#include "support/service.h"

static struct str proc_text(struct arena *a, pid_t pid, const char *name)
{
	struct str path = arena_printf(a, "/proc/%ld/%s", (long)pid, name), out;
	struct err e = {0};

	ck_assert_msg(io_read(a, path.p, 1 << 16, &out, &e), "%s", e.text);
	return out;
}

START_TEST(a_service_is_hardened)
{
	struct service s;
	struct arena a = {0};
	struct str status, limits;
	const char *core;

	service_new(&s);
	service_run(&s);
	status = proc_text(&a, s.pid, "status");
	ck_assert_ptr_nonnull(strstr(status.p, "\nNoNewPrivs:\t1\n"));
	ck_assert_ptr_nonnull(strstr(status.p, "\nUmask:\t0077\n"));
	limits = proc_text(&a, s.pid, "limits");
	core = strstr(limits.p, "Max core file size");
	ck_assert_ptr_nonnull(core);
	ck_assert_int_eq(strspn(core + strlen("Max core file size"), " "), 8);
	ck_assert_int_eq(core[strlen("Max core file size") + 8], '0');
	arena_clear(&a);
	service_end(&s);
}
END_TEST

/* A pipe that was open when the service was started: if the service kept its writing end, the
 * reading end would not see it close. */
START_TEST(a_started_service_keeps_nothing_of_its_parent)
{
	struct service s;
	struct client *c;
	struct arena a = {0};
	int ends[2];
	struct pollfd p;
	char link[64] = {0};
	pid_t pid;

	service_new(&s);
	ck_assert_int_eq(pipe(ends), 0);
	c = service_client(&s, NULL, true);
	pid = service_pid(c);
	close(ends[1]);
	p = (struct pollfd){.fd = ends[0], .events = POLLIN};
	ck_assert_int_eq(poll(&p, 1, DEADLINE_MS), 1);
	ck_assert(p.revents & POLLHUP);
	close(ends[0]);
	for (int fd = 0; fd < 3; fd++) {
		struct str path = arena_printf(&a, "/proc/%ld/fd/%d", (long)pid, fd);
		ck_assert_int_gt(readlink(path.p, link, sizeof(link) - 1), 0);
		ck_assert_str_eq(link, "/dev/null");
		memset(link, 0, sizeof(link));
	}
	ck_assert_int_ne(getsid(pid), getsid(0));
	client_close(c);
	service_wait_gone(&s);
	arena_clear(&a);
	service_end(&s);
}
END_TEST

/* Which connection of a stranger is the first to be refused; only root can try this. */
static int first_refused(const struct service *s)
{
	enum { MOST = 80 };
	struct arena a = {0};
	struct wire_packet p;
	const struct req_hello q = {.front = STR("cli")};
	struct err e = {0};
	struct str packet;
	int fd[MOST], n = 0;

	if (setuid(65534) != 0)
		return 0;
	for (; n < MOST; n++) {
		fd[n] = service_raw(s);
		if (!wire_packet(
			&a, MSG_hello, (uint8_t[WIRE_ID]){(uint8_t)(n + 1)}, &q, &packet, &e))
			return 0;
		/* whoever is one too many may be turned away before he has said a word */
		link_send(fd[n], packet, -1);
		if (!raw_get(&a, fd[n], &p) || strstr(p.body.p, "too many connections"))
			break;
	}
	return n;
}

START_TEST(one_account_cannot_take_every_connection)
{
	struct service s;
	struct client *c;
	struct err e = {0};
	int status;
	pid_t child;

	if (geteuid() != 0)
		return;
	service_new(&s);
	ck_assert_int_eq(chmod(s.dir, 0755), 0);
	s.mode = 0666;
	service_run(&s);
	c = service_client(&s, NULL, false);
	child = fork();
	if (child == 0)
		_exit(first_refused(&s));
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert_int_eq(WEXITSTATUS(status), 64);
	ck_assert(client_beat(c, &e));
	client_close(c);
	service_end(&s);
}
END_TEST

Suite *suite_serve_process(void);

Suite *suite_serve_process(void)
{
	Suite *s = suite_create("serve/process");
	TCase *t = tcase_create("process");

	tcase_add_test(t, a_service_is_hardened);
	tcase_add_test(t, a_started_service_keeps_nothing_of_its_parent);
	tcase_add_test(t, one_account_cannot_take_every_connection);
	suite_add_tcase(s, t);
	return s;
}
