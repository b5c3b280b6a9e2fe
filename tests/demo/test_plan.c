/* SPDX-License-Identifier: MIT */
/* The story that a whole review tells, dealt from made-up caseloads of many sizes. */
#include <check.h>

#include "demo/plan.h"
#include "lookback/stats/funnel.h"

Suite *suite_demo_plan(void);

enum { HANDLERS = 24, OUT = 6, SEEDS = 200, FULL = 3778 };

static struct arena life;

static void end(void)
{
	arena_clear(&life);
}

/* As the handlers of the training extracts share the applications. */
static const int shares[HANDLERS] = {92, 80, 74, 66, 60, 55, 44, 50, 46, 44, 40, 36, 34, 30, 28,
    26, 24, 20, 18, 16, 14, 12, 10, 8};

static size_t deal_loads(struct caseload loads[HANDLERS], size_t all)
{
	size_t n = 0;

	for (size_t i = 0; i < HANDLERS; i++) {
		loads[i] = (struct caseload){0};
		for (size_t k = 0; k < all * (size_t)shares[i] / 927; k++)
			*arena_push(&life, &loads[i].refs) =
			    arena_printf(&life, "D-%02zu-%04zu", i, k);
		n += loads[i].refs.n;
	}
	return n;
}

static struct plan deal(uint64_t seed, struct caseload loads[HANDLERS], size_t all)
{
	struct plan p = {.seed = seed};
	struct err e = {0};

	deal_loads(loads, all);
	ck_assert_msg(plan_deal(&p, loads, HANDLERS, OUT, &e), "%s", e.text);
	return p;
}

START_TEST(every_seed_deals_the_same_numbers_to_different_applications)
{
	struct caseload loads[HANDLERS];

	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		size_t all = seed % 2 ? FULL : DEMO_LEAST + seed;
		struct plan p = deal(seed, loads, all);
		int fates[FATES] = {0}, contacts[CONTACTS] = {0}, referred = 0;
		ck_assert_uint_eq(p.stories.n, PLAN_STORIES);
		for (size_t i = 0; i < p.stories.n; i++) {
			const struct story *s = &p.stories.v[i];
			ck_assert_ptr_eq(plan_story(&p, s->ref), s); /* each once */
			ck_assert_int_eq(s->number, fates[s->fate]++);
			contacts[s->contact]++;
			referred += s->referred;
			ck_assert(s->fate != FATE_HARM || s->referred);
		}
		for (int f = 0; f < FATES; f++)
			ck_assert_int_eq(fates[f], plan_failures[f]);
		for (int c = 0; c < CONTACTS; c++)
			ck_assert_int_eq(contacts[c], plan_contacts[c]);
		ck_assert_int_eq(referred, 3);
		arena_clear(&p.arena);
		arena_clear(&life);
	}
}
END_TEST

START_TEST(the_same_seed_tells_the_same_story_and_another_another)
{
	struct caseload loads[HANDLERS];
	int other = 0;

	for (uint64_t seed = 0; seed < 20; seed++) {
		struct plan one = deal(seed, loads, FULL), two = deal(seed, loads, FULL),
			    next = deal(seed + 1, loads, FULL);
		for (size_t i = 0; i < PLAN_STORIES; i++) {
			const struct story *a = &one.stories.v[i], *b = &two.stories.v[i];
			ck_assert(str_eq(a->ref, b->ref) && a->fate == b->fate &&
				  a->contact == b->contact);
			other += !str_eq(a->ref, next.stories.v[i].ref);
		}
		arena_clear(&one.arena);
		arena_clear(&two.arena);
		arena_clear(&next.arena);
	}
	ck_assert_int_gt(other, 20 * PLAN_STORIES / 2);
}
END_TEST

