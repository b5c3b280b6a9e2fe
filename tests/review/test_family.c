/* SPDX-License-Identifier: MIT */
/* Linked records in one state are taken together and by one person. */
#include "review/engine.h"

Suite *suite_review_family(void);

#define A "\"kind\":\"a\""

static void tie(struct bench *b, const char *one, const char *other, const char *kind)
{
	struct req_link q = {.ref = str_of(one), .other = str_of(other), .kind = str_of(kind)};
	struct rep_done r;
	struct err e;

	ok(ask_link(b, "c1", &q, &r, &e));
}

static struct bench *three_cases(void)
{
	struct bench *b = engine_new();

	for (int i = 1; i <= 3; i++)
		engine_case(b, i, A);
	return b;
}

static const char *holder(struct bench *b, const char *ref)
{
	struct record r = engine_record(b, str_of(ref));

	return arena_str(&b->arena, r.holder).p;
}

START_TEST(twins_are_served_together)
{
	struct bench *b = three_cases();
	struct event_rows rows;
	struct rep_record r;

	tie(b, "C-1", "C-3", "twin");
	r = bench_next(b, "c1");
	ck_assert_str_eq(r.ref.p, "C-1");
	ck_assert_str_eq(holder(b, "C-3"), "c1");
	ck_assert_str_eq(holder(b, "C-2"), "");
	rows = bench_events(b, "record.claimed", "C-3");
	ck_assert(has(rows.v[0].body, "\"how\":\"family\""));
	ck_assert_str_eq(bench_next(b, "c2").ref.p, "C-2");
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(families_reach_as_far_as_their_links)
{
	struct bench *b = three_cases();

	tie(b, "C-1", "C-2", "twin");
	tie(b, "C-2", "C-3", "twin");
	bench_claim(b, "c2", STR("C-3"));
	ck_assert_str_eq(holder(b, "C-1"), "c2");
	ck_assert_str_eq(holder(b, "C-2"), "c2");
	bench_close(b);
}
END_TEST

START_TEST(other_links_hold_nothing_together)
{
	struct bench *b = three_cases();

	tie(b, "C-1", "C-2", "near");
	bench_claim(b, "c2", STR("C-1"));
	ck_assert_str_eq(holder(b, "C-2"), "");
	bench_close(b);
}
END_TEST

START_TEST(a_family_that_somebody_has_is_passed_over)
{
	struct bench *b = three_cases();
	struct req_claim q = {.ref = STR("C-1")};
	struct req_assign give = {.ref = STR("C-1"), .to = STR("c2")};
	struct req_next n = {0};
	struct rep_record r;
	struct rep_done done;
	struct err e;

	bench_claim(b, "c1", STR("C-2")); /* before they were known to be twins */
	tie(b, "C-1", "C-2", "twin");
	ck_assert(!ask_claim(b, "c2", &q, &r, &e));
	ck_assert(says(&e, ERR_CONFLICT, "C-1 is taken together with C-2, which c1 holds"));
	ck_assert(!ask_assign(b, "b1", &give, &done, &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	ck_assert_str_eq(bench_next(b, "c2").ref.p, "C-3");
	ck_assert(!ask_next(b, "c2", &n, &r, &e));
	ck_assert_str_eq(bench_next(b, "c1").ref.p, "C-1");
	bench_close(b);
}
END_TEST

START_TEST(giving_one_back_gives_back_that_one)
{
	struct bench *b = three_cases();
	struct req_release q = {.ref = STR("C-1")};
	struct rep_done done;
	struct err e;

	tie(b, "C-1", "C-2", "twin");
	bench_claim(b, "c1", STR("C-1"));
	ok(ask_release(b, "c1", &q, &done, &e));
	ck_assert_str_eq(holder(b, "C-1"), "");
	ck_assert_str_eq(holder(b, "C-2"), "c1");
	bench_close(b);
}
END_TEST

START_TEST(a_supervisor_gives_the_whole_family)
{
	struct bench *b = three_cases();
	struct req_assign give = {.ref = STR("C-1"), .to = STR("c2")};
	struct rep_done done;
	struct err e;

	tie(b, "C-1", "C-2", "twin");
	ok(ask_assign(b, "b1", &give, &done, &e));
	ck_assert_str_eq(holder(b, "C-1"), "c2");
	ck_assert_str_eq(holder(b, "C-2"), "c2");
	bench_verify(b);
	bench_close(b);
}
END_TEST

/* Twins in other states are other work, and what is barred is left alone. */
START_TEST(only_what_stands_in_the_same_state_goes_along)
{
	struct bench *b = three_cases();
	struct str barred = engine_case(b, 4, A ",\"handler\":\"H1\"");

	engine_step(b, "c1", STR("C-2"), "calm", "{\"urgent\":\"no\"}");
	tie(b, "C-1", "C-2", "twin");
	tie(b, "C-1", barred.p, "twin");
	bench_claim(b, "h1", STR("C-1"));
	ck_assert_str_eq(holder(b, "C-2"), "");
	ck_assert_str_eq(holder(b, barred.p), "");
	bench_close(b);
}
END_TEST

/* Several takers over random links: no family in one state is ever with two people. */
static void nobody_is_apart(struct bench *b, const int *family, int n)
{
	for (int i = 0; i < n; i++)
		for (int k = 0; k < i; k++) {
			struct record one, two;
			if (family[i] != family[k])
				continue;
			one = engine_record(b, arena_printf(&b->arena, "C-%d", i + 1));
			two = engine_record(b, arena_printf(&b->arena, "C-%d", k + 1));
			if (one.holder.n && two.holder.n && str_eq(one.state, two.state))
				ck_assert(str_eq(one.holder, two.holder));
		}
}

enum { TAKEN_FROM = 10 };

static void tie_some(struct bench *b, struct dice *d, int *family)
{
	for (int k = 0; k < 6; k++) {
		int one = (int)dice_below(d, TAKEN_FROM), two = (int)dice_below(d, TAKEN_FROM);
		int old = family[one];
		if (old == family[two])
			continue;
		tie(b, arena_printf(&b->arena, "C-%d", one + 1).p,
		    arena_printf(&b->arena, "C-%d", two + 1).p, "twin");
		for (int i = 0; i < TAKEN_FROM; i++)
			family[i] = family[i] == old ? family[two] : family[i];
	}
}

static bool take_some(struct bench *b, struct dice *d, const char *who, struct err *e)
{
	struct str ref = arena_printf(&b->arena, "C-%d", 1 + (int)dice_below(d, TAKEN_FROM));
	struct req_next next = {0};
	struct req_claim claim = {.ref = ref};
	struct req_release back = {.ref = ref};
	struct req_assign give = {.ref = ref, .to = str_of(who)};
	struct req_decide go = {.ref = ref, .step = STR("calm")};
	struct rep_record r;
	struct rep_done done;
	struct rep_moved moved;

	switch (dice_below(d, 5)) {
	case 0:
		return ask_next(b, who, &next, &r, e);
	case 1:
		return ask_claim(b, who, &claim, &r, e);
	case 2:
		return ask_release(b, who, &back, &done, e);
	case 3:
		return ask_assign(b, "b1", &give, &done, e);
	default:
		go.answers = bench_json(b, "{\"urgent\":\"no\"}");
		return ask_decide(b, who, &go, &moved, e);
	}
}

START_TEST(families_are_never_separated_with_several_takers)
{
	static const char *const takers[] = {"c1", "c2", "c3", "x1", "b1"};
	struct dice d = dice_seed(40 + (uint64_t)_i);
	struct bench *b = engine_new();
	int family[TAKEN_FROM], done = 0;

	for (int i = 0; i < TAKEN_FROM; i++) {
		engine_case(b, i + 1, A);
		family[i] = i;
	}
	tie_some(b, &d, family);
	for (int k = 0; k < 60; k++) {
		struct err e;
		if (take_some(b, &d, takers[dice_below(&d, COUNT(takers))], &e))
			done++;
		else
			ck_assert_msg(e.kind != ERR_IO && e.kind != ERR_CORRUPT, "%s", e.text);
		nobody_is_apart(b, family, TAKEN_FROM);
	}
	ck_assert_int_gt(done, 15);
	bench_verify(b);
	bench_close(b);
}
END_TEST

Suite *suite_review_family(void)
{
	const TTest *const tests[] = {
	    twins_are_served_together,
	    families_reach_as_far_as_their_links,
	    other_links_hold_nothing_together,
	    a_family_that_somebody_has_is_passed_over,
	    giving_one_back_gives_back_that_one,
	    a_supervisor_gives_the_whole_family,
	    only_what_stands_in_the_same_state_goes_along,
	};
	Suite *s = bench_suite("review/family", tests, COUNT(tests));
	TCase *t = tcase_create("takers");

	tcase_add_loop_test(t, families_are_never_separated_with_several_takers, 0, 4);
	suite_add_tcase(s, t);
	return s;
}
