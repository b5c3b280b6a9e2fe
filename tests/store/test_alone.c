/* SPDX-License-Identifier: MIT */
/* A save that is a transaction of its own, for what writes very much. */
#include <stdio.h>
#include <unistd.h>

#include "lookback/base/io.h"
#include "rig.h"
#include "support/toypack.h"

static struct str refs(struct rig *rig)
{
	return rig_ask(rig, "SELECT group_concat(ref) FROM record WHERE ref NOT LIKE 'T-%%'");
}

static struct str found(struct rig *rig, const char *word)
{
	return rig_ask(rig, "SELECT count(*) FROM search WHERE search MATCH 'c0 : %s'", word);
}

START_TEST(undone_it_leaves_what_stood_before_and_the_round_goes_on)
{
	struct rig rig;

	rig_open(&rig);
	rig_story(&rig);
	rig_round(&rig);
	ck_assert(store_save(rig.st, &rig.err));
	rig_record(&rig, "KEPT-1", 1, "");
	ck_assert(store_keep(rig.st, &rig.err));
	ck_assert(store_save_alone(rig.st, &rig.err));
	rig_record(&rig, "GONE-1", 1, "");
	store_undo(rig.st);
	ck_assert(store_save(rig.st, &rig.err));
	rig_record(&rig, "KEPT-2", 1, "");
	ck_assert(store_keep(rig.st, &rig.err));
	rig_commit(&rig);
	ck_assert_str_eq(refs(&rig).p, "KEPT-1,KEPT-2");
	ck_assert_str_eq(found(&rig, "kept").p, "2");
	ck_assert_str_eq(found(&rig, "gone").p, "0");
	ck_assert_uint_eq(rig_verify(&rig).findings.n, 0);
	rig_close(&rig);
}
END_TEST

START_TEST(kept_it_is_kept_with_the_round_and_rolled_back_with_it)
{
	struct rig rig;

	rig_open(&rig);
	rig_story(&rig);
	rig_round(&rig);
	ck_assert(store_save_alone(rig.st, &rig.err));
	rig_record(&rig, "KEPT-1", 1, "");
	ck_assert(store_keep(rig.st, &rig.err));
	rig_commit(&rig);
	rig_round(&rig);
	ck_assert(store_save_alone(rig.st, &rig.err));
	rig_record(&rig, "GONE-1", 1, "");
	ck_assert(store_keep(rig.st, &rig.err));
	store_rollback(rig.st);
	rig.open_round = false;
	/* the next savepoint is an ordinary one again */
	rig_round(&rig);
	rig_record(&rig, "KEPT-2", 1, "");
	ck_assert(store_save(rig.st, &rig.err));
	rig_record(&rig, "GONE-2", 1, "");
	store_undo(rig.st);
	rig_commit(&rig);
	ck_assert_str_eq(refs(&rig).p, "KEPT-1,KEPT-2");
	ck_assert_uint_eq(rig_verify(&rig).findings.n, 0);
	rig_close(&rig);
}
END_TEST

static bool is_there(struct rig *rig, const char *end)
{
	return access(arena_printf(&rig->arena, "%s%s", rig->path.p, end).p, F_OK) == 0;
}

/* Far more than the few pages that memory may hold, and each brought to the disk as it goes. */
static void write_much(struct rig *rig)
{
	rig_ask(rig, "PRAGMA cache_size = 8");
	rig->st->flow.most = 32;
	rig_round(rig);
	done(store_save_alone(rig->st, &rig->err));
	for (int i = 0; i < 600; i++)
		rig_record(rig, arena_printf(&rig->arena, "MANY-%d", i).p, 1, "");
}