/* Failures of each handler in the plot that a supervisor will look at. */
START_TEST(one_handler_stands_out_of_the_funnel_and_nobody_else)
{
	struct caseload loads[HANDLERS];

	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		size_t of[HANDLERS], all;
		int64_t k[HANDLERS] = {0};
		struct plan p;
		all = deal_loads(loads, FULL);
		for (size_t i = 0; i < HANDLERS; i++)
			of[i] = loads[i].refs.n;
		p = deal(seed, loads, FULL);
		for (size_t i = 0; i < p.stories.n; i++)
			k[(p.stories.v[i].ref.p[2] - '0') * 10 + p.stories.v[i].ref.p[3] -
			    '0']++;
		for (size_t i = 0; i < HANDLERS; i++)
			ck_assert_int_eq(funnel_side(k[i], (int64_t)of[i],
					     (double)PLAN_STORIES / (double)all, FUNNEL_ALARM),
			    i == OUT ? FUNNEL_ABOVE : FUNNEL_INSIDE);
		arena_clear(&p.arena);
		arena_clear(&life);
	}
}
END_TEST

START_TEST(too_few_applications_are_refused_and_nothing_is_made_up)
{
	struct caseload loads[HANDLERS] = {0};
	struct plan p = {.seed = 1};
	struct err e = {0};

	for (int i = 0; i < PLAN_STORIES - 1; i++)
		*arena_push(&life, &loads[i % HANDLERS].refs) = arena_printf(&life, "D-%d", i);
	ck_assert(!plan_deal(&p, loads, HANDLERS, OUT, &e));
	ck_assert_int_eq(e.kind, ERR_REFUSED);
	ck_assert_uint_eq(p.stories.n, 0);
	arena_clear(&p.arena);
}
END_TEST

START_TEST(what_stands_under_an_application_belongs_to_its_story)
{
	struct story *s;
	struct plan p = {.seed = 1};

	s = arena_push(&p.arena, &p.stories);
	*s = (struct story){.ref = STR("DVDS-16-00041")};
	ck_assert_ptr_eq(plan_story(&p, STR("DVDS-16-00041")), s);
	ck_assert_ptr_eq(plan_story(&p, STR("DVDS-16-00041-C1-A2")), s);
	ck_assert_ptr_null(plan_story(&p, STR("DVDS-16-000415")));
	ck_assert_ptr_null(plan_story(&p, STR("DVDS-16-0004")));
	ck_assert_ptr_null(plan_story(&p, STR("F-3")));
	arena_clear(&p.arena);
}
END_TEST

/* Two readers who know nothing of each other: the same, but for one in twenty-five. */
START_TEST(readers_agree_on_what_they_are_compared_by_but_for_a_few)
{
	static const char *const compared[] = {
	    "proposed", "decision_then", "decision_now", "harm_after"};
	struct plan p = {.seed = 3};
	int differ = 0, cases = 2000;

	for (int i = 0; i < cases; i++) {
		struct str ref = arena_printf(&life, "DVDS-16-%d", i);
		bool same = true;
		for (int k = 0; k < 4; k++) {
			const struct part_question q = {.name = str_of(compared[k])};
			struct worker one = {.plan = &p, .ref = ref, .number = 1 + i % 45},
				      two = {
					  .plan = &p, .ref = ref, .number = 1 + (i + 7) % 45};
			struct str a, b, why;
			ck_assert(plan_answer(&one, &q, &a, &why));
			ck_assert(plan_answer(&two, &q, &b, &why));
			ck_assert(k == 0 || str_eq(a, b));
			same = same && str_eq(a, b);
		}
		differ += !same;
	}
	ck_assert_int_gt(differ, cases * 5 / 100); /* each of the two: 4 in 100 */
	ck_assert_int_lt(differ, cases * 11 / 100);
}
END_TEST

Suite *suite_demo_plan(void)
{
	Suite *s = suite_create("demo plan");
	TCase *t = tcase_create("plan");

	tcase_add_checked_fixture(t, NULL, end);
	tcase_add_test(t, every_seed_deals_the_same_numbers_to_different_applications);
	tcase_add_test(t, the_same_seed_tells_the_same_story_and_another_another);
	tcase_add_test(t, one_handler_stands_out_of_the_funnel_and_nobody_else);
	tcase_add_test(t, too_few_applications_are_refused_and_nothing_is_made_up);
	tcase_add_test(t, what_stands_under_an_application_belongs_to_its_story);
	tcase_add_test(t, readers_agree_on_what_they_are_compared_by_but_for_a_few);
	suite_add_tcase(s, t);
	return s;
}
