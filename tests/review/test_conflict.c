/* SPDX-License-Identifier: MIT */
/* Conflicts of interest: declared, imposed, lifted by a third person, for all that hangs under. */
#include "review/engine.h"

Suite *suite_review_conflict(void);

static bool conflict(struct bench *b, const char *who, struct str ref, const char *user,
    bool lift, struct err *e)
{
	struct req_conflict q = {
	    .ref = ref, .user = str_of(user), .reason = STR("they are related"), .lift = lift};
	struct rep_done r;

	return ask_conflict(b, who, &q, &r, e);
}

static bool sees(struct bench *b, const char *who, const char *ref)
{
	struct req_show q = {.ref = str_of(ref)};
	struct rep_record r;
	struct err e;
	bool yes = ask_show(b, who, &q, &r, &e);

	ck_assert(yes || e.kind == ERR_NOT_FOUND);
	return yes;
}

/* C-1 with two checks. */
static struct bench *with_checks(void)
{
	struct bench *b = engine_new();
	struct req_add add = {.type = STR("check"), .under = STR("C-1")};
	struct rep_moved r;
	struct err e;

	engine_case(b, 1, "\"kind\":\"a\"");
	add.fields = bench_json(b, "{\"about\":\"x\"}");
	ok(ask_add(b, "c1", &add, &r, &e));
	ok(ask_add(b, "c1", &add, &r, &e));
	return b;
}

