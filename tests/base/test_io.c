/* SPDX-License-Identifier: MIT */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "help.h"
#include "lookback/base/io.h"

Suite *suite_base_io(void);

struct place { /* a folder of the test's own */
	char dir[64], file[128];
	struct arena a;
	struct err e;
};

static struct place place_open(void)
{
	struct place p = {.dir = "/tmp/lookback-io-XXXXXX"};

	ck_assert_ptr_nonnull(mkdtemp(p.dir));
	snprintf(p.file, sizeof(p.file), "%s/file", p.dir);
	return p;
}

static size_t entries(struct place *p)
{
	struct strs names = {0};

	ck_assert(io_list(&p->a, p->dir, "", &names, &p->e));
	return names.n;
}

static void place_close(struct place *p)
{
	struct strs names = {0};

	ck_assert(io_list(&p->a, p->dir, "", &names, &p->e));
	for (size_t i = 0; i < names.n; i++)
		unlink(arena_printf(&p->a, "%s/%s", p->dir, names.v[i].p).p);
	ck_assert_int_eq(rmdir(p->dir), 0);
	arena_clear(&p->a);
}

START_TEST(what_was_written_is_read)
{
	struct place p = place_open();
	static const size_t sizes[] = {0, 1, 4095, 4096, 4097, 1000000};

	for (size_t i = 0; i < COUNT(sizes); i++) {
		char *text = arena_alloc(&p.a, sizes[i] + 1, 1);
		struct str got;
		memset(text, 'x', sizes[i]);
		ck_assert(io_write(p.file, (struct str){text, sizes[i]}, &p.e));
		ck_assert(io_read(&p.a, p.file, sizes[i], &got, &p.e));
		ck_str_is(got, text);
		ck_assert_int_eq(got.p[got.n], 0);
	}
	ck_assert_int_eq(p.e.kind, ERR_NONE);
	ck_assert_uint_eq(entries(&p), 1);
	place_close(&p);
}
END_TEST

START_TEST(a_written_file_is_private)
{
	struct place p = place_open();
	struct stat st;

	umask(0);
	ck_assert(io_write(p.file, STR("x"), &p.e));
	ck_assert_int_eq(stat(p.file, &st), 0);
	ck_assert_int_eq((int)(st.st_mode & 07777), 0600);
	place_close(&p);
}
END_TEST

START_TEST(a_file_over_the_limit_is_refused)
{
	struct place p = place_open();
	struct str got = {0};

	ck_assert(io_write(p.file, STR("12345"), &p.e));
	ck_assert(!io_read(&p.a, p.file, 4, &got, &p.e));
	ck_assert_int_eq(p.e.kind, ERR_INPUT);
	ck_assert_ptr_nonnull(strstr(p.e.text, "/file: larger than 4 bytes"));
	ck_assert_ptr_null(got.p);
	ck_assert(!io_read(&p.a, "/dev/zero", 100000, &got, &p.e));
	ck_assert_int_eq(p.e.kind, ERR_INPUT);
	place_close(&p);
}
END_TEST

START_TEST(a_pipe_is_read_to_its_end)
{
	struct arena a = {0};
	struct err e = {0};
	struct str got;
	int ends[2];

	ck_assert_int_eq(pipe(ends), 0);
	if (fork() == 0) {
		char block[1000];
		memset(block, 'p', sizeof(block));
		for (int i = 0; i < 300; i++)
			if (!io_all(ends[1], block, sizeof(block)))
				_exit(1);
		_exit(0);
	}
	close(ends[1]);
	ck_assert(io_read_fd(&a, ends[0], 300000, &got, &e));
	ck_assert_uint_eq(got.n, 300000);
	close(ends[0]);
	while (wait(NULL) > 0)
		;
	arena_clear(&a);
}
END_TEST

