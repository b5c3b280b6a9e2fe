/* SPDX-License-Identifier: MIT */
/* Reading one record and what belongs to it, people, counters, leases; and who may. */
#include <string.h>

#include "history.h"
#include "lookback/rules/step.h"
#include "support/toypack.h"

Suite *suite_store_read(void);

static const struct viewer bob = {.user = {"bob", 3}, .staff = {"PC12", 4}, .cases = true};
static const struct viewer ann = {.user = {"ann", 3}, .cases = true};
static const struct viewer clerk = {.user = {"clerk", 5}};

START_TEST(a_record_is_read_whole)
{
	struct record r = {0};
	struct rig rig;

	rig_open(&rig);
	rig_story(&rig);
	ck_assert(record_whole(rig.st, &rig.arena, &ann, STR("T-1"), &r, &rig.err));
	ck_assert_int_eq(r.id, 9);
	ck_assert(str_is(r.state, "review") && str_is(r.queue, "reviewers"));
	ck_assert(str_is(r.band, "red") && r.holder.n == 0 && !r.final);
	ck_assert_int_eq(r.rank, 131);
	ck_assert_int_eq(r.version, 5); /* opened, three answers, moved */
	ck_assert_int_eq(r.views, 1);
	ck_assert_int_eq(r.notes, 1);
	ck_assert_str_eq(json_text(&rig.arena, r.fields).p,
	    "{\"name\":\"Zoe\",\"received\":\"2016-03-05\"}");
	ck_assert_ptr_nonnull(strstr(json_get_text(r.texts, "narrative").p, "A knife"));
	ck_assert_str_eq(json_text(&rig.arena, r.answers).p, "{\"identified\":\"yes\"}");
	ck_assert_uint_eq(r.reasons->n, 0);
	ck_assert_uint_eq(r.bars.n, 1);
	ck_assert(str_is(r.bars.v[0], "PC12"));
	ck_assert_uint_eq(r.did.n, 2);
	ck_assert(str_is(r.did.v[0].transition, "opened") && str_is(r.did.v[0].by, "ann"));
	ck_assert(str_is(r.did.v[1].transition, "triage_red") && str_is(r.did.v[1].by, "bob"));
	rig_close(&rig);
}
END_TEST

START_TEST(a_barred_record_does_not_exist)
{
	struct record r = {0};
	struct err absent;
	struct rig rig;

	rig_open(&rig);
	rig_story(&rig);
	ck_assert(!record_get(rig.st, &rig.arena, &bob, STR("T-9"), &r, &absent));
	ck_assert(!record_get(rig.st, &rig.arena, &bob, STR("T-1"), &r, &rig.err));
	ck_assert_int_eq(rig.err.kind, ERR_NOT_FOUND);
	ck_assert_str_eq(absent.text, "there is no record T-9");
	ck_assert_str_eq(rig.err.text, "there is no record T-1");
	ck_assert(!record_whole(rig.st, &rig.arena, &clerk, STR("T-2"), &r, &rig.err));
	ck_assert(record_get(rig.st, &rig.arena, &bob, STR("T-2"), &r, &rig.err));
	rig_close(&rig);
}
END_TEST

