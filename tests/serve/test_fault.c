/* SPDX-License-Identifier: MIT */
/* A disk that fails and a file that is damaged: what was acknowledged stands, and what is said
 * is the truth. */
#include <check.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lookback/base/io.h"
#include "support/service.h"

enum { ROOM = 300 * 1024, NOTES = 400 };

static struct str take_one(struct arena *a, struct client *c)
{
	struct rep_record r;
	struct err e = {0};

	ck_assert_msg(ask_next(c, a, &(struct req_next){.wire_ = 0}, &r, &e), "%s", e.text);
	return r.ref;
}

/* Writes notes until the disk is full; how many the service said it had kept. */
static int fill(struct client *c, struct str ref, struct err *e)
{
	struct arena a = {0};
	int n = 0;

	for (; n < NOTES; n++) {
		struct req_note q = {.ref = ref, .text = arena_printf(&a, "note %d", n)};
		struct rep_done r;
		if (!ask_note(c, &a, &q, &r, e))
			break;
		arena_clear(&a);
	}
	arena_clear(&a);
	return n;
}

static void check_notes(struct arena *a, struct client *audit, int kept)
{
	struct rep_events got = service_events(a, audit, "note.added");

	ck_assert_int_ge((int)got.rows.n, kept);
	/* one more may have reached the disk before the answer was lost; never two */
	ck_assert_int_le((int)got.rows.n, kept + 1);
	for (size_t i = 0; i < got.rows.n; i++) {
		struct str text = json_get_text(got.rows.v[i].body, "text");
		ck_assert(str_eq(text, arena_printf(a, "note %zu", i)));
	}
}

START_TEST(a_full_disk_loses_nothing_that_was_acknowledged)
{
	struct service s;
	struct client *c, *audit;
	struct arena a = {0};
	struct stat st;
	struct str ref;
	struct err e = {0};
	int kept, status;

	service_new(&s);
	service_run(&s);
	c = service_client(&s, NULL, false);
	service_people(c, 1);
	service_import(c, 0, 3);
	client_close(c);
	service_stop(&s);
	ck_assert_int_eq(stat(s.db, &st), 0);
	s.file_limit = (long)st.st_size + ROOM;
	service_run(&s);
	c = service_client(&s, "r00", false);
	ref = take_one(&a, c);
	kept = fill(c, ref, &e);
	ck_assert_int_gt(kept, 10);
	ck_assert_int_lt(kept, NOTES);
	ck_assert_msg(e.kind == ERR_IO, "%s", e.text);
	client_close(c);
	kill(s.pid, SIGKILL);
	ck_assert_int_eq(waitpid(s.pid, &status, 0), s.pid);
	s.file_limit = 0;
	service_run(&s);
	audit = service_client(&s, "audit", false);
	check_notes(&a, audit, kept);
	client_close(audit);
	arena_clear(&a);
	service_end(&s);
}
END_TEST

/* Changes one letter of a note where it stands in the file. */
static void damage(const struct service *s, const char *text)
{
	struct arena a = {0};
	struct str all;
	struct err e = {0};
	int fd = open(s->db, O_RDWR), changed = 0;

	ck_assert(io_read(&a, s->db, 64 << 20, &all, &e));
	for (size_t i = 0; i + strlen(text) <= all.n; i++)
		if (memcmp(all.p + i, text, strlen(text)) == 0)
			changed += pwrite(fd, "X", 1, (off_t)i) == 1;
	ck_assert_int_gt(changed, 0);
	close(fd);
	arena_clear(&a);
}

START_TEST(a_damaged_database_can_be_looked_at_and_not_worked_on)
{
	struct service s;
	struct client *c, *audit;
	struct arena a = {0};
	struct err e = {0};
	struct rep_record r;
	struct rep_head head;
	struct rep_page page;

	service_new(&s);
	service_run(&s);
	c = service_client(&s, NULL, false);
	service_people(c, 1);
	service_import(c, 0, 3);
	client_close(c);
	c = service_client(&s, "r00", false);
	ck_assert_int_eq(fill(c, take_one(&a, c), &e), NOTES);
	client_close(c);
	service_stop(&s);
	damage(&s, "note 77");
	service_run(&s);
	c = service_client(&s, "r00", false);
	ck_assert_uint_gt(client_welcome(c)->damage.n, 0);
	ck_assert(!ask_next(c, &a, &(struct req_next){.wire_ = 0}, &r, &e));
	ck_assert_int_eq(e.kind, ERR_CORRUPT);
	ck_assert_ptr_nonnull(strstr(e.text, "damaged"));
	ck_assert(!ask_list(c, &a, &(struct req_list){.limit = 5}, &page, &e));
	ck_assert_int_eq(e.kind, ERR_CORRUPT);
	audit = service_client(&s, "audit", false);
	ck_assert_msg(
	    ask_head(audit, &a, &(struct req_head){.wire_ = 0}, &head, &e), "%s", e.text);
	ck_assert_int_gt(head.seq, NOTES);
	client_close(c);
	client_close(audit);
	arena_clear(&a);
	service_end(&s);
}
END_TEST

Suite *suite_serve_fault(void);

Suite *suite_serve_fault(void)
{
	Suite *s = suite_create("serve/fault");
	TCase *t = tcase_create("fault");

	tcase_add_test(t, a_full_disk_loses_nothing_that_was_acknowledged);
	tcase_add_test(t, a_damaged_database_can_be_looked_at_and_not_worked_on);
	suite_add_tcase(s, t);
	return s;
}