START_TEST(what_is_absent_is_not_found_and_paths_are_masked)
{
	struct arena a = {0};
	struct err e = {0};
	struct str got;
	struct strs names;

	ck_assert(!io_read(&a, "/nonexistent/\033\nx", 10, &got, &e));
	ck_assert_int_eq(e.kind, ERR_NOT_FOUND);
	ck_assert_ptr_nonnull(strstr(e.text, "/nonexistent/<U+001B><U+000A>x: No such"));
	ck_assert(!io_write("/nonexistent/x", STR(""), &e));
	ck_assert_int_eq(e.kind, ERR_NOT_FOUND);
	ck_assert(!io_list(&a, "/nonexistent", "", &names, &e));
	ck_assert_int_eq(e.kind, ERR_NOT_FOUND);
	ck_assert(!io_read(&a, "/tmp", 10, &got, &e));
	ck_assert_int_eq(e.kind, ERR_IO);
	ck_assert(!io_is_dir("/nonexistent") && io_is_dir("/tmp") && !io_is_dir("/dev/null"));
	arena_clear(&a);
}
END_TEST

START_TEST(a_failed_write_leaves_the_old_file_and_nothing_else)
{
	struct place p = place_open();
	struct rlimit small = {100, RLIM_INFINITY}, was;
	char text[500] = {0};
	struct str got;

	ck_assert(io_write(p.file, STR("old"), &p.e));
	ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &was), 0);
	signal(SIGXFSZ, SIG_IGN);
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &small), 0);
	ck_assert(!io_write(p.file, (struct str){text, sizeof(text)}, &p.e));
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &was), 0);
	ck_assert_int_eq(p.e.kind, ERR_IO);
	ck_assert(io_read(&p.a, p.file, 10, &got, &p.e));
	ck_str_is(got, "old");
	ck_assert_uint_eq(entries(&p), 1);
	place_close(&p);
}
END_TEST

START_TEST(a_folder_in_the_way_is_an_error_and_leaves_nothing)
{
	struct place p = place_open();

	ck_assert_int_eq(mkdir(p.file, 0700), 0);
	ck_assert(!io_write(p.file, STR("x"), &p.e));
	ck_assert_int_eq(p.e.kind, ERR_IO);
	ck_assert_uint_eq(entries(&p), 1);
	ck_assert_int_eq(rmdir(p.file), 0);
	place_close(&p);
}
END_TEST

START_TEST(names_are_listed_sorted_by_suffix)
{
	struct place p = place_open();
	static const char *const names[] = {
	    "b.yaml", "a.yaml", "B.yaml", "yaml", "c.yml", ".yaml"};
	struct strs got = {0};

	for (size_t i = 0; i < COUNT(names); i++)
		ck_assert(
		    io_write(arena_printf(&p.a, "%s/%s", p.dir, names[i]).p, STR(""), &p.e));
	ck_assert(io_list(&p.a, p.dir, ".yaml", &got, &p.e));
	ck_assert_uint_eq(got.n, 4);
	ck_str_is(got.v[0], ".yaml");
	ck_str_is(got.v[1], "B.yaml");
	ck_str_is(got.v[2], "a.yaml");
	ck_str_is(got.v[3], "b.yaml");
	ck_assert(io_list(&p.a, p.dir, ".none", &got, &p.e));
	ck_assert_uint_eq(got.n, 0);
	place_close(&p);
}
END_TEST

START_TEST(writing_to_nobody_fails)
{
	int ends[2];

	signal(SIGPIPE, SIG_IGN);
	ck_assert_int_eq(pipe(ends), 0);
	close(ends[0]);
	ck_assert(!io_all(ends[1], "x", 1));
	ck_assert(io_all(ends[1], "", 0));
	close(ends[1]);
}
END_TEST

Suite *suite_base_io(void)
{
	const TTest *const tests[] = {
	    what_was_written_is_read,
	    a_written_file_is_private,
	    a_file_over_the_limit_is_refused,
	    a_pipe_is_read_to_its_end,
	    what_is_absent_is_not_found_and_paths_are_masked,
	    a_failed_write_leaves_the_old_file_and_nothing_else,
	    a_folder_in_the_way_is_an_error_and_leaves_nothing,
	    names_are_listed_sorted_by_suffix,
	    writing_to_nobody_fails,
	};

	return suite_of("base/io", tests, COUNT(tests));
}