/* The rules have the same predicate in memory: both must draw the same line everywhere. */
START_TEST(every_query_obeys_the_one_predicate)
{
	struct page_query q = {.limit = 100};
	struct dice d = dice_seed(31);
	struct strs queues;
	struct rig rig;

	rig_open(&rig);
	history_run(&rig, &d, 300);
	queues = toy_list(&rig.arena, "officers reviewers");
	for (int i = 0; i < 3; i++) {
		struct viewer v = i == 0 ? bob : i == 1 ? ann : clerk;
		struct page all, page;
		struct records rows;
		size_t seen = 0;
		int64_t n;
		ck_assert(record_page(rig.st, &rig.arena, &everything, &q, &all, &rig.err));
		ck_assert(record_page(rig.st, &rig.arena, &v, &q, &page, &rig.err));
		ck_assert(record_count(rig.st, &rig.arena, &v, NULL, 0, &n, &rig.err));
		for (size_t k = 0; k < all.rows.n; k++) {
			struct record r = {0};
			struct str ref = all.rows.v[k].ref;
			bool sees = v.cases, there;
			ck_assert(
			    record_whole(rig.st, &rig.arena, &everything, ref, &r, &rig.err));
			sees = sees && !(v.staff.n && str_has(r.bars, v.staff)) &&
			       !str_has(
				   r.bars, arena_printf(&rig.arena, "@%.*s", STR_ARG(v.user)));
			there = record_get(rig.st, &rig.arena, &v, ref, &r, &rig.err);
			ck_assert_int_eq(there, sees);
			if (sees)
				ck_assert(str_eq(page.rows.v[seen++].ref, ref));
		}
		ck_assert_uint_eq(page.rows.n, seen);
		ck_assert_int_eq(n, (int64_t)seen);
		ck_assert(record_candidates(
		    rig.st, &rig.arena, &v, &queues, NULL, 0, 0, 100, &rows, &rig.err));
		for (size_t k = 0; k < rows.n; k++) {
			struct record r = {0};
			ck_assert(
			    record_get(rig.st, &rig.arena, &v, rows.v[k].ref, &r, &rig.err));
		}
	}
	rig_close(&rig);
}
END_TEST

START_TEST(number_answers_are_numbers_to_the_rules)
{
	struct record r = {0};
	struct rig rig;

	rig_open(&rig);
	rig_story(&rig);
	ck_assert(store_use_pack(rig.st, toy_pack(&rig.arena), &rig.err));
	rig_say(&rig, "bob", EVENT_ANSWER_GIVEN, "T-2",
	    "{'form':'triage','seat':0,'question':'incidents','value':'12','pack':'p1','rank':"
	    "1}");
	rig_say(&rig, "bob", EVENT_ANSWER_GIVEN, "T-2",
	    "{'form':'review','seat':0,'question':'officer','value':'7','reason':'his number',"
	    "'pack':'p1','rank':1}");
	rig_say(&rig, "ann", EVENT_ANSWER_GIVEN, "T-2",
	    "{'form':'review','seat':1,'question':'officer','value':'8','pack':'p1','rank':1}");
	ck_assert(record_whole(rig.st, &rig.arena, &ann, STR("T-2"), &r, &rig.err));
	ck_assert_str_eq(
	    json_text(&rig.arena, r.answers).p, "{\"incidents\":12,\"officer\":\"7\"}");
	ck_assert_str_eq(json_text(&rig.arena, r.reasons).p, "{\"officer\":\"his number\"}");
	rig_close(&rig);
}
END_TEST

START_TEST(answers_and_notes_are_listed_in_order)
{
	struct answer_rows answers;
	struct note_rows notes;
	struct rig rig;

	rig_open(&rig);
	rig_story(&rig);
	rig_say(&rig, "cyd", EVENT_NOTE_ADDED, "T-1", "{'text':'second'}");
	ck_assert(record_answers(rig.st, &rig.arena, 9, &answers, &rig.err));
	ck_assert_uint_eq(answers.n, 1);
	ck_assert(str_is(answers.v[0].value, "yes") && str_is(answers.v[0].by, "bob"));
	ck_assert_int_eq(answers.v[0].seq, 15);
	ck_assert(record_notes(rig.st, &rig.arena, 9, &notes, &rig.err));
	ck_assert_uint_eq(notes.n, 2);
	ck_assert(str_is(notes.v[0].text, "seen") && str_is(notes.v[1].text, "second"));
	rig_close(&rig);
}
END_TEST

