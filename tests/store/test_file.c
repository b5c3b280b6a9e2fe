/* SPDX-License-Identifier: MIT */
/* The file itself: how it is made and opened, flipped bytes, copies. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "history.h"
#include "lookback/base/io.h"
#include "store/verify.h"

Suite *suite_store_file(void);

START_TEST(a_new_database_is_private_and_an_old_file_is_never_touched)
{
	struct rig rig;
	struct stat s;

	rig_open(&rig);
	ck_assert_int_eq(stat(rig.path.p, &s), 0);
	ck_assert_int_eq(s.st_mode & 0777, 0600);
	ck_assert(!store_create(rig.path.p, &rig.err));
	ck_assert_int_eq(rig.err.kind, ERR_CONFLICT);
	rig_story(&rig);
	ck_assert_str_eq(rig_ask(&rig, "SELECT count(*) FROM event").p, "29");
	ck_assert_int_eq(stat(arena_printf(&rig.arena, "%s-wal", rig.path.p).p, &s), 0);
	ck_assert_int_eq(s.st_mode & 0777, 0600);
	rig_close(&rig);
}
END_TEST

START_TEST(every_setting_of_the_recipe_holds)
{
	static const char *const wanted[][2] = {{"locking_mode", "exclusive"},
	    {"journal_mode", "wal"}, {"synchronous", "2"}, {"wal_autocheckpoint", "0"},
	    {"foreign_keys", "1"}, {"recursive_triggers", "1"}, {"trusted_schema", "0"},
	    {"cell_size_check", "1"}, {"secure_delete", "1"}, {"temp_store", "2"},
	    {"user_version", "1"}, {"application_id", "1280000587"}};
	struct rig rig;

	rig_open(&rig);
	for (size_t i = 0; i < COUNT(wanted); i++)
		ck_assert_str_eq(rig_ask(&rig, "PRAGMA %s", wanted[i][0]).p, wanted[i][1]);
	rig_close(&rig);
}
END_TEST

/* Each is tried on an open database and must fail. */
static const char *const forbidden[] = {"ATTACH ':memory:' AS x",
    "SELECT \"no such column\" FROM record",
    "PRAGMA writable_schema = 1; DELETE FROM sqlite_schema", "SELECT load_extension('x')",
    "INSERT INTO search_data VALUES (9, x'00')"};

START_TEST(what_a_hostile_file_might_try_is_forbidden)
{
	struct rig rig;

	rig_open(&rig);
	ck_assert_msg(sqlite3_exec(rig.st->db, forbidden[_i], NULL, NULL, NULL) != SQLITE_OK,
	    "%s", forbidden[_i]);
	rig_close(&rig);
}
END_TEST

static void put(struct rig *rig, const char *name, struct str text, struct str *path)
{
	*path = arena_printf(&rig->arena, "%s/%s", rig->dir, name);
	done(io_write(path->p, text, &rig->err));
}

START_TEST(what_is_no_database_of_ours_is_refused)
{
	struct str damage, path;
	struct store *st;
	struct rig rig;
	sqlite3 *db;

	rig_open(&rig);
	put(&rig, "text.db", STR("this is no database, but long enough to be looked at"),
	    &path);
	ck_assert(!store_open(&rig.arena, path.p, &st, &damage, &rig.err));
	ck_assert_int_eq(rig.err.kind, ERR_CORRUPT);
	put(&rig, "other.db", STR(""), &path);
	ck_assert_int_eq(sqlite3_open(path.p, &db), SQLITE_OK);
	sqlite3_exec(db, "CREATE TABLE t(x)", NULL, NULL, NULL);
	sqlite3_close(db);
	ck_assert(!store_open(&rig.arena, path.p, &st, &damage, &rig.err));
	ck_assert_int_eq(rig.err.kind, ERR_CORRUPT);
	ck_assert_ptr_nonnull(strstr(rig.err.text, "is no database of this program"));
	ck_assert(!store_open(&rig.arena, "/nonexistent/x.db", &st, &damage, &rig.err));
	ck_assert_int_eq(rig.err.kind, ERR_NOT_FOUND);
	rig_damage(&rig, "PRAGMA user_version = 99");
	ck_assert(!store_open(&rig.arena, rig.path.p, &st, &damage, &rig.err));
	ck_assert_ptr_nonnull(strstr(rig.err.text, "later version"));
	rig_close(&rig);
}
END_TEST