/* A log would be read once more in the commit, in silence. */
START_TEST(what_is_alone_goes_past_the_log_and_the_log_is_back_behind_it)
{
	struct rig rig;

	rig_open(&rig);
	rig_story(&rig);
	write_much(&rig);
	ck_assert(!is_there(&rig, "-wal"));
	ck_assert_int_ge(rig.st->flow.syncs, 2);
	ck_assert(store_keep(rig.st, &rig.err));
	rig_commit(&rig);
	ck_assert_str_eq(rig_ask(&rig, "PRAGMA journal_mode").p, "wal");
	ck_assert(!is_there(&rig, "-journal"));
	rig_record(&rig, "ONE-MORE", 1, "");
	ck_assert(is_there(&rig, "-wal"));
	ck_assert_uint_eq(rig_verify(&rig).findings.n, 0);
	rig_close(&rig);
}
END_TEST

static void copy(struct rig *rig, const char *end)
{
	struct str from = arena_printf(&rig->arena, "%s%s", rig->path.p, end),
		   to = arena_printf(&rig->arena, "%s/copy.db%s", rig->dir, end), all;

	if (!is_there(rig, end))
		return;
	done(io_read(&rig->arena, from.p, 64 << 20, &all, &rig->err));
	done(io_write(to.p, all, &rig->err));
}

/* The files as a power cut would leave them, in the middle of it. */
START_TEST(cut_off_half_way_it_never_was)
{
	struct store *after = NULL;
	struct head before, found;
	struct str damage;
	struct rig rig;

	rig_open(&rig);
	rig_story(&rig);
	ck_assert(store_head(rig.st, &before, &rig.err));
	write_much(&rig);
	copy(&rig, "");
	copy(&rig, "-journal");
	copy(&rig, "-wal");
	store_rollback(rig.st);
	rig.open_round = false;
	ck_assert_msg(store_open(&rig.arena, arena_printf(&rig.arena, "%s/copy.db", rig.dir).p,
			  &after, &damage, &rig.err),
	    "%s", rig.err.text);
	ck_assert_msg(damage.n == 0, "%.*s", STR_ARG(damage));
	ck_assert(store_head(after, &found, &rig.err));
	ck_assert_int_eq(found.seq, before.seq);
	ck_assert(hash_eq(found.head, before.head));
	store_close(after);
	ck_assert_uint_eq(rig_verify(&rig).findings.n, 0);
	rig_close(&rig);
}
END_TEST

static void count(void *ctx)
{
	++*(int *)ctx;
}

START_TEST(long_statements_and_copies_show_that_they_go_on)
{
	struct page_query q = {.limit = 5, .order = ORDER_REF};
	struct expr_env env = {0};
	struct rig rig;
	struct page page;
	struct head head;
	FILE *f = tmpfile();
	int n = 0;

	rig_open(&rig);
	rig_story(&rig);
	store_alive(rig.st, count, &n);
	/* a page takes the watch for itself, and gives it back */
	env.pack = toy_pack(&rig.arena);
	ck_assert(store_use_pack(rig.st, env.pack, &rig.err));
	ck_assert(expr_parse(&rig.arena, STR("route:post"), &env, &q.where, &rig.err));
	ck_assert(record_page(rig.st, &rig.arena, &everything, &q, &page, &rig.err));
	n = 0;
	rig_ask(&rig, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE "
		      "i < 100000) SELECT count(*) FROM n");
	ck_assert_int_gt(n, 2);
	n = 0;
	ck_assert(store_backup(rig.st, fileno(f), &head, &rig.err));
	ck_assert_int_gt(n, 0);
	store_alive(rig.st, NULL, NULL);
	n = 0;
	ck_assert(store_backup(rig.st, fileno(f), &head, &rig.err));
	ck_assert_int_eq(n, 0);
	fclose(f);
	rig_close(&rig);
}
END_TEST

Suite *suite_store_alone(void);

Suite *suite_store_alone(void)
{
	const TTest *const tests[] = {undone_it_leaves_what_stood_before_and_the_round_goes_on,
	    kept_it_is_kept_with_the_round_and_rolled_back_with_it,
	    what_is_alone_goes_past_the_log_and_the_log_is_back_behind_it,
	    cut_off_half_way_it_never_was, long_statements_and_copies_show_that_they_go_on};

	return suite_of("alone", tests, COUNT(tests));
}