START_TEST(people_and_batches_are_read_back)
{
	struct user_row u;
	struct user_rows users;
	struct batch_row b;
	struct batch_rows batches;
	struct review_row r;
	struct rig rig;

	rig_open(&rig);
	ck_assert(!review_row_get(rig.st, &rig.arena, &r, &rig.err));
	ck_assert_int_eq(rig.err.kind, ERR_NOT_FOUND);
	rig_story(&rig);
	ck_assert(user_get(rig.st, &rig.arena, STR("cyd"), &u, &rig.err));
	ck_assert(u.disabled && u.roles.n == 2 && str_is(u.roles.v[1], "reviewers"));
	ck_assert(user_get(rig.st, &rig.arena, STR("ann"), &u, &rig.err));
	ck_assert(
	    !u.disabled && str_is(u.full, "Ann Lee") && str_is(u.roles.v[0], "supervisor"));
	ck_assert(!user_get(rig.st, &rig.arena, STR("eve"), &u, &rig.err));
	ck_assert_int_eq(rig.err.kind, ERR_NOT_FOUND);
	ck_assert(user_all(rig.st, &rig.arena, &users, &rig.err));
	ck_assert_uint_eq(users.n, 3);
	ck_assert(str_is(users.v[1].staff, "PC12"));
	ck_assert(batch_get(rig.st, &rig.arena, STR("b1"), &b, &rig.err));
	ck_assert(str_is(b.file, "x.csv") && str_is(b.by, "ann") && b.added == 4);
	ck_assert(!batch_get(rig.st, &rig.arena, STR("b9"), &b, &rig.err));
	ck_assert(batch_all(rig.st, &rig.arena, &batches, &rig.err));
	ck_assert_uint_eq(batches.n, 1);
	ck_assert(review_row_get(rig.st, &rig.arena, &r, &rig.err));
	ck_assert(str_is(r.title, "Toy") && r.training && str_is(r.pack, "p1"));
	ck_assert(str_is(json_get_text(r.files, "review.yaml"), "name: toy"));
	rig_close(&rig);
}
END_TEST

START_TEST(a_ref_named_twice_in_one_import_is_found)
{
	int64_t seen = -1;
	struct rig rig;

	rig_open(&rig);
	rig_round(&rig);
	for (int round = 0; round < 2; round++) {
		ck_assert(scratch_begin(rig.st, &rig.err));
		ck_assert(scratch_ref(rig.st, STR("A"), 2, &seen, &rig.err));
		ck_assert_int_eq(seen, 0);
		ck_assert(scratch_ref(rig.st, STR("B"), 3, &seen, &rig.err));
		ck_assert_int_eq(seen, 0);
		ck_assert(scratch_ref(rig.st, STR("A"), 4, &seen, &rig.err));
		ck_assert_int_eq(seen, 2);
		scratch_end(rig.st);
	}
	rig_commit(&rig);
	rig_close(&rig);
}
END_TEST

START_TEST(leases_that_ran_out_are_listed)
{
	struct records rows;
	struct rig rig;

	rig_open(&rig);
	rig_story(&rig); /* bob holds T-3, without a lease */
	ck_assert(lease_over(rig.st, &rig.arena, 1000, &rows, &rig.err));
	ck_assert_uint_eq(rows.n, 1);
	ck_assert(str_is(rows.v[0].ref, "T-3"));
	ck_assert(lease_set(rig.st, rows.v[0].id, STR("bob"), 2000, &rig.err));
	ck_assert(lease_over(rig.st, &rig.arena, 1999, &rows, &rig.err));
	ck_assert_uint_eq(rows.n, 0);
	ck_assert(lease_extend(rig.st, STR("bob"), 3000, &rig.err));
	ck_assert(lease_over(rig.st, &rig.arena, 2999, &rows, &rig.err));
	ck_assert_uint_eq(rows.n, 0);
	ck_assert(lease_over(rig.st, &rig.arena, 3000, &rows, &rig.err));
	ck_assert_uint_eq(rows.n, 1);
	/* somebody else's lease is none; the end of a claim ends its lease */
	ck_assert(lease_set(rig.st, rows.v[0].id, STR("ann"), 9000, &rig.err));
	ck_assert(lease_over(rig.st, &rig.arena, 3000, &rows, &rig.err));
	ck_assert_uint_eq(rows.n, 1);
	rig_say(&rig, "bob", EVENT_RECORD_RELEASED, "T-3", "{'reason':''}");
	ck_assert_str_eq(rig_ask(&rig, "SELECT count(*) FROM lease").p, "0");
	rig_close(&rig);
}
END_TEST