START_TEST(nobody_else_writes_while_it_is_open)
{
	struct rig rig;
	sqlite3 *db;

	rig_open(&rig);
	rig_story(&rig);
	ck_assert_int_eq(sqlite3_open(rig.path.p, &db), SQLITE_OK);
	ck_assert_int_ne(
	    sqlite3_exec(db, "UPDATE record SET state = 'x'", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	rig_close(&rig);
}
END_TEST

/* ---- flipped bytes ------------------------------------------------------------------- */

/* Everything that is fact or projection, as one hash. */
static bool fingerprint(struct rig *rig, struct hash *out)
{
	bool ok = true;

	hasher_start(rig->st->hasher);
	for (size_t i = 0; ok && (i == 0 || projection_table(i - 1)); i++) {
		sqlite3_stmt *s;
		int rc;
		ok = sqlite3_prepare_v2(rig->st->db,
			 arena_printf(&rig->arena, "SELECT * FROM %s NOT INDEXED",
			     i ? projection_table(i - 1) : "event")
			     .p,
			 -1, &s, NULL) == SQLITE_OK;
		while (ok && (rc = sqlite3_step(s)) != SQLITE_DONE)
			for (int c = 0; (ok = rc == SQLITE_ROW) && c < sqlite3_column_count(s);
			     c++)
				hasher_add(rig->st->hasher,
				    (struct str){(const char *)sqlite3_column_blob(s, c),
					(size_t)sqlite3_column_bytes(s, c)});
		sqlite3_finalize(s);
	}
	*out = hasher_end(rig->st->hasher);
	return ok;
}

/* Was it noticed? When not, nothing that matters may differ. */
static bool noticed(struct rig *rig, const struct hash *whole, size_t at)
{
	struct str damage = {0};
	struct verdict v;
	struct hash is;

	bool found;

	if (!store_open(&rig->arena, rig->path.p, &rig->st, &damage, &rig->err))
		return true;
	found = damage.n > 0 ||
		!store_verify(rig->st, &rig->arena, 0, NULL, NULL, NULL, &v, &rig->err) ||
		v.findings.n > 0;
	if (!found && (!fingerprint(rig, &is) || !hash_eq(is, *whole)))
		ck_abort_msg("the byte at %zu was changed and nobody noticed", at);
	store_close(rig->st);
	rig->st = NULL;
	return found;
}

START_TEST(a_flipped_byte_is_noticed_or_does_not_matter)
{
	struct dice d = dice_seed((uint64_t)_i + 7);
	struct str file, wal;
	struct hash whole;
	struct rig rig;
	int found = 0;

	rig_open(&rig);
	history_run(&rig, &d, 120);
	holds(fingerprint(&rig, &whole));
	store_close(rig.st);
	rig.st = NULL;
	wal = arena_printf(&rig.arena, "%s-wal", rig.path.p);
	ck_assert(io_read(&rig.arena, rig.path.p, 16 << 20, &file, &rig.err));
	for (int i = 0; i < 60; i++) {
		size_t at = dice_below(&d, file.n);
		char was = file.p[at];
		((char *)file.p)[at] = (char)(was ^ (1 << dice_below(&d, 8)));
		unlink(wal.p);
		ck_assert(io_write(rig.path.p, file, &rig.err));
		found += noticed(&rig, &whole, at);
		((char *)file.p)[at] = was;
	}
	ck_assert_int_ge(found, 1); /* most of a small file is room to grow */
	rig_close(&rig);
}
END_TEST

/* ---- copies --------------------------------------------------------------------------- */

static int out_file(struct rig *rig, const char *name, struct str *path)
{
	int fd;

	*path = arena_printf(&rig->arena, "%s/%s", rig->dir, name);
	fd = open(path->p, O_CREAT | O_EXCL | O_WRONLY, 0600);
	holds(fd >= 0);
	return fd;
}

START_TEST(a_copy_is_whole_and_goes_on_by_itself)
{
	struct str path, damage;
	struct head head;
	struct rig rig, copy;
	int fd;

	rig_open(&rig);
	rig_story(&rig);
	fd = out_file(&rig, "copy.db", &path);
	ck_assert_msg(store_backup(rig.st, fd, &head, &rig.err), "%s", rig.err.text);
	close(fd);
	ck_assert_int_eq(head.seq, 29);
	rig_say(&rig, "bob", EVENT_NOTE_ADDED, "T-1", "{'text':'after the copy'}");
	copy = (struct rig){.path = path, .now = rig.now};
	rig_reopen(&copy, &damage);
	ck_assert_uint_eq(damage.n, 0);
	ck_assert(hash_eq(copy.st->head.head, head.head));
	ck_assert_uint_eq(rig_verify(&copy).findings.n, 0);
	rig_say(&copy, "bob", EVENT_NOTE_ADDED, "T-1", "{'text':'in the copy'}");
	ck_assert_uint_eq(rig_verify(&copy).findings.n, 0);
	store_close(copy.st);
	arena_clear(&copy.arena);
	ck_assert_uint_eq(rig_verify(&rig).findings.n, 0);
	rig_close(&rig); /* which finds no temporary file left */
}
END_TEST

START_TEST(a_copy_that_cannot_be_written_says_so)
{
	struct head head;
	struct rig rig;
	int fd = open("/dev/full", O_WRONLY);

	rig_open(&rig);
	rig_story(&rig);
	ck_assert(!store_backup(rig.st, fd, &head, &rig.err));
	ck_assert_int_eq(rig.err.kind, ERR_IO);
	close(fd);
	rig_close(&rig);
}
END_TEST

START_TEST(verification_leaves_nothing_behind)
{
	struct strs names;
	struct rig rig;

	rig_open(&rig);
	rig_story(&rig);
	rig_verify(&rig);
	store_close(rig.st);
	rig.st = NULL;
	ck_assert(io_list(&rig.arena, rig.dir, "", &names, &rig.err));
	for (size_t i = 0; i < names.n; i++)
		ck_assert_msg(!strstr(names.v[i].p, "tmp"), "%s", names.v[i].p);
	rig_close(&rig);
}
END_TEST

Suite *suite_store_file(void)
{
	const TTest *const tests[] = {
	    a_new_database_is_private_and_an_old_file_is_never_touched,
	    every_setting_of_the_recipe_holds, what_is_no_database_of_ours_is_refused,
	    nobody_else_writes_while_it_is_open, a_copy_is_whole_and_goes_on_by_itself,
	    a_copy_that_cannot_be_written_says_so, verification_leaves_nothing_behind};
	Suite *s = suite_of("file", tests, COUNT(tests));
	TCase *c = tcase_create("each");

	tcase_add_loop_test(c, what_a_hostile_file_might_try_is_forbidden, 0, COUNT(forbidden));
	tcase_add_loop_test(c, a_flipped_byte_is_noticed_or_does_not_matter, 0, 4);
	suite_add_tcase(s, c);
	return s;
}
