/* SPDX-License-Identifier: MIT */
/* One service a database, at a place everybody finds, for those who may. */
#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/service.h"

static void near_db(const struct service *s, const char *end, char *out, size_t size)
{
	snprintf(out, size, "%s%s", s->db, end);
}

START_TEST(a_second_service_is_refused)
{
	struct service s;
	struct client *c;
	struct err e = {0};
	char other[600];

	service_new(&s);
	service_run(&s);
	ck_assert(!serve_start(NULL, s.db, &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	ck_assert_ptr_nonnull(strstr(e.text, "another service"));
	/* by another name of the same file too */
	snprintf(other, sizeof(other), "%s/other.db", s.dir);
	ck_assert_int_eq(symlink(s.db, other), 0);
	ck_assert(!serve_start(NULL, other, &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	c = service_client(&s, NULL, false);
	client_close(c);
	service_end(&s);
}
END_TEST

START_TEST(a_dead_services_socket_is_replaced)
{
	struct service s;
	struct client *c;

	service_new(&s);
	service_run(&s);
	service_kill(&s);
	service_run(&s);
	c = service_client(&s, NULL, false);
	client_close(c);
	service_end(&s);
}
END_TEST

START_TEST(a_file_in_the_sockets_place_is_left_alone)
{
	struct service s;
	struct err e = {0};
	char path[1100];
	int fd;

	service_new(&s);
	near_db(&s, ".sock", path, sizeof(path));
	fd = open(path, O_CREAT | O_WRONLY, 0600);
	ck_assert_int_ge(fd, 0);
	close(fd);
	ck_assert(!serve_start(NULL, s.db, &e));
	ck_assert_int_eq(e.kind, ERR_IO);
	ck_assert_ptr_nonnull(strstr(e.text, "in the way"));
	ck_assert_int_eq(access(path, F_OK), 0);
	service_end(&s);
}
END_TEST

START_TEST(a_stopped_service_leaves_no_socket_and_closes_the_sessions)
{
	struct service s;
	struct client *c, *audit;
	struct arena a = {0};
	char path[1100];

	service_new(&s);
	service_run(&s);
	c = service_client(&s, NULL, false);
	service_people(c, 1);
	near_db(&s, ".sock", path, sizeof(path));
	ck_assert_int_eq(access(path, F_OK), 0);
	service_stop(&s);
	ck_assert_int_eq(access(path, F_OK), -1);
	client_close(c);
	service_run(&s);
	audit = service_client(&s, "audit", false);
	ck_assert_uint_eq(service_events(&a, audit, "session.opened").rows.n, 2);
	ck_assert_uint_eq(service_events(&a, audit, "session.closed").rows.n, 1);
	client_close(audit);
	arena_clear(&a);
	service_end(&s);
}
END_TEST

START_TEST(the_socket_is_for_the_owner_unless_said_otherwise)
{
	struct service s;
	struct stat st;
	char path[1100];

	service_new(&s);
	near_db(&s, ".sock", path, sizeof(path));
	service_run(&s);
	ck_assert_int_eq(stat(path, &st), 0);
	ck_assert_int_eq(st.st_mode & 0777, 0600);
	service_stop(&s);
	s.mode = 0660;
	service_run(&s);
	ck_assert_int_eq(stat(path, &st), 0);
	ck_assert_int_eq(st.st_mode & 0777, 0660);
	near_db(&s, ".lock", path, sizeof(path));
	ck_assert_int_eq(stat(path, &st), 0);
	ck_assert_int_eq(st.st_mode & 0777, 0600);
	service_end(&s);
}
END_TEST

/* As another account than the owner's; only root can try this. */
static int as_a_stranger(const struct service *s, const char *as)
{
	const struct client_options o = {.db = s->db, .front = "cli", .as = as};
	struct client *c;
	struct err e = {0};

	if (setuid(65534) != 0)
		return 1;
	if (client_open(&o, &c, &e))
		return 2;
	if (e.kind != ERR_REFUSED)
		return 3;
	return strstr(e.text, as ? "owner" : "account") ? 0 : 4;
}

static int outcome_of(pid_t child)
{
	int status;

	ck_assert_int_eq(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

START_TEST(nobody_but_the_owner_acts_as_another)
{
	struct service s;
	struct client *c;
	pid_t child;

	if (geteuid() != 0)
		return;
	service_new(&s);
	ck_assert_int_eq(chmod(s.dir, 0755), 0);
	s.mode = 0666;
	service_run(&s);
	c = service_client(&s, NULL, false);
	service_people(c, 1);
	for (int i = 0; i < 2; i++) {
		child = fork();
		if (child == 0)
			_exit(as_a_stranger(&s, i ? "r00" : NULL));
		ck_assert_int_eq(outcome_of(child), 0);
	}
	client_close(c);
	service_end(&s);
}
END_TEST

START_TEST(a_socket_one_may_not_touch_is_a_refusal)
{
	struct service s;
	pid_t child;

	if (geteuid() != 0)
		return;
	service_new(&s);
	ck_assert_int_eq(chmod(s.dir, 0755), 0);
	service_run(&s);
	child = fork();
	if (child == 0)
		_exit(as_a_stranger(&s, NULL));
	ck_assert_int_eq(outcome_of(child), 0);
	service_end(&s);
}
END_TEST

/* Into a folder below the service's own, and one more in that. */
static void move_down(struct service *s, const char *first, const char *second)
{
	char path[sizeof(s->db)];

	snprintf(path, sizeof(path), "%s/%s", s->dir, first);
	ck_assert_int_eq(mkdir(path, 0700), 0);
	snprintf(path, sizeof(path), "%s/%s/%s", s->dir, first, second);
	ck_assert_int_eq(mkdir(path, 0700), 0);
	snprintf(path, sizeof(path), "%s/%s/%s/review.db", s->dir, first, second);
	ck_assert_int_eq(rename(s->db, path), 0);
	memcpy(s->db, path, sizeof(path));
}

/* The service and its client reach a socket whose path is longer than an address. */
START_TEST(a_long_path_works)
{
	struct service s;
	struct client *c;

	service_new(&s);
	move_down(&s, "a-folder-with-a-name-of-some-length-as-people-do-have-them",
	    "and-another-one-in-it-which-makes-the-path-too-long");
	ck_assert_uint_gt(strlen(s.db), 107);
	service_run(&s);
	c = service_client(&s, NULL, false);
	client_close(c);
	service_stop(&s);
	service_run(&s);
	service_end(&s);
}
END_TEST

START_TEST(a_name_too_long_for_a_socket_is_refused_in_a_sentence)
{
	struct service s;
	struct err e = {0};
	char path[1024];

	service_new(&s);
	snprintf(path, sizeof(path), "%s/%0100d.db", s.dir, 7);
	ck_assert_int_eq(rename(s.db, path), 0);
	ck_assert(!serve_start(NULL, path, &e));
	ck_assert_ptr_nonnull(strstr(e.text, "too long: at most 107 bytes"));
	service_end(&s);
}
END_TEST

START_TEST(an_embedded_service_leaves_after_its_last_client)
{
	struct service s;
	struct client *c, *d;
	struct err e = {0};

	service_new(&s);
	c = service_client(&s, NULL, true);
	d = service_client(&s, NULL, true);
	ck_assert_int_eq(service_pid(c), service_pid(d));
	client_close(c);
	ck_assert(client_beat(d, &e));
	client_close(d);
	service_wait_gone(&s);
	c = service_client(&s, NULL, true);
	client_close(c);
	service_wait_gone(&s);
	service_end(&s);
}
END_TEST

Suite *suite_serve_place(void);

Suite *suite_serve_place(void)
{
	Suite *s = suite_create("serve/place");
	TCase *t = tcase_create("place");

	tcase_add_test(t, a_second_service_is_refused);
	tcase_add_test(t, a_dead_services_socket_is_replaced);
	tcase_add_test(t, a_file_in_the_sockets_place_is_left_alone);
	tcase_add_test(t, a_stopped_service_leaves_no_socket_and_closes_the_sessions);
	tcase_add_test(t, the_socket_is_for_the_owner_unless_said_otherwise);
	tcase_add_test(t, nobody_but_the_owner_acts_as_another);
	tcase_add_test(t, a_socket_one_may_not_touch_is_a_refusal);
	tcase_add_test(t, a_long_path_works);
	tcase_add_test(t, a_name_too_long_for_a_socket_is_refused_in_a_sentence);
	tcase_add_test(t, an_embedded_service_leaves_after_its_last_client);
	suite_add_tcase(s, t);
	return s;
}
