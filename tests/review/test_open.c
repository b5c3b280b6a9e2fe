/* SPDX-License-Identifier: MIT */
#include "review/bench.h"

#include <sys/stat.h>
#include <unistd.h>

Suite *suite_review_open(void);

START_TEST(a_database_begins_with_its_opening_its_pack_and_its_first_account)
{
	struct bench *b = bench_new(0);
	struct event_rows all = bench_events(b, "", "");
	struct source s = {0};

	ck_assert_str_eq(all.v[0].type.p, "review.opened");
	ck_assert_str_eq(all.v[1].type.p, "pack.applied");
	ck_assert_str_eq(all.v[2].type.p, "user.added");
	bench_pack(&b->arena, (struct bench_how){0}, &s);
	ck_assert(
	    str_eq(json_get_text(bench_body(b, &all.v[1]), "id"), source_id(&b->arena, &s)));
	ck_assert(str_eq(review_rules(b->rv)->id, source_id(&b->arena, &s)));
	ck_assert(has(all.v[2].body, "\"roles\":[\"administrator\"]"));
	ck_assert_ptr_null(review_damage(b->rv));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(what_was_done_is_there_after_opening_again)
{
	struct bench *b = bench_new(5);
	int64_t head = bench_head(b);

	bench_reopen(b);
	ck_assert_int_eq(bench_head(b), head);
	ck_assert_int_eq(bench_count(b, "r01", ""), 5);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(an_existing_file_is_never_overwritten)
{
	struct bench *b = bench_new(0);
	struct source s = {0};
	struct new_review how = {.pack = &s, .owner = STR("admin")};
	struct err e = {0};

	bench_pack(&b->arena, (struct bench_how){0}, &s);
	ck_assert(!review_create(b->path, &how, b->now, &e));
	ck_assert(access(b->path, F_OK) == 0);
	bench_verify(b);
	bench_close(b);
}
END_TEST

struct faulty {
	const char *find, *replace, *says;
};
static const struct faulty faulty[] = {
    {"claim_minutes: 720", "claim_minutes: soon", "review.yaml:"},
    {"rights: [import, users, backup, pack]", "rights: [import, backup, pack]", "users"},
    {"rights: [import, users, backup, pack]\n    denies: [read, take, note, assign]",
	"rights: [read, users]", "account"},
};

START_TEST(a_pack_that_cannot_work_leaves_no_file)
{
	struct bench *b = bench_new(0);
	const struct faulty *f = &faulty[_i];
	struct source s = {0};
	struct new_review how = {.pack = &s, .owner = STR("admin")};
	struct str path = arena_printf(&b->arena, "%s/other.db", b->dir);
	struct err e = {0};

	bench_pack(&b->arena, (struct bench_how){.find = f->find, .replace = f->replace}, &s);
	ck_assert(!review_create(path.p, &how, b->now, &e));
	ck_assert(has(str_of(e.text), f->says));
	ck_assert(access(path.p, F_OK) != 0);
	bench_close(b);
}
END_TEST

START_TEST(an_owner_needs_a_proper_account_name)
{
	struct bench *b = bench_new(0);
	struct source s = {0};
	struct new_review how = {.pack = &s, .owner = STR("Admin 1")};
	struct str path = arena_printf(&b->arena, "%s/other.db", b->dir);
	struct err e = {0};

	bench_pack(&b->arena, (struct bench_how){0}, &s);
	ck_assert(!review_create(path.p, &how, b->now, &e));
	ck_assert(says(&e, ERR_USAGE, "account name"));
	ck_assert(access(path.p, F_OK) != 0);
	bench_close(b);
}
END_TEST

Suite *suite_review_open(void)
{
	const TTest *const tests[] = {
	    a_database_begins_with_its_opening_its_pack_and_its_first_account,
	    what_was_done_is_there_after_opening_again,
	    an_existing_file_is_never_overwritten,
	    an_owner_needs_a_proper_account_name,
	};
	Suite *s = bench_suite("review/open", tests, COUNT(tests));
	TCase *t = tcase_create("loops");

	tcase_add_loop_test(t, a_pack_that_cannot_work_leaves_no_file, 0, (int)COUNT(faulty));
	suite_add_tcase(s, t);
	return s;
}