START_TEST(put_aside_records_wake_on_their_day)
{
	struct records rows;
	int32_t day = 0;
	struct rig rig;

	rig_open(&rig);
	rig_story(&rig);
	rig_say(
	    &rig, "bob", EVENT_RECORD_DEFERRED, "T-3", "{'until':'2026-07-09','reason':'r'}");
	ck_assert(day_read(STR("2026-07-08"), &day));
	ck_assert(wake_over(rig.st, &rig.arena, day, &rows, &rig.err));
	ck_assert_uint_eq(rows.n, 0);
	ck_assert(wake_over(rig.st, &rig.arena, day + 1, &rows, &rig.err));
	ck_assert_uint_eq(rows.n, 1);
	ck_assert_int_eq(rows.v[0].wake, day + 1);
	rig_close(&rig);
}
END_TEST

START_TEST(held_late_and_done_are_counted_for_who_asks)
{
	struct records rows;
	int64_t n = -1, much_later;
	struct rig rig;

	rig_open(&rig);
	rig_story(&rig);
	much_later = rig.now + (int64_t)365 * 86400000;
	ck_assert(record_held_by(rig.st, &rig.arena, &ann, STR("bob"), &rows, &rig.err));
	ck_assert_uint_eq(rows.n, 1);
	ck_assert(record_held_by(rig.st, &rig.arena, &bob, STR("bob"), &rows, &rig.err));
	ck_assert_uint_eq(rows.n, 0); /* T-3 bars him since it was changed */
	ck_assert(record_late(rig.st, &ann, STR(""), much_later, &n, &rig.err));
	ck_assert_int_eq(n, 4);
	ck_assert(record_late(rig.st, &ann, STR("officers"), much_later, &n, &rig.err));
	ck_assert_int_eq(n, 3);
	ck_assert(record_late(rig.st, &bob, STR(""), much_later, &n, &rig.err));
	ck_assert_int_eq(n, 2);
	ck_assert(record_late(rig.st, &bob, STR("officers"), much_later, &n, &rig.err));
	ck_assert_int_eq(n, 2);
	ck_assert(record_late(rig.st, &clerk, STR(""), much_later, &n, &rig.err));
	ck_assert_int_eq(n, 0);
	ck_assert(record_late(rig.st, &ann, STR(""), 0, &n, &rig.err));
	ck_assert_int_eq(n, 0);
	ck_assert(record_moves_since(rig.st, STR("bob"), 0, &n, &rig.err));
	ck_assert_int_eq(n, 1);
	ck_assert(record_moves_since(rig.st, STR("bob"), rig.now, &n, &rig.err));
	ck_assert_int_eq(n, 0);
	rig_close(&rig);
}
END_TEST

Suite *suite_store_read(void)
{
	const TTest *const tests[] = {a_record_is_read_whole, a_barred_record_does_not_exist,
	    every_query_obeys_the_one_predicate, number_answers_are_numbers_to_the_rules,
	    answers_and_notes_are_listed_in_order, people_and_batches_are_read_back,
	    a_ref_named_twice_in_one_import_is_found, leases_that_ran_out_are_listed,
	    put_aside_records_wake_on_their_day, held_late_and_done_are_counted_for_who_asks};

	return suite_of("read", tests, COUNT(tests));
}
