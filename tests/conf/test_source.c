/* SPDX-License-Identifier: MIT */
/* Packs as files: in a folder, in the program, in the database. */
#include "help.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "conf/yaml.h"
#include "lookback/base/hash.h"

static char dir[64];

static const char *in_dir(const char *name)
{
	return arena_printf(&arena, "%s/%s", dir, name).p;
}

static void write_file(const char *name, struct str text)
{
	int fd = open(in_dir(name), O_WRONLY | O_CREAT | O_TRUNC, 0600);

	ck_assert_int_ge(fd, 0);
	for (size_t at = 0; at < text.n;) {
		ssize_t n = write(fd, text.p + at, text.n - at);
		ck_assert_int_gt(n, 0);
		at += (size_t)n;
	}
	close(fd);
}

static void write_pack(const struct source *s)
{
	snprintf(dir, sizeof dir, "/tmp/lookback-conf-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(dir));
	ck_assert_int_eq(mkdir(in_dir("records"), 0700), 0);
	ck_assert_int_eq(mkdir(in_dir("forms"), 0700), 0);
	ck_assert_int_eq(mkdir(in_dir("import"), 0700), 0);
	for (size_t i = 0; i < s->files.n; i++)
		write_file(s->files.v[i].name.p, s->files.v[i].text);
}

/* Empties the one level of folders that tests make. */
static void remove_pack(const struct source *s, const char *extra)
{
	for (size_t i = 0; i < s->files.n; i++)
		(void)unlink(in_dir(s->files.v[i].name.p));
	if (extra)
		(void)unlink(in_dir(extra));
	(void)rmdir(in_dir("records"));
	(void)rmdir(in_dir("forms"));
	(void)rmdir(in_dir("import"));
	ck_assert_int_eq(rmdir(dir), 0);
}

static bool same_files(const struct source *a, const struct source *b)
{
	if (a->files.n != b->files.n)
		return false;
	for (size_t i = 0; i < a->files.n; i++)
		if (!str_eq(a->files.v[i].name, b->files.v[i].name) ||
		    !str_eq(a->files.v[i].text, b->files.v[i].text))
			return false;
	return true;
}

START_TEST(a_folder_is_read_as_it_was_written)
{
	struct source s = small_pack(), back;
	struct err e = {0};

	write_pack(&s);
	write_file("README", STR("not ours"));
	write_file("keys.yaml", STR("theme: night\n"));
	ck_assert_msg(source_read(&arena, dir, &back, &e), "%s", e.text);
	holds(same_files(&s, &back));
	(void)unlink(in_dir("README"));
	remove_pack(&s, "keys.yaml");
}
END_TEST

/* What a folder may not hold: made by `make`, named in the refusal. */
struct unsafe {
	const char *name, *told;
	void (*make)(const char *path);
};
static void make_link(const char *path)
{
	ck_assert_int_eq(symlink("review.yaml", path), 0);
}
static void make_pipe(const char *path)
{
	ck_assert_int_eq(mkfifo(path, 0600), 0);
}
static void make_shared(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT, 0600);

	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(fchmod(fd, 0666), 0);
	close(fd);
}
static void make_big(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT, 0600);

	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(ftruncate(fd, YAML_BYTES_MAX + 1), 0);
	close(fd);
}
static const struct unsafe unsafe[] = {
    {"views2.yaml", "is a link", make_link},
    {"import/pipe.yaml", "special file", make_pipe},
    {"records/shared.yaml", "chmod o-w", make_shared},
    {"forms/big.yaml", "forms/big.yaml", make_big},
};

START_TEST(unsafe_files_are_refused_by_name)
{
	for (size_t i = 0; i < COUNT(unsafe); i++) {
		struct source s = small_pack(), back;
		struct err e = {0};

		write_pack(&s);
		unsafe[i].make(in_dir(unsafe[i].name));
		holds(!source_read(&arena, dir, &back, &e));
		if (!strstr(e.text, unsafe[i].told) || !strstr(e.text, unsafe[i].name))
			ck_abort_msg("%s: %s", unsafe[i].name, e.text);
		remove_pack(&s, unsafe[i].name);
	}
}
END_TEST

START_TEST(unsafe_folders_are_refused)
{
	struct source s = small_pack(), back;
	struct err e = {0};

	write_pack(&s);
	ck_assert_int_eq(chmod(in_dir("records"), 0777), 0);
	holds(!source_read(&arena, dir, &back, &e) && strstr(e.text, "chmod o-w"));
	ck_assert_int_eq(chmod(in_dir("records"), 0700), 0);
	ck_assert_int_eq(chmod(dir, 0777), 0);
	holds(!source_read(&arena, dir, &back, &e) && strstr(e.text, "chmod o-w"));
	ck_assert_int_eq(chmod(dir, 0700), 0);
	ck_assert_int_eq(symlink("/etc", in_dir("other")), 0);
	holds(!source_read(&arena, dir, &back, &e) && strstr(e.text, "plain folder"));
	remove_pack(&s, "other");
	holds(!source_read(&arena, "/nonexistent", &back, &e) && e.kind == ERR_IO);
	holds(!source_read(&arena, "/etc/passwd", &back, &e) && e.kind == ERR_INPUT);
}
END_TEST