START_TEST(who_declares_one_holds_and_sees_nothing_of_it_any_more)
{
	struct bench *b = with_checks();
	struct err e;

	bench_claim(b, "c2", STR("C-1"));
	bench_claim(b, "c2", STR("C-1/K2"));
	ok(conflict(b, "c2", STR("C-1"), "", false, &e));
	ck_assert(
	    !sees(b, "c2", "C-1") && !sees(b, "c2", "C-1/K1") && !sees(b, "c2", "C-1/K2"));
	ck_assert(sees(b, "c1", "C-1") && sees(b, "c1", "C-1/K2"));
	ck_assert_uint_eq(engine_record(b, STR("C-1")).holder.n, 0);
	ck_assert_uint_eq(engine_record(b, STR("C-1/K2")).holder.n, 0);
	ck_assert_uint_eq(bench_events(b, "record.released", "").n, 2);
	ck_assert_uint_eq(bench_events(b, "conflict.declared", "").n, 3);
	ck_assert_int_eq(bench_count(b, "c2", ""), 0);
	ck_assert_int_eq(bench_count(b, "c1", ""), 3);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(what_is_opened_under_it_later_is_hidden_too)
{
	struct bench *b = with_checks();
	struct req_add add = {.type = STR("check"), .under = STR("C-1")};
	struct rep_moved r;
	struct err e;

	ok(conflict(b, "c2", STR("C-1"), "", false, &e));
	add.fields = bench_json(b, "{\"about\":\"y\"}");
	ok(ask_add(b, "c1", &add, &r, &e));
	ck_assert(sees(b, "c1", r.ref.p) && !sees(b, "c2", r.ref.p));
	ok(conflict(b, "b1", STR("C-1"), "c2", true, &e));
	ck_assert(sees(b, "c2", r.ref.p) && sees(b, "c2", "C-1/K1") && sees(b, "c2", "C-1"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(imposing_and_lifting_need_the_right_and_a_third_person)
{
	struct bench *b = with_checks();
	struct str ref = STR("C-1");
	struct err e;

	ck_assert(!conflict(b, "c1", ref, "c2", false, &e));
	ck_assert(says(&e, ERR_REFUSED, "the right to assign"));
	ck_assert(!conflict(b, "b1", ref, "nobody", false, &e) && e.kind == ERR_NOT_FOUND);
	ok(conflict(b, "b1", ref, "c2", false, &e));
	ck_assert(!sees(b, "c2", "C-1/K1"));
	ck_assert(!conflict(b, "b1", ref, "c2", false, &e) && e.kind == ERR_CONFLICT);
	ck_assert(!conflict(b, "c1", ref, "c2", true, &e) && e.kind == ERR_REFUSED);
	ck_assert(!conflict(b, "b1", ref, "c2", true, &e));
	ck_assert(
	    says(&e, ERR_REFUSED, "another person with the right to assign must lift it"));
	ck_assert(!conflict(b, "c2", ref, "c2", true, &e) && e.kind == ERR_NOT_FOUND);
	ck_assert(!conflict(b, "b2", STR("C-1/K1"), "c2", true, &e));
	ck_assert(says(&e, ERR_REFUSED, "it stands on C-1"));
	ok(conflict(b, "b2", ref, "c2", true, &e));
	ck_assert(sees(b, "c2", "C-1") && sees(b, "c2", "C-1/K2"));
	ck_assert(!conflict(b, "b2", ref, "c2", true, &e) && e.kind == ERR_NOT_FOUND);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(a_chief_cannot_lift_their_own)
{
	struct bench *b = with_checks();
	struct err e;

	ok(conflict(b, "b1", STR("C-1"), "", false, &e));
	ck_assert(!conflict(b, "b1", STR("C-1"), "b1", true, &e) && e.kind == ERR_NOT_FOUND);
	ok(conflict(b, "b2", STR("C-1"), "b1", true, &e));
	ck_assert(sees(b, "b1", "C-1"));
	bench_close(b);
}
END_TEST

START_TEST(one_that_stands_on_a_child_of_its_own_outlives_the_parents)
{
	struct bench *b = with_checks();
	struct err e;

	ok(conflict(b, "c2", STR("C-1/K1"), "", false, &e));
	ck_assert(sees(b, "c2", "C-1") && !sees(b, "c2", "C-1/K1"));
	ok(conflict(b, "c2", STR("C-1"), "", false, &e));
	ok(conflict(b, "b1", STR("C-1"), "c2", true, &e));
	ck_assert(sees(b, "c2", "C-1") && sees(b, "c2", "C-1/K2") && !sees(b, "c2", "C-1/K1"));
	ok(conflict(b, "b1", STR("C-1/K1"), "c2", true, &e));
	ck_assert(sees(b, "c2", "C-1/K1"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(it_needs_a_reason_and_acts_once)
{
	struct bench *b = with_checks();
	struct req_conflict q = {.ref = STR("C-1")};
	static const uint8_t id[16] = {9};
	struct rep_done one, two;
	struct err e;

	ck_assert(!ask_conflict(b, "c2", &q, &one, &e));
	ck_assert(says(&e, ERR_REFUSED, "needs a reason"));
	q.reason = STR("x");
	b->id = id;
	ok(ask_conflict(b, "c2", &q, &one, &e));
	ck_assert_str_eq(one.text.p, "C-1, with 2 records under it no longer exists for you");
	b->id = id;
	ok(ask_conflict(b, "c2", &q, &two, &e));
	ck_assert_int_eq(one.seq, two.seq);
	ck_assert_uint_eq(bench_events(b, "conflict.declared", "").n, 3);
	bench_close(b);
}
END_TEST

/* An extract that names another handler bars them from what hangs under the record, too. */
START_TEST(an_import_that_bars_somebody_hides_the_children_as_well)
{
	struct bench *b = bench_new(3);
	struct req_add add = {.type = STR("check"), .under = STR("DVDS-00001")};
	struct str row = bench_row(&b->kept, 1), changed;
	struct rep_moved r;
	struct rep_batch batch;
	struct err e;

	add.fields = bench_json(b, "{\"system\":\"pnc\",\"asked\":\"his record\"}");
	ok(ask_add(b, "t01", &add, &r, &e));
	ck_assert(sees(b, "h07", "DVDS-00001") && sees(b, "h07", r.ref.p));
	changed = bench_replace(&b->kept, row, "H01", "H07");
	ck_assert_msg(!str_eq(row, changed), "%s", row.p);
	ok(bench_import(b, arena_printf(&b->kept, "%s%.*s", bench_heading, STR_ARG(changed)).p,
	    false, &batch, &e));
	ck_assert_int_eq(batch.changed, 1);
	ck_assert(!sees(b, "h07", "DVDS-00001") && !sees(b, "h07", r.ref.p));
	ck_assert(sees(b, "t01", r.ref.p));
	ck_assert(!conflict(b, "s01", STR("DVDS-00001"), "h07", true, &e));
	ck_assert(e.kind == ERR_NOT_FOUND); /* staff bars are nobody's to lift */
	bench_verify(b);
	bench_close(b);
}
END_TEST

Suite *suite_review_conflict(void)
{
	const TTest *const tests[] = {
	    who_declares_one_holds_and_sees_nothing_of_it_any_more,
	    what_is_opened_under_it_later_is_hidden_too,
	    imposing_and_lifting_need_the_right_and_a_third_person,
	    a_chief_cannot_lift_their_own,
	    one_that_stands_on_a_child_of_its_own_outlives_the_parents,
	    it_needs_a_reason_and_acts_once,
	    an_import_that_bars_somebody_hides_the_children_as_well,
	};
	return bench_suite("review/conflict", tests, COUNT(tests));
}
