/* SPDX-License-Identifier: MIT */
#include "support/service.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lookback/review/review.h"
#include "lookback/wire/link.h"

void service_new(struct service *s)
{
	struct arena a = {0};
	struct source pack;
	struct err e = {0};

	memset(s, 0, sizeof(*s));
	snprintf(s->dir, sizeof(s->dir), "/tmp/lookback-test-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(s->dir));
	snprintf(s->db, sizeof(s->db), "%s/review.db", s->dir);
	ck_assert(source_embedded(&a, "clares-law", &pack));
	ck_assert_msg(review_create(s->db,
			  &(struct new_review){.pack = &pack,
			      .owner = serve_account(&a, (unsigned)geteuid()),
			      .training = true},
			  now_ms(), &e),
	    "%s", e.text);
	arena_clear(&a);
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *where)
{
	(void)st, (void)kind, (void)where;
	return remove(path);
}

void service_end(struct service *s)
{
	if (s->pid)
		service_stop(s);
	nftw(s->dir, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static void limit_files(long bytes)
{
	const struct rlimit most = {(rlim_t)bytes, (rlim_t)bytes};

	if (bytes)
		setrlimit(RLIMIT_FSIZE, &most);
}

void service_run(struct service *s)
{
	struct err e = {0};
	int ends[2];
	char said = 0;

	ck_assert_int_eq(pipe(ends), 0);
	s->pid = fork();
	ck_assert_int_ge(s->pid, 0);
	if (s->pid == 0) {
		close(ends[0]);
		limit_files(s->file_limit);
		if (serve_run(&(struct serve_options){.db = s->db,
				  .mode = s->mode,
				  .chatty = s->chatty,
				  .ready = ends[1]},
			&e))
			_exit(0);
		fprintf(stderr, "service: %s\n", e.text);
		_exit(err_exit(e.kind));
	}
	close(ends[1]);
	ck_assert_msg(read(ends[0], &said, 1) == 1 && said == '+', "the service did not start");
	close(ends[0]);
}

static int end_of(struct service *s, int sig)
{
	int status;

	kill(s->pid, sig);
	ck_assert_int_eq(waitpid(s->pid, &status, 0), s->pid);
	s->pid = 0;
	return status;
}

void service_stop(struct service *s)
{
	int status = end_of(s, SIGTERM);

	ck_assert(WIFEXITED(status));
	ck_assert_int_eq(WEXITSTATUS(status), 0);
}

void service_kill(struct service *s)
{
	end_of(s, SIGKILL);
}

struct client *service_client(const struct service *s, const char *as, bool start)
{
	const struct client_options o = {
	    .db = s->db, .front = "cli", .as = as, .start = start ? serve_start : NULL};
	struct client *c = NULL;
	struct err e = {0};

	ck_assert_msg(client_open(&o, &c, &e), "%s", e.text);
	return c;
}

pid_t service_pid(const struct client *c)
{
	struct {
		pid_t pid;
		uid_t uid;
		gid_t gid;
	} peer = {0};
	socklen_t n = sizeof(peer);

	ck_assert_int_eq(getsockopt(client_fd(c), SOL_SOCKET, SO_PEERCRED, &peer, &n), 0);
	return peer.pid;
}

void service_wait_gone(const struct service *s)
{
	char path[sizeof(s->db) + 8];
	int fd;

	snprintf(path, sizeof(path), "%s.lock", s->db);
	fd = open(path, O_RDWR);
	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(flock(fd, LOCK_EX), 0);
	close(fd);
}

static void add_one(struct client *owner, const char *name, const char *role)
{
	struct arena a = {0};
	struct str roles = str_of(role);
	struct req_user_add q = {
	    .name = str_of(name), .full = str_of(name), .roles = {&roles, 1, 1}};
	struct rep_done r;
	struct err e = {0};

	ck_assert_msg(ask_user_add(owner, &a, &q, &r, &e), "%s", e.text);
	arena_clear(&a);
}

void service_people(struct client *owner, int n)
{
	char name[16];

	add_one(owner, "audit", "auditor");
	for (int i = 0; i < n; i++) {
		snprintf(name, sizeof(name), "r%02d", i);
		add_one(owner, name, "triage_officer");
	}
}

void service_extract(int fd, int from, int n)
{
	static const char head[] =
	    "source_ref,source_system,route,received,channel,applicant_kind,applicant_name,"
	    "applicant_dob,applicant_phone,person_name,person_dob,safe_contact,subject_name,"
	    "subject_alias,subject_dob,subject_address,relationship,living_together,children,"
	    "handler,supervisor,checks,risk_level,outcome,closed,days_taken,narrative\n";

	dprintf(fd, "%s", head);
	for (int i = from; i < from + n; i++)
		dprintf(fd,
		    "T%05d,RMS,RTA,2016-03-05,101,A,Ann Other,1980-01-02,,Ann "
		    "Other,1980-01-02,,"
		    "Bob Sample,,1979-05-06,,PARTNER,Y,0,H01,H02,pnc,STANDARD,"
		    "NO_INFO_TO_DISCLOSE,2016-04-01,27,A caller asked about case %d.\n",
		    i, i);
}

void service_import(struct client *owner, int from, int n)
{
	const struct req_import q = {
	    .name = STR("test.csv"), .source = STR("tests"), .map = STR("extract")};
	char path[] = "/tmp/lookback-extract-XXXXXX";
	struct client_more more = {.fd = mkstemp(path)};
	struct arena a = {0};
	struct rep_batch r = {0};
	struct err e = {0};

	ck_assert_int_ge(more.fd, 0);
	unlink(path);
	service_extract(more.fd, from, n);
	ck_assert_msg(client_call(owner, &a, MSG_import, &q, &r, &more, &e), "%s", e.text);
	ck_assert_msg(r.refused == 0, "%s", r.refusals.n ? r.refusals.v[0].reason.p : "");
	ck_assert_int_eq(r.added, n);
	close(more.fd);
	arena_clear(&a);
}

struct rep_events service_events(struct arena *a, struct client *auditor, const char *type)
{
	struct req_log q = {.type = str_of(type), .limit = 200};
	struct rep_events all = {0}, page;
	struct err e = {0};

	do {
		ck_assert_msg(ask_log(auditor, a, &q, &page, &e), "%s", e.text);
		for (size_t i = 0; i < page.rows.n; i++)
			*arena_push(a, &all.rows) = page.rows.v[i];
		q.after = page.next;
	} while (page.next);
	return all;
}

int service_raw(const struct service *s)
{
	struct arena a = {0};
	struct link_address at;
	struct str path;
	struct err e = {0};
	int fd = link_socket();

	ck_assert(link_beside(&a, s->db, ".sock", &path, &e));
	ck_assert(link_address_open(path.p, &at, &e));
	ck_assert_msg(connect(fd, (struct sockaddr *)&at.un, at.n) == 0, "%s", strerror(errno));
	link_address_close(&at);
	arena_clear(&a);
	return fd;
}

void raw_put(int fd, enum msg msg, const uint8_t id[WIRE_ID], const void *q, int beside)
{
	struct arena a = {0};
	struct str packet;
	struct err e = {0};

	ck_assert_msg(wire_packet(&a, msg, id, q, &packet, &e), "%s", e.text);
	ck_assert_int_eq(link_send(fd, packet, beside), LINK_DONE);
	arena_clear(&a);
}

bool raw_get(struct arena *a, int fd, struct wire_packet *p)
{
	char *room = arena_alloc(a, WIRE_MAX, 1);
	struct pollfd ready = {.fd = fd, .events = POLLIN};
	struct err e = {0};
	int beside;
	size_t n = 0;

	for (;;) {
		switch (link_receive(fd, room, WIRE_MAX, &n, &beside)) {
		case LINK_DONE:
			ck_assert_msg(wire_open((struct str){room, n}, p, &e), "%s", e.text);
			return true;
		case LINK_GONE:
			return false;
		case LINK_WAIT:
			ck_assert_msg(poll(&ready, 1, DEADLINE_MS) == 1, "no answer");
		}
	}
}

void raw_hello(int fd, const char *as)
{
	const struct req_hello q = {.front = STR("cli"), .as = str_of(as)};
	struct arena a = {0};
	struct wire_packet p;
	uint8_t id[WIRE_ID];

	random_bytes(id, sizeof(id));
	raw_put(fd, MSG_hello, id, &q, -1);
	ck_assert(raw_get(&a, fd, &p));
	ck_assert_msg(p.msg == MSG_R_welcome, "%.*s", STR_ARG(p.body));
	arena_clear(&a);
}
