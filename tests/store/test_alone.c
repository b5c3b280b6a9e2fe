/* SPDX-License-Identifier: MIT */
/* A save that is a transaction of its own, for what writes very much. */
#include "rig.h"

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

Suite *suite_store_alone(void);

Suite *suite_store_alone(void)
{
	const TTest *const tests[] = {undone_it_leaves_what_stood_before_and_the_round_goes_on,
	    kept_it_is_kept_with_the_round_and_rolled_back_with_it};

	return suite_of("alone", tests, COUNT(tests));
}