START_TEST(more_than_64_files_are_refused)
{
	struct source s = small_pack(), back;
	struct err e = {0};

	for (size_t i = s.files.n; i < 64; i++)
		add_file(&s, arena_printf(&arena, "import/m%02zu.yaml", i).p, STR("{}\n"));
	write_pack(&s);
	ck_assert_msg(source_read(&arena, dir, &back, &e), "%s", e.text);
	write_file("import/one.yaml", STR("{}\n"));
	holds(!source_read(&arena, dir, &back, &e) && strstr(e.text, "64"));
	remove_pack(&s, "import/one.yaml");
}
END_TEST

START_TEST(an_identity_changes_with_any_byte)
{
	struct source s = small_pack();
	struct str id = source_id(&arena, &s);
	struct dice d = dice_seed(1);

	ck_assert_uint_eq(id.n, HASH_HEX);
	for (int i = 0; i < 500; i++) {
		struct source other = small_pack();
		struct source_file *f = &other.files.v[dice_below(&d, other.files.n)];
		struct str text = arena_str(&arena, f->text);
		char *p = (char *)text.p;

		p[dice_below(&d, text.n)] ^= (char)(1 << dice_below(&d, 8));
		f->text = text;
		holds(!str_eq(id, source_id(&arena, &other)));
	}
	holds(str_eq(id, source_id(&arena, &s)));
}
END_TEST

/* The same bytes cut elsewhere into names and texts are another pack. */
START_TEST(an_identity_knows_where_files_end)
{
	struct source a = {0}, b = {0};

	add_file(&a, "ab", STR("c1:d0:"));
	add_file(&b, "a", STR("bc1:d0:"));
	holds(!str_eq(source_id(&arena, &a), source_id(&arena, &b)));
	a = b = (struct source){0};
	add_file(&a, "a", STR(""));
	add_file(&a, "b", STR(""));
	add_file(&b, "a", STR("1:b0:"));
	holds(!str_eq(source_id(&arena, &a), source_id(&arena, &b)));
}
END_TEST

START_TEST(a_source_comes_back_from_json)
{
	struct source s = real_pack(), back = {0};
	struct str text = json_text(&arena, source_json(&arena, &s));
	struct json *j;
	struct err e = {0};

	ck_assert_msg(json_parse(&arena, text, &j, &e), "%s", e.text);
	holds(source_of_json(&arena, j, &back));
	holds(same_files(&s, &back));
	holds(str_eq(source_id(&arena, &s), source_id(&arena, &back)));
}
END_TEST

START_TEST(json_that_is_no_source_is_refused)
{
	const char *const bad[] = {"[]", "{}", "null", "\"a\"", "{\"review.yaml\":1}"};

	for (size_t i = 0; i < COUNT(bad); i++) {
		struct source s;
		struct json *j;
		struct err e = {0};
		holds(json_parse(&arena, str_of(bad[i]), &j, &e));
		holds(!source_of_json(&arena, j, &s));
	}
	holds(!source_of_json(&arena, NULL, &(struct source){0}));
}
END_TEST

START_TEST(the_embedded_pack_is_the_folder)
{
	struct source folder = real_pack(), within;

	holds(source_embedded(&arena, "clares-law", &within));
	holds(same_files(&folder, &within));
	holds(!source_embedded(&arena, "another", &within));
	holds(!source_embedded(&arena, "", &within));
}
END_TEST

/* Files that are missing, misplaced or misnamed. */
START_TEST(files_are_known_by_name)
{
	struct source s = small_pack();

	drop_file(&s, "review.yaml");
	drop_file(&s, "calendar.yaml");
	drop_file(&s, "records/case.yaml");
	drop_file(&s, "forms/check.yaml");
	drop_file(&s, "import/list.yaml");
	drop_file(&s, "views.yaml");
	add_file(&s, "reviw.yaml", STR("{}\n"));
	add_file(&s, "records/case.yml", STR("{}\n"));
	add_file(&s, "report/one.yaml", STR("{}\n"));
	ck_assert_str_eq(faults_of(&s),
	    "calendar.yaml:1:1: found no such file; expected one\n"
	    "records/:1:1: found no such file; expected one\n"
	    "records/case.yml:1:1: found file 'records/case.yml'; expected review.yaml, "
	    "calendar.yaml, views.yaml, quality.yaml, tutorial.yaml or a .yaml file in "
	    "records, forms or "
	    "import; did you mean "
	    "'records/case.yaml'?\n"
	    "report/one.yaml:1:1: found file 'report/one.yaml'; expected review.yaml, "
	    "calendar.yaml, views.yaml, quality.yaml, tutorial.yaml or a .yaml file in "
	    "records, forms or "
	    "import\n"
	    "review.yaml:1:1: found no such file; expected one\n"
	    "reviw.yaml:1:1: found file 'reviw.yaml'; expected review.yaml, calendar.yaml, "
	    "views.yaml, quality.yaml, tutorial.yaml or a .yaml file in records, forms or "
	    "import; did you "
	    "mean "
	    "'review.yaml'?\n");
}
END_TEST

Suite *suite_conf_source(void);
Suite *suite_conf_source(void)
{
	const TTest *const tests[] = {
	    a_folder_is_read_as_it_was_written,
	    unsafe_files_are_refused_by_name,
	    unsafe_folders_are_refused,
	    more_than_64_files_are_refused,
	    an_identity_changes_with_any_byte,
	    an_identity_knows_where_files_end,
	    a_source_comes_back_from_json,
	    json_that_is_no_source_is_refused,
	    the_embedded_pack_is_the_folder,
	    files_are_known_by_name,
	};

	return suite_of("conf/source", tests, COUNT(tests));
}
